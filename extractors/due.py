"""The words of a deadline -> the days they mean, or how the deadline recurs.

Intervals are in EDTF level 1 (Extended Date/Time Format, ISO 8601-2:2019): the first and the last day, ``..`` for an
end that the words leave open (``../2017-12-31``: by then; ``2017-12-02/..``: from then on). Recurrences are rules of
iCalendar (RRULE, RFC 5545): ``FREQ=MONTHLY;BYMONTHDAY=20`` (每月20日前). The day that a rule tells is the last one on
which the duty can be done, -1 the end of a month; where the words tell no day the rule has none.

Only what the words, the times before them and the dates of the document say is told: a year that the words leave out
is that of the time before them in the sentence, or the document's. 2020年前 and 6月前 are read as by the end of 2020
and of June, as plans mean them. A term counts from the day of the document, or from its day of force (施行).

Working days, feasts of the moon's calendar and periods that begin elsewhere (考核期第2年, 接到通知之日起) are no dates:
`Due.why` tells what is not known. ISO 8601 has no duration of working days (P10D are ten days of any sort), and which
days are worked a yearly notice tells, often after the document. A library for feasts of the moon was weighed and left
out (large, under the GPL, or without types): of 262 documents none names such a feast in a deadline.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass

from extractors.dates import figures, small
from extractors.lexicons.times import TO

_HAN_YEAR = re.compile("[一二][〇○零一二三四五六七八九]{3}(?=年)")
_HAN_NUMBER = re.compile(r"(?<!下)[一二三四五六七八九十两]+(?=个?(?:月|日|号|周|天|年|季|工作日))")
_DROPPED = re.compile(r"[（(](?:星期|周).[）)]|[\s“”\"（）()]|^(?:[于在自从]|力争|确保)+")
_BY = re.compile("^(?:截至|到|至)")
_PART = re.compile("(?<![起始])，|[；。]")
"""What ends the time that counts; one from which on a duty recurs is no time alone: 从2021年11月起，每半年."""

_FIGURES = re.compile(r"((?:19|20)\d{2})[.．/\-－](\d{1,2})(?:[.．/\-－](\d{1,2}))?(?!\d)[日号]?")
"""A date in figures alone: 2019.10.31, 2019/10, 2019-10-31."""
_DAY_FIGURES = re.compile(rf"({TO})(\d{{1,2}})[.．/](\d{{1,2}})(?!\d)")
"""The last day of an interval, without its year: 2019.3.1-3.31."""

_BARE_YEAR = re.compile(rf"((?:19|20)\d{{2}})(?={TO}(?:19|20)\d{{2}}年)")

_NO_DAY: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("工作日"), "which days are worked is not in the text"),
    (re.compile(r"考核期|过渡期|第\d+年"), "a period that begins on a day that the text does not tell"),
    (
        re.compile(
            "年初|[寒暑]假|除夕|春节|元宵|清明|端午|中秋|重阳|汛|[雨春夏秋冬]季|[采供]暖|开学|学期|入冬|高考|[耕播收冻]"
        ),
        "a day that the calendar does not fix",
    ),
    (re.compile("[次下当]月"), "a month that another event tells"),
    (re.compile("次日|当[日天]|小时|分钟"), "a day that another event tells"),
    (re.compile(r"年中和年|月(?:[底初末]|\d{1,2}[日号])?前?[、和]\d{1,2}月"), "more than one day"),
    (re.compile("[本下]周"), "a week that the text does not date"),
)
_NO_YEAR = "no year is told, and the document has no date"
_NO_DATE = "no date of the document to count from"
_NO_FORCE = "no day of the document's force to count from"
_NO_EVENT = "a term that begins on a day that the text does not tell"
_NOT_DATED = "the words name no day of a calendar"

_FEASTS = {"元旦": (1, 1), "五一": (5, 1), "七一": (7, 1), "国庆": (10, 1)}
_PLAN = re.compile("(十[一二三四五六]?|[六七八九])五")
_PLANS = 1951
"""The plan of five years with the number n began five times n years later."""

_TODAY = re.compile("即日|现在(?=起)|本?[^，。；自从]{0,2}(?:印发|下发|发布|公布|发文)之日(?=起[至到])")
_WITHIN = re.compile(
    r"(?P<from>.*?)，?用?(?:\d+[至到—-])?(?:(?P<count>\d+)(?P<unit>个月|年|周|日|天)|(?P<half>半年))(?:(?:之|以)?内|(?:左右)?的?时间)"
)
_IN_FORCE = re.compile("施行|实施|生效")
_ISSUED = re.compile("自?(?:本.{1,6}?|.{2})?(?:印发|下发|发布|公布|颁布|发文)")
_NOW = re.compile("(?:今后|未来|在|用)?")
_LONGEST = 3660
"""Units that a term counted from the document has at most."""

_YEAR = re.compile(r"((?:19|20)\d{2})年")
_OF_MONTH = re.compile("(?:(?P<this>本月)|(?P<month>月))?(?=[底初末]|[上中下]旬|(?<=本月)\\d)")
"""How a part of a month begins whose month the words leave out: 本月底前, 月底前, 下旬."""
_YEARS_ON = {"今年": 0, "当年": 0, "本年": 0, "明年": 1, "次年": 1, "下一年度": 1, "下年度": 1, "后年": 2}
_YEARS_SAID = re.compile(rf"(?:19|20)\d{{2}}(?=年)|{'|'.join(_YEARS_ON)}")
_DAY = re.compile(r"(?:(\d{1,2})月份?)?(\d{1,2})[日号]")
_MONTH = re.compile(r"(\d{1,2})月份?")
_QUARTER = re.compile(r"(?:([一二三四])[、和]第?)?([1-4])个?季")
_THIRDS = {"中下旬": (11, 31), "上中旬": (1, 20), "上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "初": (1, 10)}
_TO = re.compile(rf"{TO}(?=(?:(?:19|20)\d{{2}}年)?\d|长期|年[底末])")
_SEVERAL = re.compile(r"(?<=年)(\d{1,2})(?:[、和]\d{1,2})*[、和](\d{1,2})(?:[二两三四五六]个)?(?=月)")
"""Months of which only the last has the word: 7、8、9三个月."""
_MONTH_LEFT_OUT = re.compile(rf"(?:(?<=年)|^)\d{{1,2}}(?={TO}\d{{1,2}}月)")
_FROM = re.compile("(?:[日月](?:以|之)?后|(?:起|开始)(?:实施|施行|执行|实行|生效)?)$")
_LASTS = re.compile(r"(?:期间|全年|季度?|旬|\d月份?|半年|适当时候)$|^(?:(?:19|20)\d{2}|[今当本明次后])年度?$")
"""Words that mean all of a time, and not only its end."""
_TIMED = re.compile(r"\d[月日号季]|全年|年[底末终中内]|半年")
_EARLIEST, _LATEST = "1900", "2200"
_LATE = datetime.timedelta(days=183)
"""By how much a day without a year may lie before its document: plans are printed late, but not half a year."""

_EACH = re.compile(r"(?:每(?P<count>\d*)个?|逐|按)(?P<unit>半年|半个?月|年|学[期年]|季|月|旬|周|星期|[日天])度?")
_UNITS = {
    "年": ("YEARLY", 1),
    "半年": ("MONTHLY", 6),
    "学期": ("MONTHLY", 6),
    "学年": ("YEARLY", 1),
    "季": ("MONTHLY", 3),
    "月": ("MONTHLY", 1),
    "周": ("WEEKLY", 1),
    "星期": ("WEEKLY", 1),
}
_PARTS_OF_MONTH = {"半月": [15, -1], "半个月": [15, -1], "旬": [10, 20, -1]}
"""The last days of the halves and of the thirds of each month."""

_MONTH_OF_QUARTER = re.compile(r"(首)月|第([1-3])个月|末月|最后1个月|[底末]")
_OF_WEEK = re.compile("[一二三四五六日天](?:[、和及](?:每?周)?[一二三四五六日天])*")
_WEEKDAYS = {"一": "MO", "二": "TU", "三": "WE", "四": "TH", "五": "FR", "六": "SA", "日": "SU", "天": "SU"}
_END = re.compile("[底末终]")

Interval = tuple[datetime.date, datetime.date | None]
"""The first and the last day; None: without an end."""


@dataclass(frozen=True, slots=True)
class Due:
    """`interval` is EDTF, `recurrence` an RRULE; where the words give neither, `why` tells what is not known."""

    interval: str | None = None
    recurrence: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of a document that deadlines count from; None where it does not tell one.

    It was `written` on this day (ISO) or in this year (yyyy), and is `in_force` from this day on (ISO).
    """

    written: str | None
    in_force: str | None = None


def due(words: str, dates: Dates, before: str = "") -> Due:
    """What the deadline `words` mean in a document of these dates.

    `before`: the times that stand before them in their sentence.
    """
    text = _DROPPED.sub("", _PART.split(words.strip())[0])
    text = _HAN_YEAR.sub(lambda match: str(figures(match.group())), text)
    text = _SEVERAL.sub(r"\1月至\2", text)
    text = _HAN_NUMBER.sub(lambda match: str(small(match.group())), text)
    text = _DAY_FIGURES.sub(r"\1\2月\3日", _BARE_YEAR.sub(r"\1年", _FIGURES.sub(_in_words, text)))
    if "每年" in before and _MONTH.match(text):
        text = f"每年{text}"
    known = dates.written if dates.written and _EARLIEST <= dates.written < _LATEST else None
    day = datetime.date.fromisoformat(known) if known and "-" in known else None
    year = int(known[:4]) if known else None
    if day:
        text = _TODAY.sub(f"{day.year}年{day.month}月{day.day}日", text)
    if each := _EACH.search(text):
        begin = text[: each.start()].rstrip("，")
        since = _dated(begin, day, year, "").interval if _FROM.search(begin) else None
        return Due(since, _rule(each, text[each.end() :]))
    for pattern, why in _NO_DAY:
        if pattern.search(text):
            return Due(why=why)
    if plan := _PLAN.search(text):
        begins = _PLANS + 5 * small(plan.group(1))
        return Due(f"{begins}-01-01/{begins + 4}-12-31" if text.endswith("期间") else f"../{begins + 4}-12-31")
    if within := _WITHIN.match(text):
        first, why = _since(within["from"], dates, day, year)
        return _within(first, within) if first else Due(why=why)
    return _dated(text, day, year, before)


def _since(text: str, dates: Dates, day: datetime.date | None, year: int | None) -> tuple[datetime.date | None, str]:
    """The day that a term counts from, as the words before it tell (本办法施行之日起), or what is not known of it."""
    if _FROM.search(text) and (told := _dated(text, day, year, "").interval):
        return datetime.date.fromisoformat(told.partition("/")[0]), ""
    if _IN_FORCE.search(text):
        return datetime.date.fromisoformat(dates.in_force) if dates.in_force else None, _NO_FORCE
    if _ISSUED.match(text) or _NOW.fullmatch(text):
        return day, _NO_DATE
    return None, _NO_EVENT


def _in_words(match: re.Match[str]) -> str:
    year, month, day = match.groups()
    return f"{year}年{month}月{day}日" if day else f"{year}年{month}月"


# -- days ----------------------------------------------------------------------------------------------------------


def _dated(text: str, day: datetime.date | None, year: int | None, before: str) -> Due:
    """The interval of a text that names days, months or years, in a document of this day (of this year)."""
    by = _BY.match(text)
    text = _MONTH_LEFT_OUT.sub(r"\g<0>月", text[by.end() if by else 0 :])
    told = _YEAR.search(text) or any(word in text for word in _YEARS_ON)
    if not told and (years := _years(before, year)):
        year, told = years[-1], True
    month = next((int(one) for one in reversed(_MONTH.findall(before))), 0)
    if part := _OF_MONTH.match(text):
        of = day.month if day and (part["this"] or (part["month"] and not month)) else month
        text = f"{of}月{text[part.end() :]}" if of else text
    span = _interval_of(text, year, month)
    if span is None:
        return Due(why=_NO_YEAR if year is None and not _YEAR.search(text) else _NOT_DATED)
    if not told and day and year and (span[1] or day) < day - _LATE:
        span = _interval_of(text, year + 1, month) or span
    first, last = span
    if _FROM.search(text):
        return Due(f"{first}/..")
    lasts = not by and (_TO.search(text) or _LASTS.search(text))
    return Due(f"{first if lasts else '..'}/{last or '..'}")


def _years(before: str, year: int | None) -> list[int]:
    """The years that the times `before` name in a document of this year, without those past."""
    said = _YEARS_SAID.findall(before)
    named = [int(one) if one.isdigit() else year + _YEARS_ON[one] if year else 0 for one in said]
    return [one for one in named if one and one >= (year or 0)]


def _interval_of(text: str, year: int | None, month: int) -> Interval | None:
    """The days from the first to the last one that the text names, in this year and month where it names none."""
    first, *rest = _TO.split(text, maxsplit=1)
    begin = _interval(first, year, month)
    if begin is None or not rest:
        return begin
    if rest[0].startswith("长期"):
        return begin[0], None
    end = _interval(rest[0], begin[0].year, begin[0].month)
    if end and end[1] < begin[0]:
        end = _interval(rest[0], begin[0].year + 1, begin[0].month)
    return (begin[0], end[1]) if end else None


def _interval(text: str, year: int | None, month: int) -> tuple[datetime.date, datetime.date] | None:
    """The first and last day of the one time that `text` names, in this year and month where it names none."""
    if match := _YEAR.search(text):
        year, text = int(match.group(1)), text[match.end() :]
    elif year is None:
        return None
    elif word := next((word for word in _YEARS_ON if word in text), ""):
        year, text = year + _YEARS_ON[word], text.partition(word)[2]
    elif not _TIMED.search(text) and not any(feast in text for feast in _FEASTS):
        return None
    if feast := next((feast for feast in _FEASTS if feast in text), ""):
        day = datetime.date(year, *_FEASTS[feast]) - datetime.timedelta(days=1)
        return day, day
    if match := _DAY.search(text):
        return _days(year, int(match.group(1) or month), int(match.group(2)), int(match.group(2)))
    if match := _MONTH.search(text):
        part = next((days for word, days in _THIRDS.items() if word in text), (1, 31))
        days = _days(year, int(match.group(1)), *part)
        return (days[1], days[1]) if days and _END.match(text, match.end()) else days
    if match := _QUARTER.search(text):
        last = int(match.group(2))
        if text.startswith("前"):
            return _months(year, 1, last * 3)
        return _months(year, (small(match.group(1)) if match.group(1) else last) * 3 - 2, last * 3)
    if "上半年" in text or "年中" in text:
        return _months(year, 1, 6)
    return _months(year, 7 if "下半年" in text else 1, 12)


def _months(year: int, first: int, last: int) -> tuple[datetime.date, datetime.date]:
    return datetime.date(year, first, 1), datetime.date(year, last, calendar.monthrange(year, last)[1])


def _days(year: int, month: int, first: int, last: int) -> tuple[datetime.date, datetime.date] | None:
    """The days of a month from `first` to `last`, or to its end if it is shorter; None where there are none."""
    if not 1 <= month <= 12:
        return None
    end = calendar.monthrange(year, month)[1]
    if not 1 <= first <= end or (first == last and last > end):
        return None
    return datetime.date(year, month, first), datetime.date(year, month, min(last, end))


def _within(day: datetime.date, term: re.Match[str]) -> Due:
    """From this day to the end of the term that counts from it."""
    count, unit = (6, "个月") if term["half"] else (int(term["count"]), term["unit"])
    if count > _LONGEST:
        return Due(why=_NOT_DATED)
    if unit in ("日", "天", "周"):
        return Due(f"{day}/{day + datetime.timedelta(days=count * (7 if unit == '周' else 1))}")
    months = day.month - 1 + count * (12 if unit == "年" else 1)
    year, month = day.year + months // 12, months % 12 + 1
    if year > datetime.MAXYEAR:
        return Due(why=_NOT_DATED)
    return Due(f"{day}/{datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))}")


# -- recurrences ---------------------------------------------------------------------------------------------------


def _rule(each: re.Match[str], rest: str) -> str:
    """The RRULE of 每 and a unit with `rest`, the words that tell when in each year, month or week."""
    unit = each.group("unit")
    if unit in _PARTS_OF_MONTH:
        return f"FREQ=MONTHLY;BYMONTHDAY={','.join(map(str, _PARTS_OF_MONTH[unit]))}"
    freq, interval = _UNITS.get(unit, ("DAILY", 1))
    interval *= int(each.group("count") or 1)
    months, days = _in_year(unit, rest)
    parts = {"FREQ": freq, "INTERVAL": str(interval) if interval > 1 else ""}
    if months and freq == "MONTHLY":
        parts = {"FREQ": "YEARLY"}
    parts["BYMONTH"] = ",".join(map(str, months))
    parts["BYMONTHDAY"] = ",".join(map(str, days))
    if unit in ("周", "星期"):
        week = _OF_WEEK.match(rest)
        parts["BYDAY"] = ",".join(_WEEKDAYS[char] for char in week.group() if char in _WEEKDAYS) if week else ""
    return ";".join(f"{name}={value}" for name, value in parts.items() if value)


def _in_year(unit: str, rest: str) -> tuple[list[int], list[int]]:
    """The months of a year that the words behind 每年, 每季度 ... tell, and the last days in each."""
    rest = _TO.split(rest)[-1]
    days = _last_days(rest)
    if unit == "年":
        if match := _QUARTER.search(rest):
            last = int(match.group(2)) * 3
            return [last - 2, last - 1, last], []
        months = [int(month) for month in _MONTH.findall(rest) if 1 <= int(month) <= 12]
        if months:
            return months, days if len(months) == 1 else []
        return ([6], [-1]) if rest.startswith("中") else ([12], [-1]) if _END.search(rest) else ([], [])
    if unit == "半年":
        return ([6, 12], [-1]) if _END.search(rest) else ([], [])
    if unit == "季" and (match := _MONTH_OF_QUARTER.search(rest)):
        place = 1 if match.group(1) else int(match.group(2) or 3)
        return [place, place + 3, place + 6, place + 9], days
    return [], days if unit == "月" else []


def _last_days(rest: str) -> list[int]:
    """The last days of a month that the words tell; -1 is its end."""
    days = [int(match.group(2)) for match in _DAY.finditer(rest) if 1 <= int(match.group(2)) <= 31]
    if days:
        return days
    if third := next((third for third in _THIRDS if third in rest), ""):
        return [_THIRDS[third][1] if third != "下旬" else -1]
    return [-1] if _END.search(rest) else []
