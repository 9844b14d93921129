"""Files in zip files: found like those of a folder, within limits, and nothing outside."""

from __future__ import annotations

from pathlib import Path

import pytest
from packing import packed

from extractors.sources import SourceError, decode, find, passed_over, read

TEXT = "各镇人民政府：\n现将方案印发给你们。\n"


def packed_by_windows(name: str) -> bytes:
    """An archive of one text whose name is GBK without any mark of it."""
    raw = name.encode("gbk")
    return packed({"x" * len(raw): TEXT}).replace(b"x" * len(raw), raw)


def found(path: Path) -> tuple[list[str], list[str]]:
    files, errors = find([path])
    for file, name in files:
        assert read(file, name).text == TEXT
    return [name for _, name in files], [error.what for error in errors]


def nested(depth: int) -> bytes:
    data = packed({"a.txt": TEXT})
    for _ in range(depth):
        data = packed({"in.zip": data})
    return data


ARCHIVES = [
    (
        packed({"b.txt": TEXT, "sub/a.txt": TEXT, "c.png": b"\x89PNG"}),
        ["z.zip/b.txt", "z.zip/sub/a.txt"],
        [],
        "a folder",
    ),
    (packed({"通知.txt": TEXT}), ["z.zip/通知.txt"], [], "a Chinese name"),
    (packed_by_windows("通知.txt"), ["z.zip/通知.txt"], [], "a Chinese name as Windows writes it"),
    (packed({"__MACOSX/a.txt": TEXT, ".a.txt": TEXT, "a.txt": TEXT}), ["z.zip/a.txt"], [], "what is hidden"),
    (nested(2), ["z.zip/in.zip/in.zip/a.txt"], [], "archives in archives"),
    (nested(3), [], ["a zip file in 3 others"], "too deep"),
    (packed({"../../a.txt": TEXT, "b.txt": TEXT}), ["z.zip/b.txt"], ["would lie outside"], "a way up"),
    (packed({"/etc/a.txt": TEXT}), [], ["would lie outside"], "a place of its own"),
    (
        packed({"a.txt": TEXT, "b.txt": TEXT, "c.txt": TEXT}).replace(b"b.txt", b"a.txt").replace(b"c.txt", b"a.txt"),
        ["z.zip/a (2).txt", "z.zip/a (3).txt", "z.zip/a.txt"],
        [],
        "one name three times",
    ),
    (packed({"c.png": b"\x89PNG"}), [], ["nothing readable in this zip file"], "nothing of ours"),
    (packed({"a.txt": TEXT})[:-20], [], ["cut off"], "the end is missing"),
    (packed({f"{n}.txt": "" for n in range(10_001)}), [], ["10,001 files"], "very many files"),
]


@pytest.mark.parametrize(("data", "names", "errors", "reason"), ARCHIVES, ids=[row[3] for row in ARCHIVES])
def test_files_in_archives(tmp_path: Path, data: bytes, names: list[str], errors: list[str], reason: str) -> None:
    (tmp_path / "z.zip").write_bytes(data)
    got, wrong = found(tmp_path / "z.zip")
    assert got == names, reason
    assert len(wrong) == len(errors), reason
    assert all(expected in what for expected, what in zip(errors, wrong, strict=True)), reason


def test_members_of_one_name_are_told_apart(tmp_path: Path) -> None:
    data = packed({"a.txt": TEXT, "b.txt": TEXT + "附件", "a (2).txt": TEXT}).replace(b"b.txt", b"a.txt")
    (tmp_path / "z.zip").write_bytes(data)
    texts = {path.name: read(path).text for path, _ in find([tmp_path / "z.zip"])[0]}
    assert texts == {"a.txt": TEXT, "a (2).txt": TEXT + "附件", "a (2) (2).txt": TEXT}


def test_an_archive_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "z.zip").write_bytes(packed({"a.txt": TEXT, "b.png": b"\x89PNG"}))
    (tmp_path / "docs" / "a.txt").write_text(TEXT, encoding="utf-8")
    assert found(tmp_path / "docs") == (["docs/a.txt", "docs/z.zip/a.txt"], [])
    assert passed_over([tmp_path / "docs"]) == {".png": 1}


BOMB = packed({"a.txt": b" " * 50_000_000})


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    (tmp_path / "z.zip").write_bytes(BOMB)
    [(path, _)], _ = find([tmp_path / "z.zip"])
    with pytest.raises(SourceError, match=r"z\.zip/a\.txt: .*far larger"):
        read(path)


def test_an_encrypted_member_is_said_to_be(tmp_path: Path) -> None:
    data = bytearray(packed({"a.txt": TEXT}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "z.zip").write_bytes(data)
    [(path, _)], _ = find([tmp_path / "z.zip"])
    with pytest.raises(SourceError, match="encrypted"):
        read(path)


def test_an_archive_under_another_name() -> None:
    with pytest.raises(SourceError, match="under another name"):
        decode(packed({"a.txt": TEXT}), "a.docx")
