"""Tables -> a Neo4j database: what differs is sent, and nothing else is touched.

What is ours is marked (`neo4j_mark`): every node and relationship that is written bears the digest of its content. The
difference between the tables and what is there is told by these digests, so that a second load sends nothing; what has
no mark is somebody else's and is neither changed nor deleted, and a property that somebody added to our nodes stays.

A load is cut into transactions between documents, never within one: all that a document says (its duties, provisions
and relationships, old ones deleted, new ones created) changes at once. A load of at most `BATCH` rows is one
transaction. After a lost connection the driver sends the transaction again, or `_send` where the answer to its commit
was lost, so that nobody knows whether it holds; after a longer breakdown the next load sends what is still missing.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import NamedTuple

import neo4j

from graph.schema import schema
from graph.stores import Progress, StoreError, Written
from graph.stores.difference import Difference, Digests, Held, difference, held
from graph.stores.neo4j_errors import AGAIN_FROM_NOTHING, is_out_of_memory, is_timed_out, refused
from graph.stores.neo4j_mark import MARK, digest_in, mark_of
from graph.stores.neo4j_schema import WORDS_INDEX, is_words_index, rules
from graph.tables import Properties, Tables, Value

BATCH = 5_000
"""Rows of a transaction, unless one document has more. Its memory at the server: some 50 MB."""

TRANSACTION_SECONDS = 300.0
"""After this time the server itself ends a transaction, which takes a second or two as a rule. One whose connection was
lost without a word holds its rows until then, and the next load waits for them."""

_INDEX_SECONDS = 600
_TOO_SLOW = "let no other load run at the same time, and run it again: it goes on where it was"


def load(session: neo4j.Session, tables: Tables, where: str, progress: Progress | None) -> Written:
    """Make the database hold just `tables` beside what is not ours; `where` is its address, for errors."""
    _prepare(session, where)
    there = _read_there(session, where)
    new = held(tables)
    found = difference(there.held, new, tables)
    done = 0
    for rows in _transactions(_units(found, new, there.documents)):
        _send(session, _Work(rows, where))
        done += len(rows)
        if progress is not None:
            progress("write", done, found.rows)
    return found.written


def _prepare(session: neo4j.Session, where: str) -> None:
    """Make the constraints and indexes that are not there yet."""
    indexes = {name: of for name, *of in session.run("SHOW INDEXES YIELD name, type, labelsOrTypes, properties")}
    if WORDS_INDEX in indexes and not is_words_index(*indexes[WORDS_INDEX]):
        raise StoreError(f"the index {WORDS_INDEX} is another", where, f"DROP INDEX {WORDS_INDEX}, and load again")
    there = {*indexes, *session.run("SHOW CONSTRAINTS YIELD name").value()}
    missing = [rule for rule in rules() if rule.name not in there]
    if missing:
        session.execute_write(lambda transaction: [transaction.run(rule.statement).consume() for rule in missing])
        session.run("CALL db.awaitIndexes($seconds)", seconds=_INDEX_SECONDS).consume()


# -- what is there


@dataclass(slots=True)
class _There:
    """What of ours the database holds; `documents`: of those that belong to one document, by (label or type, id)."""

    held: Held
    documents: dict[tuple[str, str], str]


def _read_there(session: neo4j.Session, where: str) -> _There:
    documents: dict[tuple[str, str], str] = {}
    nodes = _read_nodes(session, documents)
    return _There(Held(nodes, _read_relationships(session, nodes, documents, where)), documents)


def _read_nodes(session: neo4j.Session, documents: dict[tuple[str, str], str]) -> Digests:
    nodes: Digests = {}
    for label in _known(session, "MATCH (x)", "CALL db.labels()", schema().nodes):
        text = f"MATCH (x:{label}) WHERE x.{MARK} IS NOT NULL RETURN x.id, x.{MARK}, x.document"
        for id_, mark, document in session.run(text):
            _keep(nodes, documents, label, id_, mark, document)
    return nodes


def _read_relationships(
    session: neo4j.Session, nodes: Digests, documents: dict[tuple[str, str], str], where: str
) -> Digests:
    """Raises `StoreError` where somebody took the label or the id of a node between which one of ours is."""
    relationships: Digests = {}
    ids = set[str]().union(*nodes.values())
    for type_ in _known(session, "MATCH ()-[x]->()", "CALL db.relationshipTypes()", schema().relationships):
        text = f"MATCH (a)-[x:{type_}]->(b) WHERE x.{MARK} IS NOT NULL RETURN x.id, x.{MARK}, x.document, a.id, b.id"
        for id_, mark, document, start, end in session.run(text):
            kept = _keep(relationships, documents, type_, id_, mark, document)
            if kept and not (start in ids and end in ids):
                raise StoreError(f"nodes of {type_} {id_} have lost their label, id or mark", where, AGAIN_FROM_NOTHING)
    return relationships


def _known(session: neo4j.Session, some: str, names: str, known: Collection[str]) -> list[str]:
    """Those of the labels or types of the database that the schema knows; none where it is empty: it plans for each."""
    if session.run(f"{some} RETURN count(x)").single(strict=True)[0] == 0:
        return []
    return [name for name in session.run(names).value() if name in known]


def _keep(
    digests: Digests, documents: dict[tuple[str, str], str], name: str, id_: object, mark: object, document: object
) -> bool:
    """Note a row, if it is ours."""
    digest = digest_in(mark, name, id_)
    if digest is None or not isinstance(id_, str):
        return False
    digests.setdefault(name, {})[id_] = digest
    if isinstance(document, str):
        documents[name, id_] = sys.intern(document)
    return True


# -- what is sent


class _Stage(IntEnum):
    """The order of the statements in a transaction."""

    DELETE_RELATIONSHIPS = 1
    DELETE_NODES = 2
    CREATE_NODES = 3
    CHANGE_NODES = 4
    CREATE_RELATIONSHIPS = 5
    CHANGE_RELATIONSHIPS = 6


class _Kind(NamedTuple):
    """What is done to nodes of a label, or to relationships of a type (`start` and `end`: the labels of their ends)."""

    stage: _Stage
    name: str
    start: str = ""
    end: str = ""


_Values = Sequence[Value | None]
"""What is sent of a row: its id, the ids of the ends of a new relationship, and its properties as `_columns` has them.

A list, not a map: its names need not be sent and read again with each row.
"""


class _Row(NamedTuple):
    """A row, and what is done with it."""

    kind: _Kind
    values: _Values


def _units(found: Difference, new: Held, documents: Mapping[tuple[str, str], str]) -> Iterator[list[_Row]]:
    """The rows in the order in which they are sent; those of one unit are sent in one transaction.

    First the nodes that many documents share, for relationships to find their ends; then document by document; last
    the shared nodes that are no longer needed.
    """
    of_document: dict[str, list[_Row]] = defaultdict(list)
    unneeded: list[_Row] = []
    for row, document in _node_rows(found, new):
        if document is None:
            yield [row]
        else:
            of_document[document].append(row)
    for row, document in _relationship_rows(found, new, documents):
        of_document[document].append(row)
    for label, ids in found.deleted_nodes.items():
        for id_ in ids:
            row = _Row(_Kind(_Stage.DELETE_NODES, label), [id_])
            if (label, id_) in documents:
                of_document[documents[label, id_]].append(row)
            else:
                unneeded.append(row)
    for _, rows in sorted(of_document.items()):
        yield rows
    yield from ([row] for row in unneeded)


def _node_rows(found: Difference, new: Held) -> Iterator[tuple[_Row, str | None]]:
    """The nodes to create and to change, and the document that each belongs to.

    A new document is a node that others may cite before its own facts are there; one that changes changes with them.
    """
    for node in found.created_nodes:
        kind = _Kind(_Stage.CREATE_NODES, node.label)
        yield _Row(kind, [node.id, *_cells(kind, node.properties, new.nodes, node.id)]), _document(node.properties)
    for node in found.changed_nodes:
        kind = _Kind(_Stage.CHANGE_NODES, node.label)
        owner = node.id if node.label == "Document" else _document(node.properties)
        yield _Row(kind, [node.id, *_cells(kind, node.properties, new.nodes, node.id)]), owner


def _relationship_rows(
    found: Difference, new: Held, documents: Mapping[tuple[str, str], str]
) -> Iterator[tuple[_Row, str]]:
    """The relationships to delete, create and change, and the document that says each."""
    deleted = {(type_, id_) for type_, ids in found.deleted_relationships.items() for id_ in ids}
    for relationship in found.created_relationships:
        type_, id_ = key = relationship.type, relationship.id
        if key in deleted:  # it is there: its ends are part of its id, so only its properties can differ
            deleted.remove(key)
            kind = _Kind(_Stage.CHANGE_RELATIONSHIPS, type_)
            ids = [id_]
        else:
            kind = _Kind(_Stage.CREATE_RELATIONSHIPS, type_, relationship.from_label, relationship.to_label)
            ids = [id_, relationship.from_id, relationship.to_id]
        cells = _cells(kind, relationship.properties, new.relationships, id_)
        yield _Row(kind, [*ids, *cells]), _document(relationship.properties) or ""
    for type_, id_ in sorted(deleted):
        yield _Row(_Kind(_Stage.DELETE_RELATIONSHIPS, type_), [id_]), documents.get((type_, id_), "")


def _document(properties: Properties) -> str | None:
    """The id of the one document that says this."""
    document = properties.get("document")
    return document if isinstance(document, str) else None


@cache
def _columns(kind: _Kind) -> tuple[str, ...]:
    """The properties that are sent with a row, beside the mark."""
    on_nodes = kind.stage in (_Stage.CREATE_NODES, _Stage.CHANGE_NODES)
    known = schema().nodes[kind.name] if on_nodes else schema().relationships[kind.name]
    return tuple(known.properties)


def _cells(kind: _Kind, properties: Properties, digests: Digests, id_: str) -> _Values:
    """The mark and the properties; null for what the schema knows but is not there (any more)."""
    return [mark_of(kind.name, id_, digests[kind.name][id_]), *map(properties.get, _columns(kind))]


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


def _send(session: neo4j.Session, work: _Work) -> None:
    """Do the work, and once more where the answer to the commit was lost: what is there already is then found.

    The driver does not do that: in general a transaction must not be sent twice.
    """
    within_time = neo4j.unit_of_work(timeout=TRANSACTION_SECONDS)(work)
    try:
        session.execute_write(within_time)
    except neo4j.exceptions.IncompleteCommit:
        session.execute_write(within_time)


class _Work:
    """What is done in one transaction; it may be called again, by the driver or by `_send`."""

    def __init__(self, rows: Sequence[_Row], where: str) -> None:
        self._rows: dict[_Kind, list[object]] = defaultdict(list)
        for row in rows:
            self._rows[row.kind].append(row.values)
        self._where = where
        self._tried = False

    def __call__(self, transaction: neo4j.ManagedTransaction) -> None:
        """Send the rows, and compare what the server counted."""
        again, self._tried = self._tried, True
        for kind, rows in sorted(self._rows.items()):
            count = self._count(transaction, _statement(kind, again), rows)
            deleted_before = again and kind.stage in (_Stage.DELETE_RELATIONSHIPS, _Stage.DELETE_NODES)
            if count != len(rows) and not deleted_before:
                what = kind.stage.name.lower().replace("_", " ")
                raise StoreError(
                    f"sent {len(rows)} rows to {what}, {count} were written: the database was changed meanwhile",
                    self._where,
                    f"let nobody else write, and run it again; if that does not help, {AGAIN_FROM_NOTHING}",
                )

    def _count(self, transaction: neo4j.ManagedTransaction, text: str, rows: list[object]) -> int:
        """What the statement counts."""
        try:
            count: int = transaction.run(text, rows=rows).single(strict=True)[0]
        except neo4j.exceptions.Neo4jError as error:
            if is_out_of_memory(error):
                raise refused(error, self._where) from error
            if is_timed_out(error):
                raise StoreError(
                    f"a transaction was not done within {TRANSACTION_SECONDS:g} s", self._where, _TOO_SLOW
                ) from error
            raise
        return count


def _statement(kind: _Kind, again: bool) -> str:
    """The statement, which tells how many of its rows are in the database as they were sent.

    `again`: it may have been committed, so that the rows may be there already: then MERGE, which takes
    longer than CREATE. An id that somebody else's node has is refused by its constraint.
    """
    name = kind.name
    match kind.stage:
        case _Stage.CREATE_NODES:
            body = _new(again, f"(x:{name} ", 1, kind, ")")
        case _Stage.CREATE_RELATIONSHIPS:
            body = (
                f"MATCH (a:{kind.start} {{id: row[1]}}) WHERE a.{MARK} IS NOT NULL "
                f"MATCH (b:{kind.end} {{id: row[2]}}) WHERE b.{MARK} IS NOT NULL "
                + _new(again, f"(a)-[x:{name} ", 3, kind, "]->(b)")
            )
        case _Stage.CHANGE_NODES:
            body = f"MATCH (x:{name} {{id: row[0]}}) WHERE x.{MARK} IS NOT NULL SET x += {{{_map(kind, 1)}}}"
        case _Stage.CHANGE_RELATIONSHIPS:
            found = f"MATCH ()-[x:{name} {{id: row[0]}}]->() WHERE x.{MARK} IS NOT NULL"
            body = f"{found} SET x += {{{_map(kind, 1)}}}"
        case _Stage.DELETE_NODES:
            body = f"MATCH (x:{name} {{id: row[0]}}) WHERE x.{MARK} IS NOT NULL DELETE x"
        case _Stage.DELETE_RELATIONSHIPS:
            body = f"MATCH ()-[x:{name} {{id: row[0]}}]->() WHERE x.{MARK} IS NOT NULL DELETE x"
    return f"UNWIND $rows AS row {body} RETURN count(*) AS n"


def _new(again: bool, head: str, first: int, kind: _Kind, tail: str) -> str:
    """The pattern `head` ... `tail` is made, with the properties that stand in the row from `first` on."""
    if not again:
        return f"CREATE {head}{{id: row[0], {_map(kind, first)}}}{tail}"
    made = f"MERGE {head}{{id: row[0]}}{tail} ON CREATE SET x += {{{_map(kind, first)}}}"
    return f"{made} WITH x, row WHERE x.{MARK} = row[{first}]"


def _map(kind: _Kind, first: int) -> str:
    """The entries of the map of properties that stand in the row from `first` on, the mark before the others."""
    return ", ".join(f"{name}: row[{place}]" for place, name in enumerate((MARK, *_columns(kind)), first))
