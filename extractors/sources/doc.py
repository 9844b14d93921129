"""Word 97-2003 (.doc, and .wps as WPS writes it) -> text: a line a paragraph or table row.

The text lies in pieces that a table of the file tells (MS-DOC: FIB -> CLX -> PlcPcd -> pieces); which mark ends a row,
and how wide its cells are, the properties of the paragraph tell (PAPX). Own reading over olefile: legacy-doc, kreuzberg
and sharepoint-to-text read half of the corpus or garble it, antiword few, and LibreOffice is not on every machine.
Left out: headers, footers, comments, and the numbers that a style gives.
"""

from __future__ import annotations

import re
import struct
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate, groupby, pairwise

import olefile

from extractors.sources.base import MOST_CHARACTERS, SourceError
from extractors.sources.doc_numbering import lists_of
from extractors.sources.numbering import Lists
from extractors.sources.places import Line, Places, laid_out, numbered
from extractors.sources.rows import DITTO, row_lines

_WORD = 0xA5EC
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
_FLAGS, _PARTS, _PAPX, _CLX = 0x0A, 0x4C, 0x0102, 0x01A2
"""Where the FIB has its flags, the lengths of its parts (text, foot notes, headers ...), and the places (offset and
size in the table stream) of the properties of paragraphs and of the pieces."""

_EIGHT_BITS = 0x40000000
"""The mark of a piece of single bytes (Windows-1252); the others are UTF-16."""

_PAGE = 512
_IN_TABLE, _ROW_ENDS, _TABLE, _ELSEWHERE = 0x2416, 0x2417, 0xD608, 0x6646
"""Properties of a paragraph: it is in a table; it ends a row; the edges and flags of the cells of that row; where in
the Data stream the rest of them is."""

_LISTED, _DEPTH = 0x460B, 0x260A
"""Properties of a paragraph: the list that numbers it, and the level in that list."""

_VALUES = (1, 1, 2, 4, 2, 2, 0, 3)
"""The bytes of a property's value, by the upper three bits of its number (0: it tells its own length)."""

_CELL_FLAGS, _MERGED_DOWN = 20, 0x60
_REACHES_DOWN = 0x20
"""The bytes of what is told of a cell (TC80), the bits in it that tell of cells merged down, and their value in all of
those cells but the first."""

_NEAR = 60
"""Edges of cells that are not further apart (in twentieths of a point; 1 mm) are meant to be one."""

_SIGNS = {0x0B: "\n", 0x0C: "\n", 0x0E: "\n", 0x09: " ", 0x1E: "-", 0x1F: None}
_FIELD = re.compile("\x13([^\x13-\x15]{0,999})(?:\x14([^\x13-\x15]*))?\x15")
"""A field without fields in it: its code, and the words that are printed for it."""

_HIDDEN = "\x1f"
_DEEPEST = 20
"""Fields in fields that are read."""

_CONTROL = re.compile("[\x00-\x08\x0f-\x1f]")


def doc_text(data: bytes, where: str) -> tuple[str, Places]:
    """The text of a .doc: text boxes first (red heads are made so), then the text, foot notes and end notes."""
    try:
        with olefile.OleFileIO(data) as file:
            main = file.openstream("WordDocument").read()
            magic, flags = _number(main, 0, "H"), _number(main, _FLAGS, "H")
            if magic != _WORD:
                raise SourceError("written by a Word older than 97", where, "save it as .docx")
            if flags & _ENCRYPTED:
                raise SourceError("the file is encrypted", where, "open it with its password and save it without")
            table = file.openstream("1Table" if flags & _SECOND_TABLE else "0Table").read()
            more = file.openstream("Data").read() if file.exists("Data") else b""
        return text_of(main, table, more)
    except (OSError, struct.error, IndexError, ValueError):
        raise SourceError("the file is cut off or damaged", where, "fetch it again, or save it as .docx") from None


def text_of(main: bytes, table: bytes, more: bytes = b"") -> tuple[str, Places]:
    """The text of the streams WordDocument, 0Table or 1Table, and Data; its paragraphs and tables are counted."""
    pieces = _Pieces(main, table)
    edges = [0, *accumulate(struct.unpack_from("<8i", main, _PARTS))]
    text, notes, _, _, _, ends, boxes, _ = pairwise(edges)
    properties = _Properties(main, table, more)
    lists = lists_of(main, table)
    lines: list[Line] = []
    for part, (start, end) in (("文本框 ", boxes), ("", text), ("脚注 ", notes), ("尾注 ", ends)):
        lines += _lines(_paragraphs(pieces, properties, lists, start, end), part)
    return laid_out(lines)


class _Pieces:
    """The characters of a file, and where each lies in it."""

    def __init__(self, main: bytes, table: bytes) -> None:
        at, size = struct.unpack_from("<II", main, _CLX)
        clx = table[at : at + size]
        at = 0
        while clx[at] == 1:  # properties of pieces
            at += 3 + _number(clx, at + 1, "H")
        count = (_number(clx, at + 1, "I") - 4) // 12
        at += 5
        self.starts: tuple[int, ...] = struct.unpack_from(f"<{count + 1}I", clx, at)
        if list(self.starts) != sorted(self.starts) or self.starts[-1] > MOST_CHARACTERS:
            raise ValueError("pieces out of order")
        self._places = [_number(clx, at + 4 * (count + 1) + 8 * i + 2, "I") for i in range(count)]
        lengths = [end - start for start, end in pairwise(self.starts)]
        text = "".join(_piece(main, *piece) for piece in zip(self._places, lengths, strict=True))
        self.text = _without_codes(text)

    def offset(self, at: int) -> int:
        """Where the character lies in the stream."""
        i = bisect_right(self.starts, at) - 1
        place, within = self._places[i], at - self.starts[i]
        return (place & ~_EIGHT_BITS) // 2 + within if place & _EIGHT_BITS else place + 2 * within


def _piece(main: bytes, place: int, count: int) -> str:
    """`count` characters, one for each UTF-16 unit."""
    if place & _EIGHT_BITS:
        start = (place & ~_EIGHT_BITS) // 2
        return main[start : start + count].decode("cp1252", "replace")
    return "".join(map(chr, array("H", main[place : place + 2 * count])))


def _without_codes(text: str) -> str:
    """The text as long as it was, with the codes of fields hidden."""

    def printed(field: re.Match[str]) -> str:
        words = field.group(2) or ""
        return f"{_HIDDEN * (len(field.group()) - len(words) - 1)}{words}{_HIDDEN}"

    for _ in range(_DEEPEST):
        text, found = _FIELD.subn(printed, text)
        if not found:
            break
    return text


@dataclass(frozen=True, slots=True)
class _Row:
    """What is told of a row: the edges of its cells from left to right, and which reach down from the row above."""

    edges: tuple[int, ...] = ()
    reach_down: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph or a cell's last one: its words, and what its properties say of a table (`row`: it ends a row)."""

    text: str
    cell_ends: bool = False
    in_table: bool = False
    row: _Row | None = None


class _Properties:
    """The properties of paragraphs, by where the paragraphs end in the stream."""

    def __init__(self, main: bytes, table: bytes, more: bytes) -> None:
        self._more = more
        at, size = struct.unpack_from("<II", main, _PAPX)
        count = (size - 4) // 8
        self._starts: list[int] = []
        self._found: list[bytes] = []
        for number in struct.unpack_from(f"<{count}I", table, at + 4 * (count + 1)):
            page = main[number * _PAGE : (number + 1) * _PAGE]
            runs = page[_PAGE - 1]
            starts = struct.unpack_from(f"<{runs}I", page)
            for i, start in enumerate(starts):
                self._starts.append(start)
                self._found.append(_run(page, 2 * page[4 * (runs + 1) + 13 * i]))

    def at(self, offset: int) -> dict[int, bytes]:
        """The properties of the paragraph whose mark lies at `offset`."""
        i = bisect_right(self._starts, offset) - 1
        found = dict(_properties(self._found[i])) if i >= 0 else {}
        if _ELSEWHERE in found and self._more:
            start = _number(found[_ELSEWHERE], 0, "I")
            size = _number(self._more, start, "H")
            found |= _properties(self._more[start + 2 : start + 2 + size])
        return found


def _run(page: bytes, at: int) -> bytes:
    """The properties that a page has at `at`, behind the number of the style."""
    if not at:
        return b""
    size = 2 * page[at] - 1 if page[at] else 2 * page[(at := at + 1)]
    return page[at + 3 : at + 1 + size]


def _properties(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 2 < len(data):
        number = _number(data, at, "H")
        at += 2
        size = _VALUES[number >> 13]
        if number == _TABLE:
            size, at = _number(data, at, "H") - 1, at + 2
        elif not size:
            size, at = data[at], at + 1
        yield number, data[at : at + size]
        at += size


def _paragraphs(pieces: _Pieces, properties: _Properties, lists: Lists, start: int, end: int) -> Iterator[_Paragraph]:
    for match in re.compile("[^\r\x07]*([\r\x07]|$)").finditer(pieces.text, start, end):
        if not match.group():
            continue
        mark = match.group(1)
        told = properties.at(pieces.offset(match.end() - 1)) if mark else {}
        text = _printed(match.group().rstrip("\r\x07"))
        if text.strip() and _LISTED in told:
            depth = told.get(_DEPTH, b"\0")[0]
            text = lists.label(str(_number(told[_LISTED], 0, "H")), depth) + text
        row = _row(told.get(_TABLE, b"")) if mark == "\x07" and any(told.get(_ROW_ENDS, b"")) else None
        yield _Paragraph(text, mark == "\x07", any(told.get(_IN_TABLE, b"")), row)


def _printed(text: str) -> str:
    """The words without pictures and the signs of Word."""
    text = _CONTROL.sub("", text.translate(_SIGNS))
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _row(data: bytes) -> _Row:
    """The cells of a row (TDefTable)."""
    if not data:
        return _Row()
    count = data[0]
    edges = struct.unpack_from(f"<{count + 1}h", data, 1)
    flags = data[1 + 2 * (count + 1) :]
    told = [_number(flags, at, "H") for at in range(0, len(flags) - 1, _CELL_FLAGS)]
    return _Row(edges, tuple(flag & _MERGED_DOWN == _REACHES_DOWN for flag in told[:count]))


@dataclass(slots=True)
class _Table:
    """A table that is being read: its whole rows, the cells of the open one, the lines of the open cell."""

    rows: list[tuple[list[str], _Row]] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def add(self, paragraph: _Paragraph) -> None:
        if paragraph.row is not None:
            self.rows.append((self.cells, paragraph.row))
            self.cells = []
            return
        self.lines.append(paragraph.text)
        if paragraph.cell_ends:
            self.cells.append("\n".join(self.lines).strip("\n"))
            self.lines = []

    def end(self, name: str) -> list[Line]:
        """The lines of the table that is called `name`."""
        if self.cells or self.lines:  # its end is not told
            self.rows.append(([*self.cells, *self.lines], _Row()))
        edges = sorted({edge for _, row in self.rows for edge in row.edges})
        columns = [edge for last, edge in zip([-(10**6), *edges], edges, strict=False) if edge - last > _NEAR]
        grid = [_grid(cells, row, columns) for cells, row in self.rows]
        return [line for number, cells in enumerate(grid, 1) for line in row_lines(numbered(name, number, cells))]


def _grid(cells: list[str], row: _Row, columns: list[int]) -> list[str]:
    """The cells of a row, each in its column of the table."""
    grid: list[str] = []
    for i, cell in enumerate(cells):
        if i < len(row.edges):
            column = bisect_right(columns, row.edges[i]) - 1
            grid += [""] * (column - len(grid))
        grid.append(DITTO if row.reach_down[i : i + 1] == (True,) else cell)
    return grid


def _lines(paragraphs: Iterator[_Paragraph], part: str) -> list[Line]:
    """The lines of a part of the file ("": the text itself)."""
    lines: list[Line] = []
    count = tables = 0
    for in_table, group in groupby(paragraphs, lambda paragraph: paragraph.in_table or paragraph.cell_ends):
        if in_table:
            tables += 1
            table = _Table()
            for paragraph in group:
                table.add(paragraph)
            lines += table.end(f"{part}表{tables} ")
            continue
        for paragraph in group:
            count += bool(paragraph.text.strip())
            lines += [[(text, f"{part}第{count}段")] for text in paragraph.text.split("\n")]
    return lines


def _number(data: bytes, at: int, kind: str) -> int:
    number: int = struct.unpack_from(f"<{kind}", data, at)[0]
    return number
