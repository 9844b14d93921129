"""Bodies that one document ends or renames, while another gives them duties or the office of a group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from graph.findings.corpus import Corpus, named, task, text, whole
from graph.findings.finding import Finding, Severity
from graph.tables import Node, Relationship


@dataclass(frozen=True, slots=True)
class Gone:
    """A body that a document ends: the relationship that says so, and how a sentence puts it (撤销, 更名为某局)."""

    body: Node
    change: Relationship
    how: str

    @property
    def document(self) -> str:
        """The id of the document that does it."""
        return text(self.change.properties, "document")


_ENDS = {"RENAMED_TO": "更名为", "MERGED_INTO": "并入", "ABOLISHES": "撤销"}
"""What ends a body, the most telling first: a document that merges a body mostly says too that it is abolished."""


def gone_bodies(corpus: Corpus) -> dict[str, list[Gone]]:
    """The bodies that documents end, by id: each once a document."""
    found: dict[str, dict[str, Gone]] = defaultdict(dict)
    for type_, how in _ENDS.items():
        for change in corpus.all(type_):
            body = change.to_id if type_ == "ABOLISHES" else change.from_id
            into = "" if type_ == "ABOLISHES" else named(corpus.node(change.to_label, change.to_id))
            gone = Gone(corpus.node("Agency", body), change, how + into)
            found[body].setdefault(gone.document, gone)
    return {
        body: [gone for gone in changes.values() if not _set_up_again(gone, corpus)] for body, changes in found.items()
    }


def _set_up_again(gone: Gone, corpus: Corpus) -> bool:
    """Whether a document sets the body up later: it is not gone then."""
    ended = corpus.date(gone.document)
    made = [text(one.properties, "document") for one in corpus.into("CREATES", "Agency", gone.body.id)]
    return any(document != gone.document and ended < corpus.date(document) for document in made)


def duties_of_gone(corpus: Corpus) -> Iterator[Finding]:
    """A body that is ended by one document and given duties by another, before or after it: one for each of those."""
    for changes in gone_bodies(corpus).values():
        for gone in changes:
            duties_in: dict[str, list[Node]] = defaultdict(list)
            for owns in corpus.out("OWNS", "Agency", gone.body.id):
                duties_in[text(owns.properties, "document")].append(corpus.node("Duty", owns.to_id))
            for document, duties in sorted(duties_in.items()):
                if document != gone.document:
                    yield given("gone-body", gone, document, duties, corpus)


def given(kind: str, gone: Gone, document: str, duties: list[Node], corpus: Corpus, what: str = "") -> Finding:
    """A document gives the duties to a body that is gone, or (`what`: 的“某职责”) that no longer has such."""
    first = min(duties, key=lambda duty: (whole(duty.properties, "start"), duty.id))
    severity, order = _order(gone, document, corpus)
    count = len({duty.id for duty in duties})
    tasks = f"{task(first)}" + (f"等 {count} 项任务" if count > 1 else "一项任务")
    reason = (
        f"{named(gone.body)}{what}由{corpus.title(gone.document)}{gone.how}，"
        f"{order}{corpus.title(document)}把{tasks}交给它，须明确由谁接续。"
    )
    owns = min(
        (one for one in corpus.into("OWNS", "Duty", first.id) if one.from_id == gone.body.id), key=lambda one: one.id
    )
    here, there = corpus.place(owns.properties), corpus.place(gone.change.properties)
    return Finding(kind, severity, "Agency", gone.body.id, named(gone.body), reason, here, there)


def gone_hosts(corpus: Corpus) -> Iterator[Finding]:
    """A group whose office is with a body that another document ends."""
    gone = gone_bodies(corpus)
    for office in corpus.all("OFFICE_IN"):
        document = text(office.properties, "document")
        for change in gone.get(office.to_id, ()):
            if document == change.document:
                continue
            group = corpus.node(office.from_label, office.from_id)
            severity, order = _order(change, document, corpus)
            reason = (
                f"{named(change.body)}由{corpus.title(change.document)}{change.how}，"
                f"{order}{corpus.title(document)}把{named(group)}的办公室设在该处。"
            )
            here, there = corpus.place(office.properties), corpus.place(change.change.properties)
            yield Finding("gone-host", severity, "LeadingGroup", group.id, named(group), reason, here, there)


def _order(gone: Gone, document: str, corpus: Corpus) -> tuple[Severity, str]:
    """Which came first: what is given to a body that is already gone cannot be done by it."""
    ended, given = corpus.date(gone.document), corpus.date(document)
    if not ended or not given or ended == given:
        return Severity.medium, "而"
    return (Severity.high, "其后") if ended < given else (Severity.medium, "而此前")
