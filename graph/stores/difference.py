"""What must be written so that a store holds just the tables: the difference, by id and by a digest of the content.

`Held` is small enough to lie beside a store, so that the store need not be read back: for every node and relationship
its digest. A changed relationship is deleted and created anew: its ends may be others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import msgspec

from graph.stores import Written
from graph.tables import Node, Relationship, Tables

Item = TypeVar("Item")

Row = str | Mapping[str, object]
"""What is sent of a node or relationship: its values by name, or its id alone where it is to be deleted."""

Digests = dict[str, dict[str, bytes]]
"""By label or type, by id: 16 bytes that change with the content."""


class Held(msgspec.Struct, frozen=True):
    """What a store holds."""

    nodes: Digests = {}
    relationships: Digests = {}

    def counts(self) -> dict[str, int]:
        """The number of nodes of each label and relationships of each type, where there is any."""
        return {name: len(ids) for name, ids in (*self.nodes.items(), *self.relationships.items()) if ids}


@dataclass(slots=True)
class Difference:
    """What to delete (by label or type, the ids), to create and to change; all sorted."""

    deleted_relationships: dict[str, list[str]] = field(default_factory=dict)
    deleted_nodes: dict[str, list[str]] = field(default_factory=dict)
    created_nodes: list[Node] = field(default_factory=list)
    changed_nodes: list[Node] = field(default_factory=list)
    created_relationships: list[Relationship] = field(default_factory=list)
    changed_relationships: int = 0
    """How many of the deleted and created relationships are in fact changed ones."""

    @property
    def written(self) -> Written:
        """The numbers of what this does."""
        return Written(
            nodes_created=len(self.created_nodes),
            nodes_changed=len(self.changed_nodes),
            nodes_deleted=sum(map(len, self.deleted_nodes.values())),
            relationships_created=len(self.created_relationships) - self.changed_relationships,
            relationships_changed=self.changed_relationships,
            relationships_deleted=sum(map(len, self.deleted_relationships.values())) - self.changed_relationships,
        )

    @property
    def rows(self) -> int:
        """How many rows must be sent."""
        deleted = (*self.deleted_nodes.values(), *self.deleted_relationships.values())
        return (
            sum(map(len, deleted)) + len(self.created_nodes) + len(self.changed_nodes) + len(self.created_relationships)
        )


def held(tables: Tables) -> Held:
    """What a store holds once the tables are written."""
    nodes: Digests = {}
    relationships: Digests = {}
    for node in tables.sorted_nodes():
        nodes.setdefault(node.label, {})[node.id] = _digest(node)
    for relationship in tables.sorted_relationships():
        relationships.setdefault(relationship.type, {})[relationship.id] = _digest(relationship)
    return Held(nodes, relationships)


def difference(old: Held, new: Held, tables: Tables) -> Difference:
    """What makes a store that holds `old` hold `tables`, of which `new` is `held(tables)`."""
    found = Difference(deleted_relationships=_gone(old.relationships, new.relationships))
    found.deleted_nodes = _gone(old.nodes, new.nodes)
    for node in tables.sorted_nodes():
        before = old.nodes.get(node.label, {}).get(node.id)
        if before is None:
            found.created_nodes.append(node)
        elif before != new.nodes[node.label][node.id]:
            found.changed_nodes.append(node)
    for relationship in tables.sorted_relationships():
        before = old.relationships.get(relationship.type, {}).get(relationship.id)
        if before == new.relationships[relationship.type][relationship.id]:
            continue
        found.created_relationships.append(relationship)
        if before is not None:
            found.deleted_relationships.setdefault(relationship.type, []).append(relationship.id)
            found.changed_relationships += 1
    return found


def batches(rows: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    """The rows, at most `size` at a time."""
    return (rows[i : i + size] for i in range(0, len(rows), size))


def _gone(old: Digests, new: Digests) -> dict[str, list[str]]:
    gone = {name: [id_ for id_ in ids if id_ not in new.get(name, {})] for name, ids in old.items()}
    return {name: ids for name, ids in gone.items() if ids}


def _digest(row: Node | Relationship) -> bytes:
    return hashlib.blake2b(msgspec.json.encode(row, order="sorted"), digest_size=16).digest()
