"""Leading groups, joint conferences, work groups and committees: set up or named, with their members and office.

Three things say that there is a group: a roster under its name, a sentence that sets it up, and its name in a
sentence. What these say of one group is put together here (`state`: which group a name means); how rosters, holders
and names are read is in `extractors.rosters`, `extractors.holders` and `extractors.groupnames`.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractors.components.groups.offices import read_offices
from extractors.components.groups.parts import find_parts, with_short
from extractors.components.groups.prose import (
    read_added,
    read_headed,
    read_named,
    read_parts,
    read_role_lines,
    read_sections,
    read_set_up,
)
from extractors.components.groups.rosters import place_rosters, read_rosters
from extractors.components.groups.state import Found, Groups
from extractors.components.page import Page, page_of, put
from extractors.facts import Group, Member
from extractors.groupnames import GroupName, attributive, find_across, find_names, is_generic
from extractors.holders import Seat


@Language.component("dutygraph_groups")
def groups(doc: Doc) -> Doc:
    """Write the span group `groups`."""
    page = page_of(doc)
    names = _names(page)
    parts = list(find_parts(page.text, page.head.body))
    found = Groups(page, with_short(page.text, names, parts))
    unplaced = read_rosters(found)
    read_set_up(found)
    read_parts(found, parts)
    read_sections(found)
    read_named(found)
    read_role_lines(found)
    read_headed(found)
    read_added(found)
    place_rosters(found, unplaced)
    read_offices(found)
    put(doc, "groups", sorted(_facts(found), key=lambda fact: fact[0]))
    return doc


def _names(page: Page) -> list[GroupName]:
    """The names of groups on the page; in its title and its signature those that a line end divides are whole."""
    whole = [
        name
        for field in ("title", "issuers")
        for start, end in page.head.proofs.get(field, [])
        if "\n" in page.text[start:end]
        for name in find_across(page.text, start, end)
    ]
    names = [n for n in find_names(page.text) if not any(w.start < n.end and n.start < w.end for w in whole)]
    return sorted([*names, *whole], key=lambda name: name.start)


def _facts(groups: Groups) -> list[tuple[int, int, Group]]:
    """The groups as facts; a name without content counts only where the text says of whom it is made."""
    out = []
    for group in groups.found:
        seats = (seat for office in group.offices for seat in office.listed)
        if head := next((s for s in seats if s.role.endswith("主任") and "副" not in s.role and s.person), None):
            group.director, group.director_span = head.person, (head.start, head.end)
        for each in (group, *filter(_has_own, group.offices)):
            if _counts(groups, each):
                out.append((each.start, each.end, _fact(groups, each)))
    return out


def _has_own(office: Found) -> bool:
    """Whether an office has members beside the one who heads it."""
    return any("主任" not in seat.role or "副" in seat.role for seat in office.seats)


def _counts(groups: Groups, group: Found) -> bool:
    if group.rule == "group.section":
        return group.has_seats
    if group.rule == "group.part" or not is_generic(group.name) or len(group.seats) > 1:
        return True
    return group.established and attributive(groups.text, group.start)


def _fact(groups: Groups, group: Found) -> Group:
    span = groups.page.clean.span
    return Group(
        **groups.page.place(group.start, group.end),
        rule=group.rule,
        name=group.name,
        established=group.established,
        members=tuple(_member(groups, seat, rank) for rank, seat in enumerate(group.seats, 1)),
        office_host=group.host,
        office_director=group.director,
        office_span=span(*group.host_span) if group.host_span else None,
        director_span=span(*group.director_span) if group.director_span else None,
    )


def _member(groups: Groups, seat: Seat, rank: int) -> Member:
    return Member(
        **groups.page.place(seat.start, seat.end),
        role=seat.role,
        person=seat.person,
        agency=seat.agency,
        posts=seat.posts,
        rank=rank,
        rule=seat.rule,
    )
