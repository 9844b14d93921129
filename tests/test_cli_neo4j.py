"""The program on a real Neo4j: what it prints is what it prints on the embedded store, and what goes wrong is told."""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
import subprocess
import termios
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from neo4j_server import Server
from test_cli import EXAMPLES, PROGRAM, Result, dutygraph

from graph.cli.main import run
from graph.schema import schema
from graph.stores.neo4j_schema import script

ALL_ZERO = [0] * 6
COUNT = ("cypher", "MATCH (d:Document) WHERE d.text_sha256 IS NOT NULL RETURN count(d) AS n", "--format", "csv")


def counts(done: Result) -> dict[str, int]:
    """What a build or a load counted."""
    assert (done.code, done.err) == (0, "")
    return {row["what"]: row["count"] for row in json.loads(done.out)}


def written(done: Result) -> list[int]:
    """The numbers of nodes and relationships created, changed and deleted."""
    return list(counts(done).values())[-6:]


Run = Callable[..., Result]


def login(server: Server) -> dict[str, str]:
    """The environment that says who asks."""
    return {"NEO4J_USERNAME": server.login.username, "NEO4J_PASSWORD": server.login.password}


@pytest.fixture
def call(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the program in this process, which is quicker than one of its own."""
    for name in ("DUTYGRAPH_STORE", "COLUMNS", "NEO4J_DATABASE"):
        monkeypatch.delenv(name, raising=False)

    def called(*arguments: str | Path, **environment: str) -> Result:
        capfd.readouterr()
        with monkeypatch.context() as context:
            for name, value in environment.items():
                context.setenv(name, value)
            code = run([str(argument) for argument in arguments])
        return Result(code, *capfd.readouterr())

    return called


@pytest.fixture
def on_server(neo4j_server: Server, call: Run) -> Run:
    """Run it with the server as the store, and its login in the environment."""
    return lambda *arguments: call(*arguments, "--store", neo4j_server.uri, **login(neo4j_server))


@pytest.fixture(scope="module")
def kept(neo4j_server: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that keeps what the graph on the server, that of the examples, was built of."""
    neo4j_server.clear()
    folder = tmp_path_factory.mktemp("server") / "kept.db"
    place = ("--store", neo4j_server.uri, "--workspace", folder)
    built = dutygraph("build", EXAMPLES, *place, "--format", "json", **login(neo4j_server))
    assert counts(built)["sources read"] == 7
    assert counts(built)["nodes created"] > 200
    assert "\x1b" not in built.out, "no bar where there is no terminal"
    return folder


@pytest.fixture
def restored(kept: Path, on_server: Run) -> Iterator[Path]:
    """The same, for a test that changes what is on the server: it is put back."""
    yield kept
    assert on_server("load", "--from", kept, "--replace").code == 0


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the examples without a server."""
    folder = tmp_path_factory.mktemp("embedded") / "examples.db"
    assert dutygraph("build", EXAMPLES, "--store", folder).code == 0
    return folder


# -- what is written


def test_a_second_build_or_load_does_nothing(kept: Path, on_server: Run) -> None:
    assert written(on_server("build", EXAMPLES, "--workspace", kept, "--format", "json")) == ALL_ZERO
    assert written(on_server("load", "--from", kept, "--format", "json")) == ALL_ZERO


def test_the_workspace_holds_the_graph_as_well(kept: Path, embedded: Path, call: Run) -> None:
    assert written(call("build", EXAMPLES, "--store", kept, "--format", "json")) == ALL_ZERO
    duties = [call("duties", "县应急局", "--store", folder) for folder in (kept, embedded)]
    assert duties[0] == duties[1]


def test_load_tells_what_it_did(restored: Path, embedded: Path, neo4j_server: Server, on_server: Run) -> None:
    neo4j_server.clear()
    loaded = counts(on_server("load", "--from", embedded, "--format", "json"))
    assert loaded["documents in the store"] == 7
    assert loaded["nodes created"] > 200
    assert loaded["relationships created"] > 200
    assert (loaded["nodes deleted"], loaded["nodes changed"]) == (0, 0)


def test_remove_takes_a_document_out_of_both(restored: Path, on_server: Run, call: Run) -> None:
    number = "临政发〔2020〕6号"
    removed = on_server("remove", number, "--workspace", restored)
    assert removed.out == f"removed: {number} 临溪县人民政府关于推进应急管理体系和能力建设的实施意见\n"
    assert on_server(*COUNT).out == call(*COUNT, "--store", restored).out == "n\n6\n"
    back = on_server("build", EXAMPLES, "--workspace", restored, "--format", "json")
    assert counts(back)["sources replaced"] == 1
    assert counts(back)["nodes created"] > 5


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A workspace of another corpus."""
    notice = "青川市人民政府关于防汛工作的通知\n\n青政发〔2021〕7号\n\n各部门：\n\n一、市水利局负责巡查。\n"
    (tmp_path / "甲.txt").write_text(notice, encoding="utf-8")
    assert dutygraph("build", tmp_path / "甲.txt", "--store", tmp_path / "other.db").code == 0
    return tmp_path / "other.db"


def test_the_graph_of_other_sources_is_replaced_on_demand_only(restored: Path, other: Path, on_server: Run) -> None:
    for command in (
        ("load", "--from", other),
        ("build", other.parent / "甲.txt", "--workspace", other),
        ("remove", "青政发〔2021〕7号", "--workspace", other),
    ):
        refused = on_server(*command)
        assert (refused.code, refused.out) == (1, ""), command
        assert "7 documents of 7 other sources are there, and would be deleted; " in refused.err
        assert "dutygraph load --replace" in refused.err
    assert on_server(*COUNT).out == "n\n7\n"
    replaced = counts(on_server("load", "--from", other, "--replace", "--format", "json"))
    assert replaced["nodes deleted"] > 200
    assert on_server(*COUNT).out == "n\n1\n"


@pytest.mark.parametrize("of", ["a source of the same name", "the same text under another name"])
def test_one_common_source_does_not_give_up_the_others(restored: Path, other: Path, on_server: Run, of: str) -> None:
    [first, *_] = sorted(EXAMPLES.glob("*.txt"))
    notice, folder = other.parent / "甲.txt", other.parent / "colleague.db"
    names = {"a source of the same name": f"examples/{first.name}", "the same text under another name": "乙.txt"}
    source = other.parent / names[of]
    source.parent.mkdir(exist_ok=True)
    shutil.copy(notice if of == "a source of the same name" else first, source)
    given = source.parent if source.parent.name == "examples" else source
    assert dutygraph("build", given, "--store", folder).code == 0
    refused = on_server("load", "--from", folder)
    assert (refused.code, refused.out) == (1, "")
    assert "6 documents of 6 other sources are there, and would be deleted; " in refused.err
    assert on_server(*COUNT).out == "n\n7\n"


# -- what is read

NEEDS_TEXTS = ("duties", "info", "view")
SAME = [
    ("duties", "县应急局"),
    ("duties", "县应急局", "--format", "json"),
    ("duties", "县应急厅"),
    ("query", "duties", "-p", "agency=县应急局"),
    ("query", "changed-bodies", "--format", "csv"),
    ("query", "duties"),
    ("cypher", "MATCH (d:Document) WHERE d.number = $n RETURN d", "-p", "n=临政发〔2018〕12号", "--format", "json"),
    ("cypher", "MATCH (d:Duty) RETURN d.text ORDER BY d.id", "--limit", "2"),
    ("cypher", "MATCH (n) DETACH DELETE n"),
    ("search", "安全生产", "检查"),
    ("search", "局长", "--limit", "3", "--format", "json"),
    ("search", "没有这个词"),
    ("search", "，"),
    ("view", "agency", "县应急局", "-o", "-"),
    ("view", "document", "临政发[2018]12号", "-o", "-"),
    ("export", "json", "-o", "-"),
    ("export", "graphml", "-o", "-"),
    ("info",),
    ("info", "--agency", "县应急局"),
    ("info", "--doubts", "--format", "csv"),
    ("info", "--sources"),
]


def _timeless(done: Result, arguments: tuple[str, ...]) -> str:
    """What was printed, without the seconds that the reading of a source took."""
    return " ".join(re.sub(r"\b\d+\.\d+\b", "", done.out).split()) if "--sources" in arguments else done.out


@pytest.mark.parametrize("arguments", SAME, ids=" ".join)
def test_the_same_on_the_server(
    kept: Path, embedded: Path, on_server: Run, call: Run, arguments: tuple[str, ...]
) -> None:
    folder = ("--workspace", kept) if arguments[0] in NEEDS_TEXTS else ()
    here, there = call(*arguments, "--store", embedded), on_server(*arguments, *folder)
    assert (there.code, _timeless(there, arguments)) == (here.code, _timeless(here, arguments))
    assert there.err.count("\n") == here.err.count("\n")
    assert here.out or here.err


ALIENS = (
    "CREATE (:Duty {text: '开展安全生产检查'})<-[:OWNS]-(:Agency {id: 'x', name: '别人的安全生产检查局'})",
    "CREATE (:Document {title: '安全生产检查'})-[:CITES {id: 'y'}]->(:Document {id: 'z'})",
)


@pytest.mark.parametrize(
    "arguments",
    [arguments for arguments in SAME if arguments[0] in ("export", "info", "search")],
    ids=" ".join,
)
def test_the_same_beside_what_others_keep_there(
    restored: Path, neo4j_server: Server, embedded: Path, on_server: Run, call: Run, arguments: tuple[str, ...]
) -> None:
    with neo4j_server.driver() as driver:
        for statement in ALIENS:
            driver.execute_query(statement)
        folder = ("--workspace", restored) if arguments[0] in NEEDS_TEXTS else ()
        here, there = call(*arguments, "--store", embedded), on_server(*arguments, *folder)
        driver.execute_query("MATCH (n) WHERE n._dutygraph IS NULL DETACH DELETE n")
    assert (there.code, _timeless(there, arguments)) == (here.code, _timeless(here, arguments))


def test_search_finds_the_best_first(embedded: Path, call: Run) -> None:
    done = call("search", "安全", "--store", embedded, "--format", "json", "--limit", "2")
    hits = json.loads(done.out)
    assert list(hits[0]) == ["label", "name", "property", "excerpt", "id", "score"]
    assert hits[0]["score"] >= hits[1]["score"]
    assert done.err == "dutygraph: only the best 2; --limit N for more\n"


def test_duties_without_the_texts_have_no_lines(
    kept: Path, on_server: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = on_server("duties", "县应急局", "--format", "json", "--workspace", kept)
    rows = json.loads(done.out)
    assert all(row["line"] for row in rows)
    monkeypatch.chdir(tmp_path)
    lacking = on_server("duties", "县应急局", "--format", "json")
    assert lacking.code == 0
    assert json.loads(lacking.out) == [{**row, "line": None} for row in rows]
    assert lacking.err.startswith(f"dutygraph: dutygraph.db: the texts of {len(rows)} duties are not there")
    assert "--workspace" in lacking.err


@pytest.mark.parametrize("what", ["--doubts", "--sources"])
def test_what_only_the_workspace_knows(
    kept: Path, on_server: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = on_server("info", what)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("dutygraph: dutygraph.db: no workspace, which holds ")
    assert "--workspace" in done.err
    assert "--workspace" in on_server("info").err
    assert list(tmp_path.iterdir()) == []


# -- export neo4j-admin


def test_the_folder_for_the_importer_is_the_same_from_both(
    kept: Path, embedded: Path, on_server: Run, call: Run, tmp_path: Path
) -> None:
    assert on_server("export", "neo4j-admin", "-o", tmp_path / "one") == Result(0, "", "")
    assert call("export", "neo4j-admin", "-o", tmp_path / "two", "--store", embedded) == Result(0, "", "")
    files = [
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (tmp_path / "one", tmp_path / "two")
    ]
    assert files[0] == files[1]
    assert len(files[0]) > 2 * len(schema().nodes)
    assert files[0][Path("schema.cypher")].decode() == script()
    again = call("export", "neo4j-admin", "-o", tmp_path / "two", "--store", embedded)
    assert again.code == 1
    assert again.err == (
        f"dutygraph: {tmp_path}/two: there is something already; give another path: a new one, or an empty folder\n"
    )


# -- what goes wrong

SECRET = "geheim/7f3a"


@pytest.mark.parametrize(
    ("store", "what", "remedy"),
    [
        ("bolt://127.0.0.1:1", "no Neo4j answers", "docker compose up"),
        ("http://127.0.0.1:7474", "no address of a Neo4j server", "neo4j://HOST:7687"),
        (f"neo4j://neo4j:{SECRET}@127.0.0.1", "user and password stand in it", "NEO4J_PASSWORD"),
        (f"bolt:neo4j:{SECRET}@127.0.0.1", "user and password stand in it", "NEO4J_PASSWORD"),
        (f"bolt://127.0.0.1?password={SECRET}", "more than host and port stand in it", "neo4j://HOST:7687"),
        ("127.0.0.1:7687", "no address of a Neo4j server", "neo4j://HOST:7687"),
        ("SERVER", "user name or password is wrong", "NEO4J_PASSWORD"),
    ],
)
@pytest.mark.parametrize("command", [("cypher", "RETURN 1"), ("build", str(EXAMPLES))], ids=lambda command: command[0])
def test_no_connection(
    call: Run, neo4j_server: Server, tmp_path: Path, store: str, what: str, remedy: str, command: tuple[str, ...]
) -> None:
    place = ("--store", store.replace("SERVER", neo4j_server.uri))
    folder = ("--workspace", tmp_path / "w") if command[0] == "build" else ()
    done = call(*command, *place, *folder, NEO4J_USERNAME="nobody", NEO4J_PASSWORD=SECRET)
    assert (done.code, done.out) == (1, "")
    assert done.err.count("\n") == 1
    assert what in done.err
    assert remedy in done.err.partition("; ")[2]
    assert SECRET not in done.err
    assert not (tmp_path / "w").exists(), "nothing is read where nothing can be written"


def test_no_traceback_shows_the_password(neo4j_server: Server) -> None:
    for store in (neo4j_server.uri, f"neo4j://neo4j:{SECRET}@127.0.0.1"):
        command = ("cypher", "RETURN 1", "--store", store)
        done = dutygraph(*command, NEO4J_PASSWORD=SECRET, DUTYGRAPH_DEBUG="1")
        assert done.code == 1
        assert "Traceback" in done.err
        assert SECRET not in done.err


def test_a_database_that_is_read_only(restored: Path, neo4j_server: Server, on_server: Run) -> None:
    with neo4j_server.read_only():
        assert on_server("duties", "县应急局", "--workspace", restored).code == 0
        done = on_server("remove", "临政发〔2020〕6号", "--workspace", restored)
    assert done.code == 1
    assert "the database is read-only; take it out of server.databases.read_only" in done.err
    assert dutygraph("build", EXAMPLES, "--store", restored).code == 0  # brings the document back


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["load", "--store", "x.db"], "load: invalid value for --store: x.db is not the address of a server"),
        (["cypher", "RETURN 1", "--timeout", "1e300"], "cypher: invalid value for '--timeout': Input should be less"),
        (["load"], "load: missing option '--store'"),
        (["search", "--store", "x.db"], "search: missing argument 'WORDS'"),
        (["export", "neo4j-admin", "-o", "-"], "export: invalid value for --output: a folder does not go to"),
        (
            ["duties", "x", "--store", "x.db", "--workspace", "y.db"],
            "duties: invalid value for --workspace: the folder",
        ),
    ],
)
def test_usage(call: Run, arguments: list[str], line: str) -> None:
    done = call(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"dutygraph: {line}")


# -- the password


def test_no_password_and_nobody_to_ask(neo4j_server: Server) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "NEO4J_PASSWORD"}
    command = [PROGRAM, "cypher", "RETURN 1", "--store", neo4j_server.uri]
    done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"dutygraph: Neo4j: no password is given; set NEO4J_PASSWORD\n")


def test_the_password_is_asked_for_on_a_terminal(neo4j_server: Server) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "NEO4J_PASSWORD"}
    near, far = os.openpty()
    process = subprocess.Popen(
        [PROGRAM, "cypher", "RETURN 41 + 1 AS x", "--store", neo4j_server.uri],
        env={**environment, "NEO4J_USERNAME": neo4j_server.login.username},
        stdin=far,
        stdout=subprocess.PIPE,
        stderr=far,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # its terminal, where getpass asks
    )
    os.close(far)
    shown = b""
    while b"Password of" not in shown:
        shown += os.read(near, 1000)
    os.write(near, neo4j_server.login.password.encode() + b"\n")
    out, _ = process.communicate(timeout=60)
    shown += os.read(near, 1000)
    os.close(near)
    assert (process.returncode, out.split()[-1]) == (0, b"42")
    assert neo4j_server.login.password.encode() not in shown, "it is not echoed"
