"""People that sentences name: contacts, appointments, who does what, and names beside a title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.bodies import squash, stands_alone
from extractors.components.page import Page
from extractors.components.people.found import Found
from extractors.dates import counted
from extractors.lexicons.groups import GROUP_ENDS, PROSE_ROLES
from extractors.lexicons.heads import SIGNED_BY
from extractors.lexicons.people import HONORIFICS, PROSE_TITLES, SURNAMES
from extractors.openings import quick
from extractors.outline import Block
from extractors.persons import HAN, NAME, has_title, is_name, is_plain_name, split_posts
from extractors.scan import found_in_lines

_BOUND = r"(?:^|(?<=[，。；、：:（(\s由]))"
_AFTER = (
    r"(?=[，。；、：:（(）)\s]|$|同志|受到|受|被|率|主持|出席|任|担任|兼|为|负责|分管|协助|协调|同|说|指出|强调|要求|签|宣布|给予|互为|等|"
    r"前往|赴|作|在|向|对|参加|参与|牵头|组成|挂|包|的|就|应邀|列席|行政|党内|进行|予以|和|及|与|未|没有|违反|存在|涉嫌|警告|记过|记大过|降级|撤职|开除|诫勉|留党|政务|通报批评)"
)
_TITLED = re.compile(
    rf"(?P<posts>[{HAN}“”（）()·0-9、兼]{{0,60}}?(?:{PROSE_TITLES}))(?P<name>{NAME})(?:同志)?{_AFTER}",
)
_TITLE = quick(PROSE_TITLES)
_BEHIND = re.compile(f"(?:同志)?{_AFTER}")
_POSTS_LEAD = re.compile(
    rf"^.*(?:的(?!士)|由|给予|责令|任命|免去|(?:{NAME}、)*{NAME}(?:同志)?(?:和|及|与|以及)|对(?!外)|经(?![理济营贸信开])|请|以(?!下)|是|为|让|陪同|会同|受|即|随|报|向|"
    r"(?:其他|其中)[^、]{0,4}|\d+名[^、]{0,8})(?=.{2})"
)
_GIVES_ROLE = re.compile(rf"[任兼为](?:{PROSE_ROLES})")
"""Where what stands behind a post begins like a name and says in which role its holder sits (区长任双主任)."""

_JOINED = re.compile("^(?:和|及|与|以及)")
"""What joins a post to the name right before it."""

_MANY_HOLD = re.compile("副[^、]*$")
"""A post that several people hold."""

_HONOURED = re.compile(
    rf"(?P<name>{NAME})(?<![副常务])(?P<posts>{HONORIFICS})(?=[，。；、：:（(）)\s就率在对的主出考等为任作和负分协]|$)"
)
_ADDRESSED = re.compile(rf"^(?P<others>(?:{NAME}、)*)(?P<name>{NAME})(?:等)?(?P<posts>代表|委员|副?主席)[：:]", re.M)
_COMRADE = re.compile(rf"{_BOUND}(?P<name>{NAME})同志")
_CONTACT = re.compile(
    rf"""
    (?P<body>[{HAN}]{{0,24}}?) (?P<open>[（(]?)
    联[ \u3000]*系[ \u3000]*人(?:姓名|及(?:联系)?电话)?[：:\s]\s*
    (?P<rest> [^。；;\n）)]{{2,60}} (?:[；;]{NAME}\s?\d[^。；;\n）)]{{0,40}})* )     # 张三 1234；李四 5678
    """,
    re.X,
)
_CONTACT_SIGN = re.compile("系[ \u3000]*人")
_NUMBER = re.compile(r"(?:(?:联系|办公)?(?:电话|手机)[：:]?)?[\d\-—－]*$")
"""The number behind a contact, from which the clean text may not part it."""

_PHONED = re.compile(
    rf"""
    (?:(?P<lead>[{HAN}（）()]{{2,24}})[ \t，,：:]+ | (?<![{HAN}]))
    (?P<name>{NAME}|[{SURNAMES}][ ][{HAN}]{{1,2}}) (?:同志)? [ \t，,：:]*
    (?:(?:联系|办公)?(?:电话|手机)[：: \t]*)? (?:0\d{{2,3}}[ \-—－]?\d{{7,8}} | 1\d{{10}} | \d{{7,8}})(?!\d)
    """,
    re.X,
)
"""A name with its telephone number, perhaps with the body or the post before it: 县民政局 张三 1234567."""

_TELEPHONE = re.compile(r"\d{7}")
_BETWEEN = re.compile(r"[\s、，,；;]*")

_ASKED = re.compile(rf"(?:联系|(?:报送?|交|送|发)[至到给])(?P<body>[{HAN}]{{3,16}})[（(](?P<name>{NAME})[）)]")
"""Whom to turn to in a body: 联系县民政局（张三）."""

_ASKED_SIGN = re.compile(rf"[（(][{HAN}]{{2,4}}[）)]")

_COUNTED = re.compile(
    rf"""
    (?:{_BOUND} | (?<=授予) | (?<=追授) | (?<=推荐) | (?<=表彰) | (?<=奖励) | (?<=共有))
    (?P<names>[{HAN}·]{{2,4}}?(?:、[{HAN}·]{{2,4}}?)*)(?:同志)?
    (?: 等(?P<count>\d{{1,3}}|[一二三四五六七八九十]{{1,3}})[名位]?(?:同志|人) | (?<!“)(?=为?“) )
    """,
    re.X,
)
"""Who is honoured: 授予张三、李四等2人“……”称号. As many as are counted are names, however they look."""

_COUNTED_SIGN = re.compile(f"等(?:\\d|[一二三四五六七八九十]){{1,3}}[名位]?(?:同志|人)|授[予][{HAN}、]{{2,40}}“")

_APPOINTED = re.compile(
    rf"""
    (?: {_BOUND} | (?<=任命) | (?<=聘任) | (?<=聘请) | (?<=决定) | (?<=免去) | (?<=提名) | (?<=同意) | (?<=推荐) )
    (?P<others>(?:{NAME}(?:同志)?、)*) (?P<name>{NAME}) (?<!兼)
    (?:等?同志)? [ \u3000]* (?:[（(](?:女|挂职)[）)])? [ \u3000]*
    (?: 兼?任 | 担任 | 为 | 的 | 兼 | 不再(?:兼任|担任) | 辞去 )
    (?P<posts>[^，。；\n]{{2,40}}?) (?:职务|一职|人选)? (?:（[^（）]*）)? (?=[，。；\n]|$)
    """,
    re.X,
)
_DISMISSED = re.compile(rf"免去[ \t]*(?P<name>{NAME})(?!志)(?:[ \t]*同志)?的?[ \t]*(?P<posts>[^，。；\n]{{2,40}}?)职务")
_RELIEVED = re.compile(rf"{_BOUND}(?P<name>{NAME})同志的?(?P<posts>[^，。；\n任为]{{2,40}}?)职务")
_INTRODUCED = re.compile(
    rf"{_BOUND}(?P<name>{NAME})，[男女]，[^。；\n]{{0,160}}?(?:现任|(?<![拟现历曾])任)(?P<posts>[^，。；\n]{{2,40}})"
)
"""Who somebody is, before a post is given: 张三，男，汉族，1980年5月生，现任甲局科长."""

_GIVEN = (
    (_APPOINTED, re.compile("任|为|的|兼|辞去")),
    (_DISMISSED, re.compile("免去")),
    (_RELIEVED, re.compile("同志.{2,41}职务")),
    (_INTRODUCED, re.compile("，[男女]，")),
)
"""How a post is given or taken, each with what a sentence has in it that does so."""

_BODY_LEAD = re.compile("^.*(?:[报向至送与由在到和或请]|联系|咨询)(?=.{3})")
_DIVIDED = re.compile(
    rf"\s*(?P<name>{NAME})(?:同志)?[ \t：:，（(]+(?P<posts>[^。；：:]{{2,40}}?)[）)]?[ \t]*"
    r"(?:[：:，。]|(?<=[）) ]))[ \t]*(?:负责|分管|协助|主持|联系)"
)
_SEAT = re.compile(rf".{{0,12}}办公室(?:常务)?副?主任|(?:.{{0,20}}(?:{GROUP_ENDS}))?(?:{PROSE_ROLES})")


def read_prose(page: Page) -> Iterator[Found]:
    """People that a sentence names: contacts, appointments, who does what, and names beside a title."""
    text, body = page.text, page.head.body
    yield from _contacts(text)
    yield from _phoned(text)
    yield from _honoured(text)
    for match in _ADDRESSED.finditer(text):
        if is_plain_name(match.group("name")):
            for start, end in (*_names_in(match), match.span("name")):
                yield Found(start, end, text[start:end], (match.group("posts"),), None, "person.addressed")
    for block in page.outline.blocks:
        if block.start < body or page.in_roster(block):
            continue
        found = None if block.row else _divided(block) or _signed(block)
        if found:
            yield found
        yield from _appointed(text, block)
    yield from _titled(page)
    for match in _COMRADE.finditer(text, body):
        if is_plain_name(match.group("name")):
            yield Found(*match.span("name"), squash(match.group("name")), (), None, "person.comrade")


def _divided(block: Block) -> Found | None:
    """Who does what, at the beginning of a line: 张三 副区长：负责..."""
    match = _DIVIDED.match(block.body)
    if not match or not is_plain_name(match.group("name")) or not has_title(match.group("posts")):
        return None
    at = block.start + block.text.find(block.body)
    posts = split_posts(match.group("posts"))
    return Found(
        at + match.start("name"), at + match.end("name"), squash(match.group("name")), posts, None, "person.task"
    )


def _signed(block: Block) -> Found | None:
    """Who signs an order, on a line of its own: 市长　张三."""
    match = SIGNED_BY.match(block.text.rstrip())
    if not match or not is_name(name := squash(match["name"])):
        return None
    start, end = block.start + match.start("name"), block.start + match.end("name")
    return Found(start, end, name, (squash(match["post"]),), None, "person.signed")


def _appointed(text: str, block: Block) -> Iterator[Found]:
    """Who is given a post, or relieved of one: 任命张三为..., 免去李四的..."""
    for pattern, sign in _GIVEN:
        for match in (
            pattern.finditer(text, block.start, block.end) if sign.search(text, block.start, block.end) else ()
        ):
            if is_plain_name(squash(match.group("name"))) and has_title(match.group("posts")):
                posts = () if _SEAT.fullmatch(match.group("posts")) else split_posts(match.group("posts"))
                for start, end in (*_names_in(match), match.span("name")):
                    yield Found(start, end, squash(text[start:end]), posts, None, "person.appointed")


def _names_in(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The places of those who share a post with the one in `name`: 聘任张三、李四为..., 张三、李四委员."""
    for other in re.finditer("[^、]+", match.groupdict().get("others") or ""):
        name = other.group().removesuffix("同志")
        if is_plain_name(squash(name)):
            at = match.start("others") + other.start()
            yield at, at + len(name)


def _contacts(text: str) -> Iterator[Found]:
    """联系人：张三, with the body that stands before it."""
    for match in found_in_lines(_CONTACT, _CONTACT_SIGN, text):
        rest = match.group("rest")
        body = _BODY_LEAD.sub("", squash(match.group("body")))
        agency = body if stands_alone(body) and len(body) < 16 else None
        at = match.start("rest")
        for piece in re.finditer(r"[^、，,；;\t ]+", rest):
            word = _NUMBER.sub("", piece.group())
            if not word:
                continue
            if stands_alone(word):
                agency = word
                continue
            own = re.search(rf"(?P<name>{NAME})$", word)
            name = word if is_name(word) else own.group("name") if own else ""
            lead = word.removesuffix(name)
            if not name or not is_plain_name(name) or (lead and not stands_alone(lead)):
                break
            start = at + piece.start() + len(lead)
            yield Found(start, start + len(name), name, (), lead or agency, "person.contact")


def _phoned(text: str) -> Iterator[Found]:
    """Names with a telephone number, or in brackets behind the body to turn to; one without a body behind another is
    of the same.
    """
    last, agency = 0, None
    for match in found_in_lines(_PHONED, _TELEPHONE, text):
        lead = squash(match["lead"] or "")
        follows = _BETWEEN.fullmatch(text, last, match.start()) is not None
        sure = is_name if lead or follows else is_plain_name
        if not sure(match["name"]) or (lead and not (stands_alone(lead) or _is_post(lead))):
            continue
        if lead or not follows:
            agency = lead if lead and not _is_post(lead) else None
        posts = (lead,) if _is_post(lead) else ()
        yield Found(*match.span("name"), squash(match["name"]), posts, None if posts else agency, "person.contact")
        last = match.end()
    for match in found_in_lines(_ASKED, _ASKED_SIGN, text):
        if stands_alone(match["body"]) and is_plain_name(match["name"]):
            yield Found(*match.span("name"), squash(match["name"]), (), match["body"], "person.contact")


def _is_post(words: str) -> bool:
    return has_title(words) or words.endswith("人员")


def _honoured(text: str) -> Iterator[Found]:
    """Those whom a sentence honours or recommends: 授予张三、李四等2人“……”称号."""
    for match in found_in_lines(_COUNTED, _COUNTED_SIGN, text):
        names = list(re.finditer("[^、]+", match["names"]))
        count = counted(match["count"] or "0")
        if count == len(names) > 1 or all(is_plain_name(name.group()) for name in names):
            at = match.start("names")
            for name in names:
                yield Found(at + name.start(), at + name.end(), name.group(), (), None, "person.honoured")


def _titled(page: Page) -> Iterator[Found]:
    """A name behind its posts (区长张三受到), or before a title of honour (张三副总理)."""
    text = page.text
    for block in page.outline.blocks:
        if block.end <= page.head.body or page.in_roster(block) or block.row:
            continue
        if not _TITLE.search(text, block.start, block.end):
            continue
        at = block.start
        while match := _TITLED.search(text, at, block.end):
            name = None if _GIVES_ROLE.match(text, match.start("name")) else _shortest(text, match)
            if name is None:
                at = match.start("name")
                continue
            start, end = name
            lead = _POSTS_LEAD.match(match.group("posts"))
            words = match.group("posts")[lead.end() if lead else 0 :]
            if match.start() == at > block.start:
                words = _JOINED.sub("", words)
            posts = split_posts(re.sub("（以下简称[^（）]*）", "", words))
            if (posts and has_title(posts[-1])) or words.endswith("责任人"):
                posts = () if words.endswith("责任人") else posts
                yield Found(start, end, squash(text[start:end]), posts, None, "person.titled")
                shared = posts if posts and _MANY_HOLD.search(posts[-1]) else ()
                for more in _more(text, end, shared):
                    end = more.end
                    yield more
            at = end
        for match in _HONOURED.finditer(text, block.start, block.end):
            if is_plain_name(match.group("name")) and _begins(text, match.start("name")):
                yield Found(*match.span("name"), match.group("name"), (match.group("posts"),), None, "person.honoured")


def _more(text: str, at: int, posts: tuple[str, ...]) -> Iterator[Found]:
    """Further names behind a name, which share its posts (副县长张三、李四) or of whose posts nothing is said."""
    while match := re.compile(rf"[、和](?P<name>{NAME})").match(text, at):
        place = _shortest(text, match)
        if place is None:
            return
        yield Found(*place, squash(text[slice(*place)]), posts, None, "person.known")
        at = place[1]


def _shortest(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    """The place of the name: two or three characters, as what follows allows; None where it is no name."""
    start, end = match.span("name")
    for stop in (end, end - 1):
        sure = stop - start == 3 and text.startswith(("受到", "被", "同志"), stop)
        if (is_plain_name(text[start:stop]) or (sure and is_name(text[start:stop]))) and _BEHIND.match(text, stop):
            return start, stop
    return None


def _begins(text: str, at: int) -> bool:
    """Whether a name may begin here: behind a mark, or a word that stands before people."""
    return not at or bool(
        re.search(r"[，。；、：（(\s落实]$|经|根据|按照|在|由|请|陪同|大学|学院", text[max(0, at - 2) : at])
    )
