"""The reading step: what is read, skipped, replaced; that processes and order change nothing; what bad sources get."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.sources import Source
from extractors.sources import read as read_source
from graph import reading
from graph.reading import read
from graph.stores import StoreError
from graph.workspace import Workspace

NOTICE = """临溪县人民政府关于做好第{n}次安全检查的通知

临政发〔2018〕{n}号

各镇人民政府，县政府有关部门：

一、加强检查。对石料场开展检查。（责任单位：县安监局、县财政局）

临溪县人民政府
2018年3月{n}日
"""


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "notices"
    folder.mkdir()
    for n in range(1, 5):
        (folder / f"{n}.txt").write_text(NOTICE.format(n=n), encoding="utf-8")
    return folder


def _numbers(workspace: Workspace) -> list[str | None]:
    return [document.number for document in workspace.documents()]


def _all(workspace: Workspace) -> list[str]:
    return [f"notices/{n}.txt" for n in range(1, 5)]


def test_read_skip_replace(sources: Path, tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "store", write=True) as workspace:
        first = read(workspace, [sources])
        assert (first.read, first.errors) == (_all(workspace), [])
        assert len(workspace.documents()) == 4
        second = read(workspace, [sources])
        assert (second.read, second.skipped) == ([], _all(workspace))
        (sources / "2.txt").write_text(NOTICE.format(n=22), encoding="utf-8")
        third = read(workspace, [sources])
        assert (third.replaced, len(third.skipped)) == (["notices/2.txt"], 3)
        assert "临政发〔2018〕22号" in _numbers(workspace)
        assert "临政发〔2018〕2号" not in _numbers(workspace)
        (sources / "1.txt").unlink()
        read(workspace, [sources])
        assert "临政发〔2018〕1号" in _numbers(workspace), "a source that vanished stays"


def test_another_extractor_reads_again(sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Workspace.open(tmp_path / "store", write=True) as workspace:
        read(workspace, [sources])
        monkeypatch.setattr(reading, "rules_version", lambda: "another")
        assert len(read(workspace, [sources]).replaced) == 4
        assert len(read(workspace, [sources]).skipped) == 4


def test_damaged_facts_are_read_again(sources: Path, tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "store", write=True) as workspace:
        read(workspace, [sources])
        next((tmp_path / "store" / "facts").iterdir()).write_bytes(b"{")
        next((tmp_path / "store" / "texts").iterdir()).unlink()
        assert 1 <= len(read(workspace, [sources]).replaced) <= 2
        assert len(workspace.documents()) == 4


def test_removed_comes_back_with_its_source(sources: Path, tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "store", write=True) as workspace:
        read(workspace, [sources])
        workspace.remove("临政发〔2018〕1号")
        assert read(workspace, [sources / "2.txt"]).replaced == ["2.txt"], "named otherwise, so read again"
        assert len(workspace.documents()) == 3
        assert "notices/1.txt" in read(workspace, [sources]).replaced
        assert len(workspace.documents()) == 4


def _kept(root: Path) -> dict[str, bytes]:
    """What is in the folders of a workspace, but for how long it took."""
    folders = (root / name for name in ("sources", "facts", "texts"))
    files = {str(path.relative_to(root)): path.read_bytes() for folder in folders for path in folder.iterdir()}
    return {name: re.sub(rb'"seconds":[^,}]+', b"", data) for name, data in files.items()}


def test_processes_and_order_change_nothing(sources: Path, tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "one", write=True) as workspace:
        read(workspace, [sources])
    with Workspace.open(tmp_path / "two", write=True) as workspace:
        steps: list[tuple[str, int, int]] = []
        report = read(workspace, [sources], jobs=2, progress=lambda *step: steps.append(step))
        assert report.read == _all(workspace)
        assert steps == [("read", n, 4) for n in range(1, 5)]
    assert _kept(tmp_path / "one") == _kept(tmp_path / "two")


BAD = [
    ("empty.txt", b"", "the file is empty", "nothing in it"),
    ("binary.txt", b"PK\x03\x04\0\0\0", "cut off or damaged", "binary"),
    ("other.txt", b"\x81\xff\xfe\xff" * 9, "neither UTF-8, GB18030", "no encoding that is known"),
    ("poem.txt", "床前明月光，疑是地上霜。".encode(), "no official document", "no document"),
]


@pytest.mark.parametrize("jobs", [1, 2])
def test_bad_sources_are_told_and_the_rest_is_read(jobs: int, sources: Path, tmp_path: Path) -> None:
    for name, data, _, _ in BAD:
        (sources / name).write_bytes(data)
    with Workspace.open(tmp_path / "store", write=True) as workspace:
        report = read(workspace, [sources, tmp_path / "missing.txt"], jobs=jobs)
        assert report.read == _all(workspace)
        told = " ".join(map(str, report.errors))
        assert all(what in told for _, _, what, _ in BAD)
        assert "missing.txt: no such file" in told
        assert len([record for record in workspace.sources() if record.error]) == len(BAD)
        again = read(workspace, [sources], jobs=jobs)
        assert len(again.errors) == len(BAD), "told each time"
        (sources / "empty.txt").write_text(NOTICE.format(n=9), encoding="utf-8")
        assert read(workspace, [sources]).read == ["notices/empty.txt"]
        assert len(workspace.documents()) == 5


def test_damaged_characters_are_told(sources: Path, tmp_path: Path) -> None:
    (sources / "1.txt").write_bytes(NOTICE.format(n=1).encode().replace("石".encode(), b"\xff"))
    with Workspace.open(tmp_path / "store", write=True) as workspace:
        report = read(workspace, [sources])
    assert (report.lost, len(report.read)) == ({"notices/1.txt": 1}, 4)


def test_an_error_of_our_own_stops_nothing(sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: Path, name: str, *, ocr: bool) -> object:
        if path.name == "2.txt":
            raise ZeroDivisionError("oops")
        return original(path, name, ocr=ocr)

    original = reading.read_source
    monkeypatch.setattr(reading, "read_source", broken)
    with Workspace.open(tmp_path / "store", write=True) as workspace:
        report = read(workspace, [sources])
        assert [str(error) for error in report.errors] == [
            f"{sources / '2.txt'}: internal error: ZeroDivisionError: oops; report this, with the file"
        ]
        assert len(report.read) == 3


SLOW = [
    (lambda: [None for _ in iter(int, 1)], "Python"),
    (lambda: re.match("(a+)+$", "a" * 60 + "b"), "a regular expression"),
]


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.parametrize(("slow", "reason"), SLOW, ids=[row[1] for row in SLOW])
def test_a_source_that_takes_too_long_is_given_up(
    slow: Callable[[], object], reason: str, sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reader(path: Path, name: str, *, ocr: bool) -> Source:
        if path.name == "2.txt":
            slow()
        return read_source(path, name, ocr=ocr)

    monkeypatch.setattr(reading, "read_source", reader)
    with Workspace.open(tmp_path / "store", write=True) as workspace:
        report = read(workspace, [sources], seconds=2)
        told = f"{sources / '2.txt'}: given up after 2 seconds; divide it, or give it more time (--timeout)"
        assert ([str(error) for error in report.errors], len(report.read)) == ([told], 3), reason
        monkeypatch.setattr(reading, "read_source", read_source)
        assert read(workspace, [sources]).read == ["notices/2.txt"], "with more time it is read"


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_the_limit_is_that_of_reading_processes_too(sources: Path, tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "store", write=True) as workspace:
        report = read(workspace, [sources], jobs=2, seconds=1e-6)
        assert [error.what for error in report.errors] == ["given up after 1e-06 seconds"] * 4
        assert len(read(workspace, [sources], jobs=2).read) == 4


def test_no_such_model(sources: Path, tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "store", write=True) as workspace, pytest.raises(StoreError, match="no such spaCy"):
        read(workspace, [sources], model="zh_nothing")


_READER = """
import sys
from graph.reading import read
from graph.workspace import Workspace
if __name__ == "__main__":
    with Workspace.open(sys.argv[1], write=True) as workspace:
        read(workspace, [sys.argv[2]], jobs=int(sys.argv[3]), progress=lambda *step: print(step[1], flush=True))
"""


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_killed_reading_goes_on(how: signal.Signals, jobs: str, sources: Path, tmp_path: Path) -> None:
    for n in range(5, 60):
        (sources / f"{n}.txt").write_text(NOTICE.format(n=n), encoding="utf-8")
    script = tmp_path / "reader.py"
    script.write_text(_READER, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, str(script), str(tmp_path / "store"), str(sources), jobs], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "1\n"
    process.send_signal(how)
    process.wait(timeout=30)
    time.sleep(0.3)
    with Workspace.open(tmp_path / "store", write=True) as workspace:
        kept = len(workspace.documents())
        report = read(workspace, [sources])
        assert len(report.skipped) == kept >= 1
        assert len(workspace.documents()) == 59
