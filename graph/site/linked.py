"""The tables of the graph, linked: from each node to what is around it, and to the page that it has in the site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from extractors.rules import LOW
from graph.answers import ROLES, when
from graph.site.paths import FOLDERS, page_of, place
from graph.tables import Node, Relationship, Tables, Value


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A node by its name; `href` is its page from the root of the site ("": it has none)."""

    name: str
    label: str
    id: str
    href: str


@dataclass(frozen=True, slots=True)
class Proof:
    """Where something is written: the document, the address of the place, the words there.

    `low`: the rule that read it is often wrong. `position` is the page, paragraph or cell of a file that is no text.
    """

    document: Ref
    href: str
    quote: str
    low: bool
    position: str = ""


@dataclass(frozen=True, slots=True)
class Owner:
    """A body that owns a duty, in a role, and the place that says so."""

    ref: Ref
    role: str
    as_written: str
    proof: Proof


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty with everything that a page tells of it.

    `number` counts the duties of its document, from 1; `owners` come by role, the weightiest first; `date` is that of
    the document; `when` is the deadline as it is shown; `bases` are the documents that the duty rests on.
    """

    id: str
    number: int
    text: str
    when: str
    due_from: str
    due: str
    provision: str
    modality: str
    vague: bool
    owners: tuple[Owner, ...]
    bases: tuple[Ref, ...]
    date: str
    start: int
    end: int
    proof: Proof


class Linked:
    """The graph to be shown. `texts` are the ids of the documents whose texts are at hand."""

    def __init__(self, tables: Tables, texts: Container[str]) -> None:
        self._tables = tables
        self._texts = texts
        self._out: dict[tuple[str, str], list[Relationship]] = defaultdict(list)
        self._into: dict[tuple[str, str], list[Relationship]] = defaultdict(list)
        self._said: dict[str, list[Relationship]] = defaultdict(list)
        self._stated: dict[str, list[str]] = defaultdict(list)
        self._nodes: dict[str, list[Node]] = defaultdict(list)
        self._duties: dict[str, Duty] = {}
        for node in tables.sorted_nodes():
            self._nodes[node.label].append(node)
        for relationship in tables.sorted_relationships():
            self._out[relationship.from_label, relationship.from_id].append(relationship)
            self._into[relationship.to_label, relationship.to_id].append(relationship)
            self._said[str(relationship.properties["document"])].append(relationship)
        for node in self.nodes("Duty"):
            self._stated[str(node.properties["document"])].append(node.id)
        for stated in self._stated.values():
            stated.sort(key=lambda id_: (whole(self.node("Duty", id_).properties.get("start")), id_))
        self._numbers = {id_: at for stated in self._stated.values() for at, id_ in enumerate(stated, 1)}

    @property
    def tables(self) -> Tables:
        """The tables that it was made of."""
        return self._tables

    def nodes(self, label: str) -> Sequence[Node]:
        """The nodes of a label, by id."""
        return self._nodes.get(label, ())

    def node(self, label: str, id_: str) -> Node:
        """A node. Raises `KeyError` where it is not there."""
        return self._tables.nodes[label, id_]

    def ref(self, label: str, id_: str) -> Ref:
        """A node by its name."""
        name = str(self.node(label, id_).properties.get("name", id_))
        return Ref(name, label, id_, page_of(label, id_) if label in FOLDERS else "")

    def place(self, node: Node) -> str:
        """The name of the place of a body or a person; "" where it has none."""
        place = word(node.properties.get("place"))
        return self.ref("Jurisdiction", place).name if place else ""

    def out(self, label: str, id_: str, *types: str) -> list[Relationship]:
        """The relationships of these types from a node, by type and id."""
        return [one for one in self._out.get((label, id_), ()) if one.type in types]

    def into(self, label: str, id_: str, *types: str) -> list[Relationship]:
        """The relationships of these types to a node, by type and id."""
        return [one for one in self._into.get((label, id_), ()) if one.type in types]

    def said(self, document: str) -> Sequence[Relationship]:
        """Every relationship that a document proves."""
        return self._said.get(document, ())

    def proof(self, relationship: Relationship) -> Proof:
        """Where a relationship is written."""
        return self._proof(relationship.properties)

    def stated(self, document: str) -> list[Duty]:
        """The duties that a document states, as they stand in it."""
        return [self.duty(id_) for id_ in self._stated.get(document, ())]

    def owned(self, label: str, id_: str) -> list[Duty]:
        """The duties of a body: by its weightiest role, then the newest document first, then as they stand."""
        owned = [self.duty(id_) for id_ in dict.fromkeys(one.to_id for one in self.out(label, id_, "OWNS"))]
        owned.sort(key=lambda duty: (duty.proof.document.name, duty.number))
        owned.sort(key=lambda duty: duty.date, reverse=True)
        owned.sort(key=lambda duty: ROLES.index(weightiest(duty, id_)))
        return owned

    def duty(self, id_: str) -> Duty:
        """A duty."""
        if id_ not in self._duties:
            self._duties[id_] = self._duty(self.node("Duty", id_))
        return self._duties[id_]

    def _duty(self, node: Node) -> Duty:
        known = node.properties
        document = str(known["document"])
        bases = [self.ref(one.to_label, one.to_id) for one in self.out("Duty", node.id, "BASED_ON")]
        return Duty(
            id=node.id,
            number=self._numbers[node.id],
            text=word(known.get("text")),
            when=when(*(word(known.get(name)) or None for name in ("deadline", "due_from", "due")))
            or word(known.get("pace")),
            due_from=word(known.get("due_from")),
            due=word(known.get("due")),
            provision=word(known.get("provision")),
            modality=word(known.get("modality")),
            vague=known.get("vague") is True,
            owners=tuple(self._owners(node.id)),
            bases=tuple(dict.fromkeys(bases)),
            date=word(self.node("Document", document).properties.get("date")),
            start=whole(known.get("start")),
            end=whole(known.get("end")),
            proof=self._proof(known, f"d-{node.id}"),
        )

    def _owners(self, duty: str) -> Iterable[Owner]:
        """The owners of a duty by role and name, each body once in a role."""
        found: dict[tuple[int, Ref], Owner] = {}
        for one in self.into("Duty", duty, "OWNS"):
            role = str(one.properties["role"])
            ref = self.ref(one.from_label, one.from_id)
            owner = Owner(ref, role, word(one.properties.get("as_written")), self.proof(one))
            found.setdefault((ROLES.index(role), ref), owner)
        return (found[key] for key in sorted(found))

    def _proof(self, known: dict[str, Value], anchor: str = "") -> Proof:
        """The proof in the properties of a relationship or a duty."""
        start, end = whole(known.get("start")), whole(known.get("end"))
        sure = known.get("confidence", 1.0)
        low = isinstance(sure, float) and sure < LOW
        quote, position = word(known.get("quote")), word(known.get("position"))
        return self.at(str(known["document"]), start, end, quote, position=position, low=low, anchor=anchor)

    def at(
        self,
        document: str,
        start: int,
        end: int,
        quote: str,
        *,
        position: str = "",
        low: bool = False,
        anchor: str = "",
    ) -> Proof:
        """A place in a document; `anchor` is where to go on its page where its text is not at hand."""
        ref = self.ref("Document", document)
        anchor = place(start, end) if document in self._texts else anchor
        return Proof(ref, f"{ref.href}#{anchor}" if anchor else ref.href, quote, low, position)


def weightiest(duty: Duty, body: str) -> str:
    """The weightiest role in which a body owns a duty."""
    return min((owner.role for owner in duty.owners if owner.ref.id == body), key=ROLES.index)


def word(value: Value | None) -> str:
    """A property as a text; "" for one that is not there."""
    return "" if value is None else str(value)


def words(value: Value | None) -> list[str]:
    """A property that is a list."""
    return value if isinstance(value, list) else []


def whole(value: Value | None) -> int:
    """A property that is a whole number; 0 for one that is not there."""
    return value if isinstance(value, int) else 0
