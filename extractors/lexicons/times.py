"""How official documents write a time by which something is due (regular expressions)."""

from __future__ import annotations

_HAN = "一二三四五六七八九十"
_BEGINS = (
    rf"(?=[\d{_HAN}两今明次当本后考的第每自从即现印下发公颁施实生接收通文方意办细规决计到至截于在年上中半月按"
    r"元除春清端重国汛雨采供开过逐入高备麦夏秋寒暑封“\"])"
    r"(?=[\d元除春清端中重国汛雨采供开五七入高备麦夏秋寒暑封上]|[^。；\n]{0,14}[年月日号旬周季天期内逐末])"
)
"""What a time begins with, and the unit that it has, which only figures and feasts need not: looked at first, so that
a text is read sixteen times as fast."""

_COUNT = rf"(?:\d{{1,3}}|[{_HAN}两]{{1,3}})"

_YEAR = (
    rf"(?:(?:考核期)?第[\d{_HAN}]年|(?:19|20)\d{{2}}年|二[〇○零][〇○零一二三四五六七八九]{{2}}年"
    "|下一?年度|[今明当次本后]年)"
)
_MONTH = rf"(?:(?<!\d)\d{{1,2}}月|[{_HAN}]{{1,2}}月)(?:份)?"
"""A month; a figure that is none (13月) is read too, so that its date is doubted and no 3月 is seen in it."""
_PART = rf"(?:[上中下]{{1,2}}旬|月?[底初末]|(?:\d{{1,2}}|[{_HAN}]{{1,3}})[日号])"
_QUARTER = (
    "(?:前[二两三]个?季度|(?:第?[一二三四][、和])?第?[一二三四1234]季度[底末]?"
    "|[上下]半年|年中和年[底末]|年[底末中初终])"
)
_BEFORE = r"(?:以前|之前|底前|前(?!后|[二两三]个?季度)|以内|之内|内)"
_CLOCK = rf"(?:(?:[上下中]午|[早晚])?(?:\d{{1,2}}(?:[:：]\d{{2}}|[时点])|[{_HAN}]{{1,3}}[时点]|下班)|中午)"
_OF_YEAR = rf"{_YEAR}(?:{_QUARTER}|[底末初]|适当时[候机])"
_FIGURES = (
    r"(?<![\d.．/－\-])(?:19|20)\d{2}"
    r"(?:[.．]\d{1,2}(?:[.．]\d{1,2})?|/\d{1,2}(?:/\d{1,2})?|[－\-]\d{1,2}(?:[－\-]\d{1,2})?)(?![\d.．/%％])[日号]?"
)
"""A date in figures alone: 2019.10.31, 2019/10/31, 2019-10."""
_DATE = rf"(?:{_FIGURES}|{_YEAR}?(?:的)?{_MONTH}{_PART}?|{_OF_YEAR}|{_QUARTER}(?={_BEFORE})|{_YEAR})"

_SEVERAL = rf"{_YEAR}(?:1[0-2]|[1-9])(?:[、和](?:1[0-2]|[1-9]))+(?:[{_HAN}两]个)?月"
"""Months of which only the last has the word: 2000年7、8、9三个月."""

START = (
    rf"{_BEGINS}(?:[自从]?(?:{_DATE}|即日|现在)(?:开始|起)(?![草来到至])|{_YEAR}?{_MONTH}{_PART}?(?:以|之)?后(?=，))"
)
"""The day from which on something must be done: 自2021年12月1日起, 2020年起, 10月1日后."""

_DAYS = rf"(?:(?:\d+|[{_HAN}两]+)个?(?:工作日|月|周|年|日|天)|半个?[月年])(?:之|以)?内"

_OF_MONTH = rf"{_MONTH}{_PART}?"
_MONTHS = rf"(?:的?第[\d{_HAN}两]年)?的?{_OF_MONTH}(?:(?:{_BEFORE}?[、和及]{{1,2}}|[至到—\-]){_OF_MONTH})*"
"""4月1日至6月20日, 1月、4月、7月中旬前及9月底, 第二年的10月底."""
_QUARTERS = rf"的?(?:第?[一二三四]季度|[首末]月|第[{_HAN}]个月)(?:的?{_PART})?"
_DAYS_OF_MONTH = r"\d{1,2}[日号](?:[、和及至—\-]\d{1,2}[日号])*"
_DAY_OF_WEEK = "[一二三四五六日天]"
_WEEKDAY = rf"(?:[（(](?:星期|周){_DAY_OF_WEEK}[）)])"
_WEEKDAYS = (
    rf"(?:{_DAY_OF_WEEK}(?:[、和及](?:每?周)?{_DAY_OF_WEEK})+(?![次场])|{_DAY_OF_WEEK}(?=[上下]|前|[将向报召\d]))"
)
_SEASON = (
    "“?(?:元旦|除夕|春节|元宵|清明|端午|五一|七一|中秋|重阳|国庆|汛期?|雨季|[采供]暖[季期]|开学|入冬|入汛|高考|"
    "[寒暑]假|春耕|春播|备耕|麦收|夏收|秋收|秋播|封冻|上冻)"
    "”?(?:节|假期)?(?:来临|到来)?"
)
_IN_PERIOD = (
    rf"(?:{_SEASON}(?:(?={_BEFORE})|(?:结束)?后)|的?最后一(?:个?工作日|个?周{_DAY_OF_WEEK}|[天日]|个月(?:的?{_PART})?)|{_MONTHS}|{_QUARTERS}|的?{_DAYS_OF_MONTH}|年?[底初末终中]|{_WEEKDAYS})?"
    rf"{_CLOCK}?{_BEFORE}?"
)
_TOLD_OFTEN = (
    r"(?:向[^，。；]{2,20}?)?(?:组织)?(?:召开|开展|通报|报(?![销名价酬考表])|上报|报告|公告|公布|推送|反馈|调度)"
)
"""What bodies do at the end of each period: 按季度[通报进展]; who 按月[缴费] pays by the month."""
_EACH = (
    rf"(?:每(?:{_COUNT}?个|{_COUNT})?(?:年度?|季度|半年|半个?月|月|周|旬|学[期年]|季|考核期)(?:(?:结束)?后{_DAYS}|{_IN_PERIOD})"
    rf"|每[日天](?:{_CLOCK}{_BEFORE}?|(?=[^，。；\d]{{0,6}}(?:\d+|十[一二]?)[时点]前?))"
    rf"|(?:(?<![\u4e00-\u9fff])|(?<=[应要须需]))每[日天](?={_TOLD_OFTEN})"  # 应每天报送
    rf"|按(?:年度?|季度?|月|周)(?={_TOLD_OFTEN}))"
)
"""What recurs: 每月20日前, 每两年, 每周五前, 每季度结束后10个工作日内, 按季度[通报进展]."""

_TEXT = "(?:通知|文件|方案|意见|办法|细则|规定|决定|规划|计划|预案)"
_WITHIN = (
    rf"自?(?:(?:本[^，。；、]{{2,6}}?|{_TEXT}|(?<![\u4e00-\u9fff])|(?<=[自从在于应要须需将]))"
    r"(?:印发|下发|发布|公布|颁布|发文|施行|实施|生效)"
    rf"|(?:接到|收到)本?{_TEXT})(?:之日|之时|日)?(?:以?后|起)?的?{_DAYS}"
)
"""Counted from the document itself, or from its coming: 本通知印发之日起30日内, 接到通知之日起10日内."""

TO = r"(?:[—\-－–―~～]+|至|到)"
"""What stands between the first and the last day of an interval."""

_NOW = f"[自从]?(?:即日|现在|(?:本?{_TEXT})?(?:印发|下发|发布|公布|发文)之日)(?=起)"
_HOURS = (
    rf"(?<=[在于])(?:\d{{1,3}}|[{_HAN}两]{{1,2}}|半)个?(?:小时|分钟)(?:之|以)?内"
    "(?=[^，。；]{0,16}报[告送省市县区镇乡])"
)
"""The hours within which something is reported: 要在2小时内报告; those within which it is done are of a service."""

_RANGE = (
    rf"(?:(?:(?:[自从]?{_YEAR}?{_OF_MONTH}|{_OF_YEAR}|{_YEAR}|{_NOW})起?|{_YEAR}\d{{1,2}}(?={TO}\d{{1,2}}月))"
    rf"[ ]?{TO}[ ]?"
    rf"(?:{_YEAR}?(?:{_OF_MONTH}|{_PART})|{_OF_YEAR}|年[底末]|{_YEAR}|长期)"
    rf"|{_FIGURES}[ ]?{TO}[ ]?(?:{_FIGURES}|\d{{1,2}}[.．/]\d{{1,2}}(?![\d.．/])))(?:期间)?{_BEFORE}?"
)
"""From one time to another: 3月1日至15日, 2017年12月—2018年8月, 2024.4-2024.6."""
_YEARS = rf"(?<![\d第])(?:19|20)\d{{2}}[ ]?{TO}[ ]?{_YEAR}"
"""Years of which only the last has the word: 2019－2021年."""
_PLAN = r"[“\"]?(?:十[一二三四五六]?|[六七八九])五[”\"]?(?:规划)?(?:期间|时期|期?末)"
_FEAST = rf"{_SEASON}(?:前后|{_BEFORE})"
_OF_NEXT = (
    rf"(?:(?:次|下|当|本)月{_PART}?{_BEFORE}|(?<![\d{_HAN}个每季首末])月[底末]{_BEFORE}"
    rf"|(?<=[在于])\d{{1,2}}[日号](?:之|以)?前|本周(?:[一二三四五六日末](?:之|以)?前?|内)"
    rf"|下周[一二三四五六日](?:之|以)?前|(?<![\d月])[上中下]旬(?:{_BEFORE}|(?=，))|次日{_CLOCK}?{_BEFORE}"
    rf"|当[日天]{_CLOCK}{_BEFORE})"
)
"""A time of a month, or a day, that the words do not name: 次月5日前, 月底前, 次日中午12时前."""

TIME = (
    rf"{_BEGINS}(?:到|至|截至|于|在|自)?"
    rf"(?:{_YEARS}|{_RANGE}|{_EACH}|{_DATE}{_BEFORE}?|过渡期内|逐年|逐月|{_PLAN}|{_FEAST}|{_OF_NEXT}|{_WITHIN}|{_DAYS})"
)
"""A time phrase of any sort."""

_ACHIEVED = "(?:基本|全面|全部)?(?:完成|解决|实现|建成|达到|达标|竣工|完工|投产|投用|投入使用|通车|交付)(?!的)"
"""What stands behind a year alone by whose end something is due."""

_MORE = "低高优少多大小早晚等属"
"""What stands before 于 that compares: 低于2019年."""

AFTER = (
    r"[在于](?P<time>(?:会|[^，。；、在于\d]{2,8}?(?:印发|下发|公布|发布|结束)(?:之日)?以?)"
    rf"(?:后|起)的?{_DAYS})"
)
"""A time phrase counted from what the text itself does not date: 在预案印发后的20个工作日内, 于会后3日内."""

DUE = (
    rf"{_BEGINS}(?:{_WITHIN}"
    rf"|{_YEARS}(?:期间|{_BEFORE}|(?=，|{_ACHIEVED}))|(?<=[在于]){_YEARS}"
    rf"|{_RANGE}"
    rf"|{_SEVERAL}|{_YEAR}?{_OF_MONTH}(?:[、和]{_OF_MONTH})+{_BEFORE}"
    rf"|(?<=[在于]){_YEAR}?{_OF_MONTH}(?:[、和]{_OF_MONTH})+"  # 于3月、6月、9月开展
    rf"|(?<![\d.年])\d{{1,2}}{TO}{_MONTH}{_PART}?(?:期间|{_BEFORE}|(?=，))"  # 3-5月，各镇要
    rf"|(?:到|至)(?:{_YEAR}?{_OF_MONTH}|(?:{_OF_YEAR}|{_YEAR})){_BEFORE}?"  # 到2020年
    rf"|{_DATE}{_WEEKDAY}?{_CLOCK}?{_BEFORE}"  # 2017年12月25日前, 年底前, 2月20日17:30前
    rf"|{_YEAR}?{_MONTH}[上中下]旬{_BEFORE}?"  # 12月上旬
    rf"|{_OF_YEAR}|{_YEAR}{_MONTH}[底末]"  # 2022年第一季度
    rf"|{_QUARTER}(?=，)|(?<=[在于]){_QUARTER}"  # 二季度末，各镇要; 在上半年完成
    rf"|{_YEAR}?{_OF_MONTH}(?={_ACHIEVED})|(?<=(?:截止|完成)时[间限]为){_YEAR}?{_OF_MONTH}"  # 6月30日全面完成
    rf"|{_YEAR}(?=，[^，。；]{{2,40}}(?:将(?!近)|要|应当?|须|负责))"  # 2023年，县财政局将组织
    rf"|{_YEAR}(?={_ACHIEVED})|(?<=于)(?<![{_MORE}]于){_YEAR}(?!初|\d)"  # 确保2019年完成; 于2018年购置
    rf"|{_YEAR}?{_MONTH}[底末]?(?=，)|(?<=[在于]){_YEAR}?{_OF_MONTH}"  # 3月，各镇要开展自查; 在5月份开展宣传
    rf"|(?:(?<=[在于])|(?<=力争)|(?<=确保)|(?<=争取))(?:{_COUNT}[至到—-])?{_COUNT}(?:个月|周|年)内"
    rf"|(?:(?<=力争)|(?<=确保)|(?<=争取)){_COUNT}(?:个月|年)[之以]内|(?<=用){_COUNT}(?:个月|年)(?:左右)?的?时间"
    rf"|{START}，?(?:{_COUNT}(?:个月|年)内|用{_COUNT}(?:个月|年)(?:左右)?的?时间)|(?:{START}，?)?{_EACH}|{_OF_NEXT}|{_YEAR}?{_FEAST}|(?:(?<![\u4e00-\u9fff“\"])|(?<=[在过])|(?<=力争))到?{_PLAN}|(?<![\d{_HAN}两多])年内|过渡期内|逐年|逐月|{_HOURS})"
)
"""A time phrase by which something is due."""

DUE_BY = rf"{_BEGINS}(?:{_DATE}{_CLOCK}?{_BEFORE}|(?:到|至)(?:{_YEAR}?{_OF_MONTH}|{_OF_YEAR}|{_YEAR}))"
"""A time by which something is due, and nothing else: who is named beside it must do it."""

_AMOUNT = (
    r"最高|最低|不超过|不高于|不少于(?![\d一二两三四]+次)|不低于|补|奖|增长|≥|≤|>|<"
    r"|(?:每个|每户|每人|分别|[^，。；]{0,3}(?:次数|费用|标准|金额|时间))(?=[^，。；]{0,8}\d)"
    r"|按[^，。；]{0,24}(?:元|％|%|标准|计算)"
    r"|(?:约|近|仍)?\d[\d,.]*(?:余|多)?(?:[百千万亿]?元|％|%)"
)
"""An amount for each year or month: 每年最高100万元, 每月500元."""

_ARRANGED = r"一(?![次个])[\u4e00-\u9fff]{2,3}(?:[、”\"]|工作|制度|机制)"
"""The name of an arrangement: 每月一调度、每月一通报."""

_CONDITION = r"[^，。；]{0,24}(?<!目)的(?:[，、]|[^，。；]{0,8}(?:可|给予))|(?:新发放|发放的|到期|引荐|出生)"
"""What makes a time a condition: 3月底前完成任务的，给予奖励."""

UNDUE = (
    rf"{_AMOUNT}|{_ARRANGED}|{_CONDITION}"
    r"|[^，。；]{0,24}(?<!解除)了(?!解)|止"
    r"|以来|起|至(?!少|多)|施行|版|度|以上|以下|》|第?\d期|—|-|的(?!努力|财政预算)|发布|印发|毕业|入学"
)
"""What stands behind a time that nothing is due by: 每年最高100万元, 2017年度, 2016年以来, 4月14日进行了."""

TERM = (
    r"不少于|不超过|期限|有效|延[长期至]|顺延|执行|截至|(?<!各)自(?![觉行查评主身治])|从|生产|成立|注册|本办法|超过|达到"
    r"|持续"
)
"""What stands before a time that is the term of something: 延长至2020年底, 有效期至...."""

OF_EACH = r"(?:每人|每户|人均|[对凡]|凡是|对于)$"
"""What stands right before a time that is a rate or a condition: 每人每月500元, 对3月底前到期的贷款."""

OFTEN = r"[^，。；]{0,20}[\d一二两三四]+\s?(?:次|场|期|轮|遍)"
"""What stands behind 每年 where it tells how often a task is done: 每年至少开展1次活动."""

PACE = (
    r"(?:(?<![至到—\-~～])长期|持续|常态化?|不断|滚动|常年|经常性?|适时|按照?(?:工程|项目|时序|序时)*(?:进度|计划|节点))"
    r"(?:坚持|执行|推进|实施|开展|落实|进行|推动|抓好|优化|完善)?(?:并?(?:长期)?坚持)?"
)
"""How a task goes on, where a column, a label or a bracket tells no time by it: 长期坚持, 持续推进, 按进度推进."""

TOLD = rf"(?:{TIME}|{PACE}|全年|立行立改|立即)"
"""A time, or a pace, as a column, a label or a bracket tells it."""

REFERS = (
    r"(?:该项?|此项?|这项|上述|以上|本项|此|这些|前述)(?:工作|任务|内容|事项|材料|情况|清单)?"
    r"(?:原则上|应当?|须|必须|要|需|务必)?(?:全部)?(?:于|在|力争)?"
)
"""What begins a sentence that tells by when the task before it is due: 该项工作于4月底前完成."""

_SPAN_OF_DAYS = rf"{_RANGE}|{_YEAR}?{_MONTH}{_PART}?(?:{_BEFORE}|以?后)?|{_OF_YEAR}{_BEFORE}?"

PHASE = (
    rf"\s*(?:[^，。；：（(]{{2,8}}阶段[：:])?[^，。；：（(]{{2,24}}?[（(](?:时间[：:])?(?P<bracket>{_SPAN_OF_DAYS})(?:止|完成)?[）)]"
    rf"|\s*(?:[^，。；：（(]{{2,8}}阶段[：:])?[^，。；：（(\d]{{0,12}}阶段[：:。]?\s*(?:时间(?:安排)?(?:[：:]|为))?"
    rf"(?P<behind>{_SPAN_OF_DAYS})"
    rf"|\s*[^，。；：\d]{{0,8}}?(?P<first>{_SPAN_OF_DAYS})，?(?:为|是)[^，。；]{{0,16}}阶段"
    rf"|\s*(?P<lead>{_SPAN_OF_DAYS})，[^，。；\d]{{2,8}}。"
)
"""The heading of a phase of a plan: 全面核查阶段（2017年12月下旬）; 5月16日至7月15日，为自查自纠阶段;
第一阶段：自查阶段。时间：5月16日至7月15日; 3月10日前，宣传发动。"""

PHASE_WITHOUT_TIME = r"[^，；：（(]{2,24}阶段。?\s*$"
"""The heading of a phase that leaves its time to the text under it: （一）第一阶段为自查阶段。"""

TIME_OF_PHASE = rf"\s*(?:{_SPAN_OF_DAYS})(?=，)"
"""How the first paragraph under such a heading begins: 2017年4月—6月，由各镇自查."""

UNNUMBERED_PHASE = (
    rf"(?:第[{_HAN}\d]|[^，。；：（(]{{2,12}})阶段(?:[（(：:]|$)"
    rf"|[^，。；：\d]{{0,8}}?(?:{_SPAN_OF_DAYS})，?(?:为|是)[^，。；]{{0,16}}阶段"
)
"""How the heading of a phase without a number of its own begins: 第一阶段：..., 自查阶段（...）."""

_PAPER = "(?:方案|办法|细则|计划|清单|名单|报告|总结|材料|情况|结果)"
REPORT = (
    rf"[。；]\s*(?:此后，)?(?:[^，。；]{{2,16}}{_PAPER})?(?:并|同时|请|要|须|应当?)?[于在]?(?P<time>{DUE})(?:（[^（）]*）)?，?(?:将[^。；]{{1,60}}?)?"
    r"(?:更新)?(?:上?报|反馈|抄送)"
)
"""A sentence without a subject that tells by when the body of the one before it reports: 12月10日前将名单报县应急局;
实施方案要于3月5日前报县政府."""
