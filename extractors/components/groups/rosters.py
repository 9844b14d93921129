"""Groups that a roster lists under their name, and to which group a roster without a name belongs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.bodies import squash
from extractors.components.groups.offices import office_of
from extractors.components.groups.state import LISTED, Found, Groups
from extractors.groupnames import GroupName, find_across, find_names
from extractors.lexicons.groups import GROUP_ENDS
from extractors.outline import Block
from extractors.rosters import LOOK_BACK, Roster, find_rosters

_SECTION = re.compile(
    r"\s*(?!组织)(?P<name>(?:(?!成立|组建|设立|建立|下设|以下|下列)[\u4e00-\u9fff、]){2,14}(?:组|专班)|(?:现场|前方|前线)指挥部)"
    r"(?=[：:。（( ]|$)"
)


_ANY = re.compile("(?:工作|领导|协调|专项)*(?:小组|领导组|工作组|专班)")
"""A heading that names only a kind of group."""


def read_rosters(groups: Groups) -> list[Roster]:
    """Note the groups that a roster lists under their name; the rosters that have no name over them."""
    unplaced: list[Roster] = []
    for roster in find_rosters(groups.page.outline, groups.page.head.body):
        groups.page.rosters.append((groups.page.outline.blocks[roster.first].start, roster.end))
        heading = _heading(groups, roster)
        if heading is None:
            unplaced.append(roster)
            continue
        group = groups.known(heading) or groups.add(heading, LISTED, "group.roster")
        group.established = True
        group.listed += roster.seats
        groups.note_place(group, roster.end)
    return unplaced


def _heading(groups: Groups, roster: Roster) -> GroupName | None:
    """The name over a roster: in its own line, in the lines above, or at the end of the paragraph above."""
    blocks = groups.page.outline.blocks
    if roster.name:
        return GroupName(squash(groups.text[slice(*roster.name)]), *roster.name, False, None, False)
    own = find_names(groups.text, blocks[roster.first].start, roster.start)
    if own and not own[-1].generic:
        return own[-1]
    if roster.start > blocks[roster.first].start and (section := section_name(groups.text, blocks[roster.first])):
        return section
    for i in range(roster.first - 1, max(-1, roster.first - LOOK_BACK), -1):
        block = blocks[i]
        if len(block.body) < 18 and (section := section_name(groups.text, block)):
            return section
        prose = len(block.text) > 60 or bool(re.search("[。，]", block.text))
        names = (
            find_names(groups.text, block.start, block.end)
            if prose
            else list(find_across(groups.text, *_heading_at(groups, block)))
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
            joined = [n for n in find_across(groups.text, blocks[i - 1].start, block.end) if not n.generic]
            if joined:
                return joined[-1]
    return None


def section_name(text: str, block: Block) -> GroupName | None:
    """The group inside a group that heads the block (综合协调组)."""
    match = _SECTION.match(text, block.start + len(block.mark), block.end)
    if match is None or _ANY.fullmatch(match["name"]):
        return None
    return GroupName(match["name"], *match.span("name"), False, None, False)


def _heading_at(groups: Groups, block: Block) -> tuple[int, int]:
    """Where the heading stands of which the block is a line: the whole title of the document, or the block."""
    titles = groups.page.head.proofs.get("title", [])
    return next((span for span in titles if span[0] <= block.start < span[1]), (block.start, block.end))


def place_rosters(groups: Groups, rosters: Iterable[Roster]) -> None:
    """Give each roster without a name over it to the group that the text speaks of."""
    named = [group for group in groups.found if group.rule == "group.named"]
    only = named[0] if len(named) == 1 else None
    for roster in rosters:
        _place_roster(groups, roster, only)


def _place_roster(groups: Groups, roster: Roster, only: Found | None) -> None:
    """A roster without a name over it: that of the group before it, of the `only` one named, or of its office."""
    group = groups.before(roster.start, sure=True) or only
    if group is None:
        groups.page.doubt("roster", roster.start, roster.end, "no group to which it belongs")
        return
    if group.listed and re.search("主任", roster.seats[0].role):
        office_of(groups.text, group, "", roster.start).listed += roster.seats
    elif group.listed:
        group.listed += [seat for seat in roster.seats if seat not in group.listed]
    else:
        group.listed, group.established = roster.seats, True
        groups.note_place(group, roster.end)
