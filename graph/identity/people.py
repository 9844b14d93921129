"""Posts and people: a post is a title in a body; a person is a name within a place, with posts that go together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.lexicons.people import TITLES
from graph.identity.bodies import body, place_in_front
from graph.identity.names import Body, known_office, office_of, placed
from graph.identity.places import Context, Place, chain
from graph.identity.text import normal, outer


@dataclass(frozen=True, slots=True)
class PostKey:
    """A post: `title` alone (副局长), the `body` that it is in (None where the text does not say), `name` in full."""

    id: str
    name: str
    title: str
    body: Body | None


@dataclass(frozen=True, slots=True)
class PersonKey:
    """A person: equal ids mean one person; a homonym with posts in another body has another id."""

    id: str
    name: str
    place: Place | None


_TITLE = re.compile(
    r"(?:原|代理?|名誉|第[一二三四]|常务|专职|兼职|执行|分管|主管|主要|有关|相关|党组|党总支|党支部|支部|党政|[一二三四]级|高级)*"
    rf"副?总?(?:(?:[部局厅校院]长|主任)?助理|{TITLES})$"
)
_UNITS = "局部厅处科所站队院校矿司"
_PARTY_OF_BODY = re.compile(r"(?:党委|党组|党总支|党支部)$")
_HEAD_OF_PLACE = re.compile(r"(?:分管|主管|常务|代|原)*副?([省市县区镇乡州旗盟])长")
"""区长, 副区长: of the government, where no body is written."""

_OF_THE_STATE_COUNCIL = re.compile(r"副?总理|国务委员")

_HEADS_OF = (
    (re.compile(r"党组"), "."),
    (re.compile(r"局长|政委"), "局"),
    (re.compile(r"厅长"), "厅"),
    (re.compile(r"主任"), "委|委员会|办公室|中心"),
    (re.compile(r"院长"), "院"),
    (re.compile(r"部长"), "部"),
)
"""What an issuer ends with, so that a bare 局长 is its own."""


def post(text: str, context: Context) -> PostKey:
    """The post that `text` means: 区发改局局长, 副区长, 区委常委."""
    return posts((text,), context)[0]


def posts(texts: Sequence[str], context: Context) -> tuple[PostKey, ...]:
    """The posts of one person, in order.

    One without a place or body of its own stands in that of the one before it: in 区委常委、办公室主任 the second is
    the head of 区委办公室.
    """
    found: list[PostKey] = []
    before: Body | None = None
    for text in texts:
        known = _post(outer(normal(text))[0], before, context)
        before = known.body or before
        found.append(known)
    return tuple(found)


def _post(text: str, before: Body | None, context: Context) -> PostKey:
    match = _TITLE.search(text)
    title = match.group() if match else text
    written = text.removesuffix(title)
    unit = re.search(f"([{_UNITS}])长$", title)
    if written and unit and not written.endswith(unit.group(1)):
        written += unit.group(1)  # 发改局长 is the 局长 of 发改局
    party = _PARTY_OF_BODY.search(written)
    if party and place_in_front(written, context)[1] != party.group():  # 书记 of the Party's committee in a firm
        title, written = party.group() + title, written.removesuffix(party.group())
    held_in = _body_of(written, title, before, context)
    if held_in is None:
        return PostKey(f"{context.document_id}/{text}", text, title, None)
    return PostKey(f"{held_in.id}/{title}", held_in.name + title, title, held_in)


def _body_of(written: str, title: str, before: Body | None, context: Context) -> Body | None:
    """The body of a post with the words `written` in front of its title."""
    if not written:
        if match := _HEAD_OF_PLACE.fullmatch(title):
            government = body(f"{match.group(1)}政府", context)
            return government if before is None or government.place else before
        if _OF_THE_STATE_COUNCIL.fullmatch(title):
            return body("国务院", context)
        return before or _issuer(title, context)
    if before is None or before.place is None or place_in_front(written, context)[0]:
        return body(written, context)
    if written in ("办公室", "研究室", "机关"):  # of the body before: 区委常委、办公室主任
        office, _ = office_of(before.office + written, before.level, context.year)
        return placed(before.place, office)
    return body(written, replace(context, place=before.place, uppers=tuple(chain(before.place))[1:], written=""))


def _issuer(title: str, context: Context) -> Body | None:
    """The issuer, where the title is that of its heads: 局长 in a text of 科技局."""
    issuer = _PARTY_OF_BODY.sub("", context.issuer)
    for pattern, ends in _HEADS_OF:
        if issuer and pattern.search(title) and re.search(f"(?:{ends})$", issuer):
            return body(issuer, context)
    return None


_LEADING_BODIES = re.compile(
    "委|党委|党工委|人民政府|人民代表大会|人民代表大会常务委员会|政协|纪律检查委员会|监察委员会|纪委监委|街道办事处|管理委员会"
)
_LEADING_TITLES = re.compile(r"书记|常委|[省市县区镇乡州旗盟]长|主任|主席|秘书长")
_ON_THE_COMMITTEE = re.compile(r"委(?:组织部|宣传部|统战部|政法委)")
"""Whose heads sit on the standing committee of the Party's committee."""


def person(name: str, posts_held: Sequence[str], agency: str | None, context: Context) -> PersonKey:
    """The person `name` with these posts, or with only an affiliation (`agency`).

    The leaders of a place (书记, 常委, 区长, 副区长, 主任 of 人大 ...) are known by place and name, whatever posts of
    theirs a text lists; all others by the body of their first post and their name, so that homonyms stay apart.
    """
    name = normal(name)
    held = posts(posts_held, context)
    for known in held:
        if known.body and known.body.place and _leads(known):
            return PersonKey(f"{known.body.place.id}/领导/{name}", name, known.body.place)
    first = next((known.body for known in held if known.body), None)
    if first is None and agency:
        first = body(agency, context)
    if first is None or first.vague:
        return PersonKey(f"{context.document_id}/{name}", name, context.place)
    return PersonKey(f"{_whole_body(first, context)}/{name}", name, first.place)


def _leads(known: PostKey) -> bool:
    office = known.body.office if known.body else ""
    if _LEADING_BODIES.fullmatch(office):
        return bool(_LEADING_TITLES.search(known.title)) and "办公室" not in known.title
    return bool(_ON_THE_COMMITTEE.fullmatch(office)) and known.title in ("部长", "书记")


def _whole_body(part: Body, context: Context) -> str:
    """The id of the body that a part belongs to (教育厅发展规划处 -> 教育厅): who moves inside it stays one."""
    if part.place is None:
        return part.id
    for size in range(len(part.office), 1, -1):
        if (host := known_office(part.office[:size], part.level, context.year)) and host.name == part.office[:size]:
            return f"{part.place.id}/{host.name}"
    return part.id
