"""JSON Lines: a node or a relationship a line, as in `graph.exports.json`; nodes first, by label and id.

`kind` is "node" or "relationship". A line stands alone: streams, `jq` and comparisons by lines read it.
"""

from __future__ import annotations

from typing import BinaryIO

import msgspec

from graph.exports.json import node_row, relationship_row
from graph.tables import Tables


def write(tables: Tables, file: BinaryIO) -> None:
    """Write the tables; see `graph.exports.FileFormat`."""
    for node in tables.sorted_nodes():
        file.write(msgspec.json.encode({"kind": "node", **node_row(node)}) + b"\n")
    for relationship in tables.sorted_relationships():
        file.write(msgspec.json.encode({"kind": "relationship", **relationship_row(relationship)}) + b"\n")
