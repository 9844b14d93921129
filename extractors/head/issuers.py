"""Who issues the document, and on which day: the title and the signature, else the red head and labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.dates import iso
from extractors.head.fields import Head, Span, Values, set_value, set_values
from extractors.head.labels import set_day
from extractors.head.pieces import Piece
from extractors.lexicons.documents import DATE, ORDER_SERIAL, TITLE_VERBS
from extractors.lexicons.heads import Field
from extractors.signature import Signature, bodies_in, signatures, undated


def read_issuers_and_date(
    head: Head, text: str, pieces: Sequence[Piece], title: str, labelled: dict[Field, Values]
) -> None:
    """Set issuers and date; `title` is the words of the title with the white space that divides joint issuers."""
    signed = list(signatures(text, head.body))
    named = _title_issuers(title, head.proofs.get("title", [])) or _order_issuer(head)
    signature = next((found for found in signed if _signs(found, named)), None)
    if signature is not None and signature.issuers:
        issuers = signature.issuers
    else:
        issuers = named or _other_issuers(text, head.body, pieces, labelled)
    set_values(head, "issuers", issuers)
    printed = next((found for found in signed if found.printed), None)
    _date(head, text, pieces, signature, printed, labelled)


def _signs(signature: Signature, named: Values) -> bool:
    """Whether the signature is the document's: by the bodies of its title where that names them, or by a day alone."""
    return not signature.printed and (not signature.issuers or not named or _agrees(named, signature))


def _title_issuers(title: str, place: list[Span]) -> Values:
    """The bodies that the title begins with."""
    verb = TITLE_VERBS.search(title)
    if verb is None or not place:
        return []
    names = re.sub(r"等\s*[\d一二三四五六七八九十]*\s*(?:个)?部门\s*$", "", title[: verb.start()])
    start = place[0][0]
    return [(name, (start + a, start + b)) for name, (a, b) in bodies_in(names)]


def _agrees(named: Values, signature: Signature) -> bool:
    """Whether the bodies of the title are those of the signature: the same or shorter forms (市农业农村委)."""
    signed = [name for name, _ in signature.issuers]
    return all(any(is_short_for(name, full) for full in signed) for name, _ in named)


def is_short_for(short: str, full: str) -> bool:
    """Whether the characters of `short` stand in `full` in their order."""
    rest = iter(full)
    return all(char in rest for char in short)


def _order_issuer(head: Head) -> Values:
    """The body whose order it is, without the state before its name: 临溪县人民政府令第3号, 中华人民共和国国务院令."""
    order = re.match(rf"(?:中华人民共和国(?!主席))?(.+)(?:令|公告)[（(]?{ORDER_SERIAL}", head.number or "")
    return [(order.group(1), head.proofs["number"][0])] if order else []


def _other_issuers(text: str, body: int, pieces: Sequence[Piece], labelled: dict[Field, Values]) -> Values:
    """The issuers that neither title nor signature tells: by a label, the red head, or the last line."""
    if issuers := labelled_issuers(labelled):
        return issuers
    for piece in pieces:
        if piece.kind == "red" and (names := bodies_in(text[piece.start : piece.end].removesuffix("文件"))):
            return [(name, (piece.start + a, piece.start + b)) for name, (a, b) in names]
    return undated(text, body)


def labelled_issuers(labelled: dict[Field, Values]) -> Values:
    """The issuers that a label gives."""
    for value, (start, _) in labelled.get("issuers", []):
        if names := bodies_in(value.replace(",", " ").replace("，", " ")):
            return [(name, (start + a, start + b)) for name, (a, b) in names]
    return []


def _date(
    head: Head,
    text: str,
    pieces: Sequence[Piece],
    signature: Signature | None,
    printed: Signature | None,
    labelled: dict[Field, Values],
) -> None:
    """The day of the signature, else the day under the title, else what a label says, else that of printing."""
    if signature is not None and signature.date:
        set_value(head, "date", signature.date, signature.day)
        return
    for piece in pieces:
        if piece.kind == "date" and (match := DATE.search(text, piece.start, piece.end)) and (date := iso(match)):
            set_value(head, "date", date, match.span())
            return
    if set_day(head, "date", labelled):
        return
    if printed is not None:
        set_value(head, "date", printed.date, printed.day)
        head.doubts.append("the date is that of printing")
    elif set_day(head, "date", labelled, "printed"):
        head.doubts.append("the date is that of printing")
    elif set_day(head, "date", labelled, "published"):
        head.doubts.append("the date is that of publication")
