"""What a sentence does to whole bodies: a new name, a name plate, a place under another, an end, a beginning."""

from __future__ import annotations

import re

from extractors.bodies import cut
from extractors.components.changes.line import Line
from extractors.components.changes.names import is_body, is_name, is_receiver, is_settlement, listed
from extractors.components.changes.state import State
from extractors.dates import counted
from extractors.lexicons import changes as words
from extractors.lexicons.offices import normal_office
from extractors.scan import found

_NAME = r"[\u4e00-\u9fffA-Za-z0-9〇“”·]{2,40}?(?:（[^（）]{1,20}）)?"
_STOP = r"(?=[，（）、]|$)"
_LIST = r"[\u4e00-\u9fffA-Za-z0-9〇“”·、（）]{2,160}?"
_NUMBER = r"(?:[一二三四五六七八九十]+(?:、|是)|（[一二三四五六七八九十\d]+）|\d+[.．])?"
_CLAUSE = rf"(?:^|(?<=[，：、）])){_NUMBER}(?:其中|{words.CLAUSE_LEAD})*"
"""The start of a clause, with its number and with adverbs."""

_TOPIC = re.compile(
    rf"{_CLAUSE}(?:，)?(?:保留|整合调整|调整设置)?(?:原(?=.{{2,8}}[局委办]))?(?P<name>{_NAME})(?=，|仍为|仍是|是[\u4e00-\u9fff]{{2,20}}的|[是为][^，]{{0,20}}(?:机构|单位|部门)"
    r"|主要|承担(?!的)|下设|隶属|(?:可|要|应)?(?:进一步|配备|核定|负责))"
)
_RENAME = re.compile(
    rf"(?P<old>{_LIST})(?:分别|正式|统一|整体)*(?:(?P<sure>{words.RENAME})|(?:{words.TURN_INTO}))(?P<new>{_LIST})(?=[，）]|（|$|[仍由])"
)
_RENAME_SIGN = re.compile(f"{words.RENAME}|{words.TURN_INTO}")
_PLATE = re.compile(rf"(?P<no>不再)?(?:加挂|增挂|挂|对外保留|保留|对外使用)(?P<plate>{_LIST})(?:的)?牌子")
_UNDER = re.compile(
    rf"隶属(?:于|关系由[^，]{{2,30}}?(?:调整|变更|划归)(?:为|至|到)|关系(?:调整|变更|划归)?(?:为|至|到)?)?(?P<a>{_NAME})(?:领导|管理)?{_STOP}"
    rf"|[是为](?P<b>{_NAME})(?:管理|领导|所属|下属|直属)的?"
    r"(?:正|副|[科处股厅县部司]级|财政|全额|拨款|公益|事业|一类|二类|行政|参公|国家)*"
    r"(?:局|机构|单位)(?=[，（。]|$)"
    rf"|(?:作为|[是为])(?P<d>{_NAME})的?派出(?:机构|机关|单位){_STOP}"
    rf"|由(?P<c>{_NAME})(?:归口)?(?:(?:领导和|统一)?管理|代管){_STOP}"
)
_HAND_UNDER = re.compile(
    rf"(?:将|把)?(?P<sub>{_LIST})(?:(?:从[^，]{{2,12}})?划出(?:[^，]{{2,12}})?，)?(?:及人、财、物等|及其人财物|及所属人员)?(?:由[^，]{{2,20}})?(?:{words.WHOLE})*"
    rf"(?:划归|下放(?:至|给|到|由)?|上收(?:至|到|由)?|转隶(?:至|到|于)?|移交(?:给|至)?|划转(?:至|到|给)?|调整由|调整为由|归口?)"
    rf"(?P<above>我?{_NAME})(?:统一)?(?:管理|管辖|领导|代管)(?=[，（]|$)"
)
_HAND_UNDER_SIGN = re.compile("归|下放|上收|转隶|移交|划转|调整(?:为)?由")
_ABOLISH = re.compile(
    rf"{_CLAUSE}(?:{words.ABOLISH})(?P<list>{_LIST})(?=，|$|(?<=制)后|{words.ESTABLISH_REFORM}|{words.ESTABLISH})"
    rf"|(?:将|把)(?P<before>{_LIST})(?:予以|一并)?(?:撤销|裁撤)(?=[，）]|$)"
)
_RAISED = re.compile("^(?:将|把)|(?<!自)由[^，]{2,40}$|(?:由[^，]{2,40})?(?:调整|变更|改)$")
"""What stands around a body that is put under another: 将甲站由乙局所属事业单位调整[为丙局所属事业单位]."""

_CALLED = re.compile("（以下简称[^（）]*）")

_OF_PLACE = re.compile("^.*[省市县区州旗镇乡道处]的(?=.{2})")
"""Whose the settlements are that get another place above them: 石门镇的[柳林村、河口村]."""

_HANGING = re.compile(r"^.*(?:加挂|挂)的(?P<plate>.+)$")
_ESTABLISH = re.compile(
    rf"(?:(?P<lead>{_CLAUSE})|(?<=[的职责能制村会域]))(?:(?P<reform>{words.ESTABLISH_REFORM})|(?:{words.ESTABLISH}))"
    rf"(?P<new>{_LIST})(?=[，）]|（(?:加挂|挂|以下|简称|正|副|参公)|$|作为|承担|负责|由|为)"
)
_CERTAIN = re.compile(
    "，(?:(?:为|作为|属)[^，]{2,30}(?:单位|机构|部门)|隶属于?[^，]{2,30})(?=，|$)"
    "|(?:，[^，]{0,12})?(?:机构规格|核定[^，]{0,6}编制)"
)
"""What behind a body's name shows that the document sets it up: whose it is, its rank, its staff."""

_INTO = re.compile(rf"，(?:整体|整建制|全部)?并入(?P<new>{_NAME}){_STOP}")
"""Into what a body goes that the clause before abolishes: 撤销甲小学，并入乙小学."""

_COUNTED = re.compile(rf"(?P<host>{_NAME})下设(?P<units>{words.UNIT_COUNT}(?:(?:和|、|及){words.UNIT_COUNT})*)")
_UNIT = re.compile(words.UNIT_COUNT)
_MERGE = re.compile(
    rf"(?:将|把|整合|合并)?(?P<olds>{_LIST})(?:进行|予以|整建制|，)*(?:{words.MERGE})(?:一个)?(?:新的)?(?P<new>{_NAME}){_STOP}"
)
_MERGE_SIGN = re.compile(words.MERGE)
_REFORMING = re.compile("撤销|不再保留|合并|更名|划入|划转|划归|整合|析置")
"""Verbs of reform: what is set up in the same sentence is set up out of what was."""

_REGROUPING = re.compile("撤销|撤并|合并|析置|改设|划出")
"""Settlements are not set up but out of others."""

_TEMPORARY = re.compile(rf"(?:{words.TEMPORARY})(?:办公室)?$")
_APPROVED = re.compile(
    "同意(?:设立|建立|成立)(?P<list>[^，。；]{4,400}?)等(?P<count>[0-9]{1,2}|[一二三四五六七八九十]{1,3})个"
)
_APPROVED_SIGN = re.compile("同意(?:设立|建立|成立)")
"""As many as are counted are set up, whatever they are: 同意设立甲产业园、乙核心区等两个示范区."""

_ZONE = re.compile(rf"(?:{words.ZONE})$")
_DECIDED = re.compile("同意|批准|决定|依法")
"""What shows that the document itself sets a zone up; else it is a wish (设立综合保税区)."""

_PUBLIC = re.compile(rf"(?:{words.PUBLIC})$")
_ROLE = re.compile("(?:工作部门|组成部门|直属机构|事业单位|派出机构|办事机构|部门|机构|单位)$")
"""Ends of what a body is said to be: 县政府工作部门."""

_SORT = re.compile(words.SORT_OF_BODY)
_OTHERS_MAY = re.compile(words.NOT_THE_DOCUMENT)
_LONGEST_PLACE = 9
_SHORTEST = 8
"""Characters that a name has at least to be one and no word for a sort of body (服务中心, 康复站)."""


def read_reform(line: Line, state: State) -> None:
    """Note what the sentence does to whole bodies."""
    _set_topic(line, state)
    _rename(line, state)
    _merge(line, state)
    _abolish(line, state)
    _establish(line, state)
    _approved(line, state)
    _hand_under(line, state)
    _under(line, state)
    _plate(line, state)


def _set_topic(line: Line, state: State) -> None:
    for match in _TOPIC.finditer(line.text):
        if is_body(match["name"]):
            state.topic = match["name"]
            return


def _names(text: str, start: int) -> list[tuple[str, int, int]]:
    """The names in a list that stands at `start`, with their places; what leads to it (按照要求，将) is left out."""
    lead = max(
        (text.rfind(mark) + len(mark) for mark in ("，", "：", "将", "把", "同意", "批准") if mark in text), default=0
    )
    return [(text[lead + a : lead + b], start + lead + a, start + lead + b) for a, b in listed(text[lead:])]


def _rename(line: Line, state: State) -> None:
    for match in found(_RENAME, _RENAME_SIGN, line.text):
        olds, news = _names(match["old"], match.start("old")), _names(match["new"], match.start("new"))
        if not olds or len(news) not in (1, len(olds)):
            continue
        alike = all(is_settlement(x[0]) == is_settlement(y[0]) for x, y in zip(olds, news, strict=False))
        whole = olds[0][1] == 0 and all(_is_office(name) for name, *_ in (*olds, *news))
        if not match["sure"] and not (alike and ("将" in match["old"] or whole)):
            continue
        for (old, start, _), (new, _, end) in zip(olds, news * (len(olds) if len(news) == 1 else 1), strict=True):
            state.add("rename", old, new, line, start, end)
        state.topic = news[-1][0]


def _merge(line: Line, state: State) -> None:
    for match in found(_MERGE, _MERGE_SIGN, line.text):
        olds = _names(match["olds"], match.start("olds"))
        new = match["new"]
        if not is_name(new) or re.search("撤销", match["olds"]):
            continue
        for old, start, _ in olds:
            state.add("merge_into", old, new, line, start, match.end("new"))
        if olds:
            state.topic = new


def _abolish(line: Line, state: State) -> None:
    for match in _ABOLISH.finditer(line.text):
        group = "list" if match["list"] else "before"
        text, start = match[group], match.start(group)
        if hanging := _HANGING.match(text):
            start += hanging.start("plate")
            text = hanging["plate"]
        text = text.removesuffix("牌子")
        for a, b in listed(text):
            state.add("abolish", text[a:b], None, line, start + a, start + b)
            state.abolished = text[a:b]
            if (into := _INTO.match(line.text, match.end())) and is_name(into["new"]):
                state.add("merge_into", text[a:b], into["new"], line, start + a, into.end("new"))


def _establish(line: Line, state: State) -> None:
    for match in _ESTABLISH.finditer(line.text):
        new = match["new"] + "）" * (match["new"].count("（") - match["new"].count("）"))
        before = line.text[: match.start()]
        reforming = bool(_REFORMING.search(before) or re.match("合并|撤并", match["reform"] or ""))
        names = [(new[a:b], match.start("new") + a, match.start("new") + b) for a, b in listed(new)]
        if not names or not (reforming or _planned(before, match, names[0][0], state)):
            continue
        for name, start, end in names:
            place = is_settlement(name) and not _ZONE.search(name)
            if _TEMPORARY.search(name) or (place and not _REGROUPING.search(line.text)):
                continue
            state.add("establish", name, None, line, start, end, "" if reforming else "aside")
            state.topic = name
    for match in _COUNTED.finditer(line.text):
        if _TEMPORARY.search(match["host"]) or not is_body(match["host"]):
            continue
        for unit in _UNIT.finditer(line.text, match.start("units"), match.end("units")):
            state.add("establish", unit.group(), None, line, unit.start(), unit.end())


def _planned(before: str, match: re.Match[str], name: str, state: State) -> bool:
    """Whether the document sets up the body of this name: the verb opens the clause, the name is none of a sort."""
    if state.reforms and match["reform"] and _is_office(name):
        return True
    if match["lead"] is not None and not _OTHERS_MAY.search(before) and _CERTAIN.match(match.string, match.end()):
        return not _SORT.match(name)
    if match["lead"] is None or _OTHERS_MAY.search(before) or _SORT.match(name):
        return False
    if _ZONE.search(name):
        return bool(_DECIDED.search(match["lead"]))
    return _is_office(name) or (len(name) >= _SHORTEST and bool(_PUBLIC.search(name)))


def _is_office(name: str) -> bool:
    """Whether `name` is an office that the table knows, after its place (县应急管理局)."""
    offices = (normal_office(name[i:]) for i in range(min(_LONGEST_PLACE, len(name) - 1)))
    return any(office and office.end for office in offices)


def _approved(line: Line, state: State) -> None:
    """All that a sentence lists and counts as set up."""
    for match in found(_APPROVED, _APPROVED_SIGN, line.text):
        names = match["list"]
        parts = cut(names, "、")
        if len(parts) == counted(match["count"]):
            at = match.start("list")
            for a, b in parts:
                state.add("establish", names[a:b], None, line, at + a, at + b)


def _hand_under(line: Line, state: State) -> None:
    for match in found(_HAND_UNDER, _HAND_UNDER_SIGN, line.text):
        if not is_receiver(match["above"]):
            continue
        owner = _OF_PLACE.match(match["sub"])
        lead = owner.end() if owner else 0
        for name, start, _ in _names(match["sub"][lead:], match.start("sub") + lead):
            state.add("subordinate", name, match["above"], line, start, match.end("above"))


def _under(line: Line, state: State) -> None:
    for match in _UNDER.finditer(line.text):
        group = next(name for name in "abcd" if match[name])
        above = match[group]
        if not is_body(above) and not normal_office(above) and not is_receiver(above):
            continue
        before = _RAISED.sub("", re.split("[，：]", _CALLED.sub("", line.text[: match.start()]))[-1])
        subject = before if is_body(before) else state.topic if before in ("", "仍", "继续", "仍然") else None
        if subject is None or (group == "c" and subject not in line.text):
            continue
        state.add("subordinate", subject, above, line, match.start(), match.end(group))


def _plate(line: Line, state: State) -> None:
    for match in _PLATE.finditer(line.text):
        before = re.sub("(?:（|对外|同时|可|并|在|，)+$", "", line.text[: match.start()])
        host = next((before[i:] for i in _edges(before) if is_body(before[i:])), state.topic)
        host = state.topic if host and _ROLE.search(host) else host
        if match["no"] or host is None:
            continue
        plate = match["plate"].strip("“”")
        for a, b in listed(plate):
            start = match.start("plate") + match["plate"].find(plate) + a
            state.add("plate", host, plate[a:b], line, start, start + b - a)


def _edges(text: str) -> list[int]:
    """Where the last name of `text` may begin: behind a mark, or a verb that gives or keeps a name."""
    return [match.end() for match in re.finditer("^|[，：]|为|在|组建|设立|保留|同意|批准", text)]
