"""The workspace: the folder of `--store`, with what has been read and the graph that is made of it.

    FOLDER/workspace.json          the format of the folder
    FOLDER/sources/KEY.json        one a source: where it is, what read it, or why it could not be read
    FOLDER/facts/SHA256.jsonl      the documents of a source, one a line (`extractors.facts.encode`)
    FOLDER/texts/SHA256.gz         the decoded text of a source, by the hash of its bytes
    FOLDER/graph/                  the embedded store (`graph.stores.arcade`)
    FOLDER/lock                    held by the writer

Facts are the truth and the graph is derived: `update` makes it anew from `documents`. Facts and texts are named by
their content and written before the record that names them, each file atomically, so whatever moment a writer is killed
at, every record is whole.
"""

from __future__ import annotations

import datetime
import difflib
import gzip
import hashlib
import unicodedata
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from extractors.facts import Document, decode, encode
from graph.build import Conflict, build
from graph.files import TEMPORARY, WriterLock, explained, write_atomically
from graph.identity import DocumentIndex, copies
from graph.stores import Progress, Store, StoreError, Written
from graph.stores.arcade import ArcadeStore

FORMAT = 1
"""Changes whenever a workspace of another release cannot be read any more."""

_MARK = "workspace.json"
_FOLDERS = ("sources", "facts", "texts")
_NEAREST = 5


class WorkspaceError(StoreError):
    """A workspace that cannot do what was asked."""


class _Mark(msgspec.Struct, frozen=True):
    format: int
    release: str


class Problem(msgspec.Struct, frozen=True):
    """Why a source could not be read: the parts of a `SourceError`."""

    what: str
    where: str
    remedy: str


class SourceRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A source, known by its resolved `path`.

    `name` is what its documents call it; `sha256` is of its bytes, `extractor` and `model` are what read it; `facts`
    names the file of its `documents` (how many), None where it never could be read; `found` counts what was found in
    them (citations, groups, people, duties, changes), `characters` their text, `seconds` the reading. `removed` are the
    texts (SHA-256) that a person took out. `scans` are its pages (from 1) that are pictures and were not read,
    `recognised` those whose text was read from the picture. With an `error`, the facts are those of the last time that
    it could be read.
    """

    path: str
    name: str
    sha256: str = ""
    extractor: str = ""
    model: str | None = None
    facts: str | None = None
    documents: int = 0
    found: int = 0
    characters: int = 0
    seconds: float = 0.0
    removed: tuple[str, ...] = ()
    scans: tuple[int, ...] = ()
    recognised: tuple[int, ...] = ()
    error: Problem | None = None


@dataclass(frozen=True, slots=True)
class Update:
    """What `Workspace.update` did to the graph (on the server, where there is one), and the numbers that different
    texts share."""

    written: Written
    conflicts: tuple[Conflict, ...]


class Workspace:
    """What has been read. Make one with `open`; it is a context manager."""

    def __init__(self, root: Path, lock: WriterLock | None) -> None:
        self._root = root
        self._lock = lock
        self._stands_for: dict[str, Document] | None = None
        self._store = ArcadeStore(root / "graph")

    @classmethod
    def open(cls, path: Path | str, *, write: bool = False) -> Self:
        """The workspace at `path`; with `write` it is made where there is none, and no one else can write.

        Raises `WorkspaceError` for a folder that is something else or of another release, `StoreError` where it is
        locked or cannot be written.
        """
        root = Path(path)
        with explained(root):
            if write:
                _found(root)
            _check(root)
            lock = WriterLock(root / "lock") if write else None
            if lock is not None:
                lock.acquire()
                for folder in _FOLDERS:
                    (root / folder).mkdir(exist_ok=True)
        return cls(root, lock)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store and the lock. May be called twice."""
        self._store.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    # -- what is there

    def graph(self) -> ArcadeStore:
        """The embedded store; `close` closes it."""
        return self._store

    def sources(self) -> list[SourceRecord]:
        """Every source that was given, by name and path."""
        with explained(self._root):
            records = [_record(path) for path in sorted((self._root / "sources").glob("*.json"))]
        return sorted(records, key=lambda record: (record.name, record.path))

    def read_on(self) -> datetime.date | None:
        """The day (UTC) on which a source was last read; None where none was."""
        with explained(self._root):
            times = [path.stat().st_mtime for path in (self._root / "sources").glob("*.json")]
        return datetime.datetime.fromtimestamp(max(times), datetime.UTC).date() if times else None

    def source(self, path: Path) -> SourceRecord | None:
        """The record of the source at a resolved path."""
        file = self._record_file(str(path))
        with explained(file):
            return _record(file) if file.exists() else None

    def documents(self) -> list[Document]:
        """Every document that was read and not removed, once, sorted by content.

        Of several copies (`graph.identity.copies`) one stands for all, with the names of all in `Document.sources`.
        """
        once = {id(document): document for document in self._copies().values()}
        return sorted(once.values(), key=lambda one: (one.number or "", one.title or "", one.text_sha256))

    def copied_by(self, record: SourceRecord) -> list[str]:
        """The names of the other sources whose copies stand for documents of this one."""
        stands_for = self._copies()
        standing = [stands_for[one.text_sha256] for one in self._facts(record) if one.text_sha256 in stands_for]
        return sorted({one.source for one in standing if one.source_sha256 != record.sha256})

    def text(self, document: Document) -> str:
        """The decoded source text that the offsets of the document's facts count in."""
        file = self._root / "texts" / f"{document.source_sha256}.gz"
        with explained(file):
            try:
                return gzip.decompress(file.read_bytes()).decode()
            except (FileNotFoundError, EOFError, gzip.BadGzipFile, zlib.error, UnicodeDecodeError):
                raise _damaged(f"the text of {document.source}", file, "build that source again") from None

    def whole(self, record: SourceRecord) -> bool:
        """Whether the facts and the text of a source are there and undamaged."""
        try:
            self._facts(record)
        except (WorkspaceError, FileNotFoundError):
            return False
        return record.facts is not None and (self._root / "texts" / f"{record.sha256}.gz").exists()

    # -- what changes it

    def put(self, record: SourceRecord, documents: Sequence[Document], text: str) -> None:
        """Keep what was read from a source, in place of what was there; nothing of it is removed any more."""
        facts = b"".join(encode(document) + b"\n" for document in documents)
        name = hashlib.sha256(facts).hexdigest()
        packed = gzip.compress(text.encode(), mtime=0)
        self._keep(self._root / "texts" / f"{record.sha256}.gz", packed)
        self._keep(self._root / "facts" / f"{name}.jsonl", facts)
        self._put(
            msgspec.structs.replace(
                record,
                facts=name,
                documents=len(documents),
                found=sum(map(_found_in, documents)),
                characters=len(text),
                removed=(),
                error=None,
            )
        )

    def put_error(self, path: Path, name: str, error: Problem) -> None:
        """Note that a source could not be read. What was read from it before stays."""
        before = self.source(path) or SourceRecord(path=str(path), name=name)
        self._put(msgspec.structs.replace(before, error=error))

    def restore(self, record: SourceRecord) -> None:
        """Bring back what was removed of a source."""
        self._put(msgspec.structs.replace(record, removed=()))

    def remove(self, key: str) -> Document:
        """Take out the document with this number, title or id, from every source that holds a copy of it.

        It stays out until one of its sources is built again. Raises `WorkspaceError` with the nearest names where no
        document is meant, with the ids where several are.
        """
        documents = self.documents()
        ids = DocumentIndex(documents).ids
        meant = {
            id_: document
            for document, id_ in zip(documents, ids, strict=True)
            if _normal(key) in map(_normal, filter(None, (id_, document.number, document.title)))
        }
        if len(meant) > 1:
            remedy = f"give the id of one: {'; '.join(meant)}"
            raise WorkspaceError(f"{len(meant)} documents are called {key}", str(self._root), remedy)
        if not meant:
            raise self._unknown(key, documents)
        [document] = meant.values()
        texts = {text for text, one in self._copies().items() if one is document}
        for record in self.sources():
            if held := texts.intersection(one.text_sha256 for one in self._facts(record)):
                self._put(msgspec.structs.replace(record, removed=tuple(sorted(held.union(record.removed)))))
        return document

    def update(self, progress: Progress | None = None, server: Store | None = None) -> Update:
        """Make the graph of all documents, and write what has changed to the store, and then to the `server` too."""
        built = build(self.documents())
        written = self._store.write(built.tables, progress)
        if server is not None:
            written = server.write(built.tables, progress)
        return Update(written, built.conflicts)

    def prune(self) -> None:
        """Delete the facts and texts that no record names, and what killed writers left."""
        records = self.sources()
        named = {f"{record.facts}.jsonl" for record in records} | {f"{record.sha256}.gz" for record in records}
        with explained(self._root):
            for folder in _FOLDERS:
                for path in (self._root / folder).iterdir():
                    if path.suffix == TEMPORARY or (folder != "sources" and path.name not in named):
                        path.unlink(missing_ok=True)

    # -- files

    def _record_file(self, path: str) -> Path:
        return self._root / "sources" / f"{hashlib.sha256(path.encode('utf-8', 'surrogateescape')).hexdigest()}.json"

    def _put(self, record: SourceRecord) -> None:
        self._stands_for = None
        file = self._record_file(record.path)
        with explained(file):
            write_atomically(file, msgspec.json.encode(record))

    def _keep(self, file: Path, data: bytes) -> None:
        """Write a file that is named by its content: what is there with the same bytes stays."""
        with explained(file):
            if not file.exists() or file.read_bytes() != data:
                write_atomically(file, data)

    def _facts(self, record: SourceRecord) -> list[Document]:
        """The documents of a source. Raises `FileNotFoundError` where a writer has just replaced them."""
        if record.facts is None:
            return []
        file = self._root / "facts" / f"{record.facts}.jsonl"
        data = file.read_bytes()
        try:
            if hashlib.sha256(data).hexdigest() == record.facts:
                return [decode(line) for line in data.splitlines()]
        except msgspec.DecodeError:
            pass
        raise self._damaged_facts(record)

    def _damaged_facts(self, record: SourceRecord) -> WorkspaceError:
        remedy = f"build {record.path} again, or delete {self._record_file(record.path)} to go on without it"
        return _damaged(f"the record of {record.name}", self._root / "facts" / f"{record.facts}.jsonl", remedy)

    def _copies(self) -> dict[str, Document]:
        """From the SHA-256 of every text that was read and not removed to the document that stands for it."""
        if self._stands_for is None:
            with explained(self._root):
                held = self._held()
            self._stands_for = {}
            for same in copies(held):
                gazette = next((one.gazette for one in same if one.gazette), None)
                names = tuple(sorted({one.source for one in same}))
                document = replace(same[0], sources=names, gazette=gazette)
                self._stands_for.update((one.text_sha256, document) for one in same)
        return self._stands_for

    def _held(self) -> list[Document]:
        missing = None
        while True:
            held: list[Document] = []
            for record in self.sources():
                try:
                    held += [one for one in self._facts(record) if one.text_sha256 not in record.removed]
                except FileNotFoundError:
                    if record == missing:
                        raise self._damaged_facts(record) from None
                    missing = record  # a writer may just have replaced it: look once more
                    break
            else:
                return held

    def _unknown(self, key: str, documents: Iterable[Document]) -> WorkspaceError:
        names = sorted({name for one in documents for name in (one.number, one.title) if name})
        nearest = difflib.get_close_matches(key, names, _NEAREST, 0.3)
        near = [name for name in names if key in name][:_NEAREST] or nearest
        remedy = f"the nearest: {'; '.join(near)}" if near else "`dutygraph query documents` lists them"
        return WorkspaceError(f"no document with the number, title or id {key}", str(self._root), remedy)


def _found(root: Path) -> None:
    """Make a workspace where there is nothing; never write into a folder that is something else."""
    root.mkdir(parents=True, exist_ok=True)
    if not any(path.suffix != TEMPORARY for path in root.iterdir()):
        mark = _Mark(FORMAT, version("dutygraph"))
        write_atomically(root / _MARK, msgspec.json.encode(mark))


def _check(root: Path) -> None:
    if not root.exists():
        raise WorkspaceError(
            "there is no workspace", str(root), "run `dutygraph build SRC...` first, or check the path"
        )
    if not root.is_dir():
        raise WorkspaceError("a file, not the folder of a workspace", str(root), "give a folder")
    try:
        mark = msgspec.json.decode((root / _MARK).read_bytes(), type=_Mark)
    except FileNotFoundError:
        raise WorkspaceError(
            "this folder is not a workspace", str(root), "give another one: a new or an empty folder"
        ) from None
    except msgspec.DecodeError:
        raise _damaged(
            "the mark of the workspace", root / _MARK, "delete it and build again into a new folder"
        ) from None
    if mark.format != FORMAT:
        raise WorkspaceError(
            f"written by release {mark.release} (format {mark.format}, this is {FORMAT})",
            str(root),
            "use that release, or build into a new folder",
        )


def _record(file: Path) -> SourceRecord:
    try:
        return msgspec.json.decode(file.read_bytes(), type=SourceRecord)
    except msgspec.DecodeError:
        raise _damaged("the record of a source", file, "delete it and build that source again") from None


def _damaged(what: str, file: Path, remedy: str) -> WorkspaceError:
    return WorkspaceError(f"{what} is damaged", str(file), remedy)


def _found_in(document: Document) -> int:
    """How many facts the document has, mentions and what its head says apart."""
    return sum(map(len, (document.citations, document.groups, document.people, document.duties, document.changes)))


def _normal(name: str) -> str:
    """A number or title as it is compared: NFKC, one kind of brackets, no white space."""
    name = unicodedata.normalize("NFKC", name)
    return "".join(name.translate(_BRACKETS).split())


_BRACKETS = str.maketrans("[【〔(", "〔〔〔〔") | str.maketrans("]】〕)", "〕〕〕〕")
