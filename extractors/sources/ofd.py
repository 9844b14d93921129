"""OFD (GB/T 33190, the fixed-layout format in which offices archive) -> text: its lines, pages divided by form feeds.

A zip of XML: OFD.xml names documents, each names its pages, a page has text objects with the places of their words.
Own reading: easyofd, the one reader in Python, needs PyMuPDF (AGPL) and draws, it does not give the text in order.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from extractors.sources.archive import Archive
from extractors.sources.base import SourceError
from extractors.sources.printed import Printed, joined, told, without_number

_ROOT = "OFD.xml"
_SAME_LINE = 0.5
_GAP = 1.5
"""In heights of a character: how far apart the base lines of one line may be; from where a gap is a space."""


@dataclass(frozen=True, slots=True)
class _Word:
    """Characters at a place (millimetres from the upper left corner of the page)."""

    text: str
    x: float
    y: float
    size: float

    @property
    def end(self) -> float:
        """Where Chinese characters of this size would end."""
        return self.x + self.size * sum(1 if char > "\x7f" else 0.5 for char in self.text)


def ofd_text(data: bytes, where: str) -> Printed:
    """The text of an OFD; seals, pictures and templates (the printed paper) are left out."""
    archive = Archive(data, where)
    pages: list[list[str]] = []
    scans: list[int] = []
    for root in archive.xml(_ROOT).iterfind("{*}DocBody/{*}DocRoot"):
        document = _path(_ROOT, root.text or "")
        for page in archive.xml(document).iterfind("{*}Pages/{*}Page"):
            content = archive.xml(_path(document, page.get("BaseLoc", "")))
            pages.append(without_number(_lines(list(_words(content)))))
            if not pages[-1] and content.find(".//{*}ImageObject") is not None:
                scans.append(len(pages))
    if scans and not any(pages):
        remedy = "print it to a PDF and give that with --ocr, or give the document as text"
        raise SourceError(f"a scan: there are pictures and no text ({told(scans)})", where, remedy)
    return Printed(joined(pages), tuple(scans))


def _path(base: str, name: str) -> str:
    """The member that `name` means in the file `base`."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(base), name.strip())).lstrip("/")


def _words(content: Element) -> Iterator[_Word]:
    for item in content.iterfind(".//{*}TextObject"):
        left, top = _numbers(item.get("Boundary"), 2)
        [size] = _numbers(item.get("Size"), 1)
        for code in item.iterfind("{*}TextCode"):
            [x] = _numbers(code.get("X"), 1)
            [y] = _numbers(code.get("Y"), 1)
            if text := (code.text or "").strip():
                yield _Word(text, left + x, top + y, size or 1.0)


def _numbers(text: str | None, count: int) -> list[float]:
    """The first numbers of an attribute, 0 for what is lacking or none."""
    try:
        numbers = [float(number) for number in (text or "").split()[:count]]
    except ValueError:
        numbers = []
    return numbers + [0.0] * (count - len(numbers))


def _lines(words: list[_Word]) -> list[str]:
    """The lines of a page from top to bottom, each from left to right."""
    lines: list[list[_Word]] = []
    for word in sorted(words, key=lambda word: word.y):
        if lines and word.y - lines[-1][0].y < _SAME_LINE * word.size:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [_line(sorted(line, key=lambda word: word.x)) for line in lines]


def _line(words: list[_Word]) -> str:
    text = ""
    last: _Word | None = None
    for word in words:
        text += " " if last is not None and word.x - last.end > _GAP * word.size else ""
        text += word.text
        last = word
    return text
