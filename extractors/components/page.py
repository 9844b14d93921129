"""What every component reads (the page) and the one way to write a fact."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypedDict, TypeVar

from spacy.tokens import Doc, Span, SpanGroup

from extractors.clean import Clean
from extractors.facts import Doubt, Duty, Fact, Group
from extractors.head import Head
from extractors.outline import Block, Outline
from extractors.rules import confidence_of

NAMES = (
    "citations",
    "groups",
    "people",
    "duties",
    "deadlines",
    "wording",
    "authorities",
    "changes",
    "mentions",
    "names",
)
"""The components of the standard pipeline, in order."""


class Place(TypedDict):
    """The fields that every fact has: where it stands in the source, the words there, and the provision."""

    start: int
    end: int
    quote: str
    provision: str


@dataclass(slots=True)
class Page:
    """A document on its way through the pipeline: clean text, head and outline; `used` are places already read."""

    clean: Clean
    head: Head
    outline: Outline
    used: list[tuple[int, int]] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    rosters: list[tuple[int, int]] = field(default_factory=list)
    """Where rosters begin and end, in order: none stands in another."""

    @property
    def text(self) -> str:
        """The clean text."""
        return self.clean.text

    def place(self, start: int, end: int) -> Place:
        """What every fact says of its place, for ``text[start:end]`` of the clean text."""
        a, b = self.clean.span(start, end)
        block = self.outline.at(start)
        quote = " ".join(self.text[start:end].split())
        return {"start": a, "end": b, "quote": quote, "provision": block.path if block else ""}

    def doubt(self, kind: str, start: int, end: int, why: str) -> None:
        """Note a place that was not understood."""
        a, b = self.clean.span(start, end)
        quote = re.sub(r"\s+", " ", self.text[start:end])[:160]
        self.doubts.append(Doubt(kind=kind, start=a, end=b, quote=quote, why=why))

    def in_roster(self, block: Block) -> bool:
        """Whether the block is a line of a roster."""
        last = bisect.bisect_left(self.rosters, (block.start + 1, 0)) - 1
        return last >= 0 and block.start < self.rosters[last][1]


if not Doc.has_extension("page"):
    Doc.set_extension("page", default=None)
if not Span.has_extension("fact"):
    Span.set_extension("fact", default=None)


def page_of(doc: Doc) -> Page:
    """The page of a doc. Raises ValueError for a doc that did not come through `extractors.pipeline`."""
    page = doc._.page
    if not isinstance(page, Page):
        raise ValueError("this doc has no page: it must come from extractors.pipeline.Pipeline")
    return page


Kind = TypeVar("Kind", bound=Fact)


def put(doc: Doc, name: str, facts: Sequence[tuple[int, int, Fact]]) -> None:
    """Write the facts of a component as the span group `name`; (start, end) are places in the clean text."""
    spans: list[Span] = []
    facts = [(start, end, _trusted(fact)) for start, end, fact in facts]
    for start, end, fact in facts:
        span = doc.char_span(start, max(end, start + 1), alignment_mode="expand")
        if span is None:
            raise ValueError(f"no tokens at {start}:{end}")
        span = Span(doc, span.start, span.end, label=name, span_id=str(len(spans)))
        span._.fact = fact
        spans.append(span)
    doc.spans[name] = SpanGroup(doc, name=name, spans=spans, attrs={"facts": [fact for _, _, fact in facts]})


def revise(doc: Doc, name: str, facts: Sequence[Fact]) -> None:
    """Write the facts of the span group `name` anew: as many as it has, in their order, each where it stands.

    Raises ValueError where there are more or fewer.
    """
    if not facts and name not in doc.spans:
        return
    group = doc.spans[name]
    facts = list(map(_trusted, facts))
    for at, (known, fact) in enumerate(zip(group.attrs["facts"], facts, strict=True)):
        if fact is not known:
            group[at]._.fact = fact
    group.attrs["facts"] = facts


def _trusted(fact: Fact) -> Fact:
    """The fact with the confidence that its rule has earned, and those of its parts with theirs."""
    fact = _earned(fact)
    if isinstance(fact, Group) and (members := tuple(map(_earned, fact.members))) != fact.members:
        return replace(fact, members=members)
    if isinstance(fact, Duty) and (authorities := tuple(map(_earned, fact.authorities))) != fact.authorities:
        return replace(fact, authorities=authorities)
    return fact


def _earned(fact: Kind) -> Kind:
    confidence = confidence_of(fact.rule)
    return fact if fact.confidence == confidence else replace(fact, confidence=confidence)


def facts_of(doc: Doc, name: str, kind: type[Kind]) -> list[Kind]:
    """The facts that a component wrote, in order ([] where it did not run)."""
    facts = doc.spans[name].attrs.get("facts", []) if name in doc.spans else []
    return [fact for fact in facts if isinstance(fact, kind)]
