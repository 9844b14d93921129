"""Tasks in lists by body: ``3. 区发改局：负责...``, and the items under a head (``其主要职责是：``)."""

from __future__ import annotations

import re

from extractors.bodies import Span, is_vague, name_of, split_bodies, squash, stands_alone
from extractors.components.duties.assign import LABELLED, all_bodies
from extractors.components.duties.collect import Collector
from extractors.components.duties.prose import OBEYS, read_helpers
from extractors.components.duties.subjects import PLAIN, TOLD, may_own, subject_at
from extractors.facts import Role
from extractors.lexicons import bodies as names
from extractors.lexicons import duties as words
from extractors.outline import Block

_NAMED = re.compile(
    r"\s*(?P<names>[^。；：:，]{2,60}?)(?:\s*(?:[：:。]|$)\s*|\s+(?=负责|承担|牵头|组织|协助|参与|做好))"
)
_WORK_GROUP = re.compile(
    r"\s*(?P<names>[\u4e00-\u9fff、]{2,12}(?:组|专班))(?:[（(][^（）()\n]{2,100}[）)])?\s*(?:[：:。]|$)\s*"
)
"""A group into which another is divided, with who sits in it: （三）群众安置组（县民政局牵头，县红十字会参加）。"""

_FULL_STOP = re.compile("[。；;]")
_INLINE = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]|[①-⑳])?(?P<names>[^。；;：:，\s]{2,60})[：:]\s*"
)
"""Bodies at the head of a sentence of a paragraph."""

_BEGINS = re.compile(rf"(?:{words.MODAL}|{words.ADVERB}|{words.PREPOSITION}|{words.VERB}|由|实行|推行|普及)")
_ACTS = re.compile(rf"(?:{words.MODAL}|{words.ADVERB}|{words.VERB}|负责)")
_DUTY = re.compile(r"负责|按照|根据|承担|牵头|做好|加强|配合|组织|制定|指导|协调|参与|协助|会同|落实|贯彻")
_ITEM_TITLE = re.compile("[^，。；：:]{2,24}。")
"""The title of an item before its sentence: 1. 事项审批。负责对...."""

_BY_OTHERS = re.compile("[^，。；]{2,20}由")
"""What a sentence speaks of before the body that it is given to: 证照统一由|窗口发放."""

_NO_HEAD = re.compile(r"如下|附件|名单|电话|地址|联系|规定|来源|说明|注意|要求$|联审联办$")
_ONE_SENTENCE = re.compile(r"[^。；]+[：:。]\s*")
_SIBLINGS = 2

_STEM = re.compile(
    rf"""
    (?:{words.TITLE_OF_DUTIES}
      |(?:以下|下列|如下)[^，。；]{{0,10}}(?:职责|工作|任务|事项|义务|职能|措施)
      |(?:遵守|执行|做到|落实)(?:以下|下列|如下)[^，。；]{{0,10}}(?:规定|要求)
      |(?:职责|职能|任务)(?:范围|分工)?(?:作|做)(?:以下|如下)规定)
    [：:]\s*$
    """,
    re.VERBOSE,
)
_FOLLOWING = re.compile(r"(?:^|[。；])[^。；]{0,24}(?:以下|下列|如下)[^。；]{0,12}[：:]\s*$")
"""A head that only says that the duties follow."""

_CALLED = re.compile('[（(]以下简?称[“"]?(?P<name>[^（）()“”"]{2,20})[”"]?[）)]。其')
"""What a body is called whose name says only which is meant: 由指定的机关负责（以下简称“主管机关”）。其职责是："""

_GROUP_AND_ROLE = re.compile(
    rf"\s*(?P<name>[\u4e00-\u9fff]{{2,30}}?(?:{names.GROUP}))(?=(?:总|副)*(?:指挥长?|组长|主任|召集人)[、由])"
)
"""A group whose heads a sentence names before the title of its duties: 县指挥部指挥长由县长担任。主要职责："""

_EACH_CASE = re.compile("(?:分别|以下|下列|如下)[^，。；：]{0,14}[：:]\\s*$")
"""The end of a head whose items go on with what is to be done."""

_CONTENTS = re.compile(
    r"""
    (?: (?:材料|文件|资料|附件|证件)[^。；：]{0,8}
      | (?:协议|合同|方案|预案|报告|申请书?|(?<!工作)(?<!任务)内容)[^，。；：]{0,8}
        (?:包括|包含|载明|写明)[^，。；：]{0,12}
      | (?:提供|提交|报送|填报|核实|公开)(?:以下|下列|如下)[^，。；：]{0,20}(?:信息|数据|内容)
      | (?:记载|载明|写明|注明|标明|列明|登记|包括|包含)(?:以下|下列|如下)[^，。；：]{0,20}(?:事项|内容|信息) )
    [：:]\s*$
    """,
    re.VERBOSE,
)
"""A head over papers or what one holds, whose items tell nobody what to do: 应当提交下列材料：, 协议内容应包括：."""

_CONDITIONS = re.compile(
    "(?:(?:符合|满足|具备)(?:以下|下列|如下)[^，。；：]{0,6}(?:条件|要求)|[^，。；：]{2,12}条件)[：:]\\s*$"
)
"""A head over what one must be: 资助对象须满足以下条件：."""

_OWN_BRACKET = re.compile("[（(](?:牵头|责任|负责|主办|承办|配合)[^（）()：:，。；]{0,6}[：:][^（）()]+[）)]\\s*$")
"""A bracket that says whose the item is, so that it begins with what it is about: 人才中心。按照...（牵头单位：...）"""

_OF_BODIES = re.compile("对(?P<names>[^，。；]{2,60}?)的(?:主要|工作)?(?:职责|职能|任务)")
"""The bodies whose duties a rule settles: 现对临溪河委员会及其办公室的职责范围作如下规定."""

_ABOUT_ITSELF = re.compile("本(?:规定|办法|细则|方案|通知|意见|制度)")
"""How an item begins that speaks of the document and not of a duty."""

_OURS = re.compile(f"[我本](?P<kind>局|委|厅|办|部|署|院|中心)(?={words.TITLE_OF_DUTIES}[：:]\\s*$)")
"""How a body speaks of itself over its duties: 我局主要职责如下."""

_PAGE_OF = re.compile("(?:机构|单位)?(?:概况|简介|职能|主要职责|职责|设置)")
"""What a page about a body has behind its name in the title."""

_TITLE = re.compile(f"{words.TITLE_OF_DUTIES}$")
_TITLE_ALONE = re.compile(rf"\s*{words.TITLE_OF_DUTIES}\s*[：:]\s*")
_BESIDE_TITLE = re.compile(r"\s*[^。；：:，]{2,10}[：:]")
"""A line that stands between the name of a group and the title of what it does: 牵头单位：县水利局."""

_REMIT = re.compile(
    rf"""
    (?: 由[^。；：]*?(?:组成|牵头|参加|参与|配合)[。；]   # 由县水利局、县气象局组成。
      | [^。；：]{{2,60}}任(?:第一|常务)?副?组长[。；]    # 县水利局局长任组长。
      | (?:组长|副组长|成员|牵头|参加|配合)[^。；：]{{0,6}}(?:由|[：:])[^。；]*[。；]  # 组长由...担任，成员由...组成。
    )+
    (?P<title>其?(?:{words.TITLE_OF_DUTIES})[：:]?)?
    """,
    re.VERBOSE,
)
"""What comes before the task of a group in its paragraph: who sits in it."""

_FAR = 8
"""Lines that there may be between the name of a body and the title of what it does."""
_TITLE_BEHIND = re.compile(f"(?:{words.TITLE_OF_DUTIES})。")
_OWN_TITLE = re.compile(
    rf"\s*(?P<name>[^，。；：、]{{2,40}}?(?:{names.ENDS}))"
    rf"(?={words.TITLE_OF_DUTIES}[：:]?\s*$|的主要职责|是|贯彻|负责|主管|在|由[^。；]{{2,120}}(?:组成|任[副组]?[组主]))"
)


def read_named(collector: Collector, i: int) -> None:
    """Read the block `i` where a body heads its own task."""
    block = collector.blocks[i]
    if _read_inline(collector, block):
        return
    head = None if _OWN_BRACKET.search(block.text) else _head(block)
    if head is None or (block.parent >= 0 and _CONDITIONS.search(collector.page.outline.blocks[block.parent].text)):
        return
    bodies, begin = head
    rest = block.text[begin:].strip()
    if OBEYS.match(rest):
        return  # to whom the document goes: 各镇人民政府：请认真贯彻落实。
    if rest and _read_titled(collector, i, bodies):
        return
    if not rest:
        _read_under(collector, i, bodies)
        return
    named = begin
    if remit := _REMIT.match(rest):
        begin, rest = begin + remit.end(), rest[remit.end() :].strip()
    listed = _siblings(collector.blocks, i) >= _SIBLINGS
    colon = block.text[:begin].rstrip()[-1:] in ("：", ":")
    duty = bool(_DUTY.match(rest)) or (colon and bool(block.mark) and bool(_BEGINS.match(rest)))
    if not (duty or (remit and remit["title"]) or ((block.mark or colon) and listed and _BEGINS.match(rest))):
        return
    _add(collector, block, bodies, (block.start + begin, block.end), rest)
    collector.mark(block.start, block.start + named + (not remit))


def read_untitled(collector: Collector, i: int) -> None:
    """Read a title of duties that leaves out whose they are: (一)抢险组 / 组长：... / 职责：负责转移群众...."""
    blocks = collector.blocks
    head = blocks[i]
    title = None if head.row else _TITLE_ALONE.match(head.text, len(head.mark))
    owner = _owner_above(blocks, i) if title else None
    if title is None or owner is None:
        return
    items = [head] if title.end() < len(head.text) else _items(blocks, i)
    for item in items:
        begin = title.end() if item is head else len(item.mark)
        task = (item.start + begin, item.end)
        for name in owner:
            collector.add((item.start, item.end), "responsible", "list", task, rule="duty.list", block=item, name=name)
        read_helpers(collector, item, begin, len(item.text.partition("。")[0]), task)
        collector.mark(item.start, task[0] + 1)


def _owner_above(blocks: list[Block], i: int) -> list[str] | None:
    """The bodies that the heading names over the line `i`, with at most lines about them between."""
    for block in reversed(blocks[max(0, i - _FAR) : i]):
        head = None if block.row else _head(block)
        if head is not None and head[1] == len(block.text):
            return [name_of(block.text[a:b]) for a, b in head[0]]
        if block.row or not _BESIDE_TITLE.match(block.text, len(block.mark)):
            return None
    return None


def read_under_head(collector: Collector, i: int) -> None:
    """Read the items under the block `i` if it names bodies and says that the items are their duties."""
    blocks = collector.blocks
    head = blocks[i]
    colon = head.text.rstrip()[-1:] in ("：", ":")
    if colon and _CONDITIONS.search(head.text):
        collector.conditions.update(item.start for item in _items(blocks, i))
    if colon and _CONTENTS.search(head.text):
        for item in _items(blocks, i):
            collector.mark(item.start, item.end)
        return
    stem = colon and bool(_STEM.search(head.text))
    if head.row or not (stem or ((head.mark or colon) and _ONE_SENTENCE.fullmatch(head.text))):
        return
    items = _items(blocks, i)
    if not items or sum(_head(item) is not None for item in items) >= _SIBLINGS:
        return  # items headed by bodies of their own: 成员单位职责：1.镇水利站：...
    owners = _owners(collector, head) if stem else _told(head, items)
    for item in items if owners else []:
        named = _subject(item)
        if named and not (stem and named == owners):
            continue  # it names its body itself
        task = (item.start + len(item.mark), item.end)
        for name in owners:
            collector.add(
                (item.start, item.end), "responsible", "list", task, rule="duty.list.head", block=item, name=name
            )
        read_helpers(collector, item, 0, len(item.text.partition("。")[0]), task)
        collector.mark(item.start, task[0] + 1)  # what its later sentences tell other bodies is read as prose
    if owners and _FOLLOWING.search(head.text):
        collector.mark(head.start, head.end)


def _read_inline(collector: Collector, block: Block) -> bool:
    """Read a block where bodies head the tasks of its sentences (县公安局：负责...。县交通局：做好...): if so."""
    text = block.text
    heads: list[tuple[list[Span], int, int]] = []
    for start in (len(block.mark), *(match.end() for match in _FULL_STOP.finditer(text))):
        match = _INLINE.match(text, start)
        bodies = _owning(text, *match.span("names")) if match else []
        if match and bodies and _BEGINS.match(text, match.end()):
            heads.append((bodies, start, match.end()))
    if len(heads) < _SIBLINGS or heads[0][1] > len(block.mark):
        return False
    ends = [*(start for _, start, _ in heads[1:]), len(text)]
    for (bodies, start, begin), end in zip(heads, ends, strict=True):
        _add(collector, block, bodies, (block.start + begin, block.start + end), text[begin:end])
        collector.mark(block.start + start, block.start + end)
    return True


def _owning(text: str, start: int, end: int) -> list[Span]:
    """The bodies of the list ``text[start:end]``; none where a part of it is no body that can own a duty."""
    bodies = [(start + a, start + b) for a, b in split_bodies(text[start:end])]
    called = [squash(text[a:b]) for a, b in bodies]
    return bodies if all_bodies(called) and all(may_own(name, TOLD) for name in called) else []


def _head(block: Block) -> tuple[list[Span], int] | None:
    """The bodies that stand at the head of the block (spans in it), and where the text behind them begins."""
    if block.mark and (group := _WORK_GROUP.match(block.text, len(block.mark))):
        return [group.span("names")], group.end()
    match = _NAMED.match(block.text, len(block.mark))
    if match is None or LABELLED.match(block.text, len(block.mark)) or _NO_HEAD.search(match.group("names")):
        return None
    at, end = match.span("names")
    title = _TITLE.search(match.group("names"))
    bodies = _owning(block.text, at, at + title.start() if title else end)
    called = [squash(block.text[a:b]) for a, b in bodies]
    if not bodies or (title and any(map(is_vague, called))):
        return None
    if not block.mark and not title and not all(map(stands_alone, called)):
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
    j = i + 1
    heads = blocks[i].text.rstrip()[-1:] in ("：", ":") or bool(_TITLE.search(blocks[i].text))
    items_follow = heads and j < len(blocks) and bool(blocks[j].mark)
    listed = _siblings(blocks, i) >= _SIBLINGS
    if not items_follow and not listed:
        return
    unnumbered = _ACTS if heads and listed else _DUTY
    above = collector.page.outline.blocks[blocks[i].parent].text if blocks[i].parent >= 0 else ""
    of_duties = bool(_TITLE.search(above.rstrip("：:")))
    while j < len(blocks) and not blocks[j].row and (blocks[j].level > blocks[i].level or not blocks[j].mark):
        item = blocks[j]
        j += 1
        rest = item.text[len(item.mark) :].strip()
        begins = _BEGINS if blocks[i].mark or (items_follow and item.mark) else unnumbered
        titled = _ITEM_TITLE.match(rest) if blocks[i].mark and item.mark else None
        told = begins.match(rest) or (titled and _DUTY.match(rest, titled.end()))
        if _head(item) is not None or not (told or (titled and of_duties)):
            break
        if not told and titled and _BY_OTHERS.match(rest, titled.end()):
            continue
        _add(collector, blocks[i], bodies, (item.start + len(item.mark), item.end), rest, at=item)
        collector.mark(item.start, item.start + len(item.mark) + 1)


def _read_titled(collector: Collector, i: int, bodies: list[Span]) -> bool:
    """Read the items under a title of what bodies do (1. 乡镇职责。乡镇政府负总责。（1）建立...): whether it is one."""
    head, items = collector.blocks[i], _items(collector.blocks, i)
    title = _TITLE_BEHIND.match(head.text, bodies[-1][1])
    if title is None or not head.mark or not items or not all(map(_only_verb, items)):
        return False
    for item in items:
        _add(collector, head, bodies, (item.start + len(item.mark), item.end), item.text[len(item.mark) :], at=item)
        collector.mark(item.start, item.end)
    return True


def _add(
    collector: Collector, block: Block, bodies: list[Span], task: Span, rest: str, *, at: Block | None = None
) -> None:
    role: Role = "lead" if rest.startswith("牵头") else "support" if re.match("配合|协助|协同", rest) else "responsible"
    for a, b in bodies:
        place = (block.start + a, block.start + b) if at is None else (at.start, at.end)
        name = name_of(block.text[a:b])
        collector.add(place, role, "list", task, rule="duty.list", block=at or block, name=name)
    item = at or block
    read_helpers(collector, item, task[0] - item.start, task[1] - item.start, task)


def _owners(collector: Collector, head: Block) -> list[str]:
    """The bodies whose duties the head says to follow."""
    text = head.text
    if match := _OURS.search(text):
        head_names = [*collector.page.head.issuers, _PAGE_OF.split(collector.page.head.title or "")[0]]
        return [name for name in head_names if name.endswith(match.group("kind"))][:1]
    if (match := _OF_BODIES.search(text)) and all_bodies(named := _names(match.group("names"))):
        return named
    last = text.rfind("。", 0, len(text) - 1) + 1
    own = (last,) if last and not text.startswith("其", last) else ()
    for at in (*own, len(head.mark), *(m.end() for m in re.finditer("[。；，由]", text))):
        subject = subject_at(text, at, by=text[at - 1 : at] == "由")
        if subject is not None:
            called = [name_of(text[slice(*body)]) for body in subject.bodies]
            short = _CALLED.search(text, subject.end)
            return [short["name"]] if short and all(map(is_vague, called)) else called
        named = _names(title.group("name")) if (title := _OWN_TITLE.match(text, at)) else []
        if named and all(may_own(name, TOLD) for name in named):
            return named
        if group := _GROUP_AND_ROLE.match(text, at):
            return [group["name"]]
    return []


def _names(text: str) -> list[str]:
    return [name_of(text[a:b]) for a, b in split_bodies(text)]


def _told(head: Block, items: list[Block]) -> list[str]:
    """The bodies that a head of one sentence tells to do what its items go on to say: 各镇要加强管理：（一）建立...."""
    owners = _subject(head, TOLD) or _last_told(head)
    own = [_subject(item) for item in items]
    verbs = sum(_only_verb(item) or named == owners for item, named in zip(items, own, strict=True))
    return owners if 3 * verbs >= 2 * len(items) and all(named in ([], owners) for named in own) else []


def _last_told(head: Block) -> list[str]:
    """The bodies of the last clause of a head that says that its items follow: 违法的，县环保局应当分别处理：."""
    told: list[str] = []
    for mark in re.finditer("，", head.text) if _EACH_CASE.search(head.text) else ():
        subject = subject_at(head.text, mark.end())
        if subject is not None and subject.confidence == TOLD:
            told = [name_of(head.text[slice(*body)]) for body in subject.bodies]
    return told


def _subject(block: Block, least: float = PLAIN) -> list[str]:
    """The bodies that the block begins with and tells at least as surely as `least` to do something."""
    subject = subject_at(block.text, len(block.mark))
    if subject is None or subject.confidence < least:
        return []
    return [name_of(block.text[slice(*body)]) for body in subject.bodies]


def _only_verb(item: Block) -> bool:
    """Whether an item says what to do and not who does it."""
    return bool(_BEGINS.match(item.text, len(item.mark))) and not _subject(item)


def _items(blocks: list[Block], i: int) -> list[Block]:
    """The items of the list that begins behind the block `i`, without the items under them."""
    level = blocks[i + 1].level if i + 1 < len(blocks) else 0
    if not level or (level <= blocks[i].level and blocks[i].level):
        return []
    items: list[Block] = []
    for item in blocks[i + 1 :]:
        if item.row or (item.level and item.level < level) or _ABOUT_ITSELF.match(item.text, len(item.mark)):
            break
        if item.level == level and items and item.label == items[0].label:
            break  # another list, under a heading without a number
        if not item.mark and _STEM.search(item.text):
            break  # another head
        if item.level == level:
            items.append(item)
    return items
