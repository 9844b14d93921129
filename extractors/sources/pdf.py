"""PDF -> text: its lines as they are printed, from top to bottom, pages divided by form feeds; tables as their rows.

pypdfium2 (Chrome's reader) gives the same characters as pdfminer.six and pypdf on the corpus, ten to twenty times as
fast; PyMuPDF is AGPL. `extractors.clean` joins the lines to paragraphs.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pypdfium2
from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_PAGEOBJ_IMAGE

from extractors.sources.base import MOST_CHARACTERS, SourceError
from extractors.sources.printed import Printed, Recogniser, joined, told, without_number
from extractors.sources.ruled import Mark, Table, tables_of

if TYPE_CHECKING:  # an extra
    from PIL.Image import Image

_MOST_PAGES = 5000
_BESIDE = 0.2
"""The share of lines that stand beside another, from which a page is a table without drawn lines: its cells stay in the
order of the file, which is that of reading, line by line in each cell."""

_STAMPED, _COVERED = 20, 0.5
"""A page with fewer characters, and a picture over more than this share of it, is a scan with a stamp or a number."""

_DOTS, _WIDEST = 250 / 72, 5000
"""How a scan is drawn for recognition: in dots a point, and how wide and high at most. With 250 an inch Tesseract
misread one character in a hundred of printed pages of the corpus; with 150, 200 and 300 more."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A printed line, where in the text of the page it begins, and where it stands."""

    text: str
    at: int
    bottom: float
    top: float


def pdf_text(data: bytes, where: str, ocr: Recogniser | None = None) -> Printed:
    """The text of a PDF, with `ocr` also of its scanned pages.

    Without, these pages stay empty, and a PDF of scans alone is refused.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == FPDF_ERR_PASSWORD:
            remedy = "open it with its password and print it to a new PDF"
            raise SourceError("the file is encrypted", where, remedy) from None
        raise SourceError("the file is cut off or damaged", where, "fetch it again, or save it anew") from None
    try:
        count = len(document)
        if count > _MOST_PAGES:
            raise SourceError(f"{count:,} pages are more than any document has", where, "divide it")
        pages: list[list[str]] = []
        scans: list[int] = []
        size = 0
        for number, page in enumerate(document, 1):
            pages.append(_page_lines(page))
            if _is_scan(page, pages[-1]):
                scans.append(number)
                if ocr is not None:
                    pages[-1] = without_number(ocr.lines_of(_picture(page), f"{where}, page {number}"))
            size += sum(map(len, pages[-1]))
            if size > MOST_CHARACTERS:
                break  # the caller says what is wrong
    except pypdfium2.PdfiumError:
        where = f"{where}, page {len(pages) + 1}"
        raise SourceError("the page is damaged", where, "fetch the file again, or save it anew") from None
    finally:
        document.close()
    if ocr is not None:
        return Printed(joined(pages), recognised=tuple(scans))
    if scans and not any(lines for number, lines in enumerate(pages, 1) if number not in scans):
        remedy = "give --ocr to have its text recognised, or give the document as text"
        raise SourceError(f"a scan: there are pictures and no text ({told(scans)})", where, remedy)
    return Printed(joined(pages), scans=tuple(scans))


_OF_TWO_FONTS = re.compile("[“”‘’—…·]")
"""Marks that Chinese and Latin fonts share, which a printer takes from either."""


def _is_scan(page: pypdfium2.PdfPage, lines: list[str]) -> bool:
    """Whether the words of a page are drawn: as a picture, or as the outlines of letters."""
    if not lines:
        return any(True for _ in page.get_objects())
    if sum(map(len, lines)) >= _STAMPED:
        return False
    covered = 0.0
    for picture in page.get_objects([FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = picture.get_bounds()
        covered += (right - left) * (top - bottom)
    whole: float = page.get_width() * page.get_height()
    return covered > _COVERED * whole


def _picture(page: pypdfium2.PdfPage) -> Image:
    """The page as it would be printed."""
    scale = min(_DOTS, _WIDEST / max(page.get_size()))
    picture: Image = page.render(scale=scale, grayscale=True).to_pil()
    return picture


def _page_lines(page: pypdfium2.PdfPage) -> list[str]:
    text = page.get_textpage()
    lines = _lines(text)
    if tables := tables_of(page):
        lines = _with_rows(lines, text, tables)
    if _is_column(lines):
        lines.sort(key=lambda line: -line.top)
    return without_number([line.text for line in lines])


def _lines(text: pypdfium2.PdfTextPage) -> list[_Line]:
    """The lines in the order of the file."""
    lines: list[_Line] = []
    at = 0
    for raw in text.get_text_range().split("\n"):
        words = raw.strip("\r")
        first = next((i for i, char in enumerate(words) if not char.isspace()), None)
        if first is not None:
            _, bottom, _, top = text.get_charbox(at + first)
            words = _across(text, words[first:].rstrip().replace("\t", " "), at + first)
            lines.append(_Line(words, at + first, bottom, top))
        at += len(raw) + 1
    return lines


def _across(text: pypdfium2.PdfTextPage, words: str, at: int) -> str:
    """The characters of a line as they stand from left to right: a file may draw those of each font together.

    Where they do not stand at one height they are left as they are.
    """
    if not _OF_TWO_FONTS.search(words):
        return words
    boxes = [text.get_charbox(at + i, loose=True) for i, char in enumerate(words) if not char.isspace()]
    lowest, highest = max(box[1] for box in boxes), min(box[3] for box in boxes)
    if lowest >= highest:
        return words
    lefts: list[float] = []
    for char in words:  # white space has no place of its own: it stays behind the character before it
        lefts.append(lefts[-1] if char.isspace() else boxes.pop(0)[0])
    return "".join(words[i] for i in sorted(range(len(words)), key=lefts.__getitem__))


def _with_rows(lines: list[_Line], text: pypdfium2.PdfTextPage, tables: list[Table]) -> list[_Line]:
    """The lines of a page with the rows of tables in place of what is printed in them."""
    kept: list[_Line] = []
    inside: dict[int, list[Mark]] = {}
    starts: list[tuple[int, int]] = []
    for line in lines:
        marks = [Mark(char, *text.get_charbox(line.at + i, loose=True)) for i, char in enumerate(line.text)]
        for number, run in itertools.groupby(marks, lambda mark: _table_of(mark, tables)):
            part = list(run)
            if number is None:
                if words := "".join(mark.char for mark in part).strip():
                    kept.append(replace(line, text=words))
                continue
            if number not in inside:
                starts.append((len(kept), number))
            inside.setdefault(number, []).extend(part)
    for at, number in reversed(starts):
        kept[at:at] = [_Line(words, 0, top, top) for words, top in tables[number].lines(inside[number])]
    return kept


def _table_of(mark: Mark, tables: list[Table]) -> int | None:
    return next((number for number, table in enumerate(tables) if table.place(mark) is not None), None)


def _is_column(lines: list[_Line]) -> bool:
    """Whether the lines of a page stand below each other."""
    down = sorted(lines, key=lambda line: -line.top)
    beside = sum(above.bottom < (below.top + below.bottom) / 2 for above, below in itertools.pairwise(down))
    return beside <= _BESIDE * len(lines)
