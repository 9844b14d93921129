"""All documents by level and what they cite; those that the corpus lacks are drawn as missing."""

from __future__ import annotations

from graph.stores import Parameters, Store
from graph.views.bands import by_level
from graph.views.evidence import Evidence
from graph.views.layout import layered
from graph.views.picture import Picture, entity

_TYPES = "CITES|BASED_ON|PROMULGATES|AMENDS|REPEALS"

_RANKED = f"""
MATCH (d:Document)-[r:{_TYPES}]-(e:Document) WHERE d.id <> e.id
RETURN d.id AS id, count(DISTINCT e.id) AS joined ORDER BY joined DESC, id
"""
_NODES = "MATCH (d:Document) WHERE d.id IN $ids RETURN d ORDER BY d.date, d.id"
_LINES = f"""
MATCH (d:Document)-[r:{_TYPES}]->(e:Document) WHERE d.id IN $ids AND e.id IN $ids AND d.id <> e.id
RETURN d, r, e ORDER BY d.id, e.id, type(r), r.id
"""
_ALONE = f"MATCH (d:Document) WHERE NOT (d)-[:{_TYPES}]-(:Document) RETURN count(d)"


def picture(store: Store, evidence: Evidence, limit: int) -> Picture:
    """The `limit` documents that are joined to most others."""
    drawn = Picture("文件引用关系", evidence)
    ranked = [str(row[0]) for row in store.query(_RANKED).rows]
    drawn.cut(limit, len(ranked), "件有引用关系的文件", "与其他文件关系多者在先")
    ids: Parameters = {"ids": list(ranked[:limit])}
    for row in store.query(_NODES, ids).rows:
        drawn.node(entity(row[0]))
    drawn.rows(store.query(_LINES, ids).rows)
    alone = store.query(_ALONE).rows[0][0]
    missing = sum(dot.missing for dot in drawn.dots.values())
    drawn.lead = f"画出 {len(drawn.dots):,} 件，其中未收录 {missing:,} 件；另有 {alone:,} 件既不引用也不被引用。"
    bands = by_level(drawn.dots.values())
    drawn.places, drawn.bands = layered(bands, [(line.start, line.end) for line in drawn.lines.values()])
    cited: dict[str, int] = {}
    for line in drawn.lines.values():
        cited[line.end] = cited.get(line.end, 0) + 1
    for caption, _, keys in bands:
        items = [(key, "，".join(_said(drawn, key, cited.get(key, 0)))) for key in keys]
        drawn.section(caption, sorted(items, key=lambda item: -cited.get(item[0], 0)))
    return drawn


def _said(drawn: Picture, key: str, cited: int) -> list[str]:
    said = [f"被引 {cited:,} 次"] if cited else []
    return [*said, "未收录"] if drawn.dots[key].missing else said
