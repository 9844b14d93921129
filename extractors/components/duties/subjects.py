"""Who does what a clause says: the bodies at its beginning that are followed by what a body must do."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from extractors.bodies import Span, is_place, is_premise, is_vague, split_bodies, squash, stands_alone
from extractors.lexicons import bodies as names
from extractors.lexicons import duties as words
from extractors.lexicons.times import DUE_BY
from extractors.openings import openings

TOLD, BY, LATER, DUE, PLAIN = 1.0, 0.95, 0.9, 0.85, 0.8
"""How surely bodies are told to do what follows: by a modal or the like, by 由, by a later clause, by a verb that has a
time beside it by which it is due, by a plain verb."""

_CLAUSE = 120
"""Characters that a list of subjects has at most."""

_SHORT_LIST = 16
"""Characters within which two words with 、 between them may be one name."""

_LONGEST_END = 16
"""Characters within which the end of a name can be told."""

_STOP = re.compile("[。；！？!?;\n，]|[：:](?!\\d)|,(?!\\d)")
_LAST = re.compile(rf"[{names.LAST}等）)指总主大员](?=\s?[\u4e00-\u9fff\d，,“])")
_ONLY_BEHIND = {"指": "防", "总": "防", "主": "业", "大": "人", "员": "人"}
"""Characters that end a name only behind another: 县防指, 采砂业主, 县人大, 其工作人员."""

_MODAL = re.compile(rf"(?:{words.MODAL})")
_PREDICATE = re.compile(rf"(?:{words.ADVERB}|{words.PREPOSITION}|{words.VERB})")
_DUE_BY = re.compile(rf"(?:于|在)?{DUE_BY}，?")
_PREDICATE_BY = re.compile(words.VERB_BY)
_BELONGS = re.compile("(?:所|下|直)属的")
"""What makes a list of bodies a part of one name: 区经信局、区食药局所属的事业单位."""

_GIVEN = re.compile("由|送往|可[到向]|(?:应当?|必须|不得|申请人)[^的]{0,4}向|报(?!告|名|社)[^，。；]{0,12}的$")
"""What no clause holds that only tells which body: 可由承担任务的|县政府补贴, 送往设有门诊的|医院检查."""

_URGED = re.compile("鼓励|支持|引导|允许")
"""What others do to the bodies behind it: 鼓励符合条件的|全国性银行设立分行."""

_NO_ONE = re.compile(
    "(?:工程|项目|场所|平台|设施|公众|个人|公民|群众|人员|干部|党员|代表|书记|专家|志愿者|网格员|[村居]民|力量|资金)$|^(?:政府|[村镇乡县区市省])$"
)

_SETS_UP = re.compile(
    rf"(?:决定)?(?:成立|设立|组建|建立)(?:由[^。；]{{2,120}}(?:组成|参加|为成员|任[副组]?长)的)?[^，。；]{{0,60}}(?:{names.GROUP})(?<!指导组)(?<!督导组)(?<!检查组)(?<!督查组)(?<!调查组)(?:[（(][^（）()]*[）)])?(?:制度)?(?:(?<!制度)，(?!加强组织领导)|，(?=负责|统筹|定期)|[。；]|$)"
)
_LATER = re.compile(
    r"(?:可配备|设在|隶属|仍?(?:作?为|是)[^，。；]{0,30}(?:机构|机关|单位|主体|大队|业主|法人|医院)(?<!成员单位))"
    # ... to the clause that tells its task, with no other body between.
    r"(?:(?!部门|政府)[^。；]){0,60}，(?:主要|具体)?(?:负责(?!人)|承担|履行|要(?!求)|应当|必须)"
)
"""What may stand between a body and its task: 综合执法大队为副科级事业单位，主要承担...."""

_NOW_THEN = re.compile(
    rf"(?:正在?|已)[^。；]{{2,60}}，(?:并|同时|下一步)?将(?=会同|(?:{words.ADVERB})|(?:{words.PREPOSITION})|(?:{words.VERB}))"
)
"""What a body does already, and then what it will do: 县环保局|正在修订规划，同时将会同...."""

_OBJECT_FIRST = re.compile(
    "对[^，。；：]{2,40}?(?:应当|应予|必须|不得|严禁|(?<![必需重主])要(?![求素点件]))(?![^，。；]{0,10}的)"
)
"""To whom, and then what must be done: 各银行机构|对受影响的企业不得抽贷."""

_ALL_DO = re.compile(rf"普遍(?:{words.VERB})(?!，)|一律(?:{words.VERB}|{words.VERB_BY})")
"""What all of a sort of bodies do: 学校、幼儿园|普遍开展..., 学校|一律实行...."""

_COMMA_MODAL = re.compile(
    rf"[，,](?:(?:具体|主要)(?:实施|承担|负责(?!人))|(?:切实|认真|按要求)(?={words.ADVERB}|{words.VERB})"
    rf"|(?:每(?:年|月|季度|半年))?(?:{words.MODAL})"
    r"|(?:按照?|根据|依据)[^，。；]{0,8}(?:分工|职责|职权|比例)[^，。；]{0,8}，?"
    rf"(?:{words.ADVERB}|{words.VERB}|{words.MODAL}|承担)"
    rf"|按照“[^”]{{2,30}}”的(?:原则|要求)，(?:{words.ADVERB}|{words.VERB}|{words.MODAL}))"
)
"""What may stand behind a list and a comma: A、B，|按照职责分工查处...."""

_WITHIN_POWERS = re.compile(
    rf"(?:在|按照?|根据|依据)[^，。；]{{0,12}}(?:范围|职权|权限|职责|分工)内?，(?:{words.ADVERB})*(?:{words.MODAL})"
)
"""Within what a body does it: 县教育局、县人社局|在职责范围内，分别负责...."""

_STATE = re.compile(
    "(?:发生|变更|终止|合并|分立|关停|关闭|迁出|迁入|停产|停业|转产|歇业|解散|破产|因|拟|确需|需要)[^，。；：]{0,40}的，(?:应当?|必须|须|不得)"
)
"""What a body may come to, and then what it must do: 企业|发生分立的，应当报告."""

_SETTLED_LATER = re.compile(
    # the condition or the way, and perhaps a second one,
    r"(?:(?:对|在|根据|按|依据|自|通过|为)[^，。；：]{2,120}|[^，。；：]{2,120}[的时前后]|[^，。；：的]{2,120})"
    r"(?:，应由[^，。；：]{2,60}的|，(?:对|在|根据|按|依据)[^，。；：]{2,80})?"
    # what must be done.
    r"，(?:应(?!当)|应当|必须|须|不得|要|需(?=报|按|将|提)|承担(?!的)|履行(?!的))(?![急用求由])"
    r"|[^，。；：]{2,60}前应(?![急用届])"
)
"""A condition or a way, and then what must be done: 经营者发现...的，应当...."""

_RELATIVE = re.compile(
    rf"(?:{words.ADVERB})?(?:(?:{words.VERB})中)?(?:{words.VERB})(?:管理|监管|使用|建设|实施)?(?:[或和、并][^，。；]{{2}})?[^，。；]?的"
)
"""A predicate that only tells what sort of thing is meant: 区政府|确定的审核机构."""

_OF_THING = re.compile(
    rf"(?:在[^，。；]{{2,30}}(?:产生|取得|形成|持有)的[^，。；]{{2,20}}，(?:不得|应|须)|在研(?!究)|(?:(?:按|为)[^，。；]{{2,16}})?(?:{words.VERB})[^，。；]{{0,24}}的[^，。；的]{{0,8}}"
    "(?:公文|文件|材料|产品|服务|信息|数据|赛事|活动|证明|事项|费用|经费|合同|请示)，"
    "(?:应当?|须|由|按|已经?|可|办理|免于|实行))"
)
"""A thing that a clause about the body tells of, which is the subject: 各部门|报送的公文，应当符合...."""

_SPLIT_WORD = re.compile(
    "构编制|等[于级候]|方[式法案向面便针位能才可]|份[额子内外]|所[需有在属得以采列涉获用述称定产提做]|委[派托员]|部分|组织部|站在|处[以于]|办[理法]|局[限部面]|会[议计]"
)
"""Words that the end of a name would cut in two."""

_ADDRESSED = re.compile("你[省市区县州局厅部委办院]|我[局厅部委办院]")
"""How a letter calls the body that it goes to, and the one that writes."""

_WILL = re.compile(
    rf"(?:将|拟)(?:{words.ADVERB})*(?:{words.VERB}|{words.PREPOSITION})(?![^，。；]{{0,8}}的(?:[，。；]|$))"
)
"""What a body says that it will do: 学校|将一次性发放."""

_PROMISE = re.compile(f"(?<=我[局厅部委办院])将(?=(?:{words.ADVERB})|(?:{words.VERB}))")
"""What the writer will do: 我局|将组织评审."""

_CHARGED = re.compile(
    "(?:(?:负有|履行)[^的]{2,20}职责|负责[^的]{2,20}|具?有[^的]{1,10}权限?|批准[^的]{2,16}|所在地|确定|指定|授权|委托)的"
    "(?:[^的]{0,12}(?:主管|监管|监督管理|管理))?(?:部门|机构|(?:人民)?政府(?:部门)?)(?:或者?(?:部门|机构))?$"
)
"""A relative clause that tells which body: 其他负有监管职责的部门, 水库所在地的人民政府."""

_SAYS_WHAT = re.compile("[是为但]")
"""How a clause begins that says what somebody is, and not which body is meant."""

_REACHED = re.compile("(?:(?:接到|收到|受理|发现)[^的]{2,16}|具?有[^的]{1,8}权|有权[^的]{2,8})的")
"""What reaches a body or is in its power, which tells which: 接到举报的|公安机关，应当调查; 有审批权的|机关."""

_OPERATES = re.compile(
    "(?:(?:从事|生产|经营|使用|销售|查处|发放|颁发|核发|登记|审批|受理|办理|运输|储存|进口|出口|提供|购买|持有|取得|获得|承担|组织|实施|开展|举办|申请|建设|设立)[、和及]?)+"
    "[^，。；的]{1,30}的"
)
"""What a body does, which tells which: 经营危险品的|单位应当建立台账; 由实施许可的|监管部门检查."""

_SITE = re.compile("(?![其对受])[^的，。；向将由]{1,24}(?:地|地区)的")
"""Where a body is, which tells which: 由制造地的|市级监管部门检查."""

_IN_THEN = re.compile("[^，。；：的、]{2,16}(?<!日)[时后](?:应当|应(?=[将把按在及立对向于])|必须)")
"""When, without a comma, and then what must be done: 登记机构|审核完成后应当公示结果."""

_CLEARED = re.compile(
    rf"经[^，。；]{{2,20}}(?:后|同意|批准)，(?={words.PREPOSITION}|{words.VERB})"
    r"|除[^，。；]{2,60}外，(?:还|同时|也)?"
    r"|也?表示，?(?=将)|受[^，。；]{2,20}委托，"
    rf"|若[^，。；]{{2,40}}，(?={words.MODAL})"
)
"""What is passed over between a body and what it does: 登记单位|经审核后，提出申请; 除灭火外，; 也表示将."""

_TOPIC = re.compile(rf"(?:{words.VERB})(?:(?:应当|应(?![急对用变届])|须|必须)|[和与、][^，。；]{{1,12}}应当)")
"""A verb that names what is spoken of, and no act of the body: 医院|考核应采用全部指标, 机构|设置和管理应当...."""

_ITS_DUTY = re.compile("(?:的(?:主要|基本|具体)?|(?:主要|基本|具体))(?:职责|责任|任务|职能)(?:是|为)")
_IS_LEAD = re.compile(
    "(?:是(?!指)|作?为)(?:[^，。；]{0,40}(?:牵头|责任|实施|主管|负责|承办|配合|协办)[^，。；]{0,6}|[^，。；]{0,24}负责[^，。；]{2,40}的[^，。；]{0,4})"
    "(?:单位|部门|主体|机关)(?!的)"
)
_TELLING = (
    _MODAL,
    _PREDICATE,
    _PREDICATE_BY,
    _DUE_BY,
    _PROMISE,
    _WILL,
    _STATE,
    _ITS_DUTY,
    _IS_LEAD,
    _WITHIN_POWERS,
    _COMMA_MODAL,
    _ALL_DO,
    _LATER,
    _NOW_THEN,
    _CLEARED,
)
_TELLS = re.compile("|".join(pattern.pattern for pattern in (*_TELLING, _IN_THEN)) + r"|\s|“|，会同")
_TELLS_BEGINS = frozenset("“，").union(*(openings(pattern.pattern) for pattern in _TELLING))
"""What a clause goes on with that may tell the bodies before it to do something: one look that spares ten."""

_NOT_PREDICATE = re.compile(words.NOT_PREDICATE)
_ASSENT = re.compile(words.ASSENT)
_AUTHORED = re.compile("(?:会同|联合)?[^。；《]{0,200}(?:拟定|拟订|制定|制订|起草|编制|修订|印发|发布|提出)的《")
"""Who wrote what is sent out: 县委宣传部|会同县财政局拟定的《办法》已经同意."""

_TO_BLAME = re.compile("对[^，。；]{2,40}直接负责的")
"""Whom a punishment meets: 县政府|对事故直接负责的主管人员，给予处分."""

_DONE = re.compile("牵头[^，。；]{0,8}了")
"""What was led: 我局|牵头制定了《方案》."""

_NARRATIVE = re.compile(words.NARRATIVE)
_GRANT = re.compile(words.GRANT)
_GRANTED_LATER = re.compile("[^。；：]{2,80}，(?:(?:经[^，。；]{2,30}(?:同意|批准|授权)，)?可以|有权)")
"""A condition, and then what may be done: 对未纳入目录的数据，经县政府同意，可以...."""

_NO_DUTY_BY = re.compile(rf"[^，。；]{{0,6}}?(?:{words.NO_DUTY_BY})")
_MADE_OF = re.compile("牵头，[^。；]{2,400}组成(?!部门|人员)")
"""Who sits in a group, which is no task: 由县气象局|牵头，县水利局、县交通局组成."""

_BY_RELATIVE = re.compile(
    "[^，。；、]{0,8}的除外|[^，。；、]{2,8}的(?:企业|单位|项目|活动|事项|产品|物资|经费|资金|费用|部分|(?<!负责的)[^，。；的]{0,6}(?:人员|事业单位)|[^，。；]{2,12}赛事)"
    "|[^，。；、]{2,4}部分(?=[，。；、]|$)"
    "|[^，。；]{0,12}向[^，。；]{2,14}(?:转变|转型|过渡)"
)
"""What 由 gives in a relative clause (由县指挥部|统筹分配的企业), or is from (由政府|监管向社会共治的转变)."""

_APPLIES = re.compile("(?<=企业)[^，。；]{0,12}申请")
"""What an enterprise may ask for: 由企业申请，延期办理."""

_FAILED = re.compile("应当?[^，。；]{2,20}(?:而未|而没有|而不)")
"""What should have been done: 应当履行职责而未履行，."""

_CONDITION = re.compile(r"(?:在[^，。；：]{2,40}[中时]，)?[^，。；：]{0,120}(?:的|时|[^\d日月年底旬天]前)，")
_AFTER_THAT = re.compile("[^，。；：]{2,40}后，(?:(?:根据|按照?)[^，。；：]{2,30}，)?由?")
"""What is done first, where others act then: 县财政局|下达资金后，由管理办核对."""

_WHEN = re.compile("在[^，。；：]{2,40}[时中前]，|在[^，。；：]{2,40}中发现[^，。；：]{2,40}的，")
"""When a body does what follows: 县中医药局|在组织考核时，根据实际调整指标; 在检查中发现问题的，依法处理."""

_SETTLED = re.compile(r"(?:应(?![急用对付])|(?<![需主重])要(?![求素件点])|须|必须|不得|务必|由其|需(?=报|按|将|提))")

_SETTLED_NEXT = re.compile(rf"(?:(?:对|根据|按照?|依据)[^，。；：]{{2,80}}，)?{_SETTLED.pattern}")
"""What must be done behind a condition: 受理申请时，|对低于标准的家庭，应当指导...."""

_GROUP_NAME = re.compile(
    "(?:[省市区县州镇乡]|国务院|全[国省市区县])(?:优化|加强|推进|巩固|推动|深化|完善|促进|提升|落实|实施|保障)"
    "[^，。；的、]{2,24}(?:领导小组|协调小组|工作组|指挥部|联席会议|专班)(?:办公室)?"
)
"""A group whose name begins with what it is for: 省优化营商环境工作领导小组办公室."""

_GOES_ON = re.compile(
    rf"(?!(?:{words.ADVERB})?(?:会同|会商|督促|督导|指导|协调|协助|设立|成立|组建|组织(?!部)))[^的要应须对将在由各、，（）和及与并其本按向把于]{{1,8}}?(?:局|办公室|办|中心|队|站|所|科|股|组|委员会|委|部门|部|支行|分行)"
    rf"(?=[、，和及与]|{words.MODAL}|分别|按照|根据|对)"
)
"""What makes the words behind a place or an office a part of a longer name: 石门镇|综合执法队|要."""

_THEIR_PEOPLE = re.compile("及其[^、，。]{0,4}人员$")
"""Who works for a body, who is told with it: 核查机构|及其工作人员."""

_OWN_WORD = re.compile("(?:机构|部门|单位|企业|政府|公司|局)所$")
"""A name and the 所 of what it does: 医疗机构所|承担的任务."""

_NO_CLAUSE = re.compile("^[对将把在给]|^其(?![他它])|由|(?<!受)委托")
"""What no relative clause holds that is a part of a name: 对未整改的企业|要采取措施."""

_NAME_LIKE = re.compile(r"(?:各级|者|等|等组织|干部|社会力量|财政资金|中国移动|中国联通|中国电信|各部门、单位)$")
_NOT_IN_NAME = re.compile(rf"(?:{names.NOT_IN_NAME})")
_NOT_FIRST = re.compile(
    rf"(?:{names.NOT_FIRST})|(?:{words.VERB})(?!(?:{names.AFTER_VERB}))|(?!联合|综合|统筹|重点|直接)(?:{words.ADVERB})(?![^的]{{2,12}}的(?:企业|单位|部门|机构)$)"
)
_NEEDS_MODAL = re.compile(
    rf"^(?!{names.LEVEL}|所有|全体|全部|定点).*(?:企业|合作社|经营者|提供者|主办者|运营商|平台|方|幼儿园|学校|(?:医疗|养老|培训|中介)机构|实验室|媒体|财政|(?:专家|调查|检查|评审)组)$"
    rf"|^(?:{names.GENERIC}|地方政府|公司|集团|银行)$"
)
"""Sorts of bodies that a sentence speaks of more often than to: they own what they must do in so many words."""

_ANY_GOVERNMENT = re.compile(r"(?<![省市区县州盟旗镇乡级地方民委）)府、和])政府$")
_NO_PLACE = re.compile(
    r"[我全本](?:[省市区县镇乡州])|(?!(?!省级|国家|城市|市级|县级)[\u4e00-\u9fff]{2}新区$)[^各]*(?:园|小|老|新|片|库|(?<!风)景|辖(?!区[镇乡街])|农|山|灾|疫|城)区|城市|都市|城乡|整[乡村县市]|超市|门市|[^各]*(?:农|乡)村$|(?:产|基|用|工)地"
)
_SETTLEMENT = re.compile(
    r"(?:镇|街道|乡|社区|村|(?:试验|实验|开发|高新|新)区)(?:[（(][^（）()]*[）)])?$|^各|^每个|^(?:试点|涉农|沿线|沿边|沿海|受援|帮扶)"
)
_LEVEL = re.compile(rf"(?:{names.LEVEL})")
_LEVEL_ALONE = re.compile("[村镇乡县区市省]")
"""Levels that a sentence tells by their one character: 由|村|安排配送."""

_ROLE_ALONE = re.compile(
    "财政|政府|地方|有权机关|其(?![他它余中])(?:[^，。；的或和及、]{0,10}|[^，。；的]{0,4}的)(?:部门|机关|机构|单位)|[\u4e00-\u9fff]{2,6}地(?:人民)?政府"
)
"""Who is told by no more than what he is, behind 由 only: 由|财政|给予补贴, 由|其主管部门|处理."""

_TO_SIGN = re.compile("[（(][^（）()]{0,2}(?:盖章|公章|签章|印章|签字|签名)")
"""Where a form asks for a seal: 财政部门（盖章）."""

_ASIDE = re.compile(
    r"设区的(?=市)|《[^》]{1,12}》(?=编辑部|杂志社|报社)|[（(](?:[^（）()]|[（(][^（）()]*[）)])*[）)]|[“\"][^”\"]*[”\"]"
)


class Subject(NamedTuple):
    """The bodies, where what they do begins, and how sure it is that they are told to do it (0..1)."""

    bodies: list[Span]
    end: int
    confidence: float


def subject_at(text: str, at: int, *, by: bool = False, due: bool = False) -> Subject | None:
    """The bodies that stand at `at` and do what follows; None where there are none.

    `by`: 由 stands before them; `due`: a time by which they must do it.
    """
    stop = _STOP.search(text, at, at + _CLAUSE)
    limit = stop.start() if stop else min(len(text), at + _CLAUSE)
    for match in _LAST.finditer(text, at, min(limit + 1, len(text))):
        end = match.end()
        if end > limit:
            break
        if (before := _ONLY_BEHIND.get(text[end - 1])) and text[end - 2] != before:
            continue
        confidence = _confidence(text, end, by, due)
        if confidence and confidence < TOLD and _OF_THING.match(text, end):
            continue
        if confidence and by and _ROLE_ALONE.fullmatch(text, at, end):
            return Subject([(at, end)], end, confidence)
        if not confidence or not _may_end(text, at, end):
            continue
        if confidence < TOLD and _THEIR_PEOPLE.search(text, at, end):
            continue
        if by and _LEVEL_ALONE.fullmatch(text, at, end) and text[end] not in "先再":
            return Subject([(at, end)], end, confidence)
        bodies = _bodies(text, at, end, by)
        called = [squash(text[a:b]) for a, b in bodies]
        if confidence >= LATER and all(may_own(name, confidence) or _NO_ONE.search(name) for name in called):
            # 惠民工程、文化机构和服务中心要...: what is no body is left out.
            bodies = [span for span, name in zip(bodies, called, strict=True) if may_own(name, confidence)]
            if bodies:
                return Subject(bodies, end, confidence)
        if len(called) == 2 and not may_own(called[0], TOLD) and end - at <= _SHORT_LIST:
            # 国有资本投资、运营公司要...: one name with a list in it.
            bodies, called = [(at, end)], [squash(text[at:end])]
        if _SETS_UP.match(text, end) and not any(name.startswith("各") for name in called):
            return None
        if called and all(may_own(name, confidence) for name in called):
            return Subject(bodies, end, confidence)
    return None


def _bodies(text: str, at: int, end: int, by: bool) -> list[Span]:
    """The bodies of ``text[at:end]``, without a relative clause before the last: 为其提供服务的|区属担保机构."""
    if _BELONGS.search(text, at, end):
        return [(at, end)]
    bodies = [(at + a, at + b) for a, b in split_bodies(text[at:end])]
    a, b = bodies[-1] if bodies else (at, at)
    clause = text.rfind("的", a, b) + 1
    if _URGED.search(text, a, clause) or text[clause - 3 : clause] in ("设区的", "有关的", "相关的"):
        return bodies
    if _GIVEN.search(text, a, clause) or (clause and _CHARGED.search(text[a:b])):
        return bodies
    if text[clause:b] in ("人民政府", "政府") or _OPERATES.match(text, a, clause) or _SITE.fullmatch(text, a, clause):
        return bodies
    if clause and (by or _LEVEL.match(text, clause)) and b - clause > 3 and stands_alone(squash(text[clause:b])):
        return [(clause, b)]
    return bodies


@lru_cache(1 << 14)
def may_own(name: str, confidence: float) -> bool:
    """Whether `name` is that of a body (or set of bodies) that can be told to do something, as surely as that."""
    if _ADDRESSED.fullmatch(name):
        return confidence >= BY
    told = _SITE.match(name) or (_OPERATES.match(name) if confidence in (TOLD, BY, LATER) else None)
    if told and stands_alone(name[told.end() :]):
        return True
    if reached := _REACHED.match(name):
        return may_own(name[reached.end() :], confidence)
    plain = _ASIDE.sub("", name)
    if name.count("（") != name.count("）") or _TO_SIGN.search(name):
        return False
    if not 1 < len(name) <= (100 if "、" in name else 40) or _NOT_FIRST.match(plain) or _ANY_GOVERNMENT.search(plain):
        return False
    clause, _, rest = plain.rpartition("的")
    if _GROUP_NAME.fullmatch(name):
        return True
    if _NOT_IN_NAME.search(rest) or _NO_CLAUSE.search(clause):
        return False
    if clause:
        return (
            clause in ("有关", "相关")
            or (confidence == BY and rest in ("人民政府", "政府"))
            or bool(_BELONGS.search(plain) or _CHARGED.search(plain))
            or (confidence in (TOLD, LATER) and is_vague(name) and not _SAYS_WHAT.match(clause))
        )
    if is_vague(name):
        return confidence >= LATER or not _NEEDS_MODAL.match(plain)
    if confidence == TOLD and is_premise(name):
        return True
    if is_place(name) and not stands_alone(name):
        return not _NO_PLACE.match(plain) and (confidence >= DUE or bool(_SETTLEMENT.search(name)))
    return stands_alone(name) and (confidence >= LATER or not _NEEDS_MODAL.match(plain))


def _may_end(text: str, at: int, end: int) -> bool:
    """Whether a name may end at `end`."""
    tail = _THEIR_PEOPLE.sub("", squash(text[max(at, end - _LONGEST_END) : end]))
    if tail.endswith("）"):
        tail = _ASIDE.sub("", squash(text[at:end]))[-_LONGEST_END:]
    if _OWN_WORD.search(tail):
        return False
    return stands_alone(tail) or is_place(tail) or is_premise(tail) or bool(_NAME_LIKE.search(tail))


def _confidence(text: str, end: int, by: bool, due: bool) -> float:
    """How sure it is that what stands at `end` is what the bodies before it must do; 0 where it is not."""
    first = text[end : end + 1]
    if first not in _TELLS_BEGINS and not first.isspace() and not _IN_THEN.match(text, end):
        return 0.0
    if _SPLIT_WORD.match(text, end - 1) or not _TELLS.match(text, end):
        return 0.0
    if (time := _DUE_BY.match(text, end)) and time.end() < len(text):
        due, end = True, time.end()
    if cleared := _CLEARED.match(text, end):
        end = cleared.end()
    if text[end : end + 1].isspace():
        told = _MODAL.match(text, end + 1) and _SETTLED.match(text, end + 1) and not _conditional(text, end + 1)
        return TOLD if told else 0.0
    if text[end] == "“" and _MODAL.match(text, end + 1):
        return TOLD
    if by and text.startswith("，会同", end):
        return BY
    if _DONE.match(text, end) or (by and _MADE_OF.match(text, end)):
        return 0.0
    if _ITS_DUTY.match(text, end) or _PROMISE.match(text, end):
        return TOLD
    if _MODAL.match(text, end):
        return 0.0 if _conditional(text, end) else TOLD
    if _IS_LEAD.match(text, end):
        return 0.0 if _conditional(text, end) else TOLD
    if (
        _WITHIN_POWERS.match(text, end)
        or _COMMA_MODAL.match(text, end)
        or _ALL_DO.match(text, end)
        or _IN_THEN.match(text, end)
        or _LATER.match(text, end)
        or _NOW_THEN.match(text, end)
        or _OBJECT_FIRST.match(text, end)
        or _STATE.match(text, end)
        or (_WILL.match(text, end) and not _conditional(text, end))
    ):
        return LATER
    if by and _PREDICATE_BY.match(text, end) and not _BY_RELATIVE.match(text, end):
        return BY
    if (
        not _PREDICATE.match(text, end)
        or (not by and (_ASSENT.match(text, end) or _AUTHORED.match(text, end)))
        or _RELATIVE.match(text, end)
        or _NOT_PREDICATE.match(text, end)
        or (not by and _TO_BLAME.match(text, end))
        or _GOES_ON.match(text, end)
    ):
        return 0.0
    if by:
        given = not (_NO_DUTY_BY.match(text, end) or _APPLIES.match(text, end) or _BY_RELATIVE.match(text, end))
        return BY if given else 0.0
    if (
        _TOPIC.match(text, end)
        or _NARRATIVE.search(text[end : end + 60])
        or _conditional(text, end)
        or _granted(text, end)
    ):
        return 0.0
    if _SETTLED_LATER.match(text, end):
        return LATER
    return DUE if due else PLAIN


def _conditional(text: str, end: int) -> bool:
    """Whether the clause is a condition (...的，/ ...时，) and no duty of the same bodies follows it."""
    if _FAILED.match(text, end):
        return True
    clause = _CONDITION.match(text, end)
    if clause is None:
        return bool(
            (done := _AFTER_THAT.match(text, end)) and subject_at(text, done.end(), by=text[done.end() - 1] == "由")
        )
    if _SETTLED.search(clause.group()) or _SETTLED_NEXT.match(text, clause.end()):
        return False
    return not (_WHEN.fullmatch(clause.group()) and _PREDICATE.match(text, clause.end()))


def _granted(text: str, end: int) -> bool:
    """Whether the clause says what the bodies may do, and not what they must."""
    if _GRANTED_LATER.match(text, end):
        return True
    stop = _STOP.search(text, end, end + _CLAUSE)
    grant = _GRANT.search(text, end, stop.start() if stop else end + _CLAUSE)
    told = _MODAL.search(text, end, grant.start()) if grant else None
    return grant is not None and (told is None or text.startswith("根据", told.start() - 2))
