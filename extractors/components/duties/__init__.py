"""Duties: one for each place where a task is given to a body, and each body it is given to.

Five forms (eval/SCHEMA.md), a module each: tables with a column of bodies, brackets behind the task, labels, lists by
body, and prose. What an earlier form has read is not read again by a later one, and what a sentence says of a body
that the paragraph's bracket names already is that bracket's duty, unless it tells the body in so many words (要, 应当).
"""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from extractors.bodies import squash
from extractors.components.duties.brackets import read_brackets
from extractors.components.duties.collect import Collector
from extractors.components.duties.labels import read_labels, read_stacked
from extractors.components.duties.lists import read_named, read_under_head, read_untitled
from extractors.components.duties.prose import read_prose
from extractors.components.duties.tables import read_table
from extractors.components.page import page_of, put
from extractors.outline import Block

_SENTENCES = re.compile(r"[^：:，\n]{6,}，[^：:\n]{6,}。\s*")
"""Text between the lines of a roster: 协调委成员需要调整的，由所在单位提出，报协调委批准。"""

LEAST = 8
"""Characters that a block with a duty in prose has at least."""


_CELL = re.compile("(?!.*(?:[×÷=＝]|考察|计算方法|[得扣]\\d*分))[^。；]{4,200}?[，,：:][^。；]{4,400}[。；]")
"""A cell that holds a sentence, and not how something is counted or marked."""


@Language.component("dutygraph_duties")
def duties(doc: Doc) -> Doc:
    """Write the span group `duties`."""
    page = page_of(doc)
    collector = Collector.of(page)
    blocks = collector.blocks
    i = 0
    while i < len(blocks):
        i = max(read_table(collector, i), i + 1)
    texts = [i for i, block in enumerate(blocks) if not block.row and not page.in_roster(block)]
    rosters = [block for block in blocks if page.in_roster(block)]
    for i in texts:
        if collector.free(blocks[i].start):
            read_brackets(collector, i)
            read_labels(collector, i)
            read_stacked(collector, i)
    for i in texts:
        if collector.free(blocks[i].start):
            read_untitled(collector, i)
            read_under_head(collector, i)
            read_named(collector, i)
    titles = squash("".join([page.head.title or "", *page.head.promulgates, *page.head.attachments]))
    for i in texts:
        if len(blocks[i].text) >= LEAST and squash(blocks[i].text) not in titles:
            read_prose(collector, blocks[i])
    for block in blocks:
        if block.row and collector.free(block.start) and not page.in_roster(block):
            _read_cells(collector, block)
    for block in rosters:
        read_prose(collector, block, roster=not _SENTENCES.fullmatch(block.text))
    put(doc, "duties", collector.facts())
    return doc


def _read_cells(collector: Collector, row: Block) -> None:
    """Read the sentences in the cells of a row of a table that has no column of bodies."""
    for k, (a, b) in enumerate(row.cells):
        if _CELL.match(row.cell(k)):
            text = row.text[a - row.start : b - row.start]
            read_prose(collector, replace(row, start=a, end=b, text=text, cells=()))
