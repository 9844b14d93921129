"""The store that a command reads from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from graph.answers import LineOf

if TYPE_CHECKING:
    from graph.workspace import Workspace


@contextmanager
def reading(store: Path) -> Iterator[Workspace]:
    """The workspace at `store`, to be read."""
    # Imported here: the engine of the store takes time that `--help` need not wait for.
    from graph.workspace import Workspace

    with Workspace.open(store, write=False) as workspace:
        yield workspace


def lines_of(workspace: Workspace) -> LineOf:
    """Where in its source an offset is."""
    documents = {document.text_sha256: document for document in workspace.documents()}
    texts: dict[str, str] = {}  # by the bytes of the source: a gazette holds many documents

    def line(text_sha256: str, offset: int) -> int | None:
        document = documents.get(text_sha256)
        if document is None:
            return None
        if document.source_sha256 not in texts:
            texts[document.source_sha256] = workspace.text(document)
        return texts[document.source_sha256].count("\n", 0, offset) + 1

    return line
