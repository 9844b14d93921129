"""Since when and until when a document is in force, and who interprets it."""

from __future__ import annotations

import re

from extractors.bodies import squash
from extractors.dates import iso, later
from extractors.lexicons.documents import DATE

Span = tuple[int, int]

_DAY = re.sub(r"\?P<\w+>", "?:", DATE.pattern)
_IN_FORCE = "(?:起|后)?(?:开始)?(?:施行|实施|执行|生效|试行)"
_FROM = re.compile(rf"自\s*(?P<day>{_DAY})\s*{_IN_FORCE}", re.X)
_FROM_ISSUE = re.compile(
    rf"自\s*(?P<day>(?:印发|发布|公布|下发|颁布|发文|批准)之日)\s*起?\s*(?:(?P<days>\d+)\s*日后)?\s*{_IN_FORCE}"
)
_UNTIL = re.compile(rf"(?:有效期(?:限)?(?:截?至|到)|至|到|截止)\s*(?P<day>{_DAY})", re.X)
_YEARS = re.compile(r"有效期(?:限)?(?:为)?\s*(?P<years>\d{1,2}|[一二三四五六七八九十])\s*年")
_INTERPRETER = re.compile(r"由(?P<name>[^，。；：\n]{2,30}?)(?:负责)?(?:具体)?解释")
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
        value = later(date, days=int(issue["days"] or 0)) if date else squash(issue["day"])
        found["effective_from"], behind = (value, issue.span("day")), issue.end()
    if behind:
        found |= _end(text, behind, found["effective_from"][0])
    if match := _INTERPRETER.search(text):
        found["interpreter"] = squash(match["name"]), match.span("name")
    return found


def _of_this(text: str, at: int) -> bool:
    """Whether what stands at `at` is said of this document: 本办法自……, or a sentence of its own."""
    before = re.split(r"[。；\n]", text[max(0, at - 60) : at])[-1]
    return not before.strip() or (
        bool(re.search(r"[本此该]|以上|上述|》$|有效期|现予|现将|条\s*$", before)) and "\t" not in before
    )


def _end(text: str, at: int, start: str) -> dict[str, tuple[str, Span]]:
    """The last day, behind the first one: a date, or the first day and so many years."""
    until = _UNTIL.search(text, at, at + _NEAR)
    if until and (day := DATE.search(until["day"])) and (value := iso(day)):
        return {"effective_to": (value, until.span("day"))}
    years = _YEARS.search(text, at, at + _NEAR)
    if years and start[:1].isdigit():
        count = "一二三四五六七八九十".find(years["years"]) + 1 or int(years["years"])
        return {"effective_to": (later(start, years=count, days=-1), years.span())}
    return {}
