"""dutygraph trace"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli import places
from graph.cli.errors import Failure
from graph.cli.opened import graph_at
from graph.cli.options import FOLDER, RowFormat, RowOutput, Store
from graph.cli.output import Column, Format, print_rows
from graph.schema import schema
from graph.stores import Cell
from graph.stores import Store as GraphStore

if TYPE_CHECKING:
    from graph.findings.trace import Step

_SHOWN = 8
"""How many duties an error lists."""

_DUTIES = """
MATCH (t:Duty) WHERE t.id = $name OR t.text CONTAINS $name
RETURN t.id AS id, t.name AS name, t.document AS document ORDER BY document, t.start, id
"""


def trace(
    duty: Annotated[
        str, typer.Argument(metavar="DUTY", help="A duty by its id, or by words of its text.", show_default=False)
    ],
    store: Store = FOLDER,
    format_: RowFormat = Format.table,
    output: RowOutput = "-",
) -> None:
    """Print the chain of a duty: what it restates, what that rests on, up to the top; and what restates it below.

    The height counts steps: 0 is the duty, above it are the earlier duties and the documents on whose authority they
    stand, below it the later ones that say it again.

    \b
    Examples:
      dutygraph trace 石料场安全监管
      dutygraph trace 3f0c2a9d5e7b41860c12 --format json
    """
    # Imported here: `--help` need not wait for it.
    from graph.findings.trace import trace as chain_of
    from graph.stores.read import tables_of

    with graph_at(store) as graph:
        chain = chain_of(tables_of(graph), _the_duty(duty, graph))
    if format_ is Format.table:
        print_rows([_brief(step) for step in chain], _BRIEF, format_, output, spaced=True)
    else:
        print_rows([_full(step, format_) for step in chain], _FULL, format_, output)


def _the_duty(name: str, graph: GraphStore) -> str:
    """The id of the duty that is meant. Raises `Failure` where that is not one."""
    rows = graph.query(_DUTIES, {"name": name}).rows if name.strip() else ()
    if not rows:
        raise Failure("no such duty in the store", name, "give its id (dutygraph duties --format csv), or words of it")
    if len(rows) > 1:
        which = "; ".join(f"{id_} ({text}, {document})" for id_, text, document in rows[:_SHOWN])
        more = "; ..." if len(rows) > _SHOWN else ""
        raise Failure(f"{len(rows)} duties have these words: {which}{more}", name, "give more words, or the id of one")
    return str(rows[0][0])


_BRIEF = (
    Column("height", "层次"),
    Column("how", "关系"),
    Column("what", "任务或文件"),
    Column("owners", "承担单位"),
    Column("score", "相似度"),
    Column("place", "出处"),
)
_FULL = (
    *_BRIEF[:-1],
    *places.COLUMNS,
    Column("in_corpus", "已收录"),
    Column("label", "类别"),
    Column("id", "编号"),
)


def _brief(step: Step) -> list[Cell]:
    place = step.place
    what = step.what if step.in_corpus else f"{step.what}（未收录）"
    how = schema().relationships[step.how].caption if step.how else None
    where = f"{place.name}\n{place.date}".rstrip() + f"\n{place.start}-{place.end}"
    return [step.height, how, what, step.owners or None, step.score, where]


def _full(step: Step, format_: Format) -> list[Cell]:
    """Every property; the relationship in the words of the reader in CSV, of the graph in JSON."""
    how = step.how
    if how and format_ is not Format.json:
        how = schema().relationships[how].caption
    known: list[Cell] = [step.height, how or None, step.what, step.owners or None, step.score]
    return [*known, *places.cells(step.place), step.in_corpus, step.label, step.id]
