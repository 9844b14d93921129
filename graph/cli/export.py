"""dutygraph export"""

from __future__ import annotations

import io
from typing import Annotated

import typer

from graph.cli.opened import reading
from graph.cli.options import STORE, Store
from graph.cli.output import write_file
from graph.exports import Name, load
from graph.stores.read import tables_of


def export(
    format_: Annotated[
        Name,
        typer.Argument(
            metavar="FORMAT",
            help="graphml (for Gephi, yEd, igraph, networkx) or json (the schema, the nodes, the relationships).",
            show_default=False,
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE", help="The file to write; - is standard output.", show_default=False
        ),
    ],
    store: Store = STORE,
) -> None:
    """Write the whole graph in the format of other programs.

    The same texts give the same bytes. GraphML has no lists and no labels: a list is joined by " | ", and `kind` is the
    label of a node or the type of a relationship.

    \b
    Examples:
      dutygraph export graphml -o city.graphml
      dutygraph export json -o - | jq '.nodes | length'
    """
    with reading(store) as workspace:
        tables = tables_of(workspace.graph())
    file = io.BytesIO()
    load(format_).write(tables, file)
    write_file(output, file.getvalue())
