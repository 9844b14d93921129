"""Every question of cypher/ about the bundled examples: the rows of tests/expected/ (tests/corpora.py writes them)."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from corpora import ASKED, EXAMPLES, EXPECTED, answer, tables_of_sources, told

from graph.queries import questions
from graph.stores.arcade import ArcadeStore


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArcadeStore]:
    with ArcadeStore(tmp_path_factory.mktemp("expected") / "graph") as opened:
        opened.write(tables_of_sources(EXAMPLES))
        yield opened


def test_every_question_is_asked() -> None:
    assert set(ASKED) == set(questions())
    assert {path.stem for path in EXPECTED.glob("*.json")} == set(ASKED)


@pytest.mark.parametrize("name", ASKED)
def test_the_rows_are_as_expected(store: ArcadeStore, name: str) -> None:
    expected = json.loads((EXPECTED / f"{name}.json").read_text(encoding="utf-8"))
    assert [block["parameters"] for block in expected] == ASKED[name]
    for block in expected:
        assert told(answer(store, name, block["parameters"])) == block["rows"]
    assert any(block["rows"] for block in expected) or name in _EMPTY, "an expected result that says nothing"


_EMPTY = {"different-leads", "cited-repealed", "early-deadlines", "restated"}
"""Questions to which the examples rightly give no row."""
