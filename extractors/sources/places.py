"""Where in a file that is no text its text stands: a page, a paragraph, a cell, as a person would find it there.

Offsets count in the text that was drawn; who opens the file looks for 第3页, 第12段, 表1 第2行第3列 or 任务分工!B4.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

Places = tuple[tuple[int, str], ...]
"""Offsets in a text, rising, each with the name of the place that begins there."""

Line = list[tuple[str, str]]
"""The cells of a line, each with its words and the name of its place; a paragraph has one."""


def laid_out(lines: Iterable[Line]) -> tuple[str, Places]:
    """The text of the lines, their cells divided by tabs, and the places of all cells that say something."""
    text: list[str] = []
    places: list[tuple[int, str]] = []
    at = 0
    for line in lines:
        for words, name in line:
            if words.strip() and name and (not places or places[-1][1] != name):
                places.append((at, name))
            text += (words, "\t")
            at += len(words) + 1
        text[-1] = "\n"
    return "".join(text), tuple(places)


def pages(text: str) -> Places:
    """The pages of a text in which a form feed divides them, as it did for printers; none where it has no other."""
    starts = [0, *(match.end() for match in re.finditer("\f", text))]
    return tuple((at, f"第{number}页") for number, at in enumerate(starts, 1)) if len(starts) > 1 else ()


def place_at(places: Places, offset: int) -> str:
    """The name of the place in which an offset stands; "" where none is known."""
    before = bisect_right(places, offset, key=lambda place: place[0])
    return places[before - 1][1] if before else ""


def within(places: Places, start: int, end: int) -> Places:
    """The places of the part [start, end) of a text, from the one in which it begins."""
    first = max(bisect_right(places, start, key=lambda place: place[0]) - 1, 0)
    last = bisect_right(places, end - 1, key=lambda place: place[0])
    return tuple((max(at, start), name) for at, name in places[first:last])


def words_of(line: Line) -> str:
    """The words of a line as they stand in the text."""
    return "\t".join(words for words, _ in line)


def numbered(table: str, row: int, cells: Sequence[str]) -> Line:
    """The cells of a row (from 1) of a table."""
    return [(cell, f"{table}第{row}行第{column}列") for column, cell in enumerate(cells, 1)]
