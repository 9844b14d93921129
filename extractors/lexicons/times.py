"""How official documents write a time by which something is due (regular expressions)."""

from __future__ import annotations

_YEAR = r"(?:(?:考核期)?第[\d一二三四五]年|(?:19|20)\d{2}年|今年|明年|当年|次年)"
_MONTH = r"(?:(?:1[0-2]|\d)月|[一二三四五六七八九十]{1,2}月)(?:份)?"
_PART = r"(?:[上中下]旬|月?[底初末]|\d{1,2}[日号])"
_QUARTER = r"(?:第?[一二三四1234]季度|[上下]半年|年[底末中初]|[底末])"
_BEFORE = r"(?:以前|之前|底前|前|以内|之内|内)"
_DATE = rf"(?:{_YEAR}?(?:的)?{_MONTH}{_PART}?|{_YEAR}{_QUARTER}|{_QUARTER}(?={_BEFORE})|{_YEAR})"
_EACH = (
    r"每(?:个|两|[二三四五\d])?(?:年度?|季度|半年|月|周|学期|季|考核期)(?:(?:第[一二两三\d]年)?"
    rf"(?:的?{_MONTH}{_PART}?|第?[一二三四]季度|首月|\d{{1,2}}[日号]|[底末初])?{_BEFORE}?)"
)
_DAYS = r"(?:\d+|[一二三四五六七八九十]+)个?(?:工作日|月|周|年|日|天)(?:之|以)?内"
_WITHIN = rf"(?:印发|发布|公布|施行|实施|生效)(?:之日)?(?:后|起)?{_DAYS}"

TIME = rf"(?:到|至|截至|于|在|自)?(?:{_EACH}|{_DATE}{_BEFORE}?|过渡期内|逐年|逐月|{_DAYS})"
"""A time phrase of any sort."""

DUE = (
    rf"(?:(?:到|至)(?:{_YEAR}{_QUARTER}?|{_DATE}){_BEFORE}?"  # 到2020年
    rf"|{_DATE}{_BEFORE}"  # 2017年12月25日前, 年底前
    rf"|{_YEAR}?{_MONTH}[上中下]旬{_BEFORE}?"  # 12月上旬
    rf"|{_YEAR}{_QUARTER}|{_YEAR}{_MONTH}[底末]"  # 2022年第一季度
    rf"|{_EACH}|过渡期内|逐年|{_WITHIN})"
)
"""A time phrase by which something is due."""

UNDUE = (
    r"[≥≤><]|以来|起|至(?!少|多)|施行|版|度|以上|以下|》|第?\d期|—|-|按|最高|不超过|不少于|不低于|补|奖|的|增长|发布|"
    "印发|毕业|入学|出生|[^，。；]{0,6}(?:万元|亿元|％|%)"
)
"""What stands behind a time that nothing is due by: 每年最高100万元, 2017年度, 2016年以来."""

TERM = "不少于|不超过|期限|有效|延长|延期|执行|截至|自|从|生产|成立|注册|本办法|超过|最迟|达到|持续"
"""What stands before a time that is the term of something: 延长至2020年底, 有效期至...."""

_SPAN_OF_DAYS = (
    rf"{_YEAR}?{_MONTH}{_PART}?(?:[—\-－~～至到]+{_YEAR}?(?:{_MONTH}{_PART}?|{_PART}))?{_BEFORE}?"
    rf"|{_YEAR}{_QUARTER}{_BEFORE}?"
)

PHASE = (
    rf"\s*[^，。；：（(]{{2,24}}?[（(](?:时间[：:])?(?P<bracket>{_SPAN_OF_DAYS})[）)]"
    rf"|\s*[^，。；：\d]{{0,8}}?(?P<first>{_SPAN_OF_DAYS})，?(?:为|是)[^，。；]{{0,16}}阶段"
)
"""The heading of a phase of a plan: 全面核查阶段（2017年12月下旬）; 5月16日至7月15日，为自查自纠阶段."""
