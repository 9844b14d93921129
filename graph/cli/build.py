"""dutygraph build"""

from __future__ import annotations

from dataclasses import asdict

import typer

from graph.cli.errors import explain, tell
from graph.cli.options import STORE, Jobs, Model, RowFormat, Sources, Store
from graph.cli.output import Column, Format, print_rows
from graph.cli.progress import progress


def build(
    sources: Sources,
    store: Store = STORE,
    jobs: Jobs = 1,
    model: Model = None,
    format_: RowFormat = Format.table,
) -> None:
    """Read documents, and write the graph of all that has been read into the store.

    What was read before and has not changed is not read again. A source that cannot be read is told on standard error,
    with what to do; the others are read all the same, and the exit code is 1.

    \b
    Examples:
      dutygraph build examples/
      dutygraph build gazette-2017-06.txt notices/ --jobs 4 --store city.db
    """
    # Imported here: the store and spaCy take a second that `--help` need not wait for.
    from graph.reading import read
    from graph.workspace import Workspace

    with Workspace.open(store, write=True) as workspace, progress() as report:
        done = read(workspace, sources, jobs=jobs, model=model, progress=report)
        update = workspace.update(report)
        documents = len(workspace.documents())
    counts = {
        "sources read": len(done.read),
        "sources replaced": len(done.replaced),
        "sources unchanged": len(done.skipped),
        "sources failed": len(done.errors),
        "documents in the store": documents,
        **{name.replace("_", " "): number for name, number in asdict(update.written).items()},
    }
    print_rows(list(counts.items()), [Column("what", "what"), Column("count", "count")], format_)
    for conflict in update.conflicts:
        tell(f"{conflict.number}: {len(conflict.documents)} different texts have this number; all are kept")
    for error in done.errors:
        tell(explain(error))
    if done.errors:
        raise typer.Exit(1)
