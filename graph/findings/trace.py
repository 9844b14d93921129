"""The chain of a duty: what it restates, what it rests on, up to the top; and what restates it further down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.findings.corpus import Corpus, listed, named, text
from graph.findings.finding import Place
from graph.tables import Relationship, Tables


@dataclass(frozen=True, slots=True)
class Step:
    """A link of the chain. `height`: how many steps above the duty (0: itself, below it negative); `how`: by which
    relationship; `label`, `id`, `what`: the duty or document that is there; `place`: the words that say so.

    `owners` are the bodies of a duty, `score` how alike the texts are (RESTATES), `in_corpus` whether it can be read.
    """

    height: int
    how: str
    label: str
    id: str
    what: str
    owners: str
    score: float | None
    in_corpus: bool
    place: Place


def trace(tables: Tables, duty: str) -> list[Step]:
    """The chain of the duty with this id, the lowest first. Raises `KeyError` where there is no such duty."""
    corpus = Corpus(tables)
    properties = corpus.node("Duty", duty).properties
    itself = Step(
        0, "", "Duty", duty, text(properties, "text"), _owners(corpus, duty), None, True, corpus.place(properties)
    )
    below = list(_below(corpus, duty, 0, {duty}))
    return [*sorted(below, key=lambda step: step.height), itself, *_above(corpus, duty)]


def _below(corpus: Corpus, duty: str, height: int, seen: set[str]) -> Iterator[Step]:
    """The duties that restate this one, and those that restate them."""
    for pair in corpus.into("RESTATES", "Duty", duty):
        if pair.from_id not in seen:
            seen.add(pair.from_id)
            yield _restating(corpus, pair, pair.from_id, height - 1)
            yield from _below(corpus, pair.from_id, height - 1, seen)


def _above(corpus: Corpus, duty: str) -> Iterator[Step]:
    """The duties that this one restates, then the documents that it and its document rest on, step by step."""
    seen, level, height = {("Duty", duty)}, [("Duty", duty)], 0
    while level:
        height += 1
        above: list[tuple[str, str]] = []
        for label, id_ in level:
            for one in _reasons(corpus, label, id_):
                key = one.to_label, one.to_id
                if key in seen:
                    continue
                seen.add(key)
                above.append(key)
                if one.type == "RESTATES":
                    yield _restating(corpus, one, one.to_id, height)
                else:
                    yield _resting(corpus, one, height)
        level = above


def _reasons(corpus: Corpus, label: str, id_: str) -> list[Relationship]:
    """Why a duty or a document is there: what it restates or rests on; a duty also for what its document rests on."""
    found = [*corpus.out("RESTATES", label, id_), *corpus.out("BASED_ON", label, id_)]
    if label == "Duty":
        document = text(corpus.node("Duty", id_).properties, "document")
        found += corpus.out("BASED_ON", "Document", document)
    return found


def _restating(corpus: Corpus, pair: Relationship, duty: str, height: int) -> Step:
    known = corpus.node("Duty", duty).properties
    score = pair.properties["score"]
    alike = float(score) if isinstance(score, int | float) else None
    return Step(
        height,
        "RESTATES",
        "Duty",
        duty,
        text(known, "text"),
        _owners(corpus, duty),
        alike,
        True,
        corpus.place(known),
    )


def _resting(corpus: Corpus, one: Relationship, height: int) -> Step:
    document = corpus.node("Document", one.to_id)
    what = corpus.title(document.id) + text(one.properties, "article")
    here = document.properties.get("in_corpus") is True
    return Step(height, "BASED_ON", "Document", document.id, what, "", None, here, corpus.place(one.properties))


def _owners(corpus: Corpus, duty: str) -> str:
    return listed(named(owner.node) for owner in corpus.owners(duty))
