"""Items of administrative power that a document cancels: the rows of its tables, and sentences."""

from __future__ import annotations

import re

from extractors.bodies import squash
from extractors.components.changes.line import Line
from extractors.components.changes.state import State
from extractors.components.page import Page
from extractors.lexicons import changes as words
from extractors.outline import Block

_ITEM = re.compile(words.ITEM_HEADS)
_ORGAN = re.compile(words.ORGAN_HEADS)
_DECISION = re.compile(words.DECISION_HEADS)
_CANCELLED = re.compile("取消|不再实施|废止")
_NOT_ALL = re.compile("下放|承接|保留|调整|委托")
_LONGEST_DECISION = 12


def read_items(page: Page, state: State) -> None:
    """Note the rows of the tables that say which item is cancelled and which body had it."""
    title = ""
    heads: list[str] = []
    for block in page.outline.blocks:
        if not block.row:
            title, heads = squash(block.text), []
            continue
        cells = [squash(block.cell(i)) for i in range(len(block.cells))]
        if any(map(_ITEM.search, cells)) and any(map(_ORGAN.search, cells)):
            heads = cells
        elif heads and len(cells) >= len(heads) - 1:
            _row(
                block, cells, heads, state, all_cancelled=bool(_CANCELLED.search(title)) and not _NOT_ALL.search(title)
            )


def _row(block: Block, cells: list[str], heads: list[str], state: State, *, all_cancelled: bool) -> None:
    item, organ, decision = (_column(heads, pattern) for pattern in (_ITEM, _ORGAN, _DECISION))
    if item is None or organ is None or max(item, organ) >= len(cells) or not cells[item]:
        return
    said = cells[decision] if decision is not None and decision < len(cells) else ""
    if _CANCELLED.search(said[:_LONGEST_DECISION]) or (all_cancelled and not said):
        line = Line.of(block.text, block.start)
        start, end = line.places.index(_first(block, item)), len(line.text)
        state.add("cancel_item", cells[item], cells[organ] or None, line, start, min(end, start + len(cells[item])))


def _column(heads: list[str], pattern: re.Pattern[str]) -> int | None:
    return next((i for i, head in enumerate(heads) if pattern.search(head)), None)


def _first(block: Block, i: int) -> int:
    """Where the text of a cell begins in the clean text."""
    a, b = block.cells[i]
    text = block.text[a - block.start : b - block.start]
    return a + len(text) - len(text.lstrip())
