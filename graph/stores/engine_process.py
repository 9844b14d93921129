"""The child's side of `graph.stores.engine`: the only module that loads ArcadeDB."""

from __future__ import annotations

import importlib
import os
import queue
import signal
import sys
import traceback
from collections.abc import Iterator
from threading import Thread
from typing import IO, Protocol

import msgspec

from graph.schema import schema
from graph.stores import Cell
from graph.stores.engine import Answer, Ask, Close, Failure, Open, Reply, Request, Tell, pack, receive, send

_HIDDEN = frozenset({"@rid", "@type", "@in", "@out", "@cat"})
"""The engine's own keys in a record."""


class _Result(Protocol):
    def to_dict(self) -> dict[str, object]: ...


class _Results(Protocol):
    def __iter__(self) -> Iterator[_Result]: ...
    def close(self) -> None: ...


class _Database(Protocol):
    """What is used of `arcadedb`'s database."""

    def query(self, language: str, text: str, parameters: object) -> _Results: ...
    def command(self, language: str, text: str, parameters: object) -> _Results: ...
    def begin(self) -> None: ...
    def commit(self) -> None: ...
    def rollback(self) -> None: ...
    def close(self) -> None: ...


class _Engine:
    """One database, and what it is asked."""

    def __init__(self) -> None:
        os.environ.setdefault("ARCADEDB_NATIVE_ISOLATE_ARGS", "-Xmx1g")
        os.environ["ARCADEDB_LOG_CONSOLE"] = "0"
        self._arcadedb = importlib.import_module("arcadedb")  # only now: it reads the environment when it is imported
        self._database: _Database | None = None

    def run(self, request: Request) -> Reply:
        try:
            return self._run(request)
        except Exception as error:
            causes: list[tuple[str, str]] = getattr(error, "java_chain", None) or [(type(error).__name__, str(error))]
            return Failure([(name, message or "") for name, message in causes])

    def _run(self, request: Request) -> Answer:
        match request:
            case Open(path, "create"):
                self._database = self._arcadedb.create_database(path)
            case Open(path, mode):
                self._database = self._arcadedb.open_database(path, read_only=mode == "read")
            case Ask(text, parameters, limit):
                return _answer(self._open.query("opencypher", text, dict(parameters)), limit)
            case Tell(language, text, None):
                return _answer(self._open.command(language, text, {}), None)
            case Tell(language, text, rows):
                return self._transaction(language, text, {"rows": rows})
            case Close():
                self._open.close()
                self._database = None
        return Answer()

    def _transaction(self, language: str, text: str, parameters: dict[str, object]) -> Answer:
        self._open.begin()
        try:
            answer = _answer(self._open.command(language, text, parameters), None)
        except Exception:
            self._open.rollback()
            raise
        self._open.commit()
        return answer

    @property
    def _open(self) -> _Database:
        if self._database is None:
            raise RuntimeError("no database is open")
        return self._database


def _answer(results: _Results, limit: int | None) -> Answer:
    columns: list[str] = []
    rows: list[list[object]] = []
    try:
        for result in results:
            if len(rows) == limit:
                return Answer(columns, rows, cut=True)
            row = result.to_dict()
            columns += [name for name in row if name not in columns and name not in _HIDDEN]
            rows.append([_cell(row.get(name)) for name in columns])
    finally:
        results.close()
    return Answer(columns, [row + [None] * (len(columns) - len(row)) for row in rows])


def _cell(value: object) -> Cell:
    """A value as the rows of any store have it; what has no plain form is text."""
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, list | tuple | set):
        return [_cell(item) for item in value]
    if isinstance(value, dict):
        cells = {str(name): _cell(value[name]) for name in sorted(value) if name not in _HIDDEN}
        kind = value.get("@type")
        if kind is None:
            return cells
        return {**cells, "type": kind} if kind in schema().relationships else {**cells, "labels": [kind]}
    return str(value)


def _requests(stream: IO[bytes]) -> Iterator[bytes]:
    """The frames of the parent. Where it has ended the process ends at once, whatever the engine is doing."""
    frames: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def read() -> None:
        while (data := receive(stream)) is not None:
            frames.put(data)
        os._exit(0)

    Thread(target=read, daemon=True).start()
    while True:
        yield frames.get()


def serve() -> None:
    """Answer the parent's requests until it closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group: the parent decides
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what the engine prints must not mix with the replies
    try:
        engine = _Engine()
        for data in _requests(sys.stdin.buffer):
            send(replies, _packed(engine.run(msgspec.msgpack.decode(data, type=Request))))
    except Exception:
        traceback.print_exc()
        os._exit(1)  # without the interpreter's own end, which waits for the reading thread


def _packed(reply: Reply) -> bytes:
    try:
        return pack(reply)
    except (ValueError, OverflowError) as error:
        return pack(Failure([(type(error).__name__, "the result holds what cannot be sent")]))
