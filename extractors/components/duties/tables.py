"""Tasks in tables that have a column of bodies (牵头单位, 配合单位, 责任单位)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.bodies import split_bodies, squash
from extractors.components.duties.assign import all_bodies, assign, has_verb, role_of, without_topics
from extractors.components.duties.collect import Collector, Span
from extractors.facts import Role
from extractors.lexicons.duties import LEAD, RESPONSIBLE, SUPPORT, UNIT
from extractors.outline import Block

_BODY_COLUMN = re.compile(
    rf"[^，。]{{0,4}}(?:{LEAD}|{SUPPORT}|{RESPONSIBLE})(?:[和及、与/（(]?(?:{LEAD}|{SUPPORT}|{RESPONSIBLE}))*(?:{UNIT})[^，。]{{0,5}}"
    r"|(?:牵头|配合|责任|负责|协办)"
)
_TASK_COLUMN = re.compile("任务|内容|事项|措施|指标|项目|要求|工作|目标|标准|名称|举措|问题")
_POWER_COLUMN = re.compile("实施机关|实施主体")
"""Who administers a licence has no task by that (graph: ADMINISTERS)."""

_NO_BODY_COLUMN = re.compile("代码|盖章|公章|意见|资金|金额|性质|方[向式案面法]|数$")
"""What a form asks of a unit, or a policy gives to it: 单位性质, 实施单位自筹资金, 支持方向."""

_CHARGE_COLUMN = re.compile("(?:业务|行政|行业|上级)?主管(?:单位|部门|机关)")
"""Whom a thing or a licence is under, which is a task only beside what is to be done."""

_TO_DO_COLUMN = re.compile("任务|工作|举措|要求|目标")

_UNIT_COLUMN = re.compile("[^，。]{0,4}单位(?:名称)?")
_SHARED_OUT = re.compile("(?:任务|岗位|指标)[^，。]{0,8}(?:分配|分解|安排)(?:计划)?表?")
"""The title of a table that shares a task out among units (公益岗位名额分配表: 单位, 岗位, 数量)."""

_SCORE_COLUMN = re.compile("赋分|评分|得分|计分|分值|权重|考核标准|评价标准")
"""How a task is marked is not the task."""
_TIME_COLUMN = re.compile("时限|时间|期限|进度|节点")
_NO_TIME = re.compile(r"^[—\-/\s]*$")
_AFTER_TABLE = re.compile("附件|注[：:]?|备注")
_LONG, _GAP = 60, 2
"""Characters from which a line that is no row ends the table, and shorter ones that may stand between rows."""
_FIRST_ROWS = 3
"""Rows of a table among which a unit is known for a body."""
_LONG_NAME = 16
"""Characters under which the head of a column of bodies is."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of a table: roles by column, tasks and times."""

    heads: list[str]
    roles: dict[int, Role]
    tasks: list[int]
    times: list[int]


def read_table(collector: Collector, i: int) -> int:
    """Read the table whose header is the block `i`; the index behind it, or `i` where there is none."""
    blocks = collector.blocks
    columns = _columns(blocks[i]) or _shared_out(blocks, i)
    if columns is None:
        return i
    last = i
    task: Span | None = None
    for j in range(i + 1, len(blocks)):
        row = blocks[j]
        if not row.row:
            if _ends(row) or j - last > _GAP:
                break
            continue
        cells = _cells(row)
        if cells != columns.heads:
            if _columns(row) is not None:
                break
            task = _read_row(collector, row, cells, columns, task)
        last = j
    collector.mark(blocks[i].start, blocks[last].end)
    return last + 1


def _columns(header: Block) -> _Columns | None:
    """The columns of a header row; None where the row is no header with a column of bodies."""
    if not header.row:
        return None
    heads = _cells(header)
    if heads[0].isdigit():
        return None  # a row of the table's body
    roles = {k: role_of(head) for k, head in enumerate(heads) if _of_bodies(head)}
    under = all(_CHARGE_COLUMN.fullmatch(heads[k]) for k in roles)
    if not roles or (under and not any(map(_TO_DO_COLUMN.search, heads))):
        return None
    others = [k for k in range(len(heads)) if k not in roles]
    about = [k for k in others if _TASK_COLUMN.search(heads[k]) and not _TIME_COLUMN.search(heads[k])]
    tasks = [k for k in about if not _SCORE_COLUMN.search(heads[k])] or about
    return _Columns(
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


def _shared_out(blocks: list[Block], i: int) -> _Columns | None:
    """The columns of a table that shares a task out among units: each row is what its unit must do."""
    if i == 0 or not blocks[i].row:
        return None
    heads = _cells(blocks[i])
    units = [k for k, head in enumerate(heads) if _UNIT_COLUMN.fullmatch(head)]
    told = _SHARED_OUT.search(squash(blocks[i - 1].text)) or any("任务" in head for head in heads)
    if len(units) != 1 or not told:
        return None
    if not any(all_bodies([squash(row.cell(units[0]))]) for row in blocks[i + 1 : i + 1 + _FIRST_ROWS]):
        return None
    return _Columns(heads, {units[0]: "responsible"}, [], [])


def _cells(row: Block) -> list[str]:
    return [squash(row.cell(k)) for k in range(len(row.cells))]


def _ends(block: Block) -> bool:
    """Whether a line that is no row stands behind the table and not inside it."""
    return len(block.text) > _LONG or block.level in (3, 4) or bool(_AFTER_TABLE.match(block.text))


def _read_row(collector: Collector, row: Block, cells: list[str], columns: _Columns, above: Span | None) -> Span:
    """Add the duties of a row. The task (of this row, or of the merged cell `above`) is given back."""
    shift = _shift(cells, columns)

    def cell(column: int) -> Span | None:
        k = column - shift
        if column == len(columns.heads) - 1 and not any(cells[k : k + 1]):
            # A row that is longer than its head: its last cell was pushed to the right.
            k = next((over for over in range(len(columns.heads), len(cells)) if cells[over]), k)
        return row.cells[k] if 0 <= k < len(cells) and cells[k] else None

    tasks = [span for column in columns.tasks if (span := cell(column))]
    merged = above if columns.tasks else None
    task = max(tasks, key=lambda span: span[1] - span[0]) if tasks else merged or (row.start, row.end)
    times = [span for column in columns.times if (span := cell(column))]
    times = [span for span in times if not _NO_TIME.search(collector.page.text[slice(*span)])]
    for column, role in columns.roles.items():
        span = cell(column)
        if span is None:
            continue
        text = without_topics(collector.page.text[slice(*span)])
        first_leads = collector.first_leads if len(columns.roles) == 1 and not has_verb(text) else None
        for a, b, given in assign(text, role, first_leads=first_leads):
            collector.add(
                (span[0] + a, span[0] + b),
                given,
                "table",
                task,
                rule="duty.table",
                block=row,
                deadline=times[0] if times else None,
            )
    return task


def _shift(cells: list[str], columns: _Columns) -> int:
    """By how many columns a row that lost its merged cells stands too far to the left."""

    def score(shift: int) -> int:
        total = 0
        for column in columns.roles:
            k = column - shift
            if 0 <= k < len(cells) and cells[k]:
                names = [cells[k][a:b] for a, b in split_bodies(cells[k])]
                total += 2 if all_bodies(names) and len(cells[k]) < 90 else -1
        return total

    most = max(0, len(columns.heads) - len(cells))
    return max(range(most + 1), key=lambda shift: (score(shift), -shift))
