"""Every question of cypher/ on both stores: the same rows from Neo4j as from the embedded store."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from corpora import ASKED, EXAMPLES, EXPECTED, GAZETTE, answer, asked_of, tables_of_sources, told
from neo4j_server import Server

from graph.stores.arcade import ArcadeStore
from graph.stores.neo4j import Neo4jStore
from graph.stores.read import tables_of


@dataclass(frozen=True)
class Both:
    """The two stores with the same graph."""

    corpus: Path
    embedded: ArcadeStore
    neo4j: Neo4jStore


@pytest.fixture(scope="module", params=[EXAMPLES, GAZETTE], ids=lambda path: path.name)
def both(
    request: pytest.FixtureRequest, neo4j_server: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Both]:
    corpus: Path = request.param
    if not corpus.exists():
        pytest.skip(f"{corpus} is not there")
    neo4j_server.clear()
    folder = tmp_path_factory.mktemp("both") / "graph"
    with ArcadeStore(folder) as embedded, Neo4jStore(neo4j_server.uri, neo4j_server.login) as neo4j:
        for store in (embedded, neo4j):
            store.write(tables_of_sources(corpus))
        yield Both(corpus, embedded, neo4j)


def test_both_hold_the_same_graph(both: Both) -> None:
    tables = tables_of(both.neo4j)
    assert tables == tables_of(both.embedded)
    assert tables.nodes == tables_of_sources(both.corpus).nodes


def test_every_question_has_the_same_rows_on_both(both: Both) -> None:
    for name, parameters in asked_of(both.embedded):
        assert answer(both.neo4j, name, parameters) == answer(both.embedded, name, parameters), (name, parameters)


def test_neo4j_gives_the_expected_rows(both: Both) -> None:
    if both.corpus != EXAMPLES:
        pytest.skip("what is expected is about the examples")
    for name in ASKED:
        for block in json.loads((EXPECTED / f"{name}.json").read_text(encoding="utf-8")):
            assert told(answer(both.neo4j, name, block["parameters"])) == block["rows"], name
