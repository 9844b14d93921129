"""Where to look for the group that a name means: the groups by what two names of one group share.

To hold each name to each group would take the square of a text's length. Here a group stands under the keys of its
names, and a name looks only at the groups that stand under one of its own. What stands here is only proposed: whether
the name means the group is asked in `state`.
"""

from __future__ import annotations

import bisect
import heapq
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractors.groupnames import GroupName, bare, core, is_committee, is_short, kind, kinds

MOST = 200
"""How many groups are looked at where spellings are too free for a key (rosters, committees), and how many namings back
the group before a place. The fullest of 240 documents has 36 groups and goes back 123 namings: more is no document, and
need only end in time."""

Key = tuple[str, str]


@dataclass(slots=True)
class Index:
    """The groups, each by its number in the order in which they were found."""

    keyed: defaultdict[Key, list[int]] = field(default_factory=lambda: defaultdict(list))

    def put(self, number: int, name: str, *, listed: bool) -> None:
        """Enter a group under its name; `listed` where a roster gave it."""
        keys = [("is", name), ("bare", bare(name)), ("core", core(name) + name[-4:])]
        keys += [("end", name[i:]) for i in range(len(name))]
        keys += [("listed", kind(name))] if listed else []
        keys += [("short", "")] if is_short(name) else []
        keys += [("committee", "")] if is_committee(name) else []
        for key in keys:
            self._enter(key, number)

    def put_form(self, number: int, form: str) -> None:
        """Enter a group under another of its spellings or a short name."""
        self._enter(("is", form), number)

    def _enter(self, key: Key, number: int) -> None:
        if number not in self.keyed[key][-1:]:
            bisect.insort(self.keyed[key], number)

    def under(self, name: str) -> list[int]:
        """The groups that are called so, in order."""
        return self.keyed.get(("is", name), [])

    def of_kind(self, alias: str) -> Iterator[int]:
        """The groups that a name without content (领导小组) may mean, in order."""
        return heapq.merge(*(self.keyed.get(("end", end), []) for end in kinds(alias)))

    def alike(self, name: GroupName) -> Iterator[int]:
        """The groups of which the name may be another spelling, in order."""
        if name.generic:
            return self.of_kind(name.name)
        own = name.name
        keys = [("bare", bare(own)), ("core", core(own) + own[-4:])]
        keys += [("is", own[i:]) for i in range(1, len(own))]
        keys += [("end", own)] if bare(own) == own else []
        free = [] if name.office else [("listed", kind(own))]
        free += [("committee", "")] if is_short(own) else []
        free += [("short", "")] if is_committee(own) else []
        places = [self.keyed[key] for key in keys if key in self.keyed]
        places += [self.keyed[key][-MOST:] for key in free if key in self.keyed]
        return heapq.merge(*places)
