"""The embedded store: what is written is what is read; the difference alone is written; nothing is lost."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from graphs import county

from graph.stores import StoreError, Written
from graph.stores.arcade import ArcadeStore
from graph.stores.read import tables_of
from graph.tables import Node, Relationship, Tables

DUTY, OWNER = ("Duty", "d1"), ("OWNS", "OWNS:临溪县安监局>d1@临政发〔2018〕12号lead")


def _without(*keys: tuple[str, str]) -> Tables:
    """The county without some nodes and what hangs on them."""
    tables = county()
    for key in keys:
        tables.nodes.pop(key, None)
        tables.relationships.pop(key, None)
    for key, one in [*tables.relationships.items()]:
        if not {(one.from_label, one.from_id), (one.to_label, one.to_id)} <= tables.nodes.keys():
            del tables.relationships[key]
    return tables


def _with_node(**properties: str) -> Tables:
    tables = county()
    node = tables.nodes[DUTY]
    tables.nodes[DUTY] = Node(node.label, node.id, {**node.properties, **properties})
    return tables


def _with_relationship(**changes: str) -> Tables:
    tables = county()
    tables.relationships[OWNER] = replace(tables.relationships[OWNER], **changes)
    return tables


def _without_property() -> Tables:
    tables = county()
    del tables.nodes[DUTY].properties["deadline"]
    return tables


STEPS: list[tuple[Callable[[], Tables], Written, str]] = [
    (lambda: _with_node(text="另一任务"), Written(nodes_changed=1), "a property of a node"),
    (_without_property, Written(nodes_changed=1), "a property that is gone"),
    (lambda: _with_relationship(to_id="d3"), Written(relationships_changed=1), "an end of a relationship"),
    (lambda: _without(OWNER), Written(relationships_deleted=1), "a relationship that is gone"),
    (lambda: _without(DUTY), Written(nodes_deleted=1, relationships_deleted=4), "a node that is gone"),
    (Tables, Written(nodes_deleted=27, relationships_deleted=45), "everything"),
]


@pytest.mark.parametrize(("other", "written", "why"), STEPS, ids=[why for *_, why in STEPS])
def test_difference_alone_is_written(other: Callable[[], Tables], written: Written, why: str, tmp_path: Path) -> None:
    before, after = county(), other()
    if why == "everything":
        written = Written(nodes_deleted=len(before.nodes), relationships_deleted=len(before.relationships))
    with ArcadeStore(tmp_path / "graph") as store:
        first = store.write(before)
        assert first == Written(nodes_created=len(before.nodes), relationships_created=len(before.relationships))
        assert tables_of(store) == before
        assert store.write(after) == written
        assert tables_of(store) == after
        store.write(before)
        assert tables_of(store) == before


def _bytes(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_nothing_to_do_touches_nothing(tmp_path: Path) -> None:
    with ArcadeStore(tmp_path / "graph") as store:
        store.write(county())
        before = _bytes(tmp_path)
        assert store.write(county()).nothing
        assert _bytes(tmp_path) == before
        store.query("MATCH (n) RETURN count(n) AS n")
    assert _bytes(tmp_path) == before, "reading changes no file"


def test_values_survive(tmp_path: Path) -> None:
    text = "引号\"'`\\ 换行\n制表\t〔〕😀 $x {y} \u2028"
    tables = Tables()
    tables.add_node(Node("Duty", text, {"name": text, "start": 2**40, "confidence": 0.1, "vague": True}))
    tables.add_node(Node("Agency", "局", {"name": "局", "names": [text, ""], "vague": False}))
    proof = {"document": "d", "start": 0, "end": 1, "quote": text, "rule": "r", "confidence": 1.0}
    tables.add_relationship(Relationship("OWNS", text, "Agency", "局", "Duty", text, {**proof, "role": "lead"}))
    with ArcadeStore(tmp_path / "graph") as store:
        store.write(tables)
        assert tables_of(store) == tables


def test_progress_ends_at_the_whole(tmp_path: Path) -> None:
    seen: list[tuple[str, int, int]] = []
    with ArcadeStore(tmp_path / "graph") as store:
        store.write(county(), lambda *step: seen.append(step))
    assert seen[-1][0] == "write"
    assert seen[-1][1] == seen[-1][2] == len(county().nodes) + len(county().relationships)


def test_tables_that_break_the_schema_are_refused(tmp_path: Path) -> None:
    tables = Tables()
    tables.add_node(Node("Nonsense` {x: 1}) DELETE n //", "x", {}))
    with ArcadeStore(tmp_path / "graph") as store, pytest.raises(StoreError, match="break the schema"):
        store.write(tables)
    assert not (tmp_path / "graph").exists()


_SLOW_WRITER = """
    import sys, time
    sys.path.insert(0, {tests!r})
    from graphs import county
    from graph.stores import arcade
    from graph.tables import Node
    arcade._BATCH = 1
    tables = county()
    for i in range(500):
        tables.add_node(Node("Agency", f"a{{i}}", {{"name": "x"}}))
    def step(what, done, total):
        if done == 100:
            print("half", flush=True)
        if done > 100:
            time.sleep(0.02)
    arcade.ArcadeStore({store!r}).write(tables, step)
"""


def _slow_writer(store: Path) -> subprocess.Popen[str]:
    """A process that is in the middle of a write."""
    text = textwrap.dedent(_SLOW_WRITER).format(tests=str(Path(__file__).parent), store=str(store))
    process = subprocess.Popen([sys.executable, "-c", text], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "half\n"
    return process


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_killed_write_leaves_the_store_as_it_was(how: signal.Signals, tmp_path: Path) -> None:
    with ArcadeStore(tmp_path / "graph") as store:
        store.write(county())
        process = _slow_writer(tmp_path / "graph")
        assert tables_of(store) == county(), "readers are not locked out"
        with pytest.raises(StoreError, match=rf"locked by another writer \(process {process.pid}, since 20"):
            store.write(Tables())
        process.send_signal(how)
        process.wait(timeout=20)
        time.sleep(0.2)
    with ArcadeStore(tmp_path / "graph") as store:
        assert tables_of(store) == county()
        assert store.write(_without(OWNER)) == Written(relationships_deleted=1)
        assert tables_of(store) == _without(OWNER)
    assert len(list((tmp_path / "graph").glob("g-*"))) == 1, "what was left is swept away"


def _database(store: Path) -> Path:
    return next(store.glob("g-*/database"))


DAMAGES: list[tuple[Callable[[Path], object], str, str]] = [
    (lambda s: os.truncate(next(_database(s).glob("Duty_0.*bucket")), 0), "damaged", "a file cut short"),
    (lambda s: next(_database(s).glob("dictionary*")).unlink(), "damaged", "a file that is gone"),
    (lambda s: (_database(s) / "schema.json").write_text("{"), "damaged", "a file with other bytes"),
    (lambda s: shutil.rmtree(_database(s)), "damaged", "the database is gone"),
    (lambda s: shutil.rmtree(_database(s).parent), "damaged", "the generation is gone"),
    (lambda s: (s / "current").write_bytes(b"../../etc"), "damaged", "the pointer points elsewhere"),
    (lambda s: (s / "current").write_bytes(b"\xff"), "damaged", "the pointer is no name"),
    (lambda s: (_database(s).parent / "seal.json").write_text("{"), "damaged", "the seal is broken"),
    (lambda s: _other_format(_database(s).parent / "seal.json"), "another release", "another format"),
]


def _other_format(seal: Path) -> None:
    seal.write_text(json.dumps({**json.loads(seal.read_text()), "format": 99}))


@pytest.mark.parametrize(("damage", "what", "why"), DAMAGES, ids=[why for *_, why in DAMAGES])
def test_damage_is_told_and_mended_by_a_write(
    damage: Callable[[Path], object], what: str, why: str, tmp_path: Path
) -> None:
    with ArcadeStore(tmp_path) as store:
        store.write(county())
    damage(tmp_path)
    with ArcadeStore(tmp_path) as store:
        with pytest.raises(StoreError, match=rf"{what}.*build.*again"):
            store.query("RETURN 1 AS x")
        store.write(county())
        assert tables_of(store) == county()


def test_no_graph_yet(tmp_path: Path) -> None:
    with ArcadeStore(tmp_path / "graph") as store, pytest.raises(StoreError, match="no graph in it; run"):
        store.query("RETURN 1 AS x")


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root can mount a small disk")
def test_full_disk_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=40m", "none", str(tmp_path)], capture_output=True)
    if mounted.returncode:
        pytest.skip("cannot mount here")
    try:
        with ArcadeStore(tmp_path / "graph") as store:
            store.write(county())
            (tmp_path / "filler").write_bytes(bytes(shutil.disk_usage(tmp_path).free - 2**20))
            with pytest.raises(StoreError, match="the disk is full; free some space"):
                store.write(_without(OWNER))
            assert tables_of(store) == county()
            (tmp_path / "filler").unlink()
            assert store.write(_without(OWNER)) == Written(relationships_deleted=1)
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


WRONG = [
    ("MATCH (n RETURN n", {}, "Syntax error", "no Cypher"),
    ("RETURN $x AS x", {}, r"parameter\(s\): x", "a parameter that is not given"),
    ("CREATE (n:Agency {id: 'x'}) RETURN n", {}, "the statement writes", "a write"),
    ("RETURN 1 AS x", {"x": "\udcff"}, "no text", "a parameter that is no text"),
]


@pytest.mark.parametrize(("text", "parameters", "what", "why"), WRONG, ids=[why for *_, why in WRONG])
def test_wrong_statements(text: str, parameters: dict[str, str], what: str, why: str, tmp_path: Path) -> None:
    with ArcadeStore(tmp_path) as store:
        store.write(_without(*county().nodes))
        with pytest.raises(StoreError, match=what) as refused:
            store.query(text, parameters)
        assert "\n" not in str(refused.value)
        assert store.query("RETURN 1 AS x").rows == ((1,),)


def test_shape_of_records(tmp_path: Path) -> None:
    with ArcadeStore(tmp_path) as store:
        store.write(county())
        [(agency, owns)] = store.query("MATCH (a:Agency)-[r:OWNS]->(d {id: 'd3'}) RETURN a, r").rows
    assert isinstance(agency, dict)
    assert isinstance(owns, dict)
    assert (agency["id"], agency["labels"], agency["vague"]) == ("有关部门", ["Agency"], True)
    assert (owns["type"], owns["role"]) == ("OWNS", "responsible")
    assert not any(key.startswith("@") for key in (*agency, *owns))
