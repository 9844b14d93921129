"""A part of the graph: what is around one body."""

from __future__ import annotations

from graph.tables import Tables

_ASIDE = frozenset(("MENTIONS", "ADDRESSED_TO"))
"""Relationships that would bring in nearly every document, without a fact about the body."""


def around(tables: Tables, label: str, id_: str) -> Tables:
    """The body, what a relationship joins it to, its duties with all that is joined to these, and the documents that
    prove any of it; between these, every relationship of the graph.
    """
    here = (label, id_)
    duties = {
        (one.to_label, one.to_id)
        for one in tables.relationships.values()
        if one.type == "OWNS" and (one.from_label, one.from_id) == here
    }
    middle = {here, *duties}
    kept = set(middle)
    documents = {tables.nodes[duty].properties.get("document") for duty in duties}
    for one in tables.relationships.values():
        ends = {(one.from_label, one.from_id), (one.to_label, one.to_id)}
        if one.type not in _ASIDE and ends & middle:
            kept |= ends
            documents.add(one.properties.get("document"))
    kept |= {("Document", str(document)) for document in documents}
    part = Tables()
    for node in tables.sorted_nodes():
        if (node.label, node.id) in kept:
            part.add_node(node)
    for one in tables.sorted_relationships():
        if {(one.from_label, one.from_id), (one.to_label, one.to_id)} <= kept:
            part.add_relationship(one)
    return part
