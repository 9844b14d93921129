"""dutygraph build"""

from __future__ import annotations

from contextlib import nullcontext

import typer

from graph.alarm import MOST_SECONDS
from graph.cli.errors import tell, tell_unread
from graph.cli.opened import is_address, refuse_other, server_at, workspace_of
from graph.cli.options import FOLDER, Jobs, Model, Ocr, RowFormat, Sources, Store, Timeout, Workspace
from graph.cli.output import Format
from graph.cli.progress import progress
from graph.cli.written import print_counts


def build(
    sources: Sources,
    store: Store = FOLDER,
    workspace: Workspace = None,
    jobs: Jobs = 1,
    model: Model = None,
    ocr: Ocr = False,
    timeout: Timeout = MOST_SECONDS,
    format_: RowFormat = Format.table,
) -> None:
    """Read documents, and write the graph of all that has been read into the store.

    What was read before and has not changed is not read again. A source that cannot be read is told on standard error,
    with what to do; the others are read all the same, and the exit code is 1.

    With a server, what was read is kept in the folder of --workspace, which holds the graph as well, as without one;
    the counts are then those of the server. NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE say who asks which
    database; a password that is not set is asked for on a terminal.

    \b
    Examples:
      dutygraph build examples/
      dutygraph build gazette-2017-06.txt notices/ --jobs 4 --store city.db
      dutygraph build notices/ --store neo4j://127.0.0.1:7687 --workspace city.db
    """
    # Imported here: the store and spaCy take a second that `--help` need not wait for.
    from graph.reading import read
    from graph.workspace import Workspace

    folder = workspace_of(store, workspace)
    with (
        server_at(store) if is_address(store) else nullcontext() as server,  # first: one that is down is told at once
        Workspace.open(folder, write=True) as kept,
        progress() as report,
    ):
        done = read(kept, sources, jobs=jobs, model=model, progress=report, ocr=ocr, seconds=timeout)
        if server is not None:
            refuse_other(server, kept)
        update = kept.update(report, server)
        documents = len(kept.documents())
    counts = {
        "sources read": len(done.read),
        "sources replaced": len(done.replaced),
        "sources unchanged": len(done.skipped),
        "sources failed": len(done.errors),
        "files passed over": sum(done.passed_over.values()),
        "documents in the store": documents,
    }
    print_counts(counts, update.written, format_)
    for conflict in update.conflicts:
        tell(f"{conflict.number}: {len(conflict.documents)} different texts have this number; all are kept")
    tell_unread(done)
    if done.errors:
        raise typer.Exit(1)
