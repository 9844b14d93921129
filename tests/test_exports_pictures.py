"""The small pictures: what is drawn by the rule, and that no name breaks out of its quotes."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET

import pytest

from graph.exports import Name, file_format
from graph.exports.small import MOST, small
from graph.tables import Node, Relationship, Tables, Value

HOSTILE = [
    '"]:::x',
    'a"b',
    "末尾\\",
    "甲\n乙",
    "<b>&amp;</b>",
    "end",
    "`x`",
    "#quot;",
    "-->|x|",
    "{[(",
    "\x00\x1b甲",
    "",
]


def tables(text: str = "县财政局", duties: int = 2) -> Tables:
    made = Tables()
    made.add_node(Node("Agency", "a", {"name": text}))
    made.add_node(Node("Document", "d", {"name": "文件"}))
    made.add_node(Node("Provision", "p", {"name": "一"}))
    proof: dict[str, Value] = {"document": "d", "start": 1, "end": 2, "quote": "甲", "rule": "r", "confidence": 1.0}
    for number in range(duties):
        id_ = f"{number:03}"
        made.add_node(Node("Duty", id_, {"name": f"任务{id_}"}))
        for role in ("lead", "support"):
            given = {**proof, "role": role}
            made.add_relationship(Relationship("OWNS", f"{id_}{role}", "Agency", "a", "Duty", id_, given))
        made.add_relationship(Relationship("STATED_IN", id_, "Duty", id_, "Provision", "p", proof))
    made.add_relationship(Relationship("MENTIONS", "m", "Document", "d", "Agency", "a", {**proof, "count": 1}))
    return made


def written(name: Name, made: Tables) -> str:
    file = io.BytesIO()
    file_format(name).write(made, file)
    return file.getvalue().decode()


def test_what_is_drawn() -> None:
    found = small(tables())
    assert found.nodes == [("Agency", "县财政局"), ("Duty", "任务000"), ("Duty", "任务001")]
    assert found.arrows == [(0, 1, "牵头、配合"), (0, 2, "牵头、配合")], "arrows the same way are one"
    assert found.note == ""


def test_it_is_cut_by_the_rule_and_says_so() -> None:
    found = small(tables(duties=100))
    assert len(found.nodes) == MOST
    assert found.note == "共 101 个节点，只画出关系最多的 60 个"
    assert found.note in written(Name.mermaid, tables(duties=100))
    assert found.note in written(Name.dot, tables(duties=100))


@pytest.mark.parametrize("text", HOSTILE)
def test_mermaid_keeps_a_name_between_its_quotes(text: str) -> None:
    lines = written(Name.mermaid, tables(text)).splitlines()
    assert lines[0] == "flowchart LR"
    for line in lines[1:]:
        assert re.fullmatch(
            r'  (n\d+\["[^"`<>&]*"\]:::\w+|n\d+ -->\|"[^"`<>&]*"\| n\d+|classDef \w+ [\w#:,]+)', line
        ), line
    named = re.match(r'  n0\["(.*)"\]', lines[1])
    assert named is not None
    read = re.sub(r"#(\d+);", lambda found: chr(int(found[1])), named[1])
    assert read == (" ".join(re.sub("[\x00\x1b]", "", text).split()) or "a"), "an empty name is an error to Mermaid"


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
@pytest.mark.parametrize("text", HOSTILE)
def test_graphviz_draws_the_names(text: str) -> None:
    drawn = subprocess.run(["dot", "-Tsvg"], input=written(Name.dot, tables(text)).encode(), capture_output=True)
    assert (drawn.returncode, drawn.stderr) == (0, b"")
    texts = [one.text for one in ET.fromstring(drawn.stdout).iter("{http://www.w3.org/2000/svg}text")]  # noqa: S314
    assert {"任务000", "牵头、配合"} <= set(texts)
    name = " ".join(re.sub("[\x00\x1b]", "", text).split())
    assert not name or name in [(one or "").replace("\u00a0", " ") for one in texts]


@pytest.mark.parametrize("name", [Name.mermaid, Name.dot])
def test_the_same_graph_gives_the_same_picture(name: Name) -> None:
    assert written(name, tables(duties=100)) == written(name, tables(duties=100))
