"""The names of people and their posts: what may be one, and how a line that lists them is read.

A line of a roster is written in many ways: ``王旭 区长``, ``王 旭（区长）``, ``区长王旭``, ``王旭、李强``,
``黄家寿镇党委书记``, and several of these one after the other. `read_entries` knows them all and says where each
name stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractors.bodies import cut, is_place, squash, stands_alone
from extractors.lexicons.people import (
    DOUBLE_SURNAMES,
    GIVEN_NAMES,
    NAME_TAILS,
    NEVER_IN_NAMES,
    NOT_NAMES,
    POST_STARTS,
    RARE_SURNAMES,
    SHORT_TAILS,
    SURNAMES,
    TITLES,
)

HAN = "\u4e00-\u9fff"
_SEPARATED = r"(?=[ \t]|$|[（(，、。；：]|同志|[任为][省市区县镇乡])"
_DOTTED = rf"[{HAN}]{{1,8}}[·•][{HAN}]{{1,12}}(?:[·•][{HAN}]{{1,8}})?"
_THIRD = rf"[ \t][{HAN}](?![ \t][{HAN}](?:[ \t、，]|$))"
"""The third character of a spaced name: not the next surname, as where a single one follows (王 伟 李 强)."""
_SPACED = rf"(?:[{SURNAMES}][ \t]+[{HAN}](?:{_THIRD}|[{HAN}])?|(?:{DOUBLE_SURNAMES})[ \t][{HAN}]{{1,2}}){_SEPARATED}"
_SOLID = rf"(?:{DOUBLE_SURNAMES})[{HAN}]{{1,2}}|[{SURNAMES}][{HAN}]{{1,2}}"
NAME = rf"(?:{_DOTTED}|{_SPACED}|{_SOLID})"
"""What may be the name of a person (regular expression); `is_name` says more."""

_GIVEN = re.compile(GIVEN_NAMES)
_ASIDE = r"(?:[（(](?:女|男|兼|[^（）()]{1,3}族|女[，,、][^（）()]{1,3}族)[）)])?"
_HEAD = re.compile(rf"(?P<name>{NAME})(?:同志)?[ \t]*{_ASIDE}(?:[ \t，,：:—\-]+|(?=[（(])|$)")
_ANY_HEAD = re.compile(rf"(?P<name>[{HAN}]{{2,4}})(?:同志)?{_ASIDE}[ \t]+")
_HOUSED = re.compile(rf"[ \t]*(?P<body>[{HAN}]{{3,24}})(?:[ \t]+|[：:])(?P<name>{NAME})(?:同志)?[ \t]*")
_HOUSED_GLUED = re.compile(
    rf"(?P<body>[{HAN}]{{2,20}}(?:局|委|办|厅|政府|办公室|中心|中学|小学|大队|支队))(?P<name>[{SURNAMES}][{HAN}]{{2}})"
)
_TITLE = re.compile(rf"(?:{TITLES})(?:[（(][^（）()]{{1,12}}[）)])?")
_TITLE_END = re.compile(rf"(?:{TITLES})(?:[（(][^（）()]{{1,12}}[）)])?$")
_NO_POST = re.compile(r"(?:联系)?(?:(?:电话|手机)[：:]?)?[\d\-—+]+|挂职|兼职|主持工作|女|男|.{1,3}族")
_PHONE = re.compile(r"[ \t]*(?:联系)?(?:(?:电话|手机)[：:]?)?[ \t]*[\d\-—]{7,}$")
"""The telephone behind a post."""

_POST_START = re.compile(rf"(?:{POST_STARTS})")
STOP = re.compile(
    r"[。；;]|(?:领导小组|联席会议|工作组|指挥部|专班|小组|委员会|领导组)(?:下设|办公室|成员因|负责|主要|要|成员)|办公室设在"
)
"""Where a list of people and bodies ends: at a mark, or where the text goes on about their group."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A person on a line: ``text[start:end]`` is the name as written, `posts` the full posts, each by itself.

    `agency` is the body of one of whom no more is said: 张三（县公安局）.
    """

    start: int
    end: int
    name: str
    posts: tuple[str, ...]
    stop: int
    """Where the entry ends in the text."""

    agency: str | None = None


def is_name(text: str) -> bool:
    """Whether `text` may be the name of a person, and is no common word that looks like one."""
    name = squash(text)
    if "·" in name or "•" in name:
        return bool(re.fullmatch(_DOTTED, name))
    if not re.fullmatch(_SOLID, name) or (name in NOT_NAMES and name == text) or has_title(name):
        return False
    given = name[1:]
    if any(char in NEVER_IN_NAMES for char in given) and not _GIVEN.fullmatch(given):
        return False
    return name[-1] not in (NAME_TAILS if len(name) > 2 else SHORT_TAILS)


def is_plain_name(text: str) -> bool:
    """`is_name`, for prose: the surname must not be a common word."""
    return is_name(text) and (bool(re.search("[·•]", text)) or squash(text)[0] not in RARE_SURNAMES)


def has_title(text: str) -> bool:
    """Whether `text` ends with a word that ends a post (局长, 主任, 负责人)."""
    return bool(_TITLE_END.search(text))


def split_posts(text: str) -> tuple[str, ...]:
    """The full posts that a text names: 区发改局局长、区服务业发展局局长 gives two."""
    text = _PHONE.sub("", text).strip(" \t，,、。；;：:")
    if re.fullmatch(r"[（(][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]", text):
        text = text[1:-1]
    parts: list[str] = []
    for a, b in cut(text, "、，,；;"):
        at = a
        for gap in re.finditer(r"[ \t]+|兼任?(?=.{2})", text[a:b]):
            if has_title(squash(text[at : a + gap.start()])):
                parts.append(squash(text[at : a + gap.start()]))
                at = a + gap.end()
        parts.append(squash(text[at:b]))
    return tuple(p for p in parts if len(p) > 1 and not _NO_POST.fullmatch(p))


def read_entries(text: str, *, sure: bool = False) -> list[Entry]:
    """The people that `text` lists from its beginning, with their posts; [] where it lists none.

    `sure` is for a place where only a person can stand (behind a role): a name need not begin with a known surname.
    """
    entries = _names(text) or _forward(text, sure) or titled(text, whole=True) or _glued(text) or _housed(text, sure)
    return [_with_body(entry) for entry in entries]


def _with_body(entry: Entry) -> Entry:
    """The entry, with what stands in the place of its posts as its body where it is one and no post."""
    body = body_of(entry.posts)
    return replace(entry, posts=(), agency=body) if body else entry


def body_of(posts: tuple[str, ...]) -> str | None:
    """The body that stands in the place of somebody's posts; None where they are posts."""
    body = posts[0] if len(posts) == 1 else ""
    return body if (stands_alone(body) or is_place(body)) and not has_title(body) else None


def _housed(text: str, sure: bool) -> list[Entry]:
    """Body, then name; one or several such pairs: 县公安局 张三、县民政局：李四. Glued to each other only where it is
    `sure` that people stand here (县公安局张三).
    """
    out: list[Entry] = []
    for a, b in cut(text, "、，,；;。"):
        match = _HOUSED.fullmatch(text, a, b) or (_HOUSED_GLUED.fullmatch(text, a, b) if sure else None)
        if match is None or not stands_alone(match["body"]) or not is_plain_name(match["name"]):
            return []
        if stands_alone(squash(text[a:b])):
            return []
        out.append(Entry(*match.span("name"), squash(match["name"]), (match["body"],), b))
    return out


def _names(text: str) -> list[Entry]:
    """Names alone, divided by commas or spaces: 陆 丰、李贞、王剑; a post may follow each in brackets."""
    out: list[Entry] = []
    for a, b in cut(text, "、，,；;。"):
        at = a
        while at < b:
            if text[at] in " \t":
                at += 1
                continue
            match = re.compile(rf"({NAME})(?:同志)?[ \t]*{_ASIDE}(?P<post>[（(][^（）()]{{2,40}}[）)])?").match(
                text, at, b
            )
            if not match or not is_name(match.group(1)):
                return []
            if match.end() < b and text[match.end()] not in " \t" and text[match.end() - 1] not in " \t":
                return []
            posts = split_posts(match.group("post") or "")
            out.append(Entry(match.start(1), match.end(1), squash(match.group(1)), posts, match.end()))
            at = match.end()
    return out


def _forward(text: str, sure: bool) -> list[Entry]:
    """Name, then posts; one or several such pairs."""
    out: list[Entry] = []
    at = 0
    while at < len(text):
        at += len(text[at:]) - len(text[at:].lstrip(" \t、，；"))
        match = _HEAD.match(text, at)
        known = match is not None and is_name(match.group("name"))
        if not known and not (sure and match and text.startswith(("（", "("), match.end())):
            match = _ANY_HEAD.match(text, at) if sure and not out else None
        if match is None:
            break
        name, start = squash(match.group("name")), match.end()
        stop = _closed(text, start) if text.startswith(("（", "("), start) else _post_stop(text, start)
        posts = split_posts(text[start:stop])
        if not known and not _is_sure(name, posts, bracket=text.startswith(("（", "("), start) and match.re is _HEAD):
            break
        if sum(map(len, posts)) > 90 or (out and not posts):
            break
        out.append(Entry(match.start("name"), match.end("name"), name, posts, stop))
        at = stop
    return out


def _is_sure(name: str, posts: tuple[str, ...], *, bracket: bool) -> bool:
    """Whether what stands before `posts` is a person whatever characters the name has: they are a post, or a body in a
    `bracket` (李为民（县检察院）).
    """
    if not posts or stands_alone(name) or has_title(name):
        return False
    return has_title(posts[-1]) or (bracket and stands_alone(posts[-1]))


def _closed(text: str, start: int) -> int:
    """Behind the bracket that closes the one at `start`."""
    depth = 0
    for i in range(start, len(text)):
        depth += (text[i] in "（(") - (text[i] in "）)")
        if depth == 0:
            return i + 1
    return len(text)


def _post_stop(text: str, start: int) -> int:
    """Where the posts end that begin at `start`: before the next name, at a full stop, or with the text."""
    end = len(text)
    if stop := STOP.search(text, start):
        end = stop.start()
    last = -1
    for title in _TITLE.finditer(text, start, end):
        last = title.end()
        following = re.compile(r"[ \t、；，]*").match(text, last)
        at = following.end() if following else last
        head = _HEAD.match(text, at)
        if (
            head
            and head.end() < len(text)
            and is_name(head.group("name"))
            and _TITLE.search(text, head.end(), head.end() + 60)
        ):
            return last
    gap = re.search(r"[ \t]", text[last:end]) if last >= 0 else None
    if last >= 0 and (end < len(text) or end - start > 60 or (gap and len(text[last:end]) > 16)):
        return last
    return end


def titled(text: str, *, whole: bool = False) -> list[Entry]:
    """Posts, then name: 区委副书记、区长张三，副区长李四. With `whole` the text must be such a list and no more."""
    out: list[Entry] = []
    at = 0
    pattern = re.compile(rf"(?:{TITLES})[ \t]*(?P<name>{NAME})(?:同志)?{_ASIDE}(?=$|[、，,；;。 \t和及与]|以及)")
    match = pattern.search(text)
    while match:
        before = text[at : match.start("name")]
        if is_name(match.group("name")) and len(before) <= 60 and not re.search("[。；]", before):
            posts = split_posts(re.sub("^(?:和|以及|及|与)", "", before))
            out.append(Entry(match.start("name"), match.end("name"), squash(match.group("name")), posts, match.end()))
            at = match.end()
            while more := re.compile(rf"、({NAME})(?:同志)?(?=$|[、，,；;。])").match(text, at):
                if not is_name(more.group(1)):
                    break
                out.append(Entry(more.start(1), more.end(1), squash(more.group(1)), posts, more.end()))
                at = more.end()
            match = pattern.search(text, at)
        else:
            match = pattern.search(text, match.start() + 1)
    return out if not whole or text[at:].strip(" \t、，；。") == "" else []


_OF_PLACE = re.compile("街道|社区|村|路|大道")
"""What makes a place of the two or three characters before it, whatever surname they begin with."""


def _glued(text: str) -> list[Entry]:
    """A name with its posts behind it and nothing between: 黄家寿镇党委书记, but not 东山街道办事处主任."""
    text = text.rstrip(" \t。；，")
    if not has_title(text) or len(text) > 60 or re.search("[。；：]", text):
        return []
    for size in (3, 2, 4):
        name = text[:size]
        if (
            is_name(name)
            and name[:2] not in NOT_NAMES
            and (size != 4 or re.match(DOUBLE_SURNAMES, name))
            and _POST_START.match(text[size:])
        ):
            if _OF_PLACE.match(text, size):
                return []
            return [Entry(0, size, name, split_posts(text[size:]), len(text))]
    return []
