"""The ordinary offices of government, Party and mass organisations: one normal name for all the ways to write one.

The data is `offices.tsv`: a row an office, with its short forms, its endings, its years and what came after it.
Names are compared by this table and by rules of the endings (委 = 委员会, 办 = 办公室), never by likeness: what the
table does not know has no normal name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

Kind = Literal["government", "party", "congress", "court", "mass", "vertical", "enterprise", "military", "group"]
Level = Literal["国家", "省", "市", "县", "乡"]


@dataclass(frozen=True, slots=True)
class Office:
    """What a name of an office says, without the place it belongs to.

    `name` is the normal name (安全生产监督管理局), `stem` what it is made of without its ending (安全生产监督管理) and
    `end` that ending: 局; 部门, 机关 where the name is only a role (教育部门); "" for a whole name (残联).
    `national` is true where the name is that of one body of the country (国家发展和改革委员会: `name` has the 国家).
    `since`/`until` are the years in which offices had this stem (None: open; those of the reform in Beijing, the
    places follow within a year and a half), `successors` the stems that took over its duties. `rule` says how the name
    was made normal ("" where it was so already).
    """

    name: str
    stem: str
    end: str
    kind: Kind
    national: bool = False
    since: int | None = None
    until: int | None = None
    successors: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the table. `ends` is empty for a whole name; `nation` is the one body of the country, or ""."""

    stem: str
    shorts: tuple[str, ...]
    ends: tuple[str, ...]
    kind: Kind
    nation: str
    since: int | None
    until: int | None
    successors: tuple[str, ...]

    def in_use(self, year: int) -> bool:
        """Whether offices had this stem in `year`; a reform takes a year to reach the counties."""
        return (self.since or 0) <= year <= (self.until or 9999) + 1


_ENDS = {
    "行政主管部门": "部门", "行政管理部门": "部门", "业务主管部门": "部门", "主管部门": "部门", "行政部门": "部门",
    "职能部门": "部门", "部门": "部门", "委员会": "委员会", "办公室": "办公室", "办公厅": "办公厅", "分公司": "分公司",
    "总局": "总局", "总署": "总署", "分局": "分局", "支局": "支局", "中心": "中心", "总队": "总队", "支队": "支队",
    "大队": "大队", "中队": "中队", "公司": "公司", "委": "委员会", "办": "办公室", "局": "局", "厅": "厅", "部": "部",
    "署": "署", "院": "院", "室": "室", "馆": "馆", "机关": "机关", "台": "台", "处": "处", "站": "站", "所": "所",
}  # fmt: skip
"""Endings as written, the longest first, and what each is short for."""

_ROLE = "部门"
_OF_THE_COUNTRY = ("中华人民共和国", "中共中央", "国务院", "国家", "中国", "中央", "全国")
"""What stands in front of a body of the country where a place stands in front of the others."""

_ONLY_OF_THE_COUNTRY = ("部", "总局", "总署", "署")
"""Endings that no office of a place has."""

_INNER = {"办公室": "办公室", "办公厅": "办公厅", "办": "办公室"}
"""The office of an office: a body of its own."""

_KINDS: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}


@dataclass(frozen=True, slots=True)
class _Table:
    by_stem: dict[str, _Row]
    by_form: dict[str, list[_Row]]
    by_nation: dict[str, _Row]


@cache
def _table() -> _Table:
    text = files("extractors.lexicons").joinpath("offices.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    table = _Table({}, {}, {})
    for line in lines[1:]:
        stem, shorts, ends, kind, nation, since, until, successors = line.split("\t")
        row = _Row(
            stem,
            tuple(shorts.split()),
            () if ends == "=" else tuple(ends.split()),
            _KINDS[kind],
            nation,
            int(since) if since else None,
            int(until) if until else None,
            tuple(successors.split()),
        )
        table.by_stem[stem] = row
        for form in (stem, *row.shorts):
            table.by_form.setdefault(form, []).append(row)
        if nation:
            table.by_nation[nation] = row
    return table


def normal_office(name: str, level: Level | None = None, year: int | None = None) -> Office | None:
    """The office that `name` (without its place: 安监局, 委组织部, 政府办) means; None where the table knows none.

    `level` is that of the place in front (国家 for none). `year` is when the name was written: it decides where a
    short form was in use for one office after another (消防大队). 局 is not 总局, 教育局 is not 教育体育局, and 部 is
    not its 办公厅 (教育部办公厅 has the stem 教育 and the end 部办公厅).
    """
    office = _whole_office(name, level, year)
    if office is not None:
        return office
    for written, full in _INNER.items():
        if name.endswith(written) and (host := _whole_office(name.removesuffix(written), level, year)):
            inner = host.name + full
            return replace(host, name=inner, end=host.end + full, rule="" if inner == name else f"{name} = {inner}")
    return None


def _whole_office(name: str, level: Level | None, year: int | None) -> Office | None:
    if level in (None, "国家"):
        if row := _table().by_nation.get(name):
            return _office(row, _end_of(row), name, national=True)
        found = list(_readings(name)) if level == "国家" else []
        for prefix in _OF_THE_COUNTRY:
            if name.startswith(prefix) and (level == "国家" or not list(_readings(name))):
                found += _readings(name.removeprefix(prefix))
        of_nation = {row.nation: (row, end) for row, end in found if row.nation and row.nation.endswith(end)}
        found = list(of_nation.values())
        if picked := _pick(found, name, year):
            return _office(*picked, name, national=True)
        if level == "国家":
            return None
    picked = _pick(list(_readings(name)), name, year)
    if picked is None:
        return None
    row, end = picked
    national = bool(row.nation) and (end in _ONLY_OF_THE_COUNTRY or row.nation == row.stem)
    if (national or end in _ONLY_OF_THE_COUNTRY) and (level is not None or not row.nation.endswith(end)):
        return None
    return _office(row, end, name, national=national)


def _readings(name: str) -> Iterator[tuple[_Row, str]]:
    """The rows that a name can mean, each with the ending in full ("" for a whole name)."""
    for row in _table().by_form.get(name, ()):
        if not row.ends:
            yield row, ""
    for written, end in _ENDS.items():
        if not name.endswith(written):
            continue
        for row in _table().by_form.get(name.removesuffix(written), ()):
            if end in row.ends or (end == _ROLE and row.ends):
                yield row, end


def _pick(found: list[tuple[_Row, str]], name: str, year: int | None) -> tuple[_Row, str] | None:
    """The one reading that is left when those of other years, and short forms beside a full one, are put away."""
    found = list(dict.fromkeys(found))
    if year is not None and any(row.in_use(year) for row, _ in found):
        found = [(row, end) for row, end in found if row.in_use(year)]
    if any(name.startswith(row.stem) for row, _ in found):
        found = [(row, end) for row, end in found if name.startswith(row.stem)]
    longest = max((len(end) for _, end in found), default=0)
    found = [(row, end) for row, end in found if len(end) == longest]
    if year is not None and len(found) > 1:
        found = _of_two_times(found, year)
    return found[0] if len(found) == 1 else None


def _of_two_times(found: list[tuple[_Row, str]], year: int) -> list[tuple[_Row, str]]:
    """Of an office and its successor with one short form: the older in the year of the reform, the newer after it."""
    found = [(row, end) for row, end in found if year <= (row.until or 9999)] or found
    return [(row, end) for row, end in found if (row.since or 0) < year] or found


def _end_of(row: _Row) -> str:
    """The ending of the body of the country."""
    return next((end for end in sorted(row.ends, key=len, reverse=True) if row.nation.endswith(end)), "")


def _office(row: _Row, end: str, written: str, *, national: bool) -> Office:
    name = row.nation if national else row.stem + end
    return Office(
        name=name,
        stem=row.stem,
        end=end,
        kind=row.kind,
        national=national,
        since=row.since,
        until=row.until,
        successors=row.successors,
        rule="" if name == written else f"{written} = {name}",
    )


def office_of_stem(stem: str) -> Office | None:
    """The table's row for a stem, to follow `successors` from one to the next; None for an unknown stem."""
    row = _table().by_stem.get(stem)
    return _office(row, "", stem, national=False) if row else None


def in_year(name: str, year: int) -> str:
    """The normal name, or stem, that the office had in `year`: 环境保护部 in 2019 was 生态环境部.

    As it is where the table does not know it, or where its duties went to several.
    """
    row, national = _table().by_nation.get(name), True
    if row is None:
        row, national = _table().by_stem.get(name), False
    start = row
    while row and row.until is not None and row.until < year and len(row.successors) == 1:
        row = _table().by_stem[row.successors[0]]
    if row is None or row is start:
        return name
    return (row.nation or name) if national else row.stem
