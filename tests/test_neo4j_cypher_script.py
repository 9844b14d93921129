"""The script for cypher-shell, run on a real server: twice with one result, and no text ends a string."""

from __future__ import annotations

import io

import pytest
from neo4j_server import Server

from graph.exports import Name, file_format
from graph.stores.neo4j import Neo4jStore
from graph.stores.read import tables_of
from graph.tables import Node, Relationship, Tables, Value

TEXTS = [
    "引号'与\"与`",
    "反斜杠\\ 与 \\' 与 \\n 与 \\u0041 与 \\\\u0041",
    "末尾\\",
    "分号;\n;换行\r\n制表\t",
    "// 注释 /* */",
    "控制\x01\x0b\x1b\x7f\x85\u2028",
    "𠮷〔2018〕",
    "'}) DETACH DELETE n; //",
    "$param {a: 1} :param x",
    "",
]
PROOF: dict[str, Value] = {"document": "d", "start": 1, "end": 2, "rule": "r", "confidence": 0.5}


def tables() -> Tables:
    made = Tables()
    made.add_node(Node("Document", "d", {"name": "甲", "year": -1, "in_corpus": True}))
    for number, text in enumerate(TEXTS):
        id_ = f"{number}{text}"
        made.add_node(Node("Agency", id_, {"name": text, "names": [text, "乙"], "vague": False}))
        proof = {**PROOF, "quote": text}
        made.add_relationship(Relationship("ISSUED_BY", f"r{id_}", "Document", "d", "Agency", id_, proof))
    for number in range(450):
        made.add_node(Node("Duty", str(number), {"name": "任务", "confidence": 1.0}))
    return made


def statements(made: Tables) -> list[str]:
    file = io.BytesIO()
    file_format(Name.cypher).write(made, file)
    return [part for part in file.getvalue().decode().split(";\n") if part.strip()]


def test_the_script_runs_twice_with_one_result(neo4j_server: Server) -> None:
    neo4j_server.clear(schema=True)
    try:
        with neo4j_server.driver() as driver, driver.session() as session:
            for _ in range(2):
                for statement in statements(tables()):
                    session.run(statement).consume()
        with Neo4jStore(neo4j_server.uri, neo4j_server.login) as store:
            assert tables_of(store) == tables()
            assert store.write(tables()).nothing, "a load knows what the script made"
    finally:
        neo4j_server.clear(schema=True)


def test_the_same_graph_gives_the_same_script_with_a_line_a_row() -> None:
    assert statements(tables()) == statements(tables())
    unwound = [statement for statement in statements(tables()) if statement.startswith("UNWIND")]
    assert sum(statement.count("\n{") for statement in unwound) == 1 + len(TEXTS) * 2 + 450


def test_an_empty_graph_is_the_constraints_alone() -> None:
    assert not [statement for statement in statements(Tables()) if "UNWIND" in statement]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_stays_in_its_line(text: str) -> None:
    made = Tables()
    made.add_node(Node("Agency", "a", {"name": text}))
    rows = [line for line in statements(made)[-1].split("\n") if line.startswith("{")]
    assert len(rows) == 1
