"""Sets of bodies: one normal form for the ways to write a set (各镇政府, 各镇（街道）, 区财政部门), and its members.

A set is a list of kinds of places and what each of them has: 各县（市、区） + 财政局. The kinds in brackets are further
kinds, so 各县（市、区） and 各县市区 are one; after 县 the 市 is one of the county's rank and the order tells nothing,
before it (市、县、区) it is that above the county.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.identity.names import Body, known_office, office_of
from graph.identity.places import Context, Level, below
from graph.identity.text import normal

_COUNTIES = ("县", "市", "区", "旗", "自治县", "特区", "林区")
_TOWNS = ("乡镇", "乡", "镇", "街道", "经济开发区")
_UPPER: dict[str, Level] = {
    "省": "provincial",
    "自治区": "provincial",
    "直辖市": "provincial",
    "计划单列市": "municipal",
    "设区市": "municipal",
    "地级以上市": "municipal",
    "地区": "municipal",
    "州": "municipal",
    "盟": "municipal",
}
_SPELLINGS = {"设区的市": "设区市", "镇乡": "乡镇", "街": "街道", "办": "街道", "经开区": "经济开发区"}
"""Kinds of places, and other ways to write one."""

_BESIDE_PROVINCES = {"区": "自治区", "市": "直辖市"}
"""What short kinds mean behind 省: 各省（区、市）."""

_MANY = ("设区市", "地级以上市", "计划单列市", "直辖市")
"""Kinds that no document means as its own place."""

_SEATS = {"乡镇": "乡镇人民政府", "乡": "乡人民政府", "镇": "镇人民政府", "街道": "街道办事处"}
"""What governs each place of one kind."""

_KIND = "|".join(sorted({*_COUNTIES, *_TOWNS, *_UPPER, *_SPELLINGS} - {"办"}, key=len, reverse=True))
_KIND = rf"(?:{_KIND}|(?<=[镇乡])办)(?!域|场|容|民(?!政)|政(?!府)|公|际|会)"
_MARK = "[、，（）]|[和及与]"
_LIST = re.compile(
    rf"(?P<every>各|全部|所有)?(?P<kinds>{_KIND}(?:(?:{_MARK})*{_KIND})*)(?P<close>）?)(?P<level>级(?!以))?(?P<rest>.*)"
)
_TOWN = r"(?:乡镇|镇乡|乡|镇|街道|街|(?<=[镇乡])办|[\u4e00-\u9fff]{0,4}?经济开发区|经开区)"
_TOWN_SEAT = "(?:人民政府|政府|府|办事处|办|管委会)?"
_TOWN_LIST = re.compile(rf"(?=.*[镇乡街])各?{_TOWN}{_TOWN_SEAT}(?:(?:{_MARK})*{_TOWN}{_TOWN_SEAT})*）?{_TOWN_SEAT}")
"""The governments of the towns, by any of the ways to write them: 镇政府, 各镇（街道）, 各街道办事处（镇人民政府）."""

_EVERY = re.compile(
    r"(?:各|所有|全体|其他|其它|有关|相关|[省市县]级以上|地方|基层|驻.{1,4}各|[省市区县州]（[市区县旗])|.*(?:、|等$|以上|及其)|(?:村居)$"
)
_CLASS = re.compile(r"[^区市县省]{0,6}(?:机构|企业|单位|组织|团体|机关|学校|院校)")
_BARE_CLASS = re.compile(r"公司|银行|医院|协会|商会|(?:人民)?政府|(?:街道)?办事处|街道办|村委会|居委会|派出所|卫生院")
"""A kind of body and not the name of one."""

_ALL_OF_PLACE = re.compile(r"^(?:全|本|我)[省市区县州镇](?=各|所有)")
_SOME = re.compile(r"各?(?:有关|相关|其他|其它)")
_SOME_PLACES = re.compile(
    "各?(?:有关|相关)(?P<places>[省市州盟区县旗乡镇街道设的自治直辖（）、和及]+?)(?P<seat>(?:人民)?政府)?"
)
_EACH_OF_CLASS = re.compile(r"^各类?(?!级|地|有关|相关)(?=.{4,}$)")
_PREFIX = re.compile(r"各(?:级(?:地方)?|地(?:区)?|有关|相关)?")


@dataclass(frozen=True, slots=True)
class _Kinds:
    """The parts of a set's name: its kinds of places, and what each of them has (`rest`; "" for its government)."""

    kinds: tuple[str, ...]
    every: bool
    level: str
    rest: str


def set_in(name: str, context: Context) -> Body | None:
    """The set of bodies of the document's place that a normal name means; None where it means one body."""
    place = context.place
    plain = _ALL_OF_PLACE.sub("", name)
    if place and plain.startswith(f"{place.name}各"):
        plain = plain.removeprefix(place.name)
    if place and place.level in ("township", "village") and not plain.startswith("各"):
        return None  # 镇政府 in a text of the town is its own
    tests = (_TOWN_LIST.fullmatch, _EVERY.match, is_class, _BARE_CLASS.fullmatch)
    if any(test(plain) for test in tests) or _all_below(plain, context):
        return set_of(plain, context)
    return None


def is_class(name: str) -> bool:
    """Whether a name says a class of bodies and not one: 金融机构, 用人单位."""
    return _CLASS.fullmatch(name) is not None


def set_of(name: str, context: Context) -> Body:
    """The set with this name in the place of the context."""
    whole = _whole(name, context)
    if _SOME.match(name):  # which ones, only this document can say
        return Body(f"{context.document_id}/{whole}", whole, context.place, context.level, whole, collective=True)
    if context.place:
        id_, full = f"{context.place.id}/{whole}", context.place.name + whole
    else:
        id_, full = (whole if context.level == "national" else f"{context.document_id}/{whole}"), whole
    rules = () if whole == name else (f"{name} = {whole}",)
    return Body(id_, full, context.place, context.level, whole, collective=True, rules=rules)


def some_of(name: str) -> str:
    """A vague name in normal form, where it means some places: 各有关镇政府, 相关镇政府 are 有关镇人民政府."""
    match = _SOME_PLACES.fullmatch(name)
    if match is None:
        return name
    return f"有关{match['places']}{'人民政府' if match['seat'] else ''}"


def _whole(name: str, context: Context) -> str:
    """A set's name in normal form."""
    if _TOWN_LIST.fullmatch(name):
        return _towns(name)
    name = re.sub("(?<!人民)政府$|^政府(?=各)", "人民政府", name)
    name = re.sub("^各级地方", "地方各级", re.sub("^各?(?:有关|相关)", "有关", name))
    if (named := _EACH_OF_CLASS.sub("", name)) != name and is_class(named):
        return named
    if parsed := _parsed(name):
        every = "各" if parsed.every or _all_below(name, context) else ""
        return every + _written(parsed.kinds) + parsed.level + _office(parsed.rest, context)
    if match := _PREFIX.match(name):
        return match.group() + _office(name[match.end() :], context)
    return name


def _towns(name: str) -> str:
    found = [_spelled(kind) for kind in re.findall(_TOWN, re.sub("街道办事处|办事处", "街道", name))]
    kinds = [kind for kind in _TOWNS if kind in found]
    return "各" + (_SEATS.get(kinds[0], f"{kinds[0]}管委会") if len(kinds) == 1 else "、".join(kinds))


def _spelled(kind: str) -> str:
    return "经济开发区" if kind.endswith("开发区") else _SPELLINGS.get(kind, kind)


def _parsed(name: str) -> _Kinds | None:
    match = _LIST.fullmatch(name)
    if not match or match["kinds"].count("（") != match["kinds"].count("）") + len(match["close"]):
        return None
    kinds = [_SPELLINGS.get(kind, kind) for kind in re.findall(_KIND, match["kinds"])]
    if kinds[0] == "省" and "县" not in kinds:
        kinds = [_BESIDE_PROVINCES.get(kind, kind) for kind in kinds]
    if kinds[0] in _COUNTIES and kinds[0] != "市":
        kinds.sort(key=lambda kind: _COUNTIES.index(kind) if kind in _COUNTIES else len(_COUNTIES))
    level = "" if kinds == ["区"] else match["level"] or ""
    return _Kinds(tuple(kinds), bool(match["every"]), level, match["rest"])


def _written(kinds: tuple[str, ...]) -> str:
    """省、自治区、直辖市; 市、县（市、区）; 县、乡镇、街道."""
    at = kinds.index("县") if "县" in kinds else len(kinds)
    counties = [kind for kind in kinds[at + 1 :] if kind in _COUNTIES]
    towns = [kind for kind in kinds[at + 1 :] if kind not in _COUNTIES]
    county = [f"县（{'、'.join(counties)}）"] if counties else kinds[at : at + 1]
    return "、".join((*kinds[:at], *county, *towns))


def _all_below(name: str, context: Context) -> bool:
    """Whether a list of kinds without 各 means every place of these kinds: all are below that of the document."""
    parsed = _parsed(name)
    if parsed is None or (len(parsed.kinds) < 2 and parsed.kinds[0] not in _MANY):
        return False
    if context.level in (None, "national"):
        return True
    levels = [_UPPER.get(kind, "township" if kind in _TOWNS else "county") for kind in parsed.kinds]
    return parsed.kinds[0] != "市" and all(below(level, context.level) for level in levels)


def _office(name: str, context: Context) -> str:
    """What each place of a set has, in normal form."""
    return office_of(name, "county", context.year)[0] if name else ""


def in_full(names: Sequence[str]) -> list[str]:
    """The bodies of a list, each with the places that it shares with the set before it.

    各区民政局、财政局 are two that every 区 has: an office without a place of its own that ends as the set does.
    """
    full: list[str] = []
    places = end = ""
    for name in names:
        match = _LIST.fullmatch(normal(name))
        if match and match["every"] and match["rest"]:
            places, end = match.string[: match.start("rest")], match["rest"][-1]
            full.append(name)
        elif places and name.endswith(end) and known_office(name, "county"):
            full.append(places + name)
        else:
            places = ""
            full.append(name)
    return full


# -- members -----------------------------------------------------------------------------------------------------------

_MEMBERS = re.compile(r"(?P<list>.+?)等?(?P<end>(?:行业)?(?:行政)?(?:主管)?部门)")
_WHOSE = re.compile(r"(?:全?[省市区县州])?各级|国家|[省市区县州旗](?!、)|")
_JOINT_OFFICE = re.compile(r"[省市区县州旗]委、")
"""An office of the Party's committee and of the government: 区委、区政府督查室."""


def members(name: str) -> tuple[str, ...]:
    """The bodies that a name lists (证监会、发展改革委; 区公安、司法等部门), each with what they share; else the name.

    A list is taken apart only where the table of offices knows every part.
    """
    written = normal(name)
    if "、" not in written or _JOINT_OFFICE.match(written):
        return (name,)
    match = _MEMBERS.fullmatch(written)
    parts = (match["list"] if match else written).split("、")
    end = "部门" if match else ""
    whose = _WHOSE.match(written)
    for front in ("", whose.group() if whose else ""):
        offices = [part.removeprefix(front) + end for part in parts]
        if all(known_office(office, None) for office in offices):
            return tuple(front + office for office in offices)
    return (name,)
