"""A picture: the nodes and relationships that a view has chosen, with their words and colours, before any drawing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.schema import Property, schema
from graph.stores import Cell, Parameters, Store

Entity = dict[str, Cell]
"""A node (with `id` and `labels`) or a relationship (with `type`) as a query returns it, with its properties."""

COLOURS: Mapping[str, str] = {
    "Agency": "#3b6ea5",
    "LeadingGroup": "#8a5a9e",
    "Duty": "#e0b84c",
    "Document": "#7f8c8d",
    "Person": "#c0705a",
    "Post": "#d8a08f",
    "Provision": "#b4bec4",
    "Jurisdiction": "#5f9e8f",
    "Licence": "#a3a04a",
    "Gazette": "#55606a",
}
ROLE_COLOURS: Mapping[str, str] = {"lead": "#c0392b", "responsible": "#2e7d32", "support": "#2f6fb3"}
OTHER_COLOUR, FAINT_COLOUR = "#9aa4ad", "#d5dbe0"

_UNSAID = ("start", "end", "text_sha256", "sources", "rule", "confidence", "quote", "place", "form", "in_corpus")
"""Properties that a reader of a picture has no use for: they are for programs."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A node: `label` as in the schema, `name` what stands under it, `words` everything that is known of it."""

    key: str
    label: str
    id: str
    name: str
    words: str
    main: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A relationship from one dot to another; `caption` stands on it ("": its colour or its ends say enough)."""

    start: str
    end: str
    caption: str
    colour: str
    words: str


@dataclass(slots=True)
class Picture:
    """A picture under construction. `notes` say what was left out."""

    title: str
    notes: list[str] = field(default_factory=list)
    dots: dict[str, Dot] = field(default_factory=dict)
    lines: dict[tuple[str, str, str], Line] = field(default_factory=dict)

    def node(self, node: Entity, *, main: bool = False) -> str:
        """Add a node (once) and give its key."""
        label = label_of(node)
        key = f"{label}:{node['id']}"
        if key not in self.dots:
            name = str(node.get("name", node["id"]))
            self.dots[key] = Dot(key, label, str(node["id"]), name, _words(label, node), main)
        return key

    def ids(self, label: str) -> list[Cell]:
        """The ids of the nodes of one label that are in the picture."""
        return [dot.id for dot in self.dots.values() if dot.label == label]

    def rows(self, rows: Iterable[Sequence[Cell]]) -> None:
        """Add what a query gave: rows of a node, a relationship from it, and the node that it goes to."""
        for start, relationship, end in rows:
            ends = self.node(entity(start)), self.node(entity(end))
            self.relationship(*ends, entity(relationship))

    def cut(self, limit: int, there: int, what: str, order: str) -> None:
        """Note that only `limit` of the things that are `there` are drawn, where that is so."""
        if there > limit:
            self.notes.append(f"The first {limit} of {there} {what} are drawn, {order}; --limit N for more.")

    def relationship(self, start: str, end: str, relationship: Entity) -> None:
        """Add a relationship between two keys; a second one that says the same is not drawn again."""
        type_ = str(relationship["type"])
        said = caption_of(relationship)
        role = relationship.get("role")
        colour = ROLE_COLOURS[str(role)] if type_ == "OWNS" else FAINT_COLOUR if type_ == "STATED_IN" else OTHER_COLOUR
        caption = said if colour == OTHER_COLOUR else ""
        line = Line(start, end, caption, colour, words=f"{said}\n原文：{relationship['quote']}")
        self.lines.setdefault((start, end, said), line)


def caption_of(relationship: Entity) -> str:
    """What a relationship says in Chinese: its role or its basis where it has one, else the caption of its type."""
    role, basis = relationship.get("role"), relationship.get("basis")
    if isinstance(role, str):
        return schema().enums["role"].get(role, role)
    if isinstance(basis, str):
        return basis
    return schema().relationships[str(relationship["type"])].caption


def label_of(node: Entity) -> str:
    """The label of a node that a query gave."""
    labels = node["labels"]
    return str(labels[0]) if isinstance(labels, list) else str(labels)


def _words(label: str, node: Entity) -> str:
    """The label's caption and a line for each property that a reader can use."""
    node_type = schema().nodes[label]
    lines = [node_type.caption]
    for name, known in node_type.properties.items():
        shortened = name == "name" and "text" in node
        if name in node and name not in _UNSAID and not shortened:
            lines.append(f"{known.caption}：{_said(node[name], known)}")
    return "\n".join(lines)


def _said(value: Cell, known: Property) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "；".join(str(item) for item in value)
    if known.enum is not None:
        return schema().enums[known.enum].get(str(value), str(value))
    return str(value)


_OWNERS = """
MATCH (owner)-[r:OWNS]->(duty:Duty) WHERE duty.id IN $duties
RETURN owner, r, duty ORDER BY duty.id, owner.id, r.id
"""
_STATED = """
MATCH (duty:Duty)-[r:STATED_IN]->(place) WHERE duty.id IN $duties
MATCH (document:Document {id: duty.document})
RETURN duty, r, document ORDER BY duty.id, r.id
"""


def entity(cell: Cell) -> Entity:
    """The cell as a node or a relationship. Raises `TypeError` where the query returned something else."""
    if not isinstance(cell, dict):
        raise TypeError(f"neither a node nor a relationship: {cell!r}")
    return cell


def add_neighbours(picture: Picture, store: Store, label: str, id_: str, types: Sequence[str]) -> None:
    """Add the relationships of these types from and to a node, and what is at their other ends."""
    parameters: Parameters = {"id": id_, "types": list(types)}
    for pattern, returned in (
        (f"(n:{label} {{id: $id}})-[r]->(other)", "n, r, other"),
        (f"(other)-[r]->(n:{label} {{id: $id}})", "other, r, n"),
    ):
        text = f"MATCH {pattern} WHERE type(r) IN $types RETURN {returned} ORDER BY type(r), other.id, r.id"
        picture.rows(store.query(text, parameters).rows)


def add_duties(picture: Picture, store: Store, duties: Sequence[str]) -> None:
    """Add the duties with these ids, all their owners, and the documents that state them."""
    parameters: Parameters = {"duties": list(duties)}
    for text in (_OWNERS, _STATED):
        picture.rows(store.query(text, parameters).rows)
