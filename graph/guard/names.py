"""Which words of a statement are names where they stand (n.set, :Set, AS load, (show)), whatever else they mean.

A word is taken for a name only where the grammar lets no clause begin. After a word such as AS or RETURN that is so as
long as that word is the keyword: where it may be a name anywhere in the statement, it is not relied upon.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.guard.lexer import Token
from graph.guard.lists import lists

_NOTHING = Token("mark", "")
_OWNERS = frozenset(")]}")
_BEFORE_NAME = frozenset(":([,")
_AFTER_NAME = frozenset(":.")


def names(tokens: Sequence[Token]) -> list[bool]:
    """For each token whether it is a word that is a name there."""
    found = [
        token.kind == "word" and (_is_property(tokens, at) or _is_between(_at(tokens, at - 1), _at(tokens, at + 1)))
        for at, token in enumerate(tokens)
    ]
    keywords = lists().before_name - _possible_names(tokens, found)
    return [
        known or (token.kind == "word" and at > 0 and tokens[at - 1].folded in keywords)
        for at, (token, known) in enumerate(zip(tokens, found, strict=True))
    ]


def _at(tokens: Sequence[Token], at: int) -> Token:
    return tokens[at] if 0 <= at < len(tokens) else _NOTHING


def _is_property(tokens: Sequence[Token], at: int) -> bool:
    """n.set; not 1.SET, which some take for a number and a word."""
    owner = _at(tokens, at - 2)
    named = owner.kind in ("word", "name", "parameter") or owner.text in _OWNERS
    return _at(tokens, at - 1).text == "." and named


def _is_between(before: Token, after: Token) -> bool:
    """A label (:Set), a key or a labelled variable (set: 1), the owner of a property (set.x), the first in a bracket,
    the next of a list."""
    return before.text in _BEFORE_NAME or after.text in _AFTER_NAME


def _possible_names(tokens: Sequence[Token], found: Sequence[bool]) -> set[str]:
    """What may be a name somewhere: also in back-ticks, as a path (p = ...), after AS and YIELD."""
    possible = {token.text.strip("`").upper() for token in tokens if token.kind == "name"}
    for at, token in enumerate(tokens):
        if found[at] or _at(tokens, at + 1).text == "=" or _at(tokens, at - 1).folded in ("AS", "YIELD"):
            possible.add(token.folded)
    return possible
