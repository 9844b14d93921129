"""What was not understood, and why: every reason that the program gives has its words in Chinese."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors import due
from graph.doubts import REASONS, Doubted

EXTRACTORS = Path(due.__file__).parent


def _given() -> Iterator[str]:
    """The reasons that stand in the source: what `page.doubt` and `head.doubts.append` are called with."""
    for path in sorted(EXTRACTORS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                doubted = node.func.attr == "doubt" or "doubts.append" in ast.unparse(node.func)
                words = node.args[-1] if doubted and node.args else None
                if isinstance(words, ast.Constant) and isinstance(words.value, str):
                    yield words.value
    yield from (why for _, why in due._NO_DAY)
    yield from (due._NO_YEAR, due._NO_DATE, due._NO_FORCE, due._NO_EVENT, due._NOT_DATED)


@pytest.mark.parametrize("why", sorted(set(_given())))
def test_every_reason_has_its_words_in_chinese(why: str) -> None:
    assert why in REASONS


@pytest.mark.parametrize(
    ("why", "reason"),
    [
        pytest.param("no title was found", "没有读到标题", id="the whole is known"),
        pytest.param(
            "it is no date: no date of the document to count from",
            "不能换算成日期：没有成文日期可以起算",
            id="and a detail",
        ),
        pytest.param(
            "another text has the same number: b.txt, c.txt", "另有文件用了同一文号：b.txt, c.txt", id="names stay"
        ),
        pytest.param("a new reason: of a plugin", "a new reason：of a plugin", id="unknown: as it was said"),
        pytest.param("a new reason", "a new reason", id="unknown and without a detail"),
    ],
)
def test_a_reason(why: str, reason: str) -> None:
    assert Doubted("name", "", "a.txt", 0, 1, "", why).reason == reason
