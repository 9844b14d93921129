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

_SCORE_COLUMN = re.compile("赋分|评分|得分|计分|分值|权重|考核标准|评价标准")
"""How a task is marked is not the task."""
_TIME_COLUMN = re.compile("时限|时间|期限|进度|节点")
_NO_TIME = re.compile(r"^[—\-/\s]*$")
_AFTER_TABLE = re.compile("附件|注[：:]?|备注")
_LONG, _GAP = 60, 2
"""Characters from which a line that is no row ends the table, and shorter ones that may stand between rows."""


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
    columns = _columns(blocks[i])
    if columns is None:
        return i
    j, gap = i + 1, 0
    task: Span | None = None
    while j < len(blocks):
        row = blocks[j]
        if not row.row:
            if _ends(row) or gap == _GAP:
                break
            gap += 1
        else:
            gap = 0
            cells = _cells(row)
            if cells != columns.heads:
                if _columns(row) is not None:
                    break
                task = _read_row(collector, row, cells, columns, task)
        j += 1
    collector.mark(blocks[i].start, blocks[j - 1].end)
    return j


def _columns(header: Block) -> _Columns | None:
    """The columns of a header row; None where the row is no header with a column of bodies."""
    if not header.row:
        return None
    heads = _cells(header)
    named = ((k, head) for k, head in enumerate(heads) if len(head) < 16 and not _POWER_COLUMN.fullmatch(head))
    roles = {k: role_of(head) for k, head in named if _BODY_COLUMN.fullmatch(head)}
    if not roles:
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
    task = max(tasks, key=lambda span: span[1] - span[0]) if tasks else above or (row.start, row.end)
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
