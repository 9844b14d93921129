"""Documents: one number for two texts, citations of what is repealed, or of what the corpus does not hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from graph.findings.corpus import Corpus, named, text
from graph.findings.finding import Finding, Place, Severity
from graph.tables import Node, Relationship

_OFTEN = 3
"""From so many citing documents on, one that is missing is worth looking for."""


def shared_numbers(corpus: Corpus) -> Iterator[Finding]:
    """One 文号 that two different texts bear; a text without a day may be a piece of one, cut out at a number."""
    bearers: dict[str, list[Node]] = defaultdict(list)
    for document in corpus.nodes("Document"):
        # Of several texts with one number one has the plain id, the others a mark of their text behind it.
        if text(document.properties, "number") and text(document.properties, "date"):
            bearers[document.id.partition("#")[0]].append(document)
    for texts in bearers.values():
        for one, other in pairwise(texts):
            number = text(one.properties, "number")
            reason = f"{number}既是《{named(one)}》的文号，也是《{named(other)}》的文号，而两份文件内容不同。"
            here, there = (_head(document, number, corpus) for document in (one, other))
            yield Finding("shared-number", Severity.medium, "Document", other.id, number, reason, here, there)


def _head(document: Node, number: str, corpus: Corpus) -> Place:
    """The place of a document's head: where its title is proved, else the document."""
    known = {**document.properties, "document": document.id, "quote": named(document)}
    return corpus.place(known)


def repealed(corpus: Corpus) -> Iterator[Finding]:
    """A document that another repeals, and that a third still cites; before the repeal, only where it rests on it."""
    ends: dict[str, list[Relationship]] = defaultdict(list)
    for one in corpus.all("REPEALS"):
        ends[one.to_id].append(one)
    resting = {(one.from_id, one.to_id) for one in corpus.all("BASED_ON") if one.from_label == "Document"}
    for cites in corpus.all("CITES"):
        for repeal in ends.get(cites.to_id, ()):
            if any(other.from_id == cites.from_id for other in ends[cites.to_id]):
                continue
            ended, cited = corpus.date(repeal.from_id), corpus.date(cites.from_id)
            later = bool(ended) and ended < cited
            if not later and (cites.from_id, cites.to_id) not in resting:
                continue
            what = corpus.title(cites.to_id)
            order = "其后" if later else "而"
            rests = "仍引用它" if later else "以它为依据，须核实是否还有效"
            reason = f"{what}由{corpus.title(repeal.from_id)}废止，{order}{corpus.title(cites.from_id)}{rests}。"
            severity = Severity.high if later else Severity.medium
            here, there = corpus.place(cites.properties), corpus.place(repeal.properties)
            yield Finding("repealed-document", severity, "Document", cites.from_id, what, reason, here, there)


def missing(corpus: Corpus) -> Iterator[Finding]:
    """A document that is cited and not in the corpus, for another reason than to repeal it."""
    for document in corpus.nodes("Document"):
        ending = {one.from_id for one in corpus.into("REPEALS", "Document", document.id)}
        cites = [one for one in corpus.into("CITES", "Document", document.id) if one.from_id not in ending]
        if document.properties.get("in_corpus") is True or not cites:
            continue
        places = sorted((corpus.place(one.properties) for one in cites), key=lambda place: (place.date, place.document))
        count = len({place.document for place in places})
        by = "、".join(dict.fromkeys(place.name for place in places[:3])) + ("等" if count > 3 else "")
        reason = f"{corpus.title(document.id)}被{by} {count} 份文件引用，而本库没有收录。"
        severity = Severity.medium if count >= _OFTEN else Severity.low
        name = text(document.properties, "number") or named(document)
        there = places[1] if len(places) > 1 else None
        yield Finding("missing-document", severity, "Document", document.id, name, reason, places[0], there)
