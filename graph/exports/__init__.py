"""The graph in the formats of other programs: one module a format.

A format writes to an open binary file, `write(tables, file)`, or makes a folder, `write_folder(tables, folder)`; the
责任清单 (`graph.exports.ledger`) has formats of its own, `write(ledger, file)`. None knows where a file goes: whoever
calls it sees that it is there in full or not at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, BinaryIO, Protocol, cast

from graph.stores import StoreError
from graph.tables import Tables

if TYPE_CHECKING:
    from graph.exports.sheets import Ledger


class Name(StrEnum):
    """The formats; each has a module of its name here."""

    xlsx = "xlsx"
    docx = "docx"
    graphml = "graphml"
    gexf = "gexf"
    json = "json"
    jsonl = "jsonl"
    node_link = "node-link"
    csv = "csv"
    parquet = "parquet"
    neo4j_admin = "neo4j-admin"
    cypher = "cypher"
    turtle = "turtle"
    annotations = "annotations"
    mermaid = "mermaid"
    dot = "dot"


FOLDERS = frozenset((Name.csv, Name.parquet, Name.neo4j_admin))
"""Those that are a folder."""

OFFICE = frozenset((Name.xlsx, Name.docx))
"""Those of the 责任清单."""

QUOTING = frozenset((Name.annotations,))
"""Those that quote the texts."""

FILES = frozenset(Name) - FOLDERS - OFFICE - QUOTING
"""Those that are one file of the graph."""


class FileFormat(Protocol):
    """A module that writes a file."""

    def write(self, tables: Tables, file: BinaryIO) -> None:
        """Write the tables to the open file: the same bytes for equal tables."""
        ...


class FolderFormat(Protocol):
    """A module that makes a folder."""

    def write_folder(self, tables: Tables, folder: Path) -> None:
        """Write the folder, which must not be there yet, or be empty: the same bytes for equal tables.

        Raises `OSError` where that cannot be done; then nothing is there.
        """
        ...


class QuotingFormat(Protocol):
    """A module that writes a file in which the texts are quoted."""

    def write(self, tables: Tables, texts: Mapping[str, str], file: BinaryIO) -> None:
        """Write the tables, with the decoded source texts of documents by their ids: the same bytes for equal ones."""
        ...


class OfficeFormat(Protocol):
    """A module that draws the 责任清单."""

    def write(self, ledger: Ledger, file: BinaryIO) -> None:
        """Write the ledger to the open file: the same bytes for equal ledgers."""
        ...


def file_format(name: Name) -> FileFormat:
    """The module of one of `FILES`. Raises `StoreError` where it needs an extra that is not installed."""
    return cast(FileFormat, _module(name))


def folder_format(name: Name) -> FolderFormat:
    """As `file_format`, of one of `FOLDERS`."""
    return cast(FolderFormat, _module(name))


def quoting_format(name: Name) -> QuotingFormat:
    """As `file_format`, of one of `QUOTING`."""
    return cast(QuotingFormat, _module(name))


def office_format(name: Name) -> OfficeFormat:
    """As `file_format`, of one of `OFFICE`."""
    return cast(OfficeFormat, _module(name))


def _module(name: Name) -> ModuleType:
    """The module of a format, imported when it is asked for: some need slow libraries."""
    try:
        return import_module(f"{__name__}.{name.replace('-', '_')}")
    except ModuleNotFoundError as error:
        remedy = f"pip install 'dutygraph[{name}]'"
        raise StoreError(f"this format needs {error.name}, which is not installed", name, remedy) from error
