"""Since when and until when a document is in force, and who interprets it."""

from __future__ import annotations

import re

from extractors.bodies import squash
from extractors.dates import counted, iso, later
from extractors.lexicons.documents import DATE

Span = tuple[int, int]

_DAY = re.sub(r"\?P<\w+>", "?:", DATE.pattern)
_ISSUE = r"(?P<day>(?:印发|发布|公布|下发|颁布|发文|批准)之日)"
_TERM = r"(?:有效|执行|施行|实施|试行)期(?:限)?(?:暂定|暂|定)?为?"
_IN_FORCE = "(?:起|后)?(?:正式|开始|暂)?(?:施行|实施|执行|生效|试行)"
_FROM = re.compile(rf"自\s*(?P<day>{_DAY})\s*{_IN_FORCE}", re.X)
_FROM_ISSUE = re.compile(
    rf"""
    自\s*{_ISSUE}\s*起?\s*(?:(?P<days>\d+)\s*日后)?\s*{_IN_FORCE}
    | {_TERM}\s*自[^，。；]{{0,8}}?{_ISSUE.replace("<day>", "<term>")}\s*起的?
    """,
    re.X,
)
"""自印发之日起施行; 执行期暂定为自政策发布之日起[三个月]."""

_UNTIL = re.compile(rf"(?:有效期(?:限)?(?:截?至|到)|至|到|截止)\s*(?P<day>{_DAY})", re.X)
_YEAR_END = re.compile(r"有效期(?:限)?(?:截?至|到)\s*(?P<year>(?:19|20)\d{2})\s*年(?:年)?底")
_COUNT = r"(?P<count>\d{1,2}|[一二两三四五六七八九十]{1,2})\s*(?P<unit>年|个月)"
_LENGTH = re.compile(rf"{_TERM}\s*{_COUNT}")
_AT_ONCE = re.compile(rf"\s*{_COUNT}")
_BY = r"(?P<name>[^，。；：、\n][^，。；：\n]{1,29}?)"
_INTERPRETERS = (
    re.compile(rf"由{_BY}(?:负责)?(?:具体|政策)?(?:的)?解释"),
    re.compile(rf"(?:^|(?<=[，。；\n])){_BY}负责(?:本|对本)[\u4e00-\u9fff]{{2,6}}的?解释", re.M),
)
_NEAR = 60
"""How far behind the day of force its end is told."""


def read_force(text: str, date: str | None) -> dict[str, tuple[str, Span]]:
    """effective_from, effective_to (ISO, or the words where no day can be told) and interpreter, with their places.

    `date` is that of the document, for 自印发之日起施行.
    """
    found: dict[str, tuple[str, Span]] = {}
    start = next((match for match in _FROM.finditer(text) if _of_this(text, match.start())), None)
    issue = _FROM_ISSUE.search(text)
    behind = 0
    if start and (day := DATE.search(start["day"])) and (value := iso(day)):
        found["effective_from"], behind = (value, start.span("day")), start.end()
    elif issue:
        name = "day" if issue["day"] else "term"
        value = later(date, days=int(issue["days"] or 0)) if date else squash(issue[name])
        found["effective_from"], behind = (value, issue.span(name)), issue.end()
    if behind:
        found |= _end(text, behind, found["effective_from"][0])
    if match := next(filter(None, (pattern.search(text) for pattern in _INTERPRETERS)), None):
        found["interpreter"] = squash(match["name"]).removesuffix("负责"), match.span("name")
    return found


def _of_this(text: str, at: int) -> bool:
    """Whether what stands at `at` is said of this document: 本办法自……, or a sentence of its own."""
    before = re.split(r"[。；\n]", text[max(0, at - 60) : at])[-1]
    return not before.strip() or (
        bool(re.search(r"[本此该]|以上|上述|》$|有效期|现予|现将|条\s*$", before)) and "\t" not in before
    )


def _end(text: str, at: int, start: str) -> dict[str, tuple[str, Span]]:
    """The last day, behind the first one: a date, the end of a year, or the first day and so many years or months."""
    until = _UNTIL.search(text, at, at + _NEAR)
    if until and (day := DATE.search(until["day"])) and (value := iso(day)):
        return {"effective_to": (value, until.span("day"))}
    if year := _YEAR_END.search(text, at, at + _NEAR):
        return {"effective_to": (f"{year['year']}-12-31", year.span())}
    length = _AT_ONCE.match(text, at) or _LENGTH.search(text, at, at + _NEAR)
    if length and start[:1].isdigit():
        count = counted(length["count"])
        years, months = (count, 0) if length["unit"] == "年" else (0, count)
        return {"effective_to": (later(start, years=years, months=months, days=-1), length.span())}
    return {}
