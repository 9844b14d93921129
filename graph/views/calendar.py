"""The duties by the day on which they are due, month by month: who owes what, and what recurs."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.answers import ROLES, when
from graph.schema import schema
from graph.stores import Store
from graph.views.evidence import Evidence, Proof
from graph.views.owned import Scope, Task, tasks
from graph.views.pages import page as rendered
from graph.views.picture import cut_note
from graph.views.style import Foot

_SOON = 30
"""Days from today within which a duty is told to be due soon."""

_MONTHS = 12

_OFTEN: Mapping[tuple[str, int], str] = {
    ("DAILY", 1): "每日",
    ("WEEKLY", 1): "每周",
    ("MONTHLY", 1): "每月",
    ("MONTHLY", 3): "每季度",
    ("MONTHLY", 6): "每半年",
    ("YEARLY", 1): "每年",
}
"""What a frequency and an interval of an RRULE are called; others are 其他周期."""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the calendar. `day`: what stands before it; `owners`: role, caption, names with their pages."""

    day: str
    text: str
    deadline: str
    owners: Sequence[tuple[str, str, Sequence[tuple[str, str]]]]
    overdue: bool
    proof: Proof


@dataclass(frozen=True, slots=True)
class Part:
    """A month, or another part: `id` is what a link in the page leads to."""

    id: str
    heading: str
    items: Sequence[Item]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Parts under one heading; `said` tells what they have in common."""

    heading: str
    said: str
    parts: Sequence[Part]


def page(store: Store, evidence: Evidence, scope: Scope, limit: int, foot: Foot | None, today: datetime.date) -> str:
    """The page: at most `limit` of the dated duties, of the recurring, the lasting and the others each."""
    return rendered("calendar", foot, values(tasks(store, evidence, scope), scope.said, limit, today))


def values(found: Sequence[Task], said: str, limit: int, today: datetime.date) -> dict[str, object]:
    """What stands on the page of those of these duties that have a time; `said` tells which duties they are."""
    timed = [task for task in found if task.deadline or task.due or task.recurrence]
    dated = sorted((task for task in timed if task.due), key=lambda task: _nearness(task, today))
    recurring = [task for task in timed if task.recurrence and not task.due]
    lasting = [task for task in timed if task.due_from and not task.due and not task.recurrence]
    others = [task for task in timed if not (task.due or task.recurrence or task.due_from)]
    limited = (
        ("有截止日期的任务", dated, "未到期而最近者在先，次为刚到期者"),
        ("周期性任务", recurring, "新文件在先"),
        ("长期任务", lasting, "新文件在先"),
        ("不能换算成日期的任务", others, "新文件在先"),
    )
    iso = today.isoformat()
    kept = sorted(dated[:limit], key=lambda task: task.due or "")
    coming = [task for task in kept if (task.due or "") >= iso]
    past = [task for task in reversed(kept) if (task.due or "") < iso]
    chapters = [
        Chapter("未到期", f"截止日期在 {iso} 或以后", _parts(coming, _month, today)),
        Chapter("周期性", "按周期重复，没有一个最后的日期", _parts(recurring[:limit], _cycle, today)),
        Chapter("长期", "有起始日期，没有截止日期", _parts(lasting[:limit], lambda _: "长期坚持", today)),
        Chapter("已到期", f"截止日期在 {iso} 以前；是否完成，文件里没有写", _parts(past, _month, today)),
        Chapter("不能换算成日期", "时限的词语不指明某一天", _parts(others[:limit], lambda _: "只有词语", today)),
    ]
    return {
        "title": f"任务时限日历{f'：{said}' if said else ''}",
        "lead": _counted(dated, today) + f"；周期性 {len(recurring):,} 项；长期 {len(lasting):,} 项；"
        f"不能换算成日期 {len(others):,} 项。",
        "notes": [
            cut_note("列出", limit, len(some), f"项{what}", order) for what, some, order in limited if len(some) > limit
        ],
        "chapters": [chapter for chapter in chapters if chapter.parts],
        "years": _years(kept, iso),
    }


def _counted(dated: Sequence[Task], today: datetime.date) -> str:
    iso, soon = today.isoformat(), (today + datetime.timedelta(days=_SOON)).isoformat()
    over = sum((task.due or "") < iso for task in dated)
    near = sum(iso <= (task.due or "") <= soon for task in dated)
    return f"以 {iso} 为准：有截止日期 {len(dated):,} 项，其中已到期 {over:,} 项、{_SOON} 日内到期 {near:,} 项"


def _nearness(task: Task, today: datetime.date) -> tuple[bool, int, str]:
    """What is not yet due comes first, the nearest day first."""
    days = (datetime.date.fromisoformat(task.due or "") - today).days
    return days < 0, abs(days), task.id


def _month(task: Task) -> str:
    year, month, _ = (task.due or "").split("-")
    return f"{int(year)}年{int(month)}月"


def _cycle(task: Task) -> str:
    return how_often(task.recurrence or "")


def how_often(rule: str) -> str:
    """How often an RRULE says that a duty is due, in Chinese; a year of four months is one of quarters."""
    parts = dict(part.split("=", 1) for part in rule.split(";") if "=" in part)
    months = len(parts.get("BYMONTH", "").split(",")) if "BYMONTH" in parts else 1
    frequency, interval = parts.get("FREQ", ""), int(parts.get("INTERVAL", "1"))
    if frequency == "YEARLY" and interval == 1 and months > 1 and _MONTHS % months == 0:
        frequency, interval = "MONTHLY", _MONTHS // months
    return _OFTEN.get((frequency, interval), "其他周期")


def _parts(some: Iterable[Task], part_of: Callable[[Task], str], today: datetime.date) -> list[Part]:
    parts: dict[str, list[Item]] = {}
    for task in some:
        parts.setdefault(part_of(task), []).append(_item(task, today))
    return [Part(f"m-{heading}", heading, items) for heading, items in parts.items()]


def _item(task: Task, today: datetime.date) -> Item:
    names = schema().enums["role"]
    owners = [
        (
            role,
            names[role],
            list(dict.fromkeys((owner.name, owner.page) for owner in task.owners if owner.role == role)),
        )
        for role in ROLES
    ]
    return Item(
        day=f"{int(task.due[8:])}日" if task.due else "",
        text=task.text,
        deadline=when(task.deadline, task.due_from, task.due) or "",
        owners=[owner for owner in owners if owner[2]],
        overdue=task.due is not None and task.due < today.isoformat(),
        proof=task.proof,
    )


def _years(kept: Sequence[Task], today: str) -> list[tuple[int, list[tuple[str, int, float, bool]]]]:
    """The table of the years: of each month the part to go to, the number of duties, its share of the most, past."""
    counts = Counter((task.due or "")[:7] for task in kept)
    if not counts:
        return []
    most = max(counts.values())
    years = range(int(min(counts)[:4]), int(max(counts)[:4]) + 1)
    return [
        (
            year,
            [
                (f"m-{year}年{month}月", count, round(count / most, 2), key < today[:7])
                for month in range(1, 13)
                for key in [f"{year}-{month:02d}"]
                for count in [counts[key]]
            ],
        )
        for year in years
        if any(key.startswith(str(year)) for key in counts)
    ]
