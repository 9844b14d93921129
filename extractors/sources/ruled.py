"""Tables in PDF: the cells between the lines that are drawn on a page.

The thin paths of a page that touch one another make a table; where no line is drawn between two places of its grid,
they are one merged cell. pdfplumber (pdfminer.six) finds the same lines and takes many times as long for a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_PATH

from extractors.sources.rows import DITTO

_THIN, _NEAR = 3.0, 3.0
"""In points: how thick a line is at most, and how far what touches may be apart."""

_MOST_LINES = 400
"""On a page: with more it is a drawing, or letters as outlines."""

Place = tuple[int, int]
"""A row and a column of the grid, from the top left."""


class Mark(NamedTuple):
    """A character that is printed, with its box."""

    char: str
    left: float
    bottom: float
    right: float
    top: float


class _Rule(NamedTuple):
    """A drawn line: whether it is upright, from where to where it goes, and how far right (or up) it stands."""

    upright: bool
    start: float
    end: float
    at: float

    def reaches(self, at: float) -> bool:
        return self.start - _NEAR <= at <= self.end + _NEAR

    def touches(self, other: _Rule) -> bool:
        if self.upright == other.upright:
            meet = self.start - _NEAR <= other.end and other.start - _NEAR <= self.end
            return meet and abs(self.at - other.at) <= _NEAR
        return self.reaches(other.at) and other.reaches(self.at)


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells: the columns' edges from the left, the rows' from the top; `first` is the first place of the
    cell that a place belongs to."""

    columns: Sequence[float]
    rows: Sequence[float]
    first: dict[Place, Place]

    def place(self, mark: Mark) -> Place | None:
        """Where in the grid a character stands."""
        across, up = (mark.left + mark.right) / 2, (mark.bottom + mark.top) / 2
        column = sum(edge < across for edge in self.columns) - 1
        row = sum(edge > up for edge in self.rows) - 1
        return self.first.get((row, column))

    def lines(self, marks: Sequence[Mark]) -> list[tuple[str, float]]:
        """The rows that say something, as text and with their upper edge; of the characters that stand in the table."""
        cells: dict[Place, list[Mark]] = {}
        for mark in marks:
            if (place := self.place(mark)) is not None:
                cells.setdefault(place, []).append(mark)
        found: list[tuple[str, float]] = []
        for row in range(len(self.rows) - 1):
            words = [self._words((row, column), cells) for column in range(len(self.columns) - 1)]
            if any(word not in ("", DITTO) for word in words):
                found.append(("\t".join(words), self.rows[row]))
        return found

    def _words(self, place: Place, cells: dict[Place, list[Mark]]) -> str:
        first = self.first[place]
        if first != place:
            return DITTO if first[1] == place[1] and first in cells else ""
        last = max(column for (_, column), owner in self.first.items() if owner == first)
        return _words(cells.get(place, ()), self.columns[last + 1] - self.columns[place[1]])


def tables_of(page: pypdfium2.PdfPage) -> list[Table]:
    """The tables of a page, of two columns at least."""
    rules = list(_rules(page))
    return [table for group in _groups(rules) if (table := _grid(group))] if len(rules) <= _MOST_LINES else []


def _rules(page: pypdfium2.PdfPage) -> Iterator[_Rule]:
    for path in page.get_objects([FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = path.get_bounds()
        if top - bottom <= _THIN < right - left:
            yield _Rule(False, left, right, (bottom + top) / 2)
        elif right - left <= _THIN < top - bottom:
            yield _Rule(True, bottom, top, (left + right) / 2)


def _groups(rules: Sequence[_Rule]) -> list[list[_Rule]]:
    """The lines that touch one another."""
    groups: list[list[_Rule]] = []
    for rule in rules:
        joined = [group for group in groups if any(rule.touches(other) for other in group)]
        groups = [group for group in groups if group not in joined]
        groups.append([rule, *(other for group in joined for other in group)])
    return groups


def _grid(rules: Sequence[_Rule]) -> Table | None:
    columns = _edges(rule.at for rule in rules if rule.upright)
    rows = _edges(rule.at for rule in rules if not rule.upright)[::-1]
    if len(columns) < 3 or len(rows) < 2:
        return None
    first: dict[Place, Place] = {}
    for row in range(len(rows) - 1):
        for column in range(len(columns) - 1):
            across, up = (columns[column] + columns[column + 1]) / 2, (rows[row] + rows[row + 1]) / 2
            place = row, column
            if column and not _drawn(rules, True, columns[column], up):
                first[place] = first[row, column - 1]
            elif row and not _drawn(rules, False, rows[row], across):
                first[place] = first[row - 1, column]
            else:
                first[place] = place
    return Table(columns, rows, first)


def _edges(places: Iterator[float]) -> list[float]:
    """Places without those that are nearly the same as the one before."""
    edges: list[float] = []
    for at in sorted(places):
        if not edges or at - edges[-1] > _NEAR:
            edges.append(at)
    return edges


def _drawn(rules: Sequence[_Rule], upright: bool, at: float, along: float) -> bool:
    """Whether a line is drawn at a place."""
    return any(rule.upright == upright and abs(rule.at - at) <= _NEAR and rule.reaches(along) for rule in rules)


def _words(marks: Sequence[Mark], width: float) -> str:
    """The text of a cell. A line that the width of the cell broke goes on in the next; a space divides the others."""
    words = ""
    start: Mark | None = None
    before: Mark | None = None
    space = False
    for mark in marks:
        if mark.char.isspace():
            space = True
            continue
        if before is None or start is None:
            start = mark
        else:
            latin = before.char.isascii() and mark.char.isascii()
            if (mark.bottom + mark.top) / 2 < before.bottom:  # a new line
                full = before.right - start.left + before.top - before.bottom + _PADDING > width
                words += "" if full and not latin else " "
                start = mark
            elif space and latin:
                words += " "
        words += mark.char
        before, space = mark, False
    return words


_PADDING = 10.8
"""Between the text and the edges of a cell, both together, in points: what Word and LibreOffice leave."""
