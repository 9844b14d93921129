"""Leading groups, joint conferences, headquarters: bodies made of members of other bodies."""

from __future__ import annotations

from dataclasses import dataclass

from graph.identity.places import Context, Place


@dataclass(frozen=True, slots=True)
class GroupKey:
    """A group: `name` with the place in front; a group, its office (…领导小组办公室) and its host are three things."""

    id: str
    name: str
    place: Place | None


def is_group(name: str) -> bool:
    """Whether `name` is that of a group (领导小组, 联席会议, 指挥部 ...), not of its office or another body."""
    return False


def group(name: str, context: Context) -> GroupKey:
    """The group that `name` means; a name that says no more than 领导小组 is the document's own."""
    return GroupKey(id=name, name=name, place=context.place)
