"""Tasks in tables that have a column of bodies (牵头单位, 配合单位, 责任单位)."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.bodies import split_bodies, squash, stands_alone
from extractors.components.duties.assign import all_bodies, assign, has_verb, without_topics
from extractors.components.duties.collect import Collector, Span
from extractors.components.duties.columns import Columns, by_content, by_heads, cells_of, lists_bodies, shared_out
from extractors.outline import Block

_NO_TIME = re.compile(r"^[—\-/\s]*$")
_AFTER_TABLE = re.compile("附件|注[：:]?|备注")
_LONG, _GAP = 60, 2
"""Characters from which a line that is no row ends the table, and shorter ones that may stand between rows."""

_LINES = 16
"""Lines that a row goes over at most, where its cells are broken into lines."""
_FIRST_CELL = re.compile(r"\s*(?:\d+|[一二三四五六七八九十]+)[、.．]?\s*")
"""The number that begins a row."""


def read_table(collector: Collector, i: int) -> int:
    """Read the table that begins with the block `i`; the index behind it, or `i` where there is none."""
    blocks = collector.blocks
    columns = by_heads(blocks[i]) or shared_out(blocks, i) or by_content(blocks, i)
    if columns is None:
        return i
    last = i
    task: Span | None = None
    for j in range(i, len(blocks)):
        row = blocks[j]
        if not row.row:
            if j > last and (_ends(row) or j - last > _GAP):
                break
            continue
        if j > last or j == i:
            if cells_of(row) != columns.heads:
                if by_heads(row) is not None:
                    break
                row, last = _whole(blocks, j, columns)
                task = _read_row(collector, row, columns, task)
            last = max(j, last)
    collector.mark(blocks[i].start, blocks[last].end)
    return last + 1


def _ends(block: Block) -> bool:
    """Whether a line that is no row stands behind the table and not inside it."""
    return len(block.text) > _LONG or block.level in (3, 4) or bool(_AFTER_TABLE.match(block.text))


def _whole(blocks: list[Block], j: int, columns: Columns) -> tuple[Block, int]:
    """The row that begins with the block `j`, with the lines behind it that go on in its cells, and its last block."""
    row, last = blocks[j], j
    width, begun = len(columns.heads), len(row.cells) - 1
    cells, words = list(row.cells), list(row.words)
    if begun < width - 1 and lists_bodies(words[-1]):
        return row, last  # short because it lost its merged cells
    for k in range(j + 1, min(j + _LINES, len(blocks))):
        line = blocks[k]
        ends, told = (line.cells, line.words) if line.row else (((line.start, line.end),), (line.text,))
        if len(cells) == width:
            goes_on = not line.row and width - 1 in columns.roles and stands_alone(squash(line.text))
        else:
            goes_on = len(cells) + len(ends) <= width + 1 and not _FIRST_CELL.fullmatch(told[0])
        if not goes_on:
            break
        cells[-1] = (cells[-1][0], ends[0][1])
        words[-1] += "\n" + told[0]
        cells, words = [*cells, *ends[1:]], [*words, *told[1:]]
        if len(cells) == width and any(lists_bodies(words[role]) for role in columns.roles if role >= begun):
            row = replace(row, cells=tuple(cells), words=tuple(words))
            last = k
    return row, last


def _read_row(collector: Collector, row: Block, columns: Columns, above: Span | None) -> Span:
    """Add the duties of a row. The task (of this row, or of the merged cell `above`) is given back."""
    cells = cells_of(row)
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
        text = without_topics(_listed(collector.page.text[slice(*span)]))
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


def _listed(cell: str) -> str:
    """The words of a cell, with 、 for the line ends where each of its lines names bodies, so that offsets stay."""
    return cell.replace("\n", "、") if all(map(lists_bodies, cell.split("\n"))) else cell


def _shift(cells: list[str], columns: Columns) -> int:
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
