"""Neo4j 5 (Community, no plugin) as a store: the connection, and what is asked; `neo4j_load` writes."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Thread
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import msgspec
import neo4j
from neo4j import graph

from graph.schema import check
from graph.stores import Cell, Parameters, Progress, Rows, StoreError, Written
from graph.stores.neo4j_errors import explained
from graph.stores.neo4j_load import load
from graph.stores.neo4j_mark import MARK
from graph.stores.neo4j_schema import WORDS_INDEX
from graph.tables import Tables

LARGEST_ANSWER = 256 * 2**20
"""Bytes of the rows of a query; more are refused."""

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
_AS = "write it as neo4j://HOST:7687 or bolt://HOST:7687"
_OLDEST = (5, 7)
"""The first version that knows uniqueness constraints on relationships."""

_REFUSED_OPERATORS = ("LoadCSV", "TerminateTransactions")
"""What the server counts as reading, and is not reading the graph: files, the network, other people's transactions."""

_READ = f"MATCH (d:Document) WHERE d.{MARK} IS NOT NULL AND d.text_sha256 IS NOT NULL RETURN d.text_sha256, d.sources"
"""The documents that were read, by their texts."""

_FETCH = 10_000
"""Rows that the server sends at a time."""

_RETRY_SECONDS = 60.0
_CONNECT_SECONDS = 10.0
_SOURCES_SECONDS = 300.0
_GRACE_SECONDS = 5.0
"""How long the server may take to end a statement whose time is over."""

logging.getLogger("neo4j").addHandler(logging.NullHandler())  # what the driver logs, its errors say too


@dataclass(frozen=True, slots=True)
class Login:
    """Who asks. The password is in no `repr` and no traceback."""

    username: str
    password: str = field(repr=False)

    @classmethod
    def from_environment(cls, ask: Callable[[str], str] | None = None) -> Login:
        """NEO4J_USERNAME (else `neo4j`) and NEO4J_PASSWORD (else `ask(prompt)` is called for it)."""
        username = os.environ.get("NEO4J_USERNAME") or "neo4j"
        if "NEO4J_PASSWORD" in os.environ:
            return cls(username, os.environ["NEO4J_PASSWORD"])
        if ask is None:
            raise StoreError("no password is given", "Neo4j", "set NEO4J_PASSWORD")
        try:
            return cls(username, ask(f"Password of {username}: "))
        except EOFError:
            raise StoreError("no password is given", "Neo4j", "set NEO4J_PASSWORD") from None


class Neo4jStore:
    """The graph in a Neo4j database. Implements `graph.stores.Store`; also a context manager."""

    words_index = WORDS_INDEX
    """The full-text index that `graph.search` asks."""

    def __init__(self, uri: str, login: Login, database: str | None = None) -> None:
        """Connect to `uri` (neo4j://HOST:PORT); `database`: else NEO4J_DATABASE, else the user's home database.

        Raises `StoreError` where there is no server, the login is wrong or the server too old.
        """
        self._where = checked_address(uri)
        self._database = database or os.environ.get("NEO4J_DATABASE") or None
        if (self._database or "").lower() == "system":
            raise StoreError("the database `system` holds no graph", self._where, "set NEO4J_DATABASE to another one")
        with explained(self._where):
            self._driver = neo4j.GraphDatabase.driver(
                self._where,
                auth=neo4j.basic_auth(login.username, login.password),
                user_agent="dutygraph",
                connection_timeout=_CONNECT_SECONDS,
                connection_acquisition_timeout=_CONNECT_SECONDS,
                liveness_check_timeout=_CONNECT_SECONDS,
                max_transaction_retry_time=_RETRY_SECONDS,
                notifications_min_severity="OFF",
            )
            try:
                self._check_version(self._driver.get_server_info().agent)
            except BaseException:
                self.close()
                raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections. May be called twice."""
        self._driver.close()

    def _check_version(self, agent: str) -> None:
        found = re.match(r"Neo4j/(\d+)\.(\d+)", agent)
        if found is None or (int(found[1]), int(found[2])) < _OLDEST:
            raise StoreError(f"the server is {agent}", self._where, f"use Neo4j {_OLDEST[0]}.{_OLDEST[1]} or later")

    def _session(self, access: str, fetch: int = _FETCH) -> neo4j.Session:
        return self._driver.session(database=self._database, default_access_mode=access, fetch_size=fetch)

    @property
    def address(self) -> str:
        """Where the server is; no password stands in it."""
        return self._where

    # -- reading

    def ours(self, name: str) -> str:
        """The condition that a dutygraph wrote a node or relationship. See `Store.ours`."""
        return f"{name}.{MARK} IS NOT NULL"

    def sources(self) -> dict[str, frozenset[str]]:
        """What the graph in the database was made of: by the SHA-256 of each text, the names of its sources."""
        rows = self.query(_READ, timeout=_SOURCES_SECONDS).rows
        return {str(text): frozenset(map(str, names if isinstance(names, list) else ())) for text, names in rows}

    def query(
        self, text: str, parameters: Parameters | None = None, *, timeout: float = 30.0, limit: int | None = None
    ) -> Rows:
        """The rows of one reading statement. See `Store.query`.

        The server plans the statement first and tells what it would do; it runs in a transaction that may only read,
        with the time limit at the server. A statement that the server does not end (it cannot while it computes a
        single expression) is left to itself.
        """

        fetch = _FETCH if limit is None else min(limit + 1, _FETCH)  # one more tells whether rows were cut

        def ask() -> Rows:
            with (
                explained(self._where),
                self._session(neo4j.READ_ACCESS, fetch) as session,
                session.begin_transaction(timeout=timeout) as transaction,
            ):
                given = dict(parameters or {})
                _check_plan(transaction.run(f"EXPLAIN {text}", given).consume(), self._where)
                return _rows(transaction.run(text, given), limit, self._where)

        try:
            return _within(timeout + _GRACE_SECONDS, ask)
        except TimeoutError:
            raise StoreError(
                f"the statement ran out of time ({timeout:g} s)", self._where, "narrow it: a LIMIT, a bound on every *"
            ) from None

    # -- writing

    def write(self, tables: Tables, progress: Progress | None = None) -> Written:
        """Make the database hold just `tables` beside what is not ours. See `Store.write`."""
        if wrong := check(tables):
            raise StoreError(f"the tables break the schema: {wrong[0]} ({len(wrong)} in all)", "build", "report this")
        with explained(self._where), self._session(neo4j.WRITE_ACCESS) as session:
            return load(session, tables, self._where, progress)


def checked_address(uri: str) -> str:
    """The address, if it is one that can be used; else `StoreError`. No error shows a password that stands in it."""
    if "@" in uri:  # not only where it parses: a password may hold a slash
        raise StoreError("user and password stand in it", "the address", "set NEO4J_USERNAME and NEO4J_PASSWORD")
    shown = re.split("[?#]", uri)[0]  # what comes behind may be a password as well
    try:
        parts = urlsplit(uri)
        known = parts.scheme in SCHEMES and parts.hostname and (parts.port is None or parts.port > 0)
    except ValueError:
        known = False
    if not known:
        raise StoreError("no address of a Neo4j server", shown, _AS)
    if shown != uri:
        raise StoreError("more than host and port stand in it", shown, _AS)
    if parts.path.strip("/"):
        raise StoreError("a database stands in it", shown, "leave it out, and set NEO4J_DATABASE")
    return uri


# -- answers


def _within(seconds: float, call: Callable[[], Rows]) -> Rows:
    """What `call` gives in a thread of its own. Raises `TimeoutError` after so many seconds; the thread goes on."""
    future: Future[Rows] = Future()

    def run() -> None:
        try:
            future.set_result(call())
        except BaseException as error:
            future.set_exception(error)

    Thread(target=run, daemon=True).start()
    return future.result(seconds)


def _check_plan(summary: neo4j.ResultSummary, where: str) -> None:
    """Raises `StoreError` for a statement that does more than read the graph."""
    if summary.query_type != "r":
        raise StoreError("the statement writes", where, "only reading statements are allowed")
    for operator in _operators(summary.plan or {}):
        if operator.startswith(_REFUSED_OPERATORS):
            raise StoreError(f"the statement does more than read the graph ({operator})", where, "ask the graph alone")


def _operators(plan: Mapping[str, object]) -> Iterator[str]:
    """The names of the operators of a plan; it may be deeper than Python calls."""
    waiting: list[Mapping[str, object]] = [plan]
    while waiting:
        operator = waiting.pop()
        yield str(operator.get("operatorType", ""))
        children = operator.get("children")
        waiting += children if isinstance(children, list) else []


def _rows(result: neo4j.Result, limit: int | None, where: str) -> Rows:
    rows: list[tuple[Cell, ...]] = []
    size = 0
    cut = False
    for record in result:
        if len(rows) == limit:
            cut = True
            break
        row = tuple(_cell(value) for value in record.values())
        size += len(msgspec.msgpack.encode(row))
        if size > LARGEST_ANSWER:
            raise StoreError("the result is too large", where, "narrow it: a LIMIT, fewer columns")
        rows.append(row)
    return Rows(tuple(result.keys()), tuple(rows), cut)


def _cell(value: object) -> Cell:
    """A value as the rows of any store have it, without our mark; what has no plain form is text."""
    match value:
        case None | bool() | str() | int() | float():
            return value
        case graph.Node():
            return {**_entity(value), "labels": list[Cell](sorted(value.labels))}
        case graph.Relationship():
            return {**_entity(value), "type": value.type}
        case graph.Path():
            return {"nodes": _cell(list(value.nodes)), "relationships": _cell(list(value.relationships))}
        case Mapping():
            return {str(name): _cell(value[name]) for name in sorted(value) if name != MARK}
        case bytes() | bytearray():
            return value.hex()
        case Iterable() if not isinstance(value, tuple):  # a point and a duration are tuples
            return [_cell(item) for item in value if item != MARK]  # keys(n)
    return str(value)


def _entity(value: graph.Entity) -> dict[str, Cell]:
    return {name: _cell(value[name]) for name in sorted(value.keys()) if name != MARK}
