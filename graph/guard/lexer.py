"""A Cypher statement -> its tokens, as every engine would cut it; what two engines could cut differently is refused.

Refused are: an escape of a plain ASCII character (Neo4j decodes it before it looks for the end of a string), an odd
line end or a second opening in a comment, a number that runs into a word (1SET), a letter that only looks like one (ſ,
ı and full-width letters are S, I and A-Z to some).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

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


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a statement: what it is, its text, and for a word the plain capitals that it may be taken for."""

    kind: Kind
    text: str
    folded: str = ""


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
