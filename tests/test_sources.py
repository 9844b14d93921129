"""Files and bytes -> decoded text, or one line of what is wrong."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from extractors.sources import SourceError, decode, find, passed_over, place_at, read

TEXT = "临溪县人民政府关于印发《临溪县防汛预案》的通知\r\n临政发〔2020〕3号\r\n各镇人民政府：\r\n"

GOOD = [
    ("utf-8", "utf-8", "the common case; carriage returns are kept"),
    ("utf-8-sig", "utf-8", "a byte order mark is a character of the text"),
    ("gb18030", "gb18030", "files of older systems"),
    ("gbk", "gb18030", "a part of GB18030"),
    ("utf-16", "utf-16-le", 'Windows\' "Unicode", with a mark'),
    ("utf-16-le", "utf-16-le", "without a mark: the text itself tells"),
    ("utf-16-be", "utf-16-be", "likewise, the other way round"),
    ("utf-32", "utf-32-le", "begins like UTF-16"),
]


@pytest.mark.parametrize(("encoding", "whole", "reason"), GOOD)
def test_text_is_decoded_as_it_stands(encoding: str, whole: str, reason: str) -> None:
    data = TEXT.encode(encoding)
    source = decode(data, "a.txt")
    assert source.text.removeprefix("\ufeff") == TEXT, reason
    assert source.text == data.decode(whole), reason


def test_big5_is_told_from_gb18030() -> None:
    text = "臨溪縣人民政府關於印發防汛方案的通知，各鄉鎮人民政府應認真貫徹執行。"
    assert decode(text.encode("big5"), "a.txt").text == text, "GB18030 decodes it too, to noise"


LONG = TEXT * 3
DAMAGED = [
    (LONG.encode()[:-6], LONG[:-4] + "\ufffd", "UTF-8 cut off in a character"),
    (LONG.encode().replace("镇".encode(), b"\xe9\x95"), LONG.replace("镇", "\ufffd"), "UTF-8 without a byte"),
    (LONG.encode().replace("镇".encode(), b"\xff"), LONG.replace("镇", "\ufffd"), "UTF-8 with a byte of noise"),
    (LONG.encode("gb18030")[:-5], LONG[:-4] + "\ufffd", "GB18030 cut off in a character"),
]


@pytest.mark.parametrize(("data", "text", "reason"), DAMAGED, ids=[row[2] for row in DAMAGED])
def test_a_few_bad_bytes_are_marked(data: bytes, text: str, reason: str) -> None:
    assert decode(data, "a.txt").text == text, reason


WRONG = "neither UTF-8, GB18030, Big5 nor UTF-16"
BAD = [
    (b"", "empty", "an empty file"),
    (b"  \r\n\t", "empty", "nothing but white space"),
    (b"\xef\xbb\xbf", "empty", "nothing but a byte order mark"),
    (b"\xff\xfe \0\n\0", "no text in it", "nothing but white space in UTF-16"),
    (bytes(range(256)) * 4, "binary", "zero bytes"),
    ("公文書の検索システムについて知らせる".encode("shift-jis"), WRONG, "Shift-JIS decodes as GB18030, to noise"),
    ("café à".encode("latin-1"), WRONG, "one bad byte of one is too many"),
    ("café déjà vu, à bientôt, naïve".encode("latin-1"), WRONG, "Latin-1"),
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture", "a picture is told by its first bytes"),
    (rb"{\rtf1\ansi\ansicpg936 {\*\generator Riched20}", "RTF", "no .doc, whatever its name says"),
    (b"PK\x03\x04" + bytes(60), "cut off or damaged", "a zip file without its end"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(60), "cut off or damaged", "an OLE file without its end"),
]


@pytest.mark.parametrize(("data", "what", "reason"), BAD)
def test_what_cannot_be_read_is_said(data: bytes, what: str, reason: str) -> None:
    with pytest.raises(SourceError, match=what) as error:
        decode(data, "folder/a.txt")
    assert "folder/a.txt" in str(error.value), reason
    assert error.value.remedy, reason
    assert "\n" not in str(error.value), reason


PAGE = "<html><head><title>关于印发方案的通知</title></head><body><p>各镇人民政府：</p></body></html>"
MESSAGE = f"""From: <Saved by Word>
MIME-Version: 1.0
Content-Type: multipart/related; boundary="----=_Next"

------=_Next
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: 8bit

{PAGE}
------=_Next--
"""
KINDS = [
    (PAGE, "a.html", "html", PAGE, "a page"),
    (PAGE, "a.txt", "html", PAGE, "a page under another name"),
    (f"\ufeff\n<!DOCTYPE html>{PAGE}", "a.doc", "html", f"\ufeff\n<!DOCTYPE html>{PAGE}", "Word saves pages so"),
    (TEXT, "a.html", "text", TEXT, "no tag in it: its line ends are meant"),
    ("<p>各镇</p>", "a.html", "html", "<p>各镇</p>", "a part of a page is known by its name"),
    (TEXT, "a.md", "markdown", TEXT, "Markdown is known by its name alone"),
    (TEXT, "notice", "text", TEXT, "no ending"),
    (TEXT, "a.doc", "text", TEXT, "a text that is called .doc"),
    (MESSAGE, "a.mht", "html", f"{PAGE}\n", "a page in a message"),
    (MESSAGE.replace("\n", "\r\n"), "a.doc", "html", f"{PAGE}\r\n", "Word's own line ends and name"),
]


@pytest.mark.parametrize(("text", "name", "kind", "expected", "reason"), KINDS)
def test_the_kind_is_told_by_what_is_in_the_file(text: str, name: str, kind: str, expected: str, reason: str) -> None:
    source = decode(text.encode(), name)
    assert (source.kind, source.text.rstrip()) == (kind, expected.rstrip()), reason


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
    for name in ("b.txt", "a.md", "sub/c.HTML", "d.png", "e.docx", "~$e.docx", ".git/f.txt"):
        path = tmp_path / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    found, errors = find([tmp_path / "docs", tmp_path / "docs" / "b.txt"])
    assert [name for _, name in found] == ["docs/a.md", "docs/b.txt", "docs/e.docx", "docs/sub/c.HTML"]
    assert not errors
    assert passed_over([tmp_path / "docs"]) == {".png": 1}
    assert passed_over([tmp_path / "docs"], ocr=True) == {}, "pictures are read then"


def test_a_file_that_is_given_by_itself_may_be_called_as_it_likes(tmp_path: Path) -> None:
    (tmp_path / "notice.old").write_bytes(TEXT.encode())
    [(path, name)], errors = find([tmp_path / "notice.old"])
    assert (read(path, name).text, errors) == (TEXT, [])


PAGES = [("一\f二\f三", 0, "第1页"), ("一\f二\f三", 4, "第3页"), ("一页", 1, "")]


@pytest.mark.parametrize(("text", "offset", "page"), PAGES)
def test_pages_are_divided_by_form_feeds(text: str, offset: int, page: str) -> None:
    assert place_at(decode(text.encode(), "a.txt").places, offset) == page
