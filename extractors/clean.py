"""Source text -> clean text: lines without mark-up, layout and page breaks, each character with its place.

The clean text is what every rule reads. A line is a paragraph, a heading or a table row (cells divided by a tab);
`Clean.offsets` says for each of its characters where it stands in the source, so that every fact can be proved there.
"""

from __future__ import annotations

import bisect
import html
import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from extractors.sources import Kind, Source
from extractors.sources.line import Line
from extractors.sources.page import page_lines
from extractors.sources.plain import markdown_lines, text_lines
from extractors.stacked import stacked

_LINES: dict[Kind, Callable[[str], list[Line]]] = {
    "text": text_lines,
    "markdown": markdown_lines,
    "html": page_lines,
}


@dataclass(frozen=True, slots=True)
class Clean:
    """`text` and, for each of its characters, its offset in the source (never falling)."""

    text: str
    offsets: array[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the source of ``text[start:end]`` (an empty span for an empty one)."""
        if start >= end:
            at = self.offsets[min(start, len(self.offsets) - 1)] if self.offsets else 0
            return at, at
        return self.offsets[start], self.offsets[end - 1] + 1

    def at(self, offset: int) -> int:
        """The place in the clean text of the source's character at `offset`, or of the next one that was kept."""
        return min(bisect.bisect_left(self.offsets, offset), max(len(self.text) - 1, 0))

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The place in the clean text of the span [start, end) of the source: what `span` made, undone."""
        first = self.at(start)
        return first, max(bisect.bisect_left(self.offsets, end), first)

    def part(self, start: int, end: int) -> Clean:
        """``text[start:end]`` as a clean text of its own, with its places in the same source."""
        return Clean(self.text[start:end], self.offsets[start:end])


def clean(source: Source) -> Clean:
    """The clean text of the source."""
    printed = (paragraph for line in _spaced(_LINES[source.kind](source.text)) for paragraph in _paragraphs(line))
    rows = [row for line in printed if (row := _tidy(line, source.kind)) is not None]
    lines = _join(rows)
    offsets = array("L")
    for line in lines:
        offsets.extend(line.offsets)
        offsets.append(line.offsets[-1])
    return Clean("".join(f"{line.text}\n" for line in lines), offsets)


_BLANKS = "\u00a0\u3000\u2002\u2003\u2009\u200a\u202f\x0b\x0c"
_PIPES = re.compile(r"\s*\|.*\|\s*$")
_BLANK_PAIR = re.compile(rf"[{_BLANKS}\x20]{{2}}")
_GAP = re.compile(
    rf"""
    (?<=[。；！？])[{_BLANKS}\x20]{{2,}}(?=\S)             # behind a sentence
    | (?<![^。；！？{_BLANKS}\x20])                         # behind a short heading: 二、工作任务    各镇要...
      (?:[一二三四五六七八九十]{{1,3}}、|[（(][一二三四五六七八九十]{{1,3}}[）)])[^，。；：:\s]{{2,40}}
      (?P<under>[{_BLANKS}\x20]{{2,}})(?=\S)(?!\S[：:])   # but 组  长：
    """,
    re.X,
)
"""White space that begins a paragraph in a line that holds several of them."""


_COLUMN_GAP = re.compile(rf"(?<=\S)[{_BLANKS}\x20]{{2,}}(?=\S)")
_SPACED_HEAD = re.compile(rf"\s*序[{_BLANKS}\x20]?号[{_BLANKS}\x20]{{2}}")
"""What divides the cells of a table in text without tabs, and how its header begins."""


def _spaced(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, with tabs in the rows of tables whose cells are divided by gaps: as many as the header has."""
    gaps = 0
    for line in lines:
        if head := _SPACED_HEAD.match(line.text):
            gaps = len(_COLUMN_GAP.findall(line.text))
        if gaps > 1 and (head or line.text.lstrip()[:1].isdigit()) and len(_COLUMN_GAP.findall(line.text)) == gaps:
            line = Line(_COLUMN_GAP.sub(lambda gap: "\t".ljust(len(gap.group())), line.text), line.offsets)
        yield line


def _paragraphs(line: Line) -> Iterator[Line]:
    """The paragraphs that a line holds; a row of a table is one."""
    start = 0
    if _BLANK_PAIR.search(line.text) and "\t" not in line.text and not _PIPES.match(line.text):
        for gap in _GAP.finditer(line.text):
            at = max(gap.start(), gap.start("under"))
            yield line.part(start, at)
            start = gap.end()
    yield line.part(start, len(line.text)) if start else line


_PLAIN: dict[int, str | int] = {
    **dict.fromkeys(map(ord, _BLANKS), " "),
    **str.maketrans("０１２３４５６７８９﹝﹞⽉⽇", "0123456789〔〕月日"),
}
"""Characters that stand for plain ones: spaces, wide figures, small brackets, radicals that PDFs have for words."""

_WIDE = {",": "，", ";": "；", ".": "。"}
_HALF = re.compile(r"[,;.](?<=[\u4e00-\u9fff”）》].)(?:(?<=[,;])|(?<![一二三四五六七八九十].)(?=[\u4e00-\u9fff]|\s*$))")
"""Narrow marks behind Chinese words, as some texts have them for the wide ones; 一. is the number of an item."""

_INVISIBLE = re.compile("[\ufeff\u200b\u200c\u200d\u2060\r]+")
_INDENT = re.compile(r"[ \t]*(?=[^\t]*$)")
"""White space before a line that is no table row."""

_MARK = re.compile(r"(?:[ ]*>)*[ ]*(?:\[!\w+\][+-]?|#{1,6}[ ]+|[-*+][ ]+(?=\S)|[●◆■▪▶➢][ ]*(?=\S))?")
"""What Markdown (and text that came from it) puts before a line: quotes, headings, bullets."""

_NOTHING = re.compile(
    r"""
    [\s|:\-—_=*]*$                # rules and the line under a table's head
    | \s*[-—–－]+\s*\d{1,4}\s*[-—–－]+\s*$ | \s*第\s*\d{1,4}\s*页(?:[,，/\s]*共\s*\d{1,4}\s*页)?\s*$  # page numbers
    | \s*\{:.*\}\s*$              # attributes of kramdown
    | \s*\[[^\]]+\]:(?:\s|$)      # link targets and foot notes of Markdown
    """,
    re.X,
)
_INLINE = re.compile(r"</?(?:p|br|b|strong|span|div|font|u|i|em|center|sup|sub|a)\b[^<>]*>|\*\*|__|\\$", re.I)
"""Tags and emphasis in text and Markdown, and the stroke that ends a line in Markdown."""

_ENTITY = re.compile("&(?:amp;)?(?P<name>[A-Za-z]{2,8}|#[0-9]{2,5});")
"""A character of a web page as its source writes it, which text taken from there may have kept."""

_LINK = re.compile(r"!?\[(?P<words>[^\[\]]+)\](?:\([^()]*\)|\[[^\[\]]*\])")
_BAR, _ESCAPE = re.compile(r"(?<!\\)\|"), re.compile(r"\\(?=\|)")
"""What divides the cells of a row in Markdown, and what makes a bar a character of its cell."""


def _tidy(line: Line, kind: Kind) -> Line | None:
    """The line without mark-up and layout; an empty one where it is blank, None where it was nothing but mark-up."""
    if kind != "html" and "&" in line.text:
        line = _unescaped(line)
    line = Line(line.text.translate(_PLAIN), line.offsets)
    if _INVISIBLE.search(line.text):
        line = line.without(match.span() for match in _INVISIBLE.finditer(line.text))
    if not line.text.strip():
        return Line()
    if kind != "html":
        if indent := _INDENT.match(line.text):
            line = line.part(indent.end())
        line = _without_marks(line, kind)
    if _NOTHING.match(line.text):
        return None
    if kind != "html" and _PIPES.match(line.text):
        line = _cells(line)
    line = Line(_HALF.sub(lambda mark: _WIDE[mark.group()], line.text), line.offsets)
    return _spaces(line) or None


def _unescaped(line: Line) -> Line:
    """The line with the characters that entities stand for (&nbsp;), each where its entity begins."""
    chars, drop = list(line.text), []
    for entity in _ENTITY.finditer(line.text):
        char = html.unescape(f"&{entity['name']};")
        if len(char) == 1:
            chars[entity.start()] = char
            drop.append((entity.start() + 1, entity.end()))
    return Line("".join(chars), line.offsets).without(drop) if drop else line


def _without_marks(line: Line, kind: Kind) -> Line:
    """The line without the marks of Markdown and the tags of HTML in it."""
    text = line.text
    mark = _MARK.match(text)
    drop = [(0, mark.end())] if mark and mark.end() else []
    drop += [match.span() for match in _INLINE.finditer(text)]
    if kind == "markdown":
        for link in _LINK.finditer(text):
            drop += [(link.start(), link.start("words")), (link.end("words"), link.end())]
    return line.without(drop) if drop else line


def _cells(line: Line) -> Line:
    """A row of a Markdown table, its bars as tabs."""
    text = _BAR.sub("\t", line.text)
    row = Line(text, line.offsets).part(text.find("\t") + 1, len(text.rstrip(" \t")))
    return row.without(match.span() for match in _ESCAPE.finditer(row.text)) if "\\" in text else row


_NUMBER = re.compile(r"\d{1,2}[.．](?=[\u4e00-\u9fff“《])")
"""The number of an item that a line without line ends holds: 一、加大支持 1.完善服务。"""


def _spaces(line: Line) -> Line:
    """Without the white space at the ends and around tabs, and that which the layout puts beside figures."""
    text = line.text
    if " " not in text and "\t" not in text:
        return line
    drop: list[tuple[int, int]] = []
    for match in re.finditer(r" +", text):
        before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
        blank = not before or not after or before in "\t" or after in "\t"
        figure = (before.isdigit() and not after.isascii()) or (after.isdigit() and before and not before.isascii())
        figure = figure and not _NUMBER.match(text, match.end())
        point = before in "，。；、：（《“" or after in "，。；、：）》”"
        if blank or (figure and len(match.group()) == 1) or point:
            drop.append(match.span())
        elif len(match.group()) > 1:
            drop.append((match.start() + 1, match.end()))
    line = line.without(drop) if drop else line
    return line.part(0, len(line.text.rstrip(" \t")))


_START = re.compile(
    r"""
    \s*(?: 第?[一二三四五六七八九十百]+[、章节条．.] | [（(][一二三四五六七八九十\d]+[）)] | \d+\s*[.．、)）] | [①-⑳]
    | 附\s*件 | 附表 | 附录 | 注[：:] | —— | 序号 | 联系人
    | [^，。]{1,8}[：:]
    | [\u4e00-\u9fff]{0,12}(?:领导小组|工作小组|指挥部|联席会议|委员会|专班|工作组)?(?:下设)?办公室(?:设|主任)
    | [\u4e00-\u9fff]{0,12}(?:领导小组|工作小组|指挥部|联席会议|专班)下设
    | \d{4}\s*年\s*\d+\s*月\s*\d+\s*日\s*$ )
    """,
    re.X,
)
"""How a line begins that is no rest of the line before it."""

_TITLE_END = re.compile(
    r"(?:通知|意见|决定|方案|办法|规划|规定|细则|名单|分工|公告|通报|标准|措施|制度|要点|计划)(?:（试行）|\(试行\))?$"
)
_LABELLED = re.compile(r"[^，。：:]{2,10}(?:单位|部门|机关|领导|处室|人)[：:][^。；]*[^，。；：、]$")
"""A line that says who: 责任单位：甲局、乙局. It is whole though no mark ends it."""

_ADDRESS = re.compile("https?://")
_ENDS = frozenset("。；：！？!?;:”》〉）)】]、，,.")
_GO_ON = frozenset("，、")
_LONG, _SHORT = 34, 20
"""The characters of a line of print (a shorter one ended because its author ended it), and of a short one."""

_NARROWEST, _WIDEST, _RAGGED, _FULL, _INDENTED = 24, 45, 3, 5, 2
"""Of a page printed in lines of one width (28 characters: GB/T 9704): its usual line at least and at most, how much
shorter a full line may be (a mark kept from a line's head), how many full lines there must be, and by how much the
first line of a paragraph begins further in. Figures and Latin letters are half as wide."""

_FEW_LONG = 10
"""Of a page in lines of one width at most one line in so many is longer: a table, an address."""

_ITEM = re.compile(
    r"\s*(?:第?[一二三四五六七八九十百]+[、章节条．.]|[（(][一二三四五六七八九十\d]+[）)]|\d+\s*[.．、)）]|[①-⑳])"
)
"""The number of an item."""

_TAIL = re.compile("[^，。；：、]{1,12}。$")
"""A line that is no more than the end of a sentence: 将岗位准备好。"""


def _join(rows: list[Line]) -> list[Line]:
    """Join what a page break or a hard line end cut in two, and drop the blank lines."""
    out: list[Line] = []
    blank = False
    width = _width([row.text for row in rows if row and "\t" not in row.text])
    printed, indent = "", _INDENTED
    texts = [row.text for row in rows if row]
    cells = {i + k for i, width in stacked(texts).items() for k in range(width)}
    number = -1
    for row in rows:
        if not row:
            blank = True
            continue
        number += 1
        if (
            out
            and number not in cells
            and (_fills(printed, indent, row.text, width) or _goes_on(out[-1].text, row.text, blank))
        ):
            out[-1].add(row)
            indent = 0
        else:
            out.append(row)
            indent = _INDENTED
        blank = False
        printed = row.text
    return out


def _width(lines: list[str]) -> int | None:
    """The length of a full line where a page is printed in lines of one width; None where lines are paragraphs.

    Rows of tables are no such lines.
    """
    if sum(_printed(line) > _WIDEST for line in lines) > len(lines) / _FEW_LONG:
        return None
    usual = Counter(width for line in lines if _NARROWEST <= (width := _printed(line)) <= _WIDEST).most_common(1)
    widest = usual[0][0] if usual else 0
    full = [line for line in lines if abs(_printed(line) - widest) <= 1]
    cut = [line for line in full if line[-1] not in _ENDS]
    printed = len(full) >= _FULL and 2 * len(cut) >= len(full)
    return widest - _RAGGED if printed else None


def _printed(line: str) -> int:
    """How wide a line is printed, in Chinese characters."""
    return len(line.encode("gb18030", "replace")) // 2  # two bytes for a wide character


def _fills(last: str, indent: int, text: str, width: int | None) -> bool:
    """Whether the line `last` (it begins `indent` further in) ended because it was full: `text` goes on in its word."""
    if width is None or _printed(last) + indent < width or last[-1] in "。：:" or "\t" in last + text:
        return False
    return not _ITEM.match(text) and not _TITLE_END.search(last)


def _goes_on(last: str, text: str, blank: bool) -> bool:
    """Whether `text` is the rest of the sentence that `last` began."""
    if "\t" in last or "\t" in text or _START.match(text) or _ADDRESS.search(last):
        return False
    if last[-1] in _GO_ON:
        return len(last) > (_LONG if blank else _SHORT)
    if last[-1] in _ENDS:
        return False
    if text[0] in "，。；、）)" or text in ("：", ":"):
        return True
    if _TAIL.match(text) and "，" in last and len(last) > _SHORT:
        return True
    if len(last) < _LONG or _TITLE_END.search(last) or _LABELLED.match(last):
        return False
    return any(mark in last or mark in text for mark in "，。；：")
