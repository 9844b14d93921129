"""dutygraph remove"""

from __future__ import annotations

from contextlib import nullcontext
from typing import Annotated

import typer

from graph.cli.opened import is_address, refuse_other, server_at, workspace_of
from graph.cli.options import FOLDER, Store, Workspace
from graph.cli.output import print_text
from graph.cli.progress import progress


def remove(
    document: Annotated[
        str,
        typer.Argument(metavar="DOCUMENT", help="The document's 文号, whole title or id.", show_default=False),
    ],
    store: Store = FOLDER,
    workspace: Workspace = None,
) -> None:
    """Take a document, and all that only it says, out of the store.

    It stays out until its source is built again. With a server it is taken out of the folder of --workspace as well.

    \b
    Examples:
      dutygraph remove 临政办发〔2018〕31号
      dutygraph remove 临政办发〔2018〕31号 --store neo4j://127.0.0.1:7687 --workspace city.db
    """
    # Imported here: `--help` need not wait for the store.
    from graph.workspace import Workspace

    folder = workspace_of(store, workspace)
    Workspace.open(folder).close()  # says that there is none, where writing would make one
    with (
        server_at(store) if is_address(store) else nullcontext() as server,
        Workspace.open(folder, write=True) as kept,
        progress() as report,
    ):
        if server is not None:
            refuse_other(server, kept)
        removed = kept.remove(document)
        kept.update(report, server)
    print_text(f"removed: {removed.number or ''} {removed.title or ''}".rstrip() + "\n")
