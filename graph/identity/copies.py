"""Which texts are copies of one document: the same page, PDF and file of Word, or a notice that a gazette prints too.

Copies have one number, or one title where a number is lacking, and nearly equal texts. Two texts with one number that
differ are two documents (`DocumentIndex.conflicts`), and so are two notices that are word for word alike and have
other numbers, issuers or dates.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from extractors.facts import Document
from graph.identity.documents import title_key
from graph.identity.numbers import number_key
from graph.identity.text import normal

NEAR = 32
"""Of the 256 bits of `Document.text_simhash` so many differ at most: docs/formats.md tells what was measured."""


def copies(documents: Iterable[Document]) -> list[list[Document]]:
    """The documents, those together that are copies of one; the first of each stands for it: the fullest.

    Every copy is one of the first, not of another copy, so that no chain of small differences joins what is far apart.
    The order in which they are given does not matter.
    """
    found: list[list[Document]] = []
    known: dict[str, list[list[Document]]] = defaultdict(list)
    for document in sorted(documents, key=_fullness):
        keys = set(_keys(document))
        alike = (group for key in sorted(keys) for group in known[key] if _is_copy(document, group[0]))
        group = next(alike, None)
        if group is not None:
            group.append(document)
            continue
        found.append([document])
        for key in keys:
            known[key].append(found[-1])
    return found


def _fullness(document: Document) -> tuple[bool, int, int, str, int, str]:
    """What sorts copies: the number, the rest of the head, how many facts were found, then the name of the source."""
    told = (document.title, document.date, document.issuers, document.addressees)
    found = (document.duties, document.groups, document.people, document.changes, document.citations)
    place = document.source, document.start, document.source_sha256
    return not document.number, -sum(map(bool, told)), -sum(map(len, found)), *place


def _keys(document: Document) -> Iterator[str]:
    """What a copy has in common with the document: one of them at least."""
    yield document.text_sha256
    if document.number:
        yield number_key(document.number)
    if document.title:
        yield title_key(document.title).core


def _is_copy(one: Document, other: Document) -> bool:
    if one.text_sha256 == other.text_sha256:
        return True
    if not _is_near(one.text_simhash, other.text_simhash):
        return False
    if one.number and other.number:
        return number_key(one.number) == number_key(other.number)
    if title_key(one.title or "").core != title_key(other.title or "").core:
        return False
    # What one of them does not tell, it does not deny.
    dates, issuers = {one.date, other.date} - {None}, set(map(normal, one.issuers))
    disjoint = issuers and other.issuers and issuers.isdisjoint(map(normal, other.issuers))
    return len(dates) < 2 and not disjoint


def _is_near(one: str, other: str) -> bool:
    return bool(one and other) and (int(one, 16) ^ int(other, 16)).bit_count() <= NEAR
