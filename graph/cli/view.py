"""dutygraph view"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.opened import Opened, opened
from graph.cli.options import FOLDER, Store, Workspace
from graph.cli.output import print_text

if TYPE_CHECKING:
    from graph.views.owned import Scope


class What(StrEnum):
    """What can be looked at."""

    agency = "agency"
    document = "document"
    group = "group"
    citations = "citations"
    matrix = "matrix"
    calendar = "calendar"
    changes = "changes"
    overview = "overview"


_NAMED = frozenset({What.agency, What.document, What.group})
"""What is looked at by a name."""

_SCOPED = frozenset({What.matrix, What.calendar, What.changes})
"""What can be narrowed to a body, a document or a place."""

_LIMITS: Mapping[What, int] = {
    What.agency: 60,
    What.document: 60,
    What.group: 60,
    What.citations: 200,
    What.matrix: 5000,
    What.calendar: 2000,
    What.changes: 1000,
    What.overview: 15,
}
"""How much is shown where --limit does not say it: what can be read at one look, or what opens at once."""


def view(
    what: Annotated[What, typer.Argument(help="What to look at.", show_default=False)],
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE", help="The page to write; - is standard output.", show_default=False
        ),
    ],
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help="Of an agency or a group: any of its names; of a document: its 文号 or words of its title.",
            show_default=False,
        ),
    ] = None,
    store: Store = FOLDER,
    workspace: Workspace = None,
    agency: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="matrix, calendar, changes: of this body or group alone.", show_default=False
        ),
    ] = None,
    document: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="matrix, calendar, changes: of this document alone.", show_default=False),
    ] = None,
    place: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="matrix, calendar, changes: of the bodies of this place and of those in it.",
            show_default=False,
        ),
    ] = None,
    today: Annotated[
        datetime.datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="YYYY-MM-DD",
            help="calendar: the day from which duties are due or overdue; this day where none is given.",
            show_default=False,
        ),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=1,
            help="Show at most N of a kind; the page says by which rule. Where none is given: "
            + ", ".join(f"{what} {number}" for what, number in _LIMITS.items())
            + ".",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Draw a part of the graph as one page of HTML, which needs no network and nothing beside it.

    \b
    agency, document, group  the one of that name in the middle, and what is around it
    citations                the documents by level, what they cite, and what the corpus lacks
    matrix                   tasks by bodies: who leads, answers for and supports what; sorted and narrowed in the page
    calendar                 duties by the month in which they are due, and those that recur
    changes                  bodies before and after what documents did to them
    overview                 what the graph holds, and what was not understood

    A click on a mark shows the sentence that proves it with its file and line (from a server: with --workspace).

    \b
    Examples:
      dutygraph view agency 县应急局 -o agency.html
      dutygraph view document 临政发〔2018〕12号 -o document.html
      dutygraph view matrix --place 临溪县 -o matrix.html
      dutygraph view calendar --today 2019-01-01 -o calendar.html
    """
    if (what in _NAMED) != (name is not None):
        raise typer.BadParameter(f"{what} {'needs one' if name is None else 'takes none'}", param_hint="NAME")
    for option, value in (("--agency", agency), ("--document", document), ("--place", place)):
        if value is not None and what not in _SCOPED:
            raise typer.BadParameter(f"{what} cannot be narrowed by it", param_hint=option)
    if today is not None and what is not What.calendar:
        raise typer.BadParameter(f"{what} has no day", param_hint="--today")
    most = limit or _LIMITS[what]
    with opened(store, workspace) as at:
        if what in _SCOPED:
            day = today.date() if today else datetime.datetime.now().astimezone().date()
            text = _scoped(what, at, _scope(at, agency, document, place), most, day)
        elif what is What.overview:
            text = _overview(at, most)
        else:
            text = _network(what, at, name or "", most)
    print_text(text, output)


# Imports within functions: drawing needs what takes its time to load, and `--help` need not wait for it.


def _scope(at: Opened, agency: str | None, document: str | None, place: str | None) -> Scope:
    from graph.cli.names import the_body, the_document, the_place
    from graph.views.owned import Scope

    body = the_body(agency, at.graph) if agency is not None else None
    there = the_place(place, at.graph) if place is not None else None
    return Scope(
        (body["label"], body["id"]) if body else None,
        the_document(document, at.graph) if document is not None else None,
        there[0] if there else None,
        "、".join(said for said in (body["name"] if body else None, document, there[1] if there else None) if said),
    )


def _scoped(what: What, at: Opened, scope: Scope, most: int, today: datetime.date) -> str:
    from graph.views import calendar, changes, matrix
    from graph.views.evidence import Evidence
    from graph.views.style import foot

    evidence, bottom = Evidence(at.graph, at.workspace), foot(at.graph, at.workspace)
    if what is What.matrix:
        return matrix.page(at.graph, evidence, scope, most, bottom)
    if what is What.calendar:
        return calendar.page(at.graph, evidence, scope, most, bottom, today)
    return changes.page(at.graph, evidence, scope, most, bottom)


def _overview(at: Opened, most: int) -> str:
    from graph.views import overview
    from graph.views.evidence import Evidence
    from graph.views.style import foot

    bottom = foot(at.graph, at.workspace)
    return overview.page(at.graph, Evidence(at.graph, at.workspace), at.workspace, most, bottom)


def _network(what: What, at: Opened, name: str, most: int) -> str:
    from graph.cli.names import the_body, the_document
    from graph.views import agency, citations, document, group, network
    from graph.views.evidence import Evidence
    from graph.views.style import foot

    evidence = Evidence(at.graph, at.workspace)
    if what is What.document:
        picture = document.picture(at.graph, evidence, the_document(name, at.graph), most)
    elif what is What.agency:
        picture = agency.picture(at.graph, evidence, the_body(name, at.graph, "Agency")["id"], most)
    elif what is What.group:
        picture = group.picture(at.graph, evidence, the_body(name, at.graph, "LeadingGroup")["id"], most)
    else:
        picture = citations.picture(at.graph, evidence, most)
    return network.page(picture, foot(at.graph, at.workspace))
