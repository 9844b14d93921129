"""The time that each duty is due by: in its own sentence, or over the phase of the plan that holds it; and its date.

A time in a sentence that gives a body its task is that duty's alone, even where a bracket gives the whole paragraph to
more bodies; what a column, a label or a bracket says of time is bound by the component that reads them, and where it
says how the task goes on (持续推进) that is the pace of the duty and no deadline. Service times (5个工作日内办结) and
terms of a policy (延长至2020年底) are no deadlines.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from extractors.bodies import Span, squash
from extractors.components.duties.assign import DUE_LABELLED, due_of
from extractors.components.page import Page, facts_of, page_of, revise
from extractors.due import Dates, due
from extractors.facts import Duty
from extractors.lexicons.times import (
    AFTER,
    DUE,
    OF_EACH,
    OFTEN,
    PACE,
    PHASE,
    PHASE_WITHOUT_TIME,
    REFERS,
    REPORT,
    START,
    TERM,
    TIME_OF_PHASE,
    TOLD,
    UNDUE,
    UNNUMBERED_PHASE,
)
from extractors.openings import quick
from extractors.outline import MARK, Block

_DUE = quick(DUE)
_AFTER = re.compile(AFTER)
_START = quick(START)
_UNDUE = re.compile(UNDUE)
_TERM = re.compile(rf"(?:{TERM})[^，。；]{{0,4}}$|{OF_EACH}")
_PHASE = re.compile(PHASE)
_PHASE_WITHOUT_TIME = re.compile(PHASE_WITHOUT_TIME)
_TIME_OF_PHASE = re.compile(TIME_OF_PHASE)
_UNNUMBERED = re.compile(UNNUMBERED_PHASE)
_REPORT = re.compile(REPORT)
_REFERS = re.compile(rf"[。；]\s*{REFERS}(?P<time>{DUE})")
_BY = re.compile("^[到至]|[前内底末旬]$")
"""What makes a time, in a task that stands apart from its bodies, the time by which it is due."""
_OFTEN = re.compile(OFTEN)
_PACE = re.compile(PACE)
_TOLD_TIME = re.compile(TOLD)
_YEAR_OF_NUMBER = re.compile(r"(?<=[〔\[（(【])(?:19|20)\d{2}")

_RESULT = re.compile(
    "[^，。；]{0,12}(?:实现|清零)|[^，。；]{0,12}(?:全部|全面|基本)[^，。；]{0,4}(?:完成|解决|达到|建成)"
)
"""What the whole of an item comes to by a time: 年底前实现..., 年底前无分歧欠款全部“清零”."""

_SENTENCE = re.compile("[^。；\n]+")
_STOP = re.compile("[，。；]")
_END_OF_TOLD = re.compile(rf"(?!，[并且](?:{PACE}))[，。；）)\t\n]|$")
_TOLD = re.compile("(?:要|应当?|须|必须|需|负责|务必)?(?:于|在)?$")
_ASIDE = re.compile("（[^（）]*）")
_LINK = re.compile("，?由?")
_CLAUSE = re.compile("(?:^|[，。；：])[并且或]?(?:力争|确保|原则上|应当?|要|须|必须|需)?[于在]?$")
"""What stands before a time at the head of its clause."""

_SETTING = re.compile("在[^。；]*(?:基础上|[前情条][提况件]下|领导下|指导下)，|(?:根据|按照|为)[^，。；]+，")
"""What may stand before a time that is over all of its sentence: 在分工不变的基础上，到2026年底，..."""

_CHARGED = re.compile("(?:牵头|具体|共同)?(?:负责|承办)[。；]")
"""What stands behind a body at the end of the sentence that tells its task: 6月底前完成普查，县统计局负责."""

_NAMED = re.compile("([^，。；由]{2,10}?)(?:工作|行动|任务)?由")
"""How a sentence begins that tells who does what the one before it named."""

_CLAUSES = 3
"""Commas from a body to a time inside of a clause behind it."""

_NEAR = 600
"""Characters from a body to its name in another sentence of the same paragraph."""

_HEADING, _TITLE = 40, 80
"""Characters that a heading of a phase and the title of a text have at most."""


@Language.component("dutygraph_deadlines")
def deadlines(doc: Doc) -> Doc:
    """Bind deadlines to the duties of the span group `duties`."""
    page = page_of(doc)
    duties = [(page.clean.within(duty.start, duty.end), duty) for duty in facts_of(doc, "duties", Duty)]
    reader = _Reader.of(page, sorted(body[0] for body, _ in duties))
    dates = Dates(_written(page), _in_force(page))
    out: list[Duty] = []
    undated: dict[Span, str] = {}
    of_items = [duty for _, duty in duties if _of_all(duty)]
    for body, duty in duties:
        if duty.deadline_span is not None:
            duty = _parted(page, duty, page.clean.within(*duty.deadline_span))
        elif time := reader.time(duty, body):
            duty = replace(duty, deadline=squash(page.text[slice(*time)]), deadline_span=page.clean.span(*time))
        elif item := _item_of(duty, of_items):
            told = _parted(page, item, page.clean.within(*(item.deadline_span or (0, 0))))
            duty = replace(duty, deadline=told.deadline, deadline_span=told.deadline_span)
        if duty.deadline is not None and (span := duty.deadline_span):
            date = due(duty.deadline, dates, reader.before(page.clean.within(*span)[0]))
            duty = replace(duty, due=date.interval, recurrence=date.recurrence)
            if date.why:
                undated[page.clean.within(*span)] = date.why
        out.append(duty)
    for (start, end), why in undated.items():
        page.doubt("deadline", start, end, f"it is no date: {why}")
    revise(doc, "duties", out)
    return doc


def _of_all(duty: Duty) -> bool:
    """Whether a label behind an item (完成时限：6月底) tells the duty's time, which is that of all of the item."""
    return duty.form == "label" and duty.deadline_span is not None and duty.deadline_span[0] >= duty.text_end


def _item_of(duty: Duty, items: list[Duty]) -> Duty | None:
    """The duty of the labels under the item in which the sentence of `duty` stands."""
    if duty.form != "prose":
        return None
    at = bisect.bisect(items, duty.start, key=lambda item: item.text_end)
    return items[at] if at < len(items) and items[at].text_start <= duty.start else None


def _parted(page: Page, duty: Duty, told: Span) -> Duty:
    """The duty with its pace apart from its deadline, as a column, a label or a bracket tells them at `told`.

    6月底取得成效并持续推进 has both; where only the pace is told, no time in the task is that of the whole of it.
    """
    stop = _END_OF_TOLD.search(page.text, told[1])
    end = stop.start() if stop else told[1]
    pace = _PACE.search(page.text, told[0], end)
    if pace is None:
        return duty
    time = _TOLD_TIME.search(page.text, told[0], pace.start())
    return replace(
        duty,
        deadline=squash(time.group()) if time else None,
        deadline_span=page.clean.span(*time.span()) if time else None,
        pace=squash(pace.group()),
        pace_span=page.clean.span(*pace.span()),
    )


def _written(page: Page) -> str | None:
    """The day of the document, or the year of its number; None where it has neither."""
    year = _YEAR_OF_NUMBER.search(page.head.number or "")
    return page.head.date or (year.group() if year else None)


def _in_force(page: Page) -> str | None:
    """The day from which on the document is in force; None where it tells none."""
    since = page.head.effective_from or ""
    return since if since[:1].isdigit() else None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Finds the times of the duties of one page.

    `times` are the places of all times that something is due by, in order, `starts` of those from which on it must be
    done, `bodies` those of all bodies, `phases` the headings of phases that have no number.
    """

    page: Page
    text: str
    times: list[Span]
    starts: list[Span]
    bodies: list[int]
    phases: list[Block]

    @classmethod
    def of(cls, page: Page, bodies: list[int]) -> _Reader:
        """The reader of the page on which the `bodies` stand."""
        times, starts = (
            [match.span() for match in pattern.finditer(page.text) if _is_due(page.text, *match.span())]
            for pattern in (_DUE, _START)
        )
        after = [match.span("time") for match in _AFTER.finditer(page.text) if _is_due(page.text, *match.span("time"))]
        times = sorted({*times, *after})
        phases = [block for block in page.outline.blocks if not block.mark and _UNNUMBERED.match(block.text)]
        return cls(page, page.text, times, starts, bodies, phases)

    def time(self, duty: Duty, body: Span) -> Span | None:
        """The place of the time that the duty of the body at `body` is due by."""
        block = self.page.outline.at(body[0])
        if block is None:
            return None
        task = self.page.clean.within(duty.text_start, duty.text_end)
        prose = duty.form == "prose"
        if prose:
            own = (
                self._in_sentence(body, task, self.times)
                or self._in_sentence(body, task, self.starts)
                or ((duty.role == "support" or _CHARGED.match(self.text, body[1])) and self._shared(body, task))
                or self._named_again(task, block)
            )
        else:
            own = self._in_task(task, whole=duty.form == "list")
        own = own or self._referred(task)
        if own is None and duty.form in ("prose", "bracket", "label"):
            own = self._beside_name(body, block)
        if own is None and prose:
            own = self._reported(task[1], block.end)
        if own is None and duty.form != "table":
            own = self._labelled_under(block) or self._of_phase(block)
        return own

    def before(self, start: int) -> str:
        """The words of the due times that stand before `start` in its sentence."""
        near = max(0, start - _NEAR)
        begin = near + max(self.text[near:start].rfind(stop) for stop in "。\n") + 1
        return "，".join(self.text[slice(*time)] for time in _within(self.times, begin, start))

    def _in_task(self, task: Span, *, whole: bool) -> Span | None:
        """The due time in a task that stands apart from its bodies.

        It is that of the task where the task is one sentence, apart from its heading (加强宣传。2021年底前，制作...),
        or where the `whole` of the task is one body's and no other time is told in it. Of several sentences the time
        of a single step is that step's (SCHEMA), but the one by which the task comes to its result is that of all of
        it. A time right before a body that has a duty of its own (2019年底前，各镇政府要...) is that body's.
        """
        sentences = [match.span() for match in _SENTENCE.finditer(self.text, *task) if match.group().strip()]
        if len(sentences) > 1:
            start, end = sentences[0]
            if end - start <= _HEADING and "，" not in self.text[start:end]:
                del sentences[0]
        if not sentences:
            return None
        several = len(sentences) > 1 and not whole
        times = [
            time
            for time in _within(self.times, sentences[0][0], sentences[-1][1])
            if (_BY.search(self.text[slice(*time)]) or _OFTEN.match(self.text, time[1])) and not self._of_body(time)
        ]
        if several:
            told = {squash(self.text[slice(*time)]) for time in times}
            return times[0] if len(told) == 1 and all(_RESULT.match(self.text, time[1]) for time in times) else None
        return times[0] if len(times) == 1 or (times and len(sentences) == 1) else None

    def _of_body(self, time: Span) -> bool:
        """Whether a body that has a duty stands right behind the time."""
        behind = _LINK.match(self.text, time[1])
        at = behind.end() if behind else time[1]
        return self.bodies[bisect.bisect_left(self.bodies, at) :][:1] == [at]

    def _in_sentence(self, body: Span, task: Span, times: list[Span]) -> Span | None:
        """Which of `times` a sentence tells of its body: one right before it, over all the sentence, or behind it."""
        text = self.text
        times = _within(times, *task)
        before = [time for time in times if time[1] <= body[0]]
        for time in reversed(before):
            if not _STOP.search(text[time[1] : body[0]].removeprefix("，")):
                return time
        if over_all := self._at_head(task[0], before):
            return over_all
        for time in times[len(before) :]:
            far = _ASIDE.sub("", text[body[0] : time[0]]).count("，") > _CLAUSES
            if time[0] >= body[1] and (not far or _CLAUSE.search(text, body[1], time[0])):
                return time
        return None

    def _shared(self, body: Span, task: Span) -> Span | None:
        """The last time before a body told behind its task, or behind one it shares: A于10月底前完成排查，B配合."""
        before = _within(self.times, task[0], body[0])
        return before[-1] if before else None

    def _at_head(self, start: int, times: list[Span]) -> Span | None:
        """The one of `times` that stands at the head of the sentence from `start` on, and so over all of it."""
        for time in times:
            mark = MARK.match(self.text, start, time[0])
            head = self.text[mark.end() if mark else start : time[0]]
            head = head.strip()
            if (_CLAUSE.match(head) or _SETTING.fullmatch(head)) and self.text[time[1]] == "，":
                return time
        return None

    def _named_again(self, task: Span, block: Block) -> Span | None:
        """The time of the sentence before, whose task this one names again: 7月，开展专项整治。专项整治工作由A牵头."""
        name = _NAMED.match(self.text, *task)
        before = self.text[block.start : task[0]].rstrip()
        if name is None or not before.endswith(f"{name.group(1)}。"):
            return None
        start = block.start + before.rfind("。", 0, -1) + 1
        return self._at_head(start, _within(self.times, start, task[0]))

    def _referred(self, task: Span) -> Span | None:
        """The time that the sentence behind the task, or behind its first one, tells of it: 该项工作于4月底前完成."""
        first = self.text.find("。", *task)
        match = _REFERS.search(self.text, first if first >= 0 else task[1], task[1] + _TITLE)
        if match is None or match.start() > task[1] or not _is_due(self.text, *match.span("time")):
            return None
        return match.span("time")

    def _beside_name(self, body: Span, block: Block) -> Span | None:
        """The due time beside the name in another sentence of the paragraph: 由各镇每月20日前..., 每年底，A要...."""
        text, name = self.text, self.text[slice(*body)]
        for time in _within(self.times, max(block.start, body[0] - _NEAR), min(block.end, body[1] + _NEAR)):
            behind = _LINK.match(text, time[1])
            before = _TOLD.search(text, block.start, time[0])
            follows = behind is not None and text.startswith(name, behind.end())
            precedes = before is not None and text.endswith(name, block.start, before.start())
            if follows or precedes:
                return time
        return None

    def _reported(self, start: int, end: int) -> Span | None:
        """The time by which the body of the sentence before `start` reports, as one without a subject tells."""
        following = bisect.bisect_left(self.bodies, start)
        stop = min(end, self.bodies[following]) if following < len(self.bodies) else end
        match = _REPORT.search(self.text, start, stop)
        return match.span("time") if match and _is_due(self.text, *match.span("time")) else None

    def _labelled_under(self, block: Block) -> Span | None:
        """The time that a line of its own tells under the paragraph: 完成时限：2025年12月。"""
        under = self.page.outline.at(block.end + 1)
        label = due_of(under.text) if under and DUE_LABELLED.fullmatch(under.text.rstrip("。；")) else None
        return (under.start + label[0], under.start + label[1]) if under and label else None

    def _of_phase(self, block: Block) -> Span | None:
        """The time of the phase that holds the block: （二）全面核查阶段（2017年12月下旬）.

        Where the block tells a time of its own, that of a phase over it is not meant.
        """
        for over in self._above(block):
            if over is not block and len(over.text) > _HEADING:
                continue
            time = self._at_phase(over, block)
            others = (own for own in _within(self.times, block.start, block.end) if time and own[0] not in range(*time))
            if time and (over is block or not any(others)):
                return time
        return None

    def _at_phase(self, over: Block, block: Block) -> Span | None:
        """The time that the heading of a phase tells, the first paragraph under it at its head, or a label there."""
        if match := _PHASE.match(over.text, len(over.mark)):
            start, end = match.span(match.lastgroup or 0)
            return over.start + start, over.start + end
        under = self.page.outline.at(over.end + 1)
        if under is None or under is block is over:
            return None
        if _PHASE_WITHOUT_TIME.fullmatch(over.body) and (match := _TIME_OF_PHASE.match(under.text)):
            return under.start + match.start(), under.start + match.end()
        label = due_of(under.text) if under is not block and DUE_LABELLED.match(under.text) else None
        return (under.start + label[0], under.start + label[1]) if label else None

    def _above(self, block: Block) -> Iterator[Block]:
        """The numbered blocks that hold the block, from itself up, each with the last heading of a phase before it."""
        over: Block | None = block
        while over is not None:
            if over.mark or over in self.phases:
                yield over
            yield from [phase for phase in self.phases if phase.parent == over.parent and phase.start < over.start][-1:]
            over = self.page.outline.blocks[over.parent] if over.parent >= 0 else None


def _within(times: list[Span], start: int, end: int) -> list[Span]:
    """Those of the `times` (in order) that stand in ``text[start:end]``."""
    first = bisect.bisect_left(times, (start, 0))
    last = bisect.bisect_left(times, (end, 0), first)
    return [time for time in times[first:last] if time[1] <= end]


def _is_due(text: str, start: int, end: int) -> bool:
    """Whether a time is one that something is due by, and no term, service time or part of a title."""
    if _UNDUE.match(text, end) or _TERM.search(text, max(0, start - 12), start):
        return False
    near = max(0, start - _TITLE)
    return text.rfind("《", near, start) <= text.rfind("》", near, start)
