"""The time that a duty is due by, and the times that are none."""

from __future__ import annotations

import pytest
from reading import HEAD, read_document

DUE = [
    ("2017年12月25日前，各镇政府要完成排查。", ["2017年12月25日前"], "before the body"),
    ("各镇政府应于3月10日前将方案报县应急局。", ["3月10日前"], "behind the body"),
    ("各镇政府要按照要求，细化措施，压实责任，强化调度，于5月18日以前报县应急局。", ["5月18日以前"], "于 far behind"),
    ("12月中旬，由县房管局组织检查。", ["12月中旬"], "a part of a month"),
    ("县政府常务会议每年至少研究一次残疾人工作。", ["每年"], "what recurs"),
    ("各镇政府要在每月26日前报送进展。", ["每月26日前"], "a day of each month"),
    ("到2020年，县残联要建成康复中心。", ["到2020年"], "到 a year"),
    ("各部门要在本意见印发之日起30日内制定办法。", ["本意见印发之日起30日内"], "days from the document"),
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
    ("1. 清理收费，公布清单。\n责任单位：县发改局\n完成时限：按上级要求", [None], "a label without a time"),
    (
        "1. 清理收费。各镇要公布清单。\n责任单位：县发改局\n完成时限：2020年6月底前\n2. 各镇要加强管理。",
        ["2020年6月底前", "2020年6月底前", None],
        "a label of time holds for what the sentences of its item tell, and not for the next item",
    ),
    (
        "1. 清理收费，公布清单。\n责任单位：县发改局\n进度安排：2020年6月底前报县政府",
        ["2020年6月底前"],
        "another label",
    ),
    ("1. 清理收费，公布清单。\n责任单位：县发改局\n时间安排：3月1日至5月31日", ["3月1日至5月31日"], "a label of days"),
    ("序号\t任务\t责任单位\t完成时限\n1\t开展排查\t县应急局\t2020年底", ["2020年底"], "a column of time"),
    ("序号\t任务\t责任单位\t完成时间\n1\t开展排查\t县应急局\t——", [None], "a column without a time"),
    ("1. 年底前，开发监测系统。（责任单位：县应急局）", ["年底前"], "a task that is one sentence"),
    (
        "1. 建设平台，整合资源。年底前召开培训会。加强宣传，提高水平。（责任单位：县应急局）",
        [None],
        "one step of a task of several sentences",
    ),
    (
        "1. 建设平台，整合资源。年底前实现全县联网。加强培训，提高水平。（责任单位：县应急局）",
        ["年底前"],
        "what the whole of it comes to",
    ),
    (
        "1. 清理欠款。建立挂牌制度，确保6月底前无分歧欠款全部“清零”。畅通举报渠道，及时处理。（责任单位：县工信局）",
        ["6月底前"],
        "the result of the task",
    ),
    (
        "1. 建设平台。6月底前实现县级联网。年底前实现乡镇联网。（责任单位：县应急局）",
        [None],
        "results at two times: neither is that of the whole",
    ),
    (
        "1. 公开养老信息。年底前，各镇政府要建立养老服务清单。（责任单位：县民政局）",
        ["年底前", None],
        "a time right before a subject is not that of the bracket's bodies",
    ),
    (
        "各镇政府要划分监管网格，明确责任人；网格划分方案要于2015年底前报县政府备案。",
        ["2015年底前"],
        "the next sentence tells when a paper that the task makes is reported",
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
    (
        "12月底前，开发快递系统，全面推行免费收寄服务，由县财政局统一支付快递费用，实现服务全覆盖。",
        ["12月底前"],
        "a time at the head of a sentence is over all its clauses",
    ),
    ("全县每年建设五所以上食堂，县民政局要建立绿色通道。", [None], "the time of a clause of somebody else"),
    (
        "每年2月底前各镇完成考核，3月底前县卫健局完成分析工作。",
        ["每年2月底前", "3月底前"],
        "each body has the time right before it",
    ),
    (
        "县卫健局要建立台账和报表制度，在录入信息系统时，将服务情况单独记录，单独统计，每月进行汇总分析。",
        ["每月"],
        "at the head of a clause, however far behind the body",
    ),
    (
        "各镇对辖区幼儿园进行排查，建立台账。该项工作于2020年4月底前完成。",
        ["2020年4月底前"],
        "the next sentence tells it",
    ),
    (
        "各成员单位于每季度结束后10个工作日内将进展报县发改局。",
        ["每季度结束后10个工作日内"],
        "counted from each quarter",
    ),
    ("各镇应于每年1月、4月、7月中旬前及9月底前，报送进展。", ["每年1月、4月、7月中旬前及9月底前"], "several times"),
    ("各镇要每周二、周五报告复工进度。", ["每周二、周五"], "days of the week"),
    ("在9月底至10月30日期间，各企业应开展自查。", ["9月底至10月30日期间"], "from one day to another"),
    ("各镇应当自本通知发布之日起1年内完成核实工作。", ["自本通知发布之日起1年内"], "counted from the document"),
    ("“十四五”期间，各镇要改造一家商贸中心。", ["“十四五”期间"], "a period of five years"),
    ("各单位在6月30日前按分配名额\n\n将岗位准备好。", ["6月30日前"], "按 behind a time is no amount"),
    ("县环保局要加强巡查，每年按一定比例对企业进行抽查。", ["每年"], "按 a share is no amount"),
    (
        "县商务局要做好以下工作：\n1. 健全投诉机制。要设立投诉平台，立即核实。每月10日前将处理情况上报。",
        ["每月10日前"],
        "an item of a list is one duty: the only time in it is its own",
    ),
    ("1. 每年至少开展一次演练。（责任单位：县应急局）", ["每年"], "how often a task of one sentence is done"),
    (
        "（二）实施阶段（2020年11月中旬）\n1. 11月10日起全面推进，确保11月底前覆盖。对无法落实的，各镇要简易管理。",
        [None],
        "an item with times of its own is not due with its phase",
    ),
    (
        "第一阶段：动员部署（2020年3月1日至15日）\n各镇要制定方案。\n第二阶段：排查（2020年4月）\n县应急局要组织排查。",
        ["2020年3月1日至15日", "2020年4月"],
        "phases without numbers of their own",
    ),
    (
        "（一）自查阶段\n时间安排：2020年3月\n1. 县应急局要制定方案。",
        ["2020年3月"],
        "a label of time under the heading of a phase",
    ),
    ("审批机关应当在5个工作日内办结。", [None], "a service time"),
    ("县财政局落实补贴政策，执行期限延长至2020年底。", [None], "the term of a policy"),
    ("县财政局要及时拨付补助，每年最高不超过100万元。", [None], "an amount a year"),
    ("2017年县应急局要加强巡查。", [None], "a year alone"),
    ("县财政局每年安排300万元，支持创业。", ["每年"], "what is done each year, with an amount"),
    ("县政府办公室牵头，年内制定办法。", ["年内"], "within the year"),
    ("12月底，县残联要进行自查。", ["12月底"], "the end of a month at the head of a clause"),
    ("1997年4―6月，由各镇政府开展自查。", ["1997年4―6月"], "the word of the first month left out"),
    (
        "各镇要成立专班，明确任务。12月10日前将名单报县应急局。县财政局要保障经费。",
        ["12月10日前", None],
        "the next sentence has no subject, and tells by when to report",
    ),
    (
        "自查阶段（2020年3月1日至15日）\n各镇要制定方案。\n整改阶段：2020年4月\n县应急局要抓好整改。",
        ["2020年3月1日至15日", "2020年4月"],
        "phases that are only named",
    ),
    ("2018年5月，国务院印发了通知。", [], "what was done"),
    ("1. 加强防治。每年汛前完成排查，落实措施。（责任单位：县应急局）", ["每年汛前"], "a season of each year"),
    ("县应急局要在5月份开展集中宣传。", ["5月份"], "in a month"),
    ("各镇要在一个月内完成整改。", ["一个月内"], "within a month that nothing else begins"),
    ("县财政局要在收到申请后1个月内拨付资金。", [None], "a service time, counted from something else"),
    (
        "（一）第一阶段为自查阶段。\n2018年4―6月，由各镇政府组织自查。对自查的问题，县应急局要抓好整改。\n"
        "（二）第二阶段为总结阶段。\n2018年10月――2019年2月，由县应急局开展总结。对达标的村，各镇政府要予以奖励。",
        ["2018年4―6月", "2018年4―6月", "2018年10月――2019年2月", "2018年10月――2019年2月"],
        "the time at the head of the paragraph under the heading of a phase is that of all of it",
    ),
    (
        "（一）准备阶段。3月1日至15日，各镇政府要制定方案。县应急局要加强指导。",
        ["3月1日至15日", "3月1日至15日"],
        "and that behind the heading in its line",
    ),
    ("（三）总结阶段（11月1日后）。各镇要总结经验。", ["11月1日后"], "a phase without an end"),
    ("各镇要整理清单，并于2月20日17:30前报县应急局。", ["2月20日17:30前"], "with the hour"),
    ("各镇要于每周五下班前报县应急局。", ["每周五下班前"], "with the hour of a week"),
    ("县房管局要建立每月一调度、每月一通报工作制度。", [None], "the name of an arrangement"),
    ("县林业局对在3月底前完成植树任务的，应给予补助。", [None], "a condition"),
    ("县医保局应支付护理费用，限额为参保人员每人每月500元。", [None], "an amount for each month"),
    ("县应急局要贯彻《“十四五”期间应急体系建设规划》。", [None], "part of a title"),
    ("自2020年5月1日起，县应急局要全面推行新表格。", ["自2020年5月1日起"], "from a day on"),
    (
        "县交通局要落实替代要求，自2021年12月1日起，不再新增燃油公交车。",
        ["自2021年12月1日起"],
        "from a day on, at the head of a clause",
    ),
    ("自2020年起，县应急局应于每年3月底前报送总结。", ["每年3月底前"], "the time by which comes first"),
    ("由县工信局公布目录，从2021年11月起，每半年更新1次。", ["从2021年11月起，每半年"], "what recurs from a month on"),
    ("补贴标准从2021年1月1日起执行，各镇要按新标准补发。", [None], "the term of a policy, in a clause of its own"),
    (
        "自2020年2月起，阶段性减免社会保险费。建立台账。（责任单位：县医保局）",
        [None],
        "a policy that a bracket gives bodies",
    ),
    ("县教育局要优化校舍安排，2021年解决大班额问题。", ["2021年"], "a year alone, by which something is achieved"),
    ("各镇要压实责任，确保2021年完成创建任务。", ["2021年"], "behind 确保"),
    ("县教育局要加大投入，按照标准，于2021年购置仪器。", ["2021年"], "behind 于"),
    ("县金融局要确保融资成本低于2019年同期。", [None], "于 that compares"),
    ("县教育局要总结2019年完成的任务。", [None], "a year of what was done"),
    (
        "2020年7、8、9三个月，在全县开展专项治理。专项治理工作由县应急局牵头。",
        ["2020年7、8、9三个月"],
        "the sentence before names the task and its months",
    ),
    ("自2020年1月1日起实施，县应急局要加强巡查。", [None], "the force of a text is no day by which a duty is due"),
    ("10月1日后，县应急局要加强巡查。", ["10月1日后"], "after a day, at the head of a clause"),
    ("县应急局要关停10月1日后新建的矿井。", [None], "after a day, as a part of a name"),
    (
        "县应急局要在2020年13月底前完成排查。",
        ["2020年13月底前"],
        "no such month: the words stay, no 3月 is seen in them",
    ),
    ("2019－2021年，县应急局要组织排查。", ["2019－2021年"], "years at the head of a clause"),
    ("县应急局要于2019~2021年组织排查。", ["2019~2021年"], "behind 于"),
    ("县应急局要制定2019—2021年新增车辆的计划。", [None], "years of a plan are part of its name"),
    (
        "2021年3月底前，县应急局要制定方案；6月底前，县住建局要完成排查；年底前，各镇要完成整改。",
        ["2021年3月底前", "6月底前", "年底前"],
        "each part of a sentence has its own",
    ),
    ("县应急局要在2020.10.31前完成排查。", ["2020.10.31前"], "a date in figures"),
    ("2020/10/31前，县应急局要完成排查。", ["2020/10/31前"], "with strokes"),
    ("县应急局要在2020-10-31前完成排查。", ["2020-10-31前"], "with hyphens"),
    ("县应急局要把比例提高到2020.5。", [None], "a figure that is no date"),
    ("县应急局要在二季度末前完成排查。", ["二季度末前"], "the end of a quarter"),
    ("上半年，县应急局要完成排查。", ["上半年"], "half a year, at the head of a clause"),
    ("县应急局要在上半年完成排查。", ["上半年"], "and behind 在"),
    ("县应急局要总结上半年工作。", [None], "the time of something else"),
    ("县应急局要在月底前完成排查。", ["月底前"], "of the month of the document"),
    ("各镇要在接到通知之日起10日内完成排查。", ["接到通知之日起10日内"], "counted from its coming"),
    ("县应急局收到申请之日起10日内，应当办结。", [None], "a service time"),
    ("各镇应当在本办法施行后的30个工作日内制定方案。", ["本办法施行后的30个工作日内"], "后的"),
    ("各镇应当在预案印发后20日内报县应急局。", [None], "counted from the issue of another text"),
    ("各镇将新增情况于次日中午12时前报县应急局。", ["次日中午12时前"], "the day behind another"),
    (
        "县应急局和县住建局、各镇要在2020年10月底前完成排查。",
        ["2020年10月底前", "2020年10月底前", "2020年10月底前"],
        "all that share the task share its time",
    ),
    ("1. 排查。（责任单位：县应急局；完成时限：2020.10.31）", ["2020.10.31"], "figures in a bracket"),
    ("序号\t任务\t责任单位\t时限\n1\t排查\t县应急局\t2019-2021年", ["2019-2021年"], "years in a column"),
    (
        "由县应急局会同县住建局于2020年10月底前完成排查，县财政局配合。",
        ["2020年10月底前", "2020年10月底前", "2020年10月底前"],
        "who only supports shares the time before him",
    ),
    (
        "县应急局3月底前制定方案，县财政局要保障经费，县住建局配合。",
        ["3月底前", None, None],
        "not that of another task",
    ),
    (
        "1. 开展排查。（县应急局、县住建局；2020年10月底前）",
        ["2020年10月底前", "2020年10月底前"],
        "a time alone in a bracket",
    ),
    ("1. 开展排查。（县应急局牵头，县住建局配合；2019－2021年）", ["2019－2021年", "2019－2021年"], "years in it"),
    (
        "各镇要组织申报，提出意见，将申请书（一式三份，附目录，加盖公章）、清单报经审核，于7月30日前报县工信局。",
        ["7月30日前"],
        "commas in brackets are no clauses",
    ),
    ("各镇要努力实现“十四五”期间减灾目标。", [None], "a plan of five years that tells what sort of aim"),
    ("各镇要加强排查，通过“十四五”期间的努力，降低风险。", ["“十四五”期间"], "through the efforts of such a plan"),
    ("各镇要开展排查，确保6月30日全面完成。", ["6月30日"], "a day by which something is achieved"),
    ("各镇要总结6月30日完成的任务。", [None], "what was done on a day"),
    ("各镇要开展排查，截止时间为2020年6月30日。", ["2020年6月30日"], "called so"),
    ("各镇要于3月5日（星期四）前报送方案。", ["3月5日（星期四）前"], "with the day of the week"),
    ("县应急局要于10月中下旬组织排查。", ["10月中下旬"], "two thirds of a month"),
    ("县应急局要在九月一日前完成排查。", ["九月一日前"], "a day in Chinese numerals"),
    ("县应急局要于2020年3月、6月、9月开展排查。", ["2020年3月、6月、9月"], "several months"),
    ("3-5月，县应急局要组织排查。", ["3-5月"], "the word of the first month left out"),
    ("2020年第三、四季度，县应急局要组织排查。", ["2020年第三、四季度"], "two quarters"),
    ("县应急局要自即日起至12月31日开展排查。", ["自即日起至12月31日"], "from the day of the document"),
    ("即日起，县应急局要开展排查。", ["即日起"], "without an end"),
    ("县应急局要于20日前报送方案。", ["20日前"], "of which month is not told: the words stay"),
    ("县应急局要于本周五前报送方案。", ["本周五前"], "of a week"),
    ("县应急局每周一、三、五要报送进展。", ["每周一、三、五"], "days of each week"),
    ("县应急局要每周一次报送进展。", ["每周"], "how often, and no Monday"),
    ("县财政局从2016年起3年内要统筹安排资金。", ["从2016年起3年内"], "a term from a day that is told"),
    ("各镇要加强管理，力争3年内完成创建。", ["3年内"], "behind 力争"),
    ("县应急局3月底前制定方案。", ["3月底前"], "a time beside a body and a plain verb tells it what to do"),
    ("县应急局3月底前要制定方案，县住建局年底前完成整改。", ["3月底前", "年底前"], "with and without a modal"),
    ("2022年前，市、县建立奖补制度。", ["2022年前"], "places too, where such a time stands before them"),
    ("各县采购主体要签订合同，于2019年初开始执行集中采购结果。", ["2019年初"], "the beginning of a year"),
    ("县应急局应每半月报送一次进展。", ["每半月"], "halves of months"),
    ("县应急局要每旬报送进展。", ["每旬"], "thirds of months"),
    ("各校每学年至少要开展两次演练。", ["每学年"], "years of schools"),
    ("各镇要每日下班前报送进展。", ["每日下班前"], "an hour of each day"),
    ("各镇每日上午十时要报送进展。", ["每日上午十时"], "the hour in Chinese numerals"),
    ("各镇要在当日17:00前报送进展。", ["当日17:00前"], "an hour of the day that is meant"),
    ("各镇要于下周一前报送方案。", ["下周一前"], "of the next week"),
    ("县住建局要在入冬前完成检修。", ["入冬前"], "a season that begins"),
    ("县商务局要在“五一”假期前组织检查。", ["“五一”假期前"], "a feast in quotes"),
    ("到“十四五”末，县发改局要完成改造。", ["到“十四五”末"], "the end of a plan of five years"),
    ("各镇要在3至5年内建成体系。", ["3至5年内"], "a term of some years"),
    ("各镇要力争5年之内建成体系。", ["5年之内"], "a term that is striven for"),
    ("县发改局要用3年左右时间完成改造。", ["3年左右时间"], "a term that is used"),
    ("县发改局要从2024年开始，用三年时间完成改造。", ["从2024年开始，用三年时间"], "from a year on"),
    ("县应急局要按季度开展评估。", ["按季度"], "another thing that is done each quarter"),
    ("各镇要于3月5日下午下班前报送名单。", ["3月5日下午下班前"], "the end of an afternoon's work"),
    ("2020年6月底前完成普查，县统计局负责。", ["2020年6月底前"], "the body told behind its task"),
    ("（一）自查阶段（2020年3月底前完成）。各镇要开展自查。", ["2020年3月底前"], "a phase that is done by a time"),
    ("（一）自查阶段（3月1日起至3月31日止）。各镇要开展自查。", ["3月1日起至3月31日"], "a phase up to a day"),
    ("（一）自查阶段（2020.3.1-3.31）。各镇要开展自查。", ["2020.3.1-3.31"], "the days of a phase in figures"),
    ("今年适当时候，由县应急局组织检查。", ["今年适当时候"], "a fit time of a year"),
    ("2022年，市、县建立奖补制度。", [], "a year alone does not tell them"),
    ("至2020年底，小微企业融资成本降低。", [], "no body is told to do it"),
    ("2020年7月，在全县开展专项治理。具体方案由县应急局制定。", [None], "another task"),
    ("县发改局要加强督促检查，按季度通报工作进展。", ["按季度"], "what is told at the end of each quarter"),
    ("主任单位按季组织召开会议。", ["按季"], "a meeting of each quarter"),
    ("县医保局负责核定标准，参保单位应按月缴费。", [None, None], "按月 tells how much is paid at a time, and no day"),
    ("接收单位应当按照不低于平均工资的80%逐月发放生活费。", ["逐月"], "what is paid each month"),
    (
        "各银行要加大投入，力争“十二五”期间信贷增速高于全部贷款。",
        ["“十二五”期间"],
        "what is striven for in the plan's years",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), DUE)
def test_deadlines(text: str, expected: list[str | None], why: str) -> None:
    assert [duty.deadline for duty in read_document(text).duties] == expected, why


PACES = [
    ("1. 清理收费，公布清单。\n责任单位：县发改局\n完成时限：持续推进", None, "持续推进", "a label"),
    ("序号\t任务\t责任单位\t完成时限\n1\t开展排查\t县应急局\t长期坚持", None, "长期坚持", "a column"),
    ("1. 开展排查。（持续推进，牵头单位：县应急局）", None, "持续推进", "a bracket"),
    ("1. 开展排查。（按进度推进，牵头单位：县应急局）", None, "按进度推进", "as far as it comes"),
    (
        "1. 建设平台。（6月底取得明显成效并持续推进，牵头单位：县应急局）",
        "6月底",
        "持续推进",
        "a time, and what goes on behind it",
    ),
    ("1. 建设平台。\n责任单位：县应急局\n时限：2019年12月，持续推进", "2019年12月", None, "a clause of its own"),
    (
        "序号\t任务\t责任单位\t时限\n1\t排查\t县应急局\t2019年6月底完成并长期坚持",
        "2019年6月底",
        "长期坚持",
        "both in a cell",
    ),
    (
        "序号\t任务\t责任单位\t时限\n1\t排查\t县应急局\t2024年7月至长期",
        "2024年7月至长期",
        None,
        "a time that has no end",
    ),
    ("序号\t任务\t责任单位\t时限\n1\t排查\t县应急局\t全年", "全年", None, "a time"),
    (
        "1. 县应急局要于每年3月底前公布数据。\n责任单位：县统计局\n进度安排：长期执行",
        None,
        "长期执行",
        "a time of a task that goes on is not that of the whole",
    ),
    ("县应急局要持续推进排查。", None, None, "the words of a task"),
]


@pytest.mark.parametrize(("text", "deadline", "pace", "why"), PACES)
def test_a_pace_is_no_deadline(text: str, deadline: str | None, pace: str | None, why: str) -> None:
    document = read_document(text)
    duty = document.duties[-1]
    assert (duty.deadline, duty.pace) == (deadline, pace), why
    assert duty.pace_span is None or (HEAD + text)[slice(*duty.pace_span)] == pace


def test_the_place_of_a_deadline_is_kept() -> None:
    text = "2017年12月25日前，各镇政府要完成排查。"
    (duty,) = read_document(text).duties
    assert duty.deadline_span is not None
    assert (HEAD + text)[slice(*duty.deadline_span)] == "2017年12月25日前"
