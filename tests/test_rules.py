"""How often each rule was right: the table that the extractors read, and what facts have of it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from reading import read_document

from extractors.rules import Precision, confidence_of, measured

BENCH = Path(__file__).parent.parent / "bench"
GOLD = BENCH.parent.parent / "shared" / "eval" / "gold"


@pytest.mark.parametrize(
    ("right", "judged", "share", "why"),
    [
        (7, 7, 1.0, "always right"),
        (2, 3, 0.66, "rounded down"),
        (999, 1000, 0.99, "one mistake is not hidden by rounding"),
        (0, 5, 0.0, "never right"),
    ],
)
def test_share(right: int, judged: int, share: float, why: str) -> None:
    assert Precision(right, judged).share == share, why


def test_an_unmeasured_rule_is_not_held_to_be_bad() -> None:
    assert confidence_of("no.such.rule") == 1.0


def test_facts_have_the_confidence_of_their_rule() -> None:
    document = read_document("县应急局应当按照《青川市安全生产条例》开展检查。\n成立检查小组，负责检查工作。")
    facts = [*document.duties, *document.citations, *document.duties[0].authorities]
    assert len(facts) > 3
    assert [fact.confidence for fact in facts] == [confidence_of(fact.rule) for fact in facts]


@pytest.mark.skipif(not GOLD.is_dir(), reason="the golds of ../shared are not there")
def test_the_table_is_up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCH))
    sys.modules.pop("rules", None)
    import rules

    assert rules.TABLE.read_text(encoding="utf-8") == rules.table(rules.measure(rules.SHARED)), (
        "run: python bench/rules.py --write"
    )
    assert measured()
