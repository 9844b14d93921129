"""Tasks that a sentence gives: ``各镇要...``, ``由A牵头，B配合``, ``A会同B...``, ``成立X小组，负责...``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.bodies import Span, is_vague, name_of, split_bodies, squash, stands_alone
from extractors.components.duties.assign import role_of, with_notes
from extractors.components.duties.collect import Collector
from extractors.components.duties.roles import ONLY_SUPPORTS, role_after
from extractors.components.duties.subjects import BY, DUE, LATER, PLAIN, TOLD, Subject, may_own, subject_at
from extractors.facts import Role
from extractors.lexicons import duties as words
from extractors.lexicons.times import DUE_BY, TIME
from extractors.outline import Block

_OPENING = re.compile(
    r"""
    ^ | [。；，！？;] | ,(?!\d)
    | (?<!电话|地址|来源|系人)[：:]
    | [）)]\s+ | (?<=[\u4e00-\u9fff])\d{1,2}[、．](?=[\u4e00-\u9fff])  # a number on the line
    | (?:牵头|协助|协办|配合)、
    | (?:审核|复核|核查|评估|验收|审查|批准)后(?=[\u4e00-\u9fff]{2,14}(?:将|应|要))
    # 由, where it is no part of a word and is neither a power nor what was so before
    | (?: (?<![自理缘事因指可原])(?<!可以)(?<!不得)(?<![原本]来)(?<!原先)(?<![此以]前)(?<!过去)(?<!探索)
        | (?<=[董监干理]事) ) 由(?![于来此衷])
    | (?<![未不])(?:明确|确定|指定|授权|委托)由?
      (?=[^，。；的]{2,20}为[^，。；]{0,24}(?:单位|部门|主体|机关|机构|医院|业主)(?:[，。；]|$))
    | (?:授权|指定|委托)(?=[^，。；的]{2,20}(?:负责|承担)(?:办理|统筹|组织|具体|日常|全|指导|实施|管理|项目|建设|运营))
    """,
    re.VERBOSE,
)
"""Where the clause of a body may begin: behind a mark, a role, what was done before, 由, or who makes it what."""

_PREFIX = re.compile(
    rf"""\s*
    (?:\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}}(?!\d)|第?[一二三四五六七八九十百\d]{{1,4}}[、条章.．]|[（(][一二三四五六七八九十\d]{{1,3}}[）)]|[①-⑳]|——)?\s*
    (?:[一二三四五六七八九十](?:是|要(?!求))|第[一二三四五六七八九十]，)?
    (?:同时|此外|另外|其中|其次|首先|最后|但|而|并且|特别是|尤其是|因此|为此|今后|近期|届时|下一步|对此|期间|原则上)*
    (?:上述|辖区内?(?=各)|其所属的|所?涉及的|相关的(?=[各省市区县])|\d{{1,3}}[%％]以上的)?
    (?:(?:{TIME})(?:起)?)?
    """,
    re.VERBOSE,
)
_BY = re.compile(
    r"""
    (?:具体|统一|分别|一律|并|均|也)?由 | 请 | 责成
    | (?<![\u4e00-\u9fff])组织(?=[各全省市区县国])
    | 经(?=[^，。；]{2,40}组织(?:评审|认定|专家)(?![^，。；]*(?:通过|同意|批准)后))
    | 建议(?=你|[^，。；]{2,12}人民政府)
    """,
    re.VERBOSE,
)
"""What stands before a body and gives it what follows."""

_HEADING = re.compile(r"[^，。；：,;:\s]{2,16}\s+(?=[\u4e00-\u9fff])")
"""A heading that a page put on the line of its first sentence: 六、工作安排　县医保局汇总...."""

_SENTENCE_END = "。；！？"
_CALLED = re.compile("[要将]?(?:参加|参与|召开)")

_WITH = re.compile(
    r"(?:会同|牵头(?=有关|相关)|(?<=负责)协同(?=[省市区县国有相])|(?<![立建设、和由])联合(?![会社体国])|会(?=[省市区县国])|会?商(?=[省市区县国]|自治区|有关|相关)|与(?=[^，。；]{4,40}(?:联动|紧密|密切|协同)配合))"
)
_JOINTLY = re.compile(
    r"(?:要|应当?|将|须|必须)?(?:与|同)(?P<names>[^，。；]{2,60}?)(?:等(?:单位|部门))?(?:一起|一道|共同|联合|合作|协作|建立[^，。；]{0,10}(?:机制|制度)|做好[^，。；]{0,8}(?:对接|衔接))"
)
"""With whom a body acts as an equal: 县国土局|与县财政局共同安排经费."""

_ONLY_WITH = re.compile(rf"(?:{_PREFIX.pattern}|[^。；]*?，)并?(?P<with>会同)", re.VERBOSE)
"""A sentence that goes on with what a body must do that it does not name: ；会同县财政局制定办法."""

_LIST_END = re.compile(
    "[，。；]|[及和]专家|进行|现场|共同|(?:同意|研究|商定)?后(?=[报由再，])|联合(?![会社体国])|对(?!外|口)"
)
"""Where the bodies end that 会同 names: 会同县农业农村局及专家|现场考察."""

_WITHIN = 40
"""Characters from a body to the 会同 that names its helpers, where 会同 begins no clause of its own."""

_LATER_WITH = re.compile("，并?(?=会同)")
"""A later clause of the same body: 县水利局要加强管理，充分注意影响，|会同县环保局做好评价."""

_GROUP = r"领导小组|团队|工作小组|工作组|小组|联席会议|专班|指挥部|委员会|办公室|办事机构"
_ESTABLISHED = re.compile(
    rf"""
    (?<!可)(?<!可以)(?:成立|设立|建立|组建|下设|共同组织|参[加与]的|组成的?)
    (?:由[^。；]{{2,120}}(?:组成|参加|为成员|任[副组]?长)的)?
    (?P<name>[^，。；（）()：]{{0,60}}?(?:{_GROUP}))(?:制度|机制)?(?:[（(][^（）()]*[）)])?(?:制度|机制)?
    (?P<between>(?:，[^，。；]{{1,60}}){{0,8}}?)
    ，(?=(?:主要|具体|全面|共同)?(?:负责(?!人)|承担|统筹协调|推进)|领导(?!小组|组)|研究(?:重大|决定|解决|部署)|定期(?:检查|通报|研究|会商|调度|分析)|协调(?:推进|推动|解决)
      |(?<!制度，)(?<!机制，)(?:加强对|围绕[^，。；]{{2,40}}提供))
    """,
    re.VERBOSE,
)
_MODIFIER = re.compile(r"^.*的|^(?:了|以|一个|[和并]?(?:完善|健全))")
_MEMBERSHIP = re.compile(rf"由[^。；]{{2,200}}?(?:参与|参加|组成)的[^，。；]{{0,30}}(?:{_GROUP})")
_TOLD_SO = LATER
"""The confidence of a subject that is told in so many words."""

_RULES = {TOLD: "duty.prose.told", BY: "duty.prose.by", LATER: "duty.prose.later"} | dict.fromkeys(
    (DUE, PLAIN), "duty.prose.plain"
)
"""The name of the rule that gave a subject, by how surely it is told."""

_IS_DUTY_OF = re.compile("是(?P<names>[^，。；是的]{2,24})的(?:重要|共同|基本|法定|应尽)?(?:职责|责任)(?=[。；，]|$)")
"""Whose duty a thing is said to be: 发展教育是各级政府的重要职责."""

_NAMED_AS = re.compile(
    f"(?P<label>(?:建设|责任|实施|管理|运营|监管)主体|(?:{words.LEAD}|{words.SUPPORT}|责任|实施|承办)(?:单位|部门))"
    "(?:分别)?(?:为|是)(?P<names>[^，。；：的]{2,120})(?=[，。；]|$)"
)
"""A label inside a sentence: 项目建设主体为县应急局，统筹开展建设."""

_NAMED_AS_SIGN = re.compile("[体位门](?:分别)?[为是]")
_EXPLAINS = re.compile("解释[^。；]{0,6}，具体(?:解释)?工作由$")
"""What goes on with who explains the text: 由县政府负责解释，具体工作由|县工信局承担."""

OBEYS = re.compile(
    f"(?:{words.MODAL})?(?:(?:结合|按照?本|根据本)[^，。；]{{0,10}}，?)?"
    "(?:(?:认真|遵照|切实|严格)+(?:组织)?(?:贯彻|抓好)?(?:落实|执行|实施)|(?<=实际)，?抓好落实)(?:[。；]|$)"
)
"""Told to obey the whole document, which is no duty (eval/SCHEMA.md): 请各镇认真贯彻落实。"""

_FORBIDDEN = re.compile(rf"(?:不得|严禁|{words.GRANT})[^，。；的]*由$")
"""What may not, or may, be given to a body: 不得将职能转由|事业单位承担, 可探索将编制由|县编办审批."""

_SAYS_NOTHING = re.compile(
    rf"，?(?!不得|严禁|不准)(?:{words.MODAL})?[^。；，]{{0,6}}(?:以下|下列|如下)"
    r"(?![^。；，：]{0,20}(?:信息|数据|材料|资料|文件|证明)[：:])[^。；，]{0,12}[：:]\s*"
    rf"|{words.TITLE_OF_DUTIES}[：:]\s*"
)
"""What only says that the duties follow: 应分别做好以下工作：."""

_QUALIFIES = re.compile(f"(?:{words.MODAL})[^。；，]{{0,14}}(?:具备|符合|满足)(?:以下|下列|如下)")
"""What a body must be, and not do: 应当按照协议具备以下条件."""

_BUILDS = re.compile(r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．])?(?:建立|健全|完善|构建|形成)+(?!由|了)")
"""How a sentence begins that builds an order of which it tells who does what: 建立县民政局统筹、各镇负责的机制."""

_BUILDS = re.compile(r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．])?(?:建立|健全|完善|构建|形成)+(?!由|了)")
"""How a sentence begins that builds an order of which it tells who does what: 建立县民政局统筹、各镇负责的机制."""

_MECHANISM = re.compile("(?:建立|构建|形成|健全|完善|实行)由$")
_OF_MECHANISM = re.compile("[^。；]{0,60}(?:机制|体系|格局|制度|体制)")
"""A clause that only tells what sort of order is meant: 建立由县政府统一领导、部门合作的工作机制."""

_TIME_BEFORE = re.compile(rf"(?:{TIME})，$")
_DUE_BEFORE = re.compile(rf"{DUE_BY}，?$")
_QUOTED = re.compile("(?:规定[^，。；“]{0,12}|^)“[^”]{20,}”?|《[^》]+》")
"""What another text says (法律规定：“...”), and what it is called."""

_APPLIES = re.compile("，适用本(?:办法|规定|条例|细则|规则|预案|方案)$")
"""The end of a sentence that says to what the text applies."""

_ANNOUNCES = re.compile("，现(?:就|将|把|予以?|印发|提出)[^。；]{0,60}(?:如下|印发|公布|发布|转发)")
"""The end of a sentence that says why the document is written: 县数据局会同...开展试点，现就有关事项通知如下."""

_SO_FAR = re.compile("(?:年来|以来)，(?:在[^，。；]{2,30}下，)?$")
"""What stands before what was done: 近年来，各地区|认真贯彻...."""

_YEAR_BEFORE = re.compile(r"(?<!\d)(?P<year>20\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:以来)?，?$")
_STILL = re.compile("[^。；]*?(?:必须|应当|(?<![需重主])要(?!求)|前)")
"""What a sentence about a past year holds that nevertheless tells what to do."""

_BEFORE = 48
"""Characters before a subject in which words stand that change what is meant: 近年来，在县政府领导下，."""

_LONGEST_TIME = 24
"""Characters of a time that stands as a clause of its own before a subject: 11月底前，县住建局要...."""

_TITLE = re.compile("(?:通知|方案|意见|办法|规定|措施|计划|规划|表|名单|情况)(?:如下)?[：:]?\\s*$")
"""The end of a line that is a title or a heading, and no sentence."""

_CAPTION, _ACT = 16, 4
"""Characters that the caption of an item has at most, and of them the act: 2．乡镇审批。乡镇人民政府审核...."""

_NOUN = re.compile("^.{2,28}(?:要求|条件|标准|程序|流程|介绍|奖|内容|方式|范围)$")
"""A numbered heading that names what stands under it: （三）参评单位提交材料内容与要求."""

_LONGEST_LIST = 200
"""Characters that a list of subjects before a comma has at most."""

_FEW = 4
"""Characters under which a clause (由A牵头) is no task by itself, and the whole sentence is."""


@dataclass(frozen=True, slots=True)
class _Hit:
    """A subject of the block; `opening` is where its clause begins."""

    opening: int
    subject: Subject


def read_prose(collector: Collector, block: Block, *, roster: bool = False) -> None:
    """Read the sentences of a block. `roster`: it is of a roster, where only what a group must do is read."""
    for start, end in _sentences(block.text):
        _groups(collector, block, start, end)
        if roster:
            continue
        if said := _IS_DUTY_OF.search(block.text, start, end):
            for body in _listed_bodies(block.text, *said.span("names")):
                task = block.start + start, block.start + end
                _add(collector, block, body, "responsible", task, said.end(), _RULES[TOLD])
        labels = _NAMED_AS.finditer(block.text, start, end) if _NAMED_AS_SIGN.search(block.text, start, end) else ()
        for label in labels:
            for body in _listed_bodies(block.text, *label.span("names")):
                if is_vague(block.text[slice(*body)]):
                    continue
                task = block.start + start, block.start + end
                _add(collector, block, body, role_of(label["label"]), task, label.end(), _RULES[TOLD])
        hits = list(_hits(collector, block, start, end))
        if not hits and collector.free(block.start + start) and (match := _ONLY_WITH.match(block.text, start)):
            read_helpers(collector, block, match.start("with"), end, (block.start + start, block.start + end))
        for hit, task in zip(hits, _tasks(block.text, (start, end), hits), strict=True):
            _assign(collector, block, hit, task)


def read_helpers(collector: Collector, block: Block, start: int, end: int, task: Span) -> None:
    """Add the bodies that 会同 names in ``block.text[start:end]`` as the support of `task` (in the clean text)."""
    for match in _WITH.finditer(block.text, start, end):
        for a, b in _listed(block.text, match.end()):
            _add(collector, block, (a, b), "support", task, match.end(), "duty.with")


def _sentences(text: str) -> Iterator[Span]:
    """The sentences of a text, cut at full stops and semicolons outside of brackets and quotes."""
    depth = start = 0
    for i, char in enumerate(text):
        if char in "（(“《":
            depth += 1
        elif char in "）)”》":
            depth = max(0, depth - 1)
        elif char in _SENTENCE_END and (not depth or char == "。"):
            yield start, i
            start, depth = i + 1, 0
    if start < len(text):
        yield start, len(text)


def _hits(collector: Collector, block: Block, start: int, end: int) -> Iterator[_Hit]:
    """The subjects of the sentence ``block.text[start:end]``, in order."""
    text = block.text[:end]
    title = end == len(block.text) and bool(_TITLE.search(text) or (block.mark and _NOUN.search(text)))
    caption = bool(block.mark) and start == 0 and end - len(block.mark) <= _CAPTION and end + 1 < len(block.text)
    seats = [m.span() for m in _MEMBERSHIP.finditer(text, start)]
    quoted = (
        [m.span() for m in _QUOTED.finditer(text, 0 if text[0] == "“" else start)]
        if "“" in text or "》" in text
        else []
    )
    announced = _ANNOUNCES.search(text, start)
    read_to = start
    heading = _HEADING.match(text, len(block.mark)) if start == 0 else None
    if heading and stands_alone(squash(heading.group())):
        heading = None
    openings = [
        heading.end() if heading else start,
        *(m.end() for m in _OPENING.finditer(text, start) if m.end() > start),
    ]
    for opening in openings:
        prefix = _PREFIX.match(text, opening)
        at = prefix.end() if prefix else opening
        by = text[opening - 1 : opening] == "由"
        if not by and (marker := _BY.match(text, at)):
            at, by = marker.end(), not marker.group().strip().startswith("组织")
        if at < read_to or at >= end or not collector.free(block.start + at):
            continue
        if any(a <= at < b for a, b in seats) or any(a < at < b for a, b in quoted):
            continue
        subject = subject_at(text, at, by=by, due=bool(_DUE_BEFORE.search(text, max(start, at - _LONGEST_TIME), at)))
        if (
            subject is None
            or _SAYS_NOTHING.fullmatch(text, subject.end)
            or _QUALIFIES.match(text, subject.end)
            or OBEYS.match(text, subject.end)
            or (by and _FORBIDDEN.search(text, max(start, opening - _BEFORE), opening))
            or _EXPLAINS.search(text, max(start, at - _BEFORE), at)
            or (
                _MECHANISM.search(text, max(start, opening - _BEFORE), opening)
                and _OF_MECHANISM.match(text, subject.end)
            )
            or (subject.confidence < TOLD and text.startswith("以及", at))
            or (_BUILDS.match(text, start) and _OF_MECHANISM.match(text, subject.end))
            or (subject.confidence < TOLD and _APPLIES.search(text, subject.end))
            or (announced and subject.confidence < TOLD and subject.end <= announced.start())
            or ((title or block.start in collector.conditions) and subject.confidence < _TOLD_SO)
            or (caption and subject.confidence < _TOLD_SO and end - subject.end <= _ACT)
            or (subject.confidence < _TOLD_SO and _SO_FAR.search(text, max(start, at - _BEFORE), at))
            or (_past(collector, text, start, at) and not _STILL.search(text, subject.end))
            or (not by and text[at - 2 : at] == "组织" and _CALLED.match(text, subject.end))
        ):
            continue
        read_to_before, read_to = read_to, subject.end
        subject = _with_list_before(text, max(start, len(block.mark)), opening, subject)
        time = _TIME_BEFORE.search(text, max(read_to_before, opening - _LONGEST_TIME), opening)
        if text[opening - 1 : opening] == "由":
            # What 由 gives stands before it in its clause: 具体办法|由县财政局制定.
            clause = max(text.rfind(mark, read_to_before, opening) + 1 for mark in "，；。：")
            opening = clause or (opening if read_to_before > start else start)
        yield _Hit(time.start() if time else opening, subject)


def _past(collector: Collector, text: str, start: int, at: int) -> bool:
    """Whether the year before a subject is over at the date of the document: 2018年，|县公安局查处案件12起."""
    date = collector.page.head.date
    year = _YEAR_BEFORE.search(text, max(start, at - _BEFORE), at)
    return bool(date and year and int(year["year"]) < int(date[:4]))


def _with_list_before(text: str, start: int, opening: int, subject: Subject) -> Subject:
    """The subject with the bodies of the clauses before it that only list bodies (请A、B，C，D要...)."""
    first = max(start, opening - _LONGEST_LIST)
    while text[opening - 1 : opening] == "，":
        before = max(first, *(text.rfind(mark, first, opening - 1) + 1 for mark in "，。；："))
        if before == start and (marker := _BY.match(text, before)):
            before = marker.end()
        listed = [(before + a, before + b) for a, b in split_bodies(text[before : opening - 1])]
        if not listed or listed[-1][1] != opening - 1 or not all(_in_list(text[a:b]) for a, b in listed):
            break
        subject, opening = subject._replace(bodies=[*listed, *subject.bodies]), before
    return subject


def _in_list(name: str) -> bool:
    """Whether a name that no verb follows can only be that of a body."""
    name = squash(name)
    return (stands_alone(name) or name.startswith("各")) and may_own(name, PLAIN)


def _tasks(text: str, sentence: Span, hits: list[_Hit]) -> list[Span]:
    """The task of each subject of a sentence.

    Who only supports (B、C配合) has no task of its own: he shares that of the subject before him, with what is said of
    it behind him (A牵头编制规划，B、C配合，10月底前完成).
    """
    tasks: list[list[int]] = []  # those of one task are one object, so that it grows for all of them
    for n, hit in enumerate(hits):
        follows = hits[n + 1].opening if n + 1 < len(hits) else sentence[1]
        task = list(_task(text, sentence, hit, n == 0, follows))
        if tasks and ONLY_SUPPORTS.match(text, hit.subject.end):
            tasks[-1][1] = task[1]
            task = tasks[-1]
        elif tasks and tasks[-1] == task:
            task = tasks[-1]
        tasks.append(task)
    return [(begin, end) for begin, end in tasks]


def _task(text: str, sentence: Span, hit: _Hit, first: bool, follows: int) -> Span:
    """The task of a subject: its own clauses, with what stands before the first subject of the sentence."""
    begin = sentence[0] if first else hit.opening
    done = text[hit.subject.end : follows]
    if len(re.sub(rf"{words.LEAD}|{words.SUPPORT}|[，、由并]", "", done)) < _FEW:
        return sentence
    return begin, follows


def _assign(collector: Collector, block: Block, hit: _Hit, task: Span) -> None:
    text = block.text
    end = task[1]
    while end > task[0] and text[end - 1] in "，、由 ":
        end -= 1
    place = block.start + task[0], block.start + end
    role = role_after(text, hit.subject.end)
    for a, b, given in with_notes(text, hit.subject.bodies, role):
        _add(collector, block, (a, b), given, place, hit.subject.end, _RULES[hit.subject.confidence])
    near = min(task[1], hit.subject.end + _WITHIN)
    read_helpers(collector, block, hit.subject.end, near, place)
    if later := _LATER_WITH.search(text, near, min(task[1], near + _LONGEST_LIST)):
        read_helpers(collector, block, later.end(), task[1], place)
    if jointly := _JOINTLY.match(text, hit.subject.end):
        for a, b in _listed_bodies(text, *jointly.span("names")):
            _add(collector, block, (a, b), "responsible", place, jointly.end(), _RULES[hit.subject.confidence])


def _add(collector: Collector, block: Block, body: Span, role: Role, task: Span, end: int, rule: str) -> None:
    name = name_of(block.text[slice(*body)])
    place = block.start + body[0], block.start + body[1]
    if not collector.add_sentence(block, place[0], name, role, task, told=rule == _RULES[TOLD]):
        collector.add(place, role, "prose", task, rule=rule, block=block, anchor=block.start + end)


def _listed(text: str, at: int) -> list[Span]:
    """The bodies behind 会同."""
    subject = subject_at(text, at, by=True) or subject_at(text, at)
    if subject is not None:
        return subject.bodies
    stop = _LIST_END.search(text, at)
    return _listed_bodies(text, at, min(stop.start() if stop else len(text), at + _LONGEST_LIST))


def _listed_bodies(text: str, start: int, end: int) -> list[Span]:
    """The bodies of the list ``text[start:end]``; none where a part of it is no body."""
    listed = [(start + a, start + b) for a, b in split_bodies(text[start:end])]
    return listed if all(may_own(squash(text[a:b]), TOLD) for a, b in listed) else []


def _groups(collector: Collector, block: Block, start: int, end: int) -> None:
    """Groups that the sentence sets up and gives a task in the same breath (成立X领导小组，负责...)."""
    for match in _ESTABLISHED.finditer(block.text, start, end):
        a, b = match.span("name")
        if modifier := _MODIFIER.match(block.text[a:b]):
            a += modifier.end()
        if b - a > 2 and collector.free(block.start + a):
            task = block.start + start, block.start + end
            _add(collector, block, (a, b), "responsible", task, match.end(), "duty.prose.group")
