"""The text of a task that stands apart from the words that give it: above a label, or under it."""

from __future__ import annotations

import re

from extractors.bodies import squash
from extractors.components.duties.assign import DUE_LABELLED, LABELLED, PEOPLE_LABELLED, is_label
from extractors.components.duties.collect import Span
from extractors.lexicons.documents import DATE
from extractors.outline import Block

_DATED = re.compile(f"[（(]?(?:{DATE.pattern})[）)]?", re.VERBOSE)

FAR = 8
"""Blocks that a task above its label may have at most."""

LABELS = 12
"""Labels that stand beside each other at most."""

HEADING = 40
"""Characters that a heading has at most."""


def is_labelled(block: Block) -> bool:
    """Whether the block is a label (责任单位：..., 完成时限：...) and no more."""
    text = block.text.lstrip("（( \t")
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
    """What the label at block `i` right under a heading speaks of, where the tasks stand below it."""
    if i == 0 or not is_heading(blocks[i - 1]):
        return None
    heading, last = blocks[i - 1], i
    while last + 1 < len(blocks):
        below = blocks[last + 1]
        if (
            below.row
            or signs(blocks, last + 1)
            or (is_labelled(below) and last > i)
            or (below.mark and below.level <= heading.level)
        ):
            break
        last += 1
    if last == i or all(is_labelled(block) for block in blocks[i : last + 1]):
        return None
    if last + 1 < len(blocks) and is_labelled(blocks[last + 1]):
        return None
    return heading.start, blocks[last].end
