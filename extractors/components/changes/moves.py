"""What a sentence moves from one body to another: duties, staff, or the body itself."""

from __future__ import annotations

import re
from itertools import chain

from extractors.bodies import is_place, stands_alone
from extractors.components.changes.line import Line
from extractors.components.changes.names import is_body, is_receiver, listed
from extractors.components.changes.state import State
from extractors.facts import ChangeKind
from extractors.lexicons import changes as words
from extractors.scan import found

_KIND = rf"(?:{words.STAFF}|{words.ORGAN}|{words.DUTY})"
_WHAT = rf"(?:{words.OF_WHAT})*{_KIND}(?:中的?\d+名)?"
_GROUP = re.compile(rf"(?P<names>.+?)(?P<what>{_WHAT}(?:(?:、|和|及|以及){_WHAT})*)(?=[、，和及与]|等?$)")
"""One or more bodies and what is moved from them: 甲局、乙站人员编制和相关职责."""

_TARGET = r"我?[\u4e00-\u9fffA-Za-z0-9〇“”·]{2,40}?(?:（[^（）]{1,20}）)?"
_TARGET_END = rf"(?=[，；（）]|$|{words.TAKE_OVER}|统一|管理$)"
_MOVE = re.compile(
    rf"(?:将|把|整合)?(?P<source>[^：]{{4,300}}?)(?:{words.WHOLE})*(?P<verb>{words.MOVE})(?:到|至|给)?(?P<target>{_TARGET}){_TARGET_END}"
)
_POOL = re.compile(
    rf"(?:将|把|整合)(?P<source>.{{4,300}}?)(?:等)?(?:整合|合并)?，?(?:重新|新)?(?:组建|设立|成立)(?:为)?(?P<target>{_TARGET}){_TARGET_END}"
)
_TAKEN = re.compile(
    rf"(?P<source>(?:其|原)?[^，：；]{{2,60}}?)(?:{words.WHOLE})*(?P<out>划出，)?(?:调整)?由(?P<target>{_TARGET})(?:{words.TAKE_OVER})(?=[，；]|$)"
)
_FORMERLY = re.compile(
    rf"由(?P<target>{_TARGET})(?:{words.TAKE_OVER})原(?P<source>{_TARGET})(?:{words.TAKE_OVER}|的)[^。；]*?(?:{words.DUTY})"
)
_STAFF_FROM = re.compile(rf"从(?P<source>{_TARGET})(?:划转|划入|调剂|连人带编划转)(?:[^，；]{{0,12}}编制|\d+名)")
_STAFF_FROM_TO = re.compile(
    rf"(?:编制|人员)(?:\d+名)?从(?P<source>{_TARGET})(?:划转|调剂)(?:至|到|给)(?P<target>{_TARGET}){_TARGET_END}"
)
"""Staff before both bodies: 将5名事业编制从甲站划转到乙局."""

_FROM_STAFF_TO = re.compile(
    rf"从(?P<source>{_TARGET})(?:划转|调剂)[^，；]{{0,8}}(?:编制|人员)\d*名?(?:至|到|给)(?P<target>{_TARGET}){_TARGET_END}"
)
"""Staff between the bodies: 从甲站划转事业编制5名到乙局."""

_DONE = "(?:统一|组织|具体|日常|运维|运行)*(?:实施|承担|负责|管理|办理|运营)"
_WORK_TO = re.compile(
    rf"由(?P<source>{_TARGET})(?:组织)?(?:实施|承担|负责|管理|办理)的[^，；]{{2,40}}?(?:收回|上收|划转|移交|调整|下放)(?:到|至|给|为由)"
    rf"(?P<target>{_TARGET}){_DONE}"
    rf"|(?:^|(?<=[，；：]))(?P<giver>{_TARGET})将[^，；]{{2,30}}?交由(?P<taker>{_TARGET}){_DONE}"
)
"""Work that another does from now on: 由各镇组织实施的抚育工作收回到县林业局实施; 甲局将管网交由乙集团统一管理."""

_WORK_SIGN = re.compile("由.*(?:收回|上收|划转|移交|调整|下放)|将.*交由")

_STAFF_TO = re.compile(rf"为(?P<target>{_TARGET})核定")
_TAKEN_BACK = re.compile(rf"由(?P<target>{_TARGET})(?:统一)?收回")
_STRIPPED = re.compile(rf"剥离(?P<body>{_TARGET})(?:所?承担|行使|履行|负责)?的[^，]*?(?:{words.DUTY})")
_MOVE_SIGN = re.compile(words.MOVE)
_POOL_SIGN = re.compile("将|把|整合")
_TAKEN_SIGN = re.compile(f"由.*(?:{words.TAKE_OVER})")
_STRIPPED_SIGN = re.compile("剥离")
_AND = re.compile("(?:以及|[、和及与])*")
_DOMAINS = re.compile("[^，的、]{1,8}(?:、[^，的、]{1,8})*、[^，的、]{1,8}等(?:部门|单位)")
"""Domains that share 部门 and stand together: 国土、水利、交通等部门."""

_OWNER = re.compile("(?:^|[、，]|和|以及)原?(?P<body>[^、，的]{3,30}?)(?:所?(?:承担|行使|履行|负责))?的")
"""甲局的…、乙局的…: duties in the words of their own."""

_TAIL = re.compile("(?:所?(?:承担|行使|履行)|负责)?的?$")
_DUTIES = re.compile(words.DUTY)
_LEAD = re.compile("^.*(?:[：]|将|把|整合(?!.*整合))(?=.)")
_BARE_DUTY = re.compile(rf"(?:{words.DUTY})(?:等)?$")


def read_moves(line: Line, state: State) -> None:
    """Note what the sentence moves."""
    text = line.text
    for match in found(_STRIPPED, _STRIPPED_SIGN, text):
        if is_body(match["body"]):
            state.stripped = match["body"]
    for pattern, sign in ((_MOVE, _MOVE_SIGN), (_POOL, _POOL_SIGN)):
        for match in found(pattern, sign, text):
            if is_receiver(match["target"]):
                _moved(line, state, match)
    for match in found(_TAKEN, _TAKEN_SIGN, text):
        if is_receiver(match["target"]):
            _taken(line, state, match)
    for match in found(_FORMERLY, _TAKEN_SIGN, text):
        if is_body(match["source"]) and is_receiver(match["target"]):
            state.add("transfer_duty", match["source"], match["target"], line, match.start(), match.end())
    for match in found(_WORK_TO, _WORK_SIGN, text):
        source, target = match["source"] or match["giver"], match["target"] or match["taker"]
        if _acts(source) and _acts(target):
            state.add("transfer_duty", source, target, line, match.start(), match.end(), "work")
    _staff(line, state)


def _acts(name: str) -> bool:
    """Whether `name` may do the work: a body, a set of them (有关县政府), or a place."""
    return is_receiver(name) or stands_alone(name) or is_place(name)


def _moved(line: Line, state: State, match: re.Match[str]) -> None:
    target, end = match["target"], match.end("target")
    source, start = match["source"], match.start("source")
    clauses = re.split("将|把", source)
    start += len(source) - len(clauses[-1])
    source = clauses[-1]
    groups = list(_GROUP.finditer(source))
    given = [(group, _givers(group["names"])) for group in groups]
    whole = "整建制" in match.group() or match.groupdict().get("verb") == "并入"
    if not groups and whole and (names := listed(re.split("[，：]", source)[-1])):
        start += max(source.rfind("，"), source.rfind("：")) + 1
        for a, b in names:
            state.add("merge_into", re.split("[，：]", source)[-1][a:b], target, line, start + a, end)
        return
    for group, givers in given:
        at = start + group.start("names")
        for kind in _kinds(group["what"]):
            for a, b in givers:
                state.add(kind, group["names"][a:b], target, line, at + a, end)
            if not givers and (giver := _its(group, state)):
                state.add(kind, giver, target, line, at, end)
        if givers and "transfer_staff" in _kinds(group["what"]):
            state.staffed = tuple(group["names"][a:b] for a, b in givers)
    if groups and not any(givers for _, givers in given) and _DUTIES.search(groups[-1]["what"]):
        giver = state.stripped or state.topic or state.regulated
        if giver:
            state.add("transfer_duty", giver, target, line, start, end, "unnamed")
        else:
            state.page.doubt("change", *line.span(start, end), "moves duties of a body that is not named")


def _its(group: re.Match[str], state: State) -> str | None:
    """The body that 其 means (其人员编制): the one just abolished, or of which the paragraph speaks."""
    words = re.split("[，：]", group["names"])[-1] + group["what"]
    return (state.abolished or state.topic) if words.startswith("其") else None


def _givers(names: str) -> list[tuple[int, int]]:
    """The bodies that `names` lists, or that own what it lists: 农业部的监督指导 is of 农业部."""
    first = max(names.rfind("，"), names.rfind("：")) + 1
    if leading := _AND.match(names, first):
        first = leading.end()
    head = names[first:]
    if found := listed(_TAIL.sub("", head)):
        return [(first + a, first + b) for a, b in found]
    owners = [match.span("body") for match in _OWNER.finditer(head) if is_body(match["body"])]
    if not owners and (domains := _DOMAINS.fullmatch(_TAIL.sub("", head))):
        owners = [domains.span()]
    return [(first + a, first + b) for a, b in owners]


def _kinds(what: str) -> list[ChangeKind]:
    kinds: list[ChangeKind] = []
    if re.search(f"(?:^|[、和及的])(?:{words.ORGAN})(?=[、和及]|$)", what):
        kinds.append("merge_into")
    if re.search("人员|编制", what):
        kinds.append("transfer_staff")
    if _DUTIES.search(what):
        kinds.append("transfer_duty")
    return kinds


def _taken(line: Line, state: State, match: re.Match[str]) -> None:
    source = match["source"]
    if not _BARE_DUTY.search(source):
        return
    group = _GROUP.fullmatch(source)
    givers = [group["names"][a:b] for a, b in _givers(group["names"])] if group else []
    if re.match("其|原有|相关", source):
        givers = [giver] if (giver := state.abolished or state.topic) else []
    elif match["out"] and not givers:
        givers = [giver] if (giver := state.regulated or state.topic) else []
    for giver in givers:
        state.add("transfer_duty", giver, match["target"], line, match.start("source"), match.end())


def _staff(line: Line, state: State) -> None:
    """编制 that one body gets from others: 为甲核定编制9名，其中从乙划转编制3名."""
    text = line.text
    target = next((m["target"] for m in _STAFF_TO.finditer(text) if is_body(m["target"])), state.topic)
    for match in _STAFF_FROM.finditer(text):
        if target and stands_alone(match["source"]):
            state.add("transfer_staff", match["source"], target, line, match.start(), match.end())
    for match in chain(_STAFF_FROM_TO.finditer(text), _FROM_STAFF_TO.finditer(text)):
        if stands_alone(match["source"]) and is_receiver(match["target"]):
            state.add("transfer_staff", match["source"], match["target"], line, match.start(), match.end())
    for match in _TAKEN_BACK.finditer(text):
        for giver in state.staffed:
            if is_receiver(match["target"]):
                state.add("transfer_staff", giver, match["target"], line, match.start(), match.end())
