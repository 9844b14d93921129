"""guard.toml: what is let through, what is refused, and how much of it a statement may hold."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import msgspec


class Counted(msgspec.Struct, frozen=True):
    """How often words or marks (`of`) may stand in a statement, all together; `what` they are; what to do instead."""

    what: str
    of: frozenset[str]
    most: int
    remedy: str


class Nested(msgspec.Struct, frozen=True):
    """How many brackets of a kind may stand within another; `after`: the words before them (none: every bracket)."""

    what: str
    most: int
    remedy: str
    after: frozenset[str] = frozenset()
    lists: bool = False
    """Whether a list with a loop in it, [x IN ... or [(a)-->..., is of the kind."""


class Lists(msgspec.Struct, frozen=True):
    """guard.toml."""

    begins: frozenset[str]
    refused: frozenset[str]
    before_bracket: frozenset[str]
    before_name: frozenset[str]
    procedures: frozenset[str]
    functions: frozenset[str]
    counted: tuple[Counted, ...]
    nested: tuple[Nested, ...]


@cache
def lists() -> Lists:
    """The file, read once."""
    text = files("graph.guard").joinpath("guard.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Lists)
