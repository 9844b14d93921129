"""Words that only assign: ``A、B牵头，C配合``, ``责任单位：A（牵头）、B``, ``A、B按职责分工负责``."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.bodies import Span, is_place, is_vague, split_bodies, squash, stands_alone
from extractors.facts import Role
from extractors.lexicons.duties import DUE_LABEL, FIRST_LEADS, LABEL, LEAD, SUPPORT, SUPPORT_UNIT, UNIT
from extractors.lexicons.people import LEADERS
from extractors.lexicons.times import PACE, TIME, TOLD
from extractors.persons import is_name


class Assigned(NamedTuple):
    """A body and its role; offsets are in the text that was read."""

    start: int
    end: int
    role: Role


LABELLED = re.compile(rf"(?P<label>{LABEL})(?:\s*[：:]|[】］]\s*[：:]?)\s*")
_TIME_TOLD = r"[^；;，。）)\n]+"
DUE_LABELLED = re.compile(rf"{DUE_LABEL}\s*[：:]\s*(?P<time>{_TIME_TOLD}(?:，[并且]?(?={TOLD}){_TIME_TOLD})*)")
DUE_ALONE = re.compile(rf"{DUE_LABEL}\s*[：:]?")
PEOPLE_LABELLED = re.compile(
    rf"(?:[（(]|(?<![\u4e00-\u9fff]))[\u4e00-\u9fff]{{0,4}}?(?:{LEADERS})[：:](?:(?!\s(?:{LABEL}|{DUE_LABEL})[：:])[^；;，。）)\n])*[）)]?"
)
"""What a label tells of people beside the bodies: 责任单位：县教育局；责任人：王小明."""

_BARE_LABEL = re.compile(rf"(?:{LEAD}|{SUPPORT}|责任|负责|[^：]*(?:{UNIT})[^：]*)")
"""Labels that need no word of a unit: 牵头：, 配合：, 责任：. A bare 监督： or 考核： is a heading."""

_BY_SHARE = (
    "(?:等)?(?:按(?:照)?(?:各自)?(?:职责|职能|任务|工作|属地|管理|权限|原则)*(?:分工)?(?:要求)?(?:分别)?|分工|依职责)?"
    "(?:共同|分别|具体|总体|统一|积极)*"
)
_VERB = re.compile(
    rf"{_BY_SHARE}(?<![（(〔])(?P<verb>牵头负责|负责牵头|(?:{LEAD})(?!单位|部门)(?:组织|落实|实施|推进)?"
    rf"|(?:{SUPPORT})(?!单位|部门)(?:落实|实施|做好)?|负责(?!人|同志|单位|部门)(?:落实|实施|组织实施|(?<!业务)指导(?!单位|部门|组|中心|委)|推进|配合|牵头)?"
    r"|负(?:总|主要|直接|监管)?责(?:任)?(?!任|人)|负主责|(?:具体|组织)实施|(?:业务)?指导(?!单位|部门|组|中心|委|意见|站|员|性)|督导(?!组|室|单位|部门)|(?<!等)实施|落实(?!单位|部门)|承办)"
)
_SHARED = re.compile(rf"{_BY_SHARE}$")
_WITH = re.compile(r"会同|商(?=[省市区县国]|有关|相关)|会(?=[省市区县国])")
_ROLE_NOTE = re.compile(rf"[（(〔]\s*(?P<role>{LEAD}|{SUPPORT}|负责|责任)(?:{UNIT})?\s*[）)〕]")
_WHERE = re.compile("[^由]{2,10}[内的中]由(?=.{2})")
"""Where, or of what, a body of a list is in charge: 技工院校内由|县人社局负责."""

_PERSON_BEHIND = re.compile(r"(?:\s+|[（(])(?P<name>[\u4e00-\u9fff]{2,4})\s*[\d\-]*[）)]?$")
"""Who of the body does it: 县教育局 王小明; 教育科（王小明）."""

_SHORT_NAME = re.compile(r"[省县镇乡州旗]\w{2,6}|市(?![场民政容区])\w{2,6}|区(?![域块间位])\w{2,6}")
"""The short name of a body that ends like no office: 县疾控, 市烟草, 县供电."""

_TOLD = re.compile(TOLD)
_NO_NAME = re.compile(
    r"[。；：！？%％]|^[（(按]|^[\d年月日]+|\d{2}日|\d[室号房]$|^其他$|^下同|^单位$|^(?:完成|落实|推进|实施|持续|长期|见|详见)"
)
_NOTE = re.compile(
    rf"[，,；;。（(]?\s*(?:其中)?(?:{FIRST_LEADS})[^，；。）]*|[，,；;]?\s*下同[）)]?|[，,；;。]\s*以下(?:分工|任务)?均[^；;）)]*"
)
"""What a bracket says beside who does it: who leads, and that the same holds for all that follows."""
_OTHER_LABEL = re.compile(
    r"[；;，,。]\s*[^：:；;，,。、]{0,6}(?:范围|对象|条件|依据|标准|目标|内容|说明|备注|电话)[：:][^；;]*"
)
"""What another label tells behind the bodies: 责任单位：县教育局；适用范围：所有学校，民办学校除外."""
_TOPIC = re.compile(rf"(?:^|(?<=[；;。\s]))(?!{LABEL}\s*[：:])[^：:；;。\s]{{2,24}}[：:]\s*")
"""What a part of a cell is about, before its bodies: 健康学校：县教育局; 健康企业：县总工会."""
_DONE = "完成|取得|持续|落实|办结|实施|启动|全面"
_TIMED = re.compile(
    rf"(?:^|(?<=[，,；;、。]))\s*"
    rf"(?P<time>{TIME}[^，,；;、。]{{0,3}}?(?={_DONE})|(?:{TIME}|{PACE})(?=\s*(?:[，,；;。]|$)))[^，,；;。]*"
)
"""A clause that tells by when: 6月底前完成，县应急局牵头; 持续推进，县应急局牵头; 县应急局、县住建局；2020年底前."""


def role_of(word: str) -> Role:
    """The role that a word of a label, a column or a verb gives (responsible where it names more than one)."""
    word = squash(word)
    lead, support = re.search(LEAD, word), re.search(SUPPORT_UNIT, word)
    if lead and support:
        return "responsible"
    return "lead" if lead else "support" if support else "responsible"


def is_label(match: re.Match[str]) -> bool:
    """Whether a match of `LABELLED` is a label, and no heading that has a word of duty in it."""
    return bool(_BARE_LABEL.fullmatch(squash(match.group("label"))))


def due_of(text: str) -> tuple[int, int] | None:
    """The (start, end) of the time, or of the pace, in a text that assigns: 完成时限：2020年底; 5月底前完成，A负责."""
    match = DUE_LABELLED.search(text) or _TIMED.search(text)
    time = _TOLD.search(text, *match.span("time")) if match else None
    return time.span() if time else None


def told_in(text: str) -> tuple[int, int] | None:
    """The (start, end) of the time, or of the pace, in a text that says nothing else."""
    time = _TOLD.search(text)
    return time.span() if time else None


def assign(text: str, default: Role = "responsible", *, first_leads: str | None = None) -> list[Assigned]:
    """The bodies that `text` gives something to, in order.

    `first_leads`: where no word says who leads, the first does whose name begins so ("" for any; None for nobody).
    """
    text = _blank(text, _NOTE, PEOPLE_LABELLED, _OTHER_LABEL, DUE_LABELLED, _TIMED)
    labels = [match for match in LABELLED.finditer(text) if is_label(match)]
    if not labels:
        return _listed(text, default, labelled=False, first_leads=first_leads)
    out = _listed(text[: labels[0].start()], default, labelled=False, first_leads=first_leads)
    for label, end in zip(labels, [*(m.start() for m in labels[1:]), len(text)], strict=True):
        role = role_of(label.group("label"))
        listed = _listed(
            text[label.end() : end].rstrip("【［ "),
            role,
            labelled=True,
            first_leads=first_leads if role == "responsible" else None,
        )
        out += [Assigned(a + label.end(), b + label.end(), r) for a, b, r in listed]
    return out


def without_topics(text: str) -> str:
    """The text of a cell with commas for what its parts are about (健康学校：县教育局), so that offsets stay."""
    return _blank(text, _TOPIC)


def all_bodies(names: list[str]) -> bool:
    """Whether there are names, and each may be that of a body or of a set of bodies, or stands among bodies as one."""
    known = [stands_alone(n) or is_vague(n) or n.startswith("各") or is_place(n) for n in names]
    return any(known) and all(sure or _SHORT_NAME.fullmatch(n) for sure, n in zip(known, names, strict=True))


def names_of(text: str, assigned: list[Assigned]) -> list[str]:
    """The names at the places of `assigned`, without white space."""
    return [squash(text[a.start : a.end]) for a in assigned]


def has_verb(text: str) -> bool:
    """Whether the text itself says how the bodies in it own the task."""
    return bool(_VERB.search(text) or _ROLE_NOTE.search(text))


def _blank(text: str, *patterns: re.Pattern[str]) -> str:
    """`text` with what the patterns match replaced by commas, so that offsets stay."""
    for pattern in patterns:
        text = pattern.sub(lambda match: "，" * len(match.group()), text)
    return text


def _listed(text: str, default: Role, *, labelled: bool, first_leads: str | None) -> list[Assigned]:
    """Read lists of bodies, each closed by the verb behind it; what no verb closes has the role `default`."""
    out: list[Assigned] = []
    spoken = False
    for part in re.finditer(r"[^；;。]+", text):
        begin, end = part.span()
        for verb in _VERB.finditer(text, begin, end):
            role = role_of(verb.group("verb"))
            if labelled and role == "responsible":
                role = default
            spoken = spoken or role != "responsible"
            out += _bodies(text, begin, verb.start(), role)
            begin = verb.end()
        out += _bodies(text, begin, end, default)
    once: dict[str, Assigned] = {}
    for a in out:
        name = squash(text[a.start : a.end])
        if _name_like(name) and (name not in once or a.role == "lead"):
            once[name] = once.get(name, a)._replace(role=a.role)  # A、B负责，A牵头
    out = list(once.values())
    if first_leads is not None and not spoken and default == "responsible":
        leader = next((a for a in out if text.startswith(first_leads, a.start)), out[0] if out else None)
        return [a._replace(role="lead" if a is leader else "support") for a in out]
    return out


def _bodies(text: str, begin: int, end: int, role: Role) -> list[Assigned]:
    """The bodies of one list; those behind 会同 support, and a note behind a name gives its role (A（牵头）)."""
    while share := _SHARED.search(text, begin, end):
        if share.start() == share.end():
            break
        end = share.start()
    match = _WITH.search(text, begin, end)
    if match:
        return [*_bodies(text, begin, match.start(), role), *_bodies(text, match.end(), end, "support")]
    bodies: list[Span] = []
    people = False
    for a, b in split_bodies(text[begin:end]):
        a, b = a + begin, b + begin
        if where := _WHERE.match(text, a, b):
            a = where.end()
        person = _PERSON_BEHIND.search(text, a, b)
        if person and _is_person(person.group("name")) and stands_alone(squash(text[a : person.start()])):
            b, people = person.start(), True
        elif people and _is_person(text[a:b]):
            continue
        bodies.append((a, b))
    return with_notes(text, bodies, role)


def _is_person(name: str) -> bool:
    return is_name(name) and not stands_alone(name)


def with_notes(text: str, bodies: list[Span], role: Role) -> list[Assigned]:
    """The bodies of a list, each with the role that a note behind it gives (A（牵头）、B), else `role`.

    Behind a body with a note, a note of support is of all that follow: A（牵头），B、C（配合）.
    """
    out: list[Assigned] = []
    first = 0
    for a, b in bodies:
        note = _ROLE_NOTE.search(text, a, b)
        if note is None:
            out.append(Assigned(a, b, role))
            continue
        given = role_of(note.group("role"))
        if given == "support" and first:
            out[first:] = [other._replace(role=given) for other in out[first:]]
        out.append(Assigned(a, note.start(), given))
        first = len(out)
    return out


def is_note(text: str) -> bool:
    """Whether a bracket is a note of the role of the body before it: （牵头）."""
    return bool(_ROLE_NOTE.fullmatch(text))


def _name_like(name: str) -> bool:
    return 1 < len(name) < 46 and not _NO_NAME.search(name)
