"""The part of the graph around one body, and how the command takes it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from graph.cli.main import run
from graph.exports import Name, file_format
from graph.exports.only import around
from graph.schema import check
from graph.stores import StoreError
from graph.tables import Node, Relationship, Tables, Value


def tables() -> Tables:
    """Three bodies: 甲 leads a task that 乙 supports; 丙 has a task of its own; a third document names 甲 only."""
    made = Tables()
    for name in "甲乙丙":
        made.add_node(Node("Agency", name, {"name": name}))
    for id_ in ("d", "e", "f"):
        made.add_node(Node("Document", id_, {"name": id_}))
    for id_, document in (("t", "d"), ("u", "e")):
        made.add_node(Node("Duty", id_, {"name": id_, "document": document}))
    made.add_node(Node("LeadingGroup", "g", {"name": "小组"}))
    for type_, id_, start, end, document in (
        ("OWNS", "1", ("Agency", "甲"), ("Duty", "t"), "d"),
        ("OWNS", "2", ("Agency", "乙"), ("Duty", "t"), "d"),
        ("OWNS", "3", ("Agency", "丙"), ("Duty", "u"), "e"),
        ("MEMBER_OF", "4", ("Agency", "甲"), ("LeadingGroup", "g"), "e"),
        ("MENTIONS", "5", ("Document", "f"), ("Agency", "甲"), "f"),
        ("MENTIONS", "6", ("Document", "e"), ("Agency", "乙"), "e"),
    ):
        role = {"OWNS": {"role": "lead"}, "MEMBER_OF": {"role": "成员"}}.get(type_, {})
        proof: dict[str, Value] = {"start": 1, "end": 2, "quote": "甲", "rule": "r", "confidence": 1.0, **role}
        made.add_relationship(Relationship(type_, id_, *start, *end, {**proof, "document": document}))
    return made


def test_what_is_around_a_body() -> None:
    part = around(tables(), "Agency", "甲")
    assert set(part.nodes) == {
        ("Agency", "甲"),
        ("Agency", "乙"),
        ("Duty", "t"),
        ("LeadingGroup", "g"),
        ("Document", "d"),
        ("Document", "e"),
    }, "the documents that prove it, none that only names it; no task of others"
    assert {id_ for _, id_ in part.relationships} == {"1", "2", "4", "6"}
    assert check(part) == [], "every end is there"


def test_a_body_without_duties_is_there_alone() -> None:
    made = tables()
    made.add_node(Node("Agency", "丁", {"name": "丁"}))
    assert set(around(made, "Agency", "丁").nodes) == {("Agency", "丁")}


@pytest.mark.parametrize("only", ["甲", "agency=", "document=d", "=甲"])
def test_only_takes_an_agency(only: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "json", "-o", "-", "--only", only, "--store", str(tmp_path)]) == 2
    assert "is not agency=NAME" in capfd.readouterr().err


@pytest.mark.parametrize("name", ["csv", "parquet", "neo4j-admin"])
def test_a_folder_does_not_go_to_standard_output(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["export", name, "-o", "-"]) == 2
    assert "a folder does not go to standard output" in capfd.readouterr().err


def test_an_extra_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rdflib", None)
    monkeypatch.delitem(sys.modules, "graph.exports.turtle", raising=False)
    with pytest.raises(StoreError, match="rdflib") as raised:
        file_format(Name.turtle)
    assert raised.value.remedy == "pip install 'dutygraph[turtle]'"
