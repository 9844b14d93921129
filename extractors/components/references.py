"""Every place of a document that names a text which it cites.

By its title or number again, by a short name (《办法》), or by a word that points back to it (该办法, 上述通知).

本办法 is the document itself and no other text; what points back to no text of its kind nearby is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.bodies import squash
from extractors.components.citations import title_key
from extractors.components.page import Page
from extractors.facts import Citation
from extractors.lexicons.citations import BEHIND, BOOK, GENERIC, LAW, POINTS_BACK, SHORT

_DEFINED = 60
"""Characters from a title to the short name that is defined for it."""

_BACK = 300
"""Characters from a word that points back to the text that it means."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A place of the clean text that names a text which the document cites."""

    start: int
    end: int
    citation: Citation


def references(page: Page, cited: list[Citation]) -> list[Reference]:
    """The places that name the texts `cited`, in order."""
    if not cited:
        return []
    named = sorted(_named(page, cited), key=_start)
    return sorted([*named, *_pointing_back(page, named)], key=_start)


def _start(reference: Reference) -> int:
    return reference.start


def _named(page: Page, cited: list[Citation]) -> Iterator[Reference]:
    """The places with a title, a short name that is defined, the bare name of a law, or a number."""
    titles = {title_key(citation.title): citation for citation in cited if citation.title}
    text = page.text
    for match in BOOK.finditer(text):
        if citation := titles.get(title_key(squash(match["title"]))):
            behind = BEHIND.match(text, match.end())
            end = behind.end() if behind else match.end()
            yield Reference(match.start(), end, citation)
            if short := SHORT.search(text, match.end(), min(len(text), end + _DEFINED)):
                titles.setdefault(title_key(short["name"]), citation)
    for match in LAW.finditer(text):
        if (citation := titles.get(title_key(match.group()))) and text[match.start() - 1 : match.start()] != "《":
            yield Reference(*match.span(), citation)
    for citation in cited:
        if citation.title is None:
            yield Reference(*page.clean.within(citation.start, citation.end), citation)


def _pointing_back(page: Page, named: list[Reference]) -> Iterator[Reference]:
    """The places that mean the text of their kind that was named last: 该办法, 上述通知, an undefined 《办法》.

    《办法》 behind the titles of two 办法 may be either: a doubt.
    """
    text = page.text
    known = {reference.start for reference in named}
    words = [*POINTS_BACK.finditer(text), *(m for m in BOOK.finditer(text) if GENERIC.fullmatch(squash(m["title"])))]
    for match in words:
        if match.start() in known:
            continue
        kind = match["kind"] if "kind" in match.re.groupindex else squash(match["title"])[-2:]
        near = (one for one in reversed(named) if match.start() - _BACK < one.start and one.end <= match.start())
        meant = [one.citation for one in near if _is(one.citation, kind)]
        if match.re is BOOK and any(citation != meant[0] for citation in meant):
            page.doubt("citation", *match.span(), "a short name that two of the texts named before it may have")
        elif meant:
            yield Reference(*match.span(), meant[0])


def _is(citation: Citation, kind: str) -> bool:
    """Whether the text is one of the kind: 办法, 通知 ...; any is a 文件."""
    title = re.sub(r"[（(][^（）()]*[）)]$", "", citation.title or "")
    return kind == "文件" or title.endswith(kind)
