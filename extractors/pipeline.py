"""The components in order, and the one call that turns a source into documents with their facts."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc

import extractors.components  # noqa: F401  (registers the factories)
from extractors import facts as F
from extractors.characters import Characters
from extractors.clean import Clean, clean
from extractors.components.page import NAMES, Page, facts_of, page_of
from extractors.enclosed import find_parts
from extractors.fingerprint import exact, near
from extractors.gazette import split
from extractors.head import read_head
from extractors.lexicons.documents import TITLE_END
from extractors.outline import outline
from extractors.place import place_of
from extractors.sources import LOST, Source, SourceError
from extractors.sources.places import within

if TYPE_CHECKING:
    from spacy.language import Language

_DAMAGED = re.compile(rf"[^\n{LOST}]{{0,10}}{LOST}[^\n]{{0,10}}")
"""What cannot be read, with the words around it."""

_HEADING = 60
"""The characters of a provision's heading that are kept."""


class ModelError(Exception):
    """The spaCy model that was asked for cannot be loaded."""


class Pipeline:
    """A spaCy pipeline over documents.

    `nlp` is ``spacy.blank("zh")`` (character segmentation) or the model that `model` names (a package or a folder),
    with one component a kind of fact behind it: ``dutygraph_citations`` and so on (`components.page.NAMES`, of which
    `exclude` leaves some out). With a model that has an entity recogniser, ``dutygraph_names`` notes as doubts the
    names that no rule read.

    The pipeline is a spaCy pipeline like any other, so a kind of fact is dropped, replaced or added on `nlp`::

        pipeline = Pipeline()
        pipeline.nlp.remove_pipe("dutygraph_changes")

        @Language.component("my_people")
        def my_people(doc):
            page = page_of(doc)                       # clean text, head, outline
            put(doc, "people", [(start, end, Person(**page.place(start, end), name=..., rule="my.rule"))])
            return doc

        pipeline.nlp.replace_pipe("dutygraph_people", "my_people")   # or add_pipe("my_people", after=...)

    A component reads `page_of(doc)` and writes facts with `put` under one of the names of `NAMES`; what stands under
    these names when the last component has run is what `extract` returns. `page.doubt` notes what it did not
    understand.
    """

    def __init__(self, model: str | None = None, *, exclude: tuple[str, ...] = ()) -> None:
        if unknown := set(exclude) - set(NAMES):
            raise ValueError(f"no such component: {', '.join(sorted(unknown))} (there are {', '.join(NAMES)})")
        self.nlp: Language = _load(model)
        self.nlp.max_length = 10**8
        for name in NAMES:
            if name not in exclude:
                self.nlp.add_pipe(f"dutygraph_{name}")

    def extract(self, source: Source) -> list[F.Document]:
        """The documents of a source, in order. Raises `SourceError` where the text holds none."""
        cleaned = clean(source)
        spans, gazette = split(cleaned.text)
        documents = [self._document(source, cleaned.part(start, end), gazette) for start, end in spans]
        if len(documents) == 1 and not _official(documents[0]):
            raise SourceError(
                "no official document in it", source.name, "leave it out, or give the document's own text"
            )
        return documents

    def _document(self, source: Source, cleaned: Clean, gazette: F.Gazette | None) -> F.Document:
        head = read_head(cleaned.text)
        parts = find_parts(cleaned.text, head.body, (*head.promulgates, *head.attachments))
        page = Page(cleaned, head, outline(cleaned.text, parts))
        for why in head.doubts:
            page.doubt("head", 0, min(len(page.text), head.body) or len(page.text), why)
        for start, end in _recognised(source, cleaned):
            page.doubt("recognised", start, end, "read from a picture (OCR)")
        for damaged in _DAMAGED.finditer(cleaned.text):
            page.doubt("damaged", *damaged.span(), "bytes that are no character")
        doc = self.nlp.make_doc(cleaned.text)
        doc._.page = page
        return _collect(source, self.nlp(doc), gazette)


def _load(model: str | None) -> Language:
    if model is None:
        nlp = spacy.blank("zh")
        nlp.tokenizer = Characters(nlp.vocab)
        return nlp
    try:
        return spacy.load(model)
    except (OSError, ImportError) as error:
        reason = str(error).splitlines()[0]
        raise ModelError(f"{model}: {reason}; install it with 'python -m spacy download {model}'") from error


def _collect(source: Source, doc: Doc, gazette: F.Gazette | None) -> F.Document:
    page = page_of(doc)
    head = page.head
    start, end = page.clean.span(0, len(page.text.rstrip()))
    place, upper = place_of(head.issuers, head.title, page.text)
    return F.Document(
        source=source.name,
        source_sha256=source.sha256,
        text_sha256=exact(source.text[start:end]),
        text_simhash=near(page.text),
        places=within(source.places, start, end),
        start=start,
        end=end,
        number=head.number,
        title=head.title,
        issuers=tuple(head.issuers),
        date=head.date,
        addressees=tuple(head.addressees),
        promulgates=tuple(head.promulgates),
        attachments=tuple(head.attachments),
        effective_from=head.effective_from,
        effective_to=head.effective_to,
        registration=head.registration,
        interpreter=head.interpreter,
        citations=tuple(facts_of(doc, "citations", F.Citation)),
        authorities=tuple(facts_of(doc, "authorities", F.Authority)),
        groups=tuple(facts_of(doc, "groups", F.Group)),
        people=tuple(facts_of(doc, "people", F.Person)),
        duties=tuple(facts_of(doc, "duties", F.Duty)),
        changes=tuple(facts_of(doc, "changes", F.Change)),
        mentions=tuple(facts_of(doc, "mentions", F.Mention)),
        provisions=tuple(_provisions(page)),
        doubts=tuple(page.doubts),
        proofs={name: tuple(page.clean.span(*span) for span in spans) for name, spans in head.proofs.items()},
        gazette=gazette,
        place=place,
        upper=upper,
    )


def _provisions(page: Page) -> list[F.Provision]:
    """The parts and the numbered places of the document, in the order of the text."""
    found: list[F.Provision] = []
    for path, part in page.outline.parts:
        start, end = page.clean.span(part.start, part.end)
        found.append(F.Provision(path=path, label=path, heading=part.name, parent="", start=start, end=end))
    for block in page.outline.blocks:
        if block.mark:
            start, end = page.clean.span(block.start, block.end)
            heading = block.body.split("。")[0][:_HEADING]
            above = page.outline.path_above(block)
            found.append(
                F.Provision(path=block.path, label=block.label, heading=heading, parent=above, start=start, end=end)
            )
    return sorted(found, key=lambda provision: (provision.start, -provision.end))


def _recognised(source: Source, cleaned: Clean) -> Iterator[tuple[int, int]]:
    """The places in the clean text of the pages whose text was read from pictures."""
    end = -1
    for number, page in enumerate(source.text.split("\f") if source.recognised else (), 1):
        start, end = end + 1, end + 1 + len(page)
        first, last = bisect.bisect_left(cleaned.offsets, start), bisect.bisect_left(cleaned.offsets, end)
        if number in source.recognised and first < last:
            yield first, last


def _official(document: F.Document) -> bool:
    """Whether anything says that the text is an official document."""
    known = bool(document.issuers or document.citations)
    named = document.title is not None and (known or bool(TITLE_END.search(document.title)))
    signed = bool(document.issuers) and document.date is not None
    carried = document.addressees or document.promulgates
    found = document.duties or document.groups or document.changes
    return bool(document.number or named or signed or carried or found)
