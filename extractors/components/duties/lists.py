"""Tasks in lists by body: ``3. 区发改局：负责...``, and the items under a head (``其主要职责是：``)."""

from __future__ import annotations

import re

from extractors.bodies import Span, split_bodies, squash, stands_alone
from extractors.components.duties.assign import LABELLED, all_bodies
from extractors.components.duties.collect import Collector
from extractors.components.duties.prose import read_helpers
from extractors.components.duties.subjects import may_own, subject_at
from extractors.facts import Role
from extractors.lexicons import bodies as names
from extractors.lexicons import duties as words
from extractors.outline import Block

_NAMED = re.compile(r"\s*(?P<names>[^。；：:，]{2,60}?)\s*(?:[：:。]|$)\s*")
_BEGINS = re.compile(rf"(?:{words.MODAL}|{words.ADVERB}|{words.PREPOSITION}|{words.VERB}|由)")
_DUTY = re.compile(r"负责|按照|根据|承担|牵头|做好|加强|配合|组织|制定|指导|协调|参与|协助|会同|落实|贯彻")
_NO_HEAD = re.compile(r"如下|附件|名单|电话|地址|联系|规定|来源|说明|注意|要求$")
_SIBLINGS = 2

_STEM = re.compile(
    rf"(?:{words.TITLE_OF_DUTIES}|(?:以下|下列)[^，。；]{{0,10}}(?:职责|工作|任务|事项|义务|职能))[：:]\s*$"
)
_FOLLOWING = re.compile(r"(?:^|[。；])[^。；]{0,24}(?:以下|下列)[^。；]{0,12}[：:]\s*$")
"""A head that only says that the duties follow."""

_OWN_TITLE = re.compile(
    rf"\s*(?P<name>[^，。；：、]{{2,40}}?(?:{names.ENDS}))(?={words.TITLE_OF_DUTIES}[：:]?\s*$|的主要职责|是|贯彻|负责|主管|在)"
)


def read_named(collector: Collector, i: int) -> None:
    """Read the block `i` where a body heads its own task."""
    block = collector.blocks[i]
    head = _head(block)
    if head is None:
        return
    bodies, begin = head
    rest = block.text[begin:].strip()
    if not rest:
        _read_under(collector, i, bodies)
        return
    listed = _siblings(collector.blocks, i) >= _SIBLINGS
    colon = block.text[:begin].rstrip()[-1:] in ("：", ":")
    duty = bool(_DUTY.match(rest)) or (colon and bool(block.mark) and bool(_BEGINS.match(rest)))
    if not (duty or (block.mark and listed and _BEGINS.match(rest))):
        return
    _add(collector, block, bodies, (block.start + begin, block.end), rest)
    collector.mark(block.start, block.end)


def read_under_head(collector: Collector, i: int) -> int:
    """Read the items under a head that names a body and says that they are its duties; the index behind them."""
    blocks = collector.blocks
    head = blocks[i]
    if head.row or not _STEM.search(head.text):
        return i
    name = _owner(head)
    last = _last_item(blocks, i)
    if name is None or last == i:
        return i
    for item in blocks[i + 1 : last + 1]:
        if item.level != blocks[i + 1].level:
            continue
        task = (item.start + len(item.mark), item.end)
        collector.add((item.start, item.end), "responsible", "list", task, rule="duty.list.head", block=item, name=name)
        read_helpers(collector, item, 0, len(item.text), (item.start, item.end))
    if _FOLLOWING.search(head.text):
        collector.mark(head.start, head.end)
    collector.mark(blocks[i + 1].start, blocks[last].end)
    return last + 1


def _head(block: Block) -> tuple[list[Span], int] | None:
    """The bodies that stand at the head of the block (spans in it), and where the text behind them begins."""
    match = _NAMED.match(block.text, len(block.mark))
    if match is None or LABELLED.match(block.text, len(block.mark)) or _NO_HEAD.search(match.group("names")):
        return None
    at = match.start("names")
    bodies = [(at + a, at + b) for a, b in split_bodies(match.group("names"))]
    called = [squash(block.text[a:b]) for a, b in bodies]
    if not all_bodies(called) or not all(may_own(name, 1.0) for name in called):
        return None
    if not block.mark and not all(map(stands_alone, called)):
        return None
    return bodies, match.end()


def _siblings(blocks: list[Block], i: int) -> int:
    """How many items of the list that the block `i` is in are headed by bodies."""
    count = 0
    for step in (1, -1):
        j = i
        while 0 <= j < len(blocks) and abs(j - i) <= 12:
            block = blocks[j]
            if block.mark and block.level < blocks[i].level:
                break
            if block.level == blocks[i].level and (j != i or step == 1):
                count += _head(block) is not None
            j += step
    return count


def _read_under(collector: Collector, i: int, bodies: list[Span]) -> None:
    """Read the paragraphs and items under a heading that is the name of a body and no more."""
    blocks = collector.blocks
    if _siblings(blocks, i) < _SIBLINGS:
        return
    j = i + 1
    while j < len(blocks) and not blocks[j].row and (blocks[j].level > blocks[i].level or not blocks[j].mark):
        item = blocks[j]
        rest = item.text[len(item.mark) :].strip()
        begins = _BEGINS if blocks[i].mark else _DUTY
        if _head(item) is not None or not begins.match(rest):
            break
        _add(collector, blocks[i], bodies, (item.start + len(item.mark), item.end), rest, at=item)
        collector.mark(item.start, item.end)
        j += 1


def _add(
    collector: Collector, block: Block, bodies: list[Span], task: Span, rest: str, *, at: Block | None = None
) -> None:
    role: Role = "lead" if rest.startswith("牵头") else "support" if re.match("配合|协助|协同", rest) else "responsible"
    for a, b in bodies:
        place = (block.start + a, block.start + b) if at is None else (at.start, at.end)
        name = squash(block.text[a:b])
        collector.add(place, role, "list", task, rule="duty.list", block=at or block, name=name)


def _owner(head: Block) -> str | None:
    """The body whose duties the head says to follow."""
    text = head.text
    for at in (len(head.mark), *(m.end() for m in re.finditer("[。；，]", text))):
        subject = subject_at(text, at)
        if subject is not None and len(subject.bodies) == 1:
            return squash(text[slice(*subject.bodies[0])])
        title = _OWN_TITLE.match(text, at)
        if title and may_own(squash(title.group("name")), 1.0):
            return squash(title.group("name"))
    return None


def _last_item(blocks: list[Block], i: int) -> int:
    """The last block of the list that begins behind the block `i`."""
    last = i
    level = blocks[i + 1].level if i + 1 < len(blocks) else 0
    if not level or (level <= blocks[i].level and blocks[i].level):
        return i
    while last + 1 < len(blocks):
        item = blocks[last + 1]
        if item.row or (item.level and item.level < level):
            break
        last += 1
    return last
