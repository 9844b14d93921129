"""From what a person types to the bodies of the graph: exact names, then the rules of names, then the nearest names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from graph.stores import Store


class Found(TypedDict):
    """A body of the graph: `label` is Agency or LeadingGroup; `place` the name of its place, "" where it has none."""

    label: str
    id: str
    name: str
    names: list[str]
    place: str


@dataclass(frozen=True, slots=True)
class Lookup:
    """`bodies`: what the name means: one, or several (then nothing is guessed), or none; then `nearest` names that are
    there, best first."""

    bodies: tuple[Found, ...] = ()
    nearest: tuple[str, ...] = ()


def lookup(name: str, store: Store) -> Lookup:
    """The agencies and groups of the graph that `name` means."""
    return Lookup()
