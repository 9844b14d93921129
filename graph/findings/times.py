"""Deadlines that lie before the document that sets them, or that have passed."""

from __future__ import annotations

from collections.abc import Iterator

from graph.findings.corpus import Corpus, listed, named, task, text
from graph.findings.finding import Finding, Severity
from graph.tables import Node


def early_deadlines(corpus: Corpus) -> Iterator[Finding]:
    """A duty that is due before its document was issued."""
    for duty in corpus.nodes("Duty"):
        due, issued = text(duty.properties, "due"), corpus.date(text(duty.properties, "document"))
        if due and issued and due < issued and not text(duty.properties, "recurrence"):
            reason = f"{_what(duty, corpus)}的时限“{text(duty.properties, 'deadline')}”（{due}）早于成文日期 {issued}。"
            yield _finding("early-deadline", Severity.medium, duty, reason, corpus)


def passed_deadlines(corpus: Corpus, day: str) -> Iterator[Finding]:
    """A duty that was due before `day` (ISO), of a document that was issued by then."""
    for duty in corpus.nodes("Duty"):
        due, issued = text(duty.properties, "due"), corpus.date(text(duty.properties, "document"))
        if not due or due >= day or issued > day or due < issued or text(duty.properties, "recurrence"):
            continue
        owners = listed(named(owner.node) for owner in corpus.owners(duty.id))
        reason = f"{_what(duty, corpus)}应于 {due} 前完成（{owners}），至 {day} 已过期限，须核实是否办结。"
        yield _finding("passed-deadline", Severity.low, duty, reason, corpus)


def _what(duty: Node, corpus: Corpus) -> str:
    return f"{corpus.title(text(duty.properties, 'document'))}的任务{task(duty)}"


def _finding(kind: str, severity: Severity, duty: Node, reason: str, corpus: Corpus) -> Finding:
    return Finding(kind, severity, "Duty", duty.id, named(duty), reason, corpus.place(duty.properties))
