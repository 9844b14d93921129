"""Named people with their posts: members of groups, lists, tables, contacts, appointments, names in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from extractors.bodies import squash, stands_alone
from extractors.components.page import Page, facts_of, page_of, put
from extractors.facts import Group, Person
from extractors.lexicons.groups import GROUP_ENDS, PROSE_ROLES
from extractors.lexicons.people import DOCTRINE, HONORIFICS, PROSE_TITLES
from extractors.outline import Block
from extractors.persons import HAN, NAME, has_title, is_name, is_plain_name, read_entries, split_posts
from extractors.rosters import find_rosters

LIST_LENGTH = 3
"""How many lines of a name and a body make a list."""

_BOUND = r"(?:^|(?<=[，。；、：:（(\s由]))"
_AFTER = (
    r"(?=[，。；、：:（(）)\s]|$|同志|受到|受|被|率|主持|出席|任|担任|兼|为|负责|分管|协助|协调|同|说|指出|强调|要求|签|宣布|给予|互为|等|"
    r"前往|赴|作|在|向|对|参加|参与|牵头|组成|挂|包|的|就)"
)
_TITLED = re.compile(
    rf"(?P<posts>[{HAN}“”（）()·0-9、兼]{{0,60}}?(?:{PROSE_TITLES}))(?P<name>{NAME})(?:同志)?{_AFTER}",
)
_BEHIND = re.compile(f"(?:同志)?{_AFTER}")
_POSTS_LEAD = re.compile(
    rf"^.*(?:的(?!士)|由|给予|责令|任命|免去|(?:{NAME}、)*{NAME}和|对(?!外)|经(?![理济营贸信开])|请|以(?!下)|是|为|让|陪同|会同|受|即|随|报|向|"
    r"(?:其他|其中)[^、]{0,4}|\d+名[^、]{0,8})(?=.{2})"
)
_HONOURED = re.compile(
    rf"(?P<name>{NAME})(?P<posts>{HONORIFICS})(?=[，。；、：:（(）)\s就率在对的主出考等为任作和负分协]|$)"
)
_ADDRESSED = re.compile(rf"^(?P<others>(?:{NAME}、)*)(?P<name>{NAME})(?:等)?(?P<posts>代表|委员)[：:]", re.M)
_COMRADE = re.compile(rf"{_BOUND}(?P<name>{NAME})同志")
_CONTACT = re.compile(
    rf"(?P<body>[{HAN}]{{0,24}}?)(?P<open>[（(]?)联系人(?:姓名|及电话)?[：:\s]\s*(?P<rest>[^。；;\n）)]{{2,60}})"
)
_APPOINTED = re.compile(
    rf"""
    (?: {_BOUND} | (?<=任命) | (?<=聘任) | (?<=聘请) | (?<=决定) | (?<=免去) | (?<=提名) | (?<=同意) | (?<=推荐) )
    (?P<others>(?:{NAME}(?:同志)?、)*) (?P<name>{NAME}) (?<!兼) (?:等?同志)?
    (?: 兼?任 | 担任 | 为 | 的 | 兼 | 不再(?:兼任|担任) | 辞去 )
    (?P<posts>[^，。；\n]{{2,40}}?) (?:职务|一职)? (?:（[^（）]*）)? (?=[，。；\n]|$)
    """,
    re.X,
)
_DISMISSED = re.compile(rf"免去(?P<name>{NAME})(?:同志)?的?(?P<posts>[^，。；\n]{{2,40}}?)职务")
_BODY_LEAD = re.compile("^.*(?:[报向至送与由在到和或请]|联系|咨询)(?=.{3})")
_DIVIDED = re.compile(
    rf"\s*(?P<name>{NAME})(?:同志)?[ \t：:，（(]+(?P<posts>[^。；：:]{{2,40}}?)[）)]?[ \t]*"
    r"[：:，。][ \t]*(?:负责|分管|协助|主持|联系)"
)
_SEAT = re.compile(rf".{{0,12}}办公室(?:常务)?副?主任|(?:.{{0,20}}(?:{GROUP_ENDS}))?(?:{PROSE_ROLES})")
_NAME_HEADS = re.compile("^(?:姓名|人员姓名|姓名（.*）)$")
_LEADER_HEADS = re.compile(
    "^(?:包[联保抓挂]|责任|联系|挂[钩包联]|分管|牵头|督导)?"
    "(?:领导|责任人|负责人|联系人|联络员|河长|网格长|路长|林长)(?:姓名)?$"
)
_POST_HEADS = re.compile("职务|职位|职称|岗位|任职")
_BODY_HEADS = re.compile("单位|部门|机构|所在")


@dataclass(frozen=True, slots=True)
class _Found:
    """A person at ``text[start:end]`` of the clean text."""

    start: int
    end: int
    name: str
    posts: tuple[str, ...]
    agency: str | None
    rule: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of a table that hold names, names of leaders, posts and bodies."""

    name: int | None
    leaders: tuple[int, ...]
    post: int | None
    body: int | None


@Language.component("dutygraph_people")
def people(doc: Doc) -> Doc:
    """Write the span group `people`: each name once, at the place that says most of it."""
    page = page_of(doc)
    known: dict[str, _Found] = {}
    for found in (*_members(doc, page), *_unplaced(page), *_tables(page), *_lists(page), *_prose(page)):
        if found.name in DOCTRINE:
            continue
        before = known.get(found.name)
        if before is None or (not (before.posts or before.agency) and (found.posts or found.agency)):
            known[found.name] = found
    facts = [
        (
            f.start,
            f.end,
            Person(
                **page.place(f.start, f.end),
                rule=f.rule,
                confidence=f.confidence,
                name=f.name,
                posts=f.posts,
                agency=f.agency,
            ),
        )
        for f in sorted(known.values(), key=lambda f: f.start)
    ]
    put(doc, "people", facts)
    return doc


def _members(doc: Doc, page: Page) -> Iterator[_Found]:
    """The members of groups, and the named heads of their offices."""
    for group in facts_of(doc, "groups", Group):
        for member in group.members:
            if member.person:
                start, end = page.clean.within(member.start, member.end)
                yield _Found(start, end, member.person, member.posts, member.agency, "person.member")
        if group.office_director and group.director_span and is_name(group.office_director):
            start, end = page.clean.within(*group.director_span)
            yield _Found(start, end, group.office_director, (), None, "person.office")


def _unplaced(page: Page) -> Iterator[_Found]:
    """The people of rosters whose group the document does not name."""
    for roster in find_rosters(page.outline, page.head.body) if page.rosters else []:
        for seat in roster.seats:
            if seat.person:
                yield _Found(seat.start, seat.end, seat.person, seat.posts, seat.agency, "person.roster")


def _tables(page: Page) -> Iterator[_Found]:
    """Tables with a column of names: 姓名 with posts and bodies beside it, or 包联领导 and the like."""
    columns: _Columns | None = None
    for block in page.outline.blocks:
        if not block.row:
            columns = columns if len(block.text) <= 60 else None
        elif head := _columns(block):
            columns = head
        elif columns and not page.in_roster(block):
            yield from _table_row(block, columns)


def _columns(block: Block) -> _Columns | None:
    """What the columns of a table are, where the row is its head and one of them holds names."""
    heads = [squash(block.cell(i)) for i in range(len(block.cells))]
    name = next((i for i, head in enumerate(heads) if _NAME_HEADS.match(head)), None)
    leaders = tuple(i for i, head in enumerate(heads) if _LEADER_HEADS.match(head))
    if name is None and not leaders:
        return None
    post = next((i for i, head in enumerate(heads) if _POST_HEADS.search(head)), None)
    body = next((i for i, head in enumerate(heads) if _BODY_HEADS.search(head) and i != post), None)
    return _Columns(name, leaders, post, body)


def _table_row(block: Block, columns: _Columns) -> Iterator[_Found]:
    for i in columns.leaders:
        for entry in read_entries(block.cell(i)):
            if is_plain_name(entry.name):
                at = _cell_start(block, i)
                yield _Found(at + entry.start, at + entry.end, entry.name, entry.posts, None, "person.table")
    if columns.name is None or not is_name(block.cell(columns.name)):
        return
    name = block.cell(columns.name)
    posts = squash(block.cell(columns.post)) if columns.post is not None else ""
    agency = squash(block.cell(columns.body)) if columns.body is not None else ""
    if agency and has_title(posts) and not posts.startswith(agency):
        posts = agency + posts
    full, start = split_posts(posts), _cell_start(block, columns.name)
    yield _Found(start, start + len(name), squash(name), full, None if full else agency or None, "person.table")


def _cell_start(block: Block, i: int) -> int:
    """Where the words of a cell begin in the clean text."""
    a, b = block.cells[i]
    cell = block.text[a - block.start : b - block.start]
    return a + len(cell) - len(cell.lstrip())


def _lists(page: Page) -> Iterator[_Found]:
    """Lists of names with a body or a post, line by line, outside rosters (awards, appointments)."""
    run: list[_Found] = []
    for block in page.outline.blocks:
        found = None if page.in_roster(block) or block.start < page.head.body else _line(block)
        if found:
            run.append(found)
        elif len(block.text) > 12 or block.level:
            if len(run) >= LIST_LENGTH:
                yield from run
            run = []
    if len(run) >= LIST_LENGTH:
        yield from run


def _line(block: Block) -> _Found | None:
    shift = len(block.mark) + len(block.text[len(block.mark) :]) - len(block.text[len(block.mark) :].lstrip())
    if number := re.match(r"\d{1,3}[\t ]+", block.text[shift:]):
        shift += number.end()
    text = block.text[shift:].replace("\t", " ")
    if len(text) > 60 or re.search("[。；：]", text):
        return None
    match = re.match(rf"(?P<name>{NAME})[ ]?(?:[（(](?:女|男|[^（）()]{{1,3}}族)[）)])? +(?P<rest>\S.*)", text)
    if not match or not is_name(match.group("name")):
        return None
    rest = squash(match.group("rest"))
    if not re.search(rf"[{HAN}]{{3}}", rest) or re.search(r"\d{3,}", rest):
        return None
    posts = split_posts(match.group("rest")) if has_title(rest) else ()
    start = block.start + shift + match.start("name")
    name = match.group("name")
    return _Found(start, start + len(name), squash(name), posts, None if posts else rest, "person.list")


def _prose(page: Page) -> Iterator[_Found]:
    """People that a sentence names: contacts, appointments, who does what, and names beside a title."""
    text, body = page.text, page.head.body
    yield from _contacts(text)
    for match in _ADDRESSED.finditer(text):
        if is_plain_name(match.group("name")):
            for start, end in (*_names_in(match), match.span("name")):
                yield _Found(start, end, text[start:end], (match.group("posts"),), None, "person.addressed")
    for block in page.outline.blocks:
        if block.start < body or page.in_roster(block):
            continue
        found = None if block.row else _divided(block)
        if found:
            yield found
        yield from _appointed(text, block)
    yield from _titled(page)
    for match in _COMRADE.finditer(text, body):
        if is_plain_name(match.group("name")):
            yield _Found(*match.span("name"), squash(match.group("name")), (), None, "person.comrade", 0.8)


def _divided(block: Block) -> _Found | None:
    """Who does what, at the beginning of a line: 张三 副区长：负责..."""
    match = _DIVIDED.match(block.body)
    if not match or not is_plain_name(match.group("name")) or not has_title(match.group("posts")):
        return None
    at = block.start + block.text.find(block.body)
    posts = split_posts(match.group("posts"))
    return _Found(
        at + match.start("name"), at + match.end("name"), squash(match.group("name")), posts, None, "person.task"
    )


def _appointed(text: str, block: Block) -> Iterator[_Found]:
    """Who is given a post, or relieved of one: 任命张三为..., 免去李四的..."""
    for pattern in (_APPOINTED, _DISMISSED):
        for match in pattern.finditer(text, block.start, block.end):
            if is_plain_name(match.group("name")) and has_title(match.group("posts")):
                posts = () if _SEAT.fullmatch(match.group("posts")) else split_posts(match.group("posts"))
                for start, end in (*_names_in(match), match.span("name")):
                    yield _Found(start, end, squash(text[start:end]), posts, None, "person.appointed")


def _names_in(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The places of those who share a post with the one in `name`: 聘任张三、李四为..., 张三、李四委员."""
    for other in re.finditer("[^、]+", match.groupdict().get("others") or ""):
        name = other.group().removesuffix("同志")
        if is_plain_name(name):
            at = match.start("others") + other.start()
            yield at, at + len(name)


def _contacts(text: str) -> Iterator[_Found]:
    """联系人：张三, with the body that stands before it."""
    for match in _CONTACT.finditer(text):
        rest = match.group("rest")
        body = _BODY_LEAD.sub("", squash(match.group("body")))
        agency = body if stands_alone(body) and len(body) < 16 else None
        at = match.start("rest")
        for piece in re.finditer(r"[^、，,；;\t ]+", rest):
            own = re.search(rf"(?P<name>{NAME})$", piece.group())
            names = [own.group("name")] if own else []
            if is_name(piece.group()):
                names = [piece.group()]
            if not names or not is_plain_name(names[0]):
                break
            start = at + piece.start() + piece.group().rfind(names[0])
            lead = piece.group()[: piece.group().rfind(names[0])]
            if lead and not stands_alone(lead):
                break
            yield _Found(start, start + len(names[0]), names[0], (), lead or agency, "person.contact")


def _titled(page: Page) -> Iterator[_Found]:
    """A name behind its posts (区长张三受到), or before a title of honour (张三副总理)."""
    text = page.text
    for block in page.outline.blocks:
        if block.end <= page.head.body or page.in_roster(block) or block.row:
            continue
        at = block.start
        while match := _TITLED.search(text, at, block.end):
            name = _shortest(text, match)
            if name is None:
                at = match.start("name")
                continue
            start, end = name
            lead = _POSTS_LEAD.match(match.group("posts"))
            words = match.group("posts")[lead.end() if lead else 0 :]
            posts = split_posts(re.sub("（以下简称[^（）]*）", "", words))
            if (posts and has_title(posts[-1])) or words.endswith("责任人"):
                posts = () if words.endswith("责任人") else posts
                yield _Found(start, end, squash(text[start:end]), posts, None, "person.titled", 0.8)
                for more in _more(text, end):
                    end = more.end
                    yield more
            at = end
        for match in _HONOURED.finditer(text, block.start, block.end):
            if is_plain_name(match.group("name")) and _begins(text, match.start("name")):
                yield _Found(
                    *match.span("name"), match.group("name"), (match.group("posts"),), None, "person.honoured", 0.8
                )


def _more(text: str, at: int) -> Iterator[_Found]:
    """Further names behind a name, with nothing said of their posts: 责任人张三、李四."""
    while match := re.compile(rf"[、和](?P<name>{NAME})").match(text, at):
        place = _shortest(text, match)
        if place is None:
            return
        yield _Found(*place, squash(text[slice(*place)]), (), None, "person.titled", 0.7)
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
