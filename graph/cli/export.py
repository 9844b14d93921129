"""dutygraph export"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.opened import Opened, opened
from graph.cli.options import FOLDER, Store, Workspace
from graph.cli.output import write_file
from graph.exports import FOLDERS, OFFICE, QUOTING, Name, file_format, folder_format, office_format, quoting_format
from graph.files import explained
from graph.stores.read import tables_of
from graph.tables import Tables

if TYPE_CHECKING:
    from graph.lookup import Found


def export(
    format_: Annotated[Name, typer.Argument(metavar="FORMAT", help="One of those below.", show_default=False)],
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="The file to write (- is standard output), or the folder to make.",
            show_default=False,
        ),
    ],
    only: Annotated[
        str | None,
        typer.Option(
            metavar="agency=NAME",
            help="Only what is around this body or group: its duties and all who own them, its groups, its changes.",
            show_default=False,
        ),
    ] = None,
    store: Store = FOLDER,
    workspace: Workspace = None,
) -> None:
    """Write the graph, or the 责任清单 that is made of it, in the format of other programs.

    \b
    xlsx         the 责任清单 as a workbook: who does what by when, each cell linked to its sentence
    docx         the same for Word, without the matrix
    gexf         one file for Gephi, with the days on which things are said
    graphml      one file for Gephi, yEd, igraph, networkx
    json         the schema, the nodes, the relationships
    jsonl        a node or a relationship a line
    node-link    nodes and links in one JSON, for D3 and networkx
    csv          a folder: a file a label and a type, for Excel, pandas, DuckDB
    parquet      the same with typed columns, for pandas, DuckDB, Spark
    neo4j-admin  a folder for Neo4j's own importer, with the ready command line: import.sh
    cypher       a script for cypher-shell, which may be run twice
    turtle       RDF: W3C ORG, ELI and PROV-O
    annotations  W3C Web Annotations: what each place in the texts says (from a server: with --workspace)
    mermaid      a small picture for Markdown: the 60 nodes with most relationships
    dot          the same for Graphviz

    The same texts give the same bytes; what each format makes of lists, days and the like is told in docs/exports.md.
    From a server the 责任清单 quotes whole sentences, and tells what was not understood, only with --workspace.

    \b
    Examples:
      dutygraph export xlsx -o 责任清单.xlsx
      dutygraph export xlsx --only agency=县应急局 -o 县应急局.xlsx
      dutygraph export dot --only agency=县应急局 -o - | dot -Tsvg -o 县应急局.svg
      dutygraph export json -o - | jq '.nodes | length'
      dutygraph export neo4j-admin -o bulk
    """
    if format_ in FOLDERS and output == "-":
        raise typer.BadParameter("a folder does not go to standard output", param_hint="--output")
    name = None if only is None else _agency(only)
    with opened(store, workspace) as at:
        body = None if name is None else _body(name, at)
        if format_ in FOLDERS:
            _write_folder(format_, at, body, Path(output))
            return
        if format_ in OFFICE:
            data = _ledger(format_, at, body)
        elif format_ in QUOTING:
            data = _quoting(format_, at, body)
        else:
            data = _file(format_, at, body)
    write_file(output, data)


def _agency(only: str) -> str:
    """The name in --only."""
    key, _, name = only.partition("=")
    if key != "agency" or not name:
        raise typer.BadParameter(f"{only!r} is not agency=NAME", param_hint="--only")
    return name


# Imports within functions: names, views and texts take time to load, and `--help` need not wait for them.


def _body(name: str, at: Opened) -> Found:
    from graph.cli.names import the_body

    return the_body(name, at.graph)


def _tables(at: Opened, body: Found | None) -> Tables:
    from graph.exports.only import around

    whole = tables_of(at.graph)
    return whole if body is None else around(whole, body["label"], body["id"])


def _file(format_: Name, at: Opened, body: Found | None) -> bytes:
    file = io.BytesIO()
    file_format(format_).write(_tables(at, body), file)
    return file.getvalue()


def _quoting(format_: Name, at: Opened, body: Found | None) -> bytes:
    workspace = at.texts("the texts that are quoted")
    tables = _tables(at, body)
    ids = {node.properties.get("text_sha256"): node.id for node in tables.nodes.values() if node.label == "Document"}
    read = [document for document in workspace.documents() if document.text_sha256 in ids]
    sources = {document.source_sha256: document for document in read}  # a gazette holds many documents
    texts = {source: workspace.text(document) for source, document in sources.items()}
    quoted = {ids[document.text_sha256]: texts[document.source_sha256] for document in read}
    file = io.BytesIO()
    quoting_format(format_).write(tables, quoted, file)
    return file.getvalue()


def _write_folder(format_: Name, at: Opened, body: Found | None, folder: Path) -> None:
    with explained(folder):
        folder_format(format_).write_folder(_tables(at, body), folder)


def _ledger(format_: Name, at: Opened, body: Found | None) -> bytes:
    from graph.exports.ledger import ledger
    from graph.views.evidence import Evidence
    from graph.views.owned import Scope

    scope = Scope() if body is None else Scope((body["label"], body["id"]), said=body["name"])
    file = io.BytesIO()
    made = ledger(at.graph, Evidence(at.graph, at.workspace), at.workspace, scope)
    office_format(format_).write(made, file)
    return file.getvalue()
