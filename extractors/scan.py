"""Searches that would be slow if they were written as one pattern: it is tried only where its sign is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator


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


_OPENING = 2
"""The first characters of a name, by which it is looked up."""


def named(text: str, names: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where one of the `names` (of two characters or more) stands in `text`, in order: the longest where several begin,
    and none inside another.

    A pattern of all names would try each of them at each place; here a place is asked only for the lengths of the
    names that open so.
    """
    if not names:
        return
    sizes: defaultdict[str, set[int]] = defaultdict(set)
    for name in names:
        sizes[name[:_OPENING]].add(len(name))
    longest = {opening: sorted(those, reverse=True) for opening, those in sizes.items()}
    firsts = "".join(sorted({re.escape(name[0]) for name in names}))
    end = 0
    for first in re.finditer(f"[{firsts}]", text):
        at = first.start()
        if at < end or (those := longest.get(text[at : at + _OPENING])) is None:
            continue
        if size := next((size for size in those if text[at : at + size] in names), 0):
            end = at + size
            yield at, end
