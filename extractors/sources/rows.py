"""The rows of a table as lines of text: cells divided by tabs, merged cells as blanks and ditto marks.

A cell that spans columns is followed by empty ones; below a cell that spans rows stands 〃, the ditto mark of Chinese
tables, so that every column keeps its place and the words of a cell are in the text once. `extractors.outline` reads
〃 as the cell above.
"""

from __future__ import annotations

from extractors.sources.places import Line

DITTO = "〃"


def row_lines(cells: Line) -> list[Line]:
    """The lines of a row. A row with one cell that says something is no data but text in a frame: its own lines."""
    said = [(words, place) for words, place in cells if words.strip() and words != DITTO]
    if len(said) == 1 and all(words != DITTO for words, _ in cells):
        [(words, place)] = said
        return [[(line, place)] for line in words.split("\n")]
    return [[(" ".join(words.split()), place) for words, place in cells]] if said else []
