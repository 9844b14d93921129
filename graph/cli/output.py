"""Rows as a table, CSV or JSON, on standard output or in a file."""

from __future__ import annotations

import csv
import io
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal

import msgspec
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from graph.cli.errors import tell, visible
from graph.files import explained, write_atomically
from graph.stores import Cell, Rows

SEPARATOR = " | "
"""Between the items of a list in a cell of a table or of CSV."""


class Format(StrEnum):
    """How rows are printed."""

    table = "table"
    csv = "csv"
    json = "json"


@dataclass(frozen=True, slots=True)
class Column:
    """`key` names the column in JSON, `caption` heads it in a table and in CSV.

    `share` is how much of a terminal's width it gets, beside the shares of the others; 0: what its words need.
    """

    key: str
    caption: str
    share: int = 0


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
        table = _table(rows, columns, terminal=not to_file and sys.stdout.isatty(), spaced=spaced)
        text = f"{visible(title)}\n\n{table}" if title else table
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
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return file.getvalue()


def _table(rows: Sequence[Sequence[Cell]], columns: Sequence[Column], *, terminal: bool, spaced: bool) -> str:
    """A table as wide as the terminal; elsewhere as wide as COLUMNS says, or as its content."""
    fitted = terminal or "COLUMNS" in os.environ
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold", leading=int(spaced))
    table.expand = fitted and any(column.share for column in columns)
    for number, column in enumerate(columns):
        numeric = bool(rows) and all(isinstance(row[number], int | float | None) for row in rows)
        justify: Literal["left", "right"] = "right" if numeric else "left"
        table.add_column(
            Text(visible(column.caption)),
            justify=justify,
            overflow="fold",
            ratio=column.share or None,
            no_wrap=table.expand and not column.share,
        )
    for row in rows:
        # Text, not str: the brackets of a document are no markup.
        table.add_row(*(Text(visible(_brief(cell))) for cell in row))
    console = Console(force_terminal=terminal, width=None if fitted else 100_000, highlight=False, emoji=False)
    with console.capture() as capture:
        console.print(table)
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def _plain(cell: Cell) -> str:
    """A cell as text: a list joined, a node or a relationship as JSON, nothing for null."""
    if cell is None:
        return ""
    if isinstance(cell, list):
        return SEPARATOR.join(_plain(item) for item in cell)
    if isinstance(cell, dict):
        return msgspec.json.encode(cell).decode()
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def _brief(cell: Cell) -> str:
    """As `_plain`, but a node by its name and a relationship by its type."""
    if isinstance(cell, dict):
        for key in ("name", "type"):
            if key in cell:
                return _plain(cell[key])
    if isinstance(cell, list):
        return SEPARATOR.join(_brief(item) for item in cell)
    return _plain(cell)
