"""How much a statement may hold: a server plans and computes what is more for longer than it can be told to stop.

The time limit of a statement ends what runs between rows. Planning, and a single expression, it does not end: the
planner takes twice as long with every EXISTS in another and with every XOR, and 40 relationships in one pattern take
it twenty seconds.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.guard.lexer import GuardError, Token
from graph.guard.lists import Nested, lists

MOST_TOKENS = 3_000

_CLOSING = {"(": ")", "[": "]", "{": "}"}


def check_limits(tokens: Sequence[Token]) -> None:
    """Raise `GuardError` where there is too much of something, or too much within another."""
    if len(tokens) > MOST_TOKENS:
        raise GuardError(f"more than {MOST_TOKENS} words and marks", "ask in several statements")
    for counted in lists().counted:
        count = sum((token.folded or token.text) in counted.of for token in tokens)
        if count > counted.most:
            raise GuardError(f"{count} {counted.what}; {counted.most} may be in a statement", counted.remedy)
    for nested in lists().nested:
        if (depth := _depth(tokens, nested)) > nested.most:
            raise GuardError(f"{depth} {nested.what} within another; {nested.most} may be", nested.remedy)


def _depth(tokens: Sequence[Token], nested: Nested) -> int:
    """How many brackets of the kind are open where most are."""
    opened: list[bool] = []
    depth = deepest = 0
    for at, token in enumerate(tokens):
        if token.text in _CLOSING:
            opened.append(_is_of(tokens, at, nested))
            depth += opened[-1]
            deepest = max(deepest, depth)
        elif token.text in _CLOSING.values() and opened:
            depth -= opened.pop()
    return deepest


def _is_of(tokens: Sequence[Token], at: int, nested: Nested) -> bool:
    """Whether the bracket at `at` is one of the kind."""
    if not nested.after:
        return True
    before = tokens[at - 1] if at else None
    if before is not None and before.folded in nested.after:
        return True
    return nested.lists and tokens[at].text == "[" and _loops(tokens[at + 1 : at + 3])


def _loops(first: Sequence[Token]) -> bool:
    """Whether a list that begins so is made by a loop: [x IN ..., [(a)-->..., [p = (a)-->..."""
    folded = [token.folded or token.text for token in first]
    return folded[:1] == ["("] or folded[1:] in (["IN"], ["="])
