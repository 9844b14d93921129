"""Source text -> clean text: lines without mark-up, layout and page breaks, each character with its place.

The clean text is what every rule reads. A line is a paragraph, a heading or a table row (cells divided by a tab);
`Clean.offsets` says for each of its characters where it stands in the source, so that every fact can be proved there.
"""

from __future__ import annotations

import bisect
import html
import re
from array import array
from dataclasses import dataclass
from html.parser import HTMLParser

from extractors.sources import Source

_SPACES = dict.fromkeys(map(ord, "\u00a0\u3000\u2002\u2003\u2009\u200a\u202f\x0b\x0c"), " ")
_INVISIBLE = {0xFEFF, 0x200B, 0x200C, 0x200D, 0x0D}
_CJK = "\u3400-\u9fff"
_ENDS = "。；：！？!?;:”》〉）)】]、，,."
_START = re.compile(
    r"\s*(?:第?[一二三四五六七八九十百]+[、章节条．.]|[（(][一二三四五六七八九十\d]+[）)]|\d+\s*[.．、)）]|[①-⑳]|附\s*件|"
    r"附表|附录|注[：:]|——|序号|联系人|[^，。]{1,8}[：:]|\d{4}\s*年\s*\d+\s*月\s*\d+\s*日\s*$)"
)
_TITLE_END = re.compile(
    r"(?:通知|意见|决定|方案|办法|规划|规定|细则|名单|分工|公告|通报|标准|措施|制度|要点|计划)(?:（试行）|\(试行\))?$"
)


@dataclass(frozen=True, slots=True)
class Clean:
    """`text` and, for each of its characters, the offset in the source; `ends` are the offsets behind them."""

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


Chars = list[tuple[str, int]]


def clean(source: Source, start: int = 0, end: int | None = None) -> Clean:
    """The clean text of ``source.text[start:end]``."""
    end = len(source.text) if end is None else end
    lines = _html_lines(source.text) if source.kind == "html" else _plain_lines(source.text, start, end)
    rows = [row for line in lines if (row := _tidy(line, source.kind)) is not None]
    joined = _join(rows)
    text, offsets = [], array("L")
    for line in joined:
        for char, at in line:
            text.append(char)
            offsets.append(at)
        text.append("\n")
        offsets.append(line[-1][1])
    return Clean("".join(text), offsets)


def _plain_lines(text: str, start: int, end: int) -> list[Chars]:
    lines: list[Chars] = []
    at, comment = start, False
    front = text.startswith("---\n") and start == 0
    for number, raw in enumerate(text[start:end].split("\n")):
        if front:
            front = number == 0 or raw.strip() != "---"
        elif "<!--" in raw or comment:
            comment = "-->" not in raw
        else:
            lines.append([(char, at + i) for i, char in enumerate(raw)])
        at += len(raw) + 1
    return lines


class _Lines(HTMLParser):
    """Text by block, cells divided by tabs, each character at its place in the file."""

    BLOCKS = frozenset("p div br tr li h1 h2 h3 h4 h5 h6 table section article ul ol dl dd dt hr body title".split())
    SKIP = frozenset("script style head nav noscript select".split())

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.starts = [0]
        for line in text.split("\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.lines: list[Chars] = [[]]
        self.skip = 0
        self.row = 0

    def _at(self) -> int:
        line, column = self.getpos()
        return self.starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.SKIP:
            self.skip += 1
        if tag == "tr":
            self.row += 1
            self.lines.append([])
        elif tag in ("td", "th"):
            if self.lines[-1]:
                self.lines[-1].append(("\t", self._at()))
        elif tag in self.BLOCKS and not self.row:
            self.lines.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag in self.SKIP:
            self.skip = max(0, self.skip - 1)
        if tag == "tr":
            self.row = max(0, self.row - 1)
        if tag in self.BLOCKS and not self.row:
            self.lines.append([])

    def handle_data(self, data: str) -> None:
        if not self.skip:
            at = self._at()
            self.lines[-1] += [(" " if char in "\n\t" else char, at + i) for i, char in enumerate(data)]

    def _reference(self, reference: str) -> None:
        if not self.skip:
            self.lines[-1] += [(char, self._at()) for char in html.unescape(reference)]

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name};")


def _html_lines(text: str) -> list[Chars]:
    parser = _Lines(text)
    parser.feed(text)
    parser.close()
    return [line for line in parser.lines if line]


_TAG = re.compile(r"</?(?:p|br|b|strong|span|div|font|u|i|em|center)\b[^>]*>", re.I)
_RULE = re.compile(r"^[\s|:\-—_=*]*$")
_MARK = re.compile(r"^(?:>\s*)*(?:\[!\w+\][+-]?)?(?:#{1,6}\s+|[-*+]\s+(?=\S))?")


def _tidy(line: Chars, kind: str) -> Chars | None:
    """The line without mark-up and layout; None where nothing is left (an empty list keeps a blank line)."""
    chars = [(char.translate(_SPACES), at) for char, at in line if ord(char) not in _INVISIBLE]
    text = "".join(char for char, _ in chars)
    if not text.strip():
        return []
    if _RULE.match(text) or re.match(r"\s*\{:.*\}\s*$|\s*\[[^\]]+\]:\s*/", text):
        return None
    keep = [True] * len(chars)
    for match in _TAG.finditer(text):
        keep[match.start() : match.end()] = [False] * (match.end() - match.start())
    for match in re.finditer(r"\*\*|__", text):
        keep[match.start() : match.end()] = [False, False]
    if match := _MARK.match(text):
        keep[: match.end()] = [False] * match.end()
    if kind == "markdown":
        for match in re.finditer(r"\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])", text):
            for i in (*range(match.start(), match.start(1)), *range(match.end(1), match.end())):
                keep[i] = False
    chars = [pair for pair, kept in zip(chars, keep, strict=True) if kept]
    text = "".join(char for char, _ in chars)
    if re.match(r"\s*\|.*\|\s*$", text):
        chars = [("\t" if char == "|" else char, at) for char, at in chars]
        chars = chars[next(i for i, pair in enumerate(chars) if pair[0] == "\t") + 1 :]
        while chars and chars[-1][0] in " \t":
            chars.pop()
    return _spaces(chars) or None


def _spaces(chars: Chars) -> Chars:
    """Without the white space at the ends and around tabs, and that which the layout puts beside figures."""
    text = "".join(char for char, _ in chars)
    drop: set[int] = set()
    for match in re.finditer(r" +", text):
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        blank = not before or not after or before in "\t" or after in "\t"
        figure = (before.isdigit() and not after.isascii()) or (after.isdigit() and before and not before.isascii())
        point = before in "，。；、：（《“" or after in "，。；、：）》”"
        if blank or (figure and len(match.group()) == 1) or point:
            drop.update(range(match.start(), match.end()))
        else:
            drop.update(range(match.start() + 1, match.end()))
    kept = [pair for i, pair in enumerate(chars) if i not in drop]
    while kept and kept[-1][0] in " \t":
        kept.pop()
    return kept


def _text(chars: Chars) -> str:
    return "".join(char for char, _ in chars)


def _join(rows: list[Chars]) -> list[Chars]:
    """Join what a page break or a hard line end cut in two, and drop the blank lines."""
    out: list[Chars] = []
    blank = False
    for row in rows:
        if not row:
            blank = True
            continue
        text = _text(row)
        if out and _goes_on(_text(out[-1]), text, blank):
            out[-1] = out[-1] + row
        else:
            out.append(list(row))
        blank = False
    return out


def _goes_on(last: str, text: str, blank: bool) -> bool:
    """Whether `text` is the rest of the sentence that `last` began."""
    if "\t" in last or "\t" in text or _START.match(text):
        return False
    if last[-1] in "，、" and not blank and len(last) > 20:
        return True
    if last[-1] in _ENDS:
        return last[-1] in "，、” ".strip() and last[-1] != "”" and len(last) > 34
    if text[0] in "，。；、）)":
        return True
    return len(last) >= 34 and not _TITLE_END.search(last) and bool(re.search("[，。；：]", last + text))
