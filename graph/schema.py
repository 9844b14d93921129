"""The schema of the graph, read from schema.toml: what may be in it, what each thing is called and what it means."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from graph.tables import Properties, Tables, Value

PropertyType = Literal["string", "integer", "float", "boolean", "date", "strings"]


class Property(msgspec.Struct, frozen=True):
    """A property: its type, its Chinese caption, a line of help, and the enum that its values come from.

    `optional`: not every proof has it.
    """

    type: PropertyType
    caption: str
    help: str
    enum: str | None = None
    optional: bool = False


class NodeType(msgspec.Struct, frozen=True):
    """A label. `properties` by name, in the order in which they are shown."""

    caption: str
    help: str
    properties: dict[str, Property]


class RelationshipType(msgspec.Struct, frozen=True):
    """A relationship type, the labels it goes from and to; `properties` includes those of the proof."""

    caption: str
    help: str
    from_: tuple[str, ...] = msgspec.field(name="from")
    to: tuple[str, ...]
    properties: dict[str, Property] = {}


class Schema(msgspec.Struct, frozen=True):
    """`nodes` by label, `relationships` by type, `proof` (what every relationship carries), `enums` (captions)."""

    nodes: dict[str, NodeType]
    relationships: dict[str, RelationshipType]
    proof: dict[str, Property]
    enums: dict[str, dict[str, str]]


_PYTHON: Mapping[PropertyType, type] = {
    "string": str,
    "date": str,
    "integer": int,
    "float": float,
    "boolean": bool,
    "strings": list,
}


@cache
def schema() -> Schema:
    """The schema. Raises `msgspec.ValidationError` where schema.toml has another shape."""
    data = tomllib.loads(files("graph").joinpath("schema.toml").read_text(encoding="utf-8"))
    for relationship in data["relationships"].values():
        relationship["properties"] = {**relationship.get("properties", {}), **data["proof"]}
    return msgspec.convert(data, Schema)


def check(tables: Tables) -> list[str]:
    """What in the tables is not as the schema says, a line each ([] where all is well)."""
    known = schema()
    wrong: list[str] = []
    for (label, id_), node in tables.nodes.items():
        node_type = known.nodes.get(label)
        if node_type is None:
            wrong.append(f"node {id_}: no label {label} in the schema")
            continue
        wrong += _check_properties(f"{label} {id_}", node.properties, node_type.properties)
    for (type_, id_), relationship in tables.relationships.items():
        where = f"{type_} {id_}"
        relationship_type = known.relationships.get(type_)
        if relationship_type is None:
            wrong.append(f"{where}: no such type in the schema")
            continue
        wrong += _check_properties(where, relationship.properties, relationship_type.properties)
        needed = (name for name, property_ in known.proof.items() if not property_.optional)
        wrong += [f"{where}: no {name}" for name in needed if name not in relationship.properties]
        for end, labels in (("from", relationship_type.from_), ("to", relationship_type.to)):
            key = (
                (relationship.from_label, relationship.from_id)
                if end == "from"
                else (
                    relationship.to_label,
                    relationship.to_id,
                )
            )
            if key[0] not in labels:
                wrong.append(f"{where}: goes {end} a {key[0]}")
            if key not in tables.nodes:
                wrong.append(f"{where}: goes {end} {key[0]} {key[1]}, which is not there")
    return wrong


def is_day(value: Value | None) -> bool:
    """Whether a value is an ISO date, which is all that a property of type date may be."""
    try:
        return bool(value) and bool(date.fromisoformat(str(value)))
    except ValueError:
        return False


def _check_properties(where: str, values: Properties, known: Mapping[str, Property]) -> list[str]:
    wrong = []
    for name, value in values.items():
        if name not in known:
            wrong.append(f"{where}: no property {name} in the schema")
        elif not _fits(value, known[name]):
            wrong.append(f"{where}: {name} is not of type {known[name].type}: {value!r}")
    return wrong


def _fits(value: Value, known: Property) -> bool:
    if type(value) is not _PYTHON[known.type]:
        return False
    if known.type == "date":
        return is_day(value)
    if known.enum is not None:
        return value in schema().enums[known.enum]
    return not isinstance(value, list) or all(isinstance(item, str) for item in value)
