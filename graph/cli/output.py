"""Rows as a table, CSV or JSON, on standard output or in a file."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import msgspec

from graph.cli.errors import tell
from graph.cli.table import plain, table
from graph.files import explained, write_atomically
from graph.stores import Cell, Rows


class Format(StrEnum):
    """How rows are printed."""

    table = "table"
    csv = "csv"
    json = "json"


@dataclass(frozen=True, slots=True)
class Column:
    """`key` names the column in JSON, `caption` heads it in a table and in CSV."""

    key: str
    caption: str


def print_rows(
    rows: Sequence[Sequence[Cell]],
    columns: Sequence[Column],
    format_: Format,
    output: str = "-",
    *,
    title: str = "",
    spaced: bool = False,
) -> None:
    """Print the rows; each has a cell a column.

    A table may have a `title`, and be `spaced` (a blank line between rows).

    A CSV file begins with a byte order mark: without it Excel takes UTF-8 for the encoding of the machine and shows
    other characters for Chinese. On standard output there is none: the next program would read it as part of the
    first heading.
    """
    to_file = output != "-"
    if format_ is Format.json:
        text = _json(rows, columns)
    elif format_ is Format.csv:
        text = ("\ufeff" if to_file else "") + _csv(rows, columns)
    else:
        captions = [column.caption for column in columns]
        text = table(
            rows,
            captions,
            title=title,
            terminal=not to_file and bool(sys.stdout) and sys.stdout.isatty(),
            spaced=spaced,
        )
    print_text(text, output)


def print_text(text: str, output: str = "-") -> None:
    """Print the text, or write it to a file that is there in full or not at all."""
    if output == "-":
        sys.stdout.write(text)
    else:
        write_file(output, text.encode("utf-8", "backslashreplace"))


def write_file(output: str, data: bytes) -> None:
    """Write the bytes to a file, in full or not at all, or (`-`) to standard output. Raises `StoreError`."""
    if output == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        return
    path = Path(output)
    with explained(path):
        if path.exists() and not path.is_file():
            path.write_bytes(data)  # a device or a pipe: nothing to replace
        else:
            write_atomically(path.resolve(), data)


def print_result(rows: Rows, format_: Format, output: str = "-") -> None:
    """Print what a query gave, under its own names, and say so where rows were left out."""
    print_rows(rows.rows, [Column(name, name) for name in rows.columns], format_, output)
    if rows.cut:
        tell(f"only the first {len(rows.rows)} rows; --limit N for more")


def _json(rows: Sequence[Sequence[Cell]], columns: Sequence[Column]) -> str:
    """A list of objects, one a line."""
    keys = [column.key for column in columns]
    lines = [msgspec.json.encode(dict(zip(keys, row, strict=True))).decode() for row in rows]
    return "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n"


def _csv(rows: Sequence[Sequence[Cell]], columns: Sequence[Column]) -> str:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(column.caption for column in columns)
    writer.writerows([plain(cell) for cell in row] for row in rows)
    return file.getvalue()
