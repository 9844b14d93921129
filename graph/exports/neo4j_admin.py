"""A folder for `neo4j-admin database import full` of Neo4j 5: the fastest way to fill an empty database.

    nodes/LABEL.header.csv, nodes/LABEL.csv
    relationships/TYPE.FROM.TO.header.csv, relationships/TYPE.FROM.TO.csv     one for each pair of labels
    schema.cypher     constraints and indexes, for after the import
    import.sh         the ready command line

A text is always quoted, so that an empty one differs from none; the items of a list are separated by U+001F. Rows bear
the mark of `graph.stores.neo4j_mark`, so that a later load knows them.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

from graph.exports.folder import new_folder
from graph.schema import Property, PropertyType, schema
from graph.stores.difference import Digests, held
from graph.stores.neo4j_mark import MARK, mark_of
from graph.stores.neo4j_schema import script
from graph.tables import Node, Properties, Relationship, Tables, Value

SEPARATOR = "\x1f"
_SEPARATOR_SIGN = "␟"
"""What stands for a separator within an item."""

_TYPES: Mapping[PropertyType, str] = {
    "string": "string",
    "date": "string",
    "integer": "long",
    "float": "double",
    "boolean": "boolean",
    "strings": "string[]",
}

_SCRIPT = """\
#!/bin/sh
# Fills the database `neo4j`, which must not exist yet (or: sh import.sh --overwrite-destination), on a server that is
# stopped. Then start the server and make the constraints and indexes: cypher-shell -f schema.cypher
set -eu
cd "$(dirname "$0")"
exec "${{NEO4J_ADMIN:-neo4j-admin}}" database import full "$@" \\
{arguments}
  neo4j
"""
_OPTIONS = ("--array-delimiter=U+001F", "--multiline-fields=true", "--bad-tolerance=0")
_REPORT = '"--report-file=${TMPDIR:-/tmp}/dutygraph-import.report"'


def write_folder(tables: Tables, folder: Path) -> None:
    """Write the folder; see `graph.exports.FolderFormat`."""
    with new_folder(folder) as part:
        arguments = [*_OPTIONS, *_write_nodes(tables, part), *_write_relationships(tables, part)]
        lines = [f"  {argument} \\" for argument in (*map(shlex.quote, arguments), _REPORT)]
        (part / "schema.cypher").write_text(script(), encoding="utf-8")
        (part / "import.sh").write_text(_SCRIPT.format(arguments="\n".join(lines)), encoding="utf-8")
        (part / "import.sh").chmod(0o755)


def _write_nodes(tables: Tables, folder: Path) -> Iterator[str]:
    """Write the files of every label; gives the arguments that name them."""
    marks = held(tables).nodes
    nodes = {label: list(rows) for label, rows in groupby(tables.sorted_nodes(), key=lambda node: node.label)}
    for label, node_type in schema().nodes.items():
        known = node_type.properties
        header = [f"id:ID({label})", f"{MARK}:string", *_columns(known)]
        rows = (_node_row(node, known, marks) for node in nodes.get(label, ()))
        yield f"--nodes={label}={_write_files(folder, f'nodes/{label}', header, rows)}"


def _node_row(node: Node, known: Mapping[str, Property], marks: Digests) -> list[str]:
    mark = mark_of(node.label, node.id, marks[node.label][node.id])
    return [_field(node.id), _field(mark), *_fields(node.properties, known)]


def _write_relationships(tables: Tables, folder: Path) -> Iterator[str]:
    """Write the files of every type and pair of labels that there is; gives the arguments that name them."""
    marks = held(tables).relationships
    for (type_, start, end), rows in groupby(sorted(tables.sorted_relationships(), key=_kind), key=_kind):
        known = schema().relationships[type_].properties
        header = [f":START_ID({start})", f":END_ID({end})", "id:string", f"{MARK}:string", *_columns(known)]
        files = _write_files(
            folder,
            f"relationships/{type_}.{start}.{end}",
            header,
            (_relationship_row(row, known, marks) for row in rows),
        )
        yield f"--relationships={type_}={files}"


def _kind(relationship: Relationship) -> tuple[str, str, str]:
    return relationship.type, relationship.from_label, relationship.to_label


def _relationship_row(relationship: Relationship, known: Mapping[str, Property], marks: Digests) -> list[str]:
    mark = mark_of(relationship.type, relationship.id, marks[relationship.type][relationship.id])
    keys = (relationship.from_id, relationship.to_id, relationship.id, mark)
    return [*map(_field, keys), *_fields(relationship.properties, known)]


def _write_files(folder: Path, stem: str, header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Write the header and the rows; gives the two names as neo4j-admin wants them."""
    head, body = folder / f"{stem}.header.csv", folder / f"{stem}.csv"
    head.parent.mkdir(exist_ok=True)
    head.write_text(",".join(header) + "\n", encoding="utf-8")
    with body.open("w", encoding="utf-8", newline="") as file:
        file.writelines(",".join(row) + "\n" for row in rows)
    return f"{stem}.header.csv,{stem}.csv"


def _columns(known: Mapping[str, Property]) -> list[str]:
    return [f"{name}:{_TYPES[property_.type]}" for name, property_ in known.items()]


def _fields(properties: Properties, known: Mapping[str, Property]) -> list[str]:
    return [_field(properties[name]) if name in properties else "" for name in known]


def _field(value: Value) -> str:
    if isinstance(value, list):
        value = SEPARATOR.join(item.replace(SEPARATOR, _SEPARATOR_SIGN) for item in value)
    if isinstance(value, bool):
        return str(value).lower()
    return '"' + value.replace('"', '""') + '"' if isinstance(value, str) else repr(value)
