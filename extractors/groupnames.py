"""The names of groups in a text: where one begins and ends, and which of two names are one group's.

A name is found from its end (领导小组, 联席会议). What stands before it is cut at the words that cannot belong to
it (成立, 充分发挥, 参加的), and what is left is its name. A name without content (领导小组) is an alias of a group
that is named elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from extractors.bodies import squash, stands_alone
from extractors.lexicons.groups import (
    COMMITTEE,
    COMMITTEE_KINDS,
    COMMITTEE_SHORT,
    CUTS,
    DETERMINERS,
    DRAFTING,
    FILLERS,
    GENERIC,
    GROUP_ENDS,
    HEAD_WORDS,
    HEADED_ENDS,
    LEADS,
    NOT_GROUPS,
    PASSING_ENDS,
    SET_UP,
)
from extractors.openings import quick

_LEVEL = "省市区县国州镇乡全旗盟本"
_ENDS = rf"(?:{GROUP_ENDS})(?!织|合|建|装|议|门|署|形式|方式|模式|成(?!员))"
_END = quick(
    rf"{_ENDS}|(?P<headed>{HEADED_ENDS})|(?:(?:{COMMITTEE_KINDS})[\u4e00-\u9fff]{{0,6}}|仲裁){COMMITTEE}|(?:(?<=[{_LEVEL}院央级])|(?<=国家))(?:{COMMITTEE_SHORT})(?!办)"
)
_CHAIN = re.compile(rf"[\u4e00-\u9fff“”]{{0,12}}?{_ENDS}")
_CHAIN_STOP = re.compile(
    rf"{SET_UP}|负责|[和与及或、在对向由将为按要各统审]|的|办公室|成员|组长|名单|会同|专家|同意|领导|单位|牵头|制度|机制|研究|会议(?<!联席会议)|关于|更名|改名|并入|合并|转为"
)
_HARD = "。；，：！？\n\t《》:;,!?…【】〔〕"
_TITLE_BEFORE = "(?<=书记)|(?<=主任)|(?<=[镇乡局市县区省所校院站部处科队行司州盟旗]长)|(?<=委员)|(?<=主席)"
_CUT = re.compile(
    rf"{CUTS}|(?:经|与|在|对|按|将|受|同|到|给|是|为|请|请示|和|及|通过|领导|解决)(?=[{_LEVEL}](?!际))|"
    rf"(?:经|与|在|对|将|为|使|前|和|及|或|给|到|至|各|(?<![主责])任|相关|有关|所有|组织)(?={_ENDS}|{COMMITTEE})|(?<=办公室)(?:对|要|与|和|将)|(?<=组)等(?={_ENDS}|\d)|(?<![自理])由|(?<![情申通日汇填举预])报(?![刊告道业名废警])|"
    rf"(?<![定双方导转去投])(?<!(?<!书)面)向(?!阳)|(?:{_TITLE_BEFORE})(?={_ENDS})|(?<!感染)(?<!引发)(?<!引起)(?<!导致)的"
)
_WHICH = re.compile(rf"(?:{DETERMINERS})")
_LEAD = re.compile(rf"(?:{DETERMINERS}|{LEADS})")
_NUMBERED = re.compile(
    r"(?:附件\d*|\d{1,2}(?:[.．]\d{1,2})+[ \t\u3000]*"
    r"|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十百]+[章节条]|\d+号|\d{4}年(?:\d+月)?(?=[经由，]))+"
)
_PASSING = re.compile(rf"(?:{PASSING_ENDS})$")
_NOT = re.compile(rf"(?:{NOT_GROUPS})$")
_GENERIC = re.compile(rf"(?:{GENERIC}|[\d一二三四五六七八九十]+(?:[年月日次号个名]|[章节条])?|第)")
_FILL = re.compile(rf"(?:{FILLERS})")
_PLACE = re.compile(
    r"(?:(?:全|我|本)?(?:[省市区县州旗镇乡国]|自治区|自治州)(?!级)|[\u4e00-\u9fff]{2,7}?(?:省|自治区|市|区|县|州|旗|镇|乡|街道))(?:委|政府)?"
)
_TWO_PLACES = re.compile(r"[\u4e00-\u9fff]{2,3}、[\u4e00-\u9fff]{2,3}[市县区州旗镇乡](?![直级属政])")
"""Places that share their last word, and with it the kind of group: 青川、临溪市防汛指挥部."""

_NO_PART = re.compile(rf"(?:{GROUP_ENDS}|办公室|机制|体系|{DRAFTING}|{HEAD_WORDS})$")
"""What may stand before a name in a list and is no part of it."""

_KIND = re.compile(rf"(?:{GROUP_ENDS}|{COMMITTEE})$")
_SHORT = re.compile(rf"(?:{COMMITTEE_SHORT})$")
_VERB = re.compile(rf"(?:{SET_UP})(?:了|由|以|有|一个|统一的)?$")
_SETS_UP = re.compile(rf"(?:{SET_UP})了?$")
_SENTENCE_VERB = re.compile(rf"(?<!公)(?:{SET_UP}|新组建)(?!办公室)")
_BAD = re.compile(
    r"[？！＋]|[\d一二两三四五六七八九十]个[\u4e00-\u9fff]{0,6}(?:组|专班)$|名单|要求|是否|应当|必须|，|不得|以下|负责同志|联系人|^.{0,2}$"
)
_EXAMPLE = re.compile(r"如(?![下期实果何遇])[^，。；：]{0,40}$")
_MEETING = re.compile("(?:(?:召开|开展|举行)(?:[1-9一二两三四]次)?(?:工作)?|会议|(?:负责人|负责同志|领导))联席会议$")
"""A conference that is held, not one that is set up: of the heads of bodies (相关负责人联席会议), or once."""

_OF_BOTH = re.compile("会同[^，。；]{2,40}(?:共同)?组成$")
"""What says before a name of whom the group is made: 甲会同乙组成工作小组."""

_HEADED_BEFORE = re.compile(
    rf"(?:{SET_UP})了?(?:由|以)[^；]{{2,200}}?[任为](?:第一|双|总)?(?:{HEAD_WORDS})[^；]*的[^的，；]*$"
)
_HEADED_AFTER = re.compile(rf"，由[^。；]{{2,60}}?[任为](?:第一|双|总)?(?:{HEAD_WORDS})")

_POST_AFTER = re.compile("(?:专职|常务)?副?(?:主任|组长|秘书长)(?!单位)(?!由)(?![：: ])")
_KEPT = 1024
"""Of how many names what they are made of is kept: names are compared with each other, again and again."""

SENTENCE = 600
"""How far back a sentence is followed, in characters."""

REACH = 72
"""How far to the left of its end a name may begin, in characters."""


@dataclass(frozen=True, slots=True)
class GroupName:
    """A group named at ``text[start:end]``. `generic` names (领导小组) say only which kind of group is meant.

    `set_up` is where the verb stands that sets it up in the same sentence (None without); `office` tells that the
    group's office is named, not the group.
    """

    name: str
    start: int
    end: int
    generic: bool
    set_up: int | None
    office: bool


def find_names(text: str, start: int = 0, end: int | None = None) -> list[GroupName]:
    """The groups that ``text[start:end]`` names, in order."""
    out: list[GroupName] = []
    end = len(text) if end is None else end
    at = start
    while match := _END.search(text, at, end):
        stop = _chained(text, match.end(), end)
        at = stop
        if match["headed"] and not _is_headed(text, stop):
            continue
        if found := _name(text, start, stop):
            out.append(found)
    return out


def find_across(text: str, start: int, end: int) -> Iterator[GroupName]:
    """The names in a heading ``text[start:end]``: its spaces and line ends are layout."""
    kept = [i for i in range(start, end) if not text[i].isspace()]
    for name in find_names("".join(text[i] for i in kept)):
        verb = None if name.set_up is None else kept[name.set_up]
        yield replace(name, start=kept[name.start], end=kept[name.end - 1] + 1, set_up=verb)


def _is_headed(text: str, stop: int) -> bool:
    """Whether the sentence sets up what is named before `stop` and says who heads it."""
    sentence = text[sentence_start(text, stop, "。\n") : stop]
    return bool(_HEADED_BEFORE.search(sentence)) or bool(
        re.search(SET_UP, sentence) and _HEADED_AFTER.match(text, stop)
    )


def _chained(text: str, at: int, end: int) -> int:
    """The end of a name that goes on behind its first group word: 领导小组改革开放新高地执行小组."""
    while match := _CHAIN.match(text, at, end):
        middle = text[at : match.end()]
        if _CHAIN_STOP.search(middle):
            break
        at = match.end()
    return at


def _name(text: str, floor: int, stop: int) -> GroupName | None:
    begin = _segment(text, floor, stop)
    begin = _trim(text, begin, stop)
    raw = text[begin:stop]
    name = squash(raw)
    if _NOT.search(name) or _BAD.search(name) or not _outside(name):
        return None
    if _EXAMPLE.search(text[max(0, begin - 44) : begin]) or re.search(
        "不得[^。；]*(?:设立|成立)$", text[max(0, begin - 40) : begin]
    ):
        return None
    if re.search("[各每]个[^，。；]{0,4}$", text[max(floor, begin - 6) : begin]):
        return None
    if _PASSING.search(name) and not (_VERB.search(text, max(0, begin - 8), begin) or attributive(text, begin)):
        return None
    after = text[stop : stop + 4]
    office = after.startswith("办公室")
    if name.endswith("联席会议") and _MEETING.search(text, max(0, begin - 6), stop):
        return None
    if name.endswith(COMMITTEE) and re.match(r"第.{1,3}次|全体|会议", after):
        return None
    if _POST_AFTER.match(text, stop):
        return None
    return GroupName(name, begin, stop, is_generic(name), _verb(text, begin, stop), office)


def is_generic(name: str) -> bool:
    """Whether a name has no content of its own (领导小组, 市级工作专班)."""
    core = re.sub(rf"(?:{GROUP_ENDS}|{HEADED_ENDS}|{COMMITTEE})$", "", name)
    return len(_GENERIC.sub("", core)) < 2 and not re.search(rf"(?:{COMMITTEE_SHORT})$", name)


def _segment(text: str, floor: int, stop: int) -> int:
    """Where the run of characters begins that may hold the name: whole brackets and quotes, no punctuation."""
    i = stop
    low = max(floor, stop - REACH)
    while i > low:
        char = text[i - 1]
        if char in "）)”":
            opening = {"）": "（", ")": "(", "”": "“"}[char]
            before = text.rfind(opening, low, i - 1)
            if before < 0 or re.search(r"[。；\n]", text[before:i]):
                break
            i = before
        elif (
            char in "（(“"
            or char in _HARD
            or (
                char == " "
                and (
                    not is_generic(squash(text[i:stop]))
                    or not re.search(r"[\u4e00-\u9fff”](?<![条章])$", text[low : i - 1])
                )
            )
        ):
            break
        else:
            i -= 1
    return i


def _trim(text: str, begin: int, stop: int) -> int:
    """Where the name begins in the run: behind the words that stand before a name."""
    word = _word_start(text, begin, stop)
    for cut in _CUT.finditer(text, begin, stop):
        if cut.end() > word:
            break
        if cut.start() >= begin and _outside(text[begin : cut.start()]):
            begin = cut.end()
    if number := _NUMBERED.match(text, begin, word):
        begin = number.end()
    set_up = bool(_VERB.search(text, max(0, begin - 8), begin)) or attributive(text, begin)
    for mark in re.finditer("、|和|与|及|或|暨|/", text[begin:word]):
        left, right = squash(text[begin : begin + mark.start()]), text[begin + mark.end() : stop]
        if not _outside(text[begin : begin + mark.start()]):
            continue
        whole = set_up and not (stands_alone(left) or re.search(rf"(?:{GROUP_ENDS}|组)$", left))
        body = stands_alone(left) and not re.search("^.{0,1}委$", left)
        if mark.group() == "、" and _TWO_PLACES.match(f"{left}、{squash(right)}"):
            continue
        if (mark.group() in "、/" and not whole) or body or _NO_PART.search(left):
            return _trim(text, stop - len(right), stop)
    lead = _WHICH if _SETS_UP.search(text, max(0, begin - 8), begin) else _LEAD
    while begin < word:
        match = _NUMBERED.match(text[begin:word]) or lead.match(text, begin, word)
        if not match or not match.group() or text[begin + len(match.group()) :][:1] in "”":
            break
        begin += len(match.group())
    while begin < stop and text[begin] in " \t、，的":
        begin += 1
    return begin


def _outside(text: str) -> bool:
    """Whether all brackets and quotes of `text` are closed."""
    return all(text.count(a) == text.count(b) for a, b in ("“”", "（）", "()"))


def attributive(text: str, begin: int) -> bool:
    """Whether a clause stands before `begin` that says of whom a group is made that is set up: 成立由甲参加的."""
    sentence = text[sentence_start(text, begin, "。\n") : begin]
    return bool(_OF_BOTH.search(sentence)) or (
        sentence.endswith("的")
        and not sentence.endswith(("相应的", "必要的", "专门的"))
        and bool(re.search(rf"(?:{SET_UP})(?!的$)|组成的$", sentence))
    )


def _word_start(text: str, begin: int, stop: int) -> int:
    """Where the last group word of ``text[begin:stop]`` begins."""
    match = re.search(rf"(?:{GROUP_ENDS}|{COMMITTEE}|{COMMITTEE_SHORT})$", text[begin:stop])
    return begin + match.start() if match else stop


def _verb(text: str, begin: int, stop: int) -> int | None:
    """Where the verb stands that sets the group up: before it in its sentence, with no other group between."""
    for verb in reversed(list(_SENTENCE_VERB.finditer(text, sentence_start(text, begin), begin))):
        between = text[verb.end() : begin]
        if re.search(rf"(?:{GROUP_ENDS}){{1}}(?:制度|机制)?[，、]", between):
            return None
        if (
            not between
            or (between.endswith("的") and (between != "的" or verb.group() == "组成"))
            or re.fullmatch(r"(?![按经报向的])[“（\w]{0,4}", between)
            or re.match("由|以", between)
        ):
            return verb.start()
    return None


def sentence_start(text: str, at: int, marks: str = "。；\n") -> int:
    """Where the sentence begins that holds the place, at most `SENTENCE` characters before it."""
    low = max(0, at - SENTENCE)
    return max(max(text.rfind(mark, low, at) for mark in marks) + 1, low)


def same_kind(alias: str, name: str) -> bool:
    """Whether a generic name may mean the group `name`: 领导小组 for 某某工作领导小组."""
    return name.endswith(kinds(alias))


@lru_cache(maxsize=_KEPT)
def kinds(alias: str) -> tuple[str, ...]:
    """The ends of the names that a generic name may mean: those in it, and without 工作, 本 or 该 before it."""
    return alias, re.sub("^(?:工作|本|该)", "", alias)


@lru_cache(maxsize=_KEPT)
def bare(name: str) -> str:
    """The name without the place or level that stands before it (福建省, 全省, 区, 市政府)."""
    place = _PLACE.match(name)
    rest = name[place.end() :] if place else name
    return rest if len(rest) > 5 else name


@lru_cache(maxsize=_KEPT)
def core(name: str) -> str:
    """What of a name two spellings of it share: without place, 工作, 推进 and the like, and quotation marks."""
    return re.sub("[“”「」]", "", _FILL.sub("", bare(name)))


def is_short_of(short: str, long: str) -> bool:
    """Whether `short` is the usual short name of the committee `long`: 市安委会, 市安全生产委员会."""
    return is_committee(long) and is_short(short) and _subsequence(short, long)


def is_short(name: str) -> bool:
    """Whether a name is the usual short one of a committee: 市安委会."""
    return bool(_SHORT.search(name))


def is_committee(name: str) -> bool:
    """Whether a name is that of a committee in full."""
    return name.endswith(COMMITTEE)


def contains(long: str, short: str) -> bool:
    """Whether `short` is a shorter spelling of `long`: its end, or its characters in order, of one kind of group."""
    a, b = re.sub("[“”]", "", long), re.sub("[“”]", "", short)
    if a.endswith(b) or bare(a) == bare(b):
        return True
    return kind(a) == kind(b) and _subsequence(bare(b), a)


@lru_cache(maxsize=_KEPT)
def kind(name: str) -> str:
    """The words that end the name of a group: 领导小组, 联席会议."""
    match = _KIND.search(name)
    return match.group() if match else name[-2:]


def _subsequence(short: str, long: str) -> bool:
    rest = iter(long)
    return all(char in rest for char in short)


def shares_words(long: str, short: str) -> bool:
    """Whether the words of `short`, those in which spellings differ apart, stand in `long` in their order."""
    words, rest = _words(short), _words(long)
    found = bool(words)
    while words and found:
        size = next((n for n in range(len(words), 1, -1) if words[:n] in rest), 0)
        found = size > 0
        rest = rest[rest.find(words[:size]) + size :]
        words = words[size:]
    return found


@lru_cache(maxsize=_KEPT)
def _words(name: str) -> str:
    """What of a name its words are: without its kind, place and fillers, and without what only joins words."""
    return re.sub("[和与及、的]", "", core(_KIND.sub("", name)))
