"""What a document does to bodies and to items of administrative power (the kinds: eval/SCHEMA.md)."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from extractors.components.changes.items import cancels, headings, read_items, read_said_items
from extractors.components.changes.line import Line
from extractors.components.changes.moves import read_moves
from extractors.components.changes.names import is_body
from extractors.components.changes.reform import read_reform
from extractors.components.changes.state import State
from extractors.components.page import Page, page_of, put
from extractors.lexicons import changes as words

_REGULATED = re.compile(r"(?P<body>[^，。《》]{3,30}?)(?:主要)?职[能责]配置、?内设机构和人员编制")
"""The title of a document that lays down the functions of one body."""

_REFORMS = re.compile(words.REFORM_TITLE)
_VERBS = re.compile(words.VERBS)
_LONGEST = 3000
"""Characters of a sentence that is read: longer ones are tables or text without marks, which have no clauses."""


@Language.component("dutygraph_changes")
def changes(doc: Doc) -> Doc:
    """Write the span group `changes`."""
    page = page_of(doc)
    cancelled = cancels(_titles(page))
    state = State(page, regulated=_regulated(page), reforms=any(map(_REFORMS.search, _titles(page))))
    for block in page.outline.blocks:
        if block.start < page.head.body or page.in_roster(block) or block.row:
            continue
        state.topic = state.abolished = None
        cancelling = cancelled or cancels(headings(page, block))
        for sentence in Line.of(block.body, block.end - len(block.body)).sentences():
            if len(sentence.text) > _LONGEST:
                if _VERBS.search(sentence.text):
                    page.doubt("change", *sentence.span(0, len(sentence.text)), "a sentence too long to read")
                continue
            if cancelling:
                read_said_items(sentence, state)
            if _VERBS.search(sentence.text):
                read_reform(sentence, state)
                read_moves(sentence, state)
    read_items(page, state)
    put(doc, "changes", sorted(state.found.values(), key=lambda found: found[:2]))
    return doc


def _regulated(page: Page) -> str | None:
    for title in _titles(page):
        match = _REGULATED.search(re.sub(r"^.*印发", "", title))
        if match and is_body(match["body"]):
            return match["body"]
    return None


def _titles(page: Page) -> list[str]:
    """The title of the document and of what it promulgates."""
    return [title for title in (page.head.title, *page.head.promulgates) if title]
