"""Where a fact stands in a file that is no text: the page, the paragraph, the cell, as a person would find it there."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import openpyxl
import pytest
from reading import HEAD, pipeline
from test_copies import TEXT, as_docx, as_html, as_ofd, as_pdf, as_text
from test_sources_doc import row, streams

from extractors.sources import decode, place_at
from extractors.sources.doc import text_of
from extractors.sources.places import within
from graph.build import build
from graph.schema import check

ROWS = [
    ["序号", "重点任务", "牵头单位", "配合单位"],
    ["1", "排查燃气管道隐患。", "县应急局", "县公安局"],
    ["2", "整治占用消防通道行为。", "县住建局", "县司法局"],
]


def word(_: str) -> bytes:
    """A paragraph of blanks, the head, a table."""
    made, data = docx.Document(), io.BytesIO()
    for line in ["", *HEAD.strip().split("\n"), "附件：任务分工表"]:
        made.add_paragraph(line)
    table = made.add_table(0, 4)
    for cells in ROWS:
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    made.save(data)
    return data.getvalue()


def excel(_: str) -> bytes:
    book, data = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.title = "任务分工"
    for number, cells in enumerate([["临溪县2020年重点工作任务分工表"], [], *ROWS], 1):
        for column, text in enumerate(cells, 2):
            sheet.cell(number, column, text)
    book.save(data)
    return data.getvalue()


def csv(_: str) -> bytes:
    return "\n".join(",".join(cells) for cells in [["临溪县重点工作任务分工表"], *ROWS]).encode()


PLACES: list[tuple[str, Callable[[str], bytes], str, str, str]] = [
    ("a.docx", as_docx, "县司法局", "第9段", "a paragraph: those that say nothing are not counted"),
    ("a.docx", word, "临政办发", "第3段", "no blank one"),
    ("a.docx", word, "县住建局", "表1 第3行第3列", "a cell of a table"),
    ("a.xlsx", excel, "县住建局", "任务分工!D5", "a cell of a sheet, as Excel calls it"),
    ("a.csv", csv, "县司法局", "第4行第4列", "rows and columns of a CSV file"),
    ("a.pdf", as_pdf, "临政办发", "第1页", "a page of a PDF"),
    ("a.pdf", as_pdf, "安全承诺书", "第2页", "the last one"),
    ("a.ofd", as_ofd, "安全承诺书", "第3页", "a page of an OFD"),
    ("a.txt", as_text, "县司法局", "", "a text has lines"),
    ("a.html", as_html, "县司法局", "", "a page of HTML is its source"),
]


@pytest.mark.parametrize(("name", "made", "words", "place", "reason"), PLACES)
def test_where_words_stand(name: str, made: Callable[[str], bytes], words: str, place: str, reason: str) -> None:
    source = decode(made(TEXT), name)
    at = source.text.rindex(words)
    assert place_at(source.places, at) == place, reason


def test_parts_of_a_doc() -> None:
    text, places = text_of(*streams([("正文\r", b""), *row("甲", "乙"), ("又\r", b"")], notes="\x02 注文\r"))
    assert [(text[at], place) for at, place in places] == [
        ("正", "第1段"),
        ("甲", "表1 第1行第1列"),
        ("乙", "表1 第1行第2列"),
        ("又", "第2段"),
        (" ", "脚注 第1段"),
    ]


@pytest.mark.parametrize(
    ("start", "end", "expected", "reason"),
    [
        (0, 9, ((0, "甲"), (3, "乙"), (6, "丙")), "all"),
        (4, 6, ((4, "乙"),), "from within a place; the next begins at the end"),
        (3, 7, ((3, "乙"), (6, "丙")), "from where a place begins"),
    ],
)
def test_the_places_of_a_part(start: int, end: int, expected: tuple[tuple[int, str], ...], reason: str) -> None:
    assert within(((0, "甲"), (3, "乙"), (6, "丙")), start, end) == expected, reason


def test_every_fact_of_a_file_that_is_no_text_has_its_place() -> None:
    [document] = pipeline().extract(decode(word(""), "a.docx"))
    tables = build([document]).tables
    assert check(tables) == []
    positions = [one.properties.get("position") for one in tables.relationships.values()]
    assert all(positions)
    owns = {
        one.properties["quote"]: one.properties["position"]
        for one in tables.relationships.values()
        if one.type == "OWNS"
    }
    assert owns["县司法局"] == "表1 第3行第4列"
    duties = {node.properties["position"] for node in tables.nodes.values() if node.label == "Duty"}
    assert duties == {"表1 第2行第2列", "表1 第3行第2列"}


def test_a_text_has_no_positions() -> None:
    [document] = pipeline().extract(decode(as_text(TEXT), "a.txt"))
    tables = build([document]).tables
    assert check(tables) == []
    assert not any("position" in one.properties for one in tables.relationships.values())
