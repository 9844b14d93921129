"""The head of a document: title, 文号, issuers, addressees, date.

The order of the parts is that of GB/T 9704-2012 (标题, 发文字号, 主送机关, 正文, 附件说明, 署名, 成文日期); on web
sites the number may stand first, all parts may stand in one line, and a table of labels (索引号, 发文字号, 成文日期)
may stand before them.

The text up to the body is cut into pieces, each with one meaning (`Piece.kind`); title, number and addressees are then
chosen from the pieces, issuers and date from the signature (`extractors.signature`), and what these lack from labels.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.enclosed import read_attachments, read_promulgated
from extractors.force import read_force
from extractors.head.addressees import read_addressees, split_addressees
from extractors.head.fields import Head, Span, Values, set_value, set_values
from extractors.head.issuers import is_short_for, labelled_issuers, read_issuers_and_date
from extractors.head.labels import labelled_days, read_labels, set_day
from extractors.head.number import (
    labelled_numbers,
    read_number,
    read_number_before_title,
    read_number_of_attachments,
    read_registration,
)
from extractors.head.pieces import Piece, read_pieces
from extractors.head.title import read_title, read_title_of_order
from extractors.lexicons.heads import Field

__all__ = ["Head", "read_head", "split_addressees"]


def read_head(text: str) -> Head:
    """The head of the document whose clean text is `text`. What is not said stays empty."""
    pieces = list(read_pieces(text))
    head = Head(body=pieces[-1].start if pieces and pieces[-1].kind == "body" else 0)
    labelled = read_labels(text)
    if address := _address(pieces):
        read_addressees(head, text, address)
    read_number(head, pieces, labelled)
    title = read_title(head, text, pieces, labelled)
    read_number_before_title(head, text)
    read_number_of_attachments(head, text)
    read_issuers_and_date(head, text, pieces, title, labelled)
    read_registration(head, pieces, labelled)
    set_values(head, "promulgates", read_promulgated(text, head.body, head.title, head.proofs.get("title", [])))
    read_title_of_order(head)
    known = {*head.promulgates, head.title or ""}
    set_values(head, "attachments", read_attachments(text, head.body, known, head.issuers))
    _force(head, text, labelled)
    _doubt_labels(head, labelled)
    head.doubts += [f"no {name}" for name in ("number", "title", "date") if getattr(head, name) is None]
    return head


def _address(pieces: Sequence[Piece]) -> Span | None:
    """Where the addressees stand: their line, with those before it that end in a mark between two of them."""
    last = next((i for i, piece in enumerate(pieces) if piece.kind == "address"), None)
    if last is None:
        return None
    first = last
    while (
        first and pieces[first - 1].kind in ("plain", "bodies") and pieces[first - 1].flat.endswith(("，", "、", ","))
    ):
        first -= 1
    return pieces[first].start, pieces[last].end


def _doubt_labels(head: Head, labelled: dict[Field, Values]) -> None:
    """Doubt what labels say otherwise than the document itself, which is right until someone looks."""
    for name, values in (("number", labelled_numbers(labelled)), ("date", labelled_days(labelled, "date"))):
        told = [value for value, _ in values]
        if told and getattr(head, name) not in (None, *told):
            head.doubts.append(f"the labels around the text tell another {name}: {told[0]}")
    for issuer, _ in labelled_issuers(labelled) if head.issuers else ():
        if not any(is_short_for(issuer, known) or is_short_for(known, issuer) for known in head.issuers):
            head.doubts.append(f"the labels around the text tell another issuer: {issuer}")


def _force(head: Head, text: str, labelled: dict[Field, Values]) -> None:
    for name, (value, span) in read_force(text, head.date).items():
        set_value(head, name, value, span)
    if head.effective_from is None:
        set_day(head, "effective_from", labelled)
    if head.effective_to is None:
        set_day(head, "effective_to", labelled)
