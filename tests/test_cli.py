"""The program as people and scripts meet it: what it prints and where, its exit codes, its errors, its help."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import typer
from rich.cells import cell_len

from extractors.rules import Precision
from graph.answers import when
from graph.cli import errors, names, output, parameters
from graph.cli.main import app, run
from graph.cli.reference import reference
from graph.lookup import Found, Lookup
from graph.stores import Cell
from graph.stores.arcade import ArcadeStore

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
PROGRAM = Path(sys.executable).with_name("dutygraph")


@dataclass(frozen=True)
class Result:
    """What a run of the program gave."""

    code: int
    out: str
    err: str


Call = Callable[..., Result]


def dutygraph(*arguments: str | Path, input_: bytes | None = None, **environment: str) -> Result:
    """Run the real entry point in a process of its own."""
    known = {name: value for name, value in os.environ.items() if name not in ("DUTYGRAPH_STORE", "COLUMNS")}
    done = subprocess.run(
        [PROGRAM, *map(str, arguments)],
        input=input_,
        capture_output=True,
        timeout=120,
        env={**known, **environment},
        check=False,
    )
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the examples."""
    folder = tmp_path_factory.mktemp("cli") / "examples.db"
    built = dutygraph("build", EXAMPLES, "--store", folder)
    assert (built.code, built.err) == (0, ""), "no bar where there is no terminal"
    assert "\x1b" not in built.out
    return folder


@pytest.fixture(scope="module")
def other_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the examples, built again elsewhere, on two processes."""
    folder = tmp_path_factory.mktemp("cli") / "other.db"
    assert dutygraph("build", EXAMPLES, "--store", folder, "--jobs", "2").code == 0
    return folder


@pytest.fixture
def call(store: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Run the program in this process, on the store of the examples."""
    monkeypatch.setenv("DUTYGRAPH_STORE", str(store))
    monkeypatch.delenv("COLUMNS", raising=False)

    def called(*arguments: str | Path) -> Result:
        capfd.readouterr()
        code = run([str(argument) for argument in arguments])
        return Result(code, *capfd.readouterr())

    return called


# -- the main question


def test_duties_of_a_body_each_once_with_its_place(call: Call) -> None:
    rows = json.loads(call("duties", "县应急局", "--format", "json").out)
    assert len({row["id"] for row in rows}) == len(rows) > 3
    order = [(["lead", "responsible", "support"].index(row["roles"][0]), row["date"]) for row in rows]
    assert order == sorted(sorted(order, key=lambda key: key[1], reverse=True), key=lambda key: key[0])
    for row in rows:
        text = (EXAMPLES.parent / row["source"]).read_text(encoding="utf-8")
        line = text.splitlines()[row["line"] - 1]
        assert text[row["start"] : row["end"]].splitlines()[0] in line
        assert row["number"].startswith("临政")
        assert row["title"]


@pytest.mark.parametrize("name", ["县应急局", "县应急管理局", "临溪县应急管理局"])
def test_every_form_of_a_name_gives_the_same_duties(call: Call, name: str) -> None:
    assert call("duties", name, "--format", "csv") == call("duties", "县应急局", "--format", "csv")


@pytest.mark.parametrize(
    ("deadline", "due_from", "due", "shown"),
    [
        (None, None, None, None),
        ("每月20日前", None, None, "每月20日前"),
        ("2018年6月底前", None, "2018-06-30", "2018年6月底前"),
        ("12月底前", None, "2017-12-31", "12月底前\n2017-12-31"),
        ("9月1日至30日", "2017-09-01", "2017-09-30", "9月1日至30日\n2017-09-01/2017-09-30"),
        ("5月1日起", "2017-05-01", None, "5月1日起\n2017-05-01/.."),
    ],
)
def test_a_deadline_shows_its_days_where_the_words_do_not(
    deadline: str | None, due_from: str | None, due: str | None, shown: str | None
) -> None:
    assert when(deadline, due_from, due) == shown


def test_duties_as_a_table_says_whose_they_are(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "400")  # so that no place is broken over lines
    done = call("duties", "县应急局")
    assert done.code == 0
    title, _, headings, *_ = done.out.splitlines()
    assert title.startswith("临溪县应急管理局（")
    assert title.endswith(" duties")
    assert headings.split() == ["角色", "任务", "时限", "文件", "条款号", "出处"]
    assert "临政发〔2020〕6号" in done.out
    assert "examples/05-应急管理体系建设的实施意见.txt:" in done.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("duties", "-p", "agency=县应急厅"), "no such body in the store; the nearest names that are: "),
        (("matrix", "-p", "document=没有的文件"), "no such document in the store"),
        (("duties", "-p", "agency="), "no name was given"),
    ],
)
def test_a_question_guesses_no_name(call: Call, arguments: tuple[str, ...], said: str) -> None:
    done = call("query", *arguments)
    assert (done.code, done.out) == (1, "")
    assert said in done.err


def test_a_question_takes_any_name_of_a_body(call: Call) -> None:
    rows = call("query", "duties", "-p", "agency=县应急局", "-f", "csv").out
    assert rows == call("query", "duties", "-p", "agency=临溪县应急管理局", "-f", "csv").out
    assert "临政发〔2020〕6号" in rows


def test_a_name_that_is_not_there_gets_the_nearest_ones(call: Call) -> None:
    done = call("duties", "县应急厅")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("dutygraph: 县应急厅: no such body in the store; the nearest names that are: ")
    assert "县应急" in done.err.partition(";")[2]


BODIES = (
    Found(label="Agency", id="甲县/财政局", name="甲县财政局", names=["县财政局"], place="甲县"),
    Found(label="Agency", id="乙县/财政局", name="乙县财政局", names=["县财政局"], place="乙县"),
)
GROUP = Found(label="LeadingGroup", id="甲县/防汛", name="甲县防汛领导小组", names=[], place="甲县")


@pytest.mark.parametrize(
    ("found", "label", "said"),
    [
        (
            Lookup(bodies=BODIES),
            None,
            "县财政局: 2 bodies bear this name: 甲县财政局 (甲县, id 甲县/财政局); 乙县财政局 (乙县, id 乙县/财政局); "
            "give the full name or the id of one",
        ),
        (
            Lookup(nearest=("甲县财政局",)),
            None,
            "县财政局: no such body in the store; the nearest names that are: 甲县财政局",
        ),
        (Lookup(), None, "县财政局: no such body in the store; dutygraph info shows what was read"),
        (
            Lookup(bodies=(GROUP,)),
            "Agency",
            "县财政局: 甲县防汛领导小组 is a LeadingGroup; view it as one: dutygraph view group",
        ),
    ],
)
def test_nothing_is_guessed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, found: Lookup, label: str | None, said: str
) -> None:
    monkeypatch.setattr(names, "lookup", lambda name, store: found)
    with pytest.raises(errors.Failure) as raised:
        names.the_body("县财政局", ArcadeStore(tmp_path), label)
    assert errors.explain(raised.value) == said


def test_one_body_among_those_of_the_label_that_is_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(names, "lookup", lambda name, store: Lookup(bodies=(BODIES[0], GROUP)))
    assert names.the_body("县财政局", ArcadeStore(tmp_path), "Agency")["id"] == "甲县/财政局"


# -- rows: table, CSV, JSON

ROWS: list[tuple[Cell, ...]] = [
    ("县应急局", 3, ["甲", "乙"], None, True),
    ('=1+1 "引号",\n换行 [b]括号[/b] :smile:', None, [], {"id": "x", "name": "节点"}, False),
]
COLUMNS = [output.Column(key, caption) for key, caption in zip("abcde", "名数表空真", strict=True)]


def rows(capsys: pytest.CaptureFixture[str], format_: output.Format) -> str:
    output.print_rows(ROWS, COLUMNS, format_)
    return capsys.readouterr().out


def test_json_keeps_types_under_the_keys(capsys: pytest.CaptureFixture[str]) -> None:
    read = json.loads(rows(capsys, output.Format.json))
    assert [tuple(row.values()) for row in read] == ROWS
    assert list(read[0]) == list("abcde")


def test_csv_is_read_back_under_the_captions(capsys: pytest.CaptureFixture[str]) -> None:
    text = rows(capsys, output.Format.csv)
    assert not text.startswith("\ufeff"), "in a pipe it would be part of the first heading"
    assert list(csv.reader(io.StringIO(text, newline=""))) == [
        list("名数表空真"),
        ["县应急局", "3", "甲 | 乙", "", "true"],
        ['=1+1 "引号",\n换行 [b]括号[/b] :smile:', "", "", '{"id":"x","name":"节点"}', "false"],
    ]


def test_a_csv_file_opens_in_excel(tmp_path: Path) -> None:
    output.print_rows(ROWS, COLUMNS, output.Format.csv, str(tmp_path / "x.csv"))
    assert (tmp_path / "x.csv").read_bytes().startswith("\ufeff名,".encode())


def test_a_table_shows_texts_as_they_are_in_columns_of_wide_characters(capsys: pytest.CaptureFixture[str]) -> None:
    lines = rows(capsys, output.Format.table).splitlines()
    assert "[b]括号[/b] :smile:" in lines[4], "no markup, no emoji"
    assert "节点" in lines[3], "a node is shown by its name"
    column = cell_len(lines[0].split("数")[0])
    assert cell_len(lines[2].split("3")[0]) == column + 1, "right-aligned under its heading of two cells"


@pytest.mark.parametrize(
    ("width", "longest"),
    [(100, 100), (60, 60), (20, 45)],  # too narrow for three columns: as narrow as they go, and nothing is left out
)
def test_a_table_fits_the_terminal_and_breaks_chinese_anywhere(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int, longest: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    text = "（一） 开展危险化学品企业排查。" * 5
    output.print_rows([(text, "县应急局" * 5, "x" * 30)], COLUMNS[:3], output.Format.table)
    lines = capsys.readouterr().out.splitlines()
    assert max(map(cell_len, lines)) <= longest
    assert "".join(line.split("  ")[0] for line in lines[2:]).startswith("（一） 开展"), "no line ends at a blank"
    assert sum(line.count("县") for line in lines) == 5
    assert sum(line.count("x") for line in lines) == 30


@pytest.mark.parametrize("format_", list(output.Format))
def test_no_rows(capsys: pytest.CaptureFixture[str], format_: output.Format) -> None:
    output.print_rows([], COLUMNS, format_)
    assert capsys.readouterr().out.split() in (["[]"], ["名,数,表,空,真"], [*"名数表空真", "─" * 22])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("县\x1b[31m应急局\x07", "县[31m应急局"),  # a terminal would turn red, and ring
        ("甲\u202e乙\u2066", "甲乙"),  # marks that turn the direction of what follows
        ("甲\t乙\r\n丙", "甲 乙\n丙"),
        ("\ud800x", "x"),  # half a character: no output can hold it
    ],
)
def test_a_terminal_is_shown_text_and_told_nothing(text: str, shown: str) -> None:
    assert errors.visible(text) == shown


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("n=临政发〔2018〕12号", "临政发〔2018〕12号"),
        ("n=3", 3),
        ('n="3"', "3"),
        ('n=["甲","乙"]', ["甲", "乙"]),
        ("n=a=b", "a=b"),
        ("n=", ""),
        ("n=true", True),
        ("n=null", None),
    ],
)
def test_parameters(typed: str, value: Cell) -> None:
    assert parameters.parse([typed]) == {"n": value}


@pytest.mark.parametrize("typed", [["x"], ["=x"], ["a=1", "a=2"]])
def test_parameters_that_are_none(typed: list[str]) -> None:
    with pytest.raises(typer.BadParameter):
        parameters.parse(typed)


# -- the other commands


def test_a_second_build_changes_nothing_and_a_bad_source_does_not_stop_it(tmp_path: Path) -> None:
    folder = shutil.copytree(EXAMPLES, tmp_path / "texts")
    (folder / "空.txt").write_bytes(b"")
    (folder / "index.tsv").write_text("甲", encoding="utf-8")
    (folder / "LICENSE").write_text("乙", encoding="utf-8")
    built = dutygraph("build", folder, "没有.txt", "--store", tmp_path / "s", "--format", "json")
    assert built.code == 1
    assert sorted(line.split("; ")[0] for line in built.err.splitlines()) == sorted(
        [
            f"dutygraph: {folder}/空.txt: the file is empty",
            "dutygraph: 没有.txt: no such file",
            "dutygraph: files of other kinds passed over: 1 without an ending, 1 .tsv",
        ]
    )
    counts = {row["what"]: row["count"] for row in json.loads(built.out)}
    assert (counts["sources read"], counts["documents in the store"], counts["sources failed"]) == (7, 7, 2)
    assert counts["files passed over"] == 2
    (folder / "空.txt").unlink()
    again = dutygraph("build", folder, "--store", tmp_path / "s", "--format", "json")
    counts = {row["what"]: row["count"] for row in json.loads(again.out)}
    assert counts["sources unchanged"] == 7
    assert [count for what, count in counts.items() if what.startswith(("nodes", "relationships"))] == [0] * 6


def test_extract_prints_a_document_a_line_on_one_process_or_two(tmp_path: Path) -> None:
    one = dutygraph("extract", EXAMPLES)
    assert one.code == 0
    documents = [json.loads(line) for line in one.out.splitlines()]
    assert len(documents) == 7
    assert [document["source"] for document in documents] == sorted(document["source"] for document in documents)
    two = dutygraph("extract", EXAMPLES, "--jobs", "2", "-o", tmp_path / "facts.jsonl")
    assert (two.out, two.err) == ("", "")
    assert (tmp_path / "facts.jsonl").read_text(encoding="utf-8") == one.out


def test_the_questions_are_listed(call: Call) -> None:
    listed = json.loads(call("query", "--format", "json").out)
    assert len(listed) >= 14
    assert all(row["name"] and row["asks"] for row in listed)


def test_a_question_that_is_not_there(call: Call) -> None:
    done = call("query", "nosuchquestion")
    assert done.code == 1
    assert done.err.startswith("dutygraph: nosuchquestion: no such question; the nearest: ")


def test_a_question_under_chinese_headings_and_what_it_needs(call: Call) -> None:
    done = call("query", "documents", "--format", "csv")
    assert done.code == 0
    assert "文号" in done.out.splitlines()[0].split(",")
    lacking = call("query", "duties")
    assert (lacking.code, lacking.out) == (1, "")
    assert "-p agency=" in lacking.err


def test_cypher_with_parameters_and_a_limit(call: Call) -> None:
    text = "MATCH (d:Document) WHERE d.in_corpus AND d.number STARTS WITH $n RETURN d.number AS 文号 ORDER BY 文号"
    done = call("cypher", text, "-p", "n=临政发", "--limit", "2", "--format", "csv")
    assert done.out.splitlines()[0] == "文号"
    assert len(done.out.splitlines()) == 3
    assert done.err == "dutygraph: only the first 2 rows; --limit N for more\n"


def test_cypher_from_standard_input(store: Path) -> None:
    text = "MATCH (d:Document {number: '临政发〔2018〕12号'}) RETURN d.title".encode()
    done = dutygraph("cypher", "-", "--format", "json", "--store", store, input_=text)
    assert json.loads(done.out) == [{"d.title": "临溪县人民政府关于进一步加强安全生产工作的实施意见"}]


@pytest.mark.parametrize(
    "text",
    ["CREATE (:Agency {id: 'x'})", "MATCH (n) DETACH DELETE n", "LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l"],
)
def test_cypher_that_writes_or_reads_files_is_refused(call: Call, text: str) -> None:
    done = call("cypher", text)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("dutygraph: ")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    ("what", "name", "title"),
    [
        ("agency", "县应急局", "临溪县应急管理局：职责与关系"),
        ("document", "临政发[2018]12号", "临溪县人民政府关于进一步加强安全生产工作的实施意见"),
        (
            "document",
            "老旧小区改造三年行动方案的通知",
            "临溪县人民政府办公室关于印发临溪县老旧小区改造三年行动方案的通知",
        ),
        ("group", "临溪县老旧小区改造领导小组", "临溪县老旧小区改造领导小组：组成与职责"),
    ],
)
def test_views(call: Call, tmp_path: Path, what: str, name: str, title: str) -> None:
    done = call("view", what, name, "-o", tmp_path / "x.html")
    assert done == Result(0, "", "")
    assert f"<title>{title} · dutygraph</title>" in (tmp_path / "x.html").read_text(encoding="utf-8")


def test_words_that_several_documents_have(call: Call) -> None:
    done = call("view", "document", "临溪县", "-o", "-")
    assert (done.code, done.out) == (1, "")
    assert "give the 文号, the whole title or the id of one" in done.err


@pytest.mark.parametrize("format_", ["json", "graphml"])
def test_exports_are_the_same_bytes_from_two_stores(
    call: Call, store: Path, other_store: Path, tmp_path: Path, format_: str
) -> None:
    assert call("export", format_, "-o", tmp_path / "x", "--store", other_store) == Result(0, "", "")
    first = call("export", format_, "-o", "-", "--store", store)
    assert (tmp_path / "x").read_text(encoding="utf-8") == first.out
    assert "临溪县应急管理局" in first.out


def test_info_counts_every_kind(call: Call) -> None:
    counted = json.loads(call("info", "--format", "json").out)
    count = {(row["what"], row["kind"]): row["count"] for row in counted}
    assert count["nodes", "Duty"] > 50
    assert count["relationships", "OWNS"] >= count["nodes", "Duty"]
    assert (count["sources", "read"], count["sources", "failed"]) == (7, 0)
    assert {row["caption"] for row in counted} >= {"职责任务", "承担"}


def test_info_marks_rules_that_are_often_wrong(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.cli.info.measured", lambda: {"duty.table": Precision(3, 4), "mention": Precision(9, 9)})
    rows = {row["rule"]: row for row in json.loads(call("info", "--rules", "--format", "json").out)}
    assert (rows["duty.table"]["confidence"], rows["duty.table"]["mark"]) == (0.75, "low")
    assert (rows["mention"]["confidence"], rows["mention"]["mark"]) == (1.0, None)
    assert (rows["duty.list"]["confidence"], rows["duty.list"]["mark"]) == (None, "unmeasured")


def test_info_lists_sources_doubts_names_and_the_schema(call: Call) -> None:
    assert len(call("info", "--sources").out.splitlines()) == 2 + 7
    given = json.loads(call("info", "--sources", "--format", "json").out)
    assert all(row["documents"] == 1 and row["facts"] and row["characters"] and row["seconds"] for row in given), given
    assert call("info", "--doubts", "--format", "csv").out.startswith("kind,source,line,start,end,quote,why\n")
    forms = json.loads(call("info", "--agency", "县应急局", "--format", "json").out)
    assert {"临溪县应急管理局", "县应急局"} <= {row["name"] for row in forms}
    assert all(row["joined_by"] for row in forms if row["name"] != "临溪县应急管理局")
    assert "引用" in call("info", "--schema").out


def test_doubts_of_documents_that_lack_something_and_of_shared_numbers(tmp_path: Path) -> None:
    for name, body in (("甲", "县财政局负责监督。"), ("乙", "县公安局负责治安。")):
        lines = (
            f"临溪县人民政府关于{name}工作的通知",
            "临政发〔2021〕7号",
            "各乡镇人民政府：",
            f"一、{body}",
            "临溪县人民政府\n2021年3月5日\n",
        )
        text = "\n\n".join(lines)
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "丙.txt").write_text("关于防汛工作的通知\n\n各村：\n\n一、镇水利站负责巡查。\n", encoding="utf-8")
    built = dutygraph("build", tmp_path, "--store", tmp_path / "s")
    assert "临政发〔2021〕7号: 2 different texts have this number; all are kept" in built.err
    listed = json.loads(dutygraph("info", "--doubts", "--format", "json", "--store", tmp_path / "s").out)
    kinds = {(Path(row["source"]).name, row["kind"]) for row in listed}
    assert {
        ("甲.txt", "shared number"),
        ("乙.txt", "shared number"),
        ("丙.txt", "no number"),
        ("丙.txt", "no date"),
    } <= kinds


def test_remove_and_build_again(tmp_path: Path, store: Path) -> None:
    folder = tmp_path / "s"
    shutil.copytree(store, folder)
    number = "临政发〔2020〕6号"
    removed = dutygraph("remove", number, "--store", folder)
    assert removed == Result(0, f"removed: {number} 临溪县人民政府关于推进应急管理体系和能力建设的实施意见\n", "")
    left = "MATCH (d:Document) WHERE d.text_sha256 IS NOT NULL RETURN count(d) AS n"
    assert json.loads(dutygraph("cypher", left, "-f", "json", "--store", folder).out) == [{"n": 6}]
    assert dutygraph("build", EXAMPLES, "--store", folder).code == 0
    whole = [dutygraph("export", "json", "-o", "-", "--store", each).out for each in (folder, store)]
    assert whole[0] == whole[1]


# -- errors, exit codes, streams


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["build"], "build: missing argument 'SRC'; see dutygraph build --help"),
        (["bild", "x"], "dutygraph: no such command 'bild'. Did you mean 'build'?; see dutygraph --help"),
        (
            ["info", "--doubts", "--schema"],
            "info: invalid value: --agency, --doubts, --sources, --rules and --schema exclude one another: ask one",
        ),
        (["cypher", "RETURN 1", "-p", "x"], "cypher: invalid value for --param: 'x' is not KEY=VALUE"),
        (["export", "xls", "-o", "x"], "export: "),
        (["view", "agency", "x"], "view: missing option '--output'"),
    ],
)
def test_usage(call: Call, arguments: list[str], line: str) -> None:
    done = call(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert done.err.startswith(f"dutygraph: {line}")


def test_without_arguments_the_help_and_exit_code_2() -> None:
    done = dutygraph()
    assert (done.code, done.out) == (2, "")
    assert "Usage: dutygraph" in done.err


@pytest.mark.parametrize("command", [["duties", "x"], ["info"], ["remove", "x"], ["export", "json", "-o", "-"]])
def test_a_store_that_is_not_there_is_not_made(tmp_path: Path, command: list[str]) -> None:
    done = dutygraph(*command, "--store", tmp_path / "none")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"dutygraph: {tmp_path}/none: there is no workspace; ")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (errors.Failure("what", "where", "remedy"), "where: what; remedy"),
        (PermissionError(13, "Permission denied", "/x"), "/x: Permission denied; check the path, its permissions"),
        (KeyError("x"), "internal error: KeyError: 'x'; set DUTYGRAPH_DEBUG=1 to see where, and report it"),
    ],
)
def test_explain(error: Exception, line: str) -> None:
    assert errors.explain(error).startswith(line)


def test_an_error_is_one_line_and_a_traceback_only_for_debugging(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("DUTYGRAPH_STORE", str(tmp_path / "no\nsuch"))
    assert run(["info"]) == 1
    assert capfd.readouterr().err.count("\n") == 1
    monkeypatch.setenv("DUTYGRAPH_DEBUG", "1")
    with pytest.raises(Exception, match="there is no workspace"):
        run(["info"])


def test_a_file_that_cannot_be_written_leaves_what_was_there(call: Call, tmp_path: Path) -> None:
    done = call("export", "json", "-o", tmp_path / "no" / "x.json")
    assert done.code == 1
    assert str(tmp_path / "no") in done.err
    assert done.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "locale", [{"LANG": "C"}, {"LC_ALL": "POSIX"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]
)
def test_output_is_utf_8_whatever_the_locale(store: Path, locale: dict[str, str]) -> None:
    done = dutygraph("info", "--store", store, **locale)
    assert done.code == 0
    assert "职责任务" in done.out


def test_a_reader_who_leaves_early_ends_it_quietly(store: Path) -> None:
    command = f"'{PROGRAM}' info --schema --store '{store}' | head -n 1; echo \"${{PIPESTATUS[0]}}\""
    done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60, check=True)
    assert done.stderr == b""
    assert done.stdout.split()[-1] in (b"0", b"1")


# -- the help


def test_start_up_needs_no_heavy_library() -> None:
    heavy = "spacy", "arcadedb", "neo4j", "networkx", "pyvis", "numpy"
    code = f"import sys, graph.cli.main; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "[]\n"


def test_every_command_and_every_option_has_help() -> None:
    program = typer.main.get_group(app)
    assert len(program.commands) == 14
    for name, command in program.commands.items():
        assert command.help, name
        assert "Example" in command.help, name
        for parameter in command.params:
            assert getattr(parameter, "help", ""), f"{name} {parameter.name}"


def test_the_reference_is_up_to_date() -> None:
    written = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert written == reference(), "run: python -m graph.cli.reference > docs/cli.md"


def test_the_version() -> None:
    done = dutygraph("--version")
    assert done.code == 0
    assert done.out.startswith("dutygraph ")


def test_a_folder_that_is_not_there_is_told_by_the_path_that_was_given(tmp_path: Path) -> None:
    path = tmp_path / "没有" / "facts.jsonl"
    done = dutygraph("extract", EXAMPLES, "-o", path)
    assert done.code == 1
    assert done.err.startswith(f"dutygraph: {path}: there is no such file or folder; ")
