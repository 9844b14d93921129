"""The 责任清单: what is on its sheets, and that Excel's readers get out of it what the graph holds."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from graph.exports import xlsx
from graph.exports.findings import findings
from graph.exports.ledger import ledger
from graph.exports.sheets import Column, Item, Ledger, Sheet
from graph.findings import KINDS, find
from graph.reading import read
from graph.stores import StoreError
from graph.stores.read import tables_of
from graph.views.evidence import Evidence, Proof
from graph.views.owned import Scope
from graph.workspace import Workspace

NAMES = ["责任矩阵", "分部门任务清单", "领导小组", "文件依据", "机构变动", "时间节点", "疑点", "原文"]

OLD = """临政办发〔2018〕7号
临溪县人民政府办公室关于印发临溪县河道整治实施方案的通知

各镇人民政府，县政府各部门：
    《临溪县河道整治实施方案》已经县政府同意，现印发给你们，请认真组织实施。
                                临溪县人民政府办公室
                                2018年3月5日

临溪县河道整治实施方案
一、工作任务
（一）清理河道垃圾。2018年6月底前完成。（县水利局牵头，县财政局、石门镇配合）
（二）每月20日前报送进展情况。（县水利局负责）
二、组织领导
成立临溪县河道整治工作领导小组。组长由县长王建国同志担任，成员由县水利局局长李明同志担任。领导小组办公室设在县水利局。
"""
NEW = """临政发〔2018〕20号
临溪县人民政府关于机构改革的通知

县政府各部门：
    撤销县水利局，组建县水务局。
                                临溪县人民政府
                                2018年9月1日
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("xlsx")
    (folder / "old.txt").write_text(OLD, encoding="utf-8")
    (folder / "new.txt").write_text(NEW, encoding="utf-8")
    with Workspace.open(folder / "store", write=True) as made:
        assert not read(made, [folder / "old.txt", folder / "new.txt"]).errors
        made.update()
        yield made


def made_of(workspace: Workspace, scope: Scope | None = None, *, texts: bool = True) -> Ledger:
    given = workspace if texts else None
    return ledger(workspace.graph(), Evidence(workspace.graph(), given), given, scope or Scope())


def written(made: Ledger) -> bytes:
    file = io.BytesIO()
    xlsx.write(made, file)
    return file.getvalue()


def opened(made: Ledger) -> Workbook:
    return load_workbook(io.BytesIO(written(made)), rich_text=False)


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    heads, *found = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, heads), row, strict=True)) for row in found]


def one(**cells: str) -> Ledger:
    """A ledger of one sheet with one row."""
    columns = [Column(name, 10, day=name == "day") for name in cells]
    return Ledger("清单", [Sheet("表", columns, [[Item(text) for text in cells.values()]])])


# -- what stands on the sheets


def test_the_sheets_are_those_of_an_office(workspace: Workspace) -> None:
    book = opened(made_of(workspace))
    assert book.sheetnames == NAMES
    for sheet in book:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9), sheet.title
        assert sheet.freeze_panes in ("B2", "C2"), "the headings stay"
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.auto_filter.ref


def test_the_matrix_has_a_role_in_the_column_of_its_body(workspace: Workspace) -> None:
    found = rows(opened(made_of(workspace))["责任矩阵"])
    roles = {str(row["任务"]): {name: cell for name, cell in row.items() if name.startswith("临溪县")} for row in found}
    cleaning = next(given for task, given in roles.items() if "清理河道垃圾" in task)
    assert cleaning["临溪县水利局"] == "牵头"
    assert cleaning["临溪县财政局"] == "配合"


def test_a_block_a_body_with_its_role_deadline_document_and_provision(workspace: Workspace) -> None:
    found = rows(opened(made_of(workspace))["分部门任务清单"])
    mine = [row for row in found if row["部门"] == "临溪县水利局"]
    assert [row["序号"] for row in mine] == [1, 2]
    assert [row["角色"] for row in mine] == ["牵头", "责任"], "the weightiest role comes first"
    assert {row["文件"] for row in mine} == {"临政办发〔2018〕7号"}
    assert "财政局" in str(mine[0]["共同承担"])
    assert "（一）" in str(mine[0]["条款"])


def test_days_are_days_so_that_excel_filters_by_month(workspace: Workspace) -> None:
    found = rows(opened(made_of(workspace))["时间节点"])
    assert found[0]["截止日期"] == datetime.datetime(2018, 6, 30)  # noqa: DTZ001
    assert [row["周期"] for row in found if row["周期"]] == ["每月"]


def test_groups_changes_and_doubts(workspace: Workspace) -> None:
    book = opened(made_of(workspace))
    seats = {(row["角色"], row["姓名或单位"]) for row in rows(book["领导小组"])}
    assert {("组长", "王建国"), ("办公室设在", "临溪县水利局")} <= seats
    changes = {row["变动"]: row for row in rows(book["机构变动"])}
    assert changes["撤销"]["变动前"] == "临溪县水利局"
    assert rows(book["疑点"]) or book["疑点"].max_row == 1


def book_of(text: str, folder: Path) -> Workbook:
    """The workbook of one text."""
    (folder / "a.txt").write_text(text, encoding="utf-8")
    with Workspace.open(folder / "store", write=True) as made:
        assert not read(made, [folder / "a.txt"]).errors
        made.update()
        return opened(made_of(made))


PLAN = """临政办发〔2019〕3号
临溪县人民政府办公室关于加强河道保洁工作的通知

各镇人民政府，县政府各部门：
    根据《青川市河道管理办法》，现就加强河道保洁工作通知如下：
    一、县水利局要按照《青川市河道保洁技术规范》，制定保洁标准。
    二、县财政局要落实保洁经费。
                                临溪县人民政府办公室
                                2019年3月5日
"""


def test_what_a_document_rests_on_is_not_said_again_of_its_tasks(tmp_path: Path) -> None:
    book = book_of(PLAN, tmp_path)
    found = [(str(row["任务"])[:4], row["依据文件"]) for row in rows(book["文件依据"])]
    assert found == [("（全文）", "青川市河道管理办法"), ("县水利局", "青川市河道保洁技术规范")]


TWICE = """临政办发〔2019〕4号
临溪县人民政府办公室关于加强河道保洁工作的通知

各镇人民政府，县政府各部门：
    一、总体要求
    县水利局要制定河道保洁标准。县财政局要落实保洁经费。
    二、保障措施
    县水利局要制定河道保洁标准。县财政局要在2019年6月底前落实保洁经费。
                                临溪县人民政府办公室
                                2019年3月5日
"""


def test_a_task_that_a_document_says_twice_is_one_row_with_both_places(tmp_path: Path) -> None:
    book = book_of(TWICE, tmp_path)
    [standard, money, dated] = rows(book["责任矩阵"])
    assert (standard["任务"], standard["出处"]) == ("县水利局要制定河道保洁标准", "1、2")
    assert [row["条款"] for row in rows(book["分部门任务清单"]) if row["部门"] == "临溪县水利局"] == ["一；二"]
    assert (money["时限"], dated["时限"]) == (None, "2019年6月底前"), "another time is another task"


def test_every_link_goes_to_the_sentence_that_has_the_words(workspace: Workspace) -> None:
    book = opened(made_of(workspace))
    linked = 0
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.hyperlink is None:
                    continue
                linked += 1
                page, place = cell.hyperlink.location.replace("'", "").split("!")
                assert (page, place[0]) == ("原文", "E")
                assert book[page][place].value
    assert linked > 20


def test_a_role_is_linked_to_the_words_that_give_it(workspace: Workspace) -> None:
    book = opened(made_of(workspace))
    matrix = book["责任矩阵"]
    column = next(cell.column for cell in matrix[1] if cell.value == "临溪县财政局")
    [link] = [cell.hyperlink.location for (cell,) in matrix.iter_rows(2, min_col=column, max_col=column) if cell.value]
    assert "县财政局、石门镇配合" in book["原文"][link.split("!")[1]].value


def test_only_one_body(workspace: Workspace) -> None:
    ids = [row[0] for row in workspace.graph().query("MATCH (a:Agency) WHERE a.name = '临溪县财政局' RETURN a.id").rows]
    body = ("Agency", str(ids[0]))
    book = opened(made_of(workspace, Scope(body, said="临溪县财政局")))
    assert {row["部门"] for row in rows(book["分部门任务清单"])} == {"临溪县财政局"}
    assert len(rows(book["责任矩阵"])) == 1
    assert "临溪县水利局" in rows(book["责任矩阵"])[0], "those with whom it shares a task are in the matrix"
    assert [row["机构"] for row in rows(book["领导小组"])] == ["（无）"]


def test_without_texts_it_says_that_doubts_are_unknown(workspace: Workspace) -> None:
    found = rows(opened(made_of(workspace, texts=False))["疑点"])
    assert (found[-1]["类别"], found[-1]["缘由"]) == ("没有读懂之处", "没有文本，无从列出")


def test_doubts_begin_with_the_findings(workspace: Workspace) -> None:
    [gone] = [row for row in rows(opened(made_of(workspace))["疑点"]) if row["类别"] == "已撤并更名的单位仍承担任务"]
    assert (gone["程度"], gone["对象"], gone["原文"]) == ("中", "临溪县水利局", "县水利局")
    assert (gone["文件"], gone["另一文件"]) == ("临政办发〔2018〕7号", "临政发〔2018〕20号")


def test_doubts_of_one_body_are_about_it_its_tasks_and_groups(workspace: Workspace) -> None:
    for name, found in (("临溪县水利局", 1), ("临溪县财政局", 0)):
        query = workspace.graph().query("MATCH (a:Agency) WHERE a.name = $name RETURN a.id", {"name": name})
        book = opened(made_of(workspace, Scope(("Agency", str(query.rows[0][0])), said=name)))
        assert sum(row["对象"] == "临溪县水利局" for row in rows(book["疑点"])) == found, name


# -- the findings as a workbook


def found_in(workspace: Workspace) -> Ledger:
    shown = [name for name, kind in KINDS.items() if kind.shown]
    return findings(find(tables_of(workspace.graph()), shown), Evidence(workspace.graph(), workspace))


def test_a_sheet_a_kind_with_both_places(workspace: Workspace) -> None:
    book = opened(found_in(workspace))
    assert book.sheetnames == ["概况", "已撤并更名的单位仍承担任务", "办公室所在单位已撤并更名", "原文"]
    assert rows(book["概况"])[0]["合计"] == 1
    [row] = rows(book["已撤并更名的单位仍承担任务"])
    assert (row["程度"], row["对象"], row["原文"]) == ("中", "临溪县水利局", "县水利局")
    assert row["文件"] == "临政办发〔2018〕7号\n2018-03-05" and str(row["来源"]).startswith("old.txt:")
    assert row["另一文件"] == "临政发〔2018〕20号\n2018-09-01" and "撤销县水利局" in book["原文"]["E3"].value
    assert written(found_in(workspace)) == written(found_in(workspace))


def test_no_findings_are_a_workbook_too(workspace: Workspace) -> None:
    assert opened(findings([], Evidence(workspace.graph(), workspace))).sheetnames == ["概况", "原文"]


# -- what a workbook does to texts


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("=1+1", "=1+1", "no formula"),
        ("+86 0533", "+86 0533", "no formula"),
        ("-县财政局", "-县财政局", "no formula"),
        ("@SUM(A1)", "@SUM(A1)", "no formula"),
        ("{=A1}", "{=A1}", "no formula"),
        ("http://example.org/a", "http://example.org/a", "no link but ours"),
        ("甲\x00乙\x0b丙\x1b", "甲乙丙", "control characters cannot be in XML"),
        ("甲\ud800乙\ufffe", "甲乙", "nor unpaired surrogates"),
        ("第一行\n第二行", "第一行\n第二行", "lines stay"),
        ("]]>&<a>\"'", "]]>&<a>\"'", "markup is text"),
        ("_x0041_", "_x0041_", "what Excel would take for an escape"),
        ("𠮷田　〔2018〕", "𠮷田　〔2018〕", "beyond the BMP, wide space"),
        ("  两边  ", "  两边  ", "white space at the ends"),
        ("0012345678", "0012345678", "digits that are a code stay text"),
    ],
)
def test_a_text_comes_back_as_the_same_text(text: str, expected: str, why: str) -> None:
    cell = opened(one(任务=text))["表"]["A2"]
    assert (cell.value, cell.data_type) == (expected, "s"), why
    assert cell.hyperlink is None
    read = pd.read_excel(io.BytesIO(written(one(任务=text))), sheet_name="表", dtype=str, engine="openpyxl")
    assert read["任务"][0] == expected


def test_a_text_longer_than_a_cell_says_so() -> None:
    value = opened(one(任务="甲" * 40_000))["表"]["A2"].value
    assert len(value) == 32_767
    assert value.endswith("…（全文见文件）")


@pytest.mark.parametrize(
    ("day", "expected", "why"),
    [
        ("2018-06-30", datetime.datetime(2018, 6, 30), "a day"),  # noqa: DTZ001
        ("1899-12-31", "1899-12-31", "Excel has no day before 1900"),
        ("2018-13-45", "2018-13-45", "no day"),
        ("", None, "nothing"),
    ],
)
def test_days(day: str, expected: object, why: str) -> None:
    assert opened(one(day=day))["表"]["A2"].value == expected, why


def test_more_rows_than_a_workbook_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_MOST_ROWS", 1)
    with pytest.raises(StoreError, match="1 rows, and a workbook holds 1"):
        written(one(任务="甲"))


def test_beyond_the_last_link_a_cell_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_MOST_LINKS", 1)
    place = Proof("", "前", "词", "后", "文", None, None)
    made = Ledger("清单", [Sheet("表", [Column("出处", 5)], [[Item("1", 1)], [Item("1", 1)]])], {place: 1})
    sheet = opened(made)["表"]
    assert [sheet["A2"].hyperlink is None, sheet["A3"].hyperlink is None] == [False, True]
    assert opened(made)["原文"]["E2"].value == "前词后"


def test_the_same_graph_gives_the_same_bytes(workspace: Workspace) -> None:
    assert written(made_of(workspace)) == written(made_of(workspace))


def test_the_words_that_prove_are_bold_and_all_is_in_one_font() -> None:
    place = Proof("", "前", "词", "后", "文", None, None)
    data = written(Ledger("清单", [Sheet("表", [Column("出处", 5)], [[Item("1", 1)]])], {place: 1}))
    found = load_workbook(io.BytesIO(data), rich_text=True)["原文"]["E2"].value
    assert [(str(run.text), bool(run.font.b), run.font.rFont, run.font.sz) for run in found] == [
        ("前", False, "宋体", 10),
        ("词", True, "宋体", 10),
        ("后", False, "宋体", 10),
    ]


def test_no_clock_is_in_the_archive(workspace: Workspace) -> None:
    with zipfile.ZipFile(io.BytesIO(written(made_of(workspace)))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert str(datetime.datetime.now(datetime.UTC).year).encode() not in archive.read("docProps/core.xml")


def test_an_empty_graph_is_a_workbook_too(tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "store", write=True) as empty:
        empty.update()
        assert opened(made_of(empty)).sheetnames == NAMES
