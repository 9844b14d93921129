"""Names that the rules missed: what the entity recogniser of a loaded model found and no component read.

Statistical names are for a person to look at, not facts: each becomes a doubt of the kind "name". Without a model
with an entity recogniser there are none.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractors.bodies import squash
from extractors.components.page import Page, facts_of, page_of
from extractors.facts import Group, Mention, Person

_PEOPLE = frozenset({"PERSON", "PER"})
_BODIES = frozenset({"ORG"})


@Language.component("dutygraph_names")
def names(doc: Doc) -> Doc:
    """Note the persons and bodies that `doc.ents` has and the span groups have not."""
    page = page_of(doc)
    people = {squash(person.name) for person in facts_of(doc, "people", Person)}
    bodies = {squash(mention.name) for mention in facts_of(doc, "mentions", Mention)}
    bodies |= {squash(group.name) for group in facts_of(doc, "groups", Group)}
    for label, known, what in ((_PEOPLE, people, "person"), (_BODIES, bodies | _of_head(page), "body")):
        seen: set[str] = set()
        for entity in doc.ents:
            name = squash(entity.text)
            new = entity.label_ in label and name not in seen and not any(name in other for other in known)
            if new:
                seen.add(name)
                page.doubt("name", entity.start_char, entity.end_char, f"the model reads a {what} here, no rule does")
    return doc


def _of_head(page: Page) -> set[str]:
    return {squash(name) for name in (*page.head.issuers, *page.head.addressees)}
