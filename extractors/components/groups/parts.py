"""Further names of groups: short names that the text defines, and names of the groups that one is divided into."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator

from extractors import scan
from extractors.components.groups.state import alias_of
from extractors.groupnames import GroupName, find_names

_NUMBER = r"[\d一二两三四五六七八九十]+"
_DIVIDED = (
    rf"(?:下设|分设|内设|设立|设)了?(?:[“\"]?(?:{_NUMBER}办)?{_NUMBER}组[”\"]?[：:])?"
    r"(?:[\u4e00-\u9fff]{0,4}办公室[、和及])?"
)
"""What says that a group is divided, with the count (“一办七组”：) and the office that stand before the names."""

_PART = r"(?![和及])[\u4e00-\u9fff]{2,12}?(?:组(?!织)|小组|专班)"
_ASIDE = r"(?:[（(][^（）()\n]*[）)])?"
_BETWEEN = "(?:[、和及]|(?<=[）)])[，；])"
_PARTS = re.compile(
    rf"{_DIVIDED}(?P<names>{_PART}{_ASIDE}(?:{_BETWEEN}{_PART}{_ASIDE})+)(?=[，。；：]|等|{_NUMBER}个|$)", re.M
)
"""Groups that a group is divided into: 下设综合组、宣传组、保障组; 下设综合组（组长：甲）和宣传组（组长：乙）."""

_WORD = r"(?![和及])[\u4e00-\u9fff]{2,8}?(?<![组班])"
_PARTS_OF = re.compile(
    rf"{_DIVIDED}(?P<names>{_WORD}(?:[、和及]{_WORD})+)等?(?:\d+|[一二两三四五六七八九十]+)个(?:专项|专门|专业)?(?:工作组|小组|专班|组)"
)
"""The same where the groups share their last word: 下设综合协调、医疗救治2个工作组."""

_TOLD = re.compile(
    r"(?:下设|分设|内设|设立?)了?[^。；：，\n]{0,12}(?:组|专班)[：:](?P<told>[^。；，、：\n]{2,12}由[^。\n]+)"
)
_TOLD_PART = re.compile(rf"(?:^|[，；])(?P<name>{_PART})(?=由)")
"""The same where each is told with who leads it: 下设两个工作组：综合组由甲牵头，宣传组由乙牵头."""

_NEAR = 3000
"""How far behind such a list the groups are looked for by their own names, in characters."""


def find_parts(text: str, start: int) -> Iterator[GroupName]:
    """The groups that another is divided into, each where its own name stands first."""
    for match in _PARTS.finditer(text, start):
        for part in re.finditer(rf"(?P<name>{_PART}){_ASIDE}(?:{_BETWEEN}|$)", match["names"]):
            begin = match.start("names") + part.start()
            yield GroupName(part["name"], begin, begin + len(part["name"]), False, match.start(), False)
    for match in _TOLD.finditer(text, start):
        for part in _TOLD_PART.finditer(match["told"]):
            begin, end = (match.start("told") + at for at in part.span("name"))
            yield GroupName(part["name"], begin, end, False, match.start(), False)
    for match in _PARTS_OF.finditer(text, start):
        for word in re.split("[、和及]", match["names"]):
            own = re.compile(rf"{word}(?:工作)?(?:组(?!织)|小组|专班)").search(text, match.end(), match.end() + _NEAR)
            if own:
                yield GroupName(own.group(), *own.span(), False, match.start(), False)


def with_short(text: str, names: list[GroupName], parts: list[GroupName]) -> list[GroupName]:
    """The names in order, and with them the places that speak of a group by a short name (县粮协委) or of a part."""
    defined: dict[str, int] = {}
    for part in parts:
        defined.setdefault(part.name, part.start)
    for name in names:
        definition = None if name.generic else alias_of(text, name)
        if definition and not find_names(definition["alias"]):
            defined.setdefault(definition["alias"], definition.end())
    if not defined:
        return names
    starts = [name.start for name in names]
    out = {name.start: name for name in names}
    for start, end in scan.named(text, defined):
        i = bisect.bisect_left(starts, end) - 1
        taken = i >= 0 and names[i].end > start
        if start >= defined[text[start:end]] and (not taken or (names[i].generic and names[i].end == end)):
            if taken:
                out.pop(names[i].start, None)
            out[start] = GroupName(text[start:end], start, end, False, None, text.startswith("办公室", end))
    return sorted(out.values(), key=lambda name: name.start)
