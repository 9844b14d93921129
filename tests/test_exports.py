"""The exports: each opens in the programs it is for, loses nothing, and is the same bytes for the same graph."""

from __future__ import annotations

import io
import json
import random

import networkx as nx
import pytest

from graph.exports import FILES, Name, file_format
from graph.exports.text import SEPARATOR
from graph.schema import schema
from graph.tables import Node, Relationship, Tables, Value

PROOF: dict[str, Value] = {
    "document": "临政发〔2018〕12号",
    "start": 7,
    "end": 11,
    "quote": "县应急局",
    "rule": "bracket",
    "confidence": 1.0,
}


def tables(order: int = 0) -> Tables:
    """A small graph; `order` shuffles in which order it is put together."""
    nodes = [
        Node(
            "Agency",
            "临溪县/应急管理局",
            {"name": "临溪县应急管理局", "names": ["县应急局", "县应急管理局"], "vague": False},
        ),
        Node("Duty", "7f", {"name": "制定预案", "text": "制定预案。", "confidence": 0.5, "start": 7, "end": 12}),
        Node("Provision", "7f", {"name": "二/（一） 预案", "label": "（一）"}),
    ]
    relationships = [
        Relationship(
            "OWNS", id_, "Agency", "临溪县/应急管理局", "Duty", "7f", {**PROOF, "role": role, "as_written": "县应急局"}
        )
        for id_, role in (("r1", "lead"), ("r2", "support"))
    ] + [Relationship("STATED_IN", "r1", "Duty", "7f", "Provision", "7f", dict(PROOF))]
    shuffled = random.Random(order)  # noqa: S311
    shuffled.shuffle(nodes)
    shuffled.shuffle(relationships)
    made = Tables()
    for node in nodes:
        made.add_node(node)
    for relationship in relationships:
        made.add_relationship(relationship)
    return made


def written(name: Name, made: Tables) -> bytes:
    file = io.BytesIO()
    file_format(name).write(made, file)
    return file.getvalue()


def read_graphml(made: Tables) -> nx.MultiDiGraph:
    return nx.read_graphml(io.BytesIO(written(Name.graphml, made)), force_multigraph=True)


@pytest.mark.parametrize("name", sorted(FILES))
def test_the_same_graph_gives_the_same_bytes_in_whatever_order_it_was_made(name: Name) -> None:
    assert len({written(name, tables(order)) for order in range(5)}) == 1


@pytest.mark.parametrize("name", sorted(FILES))
def test_an_empty_graph_is_written_too(name: Name) -> None:
    assert written(name, Tables()) or name is Name.jsonl


def test_json_holds_the_schema_and_all_of_the_graph() -> None:
    read = json.loads(written(Name.json, tables()))
    assert list(read) == ["schema", "nodes", "relationships"]
    assert set(read["schema"]["nodes"]) == set(schema().nodes)
    assert [(node["label"], node["id"]) for node in read["nodes"]] == sorted(tables().nodes)
    assert [(row["type"], row["id"]) for row in read["relationships"]] == sorted(tables().relationships)
    for node in read["nodes"]:
        assert node["properties"] == tables().nodes[node["label"], node["id"]].properties
    owns = read["relationships"][0]
    assert owns["from"] == {"label": "Agency", "id": "临溪县/应急管理局"}
    assert owns["to"] == {"label": "Duty", "id": "7f"}
    assert owns["properties"]["quote"] == "县应急局"


def test_node_link_is_read_by_networkx() -> None:
    read = nx.node_link_graph(json.loads(written(Name.node_link, tables())), edges="links")
    assert read.is_multigraph()
    assert read.is_directed()
    assert sorted(read) == sorted(f"{label}:{id_}" for label, id_ in tables().nodes)
    assert sorted(key for *_, key in read.edges(keys=True)) == sorted(id_ for _, id_ in tables().relationships)
    owns = read.get_edge_data("Agency:临溪县/应急管理局", "Duty:7f")
    assert {(one["type"], one["quote"]) for one in owns.values()} == {("OWNS", "县应急局")}


def test_json_keeps_chinese_readable_and_a_row_a_line() -> None:
    lines = written(Name.json, tables()).decode().splitlines()
    assert sum('"临溪县应急管理局"' in line for line in lines) == 1


def test_graphml_comes_back_with_names_types_and_parallel_relationships() -> None:
    read = read_graphml(tables())
    agency = read.nodes["Agency:临溪县/应急管理局"]
    assert agency["name"] == agency["label"] == "临溪县应急管理局"
    assert (agency["kind"], agency["caption"]) == ("Agency", "机关单位")
    assert agency["vague"] is False
    duty = read.nodes["Duty:7f"]
    assert (duty["confidence"], duty["start"]) == (0.5, 7)
    between = read["Agency:临溪县/应急管理局"]["Duty:7f"]
    assert {key: data["role"] for key, data in between.items()} == {"OWNS:r1": "lead", "OWNS:r2": "support"}
    assert {data["label"] for data in between.values()} == {schema().relationships["OWNS"].caption}


def test_graphml_keeps_nodes_of_two_labels_with_one_id_apart() -> None:
    assert {"Duty:7f", "Provision:7f"} <= set(read_graphml(tables()))
    assert read_graphml(tables()).nodes["Provision:7f"]["label"] == "（一）"


@pytest.mark.parametrize(
    ("value", "expected", "why"),
    [
        (["县应急局", "县安监局"], f"县应急局{SEPARATOR}县安监局", "GraphML has no lists"),
        (["甲|乙", "丙"], f"甲｜乙{SEPARATOR}丙", "an item that holds the separator stays one item"),
        (
            "甲\x0b乙\x00丙\x1b",
            "甲乙丙",
            "XML forbids control characters; networkx writes them, and no one can read it",
        ),
        ("甲\ud800乙\ufffe", "甲乙", "nor an unpaired surrogate or a noncharacter"),
        ("第一行\r\n第二行\t末", "第一行\n第二行\t末", "a reader of XML drops the carriage return anyway"),
        ("<县>&\"局'", "<县>&\"局'", "markup is text"),
        ("𠮷田\u3000〔2018〕", "𠮷田\u3000〔2018〕", "characters beyond the BMP, the wide space and brackets stay"),
    ],
)
def test_graphml_values(value: Value, expected: str, why: str) -> None:
    made = Tables()
    made.add_node(Node("Agency", "a", {"name": value}))
    assert read_graphml(made).nodes["Agency:a"]["name"] == expected, why


def test_the_attributes_that_graphml_adds_are_no_properties_of_the_schema() -> None:
    used = {name for known in (*schema().nodes.values(), *schema().relationships.values()) for name in known.properties}
    assert not {"kind", "caption"} & used
    assert "label" not in {name for known in schema().relationships.values() for name in known.properties}


def test_a_property_has_one_type_wherever_it_occurs() -> None:
    """GraphML declares an attribute once: a second type under one name would be a second column in Gephi."""
    types: dict[str, set[str]] = {}
    for known in (*schema().nodes.values(), *schema().relationships.values()):
        for name, property_ in known.properties.items():
            types.setdefault(name, set()).add(property_.type)
    assert {name: found for name, found in types.items() if len(found) > 1} == {}
