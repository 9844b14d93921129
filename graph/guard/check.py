"""The words of a statement against the lists of guard.toml."""

from __future__ import annotations

from collections.abc import Sequence

from graph.guard.lexer import GuardError, Token, tokens_of
from graph.guard.limits import check_limits
from graph.guard.lists import lists
from graph.guard.names import names
from graph.guard.patterns import check_patterns


def check_reading(text: str) -> None:
    """Raise `GuardError` unless `text` is one statement that only reads the graph, and no larger than need be."""
    tokens = list(tokens_of(text))
    while tokens and tokens[-1].text == ";":
        tokens.pop()
    if not tokens:
        raise GuardError("nothing is asked")
    if any(token.text == ";" for token in tokens):
        raise GuardError("more than one statement")
    if tokens[0].folded not in lists().begins:
        raise GuardError(f"a reading statement does not begin with {tokens[0].text}")
    _check_words(tokens, names(tokens))
    check_limits(tokens)
    check_patterns(tokens)


def _check_words(tokens: Sequence[Token], is_name: Sequence[bool]) -> None:
    for at, token in enumerate(tokens):
        if token.text == "(":
            _check_call(tokens, at, is_name)
        elif is_name[at]:
            continue
        elif token.folded in lists().refused:
            raise GuardError(f"{token.text} does not only read", "leave it out; a name goes in back-ticks: `name`")
        elif token.folded == "CALL":
            _check_procedure(tokens, at + 1)


def _check_call(tokens: Sequence[Token], at: int, is_name: Sequence[bool]) -> None:
    """What stands before a bracket is a word of the language, a known function, or no name at all."""
    name = _name_before(tokens, at)
    before = at - len(name) - 1
    if not name or (before >= 0 and tokens[before].folded == "CALL" and not is_name[before]):
        return  # a procedure is checked by its own list
    if len(name) == 1 and name[0].folded in lists().before_bracket:
        return
    if _called(name) not in lists().functions:
        raise GuardError(f"{_called(name)}() is not among the known functions", "use those of standard Cypher")


def _name_before(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """The name (date.truncate) that ends before `at`, with its dots."""
    start = at
    while start > 0 and tokens[start - 1].kind in ("word", "name"):
        start -= 1
        if start > 1 and tokens[start - 1].text == "." and tokens[start - 2].kind in ("word", "name"):
            start -= 1
        else:
            break
    return tokens[start:at]


def _check_procedure(tokens: Sequence[Token], at: int) -> None:
    """What follows CALL is a subquery, `{` or `(x) {`, or a procedure of the list."""
    if at < len(tokens) and tokens[at].text in ("{", "("):
        return
    end = at
    while end < len(tokens) and (tokens[end].kind in ("word", "name") or tokens[end].text == "."):
        end += 1
        if tokens[end - 1].text != "." and (end == len(tokens) or tokens[end].text != "."):
            break
    if _called(tokens[at:end]) not in lists().procedures:
        raise GuardError(f"the procedure {_called(tokens[at:end])} is not among those that only read", "leave it out")


def _called(name: Sequence[Token]) -> str:
    return "".join((token.folded or token.text.strip("`")).lower() for token in name)
