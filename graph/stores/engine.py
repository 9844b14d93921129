"""ArcadeDB in a process of its own, so that whatever a statement does can be ended.

Measured: inside one process a statement that computes without touching records (nested `reduce` over ranges) heeds no
time limit and cannot be stopped, and ending Python while the engine computes aborts with a core dump. A process can
always be killed; it costs a twentieth of a second more than the import. It ends by itself when its parent dies.

Parent and child exchange msgpack frames over pipes: a `Request`, then its `Reply`.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Timer
from typing import IO, Literal

import msgspec

Mode = Literal["create", "write", "read"]
LARGEST_REPLY = 256 * 2**20
"""Bytes of an answer; a larger one is refused."""


class Open(msgspec.Struct, tag=True, frozen=True):
    """Create or open the database in the folder `path`."""

    path: str
    mode: Mode


class Ask(msgspec.Struct, tag=True, frozen=True):
    """A reading statement, at most `limit` rows of it."""

    text: str
    parameters: Mapping[str, object]
    limit: int | None = None


class Tell(msgspec.Struct, tag=True, frozen=True):
    """A writing statement of our own (never a user's); `rows` for a statement that unwinds them, in one transaction."""

    language: Literal["opencypher", "sql"]
    text: str
    rows: Sequence[object] | None = None


class Close(msgspec.Struct, tag=True, frozen=True):
    """Close the database."""


Request = Open | Ask | Tell | Close


class Answer(msgspec.Struct, tag=True, frozen=True):
    """The rows, of values that are `Cell`s; no column names are known where there is no row."""

    columns: list[str] = []
    rows: list[list[object]] = []
    cut: bool = False


class Failure(msgspec.Struct, tag=True, frozen=True):
    """What the engine refused: (class name, message) from the outermost error to its innermost cause."""

    causes: list[tuple[str, str]]


Reply = Answer | Failure


class EngineError(Exception):
    """The engine refused, ran out of time (`late`) or died. `causes` as in `Failure`, none in the last two cases."""

    def __init__(self, causes: list[tuple[str, str]], *, late: bool = False) -> None:
        super().__init__(causes[-1][1] if causes else "out of time" if late else "the engine ended")
        self.causes, self.late = causes, late

    def has(self, *words: str) -> bool:
        """Whether a class name or message among the causes holds one of the words."""
        return any(word in text for cause in self.causes for text in cause for word in words)


def pack(message: Request | Reply) -> bytes:
    """One frame. Raises `ValueError` for what cannot be sent (text with lone surrogates)."""
    data = msgspec.msgpack.encode(message)
    if len(data) > LARGEST_REPLY and isinstance(message, Answer):
        data = msgspec.msgpack.encode(Failure([("ResultTooLarge", "the result is too large")]))
    return len(data).to_bytes(8, "big") + data


def send(stream: IO[bytes], frame: bytes) -> None:
    """Write one frame."""
    stream.write(frame)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """Read one frame; None where the other side has ended."""
    head = stream.read(8)
    if len(head) < 8:
        return None
    size = int.from_bytes(head, "big")
    data = stream.read(size)
    return data if len(data) == size else None


class Engine:
    """The parent's side: a process that has one database open."""

    def __init__(self, path: Path, mode: Mode) -> None:
        """Start the process and open the database. Raises `EngineError`."""
        start = f"import sys; sys.path[:] = {sys.path!r}; from graph.stores.engine_process import serve; serve()"
        self._log = tempfile.TemporaryFile()  # noqa: SIM115  (closed by `kill`)
        self._process = subprocess.Popen(  # noqa: S603  (our own interpreter and module)
            [sys.executable, "-I", "-X", "utf8", "-c", start],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
        )
        try:
            self._call(Open(str(path.absolute()), mode), timeout=None)
        except BaseException:
            self.kill()
            raise

    def ask(self, text: str, parameters: Mapping[str, object], *, timeout: float | None, limit: int | None) -> Answer:
        """The rows of a reading statement. After a time-out the process is gone: `alive` is False."""
        return self._call(Ask(text, parameters, limit), timeout)

    def tell(self, text: str, rows: Sequence[object] | None = None, *, sql: bool = False) -> Answer:
        """Run a writing statement."""
        return self._call(Tell("sql" if sql else "opencypher", text, rows), timeout=None)

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    def close(self) -> None:
        """Close the database and end the process. Raises `EngineError` where the database could not be closed."""
        try:
            if self.alive:
                self._call(Close(), timeout=None)
        finally:
            self.kill()

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout, self._log):
            if stream is not None:
                stream.close()

    def _last_words(self) -> str:
        """The last line that the process wrote, most often the message of what ended it."""
        self._log.seek(0)
        lines = self._log.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else ""

    def _call(self, request: Request, timeout: float | None) -> Answer:
        """Send, wait, and give the answer. What interrupts the wait ends the process: its state is then unknown."""
        frame = pack(request)
        late = False

        def stop() -> None:
            nonlocal late
            late = True
            self._process.kill()

        timer = Timer(timeout, stop) if timeout is not None else None
        try:
            if timer is not None:
                timer.daemon = True
                timer.start()
            reply = self._exchange(frame)
        except BaseException:
            self._process.kill()
            raise
        finally:
            if timer is not None:
                timer.cancel()
        if reply is None:
            self._process.kill()
            self._process.wait()
            last_words = "" if late else self._last_words()
            self.kill()
            raise EngineError([("EngineEnded", last_words)] if last_words else [], late=late)
        if isinstance(reply, Failure):
            raise EngineError(reply.causes)
        return reply

    def _exchange(self, frame: bytes) -> Reply | None:
        """The reply to a request; None where the process has ended, or was ended."""
        if self._process.stdin is None or self._process.stdout is None:
            return None
        try:
            send(self._process.stdin, frame)
        except (BrokenPipeError, ValueError):  # ValueError: the pipe is closed
            return None
        data = receive(self._process.stdout)
        return None if data is None else msgspec.msgpack.decode(data, type=Reply)
