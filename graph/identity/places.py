"""Places: which administrative division a document is of, and which one the front of a name means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extractors.lexicons.divisions import Division, by_name, current, path, short_name
from extractors.lexicons.offices import Level as OfficeLevel
from extractors.lexicons.offices import Office, normal_office

Level = Literal["national", "provincial", "municipal", "county", "township", "village"]

LEVELS: tuple[Level, ...] = ("national", "provincial", "municipal", "county", "township", "village")
OFFICE_LEVELS: dict[Level, OfficeLevel] = {
    "national": "国家",
    "provincial": "省",
    "municipal": "市",
    "county": "县",
    "township": "乡",
    "village": "乡",
}
LONGEST_OFFICE = 18
"""Characters in the longest name of a body of the country."""

_DIVISION_LEVELS: dict[str, Level] = {"省": "provincial", "市": "municipal", "县": "county"}
_LONGEST_NAME = 15
"""Characters in the longest name of a division (双江拉祜族佤族布朗族傣族自治县)."""

ZONES = (
    "经济技术开发区|高新技术产业开发区|经济开发区|高新技术开发区|综合实验区|综合保税区|自由贸易试验区|风景名胜区|旅游度假区|"
    "保税港区|高新区|经开区|开发区|实验区|示范区|工业园区|新区"
)
"""Places with a 管委会 that the table of divisions does not have."""

_KINDS: dict[Level, str] = {
    "provincial": "省|自治区",
    "municipal": "自治州|盟",
    "county": f"{ZONES}|县|(?<!城)市|(?<![社园片景地])区|旗",
    "township": "街道|镇|乡|苏木",
    "village": "(?<!农)村|社区",
}
_UNLISTED = tuple((level, re.compile(rf"[\u4e00-\u9fff]{{1,9}}?(?:{kinds})")) for level, kinds in _KINDS.items())
_PROVINCE = re.compile(r"(?!其[他它]|兄弟|周边|相邻|邻近|毗邻|部分|[东西中]部|贯彻|落实)[\u4e00-\u9fff]{2,3}省")
"""A province by its name alone, which the table may not have."""

_ZONE = re.compile(rf"(?:{ZONES})$")
_ANY_ZONE = re.compile(rf"(?:国家级|省级)?(?:{ZONES})")
"""A zone without a name of its own: the one of the document's place."""

_SEATS: dict[Level, re.Pattern[str]] = {
    "provincial": re.compile("人民政府|政府|委员会|委|人大|政协|纪委|军区"),
    "municipal": re.compile("人民政府|政府|行署|委员会|委|人大|政协|纪委|军分区"),
    "county": re.compile("人民政府|政府|管理委员会|管委会|党工委|工委|委员会|委|人大|政协|纪委|人武|武装部"),
    "township": re.compile(
        "人民政府|政府|办事处|街道办|管委会|党工委|工委|党委|委员会|人大|纪委|党政|武装部|派出所|卫生院|中心校|[一-龥]{2,6}(?:所|站|校|小学|中学)$"
    ),
    "village": re.compile("[村居]?民?委|社区|党|两委|卫生室|小学"),
}
"""What stands right behind the name of a place, though the table of offices may not have the whole of it."""

_GENERIC = re.compile(
    r"(?:[市郊城]区|整[乡村]|.*政府|.*单列|[省市区县州镇乡旗]|自治|各|本|我|全|委|有关|相关|所在|属地|当地|试点|毗邻|原|[一二三四五六七八九十]市|农村|老旧|涉|驻|国家|中国|中共|.{0,4}城[市区乡镇]|.{1,4}各|.{0,6}(?:负责|会同|配合|[由及和、等的在按据为对向所]))"
)
"""What begins like the name of a place and is none."""


_WORDS = frozenset({"会同", "公安", "合作", "和平", "新建", "东方", "友好", "平安", "资源"})
"""Short names of counties that are words as well."""

_PARTS_OF_CITIES = ("市区", "郊区", "城区")
"""Names of districts that mean no one of them where the city in front is not written."""


@dataclass(frozen=True, slots=True)
class Place:
    """A division: `id` its latest GB/T 2260 code, else its name under the place above; `name` its latest full name."""

    id: str
    name: str
    level: Level
    code: str | None = None
    above: Place | None = None

    @property
    def short(self) -> str:
        """The name without its kind: 周村."""
        return short_name(self.name)

    @property
    def zone(self) -> bool:
        """Whether a 管委会 governs it and not a 人民政府."""
        return self.code is None and bool(_ZONE.search(self.name))


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """A group that a document names in full: `set_up` by it or not, `office` where its text tells of the group's."""

    name: str
    place: Place | None
    set_up: bool
    office: bool


@dataclass(frozen=True, slots=True)
class Context:
    """What the head of a document says about the names in it: whose document it is, and of which year.

    `place` is the division whose body issued it (None: unknown, or a body of the country), `written` its name as the
    document has it (即墨市, where its latest name is 即墨区); `uppers` are those above, nearest first; `level` is that
    of the issuer (national for a body of the country), None where unknown; `issuer` is the first issuer as written.
    `host` is the body that the text is about, or the one office that issued it ("" for none): whose 人事股 is meant.
    `groups` are those that the document names in full.
    """

    document_id: str
    place: Place | None = None
    uppers: tuple[Place, ...] = ()
    level: Level | None = None
    year: int | None = None
    written: str = ""
    issuer: str = ""
    host: str = ""
    groups: tuple[NamedGroup, ...] = ()

    @property
    def chain(self) -> tuple[Place, ...]:
        """The place of the document and those above it, nearest first."""
        return (self.place, *self.uppers) if self.place else self.uppers


def chain(place: Place) -> Iterator[Place]:
    """The place and those above it, nearest first."""
    here: Place | None = place
    while here is not None:
        yield here
        here = here.above


def below(level: Level, other: Level) -> bool:
    """Whether `level` is below `other`."""
    return LEVELS.index(level) > LEVELS.index(other)


@cache
def _known(code: str) -> Place:
    """The place with a code of the table."""
    *uppers, here = path(code)
    return Place(code, here.name, _DIVISION_LEVELS[here.level], code, _known(uppers[-1].code) if uppers else None)


def named(name: str, near: Sequence[Place] = (), year: int | None = None) -> Place | None:
    """The place of the table that the full name `name` means, None where it may be several.

    Of several, those that had the name in `year` (today, where it is None) are meant, and of those the one within
    (or among) the places `near`.
    """
    found = [division for division in by_name(name) if division.name == name] or _autonomous(name)
    in_time = [division for division in found if _had_name(division, year)]
    places = {_known(current(division).code) for division in in_time or found}
    if len(places) > 1:
        places = {place for place in places if any(upper in near for upper in chain(place))}
    return places.pop() if len(places) == 1 else None


def shortly(name: str, near: Sequence[Place] = ()) -> Place | None:
    """The place that the short name `name` (周村, 山东) means: one of `near`, else the only one of the table today."""
    for place in near:
        if name in (place.short, place.name):
            return place
    if name in _WORDS:
        return None
    places = {_known(division.code) for division in by_name(name) if division.until is None and division.name != name}
    over_all = [place for place in places if all(place in chain(other) for other in places)]  # 南昌市, not 南昌县 in it
    return over_all[0] if over_all else None


def _autonomous(name: str) -> list[Division]:
    """阿坝州, 广西自治区: an autonomous place without its nations."""
    match = re.fullmatch(r"(.{2,5}?)(?:自治)?([州区县旗])", name)
    if not match:
        return []
    return [d for d in by_name(match.group(1)) if d.name.endswith(f"自治{match.group(2)}") and d.name != name]


def _had_name(division: Division, year: int | None) -> bool:
    if year is None:
        return division.until is None
    return (division.since <= max(year, 1980)) and year <= (division.until or 9999) + 1


def front(name: str, near: Sequence[Place] = (), year: int | None = None) -> tuple[Place | None, str]:
    """The place whose full name stands at the front of `name`, the lowest of a chain, and what follows it.

    淄博市周村区北郊镇人民政府 -> (北郊镇 under 370306, 人民政府). A name that the table does not have is read as that
    of a place where an office, the seat of a place or a place below follows it.
    """
    found, rest = steps(name, near, year)
    return found[-1][0] if found else None, rest


def steps(name: str, near: Sequence[Place], year: int | None) -> tuple[list[tuple[Place, str]], str]:
    """The places at the front of `name`, each lower than the one before and with its name as written, and the rest."""
    found: list[tuple[Place, str]] = []
    while name:
        above = found[-1][0] if found else None
        step = _listed(name, above, near, year) or _unlisted(name, above, near)
        if step is None:
            break
        place, rest = step
        found.append((place, name[: len(name) - len(rest)]))
        name = rest
    return found, name


def level_of_name(name: str) -> Level:
    """The level that the end of a place's name tells, where the table does not have the name: 云川省 is provincial."""
    if name.endswith(("省", "自治区")):
        return "provincial"
    if name.endswith(("市", "自治州", "盟")):
        return "municipal"
    return "township" if name.endswith(("镇", "乡", "街道", "苏木")) else "county"


def province_in_front(name: str) -> str:
    """The name of a province, of the table or not, that `name` begins with (云川省河道条例); "" for none."""
    match = _PROVINCE.match(name)
    return match.group() if match else ""


def opens(name: str) -> bool:
    """Whether `name` begins with a place that the table does not have, as what follows it shows."""
    return _unlisted(name, None, ()) is not None


def listed(name: str) -> Place | None:
    """The lowest of the places of the table that stand at the front of `name` one after another."""
    place: Place | None = None
    while step := _listed(name, place, (), None):
        place, name = step
    return place


def country_prefix(name: str) -> str:
    """The body of the country in front of a place: 国家税务总局 in 国家税务总局山东省税务局; "" for none."""
    for size in range(min(len(name) - 3, LONGEST_OFFICE), 1, -1):
        if national_office(name[:size]) and (front(name[size:])[0] or _short_front(name[size:])):
            return name[:size]
    return ""


def national_office(name: str, year: int | None = None) -> Office | None:
    """The body of the country that `name` means where nothing but its words tells it: 人行, 国家发展改革委."""
    readings = (normal_office(name, None, year), normal_office(name, "国家", year))
    return next((office for office in readings if office and office.national), None)


def _short_front(name: str) -> bool:
    return any(shortly(name[:size]) for size in (3, 2))


def _listed(rest: str, above: Place | None, near: Sequence[Place], year: int | None) -> tuple[Place, str] | None:
    """The longest name of the table, or of a place nearby, that `rest` begins with."""
    for size in range(min(len(rest), _LONGEST_NAME), 1, -1):
        name, after = rest[:size], rest[size:]
        if above is None and name in _PARTS_OF_CITIES:
            continue
        if above is None and (same := next((p for p in near if p.name == name), None)):
            return same, after
        found = named(name, (above, *near) if above else near, year)
        if found is None and size > 2 and any(division.name == name for division in by_name(name)):
            found = make(name, _DIVISION_LEVELS[by_name(name)[0].level], above)  # one of several, no one knows which
        if found and (above is None or (above in chain(found) and found != above)):
            return found, after
    return None


def _unlisted(rest: str, above: Place | None, near: Sequence[Place]) -> tuple[Place, str] | None:
    """A place that the table does not have, as what follows its name shows."""
    if above is None and (match := _ANY_ZONE.match(rest)) and near:
        own = near[0] if near[0].zone else make(match.group(), "county", near[0])
        return own, rest[match.end() :]
    for level, pattern in _UNLISTED:
        match = pattern.match(rest)
        if not match or _GENERIC.match(match.group()) or (above is not None and not below(level, above.level)):
            continue
        name, after = match.group(), rest[match.end() :]
        if level == "provincial" and not _PROVINCE.fullmatch(name) and not name.endswith("自治区"):
            continue
        if name.endswith("市") and (above is None or above.level == "provincial"):
            level = "municipal"  # a city in a city is of a county's level
        place = make(name, level, above, near)
        if _follows(after, place):
            return place, after
    return None


def _follows(after: str, place: Place) -> bool:
    """Whether what stands behind a name shows that it is the name of a place."""
    if not after:
        return len(place.name) > 2
    if place.zone and len(place.name) > 4:
        return True
    seat = _SEATS.get(place.level)
    if (seat and seat.match(after)) or (place.level != "village" and normal_office(after, OFFICE_LEVELS[place.level])):
        return True
    return len(place.name) > 2 and _unlisted(after, place, ()) is not None


def make(name: str, level: Level, above: Place | None = None, near: Sequence[Place] = ()) -> Place:
    """A place that the table does not have.

    A province, city, county or zone is known by its name, a town or village by its name under the place above, which
    is the nearest of `near` where the name does not say it.
    """
    if above is None and level in ("township", "village"):
        above = next((place for place in near if below(level, place.level)), None)
    if above is None and level == "county":
        above = next((place for place in near if place.short in name and place.name != name), None)
    own = level not in ("township", "village") and not _ANY_ZONE.fullmatch(name)
    return Place(f"{above.id}/{name}" if above and not own else name, name, level, None, above)
