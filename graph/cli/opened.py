"""The graph that a command reads or writes: in a folder, or on a Neo4j server; and the folder that keeps the texts."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from graph.answers import LineOf
from graph.cli.errors import Failure
from graph.cli.options import FOLDER
from graph.stores import Store

if TYPE_CHECKING:
    from graph.stores.neo4j import Neo4jStore
    from graph.workspace import Workspace

# Imports within functions here: the engine and the driver take time that `--help` need not wait for.

_ADDRESS = re.compile(r"(neo4j|bolt)(\+s|\+ssc)?:|[\w+.-]+://|[\w.-]+:\d+$")
"""The beginning of what is no folder; whether it is an address that can be used, the store says."""

REMEDY = "build it again, or give the folder in which what the graph was made of is kept as --workspace"


def is_address(place: str) -> bool:
    """Whether the graph of `--store` is on a server."""
    return _ADDRESS.match(place) is not None


# -- reading


@dataclass(frozen=True, slots=True)
class Opened:
    """The graph of `--store`, and what it was made of: None where that is not there."""

    graph: Store
    workspace: Workspace | None
    folder: Path

    def texts(self, needed: str) -> Workspace:
        """The workspace. Raises `Failure` where it is not there; `needed` says what of it is asked for."""
        if self.workspace is None:
            raise Failure(f"no workspace, which holds {needed}", str(self.folder), REMEDY)
        return self.workspace


@contextmanager
def graph_at(place: str) -> Iterator[Store]:
    """The graph of `--store`, to be read."""
    if is_address(place):
        with server_at(place) as server:
            yield server
    else:
        with _workspace(Path(place)) as workspace:
            yield workspace.graph()


@contextmanager
def opened(place: str, folder: Path | None) -> Iterator[Opened]:
    """The graph of `--store` with the texts of it (those of a server are in the folder of `--workspace`)."""
    at = workspace_of(place, folder)
    if not is_address(place):
        with _workspace(at) as workspace:
            yield Opened(workspace.graph(), workspace, at)
        return
    with server_at(place) as server:
        if folder is None and not at.exists():
            yield Opened(server, None, at)
            return
        with _workspace(at) as workspace:
            yield Opened(server, workspace, at)


def workspace_of(place: str, folder: Path | None) -> Path:
    """The folder that keeps what was read."""
    if is_address(place):
        return folder or Path(FOLDER)
    if folder is not None:
        raise typer.BadParameter(f"the folder {place} keeps what was read itself", param_hint="--workspace")
    return Path(place)


@contextmanager
def _workspace(folder: Path) -> Iterator[Workspace]:
    from graph.workspace import Workspace

    with Workspace.open(folder) as workspace:
        yield workspace


def lines_of(workspace: Workspace | None) -> LineOf:
    """Where in its source an offset is."""
    documents = {document.text_sha256: document for document in workspace.documents()} if workspace else {}
    texts: dict[str, str] = {}  # by the bytes of the source: a gazette holds many documents

    def line(text_sha256: str, offset: int) -> int | None:
        document = documents.get(text_sha256)
        if workspace is None or document is None:
            return None
        if document.source_sha256 not in texts:
            texts[document.source_sha256] = workspace.text(document)
        return texts[document.source_sha256].count("\n", 0, offset) + 1

    return line


# -- a server


@contextmanager
def server_at(address: str) -> Iterator[Neo4jStore]:
    """The server; the password is that of the environment, or asked for on a terminal."""
    from graph.stores.neo4j import Login, Neo4jStore, checked_address

    checked_address(address)  # before a password is asked for
    login = Login.from_environment(getpass if sys.stdin.isatty() else None)
    with Neo4jStore(address, login) as server:
        yield server


def refuse_other(server: Neo4jStore, workspace: Workspace) -> None:
    """Raises `Failure` where documents are on the server that the workspace never knew: a write would delete them.

    A document is known by its text, or by the name of a source: that may have changed, or been removed.
    """
    names = {record.name for record in workspace.sources()}
    texts = {document.text_sha256 for document in workspace.documents()}
    others = [of for text, of in server.sources().items() if text not in texts and names.isdisjoint(of)]
    if others:
        sources = frozenset[str]().union(*others)
        raise Failure(
            f"{len(others)} documents of {len(sources)} other sources are there, and would be deleted",
            server.address,
            "give the folder that they were built in as --workspace, or replace them: dutygraph load --replace",
        )
