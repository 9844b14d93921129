"""PDF -> text: its lines as they are printed, from top to bottom, pages divided by form feeds.

pypdfium2 (Chrome's reader) gives the same characters as pdfminer.six and pypdf on the corpus, ten to twenty times as
fast; PyMuPDF is AGPL. `extractors.clean` joins the lines to paragraphs.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import pypdfium2
from pypdfium2.raw import FPDF_ERR_PASSWORD

from extractors.sources.base import MOST_CHARACTERS, SourceError
from extractors.sources.printed import PAGE_END, without_number

_MOST_PAGES = 5000
_BESIDE = 0.2
"""The share of lines that stand beside another, from which a page is a table: its cells stay in the order of the file,
which is that of reading, line by line in each cell."""

_SCANNED = "a scan: there are pictures of pages in it and no text"


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    bottom: float
    top: float


def pdf_text(data: bytes, where: str) -> str:
    """The text of a PDF. Pages without text stay empty; a PDF of such pages alone is refused."""
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
        pages: list[str] = []
        size = 0
        for page in document:
            pages.append(_page_text(page))
            size += len(pages[-1])
            if size > MOST_CHARACTERS:
                break  # the caller says what is wrong
    except pypdfium2.PdfiumError:
        where = f"{where}, page {len(pages) + 1}"
        raise SourceError("the page is damaged", where, "fetch the file again, or save it anew") from None
    finally:
        document.close()
    if not any(page.strip() for page in pages):
        told = f"{_SCANNED} (pages 1 to {count})" if count > 1 else _SCANNED
        raise SourceError(told, where, "have its text recognised (OCR), or give the document as text")
    return PAGE_END.join(pages) + "\n"


def _page_text(page: pypdfium2.PdfPage) -> str:
    lines = _lines(page.get_textpage())
    if _is_column(lines):
        lines.sort(key=lambda line: -line.top)
    return "\n".join(without_number([line.text for line in lines]))


def _lines(text: pypdfium2.PdfTextPage) -> list[_Line]:
    """The lines in the order of the file."""
    lines: list[_Line] = []
    at = 0
    for raw in text.get_text_range().split("\n"):
        words = raw.strip("\r")
        first = next((i for i, char in enumerate(words) if not char.isspace()), None)
        if first is not None:
            _, bottom, _, top = text.get_charbox(at + first)
            lines.append(_Line(words.replace("\t", " "), bottom, top))
        at += len(raw) + 1
    return lines


def _is_column(lines: list[_Line]) -> bool:
    """Whether the lines of a page stand below each other."""
    down = sorted(lines, key=lambda line: -line.top)
    beside = sum(above.bottom < (below.top + below.bottom) / 2 for above, below in itertools.pairwise(down))
    return beside <= _BESIDE * len(lines)
