"""Tasks that a label gives: ``责任单位：A、B`` under, over or behind the task, and brackets that were never closed."""

from __future__ import annotations

import itertools
import re

from extractors.bodies import squash
from extractors.components.duties.assign import (
    DUE_ALONE,
    DUE_LABELLED,
    LABELLED,
    all_bodies,
    assign,
    due_of,
    is_label,
    names_of,
    role_of,
    told_in,
)
from extractors.components.duties.collect import Collector, Span
from extractors.components.duties.tasks import LABELS, is_labelled, signs, task_above, tasks_below
from extractors.lexicons.duties import LABEL, LEAD, SUPPORT, UNIT
from extractors.outline import Block

_BEFORE = "。；，、 ：:）)-（(【［\t"
"""What may stand before a label inside a line."""

_SIGN = re.compile("[：:】］]")
"""What a label always has behind it."""

_END = re.compile(
    r"。|(?<![\d（(])\s?\d{1,2}[.．](?=[\u4e00-\u9fff“])|(?<=[\u4e00-\u9fff）])(?<![、第])(?=[一二三四五六七八九十]{1,3}、[\u4e00-\u9fff]{4})|\s(?=[（(]?[一二三四五六七八九十]+[、）)]|本(?:政策|措施|意见|通知|方案|办法|规定|细则))"
)
"""Where the list behind a label ends inside a line: a full stop, the number of the next item, or what the document says
of itself (责任单位：县公安局 本办法自印发之日起施行)."""

_ALONE = re.compile(rf"(?P<label>(?=.*(?:{UNIT}))(?:{LABEL}))[：:]?")
"""A label that has its bodies on the lines under it."""

_LONGEST_LINE = 200
"""Characters that such a line has at most."""

_FOOTER = re.compile(r"版权所有|ICP备|联系(?:方式|电话|我们)|邮编|网站地图")
_LONGEST_FOOTER = 200
_LEAST_TASK, _LONGEST = 4, 800
"""Characters that a task has at least, and a list behind a label at most."""

_MOST_LABELS = 16
"""Labels that follow one in its list at most; a text of nothing but labels would else read each of them many times."""


def read_labels(collector: Collector, i: int) -> None:
    """Read the labels of the block `i`."""
    block = collector.blocks[i]
    if not _SIGN.search(block.text) or _is_footer(block.text):
        return
    begin = at = 0
    task: Span | None = None
    while match := LABELLED.search(block.text, at):
        at = match.end()
        if not _stands(collector, block, match):
            continue
        limit = min(match.end() + _LONGEST, len(block.text))
        stop = _END.search(block.text, match.end(), limit)
        end = stop.start() if stop else limit
        more = next(itertools.islice(LABELLED.finditer(block.text, match.end(), end), _MOST_LABELS, None), None)
        end = more.start() if more else end
        end -= _closes_above(block.text[match.start() : end])
        segment = block.text[match.start() : end]
        assigned = assign(segment, first_leads=collector.first_leads)
        names = names_of(segment, assigned)
        if not all_bodies(names[:1]) and not all_bodies(names[-1:]):
            continue
        task = _task(collector, i, begin, match.start(), task)
        if task is None:
            collector.page.doubt("duty", block.start + match.start(), block.start + end, "a label without a task")
            continue
        if _is_footer(collector.page.text[slice(*task)]):
            continue
        place = block.start + match.start()
        due = due_of(segment)
        deadline = (
            (place + due[0], place + due[1]) if due else _due_behind(block, end) or _due_beside(collector.blocks, i)
        )
        for a, b, role in assigned:
            collector.add(
                (place + a, place + b), role, "label", task, rule="duty.label", block=block, deadline=deadline
            )
        collector.mark(place, block.start + end)
        begin = at = end


def read_stacked(collector: Collector, i: int) -> None:
    """Read the lines of bodies under the block `i` if it is a label and no more."""
    blocks = collector.blocks
    label = _ALONE.fullmatch(squash(blocks[i].body))
    if label is None or (blocks[i].mark and blocks[i].parent < 0):
        return
    last = i
    while last + 1 < len(blocks) and _names_only(blocks, last + 1):
        last += 1
    task = collector.stacked.get(i) or task_above(blocks, i)
    if last == i or task is None:
        return
    role = role_of(label.group("label"))
    deadline = _due_below(blocks, last + 1)
    for block in blocks[i + 1 : last + 1]:
        for a, b, given in assign(block.text, role, first_leads=None):
            body = block.start + a, block.start + b
            collector.add(body, given, "label", task, rule="duty.label", block=block, deadline=deadline)
    collector.mark(blocks[i].start, blocks[last].end)
    collector.stacked[last + 1] = task


def _names_only(blocks: list[Block], i: int) -> bool:
    """Whether the block `i` is a line of bodies and no more."""
    block = blocks[i]
    if block.row or block.mark or len(block.text) > _LONGEST_LINE or is_labelled(block) or signs(blocks, i):
        return False
    return all_bodies(names_of(block.text, assign(block.text)))


def _due_below(blocks: list[Block], i: int) -> Span | None:
    """The time that a label of time gives, at the block `i` or behind further labels with their lines."""
    for j in range(i, min(i + LABELS, len(blocks))):
        if DUE_ALONE.fullmatch(blocks[j].text.strip()) and j + 1 < len(blocks):
            time = told_in(blocks[j + 1].text)
            return (blocks[j + 1].start + time[0], blocks[j + 1].start + time[1]) if time else None
        if DUE_LABELLED.match(blocks[j].text):
            due = due_of(blocks[j].text)
            return (blocks[j].start + due[0], blocks[j].start + due[1]) if due else None
        if not (_ALONE.fullmatch(squash(blocks[j].body)) or _names_only(blocks, j)):
            break
    return None


def _closes_above(text: str) -> bool:
    """Whether the last character closes a bracket that was opened on the line above."""
    opened, closed = (sum(map(text.count, marks)) for marks in ("（(", "）)"))
    return text[-1:] in ("）", ")") and closed > opened


def _is_footer(text: str) -> bool:
    """Whether a line is of a site and not of its document: 主办单位：县政府办　联系我们：...."""
    return len(text) < _LONGEST_FOOTER and bool(_FOOTER.search(text))


_OF_UNITS = re.compile(f"(?:{LEAD}|{SUPPORT}|责任|负责)(?:{UNIT})")
"""A label that needs nothing before it: 责任单位：."""


def _stands(collector: Collector, block: Block, match: re.Match[str]) -> bool:
    """Whether the match is a label that no other form has read, at a place where labels stand."""
    before = block.text[match.start() - 1 : match.start()]
    stands = not before or before in _BEFORE or bool(_OF_UNITS.fullmatch(match.group("label")))
    return stands and is_label(match) and collector.free(block.start + match.start())


def _task(collector: Collector, i: int, begin: int, end: int, before: Span | None) -> Span | None:
    """The task of the label behind ``text[begin:end]`` of its line: that, or the one of the label `before` it."""
    block = collector.blocks[i]
    if len(block.text[begin:end].strip(" 。；（(-—、")) >= _LEAST_TASK:
        return block.start + begin, block.start + begin + len(block.text[begin:end].rstrip("（([【［—- 　"))
    return before or tasks_below(collector.blocks, i) or task_above(collector.blocks, i)


def _due_behind(block: Block, end: int) -> Span | None:
    """The time that a label of time gives in the line itself: 责任单位：县教育局。|完成时限：10月底前。"""
    label = DUE_LABELLED.match(block.text, end + len("。"))
    due = due_of(label.group()) if label else None
    return (block.start + label.start() + due[0], block.start + label.start() + due[1]) if label and due else None


def _due_beside(blocks: list[Block], i: int) -> Span | None:
    """The time that a label of time beside this one gives."""
    steps = (1, -1) if is_labelled(blocks[i]) else (1,)
    for step in steps:
        for j in range(i + step, i + step * LABELS, step):
            if not 0 <= j < len(blocks) or not is_labelled(blocks[j]):
                break
            if DUE_LABELLED.match(blocks[j].text) and (due := due_of(blocks[j].text)):
                return blocks[j].start + due[0], blocks[j].start + due[1]
    return None
