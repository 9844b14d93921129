"""A folder of Parquet files, one a label and one a type (`graph.exports.kinds`), through pyarrow (extra `parquet`).

Columns are typed: days are days, lists are lists, what is not known is null. File names are the English names of the
schema, which no reader folds to others.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from graph.exports.folder import new_folder
from graph.exports.kinds import Kind, kinds
from graph.schema import PropertyType
from graph.tables import Tables, Value

_TYPES: Mapping[PropertyType, pa.DataType] = {
    "string": pa.string(),
    "date": pa.date32(),
    "integer": pa.int64(),
    "float": pa.float64(),
    "boolean": pa.bool_(),
    "strings": pa.list_(pa.string()),
}


def write_folder(tables: Tables, folder: Path) -> None:
    """Write the folder; see `graph.exports.FolderFormat`."""
    with new_folder(folder) as part:
        for kind in kinds(tables):
            path = part / f"{kind.path}.parquet"
            path.parent.mkdir(exist_ok=True)
            parquet.write_table(_table(kind), path)


def _table(kind: Kind) -> pa.Table:
    columns = {
        name: pa.array((_cell(row[at], type_) for row in kind.rows), _TYPES[type_])
        for at, (name, type_) in enumerate(kind.columns.items())
    }
    return pa.table(columns)


def _cell(value: Value | None, type_: PropertyType) -> Value | datetime.date | None:
    return datetime.date.fromisoformat(value) if type_ == "date" and isinstance(value, str) else value
