"""Rosters: runs of lines that say who sits in a group, in which role.

A roster opens with a role and a colon (组长：), or with a role in a cell of its own, and goes on while the lines name people, posts or
bodies. Many are printed in one line, without line ends; so a line is first divided at the roles in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors.bodies import squash, stands_alone
from extractors.holders import Holder, Seat, is_body, read_holders
from extractors.lexicons.groups import GROUP_ENDS, HEADS, MEMBERS, OPENERS
from extractors.lexicons.people import TITLES
from extractors.outline import Block, Outline
from extractors.persons import has_title, read_entries


def _loose(words: str) -> str:
    """The alternatives of `words`, longest first, with layout spaces allowed between the characters."""
    return "|".join(r"[ \t]*".join(word) for word in sorted(words.split("|"), key=len, reverse=True))


_ROLE = _loose(f"{HEADS}|{MEMBERS}")
_NOTE = r"(?:[ \t]*[（(][^（）()]{1,14}[）)])?"
_BEFORE = rf"(?:^|(?<=[\s。；;，,）)：:、])|(?<={')|(?<='.join(('长', '任', '记', '员', '席', '师', '人', '导', '组', '部', '议', '班', '会'))}))"
_LABEL = re.compile(rf"{_BEFORE}(?P<role>{_ROLE}){_NOTE}[ \t]*(?:[：:]|(?=\t))")
_BARE = re.compile(rf"\s*(?P<role>{_ROLE})(?:[ \t]+|$)")
_OPENS = re.compile(rf"(?:{OPENERS})$")
_FIRST = re.compile("(?:总指挥长?|指挥长|总召集人|召集人|第一组长|组长|主任委员|主任|会长)$")
_MARK_ONLY = re.compile(r"[\s\d.、（）()一二三四五六七八九十]*")
LOOK_BACK = 6
"""How many blocks above a roster its heading may stand."""


@dataclass(slots=True)
class Roster:
    """Seats that belong together; ``text[start:end]`` is the whole; `lead` is what stands before it in its own line."""

    first: int
    start: int
    end: int
    lead: str = ""
    lead_at: int = 0
    last: int = 0
    seats: list[Seat] = field(default_factory=list)


@dataclass(slots=True)
class _Piece:
    """What stands behind one role in a line ("" as role where the line goes on from the one before)."""

    role: str
    start: int
    text: str


def _pieces(block: Block) -> list[_Piece]:
    """The line divided at its roles; the first piece is what stands before them."""
    text = block.text
    labels = list(_LABEL.finditer(text))
    if (
        not labels
        and (bare := _BARE.match(text))
        and (bare.end() == len(text.rstrip()) or _person_at(text, bare.end()))
    ):
        labels = [bare]
    edges = [match.start() for match in labels] + [len(text)]
    out = [_Piece("", block.start, text[: edges[0]])]
    for label, end in zip(labels, edges[1:], strict=True):
        out.append(_Piece(squash(label.group("role")), block.start + label.end(), text[label.end() : end]))
    return out


def _person_at(text: str, at: int) -> bool:
    entries = read_entries(text[at:].strip().replace("\t", " "))
    return bool(entries and entries[0].posts)


def find_rosters(outline: Outline, body: int) -> list[Roster]:
    """The rosters of a document, in order; `body` is where its body begins."""
    out: list[Roster] = []
    blocks = outline.blocks
    i = 0
    while i < len(blocks):
        found = _roster(blocks, i) if blocks[i].end > body else []
        out += found
        i = found[-1].last + 1 if found else i + 1
    return out


def _roster(blocks: list[Block], first: int) -> list[Roster]:
    """The rosters (more than one where the roles begin anew) that open in block `first`; [] where none does."""
    pieces = _pieces(blocks[first])
    if len(pieces) < 2 or not _OPENS.search(pieces[1].role):
        return []
    lead = pieces[0]
    done: list[Roster] = []
    now = Roster(first, pieces[1].start, blocks[first].end, lead.text, lead.start, first)
    role = ""
    missed = 0
    i = first
    while i < len(blocks):
        if i > first:
            pieces = _pieces(blocks[i])
        if i > first and len(pieces) > 1 and not _MARK_ONLY.fullmatch(pieces[0].text) and not _goes_on(pieces[0], role):
            break
        read = 0
        for piece in pieces if i > first else pieces[1:]:
            if not piece.role and _MARK_ONLY.fullmatch(piece.text):
                continue
            seats = _seats(piece, piece.role or role, block=blocks[i])
            if piece.role:
                if _FIRST.search(piece.role) and _begun_anew(now, piece.role):
                    done.append(now)
                    now = Roster(i, piece.start, blocks[i].end, "", piece.start, i)
                role = piece.role
            if seats is None:
                read = -1 if not read else read
                break
            now.seats += seats
            read += 1
        if read > 0:
            now.last, now.end, missed = i, blocks[i].end, 0
        elif read == 0 or not now.seats or missed or not _page_line(blocks, i, role):
            break
        else:
            missed = 1
        i += 1
    done.append(now)
    return done if done[0].seats else []


def _goes_on(piece: _Piece, role: str) -> bool:
    """Whether a line whose roles begin in its middle begins with seats of the role before."""
    return bool(role and _seats(_Piece("", piece.start, piece.text), role))


def _begun_anew(roster: Roster, role: str) -> bool:
    """Whether a first role comes after the members, or beside a first role of another kind."""
    seen = [seat.role for seat in roster.seats]
    if not seen:
        return False
    return any(re.search("成员|组员|委员$", r) for r in seen) or not any(r[-2:] == role[-2:] for r in seen)


def _page_line(blocks: list[Block], i: int, role: str) -> bool:
    """Whether block `i` is a line that a page break left in a roster (a heading, a page number)."""
    if i + 1 >= len(blocks) or len(blocks[i].text) > 40 or re.search(f"[，。；：]|{GROUP_ENDS}", blocks[i].text):
        return False
    pieces = _pieces(blocks[i + 1])
    return len(pieces) == 1 and bool(role) and _person_at(blocks[i + 1].text.lstrip(), 0)


def _seats(piece: _Piece, role: str, block: Block | None = None) -> list[Seat] | None:
    """The seats that a piece of a line names; None where it names none."""
    text = piece.text.replace("\t", " ")
    if not text.strip():
        return [] if piece.role else None
    shift = len(text) - len(text.lstrip(" "))
    if not piece.role and block is not None and block.mark and not shift:
        shift = len(block.mark)
    body = text[shift:].rstrip()
    at = piece.start + shift
    entries = read_entries(body, sure=bool(role))
    if entries and (piece.role or entries[0].posts or len(body) < 60):
        behind = body[entries[-1].stop :]
        rest = behind.strip(" 、，；。")
        apart = behind.startswith(" ") and entries[-1].posts and has_title(entries[-1].posts[-1])
        if piece.role or len(rest) < 12 or apart or re.match(r"[^，。]{0,20}(?:下设|设在)", rest):
            return [Seat(at + e.start, at + e.end, role, person=e.name, posts=e.posts) for e in entries]
    if piece.role:
        stop = re.search("[。；\n]", body)
        body = body[: stop.start()] if stop else body
        holders = read_holders(body)
        if holders and all(_may_sit(holder) for holder in holders):
            return [_seat(holder, at, role) for holder in holders]
        return None
    if len(body) <= 40 and not re.search("[，。；：]", body) and not re.search(rf"(?:{GROUP_ENDS})$|名单|附件", body):
        if has_title(body) and re.search(rf"[省市区县镇乡局委办部院处所校站中心会司街道村行].*(?:{TITLES})$", body):
            return [Seat(at, at + len(body), role, posts=(squash(body),), rule="member.post")]
        if re.search("成员|单位|组员", role) and stands_alone(squash(body)) and not block_heading(block):
            return [_seat(holder, at, role) for holder in read_holders(body)]
    return None


def block_heading(block: Block | None) -> bool:
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
