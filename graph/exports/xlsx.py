"""The 责任清单 as a workbook for Excel and WPS, through XlsxWriter.

XlsxWriter and not openpyxl: it writes texts as texts whatever they begin with, puts fixed times into the archive and
takes the time of creation as it is given, so that the same ledger gives the same bytes; openpyxl stamps the clock.

Excel holds 32,767 characters in a cell and 65,530 links on a sheet, by rule: a longer text is cut and says so, beyond
the last link a cell is text alone (the column 出处 still has the number of the sentence).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO
from unicodedata import east_asian_width

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from graph.exports.sheets import NONE, PLACES, PLACES_NAME, Column, Item, Ledger, Sheet
from graph.exports.text import xml_text
from graph.stores import StoreError
from graph.views.evidence import Proof
from graph.views.style import PAPER, ROLE_TINTS, ROLES

_FONT, _HEADING_FONT = "宋体", "黑体"
_CREATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
"""What every workbook says of the day it was made: the day would be another byte in each."""

_MOST_CHARACTERS, _MOST_LINKS = 32_767, 65_530
_CUT = "…（全文见文件）"
_A4 = 9
_MATRIX_SCALE = 60
"""The print of a matrix in percent: its columns go on over several pages."""
_PAGE = 220
"""A matrix that is no wider, in half-width characters, is printed on one page."""

_LINE, _HIGHEST = 14.6, 409.0
"""The height of a line (宋体 takes 13.5, what stands in for it elsewhere more), and the most of a row, in points."""
_UPRIGHT = 14
"""So many characters of an upright heading stand in one column; the rest in a second one beside it."""

_MOST_ROWS = 1_048_576
_FIRST_DAY = datetime.date(1900, 3, 1)
"""Excel counts days that never were before this one."""


def write(ledger: Ledger, file: BinaryIO) -> None:
    """Write the ledger to the open file: the same bytes for the same ledger.

    Raises `StoreError` where it has more rows than a workbook can hold.
    """
    rows = max(len(ledger.places), *(len(sheet.rows) for sheet in ledger.sheets))
    if rows >= _MOST_ROWS:
        raise StoreError(f"{rows} rows, and a workbook holds {_MOST_ROWS}", "xlsx", "narrow it: --only agency=NAME")
    options = {"in_memory": True, "default_format_properties": {"font_name": _FONT, "font_size": 10}}
    with Workbook(file, options) as book:
        book.set_properties({"title": ledger.title, "created": _CREATED})
        _Drawing(book, ledger).draw()


class _Drawing:
    """A workbook that is being drawn: its formats, made once each."""

    def __init__(self, book: Workbook, ledger: Ledger) -> None:
        self._book = book
        self._ledger = ledger
        self._formats: dict[tuple[tuple[str, object], ...], Format] = {}
        self._run, self._bold = book.add_format(), book.add_format({"bold": True})

    def draw(self) -> None:
        for sheet in self._ledger.sheets:
            self._sheet(sheet)
        self._places(list(self._ledger.places))

    def _format(self, **properties: object) -> Format:
        """The format with these properties on top of those of every cell."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            common = {"text_wrap": True, "valign": "top", "border": 1, "border_color": PAPER["rule"].light}
            self._formats[key] = self._book.add_format({**common, **properties})
        return self._formats[key]

    # -- sheets

    def _sheet(self, sheet: Sheet) -> None:
        page = self._page(sheet.name, sheet.columns, len(sheet.rows), sheet.fixed, sheet.upright)
        if not sheet.rows:
            page.write_string(1, 0, NONE, self._format())
        links = 0
        for at, row in enumerate(sheet.rows, 1):
            page.set_row(at, _height(zip(row, sheet.columns[: sheet.upright], strict=False)))
            new = sheet.block and at > 1 and row[0].text != sheet.rows[at - 2][0].text
            for column, item in enumerate(row):
                if not item.text:
                    continue
                linked = item.place is not None and links < _MOST_LINKS
                links += linked
                self._item(page, (at, column), item, sheet.columns[column], new=new, linked=linked)

    def _page(
        self, name: str, columns: Sequence[Column], rows: int, fixed: int = 1, upright: int | None = None
    ) -> Worksheet:
        """An empty sheet with its headings, as it is looked at and as it is printed."""
        page = self._book.add_worksheet(name)
        for at, column in enumerate(columns):
            page.set_column(at, at, column.width)
            turned = upright is not None and at >= upright
            heading = self._format(
                bold=True,
                font_name=_HEADING_FONT,
                bg_color=PAPER["sunk"].light,
                align="center",
                valign="vcenter",
                rotation=270 if turned else 0,
            )
            page.write_string(0, at, xml_text(column.caption), heading)
        page.set_row(0, _heading_height(columns, upright))
        page.hide_gridlines(0)  # they are printed too: empty cells are not written, and have no lines of their own
        page.freeze_panes(1, fixed)
        page.autofilter(0, 0, max(rows, 1), len(columns) - 1)
        page.ignore_errors({"number_stored_as_text": f"A1:{xl_rowcol_to_cell(max(rows, 1), len(columns) - 1)}"})
        page.set_landscape()
        page.set_paper(_A4)
        page.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
        page.repeat_rows(0)
        if upright is None or sum(column.width for column in columns) <= _PAGE:
            page.fit_to_pages(1, 0)
        else:
            page.set_print_scale(_MATRIX_SCALE)
            page.repeat_columns(0, fixed - 1)
        page.set_header(f"&C&12{_escaped(self._ledger.title)}　{name}")
        page.set_footer("&C第 &P 页，共 &N 页")
        return page

    def _places(self, places: Sequence[Proof]) -> None:
        """The sheet of the sentences, the words that prove something in bold."""
        page = self._page(PLACES_NAME, PLACES, len(places))
        plain = self._format()
        for at, proof in enumerate(places, 1):
            cells = (str(at), proof.document, proof.date or "", proof.place or "")
            for column, text in enumerate(cells):
                self._item(page, (at, column), Item(text), PLACES[column])
            last = (at, len(cells))
            sentence = Item(proof.before + proof.words + proof.after)
            page.set_row(at, _height([(sentence, PLACES[-1]), (Item(proof.place or ""), PLACES[-2])]))
            parts = [xml_text(part) for part in (proof.before, proof.words, proof.after)]
            if parts[1] and (parts[0] or parts[2]) and len("".join(parts)) < _MOST_CHARACTERS:
                page.write_rich_string(*last, *_rich(parts, self._run, self._bold), plain)
            else:
                page.write_string(*last, _short("".join(parts)), plain)

    # -- cells

    def _item(
        self,
        page: Worksheet,
        at: tuple[int, int],
        item: Item,
        column: Column,
        *,
        new: bool = False,
        linked: bool = False,
    ) -> None:
        properties: dict[str, object] = {"top": 2, "top_color": PAPER["soft"].light} if new else {}
        if item.role:
            properties |= {"font_color": ROLES[item.role].light, "bg_color": ROLE_TINTS[item.role].light}
            properties |= {"align": "center"}
        elif linked:
            properties |= {"font_color": PAPER["link"].light}
        text = _short(xml_text(item.text))
        if linked and text:
            target = f"internal:'{PLACES_NAME}'!{xl_rowcol_to_cell(item.place or 0, len(PLACES) - 1)}"
            page.write_url(*at, target, self._format(**properties), text)
        elif column.day and (day := _day(item.text)):
            page.write_datetime(*at, day, self._format(num_format="yyyy-mm-dd", align="left", **properties))
        elif text.isascii() and text.isdigit() and len(text) < 9:
            page.write_number(*at, int(text), self._format(align="left", **properties))
        else:
            page.write_string(*at, text, self._format(**properties))


def _rich(parts: Sequence[str], plain: Format, bold: Format) -> Iterator[str | Format]:
    """The parts as XlsxWriter takes them, each behind its format, none empty; without one it would be Calibri."""
    for part, format_ in zip(parts, (plain, bold, plain), strict=True):
        if part:
            yield format_
            yield part


def _height(cells: Iterable[tuple[Item, Column]]) -> float:
    """How high a row is, in points. It is told, for not every program finds it by itself."""
    lines = max(sum(_lines(line, column.width) for line in item.text.split("\n")) for item, column in cells)
    return min(_LINE * lines + 2, _HIGHEST)


def _heading_height(columns: Sequence[Column], upright: int | None) -> float:
    """How high the row of the headings is, in points: an upright one has a character a line, in two columns at most."""
    longest = max((len(column.caption) for column in columns[upright:]), default=1) if upright is not None else 1
    turned = max(min(longest, _UPRIGHT), -(-longest // 2))
    level = _height((Item(column.caption), column) for column in columns[:upright])
    return max(level, min(_LINE * turned + 10, _HIGHEST))


def _lines(line: str, width: int) -> int:
    """How many lines a text makes in so many half-width characters."""
    wide = sum(2 if east_asian_width(character) in "FWA" else 1 for character in line)
    return max(1, -(-wide // width))


def _short(text: str) -> str:
    """The text as a cell can hold it."""
    return text if len(text) <= _MOST_CHARACTERS else text[: _MOST_CHARACTERS - len(_CUT)] + _CUT


def _escaped(text: str) -> str:
    """A text in a header or footer, where & begins a command."""
    return xml_text(text).replace("&", "&&")[:100]


def _day(text: str) -> datetime.date | None:
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        return None
    return day if day >= _FIRST_DAY else None
