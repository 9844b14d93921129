"""dutygraph query"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.opened import graph_at
from graph.cli.options import FOLDER, Parameters, RowFormat, RowOutput, Store
from graph.cli.output import Column, Format, print_rows
from graph.cli.parameters import parse
from graph.schema import schema
from graph.stores import Cell
from graph.stores import Store as GraphStore

if TYPE_CHECKING:
    from graph.queries import Question


def query(
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="A question; without one, the list of them.", show_default=False),
    ] = None,
    param: Parameters = None,
    store: Store = FOLDER,
    format_: RowFormat = Format.table,
    output: RowOutput = "-",
) -> None:
    """Ask one of the questions that come with the program, or list them.

    Each is a Cypher statement that holds on any store; the list says what it asks and what it needs.

    \b
    Examples:
      dutygraph query
      dutygraph query supporters -p agency=县应急局
    """
    # Imported here: `--help` need not wait for it.
    from graph.queries import question, questions, run

    if name is None:
        given = parse(param)
        if given:
            raise typer.BadParameter("a parameter without a question", param_hint="NAME")
        rows: list[tuple[Cell, ...]] = [
            (known.name, known.title, known.asks, [f"-p {key}={p.example}" for key, p in known.parameters.items()])
            for known in questions().values()
        ]
        print_rows(rows, _LIST, format_, output)
        return
    asked = question(name)
    with graph_at(store) as graph:
        answer = run(asked, graph, _meant(asked, parse(param), graph))
    columns = [Column(key, asked.columns[key]) for key in answer.columns]
    said = answer.rows if format_ is Format.json else [tuple(map(_said, answer.columns, row)) for row in answer.rows]
    print_rows(said, columns, format_, output)


def _meant(asked: Question, given: dict[str, Cell], graph: GraphStore) -> dict[str, Cell]:
    """The parameters, with the id of the one body or document that each name means. Raises `Failure`."""
    from graph.cli.names import the_body, the_document  # with the rules of names, which take time to load

    meant = dict(given)
    for key, value in given.items():
        known = asked.parameters.get(key)
        if known is None or value == known.default:
            continue
        if known.type == "body":
            meant[key] = the_body(str(value), graph)["id"]
        elif known.type == "document":
            meant[key] = the_document(str(value), graph)
    return meant


def _said(column: str, cell: Cell) -> Cell:
    """A role or a level in the words of the reader, as the headings are."""
    captions = schema().enums.get(column.removesuffix("s"), {})
    if isinstance(cell, list):
        return [_said(column, item) for item in cell]
    return captions.get(cell, cell) if isinstance(cell, str) else cell


_LIST = (
    Column("name", "name"),
    Column("title", "title"),
    Column("asks", "asks"),
    Column("parameters", "parameters"),
)
