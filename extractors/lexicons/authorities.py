"""How a text says on whose authority it speaks (regular expressions)."""

from __future__ import annotations

import re

RULED_BY = "根据|依据|按照|依照|遵照|按(?=[^，。；]{0,20}《)"
"""What stands before the authority of a task."""

CARRIES_OUT = "贯彻执行|贯彻实施|贯彻落实|贯彻|落实"
"""What stands, in an opening formula only, before the text that the document carries out."""

_NOT = "[不未非无]"
_GAP = r"(?:(?!对(?!外)|情况|进行|[将把])[^，。；：《》（）()\n]){0,50}"

TASK_BASIS = re.compile(rf"(?<!{_NOT})(?P<basis>{RULED_BY}){_GAP}$")
"""Right before the name of the first text."""

OPENING_BASIS = re.compile(
    rf"(?:[，。；：\s]|第一条)(?:为了?|并|现|特|同时|严格|认真|进一步|全面|深入|切实|坚决|学习|更好地?)*"
    rf"(?P<basis>{RULED_BY}|{CARRIES_OUT}){_GAP}$"
)
"""The same at the start of a clause that has no subject: 为深入|贯彻落实, not 各县要|按照."""

LINK = re.compile(r"(?:等[^，。；《》]{0,12})?(?:[、和及与\s]|以及|，(?=《|以及))*[^，。；：《》（）()\n]{0,40}")
"""Between the names of two texts that one word introduces: 《甲》、国务院办公厅《乙》以及《丙》."""

NEW_BASIS = re.compile(f"{RULED_BY}|{CARRIES_OUT}|违反|修改|废止|印发|制定|编制|符合|不适用|纳入")
"""What ends such a list."""

ARTICLE = re.compile(
    r"\s*(?:的|中|之)?(?P<article>第[一二三四五六七八九十百零〇\d]+条(?:之[一二三四五六七八九十])?"
    r"(?:第[一二三四五六七八九十\d]+款)?(?:第?[（(]?[一二三四五六七八九十\d]+[）)]?项)?)"
)
"""The place in the cited text."""

ENACTS = re.compile(
    "制定|制订|提出|作出|作如下|印发|公布|现就|现将|现对|现予|现制|特作|特此|决定|如下|通知|通告|组织开展|结合[^，。；]{0,12}实际|我局|批复"
)
"""What an opening formula goes on to say."""
