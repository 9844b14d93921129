"""The time that each duty is due by: in its own sentence, or over the phase of the plan that holds it; and its date.

A time in a sentence that gives a body its task is that duty's alone, even where a bracket gives the whole paragraph to
more bodies; what a column, a label or a bracket says of time is bound by the component that reads them. Service times
(5个工作日内办结) and terms of a policy (延长至2020年底) are no deadlines.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from extractors.bodies import Span, squash
from extractors.components.duties.assign import DUE_LABELLED, due_of
from extractors.components.page import Page, facts_of, page_of, put
from extractors.due import due
from extractors.facts import Duty
from extractors.lexicons.times import DUE, OF_EACH, OFTEN, PHASE, REFERS, REPORT, TERM, UNDUE, UNNUMBERED_PHASE
from extractors.outline import MARK, Block

_DUE = re.compile(DUE)
_UNDUE = re.compile(UNDUE)
_TERM = re.compile(rf"(?:{TERM})[^，。；]{{0,4}}$|{OF_EACH}")
_PHASE = re.compile(PHASE)
_UNNUMBERED = re.compile(UNNUMBERED_PHASE)
_REPORT = re.compile(REPORT)
_REFERS = re.compile(rf"[。；]\s*{REFERS}(?P<time>{DUE})")
_BY = re.compile("^[到至]|[前内底末旬]$")
"""What makes a time, in a task that stands apart from its bodies, the time by which it is due."""
_OFTEN = re.compile(OFTEN)
_YEAR_OF_NUMBER = re.compile(r"(?<=[〔\[（(【])(?:19|20)\d{2}")

_SENTENCE = re.compile("[^。；\n]+")
_TOLD = re.compile("(?:要|应当?|须|必须|需|负责|务必)?(?:于|在)?$")
_LINK = re.compile("，?由?")
_CLAUSE = re.compile("(?:^|[，。；：])[并且或]?(?:力争|确保|原则上|应当?|要|须|必须|需)?[于在]?$")
"""What stands before a time at the head of its clause."""

_CLAUSES = 3
"""Commas from a body to a time inside of a clause behind it."""

_HEADING = 40
"""Characters that a heading of a phase has at most."""


@Language.component("dutygraph_deadlines")
def deadlines(doc: Doc) -> Doc:
    """Bind deadlines to the duties of the span group `duties`."""
    if "duties" not in doc.spans:
        return doc
    page = page_of(doc)
    phases = [block for block in page.outline.blocks if not block.mark and _UNNUMBERED.match(block.text)]
    duties = [(page.clean.within(duty.start, duty.end), duty) for duty in facts_of(doc, "duties", Duty)]
    bodies = sorted(body[0] for body, _ in duties)
    written = _written(page)
    out: list[tuple[int, int, Duty]] = []
    undated: dict[Span, str] = {}
    for body, duty in duties:
        if duty.deadline is None and (time := _time(page, duty, body, bodies, phases)):
            duty = replace(duty, deadline=squash(page.text[slice(*time)]), deadline_span=page.clean.span(*time))
        if duty.deadline is not None and (span := duty.deadline_span):
            told = due(duty.deadline, written)
            duty = replace(duty, due=told.interval, recurrence=told.recurrence)
            if told.why:
                undated[page.clean.within(*span)] = told.why
        out.append((*body, duty))
    for (start, end), why in undated.items():
        page.doubt("deadline", start, end, f"it is no date: {why}")
    put(doc, "duties", out)
    return doc


def _written(page: Page) -> str | None:
    """The day of the document, or the year of its number; None where it has neither."""
    year = _YEAR_OF_NUMBER.search(page.head.number or "")
    return page.head.date or (year.group() if year else None)


def _time(page: Page, duty: Duty, body: Span, bodies: Sequence[int], phases: Sequence[Block]) -> Span | None:
    """The place of the time that the duty of the body at `body` is due by.

    `bodies` are the places of all bodies in order, `phases` the headings of phases that have no number.
    """
    block = page.outline.at(body[0])
    if block is None:
        return None
    task = page.clean.within(duty.text_start, duty.text_end)
    if duty.form == "prose":
        own = _in_sentence(page.text, body, *task)
    else:
        own = _in_task(page.text, *task, whole=duty.form == "list")
    own = own or _referred(page.text, *task)
    if own is None and duty.form in ("prose", "bracket", "label"):
        own = _beside_name(page.text, page.text[slice(*body)], block)
    if own is None and duty.form == "prose":
        own = _reported(page.text, task[1], block.end, bodies)
    if own is None and duty.form != "table":
        own = _of_phase(page, block, phases)
    return own


def _in_task(text: str, start: int, end: int, *, whole: bool) -> Span | None:
    """The due time in a task that stands apart from its bodies.

    It is that of the task where the task is one sentence, apart from its heading (加强宣传。2021年底前，制作...), or
    where the `whole` of the task is one body's and no other time is told in it.
    """
    sentences = [m.span() for m in _SENTENCE.finditer(text, start, end) if m.group().strip()]
    if len(sentences) > 1 and sentences[0][1] - sentences[0][0] <= _HEADING and "，" not in text[slice(*sentences[0])]:
        del sentences[0]
    if not sentences or (len(sentences) > 1 and not whole):
        return None
    times = [
        match.span()
        for match in _times(text, sentences[0][0], sentences[-1][1])
        if _BY.search(match.group()) or _OFTEN.match(text, match.end())
    ]
    return times[0] if len(times) == 1 or (times and len(sentences) == 1) else None


def _in_sentence(text: str, body: Span, start: int, end: int) -> Span | None:
    """The due time that a sentence tells of its body: right before it, over the whole sentence, or behind it."""
    times = list(_times(text, start, end))
    before = [match for match in times if match.end() <= body[0]]
    for match in reversed(before):
        if not re.search("[，。；]", text[match.end() : body[0]].removeprefix("，")):
            return match.span()
    mark = MARK.match(text, start, end)
    for match in before:
        if _CLAUSE.match(text[mark.end() if mark else start : match.start()].strip()) and text[match.end()] == "，":
            return match.span()
    for match in times[len(before) :]:
        if match.start() < body[1]:
            continue
        if text.count("，", body[0], match.start()) <= _CLAUSES or _CLAUSE.search(text, body[1], match.start()):
            return match.span()
    return None


def _referred(text: str, start: int, end: int) -> Span | None:
    """The time that the sentence behind the task tells of it: 该项工作于4月底前完成."""
    match = _REFERS.search(text, text.find("。", start, end) if "。" in text[start:end] else end)
    if match is None or match.start() > end or not _is_due(text, *match.span("time")):
        return None
    return match.span("time")


def _reported(text: str, start: int, end: int, bodies: Sequence[int]) -> Span | None:
    """The time by which the body of the last sentence before `start` reports, as a sentence without a subject tells."""
    following = bisect.bisect_left(bodies, start)
    stop = min(end, bodies[following]) if following < len(bodies) else end
    match = _REPORT.search(text, start, stop)
    return match.span("time") if match and _is_due(text, *match.span("time")) else None


def _beside_name(text: str, name: str, block: Block) -> Span | None:
    """A due time right beside the name in another sentence of the paragraph: 由各镇每月20日前..., 每年底，A要...."""
    for match in _times(text, block.start, block.end):
        behind = _LINK.match(text, match.end())
        before = _TOLD.search(text, block.start, match.start())
        follows = behind is not None and text.startswith(name, behind.end())
        precedes = before is not None and text.endswith(name, block.start, before.start())
        if follows or precedes:
            return match.span()
    return None


def _times(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The times in ``text[start:end]`` that something is due by."""
    return (match for match in _DUE.finditer(text, start, end) if _is_due(text, *match.span()))


def _is_due(text: str, start: int, end: int) -> bool:
    """Whether a time is one that something is due by, and no term, service time or part of a title."""
    if _UNDUE.match(text, end) or _TERM.search(text, max(0, start - 12), start):
        return False
    line = text.rfind("\n", 0, start) + 1
    return text.count("《", line, start) <= text.count("》", line, start)


def _of_phase(page: Page, block: Block, phases: Sequence[Block]) -> Span | None:
    """The time of the phase that holds the block: （二）全面核查阶段（2017年12月下旬）.

    Where the block tells a time of its own, that of a phase over it is not meant.
    """
    for over in _above(page, block, phases):
        if over is not block and (len(over.text) > _HEADING or next(_times(page.text, block.start, block.end), None)):
            continue
        if match := _PHASE.match(over.text, len(over.mark)):
            span = match.span(match.lastgroup or 0)
            return over.start + span[0], over.start + span[1]
        under = page.outline.at(over.end + 1)
        if under and under is not block and DUE_LABELLED.match(under.text) and (time := due_of(under.text)):
            return under.start + time[0], under.start + time[1]
    return None


def _above(page: Page, block: Block, phases: Sequence[Block]) -> Iterator[Block]:
    """The numbered blocks that hold the block, from itself upwards, each with the last heading of a phase under it."""
    over: Block | None = block
    while over is not None:
        if over.mark or over in phases:
            yield over
        yield from [phase for phase in phases if phase.parent == over.parent and phase.start < over.start][-1:]
        over = page.outline.blocks[over.parent] if over.parent >= 0 else None
