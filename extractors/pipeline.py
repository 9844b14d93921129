"""The components in order, and the one call that turns a source into documents with their facts."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc

import extractors.components  # noqa: F401  (registers the factories)
from extractors import facts as F
from extractors.clean import Clean, clean
from extractors.components.page import NAMES, Page, facts_of, page_of
from extractors.gazette import split
from extractors.head import read_head
from extractors.outline import outline
from extractors.sources import Source, SourceError

if TYPE_CHECKING:
    from spacy.language import Language

VERSION = "1"
"""Changes whenever the same text may give other facts; what an older version read is read again."""


class Pipeline:
    """A spaCy pipeline over documents.

    `nlp` is ``spacy.blank("zh")`` (character segmentation) or the model that `model` names, with one component a
    kind of fact (``dutygraph_citations`` ...). A component may be left out (`exclude`), or added or replaced on `nlp`.
    """

    def __init__(self, model: str | None = None, *, exclude: tuple[str, ...] = ()) -> None:
        self.nlp: Language = spacy.load(model) if model else spacy.blank("zh")
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
        page = Page(cleaned, head, outline(cleaned.text))
        doc = self.nlp.make_doc(cleaned.text)
        doc._.page = page
        for _, component in self.nlp.pipeline:
            doc = component(doc)
        return _collect(source, doc, gazette)


def _collect(source: Source, doc: Doc, gazette: F.Gazette | None) -> F.Document:
    page = page_of(doc)
    head = page.head
    start, end = page.clean.span(0, len(page.text.rstrip()))
    body = source.text[start:end]
    proofs = {k: tuple(page.clean.span(*s) for s in spans) for k, spans in head.proofs.items()}
    provisions = tuple(
        F.Provision(
            path=b.path,
            label=b.mark.rstrip("、.． "),
            heading=b.body.split("。")[0][:60],
            parent=page.outline.blocks[b.parent].path if b.parent >= 0 else "",
            start=page.clean.span(b.start, b.end)[0],
            end=page.clean.span(b.start, b.end)[1],
        )
        for b in page.outline.blocks
        if b.mark
    )
    place, upper = _place(head.issuers, head.title, page.text)
    return F.Document(
        source=source.name,
        source_sha256=source.sha256,
        text_sha256=hashlib.sha256(body.encode()).hexdigest(),
        start=start,
        end=end,
        number=head.number and re.sub(r"\s+", "", head.number),
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
        groups=tuple(facts_of(doc, "groups", F.Group)),
        people=tuple(facts_of(doc, "people", F.Person)),
        duties=tuple(facts_of(doc, "duties", F.Duty)),
        changes=tuple(facts_of(doc, "changes", F.Change)),
        mentions=tuple(facts_of(doc, "mentions", F.Mention)),
        provisions=provisions,
        doubts=tuple(page.doubts),
        proofs=proofs,
        gazette=gazette,
        place=place,
        upper=upper,
    )


_DIVISION = r"(?:省|自治区|市|自治州|盟|区|县|旗|镇|乡|街道)"


def _place(issuers: list[str], title: str | None, text: str) -> tuple[str | None, tuple[str, ...]]:
    """The place of the first issuer (周村区), and the places above it that the text or the issuer names."""
    for source in (*issuers, title or ""):
        parts = re.findall(rf"[\u4e00-\u9fff]{{2,7}}?{_DIVISION}", re.split("人民|关于|党政|政府", source)[0])
        if parts:
            place = parts[-1]
            upper = list(reversed(parts[:-1]))
            rank = "省市区县镇乡"
            for level in ("市", "省"):
                if (
                    place.endswith(level)
                    or any(u.endswith(level) for u in upper)
                    or rank.find(place[-1]) < rank.find(level)
                ):
                    continue
                counts: dict[str, int] = {}
                for name in re.findall(
                    rf"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{{2,4}}{level})(?:人民政府|卫|发|教|财|委)", text
                ):
                    counts[name] = counts.get(name, 0) + 1
                if counts:
                    upper.append(max(sorted(counts), key=lambda n: counts[n]))
            return place, tuple(upper)
    return None, ()


def _official(document: F.Document) -> bool:
    """Whether anything says that the text is an official document."""
    return bool(
        document.number
        or document.duties
        or document.groups
        or document.changes
        or document.citations
        or document.addressees
        or (document.title and document.issuers)
    )
