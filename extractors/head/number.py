"""The number of a document (发文字号), and the code under which it is registered."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.bodies import squash
from extractors.head.fields import Head, Values, set_value
from extractors.head.pieces import Piece
from extractors.lexicons.documents import DATE, NO_CODE, NUMBER, ORDER, ORDER_SERIAL
from extractors.lexicons.heads import Field

_OVER_ATTACHMENT = re.compile(rf"(?<!\S)({NUMBER})\s*附件(?=[\s\d一二三四五六七八九十：:]|$)", re.M)
_OF_YEAR = re.compile(r"(?:19|20)\d{2}年第\d+号")
"""The number of an announcement whose red head is lost."""

_REGISTRATION = re.compile(r"[A-Z]{2,6}[—\-–－]+\d{4}[—\-–－]+\d+$")


_ANY_NUMBER = re.compile(rf"(?<![\u4e00-\u9fff]){NUMBER}")


def number_of(flat: str) -> str:
    """A 文号 as it is cited: without white space, brackets around it and the words of the red head before it."""
    flat = squash(flat)
    if re.fullmatch(r"[（(].*[）)]", flat):
        flat = flat[1:-1]
    return re.sub(r"^.*(?:文件|函件)(?=[\u4e00-\u9fff])", "", flat)


def read_number(head: Head, pieces: Sequence[Piece], labelled: dict[Field, Values]) -> None:
    """Set the number: the first one over the body, else the one that a label gives."""
    for i, piece in enumerate(pieces):
        if piece.kind == "number":
            set_value(head, "number", number_of(piece.flat), (piece.start, piece.end))
            return
        if piece.kind == "order" or piece.kind == "date":
            name, start = piece.flat, piece.start
            before = pieces[i - 1] if i else None
            if before and re.match(rf"[（(]?{ORDER_SERIAL}", name) and before.flat.endswith(("令", "公告")):
                name, start = before.flat + name, before.start
            if match := re.search(ORDER, DATE.sub("。", name)):
                set_value(head, "number", squash(match.group()), (start, piece.end))
                return
            if _OF_YEAR.fullmatch(piece.flat):
                set_value(head, "number", piece.flat, (piece.start, piece.end))
                return
    for number, span in labelled_numbers(labelled):
        set_value(head, "number", number, span)
        return


def labelled_numbers(labelled: dict[Field, Values]) -> Values:
    """The numbers that labels give."""
    matches = [(re.search(rf"{NUMBER}|{ORDER}", value), span) for value, span in labelled.get("number", [])]
    return [(number_of(match.group()), span) for match, span in matches if match]


def read_number_before_title(head: Head, text: str) -> None:
    """The number that stands right before the title, as in the name of a file that the page offers."""
    if head.number is None and head.title is not None:
        for match in _ANY_NUMBER.finditer(text):
            # White space may divide the title: twice its length is enough to see it.
            if squash(text[match.end() : match.end() + 2 * len(head.title)]).startswith(head.title):
                set_value(head, "number", number_of(match.group()), match.span())
                return


def read_number_of_attachments(head: Head, text: str) -> None:
    """The number that stands before the word 附件 over an attachment: it says whose attachment that is."""
    if head.number is None:
        for match in _OVER_ATTACHMENT.finditer(text, head.body):
            if not NO_CODE.search(match.group(1)):
                set_value(head, "number", number_of(match.group(1)), match.span(1))
                return


def read_registration(head: Head, pieces: Sequence[Piece], labelled: dict[Field, Values]) -> None:
    """The code under which the document is registered, on a line over its title or by a label."""
    for piece in pieces:
        if _REGISTRATION.match(piece.flat):
            set_value(head, "registration", piece.flat, (piece.start, piece.end))
            return
    for code, span in labelled.get("registration", []):
        set_value(head, "registration", code, span)
        return
