"""Source text -> clean lines, each character with its place."""

from __future__ import annotations

import unicodedata

import pytest

from extractors.clean import clean
from extractors.sources import Kind, Source

LONG = "县应急管理局要会同有关部门定期排查各类风险隐患并且督促有关单位在规定时间内完成整改任务以及将整改情况"

PARAGRAPH = "一、" + LONG * 3 + "。"
PRINTED = "\n".join([*(PARAGRAPH[at : at + 28] for at in range(0, 56, 28)), "— 12 —"])
PRINTED = "\n".join([PRINTED, *(PARAGRAPH[at : at + 28] for at in range(56, len(PARAGRAPH), 28)), "二、落实责任。", ""])

INDENTED = f"（一）{LONG[:21]}"
"""A first line of a paragraph in such a page: its indent takes the place of two characters."""

LINES: list[tuple[Kind, str, str, str]] = [
    (
        "text",
        "　　一、总则\r\n　　为做好工作。\r\n",
        "一、总则\n为做好工作。\n",
        "Windows line ends, full-width indents",
    ),
    (
        "text",
        "２０２０年１２⽉底前，临政发﹝2020﹞3号\n",
        "2020年12月底前，临政发〔2020〕3号\n",
        "wide figures, radicals",
    ),
    ("text", "一、加大支持 1.完善 2 项服务。\n", "一、加大支持 1.完善2项服务。\n", "blanks at an item"),
    ("text", "\ufeff临溪县\u200b人民政府\n", "临溪县人民政府\n", "a byte order mark and invisible characters"),
    ("text", "\t\t\t各镇人民政府：\n", "各镇人民政府：\n", "an indent of tabs is no table"),
    ("text", "\t二级\t三级\n", "\t二级\t三级\n", "an empty first cell of a table row is kept"),
    (
        "text",
        "如下。    一、严格管理    县编办要\u3000\u3000审核。\u3000\u3000各镇要配合。  （二）健全机制  王 军负责。\n",
        "如下。\n一、严格管理\n县编办要 审核。\n各镇要配合。\n（二）健全机制\n王 军负责。\n",
        "paragraphs of a text in one line: a gap behind a sentence and behind a short heading",
    ),
    (
        "text",
        "序号  工作任务\u3000\u3000责任单位\n 1   开展排查。  县水利局\n2  抓好整改  县住建局\n3  完善制度\n",
        "序号\t工作任务\t责任单位\n1\t开展排查。\t县水利局\n2\t抓好整改\t县住建局\n3 完善制度\n",
        "cells that gaps divide, as many in a row as in the header",
    ),
    ("text", "1\t开展排查。  抓好整改\t县水利局\n", "1\t开展排查。抓好整改\t县水利局\n", "a cell is no two paragraphs"),
    ("text", f"{LONG}\n\n报县政府。\n", f"{LONG}报县政府。\n", "a page break in a sentence"),
    (
        "text",
        PRINTED,
        f"{PARAGRAPH}\n二、落实责任。\n",
        "lines of 28 characters, a word cut at each end, a page number",
    ),
    (
        "text",
        f"{PRINTED}{INDENTED}\n{LONG[21:40]}。\n",
        f"{PARAGRAPH}\n二、落实责任。\n{INDENTED}{LONG[21:40]}。\n",
        "the first line of a paragraph is full when it is two characters shorter",
    ),
    (
        "text",
        f"{PRINTED}{INDENTED[:-2]}\n{LONG[21:40]}。\n",
        f"{PARAGRAPH}\n二、落实责任。\n{INDENTED[:-2]}\n{LONG[21:40]}。\n",
        "a heading that is shorter yet is a heading",
    ),
    (
        "text",
        f"自2019 年 1 月 1 日起施行的《青川市税法条例》，是重要举措\n{PRINTED}",
        f"自2019年1月1日起施行的《青川市税法条例》，是重要举措\n{PARAGRAPH}\n二、落实责任。\n",
        "a line with blanks and figures has more characters and is no wider",
    ),
    (
        "text",
        "组长：甲\n副组长：乙\n成员：丙、丁\n县财政局\n县教育局\n县民政局\n",
        "组长：甲\n副组长：乙\n成员：丙、丁\n县财政局\n县教育局\n县民政局\n",
        "short lines of one width are no page of print: too few of them are full",
    ),
    ("text", "县财政局配合。\n第 3 页 共 10 页\n－4－\n", "县财政局配合。\n", "page numbers"),
    (
        "text",
        f"责任单位：{LONG[:6]}、县财政局、县教育局、县民政局、县水利局、县公安局、县司法局\n临溪县人民政府\n",
        f"责任单位：{LONG[:6]}、县财政局、县教育局、县民政局、县水利局、县公安局、县司法局\n临溪县人民政府\n",
        "a signature is not the rest of a list of bodies",
    ),
    (
        "text",
        "原文链接：https://www.example.cn/lar/2f52e167e6b73e8162d6f1fa1499e24d.html\n关于防汛，请各镇\n",
        "原文链接：https://www.example.cn/lar/2f52e167e6b73e8162d6f1fa1499e24d.html\n关于防汛，请各镇\n",
        "nothing goes on behind an address of the web",
    ),
    (
        "markdown",
        "---\r\ntitle: 关于防汛的通知\r\neditor: markdown\r\n发文字号: 临政发〔2020〕3号\r\n---\r\n# 关于防汛\r\n",
        "关于防汛的通知\n发文字号: 临政发〔2020〕3号\n关于防汛\n",
        "front matter with Windows line ends: its title and fields",
    ),
    (
        "markdown",
        "```yaml\n标题: 甲\n```\n<!-- 一\n二 -->正文\n",
        "标题: 甲\n正文\n",
        "fences and comments go, what is in a fence stays",
    ),
    (
        "markdown",
        "> **一、** [办法](/rule/x.md)要求\n> {: align=right }\n\n[办法]: /rule/x.md\n",
        "一、办法要求\n",
        "quotes, links",
    ),
    ("markdown", "县教育局\\\n县公安局\n", "县教育局\n县公安局\n", "the stroke of a hard line end"),
    ("markdown", "| 1 | 甲\\|乙 |\n", "1\t甲|乙\n", "a bar that is a character of its cell"),
    ("markdown", "| 序号 | 任务 |\n| --- | --- |\n| 1 | 排查 |\n", "序号\t任务\n1\t排查\n", "a table"),
    (
        "html",
        "<p>一、总则</p><p>为做好&nbsp;&ldquo;防汛&rdquo;工作<br>特通知。</p>",
        "一、总则\n为做好 “防汛”工作\n特通知。\n",
        "blocks, references, breaks",
    ),
    (
        "html",
        (
            "<head><title>关于防汛的通知 - 临溪县人民政府门户网站</title><style>p{}</style></he"
            "ad><body><p>各镇：</p></body>"
        ),
        "关于防汛的通知\n各镇：\n",
        "the title of the page is its first line, without the site",
    ),
    (
        "html",
        "<table><tr><td>序号</td><td>任务</td></tr><tr><td>1</td><td><p>排</p><p>查</p></td></tr></table>",
        "序号\t任务\n1\t排 查\n",
        "a table of data: a line a row",
    ),
    (
        "html",
        "<table><tr><td><p>国务院</p><p>各省：</p><table><tr><td>甲</td><td>乙</td></tr></table></td></tr></table>",
        "国务院\n各省：\n甲\t乙\n",
        "a table for the layout: its blocks are lines, a table in it is one",
    ),
    (
        "html",
        "<table><tr><td>甲<td>乙<tr><td>丙<td>丁</table>尾",
        "甲\t乙\n丙\t丁\n尾\n",
        "cells and rows that are not closed",
    ),
    (
        "html",
        "<div>正文</div><div style='display: none'>正<div>文</div></div><script>x</script>尾",
        "正文\n尾\n",
        "a hidden copy of the text, scripts",
    ),
    (
        "html",
        "<p>《关于印发<临溪县办法>的通知》</p>",
        "《关于印发<临溪县办法>的通知》\n",
        "angle brackets that are no tag",
    ),
    (
        "text",
        "一.总则\n成立领导小组,由县长任组长;副县长任副组长.办公室设在县水利局.\n1,000元,3.5万,a,b\n",
        "一.总则\n成立领导小组，由县长任组长；副县长任副组长。办公室设在县水利局。\n1,000元，3.5万，a,b\n",
        "narrow marks behind Chinese words",
    ),
    (
        "text",
        "<p>组长：&ldquo;张&nbsp;三&rdquo;&amp;nbsp;县长 &unknown; A&B</p>\n",
        "组长：“张 三” 县长 &unknown; A&B\n",
        "entities that a text has kept",
    ),
]


@pytest.mark.parametrize(("kind", "text", "expected", "reason"), LINES)
def test_lines(kind: Kind, text: str, expected: str, reason: str) -> None:
    assert clean(Source("a", text, "", kind)).text == expected, reason


@pytest.mark.parametrize(("kind", "text", "expected", "reason"), LINES)
def test_every_character_has_its_place(kind: Kind, text: str, expected: str, reason: str) -> None:
    cleaned = clean(Source("a", text, "", kind))
    assert list(cleaned.offsets) == sorted(cleaned.offsets), reason
    for char, at in zip(cleaned.text, cleaned.offsets, strict=True):
        written = text[at]
        assert char.isspace() or written in (char, *"&﹝﹞,;.") or unicodedata.normalize("NFKC", written) == char


def test_spans_go_to_the_source_and_back() -> None:
    text = "<p>县<b>财政</b>局要报告。</p>"
    cleaned = clean(Source("a.html", text, "", "html"))
    at = cleaned.text.index("财政局")
    start, end = cleaned.span(at, at + 3)
    assert text[start:end] == "财政</b>局"
    assert cleaned.within(start, end) == (at, at + 3)
    part = cleaned.part(at, at + 3)
    assert part.text == "财政局"
    assert part.span(0, 3) == (start, end)


def test_a_long_line_of_spaces_is_quick() -> None:
    assert len(clean(Source("a.txt", "局 " * 100_000, "", "text")).text) == 200_000
