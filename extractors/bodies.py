"""The names of bodies: what may be one, what a set is, and how a list of them is split.

Coordination (eval/SCHEMA.md): a list is split where each part can stand alone, and kept whole where a part cannot
(临溪县、青川市人民政府; 各镇、街道; 发改、工信等部门).
"""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.lexicons import bodies as words
from extractors.openings import closings

Span = tuple[int, int]

_KNOWN = 1 << 16
"""Names and lists whose reading is kept: documents name the same bodies again and again."""

_INSIDE = r"(?:[^（）()]|[（(][^（）()]*[）)])*"
"""What a bracket holds, which may have one more in it."""

_NOTE = rf"(?:[（(〔]{_INSIDE}[）)〕])?"
"""A bracket behind a name, or behind a part of it: 管委会（筹）, 县（市、区）, 镇政府（以下简称镇（街））."""

_END = re.compile(rf"(?:{words.ENDS}){_NOTE}$")
_LAST_OF_END = closings(words.ENDS) | set("）)〕")
_PREMISE = re.compile(rf"(?:{words.PREMISES}){_NOTE}$")
_PLACE = re.compile(rf"(?:{words.PLACE_ENDS}){_NOTE}(?:有关)?$")
_BEARER = re.compile(rf"(?:{words.BEARERS}){_NOTE}$")
_DOMAIN = 10
"""Characters that a domain (人力资源社会保障) has at most."""

_THING = re.compile("(?<=[\u4e00-\u9fff])(?:工程|项目|计划|活动|行动|服务|制度|工作)$")
_LEVEL_ONLY = re.compile(
    rf"(?:各|有关|相关|设区的?|[沿涉产][\u4e00-\u9fff])*(?:[省市州县区][和及])?(?:[省市州盟区县旗镇乡村]|自治区|直辖市|街道|设区市|县级市|社区){_NOTE}$"
)
_RANK = re.compile("中央|国家|[省市州县区镇乡村]级")
"""A level in a word of its own: 中央、省、市财政; 省级、市级财政."""

_SHARES_PLACE = re.compile(
    rf"^(?:[省市州盟区县旗镇乡村]|乡镇|行政村|自治区|直辖市|街道|设区市|县级市|社区|开发区|园区){_NOTE}$|等[^等]{{1,4}}$"
)
"""A level that does not say which, or the end of a set: the 街道 of 各镇、街道."""

_SHARED = re.compile(
    rf"(?:[省市州盟区县旗镇乡]|自治区|直辖市|街道|县级市){_NOTE}(?:[两三各]?级)?(?:人民)?(?:政府|党委|党政|法院|检察院|管委会|办事处|财政)"
    "|(?:直辖市|计划单列市)."
)
"""A part that begins with a bare level, which the parts before it share: 省、自治区、直辖市人民政府."""

_LOWER = re.compile(
    "各?(?:[沿涉产][\u4e00-\u9fff])?(?:(?:中央|国家)、省|省(?:、自治区|、直辖市)*、[市州盟]|(?:设区的?)?[市州盟]、[县区旗]|县、市、区|[县区旗]、(?:[县区旗乡镇]|街道))"
)
"""Levels of which each is lower than the one before it, and which share the end of any office: 各市、县税务局."""

_SHARED_OFFICE = re.compile("(?:街道|乡镇?)(?!办事处|办$)[^、]{2,8}$")
"""An office of towns, whose domain the bare level before it shares: 各镇、街道卫计办."""

_COMMITTEE = re.compile("[省市区县州旗]委$")
_PARTY = re.compile(r"党(?:工|[（(]工[）)])?委$")
_JOINT_OFFICE = re.compile("[省市区县州旗]?(?:人民)?政府(?:督查室|信访局|接待办公?室?|研究室)")

_BRANCH = re.compile("(?:分支|派出)机构")
_BRANCHES = re.compile("[^、]{2,}(?:分支|派出)机构$")
"""Branches that share the name before the first of them: 国务院金融管理部门分支机构、派出机构."""

_COLLECTIVE = re.compile(r"(?:等(?:有关|相关)?)?(?:部门|单位|机构|机关|系统|企业|公司|基金)(?:[（(][^（）()]*[）)])?$")
"""Ends that domains before them share: 发改、工信、商务等部门."""

_AND_OTHERS = re.compile("等[^等、各]{0,8}(?:部门|单位|机构|企业|场所)$")
"""The end of a list of domains: 公安、海关、统计等市场监管领域有关部门."""

_ENUMERATED = re.compile("[^等]{1,8}等[^等]{3,}$")
"""An end that bare words before it share: 主机托管、虚拟主机等服务提供者."""

_COUNTED = re.compile(
    r"[\u4e00-\u9fff]{2,}?(?:\d{1,2}|[两二三四五六七八九十]{1,3})\s?个?(?:[省市州盟区县旗镇乡村]|乡镇|街道|社区|县区)"
    r"(?:人民政府|政府|办事处|党委|党工委|村委会|村民委员会|居委会)?$"
)
"""The last of a list of places and how many they are, whose sort all of it shares: 青石岭、白马3个乡镇人民政府."""

_CITIES = re.compile("等(?:城市|地区|[省市州盟区县旗镇乡])$")
"""An end that the bare names of places before it share: 临溪、青川等城市."""

_GENERIC = re.compile(words.GENERIC)
_VAGUE = re.compile(
    r"""
    (?:[省市区县州镇乡]|国务院|当地|中央|本级|在[\u4e00-\u9fff]{1,2}|全[省市区县州])?(?:直|属|级|政府|委)?
    (?:各|有关|相关|各级|各地区?|各有关|各相关|其他|其它|具体)+
    (?:职能|责任|成员|业务|行业|主管|党政|涉改|执法|(?<!级)监管|行政(?=主管)|用人|基层|相关|有关|直属|[省市区县州]直|定点)*
    (?:部门|单位|机构|企业|方面|委办局|科室|地方|地区|地)*(?:[（(](?:单位|部门|机构)[）)])?
    (?:[、及和](?:各?(?:有关|相关)?(?:单位|部门|机构)))*
    |[\u4e00-\u9fff]{2,3}(?<!属)各(?:有关|相关)?(?:部门|单位)|各级政府部门|各级[\u4e00-\u9fff]{0,4}各部门
    |各?(?:有关|相关)(?:[省市州盟区县旗乡镇街村]|省份|自治区|直辖市|设区的?市|街道|社区|[（）()、和及])+(?:人民政府|政府|党委)?
    |各?(?:有关|相关)[^、的和]{1,8}(?:部门|协会|机构|单位|机关)
    |(?:各[^各等、]{1,2}|[^各等]{0,10})(?:有关|相关)(?:职能|业务|行业|主管|执法)*(?:部门|单位|地方|方面|机构)(?:[（(、和及](?:有关|相关)?(?:部门|单位|机构)[）)]?)?
    |(?:各级)?(?:政策)?(?:起草|制定)[^，]{0,8}(?:部门|机关)|[^，]{0,12}(?:涉改|改革涉及)部门
    |上级(?:党委|党组织|(?:党委[和、])?(?:人民)?政府|(?:行政|主管|业务|有关|相关)*(?:部门|机关|单位))
    |(?:.+的)?(?:有关|相关)(?:地方|上级|各级)?(?:人民)?政府
    |[^、]+(?:人民)?政府(?:有关|相关)(?:主管)?部门
    |各?[^、的]{0,4}(?:牵头|配合|承办|协办|责任)(?:单位|部门)
    |各?(?:有关|相关)?(?:部[、·]?)?委[、·]?办[、·]?局
    |其(?![他它余中]).+
    |任何[^的]{2,20}
    |.+等基层(?:组织)?单位
    |各类(?:机构|单位|企业|部门|组织|主体)|财政|地方|有权机关|(?:有关|相关)各方
    |.+的[^的]{0,8}(?:部门|单位|企业|机关|机构|学校|医院|幼儿园|地方|[省市区县])(?:[（(].*[）)])?
    """,
    re.VERBOSE,
)
_ANYONE = re.compile(f".*(?:{words.ANYONE})")
_WITH_ITS = re.compile("(?P<body>.+?)[及和与](?:其(?!他|它)|[所下]属).+")
"""A body and what belongs to it, which says as much as the body does: 县教育局及其直属单位."""

_CERTAIN_SET = re.compile(
    r"各(?:级)?(?:镇|街道|县|区|乡|市|州|旗|盟|金融|设区|高|医|学|村|社区|银行|商业|成员)(?!有关|相关)"
)
"""Sets whose members anyone can list: 各镇、街道; 各设区市; 各金融机构."""


def squash(text: str) -> str:
    """`text` without white space."""
    return "".join(text.split())


_DEFINED = re.compile(rf"[（(]以下[简统]?称{_INSIDE}[）)]")


def name_of(text: str) -> str:
    """The name that `text` writes: without white space, marks at its ends, and what it is called from there on."""
    return _DEFINED.sub("", squash(text)).strip("，、")


@lru_cache(_KNOWN)
def is_vague(name: str) -> bool:
    """Whether no one can say which bodies `name` means (有关部门, 各级各部门, 企事业单位)."""
    name = squash(name)
    if _GENERIC.fullmatch(name) or _ANYONE.fullmatch(name):
        return True
    if whole := _WITH_ITS.fullmatch(name):
        return is_vague(whole["body"])
    return bool(_VAGUE.fullmatch(name)) and not _CERTAIN_SET.match(name)


@lru_cache(_KNOWN)
def stands_alone(name: str) -> bool:
    """Whether `name` is the name of a body by itself."""
    return len(name) > 1 and name[-1] in _LAST_OF_END and bool(_END.search(name))


@lru_cache(_KNOWN)
def is_place(name: str) -> bool:
    """Whether `name` ends as a place does that acts as its government (石门镇, 各县（市、区）)."""
    return bool(_PLACE.search(name))


@lru_cache(_KNOWN)
def is_premise(name: str) -> bool:
    """Whether `name` is that of a place or a thing by itself, where people act (农贸市场, 融资担保基金)."""
    return bool(_PREMISE.search(name))


def cut(text: str, marks: str = "、，,；;") -> list[Span]:
    """The (start, end) of the parts of `text` between `marks` that stand outside brackets and quotes."""
    parts, depth, at = [], 0, 0
    for i, char in enumerate(text):
        if char in "（(〔《“【":
            depth += 1
        elif char in "）)〕》”】":
            depth = max(0, depth - 1)
        elif char in marks and not depth:
            parts.append((at, i))
            at = i + 1
    parts.append((at, len(text)))
    return [(a, b) for a, b in parts if text[a:b].strip()]


_ANYBODY = re.compile("任何[^任何]+$")
"""A list under one 任何, whose parts are no bodies: 任何部门、行业和单位."""


@lru_cache(_KNOWN)
def split_bodies(text: str) -> tuple[Span, ...]:
    """The (start, end) of the bodies that the list `text` names, in order."""
    if _ANYBODY.match(text):
        return ((0, len(text)),)
    text = text.replace("委、办、局", "委·办·局")
    parts: list[Span] = []
    for a, b in cut(text, "、，,；;/／①②③④⑤⑥⑦⑧⑨⑩\t\n"):
        for x, y in _conjunctions(text, a, b):
            parts += _with_others(text, *_strip(text, x, y))
    return tuple(_gather(text, [(a, b) for a, b in parts if b - a > 1 or _LEVEL_ONLY.match(text[a:b])]))


def _gather(text: str, parts: list[Span]) -> list[Span]:
    """Join the parts that cannot stand alone to the one whose end they share."""
    if len(parts) < 2:
        return parts
    parts = _whole_set(text, parts)
    out: list[Span] = []
    run: list[Span] = []
    for a, b in parts:
        name = squash(text[a:b])
        if run and _COUNTED.match(name) and all(_bare(squash(text[slice(*span)])) for span in run):
            out.append((run[0][0], b))
            run = []
            continue
        if not stands_alone(name):
            if run and not _alike(name, squash(text[slice(*run[-1])])):
                out += _close(text, run)
                run = []
            run.append((a, b))
            continue
        if out and _joint(squash(text[slice(*out[-1])]), name):
            out[-1] = (out[-1][0], b)
        elif run and _shares(text, run, name):
            out.append((run[0][0], b))
        else:
            out += [*_close(text, run), (a, b)]
        run = []
    return out + _close(text, run)


def _whole_set(text: str, parts: list[Span]) -> list[Span]:
    """Join the domains or places that 等部门, 等城市 closes, with what could stand alone among them."""
    names = [squash(text[a:b]) for a, b in parts]
    if names and _CITIES.search(names[-1]) and not any(map(stands_alone, names)):
        return [(parts[0][0], parts[-1][1])]
    end = _AND_OTHERS.search(names[-1]) if names else None
    if end is None or not (_bare(names[0]) or _bare(names[-1][: end.start()])):
        return parts
    domains = (
        i for i, name in enumerate(names[:-1]) if not (stands_alone(name) or is_place(name)) or _PURSE.search(name)
    )
    first = next(domains, len(names) - 1)
    return [*parts[:first], (parts[first][0], parts[-1][1])]


def _joint(before: str, name: str) -> bool:
    """Whether `before` and `name` are one: 党委、政府; the office that serves both (县委、县政府督查室)."""
    if name == "政府":
        return bool(_PARTY.search(before))
    if _BRANCH.fullmatch(name):
        return bool(_BRANCHES.search(before))
    if _KINDS.fullmatch(name):
        return bool(_REGIONS.search(before))
    if _PURSE.search(before):
        return bool(_FIELD.fullmatch(name))
    return bool(_COMMITTEE.search(before) and _JOINT_OFFICE.fullmatch(name))


_PURSE = re.compile("财政$")
_FIELD = re.compile("(?!各|有关|相关|[省市区县州](?!场))[^、的]{2,8}部门")
"""What makes 财政 before it a domain, which by itself is the purse: 各级财政、|税务部门."""

_ALONE = frozenset({"政府", "党委"})
"""What names no body and is no domain either: 政府及|公安、卫生等部门."""


def _bare(name: str) -> bool:
    """Whether `name` is a domain without an office (发改, 工信, 各级人力资源社会保障)."""
    return (
        1 < len(name) <= _DOMAIN
        and name not in _ALONE
        and not stands_alone(name)
        and not is_place(name)
        and not _THING.search(name)
    )


def _alike(name: str, other: str) -> bool:
    """Whether both are places, or levels, or neither is."""
    return is_place(name) == is_place(other) or (_is_level(name) and _is_level(other))


def _is_level(name: str) -> bool:
    """Whether `name` is a level and no more: 各市, 省, 县（区）, 中央."""
    return bool(_LEVEL_ONLY.fullmatch(name) or _RANK.fullmatch(name))


def _shares(text: str, run: list[Span], name: str) -> bool:
    """Whether the end of `name` belongs to the parts of `run` too."""
    names = [squash(text[a:b]) for a, b in run]
    lower = _LOWER.match(squash(text[run[0][0] :])) or _SHARED.match(name) or _SHARED_OFFICE.match(name)
    if lower and all(map(_is_level, names)):
        return True
    if all(map(_bare, names)):
        return bool((_COLLECTIVE.search(name) and not _GENERIC.fullmatch(name)) or _ENUMERATED.match(name))
    if _KINDS.fullmatch(name):
        return bool(_REGIONS.search(names[-1]))
    if lower:
        return False
    if _ZONE_BEARER.search(name) and any(map(_SETTLEMENT.search, names)):
        return False
    return bool(_BEARER.search(name)) and not re.match("[省市区县]", name)


_ZONE_BEARER = re.compile("(?:管委会|管理委员会)$")
_SETTLEMENT = re.compile(
    "(?:镇|乡|街道?|[市县州]|[\u4e00-\u9fff]{2}(?<![新发验范业园术保合])区)(?:[（(][^（）()]*[）)])?$"
)
"""A town or subdistrict, which no 管委会 governs: 各镇（街道）、|开发区管委会 are two."""


_OWN_NOTE = re.compile("..[（(][^（）()、]+[）)]$")
"""A place that says in a bracket what else it may be, and so stands by itself: 街道（乡镇）和社区（村）."""


def _close(text: str, run: list[Span]) -> list[Span]:
    """What is left of a run: places with a bare level stand together (各镇、街道), other words each alone."""
    names = [squash(text[a:b]) for a, b in run]
    if any(map(is_place, names)) and any(len(name) == 1 or _SHARES_PLACE.search(name) for name in names):
        if all(_OWN_NOTE.search(name) for name in names):
            return run
        if len(run) > 1 and _AND.fullmatch(text, run[-2][1], run[-1][0]) and not _SHARES_PLACE.search(names[-1]):
            # 各市、县（区）和|临溪试验区: 和 sets a place apart that has a name of its own.
            return [(run[0][0], run[-2][1]), run[-1]]
        return [(run[0][0], run[-1][1])]
    return run


_AND = re.compile(
    r"以及|特别是|尤其是|和|及|与|(?<![会共协合不相])同(?![级意时步等一样类业])|或者|或|\s+(?=各|[^\s（(]\S{2,})(?!办公室|办公厅|督查室|成员单位)"
)
"""What may stand between two bodies. White space divides the lines of a cell, but no name from its bracket."""

_KIND = re.compile("(?:部门|机构|机关|单位|组织|企业|团体)")
"""A bare kind behind 或, with which it shares what stands before: 国有资产监管机构或部门."""

_SORT = re.compile("^[^省市区县州镇乡各]{2,}(?:企业|单位|机构|组织)$")
"""A sort of body before a bare kind: 控排企业|和单位."""

_KINDS = re.compile(rf"{_KIND.pattern}(?:[和及、]?{_KIND.pattern})*")
"""Bare kinds, of which the regions before them tell: 有关地区|和部门."""

_REGIONS = re.compile("(?:各|有关|相关)(?:地区|地方|方面)$")

_KIND_ENDS = re.compile(rf"(?:各|有关|相关){_KIND.pattern}$")
"""What a bare 地区 behind it belongs to: 各有关部门|和地区."""

_DEPENDS = re.compile("其(?!他|它)|有关机构|单位$|[所下]属[^、的]{0,4}(?:单位|部门|机构|企业|学校)$|$")
"""What cannot stand alone behind 和: 县教育局及|所属单位."""

_NO_BODY = re.compile("(?:社会|各方)(?:力量|公众|资本)|财政资金|个人|公民|群众|[\u4e00-\u9fff]{0,4}人员")
"""What may be listed behind bodies and is none."""


def _conjunctions(text: str, a: int, b: int) -> list[Span]:
    """Split 甲和乙, 甲及乙 where both sides are bodies; 发展和改革局 stays whole."""
    for match in _AND.finditer(text, a, b):
        left, right = squash(text[a : match.start()]), squash(text[match.end() : b]).removesuffix("等")
        if left.count("（") != left.count("）") or _DEPENDS.match(right):
            continue
        if _KIND.fullmatch(right) and (
            match.group() in ("或", "或者") or (match.group() == "和" and _SORT.search(left))
        ):
            continue
        if right == "个人" and _ANYONE.fullmatch(left + match.group() + right):
            continue
        if _KINDS.fullmatch(right) and _REGIONS.search(left):
            continue
        if right in ("地区", "地方") and _KIND_ENDS.search(left):
            continue
        if _PARTY.search(left) and right == "政府":
            continue
        place = is_place(left) and (len(left) > 1 or match.group() == "及") and not _SHARED.match(right)
        if not place and not stands_alone(left.removesuffix("等")) and not is_premise(left):
            continue
        # In 甲和乙、丙等单位 the part behind 和 has its end further on.
        if (
            stands_alone(right)
            or is_place(right)
            or is_premise(right)
            or _NO_BODY.fullmatch(right)
            or (_bare(right) and text[b : b + 1] == "、")
        ):
            return [(a, match.start()), *_conjunctions(text, match.end(), b)]
    return [(a, b)]


_OTHERS = re.compile(
    "等(?=(?:其他|其它|国务院)?(?:[省市区县州][直级]|各|有关|相关)[^等]*(?:单位|部门|机构|企业|公司|学校|高校|院校|医院)(?:[（(](?:单位|部门|机构)[）)])?$|各地区?$)"
)


def _with_others(text: str, a: int, b: int) -> list[Span]:
    """Split 省数字办等省直有关单位 into the body that is named and the vague set that is not."""
    match = _OTHERS.search(text, a, b)
    if match and match.start() - a > 1:
        return [(a, match.start()), (match.end(), b)]
    return [(a, b)]


_BEFORE = re.compile("(?:以及|和(?!平|县|田|布|顺|林)|及(?!时)|由|请)(?=.{2,})")
_TAIL = re.compile(
    r"(?:(?<=[局委办厅])(?:\d{1,2}|[两二三四五六七八九十]{1,2})个?(?:部门|单位)|等(?:\d+个|[一二三四五六七八九十]+个)?(?:有关|相关|单位|部门|部门和?单位|单位部门|[\u4e00-\u9fff]{0,2}(?:团体|组织)|按.*)?"
    rf"|等(?:有关|相关)(?:部门|单位)|等(?:有关|相关)?(?:{words.ANYONE})"
    r"|(?:要|应|根据)?按.{0,12}(?:分工|职责).*|分工|[（(]?以下[简统]称[^（）()]*[）)]?|负责|配合|落实|参与|参加|及其[^、，。]{0,6}人员)$"
)


def _strip(text: str, a: int, b: int) -> Span:
    """Without white space, marks, conjunctions and 等 at the ends."""
    while a < b and text[a] in " \t\n，、。；：:":
        a += 1
    if match := _BEFORE.match(text, a, b):
        a = match.end()
    while b > a and text[b - 1] in " \t\n，、。；：":
        b -= 1
    while (match := _TAIL.search(text, a, b)) and match.start() - a >= 2 and not _collective(text, a, match):
        b = match.start()
        while b > a and text[b - 1] in " ，、":
            b -= 1
    return a, b


def _collective(text: str, a: int, tail: re.Match[str]) -> bool:
    """Whether 等部门 is a part of the name: 建设等部门, 财政等有关部门; 公安、|人民银行等部门."""
    if not _COLLECTIVE.search(tail.group()):
        return False
    before = text[:a].rstrip("、").rpartition("、")[2]
    return not stands_alone(squash(text[a : tail.start()])) or (text[a - 1 : a] == "、" and _bare(squash(before)))
