"""The parts of a body's name: an office in normal form, and the official name of an office in a place."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractors.lexicons.offices import Office, normal_office
from graph.identity.places import OFFICE_LEVELS, Context, Level, Place


@dataclass(frozen=True, slots=True)
class Body:
    """A body, by rule: equal ids mean one body.

    `name` is the fullest official form that the rules can compose, `office` the office in normal form without its
    place (安全生产监督管理局). `collective` is true for a set of bodies (各镇人民政府), `vague` where no one can say
    which bodies are meant (有关部门). `rules` say in words how the written name was read (区 = 周村区, 安监局 =
    安全生产监督管理局); all else is the same for every way to write one body.
    """

    id: str
    name: str
    place: Place | None
    level: Level | None
    office: str
    collective: bool = False
    vague: bool = False
    rules: tuple[str, ...] = ()

    def told(self, *rules: str) -> Body:
        """The same body with these rules before its own."""
        return replace(self, rules=(*rules, *self.rules)) if rules else self


_ENDS = (("办", "办公室"), ("委", "委员会"))
"""Endings that are short for others, also in names that the table does not have."""

_WHOLE_ENDS = re.compile(r"(?:党|团|纪|村|居|常|工)委$")

_NOT_A_PART = re.compile(r"[局委部厅会性]|人员|成员")
"""What follows the name of an office and makes it another name (教育局 + 长), not a part of the office."""


def office_of(name: str, level: Level | None, year: int | None = None) -> tuple[str, tuple[str, ...]]:
    """The normal form of the name of an office without its place, and the rule that made it so."""
    if known := known_office(name, level, year):
        return known.name, (known.rule,) if known.rule else ()
    if part := host_of(name, level, year):
        host, rest = part
        return _end_written_out(host.name + rest), (host.rule,) if host.rule else ()
    whole = _end_written_out(name)
    return whole, (f"{name} = {whole}",) if whole != name else ()


def host_of(name: str, level: Level | None, year: int | None = None) -> tuple[Office, str] | None:
    """The office that a name without its place begins with, and the part of it that follows: 教育厅发展规划处."""
    for size in range(len(name) - 1, 1, -1):
        host, rest = known_office(name[:size], level, year), name[size:]
        if host and host.end != "部门" and host.kind != "enterprise" and not _NOT_A_PART.match(rest):
            return host, rest
    return None


def _end_written_out(name: str) -> str:
    for written, full in _ENDS:
        if name.endswith(written) and len(name) > 2 and not _WHOLE_ENDS.search(name):
            return name.removesuffix(written) + full
    return name


_BANK = ("人民银行", "人行", "中国人民银行")
_BRANCHES_OF_THE_BANK = 2023
"""The bank's office in a city was a 中心支行 until this year."""


def known_office(name: str, level: Level | None, year: int | None = None) -> Office | None:
    """The office of the table, also where 分局 (a city's office in a district) or the government stands in the name."""
    at = OFFICE_LEVELS[level] if level else None
    if level == "municipal" and name in _BANK and (year is None or year < _BRANCHES_OF_THE_BANK):
        return normal_office("人民银行中心支行", at, year)
    forms = (
        re.sub("分(?=(?:局|中心)$)", "", name),
        name,
        re.sub("^(?:人民)?政府|^党委|^委", "", name),
        re.sub("^委[省市区县州旗](?=直)", "", name),  # 市委市直机关工委
    )
    for form in dict.fromkeys(forms):
        if form and (office := normal_office(form, at, year)):
            return replace(office, rule=f"{name} = {office.name}" if name != office.name else "")
    return None


def stands_whole(name: str, context: Context) -> bool:
    """Whether all of a name is an office of the document's place, though it begins like a place (市场监管局)."""
    at = OFFICE_LEVELS[context.place.level] if context.place else None
    return normal_office(name, at, context.year) is not None


_SPECIAL_REGIONS = ("香港特别行政区", "澳门特别行政区")


def seat(place: Place) -> str:
    """What governs a place, as an office."""
    if place.name in _SPECIAL_REGIONS:
        return "政府"
    if place.zone:
        return "管理委员会"
    if place.name.endswith("街道"):
        return "街道办事处"
    if place.name.endswith("社区"):
        return "居民委员会"
    return "村民委员会" if place.level == "village" else "人民政府"


def placed(place: Place, office: str) -> Body:
    """The body with an office in normal form in a place."""
    if place.zone or place.level in ("township", "village") or place.name in _SPECIAL_REGIONS:
        office = {"委": "党委", "人民政府": seat(place), "办事处": seat(place), "委会": seat(place)}.get(office, office)
    return Body(f"{place.id}/{office}", _full_name(place, office), place, place.level, office)


_NAMES = {
    "委": "中共{place}委员会",
    "党委": "中共{place}委员会",
    "党工委": "中共{place}工作委员会",
    "纪律检查委员会": "中共{place}纪律检查委员会",
    "共青团委员会": "共青团{place}委员会",
    "政协": "政协{place}委员会",
    "税务局": "国家税务总局{place}税务局",
    "人民银行中心支行": "中国人民银行{short}中心支行",
    "海关": "{short}海关",
}
"""Official names that are not the place and the office."""

_COMMISSIONS = {
    "银行业监督管理局": "中国银行业监督管理委员会",
    "银行保险监督管理局": "中国银行保险监督管理委员会",
    "保险监督管理局": "中国保险监督管理委员会",
    "证券监督管理局": "中国证券监督管理委员会",
    "金融监督管理局": "国家金融监督管理总局",
}
"""Bodies of the country whose offices in the places are 监管局, in cities 监管分局."""

_PLANNED = frozenset({"210200", "330200", "350200", "370200", "440300"})
"""Cities with a plan of their own (计划单列市), which have what provinces have."""

_DISTRICT_BRANCHES = frozenset({"公安局", "国土资源局", "规划局", "城乡规划局", "生态环境局"})
"""Offices that a city has as 分局 in its districts."""


def _full_name(place: Place, office: str) -> str:
    if office in _NAMES:
        return _NAMES[office].format(place=place.name, short=place.short)
    if office == "街道办事处" and place.name.endswith("街道"):
        return f"{place.name}办事处"
    if office in _DISTRICT_BRANCHES and place.name.endswith("区") and place.level == "county" and place.above:
        return f"{place.above.name}{office}{place.short}分局"
    if office in _COMMISSIONS:
        end = "监管局" if place.level == "provincial" or place.id in _PLANNED else "监管分局"
        return f"{_COMMISSIONS[office]}{place.short}{end}"
    return f"中共{place.name}{office}" if re.match("委(?!员)", office) else f"{place.name}{office}"
