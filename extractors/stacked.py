"""Tables that are printed a cell a line, as PDF, OCR and web pages leave them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NUMBERS = re.compile("序 ?号")
"""The head of the column of numbers."""

_SECTION = re.compile("[（(]?[一二三四五六七八九十]{1,3}[）)、]?")
"""The number of a section of the table, before its heading."""

_WIDTHS, _LEAST_ROWS = range(3, 9), 2
"""The columns, and rows at least, of a table that is known."""


def stacked(lines: Sequence[str]) -> dict[int, int]:
    """The rows of tables that are printed a cell a line: how many lines each has, by its first line.

    The header begins with 序号, and each row with its number, all at one distance but for the headings of sections
    (一 / 推进节能), which are rows of two lines. Where there are sections, the header may have a column for them.
    """
    rows: dict[int, int] = {}
    for head, line in enumerate(lines):
        if _NUMBERS.fullmatch(line):
            rows |= _rows(lines, head)
    return rows


def _rows(lines: Sequence[str], head: int) -> dict[int, int]:
    wide = next((wide for wide in _WIDTHS if _is_row(lines, _past_section(lines, head + wide), 1)), 0)
    at = _past_section(lines, head + wide)
    width = next((width for width in _WIDTHS if wide and _is_row(lines, _past_section(lines, at + width), 2)), 0)
    if not width or not width <= wide <= width + (at > head + wide):
        return {}
    rows, number, at = {head: wide}, 1, head + wide
    while _is_row(lines, first := _past_section(lines, at), number):
        if first > at:
            rows[at] = first - at
        rows[first] = width
        at, number = first + width, number + 1
    return rows if number > _LEAST_ROWS and at <= len(lines) else {}


def _is_row(lines: Sequence[str], at: int, number: int) -> bool:
    return at < len(lines) and lines[at] == str(number)


def _past_section(lines: Sequence[str], at: int) -> int:
    """The line behind the number and the heading of a section, where they stand at `at`."""
    return at + 2 if at < len(lines) and _SECTION.fullmatch(lines[at]) else at
