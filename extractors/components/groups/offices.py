"""The office of a group: where it is, who heads it, and who else sits in it."""

from __future__ import annotations

import bisect
import re

from extractors.bodies import is_vague, squash, stands_alone
from extractors.components.groups.state import SET_UP, Found, Groups
from extractors.groupnames import SENTENCE, GroupName, sentence_start
from extractors.holders import Seat, read_holders, read_prose
from extractors.lexicons.groups import GROUP_ENDS

_OFFICE = re.compile(
    "(?<!政府)(?<!党委)(?<!人大)(?<!政协)(?<![省市区县州旗盟工]委)办公室|办公地点|日常工作由"
    r"|承担(?=[^，。；\n]{0,20}日常工作)"
)
"""Where the text speaks of the office of a group, not of a government's or of a committee's of the Party."""
_HOST = r"(?P<host>[^。；，：\n（）()]{2,40}?)"
_HOST_END = r"(?=[。；，（(）)\n]|承担|负责|[\d一二三四五六七八九十]+(?:楼|层|号)|$)"
_HOSTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"办公室(?:地点)?[，（(]?(?:办公室)?(?:设在|设于|设(?=[省市区县镇乡])|挂靠在?|放在){_HOST}{_HOST_END}",
        rf"办公室[，（(](?:地点)?(?:设在|设于|挂靠在?|放在){_HOST}{_HOST_END}",
        rf"办公室[于在](?![^，。；]{{0,12}}(?:领导|指导)下){_HOST}{_HOST_END}",
        r"办公室(?:[（(][^（）()\n]{2,20}[）)])?，由(?P<host>[^。；，：\n（）()]{2,24}?)(?:具体)?承担(?=[，。；\n])",
        rf"办公室，(?:设?在){_HOST}办公(?![室厅])",
        rf"办公地点设?在{_HOST}{_HOST_END}",
        r"[组会部班]在(?P<host>[^。；，：\n（）()]{2,24}?)设立?办公室",
        r"日常工作由(?P<host>[^。；，：\n（）()]{2,24}?)(?:具体)?(?:承担|负责)",
        r"(?<![^。；，：\n])由?(?P<host>[^。；，：\n（）()]{2,24}?)(?:具体)?承担[^，。；\n]{0,20}日常工作",
    )
)
_WHO = r"(?P<who>[^，。；：\n（）()]{2,40}?)(?:(?<!负责)(?<!领导)同志)?"
_DIRECTORS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!副)主任(?:一职)?由{_WHO}(?:兼任|担任|(?<![主责时])任|兼)",
        rf"设主任(?:[1一][名人])?，由{_WHO}(?:兼任|担任|(?<![主责时])任|兼)",
        rf"{_WHO}(?:兼任|担任|(?<![主责时])任|兼)(?:[\u4e00-\u9fff]{{0,12}}?办公室)?主任(?!委员|医|科员)",
        rf"办公室主任[：:]{_WHO}(?=[，。；：\n（(]|$)",
    )
)

_STAFF = re.compile(r"(?P<role>办公室(?:工作)?人员)(?:从|由)(?P<who>[^，。；]{2,30}?(?:抽调人员(?=组成)|(?=中?抽调)))")
_NAMED_OFFICE = re.compile(r"下设([\u4e00-\u9fff]{1,6}办公室)")
_OFFICE_ALIAS = re.compile(r"办公室[（(]以?下?简称(?:为)?“?(?P<alias>[\u4e00-\u9fff]{2,10}办)”?[）)]")
"""The short name that the text gives the office: 下设办公室（以下简称“联席办”）."""

_LEADING = re.compile(r"^.*(?:由|请|，|确定)")


def read_offices(groups: Groups) -> None:
    """Where each group's office is, who heads it, and who else sits in it."""
    if not groups.found:
        return
    named = _Named(groups)
    for match in _OFFICE.finditer(groups.text, groups.page.head.body):
        _read_office(groups, named, match.start())


class _Named:
    """What the offices of a text are held to: where its names end, where it turns to a group, and who has a seat."""

    def __init__(self, groups: Groups) -> None:
        self.ends = [name.end for name in groups.names]
        turns = [(name.start, turn) for name in groups.names if (turn := _turn(groups.text, name)) is not None]
        self.starts, self.turns = [start for start, _ in turns], [turn for _, turn in turns]
        self.people = {seat.person for group in groups.found for seat in group.seats if seat.person}

    def next_turn(self, at: int) -> int | None:
        """Where the text first turns to a group behind the place; a turn never stands behind the name's beginning."""
        first = bisect.bisect_right(self.starts, at)
        return next((turn for turn in map(self.turns.__getitem__, range(first, len(self.turns))) if turn > at), None)

    def seated(self, words: str) -> str | None:
        """The longest name of a person with a seat that ends `words`."""
        return next((words[i:] for i in range(len(words)) if words[i:] in self.people), None)


def _read_office(groups: Groups, named: _Named, at: int) -> None:
    line_end = groups.text.find("\n", at, at + SENTENCE)
    line_end = min(len(groups.text), at + SENTENCE) if line_end < 0 else line_end
    sentence = sentence_start(groups.text, at)
    group = _owner(groups, named, sentence, at)
    if group is None:
        return
    _host(groups.text, group, sentence, at, line_end)
    stop = groups.text.find("。", at, line_end)
    stop = line_end if stop < 0 else stop
    _director(groups.text, named, group, max(sentence, at - 40), stop)
    if group.host or group.director:
        _office_seats(groups, named, group, at, line_end)


def _owner(groups: Groups, named: _Named, sentence: int, at: int) -> Found | None:
    """The group whose office the sentence speaks of: the one it names, or the one named last before."""
    i = bisect.bisect_right(named.ends, at) - 1
    if i >= 0 and groups.names[i].start >= sentence:
        name = groups.names[i]
        known = None if name.generic else groups.known(name)
        kin = known or groups.by_alias(name.name) or groups.before(at, sure=True, kind=name.name)
        return kin or (groups.before(at, sure=True) if name.generic else None)
    if short := re.search(r"([\u4e00-\u9fff]{2,8}[委会指])$", groups.text[max(sentence, at - 12) : at]):
        return groups.by_alias(short.group(1)) or groups.before(at, sure=True)
    return groups.before(at, sure=True)


def _host(text: str, group: Found, sentence: int, at: int, end: int) -> None:
    if group.host:
        return
    for pattern in _HOSTS:
        match = pattern.search(text, sentence, end)
        if not match or not sentence <= match.start() <= at + 24:
            continue
        if match.start("host") <= at < match.end("host"):
            return
        host = squash(match.group("host"))
        if stands_alone(re.split("、|和", host)[-1]) and not is_vague(host) and not re.fullmatch(".?办公室", host):
            group.host, group.host_span = host, match.span("host")
            return


def _director(text: str, named: _Named, group: Found, start: int, end: int) -> None:
    if group.director and group.director_named:
        return
    for pattern in _DIRECTORS:
        match = pattern.search(text, start, end)
        if not match or "办公室" not in text[max(start - 60, 0) : match.end()]:
            continue
        a, b = match.span("who")
        if lead := _LEADING.match(text[a:b]):
            a += lead.end()
        holders = read_holders(text[a:b])
        if not holders or re.search("办公室$", text[a:b]):
            continue
        holder = holders[-1]
        if group.director and not holder.person:
            return
        start, stop = a + holder.start, a + holder.end
        if (seated := _seated(text, named, start, stop)) is not None:
            group.director, start = seated
            group.director_named = True
        else:
            group.director_named = holder.person is not None
            group.director = holder.person or holder.agency or "".join(holder.posts)
        group.director_span = (start, stop)
        return


def _seated(text: str, named: _Named, start: int, end: int) -> tuple[str, int] | None:
    """The person of a roster whose name ends ``text[start:end]``, whatever characters it is made of (郑允和), and
    where the name begins."""
    words = text[start:end].removesuffix("同志")
    name = named.seated(words)
    return (name, start + len(words) - len(name)) if name else None


def _office_seats(groups: Groups, named: _Named, group: Found, at: int, end: int) -> None:
    """The office as a group of its own, where it has more members than the one who heads it."""
    name = _office_name(groups.text, at)
    if any(office.told and name in ("", office.name) for office in group.offices):
        return
    stop = min(end, named.next_turn(at) or end)
    if divided := _DIVIDED.search(groups.text, at + 3, stop):
        stop = divided.start()
    seats = [s for s in read_prose(groups.text, at, stop) if re.search("主任|成员|人员|联络", s.role)]
    for seat in seats:
        label = groups.text[sentence_start(groups.text, seat.start, "。；，\n") : seat.start]
        if f"办公室{seat.role}由" in label:
            seat.role = f"办公室{seat.role}"
    if staff := _STAFF.search(groups.text, at, end):
        who = squash(staff.group("who"))
        seats.append(Seat(*staff.span("who"), staff.group("role"), posts=(who,), rule="member.prose"))
    if any("主任" not in s.role or "副" in s.role for s in seats):
        office = office_of(groups.text, group, name, at)
        office.told = seats


_DIVIDED = re.compile("[，。；][^，。；]{0,16}(?:下设|分设|内设)(?!办公室)")
"""Where the text goes on to the groups into which one is divided."""


def _turn(text: str, name: GroupName) -> int | None:
    """Where the text turns to a group itself: where it sets it up, or a sentence that begins with its name."""
    if name.set_up is not None:
        return name.set_up
    return name.start if not name.office and sentence_start(text, name.start) == name.start else None


def _office_name(text: str, at: int) -> str:
    if alias := _OFFICE_ALIAS.match(text, at):
        return alias["alias"]
    for match in re.finditer(r"(?:下设|设立|成立)([\u4e00-\u9fff]{0,6}办公室)", text[max(0, at - 80) : at + 8]):
        if match.group(1) != "办公室":
            return match.group(1)
    return ""


def office_of(text: str, group: Found, name: str, at: int) -> Found:
    """The office of the group as a group of its own; `name` is what the text calls it ("" where it does not)."""
    if not group.offices or name not in ("", group.offices[-1].name):
        kind = re.search(rf"(?:{GROUP_ENDS})$", group.name)
        short = next((f"{a}办公室" for a in sorted(group.aliases) if f"{a}办公室" in text), "")
        name = name or _named_office(text, group) or short or f"{kind.group() if kind else group.name}办公室"
        group.offices.append(Found(name, at, at + 3, SET_UP, "group.office", established=True))
    return group.offices[-1]


def _named_office(text: str, group: Found) -> str:
    for at in group.at:
        end = text.find("\n", at, at + SENTENCE)
        if match := _NAMED_OFFICE.search(text, at, end if end > 0 else at + SENTENCE):
            return match.group(1)
    return ""
