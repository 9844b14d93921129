"""What people are given for Neo4j: the compose file, the schema script, the style, and the queries of docs/neo4j.md."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator

import pytest
from corpora import EXAMPLES, ROOT, tables_of_sources
from neo4j_server import Server
from test_neo4j import ask

from graph.cli.questions import page
from graph.guard import check_reading
from graph.schema import schema
from graph.stores.neo4j import Neo4jStore
from graph.stores.neo4j_schema import script
from graph.views.neo4j_style import style

COMPOSE = ROOT / "docker-compose.yml"
GUIDE = (ROOT / "docs" / "neo4j.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"^```cypher\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)


def test_what_is_made_from_the_schema_is_up_to_date() -> None:
    assert (ROOT / "cypher" / "schema.cypher").read_text(encoding="utf-8") == script()
    assert (ROOT / "docs" / "neo4j.grass").read_text(encoding="utf-8") == style()


def test_the_page_of_the_questions_is_up_to_date() -> None:
    written = (ROOT / "docs" / "questions.md").read_text(encoding="utf-8")
    assert written == page(), "run: python -m graph.cli.questions > docs/questions.md"


def test_no_password_stands_in_a_command_line() -> None:
    assert not re.search(r"-p\s+\S*PASSWORD", GUIDE)


def test_the_readme_has_the_commands_of_the_guide() -> None:
    start = re.compile(r"^<!-- start -->\n```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
    [commands] = start.findall(GUIDE)
    assert commands.count("\n") == 3
    for name in ("README.md", "README.zh-CN.md"):
        assert start.findall((ROOT / name).read_text(encoding="utf-8")) == [commands], name


def test_the_style_knows_the_whole_schema() -> None:
    for label in schema().nodes:
        assert f"node.{label} {{" in style()
    for type_, known in schema().relationships.items():
        block = style().partition(f"relationship.{type_} {{")[2].partition("}")[0]
        assert f'caption: "{known.caption}"' in block


# -- docker-compose.yml


def test_the_compose_file_keeps_to_itself() -> None:
    text = COMPOSE.read_text(encoding="utf-8")
    ports = re.findall(r'^ +- "([\d.:]+)"$', text, re.MULTILINE)
    assert ports == ["127.0.0.1:7474:7474", "127.0.0.1:7687:7687"]
    assert re.search(r"image: neo4j:5\.26", text)
    assert re.findall(r"NEO4J_AUTH: .*", text) == [
        'NEO4J_AUTH: "neo4j/${NEO4J_PASSWORD:?set it, at least eight characters}"'
    ]
    for needed in ("healthcheck:", "mem_limit:", "neo4j-data:/data"):
        assert needed in text


def test_the_server_knows_the_settings_of_the_compose_file(neo4j_server: Server) -> None:
    """The image makes a setting of a variable: __ is _, and _ is a dot."""
    names = re.findall(r"^ +NEO4J_(\w+):", COMPOSE.read_text(encoding="utf-8"), re.MULTILINE)
    settings = {re.sub("_", ".", name.replace("__", "\0")).replace("\0", "_") for name in names if name != "AUTH"}
    known = {str(row[0]) for row in ask(neo4j_server, "SHOW SETTINGS YIELD name")}
    assert settings <= known
    assert len(settings) > 3


def _compose() -> list[str] | None:
    """The command of Docker Compose, of either kind."""
    for command in (["docker", "compose"], ["docker-compose"]):
        if shutil.which(command[0]) and not subprocess.run([*command, "version"], capture_output=True).returncode:
            return command
    return None


@pytest.mark.parametrize(("password", "fine"), [("a-long-password", True), (None, False)])
def test_docker_compose_takes_the_file(password: str | None, fine: bool) -> None:
    command = _compose()
    if command is None:
        pytest.skip("there is no Docker Compose")
    environment = {name: value for name, value in os.environ.items() if name != "NEO4J_PASSWORD"}
    if password is not None:
        environment["NEO4J_PASSWORD"] = password
    done = subprocess.run(
        [*command, "-f", str(COMPOSE), "config"], env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode == 0) == fine, done.stderr
    assert fine or "set it, at least eight characters" in done.stderr


# -- docs/neo4j.md


@pytest.fixture(scope="module")
def store(neo4j_server: Server) -> Iterator[Neo4jStore]:
    neo4j_server.clear()
    with Neo4jStore(neo4j_server.uri, neo4j_server.login) as opened:
        opened.write(tables_of_sources(EXAMPLES))
        yield opened


def test_the_guide_has_its_queries() -> None:
    assert len(QUERIES) == 11  # the first one, and ten


@pytest.mark.parametrize("text", QUERIES, ids=range(len(QUERIES)))
def test_a_query_of_the_guide_has_rows(store: Neo4jStore, text: str) -> None:
    check_reading(text)
    assert store.query(text).rows
