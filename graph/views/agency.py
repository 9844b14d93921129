"""An agency: its duties, who shares them, the documents that state them, and what became of the agency."""

from __future__ import annotations

from graph.stores import Store
from graph.views.picture import Picture, add_duties, add_neighbours, entity

_OTHERWISE = (
    "RENAMED_TO",
    "MERGED_INTO",
    "SUBORDINATE_TO",
    "TRANSFERS_DUTIES_TO",
    "TRANSFERS_STAFF_TO",
    "ALSO_KNOWN_AS",
    "ABOLISHES",
    "CREATES",
    "RENAMES",
    "OFFICE_IN",
    "MEMBER_OF",
)
"""What is drawn of the agency besides its duties."""

_DUTIES = """
MATCH (a:Agency {id: $id})-[o:OWNS]->(duty:Duty)
MATCH (document:Document {id: duty.document})
WITH duty, document, min(CASE o.role WHEN 'lead' THEN 0 WHEN 'responsible' THEN 1 ELSE 2 END) AS rank
RETURN duty.id ORDER BY rank, document.date DESC, duty.id
"""


def picture(store: Store, id_: str, limit: int) -> Picture:
    """The picture of the agency with this id, with at most `limit` of its duties."""
    node = entity(store.query("MATCH (n:Agency {id: $id}) RETURN n", {"id": id_}).rows[0][0])
    drawn = Picture(f"{node['name']}：职责与关系")
    drawn.node(node, main=True)
    add_neighbours(drawn, store, "Agency", id_, _OTHERWISE)
    duties = [str(row[0]) for row in store.query(_DUTIES, {"id": id_}).rows]
    add_duties(drawn, store, duties[:limit])
    drawn.cut(limit, len(duties), "duties", "lead, then responsible, then support, the newest first")
    return drawn
