"""Leading groups, joint conferences, headquarters: bodies made of members of other bodies."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.lexicons.groups import GENERIC, GROUP_ENDS
from extractors.lexicons.offices import normal_office
from graph.identity.bodies import place_in_front
from graph.identity.inside import group_meant
from graph.identity.names import known_office
from graph.identity.places import Context, Place
from graph.identity.text import normal, outer


@dataclass(frozen=True, slots=True)
class GroupKey:
    """A group: `name` with the place in front; a group, its office (…领导小组办公室) and its host are three things."""

    id: str
    name: str
    place: Place | None


_NO_NAME = re.compile(rf"(?:{GENERIC})*(?:{GROUP_ENDS}|委员会|工作机制)(?:办公室|成员单位)?")
"""A name that says no more than 领导小组: that of the document in which it stands."""

_COUNTRY = re.compile(r"(?:国务院|全国|国家|中央|中共中央)|.*部际")


def group(name: str, context: Context) -> GroupKey:
    """The group that `name` means; one that says no more than 领导小组 is that of the document, or known in it only."""
    written = outer(normal(name))[0]
    place, rest = place_in_front(written, context)
    if _NO_NAME.fullmatch(rest):
        if meant := group_meant(rest, place, context):
            return group(meant, context)
        own = rest if place == context.place else written
        return GroupKey(f"{context.document_id}/{own}", own, context.place)
    office = normal_office(written, "国家" if context.level == "national" else None)
    if place is None and office and office.national:
        return GroupKey(office.name, office.name, None)
    if place is None and _COUNTRY.match(written):
        return GroupKey(written, written, None)
    place = place or context.place
    rest = re.sub("^(?:人民)?政府", "", rest)
    if place and (known := known_office(rest, place.level, context.year)):
        rest = known.name
    if place:
        return GroupKey(f"{place.id}/{rest}", place.name + rest, place)
    return GroupKey(rest if context.level == "national" else f"{context.document_id}/{rest}", rest, None)
