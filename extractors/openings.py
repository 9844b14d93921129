"""With which characters a pattern may begin: one look at a character spares a search the trial of long alternatives.

Python's own parser of patterns is private to it and changes between versions; this reads the few things that the
lexicons are written in, and refuses what it does not know.
"""

from __future__ import annotations

import re

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
    begins = _begins(pattern)
    if "" in begins:
        raise ValueError(f"a pattern that may begin with anything: {pattern[:20]}")
    return begins


def _begins(pattern: str) -> frozenset[str]:
    """The first characters of each alternative; "" where one may be empty."""
    return frozenset().union(*map(_first, _alternatives(pattern)))


def _first(alternative: str) -> frozenset[str]:
    begins: frozenset[str] = frozenset([""])
    at = 0
    while "" in begins and at < len(alternative):
        piece = _PIECE.match(alternative, at)
        if piece is None:
            raise ValueError(f"a pattern that is not understood: {alternative[at : at + 20]}")
        start, at = at, piece.end()
        if piece.group().startswith("("):
            at = _closing(alternative, start)
        looks = piece.group()[:2] == "(?" and piece.group()[-1] in "=!"
        chars = frozenset([""]) if looks else _piece(piece.group(), alternative[piece.end() : at - 1])
        repeated = _REPEATED.match(alternative, at)
        at = repeated.end() if repeated else at
        optional = repeated is not None and repeated.group()[:2] in ("?", "*", "{0", "{,")
        begins = (begins - {""}) | chars | (frozenset([""]) if optional else frozenset())
    return begins


def _piece(piece: str, inner: str) -> frozenset[str]:
    """The first characters of a group with `inner` in it, a set or a character."""
    if piece.startswith("("):
        return _begins(inner)
    if piece[0] == "\\" and not piece[1].isalnum():
        return frozenset(piece[1])
    if piece == r"\d":
        return frozenset("0123456789")
    if piece.startswith("[") and piece[1] != "^":
        chars = re.sub(r"\\(\W)", r"\1", piece[1:-1].replace(r"\d", "0123456789"))
        if "\\" not in chars and "-" not in chars:
            return frozenset(chars)
    if piece[0] in "[\\.^$":
        raise ValueError(f"a pattern that may begin with many: {piece}")
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
