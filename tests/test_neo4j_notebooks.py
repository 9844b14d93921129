"""The notebooks on a Neo4j server: they say what they say on the embedded store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from corpora import EXAMPLES, tables_of_sources
from neo4j_server import Server

from graph.stores.neo4j import Neo4jStore
from notebooks.execute import NOTEBOOKS, executed, told

QUESTIONS = NOTEBOOKS[1]


@pytest.fixture(scope="module")
def loaded(neo4j_server: Server) -> Iterator[dict[str, str]]:
    """The environment of one who may ask a server that holds the examples."""
    with Neo4jStore(neo4j_server.uri, neo4j_server.login) as server:
        server.write(tables_of_sources(EXAMPLES))
    yield {"NEO4J_USERNAME": neo4j_server.login.username, "NEO4J_PASSWORD": neo4j_server.login.password}


def test_a_question_is_answered_alike_by_both_stores(neo4j_server: Server, loaded: dict[str, str]) -> None:
    *_, (_, [said]) = told(executed(QUESTIONS, {"NEO4J_URI": neo4j_server.uri, **loaded}))
    assert "完全一样" in said


@pytest.mark.parametrize("path", NOTEBOOKS[1:], ids=lambda path: path.stem)
def test_a_server_is_a_store_like_another(path: Path, neo4j_server: Server, loaded: dict[str, str]) -> None:
    on_server = told(executed(path, {"DUTYGRAPH_STORE": neo4j_server.uri, **loaded}))
    committed = told(nbformat.read(path, as_version=4))
    for (source, said), (_, kept) in zip(on_server, committed, strict=True):
        assert said == kept, source
