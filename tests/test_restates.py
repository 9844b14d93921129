"""The same duty across documents: what is called the same, what is not, and what is left out."""

from __future__ import annotations

import pytest

from graph.restates import SCORE, Restated, Stated, restated

CITY, COUNTY = ("2018-03-01", 2, "青政发〔2018〕5号"), ("2018-06-01", 3, "临政发〔2018〕12号")
QUARRY = "加强石料场安全监管，每季度开展一次全面排查"


def _found(*texts: tuple[str, tuple[str, int, str]]) -> list[Restated]:
    return restated([Stated(f"d{at}", order[2], text, order) for at, (text, order) in enumerate(texts)])


@pytest.mark.parametrize(
    ("later", "score"),
    [
        pytest.param(QUARRY, 1.0, id="the same words"),
        pytest.param("加强石料场安全监管,每季度开展一次全面排查。", 1.0, id="punctuation says nothing"),
        pytest.param("加强全县石料场安全监管，每季度开展一次全面排查", 0.84, id="two words put in"),
        pytest.param("加强石料场安全监管，落实企业主体责任，按月报送情况", None, id="the same beginning only"),
        pytest.param("提高城乡居民基础养老金标准，按月足额发放", None, id="another task"),
    ],
)
def test_what_is_the_same(later: str, score: float | None) -> None:
    found = _found((QUARRY, CITY), (later, COUNTY))
    assert found == ([] if score is None else [Restated("d1", "d0", pytest.approx(score, abs=0.03))])


@pytest.mark.parametrize(
    ("texts", "pairs"),
    [
        pytest.param([(QUARRY, COUNTY), (QUARRY, CITY)], [("d0", "d1")], id="the later document restates"),
        pytest.param([(QUARRY, CITY), (QUARRY, CITY)], [], id="within a document nothing is restated"),
        pytest.param([("联系我们：020-12345", CITY), ("联系我们：020-12345", COUNTY)], [], id="figures are no words"),
        pytest.param([("做好宣传工作", CITY), ("做好宣传工作", COUNTY)], [], id="too short to be one task"),
        pytest.param(
            [("请各分局将本通知转发至辖区内各单位执行", CITY), ("请各分局将本通知转发至辖区内各单位执行", COUNTY)],
            [],
            id="each notice means itself",
        ),
        pytest.param(
            [("其他有关部门按各自职能配合做好相关工作", CITY), ("其他有关部门按各自职能配合做好相关工作", COUNTY)],
            [],
            id="what every document says of the rest",
        ),
        pytest.param(
            [(QUARRY, CITY), (QUARRY + "并公布结果", CITY), (QUARRY, COUNTY)],
            [("d2", "d0")],
            id="of one document the most similar",
        ),
        pytest.param(
            [(QUARRY, (f"2018-01-0{day}", 2, f"青政发〔2018〕{day}号")) for day in range(1, 9)] + [(QUARRY, COUNTY)],
            5,
            id="at most five, where all documents say it",
        ),
    ],
)
def test_which_pairs(texts: list[tuple[str, tuple[str, int, str]]], pairs: list[tuple[str, str]] | int) -> None:
    found = _found(*texts)
    if isinstance(pairs, int):
        assert sum(pair.id == f"d{len(texts) - 1}" for pair in found) == pairs
    else:
        assert [(pair.id, pair.original) for pair in found] == pairs


def test_the_order_in_which_tasks_are_given_changes_nothing() -> None:
    duties = [Stated(f"d{at}", order[2], f"{QUARRY}{at % 2}", order) for at, order in enumerate([CITY, COUNTY] * 3)]
    assert restated(duties) == restated(duties[::-1])
    assert all(pair.score >= SCORE for pair in restated(duties))
