"""Bodies: one id and one official name for all the ways in which documents write the name of one body.

A name is a place and an office. The place is written out (淄博市周村区), in short (周村), as a kind of place (区: the
one in the document's chain of places) or not at all (the document's own); the office is put into the normal form of
`offices.normal_office`. The id is the one over the other; what has no place is known by its name. Each reader below
knows one way to write a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from extractors.bodies import is_vague
from extractors.lexicons.offices import Office, normal_office
from graph.identity.inside import all_inside_meant, group_meant, inside_meant
from graph.identity.names import Body, known_office, office_of, placed, seat, stands_whole
from graph.identity.places import (
    Context,
    Level,
    Place,
    below,
    country_prefix,
    front,
    national_office,
    shortly,
)
from graph.identity.sets import is_class, set_in, set_of, some_of
from graph.identity.text import normal, outer

_STATE = "中华人民共和国"


def body(name: str, context: Context) -> Body:
    """The body that `name` means in a document with this context."""
    written, second = outer(normal(name).removeprefix(_STATE))
    notes = (f"（{second}）: stands beside the name",) if second else ()
    if is_vague(written):
        some = some_of(written)
        id_ = f"{context.document_id}/{some}"
        return Body(id_, some, context.place, context.level, some, collective=True, vague=True, rules=notes)
    for read in _READERS:
        if found := read(written, context):
            return found.told(*notes)
    return _unplaced(written, context).told(*notes)


# -- readers -----------------------------------------------------------------------------------------------------------

_SELF = re.compile(r"[本我](局|委员会|委|厅|部|办公室|办|院|中心|署|会)")


def _self(name: str, context: Context) -> Body | None:
    """我局: the issuer."""
    match = _SELF.fullmatch(name)
    if not match or match.group(1)[0] not in context.issuer[-3:] or _SELF.fullmatch(context.issuer):
        return None
    return body(context.issuer, context).told(f"{name} = {context.issuer} (the issuer)")


def _country(name: str, context: Context) -> Body | None:
    """A body of the country: 国务院, 教育部, 国家发展改革委."""
    office = normal_office(name, "国家" if context.level == "national" else None, context.year)
    if office is None or not office.national:
        return None
    return Body(office.name, office.name, None, "national", office.name).told(*filter(None, [office.rule]))


def _of_group(name: str, context: Context) -> Body | None:
    """领导小组办公室: of the document's own group, which its words do not tell."""
    place, rest = place_in_front(name, context)
    meant = group_meant(rest, place, context)
    if meant:
        return body(meant, context).told(f"{name} = {meant} (the group of the document)")
    kind, _ = split_kind(name)
    if meant is None or (kind and _kind_of_place(kind, context) is None) or re.match("有关|相关", name):
        return None
    return _own(rest if place == context.place else name, context, collective=name.endswith("成员单位"))


def _all_inside(name: str, context: Context) -> Body | None:
    """各科室, 局属各单位: of the body that the document is about or comes from."""
    meant = all_inside_meant(name, context)
    if not meant:
        return None if meant is None else _own(name, context, collective=True)
    whole = body(meant, replace(context, host=""))
    return replace(whole, collective=True).told(f"{name} = {meant} (the body of the document)")


def _inside(name: str, context: Context) -> Body | None:
    """人事股, 局办公室: inside the body that the document is about or comes from."""
    meant = inside_meant(name, context)
    if meant:
        return body(meant, replace(context, host="")).told(f"{name} = {meant} (the body of the document)")
    governs_itself = context.place and (context.place.level in ("township", "village") or context.place.zone)
    return None if meant is None or governs_itself else _own(name, context)


def _own(name: str, context: Context, *, collective: bool = False) -> Body:
    """A body that is known in its document only."""
    return Body(f"{context.document_id}/{name}", name, context.place, context.level, name, collective=collective)


_PARTY = re.compile(r"(?:中共|中国共产党)(?!中央)(.+)")
_PARTY_BODIES = {"委员会": "委", "工作委员会": "党工委", "工委": "党工委"}
_LEAGUE = re.compile(r"(?:共青团|团)(.+?)委(?:员会)?")
_CONFERENCE = re.compile(r"(?:中国人民政治协商会议|政协)(?!全国)(.+?)委员会")


def _party(name: str, context: Context) -> Body | None:
    """中共周村区委员会 = 区委; 共青团周村区委员会 = 团区委; 政协周村区委员会 = 区政协."""
    if match := _PARTY.fullmatch(name):
        place, rest = front(match.group(1), context.chain, context.year)
        return _at(place, _PARTY_BODIES.get(rest, rest), context) if place else None
    if match := _CONFERENCE.fullmatch(name):
        place, rest = front(match.group(1), context.chain, context.year)
        return placed(place, "政协").told(f"{name} = 政协 of {place.name}") if place and not rest else None
    if not (match := _LEAGUE.fullmatch(name)) or normal_office(name):
        return None
    place, rest = front(match.group(1), context.chain, context.year)
    if rest:
        where = _kind_of_place(rest, context) if place is None and _KIND.fullmatch(rest) else None
        place = where if isinstance(where, Place) else None
    return placed(place, "共青团委员会").told(f"{name} = 共青团 in {place.name}") if place else None


def _in_place(name: str, context: Context) -> Body | None:
    """A body of the country in a place: 国家税务总局山东省税务局, 中国银保监会浙江监管局, 人行福州中心支行."""
    prefix = country_prefix(name)
    host = national_office(prefix, context.year) if prefix else None
    if host is None:
        return None
    place, rest = front(name.removeprefix(prefix), context.chain, context.year)
    for size in (4, 3, 2):
        if place is None and (short := shortly(rest[:size], context.chain)):
            place, rest = short, rest[size:]
    if place is None:
        return None
    for form in _branch_names(host, rest):
        if known := known_office(form, place.level, context.year):
            return placed(place, known.name).told(f"{prefix} in {place.name}: {known.name}")
    office, name = host.name + rest, f"{host.name}{place.short}{rest}"
    return Body(f"{place.id}/{office}", name, place, place.level, office).told(f"{prefix} = {host.name}")


_OF_MINISTRY = re.compile(r"(?:国务院|国家|中国|中央|中共中央).+|.+(?:[部署]|总局)")
_PART_OF_MINISTRY = re.compile(r"[\u4e00-\u9fff]{1,12}[司局厅处室]")


def _part_of_ministry(name: str, context: Context) -> Body | None:
    """An office inside a body of the country: 教育部人事司, 公安部交通管理局."""
    for size in range(len(name) - 2, 1, -1):
        if _OF_MINISTRY.fullmatch(name[:size]) and _PART_OF_MINISTRY.fullmatch(name[size:]):
            host = normal_office(name[:size], None, context.year)
            if host and host.national:
                whole = host.name + name[size:]
                return Body(whole, whole, None, "national", whole).told(*filter(None, [host.rule]))
    return None


def _branch_names(host: Office, rest: str) -> tuple[str, ...]:
    """How the table may call the branch `rest` of a body of the country: 证监会 + 监管局, 外汇管理局 + 分局."""
    stem = re.sub("^中国|委员会$", "", host.name)
    return re.sub("^监管(?=分?局)", stem, rest), stem + rest, host.stem.removesuffix("公司") + rest


def _written_out(name: str, context: Context) -> Body | None:
    """The place is written out: 淄博市周村区安监局, 北郊镇政府, 周村区."""
    place, rest = front(name, context.chain, context.year)
    if place is None:
        return None
    written = name[: len(name) - len(rest)]
    rest = re.sub("^（[^（）]*）(?=.)", "", rest)  # another name of the place
    return _at(place, rest, context, () if written == place.name else (f"{written} = {place.name}",))


_KIND = re.compile(r"(?:[本我全])?(自治区|自治州|自治县|省|市|州|盟|区|县|旗|镇|乡|街道)(?:级(?!以)(?=..))?(.*)")
_NO_KIND = re.compile(
    r"市(?:场|容|民(?!政|族|宗|防|办)|政(?!务|府|协|法)|[县区州])|区[域块划县]|县(?:[域区乡]|市(?!场))|"
    r"省(?:[际会]|市(?!场))|乡[村镇]|镇[街村域]|州市|旗县"
)
"""What begins with a kind of place and is none."""

_ELSEWHERE = "elsewhere"


def _kind_written(name: str, context: Context) -> Body | None:
    """The kind of place is written: 区安监局 is the office of the district in the chain of the document's places."""
    match = _KIND.fullmatch(name)
    if not match or _NO_KIND.match(name) or stands_whole(name, context):
        return None
    kind, rest = match.groups()
    place = _kind_of_place(kind, context, by_level=name.startswith(f"{kind}级"))
    if isinstance(place, Place):
        if not rest and name[0] not in "本我":
            return None
        where = "the place of the document" if place == context.place else "above the place of the document"
        return _at(place, rest, context, (f"{name.removesuffix(rest)} = {place.name} ({where})",))
    if place is None:
        return set_of(f"各{name}", context).told(f"{kind}: each one below the place of the document")
    level = _KIND_LEVELS.get(kind, "county")
    office, rules = office_of(rest, level, context.year)
    id_ = f"{context.place.id}/上级{kind}" if context.place else context.document_id
    note = f"{kind}: above {context.place.name}, not named" if context.place else f"{kind}: of unknown place"
    return Body(f"{id_}/{kind}{office}", kind + office, None, level, office, rules=(note, *rules))


def split_kind(name: str) -> tuple[str, str]:
    """The kind of place in front of a normal name ("" for none) and what follows it: 区安监局 -> (区, 安监局)."""
    match = _KIND.fullmatch(name)
    if not match or not match.group(2) or _NO_KIND.match(name) or normal_office(name):
        return "", name
    return match.group(1), match.group(2)


_KIND_LEVELS: dict[str, Level] = {
    "省": "provincial",
    "自治区": "provincial",
    "市": "municipal",
    "州": "municipal",
    "自治州": "municipal",
    "盟": "municipal",
    "镇": "township",
    "乡": "township",
    "街道": "township",
}


def _kind_of_place(kind: str, context: Context, *, by_level: bool = False) -> Place | str | None:
    """The place that a kind means: one of the document's chain; None: each one below it; `_ELSEWHERE`: above it.

    `by_level`: the level is meant and not the kind (县级 in a text of a district).
    """
    level = _KIND_LEVELS.get(kind, "county")
    for place in context.chain:
        names = (place.name, context.written if place == context.place else "")
        if kind == "区" and place.level == "provincial":
            continue  # 自治区
        if any(name.endswith(kind) for name in names):
            return place
        if (
            (by_level or kind in ("省", "市"))
            and place.level == level
            and not (kind == "省" and place.name.endswith("市"))
        ):
            return place
    if context.level is None:
        return _ELSEWHERE
    if context.place is None or below(level, context.place.level):
        return None
    beside = level == context.place.level and not context.place.zone  # 县 in a text of a district
    return None if beside else _ELSEWHERE


_SHORT_ENDS = re.compile(r"(?:局|委|办|院|大队|支队|总队|中队|中心|台|站|所|海关|部|处|馆|学校|党校)$")
_FIRM = re.compile(
    r"(?:公司|集团|厂|店|社|行|企业|合作社|农场|兵团|酒店|饭店|商场|园|研究院|大学|学院|中学|小学|医院)$"
)


def _short_place(name: str, context: Context) -> Body | None:
    """The place is written in short: 周村国土资源局, 周村地税分局 in its own texts; 福建证监局 anywhere."""
    if stands_whole(name, context) or _FIRM.search(name):
        return None
    for place in context.chain:
        rest = name.removeprefix(place.short)
        if 1 < len(rest) < len(name) and len(place.short) > 1 and _SHORT_ENDS.search(rest):
            return _at(place, rest, context, (f"{place.short} = {place.name}",))
    for size in (4, 3, 2):
        other, rest = shortly(name[:size]), name[size:]
        office = known_office(rest, other.level, context.year) if other and len(rest) > 1 else None
        if other and office and office.kind == "vertical":
            return _at(other, rest, context, (f"{other.short} = {other.name}",))
    return None


def _bare(name: str, context: Context) -> Body | None:
    """No place is written: an office of the document's own place."""
    place = context.place
    if place is None or (_FIRM.search(name) and len(name) > 4):
        return None
    if name.endswith("分局") and place.level == "provincial":
        return set_of(f"各{name}", context)
    if name.endswith("厅"):  # no place below a province has one
        place = next((upper for upper in context.chain if upper.level == "provincial"), place)
    office, rules = office_of(name, place.level, context.year)
    own = place.level in ("township", "village") or place.zone
    if not rules and not own and known_office(name, place.level, context.year) is None and office == name:
        return None
    return _at(place, name, context, (f"no place written: {place.name} (the place of the document)",))


_READERS: tuple[Callable[[str, Context], Body | None], ...] = (
    _self,
    _country,
    _of_group,
    _all_inside,
    set_in,
    _party,
    _in_place,
    _part_of_ministry,
    _written_out,
    _kind_written,
    _short_place,
    _inside,
    _bare,
)


def place_in_front(name: str, context: Context) -> tuple[Place | None, str]:
    """The place that stands in front of a normal name, written out or as a kind of place, and what follows it."""
    place, rest = front(re.sub("^(?:中共|中国共产党)", "", name), context.chain, context.year)
    match = _KIND.fullmatch(name)
    if place is None and match and not _NO_KIND.match(name) and not stands_whole(name, context):
        where = _kind_of_place(match.group(1), context)
        return (where, match.group(2)) if isinstance(where, Place) else (None, name)
    return place, rest if place else name


# -- what the readers share --------------------------------------------------------------------------------------------

_BRANCH = re.compile(r"(.{2,12}?(?:局|中心|公司|总队|支队))(.{2,8}?)(?:分局|分中心|大队|支局|管理处)")
_SET_OF_PLACE = re.compile(r"各|有关|相关|其他|所有|[县乡镇]级以上|所?属|直属?(?!机关工)|(?:人民)?政府各|.*成员单位$")


def _at(place: Place, rest: str, context: Context, rules: tuple[str, ...] = ()) -> Body:
    """The body `rest` (an office, a branch in a place below, or "" for its government) of a place."""
    if not rest:
        return placed(place, seat(place)).told(*rules, f"{place.name} = its {seat(place)}")
    if (match := _BRANCH.fullmatch(rest)) and (inner := _below(match.group(2), place, context)):
        return _at(inner, match.group(1), context).told(*rules, f"{rest} = {match.group(1)} in {inner.name}")
    if _SET_OF_PLACE.match(rest) or is_class(rest):
        return set_of(rest, replace(context, place=place, level=place.level)).told(*rules)
    office, more = office_of(rest, place.level, context.year)
    return placed(place, office).told(*rules, *more)


def _below(name: str, place: Place, context: Context) -> Place | None:
    """The place below `place` that `name` means, in full or in short."""
    found = shortly(name, context.chain) or front(name, (place, *context.chain))[0]
    return found if found and below(found.level, place.level) else None


_OF_THE_COUNTRY = re.compile(r"(?:国务院|国家|中央|全国|中共中央|中国)")
_OWN_NAME = re.compile(r"[《“0-9A-Za-z]")
_NO_NAME = re.compile(r".{0,2}(?:办公室|部门|联席会议|领导小组|工作组|小组|专班|指挥部|中心|科室|机构|单位|窗口)")


def _unplaced(name: str, context: Context) -> Body:
    """A name of its own (a firm, a body of the country that the table does not have), or one that only its text or the
    place of its text makes clear."""
    office, rules = office_of(name, None, context.year)
    if _OF_THE_COUNTRY.match(name):
        return Body(name, name, None, "national", name)
    if (_FIRM.search(name) and len(name) > 4) or _OWN_NAME.match(name):
        return Body(name, name, None, None, name)
    if context.level == "national" and known_office(name, None, context.year):  # 公安局 in a text of the country
        return Body(office, office, None, None, office, collective=True, rules=rules)
    if _NO_NAME.fullmatch(name) or context.place is None:
        return Body(f"{context.document_id}/{office}", office, context.place, context.level, office, rules=rules)
    return placed(context.place, office).told(f"no place written: {context.place.name} (the place of the document)")
