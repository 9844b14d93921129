"""Who holds a seat, as prose and lists say it: bodies, posts without a name, posts with a name.

``省教育厅、住建厅主要负责人`` are two bodies that share a post; ``区物价局主要负责人`` is one post;
``区长张三`` a person.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractors.bodies import cut, is_place, split_bodies, squash, stands_alone
from extractors.lexicons.groups import PROSE_ROLES, SHARED_POSTS
from extractors.lexicons.people import HONORIFICS
from extractors.persons import HAN, NAME, Entry, has_title, is_plain_name, read_entries, titled

_SHARED = re.compile(
    rf"(?:等(?:共?计?(?:\d+|[一二两三四五六七八九十]+)[个家])?(?:有关|相关|成员|省直|市直|区直|县直)?(?:部门和单位|部门单位|部门|单位)?)?的?(?:各?[\d一二两三][名位])?(?P<post>{SHARED_POSTS})$"
)
_ET_CETERA = re.compile(
    r"等(?:有关|相关|多个|成员|省直|市直|区直|县直|共?计?(?:\d+|[一二两三四五六七八九十]+)[个家])*(?:部门|单位|部门单位|部门和单位|方面|机构)*$|等$|共\d+个(?:成员)?(?:部门和单位|部门|单位)$"
)
_MANY = re.compile(r"等(?:\d+|[一二两三四五六七八九十]+)[名位人][\u4e00-\u9fff]{0,6}$")
"""How many there are, behind a list of names: 张三、李四等9名专家."""

_POST_WORD = re.compile(
    rf"(?:{SHARED_POSTS}|领导|负责人|[省市区县州镇乡]长|同志|秘书长|主任|书记|局长|厅长|部长|委员|抽调人员|工作人员|专家|人员|主席|处长|科长)$"
)


_HONOURED = re.compile(
    rf"(?P<agency>[{HAN}]{{2,20}}(?:大学|学院|院|所|公司|中心))?(?P<name>{NAME})(?P<post>{HONORIFICS})"
)


@dataclass(frozen=True, slots=True)
class Holder:
    """``text[start:end]`` names who holds the seat: `person`, `agency` (with the post it sends), or `posts` alone."""

    start: int
    end: int
    person: str | None = None
    agency: str | None = None
    posts: tuple[str, ...] = ()


@dataclass(slots=True)
class Seat:
    """One seat: ``text[start:end]`` of the clean text names who holds it."""

    start: int
    end: int
    role: str
    person: str | None = None
    agency: str | None = None
    posts: tuple[str, ...] = ()
    rule: str = "member.roster"


_FIELDS = re.compile("等(?:方面|领域|行业)的?(?:专家|学者|人员|代表|骨干)$")
"""Kinds of people behind the fields they know: 临床、疾控等方面专家."""


_LEADER_OF = re.compile(
    "(?:分管|主管|协管)(?:(?![局委办厅院处所镇乡长任记])[^部的]|部门)+的?(?:领导|负责人|负责同志|副[省市县区州镇乡旗]长|副职)"
)
"""One leader with the fields, which are no bodies that share a post: 分管城建、经济领导."""


def read_holders(text: str) -> list[Holder]:
    """The holders that `text` lists."""
    entries = titled(text, whole=True) or _people(text)
    if entries and not any("同志" in post for entry in entries for post in entry.posts):
        return [Holder(e.start, e.end, e.name, e.agency, e.posts) for e in entries]
    out: list[Holder] = []
    run: list[tuple[int, int]] = []
    for a, b in _parts(text):
        if whole := bool(run) and _is_set(text, run[-1][0], b):
            a = run.pop()[0]
        name = squash(text[a:b])
        if _FIELDS.search(name):
            out += [_body(text, *part) for part in run if _stands(text, *part)]
            run = []
            continue
        shared = _SHARED.search(name)
        sharing = _sharing(text, a, b, shared) if shared and shared.start() else []
        if sharing and whole:
            sharing = [(sharing[0][0], sharing[-1][1])]
        if sharing and _LEADER_OF.fullmatch(name):
            sharing = []
        if shared and shared["post"] == "专家" and sharing and not any(_stands(text, *part) for part in sharing):
            run = [part for part in run if _stands(text, *part)]
            continue
        if shared and (len(sharing) > 1 or (sharing and run)):
            each = _domains([*run, *sharing], text, a + _length(text[a:b], shared.start("post")))
            out += [replace(_body(text, x, y), posts=(shared.group("post"),)) for x, y in each]
            run = []
        elif entry := _titled_part(text, a, b):
            out += [*(_body(text, x, y) for x, y in run), entry]
            run = []
        elif _POST_WORD.search(name) or has_title(name):
            out += [*(_body(text, x, y) for x, y in run), Holder(a, b, posts=(name,))]
            run = []
        else:
            run.append((a, b))
    out += [_body(text, x, y) for x, y in run]
    return _persons(text, sorted((h for h in out if h.end - h.start > 1), key=lambda h: h.start))


def _is_set(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is one set with a post, which is one post: 各镇、街道主要负责人."""
    shared = _SHARED.search(squash(text[start:end])) if text.startswith("各", start) else None
    body = text[start : start + _length(text[start:end], shared.start())] if shared else ""
    return "、" in body and (len(split_bodies(body)) == 1 or bool(re.fullmatch("各居、村|各村、居", body)))


_SAME = re.compile("(?:常委|工委副?书记|党组(?:副?书记|成员)|党委委员)$")
_DEPUTY = re.compile("副书记$")
_CHIEF = re.compile("[省市区县州旗盟镇乡]长$")


def _persons(text: str, holders: list[Holder]) -> list[Holder]:
    """The holders, with posts that one person has by custom as one: 县委常委、副县长; 县委副书记、县长."""
    out: list[Holder] = []
    for holder in holders:
        before = out[-1] if out else None
        if before and _is_post(before) and _is_post(holder) and text[before.end : holder.start] == "、":
            last, name = before.posts[-1], holder.posts[0]
            if _SAME.search(last) or (_DEPUTY.search(last) and _CHIEF.search(name) and "副" not in name):
                out[-1] = Holder(before.start, holder.end, posts=(*before.posts, *holder.posts))
                continue
        out.append(holder)
    return out


def _is_post(holder: Holder) -> bool:
    return not (holder.person or holder.agency)


_DUTY_OF = re.compile("[^的]{0,8}(?:分管|负责|协管|联系|协助)[^的]*")
_OF_POST = re.compile("工作的.*[长任员]$")
"""The parts of what a post has for its field: 分管应急管理、地震监测工作的副县长."""

_CLOSED = re.compile("等(?:部门|单位|机构)$|部队$")


def _parts(text: str) -> list[tuple[int, int]]:
    """The parts of the list: the bodies, and what 和 joins behind a post (副秘书长和教育局局长)."""
    out: list[tuple[int, int]] = []
    for a, b in split_bodies(text):
        at = a
        for mark in re.finditer("和|及|以及|与", text[a:b]):
            left, right = text[at : a + mark.start()], text[a + mark.end() : b]
            held = _POST_WORD.search(squash(left)) or titled(left, whole=True) or _CLOSED.search(left)
            if held and len(right) > 2:
                out.append((at, a + mark.start()))
                at = a + mark.end()
        field = out and _DUTY_OF.fullmatch(text, *out[-1]) and _OF_POST.search(text[at:b])
        if out and (field or _LEADER_OF.fullmatch(text, out[-1][0], b)):
            at = out.pop()[0]
        out.append((at, b))
    return out


def _titled_part(text: str, a: int, b: int) -> Holder | None:
    """A person with the posts before the name, as one part of a longer list."""
    entries = titled(text[a:b], whole=True) or _people(text[a:b])
    if len(entries) != 1:
        honoured = _HONOURED.fullmatch(text[a:b])
        if honoured and is_plain_name(honoured.group("name")):
            start, end = honoured.span("name")
            agency, posts = honoured.group("agency") or None, (honoured.group("post"),)
            return Holder(a + start, a + end, person=honoured.group("name"), agency=agency, posts=posts)
        return None
    [entry] = entries
    return Holder(a + entry.start, a + entry.end, entry.name, entry.agency, entry.posts)


def _people(text: str) -> list[Entry]:
    """People named one by one, with or without their posts."""
    entries = read_entries(text.strip(" "))
    shift = len(text) - len(text.lstrip(" "))
    if not entries or text[shift + entries[-1].stop :].strip(" 、，；。"):
        return []
    return [replace(e, start=e.start + shift, end=e.end + shift, stop=e.stop + shift) for e in entries]


def _stands(text: str, a: int, b: int) -> bool:
    """Whether the part is a body, and no field that experts know (医疗、疾控专家)."""
    return stands_alone(squash(text[a:b]))


_WHICH = frozenset({"有关", "相关", "其他", "各"})
"""What before a post says only that it is some body's (有关专家)."""


def _sharing(text: str, a: int, b: int, shared: re.Match[str]) -> list[tuple[int, int]]:
    """The bodies before a shared post: whole names, or short forms (发改); [] where something else stands there."""
    end = a + _length(text[a:b], shared.start())
    end = a + len(_ET_CETERA.sub("", text[a:end].rstrip()))
    parts = [(a + x, a + y) for x, y in split_bodies(text[a:end])] or [(a, end)]
    names = [squash(text[x:y]) for x, y in parts]
    return parts if all(stands_alone(n) or (len(n) <= 8 and n not in _WHICH) for n in names) else []


def _length(text: str, squashed: int) -> int:
    """How much of `text` holds its first `squashed` characters that are no white space."""
    seen = 0
    for i, char in enumerate(text):
        if seen == squashed:
            return len(text[:i].rstrip())
        seen += not char.isspace()
    return len(text)


def _domains(parts: list[tuple[int, int]], text: str, end: int) -> list[tuple[int, int]]:
    """The parts, with the bare domains that share 部门 as one: 县财政局, 发改、工信等部门 (which ends at `end`)."""
    first = len(parts)
    while first and _is_domain(squash(text[slice(*parts[first - 1])])):
        first -= 1
    if first == len(parts) or not re.search("部门|单位", text[parts[-1][1] : end]):
        return parts
    return [*parts[:first], (parts[first][0], end)]


def _is_domain(name: str) -> bool:
    return not (stands_alone(name) or is_place(name) or name.startswith("各"))


def _body(text: str, a: int, b: int) -> Holder:
    """One body, or the domains that share 部门 and so cannot stand alone (体育、发改、财政等部门)."""
    name = text[a:b] if len(cut(text[a:b], "、")) > 1 else _ET_CETERA.sub("", text[a:b])
    return Holder(a, a + len(name), agency=squash(name))


_ROLE = "|".join(sorted(PROSE_ROLES.split("|"), key=len, reverse=True))
_WHO = r"(?P<who>[^，。；：\n]{2,240}?)"
_LIST = r"(?P<who>[^。；：\n]{2,600}?)"
_ALL = r"(?P<who>[^由。；：\n]{2,400}?)"
_HOLD = "担任|兼任|出任|(?<![主责信原时])任|兼"
_COMRADE = "(?:(?<!负责)(?<!领导)(?<!分管)同志)?"
_AS = re.compile(
    rf"{_WHO}(?:{_HOLD}|作为|为)(?:本|工作组|领导小组|联席会议|委员会|指挥部|小组|专班|联合)?(?:办公室)?(?P<role>{_ROLE})(?!单位)(?=[，。；、的（()）\n]|$)"
)
_COUNT = "(?:(?:[\\d一二两三四五六七八九十]{1,2}|若干)[名人个][，、：]?)?"
"""How many hold the role: 设副组长2名，由甲、乙担任."""

_BY = re.compile(
    rf"(?P<set>设)?(?:(?P<both>{_ROLE})[、和])?(?P<role>{_ROLE}){_COUNT}(?(set)，?)可?(?P<each>分别)?由{_ALL}{_COMRADE}(?:共同)?(?:{_HOLD}|组成(?!人?员))"
)
"""A role, or two that the same hold (指挥长、副指挥长由县委领导担任) or one after the other (分别由甲、乙担任)."""

_ASIDE = r"（[^（）]{1,20}）(?=[、和及]|等)"
"""A bracket inside a list: 县委宣传部（县新闻办）、县发改局."""

_IS = re.compile(
    rf"(?P<role>{_ROLE})(?:应当?|主要)?(?:包括|为|有|是)：?(?P<who>(?:[^，。；：（\n]|{_ASIDE}){{2,400}}?)"
    rf"(?=[。；，\n]|(?!{_ASIDE})（|$)"
)
_UNMARKED = re.compile(
    r"(?:^|(?<=[，；。：（]))(?P<role>(?:副?召集人?|副?组长|牵头|成员|责任|配合|参加|参与|协办)单位)为?(?P<who>(?!要|按|应|的|职责|分工|包括|如下)[^，。；：\n）]{2,240})"
)
"""A label with nothing between it and the bodies: 牵头单位县交通局，成员单位县公安局."""

_NAMED_WITH = rf"{NAME}(?:（[^（）\n]{{2,24}}）)?"
_NAMES_WITH = re.compile(
    r"(?<=[，；。：（\n])(?P<role>(?:常务|第一|执行)?副?(?:组长|总指挥|指挥长|召集人)|成员|组员|联络员)"
    rf"(?P<who>{_NAMED_WITH}(?:、{_NAMED_WITH})*)(?=[，。；\n]|$)"
)
"""A role with nothing between it and the names of people: 组长张三（副县长），成员李四、王五."""

_LED = re.compile(
    rf"{_WHO}(?P<role>牵头|挂帅|召集(?=[，。；]))(?!单位|部门|人)"
    r"(?:[，、](?:会同)?(?P<others>[^。；\n]{2,600}?)(?:共同|积极)?(?P<part>参加|参与|配合)(?!单位)"
    r"|，(?P<with>会同)(?P<joined>[^，。；\n]{2,400}?)(?=(?:共同)?组成|(?<=[门位局委厅办部院])(?:负责|开展|指导|做好|监督(?!管))|[，。；\n]|$))?"
)
_IN_CHARGE = re.compile(
    r"由(?P<who>[^由，。；：\n]{2,40})(?P<role>负责)，(?P<others>[^由。；\n]{2,400}?)(?:共同)?(?P<part>组成)(?!人?员)"
)
"""Who is in charge of it, and of whom it is made: 由甲负责，乙、丙组成."""

_PART = re.compile(rf"{_LIST}(?:共同)?(?P<role>参加|参与)(?=的)")
_JOIN = re.compile(
    r"(?<=，)(?P<who>(?:(?!邀请|可|组织(?!部)|会议|安排|吸收|吸纳)[^，。；：\n]){2,300}?)(?:共同)?(?P<role>参加|参与)(?=[。；]|$)"
)
"""Who takes part, behind others: 甲任召集人，乙、丙参加。"""

_SENT = re.compile(
    r"由(?P<who>[^由从。；：\n]{2,400}?)等?(?:选派|选调|派出|抽调|派)(?:有关|相关|业务|专门)?(?:人员|员|干部|专人|骨干)(?:共同)?(?P<role>组成|参加|参与)"
)
"""Bodies that send their people: 由甲、乙选派人员参加."""

_MADE = re.compile(rf"由{_LIST}(?:共同)?(?P<role>组成)(?!人?员)")
_PATTERNS = tuple(
    (re.compile(needle), pattern)
    for needle, pattern in (
        (rf"(?:{_ROLE}){_COUNT}，?可?(?:分别)?由", _BY),
        (rf"[任兼为].{{0,9}}(?:{_ROLE})", _AS),
        (rf"(?:{_ROLE})(?:应当?|主要)?(?:包括|为|有|是)", _IS),
        ("牵头|挂帅|召集[，。；]", _LED),
        ("(?:召集|召集人|组长|牵头|成员|责任|配合|参加|参与|协办)单位", _UNMARKED),
        ("(?:组长|指挥|指挥长|召集人|成员|组员|联络员)[^单部由]", _NAMES_WITH),
        ("负责，", _IN_CHARGE),
        ("参加的|参与的", _PART),
        ("派|抽调|选调", _SENT),
        ("组成", _MADE),
        ("参加|参与", _JOIN),
    )
)
"""The ways to say who sits, each behind a word that is quick to find: most sentences have none of them."""

_OPENING = re.compile(
    "^.*(?:(?<![自理])由|增补|以(?![及上下外])|成立了?|建立|组建|设立|设置|请|确定|决定|并且?|其中|每[一]?个)(?=.{2})|^(?:特|和|与|及|的|（[一二三四五六七八九十]+）|\\d+[.．、])"
)


def read_prose(text: str, start: int, end: int) -> list[Seat]:
    """The seats that the sentences in ``text[start:end]`` give: 由甲任组长，乙、丙为成员; 由甲牵头，乙、丙参加."""
    seats: list[Seat] = []
    taken: list[tuple[int, int]] = []
    for needle, pattern in _PATTERNS:
        for match in pattern.finditer(text, start, end) if needle.search(text, start, end) else ():
            begin, role = match.start("who"), match.start("role")
            if any(a < match.end("role") and role < b for a, b in taken):
                continue
            if (pattern is _LED and not _leads(text, match, end)) or (pattern is _JOIN and not seats):
                continue
            begin = max([b for a, b in taken if begin < b <= match.end("who")], default=begin)
            if pattern is _AS:
                begin = _with_earlier(text, begin, max([start, *(b for a, b in taken if b <= begin)]))
            role_word = "成员" if pattern is _SENT else match.group("role")
            whole = pattern is _BY or begin < match.start("who")
            found = _held(text, begin, match.end("who"), role_word, whole=whole)
            if pattern is _NAMES_WITH and not all(seat.person for seat in found):
                continue
            if pattern is _BY and text.startswith("同志", match.end("who")):
                found = [_comrade(seat) for seat in found]
            if pattern is _BY and match["both"]:
                found = _of_both(found, match["both"], each=bool(match["each"]))
            if pattern in (_LED, _IN_CHARGE) and found and match.group("others"):
                found += _held(text, *match.span("others"), match.group("part"))
            if pattern is _LED and found and match.group("with"):
                found += _held(text, *match.span("joined"), match.group("with"))
            if found:
                seats += found
                taken.append((begin, match.end()))
    return sorted(seats, key=lambda seat: seat.start)


def _of_both(seats: list[Seat], first: str, *, each: bool) -> list[Seat]:
    """The seats of two roles told at once, `first` being the other one: the holders have both, or one `each`."""
    if each and len(seats) == 2:
        return [replace(seats[0], role=first), seats[1]]
    return seats if each else [*(replace(seat, role=first) for seat in seats), *seats]


def _comrade(seat: Seat) -> Seat:
    """The seat of one whom the text calls 同志: a person, whatever characters the name has."""
    if (
        seat.agency
        and not seat.person
        and re.fullmatch(f"[{HAN}]{{2,4}}", seat.agency)
        and not stands_alone(seat.agency)
    ):
        return replace(seat, person=seat.agency, agency=None)
    return seat


def _with_earlier(text: str, begin: int, floor: int) -> int:
    """Where the list of holders that goes on at `begin` opens: commas may part people (副县长张三，副县长李四任...)."""
    while begin > floor and text[begin - 1] == "，":
        earlier = max(floor, text.rfind("，", floor, begin - 1) + 1)
        if not titled(text[earlier : begin - 1], whole=True):
            break
        begin = earlier
    return begin


def _held(text: str, a: int, b: int, role: str, *, whole: bool = False) -> list[Seat]:
    """The seats of the holders in ``text[a:b]``, without the words that lead to them; `whole`: no words lead there."""
    role = "成员" if role == "组成" else role
    if not whole and role not in ("参加", "参与", "配合", "成员"):
        a = max(a, text.rfind("，", a, b) + 1)
    while lead := _OPENING.match(text[a:b]):
        a += lead.end()
    while a < b and text[a] in "，、 （(":
        a += 1
    b = a + len(_MANY.sub("", text[a:b]))
    holders = read_holders(text[a:b])
    if any(_ONLY_ROLE.fullmatch(text, a + h.start, a + h.end) for h in holders):
        return []
    return [
        Seat(a + h.start, a + h.end, role, h.person, h.agency, h.posts, "member.prose")
        for h in holders
        if _holds(text[a + h.start : a + h.end], h)
    ]


def _leads(text: str, match: re.Match[str], end: int) -> bool:
    """Whether 牵头 says who leads the group, not what somebody must lead in (牵头做好...)."""
    after = text[match.end("role") : match.end("role") + 2] if match.end("role") < end else ""
    if match.group("others") or match.group("with") or "由" in match.group("who"):
        return True
    return after[:1] in "，。；、的" or after in ("建立", "成立", "组建", "设立")


_ONLY_ROLE = re.compile("副?(?:总?指挥长?|组长|召集人|指挥长)")
"""What a list names where it tells which roles there are, not who holds them: 由总指挥、副总指挥和各工作组组成."""

_KIND = re.compile("(?:专家|学者|人员|人士|骨干)$")
_SENDER = re.compile("抽调|单位|部门|机构|成员|各")
"""A kind of people (法律专家) holds no seat, those whom bodies send do (各单位抽调人员)."""


def _holds(text: str, holder: Holder) -> bool:
    """Whether the words name somebody who can hold a seat, and are not the rest of a sentence."""
    if re.search(
        r"[，：《》]|^“|“[^”]*$|以下简称|工作机制|制度|^各地$|办法|从.{2,}抽调|明确一|^(?:要|应(?!急)|请|现(?![场代])|已|为)|(?:\d|若干)[名人]$",
        text,
    ):
        return False
    if not holder.person and _KIND.search(text) and not _SENDER.search(text):
        return False
    return not holder.agency or is_body(holder.agency)


def is_body(name: str) -> bool:
    """Whether a list may name this as a body: 区发改局, 各镇, 派驻执法机构, 发改."""
    return (
        stands_alone(name)
        or len(name) <= 8
        or name.startswith("各")
        or bool(re.search(r"(?:部门|单位|机构|街道|乡镇|镇|企业|部队)$", name))
    )
