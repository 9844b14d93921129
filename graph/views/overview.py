"""What the graph holds, at a glance: counts, years, levels, the busiest bodies, what is missing, what is doubtful."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from graph.answers import ROLES
from graph.doubts import CAPTIONS, doubts
from graph.schema import schema
from graph.stores import Cell, Store
from graph.views.evidence import Evidence, Proof
from graph.views.pages import page as rendered
from graph.views.picture import cut_note, entity
from graph.views.style import Foot
from graph.workspace import Workspace

SHOWN = 5
"""How many examples stand behind a number."""

_TIMEOUT = 300.0

_LOADS = """
MATCH (b)-[o:OWNS]->(t:Duty)
RETURN labels(b)[0] AS label, b.id AS id, b.name AS name, o.role AS role, count(DISTINCT t.id) AS duties ORDER BY id
"""
_EXAMPLES = """
MATCH (b:{label} {{id: $id}})-[o:OWNS]->(t:Duty)
RETURN t, o.role ORDER BY CASE o.role WHEN 'lead' THEN 0 WHEN 'responsible' THEN 1 ELSE 2 END, t.document, t.start, t.id
LIMIT {shown}
"""
_GROUPS = """
MATCH (m)-[r:MEMBER_OF]->(g:LeadingGroup)
RETURN g.id AS id, g.name AS name, count(r) AS seats ORDER BY seats DESC, id
"""
_SEATS = """
MATCH (m)-[r:MEMBER_OF]->(:LeadingGroup {{id: $id}}) RETURN r, m.name
ORDER BY coalesce(r.rank, 100000), r.id LIMIT {shown}
"""
_MISSING = """
MATCH (d:Document)-[r:CITES|BASED_ON]->(e:Document {in_corpus: false})
RETURN e.id AS id, e.name AS name, count(DISTINCT d.id) AS cited ORDER BY cited DESC, id
"""
_CITING = """
MATCH (d:Document)-[r:CITES|BASED_ON]->(e:Document {{id: $id}})
RETURN r, d.id ORDER BY d.date DESC, d.id, r.id LIMIT {shown}
"""
_DOCUMENTS = """
MATCH (d:Document) RETURN d.id, d.year, d.level, d.in_corpus, d.text_sha256, d.start ORDER BY d.date, d.id
"""
_BODIES = "MATCH (a:Agency) RETURN a.level, count(a)"


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of a chart: what it counts, the parts of the count (class, caption, number), and examples that prove it.

    `share` is the whole as a share of the longest bar.
    """

    caption: str
    count: int
    parts: Sequence[tuple[str, str, int]]
    share: float
    proofs: Sequence[Proof]


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars under a heading; `note` says what they are, and what was left out."""

    heading: str
    note: str
    bars: Sequence[Bar]


def page(store: Store, evidence: Evidence, workspace: Workspace | None, limit: int, foot: Foot | None) -> str:
    """The page, with at most `limit` bars in a chart."""
    nodes = [
        (label, node.caption, count)
        for label, node in schema().nodes.items()
        if isinstance(count := store.query(f"MATCH (n:{label}) RETURN count(n)").rows[0][0], int) and count
    ]
    documents = store.query(_DOCUMENTS).rows
    charts = [
        _loads(store, evidence, limit),
        _levels(store, documents),
        _years(documents, evidence, limit),
        _missing(store, evidence, limit),
        _groups(store, evidence, limit),
        _doubts(store, evidence, workspace, limit),
    ]
    return rendered(
        "overview",
        foot,
        {
            "title": "总览",
            "lead": "本库从公文中读出了什么，各有多少。点开每一行，可见举例的原文与出处。",
            "nodes": nodes,
            "charts": [chart for chart in charts if chart.bars],
        },
    )


_Row = tuple[str, Sequence[tuple[str, str, int]], Sequence[Proof]]
"""A bar before its length is known: its caption, the parts, the proofs."""


def _bars(rows: Sequence[_Row]) -> list[Bar]:
    counts = [sum(count for _, _, count in parts) for _, parts, _ in rows]
    most = max(counts, default=1) or 1
    return [
        Bar(caption, count, [part for part in parts if part[2]], round(count / most, 4), proofs)
        for (caption, parts, proofs), count in zip(rows, counts, strict=True)
    ]


def _left_out(limit: int, there: int, what: str, order: str) -> str:
    return cut_note("列出", limit, there, what, order) if there > limit else ""


def _years(documents: Sequence[tuple[Cell, ...]], evidence: Evidence, limit: int) -> Chart:
    """The documents that were read, by year; those that another carries count with it."""
    read = [(str(id_), year, start) for id_, year, _, _, text, start in documents if text is not None]
    years: dict[str, list[Proof]] = {}
    for id_, year, start in read:
        source = evidence.sources[id_]
        place = evidence.place(id_, start if isinstance(start, int) else 0)
        proof = Proof("标题", "", source.name, "", source.caption, source.date, place)
        years.setdefault(f"{year}年" if year else "年份不详", []).append(proof)
    kept = sorted(years, reverse=True)[:limit]
    rows = [(year, [("kind-Document", "文件", len(years[year]))], years[year][:SHOWN]) for year in sorted(kept)]
    return Chart("文件的年份", "已收录的文件。" + _left_out(limit, len(years), "年", "近者在先"), _bars(rows))


def _levels(store: Store, documents: Sequence[tuple[Cell, ...]]) -> Chart:
    names = {level: caption for level, caption in schema().enums["level"].items() if level != "help"}
    counts = Counter((str(level), in_corpus is not False) for _, _, level, in_corpus, _, _ in documents)
    bodies = {str(level): count for level, count in store.query(_BODIES).rows if isinstance(count, int)}
    rows: list[_Row] = []
    for level, caption in [*names.items(), ("None", "层级不详")]:
        parts = [("read", "已收录的文件", counts[level, True]), ("missing", "未收录的文件", counts[level, False])]
        rows.append((caption, [*parts, ("kind-Agency", "机关单位", bodies.get(level, 0))], []))
    return Chart("层级", "文件（收录与否）和机关单位所在的层级。", [bar for bar in _bars(rows) if bar.count])


def _loads(store: Store, evidence: Evidence, limit: int) -> Chart:
    loads: dict[tuple[str, str], Counter[str]] = {}
    names: dict[tuple[str, str], str] = {}
    for label, id_, name, role, duties in store.query(_LOADS, timeout=_TIMEOUT).rows:
        key = str(label), str(id_)
        names[key] = str(name)
        loads.setdefault(key, Counter())[str(role)] = duties if isinstance(duties, int) else 0
    ranked = sorted(loads, key=lambda key: (-loads[key].total(), key))
    captions = schema().enums["role"]
    rows = []
    for label, id_ in ranked[:limit]:
        examples = store.query(_EXAMPLES.format(label=label, shown=SHOWN), {"id": id_}).rows
        proofs = [evidence.proof(entity(duty), captions[str(role)]) for duty, role in examples]
        parts = [(f"role-{role}", captions[role], loads[label, id_][role]) for role in ROLES]
        rows.append((names[label, id_], parts, proofs))
    note = "按承担的任务数。" + _left_out(limit, len(ranked), "个机关单位", "任务多者在先")
    return Chart("任务最多的机关单位", note, _bars(rows))


def _groups(store: Store, evidence: Evidence, limit: int) -> Chart:
    found = store.query(_GROUPS).rows
    rows = []
    for id_, name, seats in found[:limit]:
        proofs = [
            evidence.proof(entity(r), f"{entity(r).get('role', '成员')}：{member}")
            for r, member in store.query(_SEATS.format(shown=SHOWN), {"id": id_}).rows
        ]
        rows.append((str(name), [("kind-LeadingGroup", "席位", seats if isinstance(seats, int) else 0)], proofs))
    note = "按席位数。" + _left_out(limit, len(found), "个议事协调机构", "席位多者在先")
    return Chart("最大的议事协调机构", note, _bars(rows))


def _missing(store: Store, evidence: Evidence, limit: int) -> Chart:
    found = store.query(_MISSING, timeout=_TIMEOUT).rows
    rows = []
    for id_, name, cited in found[:limit]:
        proofs = [
            evidence.proof(entity(r), "引用") for r, _ in store.query(_CITING.format(shown=SHOWN), {"id": id_}).rows
        ]
        rows.append((str(name), [("missing", "引用它的文件", cited if isinstance(cited, int) else 0)], proofs))
    note = "本库没有、而被本库文件引用的文件。" + _left_out(limit, len(found), "件未收录的文件", "被引多者在先")
    return Chart("最该补收的文件", note, _bars(rows))


def _doubts(store: Store, evidence: Evidence, workspace: Workspace | None, limit: int) -> Chart:
    kinds: dict[str, list[Proof]] = {}
    counts: Counter[str] = Counter()
    documents = {source.text_sha256: source for source in evidence.sources.values()}
    for doubt in doubts(workspace.documents(), store) if workspace else ():
        counts[doubt.kind] += 1
        source = documents.get(doubt.text_sha256)
        some = kinds.setdefault(doubt.kind, [])
        if source and len(some) < SHOWN:
            place = evidence.place(source.id, doubt.start)
            some.append(Proof(doubt.reason, "", doubt.quote, "", source.caption, source.date, place))
    ranked = [kind for kind, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
    rows = [(CAPTIONS.get(kind, kind), [("doubt", "处", counts[kind])], kinds[kind]) for kind in ranked[:limit]]
    return Chart("没有读懂或存疑之处", "如实计数；dutygraph info --doubts 列出每一处。", _bars(rows))
