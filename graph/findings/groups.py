"""Leading groups: who sits in very many, which have the same members, whose members have gone to another post."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from graph.findings.corpus import Corpus, named, text, whole
from graph.findings.finding import Finding, Severity
from graph.tables import Relationship

_MANY, _VERY_MANY = 5, 10
"""From so many groups on, a seat in each is more than one can attend to."""

_ALIKE, _FEWEST = 0.8, 3
"""Two groups have the same members from this share of common members on, where each has so many at least."""

_SOLE = re.compile(
    r"^(?!.*[副原前助])(?:.*[部厅局处科院校所站会委党县区市镇乡工支]|)(?:长|主任|书记|主席|行长|检察长)$"
)
"""A title that one person at a time holds in a body: 局长, 镇党委书记; not 副局长, 局长助理, 党委委员."""

_WHOLE = frozenset({"人民政府", "委"})
"""A government and a committee of the Party sit in all groups of their place, by whichever of their leaders."""

Seats = Mapping[str, Relationship]
"""By group the relationship that says of a member that it sits there."""


def many_groups(corpus: Corpus) -> Iterator[Finding]:
    """A person, a post without a name or a body that sits in very many groups; a body by whoever it sends."""
    for (label, id_), seats in sorted(_seats(corpus).items()):
        if len(seats) < _MANY:
            continue
        who = named(corpus.node(label, id_))
        groups = [named(corpus.node("LeadingGroup", group)) for group in seats]
        reason = f"{who}在 {len(groups)} 个议事协调机构任职：{'、'.join(groups)}。"
        severity = Severity.medium if len(groups) >= _VERY_MANY else Severity.low
        here, there = (corpus.place(seat.properties) for seat in list(seats.values())[:2])
        yield Finding("many-groups", severity, label, id_, who, reason, here, there)


def same_members(corpus: Corpus) -> Iterator[Finding]:
    """Two groups of which at least four in five members are the same."""
    members: dict[str, dict[tuple[str, str], Relationship]] = defaultdict(dict)
    for seat in corpus.all("MEMBER_OF"):
        members[seat.to_id].setdefault((seat.from_label, seat.from_id), seat)
    for one, other in _sharing(members):
        both, either = members[one].keys() & members[other].keys(), members[one].keys() | members[other].keys()
        if len(both) < _ALIKE * len(either) or min(len(members[one]), len(members[other])) < _FEWEST:
            continue
        names = [named(corpus.node("LeadingGroup", group)) for group in (one, other)]
        reason = (
            f"{names[0]}（{len(members[one])} 名成员）与{names[1]}（{len(members[other])} 名成员）"
            f"有 {len(both)} 名成员相同，可考虑合并。"
        )
        member = min(both)
        here, there = corpus.place(members[one][member].properties), corpus.place(members[other][member].properties)
        yield Finding("same-members", Severity.low, "LeadingGroup", one, names[0], reason, here, there)


def _sharing(members: Mapping[str, Mapping[tuple[str, str], Relationship]]) -> list[tuple[str, str]]:
    """The pairs of groups that share a member at all."""
    groups: dict[tuple[str, str], set[str]] = defaultdict(set)
    for group, its_members in members.items():
        for member in its_members:
            groups[member].add(group)
    return sorted({pair for shared in groups.values() for pair in combinations(sorted(shared), 2)})


def left_members(corpus: Corpus) -> Iterator[Finding]:
    """A member who sits for a post that a later document gives to someone else."""
    for seat in corpus.all("MEMBER_OF"):
        if seat.from_label != "Person":
            continue
        document = text(seat.properties, "document")
        for held in corpus.out("HOLDS", "Person", seat.from_id):
            if text(held.properties, "document") == document and (taken := _successor(held, corpus)):
                yield _left(seat, held, taken, corpus)


def _successor(held: Relationship, corpus: Corpus) -> Relationship | None:
    """The first time that a later document gives the post to another, and to the holder no more."""
    if not _SOLE.match(text(corpus.node("Post", held.to_id).properties, "title")):
        return None
    listed = corpus.date(text(held.properties, "document"))
    later = [
        (corpus.date(text(one.properties, "document")), one.id, one)
        for one in corpus.into("HOLDS", "Post", held.to_id)
        if listed and corpus.date(text(one.properties, "document")) > listed
    ]
    still = max((date for date, _, one in later if one.from_id == held.from_id), default="")
    return min(((date, id_, one) for date, id_, one in later if date > still), default=("", "", None))[2]


def _left(seat: Relationship, held: Relationship, taken: Relationship, corpus: Corpus) -> Finding:
    person, group = named(corpus.node("Person", seat.from_id)), named(corpus.node("LeadingGroup", seat.to_id))
    post, successor = named(corpus.node("Post", held.to_id)), named(corpus.node("Person", taken.from_id))
    reason = (
        f"{corpus.title(text(seat.properties, 'document'))}以{post}{person}为{group}成员，"
        f"其后{corpus.title(text(taken.properties, 'document'))}载明{post}是{successor}，名单须更新。"
    )
    here, there = corpus.place(seat.properties), corpus.place(taken.properties)
    return Finding("left-member", Severity.medium, "LeadingGroup", seat.to_id, group, reason, here, there)


def _seats(corpus: Corpus) -> dict[tuple[str, str], dict[str, Relationship]]:
    """By member the groups with the place that says so; a body sits where one of its people does."""
    seats: dict[tuple[str, str], dict[str, Relationship]] = defaultdict(dict)
    for seat in sorted(corpus.all("MEMBER_OF"), key=lambda one: (one.to_id, whole(one.properties, "start"), one.id)):
        seats[seat.from_label, seat.from_id].setdefault(seat.to_id, seat)
        for body in _sent_by(seat, corpus):
            seats["Agency", body].setdefault(seat.to_id, seat)
    return seats


def _sent_by(seat: Relationship, corpus: Corpus) -> list[str]:
    """The bodies for which a person or a post sits, as the same document says."""
    posts = [seat.from_id] if seat.from_label == "Post" else []
    if seat.from_label == "Person":
        document = seat.properties["document"]
        posts = [
            one.to_id for one in corpus.out("HOLDS", "Person", seat.from_id) if one.properties["document"] == document
        ]
    bodies = [one.to_id for post in posts for one in corpus.out("POST_IN", "Post", post)]
    return [body for body in bodies if text(corpus.node("Agency", body).properties, "office") not in _WHOLE]
