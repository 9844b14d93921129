"""What proves a fact: the sentence that stands in a document, with the words that say it, and the line of the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from graph.stores import Cell, Store
from graph.workspace import Workspace

Entity = dict[str, Cell]
"""A node (with `id` and `labels`) or a relationship (with `type`) as a query returns it, with its properties."""

_END_OF_SENTENCE = re.compile(r"[。；！？\n]")
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

    `place` is file:line, or the file alone where the text is not at hand.
    """

    says: str
    before: str
    words: str
    after: str
    document: str
    date: str | None
    place: str | None


class Evidence:
    """The documents of a graph, and their texts where the workspace is at hand (a server holds none)."""

    def __init__(self, store: Store, workspace: Workspace | None) -> None:
        self.sources: Mapping[str, Source] = {source.id: source for source in _sources(store)}
        self._workspace = workspace
        read = workspace.documents() if workspace else ()
        self._read = {document.text_sha256: document for document in read}
        self._texts: dict[str, _Text] = {}  # by the bytes of the file: a gazette holds many documents

    def proof(self, fact: Entity, says: str) -> Proof:
        """The proof of a relationship or of a duty."""
        source = self.sources.get(str(fact.get("document")))
        start, end, quote = fact.get("start"), fact.get("end"), str(fact.get("quote", ""))
        if source is None:
            return Proof(says, "", quote, "", str(fact.get("document", "")), None, None)
        text = self._text(source)
        if text is None or not isinstance(start, int) or not isinstance(end, int):
            return Proof(says, "", quote, "", source.caption, source.date, source.file)
        before, after = text.around(start, end)
        return Proof(says, before, quote, after, source.caption, source.date, f"{source.file}:{text.line(start)}")

    def place(self, document: str, start: int) -> str | None:
        """The file and the line of an offset in a document."""
        source = self.sources.get(document)
        text = self._text(source) if source else None
        if source is None or text is None:
            return source.file if source else None
        return f"{source.file}:{text.line(start)}"

    def caption(self, document: Cell) -> str:
        """The 文号 or the title of a document that was read, else its id."""
        known = self.sources.get(str(document))
        return known.caption if known else str(document)

    def _text(self, source: Source) -> _Text | None:
        document = self._read.get(source.text_sha256)
        if document is None or self._workspace is None:
            return None
        if document.source_sha256 not in self._texts:
            self._texts[document.source_sha256] = _Text(self._workspace.text(document))
        return self._texts[document.source_sha256]


class _Text:
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
        before = _END_OF_SENTENCE.split(self._text[reached:start])[-1]
        if start - len(before) == reached > 0:
            before = f"…{before}"
        after = self._text[end : end + _REACH]
        stop = _END_OF_SENTENCE.search(after)
        if _END_OF_SENTENCE.match(self._text[end - 1 : end]):
            after = ""
        elif stop:
            after = after[: stop.end()].rstrip("\n")
        elif end + _REACH < len(self._text):
            after += "…"
        return _BLANK.sub(" ", before).lstrip(), _BLANK.sub(" ", after).rstrip()


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
