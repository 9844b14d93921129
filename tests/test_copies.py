"""One document in several files: the same facts from every format, one document in the graph, and what is none."""

from __future__ import annotations

import html
import io
import itertools
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
import test_sources_ofd
import test_sources_pdf
from reading import HEAD, pipeline

from extractors.facts import Document
from extractors.fingerprint import near
from extractors.sources import Source
from extractors.sources import read as read_source
from graph.build import build
from graph.identity import copies
from graph.reading import read
from graph.tables import Tables
from graph.workspace import Workspace

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
BODY = """一、总体要求
为贯彻落实《青川市人民政府关于加强燃气安全管理的意见》（青政发〔2019〕45号）精神，由县应急局牵头，县公安局、县司法局配合，于2020年6月底前排查全县燃气管道隐患。
二、组织领导
成立临溪县安全整治工作领导小组，组长由副县长王强同志担任，县应急局、县公安局为成员单位，领导小组办公室设在县应急局。
三、职责分工
（一）县住建局负责督促燃气经营企业落实主体责任，对居民用户每年至少入户检查一次，发现隐患的及时告知并督促整改到位。
（二）县市场监管局负责燃气器具和气瓶的监督检查，依法查处生产、销售不合格产品的行为，检查结果按月报送县应急局。
（三）推进老旧管网改造，2020年底前完成全部市政管网更新。（责任单位：县住建局、县财政局）
（四）各镇人民政府负责本行政区域内的安全宣传，组织村（居）开展入户检查，建立用户台账，逐户签订安全承诺书。"""
TEXT = HEAD + BODY


def as_text(text: str) -> bytes:
    return text.encode("gb18030")


def as_markdown(text: str) -> bytes:
    return "\n\n".join(text.split("\n")).encode()


def as_html(text: str) -> bytes:
    lines = "".join(f"<p>&emsp;&emsp;{html.escape(line)}</p>\n" for line in text.split("\n"))
    return f"<html><body><div id='nav'><ul><li>首页</li></ul></div>{lines}<div>打印本页</div></body></html>".encode()


def as_docx(text: str) -> bytes:
    made, data = docx.Document(), io.BytesIO()
    for line in text.split("\n"):
        made.add_paragraph(line)
    made.save(data)
    return data.getvalue()


def as_pdf(text: str) -> bytes:
    return test_sources_pdf.pdf(test_sources_pdf.printed(text))


def as_ofd(text: str) -> bytes:
    return test_sources_ofd.ofd(test_sources_ofd.printed(text))


FORMATS: dict[str, Callable[[str], bytes]] = {
    "a.docx": as_docx,
    "b.html": as_html,
    "c.md": as_markdown,
    "d.ofd": as_ofd,
    "e.pdf": as_pdf,
    "f.txt": as_text,
}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with one document in every format."""
    for name, made in FORMATS.items():
        (tmp_path / name).write_bytes(made(TEXT))
    return tmp_path


def facts(document: Document) -> dict[str, object]:
    """What a document says, without its places."""
    head = (document.number, document.title, document.date, document.issuers, document.addressees)
    return {
        "head": (*head, document.promulgates),
        "duties": [(duty.agency, duty.role, duty.text, duty.deadline, duty.due) for duty in document.duties],
        "groups": [(one.name, one.office_host, [(m.role, m.agency) for m in one.members]) for one in document.groups],
        "people": [(person.name, person.posts) for person in document.people],
        "citations": [(citation.title, citation.number, citation.basis) for citation in document.citations],
    }


def counted(tables: Tables) -> Counter[str]:
    """How many nodes there are of a label, relationships of a type."""
    return Counter([label for label, _ in tables.nodes] + [type_ for type_, _ in tables.relationships])


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_facts_of_the_text(name: str, files: Path) -> None:
    [plain] = pipeline().extract(Source("a.txt", TEXT, ""))
    assert len(plain.duties) == 8
    [document] = pipeline().extract(read_source(files / name))
    assert facts(document) == facts(plain)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
@pytest.mark.parametrize("end", ["doc", "pdf", "html"])
def test_what_an_office_saves_gives_the_same_facts(end: str, files: Path) -> None:
    profile = f"-env:UserInstallation={(files / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", end, "--outdir", str(files / "out"), "a.docx"]
    subprocess.run(command, cwd=files, check=True, capture_output=True, timeout=120)
    [document], [first] = (pipeline().extract(read_source(path)) for path in (files / f"out/a.{end}", files / "a.docx"))
    assert facts(document) == facts(first)
    assert len(copies([document, first])) == 1


def test_copies_are_one_document_with_all_sources(tmp_path: Path, files: Path) -> None:
    with Workspace.open(tmp_path / "one", write=True) as workspace:
        read(workspace, [files / "f.txt"])
        one = build(workspace.documents()).tables
    with Workspace.open(tmp_path / "all", write=True) as workspace:
        read(workspace, [files / name for name in FORMATS])
        [document] = workspace.documents()
        tables = build([document]).tables
        assert {record.name: workspace.copied_by(record) for record in workspace.sources()} == {
            name: ([] if name == "a.docx" else ["a.docx"]) for name in FORMATS
        }
    assert document.sources == tuple(FORMATS)
    assert counted(tables) == counted(one)
    assert set(tables.nodes) == set(one.nodes), "ids come from content"
    assert set(tables.relationships) == set(one.relationships)


def test_the_order_of_files_counts_for_nothing(files: Path) -> None:
    read_ones = [document for name in FORMATS for document in pipeline().extract(read_source(files / name))]
    for order in itertools.islice(itertools.permutations(read_ones), 0, None, 97):
        assert [[one.source for one in same] for same in copies(order)] == [list(FORMATS)]


def test_a_copy_that_changes_leaves_the_document_to_the_others(tmp_path: Path, files: Path) -> None:
    with Workspace.open(tmp_path / "store", write=True) as workspace:
        read(workspace, [files / "a.docx", files / "f.txt"])
        (files / "a.docx").write_bytes(as_docx(OTHER.replace("12号", "13号")))
        report = read(workspace, [files / "a.docx", files / "f.txt"])
        assert (report.replaced, report.skipped) == (["a.docx"], ["f.txt"])
        told = {document.number: document.sources for document in workspace.documents()}
    assert told == {"临政办发〔2020〕12号": ("f.txt",), "临政办发〔2020〕13号": ("a.docx",)}


def test_removing_a_document_takes_out_every_copy(tmp_path: Path, files: Path) -> None:
    with Workspace.open(tmp_path / "store", write=True) as workspace:
        read(workspace, [files / "a.docx", files / "f.txt"])
        workspace.remove("临政办发〔2020〕12号")
        assert workspace.documents() == []
        read(workspace, [files / "f.txt"])
        assert [document.sources for document in workspace.documents()] == [("f.txt",)]


OTHER = HEAD.replace("安全整治", "防汛抗旱") + "\n".join(
    f"（{i}）县水利局负责第{i}座水库的除险加固，县应急局负责第{i}座水库下游群众的转移安置。" for i in "一二三四五六七八"
)
"""Another text with the number of `TEXT`."""

TAIL = "\n信息来源：县政府办公室\n扫一扫在手机打开当前页\n附件下载：临溪县安全整治方案.pdf\n"
NUMBER, TITLE = "临政办发〔2020〕12号", "关于印发临溪县安全整治方案的通知"
NO_NUMBER = TEXT.replace(f"{NUMBER}\n", "")
PAIRS: list[tuple[str, str, bool, str]] = [
    (TEXT, TEXT, True, "the same text"),
    (TEXT, TEXT.replace("\n", "\n\n　　"), True, "blanks and blank lines"),
    (TEXT, TEXT + TAIL, True, "what a site writes below"),
    (TEXT, TEXT.replace("〔2020〕", "[2020] "), True, "other brackets in the number"),
    (TEXT, NO_NUMBER, True, "a copy without the number: the title and the text tell"),
    (NO_NUMBER, NO_NUMBER + TAIL, True, "no number at all"),
    (TEXT, OTHER, False, "a number that two documents bear"),
    (TEXT, TEXT.replace("12号", "13号"), False, "the same words under another number"),
    (NO_NUMBER, NO_NUMBER.replace("2020年3月5日", "2021年3月5日"), False, "the notice of another year"),
    (NO_NUMBER, NO_NUMBER.replace("临溪县", "石门县"), False, "the notice of another county"),
    (NO_NUMBER, NO_NUMBER.replace("安全整治方案", "安全检查办法"), False, "another title"),
    (TEXT, HEAD + BODY[:200], False, "a piece of it is not all of it"),
]


@pytest.mark.parametrize(("one", "other", "same", "reason"), PAIRS, ids=[row[3] for row in PAIRS])
def test_what_is_a_copy(one: str, other: str, same: bool, reason: str) -> None:
    both = [pipeline().extract(Source(f"{at}.txt", text, ""))[0] for at, text in enumerate((one, other))]
    assert len(copies(both)) == (1 if same else 2), reason


def test_a_copy_without_a_number_does_not_join_two_documents() -> None:
    """Three texts that are alike, two of them with numbers: two documents, whatever the order."""
    texts = [TEXT, TEXT.replace("12号", "13号"), NO_NUMBER]
    read_ones = [pipeline().extract(Source(f"{at}.txt", text, ""))[0] for at, text in enumerate(texts)]
    for order in itertools.permutations(read_ones):
        assert [[one.number for one in same] for same in copies(order)] == [
            [NUMBER, None],
            ["临政办发〔2020〕13号"],
        ]


def test_the_gazette_that_prints_a_copy_is_kept(tmp_path: Path) -> None:
    issue = "临溪县人民政府公报\n2020年第3期\n\n" + TEXT + "\n\n" + OTHER.replace("12号", "13号")
    (tmp_path / "公报.txt").write_text(issue)
    (tmp_path / "12号.txt").write_text(TEXT)
    with Workspace.open(tmp_path / "store", write=True) as workspace:
        read(workspace, [tmp_path / "公报.txt", tmp_path / "12号.txt"])
        [document] = [one for one in workspace.documents() if one.number == NUMBER]
    assert document.sources == ("12号.txt", "公报.txt")
    assert document.gazette is not None


@pytest.mark.parametrize(
    ("change", "bits", "reason"),
    [
        (lambda text: text, 0, "the same"),
        (lambda text: "\n".join(text[i : i + 28] for i in range(0, len(text), 28)), 0, "line breaks"),
        (lambda text: text.replace("（", "(").replace("）", ")").replace("，", ","), 0, "marks"),
    ],
)
def test_layout_and_marks_are_no_difference(change: Callable[[str], str], bits: int, reason: str) -> None:
    assert (int(near(TEXT), 16) ^ int(near(change(TEXT)), 16)).bit_count() == bits, reason


@pytest.mark.parametrize("text", ["", "临溪", " \n"])
def test_too_short_a_text_is_near_to_none(text: str) -> None:
    assert near(text) == ""


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not at hand")
def test_the_one_document_that_the_corpus_has_twice() -> None:
    """A page with the number and a PDF without."""
    read_ones = [one for name in ("H129.html", "H163.pdf") for one in pipeline().extract(read_source(CORPUS / name))]
    assert [[one.source for one in same] for same in copies(read_ones)] == [["H129.html", "H163.pdf"]]
