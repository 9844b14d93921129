"""What should be looked at: what only all documents together show, and the places that were not understood."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from graph.doubts import CAPTIONS, Doubted, doubts
from graph.findings import KINDS, Finding, Place, find
from graph.site.linked import Linked, Proof, Ref, whole, word
from graph.site.paths import FOLDERS
from graph.site.render import Renderer
from graph.stores import Store
from graph.workspace import Workspace

SHOWN = 200
"""How many rows a table shows; it says so where there are more."""

_QUOTED = 120
"""How many characters of a place a cell quotes."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells, each a text or a thing with a page, and where it is written: on one side, or on both."""

    cells: Sequence[str | Ref]
    proofs: Sequence[Proof]


@dataclass(frozen=True, slots=True)
class Table:
    """A kind of findings: what it is, how to ask for all of it, the rows that are shown, how many there are."""

    anchor: str
    title: str
    lead: str
    command: str
    columns: Sequence[str]
    rows: Sequence[Row]
    all: int


def write(render: Renderer, store: Store, workspace: Workspace | None, graph: Linked) -> None:
    """Write the page of all findings; what was not understood is known where the workspace is at hand."""
    found = find(graph.tables, [name for name, kind in KINDS.items() if kind.shown])
    tables = [_table(kind, list(same), graph) for kind, same in groupby(found, lambda one: one.kind)]
    if workspace is not None:
        tables.append(_doubts(doubts(workspace.documents(), store), graph))
    render.page(
        "findings.html",
        "findings",
        here="findings",
        title="待查事项",
        lead="全部文件放在一起才看得出的问题，以及没有读懂的地方；结论要以原文为准。",
        tables=tables,
        parts=[(table.anchor, table.title, table.all) for table in tables],
    )


def _table(kind: str, found: Sequence[Finding], graph: Linked) -> Table:
    rows = [_row(one, graph) for one in found[:SHOWN]]
    known, command = KINDS[kind], f"dutygraph findings {kind}"
    return Table(kind, known.caption, known.lead, command, ("程度", "对象", "理由"), rows, len(found))


def _row(one: Finding, graph: Linked) -> Row:
    about = graph.ref(one.label, one.id) if one.label in FOLDERS else one.subject
    places = [one.here, one.there] if one.there else [one.here]
    return Row([one.severity.caption, about, one.reason], [_proof(place, graph) for place in places])


def _proof(place: Place, graph: Linked) -> Proof:
    return graph.at(place.document, place.start, place.end, place.quote, position=place.position)


def _doubts(found: Sequence[Doubted], graph: Linked) -> Table:
    sources = _by_source(graph)
    rows = []
    for doubt in found[:SHOWN]:
        kind = CAPTIONS.get(doubt.kind, doubt.kind)
        proof = _place(doubt, sources.get(doubt.source, ()), graph)
        rows.append(Row([kind, doubt.quote[:_QUOTED], doubt.why], [proof] if proof else []))
    lead = "像是事实而没有读懂的地方，以及文件缺少的要素。"
    command = "dutygraph info --doubts"
    return Table("doubts", "没有读懂之处", lead, command, ("类别", "原文", "缘由"), rows, len(found))


def _by_source(graph: Linked) -> dict[str, list[tuple[int, int, Ref]]]:
    """By source the documents in it, with where they begin and end."""
    sources: dict[str, list[tuple[int, int, Ref]]] = defaultdict(list)
    for node in graph.nodes("Document"):
        known = node.properties
        if known.get("text_sha256") is not None:
            span = whole(known.get("start")), whole(known.get("end"))
            sources[word(known.get("source"))].append((*span, graph.ref("Document", node.id)))
    return sources


def _place(doubt: Doubted, documents: Iterable[tuple[int, int, Ref]], graph: Linked) -> Proof | None:
    """Where a doubt stands: a document as a whole, or a place in it."""
    for first, last, ref in documents:
        if (doubt.start, doubt.end) == (first, last):
            return Proof(ref, ref.href, doubt.quote, False)
        if first <= doubt.start < last:
            return graph.at(ref.id, doubt.start, doubt.end, doubt.quote)
    return None
