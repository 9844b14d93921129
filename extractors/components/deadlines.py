"""The time phrase that is bound to each duty: in its own sentence, in its cell, or over the phase that holds it."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from extractors.bodies import squash
from extractors.components.page import facts_of, page_of, put
from extractors.facts import Duty

_YEAR = r"(?:(?:19|20)\d{2}\s*年|今年|明年|当年|次年|每年|每季度|每半年|每月|每周|每学期|每个?考核期)"
_DAY = r"(?:第?\s*\d{1,2}\s*(?:月|日|号|个月|个工作日|天)|[上中下]旬|年?底|年末|月底|月初|季度末)"
TIME = re.compile(
    rf"(?:考核期第\d年)?(?:{_YEAR}\s*(?:年底|底|{_DAY}|第[一二三四]季度|[第\d]+季度|首月)*\s*(?:\d{{1,2}}日?)?(?:以?前|之前|底前|内|前)?|"
    rf"(?:{_DAY}\s*)+(?:以?前|之前|底前|内)|\d{{1,2}}\s*月\s*[上中下]旬|(?:到|至)\s*(?:19|20)\d{{2}}\s*年(?:底|末)?|过渡期内|逐年|年底前|(?:\d+|[一二三四五六七八九十]+)个(?:工作日|月)(?:内|以内))"
)
_PHASE = re.compile(r"[（(]([^（）()]*?\d\s*(?:月|年|日)[^（）()]*?)[）)]")


@Language.component("dutygraph_deadlines")
def deadlines(doc: Doc) -> Doc:
    """Bind deadlines to the duties of the span group `duties`."""
    page = page_of(doc)
    if "duties" not in doc.spans:
        return doc
    out = []
    for duty in facts_of(doc, "duties", Duty):
        a = page.clean.at(duty.start)
        b = a + max(1, duty.end - duty.start)
        if duty.deadline is None:
            place = None
            if duty.form == "prose":
                place = _near(page.text, a, page.clean.at(duty.text_start), page.clean.at(duty.text_end))
            if place is None and duty.form != "table":
                place = _phase(page, a)
            if place is not None:
                duty = replace(
                    duty, deadline=squash(page.text[place[0] : place[1]]), deadline_span=page.clean.span(*place)
                )
        out.append((a, b, duty))
    put(doc, "duties", out)
    return doc


_NOT_DUE = re.compile(r"^(?:以来|起|至|施行|版|度|工作|的|以上|以下|》|第?\d期|—|-)")


def _near(text: str, body: int, start: int, end: int) -> tuple[int, int] | None:
    """A due time in the sentence: just before the body, or behind it."""
    for match in TIME.finditer(text, start, end):
        word = match.group()
        after = text[match.end() : match.end() + 8]
        if _NOT_DUE.match(after) or re.fullmatch(r"(?:19|20)\d{2}\s*年|\d+\s*(?:月|日|号|天)", word):
            continue
        if match.start() < body and body - match.end() > 40:
            continue
        if (
            match.start() > body
            and re.search("[，]", text[body : match.start()])
            and text[body : match.start()].count("，") > 3
        ):
            continue
        if re.search("不少于|不超过|期限|有效", text[max(start, match.start() - 6) : match.start()]):
            continue
        return match.span()
    return None


def _phase(page: object, at: int) -> tuple[int, int] | None:
    """The time of the phase ("（二）全面核查阶段（2017年12月下旬）") over the place."""
    from extractors.components.page import Page

    assert isinstance(page, Page)
    blocks = page.outline.blocks
    block = page.outline.at(at)
    while block is not None:
        head = block.text[:60]
        match = _PHASE.search(head)
        if (
            match
            and block.mark
            and (re.search("阶段|步骤|方案|排查|整改|评估|部署|实施|验收|总结", head[: match.start()]))
            and match.start() < 30
        ):
            return block.start + match.start(1), block.start + match.end(1)
        block = blocks[block.parent] if block.parent >= 0 else None
    return None
