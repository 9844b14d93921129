"""dutygraph findings"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli import places
from graph.cli.opened import Opened, opened
from graph.cli.options import FOLDER, RowOutput, Store, Workspace
from graph.cli.output import Column, Format, print_rows, write_file
from graph.stores import Cell

if TYPE_CHECKING:
    from graph.findings import Finding, Place


class FindingsFormat(StrEnum):
    """How findings are printed: as all rows are, or as a workbook."""

    table = "table"
    csv = "csv"
    json = "json"
    xlsx = "xlsx"


def findings(
    kind: Annotated[
        str | None, typer.Argument(metavar="KIND", help="One kind only (see above).", show_default=False)
    ] = None,
    date: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], metavar="DAY", help="Also the duties that were due before this day (yyyy-mm-dd)."
        ),
    ] = None,
    all_: Annotated[
        bool, typer.Option("--all", help="Also the kinds of which it is not known that nine in ten are true.")
    ] = False,
    store: Store = FOLDER,
    workspace: Workspace = None,
    format_: Annotated[
        FindingsFormat,
        typer.Option(
            "--format",
            "-f",
            help="How findings are printed; the headings of JSON are the names of the properties, xlsx is a workbook.",
        ),
    ] = FindingsFormat.table,
    output: RowOutput = "-",
) -> None:
    """Print what only all documents together show, each with its reason and the words that prove it on both sides.

    \b
    Kinds:
      gone-body          duties of a body that another document ends or renames
      stripped-body      duties of a body from which another document moved such
      gone-host          offices of groups at a body that another document ends
      different-leads    the same duty under different leads in two documents
      several-leads      duties that several bodies lead
      no-lead            duties of several bodies of which none leads
      vague-owners       duties whose owners no one can name
      early-deadline     deadlines before the document's own date
      later-deadline     the same duty with a later deadline further down
      broken-chain       duties that a document carried out leaves behind
      shared-number      one document number on two texts
      repealed-document  citations of documents that another one repeals
      missing-document   cited documents that are not in the corpus
      left-member        members whose post a later document gives to others
      many-groups        people and bodies that sit in five groups or more
      same-members       groups with the same members
      passed-deadline    duties that were due before --date

    The workbook has a sheet a kind and links each place to its sentence (from a server: with --workspace).

    \b
    Examples:
      dutygraph findings
      dutygraph findings gone-body
      dutygraph findings --date 2018-07-01 --format csv -o findings.csv
      dutygraph findings --format xlsx -o 待查事项.xlsx
    """
    # Imported here: `--help` need not wait for it.
    from graph.findings import KINDS, PASSED, find
    from graph.stores.read import tables_of

    if kind == PASSED and date is None:
        raise typer.BadParameter("it needs a day: --date 2018-07-01", param_hint="KIND")
    if kind is not None and kind not in KINDS and kind != PASSED:
        raise typer.BadParameter(f"no kind {kind}: {', '.join([*KINDS, PASSED])}", param_hint="KIND")
    kinds = [name for name, known in KINDS.items() if kind == name or (kind is None and (known.shown or all_))]
    day = date.date().isoformat() if date and kind in (None, PASSED) else None
    if format_ is FindingsFormat.xlsx and output == "-" and sys.stdout.isatty():
        raise typer.BadParameter("a workbook is nothing to read here: -o FILE", param_hint="--format")
    with opened(store, workspace) as at:
        found = find(tables_of(at.graph), kinds, day)
        if format_ is FindingsFormat.xlsx:
            write_file(output, _workbook(found, at))
            return
    rows = Format(format_.value)
    if rows is Format.table:
        print_rows([_brief(one) for one in found], _BRIEF, rows, output, title=f"{len(found)} findings", spaced=True)
    else:
        print_rows([_full(one, rows) for one in found], _FULL, rows, output)


def _workbook(found: Sequence[Finding], at: Opened) -> bytes:
    # Imported here: as above.
    from graph.exports import Name, office_format
    from graph.exports.findings import findings as ledger
    from graph.views.evidence import Evidence

    file = io.BytesIO()
    office_format(Name.xlsx).write(ledger(found, Evidence(at.graph, at.workspace)), file)
    return file.getvalue()


_BRIEF = (
    Column("kind", "类别"),
    Column("severity", "程度"),
    Column("reason", "理由"),
    Column("here", "出处"),
    Column("there", "另一处"),
)
_FULL = (
    Column("kind", "类别"),
    Column("severity", "程度"),
    Column("subject", "对象"),
    Column("reason", "理由"),
    *places.COLUMNS,
    Column("other_document", "另一文件"),
    Column("other_date", "另一成文日期"),
    Column("other_source", "另一来源文件"),
    Column("other_start", "另起"),
    Column("other_end", "另止"),
    Column("other_position", "另一位置"),
    Column("other_quote", "另一原文"),
    Column("label", "对象类别"),
    Column("id", "对象编号"),
)


def _brief(one: Finding) -> list[Cell]:
    from graph.findings import caption

    return [caption(one.kind), one.severity.caption, one.reason, _written(one.here), _written(one.there)]


def _written(place: Place | None) -> str | None:
    return f"{place.name} {place.start}-{place.end}\n{place.quote}" if place else None


def _full(one: Finding, format_: Format) -> list[Cell]:
    """Every property; kind and severity in the words of the reader in CSV, of the program in JSON."""
    from graph.findings import caption

    plain = format_ is Format.json
    kind, severity = (one.kind, one.severity.value) if plain else (caption(one.kind), one.severity.caption)
    return [
        kind,
        severity,
        one.subject,
        one.reason,
        *places.cells(one.here),
        *places.cells(one.there),
        one.label,
        one.id,
    ]
