"""dutygraph extract"""

from __future__ import annotations

from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from extractors.facts import encode
from graph.alarm import MOST_SECONDS
from graph.cli.errors import tell_unread
from graph.cli.options import Jobs, Model, Ocr, Sources, Timeout
from graph.cli.output import write_file
from graph.cli.progress import progress


def extract(
    sources: Sources,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where the facts go; - is standard output.")
    ] = "-",
    jobs: Jobs = 1,
    model: Model = None,
    ocr: Ocr = False,
    timeout: Timeout = MOST_SECONDS,
) -> None:
    """Print the facts of documents, a line of JSON a document, without any store.

    A text that several sources hold is printed once, with the names of all. A source that cannot be read is told on
    standard error; the others are read all the same, and the exit code is 1.

    \b
    Examples:
      dutygraph extract notice.txt | jq .duties
      dutygraph extract gazettes/ -o facts.jsonl --jobs 4
    """
    # Imported here: spaCy takes a second that `--help` need not wait for.
    from graph.reading import read
    from graph.workspace import Workspace

    # A workspace that is thrown away: there is one way to read sources, on one process or many.
    with TemporaryDirectory(prefix="dutygraph-") as folder, Workspace.open(folder, write=True) as workspace:
        with progress() as report:
            done = read(workspace, sources, jobs=jobs, model=model, progress=report, ocr=ocr, seconds=timeout)
        documents = sorted(workspace.documents(), key=lambda document: (document.source, document.start))
    write_file(output, b"".join(encode(document) + b"\n" for document in documents))
    tell_unread(done)
    if done.errors:
        raise typer.Exit(1)
