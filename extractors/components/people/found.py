"""A person on the way from a place in the text to a fact."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """A person at ``text[start:end]`` of the clean text."""

    start: int
    end: int
    name: str
    posts: tuple[str, ...]
    agency: str | None
    rule: str
