"""Items of administrative power that a document cancels: the rows of its tables, and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

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


_SAID = re.compile(
    r"(?:^|[，：])(?:自[^，]{2,20}起，?)?(?:决定|同意|予以)?取消(?:了)?[“「]?"
    r"(?P<item>[^“”，：]{3,40}?(?:审批|许可|核准|认定|备案|审核|登记|核发|证))[”」]?(?:等\d+项[^，]*|(?:行政)?(?:许可|审批)?事项|行政许可)?(?=[，（]|$)"
)
_SAID_OF = re.compile(
    "(?:^|，)对(?P<item>[^，：“”]{3,40})，(?:决定|予以)?取消(?:行政)?(?:审批|许可|核准|审核|备案)(?=[，（]|$)"
)
"""What an item is about, before the verb: 对豁免的部分情形，取消审批."""
_NO_ITEM = re.compile("(?:行政|前置)?(?:审批|许可|备案|登记)")
_NO_ONE_ITEM = re.compile("一批|清单|目录|^(?:和|、)?下放|^(?:部分|相关|有关)")
_TITLE = re.compile("取消.*(?:许可|审批|事项|职权|权力)")
"""The title of a document, or of a part of it, whose sentences cancel items; others speak of what was or will be
cancelled."""


def read_said_items(line: Line, state: State) -> None:
    """Note the item that a sentence of such a document cancels."""
    for match in chain(_SAID.finditer(line.text), _SAID_OF.finditer(line.text)):
        if not _NO_ITEM.fullmatch(match["item"]) and not _NO_ONE_ITEM.search(match["item"]):
            state.add("cancel_item", match["item"], None, line, *match.span("item"), "alone")


def cancels(titles: Iterable[str]) -> bool:
    """Whether titles say that the document, or the part of it, cancels items."""
    return any(map(_TITLE.search, titles))


def headings(page: Page, block: Block) -> Iterator[str]:
    """The headings over the block: its own first sentence, and the short blocks above it."""
    if block.mark:
        yield block.body.split("。")[0]
    while block.parent >= 0:
        block = page.outline.blocks[block.parent]
        yield block.body.split("。")[0]


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
        state.note("cancel_item", cells[item], cells[organ] or None, *_place(block, item))


def _column(heads: list[str], pattern: re.Pattern[str]) -> int | None:
    return next((i for i, head in enumerate(heads) if pattern.search(head)), None)


def _place(block: Block, i: int) -> tuple[int, int]:
    """Where the text of a cell stands in the clean text."""
    a, b = block.cells[i]
    text = block.text[a - block.start : b - block.start]
    return a + len(text) - len(text.lstrip()), a + len(text.rstrip())
