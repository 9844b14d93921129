"""Excel and CSV -> text: sheets, rows, merged cells, values as a person would write them."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable

import pytest
import xlwt
from openpyxl import Workbook
from reading import HEAD, pipeline

from extractors.sources import SourceError, decode

Rows = list[list[object]]
Merged = list[tuple[int, int, int, int]]
"""Merged cells as (top, left, bottom, right), from 0, both ends in."""


def xlsx(rows: Rows, merged: Merged | None = None, name: str = "Sheet1", hidden: str = "") -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = name
    for row in rows:
        sheet.append(row)
    for top, left, bottom, right in merged or ():
        sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    if hidden:
        other = book.create_sheet("藏")
        other.append([hidden])
        other.sheet_state = "hidden"
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def xls(rows: Rows, merged: Merged | None = None, name: str = "Sheet1") -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet(name)
    covered = {(top, left): (bottom, right) for top, left, bottom, right in merged or ()}
    for i, row in enumerate(rows):
        for k, value in enumerate(row):
            if (i, k) in covered:
                bottom, right = covered[i, k]
                sheet.write_merge(i, bottom, k, right, value)
            elif value is not None:
                sheet.write(i, k, value)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


SHEETS: list[tuple[Rows, Merged, str, str, str]] = [
    ([["甲", "乙"], ["1", "2"]], [], "Sheet1", "甲\t乙\n1\t2", "rows; the name that Excel gives is no heading"),
    ([["甲", "乙"]], [], "任务分工", "任务分工\n甲\t乙", "the name of a sheet is a heading"),
    ([["任务分工表"], ["甲", "乙"]], [], "任务分工", "任务分工表\n甲\t乙", "a heading that the sheet has itself"),
    ([["甲", 1.0], ["乙", 2.5]], [], "Sheet1", "甲\t1\n乙\t2.5", "a whole figure has no point"),
    ([["甲", None], [None, "乙"], ["丙", "丁"]], [], "Sheet1", "甲\n乙\n丙\t丁", "one cell alone is a line"),
    ([["甲", "一\n二"]], [], "Sheet1", "甲\t一 二", "lines in a cell"),
    ([["甲", "1"], [None, "2"]], [(0, 0, 1, 0)], "Sheet1", "甲\t1\n〃\t2", "a cell over two rows"),
    (
        [["头", None, "丙"], ["1", "2", "3"]],
        [(0, 0, 0, 1)],
        "Sheet1",
        "头\t\t丙\n1\t2\t3",
        "a cell over two columns",
    ),
    ([["题", None], [None, None], ["甲", "乙"]], [(0, 0, 1, 1)], "Sheet1", "题\n甲\t乙", "a heading over two rows"),
]


@pytest.mark.parametrize("made", [xlsx, xls])
@pytest.mark.parametrize(("rows", "merged", "name", "expected", "reason"), SHEETS)
def test_sheets(
    made: Callable[[Rows, Merged, str], bytes], rows: Rows, merged: Merged, name: str, expected: str, reason: str
) -> None:
    assert decode(made(rows, merged, name), "a.xlsx").text.rstrip("\n") == expected, reason


def test_a_date_and_a_hidden_sheet() -> None:
    data = xlsx([["时限", datetime.date(2020, 6, 30)]], hidden="密")
    assert decode(data, "a.xlsx").text.rstrip("\n") == "时限\t2020年6月30日"


CSV = [
    ("甲,乙\n1,2\n", "甲\t乙\n1\t2\n", "commas"),
    ('甲,"乙,丙"\r\n"一\n二",3\r\n', "甲\t乙,丙\n一 二\t3\n", "quoted cells with commas and line ends"),
    ("甲\t乙\n", "甲\t乙\n", "tabs"),
    ("甲;乙\n", "甲\t乙\n", "semicolons"),
    ("\ufeff甲,乙\n", "甲\t乙\n", "Excel's byte order mark"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), CSV)
def test_comma_separated_values(text: str, expected: str, reason: str) -> None:
    assert decode(text.encode(), "a.csv").text == expected, reason
    assert decode(text.lstrip("\ufeff").encode("gb18030"), "a.csv").text == expected, reason


def far() -> bytes:
    book = Workbook()
    book.worksheets[0]["XFD1048576"] = "甲"
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


BAD = [
    (far(), "larger than any document", "one cell at the far end"),
    (xlsx([["甲"]])[:-40], "cut off", "the end is missing"),
    (xls([["甲"]])[:2000], "cut off", "the end is missing"),
    (xls([["甲"]])[:-100], "cut off", "the reader in Rust panics at it"),
]


@pytest.mark.parametrize(("data", "what", "reason"), BAD)
def test_what_cannot_be_read_is_said(data: bytes, what: str, reason: str) -> None:
    with pytest.raises(SourceError, match=what) as error:
        decode(data, "a.xlsx")
    assert str(error.value).startswith("a.xlsx"), reason


TABLE: Rows = [
    ["重点任务", "牵头单位", "配合单位", "完成时限"],
    ["排查燃气管道隐患。", "县应急局", "县公安局", "2020年6月底"],
    ["整治占用消防通道行为。", None, "县司法局", datetime.date(2020, 9, 30)],
]


def test_a_task_table_in_excel_gives_duties() -> None:
    head: Rows = [[line] for line in HEAD.strip().split("\n")]
    source = decode(xlsx([*head, ["任务分工表"], *TABLE], [(len(head) + 2, 1, len(head) + 3, 1)]), "a.xlsx")
    [document] = pipeline().extract(source)
    assert {(duty.agency, duty.role, duty.text, duty.deadline) for duty in document.duties} == {
        ("县应急局", "lead", "排查燃气管道隐患。", "2020年6月底"),
        ("县公安局", "support", "排查燃气管道隐患。", "2020年6月底"),
        ("县应急局", "lead", "整治占用消防通道行为。", "2020年9月30日"),
        ("县司法局", "support", "整治占用消防通道行为。", "2020年9月30日"),
    }
