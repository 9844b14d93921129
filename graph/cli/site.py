"""dutygraph site"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.errors import tell
from graph.cli.opened import REMEDY, opened
from graph.cli.options import FOLDER, Store, Workspace
from graph.cli.progress import progress
from graph.files import explained


def site(
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="The folder to write.", show_default=False)
    ],
    store: Store = FOLDER,
    workspace: Workspace = None,
    title: Annotated[str, typer.Option(metavar="TEXT", help="What the site is called.")] = "部门职责一览",
    built: Annotated[
        datetime | None,
        typer.Option(
            "--date",
            metavar="YYYY-MM-DD",
            formats=["%Y-%m-%d"],
            help="The day that the pages tell at their foot, and from which duties are overdue; that on which the last "
            "source was read where none is given, never the clock: the same graph gives the same bytes.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Write everything as a folder of pages that opens by double click: index.html.

    It needs no network and no server: a front page with search (also by the first letters of pinyin), a page for each
    agency, document, group and person, the matrix, the calendar, the changes, what should be looked at, and the text of
    each document with its facts marked in it. A folder that holds something else is left alone. The texts are those of
    the folder of --store; a server holds none, so that it takes the folder of --workspace to show them.

    \b
    Examples:
      dutygraph site -o city
      dutygraph site -o city --title 临溪县部门职责 --date 2026-03-01
    """
    from graph.site import Options, write_site  # with the templates and pinyin, which take time to load

    with opened(store, workspace) as at, progress() as report, explained(output):
        size = write_site(at.graph, at.workspace, output, Options(title, _day(built)), report)
    typer.echo(f"{output / 'index.html'}: {size.pages:,} pages; {size.files:,} files, {size.bytes / 1e6:,.1f} MB")
    if lacking := size.documents - size.texts:
        tell(f"{at.folder}: the texts of {lacking} documents are not there, their pages quote only; {REMEDY}")


def _day(given: datetime | None) -> date | None:
    return given.date() if given else None
