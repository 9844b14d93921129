"""OFD -> text: pages and lines from the places of their words."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from packing import packed
from reading import HEAD, pipeline

from extractors.sources import Source, SourceError, decode, place_at, read

NAMES = 'xmlns:ofd="http://www.ofdspec.org/2016"'
Printed = list[list[tuple[float, float, str]]]
"""Pages of (millimetres from the left, from above, words), in the order of the file."""


def ofd(pages: Printed) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        root = f"<ofd:OFD {NAMES}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
        archive.writestr("OFD.xml", root)
        listed = "".join(f'<ofd:Page ID="{i}" BaseLoc="Pages/P{i}/Content.xml"/>' for i in range(len(pages)))
        archive.writestr("Doc_0/Document.xml", f"<ofd:Document {NAMES}><ofd:Pages>{listed}</ofd:Pages></ofd:Document>")
        for i, words in enumerate(pages):
            items = "".join(
                f'<ofd:TextObject Boundary="{x} {y} 150 6" Size="5"><ofd:TextCode X="0" Y="4">{text}</ofd:TextCode>'
                "</ofd:TextObject>"
                for x, y, text in words
            )
            page = f"<ofd:Page {NAMES}><ofd:Content><ofd:Layer>{items}</ofd:Layer></ofd:Content></ofd:Page>"
            archive.writestr(f"Doc_0/Pages/P{i}/Content.xml", page)
    return data.getvalue()


def printed(text: str, width: int = 28, lines: int = 9) -> Printed:
    """A text as offices print it, with the number of each page below."""
    rows = [line[i : i + width] for line in text.split("\n") for i in range(0, max(len(line), 1), width)]
    pages = [rows[i : i + lines] for i in range(0, len(rows), lines)]
    return [
        [*((30, 30 + 10 * k, row) for k, row in enumerate(page)), (100, 280, f"— {number} —")]
        for number, page in enumerate(pages, 1)
    ]


PAGES: list[tuple[Printed, str, str]] = [
    ([[(30, 30, "甲"), (30, 40, "乙")]], "甲\n乙\n", "lines from above"),
    ([[(30, 40, "乙"), (30, 30, "甲")]], "甲\n乙\n", "the order of the page, not of the file"),
    ([[(35, 30, "二"), (30, 31, "一"), (40, 30, "三")]], "一二三\n", "words of one character side by side are a line"),
    ([[(30, 30, "甲"), (80, 30, "乙")]], "甲 乙\n", "a wide gap is a space"),
    ([[(30, 30, "甲")], [(30, 30, "乙")]], "甲\n\f乙\n", "pages are divided by a form feed"),
    ([[(30, 30, "甲"), (100, 280, "- 1 -")]], "甲\n", "the number of the page"),
]


@pytest.mark.parametrize(("pages", "expected", "reason"), PAGES)
def test_the_lines_of_pages(pages: Printed, expected: str, reason: str) -> None:
    assert decode(ofd(pages), "a.ofd").text == expected, reason


def test_pages_of_pictures_are_a_scan() -> None:
    blank = ofd([[], []])
    with pytest.raises(SourceError, match="no text in it"):
        decode(blank, "a.ofd")
    with zipfile.ZipFile(io.BytesIO(blank)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    drawn = {name: re.sub(r"</(\w+:)?Layer>", r"<\1ImageObject/>\g<0>", part) for name, part in parts.items()}
    with pytest.raises(SourceError, match=r"a scan.*pages 1 to 2"):
        decode(packed(dict(drawn)), "a.ofd")


BODY = """一、职责分工
（一）县住建局负责督促燃气经营企业落实主体责任，对居民用户每年至少入户检查一次，发现隐患的及时告知并督促整改到位。
（二）县市场监管局负责燃气器具和气瓶的监督检查，依法查处生产、销售不合格产品的行为，检查结果按月报送县应急局。"""


def test_a_printed_page_gives_the_facts_of_its_text() -> None:
    text = HEAD + BODY
    [plain] = pipeline().extract(Source("a.txt", text, ""))
    source = decode(ofd(printed(text)), "a.ofd")
    [document] = pipeline().extract(source)
    told = [(duty.agency, duty.role, duty.text) for duty in document.duties]
    assert told == [(duty.agency, duty.role, duty.text) for duty in plain.duties]
    assert told
    for duty in document.duties:
        assert re.sub(r"\s", "", source.text[duty.start : duty.end]) == duty.agency, "each points into the text"
    assert place_at(document.places, document.duties[-1].start) == f"第{1 + source.text.count(chr(12))}页"


def test_a_file_of_another_writer_gives_the_facts_of_its_text() -> None:
    """files/ofdrw.ofd: the first of examples/, set by ofdrw 2.3.6 (a paragraph a line)."""
    path = next((Path(__file__).parents[1] / "examples").glob("01-*.txt"))
    source, plain = read(Path(__file__).parent / "files" / "ofdrw.ofd"), read(path)
    assert re.sub(r"\s", "", source.text) == re.sub(r"\s", "", plain.text)
    [document], [expected] = pipeline().extract(source), pipeline().extract(plain)
    assert (document.title, document.number, document.date) == (expected.title, expected.number, expected.date)
    told = [(duty.agency, duty.role, duty.text, duty.deadline) for duty in document.duties]
    assert told == [(duty.agency, duty.role, duty.text, duty.deadline) for duty in expected.duties]
