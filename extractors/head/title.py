"""The title: the lines that belong together, and which of several titles is the document's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.bodies import squash, stands_alone
from extractors.head.fields import Head, Span, Values, set_value
from extractors.head.pieces import LONGEST, Piece
from extractors.lexicons.documents import ORDER, TITLE_VERBS
from extractors.lexicons.heads import Field

_ADOPTION = re.compile(r"[（(](?:19|20)\d{2}年")
"""How a note begins that tells who adopted the text and when; it may go over several lines."""

_STATE = re.compile(r"[（(](?:试行|暂行|试用|草案|送审稿|修订稿?|修正案?|征求意见稿)[）)]")
"""The end of a title on a line of its own."""

_ABOUT = re.compile("关于[^，：。]{4,}$")
"""The first of two lines of a title that does not say what kind of document it is: 关于《……》/有关情况的说明."""


def read_title(head: Head, text: str, pieces: Sequence[Piece], labelled: dict[Field, Values]) -> str:
    """Set the title; what is returned is its words with the white space in them, which divides joint issuers."""
    seen: set[str] = set()
    found: list[Span] = []
    for i, piece in enumerate(pieces):
        if piece.kind == "title":
            first = _first(pieces, i, seen)
            after = pieces[i + 1] if i + 1 < len(pieces) else piece
            last = after if _STATE.fullmatch(after.flat) else piece
            found.append((pieces[first].start, last.end))
            seen |= {piece.flat, "".join(part.flat for part in pieces[first : i + 1])}
    if found:
        start, end = _best(text, found)
    elif values := labelled.get("title"):
        start, end = values[0][1]
    elif orders := [piece for piece in pieces if piece.kind == "order" and re.match(ORDER, piece.flat)]:
        start, end = orders[0].start, orders[0].end
    elif plain := _last_plain(pieces):
        start, end = plain
        head.doubts.append("a title that does not say what kind of document it is")
    else:
        return ""
    raw = re.sub(r"^\s*[（(]转载[）)]", "", text[start:end])
    set_value(head, "title", squash(raw), (end - len(raw), end))
    return raw


def read_title_of_order(head: Head) -> None:
    """Set the title of an order that has none of its own: that of the text that it makes known."""
    if (
        head.title is None
        and head.number
        and head.promulgates
        and re.search("[令告][（(]?(?:第|\\d{4}年)", head.number)
    ):
        set_value(head, "title", head.promulgates[0], head.proofs["promulgates"][0])


def _first(pieces: Sequence[Piece], last: int, seen: set[str]) -> int:
    """The first piece of the title whose last one is `pieces[last]`."""
    first, title = last, pieces[last].flat
    while first > 0 and title not in seen and len(title) < LONGEST:
        before = pieces[first - 1]
        if not _belongs(before, title):
            break
        first, title = first - 1, before.flat + title
    return first


def _belongs(before: Piece, title: str) -> bool:
    """Whether the piece is the beginning of the title that goes on with `title`."""
    if before.flat.startswith(title):
        return False  # the title of the page: ……的通知-临溪县人民政府
    if before.kind == "title":
        return title.startswith(("的", "和", "及", "、", "（", "("))
    if before.kind not in ("plain", "bodies") or len(before.flat) < 2:
        return False
    verb = TITLE_VERBS.search(title)
    if verb is None:
        return len(before.flat) > 4 or before.kind == "bodies" or before.flat.startswith("关于")
    if verb.start() == 0:
        return before.kind == "bodies" or before.flat.endswith(("关于", "印发", "转发", "部门"))
    if before.flat.endswith(("、", "和", "及", "关于", "转发", "印发")):
        return True
    issuer = title[: verb.start()]
    return before.kind == "bodies" if stands_alone(issuer) or re.search("等.{0,3}部门$", issuer) else True


def _best(text: str, found: Sequence[Span]) -> Span:
    """The title that is nearest to the body, of those that name their issuer; else the nearest."""
    named = [span for span in found if (verb := TITLE_VERBS.search(squash(text[slice(*span)]))) and verb.start()]
    flat = squash(text[slice(*found[-1])])
    for span in reversed(named):
        if flat in squash(text[slice(*span)]):
            return span
    return found[-1]


def _last_plain(pieces: Sequence[Piece]) -> Span | None:
    """The line right over the body, or over the note on who adopted the text, where it can be a title."""
    note = next((i for i, piece in enumerate(pieces) if _ADOPTION.match(piece.flat)), len(pieces))
    lines = [piece for piece in pieces[:note] if piece.kind not in ("body", "noise", "label", "date", "number")]
    last = lines[-1] if lines else None
    if last is None or last.kind != "plain" or not 6 <= len(last.flat) <= 60 or re.search("[，：]", last.flat):
        return None
    first = lines[-2] if len(lines) > 1 and _ABOUT.match(lines[-2].flat) and lines[-2].kind == "plain" else last
    return first.start, last.end
