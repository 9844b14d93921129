"""PDF -> text: the order of lines, page numbers, pages without text, and what is broken."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from reading import HEAD, pipeline
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extractors.clean import clean
from extractors.sources import Source, SourceError, decode, place_at, read

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
SCANS = {"H158.pdf": 7, "H166.pdf": 4}
Printed = list[list[tuple[int, int, str]]]
"""Pages of (points from the left, points from the bottom, text), in the order in which the file has them."""


def pdf(
    pages: Printed, encrypt: StandardEncryption | None = None, lines: Sequence[tuple[int, int, int, int]] = ()
) -> bytes:
    data = io.BytesIO()
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(data, encrypt=encrypt)
    for page in pages:
        canvas.setFont("STSong-Light", 14)
        for x, y, text in page:
            canvas.drawString(x, y, text)
        for line in lines:
            canvas.line(*line)
        canvas.showPage()
    canvas.save()
    return data.getvalue()


def printed(text: str, width: int = 28, lines: int = 22) -> Printed:
    """A text as offices print it: 28 characters a line, 22 lines a page, the page's number below."""
    rows = [line[i : i + width] for line in text.split("\n") for i in range(0, max(len(line), 1), width)]
    pages = [rows[i : i + lines] for i in range(0, len(rows), lines)]
    return [
        [*((90, 720 - 28 * k, row) for k, row in enumerate(page)), (270, 60, f"— {number} —")]
        for number, page in enumerate(pages, 1)
    ]


PAGES: list[tuple[Printed, str, str]] = [
    ([[(90, 700, "第一行字"), (90, 670, "第二行字")]], "第一行字\n第二行字\n", "lines from top to bottom"),
    (
        [[(90, 60, "— 1 —"), (90, 670, "第二行字"), (90, 700, "第一行字")]],
        "第一行字\n第二行字\n",
        "the order of the page, not of the file",
    ),
    ([[(90, 700, "第一行字")], [(90, 700, "第二行字")]], "第一行字\n\f第二行字\n", "pages are divided by a form feed"),
    ([[(90, 700, "第一行字"), (290, 60, "12")]], "第一行字\n", "a bare figure at the foot of a page is its number"),
    (
        [[(90, 700, "第一行字"), (90, 670, "12"), (90, 640, "第二行字")]],
        "第一行字\n12\n第二行字\n",
        "a figure inside the text is text",
    ),
    (
        [[(90, 700, "第一行字")], []],
        "第一行字\n\f\n",
        "a page without text stays, so that the pages keep their numbers",
    ),
    (
        [[(90, 700, "一格"), (90, 680, "未完"), (300, 700, "二格"), (300, 680, "也未完")]],
        "一格\n未完\n二格\n也未完\n",
        "cells side by side stay in the order of the file",
    ),
]


@pytest.mark.parametrize(("pages", "expected", "reason"), PAGES)
def test_the_lines_of_pages(pages: Printed, expected: str, reason: str) -> None:
    assert decode(pdf(pages), "a.pdf").text == expected, reason


RULED = [
    (
        [(90, 690, 490, 690), (90, 650, 490, 650), (190, 610, 490, 610), (90, 570, 490, 570)],
        [(90, 570, 690), (190, 570, 690), (390, 570, 690), (490, 570, 690)],
        [
            *((90, 720, "任务分工表"), (100, 660, "牵头单位"), (200, 660, "任务"), (400, 660, "时限")),
            *((100, 620, "县住建局"), (196, 634, "对居民用户每年都要入户检查"), (196, 616, "一次")),
            *((200, 590, "排查隐患"), (200, 574, "销号"), (400, 590, "6月底"), (90, 540, "各镇照办。")),
        ],
        (
            "任务分工表\n牵头单位\t任务\t时限\n县住建局\t对居民用户每年都要入户检查一次\t\n"
            "〃\t排查隐患 销号\t6月底\n各镇照办。\n"
        ),
        "a cell over two rows; one line that the cell broke, and one that its author did",
    ),
    (
        [(90, 690, 290, 690), (90, 670, 290, 670), (90, 650, 290, 650)],
        [(90, 650, 690), (190, 650, 670), (290, 650, 690)],
        [(100, 674, "一、总则"), (100, 654, "甲"), (200, 654, "乙"), (295, 654, "表外")],
        "一、总则\t\n甲\t乙\n表外\n",
        "a cell over two columns, and words beside the table",
    ),
    (
        [(90, 690, 290, 690), (90, 650, 290, 650)],
        [],
        [(90, 700, "第一行"), (90, 670, "第二行"), (90, 630, "第三行")],
        "第一行\n第二行\n第三行\n",
        "lines across the page are no table",
    ),
    (
        [(90, 690, 290, 690), (90, 650, 290, 650)],
        [(90, 650, 690), (290, 650, 690)],
        [(100, 672, "第一行"), (100, 656, "第二行")],
        "第一行\n第二行\n",
        "a frame is no table",
    ),
]


@pytest.mark.parametrize(("across", "upright", "words", "expected", "reason"), RULED, ids=[row[4] for row in RULED])
def test_the_cells_between_drawn_lines(
    across: list[tuple[int, int, int, int]],
    upright: list[tuple[int, int, int]],
    words: list[tuple[int, int, str]],
    expected: str,
    reason: str,
) -> None:
    lines = [*across, *((x, bottom, x, top) for x, bottom, top in upright)]
    assert decode(pdf([words], lines=lines), "a.pdf").text == expected, reason


GOOD = pdf([[(90, 700, "甲")]])
BAD = [
    (pdf([[], []]), "no text in it", "empty pages; scans: test_sources_ocr.py"),
    (pdf([[(90, 700, "甲")]], StandardEncryption("secret")), "encrypted", "it opens with a password only"),
    (b"%PDF-1.7\n" + bytes(200), "cut off or damaged", "nothing behind the first line"),
]


@pytest.mark.parametrize(("data", "what", "reason"), BAD)
def test_what_cannot_be_read_is_said(data: bytes, what: str, reason: str) -> None:
    with pytest.raises(SourceError, match=what) as error:
        decode(data, "a.pdf")
    assert str(error.value).startswith("a.pdf"), reason


BODY = """一、总体要求
坚持安全第一、预防为主，由县应急局牵头，县公安局、县司法局配合，于2020年6月底前排查全县燃气管道隐患，建立隐患清单和整改台账，逐项销号。
二、职责分工
（一）县住建局负责督促燃气经营企业落实主体责任，对居民用户每年至少入户检查一次，发现隐患的及时告知并督促整改到位。
（二）县市场监管局负责燃气器具和气瓶的监督检查，依法查处生产、销售不合格产品的行为，检查结果按月报送县应急局。
（三）各镇人民政府负责本行政区域内的安全宣传。"""


def test_a_printed_page_gives_the_facts_of_its_text() -> None:
    text = HEAD + BODY
    [plain] = pipeline().extract(Source("a.txt", text, ""))
    source = decode(pdf(printed(text, lines=9)), "a.pdf")
    [document] = pipeline().extract(source)
    assert (document.title, document.number, document.date) == (plain.title, plain.number, plain.date)
    told = [(duty.agency, duty.role, duty.text, duty.deadline) for duty in document.duties]
    assert told == [(duty.agency, duty.role, duty.text, duty.deadline) for duty in plain.duties]
    assert len(told) > 4
    for duty in document.duties:
        assert re.sub(r"\s", "", source.text[duty.start : duty.end]) == duty.agency, "each points into the text"
    assert place_at(document.places, document.duties[-1].start) == f"第{1 + source.text.count(chr(12))}页"


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not at hand")
@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.pdf")), ids=lambda path: path.name)
def test_each_pdf_of_the_corpus_is_read_or_called_a_scan(path: Path) -> None:
    if pages := SCANS.get(path.name):
        with pytest.raises(SourceError, match=rf"a scan.*pages 1 to {pages}"):
            read(path)
        return
    text = clean(read(path)).text
    assert len(text) > 1000
    assert "\ufffd" not in text


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not at hand")
def test_a_document_gives_the_same_duties_as_page_and_as_pdf() -> None:
    """The one document that the corpus has twice; the number stands on the page alone."""
    [page], [printed_one] = (pipeline().extract(read(CORPUS / name)) for name in ("H129.html", "H163.pdf"))
    assert printed_one.title == page.title
    told = {(duty.agency, duty.role, duty.text) for duty in printed_one.duties}
    assert told == {(duty.agency, duty.role, duty.text) for duty in page.duties}


def test_marks_that_a_file_draws_together_stand_where_they_are_seen() -> None:
    """LibreOffice takes “ ” from another font, and draws both by one order with a gap between them."""
    data = io.BytesIO()
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(data)
    canvas.setFont("STSong-Light", 14)
    for x, words in ((72, "各镇要落实"), (156, "五个一批"), (226, "要求。")):
        canvas.drawString(x, 700, words)
    canvas.drawString(142, 700, "“”", charSpace=56)
    canvas.save()
    assert "".join(decode(data.getvalue(), "a.pdf").text.split()) == "各镇要落实“五个一批”要求。"
