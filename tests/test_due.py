"""The words of deadlines, and the days or the recurrence that they mean."""

from __future__ import annotations

import pytest
from reading import read_document

from extractors.due import Dates, Due, due

UNWORKED = "which days are worked is not in the text"
ELSEWHERE = "a period that begins on a day that the text does not tell"
NO_YEAR = "no year is told, and the document has no date"
NO_DATE = "no date of the document to count from"
NO_DAY = "the words name no day of a calendar"
UNFIXED = "a day that the calendar does not fix"
EVENT = "a month that another event tells"
NO_FORCE = "no day of the document's force to count from"
NO_EVENT = "a term that begins on a day that the text does not tell"

INTERVALS = [
    ("2017年年底前", "2017-11-16", "../2017-12-31", "the year twice, as notices write it"),
    ("2017年底前", None, "../2017-12-31", "a year needs no date of the document"),
    ("年底前", "2019-03-01", "../2019-12-31", "the year of the document"),
    ("年底前", "2018", "../2018-12-31", "the year of its number, where it has no date"),
    ("今年年底前", "2017-02-03", "../2017-12-31", "this year"),
    ("2019年末", None, "../2019-12-31", "the end of a year is a day"),
    ("二〇二〇年底前", None, "../2020-12-31", "a year in Chinese figures"),
    ("2018年6月底前", "2018-01-02", "../2018-06-30", "the last day of the month"),
    ("2019年3月底前", None, "../2019-03-31", "a month with 31 days"),
    ("2020年2月底前", None, "../2020-02-29", "a leap year"),
    ("2019年8月底前全面实施", None, "../2019-08-31", "words of a cell behind the time"),
    ("2020年底，持续推进", None, "../2020-12-31", "the first time counts"),
    ("六月底前", "1981-03-01", "../1981-06-30", "a month in Chinese numerals"),
    ("12月31日前", "2017-05-01", "../2017-12-31", "month and day, the year from the document"),
    ("十月一日前", "2017-01-02", "../2017-10-01", "a day in Chinese numerals"),
    ("11月15日前", "2017-11-16", "../2017-11-15", "a plan that was printed late"),
    ("1月10日前", "2017-12-19", "../2018-01-10", "a day long past is one of the next year"),
    ("2019年3月1日", None, "../2019-03-01", "a day in a column of time"),
    ("2019年4月中旬前", None, "../2019-04-20", "before: no first day"),
    ("2020年前", None, "../2020-12-31", "by the end of the year, as plans mean it"),
    ("到2020年", None, "../2020-12-31", "by a year: its last day"),
    ("到2019年7月底", None, "../2019-07-31", "by a month"),
    ("至2020年末", None, "../2020-12-31", "by its end"),
    ("明年6月底前", "2017-12-01", "../2018-06-30", "a month of the next year"),
    ("国庆节前", "2017-03-02", "../2017-09-30", "a feast of the calendar"),
    ("元旦前", "2017-12-02", "../2017-12-31", "the next one"),
    ("2017年12月下旬", None, "2017-12-21/2017-12-31", "a third of a month is an interval"),
    ("12月上旬", "2017-11-02", "2017-12-01/2017-12-10", "of the year of the document"),
    ("2018年4月", None, "2018-04-01/2018-04-30", "all of a month"),
    ("9月1日至30日", "2017-08-20", "2017-09-01/2017-09-30", "the second day takes the month of the first"),
    ("2017年12月15日至2018年1月10日", None, "2017-12-15/2018-01-10", "over the turn of the year"),
    ("12月15日至1月10日", "2017-12-01", "2017-12-15/2018-01-10", "and without a year"),
    ("2017年9月-12月", None, "2017-09-01/2017-12-31", "months with a dash"),
    ("1997年4―6月", None, "1997-04-01/1997-06-30", "the first month without its word"),
    ("年内", "2017-03-01", "../2017-12-31", "within the year of the document"),
    ("2017年12月—2018年8月", None, "2017-12-01/2018-08-31", "months of two years"),
    ("9月底至10月30日期间", "2005-09-26", "2005-09-30/2005-10-30", "from the end of a month"),
    ("11月1日后", "2020-03-05", "2020-11-01/..", "from a day on"),
    ("自2021年12月1日起", None, "2021-12-01/..", "the day itself is the first"),
    ("从2020年起", None, "2020-01-01/..", "from a year on"),
    ("自11月份起", "2017-09-30", "2017-11-01/..", "from a month on, of the year of the document"),
    ("2020年3月开始", None, "2020-03-01/..", "in other words"),
    ("2000年7、8、9三个月", None, "2000-07-01/2000-09-30", "months of which only the last has the word"),
    ("全年", "2020-03-05", "2020-01-01/2020-12-31", "all of the year"),
    ("2024年7月至长期", "2024-07-03", "2024-07-01/..", "without an end"),
    ("2017年第四季度", None, "2017-10-01/2017-12-31", "a quarter"),
    ("第一季度", "2018-01-02", "2018-01-01/2018-03-31", "a quarter of the document's year"),
    ("上半年", "2018-01-02", "2018-01-01/2018-06-30", "half of a year"),
    ("2018年下半年前", None, "../2018-12-31", "by the half of a year"),
    ("明年", "2017-12-01", "2018-01-01/2018-12-31", "all of a year told from the document"),
    ("“十三五”期间", "2017-01-01", "2016-01-01/2020-12-31", "a plan of five years"),
    ("“十五”期间", None, "2001-01-01/2005-12-31", "the tenth"),
    ("到“十四五”期末", None, "../2025-12-31", "its end"),
    ("“十四五”末", None, "../2025-12-31", "its end, in short"),
    ("印发之日起30日内", "2017-12-02", "2017-12-02/2018-01-01", "counted from the document"),
    ("自本通知发布之日起1年内", "2017-12-02", "2017-12-02/2018-12-02", "a year"),
    ("三个月内", "2017-11-30", "2017-11-30/2018-02-28", "Chinese numerals; a month without a 30th"),
    ("两周内", "2017-12-02", "2017-12-02/2017-12-16", "weeks"),
    ("半年内", "2017-12-02", "2017-12-02/2018-06-02", "half a year from the document, not the end of its year"),
    ("3月5日（星期四）前", "2020-02-05", "../2020-03-05", "with the day of the week"),
    ("10月中下旬", "2020-03-05", "2020-10-11/2020-10-31", "two thirds of a month"),
    ("3-5月", "2020-03-05", "2020-03-01/2020-05-31", "months without a year, the first without its word"),
    ("2020年第三、四季度", None, "2020-07-01/2020-12-31", "two quarters"),
    ("自即日起至12月31日", "2020-03-05", "2020-03-05/2020-12-31", "from the day of the document"),
    ("从即日起", "2020-03-05", "2020-03-05/..", "without an end"),
    ("自2020年3月1日起至5月31日", None, "2020-03-01/2020-05-31", "with 起 before 至"),
    ("从2016年7月起3年内", None, "2016-07-01/2019-07-01", "from a day that is told"),
    ("自2020年1月1日起实施", None, "2020-01-01/..", "from a day on, in other words"),
    ("10月1日之后", "2020-03-05", "2020-10-01/..", "after a day"),
    ("2021年国庆节前", "2020-03-05", "../2021-09-30", "a feast of a year that is told"),
    ("2019－2021年", None, "2019-01-01/2021-12-31", "years with a wide dash"),
    ("2019-2021年", None, "2019-01-01/2021-12-31", "a hyphen"),
    ("2019—2021年", None, "2019-01-01/2021-12-31", "a long dash"),
    ("2019–2021年", None, "2019-01-01/2021-12-31", "a short dash"),
    ("2019~2021年", None, "2019-01-01/2021-12-31", "a tilde"),
    ("2019～2021年", None, "2019-01-01/2021-12-31", "a wide tilde"),
    ("2019至2021年", None, "2019-01-01/2021-12-31", "a word"),
    ("2019到2021年", None, "2019-01-01/2021-12-31", "another word"),
    ("2019.10.31前", None, "../2019-10-31", "figures with points"),
    ("2019．10．31前", None, "../2019-10-31", "wide points"),
    ("2019/10/31前", None, "../2019-10-31", "strokes"),
    ("2019-10-31前", None, "../2019-10-31", "hyphens"),
    ("2019.10", None, "2019-10-01/2019-10-31", "a month in figures"),
    ("2019.3.1-3.31", None, "2019-03-01/2019-03-31", "the year of the first day is that of the last"),
    ("3月1日起至3月31日", "2019-01-05", "2019-03-01/2019-03-31", "from a day on to another"),
    ("2019.3-2019.5", None, "2019-03-01/2019-05-31", "from one to another"),
    ("二季度末", "2019-03-05", "../2019-06-30", "the end of a quarter"),
    ("月底前", "2019-11-05", "../2019-11-30", "the month of the document"),
    ("本月下旬", "2019-11-05", "2019-11-21/2019-11-30", "a part of it"),
    ("11月初", "2019-10-05", "../2019-11-10", "the beginning of a month is no whole month"),
    ("2019年度", None, "2019-01-01/2019-12-31", "all of a year"),
    ("“九五”期间", None, "1996-01-01/2000-12-31", "the ninth plan"),
    ("到“十四五”末", None, "../2025-12-31", "its end"),
    ("3至5年内", "2020-03-05", "2020-03-05/2025-03-05", "the longer of two terms"),
    ("3年左右时间", "2020-03-05", "2020-03-05/2023-03-05", "about so long"),
    ("从2024年开始，用三年时间", "2020-03-05", "2024-01-01/2027-01-01", "a term from a year on"),
    ("“五一”假期前", "2020-03-05", "../2020-04-30", "the day before a feast"),
    ("自2020年3月1日起至6月30日前", None, "2020-03-01/2020-06-30", "from one day to another"),
    ("从现在起到年底", "2020-03-01", "2020-03-01/2020-12-31", "from now to the end of the year"),
    ("下一年度1月底前", "2020-03-01", "../2021-01-31", "the year after the document's"),
    ("2020年前三季度", None, "2020-01-01/2020-09-30", "the first three quarters"),
    ("2020年“五一”节前", None, "../2020-04-30", "a feast in quotes"),
    ("自发文之日起至3月31日", "2020-03-01", "2020-03-01/2020-03-31", "from the day of the text on"),
    ("自文件下发之日起至9月底前", "2020-03-01", "2020-03-01/2020-09-30", "the same in other words"),
    ("本月25日前", "2020-03-01", "../2020-03-25", "a day of this month"),
]

RECURRENCES = [
    ("每月20日前", "FREQ=MONTHLY;BYMONTHDAY=20", "a day of each month"),
    ("每月5日、20日前", "FREQ=MONTHLY;BYMONTHDAY=5,20", "two days of each month"),
    ("每月", "FREQ=MONTHLY", "no day is told"),
    ("逐月", "FREQ=MONTHLY", "month by month"),
    ("按季度", "FREQ=MONTHLY;INTERVAL=3", "quarter by quarter"),
    ("每半月", "FREQ=MONTHLY;BYMONTHDAY=15,-1", "the last days of the halves of each month"),
    ("每旬", "FREQ=MONTHLY;BYMONTHDAY=10,20,-1", "the last days of the thirds of each month"),
    ("每学年", "FREQ=YEARLY", "a year of schools"),
    ("每日下班前", "FREQ=DAILY", "rules tell no hours"),
    ("按年度", "FREQ=YEARLY", "year by year, in other words"),
    ("每月底前", "FREQ=MONTHLY;BYMONTHDAY=-1", "the last day, however long the month"),
    ("每月25日至28日", "FREQ=MONTHLY;BYMONTHDAY=28", "the last of the days"),
    ("每季度", "FREQ=MONTHLY;INTERVAL=3", "quarters"),
    ("每季度末", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", "ends of quarters"),
    ("每季度首月10日前", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10", "a day of the first month"),
    ("每季度第一个月5日前", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5", "the same in other words"),
    ("每季度末月25日前", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25", "a day of the last month"),
    ("每季度结束后10个工作日内", "FREQ=MONTHLY;INTERVAL=3", "the days are not told, the period is"),
    ("每半年", "FREQ=MONTHLY;INTERVAL=6", "half a year"),
    ("每年", "FREQ=YEARLY", "yearly"),
    ("逐年", "FREQ=YEARLY", "year by year"),
    ("每年底", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1", "its last day"),
    ("每年12月底前", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1", "the same with the month"),
    ("每年1月31日前", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31", "a day of each year"),
    ("每年3月份", "FREQ=YEARLY;BYMONTH=3", "a month of each year"),
    ("每年10月中旬", "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=20", "the last day of a third of a month"),
    ("每年4月1日至6月20日", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=20", "the last of the days"),
    ("每年1月、4月、7月中旬前及9月底前", "FREQ=YEARLY;BYMONTH=1,4,7,9", "months whose days are not the same"),
    ("每年第一季度", "FREQ=YEARLY;BYMONTH=1,2,3", "a quarter of each year"),
    ("每两年", "FREQ=YEARLY;INTERVAL=2", "every other year"),
    ("每5年", "FREQ=YEARLY;INTERVAL=5", "every fifth year"),
    ("每周五前", "FREQ=WEEKLY;BYDAY=FR", "a day of the week"),
    ("每周一、三、五", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "three of them"),
    ("每周二、周五", "FREQ=WEEKLY;BYDAY=TU,FR", "two of them"),
    ("每日", "FREQ=DAILY", "daily"),
]

UNKNOWN = [
    ("放暑假前", "2017-03-01", UNFIXED, "a holiday of schools"),
    ("年底前", None, NO_YEAR, "no date is made up"),
    ("三个月内", "2017", NO_DATE, "a year is no day to count from"),
    ("15个工作日内", "2017-12-02", UNWORKED, "holidays are not in the text"),
    ("2017年13月底前", None, NO_DAY, "no such month"),
    ("2017年2月30日前", None, NO_DAY, "no such day"),
    ("25日前", "2017-02-03", NO_DAY, "of which month?"),
    ("考核期第2年10月底前", "2018-05-03", ELSEWHERE, "the second year of a period that begins we do not know when"),
    ("每个考核期第二年的10月底前", "2018-05-03", ELSEWHERE, "of each such period"),
    ("过渡期内", "2017-12-02", ELSEWHERE, "a period of its own"),
    ("春节前", "2017-12-02", UNFIXED, "a feast of the moon's calendar"),
    ("入冬前", "2017-12-02", UNFIXED, "a season that begins when it does"),
    ("当日17:00前", "2017-12-02", "a day that another event tells", "which day?"),
    ("2017年初", "2017-12-02", UNFIXED, "the beginning of a year has no last day"),
    ("汛期前", "2017-02-02", UNFIXED, "a season"),
    ("次月5日前", "2017-01-01", EVENT, "the month behind another"),
    ("到时", "2017-01-01", NO_DAY, "no time at all"),
    ("自施行之日起30日内", "2017-12-02", NO_FORCE, "the day of force is not that of the document"),
    ("接到通知之日起10日内", "2017-12-02", NO_EVENT, "nobody knows when it came"),
    ("10个工作日内", "2017-12-02", UNWORKED, "no ten days of any sort"),
    ("中秋节前", "2017-02-02", UNFIXED, "another feast of the moon's calendar"),
    ("2020年春节前", "2019-12-02", UNFIXED, "not the end of its year"),
    ("13月底前", "2017-02-02", NO_DAY, "no such month, and no year"),
    ("下旬", "2017-02-02", NO_DAY, "of which month?"),
    ("月底前", None, NO_YEAR, "of which year?"),
    ("次日中午12时前", "2017-02-02", "a day that another event tells", "the day behind another"),
    ("2017年3月、6月、9月", "2017-02-02", "more than one day", "three times"),
    ("本周五前", "2017-02-02", "a week that the text does not date", "of which week?"),
    ("年中和年末", "2017-02-02", "more than one day", "two days are not one"),
]


@pytest.mark.parametrize(("words", "written", "interval", "reason"), INTERVALS, ids=[row[0] for row in INTERVALS])
def test_intervals(words: str, written: str | None, interval: str, reason: str) -> None:
    assert due(words, Dates(written)) == Due(interval=interval), reason


@pytest.mark.parametrize(("words", "rule", "reason"), RECURRENCES, ids=[row[0] for row in RECURRENCES])
def test_recurrences(words: str, rule: str, reason: str) -> None:
    assert due(words, Dates("2017-12-02")) == Due(recurrence=rule), reason


@pytest.mark.parametrize(("words", "written", "why", "reason"), UNKNOWN, ids=[row[0] for row in UNKNOWN])
def test_what_is_no_date(words: str, written: str | None, why: str, reason: str) -> None:
    assert due(words, Dates(written)) == Due(why=why), reason


def test_a_term_counts_from_the_day_of_force() -> None:
    assert due("自本办法施行之日起30日内", Dates("2020-03-05", "2021-01-01")) == Due("2021-01-01/2021-01-31")


BEFORE = [
    ("6月底前", "2021年3月底前", Due("../2021-06-30"), "the year that was told before"),
    ("6月底前", "今年年底前，明年3月底前", Due("../2021-06-30"), "a year told from the document"),
    ("年底前", "2021年3月底前，6月底前", Due("../2021-12-31"), "however far before"),
    ("6月底前", "2018年3月底前", Due("../2020-06-30"), "a year past is that of something else"),
    ("月底前", "6月中旬", Due("../2020-06-30"), "the month that was told before"),
    ("20日前", "3月10日前", Due("../2020-03-20"), "the same for a day"),
    ("3月底前", "每年2月底前", Due(None, "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1"), "of each year too"),
]


@pytest.mark.parametrize(("words", "before", "expected", "reason"), BEFORE, ids=[row[0] for row in BEFORE])
def test_times_before(words: str, before: str, expected: Due, reason: str) -> None:
    assert due(words, Dates("2020-03-05"), before) == expected, reason


FORCE = [
    ("各镇应当自本办法施行之日起30日内制定方案。本办法自2021年1月1日起施行。", "2021-01-01/2021-01-31", "told"),
    ("各镇应当自本办法施行之日起30日内制定方案。", None, "not told"),
    ("各镇应当自本办法印发之日起30日内制定方案。", "2020-03-05/2020-04-04", "from the document's own day"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), FORCE)
def test_the_days_of_the_document(text: str, expected: str | None, reason: str) -> None:
    assert read_document(text).duties[0].due == expected, reason


def test_a_duty_has_the_date_of_its_deadline() -> None:
    (duty,) = read_document("12月底前，各镇政府要完成排查。").duties
    assert (duty.deadline, duty.due, duty.recurrence) == ("12月底前", "../2020-12-31", None)


def test_what_recurs_from_a_month_on_has_its_first_day() -> None:
    assert due("从2021年11月起，每半年", Dates(None)) == Due("2021-11-01/..", "FREQ=MONTHLY;INTERVAL=6")


def test_a_deadline_that_is_no_date_is_doubted_once() -> None:
    document = read_document("春节前，各镇政府、县应急局要完成排查。")
    assert [duty.due for duty in document.duties] == [None, None]
    assert [(doubt.kind, doubt.quote) for doubt in document.doubts if doubt.kind == "deadline"] == [
        ("deadline", "春节前")
    ]
