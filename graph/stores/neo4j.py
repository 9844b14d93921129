"""Neo4j 5 (Community, no plugin) as a store.

What is ours is marked: every node and relationship that is written bears the digest of its content in the property
`_dutygraph`. The difference between the tables and what is there is told by these digests, so that a second load sends
nothing; what has no mark is somebody else's and is neither changed nor deleted, and a property that somebody added to
our nodes stays.

A write is cut into transactions between documents, never within one: all that a document says (its duties, provisions
and relationships, old ones deleted, new ones created) changes at once. A write of at most `BATCH` rows is one
transaction. After a lost connection the driver sends the transaction again; after a longer breakdown the next `write`
sends what is still missing.
"""

from __future__ import annotations

import logging
import os
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import IntEnum
from threading import Thread
from types import TracebackType
from typing import NamedTuple, Self
from urllib.parse import urlsplit

import msgspec
import neo4j
from neo4j import graph

from graph.schema import Property, check, schema
from graph.stores import Cell, Parameters, Progress, Rows, StoreError, Written
from graph.stores.difference import Difference, Digests, Held, difference, held
from graph.stores.neo4j_errors import explained, is_out_of_memory, refused
from graph.stores.neo4j_schema import WORDS_INDEX, rules
from graph.tables import Node, Properties, Relationship, Tables, Value

MARK = "_dutygraph"
"""The property that says that a node or a relationship is ours: the digest of its content, in hexadecimal digits."""

BATCH = 10_000
"""Rows of a transaction, unless one document has more."""

LARGEST_ANSWER = 256 * 2**20
"""Bytes of the rows of a query; more are refused."""

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
_OLDEST = (5, 7)
"""The first version that knows uniqueness constraints on relationships."""

_REFUSED_OPERATORS = ("LoadCSV", "TerminateTransactions")
"""What the server counts as reading, and is not reading the graph: files, the network, other people's transactions."""

_RETRY_SECONDS = 60.0
_CONNECT_SECONDS = 10.0
_INDEX_SECONDS = 600
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
        return cls(username, ask(f"Password of {username}: "))


class Neo4jStore:
    """The graph in a Neo4j database. Implements `graph.stores.Store`; also a context manager."""

    words_index = WORDS_INDEX
    """The full-text index that `graph.search` asks."""

    def __init__(self, uri: str, login: Login, database: str | None = None) -> None:
        """Connect to `uri` (neo4j://HOST:PORT); `database`: else NEO4J_DATABASE, else the user's home database.

        Raises `StoreError` where there is no server, the login is wrong or the server too old.
        """
        self._where = _address(uri)
        self._database = database or os.environ.get("NEO4J_DATABASE") or None
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

    def _session(self, access: str) -> neo4j.Session:
        return self._driver.session(database=self._database, default_access_mode=access, fetch_size=BATCH)

    # -- reading

    def query(
        self, text: str, parameters: Parameters | None = None, *, timeout: float = 30.0, limit: int | None = None
    ) -> Rows:
        """The rows of one reading statement. See `Store.query`.

        The server plans the statement first and tells what it would do; it runs in a transaction that may only read,
        with the time limit at the server. A statement that the server does not end (it cannot while it computes a
        single expression) is left to itself.
        """

        def ask() -> Rows:
            with (
                explained(self._where),
                self._session(neo4j.READ_ACCESS) as session,
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
            _prepare(session)
            there = _read_there(session)
            new = held(tables)
            found = difference(there.held, new, tables)
            done = 0
            for rows in _transactions(_units(found, new, there.documents)):
                session.execute_write(_Work(rows, self._where))
                done += len(rows)
                if progress is not None:
                    progress("write", done, found.rows)
            return found.written


def _address(uri: str) -> str:
    """The address, if it is one that can be used. It never holds a password: who writes one there is told not to."""
    parts = urlsplit(uri)
    if parts.username or parts.password:
        raise StoreError("user and password stand in it", "the address", "set NEO4J_USERNAME and NEO4J_PASSWORD")
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise StoreError("no address of a Neo4j server", uri, "write it as neo4j://HOST:7687 or bolt://HOST:7687")
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
    """The names of the operators of a plan."""
    yield str(plan.get("operatorType", ""))
    children = plan.get("children")
    for child in children if isinstance(children, list) else []:
        yield from _operators(child)


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
    """A value as the rows of any store have it; what has no plain form is text."""
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
            return {str(name): _cell(value[name]) for name in sorted(value)}
        case bytes() | bytearray():
            return value.hex()
        case Iterable() if not isinstance(value, tuple):  # a point and a duration are tuples
            return [_cell(item) for item in value]
    return str(value)


def _entity(value: graph.Entity) -> dict[str, Cell]:
    return {name: _cell(value[name]) for name in sorted(value.keys()) if name != MARK}


# -- what is there


@dataclass(slots=True)
class _There:
    """What of ours the database holds; `documents`: of those that belong to one document, by (label or type, id)."""

    held: Held
    documents: dict[tuple[str, str], str]


def _read_there(session: neo4j.Session) -> _There:
    nodes: Digests = {}
    relationships: Digests = {}
    documents: dict[tuple[str, str], str] = {}
    for names, known, pattern, digests in (
        ("CALL db.labels()", schema().nodes, "(x:{})", nodes),
        ("CALL db.relationshipTypes()", schema().relationships, "()-[x:{}]->()", relationships),
    ):
        for name in session.run(names).value():
            if name not in known:
                continue
            text = f"MATCH {pattern.format(name)} WHERE x.{MARK} IS NOT NULL RETURN x.id, x.{MARK}, x.document"
            of_name = digests[name] = {}
            for id_, mark, document in session.run(text):
                of_name[id_] = bytes.fromhex(mark)
                if document is not None:
                    documents[name, id_] = sys.intern(document)
    return _There(Held(nodes, relationships), documents)


def _prepare(session: neo4j.Session) -> None:
    """Make the constraints and indexes that are not there yet."""
    there = {name for kind in ("CONSTRAINTS", "INDEXES") for name in session.run(f"SHOW {kind} YIELD name").value()}
    missing = [rule for rule in rules() if rule.name not in there]
    if missing:
        session.execute_write(lambda transaction: [transaction.run(rule.statement).consume() for rule in missing])
        session.run("CALL db.awaitIndexes($seconds)", seconds=_INDEX_SECONDS).consume()


# -- what is sent


class _Stage(IntEnum):
    """The order of the statements in a transaction."""

    DELETE_RELATIONSHIPS = 1
    DELETE_NODES = 2
    CREATE_NODES = 3
    CHANGE_NODES = 4
    CREATE_RELATIONSHIPS = 5
    CHANGE_RELATIONSHIPS = 6


_Values = Mapping[str, Value | Mapping[str, Value | None]]


class _Row(NamedTuple):
    """A row, and the statement that it is for."""

    stage: _Stage
    statement: str
    values: _Values


def _units(found: Difference, new: Held, documents: Mapping[tuple[str, str], str]) -> Iterator[list[_Row]]:
    """The rows in the order in which they are sent; those of one unit are sent in one transaction.

    First the nodes that many documents share, for relationships to find their ends; then document by document; last
    the shared nodes that are no longer needed.
    """
    of_document: dict[str, list[_Row]] = defaultdict(list)
    for node in found.created_nodes:
        row = _created_node(node, _mark(new.nodes, node.label, node.id))
        owner = node.properties.get("document")
        if isinstance(owner, str):
            of_document[owner].append(row)
        else:
            yield [row]
    for node in found.changed_nodes:
        row = _changed_node(node, _mark(new.nodes, node.label, node.id))
        owner = node.id if node.label == "Document" else node.properties.get("document")
        if isinstance(owner, str):
            of_document[owner].append(row)
        else:
            yield [row]
    anew = {(relationship.type, relationship.id) for relationship in found.created_relationships}
    changed = set()
    for type_, ids in found.deleted_relationships.items():
        for id_ in ids:
            if (type_, id_) in anew:
                changed.add((type_, id_))
            else:
                of_document[documents.get((type_, id_), "")].append(_deleted_relationship(type_, id_))
    for relationship in found.created_relationships:
        mark = _mark(new.relationships, relationship.type, relationship.id)
        make = _changed_relationship if (relationship.type, relationship.id) in changed else _created_relationship
        of_document[str(relationship.properties.get("document", ""))].append(make(relationship, mark))
    unneeded = []
    for label, ids in found.deleted_nodes.items():
        for id_ in ids:
            row = _deleted_node(label, id_)
            if (label, id_) in documents:
                of_document[documents[label, id_]].append(row)
            else:
                unneeded.append([row])
    for _, rows in sorted(of_document.items()):
        yield rows
    yield from unneeded


def _transactions(units: Iterable[list[_Row]]) -> Iterator[list[_Row]]:
    """The rows of each transaction: as many whole units as go into `BATCH` rows."""
    rows: list[_Row] = []
    for unit in units:
        if rows and len(rows) + len(unit) > BATCH:
            yield rows
            rows = []
        rows.extend(unit)
    if rows:
        yield rows


# A statement tells how many of its rows are in the database as they were sent. `ON CREATE`: a node that has the id but
# not our mark is somebody else's and stays as it is, and a row that is sent again, after a commit whose answer was
# lost, is there already.


def _created_node(node: Node, mark: Properties) -> _Row:
    statement = (
        f"UNWIND $rows AS row MERGE (n:{node.label} {{id: row.id}}) ON CREATE SET n += row.properties "
        f"WITH n, row WHERE n.{MARK} = row.properties.{MARK} RETURN count(*) AS n"
    )
    return _Row(_Stage.CREATE_NODES, statement, {"id": node.id, "properties": {**node.properties, **mark}})


def _changed_node(node: Node, mark: Properties) -> _Row:
    statement = (
        f"UNWIND $rows AS row MATCH (n:{node.label} {{id: row.id}}) WHERE n.{MARK} IS NOT NULL "
        "SET n += row.properties RETURN count(*) AS n"
    )
    properties = _with_nulls({**node.properties, **mark}, schema().nodes[node.label].properties)
    return _Row(_Stage.CHANGE_NODES, statement, {"id": node.id, "properties": properties})


def _deleted_node(label: str, id_: str) -> _Row:
    statement = (
        f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) WHERE n.{MARK} IS NOT NULL DELETE n RETURN count(*) AS n"
    )
    return _Row(_Stage.DELETE_NODES, statement, {"id": id_})


def _created_relationship(relationship: Relationship, mark: Properties) -> _Row:
    statement = (
        f"UNWIND $rows AS row MATCH (a:{relationship.from_label} {{id: row.from}}) WHERE a.{MARK} IS NOT NULL "
        f"MATCH (b:{relationship.to_label} {{id: row.to}}) WHERE b.{MARK} IS NOT NULL "
        f"MERGE (a)-[r:{relationship.type} {{id: row.id}}]->(b) ON CREATE SET r += row.properties "
        f"WITH r, row WHERE r.{MARK} = row.properties.{MARK} RETURN count(*) AS n"
    )
    ends = {"from": relationship.from_id, "to": relationship.to_id}
    values: _Values = {"id": relationship.id, **ends, "properties": {**relationship.properties, **mark}}
    return _Row(_Stage.CREATE_RELATIONSHIPS, statement, values)


def _changed_relationship(relationship: Relationship, mark: Properties) -> _Row:
    statement = (
        f"UNWIND $rows AS row MATCH ()-[r:{relationship.type} {{id: row.id}}]->() WHERE r.{MARK} IS NOT NULL "
        "SET r += row.properties RETURN count(*) AS n"
    )
    properties = _with_nulls({**relationship.properties, **mark}, schema().relationships[relationship.type].properties)
    return _Row(_Stage.CHANGE_RELATIONSHIPS, statement, {"id": relationship.id, "properties": properties})


def _deleted_relationship(type_: str, id_: str) -> _Row:
    statement = (
        f"UNWIND $rows AS row MATCH ()-[r:{type_} {{id: row.id}}]->() WHERE r.{MARK} IS NOT NULL "
        "DELETE r RETURN count(*) AS n"
    )
    return _Row(_Stage.DELETE_RELATIONSHIPS, statement, {"id": id_})


def _mark(digests: Digests, name: str, id_: str) -> Properties:
    return {MARK: digests[name][id_].hex()}


def _with_nulls(properties: Properties, known: Mapping[str, Property]) -> Mapping[str, Value | None]:
    """The properties, and null for what the schema knows but is not there any more."""
    return {**dict.fromkeys(known), **properties}


class _Work:
    """What is done in one transaction; the driver calls it again where the connection was lost."""

    def __init__(self, rows: Sequence[_Row], where: str) -> None:
        self._statements: dict[tuple[_Stage, str], list[object]] = defaultdict(list)
        for row in rows:
            self._statements[row.stage, row.statement].append(row.values)
        self._where = where
        self._tried = False

    def __call__(self, transaction: neo4j.ManagedTransaction) -> None:
        """Send the rows, and compare what the server counted."""
        again, self._tried = self._tried, True
        for (stage, statement), rows in sorted(self._statements.items(), key=lambda item: item[0]):
            try:
                count = transaction.run(statement, rows=rows).single(strict=True)[0]
            except neo4j.exceptions.TransientError as error:
                if is_out_of_memory(error):
                    raise refused(error, self._where) from error
                raise
            deleted_before = again and stage in (_Stage.DELETE_RELATIONSHIPS, _Stage.DELETE_NODES)
            if count != len(rows) and not deleted_before:
                raise StoreError(
                    f"sent {len(rows)} rows, {count} were written ({stage.name.lower().replace('_', ' ')}): "
                    "nodes of others have the same ids, or somebody else writes at the same time",
                    self._where,
                    "use a database of its own (NEO4J_DATABASE), or run it again",
                )
