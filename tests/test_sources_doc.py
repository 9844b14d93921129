"""Word 97-2003 -> text: pieces, fields, tables with merged cells, from streams made here and from real files."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from extractors.clean import clean
from extractors.sources import SourceError, decode, read
from extractors.sources.doc import text_of

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
TEXT_AT, PAGE = 0x400, 512
IN_TABLE = struct.pack("<HB", 0x2416, 1)
Paragraphs = list[tuple[str, bytes]]
"""Paragraphs with the marks at their ends and their properties."""


def row_end(*cells: tuple[int, int]) -> bytes:
    """The properties of the mark that ends a row whose cells have these (left edge, flags); the row ends at 900."""
    edges = struct.pack(f"<{len(cells) + 1}h", *(edge for edge, _ in cells), 900)
    told = b"".join(struct.pack("<H18x", flags) for _, flags in cells)
    operand = bytes([len(cells)]) + edges + told
    return IN_TABLE + struct.pack("<HB", 0x2417, 1) + struct.pack("<HH", 0xD608, len(operand) + 1) + operand


def streams(paragraphs: Paragraphs, notes: str = "", eight_bits: bool = False) -> tuple[bytes, bytes, bytes]:
    """The streams of a .doc; the properties of row ends are put into the Data stream, as WPS does."""
    words = "".join(text for text, _ in paragraphs)
    text = (words + notes).encode("cp1252" if eight_bits else "utf-16-le")
    width = 1 if eight_bits else 2
    page_number = (TEXT_AT + len(text)) // PAGE + 1
    main = bytearray(page_number * PAGE)
    struct.pack_into("<H", main, 0, 0xA5EC)
    struct.pack_into("<2i", main, 0x4C, len(words), len(notes))
    main[TEXT_AT : TEXT_AT + len(text)] = text
    page, more, at = bytearray(PAGE), bytearray(b"\0\0"), PAGE - 2
    count = len(paragraphs)
    place = TEXT_AT
    for i, (words, properties) in enumerate(paragraphs):
        struct.pack_into("<I", page, 4 * i, place)
        place += width * len(words)
        if len(properties) > 8:
            start = len(more)
            more += struct.pack("<H", len(properties)) + properties
            properties = struct.pack("<HI", 0x6646, start)
        run = b"\0\0" + properties + b"\0" * (len(properties) % 2)
        at -= len(run) + 2
        page[at : at + len(run) + 2] = bytes([0, len(run) // 2]) + run
        page[4 * (count + 1) + 13 * i] = at // 2
    struct.pack_into("<I", page, 4 * count, place)
    page[-1] = count
    start = 2 * TEXT_AT | 0x40000000 if eight_bits else TEXT_AT
    clx = struct.pack("<BIIIHIH", 2, 16, 0, len(text) // width, 0, start, 0)
    papx = struct.pack("<III", TEXT_AT, place, page_number)
    struct.pack_into("<II", main, 0x1A2, 0, len(clx))
    struct.pack_into("<II", main, 0x102, len(clx), len(papx))
    lists = len(clx) + len(papx)
    struct.pack_into("<IIII", main, 0x2E2, lists, 2 + 28, lists + len(LISTS), len(USES))
    return bytes(main + page), clx + papx + LISTS + USES, bytes(more)


def list_level(figures: int, pattern: str) -> bytes:
    """A level of a list (LVL): it begins at 1; two bytes of properties that say nothing here."""
    told = struct.pack("<iB19xBBxx", 1, figures, 2, 0)
    return told + b"\0\0" + struct.pack("<H", len(pattern)) + pattern.encode("utf-16-le")


LISTS = struct.pack("<Hi22xBx", 1, 77, 0) + b"".join(
    [list_level(39, "\0、"), list_level(37, "（\1）"), list_level(0, "\2."), *[list_level(23, "\uf06c")] * 6]
)
USES = struct.pack("<Ii12x", 1, 77)


def listed(text: str, depth: int) -> tuple[str, bytes]:
    return f"{text}\r", struct.pack("<HHHB", 0x460B, 1, 0x260A, depth)


def row(*cells: str) -> Paragraphs:
    return [(f"{cell}\x07", IN_TABLE) for cell in cells]


DOWN, DOWN_FIRST = 0x20, 0x60
TEXTS: list[tuple[Paragraphs, str, str]] = [
    ([("关于印发\x0b方案的通知\r", b""), ("各镇：\r", b"")], "关于印发\n方案的通知\n各镇：\n", "a line end in a title"),
    ([("见\x13 HYPERLINK x \x14附件\x15。\r", b"")], "见附件。\n", "of a field, what it prints"),
    ([("\x13 A \x13 B \x14内\x15\x14外\x15。\r", b"")], "外。\n", "a field in the code of a field"),
    ([("\x13 A \x14外\x13 B \x14内\x15\x15。\r", b"")], "外内。\n", "a field in what a field prints"),
    ([("第\x13 PAGE \x15页\r", b"")], "第页\n", "a field that prints nothing here"),
    ([("图\x01\x08文\x1e字\x1f\r", b"")], "图文-字\n", "pictures and soft hyphens"),
    (
        [
            listed("要求", 0),
            listed("组织", 1),
            listed("经费", 1),
            listed("措施", 0),
            listed("分工", 1),
            listed("甲", 2),
        ],
        "一、要求\n（一）组织\n（二）经费\n二、措施\n（一）分工\n1. 甲\n",
        "Word's own numbers; a lower level begins anew",
    ),
    ([listed("点", 3)], "点\n", "a bullet is no number"),
    ([("没有段落标记", b"")], "没有段落标记\n", "no mark at the end"),
    (
        [*row("甲", "乙"), ("\x07", row_end((0, 0), (300, 0))), ("后\r", b"")],
        "甲\t乙\n后\n",
        "a table and a paragraph behind it",
    ),
    (
        [*row("甲", ""), ("\x07", row_end((0, 0), (300, 0))), *row("", "乙"), ("\x07", row_end((0, 0), (300, 0)))],
        "甲\n乙\n",
        "an empty cell is not the end of a row",
    ),
    (
        [
            *row("甲", "1"),
            ("\x07", row_end((0, DOWN_FIRST), (300, 0))),
            *row("", "2"),
            ("\x07", row_end((2, DOWN), (302, 0))),
        ],
        "甲\t1\n〃\t2\n",
        "a cell over two rows; edges a hair apart are one",
    ),
    (
        [
            *row("头", "丙"),
            ("\x07", row_end((0, 0), (600, 0))),
            *row("1", "2", "3"),
            ("\x07", row_end((0, 0), (300, 0), (600, 0))),
        ],
        "头\t\t丙\n1\t2\t3\n",
        "a cell over two columns is told by its edges alone",
    ),
    (
        [("一行\r", IN_TABLE), *row("又一行", "乙"), ("\x07", row_end((0, 0), (300, 0)))],
        "一行 又一行\t乙\n",
        "paragraphs in a cell",
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected", "reason"), TEXTS)
def test_paragraphs_and_tables(paragraphs: Paragraphs, expected: str, reason: str) -> None:
    assert text_of(*streams(paragraphs))[0].rstrip("\n") == expected.rstrip("\n"), reason


def test_foot_notes_stand_behind_the_text() -> None:
    assert text_of(*streams([("正文\r", b"")], notes="\x02 注文\r"))[0] == "正文\n 注文\n"


def test_pieces_of_single_bytes() -> None:
    assert text_of(*streams([("caf\u00e9 \u2019\r", b"")], eight_bits=True))[0] == "caf\u00e9 \u2019\n"


needs_corpus = pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not at hand")


@needs_corpus
@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.doc")), ids=lambda path: path.name)
def test_each_doc_of_the_corpus_is_read(path: Path) -> None:
    text = clean(read(path)).text
    assert len(text) > 800
    assert not set(text) & set("\ufffd\x13\x14\x15\x07")
    beyond = [char for char in text if char > "\x7f"]
    assert len("".join(beyond).encode("gb2312", "ignore")) / 2 > 0.95 * len(beyond), "it reads like Chinese"


@needs_corpus
def test_tables_of_a_real_file_are_rows() -> None:
    rows = [line.split("\t") for line in read(CORPUS / "H199.doc").text.split("\n") if "\t" in line]
    assert {len(row) for row in rows} == {6}
    assert any("（一）本人； （二）配偶、子女、父母；" in cell for row in rows for cell in row), "numbers in cells"


@needs_corpus
@pytest.mark.parametrize("size", [1000, 20_000, 60_000])
def test_a_file_that_was_cut_off_is_said_to_be(size: int) -> None:
    with pytest.raises(SourceError, match="cut off or damaged"):
        decode((CORPUS / "H199.doc").read_bytes()[:size], "a.doc")


@needs_corpus
def test_an_encrypted_file_is_said_to_be() -> None:
    data = bytearray((CORPUS / "H199.doc").read_bytes())
    data[data.index(b"\xec\xa5") + 0x0B] |= 0x01
    with pytest.raises(SourceError, match="encrypted"):
        decode(bytes(data), "a.doc")
