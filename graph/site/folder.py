"""The folder of a site: written beside its place and then put there in one move, so that it is never half a site."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from graph.files import WriterLock, sync_files
from graph.stores import StoreError

_MARK = "dutygraph-site.json"
_LOCK = ".lock"
_PREFIX, _NEW, _OLD = ".dutygraph-", ".part", ".old"


class SiteError(StoreError):
    """A folder that no site can be written to."""


class _Mark(msgspec.Struct, frozen=True):
    """What makes a folder a site of ours: `entries` are the names in it that we wrote."""

    format: int
    entries: tuple[str, ...]


class Folder:
    """A site that is being written. Every path is written once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._written: set[str] = set()

    def write(self, path: str, data: bytes) -> None:
        """Write a file. Raises `ValueError` where its path was written before: two things would have one page."""
        if path in self._written:
            raise ValueError(f"two things have one page: {path}")
        self._written.add(path)
        file = self._root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)

    @property
    def size(self) -> tuple[int, int]:
        """How many files were written, and their bytes."""
        return len(self._written), sum((self._root / path).stat().st_size for path in self._written)

    def mark(self) -> None:
        """Mark the folder as a site, with what is in it."""
        entries = tuple(sorted({_MARK, *(path.partition("/")[0] for path in self._written)}))
        self.write(_MARK, msgspec.json.format(msgspec.json.encode(_Mark(1, entries))) + b"\n")


@contextmanager
def written(place: Path) -> Iterator[Folder]:
    """A folder to be written, which takes the place of what is at `place` when the block ends well.

    Raises `SiteError` where something else than a site is there, or a site with files that are not of it.
    """
    check(place)
    place = place.resolve()
    place.parent.mkdir(parents=True, exist_ok=True)
    _sweep(place.parent)
    part = Path(tempfile.mkdtemp(prefix=_PREFIX, suffix=_NEW, dir=place.parent))
    lock = WriterLock(part / _LOCK)
    try:
        part.chmod(0o755)
        lock.acquire()
        folder = Folder(part)
        yield folder
        folder.mark()
        lock.release()
        (part / _LOCK).unlink(missing_ok=True)
        sync_files(part)
        check(place)  # once more: someone may have put a file there in the meantime
        _swap(part, place)
    except BaseException:
        lock.release()
        shutil.rmtree(part, ignore_errors=True)
        raise


def check(place: Path) -> None:
    """Raises `SiteError` where a site must not be written to `place`."""
    if not place.exists():
        return
    if not place.is_dir():
        raise SiteError("a file, not a folder", str(place), "give a folder: a new one, or that of a site")
    there = {path.name for path in place.iterdir()}
    if not there:
        return
    try:
        mark = msgspec.json.decode((place / _MARK).read_bytes(), type=_Mark)
    except (FileNotFoundError, msgspec.DecodeError):
        raise SiteError(
            "this folder holds something else than a site of dutygraph",
            str(place),
            "give another one: a new or an empty folder",
        ) from None
    if others := sorted(there.difference(mark.entries)):
        raise SiteError(f"{', '.join(others)} is not of the site", str(place), "move it elsewhere: it would be lost")


def _swap(part: Path, place: Path) -> None:
    """Put `part` in the place of what is there; that is put back where this fails."""
    if not place.exists():
        part.replace(place)
        return
    old = part.with_suffix(_OLD)
    place.replace(old)
    try:
        part.replace(place)
    except BaseException:
        old.replace(place)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _sweep(parent: Path) -> None:
    """Delete what killed writers left: their locks are free."""
    for path in parent.glob(f"{_PREFIX}*{_NEW}"):
        if not (path / _LOCK).exists():
            continue
        lock = WriterLock(path / _LOCK)
        try:
            lock.acquire()
        except StoreError:
            continue  # another site is being written
        lock.release()
        shutil.rmtree(path, ignore_errors=True)
