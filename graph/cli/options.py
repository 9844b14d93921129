"""The arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.cli.output import Format

FOLDER = "dutygraph.db"

Store = Annotated[
    str,
    typer.Option(
        "--store",
        metavar="PLACE",
        envvar="DUTYGRAPH_STORE",
        help="Where the graph is: a folder, or a Neo4j server (neo4j://HOST:7687).",
    ),
]
Workspace = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        help=f"With a server: the folder that keeps what was read ({FOLDER} where none is given).",
        show_default=False,
    ),
]
Sources = Annotated[
    list[Path],
    typer.Argument(
        metavar="SRC",
        help="Documents and gazettes: files (docs/formats.md) and folders of them.",
        show_default=False,
    ),
]
Jobs = Annotated[int, typer.Option("--jobs", "-j", metavar="N", min=1, help="Read on N processes.")]
Model = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", help="A spaCy model (zh_core_web_sm) for names that the rules miss."),
]
Ocr = Annotated[
    bool,
    typer.Option("--ocr", help="Read scanned pages and pictures too, by Tesseract (extra `ocr`; its data chi_sim)."),
]
Timeout = Annotated[
    float, typer.Option("--timeout", metavar="SECONDS", min=1, help="Give up a source that takes longer to read.")
]
RowFormat = Annotated[
    Format,
    typer.Option("--format", "-f", help="How rows are printed; the headings of JSON are the names of the properties."),
]
RowOutput = Annotated[
    str,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Where rows go; - is standard output. A CSV file is made for Excel."
    ),
]
Parameters = Annotated[
    list[str] | None,
    typer.Option(
        "--param", "-p", metavar="KEY=VALUE", help='A parameter; JSON where VALUE is JSON (3, true, ["a"]), else text.'
    ),
]
