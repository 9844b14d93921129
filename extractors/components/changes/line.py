"""A block without white space and with full-width marks, so that rules need one spelling; places lead back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.bodies import squash

_FULL = str.maketrans(",;:()!", "，；：（）！")
_OPENING, _CLOSING = "（《“", "）》”"
_MARKS = re.compile(f"[{_OPENING}{_CLOSING}。；！]")


@dataclass(frozen=True, slots=True)
class Line:
    """`text` is the squashed text; ``places[i]`` is where its character i stands in the clean text of the document."""

    text: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str, at: int) -> Line:
        """The line of a block whose text begins at `at`."""
        squashed = squash(text)
        if squashed == text:
            return cls(text.translate(_FULL), tuple(range(at, at + len(text))))
        return cls(squashed.translate(_FULL), tuple(at + i for i, char in enumerate(text) if not char.isspace()))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where ``text[start:end]`` stands in the clean text."""
        return self.places[start], self.places[end - 1] + 1

    def sentences(self) -> Iterator[Line]:
        """The sentences, without the mark at the end. Marks in brackets end none."""
        at = depth = 0
        for mark in _MARKS.finditer(self.text):
            i, char = mark.start(), mark.group()
            if char in _OPENING:
                depth += 1
            elif char in _CLOSING:
                depth = max(0, depth - 1)
            elif not depth:
                if i > at:
                    yield Line(self.text[at:i], self.places[at:i])
                at = i + 1
        if at < len(self.text):
            yield Line(self.text[at:], self.places[at:])
