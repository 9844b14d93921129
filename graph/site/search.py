"""The index that the search of the site reads: which things hold which pairs of characters, in many small files.

A page that is opened from a disk may not read files; it may run scripts. So an index is scripts that each hand over a
part: `words` (how the index is made), `grams/N` (for each pair of characters the numbers of the things that hold it, as
differences in base 36), `items/N` (a hundred things with their names and addresses). To look for 安全生产 a browser
loads the parts that hold 安全, 全生 and 生产, and then the items that all three have in common: `search.js`.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import msgspec
from pypinyin import Style, lazy_pinyin

ITEMS_A_FILE = 100
_FILE_SIZE = 32_000
"""About how many characters of the index a file holds."""

_MOST_FILES = 4096
_WORD = re.compile(r"[^\W_]+")
_CHINESE = re.compile("[\u3400-\u9fff]")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Write(Protocol):
    """Writes a part of the index: its name (`grams/7`) and what it holds."""

    def __call__(self, name: str, data: object, /) -> None: ...


@dataclass(frozen=True, slots=True)
class Item:
    """Something that can be found. `forms` are its other names, `detail` is shown beside its name, `href` leads to it.

    `initials`: it can also be found by the first letters of its pinyin; a single character finds only such an item.
    """

    kind: str
    name: str
    forms: tuple[str, ...]
    detail: str
    href: str
    initials: bool = True


def write(items: Sequence[Item], put: Write) -> None:
    """Write the index of the items, which come kind by kind, the weightiest first."""
    postings: dict[str, list[int]] = defaultdict(list)
    kinds: list[tuple[str, int]] = []
    for number, item in enumerate(items):
        if not kinds or kinds[-1][0] != item.kind:
            kinds.append((item.kind, number))
        for gram in _grams(item):
            postings[gram].append(number)
    parts = _parts(postings)
    for number, part in enumerate(parts):
        put(f"grams/{number}", part)
    for at in range(0, len(items), ITEMS_A_FILE):
        some = items[at : at + ITEMS_A_FILE]
        put(f"items/{at // ITEMS_A_FILE}", [[item.href, item.name, item.detail, *_also(item)] for item in some])
    put("words", {"parts": len(parts), "chunk": ITEMS_A_FILE, "items": len(items), "kinds": kinds})


def initials(text: str) -> str:
    """The first letters of the pinyin of its characters (of 重庆 cq, not zq), other letters and figures as they are."""
    return "".join(lazy_pinyin(text, style=Style.FIRST_LETTER, errors=_kept)).lower()


def part_of(gram: str, parts: int) -> int:
    """In which of the parts a gram is."""
    number = 0
    for char in gram:
        number = (number * 31 + ord(char)) & 0xFFFFFFFF
    return number % parts


def normal(text: str) -> str:
    """A text as it is compared."""
    return unicodedata.normalize("NFKC", text).lower()


def _kept(other: str) -> str:
    return "".join(_WORD.findall(other))


def _also(item: Item) -> list[str]:
    """By what an item is found besides its name."""
    letters = (initials(name) for name in (item.name, *item.forms)) if item.initials else ()
    return list(dict.fromkeys((*item.forms, *letters)))


def _grams(item: Item) -> Iterator[str]:
    """Each pair of characters of its words once, and each Chinese character where that is enough to find it."""
    found: dict[str, None] = {}
    for text in (item.name, *_also(item)):
        for word in _WORD.findall(normal(text)):
            found.update(dict.fromkeys(map("".join, itertools.pairwise(word))))
            if item.initials:
                found.update(dict.fromkeys(_CHINESE.findall(word)))
    return iter(found)


def _parts(postings: dict[str, list[int]]) -> list[dict[str, str]]:
    """The postings in parts of about the same size, each sorted by gram."""
    coded = {gram: " ".join(_differences(postings[gram])) for gram in sorted(postings)}
    size = sum(len(gram) + len(code) + 6 for gram, code in coded.items())
    count = min(_MOST_FILES, max(1, -(-size // _FILE_SIZE)))
    parts: list[dict[str, str]] = [{} for _ in range(count)]
    for gram, code in coded.items():
        parts[part_of(gram, count)][gram] = code
    return parts


def _differences(numbers: Iterable[int]) -> Iterator[str]:
    last = 0
    for number in numbers:
        yield _base36(number - last)
        last = number


def _base36(number: int) -> str:
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
        if not number:
            return digits


def script(name: str, data: object) -> tuple[str, bytes]:
    """A part as the script that hands it over, and its path. Name and data are JSON: JavaScript as it stands."""
    encoded = msgspec.json.encode(data)
    return f"data/{name}.js", b"dutygraph(" + msgspec.json.encode(name) + b"," + encoded + b");\n"
