"""The text of a task that stands apart from the words that give it: above a label, or under it."""

from __future__ import annotations

import re

from extractors.bodies import squash
from extractors.components.duties.assign import DUE_LABELLED, LABELLED, PEOPLE_LABELLED, is_label
from extractors.components.duties.collect import Span
from extractors.lexicons.documents import DATE
from extractors.outline import Block

_DATED = re.compile(f"[（(]?(?:{DATE.pattern})[）)]?", re.VERBOSE)

_TASKS = re.compile("(?:工作|主要|重点|目标|具体)?(?:任务|内容|措施|目标)[：:]")
"""How a line begins that tells what the labels over it are for."""

FAR = 8
"""Blocks that a task above its label may have at most."""

LABELS = 12
"""Labels that stand beside each other at most."""

HEADING = 40
"""Characters that a heading has at most."""


def is_labelled(block: Block) -> bool:
    """Whether the block is a label (责任单位：..., 完成时限：...) and no more."""
    text = block.text.lstrip("（(【［ \t")
    match = LABELLED.match(text)
    return bool(match and is_label(match)) or bool(DUE_LABELLED.match(text) or PEOPLE_LABELLED.match(text))


def is_heading(block: Block) -> bool:
    """Whether the block is the heading of what stands under it."""
    return bool(block.mark) and len(block.text) <= HEADING and "。" not in block.body.rstrip("。")


def signs(blocks: list[Block], i: int) -> bool:
    """Whether the block `i` is the date under the document, or the line over it."""
    return any(_DATED.fullmatch(squash(block.text)) for block in blocks[i : i + 2])


def task_above(blocks: list[Block], i: int) -> Span | None:
    """What the label at block `i` speaks of: the text above it, back to the numbered item that it belongs to."""
    last = i - 1
    while last >= max(0, i - LABELS) and is_labelled(blocks[last]):
        last -= 1
    if last < max(0, i - LABELS) or blocks[last].row:
        return None
    first = last
    while not blocks[first].mark and first > 0 and last - first < FAR:
        above = blocks[first - 1]
        if above.row or is_labelled(above):
            break
        first -= 1
    if last - first >= FAR:
        first = last
    return blocks[first].start, blocks[last].end


def tasks_below(blocks: list[Block], i: int) -> Span | None:
    """What the label at block `i` speaks of, alone or among others right under a heading, if that stands below them."""
    first = last = i
    while first > max(0, i - LABELS) and is_labelled(blocks[first - 1]):
        first -= 1
    if first == 0 or not is_heading(blocks[first - 1]):
        return None
    while last + 1 < len(blocks) and is_labelled(blocks[last + 1]):
        last += 1
    heading, labels = blocks[first - 1], last
    while last + 1 < len(blocks):
        below = blocks[last + 1]
        if below.row or is_labelled(below) or signs(blocks, last + 1):
            break
        if below.mark and below.level <= heading.level:
            break
        last += 1
    if last == labels or (last + 1 < len(blocks) and is_labelled(blocks[last + 1])):
        return None
    if first < labels and not (blocks[labels + 1].mark or _TASKS.match(blocks[labels + 1].text)):
        return None  # what follows may be of no item: 各镇要高度重视....
    return heading.start, blocks[last].end
