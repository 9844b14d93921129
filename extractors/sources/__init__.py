"""A file -> the text that it holds, as it stands on disk, to be pointed into.

`find` lists the files of folders, `read` decodes one; `plain` and `page` give its lines, each character with its place.
Offsets of every fact count the characters of `Source.text`, which is the decoded file with nothing taken away: a byte
order mark, a tag, a carriage return is a character like another.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["text", "markdown", "html"]

KINDS: dict[str, Kind] = {".txt": "text", ".md": "markdown", ".html": "html", ".htm": "html"}
"""What can be read, by the end of the name (a name without an end is taken for text)."""

_ENDS = ", ".join(KINDS)
_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_COMMON = 0.8
"""The share of the characters beyond ASCII that are in GB 2312 in any real text of today's administration. GB18030
gives a meaning to nearly any bytes; the meaning it gives to Big5, Shift-JIS or noise is mostly outside GB 2312."""


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

    A folder gives its files in the order of their names, each named by the folder's name and the path in it; its
    files of other kinds are passed over (`passed_over` counts them). The same file given twice is read once.
    """
    found: dict[Path, str] = {}
    errors: list[SourceError] = []
    for given in map(Path, paths):
        if given.is_dir():
            root = given.resolve()
            inside = [path for path in _files(root) if path.suffix.lower() in KINDS]
            if not inside:
                errors.append(SourceError("nothing readable in this folder", str(given), f"give files in {_ENDS}"))
            for path in inside:
                found.setdefault(path, str(Path(root.name) / path.relative_to(root)))
        elif not given.exists():
            errors.append(SourceError("no such file", str(given), "check the path"))
        elif not given.is_file():
            errors.append(SourceError("not a regular file", str(given), "write what it gives to a file first"))
        elif given.suffix and given.suffix.lower() not in KINDS:
            errors.append(_unsupported(given))
        else:
            found.setdefault(given.resolve(), given.name)
    return list(found.items()), errors


def passed_over(paths: Iterable[str | Path]) -> Counter[str]:
    """How many files of the folders among `paths` are of a kind that cannot be read, by the end of the name."""
    folders = [path.resolve() for path in map(Path, paths) if path.is_dir()]
    ends = {path: path.suffix.lower() for folder in folders for path in _files(folder)}
    return Counter(end for end in ends.values() if end not in KINDS)


def _files(folder: Path) -> Iterator[Path]:
    """The files of a folder and of those in it, in order; what is hidden (.git) stays hidden."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path


def _unsupported(path: Path) -> SourceError:
    return SourceError(f"{path.suffix} files cannot be read", str(path), f"save it as one of {_ENDS}")


def read(path: Path | str, name: str | None = None) -> Source:
    """The decoded file. UTF-8 (with or without a mark) is tried first, then GB18030, both strictly.

    Raises `SourceError` for a file that is missing, empty, binary, of an unknown kind or in another encoding.
    """
    path = Path(path)
    if path.suffix and path.suffix.lower() not in KINDS:
        raise _unsupported(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        what = (error.strerror or "cannot be read").lower()
        raise SourceError(what, str(path), "check the path and its permissions") from None
    return decode(data, name or path.name, where=str(path))


def decode(data: bytes, name: str, *, where: str | None = None) -> Source:
    """As `read`, from bytes."""
    where = where or name
    if not data.removeprefix(b"\xef\xbb\xbf").strip():
        raise SourceError("the file is empty", where, "leave it out")
    if mark := _MARKS.get(data[:2]):
        raise SourceError(f"the file is in {mark}", where, "save it as UTF-8")
    if b"\0" in data:
        raise SourceError("a binary file, not text", where, f"give text: {_ENDS}")
    text = _decoded(data)
    if text is None:
        raise SourceError("the bytes are neither UTF-8 nor GB18030", where, "save the file as UTF-8")
    return Source(name, text, hashlib.sha256(data).hexdigest(), kind_of(name))


def kind_of(name: str) -> Kind:
    """How the text of a file of this name is marked up."""
    return KINDS.get(Path(name).suffix.lower(), "text")


def _decoded(data: bytes) -> str | None:
    """The text of `data`; None where neither encoding gives one that reads like Chinese."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    beyond = [char for char in text if char > "\x7f"]
    common = len("".join(beyond).encode("gb2312", "ignore")) / 2
    return text if common >= _COMMON * len(beyond) else None
