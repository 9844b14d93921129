"""Files in zip files, as files in folders: `a.zip/b.docx` is a path like another.

A file in an archive is read alone, into memory; nothing is unpacked to disk.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from extractors.sources.archive import Archive, inside
from extractors.sources.base import MOST_BYTES, SourceError

_DEEPEST = 3
"""Zip files in zip files that are opened."""


def load(path: Path) -> bytes:
    """The bytes of a file, also of one in a zip file. Raises `SourceError`."""
    try:
        outer = next((above for above in path.parents if above.is_file()), None)
        if outer is not None:
            return _unpacked(Archive(outer, str(outer)), PurePosixPath(path.relative_to(outer)))
        if path.stat().st_size > MOST_BYTES:
            raise too_long(str(path))
        return path.read_bytes()
    except OSError as error:
        what = (error.strerror or "cannot be read").lower()
        raise SourceError(what, str(path), "check the path and its permissions") from None


def members(path: Path, errors: list[SourceError]) -> Iterator[Path]:
    """The files in a zip file and in those in it, in the order of their names; what is wrong with it, to `errors`."""
    yield from _members(path, path, 1, errors)


def too_long(where: str) -> SourceError:
    """The error of a file past the limits."""
    return SourceError("far larger than any document", where, "leave it out, or divide it")


def _members(path: Path, packed: Path | bytes, depth: int, errors: list[SourceError]) -> Iterator[Path]:
    try:
        archive = Archive(packed, str(path))
        if depth > _DEEPEST:
            raise SourceError(f"a zip file in {_DEEPEST} others", str(path), "unpack it and give the folder")
    except SourceError as error:
        errors.append(error)
        return
    for name in sorted(archive.names()):
        where = path / name
        if not inside(name):
            errors.append(SourceError(f"its file {name} would lie outside", str(path), "leave it out: it is hostile"))
        elif any(part.startswith((".", "~$", "__MACOSX")) for part in PurePosixPath(name).parts):
            continue
        elif where.suffix.lower() == ".zip":
            try:
                inner = archive.read(name)
            except SourceError as error:
                errors.append(error)
                continue
            yield from _members(where, inner, depth + 1, errors)
        else:
            yield where


def _unpacked(archive: Archive, path: PurePosixPath) -> bytes:
    """The bytes of the member at `path`, or of that in a zip file that is a member."""
    for above in path.parents:
        if str(above) in archive:
            inner = Archive(archive.read(str(above)), f"{archive.where}/{above}")
            return _unpacked(inner, path.relative_to(above))
    return archive.read(str(path))
