"""JSON: ``{"schema": ..., "nodes": [...], "relationships": [...]}``, a node or a relationship a line.

Sorted by label and id, and within each by the name of the property, so that two builds of the same texts give the same
bytes and a comparison by lines shows what changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import BinaryIO

import msgspec

from graph.schema import schema
from graph.tables import Node, Properties, Relationship, Tables


def write(tables: Tables, file: BinaryIO) -> None:
    """Write the tables; see `graph.exports.FileFormat`."""
    file.write(b'{"schema":' + msgspec.json.encode(schema()))
    write_list(file, "nodes", map(node_row, tables.sorted_nodes()))
    write_list(file, "relationships", map(relationship_row, tables.sorted_relationships()))
    file.write(b"}\n")


def write_list(file: BinaryIO, name: str, rows: Iterable[Mapping[str, object]]) -> None:
    """Write a list as the next member of an object, an item a line."""
    file.write(f',\n"{name}":['.encode())
    for number, row in enumerate(rows):
        file.write((b",\n" if number else b"\n") + msgspec.json.encode(row))
    file.write(b"\n]")


def node_row(node: Node) -> dict[str, object]:
    """A node as JSON has it."""
    return {"label": node.label, "id": node.id, "properties": _sorted(node.properties)}


def relationship_row(relationship: Relationship) -> dict[str, object]:
    """A relationship as JSON has it."""
    return {
        "type": relationship.type,
        "id": relationship.id,
        "from": {"label": relationship.from_label, "id": relationship.from_id},
        "to": {"label": relationship.to_label, "id": relationship.to_id},
        "properties": _sorted(relationship.properties),
    }


def _sorted(properties: Properties) -> Properties:
    return {name: properties[name] for name in sorted(properties)}
