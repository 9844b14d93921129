"""The questions: every one gives its rows on the embedded store; what run() refuses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from graphs import LAW, NOTICE, OLD, PLAN, QUARRY, REFORM, county

from graph.queries import Question, QuestionError, question, questions, run
from graph.stores import Cell, StoreError
from graph.stores.arcade import ArcadeStore

SAFETY, FIRE, MONEY, SALT = "临溪县安监局", "临溪县应急局", "临溪县财政局", "临溪县盐务局"
COUNCIL, FLOODS = "临溪县安委会", "临溪县防汛指挥部"

# (question, parameters, the columns looked at, their rows, why)
ANSWERS: list[tuple[str, dict[str, Cell], tuple[str, ...], list[tuple[Cell, ...]], str]] = [
    ("duties", {"agency": "县安监局"}, ("id", "roles"), [("d4", ["responsible"]), ("d1", ["lead"])], "as written"),
    ("duties", {"agency": SAFETY}, ("id",), [("d4",), ("d1",)], "by name or id"),
    ("duties", {"agency": "县公安局"}, ("id",), [], "a body that is not there"),
    ("duties", {"agency": SAFETY}, ("number", "provision", "start", "end", "quote"),
     [(NOTICE, "一/1", 20, 30, "落实资金"), (PLAN, "一/1", 20, 30, QUARRY)], "with the proof"),
    ("supporters", {"agency": SAFETY}, ("supporter", "duties"), [(MONEY, 1)], "support, not shared responsibility"),
    ("supporters", {"agency": MONEY}, ("supporter",), [], "a lead is no supporter"),
    ("matrix", {"document": PLAN}, ("leads", "responsible", "supports"), [([SAFETY], [], [MONEY])], "one document"),
    ("matrix", {}, ("id",), [("d2",), ("d3",), ("d4",), ("d1",)], "all documents"),
    ("cited-higher", {}, ("document", "level", "cited_by"), [(LAW, "national", 2), (OLD, "municipal", 1)], "ranked"),
    ("cited-missing", {"limit": 1}, ("document", "cited_by"), [(LAW, 2)], "the most cited first"),
    ("basis", {"document": NOTICE}, ("rests_on", "steps"), [(PLAN, 1), (LAW, 1), (OLD, 2)], "shortest ways only"),
    ("authority", {"agency": FIRE}, ("id", "rests_on", "article", "steps", "way"),
     [("d2", PLAN, "第二条", 1, [PLAN]), ("d2", LAW, None, 2, [PLAN, LAW])], "up to the top"),
    ("authority", {"agency": SAFETY}, ("id", "rests_on", "steps"), [("d4", None, None), ("d1", None, None)], "silent"),
    ("groups", {}, ("group", "members", "offices"), [(COUNCIL, 3, [SAFETY]), (FLOODS, 1, [SAFETY])], "counted once"),
    ("members", {"group": "安委会"}, ("member", "kind", "role"),
     [("王明", "Person", "组长"), ("县财政局局长", "Post", "成员"), (FIRE, "Agency", "成员")], "in order"),
    ("person", {"person": "王明"}, ("kind", "what"),
     [("HEADS_OFFICE_OF", COUNCIL), ("HOLDS", "县长"), ("MEMBER_OF", COUNCIL), ("MEMBER_OF", FLOODS)], "all"),
    ("most-seats", {}, ("member", "groups"), [("王明", 2), (FIRE, 1), ("县财政局局长", 1)], "people, bodies, posts"),
    ("office-hosts", {}, ("host", "groups"), [(SAFETY, 2)], "both groups"),
    ("deadlines", {}, ("id", "due"), [("d1", "2018-06-30"), ("d2", "2019-12-31")], "dated ones only"),
    ("deadlines", {"from": "2018-01-01", "to": "2018-12-31"}, ("id",), [("d1",)], "between two days"),
    ("deadlines", {"agency": "县应急局"}, ("id", "owners"), [("d2", [FIRE, MONEY])], "of one body, with all owners"),
    ("vague-owners", {}, ("id", "owners"), [("d3", ["有关部门"])], "only vague ones"),
    ("no-lead", {}, ("id", "bodies"), [("d4", 2)], "a sole body needs no lead"),
    ("changed-bodies", {}, ("body", "change", "into", "duties_after"),
     [(SAFETY, "RENAMED_TO", FIRE, 1), (SALT, "ABOLISHES", None, 0)], "a rename once, not twice"),
    ("proof", {"id": "d1"}, ("kind", "quote", "source", "start"), [("Duty", QUARRY, "plan.txt", 20)], "of a duty"),
    ("proof", {"id": f"OWNS:{SAFETY}>d1@{PLAN}lead"}, ("kind", "from", "source", "start"),
     [("OWNS", SAFETY, "plan.txt", 10)], "of a relationship"),
    ("different-leads", {}, ("duty", "lead", "other_lead"), [(QUARRY, FIRE, SAFETY)], "a pair once"),
    ("load", {"limit": 2}, ("body", "duties", "lead", "support"), [(MONEY, 3, 0, 1), (SAFETY, 2, 1, 0)], "by number"),
    ("load", {"agency": "县应急局"}, ("body", "dated"), [(FIRE, 1)], "of one body"),
    ("names", {"agency": "安监局"}, ("body", "names"), [(SAFETY, ["县安监局", "安监局"])], "as written"),
    ("documents", {}, ("id", "duties", "cites"), [(NOTICE, 3, 2), (REFORM, 0, 0), (PLAN, 1, 2)], "the newest first"),
    ("sent-to", {"agency": "县财政局"}, ("number",), [(PLAN,)], "addressees"),
    ("restated", {}, ("id", "original_id", "score"), [("d2", "d1", 1.0)], "the later one first"),
    ("restated", {"document": REFORM}, ("id",), [], "of one document"),
    ("gone-owners", {}, ("body", "into", "id"), [(SAFETY, FIRE, "d4"), (SAFETY, FIRE, "d1")], "after and before"),
    ("stripped-owners", {}, ("id",), [], "nothing is moved; where it is: tests/test_findings.py"),
    ("several-leads", {}, ("id",), [], "one lead each; where there are two: tests/test_findings.py"),
    ("cited-repealed", {}, ("cited",), [], "nothing is repealed; where it is: tests/test_findings.py"),
    ("early-deadlines", {}, ("id",), [], "all in time; where they are not: tests/test_findings.py"),
]  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArcadeStore]:
    with ArcadeStore(tmp_path_factory.mktemp("queries") / "graph") as store:
        store.write(county())
        yield store


@pytest.mark.parametrize(("name", "given", "columns", "rows", "why"), ANSWERS, ids=[f"{a[0]}: {a[4]}" for a in ANSWERS])
def test_answers(
    name: str, given: dict[str, Cell], columns: tuple[str, ...], rows: list[Any], why: str, store: ArcadeStore
) -> None:
    answer = run(question(name), store, given)
    places = [answer.columns.index(column) for column in columns]
    assert [tuple(row[at] for at in places) for row in answer.rows] == rows


def test_every_question_is_answered_above() -> None:
    assert {name for name, *_ in ANSWERS} == {*questions()}
    assert len(questions()) >= 16


@pytest.mark.parametrize("asked", questions().values(), ids=questions())
def test_files_are_in_order(asked: Question) -> None:
    """What STORE.md asks of a query, as far as a text shows it: bounded paths, rows in order, no procedures."""
    text = re.sub(r"//.*|'[^']*'", "", asked.text)
    assert not re.search(r"\*(?![0-9])(?=[\]\s])|\*\d+\.\.\]", text), "a path without a bound"
    assert not re.search(r"\b(?:apoc|CALL db|SHOW|LOAD CSV|shortestPath)\b", text)
    assert "ORDER BY" in text or "UNION" in text
    assert {*re.findall(r"\$(\w+)", text)} == {*asked.parameters}
    assert re.search(r"[\u4e00-\u9fff]", asked.title)
    assert all(re.search(r"[\u4e00-\u9fff]", caption) for caption in asked.columns.values())


REFUSED = [
    ("duties", {}, "it needs agency", "a parameter that has no default"),
    ("duties", {"agency": "x", "agncy": "y"}, "no parameter agncy", "an unknown parameter"),
    ("load", {"limit": "many"}, "limit is of type integer", "the wrong type"),
    ("load", {"limit": True}, "limit is of type integer", "a boolean is no number"),
    ("deadlines", {"from": "2018-13-45"}, "from is of type date", "no such day"),
    ("deadlines", {"to": "3"}, "to is of type date", "no day at all"),
    ("duties", {"agency": ["x"]}, "agency is of type string", "a list"),
]


@pytest.mark.parametrize(("name", "given", "what", "why"), REFUSED, ids=[row[3] for row in REFUSED])
def test_refused(name: str, given: dict[str, Cell], what: str, why: str, store: ArcadeStore) -> None:
    with pytest.raises(QuestionError, match=what):
        run(question(name), store, given)


def test_unknown_question_names_the_nearest() -> None:
    with pytest.raises(QuestionError, match="dutys: no such question; the nearest: duties"):
        question("dutys")
    assert question("cited_missing").name == "cited-missing"


def test_text_of_digits_is_text(store: ArcadeStore) -> None:
    assert run(question("proof"), store, {"id": 7}).rows == ()


def test_hostile_parameters_stay_parameters(store: ArcadeStore) -> None:
    assert run(question("duties"), store, {"agency": "x' OR 1=1 //"}).rows == ()
    with pytest.raises(StoreError):
        run(question("duties"), store, {"agency": "\udcff"})
