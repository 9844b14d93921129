"""The time that each duty is due by: in its own sentence, or over the phase of the plan that holds it.

A time in a sentence that gives a body its task is that duty's alone, even where a bracket gives the whole paragraph to
more bodies; what a column, a label or a bracket says of time is bound by the component that reads them. Service times
(5个工作日内办结) and terms of a policy (延长至2020年底) are no deadlines.
"""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from extractors.bodies import Span, squash
from extractors.components.page import Page, facts_of, page_of, put
from extractors.facts import Duty
from extractors.lexicons.times import DUE, PHASE, TERM, UNDUE
from extractors.outline import Block

_DUE = re.compile(DUE)
_UNDUE = re.compile(UNDUE)
_TERM = re.compile(rf"(?:{TERM})[^，。；]{{0,4}}$")
_PHASE = re.compile(PHASE)
_BY = re.compile("^[到至]|[前内底旬]$")
"""What makes a time, in a task that stands apart from its bodies, the time by which it is due."""

_SENTENCE = re.compile("[^。；\n]+")
_TOLD = re.compile("(?:要|应当?|须|必须|需|负责|务必)?(?:于|在)?$")
_LINK = re.compile("，?由?")

_BEFORE, _CLAUSES = 40, 3
"""Characters from a time to the body behind it, and commas from a body to the time behind it."""

_HEADING = 40
"""Characters that a heading of a phase has at most."""


@Language.component("dutygraph_deadlines")
def deadlines(doc: Doc) -> Doc:
    """Bind deadlines to the duties of the span group `duties`."""
    if "duties" not in doc.spans:
        return doc
    page = page_of(doc)
    out: list[tuple[int, int, Duty]] = []
    for duty in facts_of(doc, "duties", Duty):
        body = _place(page, duty.start, duty.end)
        if duty.deadline is None and (due := _due(page, duty, body)):
            duty = replace(duty, deadline=squash(page.text[slice(*due)]), deadline_span=page.clean.span(*due))
        out.append((*body, duty))
    put(doc, "duties", out)
    return doc


def _place(page: Page, start: int, end: int) -> Span:
    """The place in the clean text of ``source[start:end]``."""
    at = page.clean.at(start)
    return at, page.clean.at(end - 1) + 1 if end > start else at


def _due(page: Page, duty: Duty, body: Span) -> Span | None:
    """The place of the time that the duty of the body at `body` is due by."""
    block = page.outline.at(body[0])
    if block is None:
        return None
    task = _place(page, duty.text_start, duty.text_end)
    own = _in_sentence(page.text, body[0], *task) if duty.form == "prose" else _in_only_sentence(page.text, *task)
    if own is None and duty.form in ("prose", "bracket", "label"):
        own = _beside_name(page.text, page.text[slice(*body)], block)
    if own is None and duty.form != "table":
        own = _of_phase(page, block)
    return own


def _in_only_sentence(text: str, start: int, end: int) -> Span | None:
    """A due time in a task that is one sentence, apart from its heading (加强宣传。2021年底前，制作...)."""
    sentences = [m.span() for m in _SENTENCE.finditer(text, start, end) if m.group().strip()]
    if len(sentences) > 1 and sentences[0][1] - sentences[0][0] <= _HEADING and "，" not in text[slice(*sentences[0])]:
        del sentences[0]
    if len(sentences) != 1:
        return None
    times = (match for match in _DUE.finditer(text, *sentences[0]) if _BY.search(match.group()))
    return next((match.span() for match in times if _is_due(text, match)), None)


def _in_sentence(text: str, body: int, start: int, end: int) -> Span | None:
    """A due time in the task: just before the body, or not far behind it."""
    for match in _DUE.finditer(text, start, end):
        if not _is_due(text, match):
            continue
        if match.start() < body:
            near = body - match.end() <= _BEFORE
        else:
            near = text.count("，", body, match.start()) <= _CLAUSES or text[match.start() - 1] == "于"
        if near:
            return match.span()
    return None


def _beside_name(text: str, name: str, block: Block) -> Span | None:
    """A due time right beside the name in another sentence of the paragraph: 由各镇每月20日前..., 每年底，A要...."""
    for match in _DUE.finditer(text, block.start, block.end):
        behind = _LINK.match(text, match.end())
        before = _TOLD.search(text, block.start, match.start())
        follows = behind is not None and text.startswith(name, behind.end())
        precedes = before is not None and text.endswith(name, block.start, before.start())
        if (follows or precedes) and _is_due(text, match):
            return match.span()
    return None


def _is_due(text: str, match: re.Match[str]) -> bool:
    """Whether a time is one that something is due by, and no term, service time or part of a title."""
    return not _UNDUE.match(text, match.end()) and not _TERM.search(text, max(0, match.start() - 12), match.start())


def _of_phase(page: Page, block: Block) -> Span | None:
    """The time of the phase that holds the block: （二）全面核查阶段（2017年12月下旬）."""
    over: Block | None = block
    while over is not None:
        if (
            over.mark
            and (over is block or len(over.text) <= _HEADING)
            and (match := _PHASE.match(over.text, len(over.mark)))
        ):
            span = match.span("bracket") if match.group("bracket") else match.span("first")
            return over.start + span[0], over.start + span[1]
        over = page.outline.blocks[over.parent] if over.parent >= 0 else None
    return None
