"""Where the readers of the five forms put the duties that they find, and what places they have read."""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import dataclass, field, replace

from extractors.bodies import is_vague, name_of, squash
from extractors.components.page import Page
from extractors.facts import Duty, Form, Role
from extractors.lexicons.duties import FIRST_LEADS
from extractors.outline import Block

Span = tuple[int, int]

LONG_LINE, NO_PARAGRAPH = 400, 1500
"""Characters that a line has more than, if it is more than half of a document that is printed without line ends, and
more than which it has where it is no paragraph but a piece of such a document. In such a line each item is a
paragraph."""

SHORT = 3
"""Characters that a short form of a name in the same paragraph has more than."""

_STRENGTH: tuple[Role, ...] = ("lead", "responsible", "support")
"""Roles from the strongest to the weakest: a body has in a paragraph the strongest that it is given there."""

_MARK = re.compile(
    r"^[\s—\-]*(?:\d{1,2}(?:[.．]\d{1,2}){1,3}(?!\d)|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十百\d]+条)?\s*"
)
_ORDINAL = re.compile(r"(?<=[。；])\s*[一二三四五六七八九]、?(?:是|要)")


_ANY = re.compile("有关|相关|其他|其它")
"""How a name begins that says no more of the bodies than that they are concerned."""


_SORT = re.compile("(?:部门|机关)$")
"""How a name ends that means all bodies of a sort, of which one of a level is another (公安部门 behind 市公安部门)."""


@dataclass(slots=True)
class Collector:
    """The duties of one page.

    `first_leads`: how the first body begins that leads by a note ("" for any). `more`: what later sentences add to the
    words of a duty, which are joined once, at the end. `owners`: the first duty that a paragraph gives a body, by its
    name; `ends` by each end of the name, which may be short for it. `stacked`: by the block behind the lines of a label
    that has its bodies under it, the task of the label. `conditions`: where items begin that say
    what one must be.
    """

    page: Page
    blocks: list[Block]
    found: list[tuple[int, int, Duty]] = field(default_factory=list)
    first_leads: str | None = None
    more: dict[int, dict[str, None]] = field(default_factory=dict)
    read: bytearray = field(default_factory=bytearray)
    owners: dict[tuple[int, str], int] = field(default_factory=dict)
    ends: dict[tuple[int, str], int] = field(default_factory=dict)
    long_lines: set[int] = field(default_factory=set)
    ordinals: dict[int, list[int]] = field(default_factory=dict)
    stacked: dict[int, Span] = field(default_factory=dict)
    words: dict[Span, str] = field(default_factory=dict)
    conditions: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, page: Page) -> Collector:
        """A collector for the body of `page`."""
        blocks = [block for block in page.outline.blocks if block.start >= page.head.body]
        note = re.search(FIRST_LEADS, page.text)
        lengths: dict[int, int] = {}
        for block in blocks:
            lengths[block.line] = lengths.get(block.line, 0) + len(block.text)
        total = sum(lengths.values())
        return cls(
            page,
            blocks,
            first_leads=(note.group("level") or "") if note else None,
            read=bytearray(len(page.text) + 1),
            long_lines={
                line
                for line, length in lengths.items()
                if length > NO_PARAGRAPH or (length > LONG_LINE and 2 * length > total)
            },
        )

    def mark(self, start: int, end: int) -> None:
        """Note that ``text[start:end]`` was read; no later form reads it again."""
        self.read[start:end] = b"\1" * (end - start)

    def free(self, at: int) -> bool:
        """Whether no form has read the place yet."""
        return not self.read[at]

    def paragraph(self, block: Block, at: int) -> int:
        """What the paragraph that holds the place is known by: one body owns what one paragraph gives it, once."""
        if block.line not in self.long_lines:
            return block.line
        if block.start not in self.ordinals:
            self.ordinals[block.start] = [0, *(match.end() for match in _ORDINAL.finditer(block.text))]
        ordinals = self.ordinals[block.start]
        return -(block.start + ordinals[bisect(ordinals, max(0, at - block.start)) - 1]) - 1

    def add(
        self,
        body: Span,
        role: Role,
        form: Form,
        task: Span,
        *,
        rule: str,
        block: Block,
        name: str | None = None,
        anchor: int | None = None,
        deadline: Span | None = None,
    ) -> None:
        """Add the duty of the body at `body` (named `name` where the place says it otherwise) for the task at `task`.

        `anchor` is where the task itself begins, if not at the start of `task`.
        """
        text = self.page.text
        name = name or name_of(text[slice(*body)])
        words = self._words(task)
        lead = text[anchor : min(anchor + 60, task[1])] if anchor is not None else words
        stem = self._stem(block)
        governed = bool(stem) and stem not in words
        x, y = self.page.clean.span(*task)
        duty = Duty(
            **self.page.place(*body),
            rule=rule,
            agency=name,
            role=role,
            form=form,
            anchor=_MARK.sub("", squash(lead), count=1)[:16],
            text=f"{stem}：{words}" if governed else words,
            text_start=x,
            text_end=y,
            text_quote=words if governed else "",
            deadline=squash(text[slice(*deadline)]) if deadline else None,
            deadline_span=self.page.clean.span(*deadline) if deadline else None,
            vague=is_vague(name),
        )
        self._own(self.paragraph(block, body[0]), name)
        self.found.append((*body, duty))

    def _own(self, paragraph: int, name: str) -> None:
        """Note that the next duty is the first that the paragraph gives `name`, if it gave it none."""
        if (paragraph, name) not in self.owners:
            self.owners[paragraph, name] = len(self.found)
            for short in range(max(1, len(name) - SHORT)):
                self.ends.setdefault((paragraph, name[short:]), len(self.found))

    def add_sentence(self, block: Block, at: int, name: str, role: Role, task: Span, *, told: bool = False) -> bool:
        """Whether the paragraph has given `name` a duty already; then `task`, said elsewhere in it, joins that duty.

        A shorter form of the name counts as the name (康复中心 behind 区康复中心); what may be any body (有关部门) is
        short for none (各有关部门). Beside a bracket or label, what a sentence tells the body in so many words (`told`:
        县财政局要...) is a task of its own (eval/SCHEMA.md: one for each place of assignment).
        """
        shortens = len(name) > SHORT and not _ANY.match(name) and not _SORT.search(name)
        index = (self.ends if shortens else self.owners).get((self.paragraph(block, at), name))
        if index is None:
            return False
        start, end, duty = self.found[index]
        beside = duty.form in ("bracket", "label") and told
        if beside or (role == "lead" != duty.role and duty.form != "prose"):
            return False  # the sentence says more than the bracket: it is a task of its own
        words = self._words(task)
        if duty.form == "prose":
            latest = next(reversed(self.more.get(index, {})), "")
            if words is not duty.text and words not in duty.text and words not in latest:
                self.more.setdefault(index, {})[words] = None
            if _STRENGTH.index(role) < _STRENGTH.index(duty.role):
                self.found[index] = (start, end, replace(duty, role=role))
        return True

    def _words(self, task: Span) -> str:
        """The words of a task, which many bodies may share."""
        if task not in self.words:
            words = re.sub(r"\s+", " ", self.page.text[slice(*task)]).strip(" 　-—，")
            self.words[task] = _MARK.sub("", words, count=1).lstrip() or words
        return self.words[task]

    def _stem(self, block: Block) -> str:
        """The sentence with a colon at its end over the numbered item that the block is (""  for none)."""
        if not block.mark or block.parent < 0:
            return ""
        above = self.page.outline.blocks[block.parent].text.rstrip()
        if above[-1:] not in "：:" or len(above) > 200:
            return ""
        return _MARK.sub("", re.split("[。；]", above.rstrip("：:"))[-1], count=1)

    def facts(self) -> list[tuple[int, int, Duty]]:
        """What was found, in the order of the text, each (place, body) once; in tables, once for each task."""
        for index, words in self.more.items():
            start, end, duty = self.found[index]
            *parts, last = duty.text, *words
            text = "；".join([*(part.rstrip("；") for part in parts), last])
            self.found[index] = (start, end, replace(duty, text=text, text_quote=duty.text_quote or duty.text))
        self.more.clear()
        once: dict[tuple[int, str, int], tuple[int, int, Duty]] = {}
        for entry in self.found:
            duty = entry[2]
            task = duty.text_start if duty.form == "table" else -1
            once.setdefault((duty.start, duty.agency, task), entry)
        return sorted(once.values(), key=lambda entry: entry[:2])
