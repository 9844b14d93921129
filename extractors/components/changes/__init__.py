"""What a document does to bodies and to items of administrative power (the kinds: eval/SCHEMA.md)."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from extractors.components.changes.items import read_items
from extractors.components.changes.line import Line
from extractors.components.changes.moves import read_moves
from extractors.components.changes.names import is_body
from extractors.components.changes.reform import read_reform
from extractors.components.changes.state import State
from extractors.components.page import Page, page_of, put

_REGULATED = re.compile(r"(?P<body>[^，。《》]{3,30}?)(?:主要)?职[能责]配置、?内设机构和人员编制")
"""The title of a document that lays down the functions of one body."""


@Language.component("dutygraph_changes")
def changes(doc: Doc) -> Doc:
    """Write the span group `changes`."""
    page = page_of(doc)
    state = State(page, regulated=_regulated(page))
    for block in page.outline.blocks:
        if block.start < page.head.body or page.in_roster(block) or block.row:
            continue
        state.topic = state.abolished = None
        for sentence in Line.of(block.body, block.end - len(block.body)).sentences():
            read_reform(sentence, state)
            read_moves(sentence, state)
    read_items(page, state)
    put(doc, "changes", sorted(state.found.values(), key=lambda found: found[:2]))
    return doc


def _regulated(page: Page) -> str | None:
    for title in (page.head.title, *page.head.promulgates):
        match = _REGULATED.search(re.sub(r"^.*印发", "", title or ""))
        if match and is_body(match["body"]):
            return match["body"]
    return None
