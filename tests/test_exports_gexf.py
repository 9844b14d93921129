"""GEXF by the rules of Gephi, read back by networkx."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET

import networkx as nx
import pytest

from graph.exports import Name, file_format
from graph.schema import schema
from graph.tables import Node, Relationship, Tables, Value

GEXF = "{http://gexf.net/1.3}"


def tables(text: str = "甲") -> Tables:
    """Two documents of two days, an agency, a duty with a last day, two roles of one body in it."""
    made = Tables()
    made.add_node(Node("Document", "d", {"name": text, "date": "2018-06-30", "start": 3, "in_corpus": True}))
    made.add_node(Node("Document", "e", {"name": "乙", "date": "2020-01-02"}))
    made.add_node(Node("Document", "f", {"name": "丙"}))
    made.add_node(Node("Agency", "a", {"name": text, "names": [text, "甲|乙"], "vague": False}))
    made.add_node(Node("Duty", "t", {"name": text, "due": "2018-12-31", "confidence": 0.5}))
    made.add_node(Node("Duty", "u", {"name": "旧", "due": "2017-01-01"}))
    made.add_node(Node("Provision", "p", {"name": "一", "label": "一、"}))
    for type_, id_, start, end, document in (
        ("OWNS", "r", ("Agency", "a"), ("Duty", "t"), "e"),
        ("OWNS", "s", ("Agency", "a"), ("Duty", "t"), "d"),
        ("OWNS", "v", ("Agency", "a"), ("Duty", "u"), "d"),
        ("CITES", "c", ("Document", "e"), ("Document", "f"), "d"),
        ("CITES", "g", ("Document", "f"), ("Document", "f"), "f"),
    ):
        proof: dict[str, Value] = {"document": document, "start": 1, "end": 2, "quote": text, "confidence": 1.0}
        made.add_relationship(Relationship(type_, id_, *start, *end, proof))
    return made


def written(made: Tables) -> bytes:
    file = io.BytesIO()
    file_format(Name.gexf).write(made, file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("]]>&<县>\"引'", "]]>&<县>\"引'"),
        ("甲\x0b乙\x00丙\x1b\ufffe\ud800", "甲乙丙"),
        ("第一行\n第二行\t末", "第一行\n第二行\t末"),
        ("=1+1", "=1+1"),
        ("𠮷　〔2018〕", "𠮷　〔2018〕"),
        ("", ""),
    ],
)
def test_a_text_comes_back(text: str, expected: str) -> None:
    read = nx.read_gexf(io.BytesIO(written(tables(text))), version="1.3")
    node = read.nodes["Agency:a"]
    assert node["label"] == node["name"] == expected
    assert node["names"] == f"{expected} | 甲｜乙"
    assert (node["kind"], node["caption"], node["vague"]) == ("Agency", "机关单位", False)


def test_parallel_relationships_stay_apart_and_have_types() -> None:
    read = nx.read_gexf(io.BytesIO(written(tables())), version="1.3")
    between = read["Agency:a"]["Duty:t"]
    assert sorted(edge["id"] for edge in between.values()) == ["OWNS:r", "OWNS:s"]
    assert {edge["label"] for edge in between.values()} == {"承担"}
    assert (read.nodes["Document:d"]["start_"], read.nodes["Duty:t"]["confidence"]) == (3, 0.5)
    assert read.nodes["Provision:p"]["label_"] == "一、"


@pytest.mark.parametrize(
    ("id_", "start", "end", "why"),
    [
        ("Document:d", "2018-06-30", None, "a document begins on its day"),
        ("Document:f", None, None, "what has no day is always there"),
        ("Agency:a", "2018-06-30", None, "on the first day on which something is said of it"),
        ("Duty:t", "2018-06-30", "2018-12-31", "a duty ends on its last day"),
        ("Duty:u", "2018-06-30", None, "nothing ends before it begins: Gephi refuses that"),
        ("OWNS:r", "2020-01-02", None, "the day of the document that proves it"),
        ("CITES:c", "2020-01-02", None, "no edge is there before its nodes"),
    ],
)
def test_days(id_: str, start: str | None, end: str | None, why: str) -> None:
    root = ET.fromstring(written(tables()))  # noqa: S314
    found = {one.get("id"): one for tag in ("node", "edge") for one in root.iter(f"{GEXF}{tag}")}
    assert (found[id_].get("start"), found[id_].get("end")) == (start, end), why
    assert root[0].attrib == {
        "defaultedgetype": "directed",
        "mode": "dynamic",
        "timeformat": "date",
        "timerepresentation": "interval",
    }


def test_every_attribute_is_declared_with_a_type_and_none_is_one_of_gephi() -> None:
    root = ET.fromstring(written(tables()))  # noqa: S314
    declared = {one.get("id"): one.get("type") for one in root.iter(f"{GEXF}attribute")}
    assert {one.get("for") for one in root.iter(f"{GEXF}attvalue")} <= set(declared)
    assert set(declared.values()) <= {"string", "long", "double", "boolean"}
    assert not {"id", "label", "start", "end", "weight"} & set(declared)
    assert len(declared) >= len(schema().nodes["Duty"].properties)
