"""Named people with their posts: members of groups, lists, tables, contacts, appointments, names in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from extractors.components.page import Page, facts_of, page_of, put
from extractors.components.people.found import Found
from extractors.components.people.lists import read_lists
from extractors.components.people.prose import read_prose
from extractors.components.people.tables import read_tables
from extractors.facts import Group, Person
from extractors.lexicons.people import DOCTRINE
from extractors.persons import is_name
from extractors.rosters import find_rosters


@Language.component("dutygraph_people")
def people(doc: Doc) -> Doc:
    """Write the span group `people`: each name once, at the place that says most of it."""
    page = page_of(doc)
    known: dict[str, Found] = {}
    for found in (*_members(doc, page), *_unplaced(page), *read_tables(page), *read_lists(page), *read_prose(page)):
        if found.name in DOCTRINE:
            continue
        before = known.get(found.name)
        if before is None or (not (before.posts or before.agency) and (found.posts or found.agency)):
            known[found.name] = found
    facts = [
        (
            f.start,
            f.end,
            Person(
                **page.place(f.start, f.end),
                rule=f.rule,
                name=f.name,
                posts=f.posts,
                agency=f.agency,
            ),
        )
        for f in sorted(known.values(), key=lambda f: f.start)
    ]
    put(doc, "people", facts)
    return doc


def _members(doc: Doc, page: Page) -> Iterator[Found]:
    """The members of groups, and the named heads of their offices."""
    for group in facts_of(doc, "groups", Group):
        for member in group.members:
            if member.person:
                start, end = page.clean.within(member.start, member.end)
                yield Found(start, end, member.person, member.posts, member.agency, "person.member")
        if group.office_director and group.director_span and is_name(group.office_director):
            start, end = page.clean.within(*group.director_span)
            yield Found(start, end, group.office_director, (), None, "person.office")


def _unplaced(page: Page) -> Iterator[Found]:
    """The people of rosters whose group the document does not name."""
    for roster in find_rosters(page.outline, page.head.body) if page.rosters else []:
        for seat in roster.seats:
            if seat.person:
                yield Found(seat.start, seat.end, seat.person, seat.posts, seat.agency, "person.roster")
