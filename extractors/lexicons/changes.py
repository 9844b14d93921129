"""Words of institutional reform: what is done to bodies and what is moved between them (regular expressions)."""

from __future__ import annotations

RENAME = "更名为?|改名为?|改称为?|更改名称为|名称变更为|调整更名为"
"""Verbs that give a new name, whatever stands on both sides."""

TURN_INTO = "调整为|改制为|改为|变更为|改组为|改建为|改设为?|升格为|转为|撤改为"
"""Verbs that do so only between two bodies (or two settlements)."""

ABOLISH = "撤销|不再保留|撤并|裁撤"

ESTABLISH_REFORM = "优化组建|整合组建|重新组建|新组建|组建|合并后?(?:设立|成立|建立)|撤并后?设立|挂牌成立|新设立?"
"""Verbs that only reforms use of bodies."""

ESTABLISH = "设立|成立|建立|设置|增设"
"""Verbs that set up much else too."""

MERGE = (
    "合并(?:成为|，?(?:重新)?(?:组建|成立|设立|建立)(?:为)?|重组为|为|成)|整合，?(?:组建(?:为)?|成立|设立|为|成)|重组为"
)

MOVE = (
    "划入|划转(?:至|给|到|入|归)?|划归|划给|移交(?:给|至|到)?|转交(?:给)?|交由|纳入|并入|转隶(?:至|到|于)?|调整(?:至|到|给)|归并(?:到|至|入)?|"
    "整合(?:到|至|入)|转入|下放(?:至|给|到)?|上收(?:至|到)?"
)
"""Verbs between what is moved and who gets it."""

WHOLE = "整建制|成建制|整体|全部|统一|分别|一并|整合|集中|调整|相应|同时"
"""Adverbs in front of a verb of moving."""

TAKE_OVER = "承担|行使|履行|负责"

IN_NO_NAME = "划[转归入给]|转隶|移交[至到给]|调整[为至到由]|变更为|^(?:组建|设立|成立|保留|撤销|同意|批准|决定)"
"""Verbs of reform, which stand between names and in none."""

DUTY = "职责|职能|职权|权力|处罚权|审批权|执法权|事权|事项"
STAFF = "人员编制|机构编制|(?:事业|行政)?编制|人员"
ORGAN = "机构"
OF_WHAT = (
    "相关|有关|部分|全部|所有|剩余|原有|现有|整体|行政|执法|管理|监管|监督|行业|财政拨款|事业|及其|其|等|的|所(?=承担|行使|履行|属)|承担|行使|履行|"
    r"负责|\d+名|\d+个|内设|下属"
)
"""What may stand between a body and what is moved from it: 相关行政[执法职责], 原有3名[编制]."""

CLAUSE_LEAD = (
    "同时|现(?!代|有)|决定|同意|批准|经批准|拟|相应|统一|只能|并|将|新|后|一律|予以|据此|由此|在此基础上|按程序|依法|"
    "(?:合并|撤并|整合|调整|改革)后"
)
"""What may stand between the start of a clause and a verb that the document itself carries out."""

NOT_THE_DOCUMENT = (
    "可以?|鼓励|支持|引导|允许|探索|推动|申请|拟议|具备|符合|凡|如|若|不得|严禁|禁止|未经|擅自|需要?|应当?"
)
"""What shows that a sentence speaks of what others may do, not of what the document does."""

SETTLEMENT = (
    "(?:村民委员会|居民委员会|村委会|居委会|村|社区|(?<!特色小)镇|乡|街道|街道办事处|县|旗|居|"
    "(?<![园地片小景校灾厂库牧林矿湖])区|(?<![超城门集股都夜])市)"
)
"""How the name of a village, community, town or county ends."""

ZONE = "(?:开发|高新|保税|试验|示范|实验|合作|自贸|度假|保护)区|新区|产业园区"
"""How the name of a zone ends that a document sets up as it does a body."""

TEMPORARY = (
    "领导小组|工作小组|小组|工作组|专班|指挥部|联席会议|协调机制|推进组|专家组|业主委员会|组委会|"
    "(?:评审|专家|协调|咨询|筹备)委员会|工作"
)
"""Bodies made of members of others: they are groups (components/groups), not establishments."""

PUBLIC = (
    "工作站|服务站|监测站|监督站|检查站|检验站|中心|总队|支队|大队|中队|委员会|办公室|管理站|管理所|管理处|管理局|分局|局|"
    "研究院|研究所|学院|图书馆|博物馆|档案馆|派出所|仲裁院|法庭"
)
"""How a standing public body ends that a plan sets up."""

SORT_OF_BODY = (
    "一批|一个|一支|一所|一处|若干|各|多个|多家|多支|相关|专门|专业|健全|完善|全国|区域|新型|高水平|统一|独立|"
    "\\d+[个家所处支名]|以|与|由|国家级|省级|市级"
)
"""How a phrase begins that says a sort of body and not the name of one."""

UNIT_COUNT = (
    r"(?:\d+|[一二三四五六七八九十]+)个[\u4e00-\u9fff]{0,8}(?:中队|大队|支队|分队|分局|派出所|管理所|工作站|站|所)"
)
"""Units below a body: 1个直属中队."""

ITEM_HEADS = "项目名称|事项名称|许可事项|审批项目|审批事项|职权名称|权力名称|子项名称"
ORGAN_HEADS = "实施机关|实施部门|实施单位|审批部门|审批机关|原实施机关|实施主体|责任部门"
DECISION_HEADS = "处理决定|处理意见|调整意见|调整方式|调整类型|清理意见|备注"

REFORM_TITLE = "机构改革|体制改革|管理体制|组建|合并|撤销|更名|隶属|区划|规模调整|职责调整|机构编制|划转"
"""What the title of a document says that reforms bodies."""

VERBS = (
    "更名|改名|改称|更改|变更|调整为|改为|改制|改组|改建|改设|升格|转为|撤改|撤销|不再保留|撤并|裁撤|组建|设立|成立|建立|设置|增设|下设|派出|"
    "合并|整合|重组|划入|划转|划归|划给|划出|代管|移交|转交|交由|纳入|并入|转隶|归并|转入|下放|上收|剥离|隶属|管理|领导|所属|下属|牌子|承担|行使|履行|收回"
)
"""One of these is in every sentence that changes a body."""
