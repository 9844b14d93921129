"""Regular expressions (=~): only such as cannot take for ever. The server cannot be stopped within one.

A pattern must stand in the statement as one string, so that it can be looked at. How long a text takes grows with the
power of the quantifiers, and without bound where one stands within another: ((.*)*)*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.guard.lexer import GuardError, Token

MOST_QUANTIFIERS = 4
"""One more takes a text of 400 characters minutes instead of a second."""
MOST_ALTERNATIVES = 30

_PIECE = re.compile(
    r"""
      (?P<open>         \( (?: \?: | \?i\) | \?=|\?! )? )
    | (?P<close>        \) )
    | (?P<quantifier>   (?: [*+?] | \{[0-9]+(?:,[0-9]*)?\} ) [+?]? )
    | (?P<alternative>  \| )
    | (?P<one>          \\[^\WQEx] | \\\W | \[\^?[^\[\]\\&]+\] | [^\\\[\](){}*+?|] )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPED = re.compile(r"\\(u[0-9A-Fa-f]{4}|.)", re.DOTALL)
_AFTER_PATTERN = frozenset(")],}|")
_INSTEAD = "write a plainer one, or use CONTAINS"


def check_patterns(tokens: Sequence[Token]) -> None:
    """Raise `GuardError` where a regular expression is not one string, or may take too long."""
    for at, token in enumerate(tokens):
        if token.text == "~":
            _check_pattern(_string(tokens[at + 1 : at + 4]))


def _string(following: Sequence[Token]) -> str:
    """The pattern that follows =~."""
    kinds = [token.kind for token in following]
    texts = [token.text for token in following]
    ends = kinds[1:2] in ([], ["word"]) or (texts[1] in _AFTER_PATTERN and texts[1:] != ["|", "|"])
    if kinds[:1] != ["string"] or not ends:
        raise GuardError("a regular expression that is not one string", "write it behind =~ as it is, or use CONTAINS")
    return _ESCAPED.sub(lambda escape: _character(escape.group(1)), texts[0][1:-1])


def _character(escape: str) -> str:
    return chr(int(escape[1:], 16)) if len(escape) > 1 else escape


def _check_pattern(pattern: str) -> None:
    """Count the quantifiers and alternatives, and look that no group with one of them in it is repeated."""
    counts = {"quantifier": 0, "alternative": 0}
    groups: list[int] = []
    closed = 0  # how many quantifiers and alternatives there were when the group opened that has just closed
    at, before = 0, ""
    while at < len(pattern):
        piece = _PIECE.match(pattern, at)
        if piece is None:
            raise GuardError(f"{pattern[at : at + 8]!r} in a regular expression", _INSTEAD)
        kind = piece.lastgroup or ""
        if kind == "open" and not piece.group().endswith(")"):
            groups.append(sum(counts.values()))
        elif kind == "close":
            closed = groups.pop() if groups else 0
        elif kind == "quantifier" and before == "close" and sum(counts.values()) > closed:
            raise GuardError("a regular expression that repeats what repeats or varies", _INSTEAD)
        if kind in counts:
            counts[kind] += 1
        at, before = piece.end(), kind
    if counts["quantifier"] > MOST_QUANTIFIERS or counts["alternative"] > MOST_ALTERNATIVES:
        raise GuardError(
            f"a regular expression with more than {MOST_QUANTIFIERS} quantifiers or {MOST_ALTERNATIVES} alternatives",
            _INSTEAD,
        )
