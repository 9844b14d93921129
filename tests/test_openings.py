"""The characters with which a pattern may begin. Rows are (pattern, those characters), with the reason."""

from __future__ import annotations

import re

import pytest

from extractors.lexicons import duties, times
from extractors.openings import closings, openings, quick


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        ("牵头|负责", "牵负"),  # alternatives
        ("(?:应|须)当|(?P<by>由)", "应须由"),  # of groups, named or not
        ("不?得|[要能]", "不得要能"),  # what may be left out shows what follows
        ("(?:于|在){0,2}年底", "于在年"),
        ("[于在]*年底", "于在年"),
        ("年{1,2}底", "年"),  # what must be there does not
        ("(?<=[市县])局|(?<!全)部|(?=政策)政", "局部政"),  # looks around match nothing themselves
        (r"\d+日|[\d〇]年|\(", "0123456789〇("),  # figures, and a sign that is escaped
        ("(?:(?:甲|乙丙)?丁)+", "甲乙丁"),  # groups in groups
    ],
)
def test_openings(pattern: str, begins: str) -> None:
    assert openings(pattern) == frozenset(begins)


@pytest.mark.parametrize(
    ("pattern", "ends"),
    [
        ("牵头|负责", "头责"),
        ("办(?:公室|事处)?|局", "办室处局"),  # what may be left out shows what it follows
        ("县局(?!长)|局(?<!全局)", "局"),  # looks around match nothing themselves
        ("镇[（(]街[）)]?", "街）)"),
        ("第\\d+组(?:员|长){0,2}", "组员长"),
    ],
)
def test_closings(pattern: str, ends: str) -> None:
    assert closings(pattern) == frozenset(ends)


@pytest.mark.parametrize(
    "pattern",
    [
        "牵头|",  # an empty alternative
        "(?:牵头)?",  # all of it may be left out
        "(?=应)",  # no character of its own
        "[^，]局",  # what may begin with nearly anything
        ".局",
        r"\s局",
        "[一-龥]局",  # a range
        "(?:应",  # no pattern
    ],
)
def test_a_pattern_that_may_begin_with_anything_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"^a (?:pattern|group) that"):
        openings(pattern)


@pytest.mark.parametrize("pattern", [times.DUE, times.START, duties.MODAL, duties.PREPOSITION])
def test_a_quick_pattern_finds_the_same(pattern: str) -> None:
    text = "县水利局应当于2021年6月底前完成整治，自2022年1月起施行；各乡镇要按照要求，对河道进行巡查，不得推诿。"
    assert [m.span() for m in quick(pattern).finditer(text)] == [m.span() for m in re.finditer(pattern, text)] != []
