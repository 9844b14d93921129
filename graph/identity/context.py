"""The context of the names in a document: whose document it is, of which place, level and year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.bodies import stands_alone
from extractors.facts import Document
from extractors.groupnames import core, is_generic
from extractors.lexicons.groups import COMMITTEE, GROUP_ENDS
from extractors.lexicons.numbers import CodeIssuer, issuer_of_code
from extractors.lexicons.offices import normal_office
from graph.identity.bodies import body
from graph.identity.groups import group
from graph.identity.names import known_office
from graph.identity.numbers import code_of, number_key
from graph.identity.places import (
    LONGEST_OFFICE,
    Context,
    NamedGroup,
    Place,
    below,
    chain,
    country_prefix,
    level_of_name,
    listed,
    make,
    named,
    opens,
    steps,
)
from graph.identity.text import normal


def context_of(document: Document, document_id: str) -> Context:
    """The context of the names in `document`, from its issuers, number, title and the places that its text names."""
    told = _told_by_number(document.number)
    year = _year_of(document)
    issuers = tuple(map(normal, document.issuers))
    tells = [*issuers] or [normal(document.title or "")]
    national = any(map(is_national, tells)) or (not issuers and told is not None and told.level == "国家")
    near = _uppers_of(document, year)
    host = _host_of(document, issuers)
    place, written = None, ""
    if not national:
        place, written = _place_of(document, issuers, host, near, year)
    level = place.level if place else "national" if national else None
    if place and place.above is None:
        place = _under(place, [upper for upper in near if below(place.level, upper.level)])
    uppers = tuple(chain(place))[1:] if place else ()
    context = Context(document_id, place, uppers, level, year, written, issuers[0] if issuers else "")
    return replace(context, host=host, groups=_groups_of(document, context))


_ABOUT = re.compile(
    r"(?:.*(?:印发|公布|批准|下达|调整)|.*[《〈]|)(?P<body>[^《》〈〉]{3,30}?)的?"
    r"(?:主要职责|主要职能|职能配置|职能转变|工作职责|职责配置|机构职能|内设机构|机构设置|机构编制|人员编制|“?三定”?规定).*"
)
"""The title of a text that says what a body is there for (三定规定)."""

_OFFICE = re.compile(
    r"(?!中共|中国共产党).*(?:局|(?<!办公)厅|(?<!管理)(?<!常务)委员会|(?<![省市区县州旗党工])委|部|(?<!国务)院|中心|[总支大]队|署|银行|协会|联合会|大学|学校)"
)
"""An issuer with offices of its own inside, and no government or committee of the Party."""

_NO_ONE = re.compile(r"(?:部门|单位|机构|政府)$")

_HEADING = re.compile(r"(?P<body>.{3,20}?)的?(?:主要|工作)?(?:职责|职能|任务)?(?:分工)?[：:]?")
"""The heading of what a text says of one body."""

_WHOSE = re.compile(r"(?:中共|中国共产党)?(.{3,}?)(?:党委|党组|党总支|办公[室厅])")
"""Whose committee of the Party or office an issuer is."""


def _host_of(document: Document, issuers: Sequence[str]) -> str:
    """The body that the document is about, else the one office that issued it; "" for none."""
    for title in map(normal, filter(None, (document.title, *document.promulgates))):
        if (match := _ABOUT.fullmatch(title)) and stands_alone(match["body"]) and not _NO_ONE.search(match["body"]):
            return match["body"]
    issuer = issuers[0] if len(issuers) == 1 else ""
    if match := _WHOSE.fullmatch(issuer):
        issuer = match.group(1)
    return issuer if _OFFICE.fullmatch(issuer) and not re.search(f"(?:{GROUP_ENDS})$", issuer) else ""


def contexts_of_provisions(document: Document, context: Context) -> dict[str, Context]:
    """The context of the names in each provision, by path: below the heading 县财政局 is the 人事股 of this body."""
    found: dict[str, Context] = {"": context}
    for provision in document.provisions:
        above = found.get(provision.parent, context)
        match = _HEADING.fullmatch(normal(provision.heading))
        host = match["body"] if match and _is_office(match["body"], context) else ""
        found[provision.path] = replace(above, host=host) if host else above
    return found


def _is_office(name: str, context: Context) -> bool:
    """Whether a normal name is that of one office of a place which the table has."""
    if not _OFFICE.fullmatch(name):
        return False
    known = body(name, context)
    return bool(known.place) and not known.collective and known_office(known.office, known.level) is not None


def _groups_of(document: Document, context: Context) -> tuple[NamedGroup, ...]:
    """The groups that the document names in full, each once, whatever it calls it."""
    told = [(fact.name, fact.established, bool(fact.office_host or fact.office_director)) for fact in document.groups]
    told += [(mention.name, False, False) for mention in document.mentions if mention.kind == "group"]
    told += [
        (issuer, False, False) for issuer in document.issuers if re.search(f"(?:{GROUP_ENDS})(?:办公室)?$", issuer)
    ]
    found: dict[tuple[str, str], NamedGroup] = {}
    for name, set_up, office in told:
        of_group = name.removesuffix("办公室")
        if is_generic(normal(of_group)) or not re.search(f"(?:{GROUP_ENDS}|{COMMITTEE})$", of_group):
            continue
        known = group(of_group, context)
        one = NamedGroup(known.name, known.place, set_up and of_group == name, office or of_group != name)
        key = (known.place.id if known.place else "", core(known.name))
        if before := found.get(key):
            fullest = max(one.name, before.name, key=lambda name: (len(name), name))
            one = NamedGroup(fullest, one.place, one.set_up or before.set_up, one.office or before.office)
        found[key] = one
    return tuple(sorted(found.values(), key=lambda one: one.name))


def _year_of(document: Document) -> int | None:
    """The year of a document, of its number where it bears no date."""
    if document.date:
        return int(document.date[:4])
    return code_of(number_key(document.number))[1] if document.number else None


def _under(place: Place, uppers: Sequence[Place]) -> Place:
    """A place that the table does not have, with those above it that the text names, nearest first."""
    if not uppers:
        return place
    above = uppers[0] if uppers[0].above else _under(uppers[0], uppers[1:])
    town = place.level in ("township", "village")
    return replace(place, above=above, id=f"{above.id}/{place.name}" if town else place.id)


def _place_of(
    document: Document, issuers: Sequence[str], host: str, near: Sequence[Place], year: int | None
) -> tuple[Place | None, str]:
    """The place of the document and its name as written: of its issuers, else its title, its text, its number."""
    title = normal(document.title or "")
    for head in (*issuers, host, title, re.sub("^关于(?:印发|公布|发布|修订)《?", "", title)):
        found, _ = steps(re.sub(r"^(?:中共|中国共产党)", "", head.removeprefix(country_prefix(head))), near, year)
        if found:
            return found[-1]
    if document.place and (place := named(normal(document.place), near, year)):
        return place, normal(document.place)
    for match in re.finditer(r"《(.+?)》", normal(document.title or "")):  # 市农业农村委关于印发《天津市...》的通知
        found, _ = steps(match.group(1), near, year)
        if found and any(issuer.startswith(found[0][1][-1]) for issuer in issuers):
            return found[0]
    province = _province_of_number(document)
    if province and any(re.match("省|自治区|市", issuer) for issuer in issuers):
        return province, province.name
    return None, ""


def is_national(name: str) -> bool:
    """Whether a normal name, or the front of a title, is that of a body of the country and not of one in a place."""
    if name.startswith(("国务院", "中共中央", "中央", "全国人民代表大会")):
        return True
    fronts = (normal_office(name[:size]) for size in range(min(len(name), LONGEST_OFFICE), 1, -1))
    return any(office and office.national for office in fronts) and not country_prefix(name)


def _uppers_of(document: Document, year: int | None) -> tuple[Place, ...]:
    """The places that the document says are above it, nearest first; else the province that its number tells.

    One that the table does not have must begin the name of a body or document that the text names.
    """
    names = _names_in(document)
    found: list[Place] = []
    for upper in map(normal, document.upper):
        place = named(upper, found, year)
        if place is None and any(name.startswith(upper) and opens(name) for name in names):
            place = make(upper, level_of_name(upper))
        if place and place not in found:
            found.append(place)
    if not found and (province := _province_of_number(document)):
        found.append(province)
    return tuple(found)


def _names_in(document: Document) -> list[str]:
    """The names of bodies and documents that the document names, in normal form."""
    names = [mention.name for mention in document.mentions] + [c.title for c in document.citations if c.title]
    return [normal(name) for name in names]


def _province_of_number(document: Document) -> Place | None:
    """The place whose letter the number begins with, where the text names it or a place in it.

    A letter alone is no proof: 云 is that of 云南省, and the first of the names of many other places.
    """
    told = _told_by_number(document.number)
    place = named(told.place) if told and told.place else None
    if place is None:
        return None
    head = [document.title, document.place, *document.issuers, *document.addressees, *document.upper]
    for name in (*(normal(name) for name in head if name), *_names_in(document)):
        where = listed(name) or named(name, (place,))
        if (where and place in chain(where)) or name.startswith(place.short):
            return place
    return None


def _told_by_number(number: str | None) -> CodeIssuer | None:
    """What the number's code says of the issuer."""
    if number is None:
        return None
    code, year = code_of(number_key(number))
    return issuer_of_code(code, (), year)
