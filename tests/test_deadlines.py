"""The time that a duty is due by, and the times that are none."""

from __future__ import annotations

import pytest
from reading import read_document

DUE = [
    ("2017年12月25日前，各镇政府要完成排查。", ["2017年12月25日前"], "before the body"),
    ("各镇政府应于3月10日前将方案报县应急局。", ["3月10日前"], "behind the body"),
    ("各镇政府要按照要求，细化措施，压实责任，强化调度，于5月18日以前报县应急局。", ["5月18日以前"], "于 far behind"),
    ("12月中旬，由县房管局组织检查。", ["12月中旬"], "a part of a month"),
    ("县政府常务会议每年至少研究一次残疾人工作。", ["每年"], "what recurs"),
    ("各镇政府要在每月26日前报送进展。", ["每月26日前"], "a day of each month"),
    ("到2020年，县残联要建成康复中心。", ["到2020年"], "到 a year"),
    ("各部门要在本意见印发之日起30日内制定办法。", ["印发之日起30日内"], "days from the document"),
    (
        "县应急局牵头编制应急规划，县发改局、县财政局配合，2020年10月底前完成。",
        ["2020年10月底前", "2020年10月底前", "2020年10月底前"],
        "who only supports shares the task and its time",
    ),
    (
        "县应急局要开展全面自查工作，11月底前，县住建局要抓好问题整改。",
        [None, "11月底前"],
        "each body has the time of its own clauses",
    ),
    (
        "县应急局要建立制度。县应急局每年底要开展评估。",
        ["每年底"],
        "beside the name in another sentence",
    ),
    ("1. 开展排查。（县应急局牵头，2020年6月底前完成）", ["2020年6月底前"], "in the bracket"),
    ("1. 清理收费，公布清单。\n责任单位：县发改局\n完成时限：2020年6月底前", ["2020年6月底前"], "a label of time"),
    ("1. 清理收费，公布清单。\n责任单位：县发改局\n完成时限：持续推进", [None], "a label without a time"),
    ("序号\t任务\t责任单位\t完成时限\n1\t开展排查\t县应急局\t2020年底", ["2020年底"], "a column of time"),
    ("序号\t任务\t责任单位\t完成时限\n1\t开展排查\t县应急局\t长期坚持", [None], "a column without a time"),
    ("1. 年底前，开发监测系统。（责任单位：县应急局）", ["年底前"], "a task that is one sentence"),
    (
        "1. 建设平台，整合资源。年底前实现联网。加强培训，提高水平。（责任单位：县应急局）",
        [None],
        "one sentence of a long item is not the whole of it",
    ),
    (
        "（二）排查阶段（2017年12月下旬）。各镇政府对辖区企业进行全面核查。",
        ["2017年12月下旬"],
        "the phase that it stands in",
    ),
    (
        "（一）自查阶段（2020年3月1日至15日）\n1. 县应急局要制定方案。",
        ["2020年3月1日至15日"],
        "the phase over it",
    ),
    ("（一）5月16日至7月15日，为自查阶段。各镇政府要对照自查。", ["5月16日至7月15日"], "the time first"),
    ("审批机关应当在5个工作日内办结。", [None], "a service time"),
    ("县财政局落实补贴政策，执行期限延长至2020年底。", [None], "the term of a policy"),
    ("县财政局要及时拨付补助，每年最高不超过100万元。", [None], "an amount a year"),
    ("2017年县应急局要加强巡查。", [None], "a year alone"),
]


@pytest.mark.parametrize(("text", "expected", "why"), DUE)
def test_deadlines(text: str, expected: list[str | None], why: str) -> None:
    assert [duty.deadline for duty in read_document(text).duties] == expected, why


def test_the_place_of_a_deadline_is_kept() -> None:
    document = read_document("2017年12月25日前，各镇政府要完成排查。")
    (duty,) = document.duties
    assert duty.deadline_span is not None
    start, end = duty.deadline_span
    assert end - start == len("2017年12月25日前")
