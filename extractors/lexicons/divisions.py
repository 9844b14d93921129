"""The administrative divisions of China, down to counties, with the years in which each name was in use.

The data is `divisions.tsv` (its header says from where and under which licence); it is read once, on first use.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["省", "市", "县"]


@dataclass(frozen=True, slots=True)
class Division:
    """A division under one name: its GB/T 2260 code (six digits), full name, level and the code of the one above.

    `since` and `until` are the first and the last year of the lists that have this code with this name (`since` 1980
    means "since then or before"); `until` is None while the name is in use. A division that was renamed or got
    another code has a row for each, the later one with `formerly`: the codes of the earlier rows.
    """

    code: str
    name: str
    level: Level
    parent: str = ""
    since: int = 1980
    until: int | None = None
    formerly: tuple[str, ...] = ()


def by_name(name: str) -> tuple[Division, ...]:
    """The divisions that `name` may mean, full (周村区, 山东省) or short (周村, 山东); () where there is none.

    Those in use come before those of the past, the higher level before the lower.
    """
    return ()


def path(code: str) -> tuple[Division, ...]:
    """The division with this code and those above it, the highest first; () for an unknown code."""
    return ()


def province_of_abbreviation(letter: str) -> Division | None:
    """The province that one letter stands for in codes of documents and on number plates: 鲁 -> 山东省."""
    return None
