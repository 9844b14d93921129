"""A line of a source, each of its characters with its place."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

_OFFSET = "L"
"""How an offset is kept: a list of numbers takes four times the memory."""


def _none() -> array[int]:
    return array(_OFFSET)


@dataclass(slots=True)
class Line:
    """`text` and, for each of its characters, its offset in the source: what was taken away leaves a gap there."""

    text: str = ""
    offsets: array[int] = field(default_factory=_none)

    @classmethod
    def at(cls, offset: int, text: str) -> Line:
        """The line `text` that stands at `offset`."""
        return cls(text, array(_OFFSET, range(offset, offset + len(text))))

    @classmethod
    def put_at(cls, offset: int, text: str) -> Line:
        """The line `text`, which is not in the source so: all of it stands at one place."""
        return cls(text, array(_OFFSET, [offset]) * len(text))

    def __len__(self) -> int:
        return len(self.text)

    def add(self, other: Line) -> None:
        """Write `other` behind this line."""
        self.text += other.text
        self.offsets += other.offsets

    def part(self, start: int, end: int | None = None) -> Line:
        """``text[start:end]`` as a line of its own."""
        return Line(self.text[start:end], self.offsets[start:end])

    def without(self, spans: Iterable[tuple[int, int]]) -> Line:
        """The line without the characters in `spans`, which may overlap."""
        text: list[str] = []
        offsets = _none()
        at = 0
        for start, end in sorted(spans):
            if start > at:
                text.append(self.text[at:start])
                offsets += self.offsets[at:start]
            at = max(at, end)
        return Line("".join(text) + self.text[at:], offsets + self.offsets[at:])
