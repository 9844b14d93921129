"""A part of the graph that is small enough to be drawn: what `mermaid` and `dot` draw.

By rule: provisions, places and gazettes are not drawn, nor who is merely named or addressed; of the rest the 60 nodes
with most relationships, and those relationships that join two of them. Relationships that go the same way between the
same two are one arrow, with all their captions. The picture says what was left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from graph.exports.text import xml_text
from graph.schema import schema
from graph.tables import Node, Relationship, Tables

MOST = 60
_LONGEST = 24
"""Characters of a name."""

_LABELS = frozenset(("Agency", "LeadingGroup", "Duty", "Document", "Person", "Post", "Licence"))
_NOT_DRAWN = frozenset(("MENTIONS", "ADDRESSED_TO"))


@dataclass(frozen=True, slots=True)
class Small:
    """A small graph: `nodes` (label and name), `arrows` (from, to, caption) by the places of their nodes, `note`."""

    nodes: Sequence[tuple[str, str]]
    arrows: Sequence[tuple[int, int, str]]
    note: str


def small(tables: Tables) -> Small:
    """What is drawn of the tables."""
    drawn = [one for one in tables.sorted_relationships() if _is_drawn(one)]
    counts = Counter(key for one in drawn for key in (_start(one), _end(one)))
    kept = sorted(counts, key=lambda key: (-counts[key], key))[:MOST]
    at = {key: number for number, key in enumerate(kept)}
    arrows: dict[tuple[int, int], dict[str, None]] = {}
    for one in drawn:
        start, end = at.get(_start(one)), at.get(_end(one))
        if start is not None and end is not None:
            arrows.setdefault((start, end), {})[_caption(one)] = None
    note = f"共 {len(counts):,} 个节点，只画出关系最多的 {MOST} 个" if len(counts) > MOST else ""
    nodes = [(label, _name(tables.nodes[label, id_])) for label, id_ in kept]
    return Small(nodes, [(*ends, "、".join(said)) for ends, said in sorted(arrows.items())], note)


def _is_drawn(one: Relationship) -> bool:
    return one.type not in _NOT_DRAWN and {one.from_label, one.to_label} <= _LABELS


def _start(one: Relationship) -> tuple[str, str]:
    return one.from_label, one.from_id


def _end(one: Relationship) -> tuple[str, str]:
    return one.to_label, one.to_id


def _caption(one: Relationship) -> str:
    """The role in words, the basis, or the caption of the type."""
    role, basis = one.properties.get("role"), one.properties.get("basis")
    known = schema().relationships[one.type]
    if one.type == "OWNS":
        return schema().enums["role"][str(role)]
    return xml_text(str(role or basis or known.caption))


def _name(node: Node) -> str:
    """The name in one line; the id where there is none, for Mermaid knows no empty name."""
    name = " ".join(xml_text(str(node.properties.get("name", ""))).split()) or xml_text(node.id)
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
