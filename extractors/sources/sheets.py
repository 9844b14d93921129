"""Excel (.xlsx, .xls) and CSV -> text: the name of a sheet as a heading, then a line a row.

python-calamine reads old and new files alike and knows their merged cells; openpyxl reads the new ones only, xlrd the
old ones only.
"""

from __future__ import annotations

import csv
import datetime
import io
import re

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from extractors.sources.archive import Archive
from extractors.sources.base import SourceError
from extractors.sources.places import Line, Places, laid_out, numbered, words_of
from extractors.sources.rows import DITTO, row_lines

_UNNAMED = re.compile(r"(?:Sheet|工作表)\s*\d*", re.I)
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_CELL = re.compile(rb"<(?:\w+:)?c\b[^>]*?\sr=\"([A-Z]{1,3})(\d{1,7})\"")
_MOST_CELLS = 4_000_000
"""Cells of a sheet from the first to the last: all of them are held, empty or not."""

_DELIMITERS = ",\t;"

_Value = int | float | str | bool | datetime.date | datetime.time | datetime.timedelta


def xlsx_text(data: bytes, where: str) -> tuple[str, Places]:
    """The sheets of an .xlsx that are shown."""
    archive = Archive(data, where)
    for name in archive.names():
        part = archive.read(name)  # within the limits of a packed file
        if _SHEET.fullmatch(name):
            _check_extent(part, where)
    return xls_text(data, where)


def xls_text(data: bytes, where: str) -> tuple[str, Places]:
    """The sheets of an .xls (or .xlsx) that are shown."""
    lines: list[Line] = []
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            for sheet in book.sheets_metadata:
                if sheet.visible is SheetVisibleEnum.Visible:
                    rows = _rows(book.get_sheet_by_name(sheet.name))
                    named = rows and not _UNNAMED.fullmatch(sheet.name) and sheet.name not in words_of(rows[0])
                    lines += [*([[(sheet.name, sheet.name)]] if named else []), *rows, [("", "")]]
    except PasswordError:
        raise SourceError("the file is encrypted", where, "open it with its password and save it without") from None
    except BaseException as error:
        # Damage may also make the reader panic, which pyo3 tells as a `PanicException` that cannot be imported.
        if isinstance(error, CalamineError) or type(error).__name__ == "PanicException":
            raise SourceError("the file is cut off or damaged", where, "fetch it again, or save it anew") from None
        raise
    return laid_out(lines)


def csv_text(text: str, where: str) -> tuple[str, Places]:
    """The rows of comma-separated values (or tabs, or semicolons: what the first line has most of)."""
    first = text.lstrip("\ufeff").split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter))
    except csv.Error:
        raise SourceError("no table of comma-separated values", where, "save it as .xlsx or .txt") from None
    return laid_out(line for number, row in enumerate(rows, 1) for line in row_lines(numbered("", number, row)))


def _check_extent(sheet: bytes, where: str) -> None:
    """Refuse a sheet with a cell so far out that no memory holds what is between."""
    columns = rows = 0
    for match in _CELL.finditer(sheet):
        column = 0
        for letter in match.group(1):
            column = 26 * column + letter - ord("A") + 1
        columns, rows = max(columns, column), max(rows, int(match.group(2)))
    if columns * rows > _MOST_CELLS:
        what = f"a sheet of {rows:,} rows and {columns:,} columns"
        raise SourceError(f"{what} is larger than any document", where, "delete what is empty, or divide it")


def _rows(sheet: CalamineSheet) -> list[Line]:
    """The lines of a sheet, their cells called as in Excel; those that are merged as in any table."""
    grid = [[_said(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        for row in grid[top + 1 : bottom + 1]:
            row[left : right + 1] = [DITTO, *[""] * (right - left)][: len(row[left : right + 1])]
    return [
        line
        for number, row in enumerate(grid, 1)
        for line in row_lines([(cell, f"{sheet.name}!{_letters(i)}{number}") for i, cell in enumerate(row)])
    ]


def _letters(column: int) -> str:
    """What Excel calls a column (from 0): A to Z, AA, AB."""
    name = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def _said(value: _Value) -> str:
    """A value as a person would write it."""
    if isinstance(value, datetime.date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
