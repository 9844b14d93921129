"""An agency in the middle: its duties by role, its partners, groups and documents, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graph.answers import ROLES
from graph.schema import schema
from graph.stores import Parameters, Store
from graph.views.evidence import Entity, Evidence
from graph.views.layout import fan
from graph.views.picture import Picture, entity

_DUTIES = """
MATCH (:Agency {id: $id})-[mine:OWNS]->(duty:Duty)
MATCH (document:Document {id: duty.document})
RETURN duty, mine, document ORDER BY document.date DESC, document.id, duty.start, duty.id, mine.id
"""
_OTHERS = """
MATCH (:Agency {id: $id})-[:OWNS]->(duty:Duty)<-[r:OWNS]-(other)
WHERE other.id <> $id
RETURN DISTINCT other, r, duty ORDER BY other.id, duty.id, r.id
"""
_GROUPS = (
    "MATCH (a:Agency {id: $id})-[r:MEMBER_OF]->(g) RETURN g, r, a.name ORDER BY g.id, r.id",
    "MATCH (:Agency {id: $id})<-[:POST_IN]-(p:Post)-[r:MEMBER_OF]->(g) RETURN g, r, p.name ORDER BY g.id, r.id",
    "MATCH (:Agency {id: $id})<-[:POST_IN]-(p:Post)<-[:HOLDS]-(x:Person)-[r:MEMBER_OF]->(g) "
    "RETURN g, r, x.name + '（' + p.name + '）' ORDER BY g.id, r.id, p.id",
    "MATCH (a:Agency {id: $id})<-[r:OFFICE_IN]-(g) RETURN g, r, a.name ORDER BY g.id, r.id",
)
"""The groups in which the agency, or who has a post in it, has a seat (the third column), or whose office is in it."""

_ISSUED = "MATCH (d:Document)-[r:ISSUED_BY]->(a:Agency {id: $id}) RETURN d, r, a ORDER BY d.date DESC, d.id"
_SENT = "MATCH (d:Document)-[:ADDRESSED_TO]->(:Agency {id: $id}) RETURN count(DISTINCT d.id)"

_FATE = (
    "RENAMED_TO",
    "MERGED_INTO",
    "SUBORDINATE_TO",
    "TRANSFERS_DUTIES_TO",
    "TRANSFERS_STAFF_TO",
    "ALSO_KNOWN_AS",
    "ABOLISHES",
    "CREATES",
    "RENAMES",
)
"""What became of the agency and what it comes from."""

_BEFORE = "MATCH (other)-[r]->(n:Agency {id: $id}) WHERE type(r) IN $types RETURN other, r, n ORDER BY other.id, r.id"
_AFTER = "MATCH (n:Agency {id: $id})-[r]->(other) WHERE type(r) IN $types RETURN n, r, other ORDER BY other.id, r.id"


def picture(store: Store, evidence: Evidence, id_: str, limit: int) -> Picture:
    """The picture of the agency with this id, with at most `limit` duties, partners, groups and documents each."""
    node = entity(store.query("MATCH (n:Agency {id: $id}) RETURN n", {"id": id_}).rows[0][0])
    drawn = Picture(f"{node['name']}：职责与关系", evidence)
    middle = drawn.node(node, main=True)
    owned = [(entity(duty), entity(mine), entity(at)) for duty, mine, at in store.query(_DUTIES, {"id": id_}).rows]
    roles = _roles(owned)
    by_role = _duties(drawn, middle, owned, roles, limit)
    partners = _partners(drawn, store, id_, middle, roles, limit)
    groups = _groups(drawn, store, id_, middle, limit)
    fate = _fate(drawn, store, id_, middle)
    documents = _documents(drawn, store, id_, middle, owned, limit)
    sectors: list[Sequence[str]] = [*by_role, documents, groups, fate, partners]
    drawn.places = fan(middle, [[[[key]] for key in sector] for sector in sectors])
    counts = Counter(roles.values())
    said = [f"{schema().enums['role'][role]} {counts[role]:,} 项" for role in ROLES if counts[role]]
    if sent := store.query(_SENT, {"id": id_}).rows[0][0]:
        said.append(f"主送文件 {sent:,} 件")
    drawn.lead = " · ".join(said)
    return drawn


def _roles(owned: Sequence[tuple[Entity, Entity, Entity]]) -> dict[str, str]:
    """The weightiest role in which the agency owns each duty."""
    roles: dict[str, str] = {}
    for duty, mine, _ in owned:
        id_, role = str(duty["id"]), str(mine["role"])
        roles[id_] = min(role, roles.get(id_, role), key=ROLES.index)
    return roles


def _duties(
    drawn: Picture,
    middle: str,
    owned: Sequence[tuple[Entity, Entity, Entity]],
    roles: dict[str, str],
    limit: int,
) -> list[list[str]]:
    """Draw the duties; their keys by role."""
    first = {str(duty["id"]): (duty, document) for duty, _, document in owned}
    chosen = sorted(first, key=lambda id_: ROLES.index(roles[id_]))[:limit]
    drawn.cut(limit, len(first), "项任务", "先牵头，次责任，再配合；同类之中新文件在先")
    for id_ in chosen:
        drawn.node(first[id_][0])
    for duty, mine, _ in owned:
        if f"Duty:{duty['id']}" in drawn.dots:
            drawn.relationship(middle, f"Duty:{duty['id']}", mine)
    by_role = [[f"Duty:{id_}" for id_ in chosen if roles[id_] == role] for role in ROLES]
    for role, keys in zip(ROLES, by_role, strict=True):
        captions = {f"Duty:{id_}": drawn.evidence.caption(first[id_][1]["id"]) for id_ in chosen}
        drawn.section(f"{schema().enums['role'][role]}的任务", [(key, captions[key]) for key in keys])
    return by_role


def _partners(drawn: Picture, store: Store, id_: str, middle: str, roles: dict[str, str], limit: int) -> list[str]:
    """Draw who shares duties with the agency, one line a kind of sharing; their keys, the nearest partner first."""
    shared: dict[str, list[tuple[Entity, Entity]]] = {}
    nodes: dict[str, Entity] = {}
    for other, r, duty in store.query(_OTHERS, {"id": id_}).rows:
        node = entity(other)
        nodes[str(node["id"])] = node
        shared.setdefault(str(node["id"]), []).append((entity(r), entity(duty)))
    ranked = sorted(shared, key=lambda other: (-len({str(duty["id"]) for _, duty in shared[other]}), other))
    drawn.cut(limit, len(ranked), "个共事机关", "同担任务多者在先")
    kinds: dict[str, list[tuple[str, str]]] = {"配合它的机关": [], "它配合的机关": [], "共同承担的机关": []}
    keys = []
    for other in ranked[:limit]:
        key = drawn.node(nodes[other])
        keys.append(key)
        ways: dict[str, dict[str, tuple[Entity, Entity]]] = {kind: {} for kind in kinds}
        for r, duty in shared[other]:
            ways[_way(roles[str(duty["id"])], str(r["role"]))][str(duty["id"])] = (r, duty)
            if (duty_key := f"Duty:{duty['id']}") in drawn.dots:
                drawn.relationship(key, duty_key, r).quiet = True
        for kind, duties in ways.items():
            if duties:
                _shared(drawn, middle, key, kind, list(duties.values()), roles)
                kinds[kind].append((key, f"{len(duties):,} 项"))
    for kind, found in kinds.items():
        drawn.section(kind, found)
    return keys


def _way(mine: str, theirs: str) -> str:
    if mine != "support" and theirs == "support":
        return "配合它的机关"
    if mine == "support" and theirs != "support":
        return "它配合的机关"
    return "共同承担的机关"


def _shared(
    drawn: Picture,
    middle: str,
    key: str,
    kind: str,
    duties: Sequence[tuple[Entity, Entity]],
    roles: dict[str, str],
) -> None:
    """One line for all duties that are shared in one way, from who supports to who is supported."""
    start, end = (key, middle) if kind == "配合它的机关" else (middle, key)
    word = "共担" if kind == "共同承担的机关" else "配合"
    names = schema().enums["role"]
    proofs = [
        drawn.evidence.proof(duty, f"{names[roles[str(duty['id'])]]}（本机关），{names[str(r['role'])]}（对方）")
        for r, duty in duties
    ]
    line = drawn.line(start, end, f"{word} {len(duties):,} 项", *proofs)
    line.role = "support" if word == "配合" else None


def _groups(drawn: Picture, store: Store, id_: str, middle: str, limit: int) -> list[str]:
    rows = [row for text in _GROUPS for row in store.query(text, {"id": id_}).rows]
    nodes = {str(entity(group)["id"]): entity(group) for group, _, _ in rows}
    drawn.cut(limit, len(nodes), "个议事协调机构", "按编号")
    keys = [drawn.node(nodes[group]) for group in sorted(nodes)[:limit]]
    remarks = []
    for group, r, seat in rows:
        key, relationship = f"LeadingGroup:{entity(group)['id']}", entity(r)
        if key not in drawn.dots:
            continue
        if relationship["type"] == "OFFICE_IN":
            remarks.append((key, drawn.relationship(key, middle, relationship).caption))
            continue
        role = str(relationship.get("role", "成员"))
        drawn.line(middle, key, role, drawn.evidence.proof(relationship, f"{role}：{seat}"))
        remarks.append((key, f"{role} {seat}"))
    drawn.section("参加的议事协调机构", remarks)
    return keys


def _fate(drawn: Picture, store: Store, id_: str, middle: str) -> list[str]:
    parameters: Parameters = {"id": id_, "types": list(_FATE)}
    remarks = []
    for text in (_BEFORE, _AFTER):
        for line in drawn.rows(store.query(text, parameters).rows):
            incoming = line.end == middle
            remarks.append((line.start if incoming else line.end, f"{line.caption}{'本机关' if incoming else ''}"))
    drawn.section("沿革与隶属", remarks)
    return [key for key, _ in remarks]


def _documents(
    drawn: Picture,
    store: Store,
    id_: str,
    middle: str,
    owned: Sequence[tuple[Entity, Entity, Entity]],
    limit: int,
) -> list[str]:
    """Draw the documents that give the agency duties and those that it issued; those that give most come first."""
    nodes = {str(document["id"]): document for _, _, document in owned}
    duties: dict[str, dict[str, Entity]] = {}
    for duty, _, document in owned:
        duties.setdefault(str(document["id"]), {})[str(duty["id"])] = duty
    giving = sorted(duties, key=lambda document: (-len(duties[document]), document))
    issued = store.query(_ISSUED, {"id": id_}).rows
    drawn.cut(limit, len(giving), "件载有其任务的文件", "所载任务多者在先")
    drawn.cut(limit, len(issued), "件由其印发的文件", "新者在先")
    for giver in giving[:limit]:
        key = drawn.node(nodes[giver])
        given = duties[giver].values()
        proofs = [drawn.evidence.proof(duty, "任务") for duty in given]
        drawn.line(key, middle, f"赋予任务 {len(given):,} 项", *proofs)
        for duty in given:
            if (duty_key := f"Duty:{duty['id']}") in drawn.dots:
                drawn.line(duty_key, key, "载于", drawn.evidence.proof(duty, "载于")).quiet = True
    drawn.section("载有其任务的文件", [(f"Document:{at}", f"{len(duties[at]):,} 项") for at in giving[:limit]])
    drawn.section("由其印发的文件", [(line.start, _date(drawn, line.start)) for line in drawn.rows(issued[:limit])])
    return [key for key, dot in drawn.dots.items() if dot.label == "Document"]


def _date(drawn: Picture, key: str) -> str:
    source = drawn.evidence.sources.get(drawn.dots[key].id)
    return (source.date if source else None) or ""
