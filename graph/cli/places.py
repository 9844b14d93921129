"""A place in a document as cells of a row: where the words of a finding or of a step of a chain stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.cli.output import Column
from graph.stores import Cell

if TYPE_CHECKING:  # `--help` need not wait for it
    from graph.findings import Place

COLUMNS = (
    Column("document", "文件"),
    Column("date", "成文日期"),
    Column("source", "来源文件"),
    Column("start", "起"),
    Column("end", "止"),
    Column("position", "位置"),
    Column("quote", "原文"),
)
"""What `cells` gives, in order."""


def cells(place: Place | None) -> list[Cell]:
    """The cells of the place; empty ones for none."""
    if place is None:
        return [None] * len(COLUMNS)
    return [place.name, place.date or None, place.source, place.start, place.end, place.position or None, place.quote]
