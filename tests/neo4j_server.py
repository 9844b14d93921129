"""A real Neo4j for tests: of the environment, or started here from the jars that Maven Central holds.

- ``DUTYGRAPH_TEST_NEO4J_URI`` (with ``NEO4J_USERNAME`` and ``NEO4J_PASSWORD``): that server. Its database must be
  empty, for tests delete what is in it.
- else, where there is Java: Neo4j 5.26, fetched once by Maven into the user's cache, one server a test session, on a
  free port, in a folder and with a password of its own. It ends with the session, even where the session is killed.
- else the tests that need it are skipped with the reason, or fail where ``DUTYGRAPH_REQUIRE_NEO4J`` is set, as in CI.
"""

from __future__ import annotations

import hashlib
import os
import queue
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

import neo4j
import pytest

from graph.stores.neo4j import Login

HERE = Path(__file__).parent / "neo4j_jars"
START_SECONDS = 120
"""A machine that is busy with other tests starts the server in a minute; a machine at rest in ten seconds."""

CONF = """\
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:{port}
dbms.security.auth_enabled=true
dbms.usage_report.enabled=false
server.memory.pagecache.size=128m
db.memory.transaction.max=200m
"""


class Unavailable(Exception):
    """There is no server to be had, and why."""


@dataclass(frozen=True)
class Server:
    """A server that answers at `uri`. `process` and `home` (its folder) are there where it was started here."""

    uri: str
    login: Login
    process: subprocess.Popen[str] | None = None
    home: Path | None = None
    _lines: queue.Queue[str] = field(default_factory=queue.Queue, repr=False)

    def driver(self) -> neo4j.Driver:
        """A driver of one's own, to look at what is there without the code under test."""
        return neo4j.GraphDatabase.driver(self.uri, auth=(self.login.username, self.login.password))

    def clear(self, *, schema: bool = False) -> None:
        """Delete all nodes and relationships, on demand also the constraints and indexes."""
        with self.driver() as driver, driver.session() as session:
            for pattern in ("()-[x]->()", "(x)"):
                session.run(f"MATCH {pattern} CALL (x) {{ DELETE x }} IN TRANSACTIONS OF 2000 ROWS").consume()
            if not schema:
                return
            for kind, rows in (
                ("CONSTRAINT", session.run("SHOW CONSTRAINTS YIELD name").value()),
                (
                    "INDEX",
                    session.run("SHOW INDEXES YIELD name, type, owningConstraint WHERE type <> 'LOOKUP'").value(),
                ),
            ):
                for name in rows:
                    session.run(f"DROP {kind} `{name}` IF EXISTS").consume()

    @contextmanager
    def read_only(self) -> Iterator[None]:
        """The database refuses to be written meanwhile. Only for a server that was started here."""
        self._set_read_only("neo4j")
        try:
            yield
        finally:
            self._set_read_only("")

    def _set_read_only(self, names: str) -> None:
        if self.process is None or self.process.stdin is None:
            pytest.skip("the server of DUTYGRAPH_TEST_NEO4J_URI is left as it is")
        self.process.stdin.write(f"{names}\n")
        self.process.stdin.flush()
        self._lines.get(timeout=START_SECONDS)


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Server]:
    """The server of this test session."""
    with _given_or_started() as server:
        yield server


@contextmanager
def _given_or_started() -> Iterator[Server]:
    given = os.environ.get("DUTYGRAPH_TEST_NEO4J_URI")
    if given:
        yield _given(given)
        return
    try:
        with tempfile.TemporaryDirectory(prefix="dutygraph-neo4j-", ignore_cleanup_errors=True) as home:
            server = start(Path(home))
            try:
                yield server
            finally:
                stop(server)
    except Unavailable as error:
        _no_server(str(error))


def _no_server(why: str) -> NoReturn:
    if os.environ.get("DUTYGRAPH_REQUIRE_NEO4J"):
        pytest.fail(f"DUTYGRAPH_REQUIRE_NEO4J is set, but there is no Neo4j: {why}")
    pytest.skip(f"no Neo4j: {why}")


def _given(uri: str) -> Server:
    server = Server(uri, Login(os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD", "")))
    with server.driver() as driver:
        nodes = driver.execute_query("MATCH (n) RETURN count(n)").records[0][0]
    if nodes:
        pytest.fail(f"the database at DUTYGRAPH_TEST_NEO4J_URI holds {nodes} nodes, which the tests would delete")
    return server


def start(home: Path, port: int = 0, password: str = "") -> Server:
    """Start a server in the folder `home` (of an earlier one: with its port and password), with what is in its plugins.

    Raises `Unavailable`.
    """
    classpath = os.pathsep.join((f"{jars() / 'classes'}", f"{jars() / 'lib'}/*", f"{home / 'plugins'}/*"))
    known, port = bool(port), port or _free_port()
    (home / "neo4j.conf").write_text(CONF.format(port=port))
    command = ["java", "-Xmx1g", "--add-opens=java.base/java.nio=ALL-UNNAMED", "-cp", classpath, "Server", str(home)]
    # The server ends when this pipe does: with the session, however the session ends.
    log = (home / "server.log").open("w")
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True, start_new_session=True
    )
    log.close()
    server = Server(f"bolt://127.0.0.1:{port}", Login("neo4j", password or secrets.token_urlsafe(16)), process, home)
    threading.Thread(target=_read_lines, args=(server,), daemon=True).start()
    try:
        if server._lines.get(timeout=START_SECONDS) != "ready\n":
            raise Unavailable(f"it did not start: {(home / 'server.log').read_text()[-2000:]}")
        if not known:
            _set_password(server)
    except (queue.Empty, neo4j.exceptions.Neo4jError, neo4j.exceptions.DriverError) as error:
        stop(server)
        raise Unavailable(f"it did not answer: {type(error).__name__} {error}") from error
    return server


def stop(server: Server) -> None:
    """End a server that `start` started, at once."""
    if server.process is not None:
        server.process.kill()
        server.process.wait()
        for pipe in (server.process.stdin, server.process.stdout):
            if pipe is not None:
                pipe.close()


def _read_lines(server: Server) -> None:
    """Pass on what the server says, and an empty line when it has ended: a wait for it can then time out."""
    if server.process is not None and server.process.stdout is not None:
        for line in server.process.stdout:
            server._lines.put(line)
    server._lines.put("")


def _set_password(server: Server) -> None:
    with neo4j.GraphDatabase.driver(server.uri, auth=("neo4j", "neo4j")) as driver:
        driver.execute_query(
            "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password",
            {"password": server.login.password},
            database_="system",
        )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def jars() -> Path:
    """The folder with the jars (`lib`) and the compiled `Server` (`classes`), made on first use."""
    if shutil.which("java") is None:
        raise Unavailable("there is no java; install a JDK of version 17 or later, or set DUTYGRAPH_TEST_NEO4J_URI")
    sources = [HERE / "pom.xml", HERE / "Server.java"]
    version = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:12]
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dutygraph"
    folder = cache / f"neo4j-{version}"
    if not folder.exists():
        _fetch(cache, folder)
    return folder


def _fetch(cache: Path, folder: Path) -> None:
    for tool in ("mvn", "javac"):
        if shutil.which(tool) is None:
            raise Unavailable(f"there is no {tool}; install Maven and a JDK, or set DUTYGRAPH_TEST_NEO4J_URI")
    cache.mkdir(parents=True, exist_ok=True)
    sys.stderr.write(f"fetching Neo4j's jars (123 MB, once) into {folder}\n")
    with tempfile.TemporaryDirectory(dir=cache, prefix="part-", ignore_cleanup_errors=True) as name:
        part = Path(name) / "neo4j"
        part.mkdir()
        shutil.copy(HERE / "pom.xml", part)
        _run(
            "mvn",
            "-q",
            "-B",
            "dependency:copy-dependencies",
            "-DincludeScope=runtime",
            "-DoutputDirectory=lib",
            at=part,
        )
        _run("javac", "-cp", "lib/*", "-d", "classes", str(HERE / "Server.java"), at=part)
        try:
            part.rename(folder)
        except OSError as error:
            if not folder.exists():  # another session was faster: its jars are as good
                raise Unavailable(f"cannot keep the jars in {folder}: {error.strerror}") from error


def _run(*command: str, at: Path) -> None:
    done = subprocess.run(command, cwd=at, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Unavailable(f"`{' '.join(command[:3])}` failed: {(done.stdout + done.stderr).strip()[-1000:]}")
