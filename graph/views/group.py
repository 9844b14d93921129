"""A leading group in the middle: chair, deputies and members with their posts and bodies, its office, its duties."""

from __future__ import annotations

from graph.stores import Parameters, Store
from graph.views.evidence import Evidence
from graph.views.layout import Chain, fan
from graph.views.picture import Line, Picture, entity

_MEMBERS = """
MATCH (member)-[r:MEMBER_OF]->(g:LeadingGroup {id: $id})
RETURN member, r, g ORDER BY coalesce(r.rank, 100000), labels(member)[0], member.id, r.id
"""
_POSTS = """
MATCH (person:Person)-[r:HOLDS]->(post:Post) WHERE person.id IN $people
RETURN person, r, post ORDER BY person.id, post.id, r.id
"""
_AGENCIES = """
MATCH (post:Post)-[r:POST_IN]->(agency:Agency) WHERE post.id IN $posts
RETURN post, r, agency ORDER BY post.id, agency.id, r.id
"""
_LISTED = """
MATCH (person:Person)-[r:AFFILIATED_WITH]->(agency:Agency) WHERE person.id IN $people
RETURN person, r, agency ORDER BY person.id, agency.id, r.id
"""
_DUTIES = """
MATCH (g:LeadingGroup {id: $id})-[r:OWNS]->(duty:Duty) RETURN g, r, duty ORDER BY duty.document, duty.start, duty.id
"""
_AROUND = (
    ("设立依据", "MATCH (d:Document)-[r:ESTABLISHES]->(g:LeadingGroup {id: $id}) RETURN d, r, g ORDER BY d.id, r.id"),
    ("办公室设在", "MATCH (g:LeadingGroup {id: $id})-[r:OFFICE_IN]->(a) RETURN g, r, a ORDER BY a.id, r.id"),
    ("办公室主任", "MATCH (p)-[r:HEADS_OFFICE_OF]->(g:LeadingGroup {id: $id}) RETURN p, r, g ORDER BY p.id, r.id"),
)

_SEATS = ("领导", "副职", "成员")
"""The three kinds of seats: who heads the group, the deputies, and all others."""

_DEPUTY, _CHAIRS = "副", ("组长", "召集人", "总指挥", "指挥长", "主任", "会长", "总召集人", "政委", "第一组长")


def picture(store: Store, evidence: Evidence, id_: str, limit: int) -> Picture:
    """The picture of the group with this id, with at most `limit` of its seats (by rank) and of its duties."""
    parameters: Parameters = {"id": id_}
    node = entity(store.query("MATCH (n:LeadingGroup {id: $id}) RETURN n", parameters).rows[0][0])
    drawn = Picture(f"{node['name']}：组成与职责", evidence)
    middle = drawn.node(node, main=True)
    seats = store.query(_MEMBERS, parameters).rows
    drawn.cut(limit, len(seats), "个席位", "按名单次序")
    by_kind: dict[str, dict[str, str]] = {kind: {} for kind in _SEATS}
    for member, r, group in seats[:limit]:
        relationship = entity(r)
        (line,) = drawn.rows([(member, r, group)])
        line.caption = str(relationship.get("role", "成员"))
        by_kind[_kind(line.caption)].setdefault(line.start, line.caption)
    around = []
    for heading, text in _AROUND:
        lines = drawn.rows(store.query(text, parameters).rows)
        found = [line.start if line.end == middle else line.end for line in lines]
        drawn.section(heading, [(key, "") for key in found])
        around += found
    chains = _chains(drawn, store)
    for kind, members in by_kind.items():
        drawn.section(kind, [(key, _remark(drawn, role, chains.get(key, ()))) for key, role in members.items()])
    owned = store.query(_DUTIES, parameters).rows
    drawn.cut(limit, len(owned), "项任务", "按文件与行文次序")
    lines = drawn.rows(owned[:limit])
    drawn.section("任务", [(line.end, line.caption) for line in lines])
    drawn.places = fan(
        middle,
        [
            *([([key], *chains.get(key, ())) for key in members] for members in by_kind.values()),
            [[[line.end]] for line in lines],
            [[[key]] for key in around],
        ],
    )
    # Whom only a post or a body joins to the picture, and no chain holds.
    for key in drawn.dots:
        drawn.places.setdefault(key, (0, -120))
    drawn.lead = f"席位 {len(seats):,} 个 · 任务 {len(owned):,} 项"
    return drawn


def _kind(role: str) -> str:
    if role.startswith(_DEPUTY):
        return _SEATS[1]
    return _SEATS[0] if role.endswith(_CHAIRS) and _DEPUTY not in role else _SEATS[2]


def _chains(drawn: Picture, store: Store) -> dict[str, Chain]:
    """Draw the posts of the people and the bodies of the posts; what stands behind each person or post."""
    behind: dict[str, list[str]] = {}
    for line in drawn.rows(store.query(_POSTS, {"people": drawn.ids("Person")}).rows):
        _append(behind, line)
    bodies: dict[str, list[str]] = {}
    for line in drawn.rows(store.query(_AGENCIES, {"posts": drawn.ids("Post")}).rows):
        _append(bodies, line)
    for line in drawn.rows(store.query(_LISTED, {"people": drawn.ids("Person")}).rows):
        _append(behind, line)
    chains: dict[str, Chain] = {post: [found] for post, found in bodies.items()}
    for person, posts in behind.items():
        held = [body for post in posts for body in bodies.get(post, ())]
        chains[person] = [link for link in (posts, list(dict.fromkeys(held))) if link]
    return chains


def _append(found: dict[str, list[str]], line: Line) -> None:
    if line.end not in found.setdefault(line.start, []):
        found[line.start].append(line.end)


def _remark(drawn: Picture, role: str, chain: Chain) -> str:
    """The seat, and the posts of who sits in it, or the bodies where no post is known."""
    dots = [drawn.dots[key] for link in chain for key in link]
    posts = [dot.name for dot in dots if dot.label == "Post"]
    return "，".join([role, *(posts or [dot.name for dot in dots])])
