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

_TOGETHER = 4
"""Letters that are taken together: the first letters of a word say little, pairs are in every text."""

_BYTES = 32
_MOST = 100_000
"""Letters of a text that are looked at: an issue of a gazette has more, a document hardly."""

_SIGN = re.compile(r"[\W_]+")


def exact(text: str) -> str:
    """What copies have in common that differ in line ends, blanks or a byte order mark (SHA-256)."""
    return hashlib.sha256("".join(text.replace("\ufeff", "").split()).encode("utf-8", "surrogatepass")).hexdigest()


def near(text: str) -> str:
    """256 bits (hex) that are nearly those of a text with nearly the same letters and figures; "" for too short one."""
    letters = _SIGN.sub("", unicodedata.normalize("NFKC", text))[:_MOST]
    pieces = {letters[at : at + _TOGETHER] for at in range(len(letters) - _TOGETHER + 1)}
    if not pieces:
        return ""
    hashes = b"".join(_hash(piece) for piece in pieces)
    bits = numpy.unpackbits(numpy.frombuffer(hashes, numpy.uint8).reshape(-1, _BYTES), axis=1)
    return numpy.packbits(2 * bits.sum(axis=0, dtype=numpy.int64) > len(pieces)).tobytes().hex()


def _hash(piece: str) -> bytes:
    return hashlib.blake2b(piece.encode("utf-8", "surrogatepass"), digest_size=_BYTES).digest()
