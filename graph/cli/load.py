"""dutygraph load"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.cli.opened import is_address, refuse_other, server_at
from graph.cli.options import FOLDER, RowFormat
from graph.cli.output import Format
from graph.cli.progress import progress
from graph.cli.written import print_counts


def load(
    store: Annotated[
        str,
        typer.Option(
            "--store",
            metavar="ADDRESS",
            envvar="DUTYGRAPH_STORE",
            help="The Neo4j server: neo4j://HOST:7687.",
            show_default=False,
        ),
    ],
    from_: Annotated[
        Path, typer.Option("--from", metavar="DIR", help="The folder that keeps what was read (--store of its build).")
    ] = Path(FOLDER),
    replace: Annotated[
        bool,
        typer.Option("--replace", help="Delete documents of sources that this folder does not know, which else stay."),
    ] = False,
    format_: RowFormat = Format.table,
) -> None:
    """Write the graph of what has been read to a Neo4j server.

    The database then holds this graph and, untouched, what dutygraph did not write. Only what differs is sent, so that
    a second load does nothing and one that was broken off goes on. NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE
    say who asks which database; a password that is not set is asked for on a terminal.

    \b
    Examples:
      dutygraph load --store neo4j://127.0.0.1:7687
      dutygraph load --store neo4j+s://graph.example --from city.db
    """
    # Imported here: `--help` need not wait for them.
    from graph.build import build
    from graph.workspace import Workspace

    if not is_address(store):
        raise typer.BadParameter(f"{store} is not the address of a server", param_hint="--store")
    with Workspace.open(from_) as workspace, server_at(store) as server, progress() as report:
        if not replace:
            refuse_other(server, workspace)
        documents = workspace.documents()
        written = server.write(build(documents).tables, report)
    print_counts({"documents in the store": len(documents)}, written, format_)
