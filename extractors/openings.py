"""With which characters a pattern may begin and end: one look at a character spares the trial of long alternatives.

Python's own parser of patterns is private to it and changes between versions; this reads the few things that the
lexicons are written in, and refuses what it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?<?[=!]|\((?:\?:|\?P<\w+>)?|[^()\[\\]", re.S)
_REPEATED = re.compile(r"[?*]|\{0?,\d*\}|\+|\{\d+(?:,\d*)?\}")
_PIECE_OR_END = re.compile(rf"{_PIECE.pattern}|\)", re.S)


def quick(pattern: str) -> re.Pattern[str]:
    """The pattern, which looks first whether it may begin here: a search through a text tries it at each place."""
    begins = "".join(sorted(re.escape(char) for char in openings(pattern)))
    return re.compile(f"(?=[{begins}])(?:{pattern})")


def openings(pattern: str) -> frozenset[str]:
    """The characters with which what a pattern matches may begin: a text that begins otherwise need not be tried.

    Raises ValueError for a pattern that may begin with anything, or that this does not understand.
    """
    return _told(_edges(pattern, 1), pattern)


def closings(pattern: str) -> frozenset[str]:
    """The characters with which what a pattern matches may end, as `openings`."""
    return _told(_edges(pattern, -1), pattern)


def _told(edges: frozenset[str], pattern: str) -> frozenset[str]:
    if "" in edges:
        raise ValueError(f"a pattern that may be empty: {pattern[:20]}")
    return edges


def _edges(pattern: str, step: int) -> frozenset[str]:
    """The first characters of each alternative, or with the step -1 the last ones; "" where one may be empty."""
    return frozenset().union(*(_edge(alternative, step) for alternative in _alternatives(pattern)))


def _edge(alternative: str, step: int) -> frozenset[str]:
    edge: frozenset[str] = frozenset([""])
    for piece, inner, optional in list(_pieces(alternative))[::step]:
        looks = piece[:2] == "(?" and piece[-1] in "=!"
        chars = frozenset([""]) if looks else _piece(piece, inner, step)
        edge = (edge - {""}) | chars | (frozenset([""]) if optional else frozenset())
        if "" not in edge:
            break
    return edge


def _pieces(alternative: str) -> Iterator[tuple[str, str, bool]]:
    """The characters, sets and groups of an alternative: (as it begins, what is in the group, may it be left out)."""
    at = 0
    while at < len(alternative):
        piece = _PIECE.match(alternative, at)
        if piece is None:
            raise ValueError(f"a pattern that is not understood: {alternative[at : at + 20]}")
        at = _closing(alternative, at) if piece.group().startswith("(") else piece.end()
        inner = alternative[piece.end() : at - 1]
        repeated = _REPEATED.match(alternative, at)
        at = repeated.end() if repeated else at
        yield piece.group(), inner, repeated is not None and repeated.group()[:2] in ("?", "*", "{0", "{,")


def _piece(piece: str, inner: str, step: int) -> frozenset[str]:
    """The first or last characters of a group with `inner` in it, a set or a character."""
    if piece.startswith("("):
        return _edges(inner, step)
    if piece[0] == "\\" and not piece[1].isalnum():
        return frozenset(piece[1])
    if piece == r"\d":
        return frozenset("0123456789")
    if piece.startswith("[") and piece[1] != "^":
        chars = re.sub(r"\\(\W)", r"\1", piece[1:-1].replace(r"\d", "0123456789"))
        if "\\" not in chars and "-" not in chars:
            return frozenset(chars)
    if piece[0] in "[\\.^$":
        raise ValueError(f"a pattern that may begin or end with many: {piece}")
    return frozenset(piece)


def _alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern, at its top."""
    out, at, start = [], 0, 0
    while at < len(pattern):
        piece = _PIECE.match(pattern, at)
        if piece is None:
            raise ValueError(f"a pattern that is not understood: {pattern[at : at + 20]}")
        if piece.group() == "|":
            out.append(pattern[start:at])
            start = at + 1
        at = _closing(pattern, at) if piece.group().startswith("(") else piece.end()
    return [*out, pattern[start:]]


def _closing(pattern: str, at: int) -> int:
    """The end of the group that begins at `at`."""
    depth = 0
    for piece in _PIECE_OR_END.finditer(pattern, at):
        depth += piece.group().startswith("(") - (piece.group() == ")")
        if not depth:
            return piece.end()
    raise ValueError(f"a group that does not end: {pattern[at : at + 20]}")
