"""A document among the levels: what it rests on up to the top, what rests on it, what it carries and whom it binds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graph.answers import ROLES
from graph.schema import schema
from graph.stores import Cell, Parameters, Store
from graph.views.bands import by_level
from graph.views.evidence import Entity, Evidence
from graph.views.layout import layered
from graph.views.picture import Picture, entity

_STEPS = 6
"""How many citations one after the other are followed upwards."""

_UP = """
MATCH (d:Document)-[r:CITES|BASED_ON|AMENDS|REPEALS]->(e:Document) WHERE d.id IN $ids AND d.id <> e.id
RETURN d, r, e ORDER BY d.id, type(r), e.id, r.id
"""
_DOWN = """
MATCH (d:Document)-[r:CITES|BASED_ON|AMENDS|REPEALS]->(e:Document {id: $id}) WHERE d.id <> e.id
RETURN d, r, e ORDER BY d.date DESC, d.id, type(r), r.id
"""
_CARRIED = """
MATCH (d:Document {id: $id})-[r]->(e) WHERE type(r) IN ['PROMULGATES', 'ATTACHES', 'ESTABLISHES', 'PRINTED_IN']
RETURN d, r, e ORDER BY type(r), e.id, r.id
"""
_CARRIER = "MATCH (e:Document)-[r:PROMULGATES|ATTACHES]->(d:Document {id: $id}) RETURN e, r, d ORDER BY e.id, r.id"
_BODIES = """
MATCH (d:Document {id: $id})-[r:ISSUED_BY|ADDRESSED_TO]->(a:Agency) RETURN d, r, a ORDER BY type(r), r.start, r.id
"""
_OWNERS = "MATCH (a)-[r:OWNS]->(t:Duty {document: $id}) RETURN a, r, t ORDER BY t.start, t.id, a.id, r.id"
_CHANGED = """
MATCH (d:Document {id: $id})-[r:ABOLISHES|CREATES|RENAMES|CANCELS]->(n) RETURN d, r, n ORDER BY type(r), r.start, r.id
"""


def picture(store: Store, evidence: Evidence, id_: str, limit: int) -> Picture:
    """The picture of the document with this id: at most `limit` documents above, below, and bodies that it binds."""
    parameters: Parameters = {"id": id_}
    node = entity(store.query("MATCH (n:Document {id: $id}) RETURN n", parameters).rows[0][0])
    drawn = Picture(str(node["name"]), evidence)
    middle = drawn.node(node, main=True)
    above = _above(drawn, store, id_, limit)
    below = _below(drawn, store, parameters, limit)
    documents = by_level(drawn.dots.values())
    carried = _around(drawn, store, parameters, _CARRIED, "印发、附带与设立", middle)
    carried += _around(drawn, store, parameters, _CARRIER, "由以下文件印发或附带", middle)
    carried += _around(drawn, store, parameters, _CHANGED, "所作变动", middle)
    issuers = _issuers(drawn, store, parameters)
    bound = _bound(drawn, store, parameters, middle, limit)
    bands = [*documents, ("印发、附带与变动", None, carried), ("发文机关", None, issuers), ("约束的机关", None, bound)]
    placed: set[str] = set()
    only_first = []
    for caption, level, keys in bands:
        only_first.append((caption, level, [key for key in keys if key not in placed]))
        placed.update(keys)
    links = [(line.start, line.end) for line in drawn.lines.values()]
    drawn.places, drawn.bands = layered(only_first, links, middle)
    counts = [f"{said} {count:,} 件" for said, count in (("依据", above), ("被引", below)) if count]
    drawn.lead = " · ".join(str(part) for part in (node.get("number"), node.get("date"), *counts) if part)
    return drawn


def _above(drawn: Picture, store: Store, id_: str, limit: int) -> int:
    """Draw what the document cites, and what that cites, the nearest first; how many documents there are."""
    found: dict[str, Entity] = {}
    rows: list[tuple[Cell, ...]] = []
    steps: dict[str, int] = {id_: 0}
    now: list[Cell] = [id_]
    for step in range(1, _STEPS + 1):
        more = store.query(_UP, {"ids": now}).rows
        rows += more
        fresh = {str(entity(row[2])["id"]): entity(row[2]) for row in more}
        now = [other for other in sorted(fresh) if other not in steps]
        steps.update((str(other), step) for other in now)
        found.update((str(other), fresh[str(other)]) for other in now)
        if not now:
            break
    kept = {id_, *list(found)[:limit]}
    drawn.cut(limit, len(found), "件上位依据", "引用步数少者在先")
    lines = drawn.rows(row for row in rows if str(entity(row[0])["id"]) in kept and str(entity(row[2])["id"]) in kept)
    remarks: dict[str, str] = {}
    for line in lines:
        far = steps[drawn.dots[line.end].id]
        if far:
            remarks.setdefault(line.end, line.caption if far == 1 else f"第 {far} 步")
    ranked = sorted(remarks, key=lambda key: steps[drawn.dots[key].id])
    drawn.section("依据与引用（向上）", [(key, _missing(drawn, key, remarks[key])) for key in ranked])
    return len(found)


def _below(drawn: Picture, store: Store, parameters: Parameters, limit: int) -> int:
    rows = store.query(_DOWN, parameters).rows
    ids = list(dict.fromkeys(str(entity(row[0])["id"]) for row in rows))
    drawn.cut(limit, len(ids), "件引用它的文件", "新者在先")
    kept = set(ids[:limit])
    lines = drawn.rows(row for row in rows if str(entity(row[0])["id"]) in kept)
    drawn.section("引用它的文件（向下）", [(line.start, line.caption) for line in lines])
    return len(ids)


def _missing(drawn: Picture, key: str, remark: str) -> str:
    return f"{remark}，未收录" if drawn.dots[key].missing else remark


def _around(drawn: Picture, store: Store, parameters: Parameters, text: str, heading: str, middle: str) -> list[str]:
    lines = drawn.rows(store.query(text, parameters).rows)
    ends = [(line.start if line.end == middle else line.end, line.caption) for line in lines]
    drawn.section(heading, ends)
    return [key for key, _ in ends]


def _issuers(drawn: Picture, store: Store, parameters: Parameters) -> list[str]:
    lines = drawn.rows(row for row in store.query(_BODIES, parameters).rows if entity(row[1])["type"] == "ISSUED_BY")
    drawn.section("发文机关", [(line.end, "") for line in lines])
    return [line.end for line in lines]


def _bound(drawn: Picture, store: Store, parameters: Parameters, middle: str, limit: int) -> list[str]:
    """Draw the bodies with duties from the document, those with most first, then those that it is sent to only."""
    nodes: dict[str, Entity] = {}
    owned: dict[str, list[tuple[Entity, Entity]]] = {}
    for body, r, duty in store.query(_OWNERS, parameters).rows:
        node = entity(body)
        key = f"{node['labels']}{node['id']}"
        nodes[key] = node
        owned.setdefault(key, []).append((entity(r), entity(duty)))
    ranked = sorted(owned, key=lambda key: (-len(owned[key]), key))
    sent = [row for row in store.query(_BODIES, parameters).rows if entity(row[1])["type"] == "ADDRESSED_TO"]
    drawn.cut(limit, len(ranked), "个承担任务的机关", "任务多者在先")
    drawn.cut(limit, len(sent), "个主送机关", "按行文次序")
    bound = []
    for key in ranked[:limit]:
        dot = drawn.node(nodes[key])
        said = _given(drawn, middle, dot, owned[key])
        bound.append((dot, said))
    drawn.section("承担任务的机关", bound)
    lines = drawn.rows(sent[:limit])
    drawn.section("主送机关", [(line.end, "") for line in lines])
    return [*(key for key, _ in bound), *(line.end for line in lines)]


def _given(drawn: Picture, middle: str, key: str, owned: Sequence[tuple[Entity, Entity]]) -> str:
    """One line for all duties that the document gives a body; its words: 牵头 3 责任 1."""
    names = schema().enums["role"]
    counts = Counter(role for role, _ in {(str(r["role"]), str(duty["id"])) for r, duty in owned})
    said = " ".join(f"{names[role]} {counts[role]:,}" for role in ROLES if counts[role])
    proofs = [drawn.evidence.proof(duty, names[str(r["role"])]) for r, duty in owned]
    line = drawn.line(middle, key, said, *proofs)
    line.role = next(role for role in ROLES if counts[role])
    return said
