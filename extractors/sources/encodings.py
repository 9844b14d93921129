"""Bytes -> text: UTF-8, GB18030 (with GBK and GB 2312), Big5, UTF-16, with or without a byte order mark; UTF-32 with.

Statistical guessers (charset-normalizer, chardet) were not taken: each encoding here refuses most bytes of the others
when decoded strictly, and the share of common characters decides what is left.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable

LOST = "\ufffd"
"""What stands for bytes that are no character."""

_MOST_LOST = 0.05
"""The share of them among the characters beyond ASCII up to which a text is one of the encoding all the same. The bytes
of another encoding give far more."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before that of UTF-16, with which it begins
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_COMMON = 0.8
"""The share of the characters beyond ASCII that are common ones in any real text of today's administration. GB18030
gives a meaning to nearly any bytes; the meaning it gives to Big5, Shift-JIS or noise is mostly outside GB 2312."""

_LAST_COMMON = 0xC6
"""The first byte of the last of the 5,401 common characters of Big5 (the rarer ones begin at C9)."""


def decoded(data: bytes) -> str | None:
    """The text of `data`, with its byte order mark; None where no encoding gives one that reads like Chinese.

    Where a few bytes are no character (a file cut off within one, a byte lost on the way), U+FFFD stands for them.
    """
    text = _decoded(data, "strict")
    return text if text is not None else _decoded(data, "replace")


def _decoded(data: bytes, errors: str) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _whole(data, encoding, "strict")  # behind a byte that is lost all is noise
    if b"\0" in data:
        return _likely(data, "utf-16-le", "strict", _simplified) or _likely(data, "utf-16-be", "strict", _simplified)
    text = _whole(data, "utf-8", errors)
    if text is not None:
        return text
    return _likely(data, "gb18030", errors, _simplified) or _likely(data, "cp950", errors, _traditional)


def _whole(data: bytes, encoding: str, errors: str) -> str | None:
    """The decoded text where (nearly) all of what is beyond ASCII are characters."""
    try:
        text = data.decode(encoding, errors)
    except UnicodeDecodeError:
        return None
    lost = text.count(LOST) if errors == "replace" else 0
    return text if not lost or lost <= _MOST_LOST * sum(char > "\x7f" for char in text) else None


def _likely(data: bytes, encoding: str, errors: str, common: Callable[[str], float]) -> str | None:
    """The decoded text where, besides, enough of what is beyond ASCII is common."""
    text = _whole(data, encoding, errors)
    if text is None or "\0" in text:
        return None
    beyond = "".join(char for char in text if char > "\x7f")
    return text if beyond and common(beyond) >= _COMMON * len(beyond) else None


def _simplified(text: str) -> float:
    """How many characters are in GB 2312."""
    return len(text.encode("gb2312", "ignore")) / 2


def _traditional(text: str) -> float:
    """How many characters are common ones in Big5."""
    return sum(first <= _LAST_COMMON for first in text.encode("cp950", "ignore")[::2])
