"""How official documents write a time by which something is due (regular expressions)."""

from __future__ import annotations

_YEAR = r"(?:(?:19|20)\d{2}年|今年|明年|当年|次年|第[\d一二三四五]年)"
_MONTH = r"(?:\d{1,2}月|[一二三四五六七八九十]{1,2}月)"
_PART = r"(?:[上中下]旬|月?[底初末]|\d{1,2}[日号])"
_QUARTER = r"(?:第?[一二三四1234]季度|[上下]半年|年?[底末中初])"
_BEFORE = r"(?:以?前|之前|底前|内|以内)"

_DATE = (
    rf"(?:考核期)?(?:第?[\d一二三四五]+年|{_YEAR})?(?:年)?{_MONTH}(?:份)?{_PART}?"  # 2017年12月25日, 12月上旬
    rf"|{_YEAR}(?:年)?{_QUARTER}"  # 2017年年底, 2022年第一季度
    rf"|{_QUARTER}(?=前|以前|之前)"  # 年底前
    rf"|{_YEAR}"
)
_PERIOD = r"(?:每(?:个)?(?:年|季度|半年|月|周|学期|季|考核期))"

_EVERY = (
    rf"{_PERIOD}(?:第[二两\d]年)?(?:的)?(?:{_MONTH}|第?[一二三四]季度|首月|年?[底末初])?(?:{_PART}|\d{{1,2}}日)?{_BEFORE}?"
)
_SPAN = r"(?:\d+|[一二三四五六七八九十]+)(?:个)?(?:工作日|月|周|年|日|天)(?:之|以)?内"

TIME = (
    rf"(?:到|至|截至|于|在)?(?:{_EVERY}|(?:{_DATE})(?:\d{{1,2}}时)?{_BEFORE}?"
    rf"|过渡期内|逐年|逐月|按(?:年|季度|季|月)(?=[\u4e00-\u9fff])|{_SPAN})"
)
"""A time phrase. Those that end in 前, 底, 内 or begin with 到, 每 say when something is due."""

DUE = (
    rf"(?:(?:到|至)(?:{_DATE})(?:{_BEFORE})?|(?:{_DATE}){_BEFORE}|{_EVERY}|过渡期内|逐年"
    rf"|(?:{_YEAR})?(?:年)?{_MONTH}(?:份)?[上中下]旬{_BEFORE}?|(?:{_YEAR}年?|年)[底末](?!数)|{_YEAR}年?{_MONTH}[底末]|{_SPAN})"
)
"""A time phrase that is a due time by itself."""
