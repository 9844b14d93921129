"""The map of places that hold the sign of a fact and led to none (bench/unread.py)."""

from __future__ import annotations

import pytest
from reading import HEAD

from bench.unread import MARK, shape_of, unread
from extractors.sources import Source

PLACES = [
    ("duty", "一、县应急局负责监测。", [], "a sign that led to a duty"),
    ("duty", "一、县应急局牵头，县公安局配合，开展排查。", [], "two signs of one sentence, and both were read"),
    ("duty", "一、负责人要签字。", ["负责"], "a sign that belongs to a person"),
    ("duty", "一、（县应急局）", ["（县应急局）"], "a bracket with a body and no task"),
    ("citation", "一、按照《临溪县安全办法》执行。再看《临溪县安全办法》。", [], "a title that was counted before"),
    (
        "citation",
        "一、填写《临溪县安全登记表》。",
        ["《临溪县安全登记表》"],
        "a form is asked about",
    ),
    ("group", "一、王旭任组长。", ["组长"], "a head of no group"),
    ("change", "一、撤销县盐务局。", [], "a change that was read"),
    ("change", "一、设立奖学金。", ["设立"], "a sign that led to no change"),
    ("deadline", "一、2020年6月底前，县应急局要完成排查。", [], "the time of a duty"),
    ("deadline", "一、2020年6月底前，形成新格局。", ["2020年6月底前"], "a time of nobody's"),
]


@pytest.mark.parametrize(("kind", "text", "signs", "why"), PLACES)
def test_places(kind: str, text: str, signs: list[str], why: str) -> None:
    source = Source("a.txt", HEAD + text, "", "text")
    places = [place for _, place in unread([source]) if place.kind == MARK + kind and place.start >= len(HEAD)]
    assert [place.quote for place in places] == signs, why


SHAPES = [
    ("由县应急局牵头，县公安局配合", "牵头", "由B‹牵头›，B配合", "names are their ends"),
    ("到2020年底，按照临政发〔2020〕1号落实", "落实", "T，〔〕‹落实›", "times and numbers"),
    ("县级12个行业的公司应当开展", "应当", "…的B‹应当›…", "no more than the words next to the sign"),
]


@pytest.mark.parametrize(("sentence", "sign", "shape", "why"), SHAPES)
def test_shapes(sentence: str, sign: str, shape: str, why: str) -> None:
    at = sentence.index(sign)
    assert shape_of(sentence, at, at + len(sign)) == shape, why
