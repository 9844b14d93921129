"""A folder of CSV files, one a label and one a type (`graph.exports.kinds`), in UTF-8.

Each begins with a byte order mark, without which Excel takes UTF-8 for the encoding of the machine. A text is always
quoted, so that an empty one differs from none; the items of a list are joined as in GraphML; true and false are so
written. Texts are as they are: one that begins with = is a formula to Excel, which `xlsx` avoids.
"""

from __future__ import annotations

from pathlib import Path

from graph.exports.folder import new_folder
from graph.exports.kinds import kinds
from graph.exports.text import joined
from graph.tables import Tables, Value


def write_folder(tables: Tables, folder: Path) -> None:
    """Write the folder; see `graph.exports.FolderFormat`."""
    with new_folder(folder) as part:
        for kind in kinds(tables):
            path = part / f"{kind.path}.csv"
            path.parent.mkdir(exist_ok=True)
            with path.open("w", encoding="utf-8-sig", newline="") as file:
                file.write(",".join(kind.columns) + "\n")
                file.writelines(",".join(map(_field, row)) + "\n" for row in kind.rows)


def _field(value: Value | None) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        value = joined(value)
    if isinstance(value, bool):
        return str(value).lower()
    return '"' + value.replace('"', '""') + '"' if isinstance(value, str) else repr(value)
