"""The groups of one document on their way from places to facts: what is known of each, and which one a name means."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

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
    """A group as it is put together; `at` are the places that name it, `certainty` that of its name."""

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
    offices: list[Found] = field(default_factory=list)

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

    @property
    def text(self) -> str:
        """The clean text of the page."""
        return self.page.text

    def add(self, name: GroupName, certainty: int, rule: str) -> Found:
        """A new group under this name."""
        group = Found(name.name, name.start, name.end, certainty, rule, at=[name.start])
        self.found.append(group)
        return group

    def note_alias(self, group: Found, name: GroupName) -> None:
        """Note the short name that the text gives the group behind its name."""
        if match := alias_of(self.text, name):
            group.aliases.add(match.group("alias"))

    def known(self, name: GroupName) -> Found | None:
        """The group that is known under this name, or under another spelling of it."""
        for group in self.found:
            if name.name in (group.name, *group.forms, *group.aliases):
                return group
        for group in self.found:
            if self.is_name_of(name, group):
                return group
        return None

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
        if b.endswith(a) and bare(a) == a and group.certainty < LISTED and not group.seats:
            return True
        if group.certainty == LISTED and not name.office:
            if kind(a) != kind(b):
                return False
            return contains(a, b) or shares_words(a, b)
        both_have_seats = name.set_up is not None and name.start >= self.page.head.body and group.seats
        return core(a) == core(b) and a[-4:] == b[-4:] and not both_have_seats

    def by_alias(self, alias: str) -> Found | None:
        """The group that has this short name."""
        return next((g for g in self.found if alias in g.aliases), None)

    def before(self, at: int, *, sure: bool = False, kind: str = "") -> Found | None:
        """The group named last before the place; with `sure` one that has members or is set up here; of `kind`."""
        fit = [
            g for g in self.found if (not sure or g.established or g.seats) and (not kind or same_kind(kind, g.name))
        ]
        before = [(max(p for p in g.at if p <= at), i) for i, g in enumerate(fit) if any(p <= at for p in g.at)]
        return fit[max(before)[1]] if before else (fit[0] if fit and kind else None)

    def named_in(self, start: int, end: int) -> Found | None:
        """The group named last in ``text[start:end]``."""
        places = [(max(p for p in g.at if p < end), i) for i, g in enumerate(self.found) if any(p < end for p in g.at)]
        return self.found[max(places)[1]] if places and max(places)[0] >= start else None

    def line(self, at: int) -> str:
        """The line of the text that holds the place."""
        end = self.text.find("\n", at)
        return self.text[self.text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(self.text)]
