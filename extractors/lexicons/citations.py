"""How other texts are cited: by title in book marks, by number, by the bare name of a law."""

from __future__ import annotations

import re
from importlib.resources import files

from extractors.lexicons.documents import NUMBER, ORDER_SERIAL

_DOCUMENT_ENDS = (
    "通知|意见|方案|办法|规定|规划|纲要|计划|决定|决议|公告|通告|标准|规范|细则|规程|通则|条例|法|宪法|制度|指南|要点|措施|"
    "批复|函|通报|备忘录|公约|协定|章程|规则|解释|准则|行动|建议|报告|导则|大纲|要求|指引|命令|令|政策|条款|守则|预案|复函|议定书|若干规定|纪要|议案|"
    "法典|常规|流程|框架协议|(?<=的)安排|统计分类|行业分类|名录|基本条件|(?:工作|操作|技术)手册"
)

_FORM_ENDS = (
    "表|卡|证|书|(?<![工操]作)(?<!技术)手册|台账|名单|(?<!框架)协议|合同|报|日报|证明|通知单|登记册|(?<!清)单|杂志|周刊"
)

_HAN = r"[\u4e00-\u9fff]"
_ORDER = (
    rf"{_HAN}{{2,20}}(?:令\s*(?:{ORDER_SERIAL}|[〔\[［【]\d{{4}}[〕\]］】]\s*\d+\s*号)"
    r"|(?:(?:19|20)\d{2}\s*年\s*)?(?:第\s*)?\d+\s*号令)"
)
_ANNOUNCEMENT = rf"{_HAN}{{2,24}}公告\s*{ORDER_SERIAL}"
_STANDARD = (
    r"(?:(?:GBJ?|JGJ|CJJ|HJ|DB\d*|CJ|NY|WS|AQ|JT|TSG|建标)(?:/T)?\s?\d+(?:\.\d+)?(?:[—\-–－]+\d{2,4})?"
    r"|(?<![A-Z])(?:T/)?[A-Z]{2,4}(?:/[TZ])?\s?\d{2,6}(?:\.\d+)?[—\-–－](?:19|20)\d{2}(?!\d))"
)
"""The number of a standard: of the trades that are named here, or of any with its year."""

CITED_NUMBER = rf"(?:{NUMBER}|{_ORDER}|{_ANNOUNCEMENT}|{_STANDARD})"
"""The number of a cited text: a 文号, an order (国务院令第622号, 11号令), an announcement, a standard (GB50180)."""

BOOK = re.compile(r"《(?P<title>(?:[^《》\n]|《[^《》]*》)+(?:\n[^《》\n。]+)?)》")
"""A title in book marks, which may hold another, and may be broken over two lines."""

BEHIND = re.compile(
    rf"""
    (?: \s*[（(](?:试行|暂行|修订|(?:19|20)\d{{2}}年[^（）()]{{0,8}}|以?下?简称[^（）()]{{1,16}})[）)] )?
    (?: \s*[（(][^（）()〔]{{0,30}}?(?P<bracket>{CITED_NUMBER})[^（）()]{{0,120}}[）)]
      | \s*(?P<direct>{NUMBER}|{_STANDARD}) )
    """,
    re.X,
)
"""The number behind a title: 《……的意见》（国发〔2017〕46号）, 《……的通知》（以下简称《通知》）（国发〔2017〕46号）."""

IN_FRONT = re.compile(rf"(?P<number>{NUMBER}|{_STANDARD})(?:文件?)?\s*$")
"""The number right before a title: 青政发〔2018〕5号《……的意见》, GB/T 12345—2017《……标准》."""

NUMBER_WITHIN = re.compile(rf"(?<=..)[（(](?P<number>{CITED_NUMBER})[）)]$")
"""The number at the end of a title, inside the book marks: 《供水规程（GB/T 12345—2017）》."""

BEFORE_ORDER = re.compile(
    ".*(?:根据|依据|按照|依照|遵照|违反|贯彻|落实|执行|参照|废止|(?:规划|计划|方案|意见|办法|条例|规定|法)[和及与])"
    "(?=[\u4e00-\u9fff]{2,20}(?:令|公告|第))"
)
"""The words of running text before the number of an order: 依据[国务院令第493号]."""

BEFORE_CODE = re.compile(
    r"""
    .*(?: 贯彻落实 | 贯彻 | 落实 | 根据 | 按照 | 依据 | 遵照 | 执行 | 实施 | 转发 | 印发 | 废止 | 修改
       | 以及 | 关于 | 通知 | 意见 | 决定 | 批复 | 公告 | 通报 | 文件 | 函件 | 现按 | 已被 | [的与及按照被]
       | 政府(?=[\u4e00-\u9fff]{2,}) | 办公[厅室](?=[\u4e00-\u9fff]{2,}) )
    (?=[\u4e00-\u9fffA-Z]{1,12}\s?[〔\[［【（(])
    """,
    re.X,
)
"""The words of running text before the code of a 文号."""

TITLE = re.compile(rf"(?:{_DOCUMENT_ENDS}|目录|负面清单|请示)(?:[（(][^（）()]*[）)])?(?:补充规定)?$")
"""How the title of a normative or policy text ends."""

FORM = re.compile(rf"(?:{_FORM_ENDS}|承诺函)$")
"""How the name of a form or certificate ends."""

GENERIC = re.compile(
    rf"""
    (?:总体|实施|暂行|行动|指导|通用|工作|管理|合作|专项|若干|会议|议事|该|本|省|市|区|县|国家|国务院|中央)*
    (?:{_DOCUMENT_ENDS}|目录|清单|汇报|请示)
    (?:[（(][^（）()]*[）)])?$
    """,
    re.X,
)
"""A name that stands for a text named before (《意见》, 《实施方案》) and says nothing of its own."""

NAMED_BY = re.compile(r"(?:规划|计划)[”\"]?$")
"""What gives a generic name its meaning from before the book marks: “十四五”规划《纲要》."""

SHORT = re.compile(r"(?:简称|称)(?:为)?[^《》（）()，。]{0,6}《(?P<name>[^《》]+)》")
"""A short name that is defined: （以下简称《意见》）."""

POINTS_BACK = re.compile(
    r"(?:该|上述|前述)(?P<kind>办法|通知|意见|方案|规定|规划|条例|决定|细则|规则|公告|通告|批复|文件|法(?![律人院官定制治]))"
)
"""What means a text that was named before: 该办法, 上述通知."""

BASIS = re.compile(
    r"(?P<basis>依据|根据|按照|遵照|依照|贯彻落实|贯彻|落实|执行|参照|结合|对照|符合|违反|转发)[^。；，、《]{0,24}$"
)
"""Why a text is cited, right before it."""

BEFORE_ISSUER = re.compile(
    r"""
    .*(?: 根据 | 按照 | 依据 | 依照 | 遵照 | 贯彻 | 落实 | 执行 | 参照 | 结合 | 对照 | 符合 | 违反 | 转发 | 同意 | 以及
        | 现将 | 近期 | [今去]年 | \d(?:年[初中底末]? | 月[初中底份]? | 日) | 规定和 | 会议?和
        | [将对把由为按照的指有无好原] )
    | (?:和|与|及)
    """,
    re.X,
)
"""The words of a sentence before the bodies that issued a text."""

ISSUED = re.compile(r"(?:(?:联合|已经|近期)*(?:印发|发布|出台|下发|公布|制定|颁布)(?:的|了)?|报来|上报的)$")
"""A verb between the issuers and the title."""

SHARED_ISSUE = re.compile(r"等?(?:\d+|[一二三四五六七八九十]+)?个?(?:部门|部委|单位)$")
"""Further issuers that are not named: 国家发展改革委等八部门."""

REPEALED = re.compile(r"[^。；，《]{0,16}(?:同时)?(?:废止|停止执行|失效)")
AMENDED = re.compile(r"[^。；，《]{0,8}(?:作如下修改|予以修改|修改为)")

NO_CODE_BEFORE = re.compile(r"^(?:的|号|年)?[〔\[（(【]")
"""A year with nothing before it that could be a code."""

_LAWS = [
    line
    for line in (files("extractors.lexicons") / "laws.txt").read_text(encoding="utf-8").split("\n")
    if line and not line.startswith("#")
]
_FIRST = "".join(sorted({"中", *(name[0] for name in _LAWS)}))
LAW = re.compile(
    rf"(?=[{_FIRST}])(?:中华人民共和国)?(?P<name>{'|'.join(sorted(_LAWS, key=len, reverse=True))})"
    "(?!规(?!定)|[律制院治庭定人学官典系日]|宣誓|意识|精神|知识|教育)"
    "(?<!反对宪法)(?!(?<=宪法)(?:、|和|以及)(?:有关)?法律)"
)
"""A law named without book marks; 反对宪法 is what no text may do, and 宪法、法律 are the sorts of law."""

_RULED_BY = "根据|按照|依据|依照|遵照|遵守|违反|参照|符合|贯彻落实|贯彻执行|贯彻|落实|执行"
_NAME_CHAR = rf"(?:(?!的|关于|规定|制定|制订|出台|修订|要求|有关|相关|需要|条例|办法){_HAN})"
_REGULATION = rf"(?!本|该|此|各|上述|现行|以下|和|及){_NAME_CHAR}{{4,24}}(?:条例|管理办法)(?:实施细则|实施办法)?"
_NORM = (
    rf"(?!本|该|此|各|上述|现行|以下|和|及)(?:(?![和及与]|相应|{_RULED_BY}){_NAME_CHAR}){{5,20}}"
    "(?:处理办法|认定办法|规范|指引)"
)
"""A standard of work: 供水厂建设规范; shorter ones name a sort of rules (安全技术规范)."""

REGULATIONS = re.compile(
    rf"(?:{_RULED_BY})(?P<names>{_REGULATION}(?:[、和及]{_REGULATION})*|{_NORM}(?=[，。；的]|要求|规定|执行|进行))"
)
"""Regulations without book marks that are to be followed: 按照供水条例规定, 违反甲条例、乙条例."""

REGULATION = re.compile(f"{_REGULATION}|{_NORM}")
"""One of them; between two stands a mark or a conjunction."""

EDITION = re.compile(r"\s*[（(](?P<edition>(?:19|20)\d{2}年?[^（）()]{0,6})[）)]$")
"""The edition at the end of a title: （2016年版）."""
