"""A block without white space and with full-width marks, so that rules need one spelling; places lead back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FULL = str.maketrans(",;:()!", "，；：（）！")
_ENDS = "。；！"


def found(pattern: re.Pattern[str], sign: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begins with any words: slow to search, so only where its `sign` is in the text."""
    return pattern.finditer(text) if sign.search(text) else iter(())


@dataclass(frozen=True, slots=True)
class Line:
    """`text` is the squashed text; ``places[i]`` is where its character i stands in the clean text of the document."""

    text: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str, at: int) -> Line:
        """The line of a block whose text begins at `at`."""
        kept = [(char, at + i) for i, char in enumerate(text) if not char.isspace()]
        return cls("".join(char for char, _ in kept).translate(_FULL), tuple(place for _, place in kept))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where ``text[start:end]`` stands in the clean text."""
        return self.places[start], self.places[end - 1] + 1

    def sentences(self) -> Iterator[Line]:
        """The sentences, without the mark at the end. Marks in brackets end none."""
        at = depth = 0
        for i, char in enumerate(self.text + "。"):
            depth = max(0, depth + (char in "（《“") - (char in "）》”"))
            if i == len(self.text) or (char in _ENDS and not depth):
                if i > at:
                    yield Line(self.text[at:i], self.places[at:i])
                at = i + 1
