"""The texts that a duty rests on: named by the task, or by the opening formula."""

from __future__ import annotations

import pytest
from reading import HEAD, read_document

RISK = "青川市安全生产条例"

AUTHORITIES = [
    (
        "一、各镇政府要学习《省政府关于修路的意见》和《市政府关于修桥的意见》。\n二、县应急局要按照《意见》开展检查。",
        [],
        "《意见》 may be either of two",
    ),
    (
        "县应急局应当依据《青川市安全生产条例》第十二条第二款开展检查。",
        [(RISK, "依据", "第十二条第二款")],
        "an article",
    ),
    (
        "县应急局要按照市政府《关于加强安全检查的意见》（青政发〔2019〕8号）要求，开展检查。",
        [("关于加强安全检查的意见", "按照", None)],
        "with the issuer before it",
    ),
    (
        "按照《青川市安全生产条例》和省政府《山区道路管理办法》规定，县交通局要设置标志。",
        [(RISK, "按照", None), ("山区道路管理办法", "按照", None)],
        "two texts behind one word",
    ),
    ("违反《青川市安全生产条例》的，由县应急局依法处罚。", [], "what is broken is no authority"),
    ("县应急局要宣传《青川市安全生产条例》。", [], "what the task is about is no authority"),
    ("县应急局未按照《青川市安全生产条例》检查的，由县政府责令改正。", [], "not according to it"),
    (
        "县应急局根据现场情况对《青川市安全生产条例》进行宣传。",
        [],
        "根据 governs other words",
    ),
    (
        "一、各镇政府要学习市政府《关于加强安全检查的意见》（以下简称《意见》）。\n二、县应急局要按照《意见》要求开展检查。",
        [("关于加强安全检查的意见", "按照", None)],
        "a short name that the text defines",
    ),
    (
        "一、各镇政府要学习《青川市安全生产条例》。\n二、县应急局要按照该条例要求开展检查。",
        [(RISK, "按照", None)],
        "a word that points back",
    ),
    (
        "一、各镇政府要学习《青川市安全生产条例》和《山区道路管理办法》。\n二、县应急局要依据上述办法第三条开展检查。",
        [("山区道路管理办法", "依据", "第三条")],
        "the last text of the kind",
    ),
    (
        "一、各镇政府要学习《青川市安全生产条例》。\n二、县应急局要按照《条例》要求开展检查。",
        [(RISK, "按照", None)],
        "a short name that the text does not define",
    ),
    (
        "一、各镇政府要学习《青川市安全生产条例》。\n二、县应急局要按照该办法要求开展检查。",
        [],
        "no text of the kind",
    ),
    (
        "一、各镇政府要学习《青川市安全生产条例》。\n二、县应急局要按照本条例要求开展检查。",
        [],
        "the document itself",
    ),
    (
        "根据《青川市安全生产条例》，结合我县实际，制定本方案。\n一、县应急局要开展检查。",
        [(RISK, "根据", None)],
        "the opening formula",
    ),
    (
        "为深入贯彻落实市政府《关于加强安全检查的意见》精神，现提出以下意见：\n一、县应急局要开展检查。",
        [("关于加强安全检查的意见", "贯彻落实", None)],
        "what the document carries out",
    ),
    (
        "第一条 为了加强管理，根据《青川市安全生产条例》，制定本办法。\n第二条 县应急局负责监督检查工作。",
        [(RISK, "根据", None)],
        "in the first article",
    ),
    (
        "根据《青川市安全生产条例》等规定，制定本方案。\n一、县应急局要依据《山区道路管理办法》开展检查。",
        [("山区道路管理办法", "依据", None), (RISK, "根据", None)],
        "the task's own comes first",
    ),
    (
        "县应急局要按照《青川市安全生产条例》要求制定方案。\n一、县交通局要开展检查。",
        [],
        "a task in the first line is no opening formula",
    ),
    (
        "一、县政府要按照《青川市安全生产条例》要求，制定方案。\n二、县交通局要开展检查。",
        [],
        "nor is one in a numbered provision",
    ),
]


@pytest.mark.parametrize(("text", "authorities", "why"), AUTHORITIES)
def test_authorities(text: str, authorities: list[tuple[str, str, str | None]], why: str) -> None:
    duty = read_document(text).duties[-1]
    assert [(found.title, found.basis, found.article) for found in duty.authorities] == authorities, why


def test_a_carried_text_has_its_own_formula() -> None:
    head = HEAD.replace("《临溪县安全整治方案》已经", "根据《青川市安全生产条例》，《临溪县安全整治方案》已经")
    plan = "临溪县安全整治方案\n{}一、县应急局要开展检查。"
    of_the_notice = read_document(plan.format(""), head).duties[-1].authorities
    own = read_document(plan.format("根据《山区道路管理办法》，制定本方案。\n"), head).duties[-1].authorities
    assert [found.title for found in of_the_notice] == [RISK]
    assert [found.title for found in own] == ["山区道路管理办法"]


def test_spans() -> None:
    text = "县应急局应当依据《青川市安全生产条例》第十二条 开展检查。"
    document = read_document(text)
    [authority] = document.duties[0].authorities
    assert (HEAD + text)[authority.start : authority.end] == "《青川市安全生产条例》第十二条"
    assert authority.rule == "authority.task"
