"""Documents: by number, or by title and issuer; and what a citation means."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.bodies import split_bodies, stands_alone
from extractors.facts import Document
from extractors.lexicons.numbers import issuer_of_code
from graph.identity.bodies import body
from graph.identity.context import context_of, is_national
from graph.identity.names import Body
from graph.identity.numbers import code_of, number_key, order_of
from graph.identity.places import OFFICE_LEVELS, Context, Level, Place, chain, front, listed, province_in_front
from graph.identity.text import normal

_LEVELS: dict[str, Level] = {office: level for level, office in reversed(OFFICE_LEVELS.items())}


@dataclass(frozen=True, slots=True)
class Cited:
    """The document that a citation means: one of the corpus (`in_corpus`), or one that is only cited.

    `id` is that of the corpus document, else the number or title in normal form. `number` and `title` are the
    fullest that the corpus knows of it.
    """

    id: str
    name: str
    number: str | None
    title: str | None
    level: Level | None
    in_corpus: bool


_CARRIES = re.compile(
    r"(?:关于)?(?:印发|转发|发布|公布|批转|下发|颁布|重新发布|修订印发)(.+?)的?(?:通知|公告|通告|决定|函)"
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title in normal form: `whole`, the `issuer` in front of it ("" where none stands there), the `core` behind it
    (关于…)."""

    whole: str
    issuer: str
    core: str

    @property
    def tells_issuer(self) -> bool:
        """Whether the title alone says whose text it is: by its issuer, or as a plan or rule with a name of its own."""
        return bool(self.issuer) or not self.core.startswith(("关于", "印发", "转发"))


def title_key(title: str) -> Title:
    """The parts of a title, without 《》 and the name of the country, by which titles are compared."""
    whole = re.sub(r"[《》〈〉“”\"'‘’]", "", normal(title)).removeprefix("中华人民共和国")
    match = re.match(r"(.{2,60}?)(?=关于|印发|转发|批转)", whole)
    if match and stands_alone(match.group(1)):
        return Title(whole, match.group(1), whole[match.end() :])
    return Title(whole, "", whole)


def _carried(title: Title) -> Iterator[Title]:
    """The titles of the texts that a notice carries (印发…的通知), by its own title, and those that these carry."""
    while match := _CARRIES.fullmatch(title.core):
        title = title_key(match.group(1))
        yield title


class DocumentIndex:
    """The ids of `documents` and the way from a citation to a document.

    `ids` is parallel to `documents`: the number in normal form, else the title with its issuer; the same text twice has
    one id. `conflicts` are groups of indexes of different texts with one number: one of them, chosen by content, keeps
    the plain id, so that it never vanishes; the others have a mark of their text behind it.
    """

    ids: tuple[str, ...]
    conflicts: tuple[tuple[int, ...], ...]

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = documents
        self._contexts = [context_of(document, "") for document in documents]
        self.ids, self.conflicts = _ids(documents, self._contexts)
        self._numbers: dict[str, set[int]] = defaultdict(set)
        self._titles: dict[str, set[int]] = defaultdict(set)
        self._carried: dict[str, set[int]] = defaultdict(set)
        self._issuers = [self._issuers_of(at) for at in range(len(documents))]
        self._hosts = [issuers | {re.sub("办公[厅室]$", "", id_) for id_ in issuers} for issuers in self._issuers]
        for at, document in enumerate(documents):
            if document.number:
                self._numbers[_number(document.number, self._contexts[at])].add(at)
            title = title_key(document.title or "")
            for form in {title.whole, title.core} - {""}:
                self._titles[form].add(at)
            for inner in (*_carried(title), *map(title_key, document.promulgates)):
                for form in {inner.whole, inner.core}:
                    self._carried[form].add(at)
        self._evidence = _evidence(documents, self._contexts)

    def resolve(self, title: str | None, number: str | None, context: Context, issuer: str | None = None) -> Cited:
        """The document that a citation by `title`, `number` or both means in a document with this context.

        `issuer` is the bodies before a title that does not name them. A plan that a notice carries (印发...的通知)
        resolves to the notice. A title that some document cites together with a number is that number.
        """
        named = title_key(title) if title else None
        by = _bodies(named.issuer if named and named.issuer else issuer or "", context)
        key = _number(number, context) if number else None
        if key is None and named:
            key = self._evidence.number_of(named, context)
        at = self._by_number(key, named, context) if key else None
        if at is None and named and not (key and self._numbered(named)):
            at = self._by_title(named, by, context)
        if at is not None:
            document = self._documents[at]
            level = self._contexts[at].level
            name = document.title or document.number or self.ids[at]
            return Cited(self.ids[at], name, document.number, document.title, level, True)
        full = self._evidence.titles.get(key) if key else None
        title = max(filter(None, (title, full)), key=lambda text: (len(text), text), default=None)
        level = document_level(key, title, tuple(body.name for body in by), context.place)
        id_ = key or (_cited_id(named, by, context) if named else "")
        return Cited(id_, title or id_, key, title, level, False)

    def _issuers_of(self, at: int) -> frozenset[str]:
        document, context = self._documents[at], self._contexts[at]
        title = title_key(document.title or "")
        names = [*document.issuers, title.issuer, *(inner.issuer for inner in _carried(title))]
        return frozenset(known.id for name in names for known in _bodies(name, context))

    def _numbered(self, title: Title) -> bool:
        """Whether every document with this title has a number (then another number is another document)."""
        return all(self._documents[at].number for at in self._titles.get(title.whole, ()))

    def _by_number(self, key: str, title: Title | None, context: Context) -> int | None:
        return self._choose(self._numbers.get(key, set()), title, context, must=True)

    def _by_title(self, title: Title, by: Sequence[Body], context: Context) -> int | None:
        """The document with the title, else the one that carries a text with it, among those of its issuers `by`."""
        issuers = {body.id for body in by}
        for titles, its_bodies in ((self._titles, self._issuers), (self._carried, self._hosts)):
            found = titles.get(title.core if title.issuer else title.whole, set())
            if issuers:
                found = {at for at in found if issuers & its_bodies[at]}
            if found:
                return self._choose(found, title, context, must=False, known=bool(issuers))
        return None

    def _choose(
        self, found: set[int], title: Title | None, context: Context, *, must: bool, known: bool = False
    ) -> int | None:
        """The one document that is meant: of several ids that with the title, then that of a place of the context.

        `known`: the issuers agree.
        """
        tests = (
            lambda at: title is not None and title_key(self._documents[at].title or "").whole == title.whole,
            lambda at: self._contexts[at].place in context.chain or self._contexts[at].level == "national",
            lambda at: self._contexts[at].place == context.place,
        )
        if not (must or known) and title and not title.tells_issuer:
            found = set(filter(tests[1], found))  # a title that tells no issuer: only of places that concern the text
        for test in tests:
            if len({self.ids[at] for at in found}) > 1:
                found = set(filter(test, found)) or found
        if len({self.ids[at] for at in found}) > 1 and not must:
            return None
        return min(found, key=lambda at: (self.ids[at], at), default=None)


def _ids(
    documents: Sequence[Document], contexts: Sequence[Context]
) -> tuple[tuple[str, ...], tuple[tuple[int, ...], ...]]:
    same: dict[str, list[int]] = defaultdict(list)
    for at, document in enumerate(documents):
        same[_plain_id(document, contexts[at])].append(at)
    ids = [""] * len(documents)
    conflicts = []
    for plain, group in same.items():
        texts = sorted({(documents[at].date or "9999", _text(documents[at])) for at in group})
        for at in group:
            text = _text(documents[at])
            ids[at] = plain if text == texts[0][1] else f"{plain}#{text[:8]}"
        if len(texts) > 1 and documents[group[0]].number:
            conflicts.append(tuple(group))
    return tuple(ids), tuple(conflicts)


def _text(document: Document) -> str:
    return document.text_sha256 or f"{document.source}:{document.start}"


def _plain_id(document: Document, context: Context) -> str:
    """The number, else the title with its issuer in front, else what the head has and a mark of the text."""
    if document.number:
        return _number(document.number, context)
    issuer = body(document.issuers[0], context).name if document.issuers else ""
    if not document.title:
        return f"{issuer}{document.date or ''}#{_text(document)[:12]}"
    title = title_key(document.title)
    return title.whole if title.tells_issuer else f"{issuer}{title.whole}"


def _number(number: str, context: Context) -> str:
    """The number in normal form; an order's with the full name of its issuer (省政府令第181号)."""
    issuer, rest = order_of(number_key(number))
    return (body(issuer, context).name if issuer else "") + rest


def _bodies(issuers: str, context: Context) -> list[Body]:
    """The bodies that issued a text, as its title or the words before it name them."""
    written = normal(issuers)
    return [body(written[a:b], context) for a, b in split_bodies(written)]


def _cited_id(title: Title, issuers: Sequence[Body], context: Context) -> str:
    """The id of a document that is only cited by title: with its issuers, or within the place that cites it."""
    if issuers and (title.issuer or not title.tells_issuer):
        return "、".join(issuer.name for issuer in issuers) + title.core
    return title.whole if title.tells_issuer else "/".join(filter(None, (_scope(title, context), title.whole)))


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What citations with both a title and a number tell: the number of a title, the fullest title of a number."""

    numbers: dict[tuple[str, str], set[str]]
    titles: dict[str, str]

    def number_of(self, title: Title, context: Context) -> str | None:
        """The one number that the corpus cites together with the title."""
        found = self.numbers.get((_scope(title, context), title.whole), set())
        return next(iter(found)) if len(found) == 1 else None


def _scope(title: Title, context: Context) -> str:
    """Within which texts a title means one document: a title without issuer (关于…) only in those of one place."""
    if title.tells_issuer:
        return ""
    return context.place.id if context.place else context.level or ""


def _evidence(documents: Iterable[Document], contexts: Iterable[Context]) -> _Evidence:
    found = _Evidence(defaultdict(set), {})
    for document, context in zip(documents, contexts, strict=True):
        for citation in document.citations:
            if not (citation.title and citation.number):
                continue
            key, title = _number(citation.number, context), title_key(citation.title)
            found.numbers[_scope(title, context), title.whole].add(key)
            known = found.titles.get(key, "")
            found.titles[key] = max(known, citation.title, key=lambda text: (len(text), text))
    return found


_LAW = re.compile(r"(?:[^省市区县州]{1,30}(?:法|法典)|宪法)(?:实施条例)?")


def document_level(
    number: str | None, title: str | None, issuers: Sequence[str], place: Place | None = None
) -> Level | None:
    """The level of a document's issuer: by its issuers, else its number's code, else its title (国务院令, 山东省…条例).

    `place` is the place of the document that cites it, which says what 市 and 区 in the issuers are.
    """
    uppers = tuple(chain(place)) if place else ()
    context = Context("", place, uppers[1:], place.level if place else None)
    parts = title_key(title) if title else None
    for issuer in (*issuers, parts.issuer if parts else ""):
        if issuer and (level := body(issuer, context).level):
            return level
    if number and (level := _level_of_number(number_key(number), uppers)):
        return level
    if parts is None:
        return None
    if (title or "").startswith("中华人民共和国") or is_national(parts.whole) or _LAW.fullmatch(parts.whole):
        return "national"
    if place := listed(parts.whole) or front(parts.whole, uppers)[0]:
        return place.level
    return "provincial" if province_in_front(parts.whole) else None


def _level_of_number(key: str, uppers: Sequence[Place]) -> Level | None:
    if re.match(r"GB|AQ|JGJ|CJJ|HJ|JTG|TD/T|NY", key):
        return "national"
    if re.match(r"DB\d{2}(?!\d)", key):
        return "provincial"
    code, year = code_of(key)
    level = issuer_of_code(code, [place.name for place in uppers], year).level
    return _LEVELS[level] if level else None
