"""Files that survive a crash: atomic writes, one writer at a time, and plain words for what the disk says."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout

from graph.stores import StoreError

TEMPORARY = ".part"
"""The ending of a file that is being written; what bears it after a crash may be deleted."""

_REMEDIES = {
    errno.ENOSPC: ("the disk is full", "free some space and run it again; what was there is as it was"),
    errno.EDQUOT: ("the quota is used up", "free some space and run it again; what was there is as it was"),
    errno.EFBIG: ("the file would be too large", "raise the limit and run it again; what was there is as it was"),
    errno.EACCES: ("permission denied", "choose a folder that you may write, or mend its permissions"),
    errno.EPERM: ("permission denied", "choose a folder that you may write, or mend its permissions"),
    errno.EROFS: ("the file system is read-only", "choose a folder that can be written"),
    errno.EEXIST: ("there is something already", "give another path: a new one, or an empty folder"),
    errno.ENOENT: ("there is no such file or folder", "check the path, and make its folder if need be"),
    errno.ENOTDIR: ("a part of the path is a file, not a folder", "check the path"),
}


class _Writer(msgspec.Struct):
    """Who holds a lock: the process, and since when (UTC)."""

    pid: int
    since: str


@contextmanager
def explained(where: Path) -> Iterator[None]:
    """Turn the `OSError`s of the block into `StoreError`s that say what to do."""
    try:
        yield
    except OSError as error:
        what, remedy = _REMEDIES.get(error.errno or 0, (error.strerror or str(error), "check the path and the disk"))
        named = str(error.filename or where)  # who asked for a file never heard of the one that is written first
        raise StoreError(what, str(where) if named.endswith(TEMPORARY) else named, remedy) from error


def write_atomically(path: Path, data: bytes) -> None:
    """Write the file so that after a crash it holds either its old bytes or the new ones, never a part."""
    part = path.with_name(f"{path.name}.{os.getpid()}{TEMPORARY}")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable (where the system can)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_files(folder: Path) -> None:
    """Make every file below a folder, and the folder itself, durable."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())
    sync_folder(folder)


class WriterLock:
    """One writer at a time. The system frees the lock when its holder dies; `PATH.by` says who holds it."""

    def __init__(self, path: Path) -> None:
        self._lock = FileLock(path, timeout=0)
        self._by = path.with_name(path.name + ".by")
        self._where = path.parent

    def acquire(self) -> None:
        """Take the lock. Raises `StoreError`, naming the holder, where another writer has it."""
        try:
            self._lock.acquire()
        except Timeout:
            raise StoreError(
                f"locked by another writer{self._holder()}", str(self._where), "wait until it has ended, or end it"
            ) from None
        now = datetime.now(UTC).isoformat(timespec="seconds")
        write_atomically(self._by, msgspec.json.encode(_Writer(os.getpid(), now)))

    def release(self) -> None:
        """Give the lock back. Does nothing where it is not held."""
        if self._lock.is_locked:
            self._by.unlink(missing_ok=True)
            self._lock.release()

    def _holder(self) -> str:
        try:
            writer = msgspec.json.decode(self._by.read_bytes(), type=_Writer)
        except (OSError, msgspec.DecodeError):
            return ""
        return f" (process {writer.pid}, since {writer.since})"
