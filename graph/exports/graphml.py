"""GraphML, through networkx: the graph of `graph.networks`, with its keys and attributes.

GraphML knows neither lists nor the characters that XML forbids. So, by rule:

- a list is joined by " | "; a | inside an item is written ｜, so that splitting gives as many items;
- control characters, unpaired surrogates and noncharacters are taken out.
"""

from __future__ import annotations

from typing import BinaryIO

from networkx.readwrite.graphml import write_graphml_xml

from graph.exports.text import xml_value
from graph.networks import graph_of
from graph.tables import Tables


def write(tables: Tables, file: BinaryIO) -> None:
    """Write the tables; see `graph.exports.FileFormat`."""
    # The writer on the standard library is named: `write_graphml` takes lxml where it happens to be installed, and
    # then writes other bytes.
    write_graphml_xml(graph_of(tables, xml_value), file, encoding="utf-8", prettyprint=True)
