"""What should be looked at: the questions whose answers are troubles, and the places that were not understood."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.doubts import CAPTIONS, doubts
from graph.queries import Question, question, run
from graph.schema import schema
from graph.site.linked import Linked, Proof, Ref, whole, word
from graph.site.render import Renderer
from graph.stores import Cell, Store
from graph.workspace import Workspace

SHOWN = 200
"""How many rows a table shows; it says so where there are more."""

_ASKED = ("changed-bodies", "different-leads", "no-lead", "vague-owners", "cited-missing")
_LEADS = {
    "changed-bodies": "文件撤销、更名、合并或划转的单位，以及其后文件仍交给它的任务。",
    "different-leads": "不同文件把同一任务交给不同的牵头单位。",
    "no-lead": "由几个单位承担而无人牵头的任务。",
    "vague-owners": "只交给“有关部门”等所指不明者的任务。",
    "cited-missing": "被引用而没有收录的文件。",
}
_WEIGHT = {"changed-bodies": "duties_after"}
"""The column whose greatest numbers come first, where the question sorts otherwise."""

_LEFT_OUT = frozenset({"source", "start", "end", "quote", "id"})
"""Columns that say where it is written: they become a link."""

_LISTED = 8
"""How many names a cell lists."""

_QUOTED = 120
"""How many characters of a place a cell quotes."""

_TIMEOUT = 600.0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells, each a text or a thing with a page, and where it is written."""

    cells: Sequence[str | Ref]
    proof: Proof | None


@dataclass(frozen=True, slots=True)
class Table:
    """A finding: what it is, how to ask for the whole of it, the rows that are shown, how many there are."""

    anchor: str
    title: str
    lead: str
    command: str
    columns: Sequence[str]
    rows: Sequence[Row]
    all: int


def write(render: Renderer, store: Store, workspace: Workspace | None, graph: Linked) -> None:
    """Write the page of all findings; what was not understood is known where the workspace is at hand."""
    finder = _Finder(graph)
    tables = [_asked(question(name), store, finder) for name in _ASKED]
    if workspace is not None:
        tables.append(_doubts(store, workspace, finder))
    render.page(
        "findings.html",
        "findings",
        here="findings",
        title="待查事项",
        lead="全部文件放在一起才看得出的问题，以及没有读懂的地方；结论要以原文为准。",
        tables=tables,
        parts=[(table.anchor, table.title, table.all) for table in tables],
    )


def _asked(asked: Question, store: Store, finder: _Finder) -> Table:
    answer = run(asked, store, timeout=_TIMEOUT)
    shown = [at for at, name in enumerate(answer.columns) if name not in _LEFT_OUT]
    found = list(answer.rows)
    if weight := _WEIGHT.get(asked.name):
        found.sort(key=lambda row: _number(row[answer.columns.index(weight)]), reverse=True)
    rows = []
    for row in found[:SHOWN]:
        named = dict(zip(answer.columns, row, strict=True))
        rows.append(Row([finder.cell(answer.columns[at], row[at]) for at in shown], finder.proof(named)))
    captions = [asked.columns[answer.columns[at]] for at in shown]
    return Table(
        asked.name, asked.title, _LEADS[asked.name], f"dutygraph query {asked.name}", captions, rows, len(answer.rows)
    )


def _doubts(store: Store, workspace: Workspace, finder: _Finder) -> Table:
    found = doubts(workspace.documents(), store)
    rows = []
    for doubt in found[:SHOWN]:
        named: dict[str, Cell] = {
            "source": doubt.source,
            "start": doubt.start,
            "end": doubt.end,
            "quote": doubt.quote,
        }
        kind = CAPTIONS.get(doubt.kind, doubt.kind)
        rows.append(Row([kind, doubt.quote[:_QUOTED], doubt.reason], finder.proof(named)))
    lead = "像是事实而没有读懂的地方，以及文件缺少的要素。"
    return Table(
        "doubts",
        "没有读懂之处",
        lead,
        "dutygraph info --doubts",
        ("类别", "原文", "缘由"),
        rows,
        len(found),
    )


class _Finder:
    """From the names and places in the answer of a question to pages."""

    def __init__(self, graph: Linked) -> None:
        self._graph = graph
        self._bodies = _by_name(graph, "Agency", "LeadingGroup")
        self._documents = _by_name(graph, "Document")
        self._sources: dict[str, list[tuple[int, int, Ref]]] = defaultdict(list)
        for node in graph.nodes("Document"):
            known = node.properties
            if known.get("text_sha256") is not None:
                span = whole(known.get("start")), whole(known.get("end"))
                self._sources[word(known.get("source"))].append((*span, graph.ref("Document", node.id)))

    def cell(self, column: str, value: Cell) -> str | Ref:
        """A value as it is shown; the name of one body or document only is a link to its page."""
        if isinstance(value, list):
            names = [str(item) for item in value[:_LISTED]]
            more = f" 等 {len(value)} 项" if len(value) > _LISTED else ""
            return "、".join(names) + more
        if value is None or isinstance(value, bool | dict):
            return ""
        known = self._documents if column == "document" else self._bodies
        meant = known.get(str(value), []) if isinstance(value, str) else []
        return meant[0] if len(meant) == 1 else _caption(column, str(value))

    def proof(self, row: Mapping[str, Cell]) -> Proof | None:
        """Where a row is written, where it says so."""
        start, end, source = row.get("start"), row.get("end"), row.get("source")
        if not isinstance(start, int) or not isinstance(end, int):
            return None
        for first, last, ref in self._sources.get(str(source), ()):
            if (start, end) == (first, last):
                return Proof(ref, ref.href, str(row.get("quote") or ""), False)
            if first <= start < last:
                return self._graph.at(ref.id, start, end, str(row.get("quote") or ""))
        return None


def _number(value: Cell) -> int:
    return value if isinstance(value, int) else 0


def _caption(column: str, value: str) -> str:
    """A value as a reader of the documents calls it."""
    known = schema()
    if value in known.relationships:
        return known.relationships[value].caption
    return known.enums[column].get(value, value) if column in known.enums else value


def _by_name(graph: Linked, *labels: str) -> dict[str, list[Ref]]:
    found: dict[str, list[Ref]] = defaultdict(list)
    for label in labels:
        for node in graph.nodes(label):
            found[word(node.properties.get("name"))].append(graph.ref(label, node.id))
    return found
