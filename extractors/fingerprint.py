"""What two copies of a text have in common: all of it but the layout (`exact`), or nearly all of it (`near`).

The same document as a page, a PDF and a file of Word differs in a few words: what a site writes around it, the cells of
a table that are read in another order, a number that one of them lacks. `near` is a SimHash: how many of its bits
differ tells how much of two texts does (docs/formats.md has what was measured). A MinHash says the same in thirty times
the room, and every document keeps one.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

import numpy
import numpy.typing

_TOGETHER = 4
"""Letters that are taken together: the first letters of a word say little, pairs are in every text."""

_LETTER = numpy.uint64(0xFFFF)
"""What is taken of a letter, so that four fill 64 bits: nearly all are in Unicode's first plane."""

_SEEDS = numpy.arange(1, 5, dtype=numpy.uint64) * numpy.uint64(0x9E3779B97F4A7C15)
"""What makes four hashes of 64 bits of one piece."""

_MOST = 100_000
"""Letters of a text that are looked at: an issue of a gazette has more, a document hardly."""

_SIGN = re.compile(r"[\W_]+")


def exact(text: str) -> str:
    """What copies have in common that differ in line ends, blanks or a byte order mark (SHA-256)."""
    return hashlib.sha256("".join(text.replace("\ufeff", "").split()).encode("utf-8", "surrogatepass")).hexdigest()


def near(text: str) -> str:
    """256 bits (hex) that are nearly those of a text with nearly the same letters and figures; "" for too short one."""
    letters = _SIGN.sub("", unicodedata.normalize("NFKC", text))[:_MOST]
    codes = numpy.frombuffer(letters.encode("utf-32-le", "surrogatepass"), "<u4").astype(numpy.uint64) & _LETTER
    if len(codes) < _TOGETHER:
        return ""
    last = len(codes) - _TOGETHER + 1
    pieces = numpy.unique(sum(codes[at : at + last] << numpy.uint64(16 * at) for at in range(_TOGETHER)))
    hashes = numpy.stack([_mixed(pieces + seed) for seed in _SEEDS], axis=1).astype("<u8").view(numpy.uint8)
    bits = numpy.unpackbits(hashes, axis=1)
    return numpy.packbits(2 * bits.sum(axis=0, dtype=numpy.int64) > len(pieces)).tobytes().hex()


def _mixed(values: numpy.typing.NDArray[numpy.uint64]) -> numpy.typing.NDArray[numpy.uint64]:
    """A hash of each value (the finalizer of SplitMix64: Steele, Lea and Flood 2014), all at once."""
    values = (values ^ (values >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
    return values ^ (values >> numpy.uint64(31))
