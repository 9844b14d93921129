"""The 责任清单 in Word, read by python-docx: its chapters, its links, and that texts stay texts."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from docx.document import Document as Read
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from graph.exports import docx
from graph.exports.sheets import Column, Item, Ledger, Sheet
from graph.views.evidence import Proof

PLACE = Proof("", "一、", "县水利局牵头", "。", "临政发〔2018〕7号", "2018-03-05", "a.txt:3")


def ledger(text: str = "清理河道") -> Ledger:
    columns = [Column("部门", 10), Column("任务", 30), Column("角色", 5)]
    rows = [[Item(name), Item(text), Item("牵头", 1, "lead")] for name in ("水利局", "水利局", "财政局")]
    return Ledger(
        "责任清单",
        [
            Sheet("责任矩阵", columns, rows, 2, upright=2),
            Sheet("分部门任务清单", columns, rows, block=True),
            Sheet("时间节点", columns, []),
            Sheet("文件依据", columns, rows),
        ],
        {PLACE: 1},
    )


def written(made: Ledger) -> bytes:
    file = io.BytesIO()
    docx.write(made, file)
    return file.getvalue()


def opened(made: Ledger) -> Read:
    return Document(io.BytesIO(written(made)))


def test_chapters_blocks_and_page() -> None:
    read = opened(ledger())
    headings = [(part.style.name, part.text) for part in read.paragraphs if part.style and part.text]
    assert headings == [
        ("Title", "责任清单"),
        ("Heading 1", "分部门任务清单"),
        ("Heading 2", "水利局"),
        ("Heading 2", "财政局"),
        ("Heading 1", "时间节点"),
        ("Normal", "（无）"),
        ("Heading 1", "文件依据"),
        ("Heading 1", "原文"),
    ], "the matrix is left out"
    section = read.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((297, 210), abs=0.1)
    first, *_, last = read.tables
    assert [[cell.text for cell in row.cells] for row in first.rows][:2] == [["任务", "角色"], ["清理河道", "牵头"]]
    assert len(first.rows) == 3
    assert last.rows[1].cells[4].text == "一、县水利局牵头。"
    assert [run.bold for run in last.rows[1].cells[4].paragraphs[0].runs] == [None, True, None]


def test_every_link_leads_to_a_bookmark_of_the_last_chapter() -> None:
    body = opened(ledger()).element.body
    anchors = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))}
    assert anchors == {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))} == {"place1"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=1+1", "=1+1"),
        ("]]>&<w:p>\"引'", "]]>&<w:p>\"引'"),
        ("甲\x00乙\x0b\ud800", "甲乙"),
        ("第一行\n第二行", "第一行\n第二行"),
        ("  两边  ", "  两边  "),
        ("𠮷　〔2018〕", "𠮷　〔2018〕"),
        ("", ""),
    ],
)
def test_a_text_comes_back(text: str, expected: str) -> None:
    assert opened(ledger(text)).tables[0].rows[1].cells[0].text == expected


def test_the_same_ledger_gives_the_same_bytes_without_a_clock() -> None:
    assert written(ledger()) == written(ledger())
    with zipfile.ZipFile(io.BytesIO(written(ledger()))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
