"""What proves a fact: the sentence that stands in a document, with the words that say it, and the line of the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from extractors.sources import place_at
from graph.stores import Cell, Store
from graph.workspace import Workspace

Entity = dict[str, Cell]
"""A node (with `id` and `labels`) or a relationship (with `type`) as a query returns it, with its properties."""

_SENTENCE = re.compile(r"[。；！？]|\n|<[^<>\n]{0,200}>?|>")
"""What ends a sentence; in a page of HTML its tags do. They are no part of it, the marks are."""
_MARK = re.compile("[。；！？]")
_BLANK = re.compile(r"\s+")
_REACH = 160
"""How many characters before and after the words of a fact are looked at for the ends of the sentence."""

_DOCUMENTS = """
MATCH (d:Document) WHERE d.text_sha256 IS NOT NULL
RETURN d.id, d.name, d.number, d.date, d.source, d.text_sha256 ORDER BY d.id
"""


@dataclass(frozen=True, slots=True)
class Source:
    """A document that was read: `caption` is its 文号, or its title; `date` is ISO."""

    id: str
    name: str
    caption: str
    date: str | None
    file: str | None
    text_sha256: str


@dataclass(frozen=True, slots=True)
class Proof:
    """A place in a document. `says`: what it proves (牵头); `words` prove it, `before` and `after` make a sentence.

    `place` is file:line, or the file and the page, paragraph or cell where the file is no text (the file alone where no
    one knows more); `href` is the page of a site that shows it.
    """

    says: str
    before: str
    words: str
    after: str
    document: str
    date: str | None
    place: str | None
    href: str | None = None


class Pages(Protocol):
    """The pages of a site, as addresses from the page that is made."""

    def place(self, document: str, start: int, end: int) -> str:
        """The page that shows a place in a document (its id)."""

    def thing(self, label: str, id_: str) -> str:
        """The page of a node, "" where it has none."""


class Evidence:
    """The documents of a graph, and their texts where the workspace is at hand (a server holds none).

    `pages` are those of the site that is made (None: the page stands alone, `alone`).
    """

    def __init__(self, store: Store, workspace: Workspace | None, pages: Pages | None = None) -> None:
        self.sources: Mapping[str, Source] = {source.id: source for source in _sources(store)}
        self._workspace = workspace
        self.alone = pages is None
        self._pages = pages
        read = workspace.documents() if workspace else ()
        self._read = {document.text_sha256: document for document in read}
        self._texts: dict[str, Text] = {}  # by the bytes of the file: a gazette holds many documents

    def proof(self, fact: Entity, says: str) -> Proof:
        """The proof of a relationship or of a duty."""
        source = self.sources.get(str(fact.get("document")))
        start, end, quote = fact.get("start"), fact.get("end"), str(fact.get("quote", ""))
        if source is None:
            return Proof(says, "", quote, "", str(fact.get("document", "")), None, None)
        text = self._text(source)
        if not isinstance(start, int) or not isinstance(end, int):
            return Proof(says, "", quote, "", source.caption, source.date, source.file)
        href = self._pages.place(source.id, start, end) if self._pages else None
        before, after = text.around(start, end) if text else ("", "")
        place = self._place(source, start, str(fact.get("position") or ""))
        return Proof(says, before, quote, after, source.caption, source.date, place, href)

    def page(self, label: str, id_: str) -> str:
        """The page of a node in the site that is made, "" where it has none."""
        return self._pages.thing(label, id_) if self._pages else ""

    def place(self, document: str, start: int) -> str | None:
        """The file and the line of an offset in a document, or the page, paragraph or cell."""
        source = self.sources.get(document)
        return self._place(source, start) if source else None

    def _place(self, source: Source, start: int, position: str = "") -> str | None:
        """As `place`; the graph tells the `position` of most facts."""
        read = self._read.get(source.text_sha256)
        position = position or (place_at(read.places, start) if read else "")
        text = self._text(source)
        if position:
            return f"{source.file} {position}"
        return f"{source.file}:{text.line(start)}" if text else source.file

    def caption(self, document: Cell) -> str:
        """The 文号 or the title of a document that was read, else its id."""
        known = self.sources.get(str(document))
        return known.caption if known else str(document)

    def _text(self, source: Source) -> Text | None:
        document = self._read.get(source.text_sha256)
        if document is None or self._workspace is None:
            return None
        if document.source_sha256 not in self._texts:
            self._texts[document.source_sha256] = Text(self._workspace.text(document))
        return self._texts[document.source_sha256]


class Text:
    """A decoded source, with the offsets at which its lines begin."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]

    def line(self, offset: int) -> int:
        """The line of an offset, from 1."""
        return bisect_right(self._lines, offset)

    def around(self, start: int, end: int) -> tuple[str, str]:
        """What stands before and after in the same sentence, white space made single."""
        reached = max(0, start - _REACH)
        before = self._text[reached:start]
        ends = [match.end() for match in _SENTENCE.finditer(before)]
        cut = "…" if reached and not ends else ""
        return cut + _BLANK.sub(" ", before[ends[-1] if ends else 0 :]).lstrip(), self._rest(end)

    def _rest(self, end: int) -> str:
        """What follows in the sentence that `end` stands in or behind."""
        if _MARK.match(self._text[end - 1 : end]):
            return ""
        after = self._text[end : end + _REACH]
        stop = _SENTENCE.search(after)
        if stop is None:
            return _BLANK.sub(" ", after).rstrip() + ("…" if end + _REACH < len(self._text) else "")
        return _BLANK.sub(" ", after[: stop.end() if _MARK.match(stop.group()) else stop.start()]).rstrip()


def _sources(store: Store) -> list[Source]:
    return [
        Source(
            str(id_),
            str(name),
            str(number or f"《{name}》"),
            None if date is None else str(date),
            None if file is None else str(file),
            str(text_sha256),
        )
        for id_, name, number, date, file, text_sha256 in store.query(_DOCUMENTS).rows
    ]
