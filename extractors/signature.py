"""The signatures of a document: the bodies over a date (署名 and 成文日期), and the names of bodies in a row."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.bodies import squash, stands_alone
from extractors.dates import iso
from extractors.lexicons.divisions import by_name
from extractors.lexicons.documents import DATE, FIGURES, TITLE_END
from extractors.lexicons.heads import SIGNED_BY

Span = tuple[int, int]
Named = tuple[str, Span]
"""A body and its place in the clean text."""

_NAME = re.compile(r"[\u4e00-\u9fff“][\u4e00-\u9fff（）()“”·〇A-Z0-9—/-]{2,47}")
_MORE_ENDS = re.compile(r"(?:[监委]会|中央|机制|兵团|联合社|总社|综合组|工作组)$")
"""Ends of the names of bodies that sign, beyond those that are bodies anywhere in a text."""

_TOKEN = re.compile(r"(?<!\S)[^\s、](?: [^\s、])+(?!\S)|[^\s、]+")
"""A name, or one with its characters set apart (青 川 市 总 工 会)."""

_PLACE = re.compile(
    r"(?:中共|中国共产党)?([\u4e00-\u9fff]{2,3}?(?:省|市|县|区|州|旗)|[\u4e00-\u9fff]{2,8}?自治[区州县])"
)
_NATIONAL = "中华人民共和国|国家|国务院|中国|国网|中共"
_BODY = "厅|局|委员会|部|办公室|政府|公司|总队|大队|会议|支行|院|会|中央"
_PLACE_TWICE = re.compile(
    rf"(?:^|{_BODY})(?P<place>[\u4e00-\u9fff]{{2}})[\u4e00-\u9fff]{{2,20}}?(?:{_BODY})(?=(?P=place))"
)
"""Where a place is named again behind the end of a body: 国家统计局青川调查总队[青川海事局]."""

_LONGEST_GLUED = 40
"""Characters that hold the longest such name and the body before it."""

_GLUED_NAME = re.compile(
    r".*(?<=[会府局厅委位门司院校部责])(?P<name>[\u4e00-\u9fff]{2,4}(?:省|市|县|区|自治州)人民政府(?:办公[厅室])?)$"
)
"""A government glued to the end of a list of bodies: ……平潭管委会福建省人民政府."""

_ASIDE = re.compile(r"^[（(][^（）()]{1,40}[）)]$")
"""A line that may stand in a signature: （某某厅代章）, （联系人：……）, （此件公开发布）."""

_SEALED = re.compile(r"[（(][^（）()]*章[）)]\s*$")
"""Where the seal is: 临溪县教育局（盖章）, （县政府代章）."""

_SENTENCE_END = re.compile(r".*[。！？；：:…》A-Za-z0-9](?:[”）)])?", re.S)
_BEGINNING = re.compile(r"[\u4e00-\u9fff“”（）]{6,40}")
_WIDE_PLACE = re.compile(r"(?:中共)?[\u4e00-\u9fff]{2,8}?(?:省|市|县|区|州|旗|镇|乡)")

_MOST_LINES = 30
_WINDOW = 1500
"""How far before and behind a day its line is looked at: a page may be printed in one line."""


@dataclass(frozen=True, slots=True)
class Signature:
    """The bodies that sign, the ISO date (None where only the month is told) and its place; `printed` where it is the
    date of printing (印发).
    """

    issuers: list[Named]
    date: str | None
    day: Span
    printed: bool = False


def bodies_in(text: str) -> list[tuple[str, Span]]:
    """The bodies that `text` names, where it is nothing but names divided by white space or 、 (else [])."""
    names: list[tuple[str, Span]] = []
    for token in _TOKEN.finditer(text):
        if " " in token.group() and _is_name(name := squash(token.group())):
            names.append((name, token.span()))
            continue
        parts = _split_glued(token.group())
        if not parts:
            return _one_name(text)
        names += [(token.group()[a:b], (token.start() + a, token.start() + b)) for a, b in parts]
    return names


def _one_name(text: str) -> list[tuple[str, Span]]:
    """The one body that `text` names, with its characters set apart (国 务 院) or its name over two lines."""
    name = squash(text)
    apart = all(len(token) == 1 for token in text.split()) or "\n" in text.strip()
    start = len(text) - len(text.lstrip())
    return [(name, (start, len(text.rstrip())))] if apart and _is_name(name) else []


def _is_name(name: str) -> bool:
    known = stands_alone(name) or bool(_MORE_ENDS.search(name))
    return known and bool(_NAME.fullmatch(name)) and not name.startswith(("各", "由", "报", "和", "及"))


def _split_glued(token: str) -> list[Span]:
    """The names of a token: cut where its place begins again behind the end of a body (甲省公安厅甲省财政厅)."""
    for mark in re.finditer("以及|[和与及]", token):
        if _is_name(token[: mark.start()]) and _is_name(token[mark.end() :]):
            return [(0, mark.start()), (mark.end(), len(token))]
    place = _PLACE.match(token)
    again = f"(?:国网|中共)?{re.escape(place.group(1))}|{_NATIONAL}" if place else _NATIONAL
    edges = [0, *(match.end() for match in re.finditer(rf"(?:{_BODY})(?=(?:{again}))", token)), len(token)]
    twice = _PLACE_TWICE.search(token)
    if twice and by_name(twice["place"]):
        edges = sorted({*edges, twice.end()})
    parts = [(a, b) for a, b in itertools.pairwise(edges) if a < b]
    if all(_is_name(token[a:b]) for a, b in parts):
        return parts
    return [(0, len(token))] if _is_name(token) else []


def signatures(text: str, body: int) -> Iterator[Signature]:
    """The signatures of the text from `body` on, in order: dates that close a text, with the bodies over them."""
    for match in DATE.finditer(text, body):
        start, end = match.span()
        line = text.rfind("\n", max(0, start - _WINDOW), start) + 1 or max(0, start - _WINDOW)
        rest = text[end : end + _WINDOW].partition("\n")[0].strip()
        date = iso(match)
        if date is None or "\t" in text[line:start] or "\t" in rest:
            continue
        printed = bool(_PRINTED.match(rest))
        names = _in_line(text, line, start)
        if names and names[0][1][0] == line:
            names = _above(text, line) + names
        before = text[line:start].strip()
        closes = (
            not rest
            or printed
            or (not before and bool(bodies_in(rest)))
            or bool(_ASIDE_BEHIND.match(rest))
            or (bool(names) and _new_text(text[end : end + 8]))
        )
        if not closes:
            continue
        if not before or SIGNED_BY.match(before):
            yield Signature(_above(text, line) or _behind(text, end), date, match.span(), printed)
        elif names or (before.endswith("。") and (not rest or _ASIDE.match(rest.split(" ")[0]))):
            yield Signature(names, date, match.span(), printed)
    for match in _ROUGH_DAY.finditer(text, body):
        if names := _above(text, match.start()):
            yield Signature(names, iso(match) if match["day"] else None, match.span())


def undated(text: str, body: int) -> list[Named]:
    """The body that signs on the last line, under a sentence, where the text ends without a day."""
    end = len(text.rstrip())
    line = text.rfind("\n", body, end) + 1
    if not line or not text[:line].rstrip().endswith("。"):
        return []
    return [(name, (line + a, line + b)) for name, (a, b) in bodies_in(_SEALED.sub("", text[line:end]))]


_ROUGH_DAY = re.compile(rf"^[ \t]*(?:{FIGURES.pattern}|(?:19|20)\d{{2}}年\d{{1,2}}月)[ \t]*$", re.M)
"""A day in figures (2020.3.1), or a month without its day, alone on a line."""


_PRINTED = re.compile(r"印发[）)]?$")
_ASIDE_BEHIND = re.compile("[（(附政公此抄分扫]")
"""What may stand behind the day: （此件公开发布）, 附件, 公开方式, 抄送, and the words of the page."""

_NOT_NEW = re.compile(r"\s*(?:起|前|后|至|以|印发|在|发布|的|，|到|召开|下发|制定|公布|实施|施行)")


def _new_text(behind: str) -> bool:
    """Whether a new text begins behind a day in the midst of a line."""
    return bool(re.match(r"\s*[“《\u4e00-\u9fff\d]", behind)) and not _NOT_NEW.match(behind)


def _glued(row: str) -> re.Match[str] | None:
    """The government glued to the end of a row; only as far back as a name reaches, for a line may be very long."""
    return _GLUED_NAME.search(row, max(0, len(row) - _LONGEST_GLUED))


def _in_line(text: str, line: int, day: int) -> list[Named]:
    """The bodies between the last sentence of the line and the day."""
    before = _SEALED.sub("", text[line:day])
    sentence = _SENTENCE_END.match(before)
    start = sentence.end() if sentence else 0
    tail = before[start:]
    if "，" in tail:
        start, tail = start + tail.rfind("，") + 1, tail[tail.rfind("，") + 1 :]
    glued = _glued(before.rstrip())
    last = [(glued["name"], (line + glued.start("name"), line + glued.end("name")))] if glued else []
    for token in itertools.islice(re.finditer(r"\S+", tail), _MOST_LINES):
        if names := bodies_in(tail[token.start() :]):
            at = line + start + token.start()
            found = [(name, (at + a, at + b)) for name, (a, b) in names]
            over = re.search(r"(\S+)\s+$", tail[: token.start()])
            if len(found) == 1 and last and last[0][1][0] > at:
                return last
            return _wrapped(text, line + start + over.start(), at, found) if over else found
    return last


def _above(text: str, line: int) -> list[Named]:
    """The bodies on the lines over the day that begins at `line`, in order."""
    found: list[Named] = []
    end = line - 1
    for _ in range(_MOST_LINES):
        if end <= 0:
            break
        start = text.rfind("\n", 0, end) + 1
        row = text[start:end]
        if "\t" in row:
            break
        if not _ASIDE.match(row.strip()):
            names = [(name, (start + a, start + b)) for name, (a, b) in bodies_in(_SEALED.sub("", row))]
            if not names:
                return _wrapped(text, start, end, found) if found else _at_end(text, start, end)
            found = names + found
        end = start - 1
    return found


def _behind(text: str, day: int) -> list[Named]:
    """The bodies behind the day that ends at `day`: in its line, or under it on the last line of the text."""
    rest = text[day : day + _WINDOW]
    row = rest.partition("\n")[0]
    if not row.strip() and "\n" not in rest.strip():
        row = rest
    return [(name, (day + a, day + b)) for name, (a, b) in bodies_in(_SEALED.sub("", row))]


def _wrapped(text: str, start: int, end: int, found: list[Named]) -> list[Named]:
    """The bodies, the first of them with the line over it where that is the beginning of its name."""
    over = squash(text[start:end])
    name, (_, last) = found[0]
    begins = _BEGINNING.fullmatch(over) and not TITLE_END.search(over) and not _WIDE_PLACE.match(name)
    return [(over + name, (start, last)), *found[1:]] if begins and len(found) == 1 else found


def _at_end(text: str, start: int, end: int) -> list[Named]:
    """The bodies at the end of the line over the day, where the last sentence is glued to them."""
    row = text[start:end].rstrip()
    return _in_line(text, start, start + len(row)) if re.search("[。；》）)]", row) or _glued(row) else []
