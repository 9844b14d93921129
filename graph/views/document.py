"""A document: who issued it and to whom, what it cites, carries and changes, its groups and its duties."""

from __future__ import annotations

from graph.schema import schema
from graph.stores import Store
from graph.views.picture import Picture, add_duties, add_neighbours, entity

_LEFT_OUT = ("CONTAINS", "MENTIONS", "STATED_IN")
"""What would fill the picture and say little; duties are drawn with their owners instead."""

_DUTIES = "MATCH (duty:Duty {document: $id}) RETURN duty.id ORDER BY duty.start, duty.id"


def picture(store: Store, id_: str, limit: int) -> Picture:
    """The picture of the document with this id, with at most `limit` of its duties."""
    node = entity(store.query("MATCH (n:Document {id: $id}) RETURN n", {"id": id_}).rows[0][0])
    drawn = Picture(f"{node['name']}")
    drawn.node(node, main=True)
    types = tuple(
        name
        for name, known in schema().relationships.items()
        if "Document" in known.from_ + known.to and name not in _LEFT_OUT
    )
    add_neighbours(drawn, store, "Document", id_, types)
    duties = [str(row[0]) for row in store.query(_DUTIES, {"id": id_}).rows]
    add_duties(drawn, store, duties[:limit])
    drawn.cut(limit, len(duties), "duties", "in the order of the text")
    return drawn
