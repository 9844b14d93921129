"""Leading groups, joint conferences, work groups and committees: set up or named, with their members and office.

Three things say that there is a group: a roster under its name, a sentence that sets it up, and its name in a
sentence. What these say of one group is put together here; how each is read is in `extractors.rosters`,
`extractors.holders` and `extractors.groupnames`.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc

from extractors.bodies import is_vague, squash, stands_alone
from extractors.components.page import Page, page_of, put
from extractors.facts import Group, Member
from extractors.groupnames import (
    SENTENCE,
    GroupName,
    attributive,
    bare,
    contains,
    core,
    find_names,
    is_generic,
    kind,
    same_kind,
    sentence_start,
    shares_words,
)
from extractors.holders import Seat, read_holders, read_prose
from extractors.lexicons.groups import GROUP_ENDS, PROSE_ROLES
from extractors.outline import Block
from extractors.rosters import LOOK_BACK, Roster, find_rosters

# How sure a name is to be the full one: a roster's heading, the sentence that sets the group up, any other place.
_NAMED, _SET_UP, _LISTED = 0, 1, 2

_DOES_THE_WORK = 0.8
"""How sure it is that who does a group's daily work has its office too."""

_SECTION = re.compile(r"\s*(?P<name>[\u4e00-\u9fff、]{2,14}组)(?=[：:。（( ]|$)")
_SECTION_SEATS = re.compile(r"牵头|组\s*长|成员|参加|由.{2,60}组成|负责人")
_ALIAS = re.compile(r"[（(]?以?下?简称(?:为|“)?“?(?P<alias>[\u4e00-\u9fff]{2,12})”?[）)]")
_SENTENCE = re.compile("[^。；]+[。；]?")
_GOES_ON = re.compile(
    rf"(?:其中，?)?(?:由[^。]*(?:担任|任|为|组成)|(?:第一|常务|执行|副)*(?:{PROSE_ROLES})|[^，。]{{0,24}}(?:{GROUP_ENDS}|委员会)由|[^，。]{{2,40}}(?:担任|任|为)(?:{PROSE_ROLES}))"
)
_MADE_OF = re.compile(r"(?:，[^。；，\n]{0,24})?，?\s*由(?![^。；\n]*、[^、]、)[^。；\n]{2,240}?组成(?!员)")
"""Who a named group is made of, in its own sentence: 某委员会，在县委领导下，由甲、乙等部门领导组成. A list of single
characters (工、青、妇) cannot be told into bodies."""

_OFFICE_BEGINS = re.compile("下设.{0,8}办公室|办公室(?!的)")
_HOST = r"(?P<host>[^。；，：\n（）()]{2,40}?)"
_HOST_END = r"(?=[。；，（(）)\n]|承担|负责|$)"
_HOSTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"办公室(?:地点)?[，（(]?(?:办公室)?(?:设在|设于|挂靠在?|放在){_HOST}{_HOST_END}",
        rf"办公室[，（(](?:地点)?(?:设在|设于|挂靠在?|放在){_HOST}{_HOST_END}",
        rf"下设办公室[于在]{_HOST}{_HOST_END}",
        rf"办公室，(?:设?在){_HOST}办公(?![室厅])",
        rf"办公地点设?在{_HOST}{_HOST_END}",
        r"日常工作由(?P<host>[^。；，：\n（）()]{2,24}?)(?:具体)?(?:承担|负责)",
    )
)
_WHO = r"(?P<who>[^，。；：\n（）()]{2,40}?)(?:(?<!负责)(?<!领导)同志)?"
_DIRECTORS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!副)主任(?:一职)?由{_WHO}(?:兼任|担任|任|兼)",
        rf"{_WHO}(?:兼任|担任|任|兼)(?:[\u4e00-\u9fff]{{0,12}}?办公室)?主任(?!委员|医|科员)",
        rf"办公室主任[：:]{_WHO}(?=[，。；：\n（(]|$)",
    )
)
_CELL_TITLE = re.compile(r"[^\t\n]*(?:通知|意见|办法|规则|方案|决定|规定|细则)(?:[\t\n]|$)")
_STAFF = re.compile(r"(?P<role>办公室(?:工作)?人员)(?:从|由)(?P<who>[^，。；]{2,30}?(?:抽调人员(?=组成)|(?=中?抽调)))")
_LEADING = re.compile(r"^.*(?:由|请|，|确定)")


@dataclass(slots=True)
class _Group:
    """A group as it is put together; `at` are the places that name it, `certainty` that of its name."""

    name: str
    start: int
    end: int
    certainty: int
    rule: str
    established: bool = False
    at: list[int] = field(default_factory=list)
    forms: set[str] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)
    listed: list[Seat] = field(default_factory=list)
    told: list[Seat] = field(default_factory=list)
    summary: list[Seat] = field(default_factory=list)
    host: str | None = None
    host_span: tuple[int, int] | None = None
    confidence: float = 1.0
    director: str | None = None
    director_span: tuple[int, int] | None = None
    office: _Group | None = None

    @property
    def seats(self) -> list[Seat]:
        """The members: those of the prose and of the roster; a roster replaces what an attribute sums up."""
        seats = [*self.told, *self.listed] if self.listed else [*self.summary, *self.told]
        return list({(s.role, s.person, s.agency, s.posts): s for s in reversed(seats)}.values())[::-1]


@Language.component("dutygraph_groups")
def groups(doc: Doc) -> Doc:
    """Write the span group `groups`."""
    page = page_of(doc)
    names = find_names(page.text)
    reader = _Reader(page, names)
    reader.read_rosters()
    reader.read_set_up()
    reader.read_sections()
    reader.read_named()
    reader.read_offices()
    put(doc, "groups", sorted(reader.facts(), key=lambda fact: fact[0]))
    return doc


class _Reader:
    """The groups of one document on their way from places to facts."""

    def __init__(self, page: Page, names: list[GroupName]) -> None:
        self.page = page
        self.text = page.text
        self.names = names
        self.ends = [name.end for name in names]
        self.found: list[_Group] = []
        self.pending: list[Roster] = []

    # -- the three sources -------------------------------------------------------------------------------------------

    def read_rosters(self) -> None:
        """Groups that a roster lists under their name."""
        for roster in find_rosters(self.page.outline, self.page.head.body):
            self.page.rosters.append((self.page.outline.blocks[roster.first].start, roster.end))
            heading = self._heading(roster)
            if heading is None:
                self.pending.append(roster)
                continue
            group = self._known(heading) or self._new(heading, _LISTED, "group.roster")
            group.established = True
            group.listed += roster.seats
            group.at.append(roster.end)

    def _heading(self, roster: Roster) -> GroupName | None:
        """The name over a roster: in its own line, in the lines above, or at the end of the paragraph above."""
        blocks = self.page.outline.blocks
        own = find_names(self.text, blocks[roster.first].start, roster.start)
        if own and not own[-1].generic:
            return own[-1]
        if roster.start > blocks[roster.first].start and (section := self._section(blocks[roster.first])):
            return section
        for i in range(roster.first - 1, max(-1, roster.first - LOOK_BACK), -1):
            block = blocks[i]
            if len(block.body) < 18 and (section := self._section(block)):
                return section
            prose = len(block.text) > 60 or bool(re.search("[。，]", block.text))
            names = (
                find_names(self.text, block.start, block.end) if prose else list(self._across(block.start, block.end))
            )
            names = [n for n in names if not n.generic]
            if prose:
                told = names and (names[-1].set_up is not None or block.text.rstrip().endswith(("：", ":")))
                return names[-1] if told and i >= roster.first - 2 else None
            if re.search("办公室.{0,8}$", block.text) and "小组及" not in block.text:
                return None
            if names:
                return names[-1]
            if re.search(rf"(?:{GROUP_ENDS}).{{0,10}}$", block.text) and i:
                joined = [n for n in self._across(blocks[i - 1].start, block.end) if not n.generic]
                if joined:
                    return joined[-1]
        return None

    def _section(self, block: Block) -> GroupName | None:
        """The group inside a group that heads the block (综合协调组)."""
        match = _SECTION.match(self.text, block.start + len(block.mark), block.end)
        return GroupName(match.group("name"), *match.span("name"), False, None, False) if match else None

    def _across(self, start: int, end: int) -> Iterable[GroupName]:
        """The names in a heading: its spaces and line ends are layout."""
        kept = [i for i in range(start, end) if not self.text[i].isspace()]
        for name in find_names("".join(self.text[i] for i in kept)):
            yield GroupName(name.name, kept[name.start], kept[name.end - 1] + 1, name.generic, None, name.office)

    def read_set_up(self) -> None:
        """Groups that a sentence sets up, with the members that it and the sentences after it name."""
        for i, name in enumerate(self.names):
            if name.set_up is None or name.office or name.start < self.page.head.body:
                continue
            if name.generic and self.text.endswith("简称", 0, name.start):
                continue
            group = self._known(name)
            if group is None:
                group = self._new(name, _SET_UP, "group.established")
            elif group.certainty <= _SET_UP and not group.seats and len(name.name) > len(group.name):
                group.name, group.start, group.end = name.name, name.start, name.end
            group.established = True
            group.at.append(name.start)
            group.forms.add(name.name)
            self._alias(group, name)
            group.summary += read_prose(self.text, self._clause(name.set_up), name.start)
            group.told += self._prose_after(i, group)

    def _clause(self, verb: int) -> int:
        """Where the words begin that say who makes the group: at the verb, or before it (甲牵头，乙参加，建立...)."""
        start = sentence_start(self.text, verb)
        made = self.text.startswith("组成", verb) or re.search("(?:牵头|参加|参与)，?(?:共同)?$", self.text[start:verb])
        return start if made else verb

    def _prose_after(self, i: int, group: _Group) -> list[Seat]:
        """The seats that the rest of the sentence gives, and the sentences after it that go on about them."""
        name = self.names[i]
        block = self.page.outline.at(name.start)
        end = min(block.end if block else len(self.text), name.end + 2 * SENTENCE)
        following = next((n for n in self.names[i + 1 :] if n.start < end and self._is_other(n, group)), None)
        if following:
            sentence = sentence_start(self.text, following.start)
            end = max(name.end, min(end, sentence if following.set_up is None else following.set_up))
        if office := _OFFICE_BEGINS.search(self.text, name.end, end):
            end = max(self.text.rfind(mark, name.end, office.start()) for mark in "。，；")
            end = max(end, name.end)
        stop = name.end
        for part in _SENTENCE.finditer(self.text, name.end, end):
            if part.start() > name.end and not _GOES_ON.match(part.group().lstrip("。；")):
                break
            stop = part.end()
        return read_prose(self.text, name.end, stop)

    def _is_other(self, name: GroupName, group: _Group) -> bool:
        """Whether the name is that of another group, of which the text goes on to speak."""
        return (name.set_up is not None or not (name.generic or name.office)) and not self._is(name, group)

    def read_sections(self) -> None:
        """Groups inside a group that head a paragraph of their own: 综合协调组。由甲牵头，乙、丙参加。"""
        blocks = self.page.outline.blocks
        for i, block in enumerate(blocks):
            name = self._section(block)
            if not name or block.start < self.page.head.body or self.page.in_roster(block):
                continue
            end = blocks[i + 1].end if name.end >= block.end - 1 and i + 1 < len(blocks) else block.end
            if not _SECTION_SEATS.search(self.text, name.end, min(end, name.end + 200)):
                continue
            seats = read_prose(self.text, name.end, end)
            group = self._known(name) or self._new(name, _SET_UP, "group.section")
            if not group.seats:
                group.established, group.told = True, seats

    def read_named(self) -> None:
        """Groups that are only named, and other places that name a known one."""
        for name in self.names:
            if name.generic or self._is_issuer(name) or self._in_title(name):
                continue
            group = self._known(name)
            if group is None:
                group = self._new(name, _NAMED, "group.office" if name.office else "group.named")
                if self.text.endswith("的", 0, name.start):
                    group.summary = read_prose(self.text, sentence_start(self.text, name.start), name.start)
                elif made := _MADE_OF.match(self.text, name.end):
                    group.summary = read_prose(self.text, name.end, made.end())
            elif group.certainty == _NAMED and bare(group.name) == bare(name.name) and len(name.name) > len(group.name):
                if not name.office or group.rule == "group.office":
                    group.name, group.start, group.end = name.name, name.start, name.end
            elif group.rule == "group.office" and not name.office:
                group.name, group.start, group.end, group.rule = name.name, name.start, name.end, "group.named"
            group.at.append(name.start)
            self._alias(group, name)
        for roster in self.pending:
            self._place_roster(roster)

    def _place_roster(self, roster: Roster) -> None:
        """A roster without a name over it: that of the group before it, or of this group's office."""
        group = self._before(roster.start, sure=True)
        if group is None:
            self.page.doubt("roster", roster.start, roster.end, "no group to which it belongs")
            return
        if group.listed and re.search("主任", roster.seats[0].role):
            self._office_of(group, "", roster.start).listed += roster.seats
        elif group.listed:
            group.listed += [seat for seat in roster.seats if seat not in group.listed]
        else:
            group.listed, group.established = roster.seats, True
            group.at.append(roster.end)

    # -- which group a name means ------------------------------------------------------------------------------------

    def _new(self, name: GroupName, certainty: int, rule: str) -> _Group:
        group = _Group(name.name, name.start, name.end, certainty, rule, at=[name.start])
        self.found.append(group)
        return group

    def _alias(self, group: _Group, name: GroupName) -> None:
        match = _ALIAS.match(self.text, name.end) or _ALIAS.match(self.text, name.end + 2)
        if match:
            group.aliases.add(match.group("alias"))

    def _known(self, name: GroupName) -> _Group | None:
        """The group that is known under this name, or under another spelling of it."""
        for group in self.found:
            if name.name in (group.name, *group.forms, *group.aliases):
                return group
        for group in self.found:
            if self._is(name, group):
                return group
        return None

    def _is(self, name: GroupName, group: _Group) -> bool:
        a, b = group.name, name.name
        if a == b or b in group.aliases:
            return True
        if name.generic:
            return same_kind(b, a)
        if bare(a) == bare(b) or (a.endswith(b) and bare(b) == b):
            return True
        if b.endswith(a) and bare(a) == a and group.certainty < _LISTED and not group.seats:
            return True
        if group.certainty == _LISTED and not name.office:
            if kind(a) != kind(b):
                return False
            return contains(a, b) or shares_words(a, b)
        both_have_seats = name.set_up is not None and group.seats
        return core(a) == core(b) and a[-4:] == b[-4:] and not both_have_seats

    def _is_issuer(self, name: GroupName) -> bool:
        """Whether the name is only that of an office that issues the document or is addressed by it."""
        if not name.office:
            return False
        return name.start < self.page.head.body or not re.search("[，。；：]", self._line(name.start))

    def _in_title(self, name: GroupName) -> bool:
        """Whether the name stands in the title of another document."""
        before = self.text[max(0, name.start - 60) : name.start]
        after = self.text[name.end : name.end + 60]
        cell = "\t" in self._line(name.start) and _CELL_TITLE.match(after)
        return before.rfind("《") > before.rfind("》") or bool(cell)

    def _line(self, at: int) -> str:
        end = self.text.find("\n", at)
        return self.text[self.text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(self.text)]

    def _before(self, at: int, *, sure: bool = False, kind: str = "") -> _Group | None:
        """The group named last before the place; with `sure` one that has members or is set up here; of `kind`."""
        fit = [
            g for g in self.found if (not sure or g.established or g.seats) and (not kind or same_kind(kind, g.name))
        ]
        before = [(max(p for p in g.at if p <= at), i) for i, g in enumerate(fit) if any(p <= at for p in g.at)]
        return fit[max(before)[1]] if before else (fit[0] if fit and kind else None)

    # -- offices -----------------------------------------------------------------------------------------------------

    def read_offices(self) -> None:
        """Where each group's office is, who heads it, and who else sits in it."""
        for match in re.finditer("办公室|办公地点|日常工作由|办公室主任", self.text[self.page.head.body :]):
            at = self.page.head.body + match.start()
            self._read_office(at)

    def _read_office(self, at: int) -> None:
        line_end = self.text.find("\n", at, at + SENTENCE)
        line_end = min(len(self.text), at + SENTENCE) if line_end < 0 else line_end
        sentence = sentence_start(self.text, at)
        group = self._owner(sentence, at)
        if group is None:
            return
        self._host(group, sentence, at, line_end)
        stop = self.text.find("。", at)
        stop = line_end if stop < 0 else min(stop, line_end)
        self._director(group, max(sentence, at - 40), stop)
        if group.host or group.director:
            self._office_seats(group, at, line_end)

    def _owner(self, sentence: int, at: int) -> _Group | None:
        """The group whose office the sentence speaks of: the one it names, or the one named last before."""
        i = bisect.bisect_right(self.ends, at) - 1
        if i >= 0 and self.names[i].start >= sentence:
            name = self.names[i]
            known = None if name.generic else self._known(name)
            return known or self._alias_owner(name.name) or self._before(at, sure=True, kind=name.name)
        if short := re.search(r"([\u4e00-\u9fff]{2,8}[委会指])$", self.text[max(sentence, at - 12) : at]):
            return self._alias_owner(short.group(1)) or self._before(at, sure=True)
        return self._before(at, sure=True)

    def _alias_owner(self, alias: str) -> _Group | None:
        return next((g for g in self.found if alias in g.aliases), None)

    def _host(self, group: _Group, sentence: int, at: int, end: int) -> None:
        if group.host:
            return
        for pattern in _HOSTS:
            match = pattern.search(self.text, sentence, end)
            if not match or not sentence <= match.start() <= at + 24:
                continue
            host = squash(match.group("host"))
            if stands_alone(re.split("、|和", host)[-1]) and not is_vague(host) and not re.fullmatch(".?办公室", host):
                group.host, group.host_span = host, match.span("host")
                if pattern is _HOSTS[-1]:
                    group.confidence = _DOES_THE_WORK
                return

    def _director(self, group: _Group, start: int, end: int) -> None:
        if group.director:
            return
        for pattern in _DIRECTORS:
            match = pattern.search(self.text, start, end)
            if not match or "办公室" not in self.text[max(start - 60, 0) : match.end()]:
                continue
            a, b = match.span("who")
            if lead := _LEADING.match(self.text[a:b]):
                a += lead.end()
            holders = read_holders(self.text[a:b])
            if not holders or re.search("副主任|办公室$", self.text[a:b]):
                continue
            holder = holders[-1]
            start, stop = a + holder.start, a + holder.end
            if (seated := self._seated(start, stop)) is not None:
                group.director, start = seated
            else:
                group.director = holder.person or holder.agency or "".join(holder.posts)
            group.director_span = (start, stop)
            return

    def _seated(self, start: int, end: int) -> tuple[str, int] | None:
        """The person of a roster whose name ends ``text[start:end]``, whatever characters it is made of (郑允和), and
        where the name begins."""
        people = {seat.person for group in self.found for seat in group.seats if seat.person}
        words = self.text[start:end].removesuffix("同志")
        name = max((name for name in people if words.endswith(name)), key=len, default=None)
        return (name, start + len(words) - len(name)) if name else None

    def _office_seats(self, group: _Group, at: int, end: int) -> None:
        """The office as a group of its own, where it has more members than the one who heads it."""
        if group.office and group.office.told:
            return
        following = next((n.set_up for n in self.names if n.set_up is not None and n.set_up > at), end)
        seats = [s for s in read_prose(self.text, at, min(end, following)) if re.search("主任|成员|人员|联络", s.role)]
        for seat in seats:
            label = self.text[sentence_start(self.text, seat.start, "。；，\n") : seat.start]
            if f"办公室{seat.role}由" in label:
                seat.role = f"办公室{seat.role}"
        if staff := _STAFF.search(self.text, at, end):
            who = squash(staff.group("who"))
            seats.append(Seat(*staff.span("who"), staff.group("role"), posts=(who,), rule="member.prose"))
        if any("主任" not in s.role or "副" in s.role for s in seats):
            office = self._office_of(group, self._office_name(group, at), at)
            office.told = seats

    def _office_name(self, group: _Group, at: int) -> str:
        for match in re.finditer(
            r"(?:下设|设立|成立)([\u4e00-\u9fff]{0,6}办公室)", self.text[max(0, at - 80) : at + 8]
        ):
            if match.group(1) != "办公室":
                return match.group(1)
        return ""

    def _office_of(self, group: _Group, name: str, at: int) -> _Group:
        if group.office is None:
            kind = re.search(rf"(?:{GROUP_ENDS})$", group.name)
            short = next((f"{a}办公室" for a in sorted(group.aliases) if f"{a}办公室" in self.text), "")
            name = name or self._named_office(group) or short or f"{kind.group() if kind else group.name}办公室"
            group.office = _Group(name, at, at + 3, _SET_UP, "group.office", established=True)
        return group.office

    def _named_office(self, group: _Group) -> str:
        for at in group.at:
            end = self.text.find("\n", at)
            if match := re.compile(r"下设([\u4e00-\u9fff]{1,6}办公室)").search(
                self.text, at, end if end > 0 else len(self.text)
            ):
                return match.group(1)
        return ""

    # -- facts -------------------------------------------------------------------------------------------------------

    def facts(self) -> list[tuple[int, int, Group]]:
        """The groups as facts; a name without content counts only where the text says of whom it is made."""
        out = []
        for group in self.found:
            office = group.office
            if office:
                head = next(
                    (s for s in office.listed if s.role.endswith("主任") and "副" not in s.role and s.person), None
                )
                if head:
                    group.director, group.director_span = head.person, (head.start, head.end)
            for each in (group, office):
                if each is not None and self._counts(each):
                    out.append((each.start, each.end, self._fact(each)))
        return out

    def _counts(self, group: _Group) -> bool:
        if group.rule == "group.section":
            return bool(group.seats)
        if not is_generic(group.name) or len(group.seats) > 1:
            return True
        return group.established and attributive(self.text, group.start)

    def _fact(self, group: _Group) -> Group:
        span = self.page.clean.span
        return Group(
            **self.page.place(group.start, group.end),
            rule=group.rule,
            confidence=group.confidence,
            name=group.name,
            established=group.established,
            members=tuple(self._member(seat, rank) for rank, seat in enumerate(group.seats, 1)),
            office_host=group.host,
            office_director=group.director,
            office_span=span(*group.host_span) if group.host_span else None,
            director_span=span(*group.director_span) if group.director_span else None,
        )

    def _member(self, seat: Seat, rank: int) -> Member:
        return Member(
            **self.page.place(seat.start, seat.end),
            role=seat.role,
            person=seat.person,
            agency=seat.agency,
            posts=seat.posts,
            rank=rank,
            rule=seat.rule,
        )
