"""HTML -> lines, each character with its place in the source.

`html.parser` is used because it is the one parser that says where in the text it is: lxml and selectolax know the line
of a tag at most, html5lib nothing, and trafilatura and its like give text that cannot be pointed back into the page.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from extractors.sources.line import Line
from extractors.sources.rows import DITTO

_BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
    }
    | {"figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol"}
    | {"p", "pre", "section", "ul"}
)
_SKIPPED = frozenset(
    {
        "button",
        "head",
        "iframe",
        "nav",
        "noscript",
        "option",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
    }
)
_HIDEABLE = frozenset({"aside", "div", "form", "section", "span", "ul"})
_SITE = re.compile(r"\s*[-_—–|]+\s*[^-_—–|]*(?:网|网站|门户|平台|频道|公开|政府)\s*$")
"""What a page's title says of the site: 关于……的通知 - 临溪县人民政府门户网站."""

_BREAKS = str.maketrans("\n\r\t", "   ")
"""White space of the mark-up, which is a space on the page."""

_LONG_CELL = 600
_MANY_LINES = 6
"""A cell longer than both is no datum but a part of the page: its table is there for the layout."""

_MOST_COLUMNS, _MOST_ROWS = 100, 1000
"""The columns of a table that are kept apart (a task list has ten), and the rows that a cell may span."""


def page_lines(text: str) -> list[Line]:
    """The lines of a page: its title, then a line a block and a line a table row (cells divided by tabs)."""
    reader = _Reader(text)
    reader.feed(text)
    reader.close()
    return reader.result()


def page_text(text: str) -> str:
    """The lines of a page as a text of its own, for pages that are parts of another file."""
    return "\n".join(line.text for line in page_lines(text))


@dataclass(slots=True)
class _Cell:
    """A cell with its lines, and how many columns and rows it spans."""

    lines: list[Line]
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class _Table:
    """A table that is open: the cells of the open row (None between rows), and the columns that cells of rows above
    reach down into, with how many rows they still reach."""

    row: list[_Cell] | None = None
    cell: bool = False
    reaching: dict[int, int] = field(default_factory=dict)

    def grid(self) -> list[list[Line]]:
        """The cells of the open row, each in its column: an empty one behind a cell that spans columns, a ditto mark
        below one that spans rows."""
        cells: list[list[Line]] = []
        coming = list(self.row or ())
        reached = {column: rows - 1 for column, rows in self.reaching.items() if rows > 1}
        while coming or any(column >= len(cells) for column in self.reaching):
            if len(cells) in self.reaching:
                cells.append([Line.put_at(0, DITTO)])
            elif coming:
                cell = coming.pop(0)
                if cell.rows > 1 and len(cells) < _MOST_COLUMNS:
                    reached[len(cells)] = cell.rows - 1
                cells += [cell.lines, *([] for _ in range(min(cell.columns - 1, _MOST_COLUMNS - len(cells))))]
            else:
                cells.append([])
        self.reaching = reached
        return cells


@dataclass(slots=True)
class _Skip:
    """The element that is being skipped, and how many of its name are open."""

    tag: str = ""
    depth: int = 0


@dataclass(slots=True)
class _Places:
    """From (line, column) to the offset in the text."""

    starts: list[int] = field(default_factory=list)

    def at(self, position: tuple[int, int]) -> int:
        line, column = position
        return self.starts[line - 1] + column


class _Reader(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self._places = _Places([0, *(match.end() for match in re.finditer("\n", text))])
        self._lines: list[Line] = [Line()]
        self._title = Line()
        self._in_title = False
        self._tables: list[_Table] = []
        self._skip = _Skip()

    def result(self) -> list[Line]:
        """All lines; tables that were never closed are closed."""
        while self._tables:
            self._end_table()
        return [line for line in (self._page_title(), *self._lines) if line]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":
            self._skip = _Skip()
        elif tag == "title" and not self._title and (self._skip.tag == "head" or not self._skip.depth):
            self._in_title = True
        elif self._skip.depth:
            self._skip.depth += tag == self._skip.tag
        elif tag in _SKIPPED or (tag in _HIDEABLE and _is_hidden(dict(attrs))):
            self._skip = _Skip(tag, 1)
        elif tag == "table":
            self._break()
            self._tables.append(_Table())
        elif tag == "tr" and self._tables:
            self._end_row()
            self._tables[-1].row = []
        elif tag in ("td", "th") and self._tables:
            table = self._tables[-1]
            table.row = [] if table.row is None else table.row
            columns, rows = _span(attrs, "colspan", _MOST_COLUMNS), _span(attrs, "rowspan", _MOST_ROWS)
            table.row.append(_Cell([Line()], columns, rows))
            table.cell = True
        elif tag in _BLOCKS:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False
        elif self._skip.depth:
            self._skip.depth -= tag == self._skip.tag
        elif tag == "table" and self._tables:
            self._end_table()
        elif tag == "tr" and self._tables:
            self._end_row()
        elif tag in ("td", "th") and self._tables:
            self._tables[-1].cell = False
        elif tag in _BLOCKS:
            self._break()

    def handle_data(self, data: str) -> None:
        self._add(Line.at(self._places.at(self.getpos()), data.translate(_BREAKS)))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name};")

    def _reference(self, reference: str) -> None:
        text = html.unescape(reference)
        self._add(Line.put_at(self._places.at(self.getpos()), text))

    def _add(self, piece: Line) -> None:
        if self._in_title:
            self._title.add(piece)
        elif not self._skip.depth:
            table = self._tables[-1] if self._tables else None
            between = table is not None and table.row and not table.cell
            if not (between and not piece.text.strip()):
                self._open()[-1].add(piece)

    def _open(self) -> list[Line]:
        """The lines that are being written: those of the open cell, or of the page."""
        for table in reversed(self._tables):
            if table.row:
                return table.row[-1].lines
        return self._lines

    def _break(self) -> None:
        lines = self._open()
        if lines[-1]:
            lines.append(Line())

    def _end_row(self) -> None:
        table = self._tables[-1]
        if not table.row:
            if table.row is not None:
                table.grid()  # cells of rows above reach through an empty row
            table.row = None
            return
        for cell in table.row:
            cell.lines = [line for line in cell.lines if line.text.strip()]
        own = [cell.lines for cell in table.row]
        if _is_layout(own, bool(table.reaching)):
            lines = [line for cell in own for line in cell]
            table.reaching = {}
        else:
            lines = [_joined(table.grid())]
        table.row, table.cell = None, False
        self._open().extend([*lines, Line()])

    def _end_table(self) -> None:
        self._end_row()
        self._tables.pop()
        self._break()

    def _page_title(self) -> Line:
        """The page's title without the name of the site."""
        match = _SITE.search(self._title.text)
        return self._title.part(0, match.start()) if match else self._title


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    """Whether no reader sees the element: some pages hold their text a second time so."""
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return "hidden" in attributes or "display:none" in style


def _span(attributes: list[tuple[str, str | None]], name: str, most: int) -> int:
    """How many columns or rows a cell spans."""
    value = (dict(attributes).get(name) or "").strip()
    return min(max(int(value[:9]), 1), most) if value.isascii() and value.isdigit() else 1


def _is_layout(cells: list[list[Line]], reached: bool) -> bool:
    """Whether the cells of a row are parts of the page, not data; `reached`: cells of rows above reach into the row."""
    if sum(map(bool, cells)) == 1 and not reached:
        return True
    return any(len(cell) > _MANY_LINES and sum(map(len, cell)) > _LONG_CELL for cell in cells)


def _joined(cells: list[list[Line]]) -> Line:
    """A row as one line: the lines of a cell divided by a space, the cells by a tab."""
    row = Line()
    for i, cell in enumerate(cells):
        if i:
            row.add(Line.put_at(0, "\t"))
        for j, line in enumerate(cell):
            if j:
                row.add(Line.put_at(0, " "))
            row.add(line)
    # What is not in the page (tabs, ditto marks) stands where the character before it does.
    last = next((at for at in row.offsets if at), 0)
    for i, at in enumerate(row.offsets):
        last = at or last
        row.offsets[i] = last
    return row
