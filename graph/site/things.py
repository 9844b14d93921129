"""The page of a thing: an agency, a leading group, a person, a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.answers import ROLES
from graph.schema import schema
from graph.site import sections
from graph.site.linked import Duty, Linked, Ref, weightiest, word, words
from graph.site.paths import FOLDERS, numbered, page_of
from graph.site.render import Renderer, heading, pager, split
from graph.site.sections import Section
from graph.site.texts import Texts
from graph.tables import Node

_SHOWN = {
    "Agency": ("names",),
    "LeadingGroup": ("names",),
    "Document": ("number", "date", "effective_from", "effective_words", "effective_to", "registration"),
    "Person": ("posts",),
}
"""The properties that a page tells, by label."""

_MARKS = (("collective", "统称"), ("vague", "所指不明"), ("established", "本库文件设立"))
"""What is told of a body where it is true."""

Pictures = Mapping[tuple[str, str], str]
"""The pictures of the nodes (label and id) that have one."""

Known = list[tuple[str, Sequence[str | Ref]]]
"""Captions, with what is known under each."""


@dataclass(frozen=True, slots=True)
class Chips:
    """What stands under the heading of a page: the kind of thing, its level, further words."""

    label: str
    kind: str
    level: str
    words: Sequence[str]


def body(render: Renderer, graph: Linked, node: Node, pictures: Pictures) -> None:
    """Write an agency or a leading group, on as many pages as its duties need."""
    is_group = node.label == "LeadingGroup"
    duties = graph.owned(node.label, node.id)
    around = sections.group(graph, node.id) if is_group else sections.agency(graph, node.id)
    members = sections.members(graph, node.id) if is_group else []
    roles = Counter(weightiest(duty, node.id) for duty in duties)
    path = page_of(node.label, node.id)
    for number, some in split(duties):
        first = number == 1
        render.page(
            numbered(path, number),
            "body",
            title=heading(node_name(node), number),
            id=node.id,
            picture=pictures.get((node.label, node.id), ""),
            chips=_chips(node),
            known=_known(graph, node) if first else [],
            joined=words(node.properties.get("joined")) if first else [],
            parts=_contents(around, len(duties), len(members)) if first else [],
            members=members if first else [],
            duties=some,
            all_duties=len(duties),
            counted=[(role, roles[role]) for role in ROLES if roles[role]],
            pages=pager(path, duties, number),
            sections=around if first else [],
        )


def person(render: Renderer, graph: Linked, node: Node) -> None:
    """Write a person."""
    render.page(
        page_of("Person", node.id),
        "person",
        title=node_name(node),
        chips=_chips(node),
        known=_known(graph, node),
        sections=sections.person(graph, node.id),
    )


def document(render: Renderer, graph: Linked, texts: Texts, node: Node, pictures: Pictures) -> None:
    """Write a document, with its text where it is at hand."""
    duties = graph.stated(node.id)
    around = sections.document(graph, node.id)
    text = texts.text(node.id, graph)
    parts = _contents(around, len(duties), 0)
    render.page(
        page_of("Document", node.id),
        "document",
        title=node_name(node),
        picture=pictures.get((node.label, node.id), ""),
        chips=_chips(node),
        known=_known(graph, node),
        parts=[("text", "原文", text.characters), *parts] if text else parts,
        duties=duties,
        bases=_own_bases(graph, node.id, duties),
        sections=around,
        text=text,
        why=_why_no_text(node, texts),
        source=word(node.properties.get("source")),
        linked=[(label, schema().nodes[label].caption) for label in FOLDERS],
    )


def node_name(node: Node) -> str:
    """What a node is called."""
    return word(node.properties.get("name")) or node.id


def _chips(node: Node) -> Chips:
    known = node.properties
    said = [caption for name, caption in _MARKS if known.get(name)]
    if node.label == "Document" and not known.get("in_corpus"):
        said.append("未收录")
    return Chips(node.label, schema().nodes[node.label].caption, word(known.get("level")), said)


def _known(graph: Linked, node: Node) -> Known:
    """What is known of a node."""
    known = node.properties
    pairs: Known = []
    if node.label == "Document":
        for type_ in ("ISSUED_BY", "ADDRESSED_TO", "PRINTED_IN"):
            refs = [graph.ref(one.to_label, one.to_id) for one in graph.out("Document", node.id, type_)]
            pairs.append((schema().relationships[type_].caption, list(dict.fromkeys(refs))))
    if place := graph.place(node):
        pairs.append(("区划", [place]))
    for name in _SHOWN[node.label]:
        values = words(known.get(name)) or [word(known.get(name))]
        told = [value for value in values if value and value != node_name(node)]
        pairs.append((schema().nodes[node.label].properties[name].caption, told))
    return [(caption, values) for caption, values in pairs if values]


def _contents(around: Sequence[Section], duties: int, members: int) -> list[tuple[str, str, int]]:
    """The parts of a page: anchors, captions, numbers."""
    parts = [("members", "组成人员", members), ("duties", "职责任务", duties)]
    return [part for part in parts if part[2]] + [(of.anchor, of.title, of.all) for of in around]


def _own_bases(graph: Linked, document: str, duties: Sequence[Duty]) -> dict[str, list[Ref]]:
    """What duties (by their ids) rest on besides that which the whole document rests on."""
    of_all = {one.to_id for one in graph.out("Document", document, "BASED_ON")}
    own = {duty.id: [base for base in duty.bases if base.id not in of_all] for duty in duties}
    return {id_: bases for id_, bases in own.items() if bases}


def _why_no_text(node: Node, texts: Texts) -> str:
    """Why the page of a document has no text ("": it has one, or its carrier has it)."""
    if not node.properties.get("in_corpus"):
        return "收录的文件引用了它，但它本身没有收录，因此没有原文。"
    if node.properties.get("text_sha256") is None or node.id in texts:
        return ""
    return "制作网页时原文不在手边，因此只列出作为依据的语句。"
