"""Bodies that a document names wherever it does so: those of its duties, groups, changes, addressees and posts."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

from extractors.bodies import is_vague
from extractors.components.page import facts_of, page_of, put
from extractors.facts import Change, Duty, Group, Mention


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
        (start, end, Mention(**page.place(start, end), rule="mention", name=name, kind=names[name]))
        for start, end, name in _named(page.text, names)
    ]
    put(doc, "mentions", out)
    return doc


def _named(text: str, names: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Where one of the `names` stands, in order: the longest where several begin, and none inside another."""
    places = sorted((at, -len(name), name) for name in names for at in _places(text, name))
    read_to = 0
    for start, _, name in places:
        if start >= read_to:
            read_to = start + len(name)
            yield start, read_to, name


def _places(text: str, name: str) -> Iterator[int]:
    """Where `name` stands in the text."""
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)
