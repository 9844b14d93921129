"""Rosters: runs of lines that say who sits in a group, in which role.

A roster opens with a role and a colon (组长：), or with a role in a cell of its own, and goes on while the lines name
people, posts or bodies. Many are printed in one line, without line ends; so a line is first divided at the roles in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from extractors import scan
from extractors.bodies import Span, is_place, squash, stands_alone
from extractors.holders import Holder, Seat, is_body, read_holders
from extractors.lexicons.groups import GROUP_ENDS, HEADS, MEMBERS, OPENERS
from extractors.lexicons.people import TITLES
from extractors.outline import Block, Outline
from extractors.persons import HAN, STOP, body_of, has_title, is_name, is_plain_name, read_entries, split_posts


def _loose(words: str) -> str:
    """The alternatives of `words`, longest first, with layout spaces allowed between the characters."""
    return "|".join(r"[ \t]*".join(word) for word in sorted(words.split("|"), key=len, reverse=True))


_ROLE = _loose(f"{HEADS}|{MEMBERS}")
_COUNT = r"(?:[ \t]*(?:\d{1,2}|[一二两三四五六七八九十]{1,3})[名人位])?"
_NOTE = rf"{_COUNT}(?:[ \t]*[（(][^（）()]{{1,14}}[）)])?"
"""What a role may have behind it: how many hold it, and a note."""

_AFTER_WORD = "|".join(f"(?<={char})" for char in "长任记员席师人导组部议班会")
_BEFORE = rf"(?:^|(?<=[\s。；;，,（(）)：:、])|(?<=\d[.．])|{_AFTER_WORD})"
"""What may stand before a role inside a line: a mark, or the end of a post or of a group's name."""

_ORDER = r"(?:[ \t]*[（(](?:以|按|依)[^（）()]{2,14}[）)])?"
"""In which order the names behind a role stand: 成员：（按姓氏笔画为序）."""

_LABEL = re.compile(rf"{_BEFORE}(?P<role>{_ROLE}){_NOTE}[ \t]*(?:[：:]{_ORDER}|(?=\t))")
_MARK_BEHIND = re.compile("[：:\t]")
_BARE = re.compile(
    rf"\s*(?:[（(]?[\d一二三四五六七八九十]{{1,2}}[）)、.．](?!\s*组成))?\s*(?P<role>{_ROLE})(?:[ \t]+|$)"
)
_IN_GROUPS = re.compile("组长|组员|成员|召集人|指挥")
"""Roles that are no posts outside groups: a name alone may follow one without a colon (组长 张三)."""

_TAKEN = re.compile(r"由(?P<who>[^由]{2,}?)(?:同志)?(?:担任|兼任|组成)$")
"""What a sentence says behind a label: 组长：由县长担任."""

_SENT = re.compile(rf"(?P<body>.+)[（(](?P<name>[{HAN}]{{2,4}})[）)]")
"""A body with the one it sends: 县公安局（张三）."""

_FULL_PLACE = re.compile(rf"(?:中共|中国共产党)?[{HAN}]{{2,6}}?[省市县区州旗镇乡]")
_ONE_HOLDS = re.compile(HEADS)
_ONLY_ROLE = re.compile(f"{HEADS}|{MEMBERS}")
_OPENS = re.compile(rf"(?:{OPENERS})$")
_FIRST = re.compile("(?:总指挥长?|指挥长|总召集人|召集人|第一组长|组长|主任委员|主任|会长)$")
_MARK_ONLY = re.compile(r"[\s\d.、（）()一二三四五六七八九十]*")
_SECTION_END = re.compile(r"(?:组|专班)[。：:（(\s]*$")
_OFFICE_BEHIND = re.compile(r"[^，。]{0,20}(?:下设|设在)")
_NOTED = r"(?:[（(][^（）()]{1,12}[）)])?"
"""A note behind a post: （兼）, （主持工作）."""

_POST_LINE = re.compile(
    rf"[省市区县镇乡局委办部院处所校站中心会司街道村行].*(?:{TITLES}){_NOTED}$|^(?:常务)?副?(?:{TITLES}){_NOTED}$"
)
_ONLY_TITLE = re.compile(rf"(?:常务)?副?(?:{TITLES}){_NOTED}")
_DAY = re.compile(r"\s*[\d〇○零一二三四五六七八九十]{4}\s*年[^，。；]{1,4}月[^，。；]{1,4}日\s*")
_NAME_HEAD = re.compile("(?:成员)?姓名$")
_POST_HEAD = re.compile("单位|职务|职位|职称|部门")
_ROLE_HEAD = re.compile("(?:组|专班|指挥部|委员会|会议|班子)(?:内|中|担任)?(?:职务|角色)|担任职务|组内|角色|拟任")
_GROUP_HEAD = re.compile(rf"第?[一二三四五六七八九十\d]{{1,3}}(?:小组|组)|[{HAN}]{{2,8}}(?<!小)组")
"""The name of one of several groups of people: 第一组, 综合组."""

_GROUP_LINE = re.compile(r"\s*(?P<name>第?[一二三四五六七八九十\d]{1,3}(?:小组|组))(?:成员)?[：:]\s*")
_NOTE_LINE = re.compile(r"\s*[（(](?P<told>[^（）()]{2,40})[）)]\s*")
LOOK_BACK = 6
"""How many blocks above a roster its heading may stand."""


@dataclass(slots=True)
class Roster:
    """Seats that belong together, in the blocks `first` to `last`; ``text[start:end]`` is the whole."""

    first: int
    start: int
    end: int
    last: int
    seats: list[Seat] = field(default_factory=list)
    name: Span | None = None
    """Where the name of the group stands, if the roster itself tells it."""


@dataclass(slots=True)
class _Piece:
    """What stands behind one role in a line ("" as role where the line goes on from the one before)."""

    role: str
    start: int
    text: str


def read_labels(text: str, start: int, end: int) -> list[Seat]:
    """The seats that labels give in ``text[start:end]``: 组长：甲，成员单位：乙、丙."""
    pieces = _pieces(text[start:end], start)[1:]
    return [seat for piece in pieces for seat in _seats(piece, piece.role) or ()]


def _pieces(text: str, start: int) -> list[_Piece]:
    """The line at `start` divided at its roles; the first piece is what stands before them."""
    labels = list(scan.found(_LABEL, _MARK_BEHIND, text))
    if (
        not labels
        and (bare := _BARE.match(text))
        and (bare.end() == len(text.rstrip()) or _person_at(text, bare.end()) or _named_at(text, bare))
    ):
        labels = [bare]
    edges = [match.start() for match in labels] + [len(text)]
    out = [_Piece("", start, text[: edges[0]])]
    for label, end in zip(labels, edges[1:], strict=True):
        out.append(_Piece(squash(label.group("role")), start + label.end(), text[label.end() : end]))
    return out


def _pieces_of(block: Block) -> list[_Piece]:
    return _pieces(block.text, block.start)


def _person_at(text: str, at: int) -> bool:
    entries = read_entries(text[at:].strip().replace("\t", " "))
    return bool(entries and (entries[0].posts or entries[0].agency))


def _named_at(text: str, bare: re.Match[str]) -> bool:
    """Whether nothing but names stands behind a role that only groups have."""
    rest = text[bare.end() :].strip()
    entries = read_entries(rest) if _IN_GROUPS.search(squash(bare["role"])) else []
    return bool(entries) and entries[-1].stop == len(rest) and all(is_plain_name(entry.name) for entry in entries)


def find_rosters(outline: Outline, body: int) -> list[Roster]:
    """The rosters of a document, in order; `body` is where its body begins."""
    out: list[Roster] = []
    blocks = outline.blocks
    i = 0
    while i < len(blocks):
        found: list[Roster] = []
        if blocks[i].end > body:
            found = _columns(blocks, i) or _table(blocks, i) or _numbered(blocks[i], i) or _Lines(blocks, i).read()
        out += found
        i = found[-1].last + 1 if found else i + 1
    return out


class _Lines:
    """Reads the rosters that open in one block; there is more than one where the roles begin anew."""

    def __init__(self, blocks: list[Block], first: int) -> None:
        self.blocks = blocks
        self.first = first
        self.role = ""
        self.bare = False
        """Whether the role stands on a line of its own, so that the next line says who holds it."""
        self.done: list[Roster] = []

    def read(self) -> list[Roster]:
        """The rosters; [] where none opens here."""
        pieces = _pieces_of(self.blocks[self.first])
        if not self._opens(pieces):
            return []
        self._begin(self.first, pieces[1])
        if self._line(self.first, pieces[1:]) != "read":
            return []
        missed = False
        for i in range(self.first + 1, len(self.blocks)):
            if self._signs(i):
                break
            state = self._line(i, _pieces_of(self.blocks[i]))
            if state == "end" or (state == "other" and (missed or not self._page_line(i))):
                break
            missed = state == "other"
        return self.done if self.done[0].seats else []

    def _opens(self, pieces: list[_Piece]) -> bool:
        if len(pieces) < 2:
            return False
        above = self.blocks[self.first - 1].text if self.first else ""
        section = _SECTION_END.search(pieces[0].text) or (not pieces[0].text.strip() and _SECTION_END.search(above))
        return bool(_OPENS.search(pieces[1].role) or section)

    def _begin(self, i: int, piece: _Piece) -> None:
        self.done.append(Roster(i, piece.start, self.blocks[i].end, i))

    def _line(self, i: int, pieces: list[_Piece]) -> Literal["read", "other", "end"]:
        """Take the seats of a line. `other` is a line without a seat, `end` one behind which nothing belongs here."""
        if i > self.first and len(pieces) > 1 and not self._goes_on(pieces[0]):
            return "end"
        state: Literal["read", "other", "end"] = "end"
        for piece in pieces:
            if not piece.role and _MARK_ONLY.fullmatch(piece.text):
                continue
            if not piece.role and _give_note(self.done[-1].seats, piece.text):
                self.done[-1].last, self.done[-1].end = i, self.blocks[i].end
                state = "read"
                continue
            bare = self.bare
            seats = _seats(piece, piece.role or self.role, self.blocks[i], bare=bare)
            self.bare = bool(piece.role) and seats == []
            if piece.role:
                if _FIRST.search(piece.role) and _begun_anew(self.done[-1], piece.role):
                    self._begin(i, piece)
                self.role = piece.role
            if seats is None:
                return "read" if state == "read" else "other"
            now = self.done[-1]
            if not (bare or piece.role) and _is_post_of(now.seats, seats):
                _give_posts(now.seats[-1], piece.text)
            elif not (bare or piece.role) and (posts := _all_posts(now.seats, self.blocks[now.last], piece.text)):
                now.seats[-1].posts = posts
            else:
                now.seats += seats
            now.last, now.end = i, self.blocks[i].end
            state = "read"
        return state

    def _goes_on(self, piece: _Piece) -> bool:
        """Whether a line whose roles begin in its middle begins with seats of the role before, or with its number."""
        if _MARK_ONLY.fullmatch(piece.text):
            return True
        return bool(self.role and _seats(_Piece("", piece.start, piece.text), self.role))

    def _signs(self, i: int) -> bool:
        """Whether block `i` is the body that signs the document: alone over a date, and not one of a list."""
        if i + 1 >= len(self.blocks) or not _DAY.fullmatch(self.blocks[i + 1].text):
            return False
        name, before = squash(self.blocks[i].text), squash(self.blocks[i - 1].text)
        if not stands_alone(name):
            return False
        if self.done[-1].seats and self.done[-1].seats[-1].person:
            return True
        return not stands_alone(before) or bool(_FULL_PLACE.match(name) and not _FULL_PLACE.match(before))

    def _page_line(self, i: int) -> bool:
        """Whether block `i` is a line that a page break left in a roster (a heading, a page number)."""
        text = self.blocks[i].text
        if i + 1 >= len(self.blocks) or len(text) > 40 or re.search(f"[，。；：]|{GROUP_ENDS}", text):
            return False
        return len(_pieces_of(self.blocks[i + 1])) == 1 and bool(self.role) and _person_at(self.blocks[i + 1].text, 0)


def _columns(blocks: list[Block], first: int) -> list[Roster]:
    """The rosters of a table that has a group in each column and under it nothing but names."""
    head = blocks[first]
    columns = range(len(head.cells)) if head.row else range(0)
    if len(columns) < 2 or not all(_GROUP_HEAD.fullmatch(squash(head.cell(k))) for k in columns):
        return []
    out = [Roster(first, head.cell_start(k), head.end, first) for k in columns]
    for k, roster in zip(columns, out, strict=True):
        roster.name = (roster.start, roster.start + len(head.cell(k)))
    for i, block in enumerate(blocks[first + 1 :], first + 1):
        cells = [block.cell(k) for k in range(len(block.cells))] if block.row else []
        if not any(cells) or len(cells) > len(out) or not all(is_name(cell) for cell in cells if cell):
            break
        for k, (cell, roster) in enumerate(zip(cells, out, strict=False)):
            start = block.cell_start(k)
            roster.seats += [Seat(start, start + len(cell), "成员", person=squash(cell))] if cell else []
            roster.last, roster.end = i, block.end
    return out if all(roster.seats for roster in out) else []


def _numbered(block: Block, i: int) -> list[Roster]:
    """The roster of a line that has the number of a group and nothing but names behind it: 第一组：甲、乙."""
    match = _GROUP_LINE.match(block.text)
    if match is None:
        return []
    rest = block.text[match.end() :].rstrip(" 。；")
    entries = read_entries(rest)
    if len(entries) < 2 or entries[-1].stop < len(rest):
        return []
    at = block.start + match.end()
    seats = [Seat(at + e.start, at + e.end, "成员", e.name, e.agency, e.posts) for e in entries]
    name = (block.start + match.start("name"), block.start + match.end("name"))
    return [Roster(i, block.start, block.end, i, seats, name)]


def _table(blocks: list[Block], first: int) -> list[Roster]:
    """A roster in a table with columns for the name, the post and the role in the group; [] where there is none."""
    if bare := _headless(blocks, first):
        return [bare]
    heads = [squash(blocks[first].cell(k)) for k in range(len(blocks[first].cells))]
    name = next((k for k, head in enumerate(heads) if _NAME_HEAD.match(head)), None)
    role = next((k for k, head in enumerate(heads) if _ROLE_HEAD.search(head)), None)
    if name is None or role is None:
        return []
    posts = [k for k, head in enumerate(heads) if k not in (name, role) and _POST_HEAD.search(head)]
    roster = Roster(first, blocks[first].start, blocks[first].end, first)
    held_as = "成员"
    for i in range(first + 1, len(blocks)):
        block = blocks[i]
        person = block.cell(name)
        if not block.row or not is_name(person):
            break
        start = block.cell_start(name)
        held = split_posts("".join(block.cell(k) for k in posts))
        body = body_of(held)
        held_as = squash(block.cell(role)) or held_as  # a cell that spans rows leaves those under it empty
        seat = Seat(start, start + len(person), held_as, squash(person), body, () if body else held)
        roster.seats.append(seat)
        roster.last, roster.end = i, block.end
    return [roster] if roster.seats else []


def _headless(blocks: list[Block], first: int) -> Roster | None:
    """A roster in a table without heads, each row a name, a role and posts, in any order; None where there is none."""
    roster = Roster(first, blocks[first].start, blocks[first].end, first)
    column = 0
    for i in range(first, len(blocks)):
        block = blocks[i]
        cells = [block.cell(k) for k in range(len(block.cells))] if block.row else []
        name = next((k for k, cell in enumerate(cells) if is_name(cell)), None)
        role = next((k for k, cell in enumerate(cells) if _ONLY_ROLE.fullmatch(squash(cell))), None)
        if role is None and roster.seats and cells and not cells[column]:
            role = column  # a cell that spans rows leaves those under it empty
        if name is None or role is None:
            break
        column = role
        told = [cell for k, cell in enumerate(cells) if k not in (name, role)]
        posts = split_posts("、".join(_with_bodies(told)))
        start = block.cell_start(name)
        held_as = squash(cells[role]) or roster.seats[-1].role
        seat = Seat(start, start + len(cells[name]), held_as, person=squash(cells[name]), posts=posts)
        roster.seats.append(seat)
        roster.last, roster.end = i, block.end
    return roster if len(roster.seats) > 1 else None


def _with_bodies(cells: list[str]) -> Iterator[str]:
    """The posts of a row, each with the body in the cell before it: 县财政局 and 局长."""
    body = ""
    for cell in cells:
        if has_title(cell):
            yield cell if cell.startswith(body) else body + cell
        body = cell if stands_alone(squash(cell)) else ""


def _is_post_of(seats: list[Seat], line: list[Seat]) -> bool:
    """Whether a line that names a post alone says that of the person on the line above (cells printed one a line)."""
    alone = len(line) == 1 and line[0].rule == "member.post" and not line[0].posts[0].startswith(("各", "有关", "相关"))
    if not (alone and seats and seats[-1].person and not seats[-1].posts):
        return False
    return seats[-1].agency is None or bool(_ONLY_TITLE.fullmatch(line[0].posts[0]))


def _give_note(seats: list[Seat], text: str) -> bool:
    """Give the person on the line above the posts or the body that a bracket on a line of its own tells: （县长）."""
    note = _NOTE_LINE.fullmatch(text)
    if note is None or not seats or not seats[-1].person or seats[-1].posts or seats[-1].agency:
        return False
    told = squash(note["told"])
    if has_title(told):
        seats[-1].posts = split_posts(note["told"])
    elif stands_alone(told):
        seats[-1].agency = told
    return has_title(told) or stands_alone(told)


def _give_posts(seat: Seat, text: str) -> None:
    """Give the seat the posts that a line of their own tells, in the body behind the name (张三 县发改局 / 局长)."""
    seat.posts, seat.agency = split_posts((seat.agency or "") + text.strip()), None


def _all_posts(seats: list[Seat], above: Block, text: str) -> tuple[str, ...]:
    """The posts of the person on the line above with those of this one, where that line ends in the middle of them
    (县委副书记、 or 县发改局, and under it 局长); () where it does not.
    """
    posts = seats[-1].posts if seats and seats[-1].person else ()
    words = squash(text)
    if not posts or not has_title(words):
        return ()
    if above.text.rstrip().endswith("、"):
        return (*posts, *split_posts(text))
    return (*posts[:-1], posts[-1] + words) if _ONLY_TITLE.fullmatch(words) and not has_title(posts[-1]) else ()


def _begun_anew(roster: Roster, role: str) -> bool:
    """Whether a first role comes after the members, or beside a first role of another kind."""
    seen = [seat.role for seat in roster.seats]
    if not seen:
        return False
    return any(re.search("成员|组员|委员$", r) for r in seen) or not any(r[-2:] == role[-2:] for r in seen)


def _seats(piece: _Piece, role: str, block: Block | None = None, *, bare: bool = False) -> list[Seat] | None:
    """The seats that a piece of a line names; None where it names none. `bare`: its role stands in the line above."""
    text = piece.text.replace("\t", " ")
    if not text.strip():
        return [] if piece.role else None
    shift = len(text) - len(text.lstrip(" "))
    if not piece.role and block is not None and block.mark and not shift:
        shift = len(block.mark)
    body, at = text[shift:].rstrip(), piece.start + shift
    if body.count("）") > body.count("（"):
        body = body.rstrip("。；，）")
    labelled = bool(piece.role) or bare
    if labelled and (taken := _TAKEN.fullmatch(body.rstrip("。；，"))):
        at, body = at + taken.start("who"), taken["who"]
    return (
        _people(body, at, role, labelled)
        or (_holders(body, at, role) if labelled else None)
        or (None if labelled or _is_heading(block) else _alone(body, at, role))
    )


def _people(body: str, at: int, role: str, labelled: bool) -> list[Seat] | None:
    """The people that a line lists; behind a role anything may follow them, in a line of its own nothing much."""
    entries = read_entries(body, sure=bool(role))
    if not entries or not (labelled or entries[0].posts or entries[0].agency or len(body) < 60):
        return None
    behind = body[entries[-1].stop :]
    rest = behind.strip(" 、，；。")
    apart = behind.startswith(" ") and entries[-1].posts and has_title(entries[-1].posts[-1])
    if labelled and re.match("[、，][^。；]{2}", behind):
        return None
    if labelled or len(rest) < 12 or apart or _OFFICE_BEHIND.match(rest):
        return [Seat(at + e.start, at + e.end, role, e.name, e.agency, e.posts) for e in entries]
    return None


def _holders(body: str, at: int, role: str) -> list[Seat] | None:
    """The bodies and posts (and people among them) that a line lists behind its role."""
    stop = STOP.search(body)
    holders = [_named(holder, role) for holder in read_holders(body[: stop.start()] if stop else body)]
    return [_seat(holder, at, role) for holder in holders] if holders and all(map(_may_sit, holders)) else None


def _named(holder: Holder, role: str) -> Holder:
    """A holder of a role that one person has: a short word that is no body is a name, whatever its surname."""
    name = holder.agency or ""
    sent = _SENT.fullmatch(name)
    if sent and is_plain_name(sent["name"]) and stands_alone(sent["body"]):
        return replace(holder, person=sent["name"], agency=sent["body"])
    if (
        _ONE_HOLDS.fullmatch(role)
        and re.fullmatch(f"[{HAN}]{{2,4}}", name)
        and not (stands_alone(name) or is_place(name))
    ):
        return replace(holder, person=name, agency=None)
    return holder


def _alone(body: str, at: int, role: str) -> list[Seat] | None:
    """One post or body on a line of its own."""
    if len(body) > 40 or re.search(rf"[，。；：]|(?:{GROUP_ENDS})$|名单|附件", body):
        return None
    if _POST_LINE.search(body):
        if body.startswith("各"):
            return [_seat(holder, at, role) for holder in read_holders(body)]
        return [Seat(at, at + len(body), role, posts=(squash(body),), rule="member.post")]
    if re.search("成员|单位|组员", role) and stands_alone(squash(body)):
        return [_seat(holder, at, role) for holder in read_holders(body)]
    return None


def _is_heading(block: Block | None) -> bool:
    """Whether the block is a numbered heading, or one that is followed by a colon."""
    return block is not None and (0 < block.level < 6 or block.text.rstrip().endswith(("：", ":")))


def _may_sit(holder: Holder) -> bool:
    """Whether a holder is one, and no part of a sentence that begins behind a role."""
    words = holder.agency or holder.person or "".join(holder.posts)
    return (
        len(words) <= 40 and not re.search("[《》“”]|^(?:为|现|请|已)", words) and (not holder.agency or is_body(words))
    )


def _seat(holder: Holder, at: int, role: str) -> Seat:
    rule = "member.agency" if holder.agency else "member.post"
    return Seat(at + holder.start, at + holder.end, role, holder.person, holder.agency, holder.posts, rule)
