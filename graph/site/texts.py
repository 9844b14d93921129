"""The texts of the documents, where the workspace is at hand, with every place in them that proves a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors import facts as F
from extractors.clean import Clean, clean
from extractors.sources import Source, kind_of, place_at
from graph.site.linked import Linked, word, words
from graph.site.marks import Block, Mark, blocks
from graph.tables import Relationship
from graph.workspace import Workspace

_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a document in paragraphs; `line` is the one of the source where it begins, from 1, `position` its
    page, paragraph or cell where the source is no text."""

    blocks: list[Block]
    line: int
    position: str
    characters: int


class Texts:
    """The documents of a workspace by their ids in the graph (none where there is no workspace)."""

    def __init__(self, workspace: Workspace | None, ids: dict[str, str]) -> None:
        """`ids`: from the SHA-256 of the text of a document to its id."""
        self._workspace = workspace
        read = workspace.documents() if workspace else []
        self._facts = {ids[one.text_sha256]: one for one in read if one.text_sha256 in ids}
        self._last: tuple[str, str, Clean] | None = None

    def __contains__(self, id_: object) -> bool:
        return id_ in self._facts

    def __len__(self) -> int:
        return len(self._facts)

    def in_order(self) -> Iterator[str]:
        """The ids, those of one source together: a gazette is cleaned once for all of its documents."""
        return iter(sorted(self._facts, key=lambda id_: (self._facts[id_].source_sha256, self._facts[id_].start, id_)))

    def text(self, id_: str, graph: Linked) -> Text | None:
        """The text of a document; None where it is not at hand."""
        facts = self._facts.get(id_)
        if facts is None or self._workspace is None:
            return None
        raw, whole = self._source(facts, self._workspace)
        first, last = whole.within(facts.start, facts.end)
        places = [(one.start, one.end) for one in graph.stated(id_)]
        places += [_span(one) for one in graph.said(id_)]
        places += [(one.start, one.end) for one in facts.doubts]
        part = whole.part(first, last)
        made = blocks(part, _marks(id_, facts, graph), places, _headings(facts))
        line, position = raw.count("\n", 0, facts.start) + 1, place_at(facts.places, facts.start)
        return Text(made, line, position, len(part.text))

    def _source(self, facts: F.Document, workspace: Workspace) -> tuple[str, Clean]:
        """The decoded source of a document, and its clean text."""
        if self._last is None or self._last[0] != facts.source_sha256:
            raw = workspace.text(facts)
            source = Source(facts.source, raw, facts.source_sha256, kind_of(facts.source, raw))
            self._last = facts.source_sha256, raw, clean(source)
        return self._last[1:]


def _headings(facts: F.Document) -> frozenset[int]:
    """Where the title of the document and those of its parts begin."""
    spans = [span for field in ("title", "promulgates", "attachments") for span in facts.proofs.get(field, ())]
    return frozenset([start for start, _ in spans])


def _marks(id_: str, facts: F.Document, graph: Linked) -> Iterator[Mark]:
    """Everything that is shown in the text of a document."""
    for duty in graph.stated(id_):
        yield Mark(duty.start, duty.end, "duty", f"#d-{duty.id}", duty.text, duty.number)
    for fact in facts.duties:
        if fact.deadline_span:
            yield Mark(*fact.deadline_span, "due")
    known: dict[str, tuple[str, str]] = {}
    for one in graph.said(id_):
        yield from _named(one, graph)
        if one.type == "MENTIONS":
            forms = words(graph.node(one.to_label, one.to_id).properties.get("names"))
            known.update({_folded(form): (one.to_label, one.to_id) for form in forms})
    # The graph keeps the first place that names a body, the facts keep all.
    for mention in facts.mentions:
        if meant := known.get(_folded(mention.name)):
            ref = graph.ref(*meant)
            yield Mark(mention.start, mention.end, ref.label, ref.href, ref.name)


def _named(one: Relationship, graph: Linked) -> Iterator[Mark]:
    """The ends of a relationship that its place names: a place may also be a sentence that says more."""
    start, end = _span(one)
    if one.type in ("CITES", "PROMULGATES", "ATTACHES"):
        ref = graph.ref(one.to_label, one.to_id)
        yield Mark(start, end, ref.label, ref.href, ref.name)
        return
    quote = _folded(word(one.properties.get("quote")))
    for label, id_ in ((one.from_label, one.from_id), (one.to_label, one.to_id)):
        known = graph.node(label, id_).properties
        forms = [word(known.get("name")), word(one.properties.get("as_written")), *words(known.get("names"))]
        ref = graph.ref(label, id_)
        if ref.href and label != "Document" and quote in map(_folded, forms):
            yield Mark(start, end, label, ref.href, ref.name)


def _span(one: Relationship) -> tuple[int, int]:
    start, end = one.properties.get("start"), one.properties.get("end")
    return (start, end) if isinstance(start, int) and isinstance(end, int) else (0, 0)


def _folded(text: str) -> str:
    return _BLANK.sub("", text)
