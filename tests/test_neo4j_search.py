"""Search on Neo4j: the same is found, in the same order, as in the embedded store."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from corpora import EXAMPLES, GAZETTE, tables_of_sources
from neo4j_server import Server
from test_search import ROWS, county

from graph.search import search
from graph.stores.arcade import ArcadeStore
from graph.stores.neo4j import Neo4jStore


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArcadeStore]:
    with ArcadeStore(tmp_path_factory.mktemp("search") / "graph") as store:
        store.write(county())
        yield store


@pytest.fixture(scope="module")
def server(neo4j_server: Server) -> Iterator[Neo4jStore]:
    neo4j_server.clear()
    with Neo4jStore(neo4j_server.uri, neo4j_server.login) as store:
        store.write(county())
        yield store


@pytest.mark.parametrize(("words", "ids", "why"), ROWS, ids=[row[-1] for row in ROWS])
def test_neo4j_finds_the_same(embedded: ArcadeStore, server: Neo4jStore, words: str, ids: list[str], why: str) -> None:
    assert search(server, words) == search(embedded, words)


@pytest.mark.parametrize("corpus", [EXAMPLES, GAZETTE], ids=lambda path: path.name)
def test_both_agree_on_a_corpus(corpus: object, neo4j_server: Server, tmp_path_factory: pytest.TempPathFactory) -> None:
    if corpus == GAZETTE and not GAZETTE.exists():
        pytest.skip("../shared/gazette is not there")
    tables = tables_of_sources(EXAMPLES if corpus == EXAMPLES else GAZETTE)
    neo4j_server.clear()
    folder = tmp_path_factory.mktemp("search") / "graph"
    with ArcadeStore(folder) as embedded, Neo4jStore(neo4j_server.uri, neo4j_server.login) as server:
        for store in (embedded, server):
            store.write(tables)
        found = 0
        for words in (
            "安全生产",
            "应急 管理",
            "财政局",
            "2018年底",
            "改造",
            "会",
            "A",
            "（一）",
            "局长",
            "隐患排查",
            "发〔2018〕",
        ):
            hits = search(embedded, words, 50)
            assert search(server, words, 50) == hits, words
            found += len(hits)
        assert found > 50, "the words are in the corpus"
