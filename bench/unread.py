"""The map to work from: every place that holds the sign of a fact and led to no fact of that kind, by its shape.

    python bench/unread.py SRC... [--kind duty] [--most 40] [--examples 3]

A sign is a word or a mark of the lexicons: 牵头 of a duty, 《》 of a citation, 组长 of a group, 撤销 of a change,
年底前 of a deadline. It is read where a fact of its kind stands in its sentence (a citation or a deadline: at the
sign). The shape of a place is the words around its sign that rules speak of, with B for the end of a body's name, T for
a time, 0 for a figure, 《》 and 〔〕 for a title and a number, and … for all that is between. The most frequent shapes
come first. Not all of it is missing: much is no fact, and each shape is a question.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from extractors.bodies import squash
from extractors.components.page import Page, facts_of, page_of
from extractors.facts import Change, Citation, Doubt, Duty, Group
from extractors.lexicons import bodies, changes, citations, duties, groups, times
from extractors.pipeline import Pipeline
from extractors.sources import Source, SourceError, find, read

Span = tuple[int, int]


class Kind(NamedTuple):
    """A kind of fact: the `signs` of it, and whether a fact anywhere in the `sentence` accounts for them."""

    signs: re.Pattern[str]
    sentence: bool = True


_GIVES = rf"{duties.LEAD}|配合|协办|协助|会同|负责|承办|落实(?=[。；）)]|$)|按(?:各自)?职责"
_BODY_IN_BRACKET = rf"[（(\[［【][^（）()\[\]［］【】\n]*?(?:{bodies.ENDS})[）)\]］】]"
_BODY_MUST = rf"(?:{bodies.ENDS}|{bodies.PLACE_ENDS})(?:{duties.MODAL})"
_CHANGES = (
    f"{changes.RENAME}|{changes.TURN_INTO}|{changes.ABOLISH}|{changes.ESTABLISH_REFORM}|{changes.MERGE}|{changes.MOVE}|"
    "设立|成立|挂牌|牌子"
)
_TITLE = r"《[^《》\n]+》"

KINDS = {
    "duty": Kind(re.compile(rf"{duties.LABEL}[：:]|{_GIVES}|{_BODY_IN_BRACKET}|{_BODY_MUST}")),
    "citation": Kind(re.compile(rf"{_TITLE}|{citations.CITED_NUMBER}"), sentence=False),
    "group": Kind(re.compile(f"{groups.GROUP_ENDS}|{groups.PROSE_ROLES}")),
    "change": Kind(re.compile(_CHANGES)),
    "deadline": Kind(re.compile(times.DUE), sentence=False),
}

_CLASSES = {
    "《》": _TITLE,
    "〔〕": citations.CITED_NUMBER,
    "T": times.TIME,
    "0": r"[\d.]+",
    "B": f"(?:{bodies.ENDS})+",
}
"""What stands in a shape for a name, a time or a figure."""

_WORDS = rf"[，：:（）()\[\]“”\t]|{_GIVES}|{duties.MODAL}|{_CHANGES}|各|有关|相关|由|请|的|{groups.PROSE_ROLES}"
"""The words that stand in a shape as they are."""


_TOKEN = re.compile("|".join([*(f"(?P<c{n}>{pattern})" for n, pattern in enumerate(_CLASSES.values())), _WORDS]))
_SENTENCE = re.compile(r"[^。；;\n]+")
_AROUND, _CONTEXT = 3, 40
"""The words of a shape on each side of its sign, and the characters of an example before it (behind it twice that)."""

MARK = "unread "
"""What the kinds of these doubts begin with."""


def shape_of(sentence: str, start: int, end: int) -> str:
    """The shape of the sentence around its sign ``sentence[start:end]``, which stands in ‹›."""
    before = _tokens(sentence[:start])
    after = _tokens(sentence[end:])
    sign = "".join(_tokens(sentence[start:end]))
    return f"{''.join(before[-_AROUND:])}‹{sign}›{''.join(after[:_AROUND])}"


def _tokens(text: str) -> list[str]:
    """The words of a text that belong in a shape, and … between them; before the end of a name nothing is left."""
    names = list(_CLASSES)
    tokens: list[str] = []
    at = 0
    for match in _TOKEN.finditer(text):
        word = names[int(match.lastgroup[1:])] if match.lastgroup else match.group()
        if text[at : match.start()].strip() and word != "B":
            tokens.append("…")
        tokens.append(word)
        at = match.end()
    return [*tokens, "…"] if text[at:].strip() else tokens


@Language.component("unread")
def mark_unread(doc: Doc) -> Doc:
    """Note every sign that led to no fact as a doubt (`why` is its shape)."""
    page = page_of(doc)
    for name, kind in KINDS.items():
        spans, words = _read(doc, page, name)
        for sentence in _SENTENCE.finditer(page.text):
            if squash(sentence.group()) in words:
                continue
            for sign in kind.signs.finditer(page.text, *sentence.span()):
                a, b = page.clean.span(*(sentence if kind.sentence else sign).span())
                if any(start < b and a < end for start, end in spans) or squash(sign.group()).strip("《》") in words:
                    continue
                at = sentence.start()
                page.doubt(MARK + name, *sign.span(), shape_of(sentence.group(), sign.start() - at, sign.end() - at))
                if kind.sentence:
                    break
    return doc


def _read(doc: Doc, page: Page, kind: str) -> tuple[list[Span], set[str]]:
    """The places in the source that facts of the kind account for, and words that they account for anywhere."""
    if kind == "citation":
        cited = facts_of(doc, "citations", Citation)
        named = [page.head.title, page.head.number, *page.head.promulgates, *page.head.attachments]
        named += [name for fact in cited for name in (fact.title, fact.number)]
        return [(fact.start, fact.end) for fact in cited], {squash(name) for name in named if name}
    if kind == "group":
        found = facts_of(doc, "groups", Group)
        places = [(fact.start, fact.end) for group in found for fact in (group, *group.members)]
        return [*places, *(span for g in found for span in (g.office_span, g.director_span) if span)], set()
    if kind == "change":
        return [(fact.start, fact.end) for fact in facts_of(doc, "changes", Change)], set()
    owned = facts_of(doc, "duties", Duty)
    if kind == "deadline":
        return [duty.deadline_span for duty in owned if duty.deadline_span], set()
    said = {squash(part) for duty in owned if duty.form == "prose" for part in re.split("[。；]", duty.text)}
    places = [(duty.start, duty.end) for duty in owned]
    return [*places, *((d.text_start, d.text_end) for d in owned if d.form == "prose")], said


def unread(sources: Iterable[Source]) -> Iterator[tuple[Source, Doubt]]:
    """The unread places of the sources, in order; a file that cannot be read is named and left out."""
    pipeline = Pipeline()
    pipeline.nlp.add_pipe("unread")
    for source in sources:
        try:
            documents = pipeline.extract(source)
        except SourceError as error:
            print(error)
            continue
        yield from ((source, doubt) for d in documents for doubt in d.doubts if doubt.kind.startswith(MARK))


def _example(source: Source, place: Doubt) -> str:
    """Where the place is, and the words around it."""
    line = source.text.count("\n", 0, place.start) + 1
    words = source.text[max(0, place.start - _CONTEXT) : place.end + 2 * _CONTEXT]
    return f"{source.name}:{line}  {' '.join(words.split())}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="+", metavar="SRC")
    parser.add_argument("--kind", choices=KINDS, action="append", help="only this kind (may be given again)")
    parser.add_argument("--most", type=int, default=40, help="shapes of a kind to print (0: all)")
    parser.add_argument("--examples", type=int, default=3, help="examples of a shape to print")
    arguments = parser.parse_args()
    paths, errors = find(arguments.sources)
    for error in errors:
        print(error)
    shapes: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for source, place in unread(read(path, name) for path, name in paths):
        shapes[place.kind.removeprefix(MARK)][place.why].append(_example(source, place))
    for kind in arguments.kind or KINDS:
        found = shapes[kind]
        print(f"== {kind}: {sum(map(len, found.values()))} places of {len(found)} shapes")
        for shape, examples in sorted(found.items(), key=lambda item: -len(item[1]))[: arguments.most or None]:
            print(f"{len(examples):5}  {shape}")
            for example in examples[: arguments.examples]:
                print(f"       {example}")


if __name__ == "__main__":
    main()
