"""What PDF, OFD and pictures have in common: pages of printed lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # an extra
    from PIL.Image import Image

PAGE_END = "\n\f"
"""Between the lines of two pages."""

_PAGE_NUMBER = re.compile(r"[\s\-—–－·.]*\d{1,4}[\s\-—–－·.]*")


@dataclass(frozen=True, slots=True)
class Printed:
    """The text of pages. `scans` are the pages (from 1) that are pictures and were not read, `recognised` those whose
    text was read from the picture."""

    text: str
    scans: tuple[int, ...] = ()
    recognised: tuple[int, ...] = ()


class Recogniser(Protocol):
    """What reads pictures: `extractors.sources.ocr`."""

    def lines_of(self, picture: Image, where: str) -> list[str]:
        """The lines of a picture of text."""
        ...

    def picture_text(self, data: bytes, where: str) -> Printed:
        """The text of a picture file."""
        ...


def joined(pages: Sequence[Sequence[str]]) -> str:
    """The text of pages of lines."""
    return PAGE_END.join("\n".join(page) for page in pages) + "\n"


def told(pages: Sequence[int]) -> str:
    """Pages as a person would write them: page 3; pages 1 to 7; pages 2, 5 to 6. Nothing for none."""
    if not pages:
        return ""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    words = ", ".join(f"{run[0]} to {run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
    return f"page{'s' if len(pages) > 1 else ''} {words}"


def without_number(lines: list[str]) -> list[str]:
    """The lines of a page without its number in the first or the last of them."""
    kept = list(lines)
    for edge in (0, -1):
        if kept and _PAGE_NUMBER.fullmatch(kept[edge]):
            del kept[edge]
    return kept
