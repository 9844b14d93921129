"""One file -> its official documents: where each begins and ends.

A document of a gazette is known by its 文号 on a line of its own under a title; its title may stand on several lines
under the issuer's name. A file without two such places is one document.
"""

from __future__ import annotations

import re

from extractors.facts import Gazette

YEAR = r"[〔\[［【（(]\s*(?:19|20)\d{2}\s*[〕\]］】）)]"
NUMBER = rf"(?:[\u4e00-\u9fff]{{1,16}}(?:[A-Z]{{1,3}})?)\s?{YEAR}\s*(?:第\s*)?\d{{1,5}}\s*号"
_ALONE = re.compile(rf"^[（(]?{NUMBER}[）)]?$")
_KIND = re.compile(
    r"(?:通知|意见|决定|方案|办法|规定|公告|通报|批复|函|通告|命令|决议|报告|令)(?:[（(][^（）()]{1,10}[）)])?$"
)
_CODE = re.compile(r"^[A-Z]{2,6}[—\-–－]+\d{4}[—\-–－]+\d+$")
_ISSUE = re.compile(r"第\s*(\d+)\s*期|(\d{4})\s*年")


def split(text: str) -> tuple[list[tuple[int, int]], Gazette | None]:
    """The (start, end) of each document in the source text, and the gazette that printed them (None for others)."""
    lines: list[tuple[int, str]] = []
    at = 0
    for raw in text.split("\n"):
        if raw.strip():
            lines.append((at, re.sub(r"\s+", " ", raw.strip().lstrip("#*- ").rstrip("*"))))
        at += len(raw) + 1
    starts: list[int] = []
    floor = 0
    for i, (_, line) in enumerate(lines):
        if _ALONE.match(line.replace(" ", "")) and (first := _title(lines, i, floor)) is not None:
            starts.append(lines[first][0])
            floor = i + 1
    if len(starts) < 2:
        return [(0, len(text))], None
    return list(zip(starts, [*starts[1:], len(text)], strict=True)), _gazette(text[: starts[0]])


def _title(lines: list[tuple[int, str]], number: int, floor: int) -> int | None:
    """The first line of the title that stands over the line `number`; None where there is no title."""
    first = None
    for i in range(number - 1, max(floor, number - 7) - 1, -1):
        line = lines[i][1]
        if re.search("[。；：！？\t]", line) or len(line) > 90 or "····" in line:
            break
        if first is None and not _KIND.search(line.replace(" ", "")):
            break
        first = i
        if "关于" in line:
            if re.match("关于|转发|印发", line) and i - 1 >= floor and _issuer(lines[i - 1][1]):
                first = i - 1
            break
    if first is None or "关于" not in "".join(line for _, line in lines[first:number]):
        return None
    if first - 1 >= floor and _CODE.match(lines[first - 1][1].replace(" ", "")):
        first -= 1
    return first


def _issuer(line: str) -> bool:
    return bool(re.match(r"^[^，。：；]{3,40}(?:政府|办公室|办公厅|委员会|局|委|部|厅|院)$", line))


def _gazette(head: str) -> Gazette | None:
    lines = [re.sub(r"\s+", "", line) for line in head.split("\n") if line.strip()]
    title = next((line for line in lines if line.endswith("公报") or "公报" in line and len(line) < 40), None)
    if title is None:
        return None
    issue = re.search(r"第(\d+)期", "".join(lines[:12]))
    year = re.search(r"(20\d{2}|19\d{2})年?", "".join(lines[:12]))
    return Gazette(title=title, issue=issue.group(1) if issue else None, year=int(year.group(1)) if year else None)
