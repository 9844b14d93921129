"""The lists of all things of a kind, the front page, and what the search finds: each in the order of weight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from graph.answers import ROLES
from graph.schema import schema
from graph.site.linked import Linked, Ref, weightiest, whole, word, words
from graph.site.paths import numbered
from graph.site.render import Renderer, heading, pager, split
from graph.site.search import Item, initials
from graph.site.things import node_name
from graph.tables import Node

LISTS: Mapping[str, str] = {
    "Agency": "agencies",
    "Document": "documents",
    "LeadingGroup": "groups",
    "Person": "people",
}
"""The labels that have lists, and the names of these."""

Ranked = Mapping[str, Sequence[Node]]
"""The nodes of each label of `LISTS`, the weightiest first."""

_SORTED = {
    "Agency": "任务多的在前。",
    "Document": "收录的在前，新的在前。",
    "LeadingGroup": "任务多的在前。",
    "Person": "参加机构多的在前。",
}
_TOP = 12
"""How many things of a kind the front page names."""

Row = tuple[Ref | str | int, ...]


def ranked(graph: Linked) -> Ranked:
    """All things of the kinds that have lists."""
    made = {}
    for label in LISTS:
        by_name = sorted(graph.nodes(label), key=lambda node: (node_name(node), node.id))
        made[label] = sorted(by_name, key=lambda node: _weight(graph, node), reverse=True)
    return made


def write_lists(render: Renderer, graph: Linked, order: Ranked) -> None:
    """Write the list of each kind, on as many pages as it needs."""
    for label, place in LISTS.items():
        columns, rows = _COLUMNS[label], [_row(graph, node) for node in order[label]]
        for number, some in split(rows):
            render.page(
                numbered(f"{place}.html", number),
                "list",
                here=place,
                title=heading(schema().nodes[label].caption, number),
                lead=f"共 {len(rows):,} 项，{_SORTED[label]}",
                columns=columns,
                rows=some,
                pages=pager(f"{place}.html", rows, number),
            )


def write_front(render: Renderer, graph: Linked, order: Ranked, title: str) -> None:
    """Write the front page."""
    bodies = [node for node in order["Agency"] if not node.properties.get("vague")][:_TOP]
    seated = [node for node in order["LeadingGroup"] if _seats(graph, node)]
    groups = sorted(seated, key=lambda node: _seats(graph, node), reverse=True)[:_TOP]
    named = node_name(bodies[0]) if bodies else ""
    tops = (
        ("任务最多的单位", "Agency", [(node, f"{len(graph.owned('Agency', node.id)):,} 项任务") for node in bodies]),
        ("最近的文件", "Document", [(node, word(node.properties.get("date"))) for node in order["Document"][:_TOP]]),
        ("成员最多的议事协调机构", "LeadingGroup", [(node, f"{_seats(graph, node):,} 个席位") for node in groups]),
    )
    render.page(
        "index.html",
        "index",
        here="index",
        title=title,
        lead=_span(order["Document"]),
        kinds=[
            (schema().nodes[label].caption, len(graph.nodes(label)), f"{place}.html")
            for label, place in {"Duty": "matrix", **LISTS}.items()
        ],
        examples=[named, initials(named)] if named else [],
        lists=[
            (caption, f"{LISTS[label]}.html", [(graph.ref(label, node.id), detail) for node, detail in nodes])
            for caption, label, nodes in tops
        ],
    )


def items(graph: Linked, order: Ranked) -> Iterator[Item]:
    """Everything that can be found, kind by kind."""
    for label in LISTS:
        caption = schema().nodes[label].caption
        for node in order[label]:
            ref, known = graph.ref(label, node.id), node.properties
            forms = dict.fromkeys([*words(known.get("names")), word(known.get("number"))])
            others = tuple(form for form in forms if form not in ("", ref.name))
            detail = "、".join(words(known.get("posts"))) or word(known.get("number")) or graph.place(node)
            yield Item(caption, ref.name, others, detail, ref.href)
    caption = schema().nodes["Duty"].caption
    for node in order["Document"]:
        stated_in = word(node.properties.get("number")) or node_name(node)
        for duty in graph.stated(node.id):
            owners = "、".join(dict.fromkeys(owner.ref.name for owner in duty.owners))
            yield Item(caption, duty.text, (), f"{owners}　{stated_in}", duty.proof.href, initials=False)


_COLUMNS: Mapping[str, Sequence[str]] = {
    "Agency": ("名称", "区划", *(schema().enums["role"][role] for role in ROLES)),
    "Document": ("标题", "文号", "成文日期", "任务", "收录"),
    "LeadingGroup": ("名称", "区划", "办公室设在", "成员", "任务"),
    "Person": ("姓名", "职务", "区划", "参加机构"),
}


def _row(graph: Linked, node: Node) -> Row:
    """A line of a list, under `_COLUMNS`."""
    label, known = node.label, node.properties
    ref, place = graph.ref(label, node.id), graph.place(node)
    if label == "Agency":
        roles = Counter(weightiest(duty, node.id) for duty in graph.owned(label, node.id))
        return ref, place, *(roles[role] for role in ROLES)
    if label == "LeadingGroup":
        hosts = graph.out(label, node.id, "OFFICE_IN")
        host = graph.ref("Agency", hosts[0].to_id) if hosts else ""
        return ref, place, host, _seats(graph, node), len(graph.owned(label, node.id))
    if label == "Person":
        return ref, "、".join(words(known.get("posts"))), place, len(graph.out(label, node.id, "MEMBER_OF"))
    duties, state = len(graph.stated(node.id)), "" if known.get("in_corpus") else "未收录"
    return ref, word(known.get("number")), word(known.get("date")), duties, state


def _weight(graph: Linked, node: Node) -> tuple[int | str, ...]:
    """What is greater comes first."""
    label, known = node.label, node.properties
    if label == "Document":
        # Those that were read, then those that they carry, then those that they cite.
        rank = 2 * bool(known.get("in_corpus")) - (known.get("text_sha256") is None)
        return rank, word(known.get("date")), whole(known.get("cited"))
    if label == "Person":
        return (len(graph.out(label, node.id, "MEMBER_OF", "HEADS_OFFICE_OF")),)
    return len(graph.owned(label, node.id)), len(graph.into(label, node.id, "MEMBER_OF", "MENTIONS"))


def _seats(graph: Linked, node: Node) -> int:
    return len(graph.into("LeadingGroup", node.id, "MEMBER_OF"))


def _span(documents: Sequence[Node]) -> str:
    """From when to when the documents are."""
    known = [node.properties for node in documents if node.properties.get("in_corpus")]
    dates = sorted(date for date in (word(one.get("date")) for one in known) if date)
    return f"收录文件成文于 {dates[0]} 至 {dates[-1]}。" if dates else ""
