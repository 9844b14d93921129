"""A script for cypher-shell: the constraints and indexes, then every node and relationship, a few hundred a statement.

It may be run twice: what is there by its id is not made again, and gets the properties that the script has. What the
graph no longer has is not deleted (`dutygraph load` does that). A statement ends with ; at the end of a line, and texts
have no line breaks of their own. Rows bear the mark of `graph.stores.neo4j_mark`, so that a later load knows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import BinaryIO

from graph.stores.difference import batches, held
from graph.stores.neo4j_mark import MARK, mark_of
from graph.stores.neo4j_schema import script
from graph.tables import Node, Properties, Relationship, Tables, Value

_ROWS = 200
"""Rows a statement. Each is planned anew: 1,900 rows took a busy server 45 s by 10, 35 s by 40, 14 s by 200."""

_ESCAPED = re.compile(r"[\\'\x00-\x1f\x7f-\x9f\u2028\u2029]")
_NAMED = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def write(tables: Tables, file: BinaryIO) -> None:
    """Write the tables; see `graph.exports.FileFormat`."""
    marks = held(tables)
    file.write(script().encode())
    for label, nodes in groupby(tables.sorted_nodes(), key=lambda node: node.label):
        merge = f"MERGE (n:{label} {{id: row.id}}) SET n = row"
        _write(file, merge, [_node(node, marks.nodes[label][node.id]) for node in nodes])
    for (type_, start, end), rows in groupby(sorted(tables.sorted_relationships(), key=_kind), key=_kind):
        merge = (
            f"MATCH (a:{start} {{id: row.from}}) MATCH (b:{end} {{id: row.to}}) "
            f"MERGE (a)-[r:{type_} {{id: row.row.id}}]->(b) SET r = row.row"
        )
        _write(file, merge, [_relationship(row, marks.relationships[type_][row.id]) for row in rows])


def _write(file: BinaryIO, merge: str, rows: list[str]) -> None:
    for some in batches(rows, _ROWS):
        listed = ",\n".join(some)
        file.write(f"UNWIND [\n{listed}\n] AS row\n{merge};\n".encode())


def _node(node: Node, digest: bytes) -> str:
    return _map({"id": node.id, MARK: mark_of(node.label, node.id, digest), **_sorted(node.properties)})


def _kind(relationship: Relationship) -> tuple[str, str, str]:
    return relationship.type, relationship.from_label, relationship.to_label


def _relationship(one: Relationship, digest: bytes) -> str:
    row = {"id": one.id, MARK: mark_of(one.type, one.id, digest), **_sorted(one.properties)}
    return f"{{from: {literal(one.from_id)}, to: {literal(one.to_id)}, row: {_map(row)}}}"


def _sorted(properties: Properties) -> Properties:
    return {name: properties[name] for name in sorted(properties)}


def _map(values: Mapping[str, Value]) -> str:
    return f"{{{_list(f'`{name}`: {literal(value)}' for name, value in values.items())}}}"


def _list(items: Iterable[str]) -> str:
    return ", ".join(items)


def literal(value: Value) -> str:
    """The value as Cypher writes it."""
    if isinstance(value, list):
        return f"[{_list(map(literal, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{_ESCAPED.sub(_escape, value)}'" if isinstance(value, str) else repr(value)


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    return _NAMED.get(character, f"\\u{ord(character):04x}")
