"""The graph as the findings read it: what leads to and from each node, and each proof with its document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.findings.finding import Place
from graph.tables import Node, Properties, Relationship, Tables

_QUOTED = 60
"""How many characters of a task a reason quotes."""


@dataclass(frozen=True, slots=True)
class Owner:
    """A body with its role in a duty, and the relationship that says so."""

    node: Node
    role: str
    as_written: str
    owns: Relationship


class Corpus:
    """The tables of the graph by what is asked of them."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._nodes: dict[str, list[Node]] = defaultdict(list)
        self._types: dict[str, list[Relationship]] = defaultdict(list)
        self._out: dict[tuple[str, str, str], list[Relationship]] = defaultdict(list)
        self._into: dict[tuple[str, str, str], list[Relationship]] = defaultdict(list)
        for node in tables.sorted_nodes():
            self._nodes[node.label].append(node)
        for one in tables.sorted_relationships():
            self._types[one.type].append(one)
            self._out[one.type, one.from_label, one.from_id].append(one)
            self._into[one.type, one.to_label, one.to_id].append(one)

    def nodes(self, label: str) -> Sequence[Node]:
        """The nodes of a label, by id."""
        return self._nodes.get(label, ())

    def node(self, label: str, id_: str) -> Node:
        """A node. Raises `KeyError` where it is not there."""
        return self._tables.nodes[label, id_]

    def all(self, type_: str) -> Sequence[Relationship]:
        """The relationships of a type, by id."""
        return self._types.get(type_, ())

    def out(self, type_: str, label: str, id_: str) -> Sequence[Relationship]:
        """The relationships of a type from a node, by id."""
        return self._out.get((type_, label, id_), ())

    def into(self, type_: str, label: str, id_: str) -> Sequence[Relationship]:
        """The relationships of a type to a node, by id."""
        return self._into.get((type_, label, id_), ())

    def date(self, document: str) -> str:
        """The day of issue; "" where it is unknown."""
        return text(self.node("Document", document).properties, "date")

    def title(self, document: str) -> str:
        """How a document is named in a sentence: its 文号 with its day, or its title in 《》."""
        known = self.node("Document", document).properties
        date = text(known, "date")
        name = text(known, "number") or f"《{text(known, 'name') or document}》"
        return f"{name}（{date}）" if date else name

    def place(self, properties: Properties) -> Place:
        """The place of a proof, or of a duty."""
        document = text(properties, "document")
        known = self.node("Document", document).properties
        number = text(known, "number")
        return Place(
            document,
            number or f"《{text(known, 'name') or document}》",
            text(known, "date"),
            text(known, "source"),
            whole(properties, "start"),
            whole(properties, "end"),
            text(properties, "position"),
            text(properties, "quote"),
        )

    def owners(self, duty: str) -> list[Owner]:
        """The bodies that own a duty, in the order in which the text names them."""
        owns = sorted(self.into("OWNS", "Duty", duty), key=lambda one: (whole(one.properties, "start"), one.id))
        return [
            Owner(
                self.node(one.from_label, one.from_id),
                text(one.properties, "role"),
                text(one.properties, "as_written"),
                one,
            )
            for one in owns
        ]


def text(properties: Properties, name: str) -> str:
    """A property that is a string; "" where it is not set."""
    value = properties.get(name)
    return value if isinstance(value, str) else ""


def whole(properties: Properties, name: str) -> int:
    """A property that is a whole number; 0 where it is not set."""
    value = properties.get(name)
    return value if isinstance(value, int) else 0


def named(node: Node) -> str:
    """The name of a node."""
    return text(node.properties, "name") or node.id


def task(duty: Node) -> str:
    """A task in quotation marks, not longer than a sentence can bear."""
    words = text(duty.properties, "text")
    return f"“{words[:_QUOTED]}{'…' if len(words) > _QUOTED else ''}”"


def listed(names: Iterable[str]) -> str:
    """Names as a Chinese sentence lists them, each once."""
    return "、".join(dict.fromkeys(names))
