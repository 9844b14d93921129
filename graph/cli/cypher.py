"""dutygraph cypher"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from graph.cli.opened import graph_at
from graph.cli.options import FOLDER, Parameters, RowFormat, RowOutput, Store
from graph.cli.output import Format, print_result
from graph.cli.parameters import parse

LONGEST = 86_400.0
"""Seconds: a day."""


def cypher(
    text: Annotated[
        str,
        typer.Argument(
            metavar="TEXT", help="A reading Cypher statement; - reads it from standard input.", show_default=False
        ),
    ],
    param: Parameters = None,
    timeout: Annotated[
        float, typer.Option(metavar="SECONDS", min=0.1, max=LONGEST, help="Stop the statement after this time.")
    ] = 30.0,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="Print at most N rows.")] = 1000,
    store: Store = FOLDER,
    format_: RowFormat = Format.table,
    output: RowOutput = "-",
) -> None:
    """Print what a Cypher statement finds. One that would write, or read files, is refused.

    Labels, relationships and properties: dutygraph info --schema.

    \b
    Examples:
      dutygraph cypher 'MATCH (a:Agency) RETURN a.name, a.names'
      dutygraph cypher 'MATCH (d:Document {number: $n}) RETURN d' -p n=临政发〔2018〕12号
      dutygraph cypher - --format json < question.cypher
    """
    # Imported here: `--help` need not wait for it.
    from graph.guard import check_reading

    statement = sys.stdin.read() if text == "-" else text
    check_reading(statement)
    with graph_at(store) as graph:
        rows = graph.query(statement, parse(param), timeout=timeout, limit=limit)
    print_result(rows, format_, output)
