"""dutygraph view"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from graph.cli.opened import graph_at
from graph.cli.options import FOLDER, Store
from graph.cli.output import print_text


class What(StrEnum):
    """What can be looked at."""

    agency = "agency"
    document = "document"
    group = "group"


def view(
    what: Annotated[What, typer.Argument(help="What NAME is.", show_default=False)],
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="A body by any of its names; a document by its 文号 or words of its title.",
            show_default=False,
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE", help="The page to write; - is standard output.", show_default=False
        ),
    ],
    store: Store = FOLDER,
    limit: Annotated[
        int, typer.Option(metavar="N", min=1, help="Draw at most N duties (of a group: and N seats); the page says so.")
    ] = 200,
) -> None:
    """Draw an agency, a document or a leading group and what is around it, as one page of HTML.

    The page needs no network and nothing beside it. A click on a dot or a line shows its words.

    \b
    Examples:
      dutygraph view agency 县应急局 -o agency.html
      dutygraph view document 临政发〔2018〕12号 -o document.html
    """
    # Imported here: drawing needs networkx and pyvis, which take their time.
    from graph.cli.names import the_body, the_document
    from graph.views import agency, document, group
    from graph.views.page import page

    with graph_at(store) as graph:
        if what is What.document:
            picture = document.picture(graph, the_document(name, graph), limit)
        elif what is What.agency:
            picture = agency.picture(graph, the_body(name, graph, "Agency")["id"], limit)
        else:
            picture = group.picture(graph, the_body(name, graph, "LeadingGroup")["id"], limit)
    print_text(page(picture), output)
