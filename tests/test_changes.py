"""Changes: what a document does to bodies. Rows are (title, paragraph, what must be found), with the reason."""

from __future__ import annotations

import pytest

from extractors.components.changes.names import is_body, is_settlement, listed
from extractors.facts import Change
from extractors.pipeline import Pipeline
from extractors.sources import Source

Fact = tuple[str, str, str | None]

REFORM = "关于印发临溪县机构改革方案的通知"
PLAN = "关于印发临溪县社会事业发展规划的通知"
AREA = "关于同意石门镇行政村规模调整方案的批复"


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(exclude=("mentions", "duties", "deadlines", "people", "groups"))


def read(pipeline: Pipeline, title: str, paragraph: str) -> list[Change]:
    head = f"临溪县人民政府\n{title}\n临政发〔2019〕5号\n\n各镇人民政府，县政府各部门：\n"
    text = f"{head}{paragraph}\n\n临溪县人民政府\n2019年1月8日\n"
    changes = [
        change
        for document in pipeline.extract(Source(name="a.txt", text=text, kind="text", sha256=""))
        for change in document.changes
    ]
    assert all("".join(text[c.start : c.end].split()) == "".join(c.quote.split()) for c in changes)
    return changes


ROWS: list[tuple[str, str, list[Fact]]] = [
    # 以及 stands between two givers and is part of neither
    (
        REFORM,
        "将县安监局的职责，以及县政府办公室的应急管理职责、县水利局的防汛抗旱职责划入县应急管理局。",
        [
            ("transfer_duty", "县安监局", "县应急管理局"),
            ("transfer_duty", "县政府办公室", "县应急管理局"),
            ("transfer_duty", "县水利局", "县应急管理局"),
        ],
    ),
    # a new name, with a plate in brackets: the plate is of the new body
    (
        REFORM,
        "将临溪县城市管理局更名为临溪县综合行政执法局(加挂临溪县城市管理局牌子),为县政府工作部门。",
        [
            ("rename", "临溪县城市管理局", "临溪县综合行政执法局"),
            ("plate", "临溪县综合行政执法局", "临溪县城市管理局"),
        ],
    ),
    # villages of one town that get another above them; a county that becomes a city
    (
        AREA,
        "将东山镇的王庄村、李庄村划归城关街道管辖；撤销临溪县，设立县级临溪市，由青川市代管。",
        [
            ("subordinate", "王庄村", "城关街道"),
            ("subordinate", "李庄村", "城关街道"),
            ("abolish", "临溪县", None),
            ("establish", "临溪市", None),
            ("subordinate", "临溪市", "青川市"),
        ],
    ),
    # what stood above before is no name; 由甲划转至乙管理 has one body above it
    (
        REFORM,
        "将县旅游局由县政府直属事业单位调整为县文化和旅游局所属事业单位。县园林处由县住建局划转至县城管局管理。"
        "县监测站更名为县监测中心，隶属关系由县环保局调整为青川市生态环境局临溪分局。",
        [
            ("subordinate", "县旅游局", "县文化和旅游局"),
            ("subordinate", "县园林处", "县城管局"),
            ("rename", "县监测站", "县监测中心"),
            ("subordinate", "县监测中心", "青川市生态环境局临溪分局"),
        ],
    ),
    # 其 is the body just abolished; a public institution of another; staff counted without 编制
    (
        REFORM,
        "撤销县广播站，其人员编制整体划转至县融媒体中心。设立县大数据中心，为县审批服务局所属公益一类事业单位，"
        "核定事业编制10名，其中从县信息中心划转6名。",
        [
            ("abolish", "县广播站", None),
            ("transfer_staff", "县广播站", "县融媒体中心"),
            ("establish", "县大数据中心", None),
            ("subordinate", "县大数据中心", "县审批服务局"),
            ("transfer_staff", "县信息中心", "县大数据中心"),
        ],
    ),
    # the plate of a body whose clause begins with a verb, or says what the body is; plates that go
    (
        REFORM,
        "整合县畜牧站、县水产站职责，组建县市场监督管理局，加挂县知识产权局牌子。不再保留县畜牧站、县水产站牌子。"
        "县卫生健康局是县政府工作部门，为正科级，加挂县中医药管理局牌子。",
        [
            ("transfer_duty", "县畜牧站", "县市场监督管理局"),
            ("transfer_duty", "县水产站", "县市场监督管理局"),
            ("establish", "县市场监督管理局", None),
            ("plate", "县市场监督管理局", "县知识产权局"),
            ("abolish", "县畜牧站", None),
            ("abolish", "县水产站", None),
            ("plate", "县卫生健康局", "县中医药管理局"),
        ],
    ),
    # duties that go out, of the body whose functions the document lays down; of a former body; of several domains
    (
        "关于印发临溪县商务局职能配置、内设机构和人员编制规定的通知",
        "将原县经济和信息化局承担的成品油管理职责划入县商务局。将生猪屠宰管理职责划给县农业农村局。"
        "将典当行的监督管理职责划出，由县金融监管局承担。将国土、水利等部门的执法职责划转至县综合行政执法局。",
        [
            ("transfer_duty", "县经济和信息化局", "县商务局"),
            ("transfer_duty", "临溪县商务局", "县农业农村局"),
            ("transfer_duty", "临溪县商务局", "县金融监管局"),
            ("transfer_duty", "国土、水利等部门", "县综合行政执法局"),
        ],
    ),
    # what a commission agrees to; who manages for another; villages that become one, or leave their town
    (
        AREA,
        "同意县疾病预防控制中心加挂县卫生监督所牌子。县水利质监站由县水利局代管。"
        "将柳林村、河口村合并，成立柳河村村民委员会；将王庄村划出石门镇，划归城关镇管辖。",
        [
            ("plate", "县疾病预防控制中心", "县卫生监督所"),
            ("subordinate", "县水利质监站", "县水利局"),
            ("merge_into", "柳林村", "柳河村村民委员会"),
            ("merge_into", "河口村", "柳河村村民委员会"),
            ("establish", "柳河村村民委员会", None),
            ("subordinate", "王庄村", "城关镇"),
        ],
    ),
    # a body that is now under another, in two wordings
    (
        REFORM,
        "将县卫生监督所更名为县卫生综合执法大队，仍为副科级事业单位，隶属县卫生健康局领导。",
        [
            ("rename", "县卫生监督所", "县卫生综合执法大队"),
            ("subordinate", "县卫生综合执法大队", "县卫生健康局"),
        ],
    ),
    (
        REFORM,
        "县粮食局更名为县粮食和物资储备局，由县发展和改革局管理。",
        [
            ("rename", "县粮食局", "县粮食和物资储备局"),
            ("subordinate", "县粮食和物资储备局", "县发展和改革局"),
        ],
    ),
    (
        REFORM,
        "青川市粮食局是青川市发展和改革委员会管理的副县级机构。",
        [("subordinate", "青川市粮食局", "青川市发展和改革委员会")],
    ),
    # 调整为 makes a rename only between two bodies
    (REFORM, "将县旅游局调整为县旅游发展委员会。", [("rename", "县旅游局", "县旅游发展委员会")]),
    (REFORM, "将办理时限调整为5个工作日，将申报材料改为网上提交。", []),
    # plates
    (REFORM, "在县市场监督管理局加挂县知识产权局牌子。", [("plate", "县市场监督管理局", "县知识产权局")]),
    (REFORM, "县盐业公司不再加挂县盐务局牌子。", []),
    (REFORM, "推动符合条件的企业在股权交易中心挂牌。", []),
    # the duties of several bodies go into a new one
    (
        REFORM,
        "将县文化广电新闻出版局、县旅游局的职责整合，组建县文化和旅游局，作为县政府工作部门。不再保留县旅游局。",
        [
            ("transfer_duty", "县文化广电新闻出版局", "县文化和旅游局"),
            ("transfer_duty", "县旅游局", "县文化和旅游局"),
            ("establish", "县文化和旅游局", None),
            ("abolish", "县旅游局", None),
        ],
    ),
    # bodies that are put together, the new one told behind a comma; one that is put together of what is not told
    (
        REFORM,
        "将县种子站、县植保站整合，组建县农业服务中心。整合组建县综合行政执法大队，以县综合行政执法局名义执法。",
        [
            ("merge_into", "县种子站", "县农业服务中心"),
            ("merge_into", "县植保站", "县农业服务中心"),
            ("establish", "县农业服务中心", None),
            ("establish", "县综合行政执法大队", None),
        ],
    ),
    # staff before both bodies
    (REFORM, "将5名事业编制从县种子站划转到县水利局。", [("transfer_staff", "县种子站", "县水利局")]),
    # each with duties in words of its own
    (
        REFORM,
        "将县发展和改革局的重大项目稽察、县财政局的预算执行情况监督检查职责划入县审计局。",
        [
            ("transfer_duty", "县发展和改革局", "县审计局"),
            ("transfer_duty", "县财政局", "县审计局"),
        ],
    ),
    # what is moved is said for each group of bodies: the body itself, its staff, its duties
    (
        REFORM,
        "将县商务执法大队机构、人员编制和相关执法职责，县种子站部分人员编制和相关执法职责，县农机局相关执法职责划转至县综合执法大队。",
        [
            ("merge_into", "县商务执法大队", "县综合执法大队"),
            ("transfer_staff", "县商务执法大队", "县综合执法大队"),
            ("transfer_staff", "县种子站", "县综合执法大队"),
            ("transfer_duty", "县商务执法大队", "县综合执法大队"),
            ("transfer_duty", "县种子站", "县综合执法大队"),
            ("transfer_duty", "县农机局", "县综合执法大队"),
        ],
    ),
    # 管理所 before 部分: the body ends in 所, which is no 所 of 所承担
    (
        REFORM,
        "将县汽车维修行业管理所部分人员编制整合划入县交通监察大队。",
        [("transfer_staff", "县汽车维修行业管理所", "县交通监察大队")],
    ),
    (
        REFORM,
        "将县水利局机关相关科室承担的行政执法职责划入县水资源管理办公室。",
        [("transfer_duty", "县水利局机关相关科室", "县水资源管理办公室")],
    ),
    # staff of others for the body that the sentence is about
    (
        REFORM,
        "为县综合执法大队核定事业编制9名，其中：从县种子站划转事业编制2名，从县农机站划转事业编制3名。",
        [
            ("transfer_staff", "县种子站", "县综合执法大队"),
            ("transfer_staff", "县农机站", "县综合执法大队"),
        ],
    ),
    (
        REFORM,
        "将县木材检查站原有3名事业编制中的2名划入县林业工作站，由县林业工作站承担原县木材检查站行使的其他行政权力，另外1名由县编办收回统一管理。",
        [
            ("transfer_staff", "县木材检查站", "县林业工作站"),
            ("transfer_duty", "县木材检查站", "县林业工作站"),
            ("transfer_staff", "县木材检查站", "县编办"),
        ],
    ),
    # 其 is the body just abolished
    (
        REFORM,
        "撤销县节能监察大队，其所承担的执法职责由县发展和改革局承担。",
        [
            ("abolish", "县节能监察大队", None),
            ("transfer_duty", "县节能监察大队", "县发展和改革局"),
        ],
    ),
    # the giver was named in a paragraph before
    (
        REFORM,
        "剥离县盐业公司承担的盐业行政管理职能。\n将全县盐业行业管理等相关职能移交县经信局。",
        [("transfer_duty", "县盐业公司", "县经信局")],
    ),
    (REFORM, "县盐业公司及人、财、物等下放我县管理。", [("subordinate", "县盐业公司", "我县")]),
    # whole bodies
    (REFORM, "县畜牧兽医局并入县农业农村局。", [("merge_into", "县畜牧兽医局", "县农业农村局")]),
    (
        REFORM,
        "将县工商行政管理局、县质量技术监督局合并，组建县市场监督管理局。",
        [
            ("merge_into", "县工商行政管理局", "县市场监督管理局"),
            ("merge_into", "县质量技术监督局", "县市场监督管理局"),
            ("establish", "县市场监督管理局", None),
        ],
    ),
    (
        REFORM,
        "县综合执法大队下设1个直属中队和7个执法中队。",
        [("establish", "1个直属中队", None), ("establish", "7个执法中队", None)],
    ),
    # what no longer does a thing is not abolished
    (
        REFORM,
        "同时，撤销县商务执法大队、县木材检查站；县种子站、县农机局不再承担相关执法职责。",
        [("abolish", "县商务执法大队", None), ("abolish", "县木材检查站", None)],
    ),
    # villages: abolished and set up, without the words of the whole list
    (
        AREA,
        "一、撤销柳林村、上应村、对山（东山）村村建制，合并后设立新的柳林村，村委会驻址设原上应村。",
        [
            ("abolish", "柳林村", None),
            ("abolish", "上应村", None),
            ("abolish", "对山（东山）村", None),
            ("establish", "柳林村", None),
        ],
    ),
    (
        AREA,
        "二、撤销南门村村委会、东兴居委会，设立南门社区居委会，共1888户。",
        [
            ("abolish", "南门村村委会", None),
            ("abolish", "东兴居委会", None),
            ("establish", "南门社区居委会", None),
        ],
    ),
    (
        AREA,
        "石门村与柳林村合并为石柳村。",
        [("merge_into", "石门村", "石柳村"), ("merge_into", "柳林村", "石柳村")],
    ),
    (AREA, "下齐村、黄坦村村建制保持不变。", []),
    # what a plan sets up, by name
    (
        PLAN,
        "一、同意设立临溪石门高新技术产业开发区，规划面积7平方公里。",
        [("establish", "临溪石门高新技术产业开发区", None)],
    ),
    (PLAN, "支持石门镇申报，争取设立临溪综合保税区。建立临溪乡村振兴示范区。", []),
    (
        PLAN,
        "青川（石门）自由贸易试验区管理委员会（以下简称管委会）作为县人民政府的派出机构，负责开发区建设。",
        [("subordinate", "青川（石门）自由贸易试验区管理委员会", "县人民政府")],
    ),
    (PLAN, "推广国家通用手语，建立手语培训联络工作站，提高信息化水平。", [("establish", "手语培训联络工作站", None)]),
    # and what it does not: sorts of bodies, what others may do, groups, other things
    (PLAN, "建立一批残疾人社区服务站，广泛建立助残志愿服务组织。", []),
    (PLAN, "鼓励龙头企业设立企业研究生工作站。县级医院可以设立健康管理服务中心。", []),
    (PLAN, "成立县残疾人工作领导小组，建立监督考核机制。", []),
    (PLAN, "建立镇政府（街道办事处）主要领导为召集人的联席会议制度。", []),
    (PLAN, "撤销进驻部门的受理窗口，依法撤销行政许可决定。", []),
    (PLAN, "国有资产无偿划转按有关规定办理，长护险资金按月划转。", []),
    # names for what was, mergers in two clauses, and what a body is told to be
    (AREA, "石门镇、柳林镇合并，组建新的石门镇。", [("merge_into", "柳林镇", "石门镇"), ("establish", "石门镇", None)]),
    (PLAN, "同意将县水务公司改制为县水务集团有限公司。", [("rename", "县水务公司", "县水务集团有限公司")]),
    (PLAN, "县科技局调整为县科学技术和工业信息化局。", [("rename", "县科技局", "县科学技术和工业信息化局")]),
    (PLAN, "牵头单位由县科技局调整为县教育局。", []),
    (PLAN, "县委编办归口县委组织部管理。", [("subordinate", "县委编办", "县委组织部")]),
    (
        PLAN,
        "同意撤销河口小学，并入石门镇中心小学。",
        [("abolish", "河口小学", None), ("merge_into", "河口小学", "石门镇中心小学")],
    ),
    (
        AREA,
        "撤销石门镇，以原石门镇所辖行政区域设立石门街道、柳林街道。",
        [("abolish", "石门镇", None), ("establish", "石门街道", None), ("establish", "柳林街道", None)],
    ),
    (
        PLAN,
        "设立县救援中心，为县应急管理局所属公益一类事业单位，核定事业编制20名。",
        [("establish", "县救援中心", None), ("subordinate", "县救援中心", "县应急管理局")],
    ),
    (PLAN, "设立县人才中心，为用人单位和求职者提供服务。", []),
    (PLAN, "从县教育局划转事业编制5名到县体育中心。", [("transfer_staff", "县教育局", "县体育中心")]),
    (
        PLAN,
        "同意设立青川产业园主园区、临溪商务区、“石门湾”策源地（东区）等三个示范区。",
        [
            ("establish", "青川产业园主园区", None),
            ("establish", "临溪商务区", None),
            ("establish", "“石门湾”策源地（东区）", None),
        ],
    ),
    (PLAN, "由街镇组织实施的公益林抚育工作收回到县林业局实施。", [("transfer_duty", "街镇", "县林业局")]),
    (PLAN, "县水务局将公共排水设施交由青川城投集团统一运维管理。", [("transfer_duty", "县水务局", "青川城投集团")]),
]


@pytest.mark.parametrize(("title", "paragraph", "expected"), ROWS)
def test_changes(pipeline: Pipeline, title: str, paragraph: str, expected: list[Fact]) -> None:
    found = [(change.kind, change.subject, change.object) for change in read(pipeline, title, paragraph)]
    assert sorted(map(str, found)) == sorted(map(str, expected))


def test_regulated_body(pipeline: Pipeline) -> None:
    """The body that a 三定 document is about gives what no one else is said to give."""
    title = "青川市矿山监察局职能配置、内设机构和人员编制规定"
    text = f"{title}\n第一条　为规范机构编制，制定本规定。\n第二条　职能转变。将相关人员培训等事项移交给地方政府。\n"
    documents = pipeline.extract(Source(name="a.txt", text=text, kind="text", sha256=""))
    found = [(c.kind, c.subject, c.object) for document in documents for c in document.changes]
    assert found == [("transfer_duty", "青川市矿山监察局", "地方政府")]


TABLE = """取消的县级行政许可事项目录
序号\t项目名称\t实施机关\t处理决定\t备注
1\t河道采砂审批\t县水务局\t取消\t
2\t林木采伐许可\t县林业局\t下放\t
"""


def test_cancelled_items(pipeline: Pipeline) -> None:
    title = "关于取消一批县级行政许可事项的通知"
    found = [
        (c.kind, c.subject, c.object) for c in read(pipeline, title, f"附件：取消的县级行政许可事项目录\n\n{TABLE}")
    ]
    assert found == [("cancel_item", "河道采砂审批", "县水务局")]


def test_cancelled_item_in_a_sentence(pipeline: Pipeline) -> None:
    title = "关于取消一批县级行政许可事项的决定"
    found = [
        (c.kind, c.subject) for c in read(pipeline, title, "自2019年2月1日起，取消导游人员资格审批，加强事中事后监管。")
    ]
    assert found == [("cancel_item", "导游人员资格审批")]


def test_cancelled_items_of_a_part(pipeline: Pipeline) -> None:
    """A heading says that its sentences cancel; what another part of a plan says of a wish is none."""
    part = "（一）取消和下放部分审批事项。取消矿产储量报告事前审核，强化监管。对小额采购的部分情形，取消审批。"
    other = "（二）优化服务。取消企业变更登记，方便群众。"
    found = [(c.kind, c.subject) for c in read(pipeline, PLAN, f"{part}\n{other}")]
    assert found == [("cancel_item", "矿产储量报告事前审核"), ("cancel_item", "小额采购的部分情形")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县甲局、县乙站", ["县甲局", "县乙站"]),
        ("发展和改革局", ["发展和改革局"]),  # 和 inside a name
        ("县水利局和县农业局", ["县水利局", "县农业局"]),
        ("柳林村、石门村村建制", ["柳林村", "石门村"]),
        ("新的柳林村", ["柳林村"]),
        ("登记的社会团体", []),  # grammar in it: no name
        ("受理窗口", []),
    ],
)
def test_listed(text: str, names: list[str]) -> None:
    assert [text[a:b] for a, b in listed(text)] == names


def test_names() -> None:
    assert is_body("县综合行政执法大队") and not is_body("相关部门")
    assert is_settlement("上应村") and not is_settlement("中介服务超市")
