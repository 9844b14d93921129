"""Other normative and policy texts that a document names: by 《title》, by 文号, by both, or a law by its bare name.

A text is one citation, where it is first named, with its title and its number wherever the document tells them. The
document itself, what it carries and the short names it defines (以下简称《意见》) are none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from extractors.bodies import cut, is_vague, squash, stands_alone
from extractors.components.page import Page, page_of, put
from extractors.facts import Citation, Relation
from extractors.head import Head
from extractors.lexicons.citations import (
    AMENDED,
    BASIS,
    BEFORE_CODE,
    BEFORE_ISSUER,
    BEFORE_ORDER,
    BEHIND,
    BOOK,
    CITED_NUMBER,
    EDITION,
    FORM,
    GENERIC,
    IN_FRONT,
    ISSUED,
    LAW,
    NAMED_BY,
    NO_CODE_BEFORE,
    NUMBER_WITHIN,
    REGULATION,
    REGULATIONS,
    REPEALED,
    SHARED_ISSUE,
    SHORT,
    TITLE,
)
from extractors.lexicons.documents import CODE, YEAR
from extractors.scan import found_in_lines

_BARE = re.compile(CITED_NUMBER)
_BARE_SIGN = re.compile("号|[A-Z]{2}|建标")
_YEAR_AND_FIGURES = re.compile(rf"{CODE}{YEAR}\s*\d+")
_YEAR = re.compile(YEAR)
_ENDS_NUMBER = "号件文 0123456789"
"""The characters that a number right before a title may end with."""

_NEAR = 40
"""The characters before and behind a name in which its basis and its repeal are told."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A text that is named at ``text[start:end]``."""

    start: int
    end: int
    title: str | None
    number: str | None
    rule: str


@Language.component("dutygraph_citations")
def citations(doc: Doc) -> Doc:
    """Write the span group `citations`."""
    page = page_of(doc)
    books = list(_books(page.text))
    covered = bytearray(len(page.text))
    for match, found in books:
        _cover(covered, min(match.start(), found.start), found.end)
    named = [found for _, found in books if _counts(found, page)]
    named += _numbers(page, covered)
    named += _laws(page.text, page.head.body, covered)
    facts = [(found.start, found.end, _fact(page, found)) for found in _merged(named)]
    put(doc, "citations", facts)
    _doubts(page, named, covered)
    return doc


def _books(text: str) -> Iterator[tuple[re.Match[str], _Named]]:
    """Everything in book marks, with the number before or behind it."""
    for match in BOOK.finditer(text):
        behind = BEHIND.match(text, match.end())
        number = behind and (behind["bracket"] or behind["direct"])
        end = behind.end() if behind else match.end()
        rule = "citation.title+number" if number else "citation.title"
        title = squash(match["title"])
        if number is None and (within := NUMBER_WITHIN.search(title)):
            title, number, rule = title[: within.start()], within["number"], "citation.title+number"
        start = match.start()
        if (
            number is None
            and text[start - 1 : start] in _ENDS_NUMBER
            and (front := IN_FRONT.search(text, max(0, start - _NEAR), start))
        ):
            number, rule = front["number"], "citation.title+number"
            start = front.start("number") + _code(number)[1]
        yield match, _Named(start, end, title, number and _code(number)[0], rule)


def _counts(found: _Named, page: Page) -> bool:
    """Whether what stands in book marks is another normative or policy text."""
    title = found.title or ""
    if _is_own(title, found.number, page.head):
        return False
    if found.number is not None:
        return True
    if title in _short_names(page.text):
        return False
    if GENERIC.fullmatch(title):
        return bool(NAMED_BY.search(page.text[max(0, found.start - 4) : found.start]))
    return bool(TITLE.search(title)) and not (FORM.search(title) and not title.endswith("守则"))


@lru_cache(1)
def _short_names(text: str) -> frozenset[str]:
    """What the text says that it calls other texts (以下简称《办法》)."""
    return frozenset(squash(short["name"]) for short in SHORT.finditer(text))


def _is_own(title: str, number: str | None, head: Head) -> bool:
    """Whether the title is that of the document or of a text that it carries."""
    if number is not None:
        return squash(number) == head.number
    for own in (head.title, *head.promulgates, *head.attachments):
        names = {_plain(own or ""), _plain(re.sub(r"^.{2,40}?(?=关于)", "", own or ""))} - {""}
        if any(_same(_plain(title), name) for name in names):
            return True
    return False


def _same(title: str, own: str) -> bool:
    """Whether two titles are one: equal, one the end of the other, or one with a few characters more."""
    if title == own or (len(title) > 8 and (own.endswith((title, f"{title}的通知")) or title.endswith(own))):
        return True
    short, full = sorted((title, own), key=len)
    rest = iter(full)
    return len(short) > 8 and len(full) - len(short) <= 3 and all(char in rest for char in short)


def _plain(title: str) -> str:
    """The title without marks, in normal form: what two ways to print it share."""
    return re.sub(r"[《》〈〉“”\"()\s]", "", unicodedata.normalize("NFKC", title))


def _code(number: str) -> tuple[str, int]:
    """A number without the words before its code, and how many characters those are."""
    words = BEFORE_CODE.match(number) or BEFORE_ORDER.match(number)
    skip = words.end() if words else 0
    return squash(number[skip:]), skip


def _cover(covered: bytearray, start: int, end: int) -> None:
    """Note that ``text[start:end]`` was read."""
    covered[start:end] = b"\1" * (end - start)


def _numbers(page: Page, covered: bytearray) -> Iterator[_Named]:
    """The numbers outside book marks that are not the document's own."""
    title = page.head.proofs.get("title", [(0, 0)])[0]
    for match in found_in_lines(_BARE, _BARE_SIGN, page.text):
        if covered[match.start()]:
            continue
        number, skip = _code(match.group())
        in_head = match.start() < page.head.body and not title[0] <= match.start() < title[1]
        if in_head or (page.head.number or "").endswith(number) or NO_CODE_BEFORE.match(number):
            continue
        yield _Named(match.start() + skip, match.end(), None, number, "citation.number")


def _laws(text: str, body: int, covered: bytearray) -> Iterator[_Named]:
    """The laws and regulations that the body names without book marks."""
    for match in LAW.finditer(text, body):
        if not covered[match.start()]:
            yield _Named(match.start(), match.end(), squash(match.group()), None, "citation.law")
    for names in REGULATIONS.finditer(text, body):
        if not covered[names.start()]:
            for match in REGULATION.finditer(text, *names.span("names")):
                yield _Named(*match.span(), match.group(), None, "citation.regulation")


def _merged(named: list[_Named]) -> list[_Named]:
    """One entry a text, where it is first named, with the number and the fullest title of all its places."""
    found: list[_Named] = []
    places: dict[str, list[int]] = {}
    for other in sorted(named, key=lambda item: item.start):
        near = sorted({i for key in _keys(other) for i in places.get(key, ())})
        known = next((i for i in near if _one(found[i], other)), None)
        if known is None:
            known = len(found)
            found.append(other)
        else:
            first = found[known]
            title = max(first.title or "", other.title or "", key=len) or None
            found[known] = replace(first, title=title, number=first.number or other.number)
        for key in _keys(found[known]):
            if known not in (listed := places.setdefault(key, [])):
                listed.append(known)
    return found


def _keys(named: _Named) -> list[str]:
    """What two places of one text share at least one of."""
    return [key for key in (number_key(named.number or ""), title_key(named.title or "")) if key]


def _one(first: _Named, other: _Named) -> bool:
    """Whether two places name one text: by its number, or by its title where not both have a number."""
    if first.number and other.number:
        return number_key(first.number) == number_key(other.number)
    if not first.title or not other.title or title_key(first.title) != title_key(other.title):
        return False
    editions = {match["edition"] for title in (first.title, other.title) if (match := EDITION.search(title))}
    return len(editions) < 2


@lru_cache(1 << 12)
def number_key(number: str) -> str:
    """What two spellings of one number share."""
    return re.sub(r"第(?=\d)|[〔〕\[\]【】()]", "", unicodedata.normalize("NFKC", squash(number)))


@lru_cache(1 << 12)
def title_key(title: str) -> str:
    """What two spellings of one title share, its edition apart."""
    return _plain(EDITION.sub("", title)).removeprefix("中华人民共和国")


def _fact(page: Page, found: _Named) -> Citation:
    basis = BASIS.search(page.text[max(0, found.start - _NEAR) : found.start])
    return Citation(
        **page.place(found.start, found.end),
        rule=found.rule,
        title=found.title,
        number=found.number,
        issuer=_issuer(page.text, found.start) if found.title else None,
        basis=basis["basis"] if basis else None,
        relation=_relation(page.text[found.end : found.end + _NEAR]),
    )


def _issuer(text: str, start: int) -> str | None:
    """The bodies right before a title: 国家发展改革委等八部门《关于……的意见》."""
    sentence = re.split(r"[。；，：:（）()《》<>\n\t]", text[max(0, start - _NEAR) : start])[-1]
    before = ISSUED.sub("", squash(sentence))
    if match := BEFORE_ISSUER.match(before):
        before = before[match.end() :]
    named = SHARED_ISSUE.sub("", before)
    bodies = [named[a:b] for a, b in cut(named)]
    certain = all(stands_alone(body) and not is_vague(body) and body[0] != "你" for body in bodies)
    return "、".join(bodies) if bodies and certain else None


def _relation(behind: str) -> Relation:
    if REPEALED.match(behind):
        return "repeals"
    return "amends" if AMENDED.match(behind) else "cites"


def _doubts(page: Page, named: list[_Named], covered: bytearray) -> None:
    """Note what has the year of a 文号 and was read neither as one nor as the document's own."""
    own = squash((page.head.number or "") + (page.head.title or ""))
    for found in named:
        _cover(covered, found.start, found.end)
    for match in found_in_lines(_YEAR_AND_FIGURES, _YEAR, page.text):
        if covered.find(1, *match.span()) < 0 and squash(match.group())[-9:] not in own:
            page.doubt("number", *match.span(), "looks like a 文号 and was not read as one")
