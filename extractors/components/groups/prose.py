"""Groups that sentences set up, name, or head: with the members that these sentences and the next ones give."""

from __future__ import annotations

import bisect
import itertools
import re

from extractors.bodies import stands_alone
from extractors.components.groups.rosters import section_name
from extractors.components.groups.state import NAMED, SET_UP, Found, Groups
from extractors.groupnames import SENTENCE, GroupName, bare, is_generic, sentence_start
from extractors.holders import Seat, read_prose
from extractors.lexicons.groups import GROUP_ENDS, PROSE_ROLES
from extractors.persons import NAME
from extractors.rosters import read_labels

_SECTION_SEATS = re.compile(r"牵头|组\s*长|成员|参加|由.{2,60}组成|负责人")

_SECTION_OPENS = re.compile("由.{2,60}(?:牵头|负责|任|组成)|(?:牵头|组长|成员)")
_UNDER = 3
"""How many paragraphs under the heading of a group may be read for who sits in it."""

_BY = re.compile("(?<=[长人任员位挥，、：])由")
_ROLE_FIRST = re.compile(rf"\s*(?:{PROSE_ROLES})(?:[\d一二两三四五六七八九十]{{1,2}}[名人][，、：]?)?")

_ASIDE = re.compile(r"[（(](?P<seats>[^（）()\n]*)[）)]")
"""Behind the name of one of several groups, who sits in it: 综合组（组长：甲，成员单位：乙、丙）."""

_HEADED = re.compile(
    rf"^{NAME}(?:同志)?(?:担任|任|为)(?:第一|双)?(?:组长|总指挥|指挥长|召集人|主任委员)(?=[，、。；])", re.M
)

_ADDED = re.compile("增补[^。；\\n]{2,200}")

_MAY = re.compile(
    "(?<![许认])可(?:以|(?!持续|再生|靠|行|能))[^，。；]{0,14}$"
    "|(?:必要时|视情况?(?!通报)|视需要|适时|条件成熟(?:时|后))[^。；]{0,24}$"
)
"""What says before its verb that a group may be set up, which sets up none."""

_SENTENCE = re.compile("[^。；]+[。；]?")
_GOES_ON = re.compile(
    rf"(?:其中，?)?(?:下?设)?(?:由[^。]*(?:担任|任|为|组成)|(?:第一|常务|执行|副)*(?:{PROSE_ROLES})|[^，。]{{0,24}}(?:{GROUP_ENDS}|委员会)(?:的?(?:{PROSE_ROLES}))?(?:由|下?设(?:{PROSE_ROLES}))|[^，。]{{2,40}}(?:担任|任|为)(?:{GROUP_ENDS}|委员会)?(?:{PROSE_ROLES}))"
)
_COUNT = r"(?:[\d一二两三四五六七八九十]{1,2}|若干)"
_TELLS = re.compile(
    rf"""
    (?:[（(]以?下?简称[^（）()]*[）)])?      # 某委员会（以下简称某委）由...
    (?:负责[^。；，\n]{{2,30}}(?=，))?         # 某指挥部负责全县防汛工作，总指挥由...
    # 某委员会，在县委领导下，由...
    (?:，(?![^，]{{0,6}}(?:设立|成立|下设|组建|建立|健全))[^。；，\n]{{0,24}}|实行[^。；，\n]{{2,8}}制)?，?\s*
    (?: 由[^。；\n]{{2,400}}?(?:组成(?!人?员)|牵头|[任为兼](?:{PROSE_ROLES}))
      | 下?设(?:{PROSE_ROLES})(?:{_COUNT}[名人个]|，由)
      | (?:(?:{PROSE_ROLES})[、和])?(?:{PROSE_ROLES})(?:(?:{_COUNT}[名人个]，?)?可?(?:分别)?由|包括|为|有) )
    """,
    re.X,
)
"""What follows the name of a group where its sentence says who sits in it."""

_OFFICE_BEGINS = re.compile(
    "下设.{0,8}办公室|(?<!政府)(?<!党委)(?<!人大)(?<!政协)(?<![省市县区州旗盟工]委)办公室(?![的、"
    "和等]|主要|分管|负责(?:人|同志))"
)
"""Where the text goes on to the group's office; that of a government or a committee of the party is a member."""

_EACH = re.compile("(?<=[组班])，?(?:分别|均|各)由")
"""Where the text goes on to who heads each of the groups in which one is divided."""

_HEADS_OF = re.compile("(?:主要|分管|有关|相关)?(?:领导(?!小组)|负责人|负责同志)")
"""Behind the name of a group that is told only as whose heads sit in another: 指挥长由县安委会领导担任."""

_LIKEWISE = re.compile("各(?:[县市区镇乡地级部单高学企旗州]|有关|相关)|各省级|相应|本级|本地")
"""What says that others are to set up a group of the same kind."""

_MARK = re.compile("[，。；：\n]")
"""The marks of a sentence, and the ends of lines."""

_CELL_TITLE = re.compile(r"[^\t\n]*(?:通知|意见|办法|规则|方案|决定|规定|细则)(?:[\t\n]|$)")


def read_set_up(groups: Groups) -> None:
    """Groups that a sentence sets up, with the members that it and the sentences after it name."""
    for i, name in enumerate(groups.names):
        if name.set_up is None or name.office or name.start < groups.page.head.body:
            continue
        if name.generic and (groups.text.endswith("简称", 0, name.start) or _is_likewise(groups, name)):
            continue
        if _is_likewise(groups, name) and any(_is_fuller(other.name, name.name) for other in groups.names):
            continue  # one like that of the document
        group = groups.known(name)
        if group is None or (group.name != name.name and group.has_seats and _is_for_others(groups, name)):
            group = groups.add(name, SET_UP, "group.established")
        elif group.certainty <= SET_UP and not group.has_seats and len(name.name) > len(group.name):
            groups.rename(group, name)
        group.established |= not _MAY.search(groups.text, sentence_start(groups.text, name.set_up), name.set_up)
        groups.note_place(group, name.start)
        groups.note_form(group, name)
        groups.note_alias(group, name)
        block = groups.page.outline.at(name.start)
        if group.listed and block and block.row:
            continue  # a table that sums up what a roster names
        begin = _clause(groups, name.set_up)
        verb = name.set_up if begin < name.set_up and not groups.text.startswith("组成", name.set_up) else begin
        group.summary += read_prose(groups.text, begin, verb) + read_prose(groups.text, verb, name.start)
        group.told += _prose_after(groups, i, group)


def _clause(groups: Groups, verb: int) -> int:
    """Where the words begin that say who makes the group: at the verb, or before it (甲牵头，乙参加，建立...)."""
    start = sentence_start(groups.text, verb)
    made = groups.text.startswith("组成", verb) or re.search(
        "(?:牵头|参加|参与|配合|协助)，?(?:共同)?$|牵头，会同[^。；]+?(?:，|部门|单位|[局委办厅部院])(?:共同)?$",
        groups.text[start:verb],
    )
    return start if made else verb


def _prose_after(groups: Groups, i: int, group: Found) -> list[Seat]:
    """The seats that the rest of the sentence gives, and the sentences after it that go on about them."""
    name = groups.names[i]
    end = min(_end_of(groups, name), name.end + 2 * SENTENCE)
    after = itertools.takewhile(lambda n: n.start < end, map(groups.names.__getitem__, range(i + 1, len(groups.names))))
    following = next((n for n in after if _is_other(groups, n, group)), None)
    if following:
        sentence = sentence_start(groups.text, following.start)
        turn = sentence if sentence > name.end else following.start
        end = max(name.end, min(end, turn if following.set_up is None else following.set_up))
    if each := _EACH.search(groups.text, name.end, end):
        end = each.start()
    if office := _OFFICE_BEGINS.search(groups.text, name.end, end):
        end = max(groups.text.rfind(mark, name.end, office.start()) for mark in "。，；")
        end = max(end, name.end)
    stop = name.end
    for part in _SENTENCE.finditer(groups.text, name.end, end):
        if part.start() > name.end and not _GOES_ON.match(part.group().lstrip("。；")):
            break
        stop = part.end()
    return read_prose(groups.text, name.end, stop)


def _end_of(groups: Groups, name: GroupName) -> int:
    """The end of the paragraph that holds the name, or of the next one where the name is its heading."""
    blocks = groups.page.outline.blocks
    i = groups.page.outline.index(name.start)
    headed = name.end >= blocks[i].end - 1 and i + 1 < len(blocks) and not blocks[i + 1].level
    return blocks[i + 1].end if headed else blocks[i].end


def _is_other(groups: Groups, name: GroupName, group: Found) -> bool:
    """Whether the name is that of another group, of which the text goes on to speak."""
    if name.set_up is not None and (not name.generic or _is_likewise(groups, name)):
        return True
    if name.generic or name.office or _HEADS_OF.match(groups.text, name.end):
        return False
    return not groups.is_name_of(name, group)


def _is_likewise(groups: Groups, name: GroupName) -> bool:
    """Whether others are told to set up a group of this kind, of whose members nothing is said before its name."""
    return _is_for_others(groups, name) and not groups.text.endswith("的", 0, name.start)


def _is_for_others(groups: Groups, name: GroupName) -> bool:
    """Whether others are told to set up the group (各镇要成立...)."""
    begin = sentence_start(groups.text, name.start)
    return name.set_up is not None and bool(_LIKEWISE.search(groups.text, begin, name.set_up + 8))


def read_parts(groups: Groups, parts: list[GroupName]) -> None:
    """Groups that another is divided into."""
    starts = [part.start for part in parts]
    for part in parts:
        group = groups.called(part.name) or groups.add(part, SET_UP, "")
        group.established = True
        group.rule = "group.part" if group.certainty == SET_UP else group.rule
        aside = _ASIDE.match(groups.text, part.end)
        seats = read_labels(groups.text, *aside.span("seats")) if aside else []
        if seats and len(seats) >= len(group.seats):
            group.told, group.listed = [], seats
        elif groups.text.startswith("由", part.end):
            stops = [at for at in (*starts, groups.text.find("。", part.end, part.end + SENTENCE)) if at > part.start]
            group.told = read_prose(groups.text, part.end, min(stops, default=part.end))


def read_sections(groups: Groups) -> None:
    """Groups inside a group that head a paragraph of their own: 综合协调组。由甲牵头，乙、丙参加。"""
    blocks = groups.page.outline.blocks
    for i, block in enumerate(blocks):
        name = section_name(groups.text, block)
        if not name or block.start < groups.page.head.body:
            continue
        end = _section_end(groups, i) if name.end >= block.end - 1 else block.end
        if groups.page.in_roster(block):
            _tell_before_roster(groups, name)
            continue
        if not _SECTION_SEATS.search(groups.text, name.end, min(end, name.end + SENTENCE)):
            continue
        seats = read_prose(groups.text, name.end, end)
        group = groups.known(name) or groups.add(name, SET_UP, "group.section")
        if not group.has_seats:
            group.established, group.told = True, seats


def _section_end(groups: Groups, i: int) -> int:
    """The end of the paragraph under the heading `i` that says who sits in the group."""
    blocks = groups.page.outline.blocks
    under = blocks[i + 1 : i + 1 + _UNDER]
    for block in under:
        if block.level or section_name(groups.text, block):
            break
        if _SECTION_OPENS.match(block.text):
            return block.end
    return under[0].end if under else blocks[i].end


def read_role_lines(groups: Groups) -> None:
    """Sentences that begin with a role (组长由甲担任): of the group named before in the paragraph, or set up last."""
    text, outline = groups.text, groups.page.outline
    for by in _BY.finditer(text, groups.page.head.body):
        block = outline.blocks[outline.index(by.start())]
        begin = max(sentence_start(text, by.start(), "。\n"), block.start + len(block.mark))
        if not _ROLE_FIRST.fullmatch(text, begin, by.start()) or groups.page.in_roster(block):
            continue
        group = groups.named_in(block.start, begin) or groups.before(begin, sure=True)
        if group and not group.listed:
            stop = text.find("。", begin, block.end)
            end = _office_at(text, begin, stop if stop > 0 else block.end)
            group.told += [seat for seat in read_prose(text, begin, end) if not group.has_role(seat.role)]


def read_headed(groups: Groups) -> None:
    """Paragraphs that begin with who heads a group (赵明远任组长，钱进为副组长): of the group set up last, where
    nothing else says who sits in it.
    """
    for headed in _HEADED.finditer(groups.text, groups.page.head.body):
        group = groups.before(headed.start(), sure=True)
        if group and not group.has_seats:
            stop = groups.text.find("。", headed.end(), headed.end() + SENTENCE)
            group.told = read_prose(groups.text, headed.start(), stop if stop > 0 else headed.end())


def read_added(groups: Groups) -> None:
    """Members that a notice adds to a group named before: 增补甲为副组长，乙、丙为成员."""
    text, outline = groups.text, groups.page.outline
    for added in _ADDED.finditer(text, groups.page.head.body):
        block = outline.blocks[outline.index(added.start())]
        if (group := groups.named_in(block.start, block.end) or groups.before(added.start())) and not group.listed:
            group.told += read_prose(text, *added.span())


def _office_at(text: str, begin: int, end: int) -> int:
    office = _OFFICE_BEGINS.search(text, begin, end)
    return max(begin, text.rfind("。", begin, office.start())) if office else end


def _tell_before_roster(groups: Groups, name: GroupName) -> None:
    """Add the seats that a sentence gives between the name of a group and its roster in the same paragraph."""
    group = groups.known(name)
    if group and group.listed and not group.told:
        group.told = read_prose(groups.text, name.end, max(name.end, min(seat.start for seat in group.listed)))


def read_named(groups: Groups) -> None:
    """Groups that are only named, and other places that name a known one."""
    marks = [mark.start() for mark in _MARK.finditer(groups.text)] if any(name.office for name in groups.names) else []
    for i, name in enumerate(groups.names):
        if name.generic:
            _tell_more(groups, i, groups.before(name.start, kind=name.name))
            continue
        if _is_issuer(groups, name, marks) or _in_title(groups, name):
            continue
        group = groups.known(name)
        if group is None:
            group = groups.add(name, NAMED, "group.office" if name.office else "group.named")
            group.established = name.set_up is not None and name.start < groups.page.head.body
            if groups.text.endswith("的", 0, name.start):
                group.summary = read_prose(groups.text, sentence_start(groups.text, name.start), name.start)
        elif is_generic(group.name) and not (group.listed or is_generic(name.name)):
            groups.rename(group, name)
        elif group.certainty == NAMED and _is_fuller(name.name, group.name):
            if not name.office or group.rule == "group.office":
                groups.rename(group, name)
        elif group.rule == "group.office" and not name.office:
            groups.rename(group, name)
            group.rule = "group.named"
        groups.note_place(group, name.start)
        groups.note_alias(group, name)
        _tell_more(groups, i, group)


def _is_fuller(name: str, known: str) -> bool:
    """Whether a name says more of the group than the known one: its place, or the body whose it is."""
    if len(name) <= len(known):
        return False
    return bare(name) == bare(known) or (name.endswith(known) and stands_alone(name.removesuffix(known)))


def _tell_more(groups: Groups, i: int, group: Found | None) -> None:
    """Add to a group the seats that follow the name of it, in roles of which nothing has told so far."""
    name = groups.names[i]
    if group is None or name.office or (name.generic and _is_likewise(groups, name)):
        return
    if not _TELLS.match(groups.text, name.end):
        return
    group.told += [seat for seat in _prose_after(groups, i, group) if not group.has_role(seat.role)]


def _is_issuer(groups: Groups, name: GroupName, marks: list[int]) -> bool:
    """Whether the name is only that of an office that issues the document or is addressed by it: on a line without any
    of the `marks` of a sentence."""
    if not name.office:
        return False
    i = bisect.bisect_left(marks, name.start)
    around = [groups.text[mark] for mark in marks[max(0, i - 1) : i + 1]]
    return name.start < groups.page.head.body or all(mark == "\n" for mark in around)


def _in_title(groups: Groups, name: GroupName) -> bool:
    """Whether the name stands in the title of another document."""
    before = groups.text[max(0, name.start - 60) : name.start]
    after = groups.text[name.end : name.end + 60]
    if before.rfind("《") > before.rfind("》"):
        return True
    block = groups.page.outline.at(name.start)
    return block is not None and block.row and bool(_CELL_TITLE.match(after))
