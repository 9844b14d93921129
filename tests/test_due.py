"""The words of deadlines and the dates they mean."""

from __future__ import annotations

import pytest

from graph.due import Due, due

ROWS = [
    ("2017年年底前", "2017-11-16", Due(end="2017-12-31"), "the year twice, as notices write it"),
    ("2017年底前", None, Due(end="2017-12-31"), "a year needs no date of the document"),
    ("年底前", "2019-03-01", Due(end="2019-12-31"), "the year of the document"),
    ("年底前", None, Due(), "no year is said anywhere: no date is made up"),
    ("2018年6月底前", "2018-01-02", Due(end="2018-06-30"), "the last day of the month"),
    ("2020年2月底前", None, Due(end="2020-02-29"), "a leap year"),
    ("12月31日前", "2017-05-01", Due(end="2017-12-31"), "month and day, the year from the document"),
    ("2017年12月下旬", None, Due("2017-12-21", "2017-12-31"), "a third of a month is an interval"),
    ("9月1日至30日", "2016-08-20", Due("2016-09-01", "2016-09-30"), "the second day takes the month of the first"),
    ("2017年12月15日至2018年1月10日", None, Due("2017-12-15", "2018-01-10"), "over the turn of the year"),
    ("2017年9月-12月", None, Due("2017-09-01", "2017-12-31"), "months with a dash"),
    ("2017年第四季度", None, Due("2017-10-01", "2017-12-31"), "a quarter"),
    ("到2020年", None, Due(end="2020-12-31"), "by a year: its last day"),
    ("明年", "2017-12-01", Due("2018-01-01", "2018-12-31"), "a year told from the document"),
    ("每月20日前", "2017-12-01", Due(recurrence="P1M"), "recurring, not a date"),
    ("每季度首月10日前", None, Due(recurrence="P3M"), "the period is the quarter, not the month"),
    ("每年12月底前", None, Due(recurrence="P1Y"), "yearly"),
    ("印发之日起30日内", "2017-12-02", Due(end="2018-01-01"), "counted from the document"),
    ("三个月内", "2017-11-30", Due(end="2018-02-28"), "Chinese numerals; a month without a 30th"),
    ("15个工作日内", "2017-12-02", Due(), "which days are worked is not in the text"),
    ("2017年13月底前", None, Due(), "no such month"),
    ("2017年2月30日前", None, Due(), "no such day"),
    ("2019年4月中旬前", None, Due(end="2019-04-20"), "before: no first day"),
    ("考核期第2年10月底前", "2018-05-03", Due(), "the second year of a period that begins we do not know when"),
    ("过渡期内", "2017-12-02", Due(), "no date can be told"),
]


@pytest.mark.parametrize(("words", "date", "expected", "reason"), ROWS, ids=[row[0] for row in ROWS])
def test_due(words: str, date: str | None, expected: Due, reason: str) -> None:
    assert due(words, date) == expected, reason
