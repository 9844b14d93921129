"""From what a person types to the bodies of the graph: exact names, then the rules of names, then the nearest names."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypedDict

from graph.identity import Context, body
from graph.identity.bodies import split_kind
from graph.identity.names import office_of
from graph.identity.text import normal, outer
from graph.stores import Cell, Store


class Found(TypedDict):
    """A body of the graph: `label` is Agency or LeadingGroup; `place` the name of its place, "" where it has none."""

    label: str
    id: str
    name: str
    names: list[str]
    place: str


@dataclass(frozen=True, slots=True)
class Lookup:
    """`bodies`: what the name means: one, several (then nothing is guessed) or none, and then `nearest`: names that are
    there, best first."""

    bodies: tuple[Found, ...] = ()
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Node:
    found: Found
    office: str
    level: str

    @property
    def forms(self) -> set[str]:
        """Every way in which it is written, in normal form."""
        return {normal(form) for form in (self.found["name"], *self.found["names"])}


_NOWHERE = Context("")
_NEAREST = 8
_ALIKE = 0.5
"""How alike (0..1) a name must be to be proposed."""


def lookup(name: str, store: Store) -> Lookup:
    """The agencies and groups of the graph that `name` means.

    An id, an official name or one with its place is one body; 区安监局 is that office of every district of the graph,
    安监局 that office at any level; any other form is what some document writes so.
    """
    nodes = list(_nodes(store))
    wanted = outer(normal(name))[0]
    for found in (_named(wanted, nodes), _meant(wanted, nodes)):
        if found:
            return Lookup(bodies=tuple(node.found for node in sorted(found, key=lambda node: node.found["id"])))
    return Lookup(nearest=_nearest(wanted, nodes))


def _nodes(store: Store) -> Iterable[_Node]:
    places = {str(id_): str(name) for id_, name in store.query("MATCH (n:Jurisdiction) RETURN n.id, n.name").rows}
    for label, columns in (("Agency", "n.office, n.level"), ("LeadingGroup", "'' AS office, '' AS level")):
        rows = store.query(f"MATCH (n:{label}) RETURN n.id, n.name, n.names, n.place, {columns}").rows
        for id_, name, names, place, office, level in rows:
            found = Found(
                label=label, id=str(id_), name=str(name), names=_texts(names), place=places.get(str(place), "")
            )
            yield _Node(found, str(office or ""), str(level or ""))


def _texts(cell: Cell) -> list[str]:
    return [str(text) for text in cell] if isinstance(cell, list) else []


def _named(wanted: str, nodes: list[_Node]) -> list[_Node]:
    """Those with this official name or id, or this place and office."""
    official = [node for node in nodes if wanted in (normal(node.found["name"]), normal(node.found["id"]))]
    if official:
        return official
    by_rule = body(wanted, _NOWHERE)
    return [node for node in nodes if by_rule.id == node.found["id"]]


def _meant(wanted: str, nodes: list[_Node]) -> list[_Node]:
    """Those with this kind of place and office, or this office anywhere, and those that are written so."""
    kind, rest = split_kind(wanted)
    office, _ = office_of(rest, None)
    found = [node for node in nodes if wanted in node.forms]
    for node in nodes:
        place = node.found["place"]
        there = place.endswith(kind) if kind else bool(place) or node.level == "national"
        alike = node.office == office or (node.found["label"] == "LeadingGroup" and _without(place, node) == rest)
        if there and alike and node not in found:
            found.append(node)
    return found


def _without(place: str, node: _Node) -> str:
    return node.found["name"].removeprefix(place)


def _nearest(wanted: str, nodes: list[_Node]) -> tuple[str, ...]:
    """The official names of the bodies that are written most like `wanted`."""
    ranked = sorted(
        ((max(_likeness(wanted, form) for form in node.forms), node.found["name"]) for node in nodes), reverse=True
    )
    return tuple(dict.fromkeys(name for likeness, name in ranked if likeness >= _ALIKE))[:_NEAREST]


def _likeness(wanted: str, form: str) -> float:
    """0..1; a form that holds all of `wanted`, or is held in it, is more alike than its length says."""
    ratio = difflib.SequenceMatcher(None, wanted, form, autojunk=False).ratio()
    return (
        max(ratio, 0.7 + ratio / 10)
        if len(min(wanted, form, key=len)) > 1 and (wanted in form or form in wanted)
        else ratio
    )
