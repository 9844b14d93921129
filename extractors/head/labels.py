"""The tables of labels (索引号, 发文字号, 成文日期) that web sites print around a document."""

from __future__ import annotations

import itertools
import re

from extractors.bodies import squash
from extractors.dates import iso
from extractors.head.fields import FIRST_CHARS, FIRST_LINES, Head, Span, Values, set_value, trim
from extractors.lexicons.documents import DATE, FIGURES
from extractors.lexicons.heads import BRACKETED, LABEL, LABELS, Field

_LAST_LINES = 8
"""The lines at the end of a page in which labels are looked for."""


_KNOWN = re.compile(rf"(?:{'|'.join(' ?'.join(word) for word in sorted(LABELS, key=len, reverse=True))})[：:]")
_A_LABEL = re.compile(r"\s*(?:[\u4e00-\u9fff] ?){2,6}[：:]")


def _in_row(line: str) -> list[Span]:
    """The labels with their values in a line without tabs: one, or several (索引号：LX-3 发文字号：临水〔2020〕9号)."""
    starts = [match.start() for match in _KNOWN.finditer(line)] if _A_LABEL.match(line) else []
    if not any(starts):
        return [(0, len(line))]
    return list(itertools.pairwise([*starts, len(line)]))


def label_pairs(line: str) -> list[tuple[str, Span]]:
    """The (label, place of its value) of a line of a table of labels ([] for any other line)."""
    if bracketed := BRACKETED.match(line):
        return [(bracketed["label"], bracketed.span("value"))] if bracketed["label"] in LABELS else []
    pairs: list[tuple[str, Span]] = []
    cells = [match.span() for match in re.finditer(r"[^\t]+", line)] if "\t" in line else _in_row(line)
    label = ""
    for start, end in cells:
        cell = line[start:end]
        name, colon, _ = cell.replace(":", "：").partition("：")
        if colon and LABEL.fullmatch(squash(name)):
            label = squash(name)
            value = start + len(name) + 1, end
            if line[slice(*value)].strip():
                pairs.append((label, value))
                label = ""
        elif label or squash(cell) in LABELS:
            if label:
                pairs.append((label, (start, end)))
            label = "" if label else squash(cell)
    return pairs if ("\t" in line and pairs) or any(name in LABELS or name.isascii() for name, _ in pairs) else []


def read_labels(text: str) -> dict[Field, Values]:
    """What the labels before the head and at the end of the page say, by field."""
    found: dict[Field, Values] = {}
    lines = [match.span() for match in re.finditer(r"[^\n]+", text)]
    first = [span for span in lines[:FIRST_LINES] if span[1] < FIRST_CHARS]
    for start, end in (*first, *lines[max(len(first), len(lines) - _LAST_LINES) :]):
        for label, (a, b) in label_pairs(text[start:end]):
            a, b = trim(text, start + a, start + b)
            if (name := LABELS.get(label)) and a < b:
                found.setdefault(name, []).append((text[a:b], (a, b)))
    return found


def labelled_days(labelled: dict[Field, Values], label: Field) -> Values:
    """The days that a label gives."""
    values = labelled.get(label, [])
    days = [(DATE.search(value) or FIGURES.search(value), span) for value, span in values]
    return [(date, span) for day, span in days if day and (date := iso(day))]


def set_day(head: Head, name: Field, labelled: dict[Field, Values], label: Field | None = None) -> bool:
    """Set a field to the day that its label (or another) gives; True where there was one."""
    for date, span in labelled_days(labelled, label or name):
        set_value(head, name, date, span)
        return True
    return False
