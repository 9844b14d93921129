"""What a typed name means: one body, a list, or the nearest names that are there."""

from __future__ import annotations

import pytest

from graph.lookup import lookup
from graph.stores import Cell, Parameters, Progress, Rows, Written
from graph.tables import Tables

PLACES = {"临溪县": "临溪县", "370306": "周村区", "370303": "张店区", "370300": "淄博市"}
AGENCIES: list[tuple[str, str, list[str], str, str, str]] = [
    ("370306/安全生产监督管理局", "周村区安全生产监督管理局", ["区安监局"], "370306", "安全生产监督管理局", "county"),
    (
        "370303/安全生产监督管理局",
        "张店区安全生产监督管理局",
        ["张店区安监局"],
        "370303",
        "安全生产监督管理局",
        "county",
    ),
    ("临溪县/安全生产监督管理局", "临溪县安全生产监督管理局", ["县安监局"], "临溪县", "安全生产监督管理局", "county"),
    ("370300/财政局", "淄博市财政局", ["市财政局"], "370300", "财政局", "municipal"),
    ("370306/盐业公司", "周村区盐业公司", ["区盐业公司（区盐务局）"], "370306", "盐业公司", "county"),
    ("工业和信息化部", "工业和信息化部", ["工信部"], "", "工业和信息化部", "national"),
]
GROUPS = [("370306/安全生产领导小组", "周村区安全生产领导小组", ["区安全生产领导小组"], "370306")]


class Shelf:
    """A store that holds the rows above."""

    def write(self, tables: Tables, progress: Progress | None = None) -> Written:
        raise NotImplementedError

    def ours(self, name: str) -> str:
        return "true"

    def query(
        self, text: str, parameters: Parameters | None = None, *, timeout: float = 30.0, limit: int | None = None
    ) -> Rows:
        rows: list[tuple[Cell, ...]] = []
        if ":Jurisdiction)" in text:
            rows += PLACES.items()
        elif ":Agency)" in text:
            rows += [(id_, name, list(names), *rest) for id_, name, names, *rest in AGENCIES]
        else:
            rows += [(id_, name, list(names), place, "", "") for id_, name, names, place in GROUPS]
        return Rows((), tuple(rows))

    def close(self) -> None:
        pass


@pytest.mark.parametrize(
    ("typed", "ids", "why"),
    [
        ("周村区安全生产监督管理局", ["370306/安全生产监督管理局"], "the official name"),
        ("周村区安监局", ["370306/安全生产监督管理局"], "the place and a short form"),
        ("淄博市周村区安监局", ["370306/安全生产监督管理局"], "with the city"),
        ("临溪县安监局", ["临溪县/安全生产监督管理局"], "a place that the table does not have"),
        ("370306/安全生产监督管理局", ["370306/安全生产监督管理局"], "the id"),
        (
            "区安监局",
            ["370303/安全生产监督管理局", "370306/安全生产监督管理局"],
            "that office of two districts, though only one is written so: nothing is guessed",
        ),
        ("县安监局", ["临溪县/安全生产监督管理局"], "the only county"),
        (
            "安监局",
            ["370303/安全生产监督管理局", "370306/安全生产监督管理局", "临溪县/安全生产监督管理局"],
            "that office at any level",
        ),
        ("市财政局", ["370300/财政局"], "the only city"),
        ("区盐业公司", ["370306/盐业公司"], "without the bracket"),
        ("工信部", ["工业和信息化部"], "a ministry in short"),
        ("区安全生产领导小组", ["370306/安全生产领导小组"], "a group"),
        ("周村区安全生产领导小组", ["370306/安全生产领导小组"], "a group in full"),
    ],
)
def test_what_a_name_means(typed: str, ids: list[str], why: str) -> None:
    assert [found["id"] for found in lookup(typed, Shelf()).bodies] == ids, why


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("周村区安检局", "周村区安全生产监督管理局"),
        ("张店区安全生产局", "张店区安全生产监督管理局"),
        ("淄博财政", "淄博市财政局"),
    ],
)
def test_the_nearest_names(typed: str, first: str) -> None:
    found = lookup(typed, Shelf())
    assert not found.bodies
    assert first in found.nearest[:3]


def test_nothing_is_near() -> None:
    assert lookup("ABC", Shelf()).nearest == ()
