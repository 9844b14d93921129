"""The groups of one document on their way from places to facts: what is known of each, and which one a name means."""

from __future__ import annotations

import bisect
import itertools
import re
from dataclasses import dataclass, field

from extractors.components.groups.index import MOST, Index
from extractors.components.page import Page
from extractors.groupnames import (
    GroupName,
    bare,
    contains,
    core,
    is_short_of,
    kind,
    same_kind,
    shares_words,
)
from extractors.holders import Seat

# How sure a name is to be the full one: a roster's heading, the sentence that sets the group up, any other place.
NAMED, SET_UP, LISTED = 0, 1, 2

_ALIAS = re.compile(r"[（(]?以?下?简称(?:为|“)?“?(?P<alias>[\u4e00-\u9fff]{2,12})”?[）)]")


def alias_of(text: str, name: GroupName) -> re.Match[str] | None:
    """The definition of a short name (`alias`) behind the name of a group."""
    return _ALIAS.match(text, name.end) or _ALIAS.match(text, name.end + 2)


@dataclass(slots=True)
class Found:
    """A group as it is put together; `at` are the places that name it, `certainty` that of its name.

    `number` counts the groups of a page; an office of a group has none.
    """

    name: str
    start: int
    end: int
    certainty: int
    rule: str
    established: bool = False
    at: list[int] = field(default_factory=list)
    forms: set[str] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)
    listed: list[Seat] = field(default_factory=list)
    told: list[Seat] = field(default_factory=list)
    summary: list[Seat] = field(default_factory=list)
    host: str | None = None
    host_span: tuple[int, int] | None = None
    director: str | None = None
    director_span: tuple[int, int] | None = None
    director_named: bool = False
    """Whether `director` is the name of a person, not a post only (县应急局局长)."""

    offices: list[Found] = field(default_factory=list)
    number: int = -1

    @property
    def has_seats(self) -> bool:
        """Whether it has members."""
        return bool(self.listed or self.told or self.summary)

    def has_role(self, role: str) -> bool:
        """Whether a member has this role; the seats told last are asked first: what repeats itself is there."""
        return any(seat.role == role for seat in itertools.chain(reversed(self.told), self.listed or self.summary))

    @property
    def seats(self) -> list[Seat]:
        """The members: those of the prose and of the roster; a roster replaces what an attribute sums up."""
        seats = [*self.told, *self.listed] if self.listed else [*self.summary, *self.told]
        return list({(s.role, s.person, s.agency, s.posts): s for s in reversed(seats)}.values())[::-1]


@dataclass(slots=True)
class Groups:
    """The groups found so far on a page that names `names`."""

    page: Page
    names: list[GroupName]
    found: list[Found] = field(default_factory=list)
    index: Index = field(default_factory=Index)
    places: list[tuple[int, int]] = field(default_factory=list)
    """The places that name groups, in order, each with the number of its group."""

    @property
    def text(self) -> str:
        """The clean text of the page."""
        return self.page.text

    def add(self, name: GroupName, certainty: int, rule: str) -> Found:
        """A new group under this name."""
        group = Found(name.name, name.start, name.end, certainty, rule, number=len(self.found))
        self.found.append(group)
        self.index.put(group.number, group.name, listed=certainty == LISTED)
        self.note_place(group, name.start)
        return group

    def rename(self, group: Found, name: GroupName) -> None:
        """Call the group by a fuller name."""
        group.name, group.start, group.end = name.name, name.start, name.end
        self.index.put(group.number, group.name, listed=group.certainty == LISTED)

    def note_place(self, group: Found, at: int) -> None:
        """Note that the text speaks of the group at this place."""
        group.at.append(at)
        bisect.insort(self.places, (at, group.number))

    def note_form(self, group: Found, name: GroupName) -> None:
        """Note another spelling of the group's name."""
        group.forms.add(name.name)
        self.index.put_form(group.number, name.name)

    def note_alias(self, group: Found, name: GroupName) -> None:
        """Note the short name that the text gives the group behind its name."""
        if match := alias_of(self.text, name):
            group.aliases.add(match.group("alias"))
            self.index.put_form(group.number, match.group("alias"))

    def called(self, name: str) -> Found | None:
        """The group that has just this name."""
        called = map(self.found.__getitem__, self.index.under(name))
        return next((group for group in called if name == group.name), None)

    def known(self, name: GroupName) -> Found | None:
        """The group that is known under this name, or under another spelling of it."""
        for group in map(self.found.__getitem__, self.index.under(name.name)):
            if name.name == group.name or name.name in group.forms or name.name in group.aliases:
                return group
        alike = map(self.found.__getitem__, self.index.alike(name))
        return next((group for group in alike if self.is_name_of(name, group)), None)

    def is_name_of(self, name: GroupName, group: Found) -> bool:
        """Whether the name may mean the group."""
        a, b = group.name, name.name
        if a == b or b in group.aliases:
            return True
        if name.generic:
            return same_kind(b, a)
        if is_short_of(a, b) or is_short_of(b, a):
            return True
        if bare(a) == bare(b) or (a.endswith(b) and bare(b) == b):
            return True
        if b.endswith(a) and bare(a) == a and group.certainty < LISTED and not group.has_seats:
            return True
        if group.certainty == LISTED and not name.office:
            if kind(a) != kind(b):
                return False
            return contains(a, b) or shares_words(a, b)
        both_have_seats = name.set_up is not None and name.start >= self.page.head.body and group.has_seats
        return core(a) == core(b) and a[-4:] == b[-4:] and not both_have_seats

    def by_alias(self, alias: str) -> Found | None:
        """The group that has this short name."""
        called = map(self.found.__getitem__, self.index.under(alias))
        return next((group for group in called if alias in group.aliases), None)

    def before(self, at: int, *, sure: bool = False, kind: str = "") -> Found | None:
        """The group named last before the place; with `sure` one that has members or is set up here; of `kind`."""
        last = bisect.bisect_left(self.places, (at + 1, 0))
        before = (self.places[i][1] for i in range(last - 1, max(-1, last - 1 - MOST), -1))
        later = itertools.islice(self.index.of_kind(kind), MOST) if kind else ()
        for group in map(self.found.__getitem__, itertools.chain(before, later)):
            if (not sure or group.established or group.has_seats) and (not kind or same_kind(kind, group.name)):
                return group
        return None

    def named_in(self, start: int, end: int) -> Found | None:
        """The group named last in ``text[start:end]``."""
        last = bisect.bisect_left(self.places, (end, 0)) - 1
        return self.found[self.places[last][1]] if last >= 0 and self.places[last][0] >= start else None
