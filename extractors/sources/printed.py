"""What PDF and OFD have in common: pages of printed lines."""

from __future__ import annotations

import re

PAGE_END = "\n\f"
"""Between the lines of two pages."""

_PAGE_NUMBER = re.compile(r"[\s\-—–－·.]*\d{1,4}[\s\-—–－·.]*")


def without_number(lines: list[str]) -> list[str]:
    """The lines of a page without its number in the first or the last of them."""
    kept = list(lines)
    for edge in (0, -1):
        if kept and _PAGE_NUMBER.fullmatch(kept[edge]):
            del kept[edge]
    return kept
