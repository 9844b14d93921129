"""dutygraph remove"""

from __future__ import annotations

from typing import Annotated

import typer

from graph.cli.options import STORE, Store
from graph.cli.output import print_text
from graph.cli.progress import progress


def remove(
    document: Annotated[
        str,
        typer.Argument(metavar="DOCUMENT", help="The document's 文号, whole title or id.", show_default=False),
    ],
    store: Store = STORE,
) -> None:
    """Take a document, and all that only it says, out of the store.

    It stays out until its source is built again.

    \b
    Example:
      dutygraph remove 临政办发〔2018〕31号
    """
    # Imported here: `--help` need not wait for the store.
    from graph.workspace import Workspace

    Workspace.open(store).close()  # says that there is none, where writing would make one
    with Workspace.open(store, write=True) as workspace, progress() as report:
        removed = workspace.remove(document)
        workspace.update(report)
    print_text(f"removed: {removed.number or ''} {removed.title or ''}".rstrip() + "\n")
