"""Dates of documents -> ISO."""

from __future__ import annotations

import calendar
import datetime
import re

_HAN = {char: i for i, char in enumerate("〇一二三四五六七八九")} | dict.fromkeys("○零０0OoＯΟ□", 0) | {"两": 2}


def iso(match: re.Match[str]) -> str | None:
    """The ISO date of a match of `DATE` or `FIGURES` (lexicons.documents); None where there is no such day."""
    found = match.groupdict()
    if found["year"]:
        year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
    else:
        year = figures(found["han_year"])
        month, day = small(found["han_month"]), small(found["han_day"])
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def later(date: str, *, years: int = 0, months: int = 0, days: int = 0) -> str:
    """The ISO date `years`, `months` and `days` after `date`; a day that a month has not goes to its last one."""
    day = datetime.date.fromisoformat(date)
    more, month = divmod(day.month - 1 + months, 12)
    year = day.year + years + more
    last = calendar.monthrange(year, month + 1)[1]
    return (day.replace(year=year, month=month + 1, day=min(day.day, last)) + datetime.timedelta(days=days)).isoformat()


def figures(year: str) -> int:
    """A year in Chinese figures: 二〇一九."""
    return int("".join(str(_HAN[char]) for char in year))


def counted(text: str) -> int:
    """A number below 100 in figures or in Chinese numerals."""
    return int(text) if text.isdigit() else small(text)


def small(text: str) -> int:
    """A number below 100 in Chinese numerals: 十二, 三十一, 廿八, 两."""
    tens, ten, ones = text.replace("廿", "二十").replace("卅", "三十").rpartition("十")
    return (_HAN.get(tens, 1) if ten else 0) * 10 + _HAN.get(ones, 0)
