"""One text -> its official documents: where each begins and ends.

A document of a gazette is known by its 文号 on a line of its own, under or over a title, or by a title that the table
of contents has. A text without two such places is one document.
"""

from __future__ import annotations

import re

from extractors.bodies import squash
from extractors.facts import Gazette
from extractors.lexicons.documents import NO_CODE, NUMBER, TITLE_END

_ALONE = re.compile(rf"[（(]?{NUMBER}[）)]?$")
_REGISTRATION = re.compile(r"[A-Z]{2,6}[—\-–－]+\d{4}[—\-–－]+\d+$")
_LEADER = r"\s.·．…⋯"
_CONTENTS = re.compile(rf"^(?P<title>.(?:.*?[^{_LEADER}])?)[{_LEADER}]{{4,}}+\d+$")
_ISSUER = re.compile(r"[^，。：；]{3,40}(?:政府|办公室|办公厅|委员会|局|委|部|厅|院)$")
_NO_TITLE = re.compile("[。；：！？\t]")

_LINES_OF_TITLE = 7
_LONGEST_LINE = 90
_LONGEST_NAME = 40

Line = tuple[int, str]
"""Where a line starts, and its characters without white space other than the tabs of a table row."""


def split(text: str) -> tuple[list[tuple[int, int]], Gazette | None]:
    """The (start, end) of each document in the clean text, and the gazette that printed them (None for others)."""
    lines = _lines(text)
    starts = sorted(_numbered(lines) | _listed(lines))
    if len(starts) < 2:
        return [(0, len(text))], None
    places = [lines[i][0] for i in starts]
    return list(zip(places, [*places[1:], len(text)], strict=True)), _gazette(text[: places[0]])


def is_number(line: str) -> bool:
    """Whether the line (without white space) is a 文号 and nothing else, as over or under a title."""
    return bool(_ALONE.match(line)) and not NO_CODE.search(line)


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    at = 0
    for raw in text.split("\n"):
        if raw.strip():
            lines.append((at, re.sub(r"[^\S\t]+", "", raw)))
        at += len(raw) + 1
    return lines


def _numbered(lines: list[Line]) -> set[int]:
    """The first lines of the documents that have a 文号 on a line of its own."""
    starts: set[int] = set()
    floor = 0
    for i, (_, line) in enumerate(lines):
        if is_number(line):
            first = _title_over(lines, i, floor)
            if first is None and _title_under(lines, i):
                first = i
            if first is not None:
                starts.add(first)
                floor = i + 1
    return starts


def _title_over(lines: list[Line], number: int, floor: int) -> int | None:
    """The first line of the title that stands over the line `number`; None where there is no title."""
    first = None
    for i in range(number - 1, max(floor, number - _LINES_OF_TITLE) - 1, -1):
        line = lines[i][1]
        if _NO_TITLE.search(line) or len(line) > _LONGEST_LINE or _CONTENTS.match(line):
            break
        if first is None and not TITLE_END.search(line):
            break
        first = i
        if "关于" in line:
            if re.match("关于|转发|印发", line) and i - 1 >= floor and _ISSUER.match(lines[i - 1][1]):
                first = i - 1
            break
    if first is None or "关于" not in "".join(line for _, line in lines[first:number]):
        return None
    return _with_registration(lines, first, floor)


def _with_registration(lines: list[Line], first: int, floor: int) -> int:
    """The line over `first` where it is the document's code of registration."""
    return first - 1 if first > floor and _REGISTRATION.match(lines[first - 1][1]) else first


def _title_under(lines: list[Line], number: int) -> bool:
    """Whether a title stands right under the line `number`."""
    title = ""
    for _, line in lines[number + 1 : number + _LINES_OF_TITLE]:
        if _NO_TITLE.search(line) or len(line) > _LONGEST_LINE or is_number(line):
            return False
        title += line
        if TITLE_END.search(title) and "关于" in title:
            return True
    return False


def _listed(lines: list[Line]) -> set[int]:
    """The first lines of the documents that the table of contents has and whose title is printed again further on."""
    titles: dict[str, int] = {}
    for i, (_, line) in enumerate(lines):
        contents = _CONTENTS.match(line)
        if contents and "关于" in contents["title"] and TITLE_END.search(contents["title"]):
            titles[contents["title"]] = i
    if not titles:
        return set()
    end = max(titles.values()) + 1
    found: dict[str, int] = {}
    for i in range(end, len(lines)):
        title = ""
        for _, line in lines[i : i + _LINES_OF_TITLE]:
            title += line
            if title in titles:
                found.setdefault(title, _with_registration(lines, i, end))
    return set(found.values())


def _gazette(head: str) -> Gazette | None:
    """The gazette whose name, year and issue stand in `head`, before the first document."""
    lines = [squash(line) for line in head.split("\n") if line.strip()]
    named = next((i for i, line in enumerate(lines) if "公报" in line and len(line) < _LONGEST_NAME), None)
    if named is None:
        return None
    title = "".join(lines[max(0, named - 1) : named + 1]) if lines[named] == "公报" else lines[named]
    top = "".join(lines[:12])
    issue, year = re.search(r"第(\d+)期", top), re.search(r"((?:19|20)\d{2})年?", top)
    return Gazette(title=title, issue=issue.group(1) if issue else None, year=int(year.group(1)) if year else None)
