"""GraphML, through networkx.

GraphML knows neither labels, nor lists, nor the characters that XML forbids. So, by rule:

- a node is keyed ``Label:id``, a relationship ``TYPE:id`` (ids are unique within a label or type only);
- `kind` is the label or the type, `caption` the Chinese caption of a label; `label`, which programs draw beside a
  node, is its name, and the Chinese caption of a relationship (a provision has a `label` of its own in the schema);
- a list is joined by `SEPARATOR`; a | inside an item is written ｜, so that splitting gives as many items;
- control characters, unpaired surrogates and noncharacters are taken out.
"""

from __future__ import annotations

import re
from typing import BinaryIO

import networkx as nx
from networkx.readwrite.graphml import write_graphml_xml

from graph.schema import schema
from graph.tables import Node, Properties, Relationship, Tables, Value

SEPARATOR = " | "

_NOT_XML = re.compile(r"[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 forbids or warns of; and the carriage return, which every XML reader turns into a line feed."""


def write(tables: Tables, file: BinaryIO) -> None:
    """Write the tables; see `graph.exports.Format`."""
    # The writer on the standard library is named: `write_graphml` takes lxml where it happens to be installed, and
    # then writes other bytes.
    write_graphml_xml(graph_of(tables), file, encoding="utf-8", prettyprint=True)


def graph_of(tables: Tables) -> nx.MultiDiGraph:
    """The tables as the networkx graph that is written."""
    graph = nx.MultiDiGraph()
    for node in tables.sorted_nodes():
        graph.add_node(_key(node.label, node.id), **_node_attributes(node))
    for relationship in tables.sorted_relationships():
        graph.add_edge(
            _key(relationship.from_label, relationship.from_id),
            _key(relationship.to_label, relationship.to_id),
            key=_key(relationship.type, relationship.id),
            **_relationship_attributes(relationship),
        )
    return graph


def _key(label: str, id_: str) -> str:
    return f"{label}:{id_}"


def _node_attributes(node: Node) -> Properties:
    caption = schema().nodes[node.label].caption
    name = node.properties.get("name", node.id)
    return {"label": _plain(name), "kind": node.label, "caption": caption, **_attributes(node.properties)}


def _relationship_attributes(relationship: Relationship) -> Properties:
    caption = schema().relationships[relationship.type].caption
    return {"label": caption, "kind": relationship.type, **_attributes(relationship.properties)}


def _attributes(properties: Properties) -> Properties:
    return {name: _plain(properties[name]) for name in sorted(properties)}


def _plain(value: Value) -> Value:
    """The value as GraphML can hold it."""
    if isinstance(value, list):
        value = SEPARATOR.join(item.replace("|", "｜") for item in value)
    return _NOT_XML.sub("", value) if isinstance(value, str) else value
