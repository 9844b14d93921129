"""People in lists, line by line, outside rosters and tables (awards, appointments)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.bodies import is_place, squash, stands_alone
from extractors.components.page import Page
from extractors.components.people.found import Found
from extractors.lexicons.people import LEADERS
from extractors.outline import Block
from extractors.persons import HAN, NAME, has_title, is_name, is_plain_name, read_entries, split_posts

LIST_LENGTH = 3
"""How many lines of a name and a body, or names in a line, make a list."""

LONGEST_HEADING = 40
_PEOPLE_HEADING = re.compile(
    "名单|先进个人|优秀|模范|标兵|能手|获奖|获得者|(?:人员|个人|同志)(?:[（(].*[）)])?[：:]?$|(?:完成人|获奖人|团队成员|参与者|创作者|作者)[：:]$"
)
_LED_BY = re.compile(rf"(?:{LEADERS})[：:]\s*")
_OF_BODY = re.compile(r"\s*(?P<body>[^：:（(\t ]{3,24})(?:[（(]\d+[人名][）)])?[：:]\s*")


def read_lists(page: Page) -> Iterator[Found]:
    """Lists of names: with a body or a post, line by line; alone, or behind the body that sends them, under a heading
    that says that they are people.
    """
    run: list[Found] = []
    headed = False
    for block in page.outline.blocks:
        if page.in_roster(block) or block.start < page.head.body:
            continue
        if led := _leaders(block):
            yield from led
        elif headed and (names := _names(block)):
            yield from names
        elif cells := _cells(block):
            run += cells
        elif found := _line(block):
            if headed and (found.posts or stands_alone(found.agency or "")):
                yield found
            else:
                run.append(found)
        elif len(block.text) > 12 or block.level:
            if len(run) >= LIST_LENGTH:
                yield from run
            run = []
            headed = len(block.text) < LONGEST_HEADING and bool(_PEOPLE_HEADING.search(block.text))
        else:
            headed = headed or bool(_PEOPLE_HEADING.search(block.text))
    if len(run) >= LIST_LENGTH:
        yield from run


def _leaders(block: Block) -> list[Found]:
    """The people of a line whose label says that they lead or answer: 联系领导：张三（县委书记）、李四."""
    match = _LED_BY.match(block.body)
    if match is None:
        return []
    at = block.start + block.text.find(block.body) + match.end()
    return [
        Found(at + e.start, at + e.end, e.name, e.posts, None, "person.label")
        for e in read_entries(block.body[match.end() :].rstrip(" 。；"))
        if is_plain_name(e.name)
    ]


def _names(block: Block) -> list[Found]:
    """The people of a line that is nothing but names, or a body and the names of its people (县公安局：张三、李四)."""
    match = _OF_BODY.match(block.text)
    body = squash(match["body"]) if match else ""
    if not (stands_alone(body) or is_place(body)):
        match, body = None, ""
    shift = match.end() if match else 0
    text = block.text[shift:].replace("\t", " ").rstrip(" 。；，、")
    entries = read_entries(text)
    listed = all(is_name(text[e.start : e.end]) and not (e.posts or e.agency) for e in entries)
    if not listed or len(entries) < (1 if body else LIST_LENGTH) or text[entries[-1].stop :].strip():
        return []
    at = block.start + shift
    return [Found(at + e.start, at + e.end, e.name, (), body or None, "person.list") for e in entries]


def _cells(block: Block) -> list[Found]:
    """The people of a row that has a name in each cell, and no more."""
    cells = list(re.finditer(r"[^\t]+", block.text)) if "\t" in block.text else []
    if len(cells) < LIST_LENGTH or not all(is_plain_name(cell.group().strip()) for cell in cells):
        return []
    at = block.start
    return [Found(at + c.start(), at + c.end(), squash(c.group()), (), None, "person.list") for c in cells]


_NUMBER = re.compile(r"\d{1,3}[\t ]+")
_SENTENCE = re.compile("[。；：]")
_PERSON = re.compile(
    rf"""
    (?P<name>{NAME}) [ ]?
    (?: (?:[（(](?:女|男|[^（）()]{{1,3}}族)[）)])? [ ]+ (?P<rest>\S.*) | [（(](?P<note>[^（）()]{{3,30}})[）)]$ )
    """,
    re.X,
)
"""A line of a list: a name, perhaps with 女 or a people, and what is told of the person; or a body or post in brackets
(张三（县第一中学）).
"""


def _line(block: Block) -> Found | None:
    shift = len(block.mark) + len(block.text[len(block.mark) :]) - len(block.text[len(block.mark) :].lstrip())
    if number := _NUMBER.match(block.text, shift):
        shift = number.end()
    if len(block.text) - shift > 60:
        return None
    text = block.text[shift:].replace("\t", " ")
    text = text.rstrip(" ；。")
    if _SENTENCE.search(text):
        return None
    match = _PERSON.match(text)
    if not match or not is_name(match.group("name")):
        return None
    note = squash(match["note"] or "")
    if note and not (stands_alone(note) or has_title(note)):
        return None
    told = match["rest"] or note
    rest = squash(told)
    if not re.search(rf"[{HAN}]{{3}}", rest) or re.search(r"\d{3,}", rest):
        return None
    posts = split_posts(told) if has_title(rest) else ()
    start = block.start + shift + match.start("name")
    name = match.group("name")
    return Found(start, start + len(name), squash(name), posts, None if posts else rest, "person.list")
