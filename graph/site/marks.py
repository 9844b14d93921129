"""A text and the places in it that prove facts -> paragraphs of pieces, none of which a place begins or ends within.

Places overlap as they like: a duty holds the names of its owners, and two duties share a sentence. A page of HTML
cannot nest what overlaps, so the text is cut wherever a place begins or ends, and each piece knows the places that
cover it. Every piece tells the offset of its first character in the source: a place is the pieces between two offsets.
"""

from __future__ import annotations

import bisect
import itertools
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from extractors.clean import Clean

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place [start, end) in the source, to be shown.

    `kind` says what stands there: duty, due (a deadline), title, or the label of a node that is named. `href` is its
    page ("": none), `title` the name of what is meant, `number` that of a duty within its document (0: no duty).
    """

    start: int
    end: int
    kind: str
    href: str = ""
    title: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters that the same places cover. `at` is the offset of the first one in the source.

    `kinds` are those of the marks that cover it, `link` the one to go to (a document that is
    cited, else the shortest name), `duties` the numbers of the
    duties; `begins` are the places (start, end) and `opens` the duties that begin here.
    """

    text: str
    at: int
    kinds: tuple[str, ...]
    link: Mark | None
    duties: tuple[int, ...]
    begins: tuple[tuple[int, int], ...]
    opens: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (one cell) or a row of a table (several). `heading`: it is that of the document or of a part."""

    cells: tuple[tuple[Piece, ...], ...]
    heading: bool = False


def blocks(
    text: Clean, marks: Iterable[Mark], places: Iterable[tuple[int, int]], headings: frozenset[int] = frozenset()
) -> list[Block]:
    """The paragraphs of the text, with its marks; `places` are places to be pointed at, marked or not.

    `headings` are the offsets in the source at which headings begin. Places outside of the text are left out.
    """
    return _Cutter(text, marks, set(places)).blocks(headings)


class _Cutter:
    """Walks through a text once, from the left, with what begins and ends on the way."""

    def __init__(self, text: Clean, marks: Iterable[Mark], places: Iterable[tuple[int, int]]) -> None:
        self._text = text
        spans = [(*self._within(mark.start, mark.end), mark) for mark in marks]
        held = [(start, end, mark) for start, end, mark in spans if start < end]
        points = [(*self._within(*place), place) for place in places]
        begins = [(start, end, place) for start, end, place in points if start < end]
        self._starts = _Queue(sorted((start, mark) for start, _, mark in held))
        self._ends = _Queue(sorted((end, mark) for _, end, mark in held))
        self._begins = _Queue(sorted((start, place) for start, _, place in begins))
        self._cuts = sorted({at for start, end, _ in (*held, *begins) for at in (start, end)})
        self._active: set[Mark] = set()

    def blocks(self, headings: frozenset[int]) -> list[Block]:
        """All paragraphs in order."""
        made, start = [], 0
        for line in self._text.text.splitlines():
            cells = []
            at = start
            for cell in line.split("\t"):
                cells.append(tuple(self._pieces(at, at + len(cell))))
                at += len(cell) + 1
            made.append(Block(tuple(cells), bool(line) and self._text.offsets[start] in headings))
            start += len(line) + 1
        return made

    def _within(self, start: int, end: int) -> tuple[int, int]:
        """The place in the clean text; an empty one where it is not in this text."""
        offsets = self._text.offsets
        if not offsets or end <= offsets[0] or start > offsets[-1]:
            return 0, 0
        return self._text.within(start, end)

    def _pieces(self, start: int, end: int) -> Iterator[Piece]:
        inner = self._cuts[bisect.bisect_right(self._cuts, start) : bisect.bisect_left(self._cuts, end)]
        for first, last in itertools.pairwise((start, *inner, end)):
            if first == last:
                continue
            # What begins or ends in between, at the end of a line or a cell, counts here.
            opened = self._starts.until(first)
            self._active.update(opened)
            self._active.difference_update(self._ends.until(first))
            links = [mark for mark in self._active if mark.href and not mark.number]
            yield Piece(
                text=self._text.text[first:last],
                at=self._text.offsets[first],
                kinds=tuple(sorted({mark.kind for mark in self._active})),
                link=min(links, key=_nearness, default=None),
                duties=tuple(sorted(mark.number for mark in self._active if mark.number)),
                begins=tuple(self._begins.until(first)),
                opens=tuple(mark for mark in opened if mark.number),
            )


def _nearness(mark: Mark) -> tuple[bool, int, Mark]:
    """A name within the title of a cited document is a part of that title."""
    return mark.kind != "Document", mark.end - mark.start, mark


class _Queue(Generic[Item]):
    """Things by their places, taken from the left."""

    def __init__(self, items: Sequence[tuple[int, Item]]) -> None:
        self._items = deque(items)

    def until(self, at: int) -> list[Item]:
        """Those that stand at `at` or before it and were not taken yet."""
        taken = []
        while self._items and self._items[0][0] <= at:
            taken.append(self._items.popleft()[1])
        return taken
