"""Places: which administrative division a document is of, and which one the front of a name means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extractors.facts import Document

Level = Literal["national", "provincial", "municipal", "county", "township", "village"]


@dataclass(frozen=True, slots=True)
class Place:
    """A division: `id` its GB/T 2260 code (or its name under the place above), `name` in full, `above` the id of the
    place above where that is known."""

    id: str
    name: str
    level: Level
    code: str | None = None
    above: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What the head of a document says about the names in it: whose document it is.

    `place` is the division whose body issued it (None: unknown, or a body of the country), `uppers` those above it,
    nearest first; `level` the level of the issuer (national for a body of the country), None where unknown.
    """

    document_id: str
    place: Place | None = None
    uppers: tuple[Place, ...] = ()
    level: Level | None = None


def context_of(document: Document, document_id: str) -> Context:
    """The context of the names in `document`, from its issuers, number, title and the places that its text names."""
    return Context(document_id)
