"""The tables that a build makes and every store, export and view reads: nodes and relationships by id.

The labels, relationship types and typed properties are those of `graph.schema`. Ids are made from content, so two
builds of the same texts make equal tables. Rows are sorted by id wherever they are written out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

Value = str | int | float | bool | list[str]
"""What a property may hold: what GraphML, Neo4j and JSON can all carry. What is not known is left out, never None."""

Properties = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Node:
    """A node: `label` as in the schema, `id` unique within the label, `properties` (without the id)."""

    label: str
    id: str
    properties: Properties


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship between two nodes; `properties` carry the proof: document, start, end, quote."""

    type: str
    id: str
    from_label: str
    from_id: str
    to_label: str
    to_id: str
    properties: Properties


@dataclass(slots=True)
class Tables:
    """All nodes by (label, id) and all relationships by (type, id)."""

    nodes: dict[tuple[str, str], Node] = field(default_factory=dict)
    relationships: dict[tuple[str, str], Relationship] = field(default_factory=dict)

    def add_node(self, node: Node) -> None:
        """Add a node; the same (label, id) twice must be the same node. Raises ValueError where it is not."""
        known = self.nodes.setdefault((node.label, node.id), node)
        if known != node:
            raise ValueError(f"two different nodes with one id: {node.label} {node.id}")

    def add_relationship(self, relationship: Relationship) -> None:
        """Add a relationship; as `add_node`."""
        known = self.relationships.setdefault((relationship.type, relationship.id), relationship)
        if known != relationship:
            raise ValueError(f"two different relationships with one id: {relationship.type} {relationship.id}")

    def sorted_nodes(self) -> Iterator[Node]:
        """The nodes by label and id."""
        return (self.nodes[key] for key in sorted(self.nodes))

    def sorted_relationships(self) -> Iterator[Relationship]:
        """The relationships by type and id."""
        return (self.relationships[key] for key in sorted(self.relationships))
