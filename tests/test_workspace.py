"""The workspace: what is kept, what is taken out, and what bad folders and files get."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.facts import Document
from graph import files
from graph.stores import StoreError
from graph.workspace import Problem, SourceRecord, Workspace, WorkspaceError

A, B = "临政发〔2018〕1号", "临政发〔2018〕2号"


def _put(workspace: Workspace, path: str, *documents: Document, text: str = "正文") -> None:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    workspace.put(SourceRecord(path=path, name=Path(path).name, sha256=sha256), documents, text)


def _document(number: str | None, title: str, source: str = "a.txt", text: str = "") -> Document:
    body = text or f"{number}{title}"
    return Document(
        source=source,
        source_sha256=hashlib.sha256("正文".encode()).hexdigest(),
        text_sha256=hashlib.sha256(body.encode()).hexdigest(),
        start=0,
        end=2,
        number=number,
        title=title,
    )


def _numbers(workspace: Workspace) -> list[str | None]:
    return [document.number for document in workspace.documents()]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "store"


def test_documents_are_sorted_by_content(root: Path) -> None:
    with Workspace.open(root, write=True) as workspace:
        _put(workspace, "/z/b.txt", _document(B, "第二", "b.txt"))
        _put(workspace, "/y/a.txt", _document(A, "第一"))
        assert _numbers(workspace) == [A, B]
    with Workspace.open(root) as workspace:
        assert _numbers(workspace) == [A, B]
        assert workspace.text(workspace.documents()[0]) == "正文"


def test_equal_texts_are_one_document_with_all_sources(root: Path) -> None:
    with Workspace.open(root, write=True) as workspace:
        _put(workspace, "/b.txt", _document(A, "第一", "b.txt"))
        _put(workspace, "/a.txt", _document(A, "第一", "a.txt"))
        [document] = workspace.documents()
    assert (document.source, document.sources) == ("a.txt", ("a.txt", "b.txt"))


def test_a_source_replaces_its_own_documents_alone(root: Path) -> None:
    with Workspace.open(root, write=True) as workspace:
        _put(workspace, "/a.txt", _document(A, "第一"))
        _put(workspace, "/b.txt", _document(B, "第二", "b.txt"))
        _put(workspace, "/a.txt", _document("临政发〔2018〕3号", "第三"), text="新文")
        workspace.prune()
        assert _numbers(workspace) == [B, "临政发〔2018〕3号"]
    assert len(list((root / "facts").iterdir())) == 2
    assert len(list((root / "texts").iterdir())) == 2


def test_an_error_keeps_what_was_read_before(root: Path) -> None:
    with Workspace.open(root, write=True) as workspace:
        _put(workspace, "/a.txt", _document(A, "第一"))
        workspace.put_error(Path("/a.txt"), "a.txt", Problem("a binary file", "/a.txt", "give text"))
        workspace.put_error(Path("/c.txt"), "c.txt", Problem("empty", "/c.txt", "leave it out"))
        assert _numbers(workspace) == [A]
        assert [record.error and record.error.what for record in workspace.sources()] == ["a binary file", "empty"]


KEYS = [
    (A, "the number"),
    ("临政发[2018]1号", "other brackets"),
    ("临政发 〔2018〕 1号", "white space"),
    ("第一", "the title"),
]


@pytest.mark.parametrize(("key", "why"), KEYS, ids=[why for _, why in KEYS])
def test_remove(key: str, why: str, root: Path) -> None:
    with Workspace.open(root, write=True) as workspace:
        _put(workspace, "/a.txt", _document(A, "第一"), _document(B, "第二"))
        _put(workspace, "/copy.txt", _document(A, "第一", "copy.txt"))
        assert workspace.remove(key).number == A
        assert _numbers(workspace) == [B]
    with Workspace.open(root, write=True) as workspace:
        _put(workspace, "/b.txt", _document("临政发〔2018〕3号", "第三", "b.txt"))
        assert _numbers(workspace) == [B, "临政发〔2018〕3号"], "it stays out"
        _put(workspace, "/copy.txt", _document(A, "第一", "copy.txt"))
        assert A in _numbers(workspace), "its source was read again"


def test_remove_names_the_nearest(root: Path) -> None:
    with Workspace.open(root, write=True) as workspace:
        _put(workspace, "/a.txt", _document(A, "第一"), _document(B, "第二"))
        with pytest.raises(WorkspaceError, match=rf"no document .*临政发〔2018〕9号; the nearest: .*{A}"):
            workspace.remove("临政发〔2018〕9号")
        assert _numbers(workspace) == [A, B]


def test_remove_guesses_nothing(root: Path) -> None:
    with Workspace.open(root, write=True) as workspace:
        _put(workspace, "/a.txt", _document(A, "同名"), _document(B, "同名"))
        with pytest.raises(WorkspaceError, match="2 documents are called 同名; give the id of one: "):
            workspace.remove("同名")


def _mark(root: Path, text: str) -> None:
    root.mkdir()
    (root / "workspace.json").write_text(text)


FOLDERS: list[tuple[Callable[[Path], object], bool, str, str]] = [
    (lambda root: None, False, "there is no workspace; run `dutygraph build", "nothing there to read"),
    (lambda root: root.write_text("x"), False, "a file, not the folder", "a file"),
    (lambda root: root.mkdir(), False, "not a workspace", "an empty folder to read from"),
    (
        lambda root: (root.mkdir(), (root / "letter.txt").write_text("x")),
        True,
        "not a workspace",
        "a stranger's folder",
    ),
    (lambda root: _mark(root, '{"format": 99, "release": "9.0"}'), True, "written by release 9.0", "another release"),
    (lambda root: _mark(root, "{"), True, "is damaged", "a broken mark"),
]


@pytest.mark.parametrize(("make", "write", "what", "why"), FOLDERS, ids=[why for *_, why in FOLDERS])
def test_bad_folders(make: Callable[[Path], object], write: bool, what: str, why: str, root: Path) -> None:
    make(root)
    before = sorted(root.iterdir()) if root.is_dir() else None
    with pytest.raises(WorkspaceError, match=what) as refused:
        Workspace.open(root, write=write)
    assert "\n" not in str(refused.value)
    assert before == (sorted(root.iterdir()) if root.is_dir() else None), "nothing is written into it"


def test_an_empty_folder_becomes_a_workspace(root: Path) -> None:
    root.mkdir()
    (root / f"workspace.json.77{files.TEMPORARY}").write_text("{")  # a writer was killed while it made the mark
    with Workspace.open(root, write=True) as workspace:
        assert workspace.documents() == []


def test_one_writer_at_a_time(root: Path) -> None:
    hold = f"""
from graph.workspace import Workspace
with Workspace.open({str(root)!r}, write=True):
    print(1, flush=True)
    input()
"""
    with subprocess.Popen(
        [sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(StoreError, match=rf"locked by another writer \(process {process.pid}, since 20.*; wait"):
            Workspace.open(root, write=True)
        Workspace.open(root).close()  # reading is free
        process.kill()
        process.wait()
        Workspace.open(root, write=True).close()  # the lock of a dead process is no lock


DAMAGED: list[tuple[str, bytes, str, str]] = [
    ("facts", b"{}\n", r"the record of a.txt is damaged; build /a.txt again", "facts with other bytes"),
    ("facts", b"", r"the record of a.txt is damaged; build /a.txt again", "facts cut short"),
    ("sources", b"{", r"the record of a source is damaged; delete it and build", "a broken record"),
    ("texts", b"\x1f\x8b", r"the text of a.txt is damaged; build", "a text cut short"),
    ("texts", b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff\xff\xff", r"the text of a.txt is damaged", "a garbled text"),
]


@pytest.mark.parametrize(("folder", "data", "what", "why"), DAMAGED, ids=[why for *_, why in DAMAGED])
def test_damage_is_named(folder: str, data: bytes, what: str, why: str, root: Path) -> None:
    with Workspace.open(root, write=True) as workspace:
        _put(workspace, "/a.txt", _document(A, "第一"))
    [file] = (root / folder).iterdir()
    file.write_bytes(data)
    with Workspace.open(root) as workspace, pytest.raises(WorkspaceError, match=what):
        for document in workspace.documents():
            workspace.text(document)


def test_missing_facts_are_damage(root: Path) -> None:
    with Workspace.open(root, write=True) as workspace:
        _put(workspace, "/a.txt", _document(A, "第一"))
        for file in (root / "facts").iterdir():
            file.unlink()
        with pytest.raises(WorkspaceError, match=r"the record of a\.txt is damaged"):
            workspace.documents()


def test_full_disk_loses_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, os.strerror(28))

    with Workspace.open(root, write=True) as workspace:
        _put(workspace, "/a.txt", _document(A, "第一"))
        with monkeypatch.context() as patch:
            patch.setattr(files.os, "fsync", full)
            with pytest.raises(StoreError, match="the disk is full; free some space"):
                _put(workspace, "/a.txt", _document(B, "第二"), text="新文")
        assert _numbers(workspace) == [A]
        assert not list(root.rglob(f"*{files.TEMPORARY}"))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind root")
def test_read_only_folder(root: Path) -> None:
    Workspace.open(root, write=True).close()
    root.chmod(0o500)
    try:
        Workspace.open(root).close()
        with pytest.raises(StoreError, match="permission denied; choose a folder"):
            Workspace.open(root, write=True)
    finally:
        root.chmod(0o700)


def test_records_are_plain_json(root: Path) -> None:
    with Workspace.open(root, write=True) as workspace:
        _put(workspace, "/a.txt", _document(A, "第一"))
    [record] = (root / "sources").iterdir()
    assert json.loads(record.read_bytes())["documents"] == 1
    [facts] = (root / "facts").iterdir()
    assert json.loads(facts.read_bytes())["number"] == A
