"""The graph in the formats of other programs: one module a format, each with one function, `write(tables, file)`.

A format writes to an open binary file and knows nothing of paths: whoever calls it sees that a file is there in full or
not at all. `neo4j_admin` alone makes a folder: `write_folder(tables, folder)`.
"""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import BinaryIO, Literal, Protocol, cast

from graph.tables import Tables


class Name(StrEnum):
    """The formats; each has a module of its name here."""

    graphml = "graphml"
    json = "json"
    neo4j_admin = "neo4j-admin"


File = Literal[Name.graphml, Name.json]
"""Those that are one file."""


class Format(Protocol):
    """A module of this package."""

    def write(self, tables: Tables, file: BinaryIO) -> None:
        """Write the tables to the open file: the same bytes for equal tables."""
        ...


def load(name: File) -> Format:
    """The module of a format, imported when it is asked for: some need slow libraries."""
    return cast(Format, import_module(f"{__name__}.{name}"))
