"""The administrative divisions of China, down to counties, with the years in which each name was in use.

The data is `divisions.tsv` (its header says from where and under which licence); it is read once, on first use.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Level = Literal["省", "市", "县"]
_LEVELS: dict[str, Level] = {"省": "省", "市": "市", "县": "县"}


@dataclass(frozen=True, slots=True)
class Division:
    """A division under one name: its GB/T 2260 code (six digits), full name, level and the code of the one above.

    `since` and `until` are the first and the last year of the lists that have this code with this name (`since` 1980
    means "since then or before"; there is no list of 2020 and 2022); `until` is None while the name is in use. A
    division that was renamed or got another code has a row for each, the later one with `formerly`: the codes of the
    earlier rows (its own code where only the name is new).
    """

    code: str
    name: str
    level: Level
    parent: str = ""
    since: int = 1980
    until: int | None = None
    formerly: tuple[str, ...] = ()


_LETTERS = {
    "京": "110000", "津": "120000", "冀": "130000", "晋": "140000", "蒙": "150000", "内蒙": "150000", "辽": "210000",
    "吉": "220000", "黑": "230000", "沪": "310000", "苏": "320000", "浙": "330000", "皖": "340000", "闽": "350000",
    "赣": "360000", "鲁": "370000", "豫": "410000", "鄂": "420000", "湘": "430000", "粤": "440000", "桂": "450000",
    "琼": "460000", "渝": "500000", "川": "510000", "蜀": "510000", "黔": "520000", "贵": "520000", "滇": "530000",
    "云": "530000", "藏": "540000", "陕": "610000", "秦": "610000", "甘": "620000", "陇": "620000", "青": "630000",
    "宁": "640000", "新": "650000", "台": "710000", "港": "810000", "澳": "820000",
}  # fmt: skip

_NATIONS = (
    "汉|蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|"
    "土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|"
    "鄂伦春|赫哲|门巴|珞巴|基诺"
)
_AUTONOMOUS = re.compile(rf"(?:(?:{_NATIONS})族|各族|(?<!内)蒙古|维吾尔|哈萨克|柯尔克孜)*自治[区州县旗]$")
_KINDS = ("行政委员会", "特别行政区", "地区", "林区", "矿区", "特区", "省", "市", "区", "县", "旗", "盟")
"""What may be left out of the name of a division, the longest first; an autonomous one also has its nations."""

_RANK = {"省": 0, "市": 1, "县": 2}


def short_name(name: str) -> str:
    """A division's name without its kind (周村区 -> 周村, 延边朝鲜族自治州 -> 延边); whole where only one is left."""
    if "自治" in name:
        short = _AUTONOMOUS.sub("", name)
    else:
        short = name.removesuffix(next((kind for kind in _KINDS if name.endswith(kind)), ""))
    return short if len(short) > 1 else name


def everyday_name(name: str) -> str:
    """What an autonomous division is called every day: 阿坝藏族羌族自治州 -> 阿坝州, 鄂温克族自治旗 -> 鄂温克旗.

    Others, and autonomous regions, as they are.
    """
    if "自治" not in name or name.endswith("区"):
        return name
    short = short_name(name)
    return (short if short != name else name.split("族")[0]) + name[-1]


Row = tuple[str, ...]
"""A line of the file; it becomes a `Division` only when it is asked for (the whole file is read in 20 ms)."""


@dataclass(frozen=True, slots=True)
class _Table:
    by_code: dict[str, Row]
    by_name: dict[str, list[Row]]
    after: dict[str, list[Row]]


@cache
def _table() -> _Table:
    text = files("extractors.lexicons").joinpath("divisions.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    by_code: dict[str, Row] = {}
    by_name: dict[str, list[Row]] = {}
    after: dict[str, list[Row]] = {}
    for line in lines[1:]:
        row = tuple(line.split("\t"))
        code, name, _, _, since, until, formerly = row
        known = by_code.get(code)
        if known is None or (known[5] or "9999", known[4]) < (until or "9999", since):
            by_code[code] = row
        by_name.setdefault(name, []).append(row)
        for other in {short_name(name), everyday_name(name)} - {name}:
            by_name.setdefault(other, []).append(row)
        for earlier in formerly.split():
            after.setdefault(earlier, []).append(row)
    return _Table(by_code, by_name, after)


def _division(row: Row) -> Division:
    code, name, level, parent, since, until, formerly = row
    return Division(
        code, name, _LEVELS[level], parent, int(since), int(until) if until else None, tuple(formerly.split())
    )


def _order(division: Division) -> tuple[bool, int, str, int]:
    return division.until is not None, _RANK[division.level], division.code, -division.since


def by_name(name: str) -> tuple[Division, ...]:
    """The divisions that `name` may mean: full (周村区, 山东省), short (周村, 山东) or everyday (阿坝州); () for none.

    Those in use come before those of the past, the higher level before the lower.
    """
    return tuple(sorted(map(_division, _table().by_name.get(name, ())), key=_order))


def current(division: Division) -> Division:
    """The same division under its latest code and name: 即墨市 (370282) -> 即墨区 (370215).

    A code may have been given to another place later, so only what follows in time is followed; where a division was
    split in one year, or ended, the way ends with it.
    """
    while division.until is not None:
        later = [row for row in _table().after.get(division.code, ()) if int(row[4]) > division.until]
        first = [row for row in later if row[4] == min(row[4] for row in later)]
        if len(first) != 1:
            break
        division = _division(first[0])
    return division


def path(code: str) -> tuple[Division, ...]:
    """The division with this code under its latest name and those above it, the highest first; () where unknown."""
    found: list[Division] = []
    while row := _table().by_code.get(code):
        found.insert(0, _division(row))
        code = found[0].parent
    return tuple(found)


def province_of_abbreviation(letter: str) -> Division | None:
    """The province that one letter stands for in codes of documents and on number plates: 鲁 -> 山东省."""
    row = _table().by_code.get(_LETTERS.get(letter, ""))
    return _division(row) if row else None
