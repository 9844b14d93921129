"""Searches of slow patterns: one that may begin with any words is tried only where its sign is."""

from __future__ import annotations

import re
from collections.abc import Iterator


def found(pattern: re.Pattern[str], sign: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of `pattern` in `text` if the `sign` is there, which is a part of each match; none without it."""
    return pattern.finditer(text) if sign.search(text) else iter(())


def found_in_lines(pattern: re.Pattern[str], sign: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches in the lines of `text` that have the `sign`, which is a part of each match; none spans two lines."""
    end = 0
    for mark in sign.finditer(text):
        if mark.start() >= end:
            start = text.rfind("\n", 0, mark.start()) + 1
            end = text.find("\n", mark.end())
            end = len(text) if end < 0 else end
            yield from pattern.finditer(text, start, end)
