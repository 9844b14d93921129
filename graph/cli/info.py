"""dutygraph info"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated

import typer

from extractors.rules import LOW, measured
from extractors.sources import told
from graph import stores
from graph.cli.errors import tell
from graph.cli.opened import REMEDY, Opened, lines_of, opened
from graph.cli.options import FOLDER, RowFormat, RowOutput, Store, Workspace
from graph.cli.output import Column, Format, print_rows
from graph.schema import schema
from graph.stores import Cell

Row = tuple[Cell, ...]


def info(
    agency: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="The names of this body that were joined, and by which rule.", show_default=False
        ),
    ] = None,
    doubts: Annotated[bool, typer.Option("--doubts", help="Each place that was not understood, and why.")] = False,
    sources: Annotated[
        bool, typer.Option("--sources", help="Each source: what it gave, whose copy it is, or why it gave nothing.")
    ] = False,
    rules: Annotated[
        bool, typer.Option("--rules", help="Each rule, what it found, and how often it was right.")
    ] = False,
    schema_: Annotated[bool, typer.Option("--schema", help="What can be in the graph.")] = False,
    store: Store = FOLDER,
    workspace: Workspace = None,
    format_: RowFormat = Format.table,
    output: RowOutput = "-",
) -> None:
    """Print what is in the store: counts by kind, and how much was not understood.

    A server holds the graph alone: what is said of sources and of what was not understood comes from --workspace.

    \b
    Examples:
      dutygraph info
      dutygraph info --doubts --format csv -o doubts.csv
      dutygraph info --agency 县应急局
    """
    if (agency is not None) + doubts + sources + rules + schema_ > 1:
        raise typer.BadParameter("--agency, --doubts, --sources, --rules and --schema exclude one another: ask one")
    if schema_:
        print_rows(list(_schema()), _SCHEMA, format_, output)
        return
    lacking = False
    with opened(store, workspace) as at:
        if agency is not None:
            rows, columns = _names(at.graph, agency), _NAMES
        elif doubts:
            rows, columns = list(_doubts(at)), _DOUBTS
        elif sources:
            rows, columns = list(_sources(at)), _SOURCES
        elif rules:
            rows, columns = list(_rules(at.graph)), _RULES
        else:
            rows, columns = list(_counts(at)), _COUNTS
            lacking = at.workspace is None
    print_rows(rows, columns, format_, output)
    if lacking:
        tell(f"{at.folder}: no workspace, so that sources and what was not understood are not counted; {REMEDY}")


def _columns(*names: str, captions: str = "") -> tuple[Column, ...]:
    """Columns by name, under Chinese captions where they are given (separated by blanks)."""
    return tuple(Column(name, caption) for name, caption in zip(names, captions.split() or names, strict=True))


_COUNTS = _columns("what", "kind", "caption", "count")
_NAMES = _columns("name", "joined_by", captions="写法 合并依据")
_DOUBTS = _columns("kind", "source", "line", "start", "end", "quote", "why")
_SOURCES = _columns(
    *("source", "documents", "facts", "characters", "seconds", "scans", "recognised", "copy_of", "error", "remedy")
)
_RULES = _columns("rule", "found", "right", "judged", "confidence", "mark")
_SCHEMA = _columns("what", "name", "property", "type", "caption", "help")


def _counts(at: Opened) -> Iterator[Row]:
    """How many nodes, relationships, sources and doubts there are, by kind."""
    from graph.doubts import doubts  # with the rules of identity, which take time to load

    for label, node in schema().nodes.items():
        yield "nodes", label, node.caption, _count(at.graph, f"(n:{label})")
    for type_, relationship in schema().relationships.items():
        yield "relationships", type_, relationship.caption, _count(at.graph, f"()-[n:{type_}]->()")
    if at.workspace is None:
        return
    sources = at.workspace.sources()
    yield "sources", "read", None, sum(record.error is None for record in sources)
    yield "sources", "failed", None, sum(record.error is not None for record in sources)
    for kind, count in sorted(Counter(doubt.kind for doubt in doubts(at.workspace.documents(), at.graph)).items()):
        yield "not understood", kind, None, count


def _count(graph: stores.Store, pattern: str) -> Cell:
    """How many of the graph are as the pattern of n says."""
    return graph.query(f"MATCH {pattern} WHERE {graph.ours('n')} RETURN count(n)").rows[0][0]


def _names(graph: stores.Store, name: str) -> list[Row]:
    """Each form of a body's name, and the rules by which it was joined."""
    from graph.cli.names import the_body  # as above

    body = the_body(name, graph)
    joined = graph.query(f"MATCH (n:{body['label']} {{id: $id}}) RETURN n.joined", {"id": body["id"]}).rows[0][0]
    rules = dict(str(form).split("：", 1) for form in joined) if isinstance(joined, list) else {}
    return [(form, rules.get(form)) for form in dict.fromkeys([body["name"], *body["names"]])]


def _sources(at: Opened) -> Iterator[Row]:
    workspace = at.texts("the sources")
    for record in workspace.sources():
        error = record.error
        read = (
            (record.documents, record.found, record.characters, record.seconds) if record.facts else (0, 0, None, None)
        )
        copy_of = "、".join(workspace.copied_by(record)) or None
        pages = (told(record.scans) or None, told(record.recognised) or None)
        yield record.name, *read, *pages, copy_of, error.what if error else None, error.remedy if error else None


def _rules(graph: stores.Store) -> Iterator[Row]:
    """What each rule found in the graph, and of how many that were judged by hand how many were right."""
    known = measured()
    text = f"MATCH ()-[r]->() WHERE {graph.ours('r')} RETURN r.rule AS rule, count(r) AS found ORDER BY rule"
    for rule, found in graph.query(text).rows:
        precision = known.get(str(rule))
        if precision is None:
            yield rule, found, None, None, None, "unmeasured"
        else:
            mark = "low" if precision.share < LOW else None
            yield rule, found, precision.right, precision.judged, precision.share, mark


def _doubts(at: Opened) -> Iterator[Row]:
    from graph.doubts import doubts

    workspace = at.texts("what was not understood")
    line = lines_of(workspace)
    for doubt in doubts(workspace.documents(), at.graph):
        number = line(doubt.text_sha256, doubt.start)
        yield doubt.kind, doubt.source, number, doubt.start, doubt.end, doubt.quote, doubt.why


def _schema() -> Iterator[Row]:
    """Every label, relationship and property, with its caption and its line of help."""
    known = schema()
    for label, node in known.nodes.items():
        yield "node", label, None, None, node.caption, node.help
        for name, property_ in node.properties.items():
            yield "node", label, name, property_.type, property_.caption, property_.help
    for type_, relationship in known.relationships.items():
        ends = f"{'|'.join(relationship.from_)} -> {'|'.join(relationship.to)}"
        yield "relationship", type_, None, ends, relationship.caption, relationship.help
        for name, property_ in relationship.properties.items():
            if name not in known.proof:
                yield "relationship", type_, name, property_.type, property_.caption, property_.help
    for name, property_ in known.proof.items():
        yield "relationship", "(every one)", name, property_.type, property_.caption, property_.help
