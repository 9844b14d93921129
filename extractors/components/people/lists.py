"""People in lists, line by line, outside rosters and tables (awards, appointments)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.bodies import squash
from extractors.components.page import Page
from extractors.components.people.found import Found
from extractors.outline import Block
from extractors.persons import HAN, NAME, has_title, is_name, split_posts

LIST_LENGTH = 3
"""How many lines of a name and a body make a list."""


def read_lists(page: Page) -> Iterator[Found]:
    """Lists of names with a body or a post, line by line, outside rosters (awards, appointments)."""
    run: list[Found] = []
    for block in page.outline.blocks:
        found = None if page.in_roster(block) or block.start < page.head.body else _line(block)
        if found:
            run.append(found)
        elif len(block.text) > 12 or block.level:
            if len(run) >= LIST_LENGTH:
                yield from run
            run = []
    if len(run) >= LIST_LENGTH:
        yield from run


def _line(block: Block) -> Found | None:
    shift = len(block.mark) + len(block.text[len(block.mark) :]) - len(block.text[len(block.mark) :].lstrip())
    if number := re.match(r"\d{1,3}[\t ]+", block.text[shift:]):
        shift += number.end()
    text = block.text[shift:].replace("\t", " ")
    if len(text) > 60 or re.search("[。；：]", text):
        return None
    match = re.match(rf"(?P<name>{NAME})[ ]?(?:[（(](?:女|男|[^（）()]{{1,3}}族)[）)])? +(?P<rest>\S.*)", text)
    if not match or not is_name(match.group("name")):
        return None
    rest = squash(match.group("rest"))
    if not re.search(rf"[{HAN}]{{3}}", rest) or re.search(r"\d{3,}", rest):
        return None
    posts = split_posts(match.group("rest")) if has_title(rest) else ()
    start = block.start + shift + match.start("name")
    name = match.group("name")
    return Found(start, start + len(name), squash(name), posts, None if posts else rest, "person.list")
