"""What the words of a duty say of it: its modality, and what its verb acts on."""

from __future__ import annotations

import pytest
from reading import HEAD, read_document

MODALITIES = [
    ("县公安局不得不加强巡查。", ["obligation"], "不得不 is a must"),
    ("县公安局要严禁超载，不能降低标准。", ["obligation"], "the first modal governs"),
    ("县公安局严禁收取费用。", ["prohibition"], "严禁"),
    ("县公安局不应收取费用。", ["prohibition"], "不应"),
    ("县公安局未经批准不得收取费用。", ["prohibition"], "未经批准 before 不得"),
    ("县公安局负责应对突发事件。", [None], "应对 is no 应"),
    ("各镇政府要建立巡查制度。", ["obligation"], "要"),
    ("县应急局应当及时公布结果。", ["obligation"], "应当"),
    ("县应急局必须每月报送进展。", ["obligation"], "必须"),
    ("各镇政府、各部门都要落实责任。", ["obligation", "obligation"], "one modal for all bodies of the list"),
    ("各镇政府不得擅自提高标准。", ["prohibition"], "不得"),
    ("各部门一律不得另行受理办件。", ["prohibition"], "一律 is emphasis"),
    ("县应急局负责编制预案。", [None], "负责 says whose task it is, not that it must be done"),
    ("县应急局牵头编制预案，县财政局配合。", [None, None], "roles are no modality"),
    ("县民政局在安排资金时，要优先考虑困难家庭。", ["obligation"], "behind a clause of time"),
    ("县民政局发现弄虚作假的，应当取消资格。", ["obligation"], "behind a condition"),
    ("县民政局对应当公开的信息及时公布。", [None], "the modal of a relative clause"),
    ("县发改局根据工作需要，组织开展评估工作。", [None], "需要 as a noun"),
    ("县发改局根据相应标准组织开展评估工作。", [None], "应 within a word"),
    ("县财政局要会同县税务局加强资金监管。", ["obligation", "obligation"], "who acts with another shares its modal"),
    ("1. 鼓励企业使用清洁能源。（责任单位：县工信局）", ["encouragement"], "a task that encourages"),
    ("1. 优化服务。支持企业上市融资。（责任单位：县金融办）", ["encouragement"], "behind the heading"),
    (
        "1. 优化服务。鼓励企业上市。建立企业库，定期更新。（责任单位：县金融办）",
        [None],
        "only a part of the task encourages",
    ),
    ("1. 要建立台账，定期更新。加强培训。（责任单位：县金融办）", ["obligation"], "an obligation goes on"),
    ("1. 严禁露天焚烧秸秆。（责任单位：县环保局）", ["prohibition"], "a task that forbids"),
    ("1. 落实鼓励创业的各项政策。（责任单位：县人社局）", [None], "鼓励 within the object"),
    ("1. 对贷款按照“应延尽延”要求办理。（责任单位：县金融办）", [None], "a quoted word"),
    ("1. 加强道路养护。（责任单位：县交通局）", [None], "an imperative has no modal"),
]


@pytest.mark.parametrize(("text", "modalities", "why"), MODALITIES)
def test_modality(text: str, modalities: list[str | None], why: str) -> None:
    duties = read_document(text).duties
    assert [duty.modality for duty in duties] == modalities, why


OBJECTS = [
    ("县应急局要编制应急预案，报县政府备案。", "应急预案", "up to the comma"),
    ("县应急局负责组织开展安全检查。", "安全检查", "two verbs that act as one"),
    ("各镇政府要加强监督检查。", "监督检查", "what is done is the object of 加强"),
    ("县民政局对特困人员进行复核。", "特困人员", "对 before the object"),
    ("县民政局要将复核结果纳入年度考核。", "复核结果", "将 before the object"),
    ("县住建局要制定实施方案并组织实施。", "实施方案", "up to 并"),
    ("县住建局要制定方案、明确责任。", None, "two verbs with 、 between them: not clear where the object ends"),
    ("县住建局要督促企业落实责任。", None, "who is made to act is not what is acted on"),
    ("县应急局要充分利用广播、电视广泛宣传。", None, "a clause"),
    ("1. 完善服务体系。建立县、镇（街道）两级平台。（责任单位：县民政局）", None, "an object with a bracket inside"),
    ("1. 健全制度。建立巡查台账，定期更新。（责任单位：县民政局）", "巡查台账", "behind the heading"),
    ("序号\t任务\t责任单位\n1\t修建水库审批\t县水利局", None, "the name of an item, not a verb and its object"),
    ("县应急局要切实承担起安全监管责任。", "安全监管责任", "起 belongs to the verb"),
]


@pytest.mark.parametrize(("text", "acted_on", "why"), OBJECTS)
def test_object(text: str, acted_on: str | None, why: str) -> None:
    duties = read_document(text).duties
    assert duties, why
    assert duties[0].object == acted_on, why


def test_spans() -> None:
    text = "各镇人民政府 应当 建立巡查制度，每月报送进展。"
    document = read_document(text)
    [duty] = document.duties
    assert duty.modality_span is not None
    assert duty.object_span is not None
    whole = HEAD + text
    assert whole[slice(*duty.modality_span)] == "应当"
    assert whole[slice(*duty.object_span)] == duty.object == "巡查制度"
