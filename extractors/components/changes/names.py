"""Which phrases name a body or a settlement that a reform may change, and how a list of them is split."""

from __future__ import annotations

import re

from extractors.bodies import Span, cut, is_vague, stands_alone
from extractors.lexicons import bodies as words
from extractors.lexicons import changes as reform

_NOT_IN_NAME = re.compile(rf"{words.NOT_IN_NAME}|窗口$|{reform.IN_NO_NAME}")
"""What no name of a body that changes has; a window (受理窗口) may own a duty and is no agency."""
_GRAMMAR = re.compile("的|了|各|[将把](?!乐)|撤销|设立|并入|以及|所有|[，。；：《》]")
"""What no name of a village has: such names may have almost any character (上应村, 为民社区)."""

_NOTE = r"(?:（[^（）]*）)?"
_SETTLEMENT = re.compile(rf".{{1,20}}{reform.SETTLEMENT}{_NOTE}")
_AND = re.compile("以及|和|及|与")
_BEFORE = re.compile("(?:将|把|原(?!平|阳|州|种)|新的|现有的?|[县地]级(?=.+市)|一个统一的|统一的|一个)+(?=.{2,})")
_AFTER = re.compile("(?:等(?:\\d+个.*|[一二三四五六七八九十]+个.*)?|建制|机构|予以|一并|同时)$")
_VILLAGE_TWICE = re.compile("(?<=村)村(?=建制)")
"""The kind said again for the whole list: 石门村、柳林村村建制."""

_LONGEST = 40
_MY_PLACE = re.compile("我[省市区县州镇乡]")


def is_body(name: str) -> bool:
    """Whether `name` names a certain body (not a sort of bodies, nor a phrase with grammar in it)."""
    bare = re.sub("（[^（）]*）", "", name)
    if not 2 < len(name) <= _LONGEST or is_vague(name) or re.search("[，。；：《》]", name):
        return False
    return stands_alone(name) and not _NOT_IN_NAME.search(bare)


def is_settlement(name: str) -> bool:
    """Whether `name` is that of a village, community, town or county, or of its committee."""
    return len(name) <= _LONGEST and bool(_SETTLEMENT.fullmatch(name)) and not _GRAMMAR.search(name)


def is_receiver(name: str) -> bool:
    """Whether `name` may get what is moved: a body, a settlement, or the place whose document speaks (我区)."""
    if _MY_PLACE.fullmatch(name) or is_settlement(name):
        return True
    return stands_alone(name) and not is_vague(name) and not _grammar(name)


def _grammar(name: str) -> bool:
    return bool(_NOT_IN_NAME.search(re.sub("（[^（）]*）", "", name)))


def listed(text: str) -> list[Span]:
    """The (start, end) of the names in a list (甲、乙和丙建制); [] where a part of it is no name."""
    text_ = _VILLAGE_TWICE.sub("\0", text)
    parts: list[Span] = []
    for a, b in cut(text_, "、"):
        for start, end in _conjunctions(text_, a, b):
            span = _strip(text_, start, end)
            if not is_name(text_[slice(*span)]):
                return []
            parts.append(span)
    return parts


def is_name(name: str) -> bool:
    """Whether `name` is a body or a settlement."""
    return is_body(name) or is_settlement(name)


def _conjunctions(text: str, a: int, b: int) -> list[Span]:
    for match in _AND.finditer(text, a, b):
        if all(is_name(text[slice(*_strip(text, *side))]) for side in ((a, match.start()), (match.end(), b))):
            return [(a, match.start()), *_conjunctions(text, match.end(), b)]
    return [(a, b)]


def _strip(text: str, a: int, b: int) -> Span:
    """Without 将, 原, 新的 in front and 建制, 等3个村 behind."""
    if match := _BEFORE.match(text, a, b):
        a = match.end()
    while (match := _AFTER.search(text, a, b)) and match.start() - a > 1:
        b = match.start()
    while b > a and text[b - 1] == "\0":
        b -= 1
    return a, b
