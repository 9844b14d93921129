"""Clean text -> blocks and provisions."""

from __future__ import annotations

import pytest

from extractors.outline import Part, outline
from extractors.pipeline import Pipeline
from extractors.sources import Source

PATHS = [
    (
        "一、总则\n（一）目标。\n1.甲\n2.乙\n（二）原则。\n二、任务\n",
        ["一", "一/（一）", "一/（一）/1", "一/（一）/2", "一/（二）", "二"],
        "GB/T 9704",
    ),
    (
        "第一章 总则\n第一条 甲。\n第二条 乙：\n（一）丙\n第二章 附则\n第三条 丁。\n",
        ["第一章", "第一章/第一条", "第一章/第二条", "第一章/第二条/（一）", "第二章", "第二章/第三条"],
        "rules",
    ),
    (
        "三、要求1.甲。2.乙。四、要求（一）丙。",
        ["三", "三/1", "三/2", "四", "四/（一）"],
        "an item glued to its heading",
    ),
    ("（一）见本措施第（一）项。", ["（一）"], "an item that is cited"),
    ("一、总则 1.甲。", ["一", "一/1"], "a heading and its first item in one line"),
    ("一、总则。（一）目标。（二）原则。二、任务。", ["一", "一/（一）", "一/（二）", "二"], "everything in one line"),
    ("1、甲。 2、乙；3、丙，见1、2号文。", ["1", "2", "3"], "items with the mark of a list in one line"),
    ("一、甲\n一、乙\n（一）丙\n一、丁\n", ["一", "一#2", "一#2/（一）", "一#3"], "a number that comes again"),
    ("见《办法（一）要求》。（一）甲\n", ["（一）"], "no item inside book marks"),
    ("1.5万元以上\n2017年\n", [], "figures are no numbers of items"),
    (
        "2.1 职责\n2.1.1县应急局\n（1）甲\n2.2 成员\n3.5万元\n3.5 亿元\n",
        ["2.1", "2.1/2.1.1", "2.1/2.1.1/（1）", "2.2"],
        "numbers with points, as emergency plans have them",
    ),
    ("1.甲\n序号\t1.乙\n", ["1"], "a table row is no provision"),
]


@pytest.mark.parametrize(("text", "paths", "reason"), PATHS)
def test_paths(text: str, paths: list[str], reason: str) -> None:
    assert [block.path for block in outline(text).blocks if block.mark] == paths, reason


def test_parts_count_anew_under_their_name() -> None:
    text = "一、甲\n临溪县供水方案\n一、乙\n（一）丙\n附件1\n名单\n一、丁\n"
    at = text.index("临溪县")
    found = outline(
        text, [Part(at, at + 7, "临溪县供水方案"), Part(text.index("附件1"), text.index("名单") + 2, "名/单")]
    )
    assert [block.path for block in found.blocks if block.mark] == [
        "一",
        "临溪县供水方案/一",
        "临溪县供水方案/一/（一）",
        "名／单/一",
    ]
    assert [path for path, _ in found.parts] == ["临溪县供水方案", "名／单"]


def test_a_block_is_found_by_its_place() -> None:
    text = "一、甲\n序号\t任务\n二、乙"
    found = outline(text)
    row = found.at(text.index("任务"))
    assert row is not None
    assert row.row
    assert (row.cell(1), row.cell(5)) == ("任务", "")
    last = found.at(len(text))
    assert last is not None
    assert (last.label, last.body) == ("二", "乙")
    assert outline("").at(0) is None


STACKED = [
    ("序号\n任务\n单位\n1\n排查\n县水利局\n2\n整改\n县住建局\n附件\n", 3, "a header and two rows, a cell a line"),
    ("序号\n任务\n单位\n1\n排查\n县水利局\n登记\n2\n整改\n县住建局\n", 0, "rows of unequal length are surely none"),
    ("序号\n任务\n单位\n1\n排查\n县水利局\n2\n整改", 0, "the last row is cut off"),
]


@pytest.mark.parametrize(("text", "rows", "reason"), STACKED)
def test_tables_that_are_printed_a_cell_a_line(text: str, rows: int, reason: str) -> None:
    found = [block for block in outline(text).blocks if block.row]
    assert len(found) == rows, reason
    assert all(text[slice(*cell)] == block.cell(k) for block in found for k, cell in enumerate(block.cells))


NOTICE = """临溪县人民政府关于印发临溪县供水方案和临溪县节水方案的通知
临政发〔2020〕3号
各镇人民政府：
现将《临溪县供水方案》和《临溪县节水方案》印发给你们。
临溪县人民政府
2020年3月4日
临溪县供水方案
一、目标
二、任务
附件：任务分工表
附件
任务分工表
一、目标
临溪县节水方案
一、目标
"""


def test_no_two_provisions_of_a_document_have_one_path() -> None:
    text = NOTICE.replace("\n", "\r\n")
    (document,) = Pipeline().extract(Source("a.txt", text, "", "text"))
    paths = [provision.path for provision in document.provisions]
    assert paths == [
        "临溪县供水方案",
        "临溪县供水方案/一",
        "临溪县供水方案/二",
        "任务分工表",
        "任务分工表/一",
        "临溪县节水方案",
        "临溪县节水方案/一",
    ]
    for provision in document.provisions:
        assert provision.parent == "" or provision.parent in paths
        assert text[provision.start : provision.end].replace("\r\n", "").startswith((provision.label, "附件"))
