"""What the words of a duty say of it: its modality, and what its verb acts on.

Both are read where the predicate begins: behind the body in prose, else in the first sentence of the task behind its
heading. Where the words are silent, nothing is said.
"""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from extractors.bodies import Span, squash
from extractors.components.page import Page, facts_of, page_of, revise
from extractors.facts import Duty, Modality
from extractors.lexicons.modality import ACTED_ON, MODAL, MODAL_BEHIND, MODAL_WITH, NO_OBJECT, OBJECT_ENDS, VERBS

_KINDS: tuple[Modality, ...] = ("prohibition", "obligation", "permission", "encouragement")

_MARK = re.compile(
    r"[\s—\-]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十百\d]+条|[①-⑳])?\s*"
)
_HEADING = re.compile(r"[^，。；：]{2,40}。(?=.)")
_COMMA = re.compile(r"[，\s]*")
_SENTENCE = re.compile(r"[。；]\s*")
_BRACKET_GOES_ON = re.compile(r"[（(][^（）()]*[）)][、》”\u4e00-\u9fff]")
"""A bracket inside a name (省、市、县（区）三级机制), before which no object ends."""

_LONGEST_OBJECT = 40
"""Characters that an object has at most."""


@Language.component("dutygraph_wording")
def wording(doc: Doc) -> Doc:
    """Say the modality and the object of each duty of the span group `duties`."""
    page = page_of(doc)
    out: list[Duty] = []
    for duty in facts_of(doc, "duties", Duty):
        end = page.clean.within(duty.text_start, duty.text_end)[1]
        at = _predicate(page, duty)
        if at is not None:
            duty = _worded(page, duty, at, end)
        out.append(duty)
    revise(doc, "duties", out)
    return doc


def _worded(page: Page, duty: Duty, at: int, end: int) -> Duty:
    """The duty with what the predicate at `at` says; its task ends at `end`."""
    span, text = page.clean.span, page.text
    modal = _modal(text, at, end) or _shared(page, duty)
    if modal is not None and (duty.form == "prose" or _throughout(text, modal, end)):
        kind, place = modal
        duty = replace(duty, modality=kind, modality_span=span(*place))
    if (acted_on := _object(text, max(at, modal[1][1]) if modal else at, end)) is not None:
        duty = replace(duty, object=squash(text[slice(*acted_on)]), object_span=span(*acted_on))
    return duty


def _predicate(page: Page, duty: Duty) -> int | None:
    """Where the predicate of the duty begins in the clean text."""
    start, end = page.clean.within(duty.text_start, duty.text_end)
    if duty.form == "prose":
        body = page.clean.within(duty.start, duty.end)
        found = _anchor(page.text, duty.anchor, body[0], end)
        return _skip(_COMMA, page.text, max(found, body[1]), end) if found >= 0 else None
    at = _skip(_MARK, page.text, start, end)
    return _skip(_HEADING, page.text, at, end)


def _anchor(text: str, anchor: str, start: int, end: int) -> int:
    """Where the anchor stands, which has none of the white space that the text may have in it (-1: nowhere)."""
    at = text.find(anchor, start, end) if anchor else -1
    if at >= 0 or not anchor:
        return at
    spaced = re.search(r"\s*".join(map(re.escape, anchor)), text[start:end])
    return start + spaced.start() if spaced else -1


def _skip(pattern: re.Pattern[str], text: str, at: int, end: int) -> int:
    match = pattern.match(text, at, end)
    return match.end() if match else at


def _modal(text: str, at: int, end: int) -> tuple[Modality, Span] | None:
    """The modal that governs the predicate at `at`, and its place."""
    if match := MODAL.match(text, at, end):
        return _told(match)
    behind = MODAL_BEHIND.match(text, at, end)
    return _told(behind) if behind and not behind["encouragement"] else None


def _shared(page: Page, duty: Duty) -> tuple[Modality, Span] | None:
    """The modal of the body that the duty's body acts with: 财政部要会同|税务总局...."""
    if duty.form != "prose" or duty.role != "support":
        return None
    start = page.clean.within(duty.text_start, duty.text_end)[0]
    match = MODAL_WITH.search(page.text, start, page.clean.within(duty.start, duty.end)[0])
    return _told(match) if match else None


def _throughout(text: str, modal: tuple[Modality, Span], end: int) -> bool:
    """Whether the sentences behind the one that has the modal say nothing else, up to the end of the task.

    An obligation (要...) goes on where words are silent; that one part is encouraged says nothing of the others.
    """
    kind, (_, at) = modal
    silent = kind in ("obligation", "prohibition")
    for sentence in _SENTENCE.finditer(text, at, end):
        told = _modal(text, sentence.end(), end)
        if (told is None and not silent and sentence.end() < end) or (told is not None and told[0] != kind):
            return False
    return True


def _told(match: re.Match[str]) -> tuple[Modality, Span]:
    kind = next(kind for kind in _KINDS if match[kind])
    return kind, match.span(kind)


def _object(text: str, at: int, end: int) -> Span | None:
    """What the first verb at `at` acts on."""
    at = _skip(_COMMA, text, at, end)
    if match := ACTED_ON.match(text, at, end):
        return _noun(text, *match.span("object"))
    verb = VERBS.match(text, at, end)
    if verb is None:
        return None
    stop = OBJECT_ENDS.search(text, verb.end(), end)
    return _noun(text, verb.end(), stop.start() if stop else end)


def _noun(text: str, start: int, end: int) -> Span | None:
    """The place, where its words can be an object."""
    words = text[start:end]
    if not 2 <= len(words) <= _LONGEST_OBJECT or NO_OBJECT.search(words) or _BRACKET_GOES_ON.match(text, end):
        return None
    return start, end
