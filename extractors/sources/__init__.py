"""A file -> the text that it holds, to be pointed into.

`find` lists the files of folders and zip files, `read` gives the text of one. What a file is, its bytes tell
(`formats`); a text as it stands on disk is decoded with nothing taken away: a byte order mark, a tag, a carriage return
is a character like another. What is no text (docx, pdf ...) becomes one: a line a paragraph or table row, cells divided
by tabs, pages by form feeds. Offsets of every fact count the characters of `Source.text`, which is kept with the facts.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from extractors.sources.base import (
    MOST_CHARACTERS,
    Kind,
    Source,
    SourceError,
    kind_of,
)
from extractors.sources.doc import doc_text
from extractors.sources.docx import docx_text
from extractors.sources.encodings import LOST, decoded
from extractors.sources.formats import Format, format_of
from extractors.sources.mhtml import html_of
from extractors.sources.ofd import ofd_text
from extractors.sources.packed import load, members, too_long
from extractors.sources.pdf import pdf_text
from extractors.sources.places import Places, pages, place_at
from extractors.sources.printed import Printed, Recogniser, told
from extractors.sources.sheets import csv_text, xls_text, xlsx_text

__all__ = [
    "LOST",
    "Kind",
    "Source",
    "SourceError",
    "decode",
    "find",
    "kind_of",
    "load",
    "passed_over",
    "place_at",
    "read",
    "recogniser",
    "told",
]

_TEXTS: dict[Format, Callable[[bytes, str], str | Printed]] = {
    "mhtml": html_of,
    "ofd": ofd_text,
}
"""From the bytes and the name for errors to the text."""

_LAID_OUT: dict[Format, Callable[[bytes, str], tuple[str, Places]]] = {
    "docx": docx_text,
    "doc": doc_text,
    "xlsx": xlsx_text,
    "xls": xls_text,
}
"""Likewise, and to the places of its paragraphs and cells."""

_ENDS = (
    ".txt",
    ".md",
    ".html",
    ".htm",
    ".mhtml",
    ".mht",
    ".docx",
    ".doc",
    ".wps",
    ".pdf",
    ".ofd",
    ".xlsx",
    ".xls",
    ".csv",
)
"""The files that are taken from a folder or a zip file. A file that is given by itself may be called as it likes."""

_PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
"""Taken too where pictures are to be read."""

_ZIP = ".zip"
_READABLE = ", ".join((*_ENDS, _ZIP))


def find(paths: Iterable[str | Path], *, ocr: bool = False) -> tuple[list[tuple[Path, str]], list[SourceError]]:
    """The readable files of `paths` as (path, name), with `ocr` pictures too; and what was wrong with the others.

    A folder gives its files in the order of their names, each named by the folder's name and the path in it; its
    files of other kinds are passed over (`passed_over` counts them). A zip file is a folder. The same file given twice
    is read once.
    """
    ends = _taken(ocr)
    found: dict[Path, str] = {}
    errors: list[SourceError] = []
    for given in map(Path, paths):
        root = given.resolve()
        if given.is_dir() or (given.is_file() and given.suffix.lower() == _ZIP):
            kind = "folder" if given.is_dir() else "zip file"
            wrong = len(errors)
            inside = [path for path in _files(root, errors) if path.suffix.lower() in ends]
            if not inside and len(errors) == wrong:
                errors.append(SourceError(f"nothing readable in this {kind}", str(given), f"give files in {_READABLE}"))
            for path in inside:
                found.setdefault(path, str(Path(root.name) / path.relative_to(root)))
        elif not given.exists():
            errors.append(SourceError("no such file", str(given), "check the path"))
        elif not given.is_file():
            errors.append(SourceError("not a regular file", str(given), "write what it gives to a file first"))
        else:
            found.setdefault(root, given.name)
    return list(found.items()), errors


def passed_over(paths: Iterable[str | Path], *, ocr: bool = False) -> Counter[str]:
    """How many files of the folders among `paths` are of a kind that `find` leaves out, by the end of the name."""
    folders = [path.resolve() for path in map(Path, paths) if path.is_dir() or path.suffix.lower() == _ZIP]
    ends = {path: path.suffix.lower() for folder in folders for path in _files(folder, [])}
    return Counter(end for end in ends.values() if end not in _taken(ocr))


def _taken(ocr: bool) -> tuple[str, ...]:
    return _ENDS + _PICTURES if ocr else _ENDS


def _files(root: Path, errors: list[SourceError]) -> Iterator[Path]:
    """The files of a folder or zip file and of those in it, in order; what is hidden (.git, ~$open.docx) stays hidden.

    What is wrong with a zip file goes to `errors`.
    """
    for path in sorted(root.rglob("*")) if root.is_dir() else [root]:
        hidden = any(part.startswith((".", "~$")) for part in path.relative_to(root).parts)
        if hidden or not path.is_file():
            continue
        if path.suffix.lower() == _ZIP:
            yield from members(path, errors)
        else:
            yield path


@cache
def recogniser() -> Recogniser:
    """What reads pictures of text. Raises `SourceError` where the extra, Tesseract or its Chinese is not installed."""
    try:
        from extractors.sources import ocr  # here: an extra
    except ModuleNotFoundError as error:
        what = f"it needs {error.name}, which is not installed"
        raise SourceError(what, "--ocr", "pip install 'dutygraph[ocr]'") from None
    ocr.check()
    return ocr


def read(path: Path | str, name: str | None = None, *, ocr: bool = False) -> Source:
    """The text of a file; with `ocr` that of scanned pages and pictures too.

    Raises `SourceError` for one that is missing, empty, too large, damaged, encrypted, of another kind, or a text in an
    encoding that is not known.
    """
    path = Path(path)
    return decode(load(path), name or path.name, where=str(path), ocr=ocr)


def decode(data: bytes, name: str, *, where: str | None = None, ocr: bool = False) -> Source:
    """As `read`, from bytes."""
    where = where or name
    if not data.removeprefix(b"\xef\xbb\xbf").strip():
        raise SourceError("the file is empty", where, "leave it out")
    found = format_of(data, where)
    if found == "zip":
        raise SourceError("a zip file under another name", where, "call it .zip, or unpack it and give the folder")
    try:
        printed, places = _drawn(found, data, name, where, recogniser() if ocr else None)
    except RecursionError:
        raise SourceError("its parts are nested deeper than any document's", where, "save it anew") from None
    text = printed.text
    if len(text) > MOST_CHARACTERS:
        raise too_long(where)
    if not text.lstrip("\ufeff").strip():
        raise SourceError("there is no text in it", where, "leave it out, or give the document's own text")
    sha256 = hashlib.sha256(data).hexdigest()
    kind = kind_of(name, text)
    return Source(name, text, sha256, kind, printed.scans, printed.recognised, places or pages(text))


def _drawn(found: Format, data: bytes, name: str, where: str, ocr: Recogniser | None) -> tuple[Printed, Places]:
    """The text of a file of the format that was found, and its paragraphs and cells where it has such."""
    if found in _LAID_OUT:
        text, places = _LAID_OUT[found](data, where)
        return Printed(text), places
    if found == "pdf":
        return pdf_text(data, where, ocr), ()
    if found == "picture":
        if ocr is None:
            raise SourceError("a picture", where, "give --ocr to have its text recognised, or give the text itself")
        return ocr.picture_text(data, where), ()
    drawn = _TEXTS[found](data, where) if found in _TEXTS else _plain(data, where)
    if isinstance(drawn, Printed):
        return drawn, ()
    if found == "text" and Path(name).suffix.lower() == ".csv":
        text, places = csv_text(drawn, where)
        return Printed(text), places
    return Printed(drawn), ()


def _plain(data: bytes, where: str) -> str:
    text = decoded(data)
    if text is None and b"\0" in data:
        raise SourceError("a binary file of no known kind", where, f"give one of {_READABLE}")
    if text is None:
        raise SourceError("the bytes are neither UTF-8, GB18030, Big5 nor UTF-16", where, "save the file as UTF-8")
    return text
