"""What only the whole corpus shows: kinds of findings, each found by one function over the tables of the graph.

Nothing is kept: findings are made from the graph when they are asked for, so that they are always those of the graph.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from graph.findings import bodies, chains, documents, groups, moves, owners, times
from graph.findings.corpus import Corpus
from graph.findings.finding import Finding, Place, Severity
from graph.tables import Tables

__all__ = ["KINDS", "PASSED", "Finding", "Kind", "Place", "Severity", "caption", "find", "lead"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of findings: its Chinese caption, a sentence that says what it is, and what finds it.

    `shown`: whether it is shown unless all are asked for; a kind is not of which less than nine of ten were true, or
    that was mended since and has found nothing to judge (docs/findings.md).
    """

    name: str
    caption: str
    lead: str
    finder: Callable[[Corpus], Iterable[Finding]]
    shown: bool = True


PASSED = "passed-deadline"
"""The one kind that needs a day."""

_KINDS = (
    Kind(
        "gone-body",
        "已撤并更名的单位仍承担任务",
        "一份文件已撤销、更名或合并的单位，另一份文件仍把任务交给它。",
        bodies.duties_of_gone,
    ),
    Kind(
        "stripped-body",
        "职责已划出的单位仍承担任务",
        "一份文件已把某项职责从一个单位划转到另一单位，另一份文件仍把这类任务交给原单位。",
        moves.duties_of_stripped,
    ),
    Kind(
        "gone-host",
        "办公室所在单位已撤并更名",
        "议事协调机构的办公室设在另一份文件已撤销、更名或合并的单位。",
        bodies.gone_hosts,
    ),
    Kind(
        "different-leads",
        "同一任务牵头不一",
        "两份文件以相同或相近的文字交办同一任务，牵头单位不同。",
        chains.different_leads,
    ),
    Kind("several-leads", "多头牵头", "由两个以上单位共同牵头的任务。", owners.several_leads),
    Kind("no-lead", "无人牵头", "由几个单位并列承担而没有写明谁牵头的任务。", owners.no_lead),
    Kind("vague-owners", "责任不明", "只交给“有关部门”等说不清是谁的任务。", owners.vague_owners),
    Kind("early-deadline", "时限早于成文日期", "时限早于文件自身成文日期的任务。", times.early_deadlines),
    Kind("later-deadline", "转发后时限推迟", "后一份文件重申同一任务而时限推迟。", chains.later_deadlines),
    Kind("broken-chain", "上级任务没有下传", "逐项落实上级文件时没有写入的任务。", chains.broken_chains, shown=False),
    Kind("shared-number", "文号重复", "内容不同的文件用了同一文号。", documents.shared_numbers, shown=False),
    Kind("repealed-document", "引用已废止的文件", "引用或依据了另一份文件已废止的文件。", documents.repealed),
    Kind("missing-document", "引用的文件未收录", "被引用而本库没有收录的文件。", documents.missing),
    Kind("left-member", "成员已不在原职", "名单所列成员的职务，其后的文件已载明由他人担任。", groups.left_members),
    Kind("many-groups", "兼职过多", "在五个以上议事协调机构任职的人员和单位。", groups.many_groups),
    Kind("same-members", "成员雷同", "五分之四以上成员相同的议事协调机构。", groups.same_members),
)

KINDS = {kind.name: kind for kind in _KINDS}
"""The kinds that need no day, the weightiest first."""

_ORDER = {severity: at for at, severity in enumerate(Severity)}


def caption(kind: str) -> str:
    """What a kind is called in Chinese."""
    return "时限已过" if kind == PASSED else KINDS[kind].caption


def lead(kind: str) -> str:
    """A Chinese sentence that says what a kind is."""
    return "到所给日期应当完成、须核实是否办结的任务。" if kind == PASSED else KINDS[kind].lead


def find(tables: Tables, kinds: Iterable[str], day: str | None = None) -> list[Finding]:
    """The findings of these kinds, in the order of the kinds, the severest first, then as they stand in the sources.

    With a `day` (ISO) also the duties that were due by then. Raises `KeyError` for a kind that is not there.
    """
    corpus = Corpus(tables)
    found: list[Finding] = []
    for kind in kinds:
        found += _in_order(KINDS[kind].finder(corpus))
    if day is not None:
        found += _in_order(times.passed_deadlines(corpus, day))
    return found


def _in_order(found: Iterable[Finding]) -> Iterator[Finding]:
    """Each once, in an order that the ids of relationships do not change."""
    return iter(sorted(set(found), key=lambda one: (_ORDER[one.severity], one.here.source, one.here.start, one.reason)))
