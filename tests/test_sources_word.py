"""Word's .docx -> text: what is printed and in no text of the file, tables with merged cells, and what is hostile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from packing import packed
from reading import HEAD, pipeline

from extractors.clean import clean
from extractors.sources import Source, SourceError, decode, read

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
Table = list[list[str | None]]
CORPUS = Path(__file__).parents[2] / "shared" / "corpus"


def docx(body: str, **parts: str) -> bytes:
    """A .docx with this body; `parts` are others of its parts (numbering, styles, footnotes)."""
    members: dict[str, str | bytes] = {
        f"word/{name}.xml": f"<w:{name} {NAMES}>{part}</w:{name}>" for name, part in parts.items()
    }
    return packed({"word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>", **members})


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def listed(text: str, level: int, number: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(depth: int, figures: str, pattern: str) -> str:
    counted = f'<w:start w:val="1"/><w:numFmt w:val="{figures}"/><w:lvlText w:val="{pattern}"/>'
    return f'<w:lvl w:ilvl="{depth}">{counted}</w:lvl>'


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def rows(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


RESTART = '<w:vMerge w:val="restart"/>'
CONTINUED = "<w:vMerge/>"
NUMBERING = (
    '<w:abstractNum w:abstractNumId="7">'
    + level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "bullet", "\uf06c")
    + level(4, "decimal", "%3.%5")
    + "</w:abstractNum>"
    + '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    + '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
    + '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)
STYLES = (
    '<w:style w:styleId="h1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="h2"><w:basedOn w:val="h1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
)
FOOTNOTES = f'<w:footnote w:id="2">{p("见附件。")}</w:footnote>'
BOX = "<w:p><w:r><w:drawing><w:txbxContent>{}</w:txbxContent></w:drawing><w:t>各镇：</w:t></w:r></w:p>"

BODIES = [
    (p("一") + p("") + p("二"), "一\n\n二", "an empty paragraph is a blank line"),
    ("<w:p><w:r><w:t>关于</w:t><w:br/><w:t>印发</w:t></w:r></w:p>", "关于\n印发", "a line end inside a title"),
    ("<w:p><w:r><w:t>组长：</w:t><w:tab/><w:t>甲</w:t></w:r></w:p>", "组长： 甲", "a tab of a paragraph is no cell"),
    (f"<w:sdt><w:sdtContent>{p('甲')}</w:sdtContent></w:sdt>", "甲", "a content control"),
    (
        "<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>",
        "新",
        "tracked changes: what was put in stays, what was deleted goes",
    ),
    ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r><w:r><w:t>甲</w:t></w:r></w:p>", "甲", "hidden text"),
    (
        "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink><w:r><w:t>文</w:t></w:r></w:hyperlink></w:p>",
        "文",
        "the code of a field is not printed, what it gives is",
    ),
    (BOX.format(p("临溪县人民政府文件")), "临溪县人民政府文件\n各镇：", "a text box, as red heads are made"),
    (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{p('头')}</w:txbxContent></mc:Choice>"
        f"<mc:Fallback><w:txbxContent>{p('头')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        "头\n",
        "a text box is told twice, for new and for old Word",
    ),
    (
        '<w:p><w:r><w:t>附表</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
        "附表\n注：见附件。",
        "a foot note stands below its paragraph",
    ),
    (
        listed("要求", 0) + listed("组织", 1) + listed("经费", 1) + listed("措施", 0) + listed("分工", 1),
        "一、要求\n（一）组织\n（二）经费\n二、措施\n（一）分工",
        "Word's own numbers; a lower level begins anew",
    ),
    (listed("甲", 2) + p("间") + listed("乙", 2), "1. 甲\n间\n2. 乙", "a list goes on behind another paragraph"),
    (listed("甲", 3), "甲", "a bullet is no number"),
    (listed("甲", 2) + listed("乙", 4), "1. 甲\n1.1 乙", "a number of two levels"),
    (listed("甲", 0) + listed("乙", 0, 2), "一、甲\n一、乙", "a list that begins anew"),
    (listed("", 0) + listed("甲", 0), "\n二、甲", "an empty paragraph counts, as in Word, and prints nothing"),
    (
        p("要求", '<w:pStyle w:val="h1"/>') + p("组织", '<w:pStyle w:val="h2"/>'),
        "一、要求\n（一）组织",
        "numbers that a style has, or the style that it is based on",
    ),
    (rows(cell("甲") + cell("乙"), cell("丙") + cell("")), "甲\t乙\n丙", "one cell that says something is a line"),
    (rows(cell("甲") + cell("") + cell("丙")), "甲\t\t丙", "an empty cell keeps its place"),
    (
        rows(cell("甲", RESTART) + cell("1"), cell("", CONTINUED) + cell("2")),
        "甲\t1\n〃\t2",
        "a cell over two rows",
    ),
    (
        rows(cell("头", '<w:gridSpan w:val="2"/>') + cell("丙"), cell("1") + cell("2") + cell("3")),
        "头\t\t丙\n1\t2\t3",
        "a cell over two columns",
    ),
    (rows(cell("甲</w:t><w:br/><w:t>乙") + cell("丙")), "甲 乙\t丙", "the lines of a cell are one"),
    (rows(f"<w:tc>{p('外')}{rows(cell('甲') + cell('乙'))}</w:tc>{cell('丙')}"), "外 甲 乙\t丙", "a table in a cell"),
    (rows(f"<w:tc>{p('甲')}{p('乙')}</w:tc>"), "甲\n乙", "a frame of one cell around paragraphs"),
]


@pytest.mark.parametrize(("body", "expected", "reason"), BODIES)
def test_what_is_printed_is_in_the_text(body: str, expected: str, reason: str) -> None:
    source = decode(docx(body, numbering=NUMBERING, styles=STYLES, footnotes=FOOTNOTES), "a.docx")
    assert source.text.rstrip("\n") == expected.rstrip("\n"), reason


def test_a_page_that_the_document_only_points_to() -> None:
    relation = '<Relationships><Relationship Id="a" Target="/word/c.mht"/></Relationships>'
    message = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n\n'
    data = packed(
        {
            "word/document.xml": f'<w:document {NAMES}><w:body><w:altChunk r:id="a"/></w:body></w:document>',
            "word/_rels/document.xml.rels": relation,
            "word/c.mht": f"{message}<html><p>第一条</p><p>第二条</p></html>\n--b--\n",
        }
    )
    assert decode(data, "a.docx").text == "第一条\n第二条\n"


ENTITIES = '<!DOCTYPE x [<!ENTITY a "1234567890"><!ENTITY b "&a;&a;&a;&a;">]>'
HOSTILE = [
    (docx(p(" " * 20_000_000)), "far larger", "spaces without end"),
    (packed({"word/document.xml": f"{ENTITIES}<w:document {NAMES}>&b;</w:document>"}), "entities", "an entity bomb"),
    (docx(p("甲"))[:-30], "cut off", "the end is missing"),
    (packed({"word/document.xml": "<w:document"}), "damaged", "the XML is cut off"),
    (docx(rows("<w:tc>" * 20_000 + "</w:tc>" * 20_000)), "nested", "cells in cells without end"),
]


@pytest.mark.parametrize(("data", "what", "reason"), HOSTILE, ids=[row[2] for row in HOSTILE])
def test_what_is_hostile_is_refused_in_one_line(data: bytes, what: str, reason: str) -> None:
    with pytest.raises(SourceError, match=what) as error:
        decode(data, "a.docx")
    assert str(error.value).startswith("a.docx"), reason


TABLE: Table = [
    ["序号", "重点任务", "牵头单位", "配合单位"],
    ["1", "排查燃气管道隐患。", "县应急局", "县公安局"],
    ["2", "整治占用消防通道行为。", None, "县司法局"],
]
"""A task table; None is a cell that reaches down from the row above."""


def as_docx(body: list[str], table: Table) -> bytes:
    lines = [
        "".join(
            cell(text or "", RESTART if spans(table, i, k) else "" if text is not None else CONTINUED)
            for k, text in enumerate(row)
        )
        for i, row in enumerate(table)
    ]
    return docx("".join(map(p, body)) + rows(*lines))


def as_html(body: list[str], table: Table) -> bytes:
    lines = [
        "".join(f"<td rowspan={1 + spans(table, i, k)}>{text}</td>" for k, text in enumerate(row) if text is not None)
        for i, row in enumerate(table)
    ]
    page = "".join(f"<p>{line}</p>" for line in body) + "<table>" + "".join(f"<tr>{row}</tr>" for row in lines)
    return f"<html><body>{page}</table></body></html>".encode()


def as_text(body: list[str], table: Table) -> bytes:
    return "\n".join([*body, *("\t".join(text or "〃" for text in row) for row in table)]).encode()


def spans(table: Table, i: int, k: int) -> bool:
    return i + 1 < len(table) and table[i + 1][k] is None


@pytest.mark.parametrize("made", [as_docx, as_html, as_text])
def test_one_table_gives_the_same_duties_in_every_format(made: Callable[[list[str], Table], bytes]) -> None:
    source = decode(made([*HEAD.strip().split("\n"), "附件：任务分工表"], TABLE), "a.docx")
    [document] = pipeline().extract(source)
    assert {(duty.agency, duty.role, duty.text) for duty in document.duties} == {
        ("县应急局", "lead", "排查燃气管道隐患。"),
        ("县公安局", "support", "排查燃气管道隐患。"),
        ("县应急局", "lead", "整治占用消防通道行为。"),
        ("县司法局", "support", "整治占用消防通道行为。"),
    }
    for duty in document.duties:
        assert source.text[duty.start : duty.end] == duty.agency, "each points to the cell that says so"


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not at hand")
@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.docx")), ids=lambda path: path.name)
def test_each_docx_of_the_corpus_is_read(path: Path) -> None:
    source: Source = read(path)
    text = clean(source).text
    assert len(text) > 1000
    assert "\ufffd" not in text
