"""The names of nodes and relationships on the web of data: made from label or type and id, so that they stay."""

from __future__ import annotations

import re
from urllib.parse import quote

BASE = "urn:dutygraph:"
"""Before every name. It leads to no page: whoever publishes the graph may put an address of his own there."""

_ENCODED = re.compile("[^A-Za-z0-9\\-._~\u00a1-\u1fff\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U0003fffd]")
"""What stays no part of a name; Chinese stays as it is (RFC 3987)."""


def iri(name: str, id_: str) -> str:
    """The IRI of a node (`name`: its label) or of a relationship (its type)."""
    return f"{BASE}{name}:{_ENCODED.sub(_encode, id_)}"


def _encode(found: re.Match[str]) -> str:
    return quote(found.group(), safe="", errors="replace")
