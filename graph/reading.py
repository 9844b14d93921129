"""The first step of a build: sources -> facts in the workspace.

A source that was read before with the same bytes by the same extractor and model is skipped. What is read is kept at
once, so a reading that was killed goes on where it was; on how many processes it runs changes nothing in the result.
"""

from __future__ import annotations

import hashlib
import signal
import time
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import spacy.util
from msgspec.structs import replace

from extractors.facts import Document
from extractors.pipeline import Pipeline
from extractors.sources import LOST, Source, SourceError, find, load, passed_over, recogniser
from extractors.sources import read as read_source
from extractors.version import rules_version
from graph.alarm import MOST_SECONDS, TimeUpError, at_most
from graph.stores import Progress, StoreError
from graph.workspace import Problem, SourceRecord, Workspace

_AHEAD = 2
"""How many sources a process are handed out before their results are taken."""


@dataclass(slots=True)
class ReadReport:
    """The names of the sources that were read for the first time, skipped (unchanged), read anew; what went wrong; by
    the name of the source the pages that were not read since they are pictures, and how many characters are lost; and
    how many files of the folders were passed over, by the ending of their names."""

    read: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    errors: list[SourceError] = field(default_factory=list)
    scans: dict[str, tuple[int, ...]] = field(default_factory=dict)
    lost: dict[str, int] = field(default_factory=dict)
    passed_over: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Task:
    path: Path
    name: str
    model: str | None
    ocr: bool
    seconds: float


@dataclass(frozen=True, slots=True)
class _Result:
    """What came of a task: a source with its documents, or a problem (an exception would lose its parts on the way)."""

    task: _Task
    source: Source | None = None
    documents: tuple[Document, ...] = ()
    seconds: float = 0.0
    problem: Problem | None = None


def read(
    workspace: Workspace,
    sources: Iterable[Path | str],
    jobs: int = 1,
    model: str | None = None,
    progress: Progress | None = None,
    *,
    ocr: bool = False,
    seconds: float = MOST_SECONDS,
) -> ReadReport:
    """Read what is new or changed of `sources` (files and folders) into the workspace, on `jobs` processes.

    With `ocr`, scanned pages and pictures are read too: those of sources that were read before without it as well.

    A source that takes longer than so many seconds is given up (where `graph.alarm` can); the pages that `ocr` reads
    have a limit each instead.

    A source that cannot be read is in `errors` and in its record; the others are read all the same. What was removed
    from a source that is given again comes back. Raises `StoreError` where the workspace cannot be written or the
    model is not installed, `SourceError` where `ocr` needs what is not installed.
    """
    if ocr:
        recogniser()
    if model is not None and not spacy.util.is_package(model) and not Path(model).exists():
        raise StoreError(
            "there is no such spaCy model", model, f"run `python -m spacy download {model}`, or leave it out"
        )
    sources = list(sources)
    found, errors = find(sources, ocr=ocr)
    report = ReadReport(errors=errors, passed_over=passed_over(sources, ocr=ocr))
    tasks = [_Task(path, name, model, ocr, seconds) for path, name in found]
    waiting = [task for task in tasks if not _skipped(workspace, task, report)]
    for done, result in enumerate(_results(waiting, jobs), len(tasks) - len(waiting) + 1):
        _keep(workspace, result, report)
        if progress is not None:
            progress("read", done, len(tasks))
    workspace.prune()
    for names in (report.read, report.skipped, report.replaced):
        names.sort()
    errors.sort(key=lambda error: error.where)
    return report


def _skipped(workspace: Workspace, task: _Task, report: ReadReport) -> bool:
    """Whether the source was read before as it is now; then what was removed of it is brought back."""
    record = workspace.source(task.path)
    if record is None or record.error is not None or (task.ocr and record.scans):
        return False
    try:
        sha256 = hashlib.sha256(load(task.path)).hexdigest()
    except SourceError:
        return False  # the reading will say what is wrong
    if not workspace.whole(record) or record != _record(task, sha256, record):
        return False
    if record.removed:
        workspace.restore(record)
        report.replaced.append(task.name)
    else:
        report.skipped.append(task.name)
    return True


def _record(task: _Task, sha256: str, before: SourceRecord | None = None) -> SourceRecord:
    """The record of a task, with what `before` knows of its facts."""
    return replace(
        before or SourceRecord(path="", name=""),
        path=str(task.path),
        name=task.name,
        sha256=sha256,
        extractor=rules_version(),
        model=task.model,
        error=None,
    )


def _keep(workspace: Workspace, result: _Result, report: ReadReport) -> None:
    """Put a result into the workspace and the report."""
    task, problem, source = result.task, result.problem, result.source
    if problem is not None:
        workspace.put_error(task.path, task.name, problem)
        report.errors.append(SourceError(problem.what, problem.where, problem.remedy))
    if source is None:
        return
    before = workspace.source(task.path)
    record = replace(
        _record(task, source.sha256),
        seconds=round(result.seconds, 3),
        scans=source.scans,
        recognised=source.recognised,
    )
    workspace.put(record, result.documents, source.text)
    if source.scans:
        report.scans[task.name] = source.scans
    if lost := source.text.count(LOST):
        report.lost[task.name] = lost
    new = before is None or before.facts is None
    (report.read if new else report.replaced).append(task.name)


def _results(tasks: list[_Task], jobs: int) -> Iterator[_Result]:
    """The result of every task, in any order."""
    if jobs <= 1 or len(tasks) <= 1:
        yield from map(_read, tasks)
        return
    rest = iter(tasks)
    pool = ProcessPoolExecutor(min(jobs, len(tasks)), get_context("spawn"), _leave_interrupts_to_parent)
    try:
        running: set[Future[_Result]] = set()
        while True:
            ahead = jobs * _AHEAD - len(running)
            running |= {pool.submit(_read, task) for task in islice(rest, ahead)}
            if not running:
                return
            ready, running = wait(running, return_when=FIRST_COMPLETED)
            for future in ready:
                yield future.result()
    except BrokenProcessPool as error:
        raise StoreError(
            "a reading process was ended (out of memory?)", "build", "run it again with fewer --jobs: it goes on"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@cache
def _pipeline(model: str | None) -> Pipeline:
    """One pipeline a process."""
    return Pipeline(model)


def _read(task: _Task) -> _Result:
    """Read one source. An error of our own is told like one of the source: the others must not suffer from it."""
    begin = time.perf_counter()
    try:
        with nullcontext() if task.ocr else at_most(task.seconds):
            source = read_source(task.path, task.name, ocr=task.ocr)
        pipeline = _pipeline(task.model)
        with at_most(task.seconds):
            documents = pipeline.extract(source)
    except SourceError as error:
        return _Result(task, problem=Problem(error.what, error.where, error.remedy))
    except TimeUpError:
        what = f"given up after {task.seconds:g} seconds"
        return _Result(task, problem=Problem(what, str(task.path), "divide it, or give it more time (--timeout)"))
    except Exception as error:
        what = f"internal error: {type(error).__name__}: {error}"
        return _Result(task, problem=Problem(what, str(task.path), "report this, with the file"))
    return _Result(task, source, tuple(documents), time.perf_counter() - begin)
