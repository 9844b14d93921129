"""Node-link JSON, which D3 draws and networkx reads: ``networkx.node_link_graph(data, edges="links")``.

The id of a node is its label and its id (``Agency:临溪县/财政局``), for ids are unique within a label only; `label` and
`type` tell the kind, and the properties stand beside them as they are in the graph.
"""

from __future__ import annotations

from typing import BinaryIO

from graph.exports.json import write_list
from graph.tables import Tables


def write(tables: Tables, file: BinaryIO) -> None:
    """Write the tables; see `graph.exports.FileFormat`."""
    nodes = (
        {**node.properties, "id": f"{node.label}:{node.id}", "label": node.label} for node in tables.sorted_nodes()
    )
    links = (
        {
            **one.properties,
            "source": f"{one.from_label}:{one.from_id}",
            "target": f"{one.to_label}:{one.to_id}",
            "key": one.id,
            "type": one.type,
        }
        for one in tables.sorted_relationships()
    )
    file.write(b'{"directed":true,"multigraph":true,"graph":{}')
    write_list(file, "nodes", nodes)
    write_list(file, "links", links)
    file.write(b"}\n")
