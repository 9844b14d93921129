"""Rows as a table for people: Chinese in columns, as wide as the terminal."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence

import msgspec
from rich import box
from rich.cells import cell_len, chop_cells
from rich.console import Console
from rich.table import Table
from rich.text import Text

from graph.cli.errors import visible
from graph.stores import Cell

SEPARATOR = " | "
"""Between the items of a list in a cell of a table or of CSV."""

_NARROW, _LONG = 12, 400
"""In cells of a terminal: no column is made narrower; beyond the second, more words give no more width."""

_PIPED = 160
"""The width of what is no terminal: a task of a thousand characters in one line can be read by nobody."""

_GAP = 3
"""Between two columns."""


def table(
    rows: Sequence[Sequence[Cell]], captions: Sequence[str], *, title: str = "", terminal: bool, spaced: bool = False
) -> str:
    """The rows under their captions, as wide as the terminal; elsewhere as wide as COLUMNS says, or 160.

    `spaced`: a blank line between the rows.
    """
    fitted = terminal or "COLUMNS" in os.environ
    console = Console(force_terminal=terminal, width=None if fitted else _PIPED, highlight=False, emoji=False)
    shown = [[visible(_brief(cell)) for cell in row] for row in rows]
    heads = [visible(caption) for caption in captions]
    widths = _widths([max(_width(row[at]) for row in (heads, *shown)) for at in range(len(heads))], console.width)
    drawn = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold", leading=int(spaced))
    for at, head in enumerate(heads):
        numeric = bool(rows) and all(isinstance(row[at], int | float | None) for row in rows)
        drawn.add_column(Text(head), justify="right" if numeric else "left", overflow="fold", width=widths[at])
    for texts in shown:
        # Text, not str: the brackets of a document are no markup.
        drawn.add_row(*(Text(_broken(text, width)) for text, width in zip(texts, widths, strict=True)))
    console.width = max(console.width, sum(widths) + _GAP * len(widths))  # too many columns: nothing is left out
    with console.capture() as capture:
        if title:
            console.print(Text(visible(title)), end="\n\n")
        console.print(drawn)
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def _widths(natural: Sequence[int], width: int) -> list[int]:
    """How wide each column becomes where its content would be `natural` cells wide, and all together `width`."""
    room = width - _GAP * (len(natural) - 1)
    if sum(natural) <= room:
        return list(natural)
    least = [min(wide, _NARROW) for wide in natural]
    # The root: a column of long texts gets more than one of names, but not all there is.
    weights = [math.sqrt(max(min(wide, _LONG) - _NARROW, 0)) for wide in natural]
    spare = max(room - sum(least), 0) / (sum(weights) or 1)
    return [min(wide, floor + int(weight * spare)) for wide, floor, weight in zip(natural, least, weights, strict=True)]


def _broken(text: str, width: int) -> str:
    """The text in lines of the width. Chinese may be broken behind any character; rich breaks at white space only."""
    if cell_len(text) == len(text):
        return text
    return "\n".join(part for line in text.split("\n") for part in chop_cells(line, width) or [""])


def _width(text: str) -> int:
    return max(map(cell_len, text.split("\n")))


def plain(cell: Cell) -> str:
    """A cell as text: a list joined, a node or a relationship as JSON, nothing for null."""
    if cell is None:
        return ""
    if isinstance(cell, list):
        return SEPARATOR.join(plain(item) for item in cell)
    if isinstance(cell, dict):
        return msgspec.json.encode(cell).decode()
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def _brief(cell: Cell) -> str:
    """As `plain`, but a node by its name and a relationship by its type."""
    if isinstance(cell, dict):
        for key in ("name", "type"):
            if key in cell:
                return plain(cell[key])
    if isinstance(cell, list):
        return SEPARATOR.join(_brief(item) for item in cell)
    return plain(cell)
