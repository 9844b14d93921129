"""Neo4jStore on a real server: what a load does and does not do, what it survives, what it says when it cannot."""

from __future__ import annotations

import selectors
import socket
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace

import neo4j
import pytest
from neo4j_server import Server

from graph.search import search
from graph.stores import Rows, StoreError, Written, neo4j_load
from graph.stores import neo4j as module
from graph.stores.neo4j import Login, Neo4jStore
from graph.stores.neo4j_mark import MARK
from graph.stores.neo4j_schema import rules
from graph.stores.read import tables_of
from graph.tables import Node, Relationship, Tables

FIRST, SECOND = "临政发〔2030〕1号", "临政发〔2030〕2号"


def county(*, first: str = "加强安全生产检查", second: str | None = "修订防汛预案") -> Tables:
    """Two documents of an invented county: one body owns a duty of each. `second` None: without the second."""
    tables = Tables()
    tables.add_node(
        Node("Agency", "临溪县/应急局", {"name": "临溪县应急管理局", "names": ["县应急局"], "vague": False})
    )
    for document, task in ((FIRST, first), (SECOND, second)):
        if task is None:
            continue
        duty = f"{document}-{task}"
        tables.add_node(Node("Document", document, {"name": document, "number": document, "in_corpus": True}))
        tables.add_node(Node("Duty", duty, {"name": task, "text": task, "document": document, "confidence": 1.0}))
        proof = {
            "document": document,
            "start": 3,
            "end": 9,
            "quote": "“引”\n；;\t'\\",
            "rule": "prose",
            "confidence": 1.0,
        }
        stated = Relationship("STATED_IN", f"{duty}-s", "Duty", duty, "Document", document, {**proof})
        owns = Relationship("OWNS", f"{duty}-o", "Agency", "临溪县/应急局", "Duty", duty, {**proof, "role": "lead"})
        tables.add_relationship(stated)
        tables.add_relationship(owns)
    return tables


def many(documents: int, duties: int = 20) -> Tables:
    """A corpus that takes several transactions."""
    tables = county()
    for number in range(documents):
        document = f"临政办发〔2030〕{number}号"
        tables.add_node(Node("Document", document, {"name": document, "in_corpus": True}))
        for place in range(duties):
            duty = f"{document}-{place}"
            proof = {
                "document": document,
                "start": place,
                "end": place + 1,
                "quote": "责",
                "rule": "prose",
                "confidence": 1.0,
            }
            tables.add_node(Node("Duty", duty, {"text": "落实责任", "document": document}))
            tables.add_relationship(Relationship("STATED_IN", duty, "Duty", duty, "Document", document, {**proof}))
            tables.add_relationship(Relationship("OWNS", duty, "Agency", "临溪县/应急局", "Duty", duty, {**proof}))
    return tables


@pytest.fixture
def store(neo4j_server: Server) -> Iterator[Neo4jStore]:
    """A store on an empty database."""
    neo4j_server.clear()
    with Neo4jStore(neo4j_server.uri, neo4j_server.login) as opened:
        yield opened


def ask(server: Server, text: str, **parameters: object) -> list[list[object]]:
    """What the database says, without the code under test."""
    with server.driver() as driver:
        return [record.values() for record in driver.execute_query(text, parameters).records]


# -- loading

EVERYTHING = """
MATCH (n) OPTIONAL MATCH (n)-[r]->(m)
RETURN elementId(n), labels(n), properties(n), elementId(r), type(r), properties(r), elementId(m)
ORDER BY elementId(n), elementId(r)
"""


def test_a_load_holds_what_the_tables_hold(store: Neo4jStore) -> None:
    assert store.write(county()) == Written(nodes_created=5, relationships_created=4)
    read = tables_of(store)
    assert (read.nodes, read.relationships) == (county().nodes, county().relationships)


def test_a_second_load_sends_nothing(store: Neo4jStore, neo4j_server: Server) -> None:
    store.write(county())
    before = ask(neo4j_server, EVERYTHING)
    sent: list[object] = []
    assert store.write(county(), lambda *step: sent.append(step)).nothing
    assert sent == []
    assert ask(neo4j_server, EVERYTHING) == before


def test_the_schema_is_made_once_and_whole(store: Neo4jStore, neo4j_server: Server) -> None:
    neo4j_server.clear(schema=True)
    store.write(county())
    made = {name for kind in ("CONSTRAINTS", "INDEXES") for [name] in ask(neo4j_server, f"SHOW {kind} YIELD name")}
    assert {rule.name for rule in rules()} <= made
    assert ask(neo4j_server, "SHOW INDEXES YIELD state WHERE state <> 'ONLINE' RETURN state") == []
    found = ask(
        neo4j_server, "CALL db.index.fulltext.queryNodes('dutygraph_words', '\"安全生产\"') YIELD node RETURN node.id"
    )
    assert found == [[f"{FIRST}-加强安全生产检查"]]


CHANGES = [
    # (the tables before, the tables after, what is done, the reason the row is there)
    (county(), county(second=None), Written(nodes_deleted=2, relationships_deleted=2), "a document is removed"),
    (county(second=None), county(), Written(nodes_created=2, relationships_created=2), "a document is added"),
    (
        county(),
        county(first="开展隐患排查"),
        Written(nodes_created=1, nodes_deleted=1, relationships_created=2, relationships_deleted=2),
        "a document says another thing: its facts are replaced, the other document's stay",
    ),
    (county(), Tables(), Written(nodes_deleted=5, relationships_deleted=4), "nothing is left"),
]


@pytest.mark.parametrize(("before", "after", "done", "why"), CHANGES, ids=[row[-1] for row in CHANGES])
def test_changes(store: Neo4jStore, before: Tables, after: Tables, done: Written, why: str) -> None:
    store.write(before)
    assert store.write(after) == done, why
    read = tables_of(store)
    assert (read.nodes, read.relationships) == (after.nodes, after.relationships)
    assert store.write(after).nothing


def changed(tables: Tables, label: str, drop: str, **properties: str) -> Tables:
    """The tables, with other properties on every row of a label or type."""
    after = Tables()
    for node in tables.nodes.values():
        kept = {name: value for name, value in node.properties.items() if name != drop}
        after.add_node(replace(node, properties={**kept, **properties}) if node.label == label else node)
    for relationship in tables.relationships.values():
        kept = {name: value for name, value in relationship.properties.items() if name != drop}
        of_type = relationship.type == label
        after.add_relationship(replace(relationship, properties={**kept, **properties}) if of_type else relationship)
    return after


@pytest.mark.parametrize(
    ("label", "drop", "properties", "done"),
    [
        ("Agency", "names", {"name": "临溪县应急局"}, Written(nodes_changed=1)),
        ("OWNS", "role", {"as_written": "县应急局"}, Written(relationships_changed=2)),
        ("Document", "number", {"title": "意见"}, Written(nodes_changed=2)),
    ],
)
def test_a_changed_row_keeps_what_others_added(
    store: Neo4jStore, neo4j_server: Server, label: str, drop: str, properties: dict[str, str], done: Written
) -> None:
    store.write(county())
    ask(
        neo4j_server,
        f"MATCH (x:{label}) SET x.remark = '已核' RETURN 1"
        if label != "OWNS"
        else "MATCH ()-[x:OWNS]->() SET x.remark = '已核' RETURN 1",
    )
    after = changed(county(), label, drop, **properties)
    assert store.write(after) == done
    assert tables_of(store).nodes == after.nodes
    assert tables_of(store).relationships == after.relationships
    pattern = "()-[x:OWNS]->()" if label == "OWNS" else f"(x:{label})"
    assert {row[0] for row in ask(neo4j_server, f"MATCH {pattern} RETURN x.remark")} == {"已核"}


ALIEN = """
CREATE (p:Person {name: '某人'})-[:KNOWS {since: 2030}]->(:Person {name: '某人'})
CREATE (:Agency {id: 'x', name: '别人的局'}), (:Agency {name: '没有编号'}), (:Duty {id: 'y'})-[:OWNS]->(p)
"""


def test_what_is_not_ours_is_not_read(store: Neo4jStore, neo4j_server: Server) -> None:
    store.write(county())
    ask(neo4j_server, ALIEN)
    ask(
        neo4j_server,
        "MATCH (d:Duty {document: $id}), (a:Agency {id: '临溪县/应急局'}) CREATE (d)<-[:OWNS]-(a)",
        id=FIRST,
    )
    ask(neo4j_server, "MATCH (d:Duty {document: $id}) SET d:Aaa, d:Zzz", id=FIRST)  # labels of theirs on nodes of ours
    read = tables_of(store)
    assert (read.nodes, read.relationships) == (county().nodes, county().relationships)
    assert [hit.name for hit in search(store, "局")] == ["临溪县应急管理局"]


COPIES = [
    ("MATCH (n:Duty) WITH n LIMIT 1 CREATE (m:Duty) SET m = n{.*, id: 'x'}", "with another id"),
    ("MATCH (n:Duty) WITH n LIMIT 1 CREATE (m:Licence) SET m = n{.*}", "under another label of ours"),
    ("MATCH (n:Duty) WITH n LIMIT 1 CREATE (m:Duty) SET m = n{.*, id: null}", "without an id"),
    ("MATCH (n:Duty) WITH n LIMIT 1 CREATE (m:Backup) SET m = n{.*}", "under a label of theirs"),
    ("CREATE (m:Duty {id: 'x', _dutygraph: 'zz'})", "a mark that is none"),
    ("CREATE (m:Duty {id: 'x', _dutygraph: 5})", "a mark that is a number"),
    (
        "MATCH ()-[r:OWNS]->() WITH r LIMIT 1 CREATE (:Person)-[c:OWNS]->(:Duty) SET c = r{.*, id: 'x'}",
        "a relationship",
    ),
]


@pytest.mark.parametrize(("copy", "why"), COPIES, ids=[why for _, why in COPIES])
def test_a_copy_of_ours_is_left_alone(store: Neo4jStore, neo4j_server: Server, copy: str, why: str) -> None:
    store.write(county())
    ask(neo4j_server, copy)
    before = ask(neo4j_server, EVERYTHING)
    assert store.write(county()).nothing
    assert ask(neo4j_server, EVERYTHING) == before


@pytest.mark.parametrize("what", ["n:Agency", "n.id", f"n.{MARK}"])
def test_a_node_that_lost_what_it_is_known_by_stops_the_load(
    store: Neo4jStore, neo4j_server: Server, what: str
) -> None:
    store.write(county())
    ask(neo4j_server, f"MATCH (n:Agency) REMOVE {what}")
    before = ask(neo4j_server, EVERYTHING)
    with pytest.raises(StoreError, match=r"have lost their label, id or mark.*docs/neo4j\.md"):
        store.write(county(first="开展隐患排查"))
    assert ask(neo4j_server, EVERYTHING) == before
    ask(neo4j_server, f"MATCH (n) WHERE n.{MARK} IS NOT NULL OR n:Agency DETACH DELETE n")  # as docs/neo4j.md says
    assert store.write(county()).nodes_created == len(county().nodes)


def test_what_is_not_ours_is_left_alone(store: Neo4jStore, neo4j_server: Server) -> None:
    ask(neo4j_server, ALIEN)
    alien = EVERYTHING.replace("OPTIONAL", f"WHERE n.{MARK} IS NULL OPTIONAL")
    before = ask(neo4j_server, alien)
    for tables in (county(), county(second=None), many(3), Tables()):
        store.write(tables)
        assert ask(neo4j_server, alien) == before


def test_a_node_of_others_with_our_id_is_an_error_and_stays(store: Neo4jStore, neo4j_server: Server) -> None:
    ask(neo4j_server, "CREATE (:Agency {id: '临溪县/应急局', name: '别人的'})")
    with pytest.raises(StoreError, match=r"already exists.*run it again if another load.*NEO4J_DATABASE"):
        store.write(county())
    assert ask(neo4j_server, "MATCH (n) RETURN n.name") == [["别人的"]]


def test_two_nodes_of_others_with_one_id_stop_the_load(store: Neo4jStore, neo4j_server: Server) -> None:
    neo4j_server.clear(schema=True)
    ask(neo4j_server, "CREATE (:Agency {id: 'x'}), (:Agency {id: 'x'})")
    with pytest.raises(StoreError, match=r"have the label `Agency` and property `id` = 'x'.*NEO4J_DATABASE"):
        store.write(county())


def test_a_duty_that_somebody_linked_to_is_not_torn_out(store: Neo4jStore, neo4j_server: Server) -> None:
    store.write(county())
    ask(neo4j_server, "MATCH (d:Duty {document: $id}) CREATE (:Remark {text: '核'})-[:ON]->(d)", id=SECOND)
    with pytest.raises(StoreError, match="still has relationships"):
        store.write(county(second=None))
    assert tables_of(store).nodes == county().nodes


def test_a_document_changes_in_one_transaction(
    store: Neo4jStore, neo4j_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neo4j_load, "BATCH", 1)
    store.write(county())
    seen: list[tuple[str, ...]] = []
    duties = "MATCH (:Agency)-[:OWNS]->(d:Duty)-[:STATED_IN]->(:Document) RETURN d.text ORDER BY d.text"

    def look(*step: object) -> None:
        seen.append(tuple(str(row[0]) for row in ask(neo4j_server, duties)))

    store.write(county(first="开展隐患排查", second="演练"), look)
    assert seen == [("修订防汛预案", "开展隐患排查"), ("开展隐患排查", "演练")]


def test_a_failed_write_of_one_transaction_leaves_the_store_as_it_was(store: Neo4jStore, neo4j_server: Server) -> None:
    store.write(county(second=None))
    broken = county(first="开展隐患排查")
    ask(neo4j_server, "CREATE (:Document {id: $id})", id=SECOND)
    with pytest.raises(StoreError):
        store.write(broken)
    ask(neo4j_server, "MATCH (d:Document {id: $id}) DELETE d", id=SECOND)
    assert tables_of(store).nodes == county(second=None).nodes


def test_tables_that_break_the_schema_are_refused(store: Neo4jStore) -> None:
    tables = county()
    tables.add_node(Node("Agency`) DETACH DELETE (n", "x", {}))
    with pytest.raises(StoreError, match="break the schema"):
        store.write(tables)


# -- lost connections


COMMIT = b"\x00\x02\xb0\x12\x00\x00"
"""The message of the Bolt protocol: its length, a structure without fields, its tag, the end."""


class Wire:
    """A port that passes everything on to the server, until it is cut."""

    def __init__(self, server: Server) -> None:
        host, _, port = server.uri.removeprefix("bolt://").rpartition(":")
        self._to = host, int(port)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._losing = self.frozen = False
        self.uri = f"bolt://127.0.0.1:{self._listening.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """Drop every connection; new ones can be made."""
        for end in self._open:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def lose_next_answer_to_a_commit(self) -> None:
        """Pass the next commit on, wait until the server has done it, and drop the connection without its answer."""
        self._losing = True

    def freeze(self) -> None:
        """Pass nothing on any more, and say nothing to either side."""
        self.frozen = True

    def close(self) -> None:
        """Drop every connection and let none be made."""
        self._listening.close()
        self.cut()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listening.accept()
                far = socket.create_connection(self._to)
                self._open += [near, far]
                threading.Thread(target=self._pass_on, args=(near, far), daemon=True).start()

    def _pass_on(self, near: socket.socket, far: socket.socket) -> None:
        with suppress(OSError), selectors.DefaultSelector() as ready, near, far:
            ready.register(near, selectors.EVENT_READ, far)
            ready.register(far, selectors.EVENT_READ, near)
            while True:
                for key, _ in ready.select():
                    source = near if key.fd == near.fileno() else far
                    data = source.recv(65536)
                    if not data:
                        return
                    if self.frozen:
                        continue
                    (far if source is near else near).sendall(data)
                    if self._losing and source is near and COMMIT in data:
                        self._losing = False
                        far.recv(65536)
                        return


def test_a_load_goes_on_after_a_lost_connection(
    store: Neo4jStore, neo4j_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neo4j_load, "BATCH", 100)
    tables = many(20)
    wire = Wire(neo4j_server)
    steps: list[int] = []

    def cut(what: str, done: int, of: int) -> None:
        steps.append(done)
        if len(steps) in (2, 5):
            wire.cut()

    with Neo4jStore(wire.uri, neo4j_server.login) as over_wire:
        written = over_wire.write(tables, cut)
    wire.close()
    assert (written.nodes_created, written.relationships_created) == (len(tables.nodes), len(tables.relationships))
    assert tables_of(store).relationships == tables.relationships
    assert store.write(tables).nothing


def test_a_load_that_broke_off_is_resumed(
    store: Neo4jStore, neo4j_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neo4j_load, "BATCH", 100)
    monkeypatch.setattr(module, "_RETRY_SECONDS", 1.0)
    tables = many(20)
    wire = Wire(neo4j_server)

    def cut(what: str, done: int, of: int) -> None:
        if done > of // 2:
            wire.close()

    with Neo4jStore(wire.uri, neo4j_server.login) as over_wire, pytest.raises(StoreError, match="no Neo4j answers"):
        over_wire.write(tables, cut)
    rest = store.write(tables)
    assert 0 < rest.relationships_created < len(tables.relationships) * 2 // 3
    assert tables_of(store).relationships == tables.relationships


@pytest.mark.parametrize(
    "after",
    [
        lambda: county(second=None),
        lambda: county(first="开展隐患排查"),
        lambda: changed(county(), "Document", "number", title="意见"),
        lambda: many(10),
    ],
    ids=["deleted", "replaced", "changed", "created"],
)
def test_a_lost_answer_to_a_commit_is_no_harm(
    store: Neo4jStore, neo4j_server: Server, monkeypatch: pytest.MonkeyPatch, after: Callable[[], Tables]
) -> None:
    """The transaction holds and nobody knows: the driver gives up, and the load sends it again."""
    monkeypatch.setattr(neo4j_load, "BATCH", 100)
    store.write(county())
    tables = after()
    wire = Wire(neo4j_server)
    sent_again: list[bool] = []
    statement = neo4j_load._statement

    def noted(kind: neo4j_load._Kind, again: bool) -> str:
        sent_again.append(again)
        return statement(kind, again)

    monkeypatch.setattr(neo4j_load, "_statement", noted)
    with Neo4jStore(wire.uri, neo4j_server.login) as over_wire:
        wire.lose_next_answer_to_a_commit()
        over_wire.write(tables)
    wire.close()
    assert any(sent_again)
    read = tables_of(store)
    assert (read.nodes, read.relationships) == (tables.nodes, tables.relationships)
    assert store.write(tables).nothing


def test_a_transaction_whose_connection_went_silent_ends_at_the_server(
    store: Neo4jStore, neo4j_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It holds what the next load writes, until its time is over."""
    store.write(Tables())
    monkeypatch.setattr(neo4j_load, "TRANSACTION_SECONDS", 4.0)
    wire = Wire(neo4j_server)
    statement = neo4j_load._statement

    def freeze(kind: neo4j_load._Kind, again: bool) -> str:
        if kind.stage == neo4j_load._Stage.CREATE_RELATIONSHIPS:
            wire.freeze()
        return statement(kind, again)

    def load() -> None:
        with suppress(StoreError), Neo4jStore(wire.uri, neo4j_server.login) as over_wire:
            over_wire.write(county())

    with monkeypatch.context() as context:
        context.setattr(neo4j_load, "_statement", freeze)
        threading.Thread(target=load, daemon=True).start()
        while not wire.frozen:
            time.sleep(0.1)
    monkeypatch.setattr(neo4j_load, "TRANSACTION_SECONDS", 60.0)
    began = time.monotonic()
    assert store.write(county()).nodes_created == len(county().nodes)
    assert time.monotonic() - began < 30
    wire.close()


def test_a_load_that_waits_too_long_says_why(
    store: Neo4jStore, neo4j_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.write(Tables())
    monkeypatch.setattr(neo4j_load, "TRANSACTION_SECONDS", 2.0)
    with neo4j_server.driver() as driver, driver.session() as session, session.begin_transaction() as other:
        other.run("CREATE (:Document {id: $id})", id=FIRST).consume()
        with pytest.raises(StoreError, match=r"not done within 2 s; let no other load run"):
            store.write(county())


# -- asking


def test_rows(store: Neo4jStore) -> None:
    store.write(county(second=None))
    rows = store.query(
        "MATCH (a:Agency)-[o:OWNS]->(d:Duty) WHERE d.document = $document "
        "RETURN a AS body, o.role AS role, {b: 1, a: [d.confidence, null, true]} AS map, date('2030-01-02') AS day",
        {"document": FIRST},
    )
    body = {
        "id": "临溪县/应急局",
        "name": "临溪县应急管理局",
        "names": ["县应急局"],
        "vague": False,
        "labels": ["Agency"],
    }
    row = (body, "lead", {"a": [1.0, None, True], "b": 1}, "2030-01-02")
    assert rows == Rows(("body", "role", "map", "day"), (row,))
    [[owns, path]] = store.query("MATCH p = (:Agency)-[o:OWNS]->(:Duty) RETURN o, p").rows
    assert isinstance(owns, dict)
    assert (owns["type"], owns["role"], MARK in owns) == ("OWNS", "lead", False)
    assert isinstance(path, dict)
    assert isinstance(path["nodes"], list)
    assert [node["labels"] for node in path["nodes"] if isinstance(node, dict)] == [["Agency"], ["Duty"]]


@pytest.mark.parametrize(("limit", "count", "cut"), [(None, 5, False), (5, 5, False), (4, 4, True), (0, 0, True)])
def test_rows_are_cut_at_the_limit(store: Neo4jStore, limit: int | None, count: int, cut: bool) -> None:
    rows = store.query("UNWIND range(1, 5) AS i RETURN i", limit=limit)
    assert (len(rows.rows), rows.cut) == (count, cut)


def test_no_more_rows_are_sent_than_are_shown(store: Neo4jStore, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    session = Neo4jStore._session

    def noted(self: Neo4jStore, access: str, fetch: int = 0) -> neo4j.Session:
        sizes.append(fetch)
        return session(self, access, fetch)

    monkeypatch.setattr(Neo4jStore, "_session", noted)
    for limit in (3, 1_000_000, None):
        store.query("RETURN 1", limit=limit)
    assert sizes == [4, 10_000, 10_000]


def test_no_row_shows_the_mark(store: Neo4jStore) -> None:
    store.write(county(second=None))
    [row] = store.query("MATCH (a:Agency) RETURN keys(a), properties(a), a, a{.*} AS map").rows
    assert MARK not in str(row)


def test_a_plan_may_be_deep(store: Neo4jStore) -> None:
    assert store.query(" UNION ".join(f"RETURN {number} AS x" for number in range(500)), limit=1, timeout=120).cut


def test_a_large_answer_is_refused(store: Neo4jStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST_ANSWER", 1000)
    with pytest.raises(StoreError, match="too large"):
        store.query("UNWIND range(1, 1000) AS i RETURN i, '安全生产'")


REFUSED = [
    ("CREATE (n:Agency {id: 'z'}) RETURN n", "the statement writes"),
    ("MATCH (n) SET n.x = 1", "the statement writes"),
    ("CREATE INDEX x FOR (n:Agency) ON (n.x)", "the statement writes"),
    ("CALL db.createLabel('X')", "the statement writes"),
    ("LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line", "does more than read the graph"),
    ("TERMINATE TRANSACTIONS 'neo4j-transaction-1'", "does more than read the graph"),
    ("MATCH (n RETURN n", "mend the statement"),
    ("RETURN $missing", "give the parameter"),
    ("UNWIND range(1, 100000000) AS i RETURN collect(i)", "too much memory"),
    ("RETURN '\ud800'", "no text"),
]


@pytest.mark.parametrize(("text", "what"), REFUSED)
def test_refused_statements(store: Neo4jStore, neo4j_server: Server, text: str, what: str) -> None:
    with pytest.raises(StoreError, match=what):
        store.query(text)
    assert ask(neo4j_server, "MATCH (n) RETURN count(n)") == [[0]]
    assert store.query("RETURN 1").rows == ((1,),)


@pytest.mark.parametrize(
    "text",
    [
        "UNWIND range(1, 1000000) AS i UNWIND range(1, 1000000) AS j WITH i WHERE i < 0 RETURN count(*)",
        # The server does not end this one in time: it computes a single expression.
        "RETURN reduce(a = 0, i IN range(1, 20000) | a + reduce(b = 0, j IN range(1, 100000) | b + j))",
    ],
)
def test_a_statement_ends_with_its_time(store: Neo4jStore, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(module, "_GRACE_SECONDS", 1.0)
    began = time.monotonic()
    with pytest.raises(StoreError, match="ran out of time"):
        store.query(text, timeout=1.0)
    assert time.monotonic() - began < 10
    assert store.query("RETURN 1").rows == ((1,),)


# -- what is said when it cannot be done

SECRET = "geheim-7f3a"


@pytest.fixture
def port(neo4j_server: Server) -> str:
    return neo4j_server.uri.rpartition(":")[2]


@pytest.mark.parametrize(
    ("uri", "what", "remedy"),
    [
        ("bolt://127.0.0.1:1", "no Neo4j answers", "docker compose up"),
        ("neo4j://127.0.0.1:1", "Connection refused", "docker compose up"),
        ("neo4j://no-such-host.invalid:7687", "no Neo4j answers", "check host and port"),
        ("http://127.0.0.1:7474", "no address of a Neo4j server", "neo4j://HOST:7687"),
        ("bolt://127.0.0.1:port", "no address of a Neo4j server", "neo4j://HOST:7687"),
        ("bolt://127.0.0.1:99999", "no address of a Neo4j server", "neo4j://HOST:7687"),
        ("bolt://[::1", "no address of a Neo4j server", "neo4j://HOST:7687"),
        (f"bolt://127.0.0.1?password={SECRET}", "more than host and port stand in it", "neo4j://HOST:7687"),
        (f"bolt:127.0.0.1?password={SECRET}", "no address of a Neo4j server", "neo4j://HOST:7687"),
        ("bolt://127.0.0.1:PORT/otherdb", "a database stands in it", "NEO4J_DATABASE"),
        ("bolt+s://127.0.0.1:PORT", "no encrypted connection", "use neo4j://"),
        ("neo4j+ssc://127.0.0.1:PORT", "no encrypted connection", "use neo4j://"),
        (f"neo4j://neo4j:{SECRET}@127.0.0.1:PORT", "user and password stand in it", "NEO4J_PASSWORD"),
        ("bolt://127.0.0.1:PORT", "user name or password is wrong", "NEO4J_PASSWORD"),
        ("neo4j://127.0.0.1:PORT", "user name or password is wrong", "NEO4J_PASSWORD"),
    ],
)
def test_no_connection(uri: str, what: str, remedy: str, port: str, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(StoreError, match=what) as raised:
        Neo4jStore(uri.replace("PORT", port), Login("nobody", SECRET))
    assert remedy in raised.value.remedy
    assert "\n" not in str(raised.value)
    seen = traceback.TracebackException.from_exception(raised.value, capture_locals=SECRET not in uri)
    assert SECRET not in "".join(seen.format()) + str(raised.value) + caplog.text


@pytest.mark.parametrize(("scheme", "what"), [("bolt", "no Neo4j answers"), ("bolt+s", "no encrypted connection")])
def test_a_port_that_says_nothing(monkeypatch: pytest.MonkeyPatch, scheme: str, what: str) -> None:
    monkeypatch.setattr(module, "_CONNECT_SECONDS", 1.0)
    with socket.create_server(("127.0.0.1", 0)) as listening, pytest.raises(StoreError, match=what):
        Neo4jStore(f"{scheme}://127.0.0.1:{listening.getsockname()[1]}", Login("neo4j", SECRET))


def test_a_port_of_the_browser_is_told_apart() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            near, _ = listening.accept()
            near.recv(20)
            near.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            near.close()

        threading.Thread(target=answer, daemon=True).start()
        with pytest.raises(StoreError, match="port of Neo4j Browser"):
            Neo4jStore(f"bolt://127.0.0.1:{listening.getsockname()[1]}", Login("neo4j", SECRET))


@pytest.mark.parametrize(
    ("agent", "fits"),
    [("Neo4j/4.4.12", False), ("Neo4j/5.6.0", False), ("Neo4j/5.7.0", True), ("Neo4j/2026.9.0", True), ("x", False)],
)
def test_the_version_of_the_server(
    store: Neo4jStore, neo4j_server: Server, monkeypatch: pytest.MonkeyPatch, agent: str, fits: bool
) -> None:
    monkeypatch.setattr(neo4j.ServerInfo, "agent", property(lambda self: agent))
    if fits:
        Neo4jStore(neo4j_server.uri, neo4j_server.login).close()
    else:
        with pytest.raises(StoreError, match=r"use Neo4j 5\.7 or later"):
            Neo4jStore(neo4j_server.uri, neo4j_server.login)


def test_a_database_that_is_not_there(neo4j_server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_DATABASE", "nowhere")
    with (
        Neo4jStore(neo4j_server.uri, neo4j_server.login) as store,
        pytest.raises(StoreError, match=r"nowhere.*NEO4J_DATABASE"),
    ):
        store.query("RETURN 1")


@pytest.mark.parametrize("name", ["system", "System"])
def test_the_database_of_the_server_itself(neo4j_server: Server, name: str) -> None:
    with pytest.raises(StoreError, match=r"holds no graph; set NEO4J_DATABASE"):
        Neo4jStore(neo4j_server.uri, neo4j_server.login, name)


def test_a_words_index_that_is_another_or_not_there(store: Neo4jStore, neo4j_server: Server) -> None:
    store.write(county())
    ask(neo4j_server, "DROP INDEX dutygraph_words")
    with pytest.raises(StoreError, match=r"no full-text index of that name; make it: `dutygraph load`"):
        search(store, "应急")
    for index in ("INDEX dutygraph_words FOR (n:X) ON (n.y)", "FULLTEXT INDEX dutygraph_words FOR (n:X) ON EACH [n.y]"):
        ask(neo4j_server, f"CREATE {index}")
        with pytest.raises(StoreError, match=r"is another; DROP INDEX dutygraph_words, and load again"):
            store.write(county())
        ask(neo4j_server, "DROP INDEX dutygraph_words")
    assert store.write(county()).nothing
    assert search(store, "应急")


def test_a_read_only_database(store: Neo4jStore, neo4j_server: Server) -> None:
    store.write(county())
    with neo4j_server.read_only():
        assert store.write(county()).nothing
        with pytest.raises(StoreError, match="read-only"):
            store.write(county(second=None))
    assert tables_of(store).nodes == county().nodes


def _end_of_input(prompt: str) -> str:
    raise EOFError


def test_the_login_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEO4J_USERNAME", raising=False)
    monkeypatch.delenv("NEO4J_PASSWORD", raising=False)
    with pytest.raises(StoreError, match="set NEO4J_PASSWORD"):
        Login.from_environment()
    with pytest.raises(StoreError, match="no password is given"):  # Ctrl-D where it is asked for
        Login.from_environment(_end_of_input)
    assert Login.from_environment(lambda prompt: f"{prompt}?") == Login("neo4j", "Password of neo4j: ?")
    monkeypatch.setenv("NEO4J_USERNAME", "reader")
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    assert Login.from_environment() == Login("reader", SECRET)
    assert SECRET not in repr(Login.from_environment())
