"""GraphML, through networkx: the graph of `graph.networks`, with its keys and attributes.

GraphML knows neither lists nor the characters that XML forbids. So, by rule:

- a list is joined by `SEPARATOR`; a | inside an item is written ｜, so that splitting gives as many items;
- control characters, unpaired surrogates and noncharacters are taken out.
"""

from __future__ import annotations

import re
from typing import BinaryIO

from networkx.readwrite.graphml import write_graphml_xml

from graph.networks import graph_of
from graph.tables import Tables, Value

SEPARATOR = " | "

_NOT_XML = re.compile(r"[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 forbids or warns of; and the carriage return, which every XML reader turns into a line feed."""


def write(tables: Tables, file: BinaryIO) -> None:
    """Write the tables; see `graph.exports.Format`."""
    # The writer on the standard library is named: `write_graphml` takes lxml where it happens to be installed, and
    # then writes other bytes.
    write_graphml_xml(graph_of(tables, _plain), file, encoding="utf-8", prettyprint=True)


def _plain(value: Value) -> Value:
    """The value as GraphML can hold it."""
    if isinstance(value, list):
        value = SEPARATOR.join(item.replace("|", "｜") for item in value)
    return _NOT_XML.sub("", value) if isinstance(value, str) else value
