"""The administrative division whose documents these are, as the text tells it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_DIVISION = re.compile(
    r"(?:(?![部局厅委会和与及各关])[\u4e00-\u9fff]){2,9}?(?:省|自治[区州县]|市(?!场)|盟|区|县|旗|镇|乡|街道)"
)
_PARTY = re.compile(r"^(?:中共|中国共产党)")
_NAME_ENDS = re.compile("人民|关于|党政|政府")
_RANKS = "省市区县镇乡"
_NO_NAME = (
    "根据|按照|依据|依照|遵照|国务院|贯彻|落实|配合|用[好足]|中共|规章|法规|[报经由向我各全本该对为在与和及从到对按请]"
)
"""Words that stand before 省 or 市 in running text and are no part of a name (根据省人民政府……)."""

_UPPER = {
    level: re.compile(rf"(?<![\u4e00-\u9fff])(?:{_NO_NAME})*([\u4e00-\u9fff]{{2,4}}{level})(?:人民政府|卫|发|教|财|委)")
    for level in ("市", "省")
}
_NAMELESS = re.compile(rf"(?:.*(?:{_NO_NAME}))?.?[省市]$")


def place_of(issuers: Sequence[str], title: str | None, text: str) -> tuple[str | None, tuple[str, ...]]:
    """The place of the first issuer that has one (周村区), and the places above it, nearest first.

    Above it are the places that stand before it in the issuer's name, and else, for each level, the one whose bodies
    the text names most.
    """
    for name in (*issuers, title or ""):
        if parts := _divisions(_PARTY.sub("", _NAME_ENDS.split(name)[0])):
            return parts[-1], (*reversed(parts[:-1]), *_above(parts, text))
    return None, ()


def _divisions(name: str) -> list[str]:
    """The divisions that the name begins with, from the highest: 青川市, 临溪县."""
    parts: list[str] = []
    at = 0
    while match := _DIVISION.match(name, at):
        parts.append(match.group())
        at = match.end()
    return parts


def _above(parts: list[str], text: str) -> list[str]:
    above: list[str] = []
    for level, pattern in _UPPER.items():
        known = any(part.endswith(level) for part in parts)
        if not known and _RANKS.find(parts[-1][-1]) > _RANKS.find(level):
            counts = Counter(name for name in pattern.findall(text) if not _NAMELESS.match(name))
            if counts:
                above.append(max(sorted(counts), key=lambda name: counts[name]))
    return above
