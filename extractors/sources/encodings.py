"""Bytes -> text: UTF-8, GB18030 (with GBK and GB 2312), Big5 and UTF-16, each with or without a byte order mark.

Statistical guessers (charset-normalizer, chardet) were not taken: each encoding here refuses most bytes of the others
when decoded strictly, and the share of common characters decides what is left.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable

_MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_COMMON = 0.8
"""The share of the characters beyond ASCII that are common ones in any real text of today's administration. GB18030
gives a meaning to nearly any bytes; the meaning it gives to Big5, Shift-JIS or noise is mostly outside GB 2312."""

_LAST_COMMON = 0xC6
"""The first byte of the last of the 5,401 common characters of Big5 (the rarer ones begin at C9)."""


def decoded(data: bytes) -> str | None:
    """The text of `data`, with its byte order mark; None where no encoding gives one that reads like Chinese."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    if b"\0" in data:
        return _likely(data, "utf-16-le", _simplified) or _likely(data, "utf-16-be", _simplified)
    text = _strictly(data, "utf-8")
    return text if text is not None else _likely(data, "gb18030", _simplified) or _likely(data, "cp950", _traditional)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _likely(data: bytes, encoding: str, common: Callable[[str], float]) -> str | None:
    """The decoded text where enough of what is beyond ASCII is common."""
    text = _strictly(data, encoding)
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
