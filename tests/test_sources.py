"""Files and bytes -> decoded text, or one line of what is wrong."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from extractors.sources import SourceError, decode, find, passed_over, read

TEXT = "临溪县人民政府关于印发《临溪县防汛预案》的通知\r\n临政发〔2020〕3号\r\n各镇人民政府：\r\n"

GOOD = [
    ("utf-8", "the common case; carriage returns are kept"),
    ("utf-8-sig", "a byte order mark is a character of the text"),
    ("gb18030", "files of older systems"),
    ("gbk", "a part of GB18030"),
]


@pytest.mark.parametrize(("encoding", "reason"), GOOD)
def test_text_is_decoded_as_it_stands(encoding: str, reason: str) -> None:
    data = TEXT.encode(encoding)
    source = decode(data, "a.txt")
    assert source.text.removeprefix("\ufeff") == TEXT, reason
    assert source.text == data.decode(encoding.removesuffix("-sig")), reason


BAD = [
    (b"", "empty", "an empty file"),
    (b"  \r\n\t", "empty", "nothing but white space"),
    (b"\xef\xbb\xbf", "empty", "nothing but a byte order mark"),
    (TEXT.encode("utf-16"), "UTF-16", "UTF-16 with a mark"),
    (bytes(range(256)) * 4, "binary", "zero bytes"),
    (
        "臨溪縣人民政府關於印發方案的通知".encode("big5"),
        "neither UTF-8 nor GB18030",
        "Big5 decodes as GB18030, to noise",
    ),
    ("公文書の検索システムについて知らせる".encode("shift-jis"), "neither UTF-8 nor GB18030", "Shift-JIS likewise"),
    ("café déjà vu, à bientôt, naïve".encode("latin-1"), "neither UTF-8 nor GB18030", "Latin-1"),
]


@pytest.mark.parametrize(("data", "what", "reason"), BAD)
def test_what_cannot_be_read_is_said(data: bytes, what: str, reason: str) -> None:
    with pytest.raises(SourceError, match=what) as error:
        decode(data, "folder/a.txt")
    assert "folder/a.txt" in str(error.value), reason
    assert error.value.remedy, reason
    assert "\n" not in str(error.value), reason


@pytest.mark.parametrize("name", ["a.docx", "a.doc", "a.pdf", "a.wps", "a.zip"])
def test_other_kinds_are_refused_by_their_ending(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(TEXT, encoding="utf-8")
    found, errors = find([path])
    assert not found
    assert path.suffix in errors[0].what
    with pytest.raises(SourceError, match="cannot be read"):
        read(path)


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.txt")
    found, errors = find([tmp_path / "x.txt"])
    assert (found, [error.what for error in errors]) == ([], ["not a regular file"]), "reading it would wait for ever"


def test_a_missing_file_and_an_empty_folder(tmp_path: Path) -> None:
    found, errors = find([tmp_path / "none.txt", tmp_path])
    assert not found
    assert [error.what for error in errors] == ["no such file", "nothing readable in this folder"]
    with pytest.raises(SourceError, match=r"none\.txt"):
        read(tmp_path / "none.txt")


def test_a_folder_gives_its_files_once_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.HTML", "d.pdf", "e.docx", ".git/f.txt"):
        path = tmp_path / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    found, errors = find([tmp_path / "docs", tmp_path / "docs" / "b.txt"])
    assert [name for _, name in found] == ["docs/a.md", "docs/b.txt", "docs/sub/c.HTML"]
    assert not errors
    assert passed_over([tmp_path / "docs"]) == {".pdf": 1, ".docx": 1}


def test_a_file_without_an_ending_is_text(tmp_path: Path) -> None:
    (tmp_path / "notice").write_text(TEXT, encoding="utf-8")
    assert read(tmp_path / "notice").kind == "text"
