"""The rows of a table as lines of text: cells divided by tabs, merged cells as blanks and ditto marks.

A cell that spans columns is followed by empty ones; below a cell that spans rows stands 〃, the ditto mark of Chinese
tables, so that every column keeps its place and the words of a cell are in the text once. `extractors.outline` reads
〃 as the cell above.
"""

from __future__ import annotations

from collections.abc import Sequence

DITTO = "〃"


def row_lines(cells: Sequence[str]) -> list[str]:
    """The lines of a row. A row with one cell that says something is no data but text in a frame: its own lines."""
    said = [cell for cell in cells if cell.strip() and cell != DITTO]
    if len(said) == 1 and DITTO not in cells:
        return said[0].split("\n")
    return ["\t".join(" ".join(cell.split()) for cell in cells)] if said else []
