"""What says that a duty must, must not, may or should be done (deontic modality), and what its verb acts on."""

from __future__ import annotations

import re

from extractors.lexicons import duties as words

# A word that may also be a part of another is guarded against what makes it one (需求, 应急, 要素).
_BE = "有(?!序|效|针|计)|具备|具有|符合|满足|包括|包含|是|为(?!其)"
"""What a thing should be or have (应具备...)."""

OBLIGATION = (
    f"应当(?!{_BE})|应该|(?<![适供相反对响感照“])应(?!当|该|急|用|对|收|届|缴|邀|诉|付|税|聘|运|承担的|{_BE})|"
    f"必须|务必|务须|须(?!知)|(?<![重主需只必纪简摘概首])要(?!求|素|点|件|闻|道|害|约|旨|员|是)|"
    f"(?<![职责展作])需要(?!的|{_BE})|(?<![按所急供内必])需(?!求|工|要|经费|资|用|的)|有(?:义务|责任)|不(?:得|能|可)不"
)
PROHIBITION = "不得(?!不)|不准|不许|不应|不能(?!不|及时|自理|正常)|不允许|严禁|禁止(?!区|性|令|类)|切忌|严格禁止"
PERMISSION = "可以|(?<![许认不尽])可(?!能|靠|持续|行|再|控|视|比|信|追|操|供|见|选|及|支配|用|溯)|有权"
ENCOURAGEMENT = "鼓励|支持(?=[\u4e00-\u9fff])(?!力度|政策|下|性)|提倡|倡导"

_EMPHASIS = "(?:原则上|也|都|均|还|同时|同样|更|既|一律|务必|今后|今年|首先|其次|再|则|就|亦)?"

_MODAL = rf"""
    {_EMPHASIS}
    (?: (?P<prohibition>{PROHIBITION})
      | (?P<obligation>{OBLIGATION})
      | (?P<permission>{PERMISSION})
      | (?P<encouragement>{ENCOURAGEMENT}) )
    (?![^，。；：]{{1,60}}的(?:[，。；]|$))  # a condition: 需要协助的，
"""

MODAL = re.compile(_MODAL, re.X)
"""The modal that a predicate begins with; the group that matched is its kind."""

_RELATIVE = r"[^，。；：]{0,14}?的(?!，|。|；|$)"
"""What makes a modal behind a preposition one of a relative clause: 对|应当公开的信息."""

MODAL_BEHIND = re.compile(
    rf"""
    (?: (?:{words.ADVERB})+
      | 未经[^，。；：]{{1,20}}?，?(?=不)
      | (?:{words.PREPOSITION}|凡|如|除|接到|收到|发现|对于|关于|针对|经)[^，。；：]{{1,60}}，
      | 在[^，。；：]{{1,40}}?[前后时中内上下]
      | (?:对|对于|根据|按照|依照|结合)[^，。；：]{{2,30}}? )
    {_MODAL}
    (?!{_RELATIVE})
    """,
    re.X,
)
"""The same behind what may stand between the body and its modal: 在安排资金时|要, 对不合格的单位，|应当."""

MODAL_WITH = re.compile(rf"{_MODAL} [^，。；：]{{0,10}}会同[^，。；：]*$", re.X)
"""The modal of a body that acts with the one behind: 财政部|要会同."""

# -- what the verb acts on ---------------------------------------------------------------------------------------------

ROLE = "(?:主要|具体|全面|统一|共同|牵头)?(?:负责|承担|牵头|履行)"
"""Verbs that only say that the task is somebody's."""

PAIR = (
    "组织(?:开展|实施|编制|制定|制订|拟订|起草|协调|召开|编写|落实|完成|申报|推动|推进)|"
    "研究(?:制定|制订|提出|建立|出台|编制|起草|解决|拟订|推进)|建立(?:健全|完善|和完善|并完善)|健全完善|制定完善|制定出台|制定印发|"
    "修订完善|贯彻(?:执行|落实|实施)|督促落实|督导落实|指导监督|督促检查|监督检查|监督管理|统筹(?:推进|协调|安排|实施|做好|规划)|"
    "协调(?:推进|解决|落实|处理)|推进(?:实施|落实)|推动(?:落实|建立|实施|解决)|抓好落实|开展(?:对)?|加快(?:推进|建设|实施|完善|发展|构建|建立|推动|形成)|"
    "加大(?!对)|完善落实|进一步(?:完善|加强)|总结推广|宣传贯彻|拟订并组织实施|编制并组织实施|制定并组织实施"
)
"""Two verbs that act as one."""

LIGHT = "开展|做好|加强|进行|实施|抓好|强化|完成|落实|搞好|承担|规范|深化|优化|提升|提高|健全|完善|发挥|扩大|创新|压实"
"""Verbs whose object is what is done, even where it is a verb as well: 开展|监督检查."""

PLAIN = (
    "推进|推动|加快|开通|分解|制定|制订|拟订|拟定|起草|编制|建立|构建|搭建|打造|设立|设置|成立|组建|出台|发布|公布|公开|印发|审核|审查|审批|审定|核定|"
    "办理|受理|查处|打击|清理|整治|取缔|改造|新建|建设|培育|扶持|发展|提供|拨付|筹集|筹措|下达|汇总|收集|整理|收缴|征收|"
    "报送|上报|提交|提出|核实|核查|排查|摸清|执行|贯彻|明确|细化|简化|压缩|降低|减免|拓宽|拓展|畅通|储备|采购|签订|签署|确定|认定|"
    "编写|修订|废止|调整|配备|补充|发放|颁发|核发|下发|保存|维护|管理|使用|利用|营造|形成|引进|引入|召开|通报|公示|"
    "化解|消除|解决|防范|防止|保障|确保|保证|保护|维持|争取|盘活|破除|突破|普及|推广|梳理|评估|监测|分析|研究|统计|测算"
)
"""Verbs that act on what follows them."""

_TEXTS = "方案|意见|细则|办法|计划|规划|标准|机制|体系|制度|工作|条例|规范|规程|指南|清单|目录|流程|措施|预案"

VERBS = re.compile(
    rf"(?:{words.ADVERB})*(?:{ROLE})?(?:{words.ADVERB})*"
    rf"(?:(?:{PAIR})|(?:{LIGHT})[起好]?|(?:{PLAIN})(?:[、和及](?:{PLAIN}))*(?!(?:{PLAIN}|{LIGHT})(?!{_TEXTS})))"
)
"""The verb of a predicate; an ordinary one is not followed by another verb."""

ACTED_ON = re.compile(
    rf"(?:{words.ADVERB})*(?:对(?![于照])|将)(?P<object>[^，。；：对将]{{2,30}}?)"
    r"(?:及时)?(?:进行|予以|给予|加以|实行|实施|开展|纳入|列入|报送|提交|移交)(?![^，。；]{0,16}的)"
)
"""An object before its verb: 对|重点企业|进行检查, 将|结果|纳入考核."""

OBJECT_ENDS = re.compile(
    r"[\t，。；：:！？!?;\n（(]|,(?!\d)|并(?![存轨网行购联])|(?<=[^进工])以(?!及|上|下|内|外|来)|$"
)
"""Where an object ends."""

NO_OBJECT = re.compile(
    rf"""
    ^(?: [了好到为对在与向给由不的一其至成出起、和及或照] | 通过 | 使 | 取消 | 经 | 获 | 未 | 已 | 可 | 支持 | 提醒 )
    | ^(?:工作|情况|力度|发展|管理|建设|制度)$
    | (?:要|应当|应|必须|不得|负责|可以|使)(?!求|素|点|急|用|对)
    | 用于|推动|引导|提出|提醒|先|再|作为|直接|参与(?!度)|按(?!期|时|揭|比例)|根据|取得|免征|超过|进行|开展|带头|广泛
    | 同步|批准|给予|拒不
    | 达到|不少于|[高低]于|等部门|联合(?!国|会|办|惩戒|奖惩|执法|体|监管)|后(?!续|勤|备|台|期|果|补|方|代|处理)
    | [、和或](?:{PAIR}|{LIGHT}|{PLAIN})
    | (?: [或和及、] | 继续 | 前提下 | 过程中 | 基础上 | 审批 | 核准 | 许可 | 认可 | 核发 )$
    """,
    re.X,
)
"""What is no object, holds a clause of its own, or is the name of an item of administrative power (设置...审批)."""
