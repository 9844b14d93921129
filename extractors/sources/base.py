"""What a file becomes: a source, or an error in one line; and the limits that no file may pass."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from extractors.sources.places import Places

Kind = Literal["text", "markdown", "html"]
"""How a text is marked up."""

MOST_BYTES = 256 * 1024 * 1024
"""The bytes of a file, and of all that is packed in one."""

MOST_CHARACTERS = 20_000_000
"""The characters of the text of one file: a year of a gazette has five million."""

_MARKUP: dict[str, Kind] = {".md": "markdown", ".html": "html", ".htm": "html"}
_PAGE = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta)\b", re.I | re.S
)
_TAG = re.compile(r"<[a-z!/]", re.I)


class SourceError(Exception):
    """A file that cannot be read. `what`, `where` and `remedy` make one line for the person who gave it."""

    def __init__(self, what: str, where: str, remedy: str) -> None:
        super().__init__(f"{where}: {what}; {remedy}")
        self.what, self.where, self.remedy = what, where, remedy


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read: its name, its text, the SHA-256 of its bytes, and how its text is marked up.

    Of its pages (from 1) `scans` are pictures that were not read; the text of those in `recognised` was read from
    pictures (OCR) and is not to be relied on in every character. `places` are the pages, paragraphs or cells of a file
    that is no text.
    """

    name: str
    text: str
    sha256: str
    kind: Kind = "text"
    scans: tuple[int, ...] = ()
    recognised: tuple[int, ...] = ()
    places: Places = ()


def kind_of(name: str, text: str) -> Kind:
    """How the text of the file `name` is marked up: what it says of itself goes before its name."""
    named = _MARKUP.get(Path(name).suffix.lower(), "text")
    if _PAGE.match(text):
        return "html"
    return "text" if named == "html" and not _TAG.search(text) else named
