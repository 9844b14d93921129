"""The embedded store: ArcadeDB, in a folder.

    FOLDER/current         the name of the generation that holds
    FOLDER/g-XXXX/         a generation: never changed once `current` names it
        database/          ArcadeDB's files
        held.msgpack       the digest of every node and relationship (`difference.Held`)
        seal.json          the size and checksum of every file of the database
    FOLDER/lock            held by the writer

A write copies the generation, applies the difference to the copy, reads the copy back by count, seals it, and only
then names it in `current` by an atomic rename. So a kill, a full disk or a crash leave the store as it was; the next
writer sweeps away what they left. Readers are never locked out: what they have open does not change.

Measured, and so decided (20,000 rows on two cores): creating nodes 1.0 s and relationships 1.8 s by `UNWIND`, half of
that by the engine's own bulk loader, which would be a second way to write: not taken. `MERGE` of a relationship between
its ends reads all relationships of the node: 10,000 on one node take 26 s, `CREATE` .7 s; deleting by the ends 1,000 in
29 s, by the constrained id .3 s. So the difference decides what is new, and only that is created. The engine opens
truncated files without a word and then answers less: hence the seal.
"""

from __future__ import annotations

import shutil
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self, cast

import msgspec

from graph.files import WriterLock, explained, sync_files, write_atomically
from graph.schema import check, schema
from graph.stores import Cell, Parameters, Progress, Rows, StoreError, Written
from graph.stores.difference import Difference, Held, Row, batches, difference, held
from graph.stores.engine import Engine, EngineError
from graph.tables import Node, Relationship, Tables

FORMAT = 1
"""Changes whenever a store of another release cannot be read any more."""

_BATCH = 1000
_PREFIX = "g-"
_LONGEST = 10 * 60
"""Seconds after which the engine itself ends a statement; `query` ends it earlier, from outside."""

_SETTINGS = {
    "arcadedb.command.timeout": str(_LONGEST * 1000),
    "arcadedb.opencypher.loadCsv.allowFileUrls": "false",
    "arcadedb.opencypher.loadCsv.allowRemoteUrls": "false",
}

_AGAIN = "run `dutygraph build` again: the graph is made anew from what was read"

# What the engine says (a part of a class name or message): what is wrong, what to do. {} is the engine's own message.
_REFUSALS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (("No space left", "Disk quota"), "the disk is full", "free some space and run it again; the store is as it was"),
    (("TimeoutException",), "the statement ran out of time", "narrow it: a LIMIT, a bound on every *, a condition"),
    (
        ("OutOfMemory", "HeapLimitExceeded", "queryMaxRangeSize", "ResultTooLarge"),
        "the statement needs too much memory",
        "narrow it: a LIMIT, fewer columns, no collect() of everything",
    ),
    (("QueryNotIdempotent", "ReadOnly"), "the statement writes", "only reading statements are allowed"),
    (("SecurityException",), "the statement reads files or the network", "only the graph can be read"),
    (("ParameterMissing",), "{}", "give the parameter"),
    (("Parsing", "Semantic"), "{}", "mend the statement"),
    (("locked by another process",), "locked by another process", "wait until it has ended, or end it"),
)


class _Seal(msgspec.Struct, frozen=True):
    """What the files of a generation are: (size, CRC-32) by name."""

    format: int
    files: dict[str, tuple[int, int]]


class ArcadeStore:
    """A graph in a folder (made by the first `write`). Implements `graph.stores.Store`; also a context manager."""

    def __init__(self, folder: Path | str) -> None:
        self._folder = Path(folder)
        self._reader: Engine | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the reader. May be called twice."""
        if self._reader is not None:
            self._reader.kill()
            self._reader = None

    # -- reading

    def ours(self, name: str) -> str:
        """Everything is: nobody else writes here. See `Store.ours`."""
        return f"{name}.id IS NOT NULL"

    def query(
        self, text: str, parameters: Parameters | None = None, *, timeout: float = 30.0, limit: int | None = None
    ) -> Rows:
        """The rows of one reading statement. See `Store.query`."""
        try:
            if self._reader is None or not self._reader.alive:
                self.close()
                self._reader = self._open_reader()
            answer = self._reader.ask(text, parameters or {}, timeout=timeout, limit=limit)
        except EngineError as error:
            raise _explain(error, self._folder, timeout) from error
        except UnicodeEncodeError:
            raise StoreError("characters that are no text in it", "the statement", "write it in UTF-8") from None
        rows = cast(list[list[Cell]], answer.rows)  # the engine's process sends nothing else
        return Rows(tuple(answer.columns), tuple(map(tuple, rows)), answer.cut)

    def _open_reader(self) -> Engine:
        """The generation that `current` names; it is asked again where a writer has just replaced it."""
        tried = None
        with explained(self._folder):
            while True:
                generation = self._current()
                if generation is None:
                    raise StoreError("no graph in it", str(self._folder), "run `dutygraph build SRC...` first")
                try:
                    _check_seal(generation)
                    return Engine(generation / "database", "read")
                except (StoreError, EngineError):
                    if generation == tried or generation == self._current():
                        raise
                    tried = generation

    def _current(self) -> Path | None:
        try:
            name = (self._folder / "current").read_text(encoding="ascii").strip()
        except FileNotFoundError:
            return None
        except UnicodeDecodeError:
            name = ""
        if not name.startswith(_PREFIX) or Path(name).name != name:
            raise StoreError("the store is damaged (current)", str(self._folder), _AGAIN)
        return self._folder / name

    # -- writing

    def write(self, tables: Tables, progress: Progress | None = None) -> Written:
        """Make the store hold just `tables`. See `Store.write`."""
        if wrong := check(tables):
            raise StoreError(f"the tables break the schema: {wrong[0]} ({len(wrong)} in all)", "build", "report this")
        with explained(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            lock = WriterLock(self._folder / "lock")
            lock.acquire()
            try:
                return self._write(tables, progress)
            finally:
                lock.release()

    def _write(self, tables: Tables, progress: Progress | None) -> Written:
        before, old = self._sound()
        new = held(tables)
        found = difference(old, new, tables)
        if before is not None and found.written.nothing:
            self._sweep(before)
            return Written()
        self._sweep(before)
        base, apply = before, found
        if base is None or found.rows > len(tables.nodes) + len(tables.relationships):
            base, apply = None, difference(Held(), new, tables)
        after = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=self._folder))
        try:
            self._make(after, base, apply, progress)
            _verify(after, new)
            _seal(after, new)
            write_atomically(self._folder / "current", after.name.encode("ascii"))
        except EngineError as error:
            shutil.rmtree(after, ignore_errors=True)
            raise _explain(error, self._folder, None) from error
        except BaseException:
            shutil.rmtree(after, ignore_errors=True)
            raise
        self.close()
        self._sweep(after)
        return found.written

    def _sound(self) -> tuple[Path | None, Held]:
        """The generation that holds and what is in it; nothing where it is damaged: then all is written anew."""
        try:
            generation = self._current()
            if generation is None:
                return None, Held()
            _check_seal(generation)
            return generation, msgspec.msgpack.decode((generation / "held.msgpack").read_bytes(), type=Held)
        except (StoreError, FileNotFoundError, msgspec.DecodeError):
            return None, Held()

    def _sweep(self, keep: Path | None) -> None:
        """Delete every generation but one. What is in use elsewhere (Windows) stays for the next writer."""
        for path in self._folder.glob(f"{_PREFIX}*"):
            if path != keep:
                shutil.rmtree(path, ignore_errors=True)

    def _make(self, after: Path, base: Path | None, apply: Difference, progress: Progress | None) -> None:
        if base is not None:
            (after / "database").mkdir()
            for path in (base / "database").iterdir():
                shutil.copyfile(path, after / "database" / path.name)
        engine = Engine(after / "database", "create" if base is None else "write")
        try:
            _prepare(engine)
            _apply(engine, apply, progress)
            engine.close()
        finally:
            engine.kill()


def _prepare(engine: Engine) -> None:
    """The constraints of the schema and the settings of the store. Both are kept, and may be said again."""
    for label in schema().nodes:
        engine.tell(f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE")
    for type_ in schema().relationships:
        engine.tell(f"CREATE EDGE TYPE `{type_}` IF NOT EXISTS", sql=True)
        engine.tell(f"CREATE CONSTRAINT IF NOT EXISTS FOR ()-[r:{type_}]-() REQUIRE r.id IS UNIQUE")
    for setting, value in _SETTINGS.items():
        engine.tell(f"ALTER DATABASE `{setting}` {value}", sql=True)


def _apply(engine: Engine, apply: Difference, progress: Progress | None) -> None:
    """Send the rows, relationships first where they go and last where they come."""
    done = 0

    def send(text: str, rows: Sequence[Row]) -> None:
        nonlocal done
        for batch in batches(rows, _BATCH):
            [[count]] = engine.tell(text, batch).rows
            if count != len(batch):
                raise StoreError(f"sent {len(batch)} rows, {count} were written: {text}", "the store", _AGAIN)
            done += len(batch)
            if progress is not None:
                progress("write", done, apply.rows)

    for type_, ids in sorted(apply.deleted_relationships.items()):
        send(f"MATCH ()-[r:{type_}]->() WHERE r.id IN $rows DELETE r RETURN count(*) AS n", ids)
    for label, ids in sorted(apply.deleted_nodes.items()):
        send(f"UNWIND $rows AS id MATCH (n:{label} {{id: id}}) DELETE n RETURN count(*) AS n", ids)
    for label, rows in _by_label(apply.created_nodes):
        send(f"UNWIND $rows AS row CREATE (n:{label}) SET n = row RETURN count(*) AS n", rows)
    for label, rows in _by_label(apply.changed_nodes):
        send(f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) SET n = row RETURN count(*) AS n", rows)
    for (type_, start, end), relationships in _grouped(apply.created_relationships):
        send(
            f"UNWIND $rows AS row MATCH (a:{start} {{id: row.from}}) MATCH (b:{end} {{id: row.to}}) "
            f"CREATE (a)-[r:{type_}]->(b) SET r = row.properties RETURN count(*) AS n",
            [{"from": r.from_id, "to": r.to_id, "properties": {**r.properties, "id": r.id}} for r in relationships],
        )


def _grouped(relationships: Iterable[Relationship]) -> Iterator[tuple[tuple[str, str, str], list[Relationship]]]:
    """The relationships by type and the labels of their ends."""
    groups: dict[tuple[str, str, str], list[Relationship]] = {}
    for relationship in relationships:
        key = relationship.type, relationship.from_label, relationship.to_label
        groups.setdefault(key, []).append(relationship)
    return iter(sorted(groups.items(), key=lambda group: group[0]))


def _by_label(nodes: Iterable[Node]) -> Iterator[tuple[str, list[Row]]]:
    """The rows of the nodes by label."""
    groups: dict[str, list[Row]] = {}
    for node in nodes:
        groups.setdefault(node.label, []).append({**node.properties, "id": node.id})
    return iter(sorted(groups.items()))


def _verify(generation: Path, new: Held) -> None:
    """Read the new generation back by count: the engine does not always say that pages were lost."""
    engine = Engine(generation / "database", "read")
    try:
        for name in (*schema().nodes, *schema().relationships):
            pattern = f"(x:{name})" if name in schema().nodes else f"()-[x:{name}]->()"
            answer = engine.ask(f"MATCH {pattern} RETURN count(x) AS n", {}, timeout=None, limit=None)
            count = answer.rows[0][0] if answer.rows else 0
            if count != new.counts().get(name, 0):
                raise StoreError(f"{count} {name} were written, not {new.counts().get(name, 0)}", "the store", _AGAIN)
    finally:
        engine.kill()


def _checksums(database: Path) -> dict[str, tuple[int, int]]:
    checksums = {}
    for path in sorted(database.iterdir()):
        data = path.read_bytes()
        checksums[path.name] = len(data), zlib.crc32(data)
    return checksums


def _seal(generation: Path, new: Held) -> None:
    write_atomically(generation / "held.msgpack", msgspec.msgpack.encode(new))
    seal = _Seal(FORMAT, _checksums(generation / "database"))
    write_atomically(generation / "seal.json", msgspec.json.encode(seal))
    sync_files(generation)


def _check_seal(generation: Path) -> None:
    """Raises `StoreError` for a generation of another release or one that has changed since it was sealed."""
    try:
        seal = msgspec.json.decode((generation / "seal.json").read_bytes(), type=_Seal)
        if seal.format != FORMAT:
            raise StoreError(f"written by another release (format {seal.format})", str(generation.parent), _AGAIN)
        whole = _checksums(generation / "database") == seal.files
    except (FileNotFoundError, msgspec.DecodeError):
        whole = False
    if not whole:
        raise StoreError("the store is damaged", str(generation.parent), _AGAIN)


def _explain(error: EngineError, where: Path, timeout: float | None) -> StoreError:
    """What the engine said, as one line for the person."""
    if error.late:
        return StoreError(
            f"the statement ran out of time ({timeout:g} s)", "the statement", "narrow it: a LIMIT, a bound on every *"
        )
    if not error.causes:
        return StoreError("the engine ended without a word", str(where), "run it again; ask for less")
    for words, what, remedy in _REFUSALS:
        if error.has(*words):
            return StoreError(what.format(error.causes[0][1].strip()), str(where), remedy)
    return StoreError(error.causes[-1][1].strip() or error.causes[-1][0], str(where), "mend the statement")
