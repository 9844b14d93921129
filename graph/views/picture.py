"""A picture: the nodes and relationships that a view has chosen, with their words and proofs, before any drawing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.schema import Property, schema
from graph.stores import Cell
from graph.views.evidence import Entity, Evidence, Proof

_UNSAID = (
    "start",
    "end",
    "text_sha256",
    "sources",
    "rule",
    "quote",
    "place",
    "form",
    "in_corpus",
    "joined",
    "document",
)
"""Properties that a reader of a picture has no use for: they are for programs, or are told with the proof."""

MOST_PROOFS = 30
"""How many proofs a line keeps: those of one that stands for 300 duties are read in `dutygraph duties`."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A node: `label` as in the schema, `name` what stands under it, `facts` what is known of it (caption, value).

    `missing`: it is a document that the corpus only cites; `page` is its page in the site that is made ("": none).
    """

    key: str
    label: str
    id: str
    name: str
    facts: tuple[tuple[str, str], ...]
    proofs: tuple[Proof, ...] = ()
    level: str | None = None
    main: bool = False
    missing: bool = False
    page: str = ""


@dataclass(slots=True)
class Line:
    """What joins one dot to another: `caption` says it, `role` is that of an owner, `more` proofs are not kept.

    `quiet`: it is drawn only while one of its ends is chosen, for what would hide the rest.
    """

    start: str
    end: str
    caption: str
    role: str | None = None
    quiet: bool = False
    proofs: list[Proof] = field(default_factory=list)
    more: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the list beside the picture: a heading, and the keys of dots with a remark each."""

    heading: str
    items: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Band:
    """A level of the picture, from `top` to `bottom` in pixels; `level` gives its colour."""

    caption: str
    level: str | None
    top: int
    bottom: int


Places = dict[str, tuple[int, int]]
"""Where the dots with these keys stand, in pixels, from the middle."""


@dataclass(slots=True)
class Picture:
    """A picture under construction. `notes` say what was left out."""

    title: str
    evidence: Evidence
    lead: str = ""
    notes: list[str] = field(default_factory=list)
    dots: dict[str, Dot] = field(default_factory=dict)
    lines: dict[tuple[str, str, str], Line] = field(default_factory=dict)
    sections: list[Section] = field(default_factory=list)
    bands: list[Band] = field(default_factory=list)
    places: Places = field(default_factory=dict)

    def node(self, node: Entity, *, main: bool = False) -> str:
        """Add a node (once) and give its key."""
        label = label_of(node)
        key = f"{label}:{node['id']}"
        if key not in self.dots:
            level = node.get("level")
            self.dots[key] = Dot(
                key,
                label,
                str(node["id"]),
                str(node.get("name", node["id"])),
                facts_of(label, node),
                (self.evidence.proof(node, "原文"),) if "quote" in node else (),
                None if level is None else str(level),
                main,
                node.get("in_corpus") is False,
                self.evidence.page(label, str(node["id"])),
            )
        return key

    def ids(self, label: str) -> list[Cell]:
        """The ids of the nodes of one label that are in the picture."""
        return [dot.id for dot in self.dots.values() if dot.label == label]

    def rows(self, rows: Iterable[Sequence[Cell]], *, quiet: bool = False) -> list[Line]:
        """Add what a query gave: rows of a node, a relationship from it, and the node that it goes to.

        Returns the line of each row.
        """
        added = []
        for start, relationship, end in rows:
            line = self.relationship(self.node(entity(start)), self.node(entity(end)), entity(relationship))
            line.quiet = quiet
            added.append(line)
        return added

    def relationship(self, start: str, end: str, relationship: Entity) -> Line:
        """Add a relationship between two keys."""
        caption = caption_of(relationship)
        role = relationship.get("role") if relationship["type"] == "OWNS" else None
        line = self.line(start, end, caption, self.evidence.proof(relationship, caption))
        line.role = None if role is None else str(role)
        return line

    def line(self, start: str, end: str, caption: str, *proofs: Proof) -> Line:
        """Add a line; one that says the same of the same ends is drawn once, with the proofs of both."""
        line = self.lines.setdefault((start, end, caption), Line(start, end, caption))
        for proof in proofs:
            if proof in line.proofs:
                continue
            if len(line.proofs) < MOST_PROOFS:
                line.proofs.append(proof)
            else:
                line.more += 1
        return line

    def section(self, heading: str, items: Iterable[tuple[str, str]]) -> None:
        """Add a part of the list, unless there is nothing in it; a dot that comes twice has its remarks joined."""
        remarks: dict[str, dict[str, None]] = {}
        for key, remark in items:
            remarks.setdefault(key, {}).update(dict.fromkeys([remark] if remark else []))
        if remarks:
            self.sections.append(Section(heading, [(key, "、".join(said)) for key, said in remarks.items()]))

    def cut(self, limit: int, there: int, what: str, order: str) -> None:
        """Note that only `limit` of the things that are `there` are drawn, where that is so."""
        if there > limit:
            self.notes.append(cut_note("画出", limit, there, what, order, more=self.evidence.alone))


def cut_note(done: str, limit: int, there: int, what: str, order: str, *, more: bool = True) -> str:
    """The sentence that says by which rule a page was cut, and how to have `more`: who holds a site has no command."""
    how = "；要看更多，用 --limit N" if more else ""
    return f"共 {there:,} {what}，只{done}其中 {limit:,} {what[0]}：{order}{how}。"


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


def facts_of(label: str, node: Entity) -> tuple[tuple[str, str], ...]:
    """The caption and the value of each property that a reader can use."""
    return tuple(
        (known.caption, _said(node[name], known))
        for name, known in schema().nodes[label].properties.items()
        # The name of a duty is the beginning of its text.
        if name in node and name not in _UNSAID and not (name == "name" and "text" in node) and node[name] is not False
    )


def entity(cell: Cell) -> Entity:
    """The cell as a node or a relationship. Raises `TypeError` where the query returned something else."""
    if not isinstance(cell, dict):
        raise TypeError(f"neither a node nor a relationship: {cell!r}")
    return cell


def _said(value: Cell, known: Property) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "；".join(str(item) for item in value)
    if known.enum is not None:
        return schema().enums[known.enum].get(str(value), str(value))
    return str(value)
