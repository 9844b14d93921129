"""Pictures of text -> their lines, by Tesseract: a program that the user installs, called by pytesseract (extra `ocr`).

tesserocr brings the program itself, but not the data of any language, so that something had to be installed all the
same. Chinese alone (`chi_sim` knows Latin letters too) misread fewer characters of the scans in the corpus than Chinese
with English, in half the time.
"""

from __future__ import annotations

import io
import os
import re
from functools import cache

import pytesseract
from PIL import Image, ImageSequence, UnidentifiedImageError

from extractors.sources.base import SourceError
from extractors.sources.printed import Printed, joined

_LANGUAGE = "chi_sim"
_MOST_SECONDS = 300
"""For one page; a dense one takes ten."""

_INSTALL = "install Tesseract with its data for Chinese (Debian: tesseract-ocr-chi-sim; Homebrew: tesseract-lang)"
_GAP = re.compile(r"(?<=[^\x00-\x7f]) {1,2}(?=\S)|(?<=\S) {1,2}(?=[^\x00-\x7f])|(?<=[\])]) (?=\d+ ?号)")
"""Blanks that Tesseract sees beside a Chinese character; a wide one divides what stands apart."""

_MARK = re.compile(r"(?<=[\u4e00-\u9fff])[,:;](?!\d)")
_WIDE = {",": "，", ":": "：", ";": "；"}
"""What Tesseract reads as the marks of another script, behind a Chinese character."""

_YEAR = re.compile(r"[\[【〔(（]((?:19|20)\d\d)[\]】〕)）j](?=\d+号)")
"""The brackets of a 文号, which it reads as all kinds of brackets."""

# Its threads get in each other's way; `--jobs` reads pages side by side.
os.environ.setdefault("OMP_THREAD_LIMIT", "1")


@cache
def check() -> None:
    """Raises `SourceError` where Tesseract or its data for Chinese is not installed."""
    try:
        languages = pytesseract.get_languages()
    except pytesseract.TesseractNotFoundError:
        raise SourceError("there is no program tesseract", "--ocr", _INSTALL) from None
    if _LANGUAGE not in languages:
        raise SourceError(f"Tesseract has no data for Chinese ({_LANGUAGE})", "--ocr", _INSTALL)


def lines_of(picture: Image.Image, where: str) -> list[str]:
    """The lines of a picture of text, as far as Tesseract can read them."""
    try:
        text: str = pytesseract.image_to_string(picture, lang=_LANGUAGE, timeout=_MOST_SECONDS)
    except pytesseract.TesseractError as error:
        raise SourceError(f"Tesseract failed ({error.message})", where, "leave it out, or give its text") from None
    except RuntimeError:  # what pytesseract raises when the time is over
        what = f"Tesseract read for more than {_MOST_SECONDS} seconds"
        raise SourceError(what, where, "leave it out, or give its text") from None
    return [_as_printed(line) for line in text.strip().split("\n")]


def _as_printed(line: str) -> str:
    """The line without what Tesseract adds to Chinese."""
    line = _MARK.sub(lambda mark: _WIDE[mark.group()], _GAP.sub("", line))
    return _YEAR.sub(r"〔\1〕", line)


def picture_text(data: bytes, where: str) -> Printed:
    """The text of a picture file; a TIFF may hold several pages."""
    try:
        with Image.open(io.BytesIO(data)) as file:
            pages = [lines_of(page.convert("L"), where) for page in ImageSequence.Iterator(file)]
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise SourceError("the picture is cut off or damaged", where, "fetch it again, or save it anew") from None
    except Image.DecompressionBombError:
        raise SourceError("a picture far larger than any page", where, "save it with fewer pixels") from None
    return Printed(joined(pages), recognised=tuple(range(1, len(pages) + 1)))
