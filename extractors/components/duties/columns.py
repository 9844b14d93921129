"""What the columns of a table of tasks are: its bodies, tasks and times, by their heads or by what stands in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice, takewhile

from extractors.bodies import squash
from extractors.components.duties.assign import all_bodies, assign, names_of, role_of, told_in
from extractors.facts import Role
from extractors.lexicons.duties import ADVERB, LEAD, RESPONSIBLE, SUPPORT, UNIT, UNIT_DUTY, VERB
from extractors.outline import Block

_BODY_COLUMN = re.compile(
    rf"[^，。]{{0,4}}(?:{LEAD}|{SUPPORT}|{RESPONSIBLE})(?:[和及、与/（(]?(?:{LEAD}|{SUPPORT}|{RESPONSIBLE}))*(?:{UNIT})[^，。]{{0,5}}"
    rf"|(?:牵头|配合|责任|负责|主办|承办|协办|参与)|{UNIT_DUTY}"
)
_TASK_COLUMN = re.compile("任务|职责|内容|事项|措施|指标|项目|要求|工作|目标|标准|名称|举措|问题")
_POWER_COLUMN = re.compile("实施机关|实施主体")
"""Who administers a licence has no task by that (graph: ADMINISTERS)."""

_NO_BODY_COLUMN = re.compile("代码|盖章|公章|意见|资金|金额|性质|方[向式案面法]|数$")
"""What a form asks of a unit, or a policy gives to it: 单位性质, 实施单位自筹资金, 支持方向."""

_CHARGE_COLUMN = re.compile("(?:业务|行政|行业|上级)?主管(?:单位|部门|机关)")
"""Whom a thing or a licence is under, which is a task only beside what is to be done."""

_TO_DO_COLUMN = re.compile("任务|工作|举措|要求|目标")

_UNIT_COLUMN = re.compile("[^，。]{0,4}(?:单位|部门|科室|股室)(?:名称)?")
_REMIT_COLUMN = re.compile("(?:主要|工作|具体|承担)*(?:职责|职能|任务|分工)+")
"""What each unit of a table must do: 部门, 工作职责."""

_ASIDE = re.compile("[（(][^（）()]*[）)]")
_SHARED_OUT = re.compile("(?:任务|岗位|指标)[^，。]{0,8}(?:分配|分解|安排)(?:计划)?表?")
"""The title of a table that shares a task out among units (公益岗位名额分配表: 单位, 岗位, 数量)."""

_SCORE_COLUMN = re.compile("赋分|评分|得分|计分|分值|权重|考核标准|评价标准")
"""How a task is marked is not the task."""
_TIME_COLUMN = re.compile("时限|时间|期限|进度|节点")
_FIRST_ROWS = 3
"""Rows of a table among which a unit is known for a body."""
_LONG_NAME = 16
"""Characters under which the head of a column of bodies is."""

_DOER_COLUMN = re.compile("(?:实施|项目|建设|具体|工作)?(?:主体|单位|部门|[科处股]室)")
"""A head over bodies that have the tasks only where the tasks beside them are told as such."""

_TASK = re.compile(rf"(?:{ADVERB})*(?:{VERB})")
_SENTENCE = re.compile("[。；;]$")
_NOTHING = re.compile("[无—–\\-/、]?")
_SHORT_TASK = 5
"""Characters that a task has at least."""
_LEAST_ROWS, _SAMPLE = 3, 30
"""Rows that tell by what stands in them what their columns are: at least, and so many of the first at most."""
_MOST, _NEARLY_ALL = 0.6, 0.8
"""Of the cells of a column, how many are tasks, or times; and how many are lists of bodies."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: roles by column, tasks and times. `heads` are empty where the table has no header."""

    heads: list[str]
    roles: dict[int, Role]
    tasks: list[int]
    times: list[int]


def by_heads(header: Block) -> Columns | None:
    """The columns of a header row; None where the row is no header with a column of bodies."""
    if not header.row:
        return None
    heads = cells_of(header)
    if heads[0].isdigit():
        return None  # a row of the table's body
    roles = {k: role_of(head) for k, head in enumerate(heads) if _of_bodies(_ASIDE.sub("", head))}
    under = all(_CHARGE_COLUMN.fullmatch(heads[k]) for k in roles)
    if not roles or (under and not any(map(_TO_DO_COLUMN.search, heads))):
        return None
    others = [k for k in range(len(heads)) if k not in roles]
    about = [k for k in others if _TASK_COLUMN.search(heads[k]) and not _TIME_COLUMN.search(heads[k])]
    tasks = [k for k in about if not _SCORE_COLUMN.search(heads[k])] or about
    return Columns(
        heads,
        roles,
        tasks,
        [k for k in others if _TIME_COLUMN.search(heads[k])],
    )


def _of_bodies(head: str) -> bool:
    """Whether the head of a column says that bodies and their tasks stand in it."""
    return (
        len(head) < _LONG_NAME
        and bool(_BODY_COLUMN.fullmatch(head))
        and not _POWER_COLUMN.fullmatch(head)
        and not _NO_BODY_COLUMN.search(head)
    )


def shared_out(blocks: list[Block], i: int) -> Columns | None:
    """The columns of a table that shares a task out among units: each row is what its unit must do."""
    if not blocks[i].row:
        return None
    title = squash(blocks[i - 1].text) if i else ""
    heads = cells_of(blocks[i])
    units = [k for k, head in enumerate(heads) if _UNIT_COLUMN.fullmatch(head)]
    remits = [k for k, head in enumerate(heads) if _REMIT_COLUMN.fullmatch(head)]
    told = remits or _SHARED_OUT.search(title) or any("任务" in head for head in heads)
    if len(units) != 1 or not told:
        return None
    if not any(all_bodies([squash(row.cell(units[0]))]) for row in blocks[i + 1 : i + 1 + _FIRST_ROWS]):
        return None
    return Columns(heads, {units[0]: "responsible"}, remits, [])


def cells_of(row: Block) -> list[str]:
    return [squash(row.cell(k)) for k in range(len(row.cells))]


def by_content(blocks: list[Block], i: int) -> Columns | None:
    """The columns of a table that begins at the block `i` without a header (as on a page that goes on), or with one
    that does not say who has the tasks, as what stands in its first rows tells; None where they do not tell surely."""
    if not blocks[i].row or (i > 0 and blocks[i - 1].row):
        return None
    first, *rows = (cells_of(row) for row in takewhile(lambda block: block.row, islice(blocks, i, i + _SAMPLE)))
    if len(rows) + 1 < _LEAST_ROWS:
        return None
    width = Counter(map(len, rows)).most_common(1)[0][0]
    columns = list(zip(*(row for row in rows if len(row) == width), strict=True))
    tasks = [k for k, cells in enumerate(columns) if _holds(_is_task, cells, _MOST)]
    if not tasks or len(columns[0]) + 1 < _LEAST_ROWS:
        return None
    times = [k for k, cells in enumerate(columns) if _holds(_is_time, cells, _MOST)]
    bodies = [k for k, cells in enumerate(columns) if k > tasks[0] and _holds(lists_bodies, cells, _NEARLY_ALL)]
    sentences = first[0].isdigit() and any(_holds(_SENTENCE.search, columns[k], _MOST) for k in tasks)
    if not bodies or not (len(bodies) > 1 or times or sentences):
        return None
    told = [(bodies, lists_bodies), (tasks[:1], _is_task), (times, _is_time)]
    headed = len(first) != width or not all(
        test(first[k]) or _NOTHING.fullmatch(first[k]) for of, test in told for k in of
    )
    if headed and not all(k < len(first) and _DOER_COLUMN.fullmatch(first[k]) for k in bodies):
        return None
    roles: dict[int, Role] = dict.fromkeys(bodies, "support")
    roles[bodies[0]] = "lead" if len(bodies) > 1 else "responsible"
    return Columns(first if headed else [""] * width, roles, tasks, times)


def _holds(test: Callable[[str], object], cells: tuple[str, ...], share: float) -> bool:
    """Whether at least `share` of the cells that hold something pass the test."""
    filled = [cell for cell in cells if not _NOTHING.fullmatch(cell)]
    return bool(filled) and sum(map(bool, map(test, filled))) >= share * len(filled)


def _is_task(cell: str) -> bool:
    return len(cell) >= _SHORT_TASK and bool(_TASK.match(cell))


def _is_time(cell: str) -> bool:
    return told_in(cell) == (0, len(cell))


def lists_bodies(cell: str) -> bool:
    """Whether bodies stand in the cell and nothing else."""
    return all_bodies(names_of(cell, assign(cell)))
