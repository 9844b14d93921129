"""Lets one reading Cypher statement through, and nothing else.

The first of several layers: the store opens the graph read-only, its engine refuses to write in a query, it may not
read files, and it is ended after a time. This layer is a lexer (comments, strings, back-ticks, escapes) and the lists
of guard.toml, so that a statement is refused before any engine sees it, with a line that says why.

Where two engines could cut a text into different tokens the text is refused: an escape of a plain ASCII character
(Neo4j decodes it before it looks for the end of a string), an odd line end or a second opening in a comment, a number
that runs into a word (1SET), a letter that only looks like one (ſ, ı and full-width letters are S, I and A-Z to some).
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from graph.stores import StoreError

LONGEST = 100_000
"""Characters of a statement."""

Kind = Literal["word", "name", "string", "number", "parameter", "mark"]

_TOKEN = re.compile(
    r"""
      (?P<space>     [ \t\n]+ | \r\n )
    | (?P<comment>   //[^\n]*?(?=\r?\n|\Z) | /\*.*?\*/ )
    | (?P<string>    '(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*" )
    | (?P<name>      `(?:[^`]|``)*` )
    | (?P<parameter> \$(?:[A-Za-z0-9_]+|`(?:[^`]|``)*`) )
    | (?P<number>    0x[0-9A-Fa-f]+ | 0o[0-7]+ | (?:[0-9]+\.[0-9]+|\.[0-9]+|[0-9]+)(?:[eE][+-]?[0-9]+)? )
    | (?P<word>      \w+ )
    | (?P<mark>      \.\. | [!%&()*+,\-./:;<=>?@\[\]^{|}~] )
    """,
    re.VERBOSE | re.DOTALL,
)
_ODD_LINE_END = re.compile("\r(?!\n)|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|.)", re.DOTALL)
_PLAIN_ESCAPES = frozenset("\\'\"`bBfFnNrRtT")
_ENCODED_ASCII = re.compile(r"\\u+00[0-7][0-9A-Fa-f]")


class GuardError(StoreError):
    """A statement that is not let through."""

    def __init__(self, what: str, remedy: str = "give one reading statement: MATCH ... RETURN ...") -> None:
        super().__init__(what, "the statement", remedy)


class _Lists(msgspec.Struct, frozen=True):
    """guard.toml."""

    begins: frozenset[str]
    refused: frozenset[str]
    before_bracket: frozenset[str]
    procedures: frozenset[str]
    functions: frozenset[str]


@cache
def _lists() -> _Lists:
    return msgspec.convert(tomllib.loads(files("graph").joinpath("guard.toml").read_text(encoding="utf-8")), _Lists)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a statement: what it is, its text, and for a word the plain capitals that it may be taken for."""

    kind: Kind
    text: str
    folded: str = ""


def check_reading(text: str) -> None:
    """Raise `GuardError` unless `text` is one statement that only reads the graph."""
    tokens = list(tokens_of(text))
    while tokens and tokens[-1].text == ";":
        tokens.pop()
    if not tokens:
        raise GuardError("nothing is asked")
    if any(token.text == ";" for token in tokens):
        raise GuardError("more than one statement")
    if tokens[0].folded not in _lists().begins:
        raise GuardError(f"a reading statement does not begin with {tokens[0].text}")
    for at, token in enumerate(tokens):
        if token.text == "(":
            _check_call(tokens, at)
        elif token.folded in _lists().refused and not _is_a_name(tokens, at):
            raise GuardError(f"{token.text} does not only read", "leave it out; a name goes in back-ticks: `name`")
        elif token.folded == "CALL" and not _is_a_name(tokens, at):
            _check_procedure(tokens, at + 1)


def tokens_of(text: str) -> Iterator[Token]:
    """The tokens of a statement, without space and comments. Raises `GuardError` where it may be cut in another way."""
    if len(text) > LONGEST:
        raise GuardError(f"longer than {LONGEST} characters", "give values as parameters")
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise GuardError(
                f"{text[at : at + 8]!r} at character {at + 1} is not Cypher",
                "close strings and comments; plain marks only",
            )
        at, piece = match.end(), match.group()
        match match.lastgroup:
            case "comment":
                if _ODD_LINE_END.search(piece) or "/*" in piece[2:]:
                    raise GuardError("a comment that may end elsewhere", "leave it out")
            case "string":
                _check_escapes(piece)
                yield Token("string", piece)
            case "name":
                _check_escapes(piece)
                yield Token("name", piece)
            case "parameter":
                yield Token("parameter", piece)
            case "number":
                if re.match(r"\w", text[at : at + 1]):
                    raise GuardError(f"the number {piece} runs into a word", "put a space between them")
                yield Token("number", piece)
            case "word":
                yield Token("word", piece, _folded(piece))
            case "mark":
                if piece == "/" and text.startswith("*", at):
                    raise GuardError("a comment that does not end", "close it: */")
                yield Token("mark", piece)


def _folded(word: str) -> str:
    """The plain capitals that a word may be taken for. Raises `GuardError` for what is no letter everywhere."""
    if not all(char == "_" or char.isalpha() or char in "0123456789" for char in word) or word[0].isdigit():
        raise GuardError(f"the word {word}", "put names that are not made of letters in back-ticks: `name`")
    plain = unicodedata.normalize("NFKD", word)
    return "".join(char for char in plain if not unicodedata.combining(char)).upper()


def _check_escapes(piece: str) -> None:
    """Refuse escapes that engines decode at different moments, or not at all."""
    for match in _ESCAPE.finditer(piece):
        if len(match.group(1)) == 1 and match.group(1) not in _PLAIN_ESCAPES:
            raise GuardError(f"the escape {match.group()}", "write the character itself")
    if encoded := _ENCODED_ASCII.search(piece):
        raise GuardError(f"the escape {encoded.group()}", "write the character itself")


def _is_a_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word is a property (n.set), a label (:Set), a key or labelled variable (set: 1), an alias (AS x)."""
    before = tokens[at - 1] if at else Token("mark", "")
    if before.text == "." and at > 1:
        owner = tokens[at - 2]
        return owner.kind in ("word", "name", "parameter") or owner.text in (")", "]", "}")
    if before.text == ":" or before.folded == "AS":
        return True
    return at + 1 < len(tokens) and tokens[at + 1].text == ":"


def _check_call(tokens: Sequence[Token], at: int) -> None:
    """What stands before a bracket is a word of the language, a known function, or no name at all."""
    name = _name_before(tokens, at)
    before = at - len(name) - 1
    if not name or (before >= 0 and tokens[before].folded == "CALL" and not _is_a_name(tokens, before)):
        return  # a procedure is checked by its own list
    if len(name) == 1 and name[0].folded in _lists().before_bracket:
        return
    if _called(name) not in _lists().functions:
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
    if _called(tokens[at:end]) not in _lists().procedures:
        raise GuardError(f"the procedure {_called(tokens[at:end])} is not among those that only read", "leave it out")


def _called(name: Sequence[Token]) -> str:
    return "".join((token.folded or token.text.strip("`")).lower() for token in name)
