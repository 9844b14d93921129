"""How official documents are named, numbered and dated: the patterns that head, gazette and citations share."""

from __future__ import annotations

import re

YEAR = r"[〔\[［【（(]\s*(?:(?:19|20)\d{2}|[89]\d)\s*[〕\]］】）)]"
"""The year of a 文号, in any of the brackets that are written for 〔〕; before 2000 it may have two figures."""

CODE = r"[\u4e00-\u9fff]{1,16}(?:[〈<（(][\u4e00-\u9fff]{1,3}[〉>）)]字)?(?:[A-Z]{1,3})?"
"""The code of the issuer: 周政办字, 国办发, 工信部信管, 京价（收）字 (and words before it, in running text)."""

SERIAL = r"(?:第\s*)?\d{1,5}\s*号"

NUMBER = rf"(?:{CODE})\s?{YEAR}\s*{SERIAL}"
"""A 文号: 周政发〔2017〕62号."""

ORDER_SERIAL = r"(?:(?:19|20)\d{2}\s*年\s*)?第\s*[\d一二三四五六七八九十百]+\s*号"
ORDER = rf"[\u4e00-\u9fff ]{{2,40}}(?:令|公告)\s*[（(]?\s*{ORDER_SERIAL}\s*[）)]?"
"""The number of an order or announcement: 国务院令第227号, 财政部公告2020年第8号."""

NO_CODE = re.compile("关于|贯彻|落实|根据|按照|依据|印发|转发|执行|废止|修改|要求")
"""Words that stand before a cited 文号 and never in the code of one."""

TITLE_KINDS = (
    "通知|意见|决定|方案|办法|规定|公告|通报|批复|复函|函|通告|命令|决议|报告|规划|细则|条例|措施|要点|计划|制度|请示|"
    "答复|规范|规则|规程|准则|标准|指南|预案|章程|纲要|清单|目录|纪要"
)
"""What a document calls itself at the end of its title."""

TITLE_TAIL = r"(?:\s*[（(][^（）()]{1,24}[）)])?"
"""What may stand behind it: （试行）, (2026-2028年)."""

TITLE_END = re.compile(rf"(?:{TITLE_KINDS})》?{TITLE_TAIL}$")
TITLE_VERBS = re.compile("关于|印发|转发|批转|公布|发布|下达|下发|(?<=[府厅室院部])对(?=.+(?:答复|决定)$)")
"""Where the name of the issuer ends in a title."""

_HAN_YEAR = "[一二][〇○零九０0OoＯΟ□一二三四五六七八]{3}"
"""A year in Chinese figures, with all that is typed, or scanned, for 〇."""

_HAN_DAY = "[一二三四五六七八九十廿卅]{1,3}"
DATE = re.compile(
    rf"""
    (?P<year>(?:19|20)\d{{2}})\s*年\s*(?P<month>\d{{1,2}})\s*月\s*(?P<day>\d{{1,2}})\s*日
    | (?P<han_year>{_HAN_YEAR})\s*年\s*(?P<han_month>{_HAN_DAY})\s*月\s*(?P<han_day>{_HAN_DAY})\s*日
    """,
    re.X,
)
"""A full date, in figures or in Chinese numerals."""

FIGURES = re.compile(r"(?P<year>(?:19|20)\d{2})[-./年](?P<month>\d{1,2})[-./月](?P<day>\d{1,2})日?")
"""A date as the tables of web sites write it: 2023-10-19."""
