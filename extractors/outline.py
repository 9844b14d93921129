"""One document's clean text -> its blocks and provisions.

A block is the smallest piece that a rule reads: a paragraph or list item, or a table row with its cells. Numbered
items that stand inside one line (notices printed without line ends) are blocks of their own. Provisions are the
numbered blocks as a tree, after the order of GB/T 9704-2012 (一、 （一） 1. （1）) and of rules (章 节 条).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_HAN = "一二三四五六七八九十百"
_LEVELS: tuple[tuple[int, str], ...] = (
    (1, rf"第[{_HAN}\d]+章"),
    (2, rf"第[{_HAN}\d]+节"),
    (3, rf"第[{_HAN}\d]+条"),
    (4, rf"[{_HAN}]+、"),
    (5, rf"[（(][{_HAN}]+[）)]"),
    (6, r"\d{1,2}\s?[.．、](?!\d)"),
    (7, r"[（(]\d{1,2}[）)]"),
    (8, "[①-⑳]"),
)
MARK = re.compile("|".join(f"(?P<l{level}>{pattern})" for level, pattern in _LEVELS))
_INLINE = re.compile(
    rf"(?<=[。；;：:！）)\s])(?=[{_HAN}]{{1,3}}、|[（(][{_HAN}]{{1,3}}[）)]|\d{{1,2}}[.．](?![\d])|第[{_HAN}]+[条章]\s|[（(]\d{{1,2}}[）)])"
)


@dataclass(slots=True)
class Block:
    """``clean.text[start:end]``; `mark` is its number, `level` the rank of the number (0 without)."""

    start: int
    end: int
    text: str
    mark: str = ""
    level: int = 0
    path: str = ""
    cells: tuple[tuple[int, int], ...] = ()
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

    def cell(self, i: int) -> str:
        """The text of a cell ("" where the row is shorter)."""
        if i >= len(self.cells):
            return ""
        a, b = self.cells[i]
        return self.text[a - self.start : b - self.start].strip()


@dataclass(slots=True)
class Outline:
    """The blocks of a document in order."""

    blocks: list[Block] = field(default_factory=list)

    def at(self, offset: int) -> Block | None:
        """The block that holds the offset."""
        import bisect

        i = bisect.bisect_right([b.start for b in self.blocks], offset) - 1
        return self.blocks[i] if i >= 0 else None


def outline(text: str) -> Outline:
    """The outline of the clean text of one document."""
    blocks: list[Block] = []
    at = 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            if "\t" in line:
                cells, a = [], 0
                for part in line.split("\t"):
                    cells.append((at + a, at + a + len(part)))
                    a += len(part) + 1
                blocks.append(Block(at, at + len(line), line, cells=tuple(cells), line=number))
            else:
                edges = [0, *(m.start() for m in _INLINE.finditer(line) if _outside(line, m.start())), len(line)]
                for a, b in zip(edges, edges[1:], strict=False):
                    if line[a:b].strip():
                        blocks.append(Block(at + a, at + b, line[a:b], line=number))
        at += len(line) + 1
    _tree(blocks)
    return Outline(blocks)


def _outside(line: str, at: int) -> bool:
    """Whether the place stands outside brackets and book marks."""
    before = line[max(0, at - 400) : at]
    return before.count("《") <= before.count("》") and before.count("（") + before.count("(") <= before.count(
        "）"
    ) + before.count(")")


def _tree(blocks: list[Block]) -> None:
    stack: list[int] = []
    for i, block in enumerate(blocks):
        if not block.row and (match := MARK.match(block.text)):
            block.mark = match.group()
            block.level = next(level for level, _ in _LEVELS if match.group(f"l{level}"))
            while stack and blocks[stack[-1]].level >= block.level:
                stack.pop()
            block.parent = stack[-1] if stack else -1
            label = block.mark.rstrip("、.． ")
            block.path = f"{blocks[block.parent].path}/{label}" if block.parent >= 0 else label
            stack.append(i)
        else:
            if re.match(r"附\s*件\s*\d*\s*[：:]?\s*$", block.text):
                stack = []
            block.parent = stack[-1] if stack else -1
            block.path = blocks[block.parent].path if block.parent >= 0 else ""
