"""A file -> the text that it holds, as it stands on disk, to be pointed into.

`find` lists the files of folders, `read` decodes one. Offsets of every fact count the characters of `Source.text`,
which is the decoded file with nothing taken away: a byte order mark, a tag, a line end is a character like another.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["text", "markdown", "html"]

KINDS: dict[str, Kind] = {".txt": "text", ".md": "markdown", ".html": "html", ".htm": "html"}
"""What can be read, by the end of the name."""


class SourceError(Exception):
    """A file that cannot be read. `what`, `where` and `remedy` make one line for the person who gave it."""

    def __init__(self, what: str, where: str, remedy: str) -> None:
        super().__init__(f"{where}: {what}; {remedy}")
        self.what, self.where, self.remedy = what, where, remedy


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read: its name, its decoded text, the SHA-256 of its bytes, and how its text is marked up."""

    name: str
    text: str
    sha256: str
    kind: Kind = "text"


def find(paths: Iterable[str | Path]) -> tuple[list[tuple[Path, str]], list[SourceError]]:
    """The readable files of `paths` as (path, name), and what was wrong with the others.

    A folder gives its files in the order of their names, each named by the folder's name and the path in it; files
    of other kinds in a folder are passed over. The same file given twice is read once.
    """
    found: dict[Path, str] = {}
    errors: list[SourceError] = []
    for given in map(Path, paths):
        if given.is_dir():
            inside = sorted(p for p in given.rglob("*") if p.suffix.lower() in KINDS and p.is_file())
            if not inside:
                errors.append(
                    SourceError(
                        "nothing readable in this folder", str(given), f"give files that end in {', '.join(KINDS)}"
                    )
                )
            for path in inside:
                found.setdefault(path.resolve(), str(path.relative_to(given.parent)))
        elif given.exists():
            found.setdefault(given.resolve(), given.name)
        else:
            errors.append(SourceError("no such file", str(given), "check the path"))
    return [(path, name) for path, name in found.items()], errors


def read(path: Path | str, name: str | None = None) -> Source:
    """The decoded file. UTF-8 (with or without a mark) is tried first, then GB18030, both strictly.

    Raises `SourceError` for a file that is missing, empty, binary or in neither encoding.
    """
    path = Path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(error.strerror or "cannot be read", str(path), "check the path and its permissions") from None
    return decode(data, name or path.name, where=str(path))


def decode(data: bytes, name: str, *, where: str | None = None) -> Source:
    """As `read`, from bytes."""
    where = where or name
    if not data.strip():
        raise SourceError("the file is empty", where, "leave it out")
    kind = KINDS.get(Path(name).suffix.lower(), "text")
    if b"\0" in data[:8192]:
        raise SourceError("a binary file, not text", where, f"give text: {', '.join(KINDS)}")
    for encoding in ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return Source(name, text, hashlib.sha256(data).hexdigest(), kind)
    raise SourceError("the bytes are neither UTF-8 nor GB18030", where, "convert the file to UTF-8")
