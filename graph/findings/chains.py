"""The same duty in two documents (RESTATES): who leads it here and there, till when, and what was not passed down."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from graph.findings.corpus import Corpus, Owner, listed, named, task, text, whole
from graph.findings.finding import Finding, Severity
from graph.restates import pairs_of
from graph.tables import Node, Relationship

_RANK = re.compile(r"(?:委员会|办公室|部门|局|委|厅|部|办|署)$")
"""What tells the level of an office and not its field: 省教育厅, 市教育局 and 教育部门 are one office thrice."""

_PASSED = 0.2
"""A document carries another one out, duty by duty, where it restates this share of its duties at least."""

_SAID = 0.5
"""Where this share of the pairs of characters of a duty stands anywhere in the tasks of the other document, it may be
told there in other words, or in two tasks: one cannot say that it was left out."""


def different_leads(corpus: Corpus) -> Iterator[Finding]:
    """The same duty that two documents give to different leads."""
    for pair in corpus.all("RESTATES"):
        later, earlier = corpus.owners(pair.from_id), corpus.owners(pair.to_id)
        heads, former = _heads(later), _heads(earlier)
        if not heads or not former or _in_common(heads, former) or _succeeds(heads, former, corpus):
            continue
        duty = corpus.node("Duty", pair.from_id)
        reason = (
            f"任务{task(duty)}由{corpus.title(_document(pair))}交{listed(named(one.node) for one in heads)}牵头，"
            f"而{corpus.title(text(corpus.node('Duty', pair.to_id).properties, 'document'))}"
            f"交{listed(named(one.node) for one in former)}牵头（两处文字相似度 {_score(pair)}）。"
        )
        here, there = corpus.place(heads[0].owns.properties), corpus.place(former[0].owns.properties)
        yield Finding("different-leads", Severity.high, "Duty", duty.id, named(duty), reason, here, there)


def later_deadlines(corpus: Corpus) -> Iterator[Finding]:
    """The same duty that the later document gives more time."""
    for pair in corpus.all("RESTATES"):
        duty, original = corpus.node("Duty", pair.from_id), corpus.node("Duty", pair.to_id)
        due, former = text(duty.properties, "due"), text(original.properties, "due")
        if due and former and due > former and not text(duty.properties, "recurrence"):
            reason = (
                f"任务{task(duty)}在{corpus.title(_document(pair))}的时限为 {due}，"
                f"晚于{corpus.title(text(original.properties, 'document'))}的 {former}。"
            )
            here, there = corpus.place(duty.properties), corpus.place(original.properties)
            yield Finding("later-deadline", Severity.medium, "Duty", duty.id, named(duty), reason, here, there)


def broken_chains(corpus: Corpus) -> Iterator[Finding]:
    """A duty of a document that another one carries out duty by duty, and that is not found in the other."""
    duties: dict[str, list[Node]] = defaultdict(list)
    for duty in corpus.nodes("Duty"):
        duties[text(duty.properties, "document")].append(duty)
    for (document, above), pairs in sorted(_carried_out(corpus).items()):
        passed = {pair.to_id for pair in pairs}
        if len(passed) < _PASSED * len(duties[above]):
            continue
        said = frozenset[str]().union(*(pairs_of(text(duty.properties, "text")) for duty in duties[document]))
        cites = _cites(document, above, corpus)
        for duty in sorted(duties[above], key=lambda duty: (whole(duty.properties, "start"), duty.id)):
            words = pairs_of(text(duty.properties, "text"))
            if duty.id in passed or len(words & said) >= _SAID * len(words):
                continue
            reason = (
                f"{corpus.title(document)}逐项落实{corpus.title(above)}（{len(duties[above])} 项任务中有 {len(passed)} "
                f"项相近），其中没有见到任务{task(duty)}。"
            )
            here, there = corpus.place(duty.properties), corpus.place(cites.properties)
            yield Finding("broken-chain", Severity.low, "Duty", duty.id, named(duty), reason, here, there)


def _carried_out(corpus: Corpus) -> dict[tuple[str, str], list[Relationship]]:
    """By (document, the document that it cites) the duties of the one that restate duties of the other."""
    found: dict[tuple[str, str], list[Relationship]] = defaultdict(list)
    for pair in corpus.all("RESTATES"):
        above = text(corpus.node("Duty", pair.to_id).properties, "document")
        if any(one.to_id == above for one in corpus.out("CITES", "Document", _document(pair))):
            found[_document(pair), above].append(pair)
    return found


def _cites(document: str, above: str, corpus: Corpus) -> Relationship:
    return next(one for one in corpus.out("CITES", "Document", document) if one.to_id == above)


def _heads(owners: Sequence[Owner]) -> list[Owner]:
    """Who leads; nobody where the text names no one body."""
    return [owner for owner in owners if owner.role == "lead" and not owner.node.properties.get("vague")]


def _in_common(heads: Sequence[Owner], former: Sequence[Owner]) -> bool:
    """Whether the same office leads in both, at whatever level: 发展改革委 and 发展改革局 are one."""
    return any(one in other or other in one for one in map(_field, heads) for other in map(_field, former))


def _succeeds(heads: Sequence[Owner], former: Sequence[Owner], corpus: Corpus) -> bool:
    """Whether a document says that one who led became one who leads: it is the same body under a new name."""
    now = {owner.node.id for owner in heads}
    return any(
        change.to_id in now
        for owner in former
        for type_ in ("RENAMED_TO", "MERGED_INTO")
        for change in corpus.out(type_, "Agency", owner.node.id)
    )


def _field(owner: Owner) -> str:
    office = text(owner.node.properties, "office") or named(owner.node)
    return _RANK.sub("", office) or office


def _document(pair: Relationship) -> str:
    return text(pair.properties, "document")


def _score(pair: Relationship) -> str:
    score = pair.properties["score"]
    return f"{score:.2f}" if isinstance(score, float) else str(score)
