"""The graph as tables of one kind each, for formats that have columns: a table a label, a table a type.

A node has `id` and the properties of its label; a relationship `id`, its ends (`from_label`, `from_id`, `to_label`,
`to_id`) and the properties of its type. Every kind of the schema has its table, an empty one too, so that a query over
the tables of one graph runs over those of another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from graph.schema import Property, PropertyType, schema
from graph.tables import Properties, Tables, Value

_ENDS = ("from_label", "from_id", "to_label", "to_id")


@dataclass(frozen=True, slots=True)
class Kind:
    """A table: `path` (nodes/Agency), the type of each column in order, the rows by id; None: it is not known."""

    path: str
    columns: Mapping[str, PropertyType]
    rows: Sequence[Sequence[Value | None]]


def kinds(tables: Tables) -> Iterator[Kind]:
    """The tables of all labels, then those of all types, in the order of the schema."""
    nodes = {label: list(rows) for label, rows in groupby(tables.sorted_nodes(), lambda node: node.label)}
    for label, node_type in schema().nodes.items():
        known = node_type.properties
        found = [[node.id, *_values(node.properties, known)] for node in nodes.get(label, ())]
        yield Kind(f"nodes/{label}", {"id": "string", **_types(known)}, found)
    relationships = {type_: list(rows) for type_, rows in groupby(tables.sorted_relationships(), lambda one: one.type)}
    for type_, relationship_type in schema().relationships.items():
        known = relationship_type.properties
        found = [
            [one.id, one.from_label, one.from_id, one.to_label, one.to_id, *_values(one.properties, known)]
            for one in relationships.get(type_, ())
        ]
        columns: dict[str, PropertyType] = {"id": "string", **dict.fromkeys(_ENDS, "string"), **_types(known)}
        yield Kind(f"relationships/{type_}", columns, found)


def _types(known: Mapping[str, Property]) -> dict[str, PropertyType]:
    return {name: property_.type for name, property_ in known.items()}


def _values(properties: Properties, known: Mapping[str, Property]) -> list[Value | None]:
    return [properties.get(name) for name in known]
