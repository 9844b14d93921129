"""The proofs as W3C Web Annotations (JSON-LD): what a place in a text says, with the place by offset and by words.

An annotation a duty (its task as a text) and a relationship (its caption as a tag, the two nodes by the IRIs of
`turtle`). The target is the decoded text of the source, its offsets count Unicode characters; the words are those that
stand there, with line breaks, so that either selector finds the place alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO
from urllib.parse import quote

import msgspec

from graph.exports.iri import BASE, iri
from graph.schema import schema
from graph.tables import Node, Properties, Relationship, Tables

_AROUND = 32
"""Characters before and after the words that tell them from the same words elsewhere."""

Json = dict[str, object]


def write(tables: Tables, texts: Mapping[str, str], file: BinaryIO) -> None:
    """Write the annotations of the documents whose decoded source text is in `texts`, by the id of the document."""
    file.write(b'{"@context":"http://www.w3.org/ns/anno.jsonld",')
    file.write(b'"id":' + msgspec.json.encode(f"{BASE}annotations") + b',"type":"AnnotationPage","items":[')
    for number, annotation in enumerate(_annotations(tables, texts)):
        file.write((b",\n" if number else b"\n") + msgspec.json.encode(annotation))
    file.write(b"\n]}\n")


def _annotations(tables: Tables, texts: Mapping[str, str]) -> Iterator[Json]:
    for node in tables.sorted_nodes():
        if node.label == "Duty" and node.properties.get("document") in texts:
            yield _annotation("Duty", node.id, "describing", _task(node), _target(node.properties, tables, texts))
    for one in tables.sorted_relationships():
        if one.properties.get("document") in texts:
            yield _annotation(one.type, one.id, "linking", _ends(one), _target(one.properties, tables, texts))


def _annotation(name: str, id_: str, motivation: str, body: list[Json], target: Json) -> Json:
    return {
        "id": f"{iri(name, id_)}#annotation",
        "type": "Annotation",
        "motivation": motivation,
        "body": body,
        "target": target,
    }


def _task(node: Node) -> list[Json]:
    task = node.properties.get("text", "")
    text: Json = {"type": "TextualBody", "value": task, "language": "zh", "format": "text/plain"}
    return [text, {"type": "SpecificResource", "purpose": "identifying", "source": iri("Duty", node.id)}]


def _ends(one: Relationship) -> list[Json]:
    caption = schema().relationships[one.type].caption
    tag: Json = {"type": "TextualBody", "purpose": "tagging", "value": caption, "language": "zh"}
    ends = ((one.from_label, one.from_id), (one.to_label, one.to_id))
    linked: list[Json] = [{"type": "SpecificResource", "purpose": "linking", "source": iri(*end)} for end in ends]
    return [tag, *linked]


def _target(known: Properties, tables: Tables, texts: Mapping[str, str]) -> Json:
    document = str(known["document"])
    text = texts[document]
    start, end = _offset(known["start"]), _offset(known["end"])
    words: Json = {"type": "TextQuoteSelector", "exact": text[start:end]}
    words |= {"prefix": text[max(0, start - _AROUND) : start], "suffix": text[end : end + _AROUND]}
    position: Json = {"type": "TextPositionSelector", "start": start, "end": end}
    source = tables.nodes["Document", document].properties.get("source", document)
    return {"source": quote(str(source)), "selector": [position, words]}


def _offset(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(f"an offset is a whole number, not {value!r}")
    return value
