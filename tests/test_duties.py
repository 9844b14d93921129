"""Duties in their five forms: who is told to do what, in which role."""

from __future__ import annotations

import pytest
from reading import read_document

from extractors.components.duties.subjects import subject_at
from extractors.facts import Duty

Row = tuple[str, str]
"""A body and the first letter of its role: l(ead), s(upport), r(esponsible)."""


def rows(duties: tuple[Duty, ...]) -> list[Row]:
    return [(duty.agency, duty.role[0]) for duty in duties]


BRACKETS = [
    ("列席：孙立（县发改局）、李娟（县财政局）", [], "whose people they are"),
    (
        "加强养护监管。县交通局要加强资金监管。县财政局给予补助。（责任单位：县交通局、县财政局）",
        [("县交通局", "r"), ("县交通局", "r"), ("县财政局", "r")],
        "what a sentence tells a body of the bracket in so many words is a task of its own; a plain statement is not",
    ),
    ("汇总后统一报送县财政局（预算科）。", [], "a part of the body to which a thing goes"),
    (
        "开展排查。（责任单位：县应急局，以下分工均含各镇政府）",
        [("县应急局", "r")],
        "what holds for all that follows is no body of this one",
    ),
    (
        "加强宣传。（牵头单位：县委组织部，配合单位：县人社局，各区、县级市）",
        [("县委组织部", "l"), ("县人社局", "s"), ("各区、县级市", "s")],
        "各 holds for both sorts of places",
    ),
    (
        "制定工作标准。（县教育局负责，技工院校内由县人社局负责）",
        [("县教育局", "r"), ("县人社局", "r")],
        "where a body is in charge",
    ),
    (
        "1. 开展安全排查。（责任单位：县农业局〔牵头〕、县林业局）",
        [("县农业局", "l"), ("县林业局", "r")],
        "a role in a bracket of another form",
    ),
    (
        "1. 开展安全排查。（责任单位：县应急局、各镇政府）",
        [("县应急局", "r"), ("各镇政府", "r")],
        "a label in the bracket",
    ),
    (
        "1. 开展安全排查。（县应急局牵头，县公安局、县财政局配合）",
        [("县应急局", "l"), ("县公安局", "s"), ("县财政局", "s")],
        "verbs close their lists",
    ),
    (
        "1. 开展安全排查。（牵头单位：县应急局、县公安局按职责分工负责）",
        [("县应急局", "l"), ("县公安局", "l")],
        "the label outweighs how they share it",
    ),
    (
        "1. 开展安全排查。（县应急局牵头，各镇政府负责）",
        [("县应急局", "l"), ("各镇政府", "r")],
        "lead and responsible",
    ),
    (
        "1. 扩大出口。（县商务局负责）拓展市场。（县商务局牵头，县财政局配合）",
        [("县商务局", "r"), ("县商务局", "l"), ("县财政局", "s")],
        "two brackets on a line are two tasks",
    ),
    (
        "1. 开展安全排查。（县应急局、县公安局，列首的为牵头单位，下同）\n2. 抓好整改。（县住建局、县应急局）",
        [("县应急局", "l"), ("县公安局", "s"), ("县住建局", "l"), ("县应急局", "s")],
        "a note says that the first leads",
    ),
    (
        "1. 开展排查。［责任单位：省农业农村厅、科技厅，各县人民政府。省级单位列第一位者为牵头单位，下同］\n"
        "2. 抓好整改。［责任单位：各县人民政府，省农业农村厅、科技厅］",
        [
            ("省农业农村厅", "l"),
            ("科技厅", "s"),
            ("各县人民政府", "s"),
            ("各县人民政府", "s"),
            ("省农业农村厅", "l"),
            ("科技厅", "s"),
        ],
        "a note that the first of a level leads",
    ),
    (
        "1. 开展安全排查。（责任单位：县应急局（牵头）、县公安局）",
        [("县应急局", "l"), ("县公安局", "r")],
        "a role behind a name",
    ),
    (
        "1. 开展安全排查。\n（责任单位：县应急局）",
        [("县应急局", "r")],
        "a bracket on a line of its own is of the paragraph above",
    ),
    (
        "1. 开展安全排查。（责任单位：县应急局、县公安局",
        [("县应急局", "r"), ("县公安局", "r")],
        "a bracket that was never closed",
    ),
    ("1. 本办法所称企业（含县属企业）应当登记在册。", [], "a bracket that explains"),
    ("1. 按照《临溪县安全办法》（县应急局印发）抓好落实。", [], "a bracket that tells the source"),
    (
        "1. 县应急局会同有关部门制定办法。（责任单位：县应急局）",
        [("县应急局", "r"), ("有关部门", "s")],
        "what the sentence says again is the bracket's duty",
    ),
    (
        "1. 规范采砂。［责任单位：县水利局（河长办）、县公安局］",
        [("县水利局（河长办）", "r"), ("县公安局", "r")],
        "a square bracket with a label",
    ),
    ("1. 规范采砂。按临政发［2018］6号办理。", [], "a number in square brackets"),
    (
        "1. 开展排查。（县人社局、县财政局负责。列第一位者为牵头单位，下同）",
        [("县人社局", "l"), ("县财政局", "s")],
        "a note in a sentence of its own",
    ),
    ("1. 开展排查。（海关总署、证监会负责）", [("海关总署", "r"), ("证监会", "r")], "监会"),
    (
        "1. 开展排查。（县应急局等和各有关镇政府负责）",
        [("县应急局", "r"), ("各有关镇政府", "r")],
        "等 before 和",
    ),
    (
        "1. 建设平台。（住房城乡建设部等国务院相关部门负责）",
        [("住房城乡建设部", "r"), ("国务院相关部门", "r")],
        "等 before a set of others",
    ),
    ("1. 清单印发各县（市、区）。同时抓好落实。", [], "levels in a bracket are no bodies"),
    ("1. 落实社区（即临溪社区）。", [], "a bracket that explains with 即"),
    ("1. 开展排查。（按进度推进，牵头单位：县应急局）", [("县应急局", "l")], "how, and who"),
    (
        "1. 开展排查。县应急局牵头，加强组织领导。（县应急局、县公安局）",
        [("县应急局", "l"), ("县应急局", "r"), ("县公安局", "r")],
        "a sentence that says more than the bracket is a task of its own",
    ),
    ("落实到生产队（或其他核算单位，下同）。", [], "what else is meant"),
    (
        "放宽资格要求。（负责部门：县教育局、县人社局；适用范围：所有园区，以下除注明者外，均为所有园区）",
        [("县教育局", "r"), ("县人社局", "r")],
        "another label behind the bodies",
    ),
    (
        "1. 开展排查。（责任单位：县应急局（牵头），县公安局、县财政局（配合））",
        [("县应急局", "l"), ("县公安局", "s"), ("县财政局", "s")],
        "a note of support behind the one who leads is of all that follow",
    ),
    (
        "1. 开展排查。（县应急局、县公安局负责，县应急局牵头）",
        [("县应急局", "l"), ("县公安局", "r")],
        "who is named twice has the stronger role",
    ),
    (
        "4. 改造小区120个（县住建局牵头；县财政局等配合；12月底前完成）。",
        [("县住建局", "l"), ("县财政局", "s")],
        "a bracket that says who leads, behind a short clause",
    ),
    (
        "1. 开展排查。（县住建局负总责，各镇具体实施）",
        [("县住建局", "r"), ("各镇", "r")],
        "负总责 closes its list",
    ),
    (
        "1. 开展排查。（县应急局牵头，各有关部门和地区按职责分工负责）",
        [("县应急局", "l"), ("各有关部门和地区", "r")],
        "a bare 地区 belongs to the set before it",
    ),
    ("1. 开展排查。（县农业局指导）", [("县农业局", "r")], "指导 gives a part as 负责 does"),
]


@pytest.mark.parametrize(("text", "expected", "why"), BRACKETS)
def test_brackets(text: str, expected: list[Row], why: str) -> None:
    assert sorted(rows(read_document(text).duties)) == sorted(expected), why


LABELS = [
    (
        "一、落户奖励\n对新落户企业给予奖励。\n责任单位：县发改局、财政局\n二、用地支持\n优先供地。\n责任单位：县自然资源局",
        [("县发改局", "r", "落户奖励"), ("财政局", "r", "落户奖励"), ("县自然资源局", "r", "用地支持")],
        "under the task, back to its heading",
    ),
    (
        "1. 开展排查\n督办单位：县住建局\n会办单位：县水利局\n责任股室：办公室",
        [("县住建局", "r", "开展排查"), ("县水利局", "s", "开展排查"), ("办公室", "r", "开展排查")],
        "words that are labels beside that of a unit",
    ),
    (
        "1. 开展排查\n责 任 单 位：县住建局\n2. 抓好整改\n牵头单位及责任人：县水利局 王小明",
        [("县住建局", "r", "开展排查"), ("县水利局", "l", "抓好整改")],
        "a label set apart, and who of the body does it",
    ),
    (
        "1. 开展排查\n责任领导：王小明\n责任单位：县住建局（责任人：李大力）、县水利局 赵中、李大力",
        [("县住建局", "r", "开展排查"), ("县水利局", "r", "开展排查")],
        "people are no bodies",
    ),
    (
        "1. 开展排查，抓好整改。责任单位：县住建局。配合单位：县水利局。",
        [("县住建局", "r", "开展排查"), ("县水利局", "s", "开展排查")],
        "a label right behind another has its task",
    ),
    (
        "1. 开展排查\n责任单位：县住建局，各镇（街道）按属地管理原则负责落实",
        [("县住建局", "r", "开展排查"), ("各镇（街道）", "r", "开展排查")],
        "how they share it is no name",
    ),
    (
        "1. 开展排查。\n牵头单位：\n县住建局\n配合单位：\n县水利局、县财政局\n各镇政府\n2. 其他\n责任单位\n县教育局",
        [
            ("县住建局", "l", "开展排查"),
            ("县水利局", "s", "开展排查"),
            ("县财政局", "s", "开展排查"),
            ("各镇政府", "s", "开展排查"),
            ("县教育局", "r", "其他"),
        ],
        "bodies on the lines under their label",
    ),
    (
        "（一）开展排查\n牵头单位：县住建局\n责任单位：各镇政府\n工作任务：\n1.摸清底数，建立台账。\n（二）其他",
        [("县住建局", "l", "摸清底数"), ("各镇政府", "r", "摸清底数")],
        "labels under a heading, over their tasks",
    ),
    (
        "1. 开展排查，摸清底数。（责任单位：县住建局\n配合单位：县水利局）\n2. 整改。责任单位：①县教育局②县财政局",
        [
            ("县住建局", "r", "摸清底数。"),
            ("县水利局", "s", "摸清底数"),
            ("县教育局", "r", "整改"),
            ("县财政局", "r", "整改"),
        ],
        "a bracket over two lines, and bodies with numbers",
    ),
    (
        "1. 开展排查，摸清底数。【牵头单位】县住建局【责任单位】县水利局、县财政局\n2. 整改。\n【责任单位】：县教育局",
        [
            ("县住建局", "l", "摸清底数"),
            ("县水利局", "r", "摸清底数"),
            ("县财政局", "r", "摸清底数"),
            ("县教育局", "r", "整改"),
        ],
        "labels in square brackets",
    ),
    ("四、责任单位\n县住建局、县水利局", [], "a heading of the whole document is no label"),
    (
        "（一）强化监测预警\n牵头单位：县应急局\n1. 建设监测平台，完善网络。\n2. 发布预警信息，及时处置。\n（二）其他",
        [("县应急局", "l", "强化监测预警")],
        "over the tasks, right behind the heading",
    ),
    (
        "（一）建设平台。整合各类资源。牵头单位：县数据局；配合单位：县财政局、各镇政府",
        [("县数据局", "l", "建设平台"), ("县财政局", "s", "建设平台"), ("各镇政府", "s", "建设平台")],
        "behind the task on its line",
    ),
    (
        "1. 清理收费，公布清单。\n牵头部门：县发改局\n参与部门：县财政局\n完成时限：2020年6月底前\n2. 其他事项。",
        [("县发改局", "l", "清理收费"), ("县财政局", "s", "清理收费")],
        "several labels of one task",
    ),
    (
        "一、发展股权融资责任单位：县发改局、县财政局",
        [("县发改局", "r", "发展股权融资"), ("县财政局", "r", "发展股权融资")],
        "a label right behind its task",
    ),
    (
        "规范执法行为。 责任单位：各行政执法部门 本政策执行期为三个月。",
        [("各行政执法部门", "r", "规范执法行为。")],
        "what the document says of itself behind a blank",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), LABELS)
def test_labels(text: str, expected: list[tuple[str, str, str]], why: str) -> None:
    duties = read_document(text).duties
    assert [(d.agency, d.role[0]) for d in duties] == [(name, role) for name, role, _ in expected], why
    assert all(heading in d.text for d, (_, _, heading) in zip(duties, expected, strict=True)), why


LISTS = [
    (
        "第二条 口岸检验所由县药监局根据需要确定。口岸检验所的职责包括：\n（一）对货物实施核验；\n（二）按照规定抽样。",
        [("县药监局", "r"), ("口岸检验所", "r"), ("口岸检验所", "r")],
        "whose duties follow stands in the last sentence of the head",
    ),
    (
        "区救援指挥部指挥长、副指挥长由区领导担任；成员单位由区公安局组成。主要职责：\n（1）贯彻部署；\n（2）启动响应。",
        [("区救援指挥部", "r"), ("区救援指挥部", "r")],
        "a group whose heads stand before the title of its duties",
    ),
    (
        "（1）环卫管理科：牵头落实保洁。\n（2）绿化管理科：牵头落实养护。",
        [("环卫管理科", "l"), ("绿化管理科", "l")],
        "管理科 is no 理科",
    ),
    (
        "事故管理由省政府指定的行政机关负责（以下简称“省核机关”）。其主要职责是：\n（一）执行政策；\n（二）制定计划。",
        [("省核机关", "r"), ("省核机关", "r")],
        "a body that has a name only from there on",
    ),
    (
        "因违法受到处罚的，有权审批的环保部门应当受理，并分别作出处理：\n1.对符合要求的，依法批准。\n2.对不符合要求的，不予批准。",
        [("有权审批的环保部门", "r")] * 3,
        "the body of the last clause of a head",
    ),
    (
        "第六条 县发改局负责日常管理工作：\n（一）编制年度计划；\n（二）受理申请；\n（三）跟踪检查资金。",
        [("县发改局", "r")] * 4,
        "one item whose verb is unknown does not undo the others",
    ),
    (
        "36.人才特区。按照以点带面的原则，推进建设。（牵头单位：县委组织部）",
        [("县委组织部", "l")],
        "what an item is about is no body, where its bracket names one",
    ),
    (
        "县公安局应当建立档案，记载下列事项：\n（一）养犬人姓名；\n（二）登记机关。",
        [("县公安局", "r")],
        "what a record holds is no task",
    ),
    (
        "县公安局：负责维护治安，打击犯罪。县交通局、县水利局：负责保障运输。各镇政府：做好宣传。",
        [("县公安局", "r"), ("县交通局", "r"), ("县水利局", "r"), ("各镇政府", "r")],
        "bodies at the head of the sentences of one paragraph",
    ),
    (
        "教育部门：负责校园安全；公安部门：协助维护治安；②卫生部门：负责防疫。",
        [("教育部门", "r"), ("公安部门", "s"), ("卫生部门", "r")],
        "the same with semicolons and a number",
    ),
    (
        "县公安局：\n维护现场秩序，做好交通管制。\n县民政局：\n组织救助，发放物资。",
        [("县公安局", "r"), ("县民政局", "r")],
        "unnumbered heads that are a body and a colon",
    ),
    ("各镇人民政府、县政府各部门：请认真贯彻落实。", [], "whom a notice goes to"),
    (
        "（二）县财政局：落实资金。县审计局：加强审计。",
        [("县财政局", "r"), ("县审计局", "r")],
        "the sentences of an item",
    ),
    ("国务院：\n自去年以来，形势平稳。\n县地震局：\n自去年以来，形势平稳。", [], "whom a report goes to has no task"),
    (
        "二、成员单位职责\n县公安局：维护社会治安秩序。\n县财政局：负责筹措资金。\n县气象局 负责天气监测和预报。",
        [("县公安局", "r"), ("县财政局", "r"), ("县气象局", "r")],
        "bodies without numbers, with a plain verb, or with a blank for the colon",
    ),
    (
        "（一）综合协调组\n牵头单位：县应急管理局\n成员单位：县水务局、县气象局\n主要职责：负责信息汇总；起草文件。\n"
        "（二）物资供应组\n组长：县商务局局长\n职责：\n1．组织调运；\n2．保障供应。",
        [("综合协调组", "r"), ("物资供应组", "r"), ("物资供应组", "r")],
        "a title of duties that leaves out whose they are: the group's over it",
    ),
    (
        "（一）抢险救援组：由县消防救援大队牵头，县公安局参加。主要职责：负责搜救人员。\n"
        "（二）医疗防疫组：组长由县卫生健康局局长担任，成员由县医院组成。职责是组织救护。",
        [("抢险救援组", "r"), ("县消防救援大队", "l"), ("县公安局", "s"), ("医疗防疫组", "r")],
        "who sits in a group stands before its task",
    ),
    (
        "（4）抢险组：由县军分区、县公安局组成。县应急局局长任组长。负责抢险。\n县军分区：组织民兵抢险。\n县公安局：维护秩序。",
        [("抢险组", "r"), ("县军分区", "r"), ("县公安局", "r")],
        "more than one sentence tells who sits in a group; a body of the army",
    ),
    (
        "（三）群众安置组（县民政局牵头，县红十字会等参加）。负责受灾群众安置。",
        [("群众安置组", "r"), ("县民政局", "l"), ("县红十字会", "s")],
        "who sits in a group stands in a bracket behind its name",
    ),
    (
        "县教育局主要职责是：\n（一）负责学籍管理；会同县财政局安排经费；\n（二）指导学校工作。会同县公安局开展检查。",
        [("县教育局", "r"), ("县财政局", "s"), ("县教育局", "r"), ("县公安局", "s")],
        "with whom the owner of an item does it, in its first sentence and in later ones",
    ),
    (
        "第九条 申请单位应当提交下列材料：\n（一）申请书；\n（二）县公安局出具的证明。",
        [("申请单位", "r")],
        "what is handed in is what the head tells",
    ),
    (
        "第五条 县银行监管局（以下简称银监局）科技部门是管理机构，其职责是：\n（一）监管系统；\n（二）通报事件。",
        [("县银行监管局科技部门", "r")] * 2,
        "what a body is called from there on is no part of its name",
    ),
    (
        "四、职责分工\n（一）县综合窗口\n1. 咨询解答。工作人员对来访者进行解答。\n"
        "2. 进程追踪。利用平台做好追踪。县政务中心要派员指导。\n"
        "3. 证照送达。证照统一由县邮政局发放。\n（二）县审批窗口\n1. 联审联办。对联办件进行审查。",
        [
            ("县综合窗口", "r"),
            ("县综合窗口", "r"),
            ("县政务中心", "r"),
            ("县邮政局", "r"),
            ("县审批窗口", "r"),
        ],
        "under a heading of duties each titled item is its body's, but for what it gives to others",
    ),
    (
        "（一）县科技局：负责制定计划。会同县财政局发布指南。\n（二）县公安局：负责维护秩序。各镇要派员参加。",
        [("县科技局", "r"), ("县财政局", "s"), ("县公安局", "r"), ("各镇", "r")],
        "a sentence in it tells others",
    ),
    (
        "街道办事处和社区居委会工作职责：\n1.负责巡查。\n2.组织培训。",
        [("街道办事处", "r"), ("社区居委会", "r"), ("街道办事处", "r"), ("社区居委会", "r")],
        "a title of duties that names two bodies",
    ),
    (
        "街道和社区职责\n1.负责巡查。\n2.组织培训。",
        [("街道和社区", "r")] * 2,
        "a title without a colon, over its items",
    ),
    (
        "第九条 协议内容应包括：\n（一）授权范围；\n（二）信息披露要求，运营机构不得参与开发要求。",
        [],
        "what a paper holds is nobody's duty",
    ),
    (
        "（二）资助对象应满足以下要求：\n1.企业：按照规定享受扣除。\n2.学校：按照规定登记。",
        [],
        "what one must be is no duty",
    ),
    (
        "县公安局：\n1.加强道路巡查。\n2.查处违法停车。",
        [("县公安局", "r"), ("县公安局", "r")],
        "one body over numbered items",
    ),
    (
        "县公安局主要职责：\n1.负责道路巡查。\n县财政局主要职责：\n1.负责筹集资金。",
        [("县公安局", "r"), ("县财政局", "r")],
        "a second head without a number ends the list of the first",
    ),
    (
        "一、乡镇职责。乡镇政府对辖区防控负总责。\n（一）建立指挥体系。\n（二）协调村际联防。",
        [("乡镇政府", "r"), ("乡镇", "r"), ("乡镇", "r")],
        "a title of duties with a sentence behind it, over its items",
    ),
    (
        "1. 县发改局：负责项目审批。\n2. 县财政局：负责资金保障。",
        [("县发改局", "r"), ("县财政局", "r")],
        "a colon behind the body",
    ),
    (
        "（一）县应急局。负责统筹协调。\n（二）县公安局、县交警大队。配合开展检查。",
        [("县应急局", "r"), ("县公安局", "s"), ("县交警大队", "s")],
        "a full stop behind the body",
    ),
    (
        "县应急局：负责统筹协调。\n县公安局：牵头打击违法行为。",
        [("县应急局", "r"), ("县公安局", "l")],
        "no numbers",
    ),
    (
        "（一）县应急局\n负责统筹协调工作。\n（二）县公安局\n1. 打击违法行为。\n2. 维护秩序。",
        [("县应急局", "r"), ("县公安局", "r"), ("县公安局", "r")],
        "the body is the heading",
    ),
    (
        "第三条 县应急局贯彻落实县委部署，坚持集中统一领导。主要职责是：\n（一）负责应急管理工作。\n"
        "（二）会同有关部门建设队伍。\n（三）职能转变。县应急局要强化预防。",
        [("县应急局", "r"), ("县应急局", "r"), ("县应急局", "r"), ("有关部门", "s"), ("县应急局", "r")],
        "the duties of an office in its rules: its head, and each item",
    ),
    (
        "管委会依照本办法履行以下职责：\n（一）拟订规划；\n（二）管理资产。",
        [("管委会", "r"), ("管委会", "r")],
        "a stem with a modal",
    ),
    (
        "领导小组成员单位职责：\n1. 镇水利站：负责水库巡查。\n2. 镇财政所：负责保障经费。",
        [("镇水利站", "r"), ("镇财政所", "r")],
        "under a head that names the members as one, each item has a body of its own",
    ),
    (
        "优化审批机制，完善准入办法。\n责任单位：县卫健局、县教育局分别牵头会同县公安局、县环保局等部门负责",
        [("县卫健局", "l"), ("县教育局", "l"), ("县公安局", "s"), ("县环保局", "s")],
        "会同 right behind 牵头",
    ),
    (
        "提升货运能力，建设专用线。（县发改局牵头，县交通局负责落实。以下均需县交通局落实，不再列出）",
        [("县发改局", "l"), ("县交通局", "r")],
        "a bracket that goes on to speak of all brackets below",
    ),
    (
        "做好疫情防控，落实责任。（县卫健局牵头，县疾控、县财政局配合）",
        [("县卫健局", "l"), ("县疾控", "s"), ("县财政局", "s")],
        "a short name that ends like no office, among bodies",
    ),
    ("联系单位：县应急局，电话：1234567", [], "whom to call"),
    ("（一）重大企业。有助于带动发展。\n（二）龙头企业。定位清晰。", [], "sorts that are defined"),
    (
        "第七条 供气企业应当遵守下列规定：\n（一）制定应急预案；\n（二）实行值班制度。\n第八条 本办法自2020年施行。",
        [("供气企业", "r"), ("供气企业", "r")],
        "rules that a body must keep",
    ),
    (
        "现对县口岸委员会、县口岸办公室的职责范围作如下规定：\n一、贯彻口岸工作的方针。\n二、组织集疏运工作。\n三、本规定由县政府解释。",
        [("县口岸委员会", "r"), ("县口岸办公室", "r"), ("县口岸委员会", "r"), ("县口岸办公室", "r")],
        "a rule about the duties of two bodies",
    ),
    (
        "四、县通信局应加强对经营者的管理，加大查处力度。\n（一）监督经营者做好安全工作。\n（二）加强对投诉的检查。",
        [("县通信局", "r"), ("县通信局", "r"), ("县通信局", "r")],
        "items that go on with what the head tells a body",
    ),
    (
        "县药监局主要职责是：\n（一）拟订规划。\n（二）组织检查。\n县药监局稽查支队：负责案件查处。",
        [("县药监局", "r"), ("县药监局", "r"), ("县药监局稽查支队", "r")],
        "a paragraph behind the list is read for itself",
    ),
    ("13. 县食药局：倡导健康饮食。\n14. 县住建局：建设步道。", [("县食药局", "r"), ("县住建局", "r")], "倡导"),
    (
        "18. 县广电中心、《今日临溪》编辑部：负责宣传。",
        [("县广电中心", "r"), ("《今日临溪》编辑部", "r")],
        "a title in a name",
    ),
    (
        "（一）前台受理窗口\n1. 咨询。负责解答。\n（二）后台审批窗口\n1. 审批。负责审查申请。",
        [("前台受理窗口", "r"), ("后台审批窗口", "r")],
        "titled items under a heading",
    ),
    (
        "二、各运输企业应切实承担安全责任，加强对车辆的管理：\n（一）建立健全责任制；\n"
        "（二）各运输企业不得使用报废车辆。\n",
        [("各运输企业", "r"), ("各运输企业", "r"), ("各运输企业", "r")],
        "an item that names the owner itself leaves the others what they are",
    ),
    (
        "各镇要组织力量做好以下工作：\n（一）组建防汛队伍。县水利局要组织培训，队伍经费由县财政局保障。\n（二）开展巡查。",
        [("各镇", "r"), ("县水利局", "r"), ("县财政局", "r"), ("各镇", "r")],
        "an item is the head's, and a sentence in it tells another body",
    ),
    (
        "各镇要做好以下工作：\n（一）开展巡查。\n（二）县水利局要组织培训。",
        [("各镇", "r"), ("县水利局", "r")],
        "an item that tells another body is not the head's",
    ),
    (
        "各有关部门要完善制度。县应急局要会同有关部门开展检查。",
        [("各有关部门", "r"), ("县应急局", "r"), ("有关部门", "s")],
        "有关部门 is short for no other name",
    ),
    (
        "第五条 县财政局职责主要包括：会同县知识产权局研究政策，制定办法。\n"
        "第六条 县知识产权局职责主要包括：参与制定办法，编制预算。\n",
        [("县财政局", "r"), ("县知识产权局", "s"), ("县知识产权局", "r")],
        "职责主要包括 as a head, and whom the item names beside its owner",
    ),
    (
        "（一）卫生健康部门。\n1. 加强培训。组织演练。\n（二）街道（乡镇）和社区（村）。\n1. 实行网格管理。到户。\n",
        [("卫生健康部门", "r"), ("街道（乡镇）", "r"), ("社区（村）", "r")],
        "实行 begins a task, and a heading of two places names both",
    ),
    (
        "县应急指挥机构主要采取以下措施：\n（1）协调应急队伍。\n（2）组织救援。\n5.1 人力资源\n（1）完善队伍体系。\n",
        [("县应急指挥机构", "r"), ("县应急指挥机构", "r")],
        "以下措施 as a head, and a list that begins anew is another's",
    ),
    (
        "（一）应急领导小组由高管人员任组长，各部门负责人为成员，其职责是：\n1．负责突发事件的管理。\n2．决定应急预案。\n",
        [("应急领导小组", "r"), ("应急领导小组", "r")],
        "who makes up a body stands between it and its duties",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), LISTS)
def test_lists(text: str, expected: list[Row], why: str) -> None:
    assert rows(read_document(text).duties) == expected, why


TABLES = [
    (
        "序号\n重点任务\n具体工作\n时间进度\n责任部门\n一\n推进碳达峰\n1\n推进节能目标落实，明确年度任务\n全年推进\n县发改局、县工信局\n"
        "2\n做好碳市场配合工作\n年内完成\n县生态环境局\n二\n加快转型\n3\n推动光伏开发\n年内完成\n县发改局",
        [("县发改局", "r"), ("县工信局", "r"), ("县生态环境局", "r"), ("县发改局", "r")],
        "a cell a line, with sections that have a column in the header only",
    ),
    (
        "单位\t工作职责\t备注\n县公安局\t维护现场秩序\t\n县民政局、各镇政府\t做好灾民救助\t",
        [("县公安局", "r"), ("县民政局", "r"), ("各镇政府", "r")],
        "units and what each must do",
    ),
    (
        "序号\t重点工作\t分管领导\t主办\t协办\n1\t建设站点\t王小明\t县住建局\t县水务局",
        [("县住建局", "l"), ("县水务局", "s")],
        "heads of one word",
    ),
    (
        "村名\t帮扶单位\t帮扶责任人\n王家村\t县教育局\t李大力\n李家村\t县财政局\t张小三",
        [("县教育局", "r"), ("县财政局", "r")],
        "who helps which village",
    ),
    ("任务名称\t牵头部门（一个）\n建设站点\t县住建局", [("县住建局", "l")], "a bracket in a head"),
    (
        "任务\t2025\t2026\t责任单位及联系人\n建设站点\t10\t20\t县商务局",
        [("县商务局", "r")],
        "a head that is a year, and one that asks for more than the body",
    ),
    (
        "序号\t湿地名称\t面积\t主管单位\n1\t下溪水库\t43\t县水利局",
        [],
        "whom a thing is under is no task",
    ),
    (
        "序号\t许可事项\t主管部门\n1\t建设用地审批\t县自然资源局",
        [],
        "nor whom a licence is under",
    ),
    (
        "序号\t工作任务\t主管部门\n1\t清理河道\t县水利局",
        [("县水利局", "r")],
        "who is in charge of what is to be done",
    ),
    (
        "序号\t证明名称\t责任部门\n1\t收入证明\t县民政局\n14\t登记证书\t县市场主管部门\n15\t学历证明\t县教育局",
        [("县民政局", "r"), ("县市场主管部门", "r"), ("县教育局", "r")],
        "a row with a number in it is no head of another table",
    ),
    ("单位性质\t支持方向\t实施单位自筹资金\n企业\t良种\t30", [], "what a form asks of a unit"),
    (
        "公益性岗位名额分配表\n单 位\t岗 位\t数 量\n县教育局\t门卫\t20\n县公安局\t协警\t40\n要求：由县人社局负责落实。",
        [("县教育局", "r"), ("县公安局", "r"), ("县人社局", "r")],
        "a table that shares a task out, and the line behind it",
    ),
    ("专项资金分配表\n单位\t项目\t金额\n县教育局\t校舍\t20", [], "money that is shared out is no task"),
    (
        "序号\t任务\t牵头单位\t配合单位\n1\t开展排查\t县应急局\t县公安局、各镇政府\n2\t抓好整改\t县住建局\t—",
        [("县应急局", "l"), ("县公安局", "s"), ("各镇政府", "s"), ("县住建局", "l")],
        "a column a role",
    ),
    (
        "序号\t工作任务\t责任单位\n1\t开展排查\t县应急局牵头，县公安局配合",
        [("县应急局", "l"), ("县公安局", "s")],
        "roles inside a cell",
    ),
    (
        "序号\t工作任务\t负责单位\n1\t开展排查\t县应急局、县公安局\n注：负责单位中列第一位者为牵头单位，其余为参与单位。",
        [("县应急局", "l"), ("县公安局", "s")],
        "a note under the table",
    ),
    (
        "类别\t任务\t责任单位\n安全\t开展排查\t县应急局\n抓好整改\t县住建局\n完善制度\t县教育局",
        [("县应急局", "r"), ("县住建局", "r"), ("县教育局", "r")],
        "rows that lost their merged cell",
    ),
    (
        "任务\t责任单位\n开展排查\t县应急局\n任务\t责任单位\n抓好整改\t县住建局",
        [("县应急局", "r"), ("县住建局", "r")],
        "a header that a page break repeats",
    ),
    ("姓名\t单位\n王旭\t县应急局", [], "a table without duties"),
    (
        "项目\t决定\t监管措施\n取水许可\t取消\t取消审批后，县水务局通过以下措施加强监管：1.加强检查，依法查处。2.拟取水的，取水单位要进行论证。",
        [("县水务局", "r"), ("取水单位", "r")],
        "sentences in a cell",
    ),
    ("指标\t说明\n采购率\t计算方法：医院采购品种数/总数×100%，按年计。", [], "how a thing is counted"),
    (
        "任务\t责任单位\t配合单位\n开展排查\t县应急局\t\t县公安局",
        [("县应急局", "r"), ("县公安局", "s")],
        "a row whose last cell was pushed to the right",
    ),
    ("项目名称\t实施机关\n食盐批发许可\t县盐务局", [], "who administers a licence"),
    (
        "任务\t责任单位\n建设健康企业、学校\t1 健康企业：县总工会; 2 健康学校：县教育局",
        [("县总工会", "r"), ("县教育局", "r")],
        "what a part of a cell is about",
    ),
    (
        "1\t数据\t建立共享目录。\t县数据局\t县财政局、县教育局\t2020年6月\n2\t数据\t完善标准。\t县教育局\t无\t2020年9月\n"
        "3\t算力\t建设平台。\t县发改局、县数据局\t县财政局\t持续推进",
        [
            ("县数据局", "l"),
            ("县财政局", "s"),
            ("县教育局", "s"),
            ("县教育局", "l"),
            ("县发改局", "l"),
            ("县数据局", "l"),
            ("县财政局", "s"),
        ],
        "a page that goes on with a table: no header, two columns of bodies",
    ),
    (
        "1\t开展河道排查\t县水利局\t6月底前\n2\t完善排水设施\t县住建局\t9月底前\n3\t建立巡查制度\t各镇政府\t长期",
        [("县水利局", "r"), ("县住建局", "r"), ("各镇政府", "r")],
        "no header, a column of bodies and one of times",
    ),
    (
        "序号\t重点任务\t实施主体\t完成时间\n1\t开展河道排查\t县水利局\t6月底前\n2\t完善排水设施\t县住建局\t9月底前\n"
        "3\t建立巡查制度\t各镇政府\t长期",
        [("县水利局", "r"), ("县住建局", "r"), ("各镇政府", "r")],
        "a head that tells of powers elsewhere stands over who has these tasks",
    ),
    (
        "1\t食盐批发许可\t县盐务局\t20日内\n2\t取水许可\t县水利局\t20日内\n3\t建设用地审批\t县自然资源局\t20日内",
        [],
        "no header, and things in place of tasks",
    ),
    (
        "证明\t开具单位\t用途\n提供收入证明\t县民政局\t2020年\n出具学历证明\t县教育局\t2021年\n提交登记证书\t县公安局\t2022年",
        [],
        "a header over bodies that do something else",
    ),
    (
        "序号\t考核项目\t分值\t考核指标\t负责考核部门\n一、\t巩固成果\t31\n1\t巡河\t5\t健全巡河制度，\n设置巡查员。人员变动时\n"
        "向社会公布。\t县河长办\n2\t宣传\t7\t开展宣传。\t县教育局\n县水利局\n3\t水质\t4\t治理河库，\n消除污染。\t县环保局",
        [("县河长办", "r"), ("县教育局", "r"), ("县水利局", "r"), ("县环保局", "r")],
        "cells over several lines, the last of which ends in the body, and bodies on a line each",
    ),
    (
        "任务\t完成时间\t责任单位\n开展排查\t6月\n夯实基础。\n抓好整改\t9月\t县住建局",
        [("县住建局", "r")],
        "a short row whose next lines do not complete it",
    ),
    (
        "序号\n工作任务\n牵头单位\n配合单位\n完成时限\n1\n开展排查\n县应急局\n县公安局、各镇政府\n6月底前\n2\n抓好整改\n县住建局\n"
        "县财政局\n9月底前\n附件：排查表",
        [("县应急局", "l"), ("县公安局", "s"), ("各镇政府", "s"), ("县住建局", "l"), ("县财政局", "s")],
        "a table that is printed a cell a line",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), TABLES)
def test_tables(text: str, expected: list[Row], why: str) -> None:
    assert rows(read_document(text).duties) == expected, why


PROSE = [
    ("县应急队、各镇扑火队要集中食宿。", [("县应急队", "r"), ("各镇扑火队", "r")], "teams"),
    ("由城关镇负责，县信访局予以配合。", [("城关镇", "r"), ("县信访局", "s")], "予以配合"),
    (
        "公安、市监等部门，按照各自职责，共同做好管理。",
        [("公安、市监等部门", "r")],
        "by their share, between two commas",
    ),
    ("县教育局、各镇，按照“谁主管、谁负责”的原则，落实责任。", [("县教育局", "r"), ("各镇", "r")], "by a principle"),
    ("县商务局由县政府组成部门调整为县政府直属机构。", [], "from what a body is changed"),
    ("服务站应当给予积极协助。", [("服务站", "s")], "help that is given"),
    ("材料包括会计师事务所对企业决算出具的报告。", [], "whose report it is"),
    ("奖励由查处案件的粮食部门发放。", [("查处案件的粮食部门", "r")], "what it deals with"),
    (
        "区联动中心设在区公安分局，作为先期处置的职能机构，履行联动处置职责。",
        [("区联动中心", "r")],
        "where it is, as what, and what it must do",
    ),
    ("现场指挥部设置参照本预案执行。", [], "how a thing is set up, as a noun"),
    ("县资格中心受县交通局委托，具体实施人员管理。", [("县资格中心", "r")], "who charged it stands between"),
    ("各街镇和本区相关部门、单位分别负责评估。", [("各街镇", "r"), ("本区相关部门", "r"), ("单位", "r")], "分别负责"),
    (
        "本预案由县应急局会同县财政局负责具体解释与组织实施。",
        [("县应急局", "r"), ("县财政局", "s")],
        "and carries it out",
    ),
    ("建立健全县民政局统筹协调，财政等部门分工负责的工作机制。", [], "an order that is built"),
    ("各有关委、办、局要细化方案。", [("各有关委、办、局", "r")], "a set in three words"),
    ("县林业局与各镇做好沟通对接。", [("县林业局", "r"), ("各镇", "r")], "equals"),
    ("县林业局要切实履行牵头抓总作用。镇林业站要严格落实配合责任。", [("县林业局", "l"), ("镇林业站", "s")], "roles"),
    ("由县交通局授予张某等5人称号。", [("县交通局", "r")], "授予"),
    ("县执法队考核结果分三个等次。", [], "what is known of it, as a noun"),
    ("安监所负责人员密集场所的宣传。", [("安监所", "r")], "负责 and 人员 are two words"),
    ("使用单位和检验、检测机构应当登记。", [("使用单位", "r"), ("检验、检测机构", "r")], "检验、检测 in a name"),
    ("药监局依法对药品类可制毒化学品进行监管。", [("药监局", "r")], "可制毒 behind 类"),
    ("控排企业发生分立的，应当报告。", [("控排企业", "r")], "what a firm comes to, and must do then"),
    ("水利部门重点检查任务完成情况。", [("水利部门", "r")], "重点 before 检查"),
    ("酒店宾馆、文化娱乐等公共场所要履行责任。", [("酒店宾馆、文化娱乐等公共场所", "r")], "places where people act"),
    (
        "经发办负责园区。石门市场所负责许可证。",
        [("经发办", "r"), ("石门市场所", "r")],
        "offices of towns",
    ),
    ("县财政局下发资金后，由管理办核对。", [("管理办", "r")], "what is done first gives nothing"),
    ("复制推广青川自贸试验区在投资领域的经验。", [], "a verb before a place"),
    (
        "由市财政局会同青川新区、白马区和临溪地区管委会制定。",
        [("市财政局", "r"), ("青川新区", "s"), ("白马区", "s"), ("临溪地区管委会", "s")],
        "a district has no 管委会 to share; a new area with a name",
    ),
    ("公安机关依法对可制毒化学品的流向进行监督管理。", [("公安机关", "r")], "可 in the name of a thing"),
    ("经营危险品的单位应当建立台账。", [("经营危险品的单位", "r")], "what a unit does tells which"),
    ("由制造地的市级监管部门检查。", [("制造地的市级监管部门", "r")], "where a body is tells which"),
    ("检查由实施许可的监管部门负责组织实施。", [("实施许可的监管部门", "r")], "what it carries out"),
    ("监管部门对使用单位实施监督检查，适用本办法。", [], "to what a text applies"),
    ("监管部门根据需要可以委托检验机构提供服务。", [], "根据需要 makes no duty of what it may do"),
    ("总理批示发改委、科技部认真研究。", [], "what was ordered once"),
    ("发改委拟研究制订政策。", [("发改委", "r")], "what it is going to do"),
    ("疫情期间，学校一律实行封闭管理。", [("学校", "r")], "一律"),
    ("由各小组推选出组长。未尽事宜由联席会议一事一议解决。", [("各小组", "r"), ("联席会议", "r")], "more verbs"),
    ("控排企业和单位、报告企业应当编制报告。", [("控排企业和单位", "r"), ("报告企业", "r")], "sorts of units"),
    ("请各县、市、区教育局（分局）及时通知。", [("各县、市、区教育局（分局）", "r")], "levels that share one end"),
    ("三要与县环卫部门建立机制。", [], "a number before 要"),
    ("（一）市水务局。负责协调；负责协同市财政局建立机制。", [("市水务局", "r"), ("市财政局", "s")], "协同"),
    ("市、区人民政府决定启动预案的，应当确定级别。", [("市、区人民政府", "r")], "what it decides, and must do then"),
    ("法律分别规定：“建设单位未报批的，由县环保局责令停止建设，限期补办。”", [], "what another text says"),
    ("上报《附件4：石门街道加强独居老人安全工作汇总表》。", [], "nor does a title"),
    ("核查机构及其工作人员应当依法开展业务。", [("核查机构", "r")], "who works for it is told with it"),
    ("可探索将机构编制由上一级编制部门审批。", [], "what may be given to a body"),
    ("各镇不得将行政职能转由镇服务中心承担。", [("各镇", "r")], "what must not be given to one"),
    ("必须按程序由县编办专项办理。", [("县编办", "r")], "an adverb behind what 由 names"),
    ("县委宣传部会同县财政局拟定的《办法》已经县政府同意。", [], "who wrote what is sent out"),
    ("转制前经费由县财政负担的离退休人员，享受补贴。", [], "whose money tells which people"),
    ("住房补贴中由县财政负担部分，继续拨付。", [], "nor which part"),
    ("经营性文化单位转制为企业，要依法登记。", [("经营性文化单位", "r")], "what it becomes, and then what it must do"),
    ("位于县城的报所在地的区人民政府审批。", [], "to whom a thing goes"),
    ("规划由主办开发区的人民政府组织编制。", [("主办开发区的人民政府", "r")], "which government it is"),
    ("镇政府应当编制规划, 报县政府审批。", [("镇政府", "r")], "a narrow comma and a blank end no heading"),
    ("资金下拨后，学校将一次性发放给学生。", [("学校", "r")], "what a school says that it will do"),
    ("材料报县教育局教育科（行政楼710室）。", [], "an address"),
    ("由大赛评委团进行现场评选。", [("大赛评委团", "r")], "a jury"),
    ("省优化营商环境领导小组办公室要统筹推进。", [("省优化营商环境领导小组办公室", "r")], "what a group is for"),
    ("镇经管中心负责监管。", [("镇经管中心", "r")], "经管 in a name"),
    ("（三）参评单位提交材料内容与要求", [], "a heading is a noun"),
    ("1.参评单位开展活动情况介绍。", [], "so is a paper"),
    ("项目建设主体为县应急局，统筹开展建设。", [("县应急局", "r")], "a label inside a sentence"),
    ("本项目牵头单位为县水利局，配合单位为县公安局。", [("县水利局", "l"), ("县公安局", "s")], "two of them"),
    ("未明确责任的，由街道托底保障运行安全。", [("街道", "r")], "托底"),
    ("小区业委会与物业公司应当约定。", [("小区业委会", "r"), ("物业公司", "r")], "与 between two names"),
    ("我局牵头制定了《方案》，现印发给你们，请结合实际抓好落实。", [], "what was led; told to obey"),
    ("各村应与镇规建办、安监所等部门建立联动机制。", [("各村", "r"), ("镇规建办", "r"), ("安监所", "r")], "equals"),
    ("落实消防部门属地责任，县民宗部门监管责任。", [], "whose responsibility it is, as a noun"),
    ("规划由县林业局编制，报县人民政府批准。", [("县林业局", "r")], "what 由 gives, and where it goes then"),
    ("标准由县发改局审定，经公示后执行。", [("县发改局", "r")], "审定 that 由 gives"),
    ("规划由县林业局会同县财政局编制，报县政府。", [("县林业局", "r"), ("县财政局", "s")], "with whom it is made"),
    ("由所涉及的县公安局、县民政局牵头完成报告。", [("县公安局", "l"), ("县民政局", "l")], "those whom it concerns"),
    (
        "由县公安局、县民政局等县级主管部门（单位）牵头完成。",
        [("县公安局", "l"), ("县民政局", "l"), ("县级主管部门（单位）", "l")],
        "a bracket behind the set that 等 opens",
    ),
    (
        "有审批权的人民政府水行政主管部门应当检查。",
        [("有审批权的人民政府水行政主管部门", "r")],
        "whose power it is",
    ),
    (
        "许可证由批准规划的人民政府水行政主管部门发放。",
        [("批准规划的人民政府水行政主管部门", "r")],
        "what it approved",
    ),
    ("申请人应当向所在地的县水利局提出申请。", [], "to whom one applies"),
    ("国务院西部开发工作机构负责协调。", [("国务院西部开发工作机构", "r")], "西部 is no body"),
    ("各项目牵头单位要会同配合单位落实。", [("各项目牵头单位", "r"), ("配合单位", "s")], "bodies by their role"),
    ("采砂业主应当清除弃料。", [("采砂业主", "r")], "who runs a works"),
    ("市级媒体推广2篇，得2分。", [], "what a score is given for"),
    ("第七条 申报条件：\n（一）企业按规定纳税。\n（二）县财政局应当出具证明。", [("县财政局", "r")], "conditions"),
    ("市和区、县人民政府应当规定禁止区域。", [("市和区、县人民政府", "r")], "levels that 和 joins share one end"),
    ("2．乡镇审批。乡镇人民政府审核名单后上报。", [("乡镇人民政府", "r")], "the caption of an item gives nothing"),
    ("县政府对事故直接负责的主管人员，给予处分。", [], "who is responsible for it is punished"),
    ("县人民政府应当履行职责而未履行的，对负责人给予处分。", [], "what should have been done"),
    ("负责行政审批的政府部门接到举报后，应当查封。", [("负责行政审批的政府部门", "r")], "whose charge tells which"),
    ("接到举报的公安机关，应当立即调查。", [("接到举报的公安机关", "r")], "what reaches a body tells which"),
    ("获得资助的单位，应加强资金管理。", [("获得资助的单位", "r")], "a relative clause tells which, a comma later"),
    ("县防指应当会商。县安委会要督查。", [("县防指", "r"), ("县安委会", "r")], "short names of groups"),
    ("镇乡公示时间为7天。", [], "how long a thing lasts"),
    ("行政机关执法和基层组织参与管理相结合。", [], "a principle"),
    ("公安部门主管养犬管理工作，应当定期开会。", [("公安部门", "r")], "what a body is in charge of, without 全 or 本"),
    (
        "市公安部门应当核实。对符合条件的，公安部门应当办理。",
        [("市公安部门", "r"), ("公安部门", "r")],
        "a sort of body is not short for one of a level",
    ),
    ("乡镇人民政府组织对达到退出标准的村进行审核。", [("乡镇人民政府", "r")], "达到 in what is checked"),
    ("协调组由县气象局牵头，县水务局、县交通局组成。", [], "who sits in a group, with 牵头"),
    ("县审计局的责任是依法独立实施审计。", [("县审计局", "r")], "的责任是"),
    ("县公安局设立留检所，负责收留犬只。", [("县公安局", "r")], "what a body sets up is no part of its name"),
    ("开发区控制性详细规划由开发区管委会组织编制。", [("开发区管委会", "r")], "控制性 is no verb"),
    ("所需机构编制主要通过内部整合解决。", [], "机构编制 is one word"),
    ("县农商行向县粮库贷款1亿元。", [], "what was lent"),
    (
        "县教育局（牵头）、县财政局（配合）负责落实政策。",
        [("县教育局", "l"), ("县财政局", "s")],
        "notes of roles behind the names of a sentence",
    ),
    ("明确县应急局为监管工作牵头部门。", [("县应急局", "l")], "whom a text makes what"),
    (
        "确定县教育局为责任单位，县财政局为配合单位。",
        [("县教育局", "r"), ("县财政局", "s")],
        "the same of two",
    ),
    (
        "县人大、县农商行、县信用社、县气象台、县公路段要加强监督。",
        [(name, "r") for name in ("县人大", "县农商行", "县信用社", "县气象台", "县公路段")],
        "ends of names",
    ),
    ("县农经站负责监督管理。", [("县农经站", "r")], "经 inside of a name"),
    ("县污水处理厂、县体育馆要落实措施。", [("县污水处理厂", "r"), ("县体育馆", "r")], "works and halls"),
    ("县气象局滚动播报天气信息。", [("县气象局", "r")], "what is said on air"),
    ("2.1.3 县应急局应加强灾情报告。", [("县应急局", "r")], "a number with points is no name"),
    (
        "开展培训3万人次，其中：县人社局培训2万人次，县总工会、团县委各培训5000人次。各推荐单位负责审查。",
        [("县人社局", "r"), ("县总工会", "r"), ("团县委", "r"), ("各推荐单位", "r")],
        "what each of them does, and a name that begins so",
    ),
    (
        "县林业局新增油茶2万亩，县农业局举办培训班，县住建局拆除危房，县融媒体中心刊发稿件。",
        [("县林业局", "r"), ("县农业局", "r"), ("县住建局", "r"), ("县融媒体中心", "r")],
        "more plain verbs",
    ),
    ("安装、改造、维修单位应当提出申请。", [("安装、改造、维修单位", "r")], "verbs that begin a name"),
    ("失信主体按要求纠正失信行为的，均可提出申请。", [], "要求 is no modal in a condition"),
    ("责成县审计局对该项目进行审计。", [("县审计局", "r")], "责成 gives what follows"),
    ("委托县国资公司负责项目建设。", [("县国资公司", "r")], "who is put in charge"),
    ("授权县城投公司作为项目实施主体。", [("县城投公司", "r")], "whom a text makes what by 作为"),
    ("指定县人民医院为定点医院，负责收治。", [("县人民医院", "r")], "what it is made, and then its task"),
    ("县财政局、县审计局派员参加。", [], "who only sends somebody"),
    ("补助标准由县教育局规定的除外。", [], "an exception"),
    ("各有关单位要按照本通知要求，认真抓好落实。", [], "told to obey the whole document"),
    ("主管部门：农业农村部门（盖章）　财政部门（盖章）填报时间：2020年", [], "where a form asks for a seal"),
    ("本指引所称的跨省分支机构协同授信业务是指共同贷款。", [], "what a word means"),
    ("县政府明确县工信局为节能工作的主管部门。", [("县工信局", "r")], "who makes it so has no duty by that"),
    ("县发改局作为牵头单位，要做好统筹。", [("县发改局", "l")], "作为 gives a role as 是 does"),
    ("企业作为牵头单位的，投入应当不低于一半。", [], "a condition"),
    ("县发改局会商县财政局、县审计局后报县政府。", [("县发改局", "r"), ("县财政局", "s"), ("县审计局", "s")], "会商"),
    ("县、乡两级应急队伍建设与工作经费要列入预算。", [], "与 joins things to be paid"),
    ("各派出所、司法所要化解矛盾。", [("各派出所", "r"), ("司法所", "r")], "no 派出 in 派出所"),
    ("村“两委”要发挥作用。", [("村“两委”", "r")], "a name in quotes at the end"),
    ("县教育局依照标准牵头开发课程。", [("县教育局", "l")], "牵头 behind what it is done by"),
    ("县商务局要继续做好牵头工作，优化布局。", [("县商务局", "l")], "牵头 as a work"),
    ("网络运营者应当采取技术措施。", [("网络运营者", "r")], "one whose trade a rule speaks of"),
    ("申报单位应保证所提供信息的真实性。", [("申报单位", "r")], "报 inside of a verb that begins a name"),
    (
        "登记机构审核完成后应当将有关信息向社会公示。",
        [("登记机构", "r")],
        "when, without a comma, and then what must be done",
    ),
    ("登记主体经业务审核后，通过平台提出申请。", [("登记主体", "r")], "what was had done before"),
    (
        "各镇政府、开发区管委会（以下简称镇（街）、管委会）对辖区安全负总责。",
        [("各镇政府", "r"), ("开发区管委会", "r")],
        "a bracket in the bracket that defines a short name",
    ),
    ("临溪镇党（工）委、政府对所辖地区负总责。", [("临溪镇党（工）委、政府", "r")], "党（工）委、政府 are one"),
    ("对隔离人员由村协调安排配送。", [("村", "r")], "a level of one character behind 由"),
    ("由县委会下设的提名委员会根据拟任职公司情况提出人选。", [("提名委员会", "r")], "拟任职 is no 由...任职"),
    ("运营单位作为专区运营主体，负责数据管理。", [("运营单位", "r")], "作为...主体，负责"),
    ("三级医院考核应采用全部考核指标。", [], "a verb that names what is spoken of"),
    ("县属机构设置和编制管理应当适应发展需要。", [], "a noun that looks like a verb, and what must hold of it"),
    ("县属机构根据职能分为综合机构和专门机构。", [], "分为 tells of sorts"),
    ("县财政对收储费用给予适当补助。", [("县财政", "r")], "what a purse gives it must pay"),
    ("政府及卫生、公安等部门应加强巡查。", [("卫生、公安等部门", "r")], "政府 that stands for any is left out"),
    ("临溪县人民政府 版权所有\n主办单位：县政府办公室\n", [], "a site's footer"),
    ("联系我们：010-123\n主办单位：县政府办公室\n", [], "no task is above a label of the site"),
    ("县财政统筹安排资金用于排查。", [("县财政", "r")], "what a purse must provide is one"),
    ("办公室设在县医保局，由县医保局、县卫健局选派人员参加。", [], "who sends members has no task by that"),
    (
        "临溪县、青川市等各地区要抓好落实。",
        [("临溪县", "r"), ("青川市", "r"), ("各地区", "r")],
        "等 before 各地区 counts the named ones apart",
    ),
    ("水库所在地的人民政府应把宣传作为重要内容。", [("水库所在地的人民政府", "r")], "所在地的 tells which"),
    ("住建部门不予办理登记。", [("住建部门", "r")], "不予 tells what a body must not do"),
    ("2015年，县公安局负责组织开展了三次检查。", [], "what was done in a year that is over"),
    ("2015年县公安局开展专项行动，查处案件12起。", [], "the year right before the body"),
    ("2015年以来，县公安局要每年检查。", [("县公安局", "r")], "a past year, and what must be done"),
    ("除县公安局负责的外，县交通局负责其他道路的管理。", [("县交通局", "r")], "what another does is excepted"),
    ("原由县财政局负责的工程，由县交通局负责。", [("县交通局", "r")], "who did it before"),
    (
        "由县公安局、县财政局、县交通局三部门负责落实。",
        [("县公安局", "r"), ("县财政局", "r"), ("县交通局", "r")],
        "三部门 counts the bodies",
    ),
    ("县公安局未经批准不得收取费用。", [("县公安局", "r")], "a condition before 不得"),
    ("县公安局不应收取费用。", [("县公安局", "r")], "不应 tells"),
    ("规模以上企业特别是国有企业要接收实习。", [("规模以上企业", "r"), ("国有企业", "r")], "特别是 names one more"),
    ("县以上质监部门负责检验。", [("县以上质监部门", "r")], "以上 of a level is in a name"),
    ("各乡镇，特别是沿河乡镇，也要抓紧排查。", [("各乡镇", "r"), ("沿河乡镇", "r")], "with commas around it"),
    (
        "县教育局、县人社局在职责范围内，分别负责管理。",
        [("县教育局", "r"), ("县人社局", "r")],
        "within what they do it",
    ),
    ("县协调委研究拟订计划。", [("县协调委", "r")], "协调委 is a body"),
    ("各设区市均建成示范项目。", [("各设区市", "r")], "均 before the verb"),
    ("县财政给予补助。县财政要安排资金。", [("县财政", "r")], "a purse pays; it is told by a modal"),
    ("具体办法由县民政局、财政局另行制定。", [("县民政局", "r"), ("财政局", "r")], "另行 stands before the verb"),
    ("各省份要出台方案。", [("各省份", "r")], "省份 is a province"),
    ("试点地区完成平台建设。", [("试点地区", "r")], "the places of a trial are told"),
    (
        "经营者、分发平台、数据提供方应当备案。",
        [("经营者", "r"), ("分发平台", "r"), ("数据提供方", "r")],
        "sides of a trade",
    ),
    ("数据提供方式要规范。", [], "方式 is no side"),
    (
        "县水务局主管全县供水的特定业务。县档案局主管国务院规定的档案。",
        [("县水务局", "r"), ("县档案局", "r")],
        "主管 anything",
    ),
    ("公司的监事由县政府委派。", [("县政府", "r")], "由 behind 监事 is not 事由"),
    ("县卫健局在组织考核时，根据实际调整指标。", [("县卫健局", "r")], "在...时 is no condition"),
    ("县民政局发现问题的，予以登记。", [], "...的 is one"),
    ("一、工作安排　县医保局汇总用药数量。", [("县医保局", "r")], "a heading on the line of its sentence"),
    ("县监委向公司派驻纪检监察组。", [("县监委", "r")], "派驻 a team"),
    ("各镇政府要加强巡查，发现问题及时报告。", [("各镇政府", "r")], "a modal"),
    ("县应急局会同县公安局、县财政局制定办法。", [("县应急局", "r"), ("县公安局", "s"), ("县财政局", "s")], "会同"),
    ("排查工作由县应急局负责。", [("县应急局", "r")], "由 behind the topic"),
    (
        "由县应急局牵头，县公安局、县财政局配合，开展联合检查。",
        [("县应急局", "l"), ("县公安局", "s"), ("县财政局", "s")],
        "牵头, 配合",
    ),
    ("县商务局是招商工作的总牵头单位。", [("县商务局", "l")], "是牵头单位"),
    ("各镇政府要积极配合公安机关做好调查。", [("各镇政府", "s")], "配合 with an object is support"),
    ("成员单位要密切配合，加强监督。", [("成员单位", "r")], "配合 among themselves is not"),
    ("对拒不整改的，有关部门要依法查处。", [("有关部门", "r")], "behind a clause"),
    ("12月中旬，由县房管局组织检查。", [("县房管局", "r")], "behind a time"),
    (
        "各镇、街道、临溪开发区和县直有关部门要抓好落实。",
        [("各镇、街道、临溪开发区", "r"), ("县直有关部门", "r")],
        "a set",
    ),
    ("请各镇政府于3月10日前上报方案。", [("各镇政府", "r")], "请"),
    (
        "成立县安全整治领导小组，负责统筹推进整治工作。",
        [("县安全整治领导小组", "r")],
        "a group that is set up and given a task",
    ),
    (
        "领导小组办公室设在县应急局，承担日常工作。",
        [("领导小组办公室", "r")],
        "an office that is seated and given a task",
    ),
    ("城建局制定方案；县应急局负责实施；县应急局做好总结。", [("城建局", "r"), ("县应急局", "r")], "once a paragraph"),
    ("石门镇综合执法队负责巡查。", [("石门镇综合执法队", "r")], "the longer name"),
    ("为其提供担保的县属担保机构，应及时履行义务。", [("县属担保机构", "r")], "a relative clause before the name"),
    ("县民政局、县人社局所属的事业单位按规定招聘人员。", [("县民政局、县人社局所属的事业单位", "r")], "所属的"),
    ("联合推进小组由县政府副县长任组长，县应急局主要负责人任副组长。", [], "seats are no duties"),
    ("本办法由县应急局负责解释。", [], "who explains has no task"),
    ("经县政府同意，报县应急局审批。", [], "who is reported to has no task"),
    ("建立由县应急局牵头，县公安局参与的联席会议制度。", [], "who sits in a group has no task by that"),
    ("县政府已经建成监测平台，取得了明显成效。", [], "what was done"),
    ("县级食品企业可以在县内开展经营。", [], "a power"),
    ("企业违反规定的，依法予以处罚。", [], "a condition"),
    ("县政府召开会议部署前，现行职责维持不变。", [], "a time clause"),
    ("推进企业改革，支持企业创新，规范机构编制管理。", [], "objects are no subjects"),
    ("全县建成一批示范基地，农村新建卫生厕所。", [], "places are no subjects"),
    ("宣传场所要庄重、严肃。", [], "a place where things are done"),
    ("坚持党委领导、政府负责、社会参与。", [], "a slogan"),
    ("由县政府确定的审核机构名单另行公布。", [], "a relative clause behind 由"),
    ("县医保局的主要任务是审核支付费用。", [("县医保局", "r")], "a task that is named so"),
    ("县各成员部门，应分别做好以下工作：", [], "what only says that duties follow"),
    ("前台综合受理窗口工作人员要加强业务学习。", [("前台综合受理窗口工作人员", "r")], "the staff of a window"),
    ("县自然资源局会适时升级监测系统。", [("县自然资源局", "r")], "会 with an adverb"),
    ("建立由县政府统一领导、部门合作的工作机制。", [], "what sort of mechanism"),
    ("办件转交审批部门，各审批部门对申请进行审查并作出审批决定。", [("各审批部门", "r")], "决定 as a noun"),
    ("二、各信息服务经营者 应切实承担安全责任。", [("各信息服务经营者", "r")], "a space before the verb"),
    ("上述各成员部门，应把任务列入计划。", [("各成员部门", "r")], "上述 is no part of a name"),
    ("影片由县文旅局指定或批准的机构引进。", [], "two verbs of a relative clause"),
    ("国有林场要多渠道筹集资金。", [("国有林场", "r")], "a farm of the state"),
    ("宣传、文化、新闻部门要开展宣传。", [("宣传、文化、新闻部门", "r")], "宣传 as a domain"),
    ("排查由县应急局负责牵头，县公安局参与。", [("县应急局", "l"), ("县公安局", "s")], "负责牵头"),
    ("石门镇应及时牵头协调。", [("石门镇", "l")], "及时 before 牵头"),
    ("县人社局负责统筹；会同县发改局制定目录。", [("县人社局", "r"), ("县发改局", "s")], "会同 at a sentence's head"),
    ("临溪、青川、石门等城市要建设基地。", [("临溪、青川、石门等城市", "r")], "等城市"),
    (
        "各级文化、经贸、海关、工商行政管理等部门要统一思想。",
        [("各级文化、经贸、海关、工商行政管理等部门", "r")],
        "等部门 closes what could stand alone",
    ),
    (
        "县发改局、县供销合作总社、县财政局等部门要加强指导。",
        [("县发改局", "r"), ("县供销合作总社", "r"), ("县财政局", "r")],
        "等部门 behind whole names",
    ),
    ("规划、环评、施工许可等审批部门要公开流程。", [("规划、环评、施工许可等审批部门", "r")], "许可 is no 可"),
    ("学校、幼儿园普遍开展健康教育。", [("学校", "r"), ("幼儿园", "r")], "what all of a sort do"),
    ("每个街道、镇应当设置服务中心。", [("每个街道、镇", "r")], "每个"),
    ("有条件的医疗机构应当提供家庭病床。", [("有条件的医疗机构", "r")], "有条件的"),
    ("第八条 实施机构应按规定公开情况。", [("实施机构", "r")], "实施 in a name"),
    ("宣传教育部门应当开展宣传。", [("宣传教育部门", "r")], "two verbs in a name"),
    ("数据使用部门负责数据安全。", [("数据使用部门", "r")], "使用 is no 使"),
    ("由交警、城市管理执法部门联动执法。", [("交警、城市管理执法部门", "r")], "管理 in a name"),
    ("具体办法由人社、教育、机构编制等部门制订。", [("人社、教育、机构编制等部门", "r")], "编制 in a name"),
    (
        "县民政部门应当会同自然资源、住房城乡建设、水利等部门，布局设施。",
        [("县民政部门", "r"), ("自然资源、住房城乡建设、水利等部门", "s")],
        "建设 in a list of domains",
    ),
    ("村（居）组织在改造中，应落实专人。", [("村（居）组织", "r")], "组织 as a noun"),
    ("推行签约服务，由医院组成签约医生团队，负责提供服务。", [("签约医生团队", "r")], "a team that is set up"),
    ("1. 做强各体育协会，县财政局要安排资金。", [("县财政局", "r")], "an object before the subject"),
    ("全部交由第三方专业机构负责管理。", [("第三方专业机构", "r")], "第三 is no ordinal"),
    ("探索发挥基层组织在普惠金融中的作用。", [], "探索 is no name"),
    ("立足企业主体加大创新力度。", [], "立足 is no name"),
    ("结合县情确定减免企业对象。", [], "结合 is no name"),
    ("争取财政部门支持，启动项目。", [], "争取 is no name"),
    ("民办学校到民政部门登记。", [], "where one goes"),
    ("发热人员经医疗机构检查认定的，应立即报告。", [], "who is asked by the way"),
    ("为民营医疗机构提供服务。", [], "whom it is done for"),
    ("补助民营医疗机构所承担的任务。", [], "所 before a verb"),
    ("其中省住建厅科学技术委员会专家不应少于3人。", [], "科学技术 in a name"),
    ("薪酬委员会应由外部董事组成。", [], "whom it is made of"),
    ("实施机构是指由县政府确定的单位。", [], "a definition"),
    ("对有困难的企业，由企业申请，依法延期。", [], "what an enterprise may ask for"),
    ("由县政府向省政府提出申请。", [("县政府", "r")], "what a government must ask for"),
    ("县卫健局、县财政局联合制定《临溪县签约服务方案》，现印发给你们。", [], "what was made"),
    ("县财政局、县金融办联合牵头建立机制。", [("县财政局", "l"), ("县金融办", "l")], "联合牵头"),
    (
        "县科技局会同县教育局、县科协等部门和单位制定规则。",
        [("县科技局", "r"), ("县教育局", "s"), ("县科协", "s")],
        "等部门和单位",
    ),
    ("坚持市场主导、政府引导，激发活力。", [], "a slogan that begins a clause"),
    ("适用主体重点包括供水企业。", [], "what a sort of bodies is"),
    ("吸引开源基金会在县内设立分支机构。", [], "吸引 is no name"),
    ("近年来，各地区、各部门认真贯彻落实县委部署。", [], "what was done so far"),
    ("党的十八大以来，县委、县政府深入实施行动计划。", [], "what was done since"),
    ("会议修订通过的规则，由县政府审核机构进行审核。", [("县政府审核机构", "r")], "审核 in a name"),
    ("具体标准由县税务局商有关部门确定。", [("县税务局", "r"), ("有关部门", "s")], "商"),
    ("各级登记管理机关要履行职责。", [("各级登记管理机关", "r")], "登记 in a name"),
    ("负责办理的部门要注明依据。", [("负责办理的部门", "r")], "a relative clause that begins with 负责"),
    ("负责县属机构编制的具体工作。", [], "负责 without a subject"),
    ("我县目前仍处在探索阶段。", [], "仍处 is no office"),
    ("严控城镇规模和城镇开发边界。", [], "严控 is no name"),
    ("候车室应当设置老年人专座。", [], "a room"),
    ("联系电话：县工信局运行监测协调科。", [], "whom to call"),
    ("目录由县工信局转发各企业。", [("县工信局", "r")], "转发 behind 由"),
    ("其余部分由县财政负担。", [("县财政", "r")], "负担 behind 由"),
    ("切实减轻企业负担，支持县属企业实行主辅分离。", [], "负担 and 实行 of things"),
    ("必要时可由县政府转发。", [], "可由 is a power"),
    ("专家组应对方案作出明确意见。", [("专家组", "r")], "应 and 对"),
    ("提高县应急局应对风险的能力。", [], "应对"),
    ("损失由担保机构、合作银行和财政资金，按比例承担。", [("担保机构", "r"), ("合作银行", "r")], "财政资金 is no body"),
    ("材料供应单位应对材料质量负责。", [("材料供应单位", "r")], "供应 in a name"),
    ("所在地政府应为企业提供便利。", [("所在地政府", "r")], "应 and 为"),
    ("设计单位对外墙工程承担设计责任。", [("设计单位", "r")], "对 and 外墙"),
    ("县政务部门采集数据，应当一数一源。", [("县政务部门", "r")], "a way, and what must be done"),
    ("平台经营者发现数据的内容有误的，应当更正。", [("平台经营者", "r")], "a condition, and what must be done"),
    ("民办学校收取的费用，应当公开。", [], "a thing that a relative clause tells of"),
    ("配套幼儿园移交教育部门后，应当由教育部门办成公办园。", [("教育部门", "r")], "应当由 tells of another"),
    ("受理单位不得推诿。", [("受理单位", "r")], "受理 in a name"),
    ("和平学校（民办）要加强投入。", [("和平学校（民办）", "r")], "a name that begins with 和"),
    ("各设区市建成区要落实措施。", [("各设区市建成区", "r")], "建成 in a name"),
    ("事故调查组负责评估。", [("事故调查组", "r")], "a group for one thing"),
    ("专家组在初步意见中建议：加强监测。", [], "what experts said"),
    ("由总局社会管理司核发许可证。", [("总局社会管理司", "r")], "a department of a ministry"),
    (
        "县公安局、县法院等部门以及检察机关，按照职责分工打击犯罪。",
        [("县公安局", "r"), ("县法院", "r"), ("检察机关", "r")],
        "a comma before 按照职责分工",
    ),
    (
        "镇（街道）、社保所、村（社区）、居委会等配合采集信息。",
        [("镇（街道）", "s"), ("社保所", "s"), ("村（社区）", "s"), ("居委会", "s")],
        "等 right before the verb",
    ),
    (
        "各级党组织、工会、妇联及社会力量，要开展慰问。",
        [("各级党组织", "r"), ("工会", "r"), ("妇联", "r")],
        "社会力量 is no body",
    ),
    ("县总局是唯一负责境外游戏的审批部门，其他部门不得审批。", [("县总局", "r"), ("其他部门", "r")], "是...的审批部门"),
    (
        "县政府成立由分管副县长任组长，各部门负责人为成员的县康复项目领导小组，加强对救助工作的领导。",
        [("县康复项目领导小组", "r")],
        "a group that is set up at length and given a task",
    ),
    ("建立和完善应急联席会议制度，加强部门之间的配合。", [], "a policy, and no task of a meeting"),
    ("推动成立专家咨询委员会，围绕重大问题提供支持。", [("专家咨询委员会", "r")], "围绕...提供"),
    ("石门中学新建操场，现已开工建设。", [], "what was begun"),
    ("县国资监管机构或部门要加强指导。", [("县国资监管机构或部门", "r")], "one name with 或"),
    (
        "各级人民政府及有关部门要加强检查。",
        [("各级人民政府", "r"), ("有关部门", "r")],
        "a government and departments: two that can stand alone (eval/SCHEMA.md)",
    ),
    (
        "各设区市和青川综合实验区要设立基金。",
        [("各设区市", "r"), ("青川综合实验区", "r")],
        "places that can stand alone",
    ),
    ("每个社区、行政村应当设置站点。", [("每个社区、行政村", "r")], "a bare level shares what stands before"),
    (
        "具体由金融部门牵头，国务院部门分支机构、派出机构参加，与网信部门、法院联动配合，健全机制。",
        [
            ("金融部门", "l"),
            ("国务院部门分支机构、派出机构", "s"),
            ("网信部门", "s"),
            ("法院", "s"),
        ],
        "branches share a name; 与...配合",
    ),
    ("县联席会议（以下简称联席会议）办公室要建立名录。", [("县联席会议办公室", "r")], "a short name defined in a name"),
    ("生产经营单位（以下统称企业）必须落实责任。", [("生产经营单位", "r")], "a short name defined behind it"),
    (
        "县新区管委会（以下简称管委会）作为县政府的派出机构，负责落实任务。",
        [("县新区管委会", "r")],
        "作为...机构 before the task",
    ),
    ("县政府授权县数据局负责统筹全县数据工作。", [("县数据局", "r")], "授权"),
    ("对县政府授权县国资局履行职责的企业，实行清单。", [], "授权 in a relative clause"),
    ("由县发改局牵头商自治区财政厅提出。", [("县发改局", "l"), ("自治区财政厅", "s")], "商"),
    ("开展平台建设，会同城管、公安等部门推广应用。", [("城管、公安等部门", "s")], "会同 behind a comma"),
    (
        "县市场局开展检查，平台经营者应当配合。",
        [("县市场局", "r"), ("平台经营者", "s")],
        "who helps with what another does",
    ),
    ("县司法局应当落实规定并牵头制定标准。", [("县司法局", "l")], "并牵头"),
    ("国有资本运营公司建立管控模式。", [("国有资本运营公司", "r")], "a kind of company is spoken to"),
    ("企业改革，公司优化结构，帮助企业解决困难。", [], "any company is spoken of"),
    ("国有资本投资公司主要以服务战略为目标，以控股为主。", [], "what a company is for"),
    ("纳入改革试点的企业要制订方案。", [("纳入改革试点的企业", "r")], "a relative clause in a name"),
    ("对未整改的企业要采取措施。", [], "whom it is done to"),
    ("各银行机构对受影响的企业不得抽贷。", [("各银行机构", "r")], "to whom, and then what must be done"),
    ("县交通局对建设机场的必要性已达成一致意见。", [], "必要 is no modal"),
    (
        "请各镇政府，县直有关单位，各开发区管委会分别明确联系人。",
        [("各镇政府", "r"), ("县直有关单位", "r"), ("各开发区管委会", "r")],
        "a list in groups, with commas between them",
    ),
    ("县科技局牵头、县财政局配合，设立专项资金。", [("县科技局", "l"), ("县财政局", "s")], "、 behind a role"),
    ("各镇、各部门报送县政府的公文，应当符合规定。", [], "the thing is the subject, not who sends it"),
    ("申报单位在研项目不得超过两项。", [], "the same without a verb"),
    ("县民政局在研究完善政策时将统筹考虑。", [("县民政局", "r")], "在研究 is no 在研"),
    ("县政府组织应急演练。", [("县政府", "r")], "应急 is no modal"),
    ("县林业局加强应急管理，启动应急响应。", [("县林业局", "r")], "nor is it in an object"),
    ("县安监局做好许可证吊销工作。", [("县安监局", "r")], "许可 is no power"),
    ("县医院发现可疑患者后，要立即报告。", [("县医院", "r")], "nor is 可疑"),
    ("由县委和县政府宣布应急结束。", [("县委", "r"), ("县政府", "r")], "宣布 as a verb of tasks"),
    ("各机关依照确定的职能、规格设置具体职位。", [("各机关", "r")], "依照 leads what is relied on"),
    ("依照规定办理变更登记及机构设置审批手续。", [], "and begins no name"),
    ("标准由县政府规定。", [("县政府", "r")], "规定 behind 由"),
    ("县财政局连续3年给予补助。", [("县财政局", "r")], "how long, between the body and its verb"),
    ("临溪银行还提供专业的金融服务。", [("临溪银行", "r")], "还 before a plain verb"),
    (
        "标准由县政府或者县政府确定的部门制定。",
        [("县政府", "r"), ("县政府确定的部门", "r")],
        "a part told by who chose it",
    ),
    ("重大事件由县政府派出调查组查明原因。", [("县政府", "r")], "派出 begins what is done"),
    ("县民政局认为符合条件的，应当受理申请。", [("县民政局", "r")], "认为 leads a condition"),
    ("县民政局若发现问题，应当及时报告。", [("县民政局", "r")], "so does 若"),
    (
        "县生态环境局与临溪银监分局要建立协调机制。",
        [("县生态环境局", "r"), ("临溪银监分局", "r")],
        "与 between two that must",
    ),
    ("本措施由县政府负责解释，具体工作由县工信局承担。", [], "whose work it is to explain"),
    ("《清单》由县发展改革局、县商务局联合发布。", [], "how a text came out"),
    ("县银保监局对任职资格有特别规定的除外。", [], "an exception"),
    ("探索由县银行业协会牵头发布蓝皮书。", [], "what is only tried"),
    ("布局建设省级企业重点实验室。", [], "重点 of a thing"),
    ("涉农市县每年安排用地计划指标。", [("涉农市县", "r")], "places told by their sort"),
    ("县农业局、县财政局取消其资格。", [("县农业局", "r"), ("县财政局", "r")], "取消 as a verb of tasks"),
    (
        "主动对接国家部门，组织各科技主管部门优化流程。",
        [("各科技主管部门", "r")],
        "组织A做 without a subject (eval/SCHEMA.md)",
    ),
    ("组织县教育局开展培训。", [("县教育局", "r")], "the same with one body"),
    (
        "县生态局会同县发改局、县邮政局等部门重新筛选确定。",
        [("县生态局", "r"), ("县发改局", "s"), ("县邮政局", "s")],
        "verbs that 会同 may be followed by",
    ),
    ("县生态局会同县财政局印发指南。", [("县生态局", "r"), ("县财政局", "s")], "the same with 印发"),
    ("由县医院支付转诊费用。", [("县医院", "r")], "支付 behind 由"),
    ("是否恢复由县农业局、县财政局自定。", [("县农业局", "r"), ("县财政局", "r")], "自定 behind 由"),
    ("当地财政要对运营成本给予补助。", [("当地财政", "r")], "a purse told by where it is"),
    ("数据提供方按照“谁提供、谁负责”的原则，承担安全责任。", [("数据提供方", "r")], "a way, and then 承担"),
    ("县相关部门，切实做好储备工作。", [("县相关部门", "r")], "a comma before how it is done"),
    ("复核后县人才办将名单报县人社局。", [("县人才办", "r")], "after what, without a comma"),
    ("税务机关扣押商品时，必须开付收据。", [("税务机关", "r")], "what a body does when it must"),
    ("方案经县生态局组织专家评审通过后实施。", [], "whose consent is needed has no duty"),
    ("其他有关部门按各自职能配合做好工作。", [("其他有关部门", "s")], "by its part, and then 配合"),
    ("县财政局按照职责，协同实施本办法。", [("县财政局", "s")], "the same behind a comma"),
    ("保障所采集标本质量符合要求。", [], "所 before a verb is no office"),
    ("县发改局、县体育局各安排200万元。", [("县发改局", "r"), ("县体育局", "r")], "各 before a verb"),
    ("各镇推进实施情况纳入效能检查范围。", [], "the subject is 情况"),
    ("县教育局将参与情况作为考核内容。", [("县教育局", "r")], "情况 as an object"),
    ("定点护理机构按规定提供的护理费用，按照标准结算。", [], "the subject is what is provided"),
    ("理顺各地分支行在营销方面的关系。", [], "a verb before 各"),
    ("可到所在的其他县农业农村部门申请办理。", [], "where one may go"),
    ("全县税务机关要积极提供服务。", [("全县税务机关", "r")], "all of a sort"),
    ("全部镇卫生院均应提供服务。", [("全部镇卫生院", "r")], "the same by 全部"),
    (
        "街道（乡镇）和社区（村）要高度重视。",
        [("街道（乡镇）", "r"), ("社区（村）", "r")],
        "places that say what else they may be",
    ),
    ("原则上每个县（市、区）培育一家机构。", [("每个县（市、区）", "r")], "原则上 before the body"),
    (
        "请各镇政府、县直机关于2月18日12：00前报送。",
        [("各镇政府", "r"), ("县直机关", "r")],
        "a colon of a time ends nothing",
    ),
    ("建设用砂生产单位应提供合格证明。", [("建设用砂生产单位", "r")], "建设 begins a name"),
    ("机制砂石矿山要依法办理许可。", [("机制砂石矿山", "r")], "what is a place or a thing, told in so many words"),
    ("大型商场、超市要落实消毒措施。", [("大型商场", "r"), ("超市", "r")], "the same in a list"),
    ("大型商场、超市落实消毒措施。", [], "and not told"),
    ("各项目应对新进人员进行观察。", [("各项目", "r")], "各项目 as who works there"),
    ("县融资担保基金要依托现有机构开展业务。", [("县融资担保基金", "r")], "a fund"),
    ("县联防联控机制应立即启动调度。", [("县联防联控机制", "r")], "a mechanism of bodies"),
    ("医联体牵头医院要建立协作关系。", [("医联体牵头医院", "r")], "牵头 inside a name"),
    ("县人民政府负责领导全县应急工作。", [("县人民政府", "r")], "负责领导 is no 负责同志"),
    ("新开工项目由临溪银行贷款。", [("临溪银行", "r")], "what 由 gives a bank"),
    (
        "国务院履行备案职责的部门和省级人民政府应当建立制度。",
        [("国务院履行备案职责的部门", "r"), ("省级人民政府", "r")],
        "履行 in a clause that tells which",
    ),
    ("学术期刊应充分发挥作用。", [("学术期刊", "r")], "a journal"),
    ("对参与项目的人员，以及项目承担单位、中介服务机构开展评价。", [], "以及 goes on with whom it is done to"),
    ("县税务局征收税款，不得由其他单位行使。", [("县税务局", "r")], "by whom it must not be done"),
    ("各市再担保机构减半收取保费。", [("各市再担保机构", "r")], "再 inside a name"),
    ("实行综合审批的体制，由管委会集中行使审批权。", [("管委会", "r")], "集中 as how it is done"),
    ("县委、地方各级党委政府要落实责任。", [("县委", "r"), ("地方各级党委政府", "r")], "党委政府 without a mark"),
    ("由县级以上领导机关责令改正，没收违法所得。", [("县级以上领导机关", "r")], "领导 inside a name"),
    ("逾期不改正的，由县市场监管局没收违法所得。", [("县市场监管局", "r")], "没收 as a verb of tasks"),
    ("县政府办公室原则上明确1名联络人即可。", [("县政府办公室", "r")], "即可 is no power"),
    ("近期县政府办公室将组织5个督导组开展暗访。", [("县政府办公室", "r")], "近期 before the body"),
    ("物资统一由县应对疫情工作领导小组统筹调配。", [("县应对疫情工作领导小组", "r")], "应对 inside a name"),
    ("县医院应对关键资源建立监测机制。", [("县医院", "r")], "and as what must be done to"),
    ("在京津冀协同发展领导小组统筹指导下，县委负责落实。", [("县委", "r")], "under whose guidance"),
    ("县水利局会同有关部门组建专家组。", [("县水利局", "r"), ("有关部门", "s")], "the group is no part of a name"),
    ("应急志愿者组建单位要建立信息库。", [("应急志愿者组建单位", "r")], "组建 inside a name"),
    ("结余资金留归项目单位使用。", [], "to whom a thing goes"),
    ("请各省、自治区、直辖市人民政府认真贯彻落实。", [], "told to obey the whole document (eval/SCHEMA.md)"),
    ("任何单位发现违法行为，有权予以制止。", [], "a power behind a condition"),
    ("审计发现，县供销社挤占资金，县财政局监管不力。", [], "a finding of failure"),
    (
        "由县司法局，会同县信访局、县法院，指导各镇开展调解。",
        [("县司法局", "r"), ("县信访局", "s"), ("县法院", "s")],
        "a comma before 会同",
    ),
    (
        "县卫健局为接种工作的牵头单位，县教育局、县工信局为配合单位。",
        [("县卫健局", "l"), ("县教育局", "s"), ("县工信局", "s")],
        "a role as what a body is",
    ),
    (
        "县民政局牵头、县残联协助、各镇（街道）配合，开展摸排。",
        [("县民政局", "l"), ("县残联", "s"), ("各镇（街道）", "s")],
        "a chain of three",
    ),
    ("县医保局商县财政局制定办法。", [("县医保局", "r"), ("县财政局", "s")], "商 a body of the same place"),
    ("工程设计由县水利局委托有资质的单位承担。", [], "委托 inside of what would be a name"),
    ("县公安局在校园周边设置减速带。", [("县公安局", "r")], "校园 behind 在"),
    ("逾期的，由县审计局介入核查。", [("县审计局", "r")], "介入 as a verb of tasks"),
    (
        "负责处置突发事件的人民政府及有关部门应当公开数据。",
        [("负责处置突发事件的人民政府", "r"), ("有关部门", "r")],
        "a body told by what it is charged with, and a set beside it",
    ),
    ("其余7所学校，要调整布局。", [("其余7所学校", "r")], "其余"),
    (
        "有关单位、各类应急救援队伍接到指令后，应当出动。",
        [("有关单位", "r"), ("各类应急救援队伍", "r")],
        "a force, and what must be done behind a condition",
    ),
    ("基层应急队伍建设中还存在问题。", [], "建设 as a noun"),
    ("青川生产建设兵团要加强领导。", [("青川生产建设兵团", "r")], "兵团"),
    ("政务部门注册可以共享的数据时，应当提出名录。", [("政务部门", "r")], "可以 in a relative clause"),
    ("仍由村集体经济组织统一经营管理的林地，依法量化到户。", [], "two verbs of a relative clause behind 由"),
    ("到2025年，县级服务组织达到1000个。", [], "how many there are to be"),
    ("县数据部门对未纳入目录的数据，经县政府同意，可以另编目录。", [], "a condition, and what may be done"),
    ("县总署“负责对游戏进行审批”。", [("县总署", "r")], "a rule that is quoted"),
    (
        "县科技局、县水利局、县统计局等县级有关部门按照职责分工指导。",
        [("县科技局", "r"), ("县水利局", "r"), ("县统计局", "r"), ("县级有关部门", "r")],
        "the last that is named is no part of the vague set",
    ),
    (
        "县科技局会同县水利局、县统计局等有关部门及专家现场考察。",
        [("县科技局", "r"), ("县水利局", "s"), ("县统计局", "s")],
        "the list behind 会同 ends before experts and what they do",
    ),
    (
        "县住建局应联合属地卫生健康部门、街道办事处定期检查。",
        [("县住建局", "r"), ("属地卫生健康部门", "s"), ("街道办事处", "s")],
        "联合 as 会同",
    ),
    ("县交通局设立联合检查站。", [("县交通局", "r")], "联合 in a name"),
    ("由所在地设区的市级政府向省政府提出申请。", [("所在地设区的市级政府", "r")], "设区的 is no clause"),
    ("对通过的园区由县政府发文批复。", [("县政府", "r")], "发文 is a verb"),
    ("所在地政府赋予园区自主权。", [("所在地政府", "r")], "赋予 is a verb"),
    ("由市交通委出具证明。", [("市交通委", "r")], "出具 is a verb"),
    ("二、你区要加强管理。", [("你区", "r")], "how a letter calls whom it goes to"),
    ("我局将组织专家评审。", [("我局", "r")], "what the writer will do"),
    ("我局组织专家进行了评审。", [], "what the writer did"),
    ("建议你市按照专家意见做好监测。", [("你市", "r")], "advice to whom the letter goes to"),
    (
        "建立县产业发展联席会议制度，定期通报情况。",
        [("县产业发展联席会议", "r")],
        "what a joint conference is set up for",
    ),
    ("工作任务重的地方，可成立工作领导小组，协调解决问题。", [], "a group that may be set up"),
    ("民政、公安、人民银行等部门要积极配合，保证进度。", [("民政、公安、人民银行等部门", "s")], "who helps another"),
    (
        "各省、自治区、直辖市社会团体登记管理机关要认真总结。",
        [("各省、自治区、直辖市社会团体登记管理机关", "r")],
        "levels share the end of a name",
    ),
    (
        "持续生产的企业和拟复工的企业都必须严格排查。",
        [("持续生产的企业", "r"), ("拟复工的企业", "r")],
        "an adverb may begin a relative clause",
    ),
    ("以足额缴纳保险费的单位应缴部分为条件。", [], "应缴 is no modal"),
    ("县属国企要按时支付。", [("县属国企", "r")], "a short word for enterprises"),
    ("2020年底前，80%以上的环境监察机构要配备终端。", [("环境监察机构", "r")], "a share of the bodies"),
    (
        "县环保局和其他负有环境监管职责的部门，每年要公布名录。",
        [("县环保局", "r"), ("其他负有环境监管职责的部门", "r")],
        "a charge tells which bodies, and how often stands before the modal",
    ),
    ("检查组开展检查前应告知被检查人。", [("检查组", "r")], "a modal behind 前 without a comma"),
    ("县支行之间应及时沟通。", [("县支行", "r")], "what bodies do among themselves"),
    ("鼓励符合条件的全国性银行在本县开设分行。", [], "who is encouraged"),
    ("县环保局迅速组织调查，成立了专家组。", [], "what was done"),
    ("县环保局按照专家建议，目前已将居民搬迁。", [], "the same, told with 目前已"),
    ("县环保局及其派出机构实施检查，遵守本规定。", [], "to obey the document"),
    (
        "县法院在审理案件中，需要技术协助的，环保部门应给予支持。",
        [("环保部门", "r")],
        "a condition in two clauses",
    ),
    ("养老服务机构登记备案、行政处罚等信息，要公开。", [], "登记备案 in a list of things"),
    ("一、应当提交下列材料：\n（一）县政府支持园区发展的文件；\n（二）县环保局对报告的意见。", [], "a list of papers"),
    ("县煤炭管理办公室隶属县应急管理局管理。", [], "two bodies and what one is to the other are no name"),
    ("县民政局局长王立担任联席会议召集人。", [], "a person in a post is no body"),
    (
        "县人民政府是全县应急工作的领导机关，要结合实际明确办事机构。",
        [("县人民政府", "r")],
        "what a body is stands before what it must do",
    ),
    (
        "县人民政府是全县应急工作的领导机关，县级有关部门依据各自职责，负责本行业的应急工作。",
        [("县级有关部门", "r")],
        "what another body must do is not what the first is told",
    ),
    ("事发地人民政府负有组织处置工作的职责，要积极调动队伍。", [("事发地人民政府", "r")], "to have a duty is a duty"),
    ("县农业农村局等负有监管职责的部门名单另发。", [], "a relative clause only tells which bodies are meant"),
    (
        "街道办事处受理申请时，对家庭人均月收入低于标准的家庭，应当指导其填报收入。",
        [("街道办事处", "r")],
        "when, for whom, and then what must be done",
    ),
    ("任何部门、行业和单位严禁以其他形式代替安置。", [("任何部门、行业和单位", "r")], "one 任何 makes one set"),
    ("新闻媒体应无偿开展公益宣传。", [("新闻媒体", "r")], "the media are told"),
    ("媒体报道县里开展了整治行动。", [], "and are spoken of"),
    ("检验检测机构应当到现场实施检验。", [("检验检测机构", "r")], "检验 begins a name"),
    ("帮扶省市要组织引导企业采购产品。", [("帮扶省市", "r")], "帮扶 begins a name"),
    ("医疗机构应当为老年患者预留现场号源。", [("医疗机构", "r")], "为 says for whom, not what it should be"),
    ("以上措施由县农业农村局会同有关部门负责政策解释。", [], "who explains, with others, has no duty"),
    ("县政府全体会议的主要任务是讨论决定重大事项。", [("县政府全体会议", "r")], "a meeting with a task"),
    ("申请单位需将材料上传。", [("申请单位", "r")], "请 inside of a verb that begins a name"),
    ("自贸试验区内银行机构发放贷款，应严格审查资信。", [("自贸试验区内银行机构", "r")], "自 begins a name"),
    ("由自贸试验区制定实施细则。", [("自贸试验区", "r")], "the same behind 由"),
    ("受帮扶省市要主动对接需求。", [("受帮扶省市", "r")], "受 begins a name"),
    ("由受益地政府承担。", [("受益地政府", "r")], "the same behind 由"),
    ("全县税务机关要提供服务。", [("全县税务机关", "r")], "all bodies of a sort in a place"),
    ("全县上下要提高认识。", [], "all people in it"),
    ("任何单位和个人不得买卖凭证。", [("任何单位和个人", "r")], "whoever it may be"),
    ("由有权机关责令改正。", [("有权机关", "r")], "有 begins a name"),
    ("由其主管部门依照规定处理。", [("其主管部门", "r")], "其 begins a name"),
    ("提供优惠贷款，由财政再给予一半的贴息。", [("财政", "r")], "behind 由, who is told by no more than what he is"),
    ("未履行义务的，由其主管部门依照规定予以处理。", [("其主管部门", "r")], "the same by whose he is"),
    ("授权主体未定的，由其指定的部门负责有关工作。", [("其指定的部门", "r")], "the same with a clause"),
    ("不依法履行职责的，由有权机关责令改正。", [("有权机关", "r")], "the same in rules"),
    ("奖补资金由受益地政府承担。", [("受益地政府", "r")], "a government told by what it has"),
    ("对物资由政府兜底采购收储。", [("政府", "r")], "verbs of 由 only"),
    ("落实由政府负担的经费，健全拨付制度。", [], "由 in a relative clause"),
    ("物资由县指挥部统筹分配的企业名单另行公布。", [], "the same with two verbs"),
    ("实现由政府监管向社会共治的转变。", [], "由 means from"),
    (
        "建设经费由县财政负担，由县民政局列入年度部门预算。",
        [("县财政", "r"), ("县民政局", "r")],
        "a second 由 with a verb that only 由 gives",
    ),
    ("重大决策由县政府常务会议讨论决定。", [("县政府常务会议", "r")], "what a meeting decides"),
    ("不足部分可由承担任务的县人民政府予以补贴。", [], "a power, with a clause between 由 and the name"),
    (
        "为推动开放，县发展改革局会同县数据局联合开展试点，现就有关事项通知如下。",
        [],
        "why the document is written is no duty",
    ),
    (
        "县环保局正在对规划进行修订，同时将会同县财政局认真研究项目。",
        [("县环保局", "r"), ("县财政局", "s")],
        "what is done already, and then what will be done",
    ),
    ("县发展改革局在安排项目工作中，一直对该镇予以倾斜。", [], "a report of what was always done"),
    ("县水利局也表示将积极配合县发展改革局做好立项工作。", [("县水利局", "s")], "a promise that is reported"),
    (
        "临溪综合实验区以合法稳定职业为依据，全面放开落户限制。",
        [("临溪综合实验区", "r")],
        "a zone acts as its government does",
    ),
    ("增强临溪高新技术产业开发区自主创新能力。", [], "and may be no more than what is made better"),
    (
        "县国土局与县财政局共同安排经费。",
        [("县国土局", "r"), ("县财政局", "r")],
        "with whom a body acts as an equal",
    ),
    ("发展民办教育是各级政府的重要职责。", [("各级政府", "r")], "whose duty a thing is said to be"),
    ("各试点镇选择重点任务，形成实施方案。", [("各试点镇", "r")], "选择 as a verb of tasks"),
    ("差额部分由项目申报单位自筹解决。", [("项目申报单位", "r")], "自筹 behind 由"),
    ("各有关部门依职责管理指导本系统工作。", [("各有关部门", "r")], "依职责 as 按职责"),
    ("县应急队伍除承担消防工作以外，同时承担救援任务。", [("县应急队伍", "r")], "what is beside it is passed over"),
    ("县林业局根据法律和决定，制定规章。", [("县林业局", "r")], "决定 as a text"),
    ("县林业局有责任和义务提供信息。", [("县林业局", "r")], "to have the duty to do something"),
    ("各镇政府扩大补贴范围的，需报县财政局备案。", [("各镇政府", "r")], "需 behind a condition"),
    ("各镇同步执行，不再另行通知。", [], "told to obey the whole document"),
    ("各级政府原则上由常委分管安全生产工作。", [], "the task of a person"),
    (
        "县水利局应加强管理，在开发利用时，应充分注意影响，逐步推行制度，建立台账，会同县环保局做好评价。",
        [("县水利局", "r"), ("县环保局", "s")],
        "会同 in a later clause",
    ),
    (
        "县水利局应加强保护；对开发项目，实行许可制度，并会同县财政局制定指标。",
        [("县水利局", "r"), ("县财政局", "s")],
        "并会同 in a sentence without a subject",
    ),
    (
        "县教育局、县人社局联合牵头有关部门建立工作机制。",
        [("县教育局", "l"), ("县人社局", "l"), ("有关部门", "s")],
        "whom the leader leads",
    ),
    (
        "县市场监管局在检查中发现问题的，依法进行处理。",
        [("县市场监管局", "r")],
        "what a body does when it finds something",
    ),
    ("养老服务机构按实际人次享受补贴。", [], "what a body is given"),
    ("养老服务机构应当按照协议约定具备以下条件。", [], "what a body must be"),
    ("县市场监管局要发挥牵头作用，加强协调。", [("县市场监管局", "l")], "to play the leading part is to lead"),
    ("授权单位指导运营机构建立可提供的产品清单。", [("授权单位", "r")], "可 of a thing gives no power"),
    (
        "县中小企业局建立联席会议制度，指导措施落地。",
        [("县中小企业局", "r")],
        "a body that meets and does something more",
    ),
    ("区老龄工作机构初核后，报市老龄工作机构统一制发。", [("区老龄工作机构", "r")], "初核 as a verb of tasks"),
    ("医院以科室计算在研项目数。", [], "how a thing is counted"),
    ("监督组负责对采购进行监督。", [("监督组", "r")], "监督 begins a name"),
    ("由县医院医师组成医生团队，负责提供服务。", [("医生团队", "r")], "组成 is no part of a name"),
    ("任何个人和组织不得设立网站。", [("任何个人和组织", "r")], "whoever it may be"),
    ("由相关镇街落实整改。", [("相关镇街", "r")], "towns and subdistricts in one word"),
    ("居住地所在街（镇）应当予以协助。", [("居住地所在街（镇）", "s")], "a short name of a place"),
    ("全县各级中小企业服务平台尽快组织复工。", [("全县各级中小企业服务平台", "r")], "a level with 各 says whose it is"),
]


@pytest.mark.parametrize(("text", "expected", "why"), PROSE)
def test_prose(text: str, expected: list[Row], why: str) -> None:
    assert rows(read_document(text).duties) == expected, why


SUBJECTS = [
    ("各地要加强", ["各地"], 1.0, "a modal leaves no doubt"),
    ("县应急局组织检查", ["县应急局"], 0.8, "a verb leaves some"),
    ("机构编制部门要及时做好", ["机构编制部门"], 1.0, "编制 in a name is no verb"),
    ("各级残联组织要加强", ["各级残联组织"], 1.0, "组织 in a name is no verb"),
    ("县政府办公室要督办", ["县政府办公室"], 1.0, "an office of a government"),
    ("县委宣传部要宣传", ["县委宣传部"], 1.0, "宣传部 is no verb"),
    ("省推进城镇化工作领导小组办公室要", ["省推进城镇化工作领导小组办公室"], 1.0, "a verb inside a name"),
    ("临溪县建设的项目要", None, 0.0, "a thing"),
]


@pytest.mark.parametrize(("text", "names", "confidence", "why"), SUBJECTS)
def test_subject_at(text: str, names: list[str] | None, confidence: float, why: str) -> None:
    subject = subject_at(text, 0)
    if names is None:
        assert subject is None, why
    else:
        assert subject is not None, why
        assert [text[a:b] for a, b in subject.bodies] == names, why
        assert subject.confidence == confidence, why


def test_a_page_of_a_body_names_it_in_the_title() -> None:
    head = "临溪县药品监督管理局概况\n"
    duties = read_document("按照规定，我局主要工作职责如下：\n01 组织检查。\n02 起草规划。\n", head).duties
    assert rows(duties) == [("临溪县药品监督管理局", "r")] * 2


def test_a_line_of_a_title_gives_no_duty() -> None:
    head = "临溪县金融办关于印发《临溪县银行分支机构协同授信指引》的通知\n临金发〔2020〕3号\n各银行：\n现印发给你们。\n"
    assert rows(read_document("临溪县银行分支机构协同\n授信指引\n第一条 银行应当加强管理。\n", head).duties) == [
        ("银行", "r")
    ]


def test_a_time_under_labels_is_that_of_each() -> None:
    text = "1. 开展排查。\n牵头单位：\n县住建局\n配合单位：\n县水利局\n完成时限：\n2020年6月30日\n"
    assert [duty.deadline for duty in read_document(text).duties] == ["2020年6月30日"] * 2


def test_the_time_of_a_label_is_that_of_its_own_line() -> None:
    text = (
        "1. 建设车位。\n责任单位：县城管局\n完成时限：2020年12月底\n"
        "2. 免费体检。责任单位：县卫健局。完成时限：2020年10月底前。\n3. 改造小区。责任单位：县住建局。\n"
    )
    assert [duty.deadline for duty in read_document(text).duties] == ["2020年12月底", "2020年10月底前", None]


def test_a_bracket_of_its_own_tells_the_time() -> None:
    (duty,) = read_document("1. 建设污水处理站。（县住建局负责）（完成时限：2020年底）").duties
    assert duty.deadline == "2020年底"


def test_the_signature_is_no_part_of_a_task() -> None:
    (duty,) = read_document("1. 建设污水处理站。\n责任单位：县住建局\n临溪县人民政府\n2020年3月1日\n").duties
    assert duty.text == "建设污水处理站。"


def test_every_duty_is_proved() -> None:
    body = "一、重点任务\n（一）开展排查。县应急局要摸清底数。（责任单位：县应急局、县公安局）"
    document = read_document(body)
    for duty in document.duties:
        assert duty.quote == duty.agency
        assert duty.text
        assert duty.provision


def test_an_item_inherits_its_stem() -> None:
    duties = read_document("重点做好以下工作：\n一、主要任务如下：\n1. 开展排查。（县应急局负责）\n").duties
    assert [duty.text for duty in duties] == ["主要任务如下：开展排查。"]


def test_a_sentence_about_the_same_body_joins_its_duty() -> None:
    (duty,) = read_document("县应急局要摸清底数。县应急局要建立台账。").duties
    assert duty.text == "县应急局要摸清底数；县应急局要建立台账"


def test_what_is_given_by_you_stands_before_it_in_its_clause() -> None:
    duties = read_document("县财政局给予补助，具体办法由县民政局另行制定。").duties
    assert [(duty.agency, duty.text) for duty in duties] == [
        ("县财政局", "县财政局给予补助"),
        ("县民政局", "具体办法由县民政局另行制定"),
    ]


def test_a_bracket_that_is_not_understood_is_counted() -> None:
    document = read_document("1. 开展排查。（牵头事项另行通知）")
    assert [doubt.kind for doubt in document.doubts if doubt.kind == "duty"] == ["duty"]


def test_whom_an_item_names_beside_its_owner_shares_its_task() -> None:
    text = "县教育局主要职责是：\n（一）会同县财政局制订经费管理制度。\n（二）负责学籍管理。\n"
    duties = read_document(text).duties
    assert {duty.agency: duty.text for duty in duties if "经费" in duty.text} == {
        "县教育局": "会同县财政局制订经费管理制度。",
        "县财政局": "会同县财政局制订经费管理制度。",
    }
    assert len({duty.text_start for duty in duties if "经费" in duty.text}) == 1


WORK_GROUPS = [
    ("由县军分区、县公安局组成。县应急局局长任组长。负责抢险。", "负责抢险。", "two sentences on who sits in it"),
    ("由县商务局牵头，县粮食局参加。主要职责是保障供应。", "保障供应。", "a title of duties behind them"),
    ("组长由县长担任，成员由县医院组成。组织救护。", "组织救护。", "roles before them"),
    ("负责抢险，由县公安局维护秩序。", "负责抢险，由县公安局维护秩序。", "no word on who sits in it"),
]


@pytest.mark.parametrize(("text", "task", "why"), WORK_GROUPS)
def test_the_task_of_a_work_group_begins_behind_who_sits_in_it(text: str, task: str, why: str) -> None:
    duties = read_document(f"（4）抢险组：{text}").duties
    assert [duty.text for duty in duties if duty.agency == "抢险组"] == [task], why
