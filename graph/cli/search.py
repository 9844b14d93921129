"""dutygraph search"""

from __future__ import annotations

from typing import Annotated

import typer

from graph import search as searching
from graph.cli.errors import tell
from graph.cli.opened import graph_at
from graph.cli.options import FOLDER, RowFormat, RowOutput, Store
from graph.cli.output import Column, Format, print_rows
from graph.schema import schema
from graph.stores import Cell


def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS", help="What all must stand in a name or text.", show_default=False)
    ],
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="Print at most N.")] = 20,
    store: Store = FOLDER,
    format_: RowFormat = Format.table,
    output: RowOutput = "-",
) -> None:
    """Find agencies, documents, duties and people by words, the best first.

    Groups, posts and licences too. A word may be a part of any other; all must be there, in any order.

    \b
    Examples:
      dutygraph search 安全生产
      dutygraph search 应急 物资储备 --limit 5 --format json
    """
    with graph_at(store) as graph:
        hits = searching.search(graph, " ".join(words), limit + 1)
    print_rows([_row(hit, format_) for hit in hits[:limit]], _COLUMNS[format_], format_, output)
    if len(hits) > limit:
        tell(f"only the best {limit}; --limit N for more")


_BRIEF = (Column("label", "类别"), Column("name", "名称"), Column("property", "见于"), Column("excerpt", "原文"))
_FULL = (*_BRIEF, Column("id", "编号"), Column("score", "得分"))
_COLUMNS = {Format.table: _BRIEF, Format.csv: _FULL, Format.json: _FULL}


def _row(hit: searching.Hit, format_: Format) -> list[Cell]:
    """The hit; label and property in the words of the reader, but in JSON."""
    known = schema().nodes[hit.label]
    kind, place = known.caption, known.properties[hit.property].caption
    if format_ is Format.json:
        kind, place = hit.label, hit.property
    row: list[Cell] = [kind, hit.name, place, hit.excerpt, hit.id, hit.score]
    return row[: len(_COLUMNS[format_])]
