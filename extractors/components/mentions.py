"""Bodies that a document names wherever it does so: those of its duties, groups, changes, addressees and posts."""

from __future__ import annotations

from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

from extractors.bodies import is_vague
from extractors.components.page import facts_of, page_of, put
from extractors.facts import Change, Duty, Group, Mention
from extractors.scan import named


@Language.component("dutygraph_mentions")
def mentions(doc: Doc) -> Doc:
    """Write the span group `mentions`: every place where a body known from another fact is named."""
    page = page_of(doc)
    names: dict[str, Literal["agency", "group"]] = {}
    names |= dict.fromkeys((*page.head.issuers, *page.head.addressees), "agency")
    names |= dict.fromkeys((duty.agency for duty in facts_of(doc, "duties", Duty)), "agency")
    for change in facts_of(doc, "changes", Change):
        if change.kind != "cancel_item":
            names |= dict.fromkeys(filter(None, (change.subject, change.object)), "agency")
    for group in facts_of(doc, "groups", Group):
        names |= dict.fromkeys(filter(None, (member.agency for member in group.members)), "agency")
        names[group.name] = "group"
    names = {n: k for n, k in names.items() if n and not is_vague(n) and len(n) > 2}
    out = [
        (a, b, Mention(**page.place(a, b), rule="mention", name=page.text[a:b], kind=names[page.text[a:b]]))
        for a, b in named(page.text, names)
    ]
    put(doc, "mentions", out)
    return doc
