"""The head and foot of a document: what is found, and that the text proves it."""

from __future__ import annotations

import re

import pytest

from extractors.head import Head, read_head, split_addressees
from extractors.place import place_of

PLAIN = """临溪县人民政府办公室
关于加强防汛
工作的通知
临政办发〔2020〕12号
各镇人民政府，县政府各部门：
现就有关事项通知如下：
一、做好准备。
临溪县人民政府办公室
2020年3月5日
"""
GLUED = (
    "临溪县人民政府关于加快电商发展的意见临政发〔2019〕17号各镇人民政府，县政府有关部门：近年来发展很快。"
    "一、总体要求。营造良好氛围。临溪县人民政府 2019年6月28日 （此件公开发布）\n"
)
REPEATED = (
    "关于促进就业的若干措施 青川市人民政府办公厅 关于促进就业的若干措施 青政办发〔2020〕7号 各区人民政府："
    "为促进就业，制定以下措施。青川市人民政府办公厅2020年2月5日 分享：\n"
)
PAGE = """临溪县人民政府关于下达任务的通知
首页 > 政务公开 > 政策文件
索引号：\t113325000026455663/2023-43887\t文号：\t临政发〔2023〕30号
发布机构：\t县政府\t成文日期：\t2023-10-16
【打印】 【字体：大 中 小】
临溪县人民政府关于下达任务的通知
发布日期：2023-10-23 浏览次数：-
各镇人民政府：
现将任务下达给你们。
附件：任务表
临溪县人民政府
"""
ORDER = """首页 > 政务公开
青川市老年人优待办法
2021-02-09
青川市人民政府令
第179号
《青川市老年人优待办法》已经市政府常务会议通过，现予公布，自2021年5月1日起施行。
市 长：陈明远
2021年1月29日
青川市老年人优待办法
第一条 为了保障老年人权益。
"""
JOINT = """商务部等3部门关于印发《供应链行动计划》的通知
商流函〔2025〕6号
各省商务、财政主管部门：
现印发给你们。
商务部 财政部\x20
国家数据局
2025年3月24日
供应链行动计划
"""
MENU = """搜索热词：社保 医保 高质量发展 居住证 绿美青川 营商环境 助企纾困。更多服务见办事大厅
临溪县民政局 临溪县财政局关于调整标准的通知
临民规〔2025〕2号
各镇人民政府：
标准如下。
"""
DEPUTY = (
    "国务院办公厅对全国人大四次会议第7240号建议的答复\n国办函〔2006〕71号\n王某某等代表：\n"
    "你们提出的建议收悉。\n国务院办公厅\n二○○六年九月七日\n"
)
ADOPTED = (
    "青川市人民代表大会常务委员会关于职责调整的决定\n"
    "（2018年11月23日青川市第五届人大常委会第九次会议通过）\n为了贯彻落实精神，作出决定。\n"
)

HEADS: list[tuple[str, dict[str, object], str]] = [
    (
        PLAIN,
        {
            "number": "临政办发〔2020〕12号",
            "title": "临溪县人民政府办公室关于加强防汛工作的通知",
            "date": "2020-03-05",
            "issuers": ["临溪县人民政府办公室"],
            "addressees": ["各镇人民政府", "县政府各部门"],
        },
        "GB/T 9704, title on lines",
    ),
    (
        GLUED,
        {
            "number": "临政发〔2019〕17号",
            "title": "临溪县人民政府关于加快电商发展的意见",
            "date": "2019-06-28",
            "issuers": ["临溪县人民政府"],
            "addressees": ["各镇人民政府", "县政府有关部门"],
        },
        "everything in one line",
    ),
    (
        REPEATED,
        {
            "number": "青政办发〔2020〕7号",
            "title": "青川市人民政府办公厅关于促进就业的若干措施",
            "date": "2020-02-05",
            "issuers": ["青川市人民政府办公厅"],
            "addressees": ["各区人民政府"],
        },
        "the page's title before the document's",
    ),
    (
        PAGE,
        {
            "number": "临政发〔2023〕30号",
            "title": "临溪县人民政府关于下达任务的通知",
            "date": "2023-10-16",
            "attachments": ["任务表"],
            "addressees": ["各镇人民政府"],
        },
        "number and date in the table of labels only",
    ),
    (
        ORDER,
        {
            "number": "青川市人民政府令第179号",
            "title": "青川市老年人优待办法",
            "date": "2021-01-29",
            "issuers": ["青川市人民政府"],
            "promulgates": ["青川市老年人优待办法"],
            "effective_from": "2021-05-01",
        },
        "an order: number on two lines, signed by a person",
    ),
    (
        JOINT,
        {"issuers": ["商务部", "财政部", "国家数据局"], "date": "2025-03-24", "promulgates": ["供应链行动计划"]},
        "等3部门: the others are in the signature",
    ),
    (
        MENU,
        {
            "number": "临民规〔2025〕2号",
            "title": "临溪县民政局临溪县财政局关于调整标准的通知",
            "issuers": ["临溪县民政局", "临溪县财政局"],
        },
        "a menu before the head is no body",
    ),
    (
        DEPUTY,
        {"addressees": ["王某某等代表"], "date": "2006-09-07", "issuers": ["国务院办公厅"]},
        "a reply to deputies; ○ in the year",
    ),
    (
        ADOPTED,
        {"number": None, "date": "2018-11-23", "issuers": ["青川市人民代表大会常务委员会"], "addressees": []},
        "the day of adoption under the title",
    ),
    (
        "临政发〔2020〕3号各镇人民政府：\n现将《临溪县供水办法》印发给你们。\n临溪县人民政府\n2020年5月9日\n",
        {
            "number": "临政发〔2020〕3号",
            "title": None,
            "promulgates": ["临溪县供水办法"],
            "issuers": ["临溪县人民政府"],
        },
        "no title: what is carried is still said",
    ),
    (
        "临溪县人民政府\n关于贯彻江政发〔2017〕17号 文件加快发展的意见\n临政发〔2017〕63号\n各镇政府：\n要发展。\n",
        {"number": "临政发〔2017〕63号", "title": "临溪县人民政府关于贯彻江政发〔2017〕17号文件加快发展的意见"},
        "a number cited in the title is not the document's",
    ),
    (
        "临溪县民政局概况\n根据《关于印发机构规定的通知》（临政办〔2013〕82号），我局职责如下：\n一、负责救助。\n",
        {"number": None, "title": "临溪县民政局概况"},
        "a number cited in the first sentence is not the document's",
    ),
    (
        "县农业农村委关于印发《临溪县温室规范（试行）》的通知 县农科院，各镇农办：我委编制"
        "了《临溪县温室规范（试行）》，现印发给你们。"
        "临溪县农业农村委员会 2021年11月15日 （联系人：甲） 临溪县温室规范\n",
        {
            "issuers": ["临溪县农业农村委员会"],
            "promulgates": ["临溪县温室规范（试行）"],
            "addressees": ["县农科院", "各镇农办"],
        },
        "the signature has the full form of the title's issuer",
    ),
    (
        "国务院办公厅转发国家地震局关于加强防震工作意见的通知\n国办发〔1996〕2号\n各省人民政府：\n"
        "国家地震局《关于加强防震工作的意见》已经国务院同意，"
        "现转发给你们。\n以上意见如无不妥，请批转执行。\n国家地震局\n一九九六年一月二十五日\n",
        {"issuers": ["国务院办公厅"], "date": None, "promulgates": ["关于加强防震工作的意见"]},
        "the signature under a forwarded report is not the document's",
    ),
    (
        (
            "关于印发指南的通知\n临卫发〔2020〕3号\n各镇卫生院：\n现将指南印发给你们。\n"
            "临溪县新型冠状病毒感染的肺炎疫情\n防控应急保障组办公室\n2020年1月23日\n"
        ),
        {"issuers": ["临溪县新型冠状病毒感染的肺炎疫情防控应急保障组办公室"]},
        "a name over two lines",
    ),
    (
        (
            "青川省公安厅青川省财政厅文件青公通〔2020〕13号关于加强户籍工作的通知各市公安局、财"
            "政局:为加强工作，现通知如下。特此通知。\n"
        ),
        {
            "number": "青公通〔2020〕13号",
            "issuers": ["青川省公安厅", "青川省财政厅"],
            "addressees": ["各市公安局", "财政局"],
            "title": "关于加强户籍工作的通知",
        },
        "the red head in one line with everything",
    ),
    (
        (
            "关于开展检查的通知\n临教〔2020〕3号\n各学校：\n要检查。\n"
            "责任单位：县教育局、各镇人民政府，开发区管委会临溪县人民政府\n2020年2月3日\n"
        ),
        {"date": "2020-02-03", "issuers": ["临溪县人民政府"]},
        "a signature glued to a list of bodies",
    ),
    (
        "关于检查的通知\n文旅部司局函件综执函〔2019〕99号\n各县文旅局：\n要检查。\n",
        {"number": "综执函〔2019〕99号"},
        "函件 is no part of the code",
    ),
    (
        "青川县财政局公告2020年第8号\n为做好工作，公告如下。\n",
        {"number": "青川县财政局公告2020年第8号"},
        "an announcement by year and number",
    ),
    ("关于供水的通知\n临水[2020] 3号\n各镇：\n供水。\n", {"number": "临水[2020]3号"}, "square brackets, a space"),
    (
        "关于供水的通知\n（临水【2020】第3号）\n各镇：\n供水。\n",
        {"number": "临水【2020】第3号"},
        "in brackets, with 第",
    ),
    (
        "关于供水的通知\n各镇人民政府：\n临水〔2020〕3号\n要供水。\n",
        {"number": "临水〔2020〕3号"},
        "the number under the addressees",
    ),
    (
        (
            "为深入学习精神，认真落实关于供水的决策部署，进一步做好全县供水保障工作，特制定本行动方案\n"
            "一、总体要求\n要供水。\n"
        ),
        {"title": None},
        "a first sentence is no title though it ends like one",
    ),
    (
        "青川县供水提质增效\n助力振兴行动方案(2026-2028年)\n为做好供水工作，制定本方案。\n",
        {"title": "青川县供水提质增效助力振兴行动方案(2026-2028年)"},
        "a title without 关于 on two lines",
    ),
    (
        (
            "全文\n元数据\n标题: 关于供水的通知\n编号: 临水电〔2007〕2号\n制定方: 临溪县水利局\n"
            "落款时间: 二〇〇七年五月十一日\n关于供水的通知\n各镇：\n供水。\n"
        ),
        {"number": "临水电〔2007〕2号", "title": "关于供水的通知", "issuers": ["临溪县水利局"], "date": "2007-05-11"},
        "a block of labels",
    ),
    (
        (
            "关于供水的实施方案\n要供水。\n发文字号：临水数规〔2025〕6号\n"
            "发文机关：临溪县水利局 临溪县财政局\n成文日期：2025年01月08日\n"
        ),
        {"number": "临水数规〔2025〕6号", "issuers": ["临溪县水利局", "临溪县财政局"], "date": "2025-01-08"},
        "labels at the end",
    ),
    (
        (
            "发文字号：临水〔2020〕8号\t发文机关：临溪县财政局\t成文日期：2020年8月6日\n关于供水的通知\n临水〔2020〕9号\n"
            "各镇：\n供水。\n临溪县水利局\n2020年8月9日\n"
        ),
        {
            "number": "临水〔2020〕9号",
            "issuers": ["临溪县水利局"],
            "date": "2020-08-09",
            "doubts": [
                "the labels around the text tell another number: 临水〔2020〕8号",
                "the labels around the text tell another date: 2020-08-06",
                "the labels around the text tell another issuer: 临溪县财政局",
            ],
        },
        "labels that say otherwise: the text is right, and doubted",
    ),
    (
        (
            "文号：临水〔2020〕9号\t发文机关：县水利局\t印发日期：2020年8月10日\n关于供水的通知\n临水〔2020〕9号\n"
            "各镇：\n供水。\n临溪县水利局\n2020年8月9日\n"
        ),
        {"date": "2020-08-09", "doubts": []},
        "labels that say the same in short; the day of printing is another day than that of the document",
    ),
    (
        "关于供水的通知\n印发日期：2020年8月10日\n各镇：\n供水。\n",
        {"date": "2020-08-10", "doubts": ["the date is that of printing", "no number"]},
        "only the day of printing, by a label",
    ),
    (
        "各科室、中心：\n现调整如下。\n中共临溪县科技局党组\n2021年9月10日\n",
        {"addressees": ["各科室、中心"], "title": None, "issuers": ["中共临溪县科技局党组"]},
        "a word alone is no addressee",
    ),
    (
        "关于供水的通知\n临水〔2020〕9号\n各镇：\n供水。\n抄送：县委。\n临溪县水利局办公室 2020年8月9日印发\n",
        {"date": "2020-08-09", "issuers": []},
        "only the date of printing: kept, and doubted; its office does not issue",
    ),
    (
        "临溪县人民政府令\n第12号\n《临溪县房屋办法》已经县政府常务会议通过，现予公布。\n县长 王旭\n"
        "2020年11月10日\n临溪县房屋办法\n第一条 本县。\n",
        {"number": "临溪县人民政府令第12号", "title": "临溪县房屋办法", "promulgates": ["临溪县房屋办法"]},
        "an order has the title of what it makes known",
    ),
    (
        "# 供水管理条例\n\n1997年8月3日 中华人民共和国国务院令第927号发布\n\n第一条 为规范供水，制定本条例。\n",
        {"number": "中华人民共和国国务院令第927号", "issuers": ["国务院"]},
        "the state before the name of the body whose order it is",
    ),
    (
        "临溪县财政局文件 关于印发《临溪县资金办法》的通知 临财发〔2020〕5号 各镇财政所：现印发给你们，请执行。"
        "临溪县财政局 2020年6月1日\n",
        {"title": "关于印发《临溪县资金办法》的通知", "number": "临财发〔2020〕5号", "issuers": ["临溪县财政局"]},
        "the red head before the title in one line",
    ),
    (
        "【 字体：大 中 小 】 打印时间：2019-07-09 14:42临溪县发展和改革局关于电价的通知\n"
        "临发改〔2019〕9号\n各镇：\n执行。\n",
        {"title": "临溪县发展和改革局关于电价的通知"},
        "what a page prints before the title in its line",
    ),
    (
        "临溪县人民政府印发关于稳增长措施的通知 各镇人民政府：现将《关于稳增长措施》印发给你们，请执行。"
        "2020年2月4日 （此件主动公开） 关于稳增长措施 为稳增长。\n",
        {"date": "2020-02-04", "issuers": ["临溪县人民政府"]},
        "a day without bodies behind the last sentence, and an aside behind it",
    ),
    (
        "临溪县住房和城乡建设局关于复工的通知 各镇：\n现就有关事项通知如下：\n一、做好准备。\n"
        "附件：检查表 临溪县住房和城乡建设局 2020年3月9日 临建发〔2020〕9号附件1\n检查表\n一、检查内容。\n",
        {"number": "临建发〔2020〕9号", "date": "2020-03-09"},
        "a number before the word 附件 over an attachment is that of the document",
    ),
    (
        "临溪县住房和城乡建设局关于复工的通知\n各镇：\n按照临建发〔2020〕9号附件1填报。\n2020年3月9日\n",
        {"number": None},
        "not where a sentence names an attachment of another",
    ),
    (
        "关于砂石的通知\n临溪〔2020〕9号\n各镇：\n执行。\n国家统计局青川调查总队青川海事局\n青川省水利厅\n2020年12月31日\n",
        {"issuers": ["国家统计局青川调查总队", "青川海事局", "青川省水利厅"]},
        "two bodies glued together, of one place",
    ),
    (
        "关于执法的通知\n各省文化厅：\n执行。\n文化和旅游部文化市场综合执法监督局\n2019年12月9日\n",
        {"issuers": ["文化和旅游部文化市场综合执法监督局"]},
        "one body, though two characters come twice in it: they name no place",
    ),
    (
        "联防机制发〔2022〕7号\n关于印发供水防控方案\n（第九版）的通知\n各县：\n执行。\n",
        {"title": "关于印发供水防控方案（第九版）的通知"},
        "the edition opens the second line of a title",
    ),
    (
        "临科发〔2020〕1号\n关于印发《落实<关于供水支撑\n平稳运行的若干措施>\n的实施方案》的通知\n各县：\n执行。\n",
        {"title": "关于印发《落实<关于供水支撑平稳运行的若干措施>的实施方案》的通知"},
        "the mark that closes a title in a title is none of a page's path",
    ),
    (
        "关于《供水准入清单（2021年版）》\n有关情况的说明\n实行清单制度，是重大安排。\n",
        {"title": "关于《供水准入清单（2021年版）》有关情况的说明"},
        "two lines that do not say what kind of document it is",
    ),
    (
        "中华人民共和国供水管理法\n(1992年9月4日第七届全国人民代表大会常务委员会\n第二十七次会议通过\n"
        "2001年4月28日第二十一次会议修订)\n目录\n第一章 总则\n第一条 为了加强供水。\n",
        {"title": "中华人民共和国供水管理法"},
        "over the note on its adoption, which goes over lines",
    ),
    (
        "青川市供水管理条例（2016年9月14日青川市第十五届人民代表大会常务委员会第三十三次会议通过  "
        "2016年11月10日青川省第十二届人民代表大会常务委员会第三十四次会议批准）\n第一章 总则\n第一条 为了加强供水。\n",
        {"title": "青川市供水管理条例", "date": "2016-09-14"},
        "a note on its adoption in the line of the title",
    ),
    (
        "第五章  监督管理\n第三十一条 县水利局应当加强监督检查。\n",
        {"title": None},
        "the heading of a chapter, where the text is a part of one",
    ),
    (
        "关于供水资金的通知\n临财规〔2020〕2号\n各镇：\n现予印发。\n附件：《供水办法》临溪县财政局 临溪县水利局\n"
        "2020年9月21日\n",
        {"issuers": ["临溪县财政局", "临溪县水利局"]},
        "a signature glued to the last attachment",
    ),
    (
        "临溪县水利局等4部门关于供水的通知\n临水〔2026〕9号\n各镇：\n执行。\n临溪县水利局 临溪县财政局\n"
        "临溪县应急管理局 临 溪 县 总 工 会\n临溪县企业联合会/企业家协会 临溪县工商业联合会2026年6月11日\n"
        "临溪县水利局办公室2026年6月16日印发\n",
        {
            "date": "2026-06-11",
            "issuers": [
                "临溪县水利局",
                "临溪县财政局",
                "临溪县应急管理局",
                "临溪县总工会",
                "临溪县企业联合会/企业家协会",
                "临溪县工商业联合会",
            ],
        },
        "rows of joint issuers, one with its characters set apart, the day glued to the last",
    ),
    (
        "联防机制发〔2022〕7号\n关于供水防控的通知\n各县：\n执行。\n国务院应对旱情\n联防联控机制综合组\n"
        "（水利部代章）\n2022年6月27日\n",
        {"issuers": ["国务院应对旱情联防联控机制综合组"]},
        "a group of a mechanism signs, its name over two lines",
    ),
    (
        "关于供水的通知\n临水〔2026〕9号\n各镇人民政府，县政府各部门、各直属机构，\n县属各企业：\n执行。\n",
        {"title": "关于供水的通知", "addressees": ["各镇人民政府", "县政府各部门", "各直属机构", "县属各企业"]},
        "addressees over two lines",
    ),
    (
        "中共中央国务院印发《国家供水预案》\n近日，中共中央、国务院印发了预案。\n",
        {"issuers": ["中共中央", "国务院"]},
        "two bodies of the state glued together",
    ),
    *(
        (
            f"关于加强供水工作的通知\n各镇：\n要保证供水。\n临溪县水利局\n{day}\n",
            {"issuers": ["临溪县水利局"], "date": date},
            "how a day is typed",
        )
        for day, date in (
            ("二00八年一月十八日", "2008-01-18"),
            ("二oo八年十一月廿八日", "2008-11-28"),
            ("二□□八年三月一日", "2008-03-01"),
            ("2008.3.1", "2008-03-01"),
            ("2008-03-01", "2008-03-01"),
            ("2008年3月", None),
        )
    ),
    *(
        (
            f"关于加强供水工作的通知\n各镇：\n要保证供水。\n{signed}",
            {"issuers": ["临溪县水利局"], "date": "2008-03-01"},
            "where a signature stands",
        )
        for signed in (
            "2008年3月1日\n临溪县水利局\n",
            "2008年3月1日 临溪县水利局\n",
            "临溪县水利局（盖章）\n2008年3月1日\n",
            "临溪县水利局（章）\n2008年3月1日\n",
        )
    ),
    (
        "临溪县水利局和临溪县财政局关于加强供水工作的通知\n各镇：\n要保证供水。\n",
        {"issuers": ["临溪县水利局", "临溪县财政局"]},
        "issuers that 和 joins",
    ),
    (
        "临溪县人民政府\n关于加强\n供水工作的通知\n各镇人民政府：\n要保证供水。\n",
        {"title": "临溪县人民政府关于加强供水工作的通知"},
        "a title of which a line is but 关于加强",
    ),
    (
        "五、职责分工\n（一）县水利局负责检查。\n",
        {"title": None},
        "the heading of a section over a text without its head",
    ),
    ("（二）实施方案\n1.县水利局负责检查。\n", {"title": None}, "another"),
    (
        "2018年第18号\n（二〇一八年十一月公告）\n石门大桥审计结果\n根据审计法，县审计局进行了审计。\n",
        {"title": "石门大桥审计结果", "number": "2018年第18号"},
        "an announcement without its red head, and a note that is no title",
    ),
    (
        "临溪县人民政府专题会议纪要\n〔2020〕3号\n2020年3月1日，县长主持会议。现纪要如下：\n一、县水利局负责检查。\n",
        {"title": "临溪县人民政府专题会议纪要"},
        "minutes",
    ),
    (
        "临溪县水利局2018--2019 年供水工作方案 按照县政府《关于供水的通知》要求，制定本方案。 一、目标 保证供水。\n",
        {"title": "临溪县水利局2018--2019年供水工作方案"},
        "a title with the text behind it in its line",
    ),
    (
        "临溪县水利局关于供水的通知\n各镇人民政府、县政府各部门；\n要保证供水。\n",
        {"addressees": ["各镇人民政府", "县政府各部门"]},
        "a semicolon for the colon",
    ),
    (
        "临溪县水利局关于供水的通知\n各镇人民政府，县政府各部门\n为保证供水，现通知如下：\n一、要检查。\n",
        {"addressees": ["各镇人民政府", "县政府各部门"]},
        "addressees without a colon",
    ),
    (
        "临溪县水利局关于供水的通知\n各镇人民政府，县政府\n各部门，县属各企业：\n一、要检查。\n",
        {"addressees": ["各部门", "县属各企业"]},
        "a line of addressees that goes on is none without a colon",
    ),
    (
        "关于加强供水工作的通知\n各镇：\n一、要保证供水。\n临溪县水利局\n",
        {"issuers": ["临溪县水利局"], "date": None},
        "a signature without a day",
    ),
    (
        "临溪县供水办法\n（试行）\n第一条 为了保证供水，制定本办法。\n",
        {"title": "临溪县供水办法（试行）"},
        "the state of a text on a line of its own",
    ),
    (
        "关于供水价格的通知\n临价（收）字〔1992〕第412号\n各镇：\n要保证供水。\n",
        {"number": "临价（收）字〔1992〕第412号"},
        "a bracket in the code of the issuer",
    ),
    (
        "临溪县供水办法\n（2010年3月1日临溪县人民政府第3次常务会议通过 2010年3月5日临溪县人民政府令第8号公布）\n"
        "第一条 为了保证供水，制定本办法。\n",
        {"number": "临溪县人民政府令第8号"},
        "the order stands behind a day of its own",
    ),
    (
        "中华人民共和国国务院令\n第302号\n现公布《国务院关于供水的规定》，自公布之日起施行。\n"
        "2001年4月21日\n第一条 要供水。\n",
        {"number": "中华人民共和国国务院令第302号", "promulgates": ["国务院关于供水的规定"]},
        "what an order makes known",
    ),
    (
        "临溪县水利局关于供水的通知-临溪县人民政府\n临溪县水利局关于供水的通知\n"
        "索 引 号：LX-2020-3 发文字号：临水〔2020〕9号 成文日期：2020-03-01\n"
        "各镇：\n要保证供水。\n",
        {"title": "临溪县水利局关于供水的通知", "number": "临水〔2020〕9号", "date": "2020-03-01"},
        "the title of the page, and several labels in a line",
    ),
    (
        "关于供水的通知\n颁布单位：临溪县水利局\n颁布日期：2020-03-01\n各镇：\n要保证供水。\n",
        {"issuers": ["临溪县水利局"], "date": "2020-03-01"},
        "labels of a collection of laws",
    ),
]


@pytest.mark.parametrize(("text", "expected", "reason"), HEADS)
def test_head(text: str, expected: dict[str, object], reason: str) -> None:
    head = read_head(text)
    assert {name: getattr(head, name) for name in expected} == expected, reason


@pytest.mark.parametrize(("text", "expected", "reason"), HEADS)
def test_the_text_proves_the_head(text: str, expected: dict[str, object], reason: str) -> None:
    head = read_head(text)
    for name in ("number", "title", "issuers", "addressees"):
        value = getattr(head, name)
        values = value if isinstance(value, list) else [value] * (value is not None)
        places = head.proofs.get(name, [])
        assert len(values) == len(places), reason
        for said, (start, end) in zip(values, places, strict=True):
            assert said in re.sub(r"\s+", "", text[start:end]), reason


ADDRESSEES = [
    (
        "各市、县（区）人民政府，省人民政府各部门、各直属机构",
        ["各市、县（区）人民政府", "省人民政府各部门", "各直属机构"],
        "各市 cannot stand alone",
    ),
    (
        "甲州、乙州、丙州开发区管委会，市直各单位",
        ["甲州、乙州、丙州开发区管委会", "市直各单位"],
        "places before the word they share",
    ),
    ("区政府各委、办、局、处，各区属机构", ["区政府各委、办、局、处", "各区属机构"], "single characters"),
    ("省教育厅、工信厅、财政厅", ["省教育厅", "工信厅", "财政厅"], "each stands alone"),
    ("市直有关部门、单位", ["市直有关部门、单位"], "单位 says nothing alone"),
    ("各省通信管理局；甲公司、乙公司", ["各省通信管理局", "甲公司", "乙公司"], "a semicolon"),
    (
        "应用分发平台（含小程序、快应用）、终端生产企业",
        ["应用分发平台（含小程序、快应用）", "终端生产企业"],
        "a bracket ends no name",
    ),
    ("各镇林场、总场", ["各镇林场、总场"], "two characters"),
    ("各镇（街道）、县直各部门", ["各镇（街道）", "县直各部门"], "the lowest places, told with another sort"),
    ("各科（室）、局属各单位", ["各科（室）", "局属各单位"], "offices of a body"),
    ("各镇教育办、财政所、卫生局及县有关局", ["各镇教育办", "财政所", "卫生局", "县有关局"], "及 before another set"),
    ("各镇、街道、开发区、青川集团", ["各镇", "街道", "开发区", "青川集团"], "places share no body behind them"),
    ("各乡、镇、村", ["各乡、镇、村"], "single characters behind a place"),
    ("各县、石门镇人民政府", ["各县、石门镇人民政府"], "places share the body behind the last"),
    ("各镇中心学校、县直各学校及幼儿园", ["各镇中心学校", "县直各学校及幼儿园"], "及 within a set"),
]


@pytest.mark.parametrize(("line", "expected", "reason"), ADDRESSEES)
def test_addressees(line: str, expected: list[str], reason: str) -> None:
    assert [line[a:b] for a, b in split_addressees(line)] == expected, reason


LEAD = "关于供水的通知\n临水〔2020〕9号\n各镇人民政府：\n"
ENCLOSED = [
    (
        "根据《青川省供水办法》（青政发〔2018〕5号）和《供水条例》要求，现将《临溪县供水办法》印发给你们。\n",
        ["临溪县供水办法"],
        [],
        "the basis is not carried",
    ),
    ("《甲方案》《乙方案》等2个方案已经县政府同意，现印发给你们，请认真执行。\n", ["甲方案", "乙方案"], [], "several"),
    (
        "《临溪县供水办法》（以下简称《办法》）已经县政府同意，现印发给你们。\n",
        ["临溪县供水办法"],
        [],
        "a short name is none",
    ),
    (
        "我局制定了《供水规范》。经县政府同意，现印发你们，请遵照执行。\n",
        ["供水规范"],
        [],
        "handed over in the next sentence",
    ),
    (
        "我局修订完成了《供水工作指南（2020年版）》（以下简称《指南》）。现将《指南》印发你们。\n",
        ["供水工作指南（2020年版）"],
        [],
        "handed over by its short name",
    ),
    (
        "现将《国务院办公厅关于供水的通知》（国办发〔2020〕1号）转发给你们。\n",
        ["国务院办公厅关于供水的通知"],
        [],
        "a forwarded document has a number",
    ),
    (
        "要供水。\n附件：1．甲登记表\n2．2020年乙表\n3.《丙清单》.docx\n临溪县水利局\n2020年1月2日\n",
        [],
        ["甲登记表", "2020年乙表", "丙清单"],
        "a list: wide figures, a year, a file",
    ),
    (
        "要供水。附件：1甲单位核查表2乙单位核查表政府信息公开选项:依申请公开\n",
        [],
        ["甲单位核查表", "乙单位核查表"],
        "marks without points, glued",
    ),
    (
        "要供水。附：联系点明细表 中共临溪县委员会 临溪县人民政府 2021年10月14日 联系点明细表 甲乙丙\n",
        [],
        ["联系点明细表"],
        "the signature glued to it",
    ),
    (
        "要供水。\n附件：名单（截至2020年1月30日）\n",
        [],
        ["名单（截至2020年1月30日）"],
        "a date inside brackets belongs to the name",
    ),
    ("要供水。\n附件\n供水任务分工表\n序号\t任务\n", [], ["供水任务分工表"], "a heading, where there is no list"),
    ("要供水。\n附件1.供水表\n2.用水表\n临溪县水利局\n", [], ["供水表", "用水表"], "no colon"),
    ("要供水（见附件1）。\n", [], [], "a reference is no list"),
    (
        "要供水。\n附件：1.供水表；2.用水表；\n临溪县水利局\n",
        [],
        ["供水表", "用水表"],
        "items with semicolons in one line",
    ),
    (
        "要供水。\n附件：《临溪县供水资金办法》临溪县财政局 临溪县水利局\n2020年1月2日\n",
        [],
        ["临溪县供水资金办法"],
        "a signature glued to a title in book marks",
    ),
    ("要供水。\n附件：《关于用水的通知》（青水发〔2008〕5号）\n", [], ["关于用水的通知"], "its number is no name"),
    (
        "要供水。\n附件：1.供水目录（2020年）\n2.用水目录（2020\n年）\n\n临溪县水利局\n",
        [],
        ["供水目录（2020年）", "用水目录（2020年）"],
        "a bracket that closes in the next line",
    ),
    ("要供水。\n附件：1.甲\n\t表\t1\n", [], [], "a table row is no item"),
    (
        "《供水规定》和《储水规定》已经县政府同意，现印发给你们，请执行。\n",
        ["供水规定", "储水规定"],
        [],
        "two texts that 和 joins, of which one is called 规定",
    ),
    (
        "现将《供水评选方案》及有关材料（附件1）印发给你们，请组织。\n附件：1.供水评选方案\n2.申报表\n",
        ["供水评选方案"],
        ["申报表"],
        "what comes with the text",
    ),
    ("附件1.检查表\n附件2.名单甲\n", [], ["检查表", "名单甲"], "the word 附件 before each"),
    ("附件 1. 检查表\n2. 名单甲\n", [], ["检查表", "名单甲"], "white space behind the mark"),
    ("附件：（1）检查表\n（2）名单甲\n", [], ["检查表", "名单甲"], "numbers in brackets"),
    ("附件：①检查表 ②名单甲\n", [], ["检查表", "名单甲"], "figures in circles"),
    ("附件：一、检查表\n二、名单甲\n", [], ["检查表", "名单甲"], "Chinese figures"),
    (
        "附件：1.检查表\n2-1.名单甲\n2-2.名单乙\n3.分工表\n",
        [],
        ["检查表", "名单甲", "名单乙", "分工表"],
        "parts of an attachment",
    ),
    ("附件：1.检查表\n1-1.名单甲\n2.分工表\n", [], ["检查表", "名单甲", "分工表"], "a part behind its whole"),
]


@pytest.mark.parametrize(("body", "promulgates", "attachments", "reason"), ENCLOSED)
def test_enclosed(body: str, promulgates: list[str], attachments: list[str], reason: str) -> None:
    head = read_head(LEAD + body)
    assert (head.promulgates, head.attachments) == (promulgates, attachments), reason


def test_a_plan_that_is_the_body_of_its_notice() -> None:
    text = (
        "临溪县水利局关于节水专项行动工作方案的通知\n临水〔2020〕9号\n各镇：\n"
        "为节水，临溪县水利局节水专项行动工作方案如下：\n一、目标\n"
    )
    assert read_head(text).promulgates == ["临溪县水利局节水专项行动工作方案"]


SIGNED = "临溪县水利局\n2020年3月4日\n"
FORCE = [
    ("本办法自2020年5月1日起施行，有效期至2025年4月30日。\n", "2020-05-01", "2025-04-30", "two dates"),
    ("本办法自印发之日起施行，有效期5年。\n", "2020-03-04", "2025-03-03", "years, from the document's date"),
    ("本意见自发布之日起30日后施行。\n", "2020-04-03", None, "days later"),
    ("该文件自2019年1月1日前印发，县某办法自2019年1月1日起施行，已失效。\n", None, None, "another text's date"),
    ("第九条 本措施自发布之日起施行，至2021年12月31日止。\n", "2020-03-04", "2021-12-31", "until"),
    ("本通知自发布之日起暂执行至2020年6月30日止。\n", "2020-03-04", "2020-06-30", "for the time being"),
    ("本措施自印发之日起实施，有效期至2020年底。\n", "2020-03-04", "2020-12-31", "the end of a year"),
    ("本政策执行期暂定为自政策发布之日起三个月。\n", "2020-03-04", "2020-06-03", "a term from the day of issue"),
    ("本政策执行期限自发布之日起至2020年6月30日。\n", "2020-03-04", "2020-06-30", "a term to a day"),
    ("本政策自发布之日起施行，施行期暂定为6个月。\n", "2020-03-04", "2020-09-03", "months"),
]


@pytest.mark.parametrize(("body", "start", "end", "reason"), FORCE)
def test_force(body: str, start: str | None, end: str | None, reason: str) -> None:
    head = read_head(LEAD + body + SIGNED)
    assert (head.effective_from, head.effective_to) == (start, end) or reason == "another text's date", reason


def test_force_without_a_date_keeps_the_words() -> None:
    head = read_head(LEAD + "本办法由县水利局负责解释，自印发之日起施行。\n")
    assert (head.effective_from, head.interpreter) == ("印发之日", "县水利局")


INTERPRETERS = [
    ("本办法由县水利局负责解释。\n", "县水利局", "负责 is no part of the name"),
    ("以上措施由县农业农村局会同相关部门负责政策解释。\n", "县农业农村局会同相关部门", "with others; 政策 neither"),
    ("县工信局会相关部门负责本政策的解释。\n", "县工信局会相关部门", "without 由"),
    ("县司法局负责法律的解释工作。\n", None, "an office's task"),
]


@pytest.mark.parametrize(("body", "interpreter", "reason"), INTERPRETERS)
def test_interpreter(body: str, interpreter: str | None, reason: str) -> None:
    assert read_head(LEAD + body + SIGNED).interpreter == interpreter, reason


DOUBTS = [
    ("", Head(), "an empty text"),
    ("一、要供水。\n", Head(), "nothing but a body"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), DOUBTS)
def test_what_is_missing_is_doubted(text: str, expected: Head, reason: str) -> None:
    head = read_head(text)
    assert (head.number, head.title, head.date) == (expected.number, expected.title, expected.date), reason
    assert {"no number", "no title", "no date"} <= set(head.doubts), reason


@pytest.mark.parametrize("piece", ["2017年1月1日", "附件：1.", "的意见各", "局 ", "〔2017〕", "《》"])
def test_long_lines_are_quick(piece: str) -> None:
    read_head(piece * (100_000 // len(piece)))


PLACES = [
    (["青川市临溪县人民政府"], None, "", ("临溪县", ("青川市",)), "the places of the issuer's name"),
    (["中共临溪县石门镇委员会"], None, "", ("石门镇", ("临溪县",)), "a party committee"),
    (
        ["临溪县水利局"],
        None,
        "报青川市人民政府、青川市人民政府，见江北市财政局。",
        ("临溪县", ("青川市",)),
        "the city named most",
    ),
    (["文化和旅游部文化市场综合执法监督局"], None, "", (None, ()), "a market is no city"),
    ([], "江北省农村支付服务提质增效助力乡村振兴方案", "", ("江北省", ()), "the title, where no issuer is known"),
    (["国务院办公厅"], "国务院办公厅关于临溪县的复函", "", (None, ()), "a place that is only spoken of"),
    (["青川壮族自治州人民政府"], None, "", ("青川壮族自治州", ()), "an autonomous prefecture"),
]


@pytest.mark.parametrize(("issuers", "title", "text", "expected", "reason"), PLACES)
def test_place(
    issuers: list[str], title: str | None, text: str, expected: tuple[str | None, tuple[str, ...]], reason: str
) -> None:
    assert place_of(issuers, title, text) == expected, reason
