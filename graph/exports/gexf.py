"""GEXF 1.3 for Gephi: dynamic, by the day of the document that says a thing.

networkx has a writer, which is not used: it writes the clock of the day, takes the offsets `start` and `end` for times,
and control characters as they are. The rules:

- a document begins on its day, a relationship on that of the document which proves it, once both its ends are there;
  any other node on the first day of what joins it to others, a duty ends on its last day; else it is always there.
- an attribute has the type of the schema; a list is joined as in GraphML, what is not known is left out; a property
  whose name Gephi has taken (`start`) bears a _ behind it (`start_`).
- `kind` is the label or the type, `caption` the Chinese caption.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import BinaryIO
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from graph.exports.text import xml_text, xml_value
from graph.schema import NodeType, PropertyType, RelationshipType, schema
from graph.tables import Node, Properties, Relationship, Tables

_TAKEN = frozenset(("id", "label", "start", "end", "weight", "kind", "caption", "source", "target", "type"))
_TYPES: Mapping[PropertyType, str] = {
    "string": "string",
    "date": "string",
    "integer": "long",
    "float": "double",
    "boolean": "boolean",
    "strings": "string",
}
_OURS = {"kind": "string", "caption": "string"}


def write(tables: Tables, file: BinaryIO) -> None:
    """Write the tables; see `graph.exports.FileFormat`."""
    _Writer(tables, file).write()


class _Writer:
    """A file under way."""

    def __init__(self, tables: Tables, file: BinaryIO) -> None:
        self._tables = tables
        self._xml = XMLGenerator(file, encoding="utf-8", short_empty_elements=True)
        self._days = _days(tables)

    def write(self) -> None:
        xml = self._xml
        xml.startDocument()
        self._open("gexf", {"xmlns": "http://gexf.net/1.3", "version": "1.3"})
        graph = {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date"}
        self._open("graph", {**graph, "timerepresentation": "interval"})
        self._declare("node", schema().nodes.values())
        self._declare("edge", schema().relationships.values())
        self._open("nodes")
        for node in self._tables.sorted_nodes():
            self._node(node)
        self._close("nodes")
        self._open("edges")
        for one in self._tables.sorted_relationships():
            self._edge(one)
        for name in ("edges", "graph", "gexf"):
            self._close(name)

    def _declare(self, class_: str, types: Iterable[NodeType | RelationshipType]) -> None:
        """The attributes that nodes, or edges, may have."""
        known = {_name(name): _TYPES[one.type] for type_ in types for name, one in type_.properties.items()}
        self._open("attributes", {"class": class_, "mode": "static"})
        for name, type_ in (_OURS | dict(sorted(known.items()))).items():
            self._empty("attribute", {"id": name, "title": name, "type": type_})
        self._close("attributes")

    def _node(self, node: Node) -> None:
        day = self._days.get((node.label, node.id), "")
        due = str(node.properties.get("due", ""))
        label = xml_text(str(node.properties.get("name", node.id)))
        spell = {"start": day, "end": due if due >= day else ""}
        named = {"id": _key(node.label, node.id), "label": label, **{k: v for k, v in spell.items() if v}}
        caption = schema().nodes[node.label].caption
        self._element("node", named, {"kind": node.label, "caption": caption}, node.properties)

    def _edge(self, one: Relationship) -> None:
        said_by = ("Document", str(one.properties.get("document")))
        ends = ((one.from_label, one.from_id), (one.to_label, one.to_id))
        day = max(self._days.get(key, "") for key in (said_by, *ends))  # no edge is there before its nodes
        caption = schema().relationships[one.type].caption
        named = {
            "id": _key(one.type, one.id),
            "source": _key(one.from_label, one.from_id),
            "target": _key(one.to_label, one.to_id),
            "label": caption,
            "kind": one.type,  # without it Gephi makes one of several edges between two nodes
            **({"start": day} if day else {}),
        }
        self._element("edge", named, {"kind": one.type, "caption": caption}, one.properties)

    def _element(self, name: str, named: dict[str, str], ours: dict[str, str], properties: Properties) -> None:
        self._open(name, named)
        self._open("attvalues")
        values = {**ours, **{_name(key): xml_value(properties[key]) for key in sorted(properties)}}
        for key, value in values.items():
            written = str(value).lower() if isinstance(value, bool) else str(value)
            self._empty("attvalue", {"for": key, "value": written})
        self._close("attvalues")
        self._close(name)

    def _open(self, name: str, attributes: Mapping[str, str] | None = None) -> None:
        self._xml.startElement(name, AttributesImpl(attributes or {}))
        self._xml.ignorableWhitespace("\n")

    def _close(self, name: str) -> None:
        self._xml.endElement(name)
        self._xml.ignorableWhitespace("\n")

    def _empty(self, name: str, attributes: Mapping[str, str]) -> None:
        self._xml.startElement(name, AttributesImpl(attributes))
        self._close(name)


def _days(tables: Tables) -> dict[tuple[str, str], str]:
    """The first day of every node that has one: that of a document, else the first on which something is said of it."""
    dated = {
        (node.label, node.id): str(node.properties["date"])
        for node in tables.nodes.values()
        if node.label == "Document" and "date" in node.properties
    }
    days = dict(dated)
    for one in tables.relationships.values():
        day = dated.get(("Document", str(one.properties.get("document"))))
        for end in ((one.from_label, one.from_id), (one.to_label, one.to_id)):
            if day and end[0] != "Document":
                days[end] = min(day, days.get(end, day))
    return days


def _name(name: str) -> str:
    return f"{name}_" if name in _TAKEN else name


def _key(name: str, id_: str) -> str:
    return xml_text(f"{name}:{id_}")
