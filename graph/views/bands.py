"""Documents in bands by level, from the top: 国, 省, 市, 区 or 县, and what has none."""

from __future__ import annotations

from collections.abc import Iterable

from graph.schema import schema
from graph.views.picture import Dot

UNKNOWN = "层级不详"

Banded = list[tuple[str, str | None, list[str]]]
"""The caption of a band, its level, and the keys of what stands in it."""


def by_level(dots: Iterable[Dot]) -> Banded:
    """The documents among the dots in bands; those without a level come last."""
    levels: dict[str | None, list[str]] = {level: [] for level in schema().enums["level"] if level != "help"}
    levels[None] = []
    for dot in dots:
        if dot.label == "Document":
            levels[dot.level if dot.level in levels else None].append(dot.key)
    names = schema().enums["level"]
    return [(names[level] if level else UNKNOWN, level, keys) for level, keys in levels.items()]
