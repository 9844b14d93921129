"""A leading group: its members with their posts and agencies, its office, the documents that set it up, its duties."""

from __future__ import annotations

from graph.stores import Parameters, Store
from graph.views.picture import Picture, add_duties, add_neighbours, entity

_AROUND = ("ESTABLISHES", "OFFICE_IN", "HEADS_OFFICE_OF")

_MEMBERS = """
MATCH (member)-[r:MEMBER_OF]->(g:LeadingGroup {id: $id})
RETURN member, r, g ORDER BY r.rank, labels(member)[0], member.id, r.id
"""
_POSTS = """
MATCH (person:Person)-[r:HOLDS]->(post:Post) WHERE person.id IN $people
RETURN person, r, post ORDER BY person.id, post.id, r.id
"""
_AGENCIES = """
MATCH (post:Post)-[r:POST_IN]->(agency:Agency) WHERE post.id IN $posts
RETURN post, r, agency ORDER BY post.id, agency.id, r.id
"""
_DUTIES = """
MATCH (:LeadingGroup {id: $id})-[:OWNS]->(duty:Duty) WITH DISTINCT duty.id AS id RETURN id ORDER BY id
"""


def picture(store: Store, id_: str, limit: int) -> Picture:
    """The picture of the group with this id, with at most `limit` of its seats (by rank) and of its duties."""
    parameters: Parameters = {"id": id_}
    node = entity(store.query("MATCH (n:LeadingGroup {id: $id}) RETURN n", parameters).rows[0][0])
    drawn = Picture(f"{node['name']}：组成与职责")
    drawn.node(node, main=True)
    add_neighbours(drawn, store, "LeadingGroup", id_, _AROUND)
    seats = store.query(_MEMBERS, parameters).rows
    drawn.rows(seats[:limit])
    drawn.rows(store.query(_POSTS, {"people": drawn.ids("Person")}).rows)
    drawn.rows(store.query(_AGENCIES, {"posts": drawn.ids("Post")}).rows)
    duties = [str(row[0]) for row in store.query(_DUTIES, parameters).rows]
    add_duties(drawn, store, duties[:limit])
    drawn.cut(limit, len(seats), "seats", "by rank")
    drawn.cut(limit, len(duties), "duties", "in the order of the texts")
    return drawn
