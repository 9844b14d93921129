"""One document's clean text -> its blocks and provisions.

A block is the smallest piece that a rule reads: a paragraph or list item, or a table row with its cells. Numbered
items that stand inside one line (notices printed without line ends) are blocks of their own. Provisions are the
numbered blocks as a tree, after the order of GB/T 9704-2012 (一、 （一） 1. （1）) and of rules (章 节 条). What is
enclosed (a plan that a notice promulgates, an attachment) is a part: its provisions are counted anew, under its name.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from extractors.sources.rows import DITTO
from extractors.stacked import stacked

_HAN = "一二三四五六七八九十百"
_POINT = r"[.．]\d{1,2}"
_NAMED = r"(?![.．\d])(?=[ 　]*[\u4e00-\u9fff“])(?!\s*(?:万|亿|元|倍|米|公里|吨|亩|个|平方|月|分))"
"""What follows the decimal number of a provision (3.2.1 成员单位职责), and no quantity (3.5万元)."""

_LEVELS: tuple[tuple[int, str], ...] = (
    (1, rf"第[{_HAN}\d]+章"),
    (2, rf"第[{_HAN}\d]+节"),
    (3, rf"第[{_HAN}\d]+条"),
    (4, rf"[{_HAN}]+、|\d{{1,2}}{_POINT}{_NAMED}"),
    (5, rf"[（(][{_HAN}]+[）)]|\d{{1,2}}(?:{_POINT}){{2}}{_NAMED}"),
    (6, rf"\d{{1,2}}\s?[.．、](?!\d)|0\d\s?(?=[\u4e00-\u9fff]{{2}})|\d{{1,2}}(?:{_POINT}){{3}}{_NAMED}"),
    (7, r"[（(]\d{1,2}[）)]"),
    (8, "[①-⑳]"),
)
MARK = re.compile("|".join(f"(?P<l{level}>{pattern})" for level, pattern in _LEVELS))
"""The number of a provision at the start of its block; the group that matched tells its level."""

_INLINE = re.compile(
    rf"""
    (?<=[。；;：:！）)\s])
    (?= [{_HAN}]{{1,3}}、 | [（(][{_HAN}]{{1,3}}[）)] | \d{{1,2}}[.．](?!\d) | 第[{_HAN}]+[条章]\s
      | \d{{1,2}}、(?=[\u4e00-\u9fff“《]) | [（(]\d{{1,2}}[）)] )
    """,
    re.X,
)
"""Where a numbered item begins inside a line."""

_HEADING = re.compile(
    rf"(?:[{_HAN}]{{1,3}}、|[（(][{_HAN}]{{1,3}}[）)])[^，。；：:、（()）\s“”《》\d]{{2,20}}"
    rf"(?<!第)(?=\d{{1,2}}[.．](?!\d)|[（(][{_HAN}]{{1,3}}[）)])"
)
"""A heading with its first item right behind it: 三、工作要求|1.各镇要...."""

_ENCLOSURE = re.compile(r"附\s*(?:件|表)\s*[\d一二三四五六七八九十]*\s*[：:.]?\s*$")
_LONGEST = 20_000
"""Characters that no paragraph or item has more than: the longest of 240 documents has 7,171."""

_EDGE = re.compile("[\\t\\n]")
"""What stands between the cells of a row."""

_BACK = 400
"""The characters before a place in which brackets are balanced."""


@dataclass(slots=True)
class Block:
    """``clean.text[start:end]``; `mark` is its number, `level` the rank of the number (0 without).

    `path` is the path of the provision that the block is or stands in, `parent` the index of the block of the
    provision above (-1 without), `line` the number of the line. `cells` are the places of the cells of a row and
    `words` their texts: a cell that reaches down from a row above is where it began.
    """

    start: int
    end: int
    text: str
    mark: str = ""
    level: int = 0
    path: str = ""
    cells: tuple[tuple[int, int], ...] = ()
    words: tuple[str, ...] = ()
    parent: int = -1
    line: int = 0

    @property
    def row(self) -> bool:
        """Whether the block is a row of a table."""
        return len(self.cells) > 1

    @property
    def body(self) -> str:
        """The text behind the number."""
        return self.text[len(self.mark) :].lstrip(" 　")

    @property
    def label(self) -> str:
        """The number without its point: 一, （二）, 3."""
        return self.mark.rstrip("、.． ")

    def cell(self, i: int) -> str:
        """The text of a cell ("" where the row is shorter)."""
        return self.words[i].strip() if i < len(self.words) else ""

    def cell_start(self, i: int) -> int:
        """Where the words of a cell begin in the clean text."""
        words = self.words[i]
        return self.cells[i][0] + len(words) - len(words.lstrip())


@dataclass(frozen=True, slots=True)
class Part:
    """A text that the document encloses: the place of its heading in the clean text and its name."""

    start: int
    end: int
    name: str


@dataclass(slots=True)
class Outline:
    """The blocks of a document in order, and its parts as (path, part)."""

    blocks: list[Block] = field(default_factory=list)
    parts: list[tuple[str, Part]] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def at(self, offset: int) -> Block | None:
        """The block that holds the offset."""
        i = self.index(offset)
        return self.blocks[i] if i >= 0 else None

    def index(self, offset: int) -> int:
        """Which block holds the offset (-1 before the first one)."""
        if len(self._starts) != len(self.blocks):
            self._starts = [block.start for block in self.blocks]
        return bisect.bisect_right(self._starts, offset) - 1

    def path_above(self, block: Block) -> str:
        """The path that the block's own path hangs on: that of the provision or the part above, or ""."""
        return block.path.rpartition("/")[0]


def outline(text: str, parts: Sequence[Part] = ()) -> Outline:
    """The outline of the clean text of one document that encloses `parts`."""
    blocks: list[Block] = []
    at = 0
    lines = text.split("\n")
    widths = stacked(lines)
    usual = max(Counter(widths.values()).items(), key=lambda n: n[1])[0] if widths else 0
    number = 0
    while number < len(lines):
        width = widths.get(number, 1)
        line = "\n".join(lines[number : number + width])
        if line.strip():
            above = blocks[-1] if blocks else None
            row = width > 1 or "\t" in line
            blocks += _row(line, at, number, above) if row else _items(line, at, number)
            if width > 1 and width == usual + 1:
                blocks[-1] = _without_sections(blocks[-1])
        at += len(line) + 1
        number += width
    found = Outline(blocks)
    _tree(found, parts)
    return found


def _row(line: str, at: int, number: int, above: Block | None) -> Iterable[Block]:
    """A row of a table; `above` is the line before it. A ditto mark stands for the cell above it."""
    cells: list[tuple[int, int]] = []
    words: list[str] = []
    start = at
    for k, cell in enumerate(_EDGE.split(line)):
        merged = above is not None and cell == DITTO and k < len(above.words)
        cells.append(above.cells[k] if above and merged else (start, start + len(cell)))
        words.append(above.words[k] if above and merged else cell)
        start += len(cell) + 1
    return [Block(at, at + len(line), line, cells=tuple(cells), words=tuple(words), line=number)]


def _without_sections(header: Block) -> Block:
    """The header of a table whose sections stand in rows of their own, without the head of their column."""
    return replace(header, cells=(header.cells[0], *header.cells[2:]), words=(header.words[0], *header.words[2:]))


def _items(line: str, at: int, number: int) -> Iterable[Block]:
    edges = [0, *(match.start() for match in _INLINE.finditer(line) if _outside(line, match.start())), len(line)]
    edges += [match.end() for edge in edges if (match := _HEADING.match(line, edge))]
    for start, end in itertools.pairwise(sorted(edges)):
        for a, b in _pieces(line, start, end):
            if line[a:b].strip():
                yield Block(at + a, at + b, line[a:b], line=number)


def _pieces(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """``line[start:end]``, cut at full stops where it is longer than any paragraph: what reads a sentence may look at
    the whole of its block, which in a long line without numbers would take the square of its length."""
    while end - start > _LONGEST:
        stop = line.rfind("。", start, start + _LONGEST) + 1 or start + _LONGEST
        yield start, stop
        start = stop
    yield start, end


def _outside(line: str, at: int) -> bool:
    """Whether the place stands outside brackets and book marks."""
    before = line[max(0, at - _BACK) : at]
    opened = before.count("（") + before.count("(")
    return before.count("《") <= before.count("》") and opened <= before.count("）") + before.count(")")


def _tree(found: Outline, parts: Sequence[Part]) -> None:
    """Give each block its number, parent and path. No two provisions have one path."""
    times: dict[str, int] = {}
    stack: list[int] = []
    blocks, under = found.blocks, ""
    coming = sorted(parts, key=lambda part: part.start)
    for i, block in enumerate(blocks):
        part = None
        while coming and coming[0].start < block.end:
            part = coming.pop(0)
        if part is not None:
            stack, under = [], _unique(part.name.replace("/", "／"), times)
            found.parts.append((under, part))
        elif _ENCLOSURE.match(block.text):
            stack = []
        if part is None and not block.row and (match := MARK.match(block.text)):
            block.mark = match.group()
            block.level = next(level for level, _ in _LEVELS if match.group(f"l{level}"))
            while stack and blocks[stack[-1]].level >= block.level:
                stack.pop()
            block.parent = stack[-1] if stack else -1
            above = blocks[block.parent].path if stack else under
            block.path = _unique(f"{above}/{block.label}" if above else block.label, times)
            stack.append(i)
        else:
            block.parent = stack[-1] if stack else -1
            block.path = blocks[block.parent].path if stack else under


def _unique(path: str, times: dict[str, int]) -> str:
    """The path, with how many times it came where it came before (一, 一#2): the same text gives the same paths."""
    times[path] = times.get(path, 0) + 1
    return path if times[path] == 1 else f"{path}#{times[path]}"
