"""The words of a deadline -> dates: an interval, or the period of a recurrence.

Only what the words and the date of the document say: 2017年年底前 is due on 2017-12-31, 12月底前 in a document of 2017
likewise, 每月20日前 recurs monthly, 印发之日起30日内 is counted from the document. Working days and the years of a
period that begins elsewhere (考核期第2年) are not turned into dates: the text does not say which days they are.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass

import cn2an

_HAN = "零〇一二三四五六七八九十两"
_NUMBER = rf"(\d+|[{_HAN}]+)"
_YEAR = re.compile(r"((?:19|20)\d{2})年")
_RELATIVE_YEAR = {"今年": 0, "当年": 0, "本年": 0, "明年": 1, "次年": 1, "后年": 2}
_PERIODS = (  # (the words, ISO 8601 period)
    (re.compile(r"每个?学期|每半年"), "P6M"),
    (re.compile(r"每个?季度?"), "P3M"),
    (re.compile(r"每个?月|逐月|按月"), "P1M"),
    (re.compile(r"每个?(?:周|星期)"), "P1W"),
    (re.compile(r"每[日天]"), "P1D"),
    (re.compile(r"每个?年|逐年|年度"), "P1Y"),
)
_WITHIN = re.compile(rf"{_NUMBER}(个月|年|周|日|天)(?:之|以)?内")
_DAY = re.compile(r"(?:(\d{1,2})月份?)?(\d{1,2})[日号]")
_MONTH = re.compile(r"(\d{1,2})月份?")
_QUARTER = re.compile(r"第?([一二三四1-4])季度")
_TENTHS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31)}
_RANGE = re.compile(r"(?:至|到|—|–|-|～|~)(?=\s*(?:(?:19|20)\d{2}年)?\d)")
_OPENS = re.compile(r"(?:阶段|期间|年内|季度|旬)(?!.*前$)|^(?:(?:19|20)\d{2}|[今当本明次后])年(?:\d{1,2}月)?$")
_UNDATABLE = re.compile(rf"工作日|第[{_HAN}\d]+年")


@dataclass(frozen=True, slots=True)
class Due:
    """`start` and `end` are ISO dates (the first and the last day), `recurrence` an ISO 8601 period; None: not said."""

    start: str | None = None
    end: str | None = None
    recurrence: str | None = None


def due(words: str, document_date: str | None) -> Due:
    """What the deadline `words` mean in a document of `document_date` (ISO). `Due()` where they cannot be dated."""
    text = re.sub(r"\s", "", words)
    for pattern, period in _PERIODS:
        if pattern.search(text):
            return Due(recurrence=period)
    written = datetime.date.fromisoformat(document_date) if document_date else None
    if _UNDATABLE.search(text):
        return Due()
    if match := _WITHIN.search(text):
        return Due(end=_after(written, _value(match.group(1)), match.group(2)))
    first, *rest = _RANGE.split(text, maxsplit=1)
    begin = _interval(first, written)
    if rest:
        end = _interval(rest[0], begin[0] if begin else written)
        return Due(start=_iso(begin and begin[0]), end=_iso(end and end[1]))
    if begin is None:
        return Due()
    return Due(start=_iso(begin[0]) if _OPENS.search(text) else None, end=_iso(begin[1]))


def _value(number: str) -> int:
    return int(number) if number.isdigit() else int(cn2an.cn2an(number.replace("两", "二"), "smart"))


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def _after(day: datetime.date | None, count: int, unit: str) -> str | None:
    """The ISO date `count` units after the day; None without a day, or beyond the calendar."""
    if day is None or count > 3660:
        return None
    if unit in ("日", "天", "周"):
        return (day + datetime.timedelta(days=count * (7 if unit == "周" else 1))).isoformat()
    months = day.month - 1 + count * (12 if unit == "年" else 1)
    year, month = day.year + months // 12, months % 12 + 1
    if year > datetime.MAXYEAR:
        return None
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1])).isoformat()


def _interval(text: str, context: datetime.date | None) -> tuple[datetime.date, datetime.date] | None:
    """The first and last day that `text` names; what it leaves out (the year, the month) comes from `context`."""
    year = context.year if context else None
    if match := _YEAR.search(text):
        year = int(match.group(1))
        text = text[match.end() :]
    else:
        for word, later in _RELATIVE_YEAR.items():
            if word in text and context:
                year, text = context.year + later, text.split(word, 1)[1] or "年底"
        if not re.search(r"\d[月日号]|季度|旬|年[底末]|月[底末]", text):
            return None
    if year is None:
        return None
    if match := _DAY.search(text):
        month = int(match.group(1)) if match.group(1) else context.month if context else 0
        day = _date(year, month, int(match.group(2)))
        return (day, day) if day else None
    if match := _MONTH.search(text):
        month = int(match.group(1))
        if not 1 <= month <= 12:
            return None
        last = calendar.monthrange(year, month)[1]
        low, high = next((span for word, span in _TENTHS.items() if word in text), (1, last))
        return datetime.date(year, month, low), datetime.date(year, month, min(high, last))
    if match := _QUARTER.search(text):
        quarter = "一二三四".find(match.group(1)) + 1 or int(match.group(1))
        month = quarter * 3
        return datetime.date(year, month - 2, 1), datetime.date(year, month, calendar.monthrange(year, month)[1])
    if "上半年" in text:
        return datetime.date(year, 1, 1), datetime.date(year, 6, 30)
    return datetime.date(year, 1, 1), datetime.date(year, 12, 31)


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
