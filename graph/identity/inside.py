"""Names that only their own document makes clear: its group (领导小组) and the offices inside its body (人事股).

The same words mean other bodies in another document, so a name of this kind is either written out in full (the group
that the document sets up or names, the body that it is about) or stays the document's own.
"""

from __future__ import annotations

import re

from extractors.groupnames import same_kind
from extractors.lexicons.groups import COMMITTEE, GENERIC, GROUP_ENDS
from graph.identity.names import host_of, known_office
from graph.identity.places import Context, Place

_OF_GROUP = re.compile(
    rf"(?!各级|上级|上一级|下一级|地方|全国|国务院|国家|中央)(?:[本该我]|各(?=.+成员单位$))?"
    rf"(?P<group>.*(?:{GROUP_ENDS})|(?:{GENERIC})*?{COMMITTEE})"
    r"(?P<part>办公室|办|各?成员单位)?"
)
"""The name of a group, and what of the group is meant."""

_NO_WORDS = re.compile(rf"(?:{GENERIC})*?(?:{GROUP_ENDS}|{COMMITTEE})")
"""A name that says no more than 领导小组."""

_SELF = r"(?:[本我]单位)?[本我]?(?P<self>[局厅署]|委(?![托员派])|(?:部|院|中心)(?=办公室|机关|各))?"
_INSIDE = re.compile(
    rf"""
    (?!各|有关|相关) {_SELF} (?:机关(?!党委|纪委|工会))?
    (?P<office> (?!各|有关|相关) (?:
        (?:综合|党政|行政|党委|党组)?办公[室厅]
      | (?:直属)?机关(?:党委|纪委|工会)
      | [\u4e00-\u9fff]{{1,12}}(?:[股科]|(?<!公)司|(?<!办事)(?<!管理)(?<!代表)处|(?<!办公)(?<!卫生)(?<!图书)(?<!实验)室)
    ))
    """,
    re.VERBOSE,
)
"""An office inside a body (人事股, 局办公室), and the word for that body before it."""

_SET_INSIDE = re.compile(
    rf"""
    {_SELF}
    (?P<set>
        (?:机关|系统|内设|直属|下属|所属|属|直)* 各? (?P<some>有关|相关)?
        (?:股室|科室|处室|司局|内设机构) (?:（[^（）]*）)?
      | (?P<units>(?:直属|下属|所属|属|直) 各? 单位 | 各 (?:直属|下属|所属) 单位)
    )
    """,
    re.VERBOSE,
)
"""All offices inside a body, or all that are under it (各股室, 局属各单位)."""


def group_meant(name: str, place: Place | None, context: Context) -> str | None:
    """The name in full of the document's group, or of its office, that the end of its name means (领导小组办公室).

    `name` is without the `place` in front of it. "" where it has no words of its own and the document names no such
    group or several; None for a name that stands for itself.
    """
    match = _OF_GROUP.fullmatch(name)
    if match is None or (place and match["group"].endswith(COMMITTEE)):  # 县委员会 is the Party's
        return None
    wholes = {match["group"], *(where.name + match["group"] for where in (place, context.place) if where)}
    fit = [group for group in context.groups if same_kind(match["group"], group.name) and group.name not in wholes]
    unknown = "" if _NO_WORDS.fullmatch(match["group"]) else None
    set_up = [group for group in fit if group.set_up and place in (None, group.place)]
    for likely in (set_up, [group for group in fit if group.place == (place or context.place)]):
        if likely:
            return likely[0].name + _part(match["part"] or "") if len(likely) == 1 else unknown
    return unknown


def _part(written: str) -> str:
    return "办公室" if written == "办" else written.removeprefix("各")


def all_inside_meant(name: str, context: Context) -> str | None:
    """The name in full of all offices of the document's body, or all bodies under it, that a normal name means.

    "" where no one can say of which body they are; None for any other name.
    """
    match = _SET_INSIDE.fullmatch(name)
    if match is None or (not match["self"] and (match["some"] or (match["units"] and not context.host))):
        return None
    return context.host + match["set"] if _is_host(match["self"], context) and not match["some"] else ""


def inside_meant(name: str, context: Context) -> str | None:
    """The name in full of an office inside the document's body that a normal name without a place means.

    "" where no one can say of which body it is; None for a name that stands for itself.
    """
    match = _INSIDE.fullmatch(name)
    if match is None or _WHOSE.search(match["office"][:-1]) or _stands_for_itself(name, context):
        return None
    offices = [group.name + name for group in context.groups if group.office]
    if name == "办公室" and offices:  # of the body, or of a group
        return offices[0] if len(offices) == 1 and not context.host else ""
    return context.host + match["office"] if _is_host(match["self"], context) else ""


_WHOSE = re.compile(r"局|厅|中心|[总支大]队|公司|银行|医院|大学|学院|学校|[中小]学")
"""A body whose office a name tells."""


def _stands_for_itself(name: str, context: Context) -> bool:
    """Whether the table has the office, or one that the name begins with (财政局人事股)."""
    level = context.place.level if context.place else None
    return known_office(name, level, context.year) is not None or host_of(name, level, context.year) is not None


def _is_host(written: str | None, context: Context) -> bool:
    """Whether the document has a body, and the word for it in front of 办公室 may mean it."""
    return bool(context.host) and (not written or written in context.host[-3:])
