"""The graph while it is being built: nodes that gather what several documents say, relationships with their proofs.

What a node is called depends on every document that names it, so names, forms and the rules that joined them are
gathered first and written once, in `Draft.tables`. Whatever order the documents come in, the tables are equal.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.tables import Node, Properties, Relationship, Tables, Value


def digest(*parts: str | int) -> str:
    """20 hexadecimal digits that stand for the parts, in order (SHA-256 of their NFKC forms)."""
    text = "\x1f".join(unicodedata.normalize("NFKC", str(part)) for part in parts)
    return hashlib.sha256(text.encode()).hexdigest()[:20]


STANDING = frozenset({"IN", "PART_OF", "POST_IN"})
"""Where bodies, places and posts stand: rules read it off names, and any document that has the name is proof enough."""


@dataclass(frozen=True, slots=True, order=True)
class Proof:
    """The place that proves a relationship: the document's id, offsets in its source text, the words, the rule.

    `position` is the page, paragraph or cell where the source is no text, else "". `confidence` is how often that rule
    was right (`extractors.rules`).
    """

    document: str
    start: int
    end: int
    quote: str
    rule: str
    confidence: float = 1.0
    position: str = ""

    @property
    def properties(self) -> Properties:
        """The properties that every relationship carries (see schema.toml, [proof])."""
        told: Properties = {"position": self.position} if self.position else {}
        return {
            "document": self.document,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            **told,
            "rule": self.rule,
            "confidence": self.confidence,
        }


@dataclass(frozen=True, slots=True)
class End:
    """A node as the end of a relationship."""

    label: str
    id: str


@dataclass(slots=True)
class _Gathered:
    """What was said of one node: values of which the fullest wins, and forms with the rules that joined them."""

    properties: Properties = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    forms: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    lists: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


class Draft:
    """Collects nodes and relationships; `tables` writes them out."""

    def __init__(self) -> None:
        self._nodes: dict[End, _Gathered] = defaultdict(_Gathered)
        self._edges: dict[tuple[str, str], tuple[End, End, Proof, Properties]] = {}

    def node(self, label: str, id_: str, /, *, name: str = "", **properties: Value | None) -> End:
        """Say what is known of a node. Of several names the fullest is kept; of other values the greatest."""
        end = End(label, id_)
        gathered = self._nodes[end]
        if name:
            gathered.names.add(name)
        for key, value in properties.items():
            if value is None or value in ("", []):
                continue
            known = gathered.properties.get(key)
            if known is None or _greater(value, known):
                gathered.properties[key] = value
        return end

    def form(self, end: End, form: str, rules: tuple[str, ...] = ()) -> None:
        """The node is written `form` somewhere, and `rules` say why that is this node."""
        self._nodes[end].forms[form].update(rules)

    def listed(self, end: End, key: str, *values: str) -> None:
        """Add values to a property that is a sorted list of strings."""
        self._nodes[end].lists[key].update(values)

    def relate(self, kind: str, start: End, to: End, proof: Proof, **properties: Value | None) -> None:
        """Relate two nodes. The same said twice in a document is kept once, with its first place.

        Another document's word for it is a relationship of its own, so that a document that is taken out takes its own
        facts along; only where a thing stands (`STANDING`) is said once for all documents.
        """
        kept: Properties = {key: value for key, value in properties.items() if value is not None and value != ""}
        told = () if kind in STANDING else (proof.document, str(kept.get("role", "")))
        id_ = digest(kind, start.label, start.id, to.label, to.id, *told)
        known = self._edges.get((kind, id_))
        if known is None or proof < known[2]:
            self._edges[kind, id_] = (start, to, proof, kept)

    def nodes(self, label: str) -> Iterator[tuple[str, Properties]]:
        """The id and the properties of every node of a label, as they are known so far (without names and lists)."""
        return ((end.id, gathered.properties) for end, gathered in self._nodes.items() if end.label == label)

    def related(self, kind: str) -> Iterator[tuple[End, End]]:
        """The ends of every relationship of a type."""
        return ((start, to) for (known, _), (start, to, _, _) in self._edges.items() if known == kind)

    def tables(self) -> Tables:
        """The tables. Raises ValueError where a relationship ends at a node of which nothing was said."""
        tables = Tables()
        for end, gathered in self._nodes.items():
            tables.add_node(Node(end.label, end.id, _settled(gathered)))
        for (kind, id_), (start, to, proof, properties) in self._edges.items():
            for end in (start, to):
                if (end.label, end.id) not in tables.nodes:
                    raise ValueError(f"{kind} {id_} ends at {end.label} {end.id}, of which nothing was said")
            tables.add_relationship(
                Relationship(kind, id_, start.label, start.id, to.label, to.id, {**properties, **proof.properties})
            )
        return tables


def _greater(value: Value, known: Value) -> bool:
    """Which of two values of one property is kept: the longer text, else the greater, so that order does not count."""
    if isinstance(value, str) and isinstance(known, str):
        return (len(value), value) > (len(known), known)
    return str(value) > str(known)


def _settled(gathered: _Gathered) -> Properties:
    properties = dict(gathered.properties)
    if gathered.names:
        properties["name"] = max(gathered.names, key=lambda name: (len(name), name))
    if gathered.forms:
        properties["names"] = sorted(gathered.forms)
        joined = [f"{form}：{'；'.join(sorted(rules))}" for form, rules in sorted(gathered.forms.items()) if rules]
        if joined:
            properties["joined"] = list(joined)
    for key, values in gathered.lists.items():
        properties[key] = sorted(values)
    return dict(sorted(properties.items()))
