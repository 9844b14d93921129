"""The exports for the web of data: Turtle by rdflib, SPARQL and SHACL; annotations by both of their selectors."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from importlib.resources import files

import pytest
from pyshacl import validate
from rdflib import DCTERMS, PROV, RDF, SKOS, Graph, Literal, URIRef

from graph.exports import Name, file_format, quoting_format
from graph.exports.iri import iri
from graph.schema import Property, schema
from graph.tables import Node, Properties, Relationship, Tables, Value

SAMPLES: Mapping[str, Value] = {
    "string": "甲",
    "date": "2018-06-30",
    "integer": 3,
    "float": 0.5,
    "boolean": True,
    "strings": ["甲", "乙"],
}


def everything() -> Tables:
    """A node of every label and a relationship of every type between every pair of labels, with every property."""
    made = Tables()
    for label, node_type in schema().nodes.items():
        made.add_node(Node(label, f"{label}/一", {**_all(node_type.properties), **_ids(label)}))
    for type_, known in schema().relationships.items():
        for start in known.from_:
            for end in known.to:
                proof = {**_all(known.properties), "document": "Document/一"}
                ends = (start, f"{start}/一", end, f"{end}/一")
                made.add_relationship(Relationship(type_, f"{start}.{end}", *ends, proof))
    return made


def _all(known: Mapping[str, Property]) -> Properties:
    words = {enum: next(word for word in known if word != "help") for enum, known in schema().enums.items()}
    return {name: words[one.enum] if one.enum else SAMPLES[one.type] for name, one in known.items()}


def _ids(label: str) -> Properties:
    return {"document": "Document/一"} if "document" in schema().nodes[label].properties else {}


def turtle(made: Tables) -> bytes:
    file = io.BytesIO()
    file_format(Name.turtle).write(made, file)
    return file.getvalue()


def conforms(graph: Graph) -> tuple[bool, str]:
    shapes = Graph().parse(data=files("graph.exports").joinpath("shapes.ttl").read_text(encoding="utf-8"))
    ok, _, said = validate(graph, shacl_graph=shapes)
    return bool(ok), str(said)


def test_all_of_the_schema_meets_the_shapes() -> None:
    ok, said = conforms(Graph().parse(data=turtle(everything())))
    assert ok, said


@pytest.mark.parametrize(
    ("subject", "predicate", "why"),
    [
        (iri("OWNS", "Agency.Duty"), PROV.wasQuotedFrom, "what is said without a document"),
        (iri("OWNS", "Agency.Duty"), URIRef("urn:dutygraph:schema:quote"), "what is said without its words"),
        (iri("Agency", "Agency/一"), SKOS.prefLabel, "a body without a name"),
        (iri("Duty", "Duty/一"), DCTERMS.description, "a duty without a task"),
        (iri("Duty", "Duty/一"), PROV.wasDerivedFrom, "a duty that stands nowhere"),
    ],
)
def test_the_shapes_refuse(subject: str, predicate: URIRef, why: str) -> None:
    graph = Graph().parse(data=turtle(everything()))
    graph.remove((URIRef(subject), predicate, None))
    assert not conforms(graph)[0], why


def test_sparql_finds_who_leads_and_where_it_is_written() -> None:
    graph = Graph().parse(data=turtle(everything()))
    asked = """
    PREFIX dg: <urn:dutygraph:schema:> PREFIX org: <http://www.w3.org/ns/org#>
    PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
    SELECT ?body ?quote ?document WHERE {
      ?duty dg:lead ?body . ?body a org:Organization .
      ?said rdf:subject ?duty ; rdf:object ?body ; dg:quote ?quote ; prov:wasQuotedFrom ?document }
    """
    rows = [tuple(map(str, row)) for row in graph.query(asked)]
    assert rows == [(iri("Agency", "Agency/一"), "甲", iri("Document", "Document/一"))]


def test_a_change_of_a_body_is_an_event_of_org() -> None:
    graph = Graph().parse(data=turtle(everything()))
    asked = "PREFIX org: <http://www.w3.org/ns/org#> SELECT ?event WHERE { ?event a org:ChangeEvent }"
    found = {str(row[0]).split(":")[2] for row in graph.query(asked)}
    assert {"ABOLISHES", "CREATES", "RENAMED_TO", "MERGED_INTO"} <= found
    assert "SUBORDINATE_TO" not in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('引"号\\与"""三个"""', '引"号\\与"""三个"""'),
        ("第一行\n第二行\t末", "第一行\n第二行\t末"),
        ("末尾\\", "末尾\\"),
        ("<a> ]]> @zh ^^xsd:date .", "<a> ]]> @zh ^^xsd:date ."),
        ("甲\x00乙\x0b\ud800", "甲乙"),
        ("=1+1", "=1+1"),
        ("𠮷　〔2018〕", "𠮷　〔2018〕"),
        ("", ""),
    ],
)
def test_turtle_keeps_a_text_and_names_stay_apart(text: str, expected: str) -> None:
    made = Tables()
    made.add_node(Node("Agency", f"a {text}", {"name": text, "names": [text, "乙"]}))
    made.add_node(Node("Agency", "a", {"name": "丙"}))
    graph = Graph().parse(data=turtle(made))
    subject = URIRef(iri("Agency", f"a {text}"))
    assert graph.value(subject, SKOS.prefLabel) == Literal(expected, lang="zh")
    assert set(graph.objects(subject, SKOS.altLabel)) == {Literal(expected, lang="zh"), Literal("乙", lang="zh")}
    assert len(set(graph.subjects(RDF.type, URIRef("urn:dutygraph:schema:Agency")))) == 2


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        ("370306/财政局", "urn:dutygraph:Agency:370306%2F财政局"),
        ('a b<>"{}|\\^`%', "urn:dutygraph:Agency:a%20b%3C%3E%22%7B%7D%7C%5C%5E%60%25"),
        ("周政发〔2017〕62号", "urn:dutygraph:Agency:周政发〔2017〕62号"),
        ("a\n\u3000\u2028", "urn:dutygraph:Agency:a%0A%E3%80%80%E2%80%A8"),
    ],
)
def test_an_iri_is_made_from_the_id_alone(id_: str, expected: str) -> None:
    assert iri("Agency", id_) == expected


@pytest.mark.parametrize("made", [everything(), Tables()])
def test_the_same_graph_gives_the_same_turtle(made: Tables) -> None:
    assert turtle(made) == turtle(made)


# -- annotations

TEXT = "标题\n　　县财政局\r\n负责“引”\x0b资金𠮷管理。县财政局"


def annotations(texts: Mapping[str, str]) -> dict[str, object]:
    made = Tables()
    made.add_node(Node("Document", "d", {"name": "甲", "source": "a b/文件.txt"}))
    made.add_node(Node("Agency", "a", {"name": "县财政局"}))
    proof: dict[str, Value] = {"document": "d", "quote": "县财政局负责", "rule": "r", "confidence": 1.0}
    made.add_node(Node("Duty", "t", {"text": "资金管理", **proof, "start": 5, "end": 20}))
    given = {**proof, "role": "lead", "start": 5, "end": 9}
    made.add_relationship(Relationship("OWNS", "o", "Agency", "a", "Duty", "t", given))
    file = io.BytesIO()
    quoting_format(Name.annotations).write(made, texts, file)
    read: dict[str, object] = json.loads(file.getvalue())
    return read


def test_annotations_are_found_by_offset_and_by_words() -> None:
    page = annotations({"d": TEXT})
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    items = page["items"]
    assert isinstance(items, list)
    assert [item["motivation"] for item in items] == ["describing", "linking"]
    for item in items:
        position, words = item["target"]["selector"]
        assert TEXT[position["start"] : position["end"]] == words["exact"]
        assert TEXT.count(words["prefix"] + words["exact"] + words["suffix"]) == 1
        assert item["target"]["source"] == "a%20b/%E6%96%87%E4%BB%B6.txt"
    assert items[0]["body"][0]["value"] == "资金管理"
    linked = [body["source"] for body in items[1]["body"] if body.get("purpose") == "linking"]
    assert linked == ["urn:dutygraph:Agency:a", "urn:dutygraph:Duty:t"]


def test_a_document_whose_text_is_not_there_has_none() -> None:
    assert annotations({})["items"] == []
