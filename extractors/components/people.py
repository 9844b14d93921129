"""Named people with their posts: rosters, award lists, 某某同志 in prose."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from extractors.bodies import squash
from extractors.components.page import facts_of, page_of, put
from extractors.components.groups import person_line, split_posts
from extractors.facts import Group, Person


@Language.component("dutygraph_people")
def people(doc: Doc) -> Doc:
    """Write the span group `people`."""
    page = page_of(doc)
    found: dict[str, tuple[int, int, Person]] = {}

    def add(name: str, posts: tuple[str, ...], agency: str | None, start: int, end: int, rule: str) -> None:
        name = squash(name)
        if name in found:
            a, b, known = found[name]
            if not known.posts and posts or not known.agency and agency:
                found[name] = (
                    a,
                    b,
                    Person(**page.place(a, b), rule=rule, name=name, posts=posts or known.posts, agency=agency),
                )
            return
        found[name] = (start, end, Person(**page.place(start, end), rule=rule, name=name, posts=posts, agency=agency))

    for group in facts_of(doc, "groups", Group):
        for member in group.members:
            if member.person:
                a = page.clean.at(member.start)
                add(
                    member.person,
                    member.posts,
                    member.agency,
                    a,
                    a + max(1, member.end - member.start),
                    "person.roster",
                )
    _lists(doc, add)
    for match in re.finditer(r"(?:^|[，。；、：（\s由])([\u4e00-\u9fff]{2,3})同志", page.text):
        name = match.group(1)
        if name in found or name[0] in _NOT or re.search("负责|领导|分管|主要|有关|等|各|该|名", name):
            continue
        add(name, (), None, match.start(1), match.end(1), "person.comrade")
    put(doc, "people", sorted(found.values(), key=lambda f: f[0]))
    return doc


_NOT = set("的和与各该等级工全")


def _lists(doc: Doc, add: object) -> None:
    """Award lists: three or more lines of a name and a body, outside any roster."""
    page = page_of(doc)
    run: list[tuple[int, int, str, str]] = []

    def flush() -> None:
        if len(run) >= 3:
            for a, b, name, rest in run:
                posts = split_posts(rest)
                agency = rest if not re.search(_POST, rest) else None
                add(name, () if agency else posts, agency, a, b, "person.list")  # type: ignore[operator]
        run.clear()

    for block in page.outline.blocks:
        if page.in_roster(block):
            flush()
            continue
        line = person_line(block.text, strict=True)
        if line and not line[0]:
            run.append((block.start + line[3], block.start + line[4], line[1], line[2]))
        else:
            flush()
    flush()


_POST = r"(?:局长|主任|书记|镇长|县长|区长|市长|部长|处长|科长|所长|院长|校长|站长|队长|经理|主席|会长|秘书长|委员|员)$"
