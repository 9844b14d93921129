"""The line of addressees (主送机关): what it is, and the addressees that it names."""

from __future__ import annotations

import re

from extractors.bodies import cut, squash, stands_alone
from extractors.head.fields import Head, Span, set_values, trim
from extractors.lexicons.heads import NOT_ADDRESSED

_ADDRESSED = re.compile(
    r"(?:社区|学校|高校|者|处|部门|单位|机构|机制|兵团|科室|企业|办|局|平台|场|县|区|市|镇|乡|旗|州|村|组)(?:[（(][^（）()]*[）)])?$"
)
_DEPUTY = re.compile(r"^[\u4e00-\u9fff、]{2,20}(?:代表|委员|副?主席|同志|先生|女士)$")
_LOWEST = re.compile(r"(?:各|有关|相关)(?:乡?镇|乡|街道|科|处|股)[（(][^（）()]+[）)]")
"""The lowest level of places or offices, told with its other sort: 各镇（街道）, 各科（室）."""

_JOINED = re.compile(
    "(?:以及|及|和)(?=(?:[省市区县州镇乡]|全[省市区县州])?(?:人民)?(?:政府|委)?(?:直属|[直属])?(?:各|有关|相关)[^其])"
)
"""What joins a set of bodies to the one before it: 各街道办事处及|县政府有关部门."""

_LOCAL = re.compile("(?:.[镇乡村]|街道|社区|集团|公司|开发区|园区)$")
"""How a name ends that stands by itself where the last of the list does so: 各镇、街道、开发区."""

_CLOSES = " ：:；;"
"""What may close the line."""

_SETS = re.compile("各[^各。：；]{2,30}?[，,、 ][^。：；]*(?:各|有关|相关)[^。：；]*[^。：；，,、]")
"""Sets of bodies one after the other, which are the line of addressees without the colon behind it."""


def is_open_address(piece: str) -> bool:
    """Whether the piece is a line of addressees that has lost its colon: 各镇人民政府，县政府各部门."""
    return bool(_SETS.fullmatch(squash(piece))) and is_address(piece)


def is_address(piece: str) -> bool:
    """Whether the piece (with the mark that closes it) is the line of addressees."""
    text = piece.rstrip(_CLOSES)
    if NOT_ADDRESSED.search(squash(text)) or not re.search(r"[\u4e00-\u9fff]{2}", text) or "《" in text:
        return False
    if _DEPUTY.match(squash(text)):
        return True
    parts = [squash(text[a:b]) for a, b in split_addressees(text)]
    good = sum(stands_alone(part) or part.startswith("各") or bool(_ADDRESSED.search(part)) for part in parts)
    return bool(parts) and good >= max(1, len(parts) - 1)


def split_addressees(text: str) -> list[Span]:
    """The (start, end) of the addressees in their line: cut at 、 where each part can stand alone."""
    parts: list[Span] = []
    for a, b in cut(text, "，,；;"):
        start: int | None = None
        pieces = cut(text[a:b], "、")
        local = bool(_LOCAL.search(squash(text[a:b])))
        for i, (x, y) in enumerate(pieces):
            name = squash(text[a + x : a + y])
            alone = local and bool(_LOCAL.search(name))
            if len(name) <= 2 and not alone and parts and start is None and parts[-1][0] >= a:
                parts[-1] = (parts[-1][0], a + y)
                continue
            start = a + x if start is None else start
            joined = _JOINED.search(text, start, a + y)
            if joined and _whole(squash(text[start : joined.start()])):
                parts.append((start, joined.start()))
                start = joined.end()
            if alone or _whole(name) or i == len(pieces) - 1:
                parts.append((start, a + y))
                start = None
    return [trim(text, a, b) for a, b in parts]


def _whole(name: str) -> bool:
    return len(name) > 1 and (
        stands_alone(name)
        or bool(re.search(r"(?:社区|有关方面|平台|[林总农]场|者)(?:[（(][^（）()]*[）)])?$", name))
        or bool(_LOWEST.fullmatch(name))
    )


def read_addressees(head: Head, text: str, line: Span) -> None:
    """Set the addressees that the line ``text[start:end]`` names."""
    start, end = line
    raw = text[start:end].rstrip(_CLOSES)
    names = [(0, len(raw))] if _DEPUTY.match(squash(raw)) else split_addressees(raw)
    values = [(squash(raw[a:b]), (start + a, start + b)) for a, b in names]
    set_values(head, "addressees", values)
