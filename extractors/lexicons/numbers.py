"""What the code in front of a document number says about its issuer: 鲁政办发〔2017〕48号 -> 山东省人民政府办公厅.

A code is a place's letter or letters, letters of the body, perhaps of a section of it, and letters of the kind of
document (发, 字, 函 ...). Bodies of the country have no letters of a place. The letters are data: `codes.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import msgspec

from extractors.lexicons import divisions
from extractors.lexicons.offices import Level, in_year, normal_office


class CodeIssuer(NamedTuple):
    """The issuer that a code tells: each part None where the code does not say it for sure.

    `place` is a full name (山东省; None for bodies of the country). `body` is the office without its place in the
    normal form of `offices.normal_office` (人民政府办公厅); a stem of that table where the code leaves the ending open
    (鲁发改 -> 发展和改革); the full name for a body of the country (国务院办公厅).
    """

    level: Level | None
    place: str | None
    body: str | None


_UNKNOWN = CodeIssuer(None, None, None)

_KIND = re.compile(r"[发字函令规电明传任告呈通议批复综文请报决法联办]{0,4}")
"""Letters of the kind of document: 发, 字, 函, 发电, 明电, 规字 ..."""

_SECTION = re.compile(r"[\u4e00-\u9fff]{0,6}")
"""What may follow the letters of an office: those of its section, and of the kind (发改[环资])."""


@dataclass(frozen=True, slots=True)
class _Letters:
    cities: dict[str, str]
    customs: dict[str, tuple[str, str]]
    bodies: dict[str, str | tuple[str, str]]
    offices: dict[str, str]
    country: dict[str, str]


@cache
def _letters() -> _Letters:
    text = files("extractors.lexicons").joinpath("codes.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), type=_Letters)


def issuer_of_code(code: str, places: Iterable[str] = (), year: int | None = None) -> CodeIssuer:
    """The issuer of documents with the code `code` (鲁政办发, 国办发, 周政字: what stands before the 〔year〕).

    Provinces are known by their letters; a city or county is looked for among `places` (full names: 周村区), and
    only named where exactly one of them begins with the code's letters. A decree has its issuer in front in full
    (山东省人民政府令). `year` is that of the number: letters outlive the name of the body (环 is 环境保护部 until 2018,
    生态环境部 since). A city's government has an 办公室 or an 办公厅, which its code does not tell: 办公室 is given.
    """
    issuer = _issuer(code, places)
    if year is None or issuer.body is None:
        return issuer
    return issuer._replace(body=in_year(issuer.body, year))


def _issuer(code: str, places: Iterable[str]) -> CodeIssuer:
    places = list(dict.fromkeys(places))
    if custom := _letters().customs.get(code):
        return CodeIssuer("省", *custom)
    if code.endswith("令") and (decree := _decree(code.removesuffix("令"), places)):
        return decree
    found = set(_of_places(code, places))
    if len(found) > 1:  # 青政发 is of 青海省, unless a document of 青岛市 has it
        found = {issuer for issuer in found if issuer.place in places} or found
    if not found and (country := _of_the_country(code)):
        return country
    if len(found) > 1:
        levels, bodies = {issuer.level for issuer in found}, {issuer.body for issuer in found}
        return CodeIssuer(levels.pop() if len(levels) == 1 else None, None, bodies.pop() if len(bodies) == 1 else None)
    return found.pop() if found else _UNKNOWN


def _decree(name: str, places: list[str]) -> CodeIssuer | None:
    if (office := normal_office(name)) and office.national:
        return CodeIssuer("国家", None, office.name)
    for end in range(len(name) - 1, 1, -1):
        place = name[:end]
        if (place in places or divisions.by_name(place)) and (office := normal_office(name[end:])):
            return CodeIssuer(_level(place), place, office.name)
    return None


def _of_places(code: str, places: list[str]) -> Iterator[CodeIssuer]:
    letters = _letters()
    if (province := divisions.province_of_abbreviation(code[:1])) and (body := _body(code[1:], "省")):
        yield CodeIssuer("省", province.name, body)
    for place in places:
        level = _level(place)
        for begin in _beginnings(place, letters.cities):
            if code.startswith(begin) and (body := _body(code.removeprefix(begin), level)):
                yield CodeIssuer(level, place, body)
                break
    city = letters.cities.get(code[:1])
    if city and city not in places and (body := _body(code[1:], "市")):
        yield CodeIssuer("市", city, body)


def _beginnings(place: str, cities: dict[str, str]) -> list[str]:
    """How a code of `place` may begin, the longest first: 衢江区, 衢江, 衢; or the letter that a city has."""
    short = divisions.short_name(place)
    own = [letter for letter, city in cities.items() if city == place]
    return [place, short, *(own or [short[:1]])]


def _body(rest: str, level: Level | None) -> str | None:
    """The body that the letters after the place stand for; 发 alone is the Party committee's."""
    letters = _letters()
    for end in range(len(rest), 0, -1):
        body = letters.bodies.get(rest[:end])
        if body is not None and _KIND.fullmatch(rest[end:]):
            return body if isinstance(body, str) else body[level == "省"]
        if (stem := letters.offices.get(rest[:end])) and _SECTION.fullmatch(rest[end:]):
            return stem
    return "委" if rest and _KIND.fullmatch(rest) else None


def _of_the_country(code: str) -> CodeIssuer | None:
    for end in range(len(code), 0, -1):
        body = _letters().country.get(code[:end])
        if body and _SECTION.fullmatch(code[end:]):
            return CodeIssuer("国家", None, body)
    return None


def _level(place: str) -> Level | None:
    if found := divisions.by_name(place):
        return found[0].level
    ends: dict[str, Level] = {"省": "省", "市": "市", "州": "市", "盟": "市", "区": "县", "县": "县", "旗": "县"}
    return "乡" if place.endswith(("镇", "乡", "街道")) else ends.get(place[-1:])
