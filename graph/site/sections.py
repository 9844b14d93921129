"""What pages tell of a node besides its duties: lists of the things around it, each with its proof."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.schema import schema
from graph.site.linked import Linked, Proof, Ref, whole, word
from graph.tables import Relationship

SHOWN = 300
"""How many things a list shows; it says so where there are more."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a list: `what` (a role, a basis, the kind of a change), the other end, more of it, the proof."""

    what: str
    ref: Ref
    more: str = ""
    via: Ref | None = None
    proof: Proof | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A list under a heading; `all` is how many things there are, shown or not."""

    title: str
    anchor: str
    facts: tuple[Fact, ...]
    all: int


def agency(graph: Linked, id_: str) -> list[Section]:
    """What is around an agency."""
    here = ("Agency", id_)
    seats = _out(graph, here, "MEMBER_OF")
    people = []
    for post in [graph.ref("Post", one.from_id) for one in graph.into(*here, "POST_IN")]:
        seats += [_fact(graph, one, *_to(one), more=post.name) for one in graph.out("Post", post.id, *_SEATS)]
        for held in graph.into("Post", post.id, "HOLDS"):
            who = graph.ref("Person", held.from_id)
            people.append(Fact(post.name, who, proof=graph.proof(held)))
            seats += [_fact(graph, one, *_to(one), via=who) for one in graph.out("Person", who.id, *_SEATS)]
    people += _into(graph, here, "AFFILIATED_WITH")
    return _sections(
        ("机构沿革", "changes", [*_both(graph, here, *_CHANGES), *_into(graph, here, *_DONE)]),
        ("议事协调机构", "groups", [*_into(graph, here, "OFFICE_IN"), *seats]),
        ("人员", "people", people),
        ("实施的行政许可", "licences", _out(graph, here, "ADMINISTERS")),
        ("制发的文件", "issued", _newest(graph, _into(graph, here, "ISSUED_BY"))),
        ("收到的文件", "received", _newest(graph, _into(graph, here, "ADDRESSED_TO"))),
        ("提到该单位的文件", "mentioned", _newest(graph, _into(graph, here, "MENTIONS"))),
    )


def group(graph: Linked, id_: str) -> list[Section]:
    """What is around a leading group, without its members."""
    here = ("LeadingGroup", id_)
    return _sections(
        ("办公室", "office", [*_out(graph, here, "OFFICE_IN"), *_into(graph, here, "HEADS_OFFICE_OF")]),
        ("设立文件", "established", _into(graph, here, "ESTABLISHES")),
        ("提到该机构的文件", "mentioned", _newest(graph, _into(graph, here, "MENTIONS"))),
    )


def members(graph: Linked, id_: str) -> list[Fact]:
    """The seats of a group by rank: the role, who sits there, with which posts, of which body."""
    seats = graph.into("LeadingGroup", id_, "MEMBER_OF")
    seats.sort(key=lambda seat: (whole(seat.properties.get("rank")), seat.from_id, seat.id))
    return [_seat(graph, seat) for seat in seats]


def person(graph: Linked, id_: str) -> list[Section]:
    """What is around a person."""
    here = ("Person", id_)
    posts = []
    for held in graph.out(*here, "HOLDS"):
        bodies = [graph.ref("Agency", one.to_id) for one in graph.out("Post", held.to_id, "POST_IN")]
        posts.append(Fact("任职", graph.ref("Post", held.to_id), "", next(iter(bodies), None), graph.proof(held)))
    return _sections(
        ("职务与单位", "posts", [*posts, *_out(graph, here, "AFFILIATED_WITH")]),
        ("参加的议事协调机构", "groups", _out(graph, here, *_SEATS)),
        ("提到此人的文件", "mentioned", _newest(graph, _into(graph, here, "MENTIONS"))),
    )


def document(graph: Linked, id_: str) -> list[Section]:
    """What is around a document, without its duties."""
    here = ("Document", id_)
    basis = {one.to_id for one in graph.out(*here, "BASED_ON")}
    cites = [one for one in graph.out(*here, "CITES") if one.to_id not in basis]
    between = [_between(graph, one) for one in graph.said(id_) if one.type in _CHANGES]
    return _sections(
        ("依据", "bases", _out(graph, here, "BASED_ON")),
        ("引用的文件", "cites", [_fact(graph, one, *_to(one)) for one in cites]),
        ("废止、修改", "repeals", _both(graph, here, "REPEALS", "AMENDS")),
        ("印发与附件", "carries", _both(graph, here, "PROMULGATES", "ATTACHES")),
        ("设立的议事协调机构", "establishes", _out(graph, here, "ESTABLISHES")),
        ("机构变动", "changes", [*_out(graph, here, *_DONE), *between]),
        ("取消的行政许可", "cancels", _out(graph, here, "CANCELS")),
        ("被引用于", "cited", _newest(graph, _into(graph, here, "CITES"))),
        ("提到的单位、机构与人员", "mentions", _mentioned(graph, here)),
    )


_SEATS = ("MEMBER_OF", "HEADS_OFFICE_OF")
_CHANGES = (
    "RENAMED_TO",
    "MERGED_INTO",
    "SUBORDINATE_TO",
    "TRANSFERS_DUTIES_TO",
    "TRANSFERS_STAFF_TO",
    "ALSO_KNOWN_AS",
)
_DONE = ("ABOLISHES", "CREATES", "RENAMES")
_BACKWARD = {
    "RENAMED_TO": "更名自",
    "MERGED_INTO": "并入本单位",
    "SUBORDINATE_TO": "下属单位",
    "TRANSFERS_DUTIES_TO": "职责划转自",
    "TRANSFERS_STAFF_TO": "人员划转自",
    "ALSO_KNOWN_AS": "牌子挂在",
    "REPEALS": "废止本文件",
    "AMENDS": "修改本文件",
    "PROMULGATES": "印发本文件",
    "ATTACHES": "主文件",
}
"""What a relationship is called at its other end, where the caption of the schema would say the contrary."""


def _sections(*given: tuple[str, str, Iterable[Fact]]) -> list[Section]:
    """Those that hold something; what is said twice in the same words is shown once."""
    made = []
    for title, anchor, facts in given:
        once = list({(fact.what, fact.ref, fact.more, fact.via): fact for fact in reversed(list(facts))}.values())[::-1]
        if once:
            made.append(Section(title, anchor, tuple(once[:SHOWN]), len(once)))
    return made


def _out(graph: Linked, here: tuple[str, str], *types: str) -> list[Fact]:
    return [_fact(graph, one, *_to(one)) for one in graph.out(*here, *types)]


def _both(graph: Linked, here: tuple[str, str], *types: str) -> list[Fact]:
    return _out(graph, here, *types) + _into(graph, here, *types)


def _to(one: Relationship) -> tuple[str, str]:
    return one.to_label, one.to_id


def _into(graph: Linked, here: tuple[str, str], *types: str) -> list[Fact]:
    """As `_out`, seen from the other end."""
    return [
        _fact(graph, one, one.from_label, one.from_id, said=_BACKWARD.get(one.type, ""))
        for one in graph.into(*here, *types)
    ]


def _fact(
    graph: Linked, one: Relationship, label: str, id_: str, *, said: str = "", more: str = "", via: Ref | None = None
) -> Fact:
    known = one.properties
    said = said or word(known.get("role")) or word(known.get("basis")) or schema().relationships[one.type].caption
    count, article = whole(known.get("count")), word(known.get("article"))
    detail = more or article or (f"{count} 处" if count > 1 else "") or _about(graph, label, id_)
    return Fact(said, graph.ref(label, id_), detail, via, graph.proof(one))


def _about(graph: Linked, label: str, id_: str) -> str:
    """What tells a document from others of its name: its number and its date, or that it is not at hand."""
    if label != "Document":
        return ""
    known = graph.node(label, id_).properties
    missing = "" if known.get("in_corpus") else "未收录"
    number = word(known.get("number"))
    return "　".join(filter(None, (number if number != known.get("name") else "", word(known.get("date")), missing)))


def _between(graph: Linked, one: Relationship) -> Fact:
    """What a document does between two bodies."""
    caption = schema().relationships[one.type].caption
    subject, object_ = graph.ref(one.from_label, one.from_id), graph.ref(*_to(one))
    return Fact(caption, object_, via=subject, proof=graph.proof(one))


def _seat(graph: Linked, seat: Relationship) -> Fact:
    """A seat: who sits there, the posts of a person, the body to which the first of them belongs."""
    label, id_ = seat.from_label, seat.from_id
    held = [one.to_id for one in graph.out("Person", id_, "HOLDS")] if label == "Person" else []
    bodies = [one.to_id for post in held or [id_] for one in graph.out("Post", post, "POST_IN")]
    via = graph.ref("Agency", bodies[0]) if bodies else None
    posts = "、".join(graph.ref("Post", post).name for post in held)
    return Fact(word(seat.properties.get("role")), graph.ref(label, id_), posts, via, graph.proof(seat))


def _mentioned(graph: Linked, here: tuple[str, str]) -> list[Fact]:
    """What a document names, the most named first."""
    named = graph.out(*here, "MENTIONS")
    named.sort(key=lambda one: whole(one.properties.get("count")), reverse=True)
    return [_fact(graph, one, *_to(one)) for one in named]


def _newest(graph: Linked, facts: list[Fact]) -> list[Fact]:
    """The facts of documents, the newest document first."""
    dates = {fact.ref: word(graph.node("Document", fact.ref.id).properties.get("date")) for fact in facts}
    return sorted(facts, key=lambda fact: dates[fact.ref], reverse=True)
