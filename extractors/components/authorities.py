"""The texts that each duty rests on: those that its task names as such, and those of the document's opening formula.

The formula (根据《...》，结合我县实际，制定本方案) stands in the first lines of the document, or of a text that it
carries; it holds for all that comes behind it there. A carried text without a formula of its own rests on the notice's.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from extractors.bodies import Span, squash
from extractors.components.citations import number_key
from extractors.components.page import Page, facts_of, page_of, put, revise
from extractors.components.references import Reference, references
from extractors.facts import Authority, Citation, Duty
from extractors.lexicons.authorities import ARTICLE, ENACTS, LINK, NEW_BASIS, OPENING_BASIS, TASK_BASIS

_FIRST = 8
"""Blocks from the start of a text in which its opening formula stands."""

_FIRST_ARTICLE = "第一条"
"""The only numbered provision that holds a formula."""

_BACK = 60
"""Characters from the word that says why to the name of the text."""

_SENTENCE = re.compile("[^。；\n]+")


@Language.component("dutygraph_authorities")
def authorities(doc: Doc) -> Doc:
    """Write the span group `authorities` of the opening formulas, and say what each duty of `duties` rests on."""
    page = page_of(doc)
    named = references(page, facts_of(doc, "citations", Citation))
    openings = _openings(page, named)
    out: list[Duty] = []
    for duty in facts_of(doc, "duties", Duty):
        place = page.clean.within(duty.start, duty.end)
        task = page.clean.within(duty.text_start, duty.text_end)
        found = [*_in(page, named, *task, TASK_BASIS, "authority.task"), *_over(openings, place[0])]
        out.append(replace(duty, authorities=tuple(_once(found))) if found else duty)
    revise(doc, "duties", out)
    opening = _once([authority for _, rests_on in openings for authority in rests_on])
    put(doc, "authorities", [(*page.clean.within(fact.start, fact.end), fact) for fact in opening])
    return doc


def _openings(page: Page, named: list[Reference]) -> list[tuple[Span, list[Authority]]]:
    """The authorities of the opening formula of the document and of each text that it carries, with where they hold."""
    found: list[tuple[Span, list[Authority]]] = []
    parts = [part.start for _, part in page.outline.parts]
    end = len(page.text)
    for start, stop in itertools.pairwise([page.head.body, *parts, end]):
        first = page.outline.index(start - 1) + 1
        for block in page.outline.blocks[first : first + _FIRST]:
            if block.start >= stop:
                break
            if block.row or (block.mark and block.label != _FIRST_ARTICLE):
                continue
            if rests_on := _formula(page, named, block.start, block.end):
                found.append(((block.start, end if start == page.head.body else stop), rests_on))
                break
    return found


def _formula(page: Page, named: list[Reference], start: int, end: int) -> list[Authority]:
    """The authorities of the first sentence of a block that is an opening formula."""
    for sentence in _SENTENCE.finditer(page.text, start, end):
        if rests_on := _in(page, named, *sentence.span(), OPENING_BASIS, "authority.opening"):
            behind = page.clean.within(rests_on[-1].start, rests_on[-1].end)[1]
            return rests_on if ENACTS.search(page.text, behind, end) else []
    return []


def _in(page: Page, named: list[Reference], start: int, end: int, basis: re.Pattern[str], rule: str) -> list[Authority]:
    """The texts in ``text[start:end]`` that a word of `basis` stands before, or before the first of their list."""
    text = page.text
    found: list[Authority] = []
    word, behind = "", start
    for name in named[bisect_left(named, start, key=_start) : bisect_left(named, end, key=_start)]:
        told = basis.search(text, max(start - 1, name.start - _BACK, 0), name.start)
        if told is not None:
            word = told["basis"]
        elif not _linked(text, behind, name.start):
            word = ""
        article = ARTICLE.match(text, name.end)
        behind = article.end() if article else name.end
        if word:
            found.append(
                Authority(
                    **page.place(name.start, behind),
                    rule=rule,
                    title=name.citation.title,
                    number=name.citation.number,
                    basis=word,
                    article=squash(article["article"]) if article else None,
                )
            )
    return found


def _start(name: Reference) -> int:
    return name.start


def _linked(text: str, start: int, end: int) -> bool:
    """Whether the words between the names of two texts only list them."""
    return bool(LINK.fullmatch(text, start, end)) and not NEW_BASIS.search(text, start, end)


def _over(openings: list[tuple[Span, list[Authority]]], at: int) -> list[Authority]:
    """The authorities of the innermost opening formula that holds at a place."""
    last = max(0, bisect_right(openings, at, key=lambda opening: opening[0][0]) - 1)
    over = (rests_on for (start, end), rests_on in (*openings[last : last + 1], *openings[:1]) if start <= at < end)
    return next(over, [])


def _once(found: list[Authority]) -> Iterator[Authority]:
    """Each cited text once, where it is first said."""
    seen: set[tuple[str | None, str | None]] = set()
    for authority in found:
        key = authority.title, authority.number and number_key(authority.number)
        if key not in seen:
            seen.add(key)
            yield authority
