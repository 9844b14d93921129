"""What the person is told when something cannot be done: one line, ``dutygraph: WHERE: WHAT; REMEDY``."""

from __future__ import annotations

import sys
import unicodedata
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from extractors.sources import told

if TYPE_CHECKING:  # `--help` need not wait for it
    from graph.reading import ReadReport


@runtime_checkable
class Explained(Protocol):
    """What `SourceError`, `StoreError`, `WorkspaceError` and `Failure` have in common."""

    what: str
    where: str
    remedy: str


class Failure(Exception):
    """A command that cannot do what was asked, for a reason that only the command knows."""

    def __init__(self, what: str, where: str, remedy: str) -> None:
        super().__init__(f"{where}: {what}; {remedy}")
        self.what, self.where, self.remedy = what, where, remedy


def explain(error: Exception) -> str:
    """The line for an error (without the name of the program)."""
    if isinstance(error, Explained):
        return f"{error.where}: {error.what}; {error.remedy}"
    if isinstance(error, OSError):
        what = error.strerror or type(error).__name__
        return f"{error.filename or 'output'}: {what}; check the path, its permissions and the space left"
    return f"internal error: {type(error).__name__}: {error}; set DUTYGRAPH_DEBUG=1 to see where, and report it"


def tell(line: str) -> None:
    """One line on standard error."""
    sys.stderr.write(f"dutygraph: {visible(line).replace(chr(10), ' ')}\n")


def tell_unread(report: ReadReport) -> None:
    """A line for each source that was not read, for each that was not in full, and for files of other kinds."""
    for name, pages in sorted(report.scans.items()):
        tell(f"{name}: {told(pages)} not read: pictures without text (scans); give --ocr to have it recognised")
    for name, lost in sorted(report.lost.items()):
        tell(f"{name}: {lost} damaged characters (`info --doubts` tells where); fetch it again, or save it anew")
    for error in report.errors:
        tell(explain(error))
    if report.passed_over:
        ends = ", ".join(f"{count} {end or 'without an ending'}" for end, count in sorted(report.passed_over.items()))
        tell(f"files of other kinds passed over: {ends}; a file that is given by itself is read whatever it is called")


def visible(text: str) -> str:
    """The text without what a terminal obeys instead of showing (escape sequences, marks that turn the direction).

    Line feeds stay; a tab becomes a space.
    """
    text = text.replace("\t", " ")
    return "".join(c for c in text if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf", "Cs"))
