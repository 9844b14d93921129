"""The site of a graph on a real Neo4j: with the texts the same bytes as that of a folder; without them it says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from neo4j_server import Server

from graph.cli.main import run

EXAMPLES = Path(__file__).parents[1] / "examples"
DAY = ("--date", "2030-01-02")


def _files(site: Path) -> dict[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_the_site_of_a_server(
    neo4j_server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_server.login.username)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.login.password)
    server = ("--store", neo4j_server.uri)
    neo4j_server.clear()  # of what other tests have loaded, which a load would refuse to replace
    assert run(["build", str(EXAMPLES), "--store", "folder"]) == 0
    assert run(["load", *server, "--from", "folder"]) == 0
    assert run(["site", "-o", "of-folder", "--store", "folder", *DAY]) == 0
    assert run(["site", "-o", "of-server", *server, "--workspace", "folder", *DAY]) == 0
    assert _files(Path("of-server")) == _files(Path("of-folder"))
    capfd.readouterr()
    assert run(["site", "-o", "alone", *server, *DAY]) == 0
    assert "the texts of 7 documents are not there" in capfd.readouterr().err
    assert any("原文不在手边".encode() in page for page in _files(Path("alone")).values())
