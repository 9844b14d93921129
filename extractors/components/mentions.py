"""Bodies that a document names wherever it does so: those of its duties, groups, changes, addressees and posts."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from extractors.bodies import is_vague, squash
from extractors.components.page import facts, page_of, put
from extractors.facts import Change, Duty, Group, Mention


@Language.component("dutygraph_mentions")
def mentions(doc: Doc) -> Doc:
    """Write the span group `mentions`: every place where a body known from another fact is named."""
    page = page_of(doc)
    names: dict[str, str] = {n: "agency" for n in (*page.head.issuers, *page.head.addressees)}
    for fact in facts(doc, "duties"):
        assert isinstance(fact, Duty)
        names.setdefault(fact.agency, "agency")
    for fact in facts(doc, "changes"):
        assert isinstance(fact, Change)
        if fact.kind != "cancel_item":
            names.setdefault(fact.subject, "agency")
            if fact.object:
                names.setdefault(fact.object, "agency")
    for fact in facts(doc, "groups"):
        assert isinstance(fact, Group)
        names[fact.name] = "group"
        for member in fact.members:
            if member.agency:
                names.setdefault(member.agency, "agency")
    names = {n: k for n, k in names.items() if n and not is_vague(n) and len(n) > 2}
    out = []
    if names:
        pattern = re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))
        for match in pattern.finditer(page.text):
            name = squash(match.group())
            kind = names.get(name, "agency")
            place = page.place(*match.span())
            out.append((*match.span(), Mention(**place, rule="mention", name=name, kind=kind)))  # type: ignore[arg-type]
    put(doc, "mentions", out)  # type: ignore[arg-type]
    return doc
