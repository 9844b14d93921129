"""The folder for neo4j-admin: what stands in it, and that the real importer makes the same graph of it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import neo4j_server as servers
import pytest
from neo4j_server import Server
from test_neo4j import FIRST, county, many

from graph.exports.neo4j_admin import write_folder
from graph.schema import schema
from graph.stores.neo4j import Neo4jStore
from graph.stores.neo4j_schema import script
from graph.stores.read import tables_of
from graph.tables import Node, Tables


def awkward() -> Tables:
    """A corpus with all that a CSV file can trip over."""
    tables = many(3)
    for number, text in enumerate(
        ("", '"', '""', ",", "a\nb", "a\r\nb", "\\", "\\n", ";", "'", " 前后 ", "𠮷", "\t", "\x1f")
    ):
        properties = {"name": text, "names": [text or "空", "第二", f"{text}；"], "collective": True, "vague": False}
        tables.add_node(Node("Agency", f"局{number}{text}", properties))
    tables.add_node(Node("Duty", "d", {"text": "任", "start": 2**40, "confidence": 0.1, "document": FIRST}))
    return tables


def test_the_files(tmp_path: Path) -> None:
    write_folder(county(second=None), tmp_path / "out")
    found = {str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*") if path.is_file()}
    nodes = {f"nodes/{label}{end}" for label in schema().nodes for end in (".csv", ".header.csv")}
    kinds = ("OWNS.Agency.Duty", "STATED_IN.Duty.Document")
    relationships = {f"relationships/{kind}{end}" for kind in kinds for end in (".csv", ".header.csv")}
    assert found == {*nodes, *relationships, "schema.cypher", "import.sh"}
    header = (tmp_path / "out" / "nodes" / "Agency.header.csv").read_text(encoding="utf-8")
    assert header.startswith("id:ID(Agency),_dutygraph:string,name:string,names:string[],")
    assert (tmp_path / "out" / "schema.cypher").read_text(encoding="utf-8") == script()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_equal_tables_give_equal_files(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_folder(awkward(), tmp_path / name)
    for path in (tmp_path / "one").rglob("*.*"):
        assert path.read_bytes() == (tmp_path / "two" / path.relative_to(tmp_path / "one")).read_bytes()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(FileExistsError):
        write_folder(county(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_real_importer_makes_the_same_graph(neo4j_server: Server, tmp_path: Path) -> None:
    if neo4j_server.home is None:
        pytest.skip("the importer is among the jars of the server that is started here")
    tables = awkward()
    write_folder(tables, tmp_path / "out put")  # a path with a space
    home = tmp_path / "home"
    (home / "conf").mkdir(parents=True)
    admin = tmp_path / "neo4j-admin"
    admin.write_text(f"#!/bin/sh\nexec java -cp '{servers.jars()}/lib/*' org.neo4j.cli.AdminTool \"$@\"\n")
    admin.chmod(0o755)
    environment = {"NEO4J_ADMIN": str(admin), "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    done = subprocess.run(
        ["sh", str(tmp_path / "out put" / "import.sh")],
        env={**os.environ, **environment, "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    server = servers.start(home)
    try:
        with server.driver() as driver, Neo4jStore(server.uri, server.login) as store:
            for statement in script().split(";\n"):
                if statement:
                    driver.execute_query(statement)
            read = tables_of(store)
            expected = {key: node for key, node in tables.nodes.items() if "\x1f" not in key[1]}
            assert {key: node for key, node in read.nodes.items() if "\x1f" not in key[1]} == expected
            assert read.relationships == tables.relationships
            assert len(read.nodes) == len(tables.nodes)
            assert store.write(tables).nothing
    finally:
        servers.stop(server)
