"""dutygraph export"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.opened import graph_at
from graph.cli.options import FOLDER, Store
from graph.cli.output import write_file
from graph.exports import Name, load
from graph.files import explained
from graph.stores.read import tables_of
from graph.tables import Tables


def export(
    format_: Annotated[
        Name,
        typer.Argument(
            metavar="FORMAT",
            help="graphml (for Gephi, yEd, igraph, networkx), json (the schema, the nodes, the relationships) or "
            "neo4j-admin (a folder for Neo4j's own importer).",
            show_default=False,
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="The file to write (- is standard output), or the folder to make.",
            show_default=False,
        ),
    ],
    store: Store = FOLDER,
) -> None:
    """Write the whole graph in the format of other programs.

    The same texts give the same bytes. GraphML has no lists and no labels: a list is joined by " | ", and `kind` is the
    label of a node or the type of a relationship. The folder for Neo4j holds the ready command line: import.sh.

    \b
    Examples:
      dutygraph export graphml -o city.graphml
      dutygraph export json -o - | jq '.nodes | length'
      dutygraph export neo4j-admin -o bulk
    """
    if format_ is Name.neo4j_admin and output == "-":
        raise typer.BadParameter("a folder does not go to standard output", param_hint="--output")
    with graph_at(store) as graph:
        tables = tables_of(graph)
    if format_ is Name.neo4j_admin:
        _write_folder(tables, Path(output))
        return
    file = io.BytesIO()
    load(format_).write(tables, file)
    write_file(output, file.getvalue())


def _write_folder(tables: Tables, folder: Path) -> None:
    from graph.exports.neo4j_admin import write_folder  # with the driver, which takes time to load

    with explained(folder):
        write_folder(tables, folder)
