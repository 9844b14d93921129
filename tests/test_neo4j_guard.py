"""The guard and what is behind it, on a real server: whatever is asked, nothing is written or read but the graph."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from graphs import county
from neo4j_server import Server
from test_guard import ENDLESS, HARMLESS, HOSTILE
from test_neo4j import EVERYTHING, ask

from graph.guard import GuardError, check_reading
from graph.stores import StoreError
from graph.stores.neo4j import Neo4jStore


@pytest.fixture(scope="module")
def store(neo4j_server: Server) -> Iterator[Neo4jStore]:
    neo4j_server.clear()
    with Neo4jStore(neo4j_server.uri, neo4j_server.login) as opened:
        opened.write(county())
        yield opened


def state(server: Server) -> list[object]:
    """All that a hostile statement might change."""
    return [
        ask(server, EVERYTHING),
        *(sorted(ask(server, f"SHOW {what} YIELD name"), key=str) for what in ("CONSTRAINTS", "INDEXES", "DATABASES")),
        ask(server, "SHOW USERS YIELD user"),
        ask(server, "CALL db.labels()"),
        ask(server, "CALL db.propertyKeys()"),
    ]


def test_the_server_holds_without_the_guard(store: Neo4jStore, neo4j_server: Server) -> None:
    """Each hostile text is given to the store itself: the layers behind the guard suffice alone."""
    before = state(neo4j_server)
    for statement, why in HOSTILE:
        try:
            rows = store.query(statement, {"name": "x"}, timeout=5, limit=5).rows
        except StoreError:
            continue
        assert "root:" not in str(rows), why
    assert state(neo4j_server) == before


class _Canary(BaseHTTPRequestHandler):
    """Counts who asks."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"1,2\n")

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@pytest.mark.parametrize(
    "statement",
    [
        "LOAD CSV FROM '{url}' AS l RETURN l",
        "WITH '{url}' AS f LOAD CSV WITH HEADERS FROM f AS l RETURN l",
        "MATCH (n) CALL (n) {{ LOAD CSV FROM '{url}' AS l RETURN l }} RETURN l",
        "CALL apoc.load.json('{url}') YIELD value RETURN value",
        "RETURN COUNT {{ LOAD CSV FROM '{url}' AS l RETURN l }}",
    ],
)
def test_nothing_is_fetched(store: Neo4jStore, statement: str) -> None:
    asked: list[str] = []
    server = HTTPServer(("127.0.0.1", 0), type("Canary", (_Canary,), {"asked": asked}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    text = statement.format(url=f"http://127.0.0.1:{server.server_port}/x.csv")
    with pytest.raises(GuardError):
        check_reading(text)
    with pytest.raises(StoreError):
        store.query(text, timeout=5)
    server.shutdown()
    server.server_close()
    assert asked == []


def test_the_harmless_are_answered(store: Neo4jStore) -> None:
    for statement, why in HARMLESS:
        check_reading(statement)
        try:
            store.query(statement, {"name": "x"} if "$name" in statement else {}, limit=10)
        except StoreError as error:
            pytest.fail(f"{why}: {error}")


SEARCHES = [
    ("CALL db.labels() YIELD label RETURN label", "labels"),
    ("CALL db.index.fulltext.queryNodes('dutygraph_words', '监管') YIELD node RETURN node.name", "words"),
    ("MATCH (n:Agency) CALL db.relationshipTypes() YIELD relationshipType AS t RETURN n.name, t", "within"),
]


@pytest.mark.parametrize(("statement", "why"), SEARCHES)
def test_reading_procedures_are_let_through(store: Neo4jStore, statement: str, why: str) -> None:
    check_reading(statement)
    assert store.query(statement).rows, why


@pytest.mark.parametrize(("statement", "why"), ENDLESS, ids=[why for _, why in ENDLESS])
def test_the_endless_are_ended(store: Neo4jStore, monkeypatch: pytest.MonkeyPatch, statement: str, why: str) -> None:
    check_reading(statement)
    monkeypatch.setattr("graph.stores.neo4j._GRACE_SECONDS", 2.0)
    began = time.monotonic()
    try:
        store.query(statement, timeout=3)
    except StoreError as error:
        assert "out of time" in str(error) or "too much memory" in str(error)
    assert time.monotonic() - began < 15
    assert store.query("RETURN 1 AS x").rows == ((1,),)
