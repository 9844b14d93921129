"""The text up to the body, cut into pieces with one meaning each (`Piece.kind`)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extractors.bodies import squash
from extractors.head.addressees import is_address, is_open_address
from extractors.head.fields import FIRST_CHARS, FIRST_LINES, Span, trim
from extractors.head.labels import label_pairs
from extractors.lexicons.documents import (
    DATE,
    NO_CODE,
    NUMBER,
    ORDER,
    ORDER_SERIAL,
    SERIAL,
    TITLE_END,
    TITLE_KINDS,
    TITLE_TAIL,
    YEAR,
)
from extractors.lexicons.heads import ADOPTED, NOISE, RED_HEAD, SIGNED_BY
from extractors.signature import bodies_in

PieceKind = Literal["number", "order", "date", "label", "noise", "address", "title", "bodies", "plain", "red", "body"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the head: ``text[start:end]`` of the clean text, `flat` without white space."""

    kind: PieceKind
    start: int
    end: int
    flat: str


LONGEST = 160
"""The characters of the longest title."""

_FIGURE = "[一二三四五六七八九十]{1,3}"
_OUTLINE = re.compile(rf"{_FIGURE}、|第[一二三四五六七八九十百]+[章条]|[（(]{_FIGURE}[）)]|1[.．、]\D")
"""How the heading of a section begins. The text may begin with any: its head may be lost."""

_NO_TITLE = re.compile(rf"[（(][^（）()]+[）)]|{YEAR}{SERIAL}")
"""A line that says something of the title beside it (（二〇一八年十一月公告）), or the rest of a 文号."""

_TABLE = re.compile("序 ?号(?:\t|$)")
"""The header of a table, which no head has."""
_ROSTER = re.compile(r"(?:第一|双)?(?:组长|总指挥|指挥长|总?召集人|主任委员)(?:[：:].*|$)")
"""How a roster begins, which may stand right under the title (on the flat text)."""

_PROSE = re.compile("(?:为了|为[^，]{4,}，|根据|按照|经|现将)")
_SENTENCE = re.compile("[。：:]")
_BEHIND = "通知|意见|决定|批复|公告|通报|文件|函件|复函|办法|方案|规定"
_HEAD_NUMBER = re.compile(
    rf"""
    (?: (?<=\s) | ^ | (?<=^[（(]) | {"|".join(f"(?<={kind}) | (?<={kind}[（(])" for kind in _BEHIND.split("|"))} )
    {NUMBER}
    (?![^\s）)]{{0,8}}(?:文|精神|要求))
    """,
    re.X,
)
"""A 文号 where the head may have one: at the start, behind white space, or behind the end of a title."""

_SURE_ENDS = ("通知", "通报", "公告", "决定", "批复", "复函")
_GLUED_TITLE = re.compile(
    rf"""
    (?:{TITLE_KINDS})(?!件){TITLE_TAIL}
    (?: (?=各) | \s+(?=各) | (?={NUMBER}) | \s+(?={NUMBER})
      | (?:{"|".join(f"(?<={kind})" for kind in _SURE_ENDS)})\s+(?![的和及、]|报告|请示)
      | \s+(?=[\[【]|按照|根据|为(?:了|进一步|加强|切实|做好|规范)) | \s*(?=[（(](?:19|20)\d{{2}}年\d{{1,2}}月)
      | \s+(?=[\u4e00-\u9fff]{{2,40}}(?:政府|办公[厅室]|委员会|局|委|部|厅|会)\s*(?:关于|印发|转发)) )
    """,
    re.X,
)
"""The end of a title that something is glued to."""

_GLUED_RED = re.compile(r"文件(?=\s+关于)")
_TOOLS = re.compile(r"\s*(?:【\s*字体[^】]*】)?\s*(?:打印|发布|更新)时间[：:]\s*[\d-]+(?:\s*\d+:\d+(?::\d+)?)?")
"""What a page prints before the title in its line."""

_GLUED_ORDER = re.compile(rf"{ORDER}(?=\s)")
_AHEAD = 60
"""The lines in which a head is looked for behind what reads like a body: a note, a menu."""


def read_pieces(text: str) -> Iterator[Piece]:
    """The pieces of the head in order; the last one is where the body begins."""
    at, numbered = 0, False
    before: PieceKind = "body"
    lines = text[:FIRST_CHARS].split("\n")[:FIRST_LINES]
    for i, line in enumerate(lines):
        for start, end in _cuts(line):
            flat = squash(line[start:end])
            kind = _kind(line[start:end], flat)
            if kind == "body" and not numbered and _head_follows(lines[i + 1 : i + _AHEAD]):
                kind = "noise"
            if before in ("title", "number") and is_open_address(line[start:end]) and _ends_there(lines[i + 1 : i + 3]):
                kind = "address"
            before = kind
            yield Piece(kind, at + start, at + end, flat)
            if kind in ("body", "address"):
                if kind == "address":
                    yield from _behind(text, at + end)
                return
            numbered = numbered or kind == "number"
        at += len(line) + 1


def _ends_there(lines: Sequence[str]) -> bool:
    """Whether the line of addressees before `lines` does not go on in them."""
    following = next((line.rstrip() for line in lines if line.strip()), "：")
    return not (following.endswith(("：", ":")) and (len(following) < 2 or is_address(following)))


def _head_follows(lines: Sequence[str]) -> bool:
    """Whether a title and, right under it or over it, a 文号 or addressees stand in the lines before any section."""
    kinds: list[PieceKind] = []
    for line in lines:
        if _OUTLINE.match(squash(line)):
            return False
        kinds += [_kind(line[a:b], squash(line[a:b])) for a, b in _cuts(line)]
        if kinds[-2:] in (["title", "number"], ["title", "address"], ["number", "title"]):
            return True
    return False


def _behind(text: str, at: int) -> Iterator[Piece]:
    """What follows the addressees: a 文号 on a line of its own, as some print it, and the body."""
    start = at + len(text[at:]) - len(text[at:].lstrip())
    end = text.find("\n", start)
    flat = squash(text[start:end])
    if end > 0 and _kind(flat, flat) == "number":
        yield Piece("number", start, end, flat)
        start = end + 1
    yield Piece("body", start, len(text), "")


def _cuts(line: str) -> list[Span]:
    """The (start, end) of the pieces of a line: what is glued to a number, to a title or to the addressees is cut."""
    if label_pairs(line) or "\t" in line or (NOISE.search(squash(line)) and not _SENTENCE.search(line)):
        return [(0, len(line))]
    tools = _TOOLS.match(line)
    begin = tools.end() if tools else 0
    sentence = _SENTENCE.search(line, begin)
    stop = sentence.end() if sentence else len(line)
    edges = {begin, stop, len(line)}
    for match in _HEAD_NUMBER.finditer(line, begin, stop):
        if not NO_CODE.search(match.group()):
            edges |= {match.start(), match.end()}
    edges |= {match.end() for match in _GLUED_TITLE.finditer(line, begin, stop)}
    edges |= {match.end() for match in _GLUED_RED.finditer(line, begin, stop)}
    edges |= {order.end() for edge in sorted(edges) if (order := _GLUED_ORDER.match(line, edge, stop))}
    places = sorted(edges)
    return [span for a, b in itertools.pairwise(places) if (span := trim(line, a, b))[0] < span[1]]


def _kind(piece: str, flat: str) -> PieceKind:
    if _TABLE.match(piece) or _ROSTER.match(flat):
        return "body"
    if label_pairs(piece):
        return "label"
    if re.fullmatch(rf"[（(]?{NUMBER}[）)]?", flat) and not NO_CODE.search(flat):
        return "number"
    if re.fullmatch(rf"{ORDER}|[（(]?{ORDER_SERIAL}[）)]?", flat):
        return "order"
    if _is_date(flat):
        return "date"
    if "\t" in piece or NOISE.search(flat) or SIGNED_BY.match(piece):
        return "noise"
    if flat.endswith(("：", ":")):
        return "address" if is_address(piece) else "noise" if len(flat) < 16 and not _OUTLINE.match(flat) else "body"
    if flat.endswith(("；", ";")) and is_address(piece):
        return "address"
    if RED_HEAD.match(flat):
        return "red"
    if _NO_TITLE.fullmatch(flat):
        return "noise"
    if TITLE_END.search(flat) and len(flat) <= LONGEST and not (_PROSE.match(flat) or _OUTLINE.match(flat)):
        return "title"
    if _OUTLINE.match(flat) or re.search("[。；！]", flat) or len(flat) > LONGEST:
        return "body"
    if bodies_in(piece):
        return "bodies"
    return "plain"


def _is_date(flat: str) -> bool:
    """Whether the piece is a date, alone or with who adopted the text on that day."""
    inner = flat.strip("（()）")
    match = DATE.match(inner)
    return match is not None and (match.end() == len(inner) or (bool(ADOPTED.search(inner)) and len(inner) < LONGEST))
