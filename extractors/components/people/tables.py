"""People in tables: a column of names with posts and bodies beside it, or columns of leaders (包联领导)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.bodies import squash
from extractors.components.page import Page
from extractors.components.people.found import Found
from extractors.lexicons.people import LEADERS
from extractors.outline import Block
from extractors.persons import has_title, is_name, is_plain_name, read_entries, split_posts

_NAME_HEADS = re.compile("^(?:姓名|人员姓名|姓名（.*）)$")
_LEADER_HEADS = re.compile(f"(?:{LEADERS})$")
_POST_HEADS = re.compile("职务|职位|职称|岗位|任职")
_BODY_HEADS = re.compile("单位|部门|机构|所在")


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of a table that hold names, names of leaders, posts and bodies; `beside` are posts of the leader on
    their left.
    """

    name: int | None
    leaders: tuple[int, ...]
    beside: frozenset[int]
    post: int | None
    body: int | None


def read_tables(page: Page) -> Iterator[Found]:
    """Tables with a column of names: 姓名 with posts and bodies beside it, or 包联领导 and the like."""
    columns: _Columns | None = None
    for block in page.outline.blocks:
        if not block.row:
            columns = columns if len(block.text) <= 60 else None
        elif head := _columns(block):
            columns = head
        elif columns and not page.in_roster(block):
            yield from _table_row(block, columns)


def _columns(block: Block) -> _Columns | None:
    """What the columns of a table are, where the row is its head and one of them holds names."""
    heads = [squash(block.cell(i)) for i in range(len(block.cells))]
    name = next((i for i, head in enumerate(heads) if _NAME_HEADS.match(head)), None)
    leaders = tuple(i for i, head in enumerate(heads) if _LEADER_HEADS.match(head))
    if name is None and not leaders:
        return None
    post = next((i for i, head in enumerate(heads) if _POST_HEADS.search(head)), None)
    body = next((i for i, head in enumerate(heads) if _BODY_HEADS.search(head) and i != post), None)
    beside = frozenset(i + 1 for i in leaders if i + 1 < len(heads) and _POST_HEADS.fullmatch(heads[i + 1]))
    return _Columns(name, leaders, beside, post, body)


def _table_row(block: Block, columns: _Columns) -> Iterator[Found]:
    for i in columns.leaders:
        for entry in read_entries(block.cell(i)):
            if is_plain_name(entry.name):
                at = block.cell_start(i)
                held = entry.posts or (split_posts(block.cell(i + 1)) if i + 1 in columns.beside else ())
                yield Found(at + entry.start, at + entry.end, entry.name, held, None, "person.table")
    if columns.name is None or not is_name(block.cell(columns.name)):
        return
    name = block.cell(columns.name)
    posts = squash(block.cell(columns.post)) if columns.post is not None else ""
    agency = squash(block.cell(columns.body)) if columns.body is not None else ""
    if agency and has_title(posts) and not posts.startswith(agency):
        posts = agency + posts
    full, start = split_posts(posts), block.cell_start(columns.name)
    yield Found(start, start + len(name), squash(name), full, None if full else agency or None, "person.table")
