"""What was not understood: places that look like a fact and became none, documents that lack something."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractors import facts as F
from graph.identity import DocumentIndex
from graph.stores import Store

_UNPLACED = """
MATCH (d:Document)-[r:MENTIONS]->(a:Agency)
WHERE a.place IS NULL AND NOT a.vague AND NOT a.collective AND a.level IS NULL
RETURN d.text_sha256, d.source, r.start, r.end, r.quote ORDER BY d.source, r.start, a.id
"""

_LACKS = (
    ("number", "no document number was found: the document is known by its title"),
    ("title", "no title was found"),
    ("date", "no date of issue was found: its deadlines cannot be dated"),
)


CAPTIONS: Mapping[str, str] = {
    "no number": "没有读到文号，以标题识别",
    "no title": "没有读到标题",
    "no date": "没有读到成文日期，时限无法换算",
    "shared number": "不同的文件用了同一文号",
    "head": "文件头部要素不全或可疑",
    "name": "说不清是哪里的单位",
    "number": "像文号而没有读作文号",
    "date": "像日期而没有读懂",
    "deadline": "时限无法换算成日期",
    "duty": "像任务而没有读出承担单位",
    "table": "表格没有读懂",
    "roster": "像名单而没有读懂",
    "change": "像机构变动而没有读懂",
}
"""What the kinds of doubts are called; one that is not here goes by its name in the program."""


@dataclass(frozen=True, slots=True)
class Doubted:
    """A place in a source, and why it is doubtful. `kind`: what it may be, or what is lacking (no date).

    `text_sha256` tells the document.
    """

    kind: str
    text_sha256: str
    source: str
    start: int
    end: int
    quote: str
    why: str


def doubts(documents: Sequence[F.Document], store: Store) -> list[Doubted]:
    """All doubts, by source and place."""
    found = [
        Doubted(doubt.kind, document.text_sha256, document.source, doubt.start, doubt.end, doubt.quote, doubt.why)
        for document in documents
        for doubt in document.doubts
    ]
    found += _lacking(documents) + _same_number(documents) + _unplaced(store)
    return sorted(found, key=lambda doubt: (doubt.source, doubt.start, doubt.kind, doubt.end))


def _lacking(documents: Sequence[F.Document]) -> list[Doubted]:
    return [
        Doubted(
            f"no {field}", document.text_sha256, document.source, document.start, document.end, _name(document), why
        )
        for document in documents
        for field, why in _LACKS
        if getattr(document, field) is None
    ]


def _same_number(documents: Sequence[F.Document]) -> list[Doubted]:
    """Documents with one 文号 and different texts: all are kept."""
    return [
        Doubted(
            "shared number",
            documents[at].text_sha256,
            documents[at].source,
            documents[at].start,
            documents[at].end,
            documents[at].number or "",
            "another text has the same number: " + ", ".join(documents[o].source for o in group if o != at),
        )
        for group in DocumentIndex(documents).conflicts
        for at in group
    ]


def _unplaced(store: Store) -> list[Doubted]:
    """Bodies that no place could be found for: each is one body in one document only."""
    why = "no one can say of which place this body is"
    return [
        Doubted("name", str(text_sha256), str(source), start, end, str(quote), why)
        for text_sha256, source, start, end, quote in store.query(_UNPLACED).rows
        if isinstance(start, int) and isinstance(end, int)
    ]


def _name(document: F.Document) -> str:
    return document.title or document.number or ""
