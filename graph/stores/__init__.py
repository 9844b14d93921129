"""The stores that hold the graph, behind one small interface: open, write tables, query, close.

What is written is always the whole of `Tables`; a store finds out what differs from what it holds. A query is a
reading Cypher statement with parameters; rows come back as plain values, the same from every store.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from graph.tables import Tables

Cell = str | int | float | bool | None | list["Cell"] | dict[str, "Cell"]
"""A value of a row. A node is the dict of its properties with `id` and `labels`, a relationship with `type`."""

Parameters = Mapping[str, Cell]
Progress = Callable[[str, int, int], None]
"""Called with (what is being done, how much is done, how much there is)."""


class StoreError(Exception):
    """A store that cannot do what was asked. `what`, `where` and `remedy` make one line for the person."""

    def __init__(self, what: str, where: str, remedy: str) -> None:
        super().__init__(f"{where}: {what}; {remedy}")
        self.what, self.where, self.remedy = what, where, remedy


@dataclass(frozen=True, slots=True)
class Written:
    """What a write did: numbers of nodes and relationships created, changed and deleted (all 0: nothing changed)."""

    nodes_created: int = 0
    nodes_changed: int = 0
    nodes_deleted: int = 0
    relationships_created: int = 0
    relationships_changed: int = 0
    relationships_deleted: int = 0

    @property
    def nothing(self) -> bool:
        """Whether the store was already as it should be."""
        return self == Written()


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a query: column names in order, the rows, and whether rows were cut by the limit."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    cut: bool = False


class Store(Protocol):
    """A place that holds the graph. Use it as a context manager, or call `close` in a `finally`."""

    def ours(self, name: str) -> str:
        """The condition in Cypher that the node or relationship `name` is of the graph, and not somebody else's."""
        ...

    def write(self, tables: Tables, progress: Progress | None = None) -> Written:
        """Make the store hold just `tables`. The store stays as it was where this fails (`StoreError`)."""
        ...

    def query(
        self, text: str, parameters: Parameters | None = None, *, timeout: float = 30.0, limit: int | None = None
    ) -> Rows:
        """The rows of one reading statement, stopped after `timeout` seconds, at most `limit` rows.

        Raises `StoreError` where the statement writes, is wrong, or ran out of time.
        """
        ...

    def close(self) -> None:
        """Let go of files, locks and connections. May be called twice."""
        ...
