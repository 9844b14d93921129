"""The findings as tables for an office: a sheet a kind, each finding with its reason and both places that prove it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from graph.exports.sheets import Column, Item, Ledger, Sheet, link
from graph.findings import Finding, Place, Severity, caption, lead
from graph.views.evidence import Evidence

TITLE = "待查事项"

_WHAT = (Column("序号", 6), Column("程度", 6), Column("对象", 16), Column("理由", 56))
_HERE = (Column("原文", 22), Column("文件", 18), Column("来源", 18), Column("出处", 6))
_THERE = (Column("另一处原文", 22), Column("另一文件", 18), Column("另一来源", 18), Column("另一出处", 8))
_KINDS = (
    Column("类别", 28),
    Column("说明", 70),
    *(Column(f"程度{severity.caption}", 8) for severity in Severity),
    Column("合计", 8),
)


def findings(found: Sequence[Finding], evidence: Evidence) -> Ledger:
    """The findings, which stand in the order of their kinds: first how many there are of each, then a sheet a kind."""
    made = Ledger(TITLE)
    by_kind = {kind: list(same) for kind, same in groupby(found, lambda one: one.kind)}
    made.sheets = [_overview(by_kind.items()), *(_sheet(kind, same, made, evidence) for kind, same in by_kind.items())]
    return made


def place(made: Ledger, evidence: Evidence, written: Place) -> int:
    """The number of the place of a proof."""
    return made.place(evidence.proof({name: getattr(written, name) for name in _PROVES}, ""))


_PROVES = ("document", "start", "end", "quote")


def _overview(kinds: Iterable[tuple[str, Sequence[Finding]]]) -> Sheet:
    rows = []
    for kind, same in kinds:
        counts = [sum(one.severity is severity for one in same) for severity in Severity]
        cells = (caption(kind), lead(kind), *(str(count or "") for count in counts), str(len(same)))
        rows.append([Item(cell) for cell in cells])
    return Sheet("概况", _KINDS, rows)


def _sheet(kind: str, found: Sequence[Finding], made: Ledger, evidence: Evidence) -> Sheet:
    """One kind; the columns of the other side only where one of its findings has another side."""
    sides = any(one.there for one in found)
    rows = []
    for number, one in enumerate(found, 1):
        cells = [Item(text) for text in (str(number), one.severity.caption, one.subject, one.reason)]
        cells += _side(one.here, made, evidence)
        if sides:
            cells += _side(one.there, made, evidence) if one.there else [Item("")] * len(_THERE)
        rows.append(cells)
    return Sheet(caption(kind), (*_WHAT, *_HERE, *(_THERE if sides else ())), rows, 3)


def _side(written: Place, made: Ledger, evidence: Evidence) -> list[Item]:
    """The words, the document with its day, the file and the line, and the number of the sentence."""
    number = place(made, evidence, written)
    document = f"{written.name}\n{written.date}".rstrip()
    line = evidence.place(written.document, written.start) or written.source
    return [Item(written.quote), Item(document), Item(line), link(number)]
