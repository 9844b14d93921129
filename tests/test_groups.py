"""Groups: which text names one, under which name, with which members and which office."""

from __future__ import annotations

import time

import pytest
from reading import HEAD, read_document

from extractors.facts import Document, Member
from extractors.groupnames import find_names, shares_words
from extractors.holders import read_holders


def shown(member: Member) -> str:
    """A seat as `role holder`, a body with the post it sends in brackets, a person of a body as `person@body`."""
    holder = "@".join(filter(None, (member.person, member.agency)))
    posts = "、".join(member.posts)
    return f"{member.role} {holder}（{posts}）" if holder and posts else f"{member.role} {holder or posts}"


def members(document: Document) -> dict[str, list[str]]:
    return {group.name: [shown(member) for member in group.members] for group in document.groups}


NAMES = [
    ("办事机构为青川市防汛抗旱指挥部。", ["青川市防汛抗旱指挥部"], "what the body is is no part of its name"),
    ("可根据实际情况下派督导组，必要时增减工作组。", [], "nor is what is done with a group that has no name"),
    ("经县人才工作领导小组研究同意。", ["县人才工作领导小组"], "the preposition is no part of the name"),
    ("充分发挥县社会信用体系建设联席会议作用。", ["县社会信用体系建设联席会议"], "nor is the verb"),
    ("各级疫情防控指挥部要加强值守。", ["疫情防控指挥部"], "各级 says how many, not which"),
    ("由县政府分管领导任组长的林长制工作领导小组要统筹。", ["林长制工作领导小组"], "an attribute ends with 的"),
    (
        "成立石门镇新型冠状病毒感染的肺炎疫情防控工作领导小组。",
        ["石门镇新型冠状病毒感染的肺炎疫情防控工作领导小组"],
        "this 的 is in the name",
    ),
    (
        "县推进“三变”改革领导小组农村产权执行小组负责。",
        ["县推进“三变”改革领导小组农村产权执行小组"],
        "a name may go on behind its first end",
    ),
    (
        "县盐业体制改革和食盐监管体制改革领导小组要统筹。",
        ["县盐业体制改革和食盐监管体制改革领导小组"],
        "和 joins no two bodies",
    ),
    ("县财政局和县国企改革领导小组要配合。", ["县国企改革领导小组"], "here it does"),
    (
        "建立大众创业、万众创新联席会议制度。",
        ["大众创业、万众创新联席会议"],
        "、 in the name of a group that is set up",
    ),
    ("县（市、区）成立“菜篮子”工作领导小组。", ["“菜篮子”工作领导小组"], "quotes belong to it"),
    ("领导小组每季度召开会议，联席会议定期通报。", [], "an alias is no name"),
    ("县食安委办公室负责协调，报县安委会。", ["县安委会"], "short names of committees; an office is not one"),
    ("县教育督导委员会负责督导。", ["县教育督导委员会"], "a committee of other bodies"),
    ("村民委员会、业主委员会、开发区管理委员会、县发展和改革委员会、县人大常务委员会", [], "agencies and boards"),
    (
        "在青川龙舟节组委会领导下，县爱卫会配合，中央爱卫会指导。",
        ["青川龙舟节组委会", "县爱卫会", "中央爱卫会"],
        "other short names of committees",
    ),
    (
        "现对临溪口岸管理委员会的职责规定如下，石门机场管理委员会、住房公积金管理委员会、石门新区管理委员会参照执行。",
        ["临溪口岸管理委员会", "石门机场管理委员会", "住房公积金管理委员会"],
        "who manages something that many share is a committee of them; who manages an area is an agency",
    ),
    ("青川、临溪市防汛抗旱工作领导小组：", ["青川、临溪市防汛抗旱工作领导小组"], "places share the kind of group"),
    ("2号青川、临溪市防汛抗旱工作领导小组：", ["青川、临溪市防汛抗旱工作领导小组"], "also behind a number"),
    ("党政办负责保障预案起草及医疗物资保障组日常工作。", ["医疗物资保障组"], "a task beside that of the group"),
    ("加强残疾预防工作组织领导，推进专班专人负责。", [], "工作组织 is no 工作组"),
    ("召开工作联席会议，第一村民小组参加。", [], "a meeting; a part of a village"),
    ("会议由县综治委专职副主任主持。", [], "a post in it"),
    ("聘请下列同志为县质量奖评审委员会委员。", ["县质量奖评审委员会"], "为 gives a post"),
    ("下设物资保障组、督导检查组三个工作组。", ["物资保障组"], "how many there are is no name"),
    ("县级以上各级爱卫会成员名单报上一级爱卫会。", ["爱卫会", "爱卫会"], "which level is no name either"),
    (
        "决定成立就业工作领导小组、特种设备安全联席会议。",
        ["就业工作领导小组", "特种设备安全联席会议"],
        "就, 特 as first characters",
    ),
    (
        "经未成年人保护领导小组、后勤保障组同意。",
        ["未成年人保护领导小组", "后勤保障组"],
        "未成年人, 后勤 in a sentence",
    ),
    (
        "决定成立组织工作领导小组，设立推动开放发展领导小组。",
        ["组织工作领导小组", "推动开放发展领导小组"],
        "right behind 成立 a verb belongs to the name",
    ),
    ("成立统一代买配送小组，建立完善县粮食专班。", ["代买配送小组", "县粮食专班"], "what says which does not"),
    ("县级及以上疫情防控指挥部门要加强值守。", [], "指挥部门 are departments"),
    ("将人员编入现场相关工作组，反馈给工作组，通报所有工作组，设立消杀组等工作组。", [], "sets of groups are no names"),
    ("应急团队包括但不限于网络应急领导小组。", ["网络应急领导小组"], "what contains it is no part of it"),
    ("牵头银行召集各银行开展联席会议。", [], "a meeting that is held"),
    ("医疗纠纷人民调解委员会应协助解决。", ["医疗纠纷人民调解委员会"], "a committee that reconciles"),
    ("县应急委、县文明委、县关工委要配合。", ["县应急委", "县文明委", "县关工委"], "more short names of committees"),
    (
        "成立以村书记为组长的应急抢险队伍，建立粮食收购协调机制，由副县长任召集人。建立协调机制，加强队伍建设。",
        ["应急抢险队伍", "粮食收购协调机制"],
        "who heads it makes a group of what is called otherwise",
    ),
    ("不得设立专业仲裁委员会，如青川仲裁委员会、临溪仲裁委员会等。", [], "what must not be, and examples"),
    (
        "决定组建律师服务团，成立县开发区筹备组。律师服务团要进企业。",
        ["律师服务团", "县开发区筹备组"],
        "groups of a time, where the document sets them up",
    ),
    (
        "全面落实国务院应对肺炎疫情联防联控机制要求；各省、自治区、"
        "直辖市应对肺炎疫情联防联控工作机制：构建风险联防联控机制。",
        ["国务院应对肺炎疫情联防联控机制", "应对肺炎疫情联防联控工作机制"],
        "a mechanism that is a body, behind what says whose it is",
    ),
    ("高校要通过章程或制定学术委员会章程，明确职责。", ["学术委员会"], "what is laid down for it is no part of it"),
    ("收集、整理全县各个监测小组的信息。", [], "each of many"),
    ("采取分小组形式组织活动。", [], "a form of work"),
    ("根据县防汛指挥部署落实责任。", [], "the first half of another word"),
]


@pytest.mark.parametrize(("text", "names", "why"), NAMES)
def test_names(text: str, names: list[str], why: str) -> None:
    assert [n.name for n in find_names(text) if not n.generic and not n.office] == names, why


HOLDERS = [
    ("县物价局主要负责人", [("", "县物价局主要负责人")], "one body and a post are one post"),
    ("县教育局、住建局主要负责人", [("县教育局", "主要负责人"), ("住建局", "主要负责人")], "a shared post"),
    ("县发改、财政等部门分管负责人", [("县发改、财政等部门", "分管负责人")], "domains cannot stand alone"),
    (
        "县计委、县农委、工交、文化和工、青、妇等部门领导",
        [("县计委", "领导"), ("县农委", "领导"), ("工交、文化和工、青、妇等部门", "领导")],
        "bodies and domains in one list",
    ),
    ("教育、农业农村、卫生等单位", [("教育、农业农村、卫生等单位", "")], "domains without a post; no 村, no person"),
    (
        "县财政局局长孙涛及各镇（街道）主要负责人",
        [("孙涛", "县财政局局长"), ("", "各镇（街道）主要负责人")],
        "及 behind a name",
    ),
    (
        "副秘书长和县教育局、住建局负责人",
        [("", "副秘书长"), ("县教育局", "负责人"), ("住建局", "负责人")],
        "和 behind a post",
    ),
    (
        "各镇、县直有关部门主要负责人",
        [("各镇", "主要负责人"), ("县直有关部门", "主要负责人")],
        "sets of bodies are whole",
    ),
    ("县长赵明远", [("赵明远", "县长")], "a person"),
    ("临溪大学赵明远院士", [("赵明远", "院士")], "an honour behind the name"),
    (
        "县教育局、环保局等共计28家部门单位主要负责同志",
        [("县教育局", "主要负责同志"), ("环保局", "主要负责同志")],
        "how many they are",
    ),
    (
        "县教育局、住建局等23个县直部门和各镇政府主要负责人",
        [("县教育局", "主要负责人"), ("住建局", "主要负责人"), ("各镇政府", "主要负责人")],
        "the same before another body",
    ),
    (
        "吴刚同志和县水利局局长郑华同志",
        [("吴刚", ""), ("郑华", "县水利局局长")],
        "a comrade before a person with a post",
    ),
    ("赵明远（县发改局局长）、县财政局", [("赵明远", "县发改局局长"), ("县财政局", "")], "people among bodies"),
]


@pytest.mark.parametrize(("text", "holders", "why"), HOLDERS)
def test_holders(text: str, holders: list[tuple[str, str]], why: str) -> None:
    assert [(h.person or h.agency or "", "、".join(h.posts)) for h in read_holders(text)] == holders, why


GROUP = "临溪县安全整治工作领导小组"
MEMBERS = [
    (
        f"附件\n{GROUP}成员名单\n组　长：赵明远　县委副书记、县长\n"
        "副组长：钱　进　副县长\n　　　　孙立国　县政府办公室主任\n"
        "成　员：李　强　县发改局局长\n",
        {
            GROUP: [
                "组长 赵明远（县委副书记、县长）",
                "副组长 钱进（副县长）",
                "副组长 孙立国（县政府办公室主任）",
                "成员 李强（县发改局局长）",
            ]
        },
        "line by line, spaces in names and roles",
    ),
    (
        "附件\n临溪县安全整治工作 领导小组\n组 长：\t赵明远\t县长\n\t钱 进\t副县长\n成 员：\t李 强\t县发改局局长\n",
        {GROUP: ["组长 赵明远（县长）", "组长 钱进（副县长）", "成员 李强（县发改局局长）"]},
        "cells, and a space in the heading",
    ),
    (
        f"附件\n{GROUP}\n组长：赵明远（县长）\n成员：李强（县发改局局长）、周文彬（女，县财政局局长）、吴梅\n",
        {GROUP: ["组长 赵明远（县长）", "成员 李强（县发改局局长）", "成员 周文彬（县财政局局长）", "成员 吴梅"]},
        "posts in brackets; names alone",
    ),
    (
        f"附件\n{GROUP}\n组长：县委书记 赵明远\n副组长：党组书记、局长钱进\n成员：各镇镇长\n",
        {GROUP: ["组长 赵明远（县委书记）", "副组长 钱进（党组书记、局长）", "成员 各镇镇长"]},
        "the post before the name; a post alone",
    ),
    (
        f"一、{GROUP}组  长：赵明远  县委书记副  组  长：钱进  "
        "县委副书记、县长孙立国  县政协主席成  员：李强  派出所所长领导小组下设办公室。\n",
        {
            GROUP: [
                "组长 赵明远（县委书记）",
                "副组长 钱进（县委副书记、县长）",
                "副组长 孙立国（县政协主席）",
                "成员 李强（派出所所长）",
            ]
        },
        "a page that lost its line ends",
    ),
    (
        f"附件\n{GROUP}\n组长\n赵明远 县长\n成员\n县水利局、县农业农村局主要负责同志，各镇镇长\n",
        {
            GROUP: [
                "组长 赵明远（县长）",
                "成员 县水利局（主要负责同志）",
                "成员 县农业农村局（主要负责同志）",
                "成员 各镇镇长",
            ]
        },
        "the role on a line of its own",
    ),
    (
        f"附件\n{GROUP}名单\n|姓名|单位及职务|组内职务|\n|---|---|---|\n|赵明远|副县长|组长|\n"
        f"|钱进|县发改局局长|成员|\n",
        {GROUP: ["组长 赵明远（副县长）", "成员 钱进（县发改局局长）"]},
        "a table with a column of roles",
    ),
    (
        f"成立{GROUP}，由县长赵明远任组长，副县长钱进、孙立国任副组长，县发改局、县财政局为成员单位。\n",
        {
            GROUP: [
                "组长 赵明远（县长）",
                "副组长 钱进（副县长）",
                "副组长 孙立国（副县长）",
                "成员单位 县发改局",
                "成员单位 县财政局",
            ]
        },
        "one sentence",
    ),
    (
        f"成立{GROUP}。组长由分管副县长担任，成员由县发改局、县财政局等部门负责人组成。\n",
        {GROUP: ["组长 分管副县长", "成员 县发改局（负责人）", "成员 县财政局（负责人）"]},
        "sentences behind it",
    ),
    (
        "建立由县发改局牵头，县工信局、县商务局等部门参加的县经济运行联席会议制度。\n",
        {"县经济运行联席会议": ["牵头 县发改局", "参加 县工信局", "参加 县商务局"]},
        "an attribute before the name",
    ),
    (
        "成立由县政府主要领导任组长的安全整治工作领导小组。\n附件：1.临溪县安全整治工作领导小组成员名单\n附件1\n"
        f"{GROUP}成员名单\n组长：赵明远 县长\n",
        {GROUP: ["组长 赵明远（县长）"]},
        "the roster replaces what the attribute sums up, and names the group in full",
    ),
    (
        "成立县防汛指挥部，下设综合协调组、医疗救治组。\n1.综合协调组。由县政府办牵头，县应急局参加。\n"
        "2.医疗救治组\n组长：吴梅 县卫健局局长\n"
        "成员：县人民医院、县疾控中心\n",
        {
            "县防汛指挥部": [],
            "综合协调组": ["牵头 县政府办", "参加 县应急局"],
            "医疗救治组": ["组长 吴梅（县卫健局局长）", "成员 县人民医院", "成员 县疾控中心"],
        },
        "groups inside a group head a paragraph",
    ),
    (
        "县爱卫会，在县委领导下，由县计委、县建委、县农委等部门领导组成。\n",
        {"县爱卫会": ["成员 县计委（领导）", "成员 县建委（领导）", "成员 县农委（领导）"]},
        "a group that is only named, and whom it is made of",
    ),
    (
        "建立临溪县养老服务联席会议（以下简称联席会议）制度。\n一、组成\n联席会议由县发改局、县民政局等2个部门组成，"
        "县民政局为牵头单位。联席会议召集人由分管副县长担任，县民政局局长任副召集人，"
        "各成员单位有关负责同志为联席会议成员。\n",
        {
            "临溪县养老服务联席会议": [
                "成员 县发改局",
                "成员 县民政局",
                "牵头单位 县民政局",
                "召集人 分管副县长",
                "副召集人 县民政局局长",
                "成员 各成员单位有关负责同志",
            ]
        },
        "a paragraph further on, by its short name",
    ),
    (
        "县爱国卫生运动委员会设主任1名，由县长担任；副主任2名，由县政府办公室主任和县卫健局局长担任；"
        "委员若干名，由县住建局、县教体局主要负责人担任。\n",
        {
            "县爱国卫生运动委员会": [
                "主任 县长",
                "副主任 县政府办公室主任",
                "副主任 县卫健局局长",
                "委员 县住建局（主要负责人）",
                "委员 县教体局（主要负责人）",
            ]
        },
        "how many hold each role; 办公室主任 and 主任 in it",
    ),
    ("县仲裁委员会由主任1人、副主任2至4人组成，秘书长可以由组成人员兼任。\n", {"县仲裁委员会": []}, "numbers of seats"),
    (
        "（一）成立工作专班。成立由县委副书记任组长，县司法局主要负责同志为成员的改革工作专班。\n",
        {"改革工作专班": ["组长 县委副书记", "成员 县司法局主要负责同志"]},
        "a heading that names the kind, and the sentence that names the group",
    ),
    (
        f"附件\n{GROUP}成员名单\n组长\n赵明远\n县委副书记、县长\n副组长\n钱 进\n副县长\n",
        {GROUP: ["组长 赵明远（县委副书记、县长）", "副组长 钱进（副县长）"]},
        "cells printed one a line: a post alone is that of the name above",
    ),
    (
        f"附件\n{GROUP}\n组长：乌云高娃\n成员：发改、财政\n",
        {GROUP: ["组长 乌云高娃", "成员 发改", "成员 财政"]},
        "who leads is a person, whatever the surname; members may be domains",
    ),
    (
        f"附件\n{GROUP}成员名单\n县委副书记、县长\t赵明远\t组长\n副县长\t钱 进\t副组长\n县财政局局长\t孙立国\t成员\n",
        {GROUP: ["组长 赵明远（县委副书记、县长）", "副组长 钱进（副县长）", "成员 孙立国（县财政局局长）"]},
        "a table without heads, the role last",
    ),
    (
        f"附件\n{GROUP}成员名单\n组长：赵明远\n成员：县委组织部、县委宣传部、县发改局、县财政局、县农业农村局、\n"
        "县水利局主要负责人，各镇党委书记\n领导小组下设办公室，办公室设在县农业农村局。\n",
        {
            GROUP: [
                "组长 赵明远",
                "成员 县委组织部（主要负责人）",
                "成员 县委宣传部（主要负责人）",
                "成员 县发改局（主要负责人）",
                "成员 县财政局（主要负责人）",
                "成员 县农业农村局（主要负责人）",
                "成员 县水利局（主要负责人）",
                "成员 各镇党委书记",
            ]
        },
        "a list that ends without a mark before the sentence on the office",
    ),
    (
        "（一）县双减工作专班\n由县教体局牵头，县委宣传部、县公安局等部门参与，负责统筹协调。\n"
        "（二）县疫情防控指挥部\n1.救治组。组长由县卫健局局长担任，成员单位：县卫健局、县人民医院。\n"
        "2.交通组：牵头单位县交通局，成员单位县公安局。\n3.物资专班（牵头领导：赵明远；责任单位：县商务局、"
        "县财政局）。\n",
        {
            "县双减工作专班": ["牵头 县教体局", "参与 县委宣传部", "参与 县公安局"],
            "县疫情防控指挥部": [],
            "救治组": ["组长 县卫健局局长", "成员单位 县卫健局", "成员单位 县人民医院"],
            "交通组": ["牵头单位 县交通局", "成员单位 县公安局"],
            "物资专班": ["牵头领导 赵明远", "责任单位 县商务局", "责任单位 县财政局"],
        },
        "a heading and the paragraph under it; a sentence before labels; labels without a colon; labels in brackets",
    ),
    (
        "县自然资源局牵头建立县产权制度改革联席会议机制。成立县疫情防控指挥部，成员单位应包括县卫健局、县公安局。\n",
        {
            "县产权制度改革联席会议": ["牵头 县自然资源局"],
            "县疫情防控指挥部": ["成员单位 县卫健局", "成员单位 县公安局"],
        },
        "who sets it up leads it; whom it should have",
    ),
    (
        "由县市场监管局牵头，会同县公安局、县教体局等部门，建立校外培训治理联席会议制度。\n",
        {"校外培训治理联席会议": ["牵头 县市场监管局", "会同 县公安局", "会同 县教体局"]},
        "who is joined by whom, before the verb",
    ),
    (
        "由县水利局牵头，会同县财政局、县林业局等部门建立河湖管理联席会议，召集人由分管副县长担任，"
        "成员由县水利局、县林业局主要负责人组成。\n",
        {
            "河湖管理联席会议": [
                "牵头 县水利局",
                "会同 县财政局",
                "会同 县林业局",
                "召集人 分管副县长",
                "成员 县水利局（主要负责人）",
                "成员 县林业局（主要负责人）",
            ]
        },
        "the same without a comma; who calls it together, and its members by what they are made of",
    ),
    (
        "建立由县民政局牵头的养老托育工作部门联席会议制度。联席会议由县民政局、县教育局和县消防大队等15个部门组成。"
        "县民政局局长王立担任联席会议召集人，县教育局副局长赵敏、县公安局副局长钱进担任副召集人，"
        "各成员单位有关负责同志为联席会议成员（名单附后）。联席会议不刻制印章。\n",
        {
            "养老托育工作部门联席会议": [
                "牵头 县民政局",
                "成员 县民政局",
                "成员 县教育局",
                "成员 县消防大队",
                "召集人 王立（县民政局局长）",
                "副召集人 赵敏（县教育局副局长）",
                "副召集人 钱进（县公安局副局长）",
                "成员 各成员单位有关负责同志",
            ]
        },
        "a joint conference in one paragraph; its name stands before the roles, a bracket behind the last",
    ),
    (
        "电商发展联席会议由县政府分管领导任召集人，县政府办公室副主任任副召集人，县财政局、县公安局为成员单位，"
        "联席会议办公室设在县商务局。\n",
        {
            "电商发展联席会议": [
                "召集人 县政府分管领导",
                "副召集人 县政府办公室副主任",
                "成员单位 县财政局",
                "成员单位 县公安局",
            ]
        },
        "the office of the government is not that of the group",
    ),
    (
        "建立全县校园安全联席会议。\n召集人：赵明远（副县长）\n成员：县教育局、县公安局。\n临溪县人民政府办公室\n"
        "2019年3月22日\n",
        {"全县校园安全联席会议": ["召集人 赵明远（副县长）", "成员 县教育局", "成员 县公安局"]},
        "the body that signs is no member",
    ),
    (
        "成立县采购评审专家委员会，委员会由赵明远、钱进等9名专家组成。\n",
        {"县采购评审专家委员会": ["成员 赵明远", "成员 钱进"]},
        "how many there are behind the names",
    ),
    (
        "县防汛指挥部下设综合协调组、医疗救治组和物资保障组。\n1.综合协调组。负责信息报送。\n"
        "2.医疗救治组。由县卫健局牵头，县医保局参加。\n县里设立党组织、小组活动室。\n",
        {
            "县防汛指挥部": [],
            "综合协调组": [],
            "医疗救治组": ["牵头 县卫健局", "参加 县医保局"],
            "物资保障组": [],
        },
        "a list of the groups that one is divided into, whether or not their members are told",
    ),
    (
        "成立相关部门组成的工作组，共同推进。成立领导小组，健全机制。\n",
        {"工作组": []},
        "a name without content, and whose it is",
    ),
    (
        "建立县物流联席会议（以下简称联席会议）制度。\n联席会议由县发改局、县交通局等2个部门组成。"
        "可以邀请其他部门参加。"
        "联席会议由县发改局局长担任总召集人，县发改局分管负责同志担任召集人。联席会议设联络员，"
        "由成员单位有关科室负责同志担任。"
        "联席会议成员因工作变动需要调整的，由所在单位提出。\n",
        {
            "县物流联席会议": [
                "成员 县发改局",
                "成员 县交通局",
                "总召集人 县发改局局长",
                "召集人 县发改局分管负责同志",
                "联络员 成员单位有关科室负责同志",
            ]
        },
        "sentences that come back to the group tell of further roles",
    ),
    (
        "县粮食储备协调委员会（简称“县粮协委”）是议事协调机构。县粮协委主任由县长担任，委员由县发改局、"
        "县财政局负责人担任。\n",
        {"县粮食储备协调委员会": ["主任 县长", "委员 县发改局（负责人）", "委员 县财政局（负责人）"]},
        "by the short name that is defined",
    ),
    (
        "成立县服务业联席会议，由县统计局为召集单位，县发改局、县商务局为成员单位。下设医疗组。\n"
        "1.医疗组：由县卫健局任组长单位，责任单位为县人民医院，武警、县应急局等派员参加。\n",
        {
            "县服务业联席会议": ["召集单位 县统计局", "成员单位 县发改局", "成员单位 县商务局"],
            "医疗组": ["组长单位 县卫健局", "责任单位 县人民医院", "成员 武警", "成员 县应急局"],
        },
        "a body that calls together or heads",
    ),
    (
        "成立由副书记、县长王立任组长，县委常委赵敏，副县长钱进任副组长的县项目建设领导小组。\n",
        {"县项目建设领导小组": ["组长 王立（副书记、县长）", "副组长 赵敏（县委常委）", "副组长 钱进（副县长）"]},
        "people that commas part share a role",
    ),
    (
        "县应急委由县委书记、县长任双主任，其他副县长任副主任。\n",
        {"县应急委": ["双主任 县委书记", "双主任 县长", "副主任 其他副县长"]},
        "双主任 and 其他 are no names of people",
    ),
    (
        "县人事争议仲裁委员会由主管部门的代表、聘用单位的代表以及法律专家组成。\n",
        {"县人事争议仲裁委员会": ["成员 主管部门的代表", "成员 聘用单位的代表"]},
        "以 in 以及 leads nowhere; a kind of people is no member",
    ),
    (
        "成立由副县长任班长，县农业农村局、县财政局参加的秸秆禁烧工作专班，各镇要成立相应工作专班，"
        "由镇长任专班班长。\n",
        {"秸秆禁烧工作专班": ["班长 副县长", "参加 县农业农村局", "参加 县财政局"]},
        "who heads the groups of others is no member",
    ),
    (
        "应急抢险组。由应急主管部门牵头，县公安局、县交通局等部门，事发地政府等组成。\n",
        {"应急抢险组": ["牵头 应急主管部门", "成员 县公安局", "成员 县交通局", "成员 事发地政府"]},
        "应 in 应急 is no verb",
    ),
    (
        "成立县乡镇改革领导小组，由县委书记王立同志任组长，县委副书记李明同志和县委常委、组织部部长赵芳同志任副组长，"
        "县府办副主任钱进和县编办主任孙伟任秘书长。\n",
        {
            "县乡镇改革领导小组": [
                "组长 王立（县委书记）",
                "副组长 李明（县委副书记）",
                "副组长 赵芳（县委常委、组织部部长）",
                "秘书长 钱进（县府办副主任）",
                "秘书长 孙伟（县编办主任）",
            ]
        },
        "people with posts whom 和 joins",
    ),
    (
        "成立由县应急局、县总工会等部门和有关专家组成的事故调查组。（一）县财政局牵头，会同县发改局、"
        "县工信局等部门组成评估工作组。\n",
        {
            "事故调查组": ["成员 县应急局", "成员 县总工会"],
            "评估工作组": ["牵头 县财政局", "会同 县发改局", "会同 县工信局"],
        },
        "a group of a day that an attribute sets up; no number and no verb in a name",
    ),
    (
        "成立县粮食领导小组，下设办公室和生产振兴、组织振兴两个工作专班，办公室设在县粮食局。"
        "县安全生产委员会要指导，县安委会要检查。\n",
        {"县粮食领导小组": [], "县安全生产委员会": []},
        "how many there are names none; the short name of a committee is known",
    ),
    (
        "成立县防疫指挥部，由县长任总指挥，下设综合协调、医疗救治2个专项工作组。综合协调组由县委办、"
        "县府办抽调人员组成，"
        "组长由县府办主任担任。医疗救治组由县卫健局牵头，县医保局等单位为成员。\n",
        {
            "县防疫指挥部": ["总指挥 县长"],
            "综合协调组": ["成员 县委办", "成员 县府办", "组长 县府办主任"],
            "医疗救治组": ["牵头 县卫健局", "成员 县医保局"],
        },
        "groups in which one is divided, told of in the same paragraph",
    ),
    (
        "县食品安全应急指挥部（以下简称县指挥部）由副县长任总指挥，县府办副主任、县市场监管局局长任副总指挥。\n",
        {
            "县食品安全应急指挥部": ["总指挥 副县长", "副总指挥 县府办副主任", "副总指挥 县市场监管局局长"],
        },
        "a short name is defined between the name and the roles",
    ),
    (
        "县教育局成立学生就业工作领导小组，局长任组长。各学校要成立由校长任组长的就业工作领导小组。\n",
        {"学生就业工作领导小组": ["组长 局长"], "就业工作领导小组": ["组长 校长"]},
        "others set up one of their own",
    ),
    (
        "由副县长赵敏同志牵头，县发改局、县财政局配合，组建项目攻坚专班。各单位要明确一名领导任专班联络员。"
        "工作专班实行双组长制，由副县长钱进和县政协副主席孙伟任双组长。\n",
        {
            "项目攻坚专班": [
                "牵头 赵敏（副县长）",
                "配合 县发改局",
                "配合 县财政局",
                "双组长 钱进（副县长）",
                "双组长 孙伟（县政协副主席）",
            ]
        },
        "who works with the one who leads, before the verb; 双组长; a duty to name somebody",
    ),
    (
        "将县扶贫领导小组更名为县乡村振兴领导小组，县旅游领导小组并入县文旅领导小组。\n",
        {"县扶贫领导小组": [], "县乡村振兴领导小组": [], "县旅游领导小组": [], "县文旅领导小组": []},
        "a change parts two names",
    ),
    (
        "下设2个工作组：\n（一）综合组\n组  长：孙伟\n成  员：县委办、县府办有关人员\n"
        "（二）检查组。由县市场监管局牵头，会同县卫健局、县农业农村局等部门负责检查。\n",
        {
            "综合组": ["组长 孙伟", "成员 县委办（有关人员）", "成员 县府办（有关人员）"],
            "检查组": ["牵头 县市场监管局", "会同 县卫健局", "会同 县农业农村局"],
        },
        "有关人员 are sent by each; bodies end before what they do",
    ),
    (
        "建立县级商贸联席会议制度，由县政府分管领导担任召集人，县发改局、县公安局等单位负责同志参加。\n",
        {"县级商贸联席会议": ["召集人 县政府分管领导", "参加 县发改局（负责同志）", "参加 县公安局（负责同志）"]},
        "who takes part, at the end of the sentence",
    ),
    (
        "依托县推进职能转变协调小组，设立监管专题机构，由县市场监管局牵头。\n",
        {"县推进职能转变协调小组": []},
        "what another body that is set up has for a head",
    ),
    (
        "一、领导小组组成\n组  长：县委副书记、县长\n副组长：县委常委、常务副县长\n成  员：县财政局局长\n"
        "二、职责\n县高标准农田建设领导小组负责统筹。\n",
        {
            "县高标准农田建设领导小组": [
                "组长 县委副书记、县长",
                "副组长 县委常委、常务副县长",
                "成员 县财政局局长",
            ]
        },
        "a roster of posts belongs to the one group that is named; posts of one person are one seat",
    ),
    (
        "决定成立县抗震指挥部（以下简称指挥部）。\n一、主要职责\n指导抗震工作。\n二、组成人员\n"
        "指挥长由县委常委、常务副县长担任；副指挥长由分管应急、地震工作的县府办副主任，以及县应急局局长担任。\n"
        "成员由县发改局、县教育局等分管领导组成。\n三、其他\n指挥部办公室设在县应急局。\n",
        {
            "县抗震指挥部": [
                "指挥长 县委常委、常务副县长",
                "副指挥长 分管应急、地震工作的县府办副主任",
                "副指挥长 县应急局局长",
                "成员 县发改局（分管领导）",
                "成员 县教育局（分管领导）",
            ]
        },
        "paragraphs that begin with a role; the field of a post has a comma",
    ),
    (
        "县防震领导小组转为县抗震指挥部，总指挥由副县长担任。指挥部成员为：县委宣传部（县新闻办）、县发改局负责人。\n",
        {
            "县防震领导小组": [],
            "县抗震指挥部": ["总指挥 副县长", "成员 县委宣传部（县新闻办）（负责人）", "成员 县发改局（负责人）"],
        },
        "转为 parts two names; a bracket inside a list",
    ),
    (
        "县抗震指挥部设指挥长1名、由副县长担任。副指挥长2名：由县人武部副部长、县应急局局长担任。\n",
        {"县抗震指挥部": ["指挥长 副县长", "副指挥长 县人武部副部长", "副指挥长 县应急局局长"]},
        "how many hold each role, with other marks",
    ),
    (
        "县烟花监管联席会议由县安全生产委员会办公室、县公安局、县供销社共3个部门和单位组成。\n",
        {
            "县烟花监管联席会议": ["成员 县安全生产委员会办公室", "成员 县公安局", "成员 县供销社"],
            "县安全生产委员会": [],
        },
        "the office of another body is a member; how many there are, without 等",
    ),
    (
        "指挥部设立3个工作组。\n一、抢险组\n负责救人。\n由县人武部牵头，县公安局、县武警部队参加。\n二、"
        "宣传组\n负责新闻。\n"
        "由县委宣传部牵头，县融媒体中心参加。\n",
        {
            "抢险组": ["牵头 县人武部", "参加 县公安局", "参加 县武警部队"],
            "宣传组": ["牵头 县委宣传部", "参加 县融媒体中心"],
        },
        "a heading, what the group does, and then who sits in it",
    ),
    (
        "成立以县长王立为指挥长，副县长赵敏为常务副指挥长的县巩卫指挥部，下设综合组、宣传组等5个任务小组，"
        "每个小组由领导任组长。\n",
        {
            "县巩卫指挥部": ["指挥长 王立（县长）", "常务副指挥长 赵敏（副县长）"],
            "综合组": [],
            "宣传组": [],
        },
        "each of some groups is none by name",
    ),
    (
        "县抗震指挥部是县安委会下设的专项指挥部，成员由各部门负责同志担任，成员调整按县安委会规定执行。\n",
        {"县抗震指挥部": [], "县安委会": []},
        "who has set it up, and by whose rules, sets up nothing here",
    ),
    (
        "县政府决定建立解决拖欠工资问题联席会议制度。\n一、领导小组\n总召集人：赵明远 县长\n"
        "第一副总指挥：钱进 副县长\n"
        "成员：孙伟 县人社局局长\n各镇镇长、街道办事处主任\n联席会议领导小组下设办公室，设在县人社局。\n",
        {
            "解决拖欠工资问题联席会议": [
                "总召集人 赵明远（县长）",
                "第一副总指挥 钱进（副县长）",
                "成员 孙伟（县人社局局长）",
                "成员 各镇镇长",
                "成员 街道办事处主任",
            ]
        },
        "解决 begins the name; a heading that names only a kind is none",
    ),
    (
        "县应急处置指挥部负责指挥。总指挥由县政府分管领导担任，副总指挥由县环保局局长担任。\n",
        {"县应急处置指挥部": ["总指挥 县政府分管领导", "副总指挥 县环保局局长"]},
        "a sentence that begins with a role goes on about the group before it",
    ),
    (
        "成立由县长任组长的县攻坚领导小组，下设产业、就业2个工作专班，分别由分管副县长任专班班长。\n",
        {"县攻坚领导小组": ["组长 县长"]},
        "who heads each of the parts heads not the whole",
    ),
    (
        "成立由副县长任组长的县保供工作组，下设综合协调、市场监测2个小组，综合协调小组由县商务局牵头，"
        "市场监测小组由县发改局牵头负责。\n",
        {
            "县保供工作组": ["组长 副县长"],
            "综合协调小组": ["牵头 县商务局"],
            "市场监测小组": ["牵头 县发改局"],
        },
        "two parts in one sentence",
    ),
    (
        "联席会议召集人：赵明远，副县长\n成员：钱进，县公安局副局长\n以上为县根治欠薪工作联席会议组成人员。\n",
        {"县根治欠薪工作联席会议": ["召集人 赵明远（副县长）", "成员 钱进（县公安局副局长）"]},
        "the name under the roster, behind 为",
    ),
    (
        "县委成立全面依法治县委员会，县委书记任主任，县委教育工委书记、教育局局长任副主任。\n",
        {"全面依法治县委员会": ["主任 县委书记", "副主任 县委教育工委书记、教育局局长"]},
        "依法治县 is no county's committee of the Party",
    ),
    (
        "依托县安全生产委员会，建立健全由县应急局牵头，县气象局参与的会商机制，每月召开一次联席会议。\n"
        "成立由医疗专家、护理骨干组成的县救治专家组。县专家咨询委员会由临床、疾控等方面专家组成。\n",
        {"县安全生产委员会": [], "县救治专家组": [], "县专家咨询委员会": []},
        "what is set up beside a group, and kinds of people",
    ),
    (
        "分值由数字建设专班核实。结果由县政府办公室数字建设专班公布。\n",
        {"县政府办公室数字建设专班": []},
        "the name with the body whose the group is says more",
    ),
    ("县城管局、县交警大队要牵头做好整治，县住建局配合。\n", {}, "a task gives no seats"),
    ("省疫情防控指挥部成员单位：为进一步做好防控，现通知如下。\n", {"省疫情防控指挥部": []}, "an address is no roster"),
    (
        "成立防汛工作领导小组，下设综合协调组（组长：王明，成员单位：县政府办、"
        "县应急局）和物资保障组（组长：李强）。\n",
        {
            "防汛工作领导小组": [],
            "综合协调组": ["组长 王明", "成员单位 县政府办", "成员单位 县应急局"],
            "物资保障组": ["组长 李强"],
        },
        "parts of a group, each with its members in brackets",
    ),
    (
        "县防汛指挥部下设“一办三组”：综合办公室、医疗救治组、治安维护组、善后处置组。\n",
        {"县防汛指挥部": [], "医疗救治组": [], "治安维护组": [], "善后处置组": []},
        "the count of the parts stands before their names",
    ),
    (
        "成立县人口普查领导小组，名单如下：\n组　长：王明　县长\n"
        "成　员：（按姓氏笔画为序）\n　　　　丁一　县统计局局长\n",
        {"县人口普查领导小组": ["组长 王明（县长）", "成员 丁一（县统计局局长）"]},
        "a note of the order behind the role",
    ),
    (
        "指挥部根据需要设立以下工作组：\n1．综合协调组：由县应急局牵头，县林业局参加。\n"
        "2．县政府成立抗旱领导小组（组长由副县长担任）。\n",
        {"综合协调组": ["牵头 县应急局", "参加 县林业局"], "抗旱领导小组": ["组长 副县长"]},
        "a sentence that sets groups up heads no group",
    ),
    (
        "成立抗洪突击队，由县住建局局长赵军任队长；成立环境整治专班，由县农业局局长周平任专班负责人。\n",
        {"抗洪突击队": ["队长 赵军（县住建局局长）"], "环境整治专班": ["专班负责人 周平（县农业局局长）"]},
        "more words for who heads a group",
    ),
    (
        "成立预案编制工作小组，由县应急局局长任组长，吸收有关部门和单位人员参加。\n",
        {"预案编制工作小组": ["组长 县应急局局长"]},
        "who may be drawn in holds no seat",
    ),
    (
        "对县扶贫开发领导小组成员进行调整。增补王明同志为副组长，李强、赵华同志为成员；免去孙立同志副组长职务。\n",
        {"县扶贫开发领导小组": ["副组长 王明", "成员 李强", "成员 赵华"]},
        "members that a notice adds",
    ),
    (
        "镇成立秸秆禁烧指挥部，党委书记任政委，镇长任总指挥。\n",
        {"秸秆禁烧指挥部": ["政委 党委书记", "总指挥 镇长"]},
        "who leads beside the commander",
    ),
    (
        "成立石门镇防汛抗旱指挥部，组成人员如下：\n政　委：王　明（镇党委书记）\n指挥长：李　强（镇长）\n",
        {"石门镇防汛抗旱指挥部": ["政委 王明（镇党委书记）", "指挥长 李强（镇长）"]},
        "the same opens a roster",
    ),
    (
        "县卫生应急指挥部由副县长任总指挥。成员单位包括：县发改局、县公安局。\n3.3 救治专家委员会\n"
        "县救治专家委员会由医疗、疾控专家组成。\n",
        {
            "县卫生应急指挥部": ["总指挥 副县长", "成员单位 县发改局", "成员单位 县公安局"],
            "县救治专家委员会": [],
        },
        "包括 is no body, fields of experts are none, and the number of a heading is no part of a name",
    ),
    (
        "（3）事故调查组：组长由县应急局局长担任，成员由县公安局、县总工会人员组成。\n",
        {"事故调查组": ["组长 县应急局局长", "成员 县公安局（人员）", "成员 县总工会（人员）"]},
        "bodies that share what they send",
    ),
    (
        "成立防汛领导小组,组长由县长王明担任,成员由县直有关单位主要负责人组成.领导小组要加强调度.\n",
        {"防汛领导小组": ["组长 王明（县长）", "成员 县直有关单位主要负责人"]},
        "narrow marks",
    ),
    (
        "成立供水工作领导小组。\n组长：王明 县长\n成员：李强 县水利局局长\n"
        "指标\t标准\n供水\t成立供水工作领导小组，政府主要领导任组长。\n",
        {"供水工作领导小组": ["组长 王明（县长）", "成员 李强（县水利局局长）"]},
        "a table sums up what a roster names",
    ),
    (
        "县供水领导小组名单\n一、组长\n王明　县长\n二、副组长\n李强　副县长\n三、成员\n赵华　县水利局局长\n",
        {"县供水领导小组": ["组长 王明（县长）", "副组长 李强（副县长）", "成员 赵华（县水利局局长）"]},
        "roles as numbered headings",
    ),
    (
        "县供水领导小组名单\n组 长：王明 县委副书记、\n           县长\n成 员：赵华 县发改局\n           局长\n",
        {"县供水领导小组": ["组长 王明（县委副书记、县长）", "成员 赵华（县发改局局长）"]},
        "posts broken over two lines",
    ),
    (
        "县供水领导小组名单\n职务\t姓名\t单位\t职务\n组长\t王明\t县政府\t县长\n成员\t李强\t县财政局\t局长\n",
        {"县供水领导小组": ["组长 王明（县政府县长）", "成员 李强（县财政局局长）"]},
        "body and post in cells of their own",
    ),
    (
        "县供水领导小组名单\n组内职务\t姓名\t职务\n副组长\t王明\t副县长\n\t李强\t副县长\n成员\t赵华\t县财政局局长\n",
        {"县供水领导小组": ["副组长 王明（副县长）", "副组长 李强（副县长）", "成员 赵华（县财政局局长）"]},
        "a cell of the role over two rows",
    ),
    (
        "由县发改局牵头，会同县财政局、县住建局成立项目推进专班。成立由县水利局牵头，会同县财政局参加的供水专班。\n",
        {
            "项目推进专班": ["牵头 县发改局", "会同 县财政局", "会同 县住建局"],
            "供水专班": ["牵头 县水利局", "参加 县财政局"],
        },
        "会同 is no part of a name",
    ),
    (
        "领导小组下设综合组、督查组两个工作组，综合组组长由王明兼任，督查组组长由李强兼任。\n",
        {"综合组": ["组长 王明"], "督查组": ["组长 李强"]},
        "the heads of the parts",
    ),
    (
        "县供水领导小组名单\n组长：王明 县长\n联络员：李强 县政府办股长 电话：1234567\n",
        {"县供水领导小组": ["组长 王明（县长）", "联络员 李强（县政府办股长）"]},
        "a number is no post",
    ),
    *(
        (
            f"成立县供水领导小组：\n{roster}",
            {"县供水领导小组": ["组长 赵明远（县长）", "成员 周文彬@县水利局", "成员 李震@县财政局"]},
            "who sits for a body of which no post is told",
        )
        for roster in (
            "组长：赵明远（县长）\n成员：周文彬（县水利局）\n李  震（县财政局）\n",
            "组长:赵明远(县长)\n成员:周文彬(县水利局),李震(县财政局)\n",
            "组长：赵明远 县长\n成员：\n1、周文彬（县水利局）\n2、李 震（县财政局）\n",
            "组长：县长 赵明远\n成员：\n县水利局 周文彬\n县财政局 李震\n",
            "组长：赵明远 县长\n成员：县水利局（周文彬）、县财政局（李震）\n",
            "组长：赵明远 县长\n成员：\n县水利局：周文彬\n县财政局：李震\n",
            "姓名\t单位\t组内职务\n赵明远\t县长\t组长\n周文彬\t县水利局\t成员\n李震\t县财政局\t成员\n",
            "组长：赵明远 县长\n成员：周文彬 县水利局\n李震 县财政局\n临溪县人民政府\n2019年3月22日\n",
            "（一）组长\n赵明远 县长\n（二）成员\n周文彬 县水利局\n李震 县财政局\n",
            "1.组长：赵明远（县长）\n2.成员：周文彬（县水利局）、李震（县财政局）\n",
            "组长1名：赵明远 县长\n成员2人：周文彬（县水利局）、李震（县财政局）\n",
            "组长：赵明远&nbsp;&nbsp;县长\n成员：周文彬&nbsp;&nbsp;县水利局\n李震&nbsp;&nbsp;县财政局\n",
        )
    ),
    (
        "成立县供水领导小组：\n组长 赵明远\n副组长 钱进 孙立国\n成员 周文彬 李震\n",
        {"县供水领导小组": ["组长 赵明远", "副组长 钱进", "副组长 孙立国", "成员 周文彬", "成员 李震"]},
        "names alone behind roles without a colon",
    ),
    (
        "成立县供水领导小组：\n组长：由县长担任\n成员：县水利局、县财政局、县公安局\n临溪县人民政府\n2019年3月22日\n",
        {"县供水领导小组": ["组长 县长", "成员 县水利局", "成员 县财政局", "成员 县公安局"]},
        "a sentence behind a label, and the body that signs under a list of bodies",
    ),
    (
        "县防汛抗旱指挥部组成人员\n（1）指挥：县长。\n（2）常务副指挥：常务副县长。\n"
        "（3）副指挥：县政府分管水利、应急工作的副县长，县人武部部长。\n",
        {
            "县防汛抗旱指挥部": [
                "指挥 县长",
                "常务副指挥 常务副县长",
                "副指挥 县政府分管水利、应急工作的副县长",
                "副指挥 县人武部部长",
            ]
        },
        "a field of two parts in the middle of a post",
    ),
    (
        "成立县供水领导小组，组长由县长赵明远担任，副组长由李为人同志兼任。\n",
        {"县供水领导小组": ["组长 赵明远（县长）", "副组长 李为人"]},
        "whom the text calls 同志 is a person, whatever characters the name has",
    ),
    (
        "成立临溪县供水工作联席会议，县长为召集人，分管水利、城建领导为副召集人。\n成员名单如下：\n\n召 集 人\n\n："
        "\n\n赵明远\n\n县委副书记、县长\n\n第一副召集人\n\n：\n\n钱 进\n\n县委常委（兼）\n\n孙立国\n\n"
        "副县长\n\n成员单位\n\n：\n\n"
        "县水利局\n\n石门村村委会\n",
        {
            "临溪县供水工作联席会议": [
                "召集人 县长",
                "副召集人 分管水利、城建领导",
                "召集人 赵明远（县委副书记、县长）",
                "第一副召集人 钱进（县委常委（兼））",
                "第一副召集人 孙立国（副县长）",
                "成员单位 县水利局",
                "成员单位 石门村村委会",
            ]
        },
        "cells printed one a line, with their colons; a note behind a post; the fields of one leader",
    ),
    (
        "分组如下：\n第一组：赵明远、钱 进\n第二组：李强、周文彬。\n",
        {"第一组": ["成员 赵明远", "成员 钱进"], "第二组": ["成员 李强", "成员 周文彬"]},
        "the names of numbered groups",
    ),
    (
        "各小组成员如下：\n第一组\t第二组\n赵明远\t李强\n钱进\t周文彬\n备注：请假找组长。\n",
        {"第一组": ["成员 赵明远", "成员 钱进"], "第二组": ["成员 李强", "成员 周文彬"]},
        "a column for each group",
    ),
    (
        "建立临溪县储备粮工作联席会议制度，联席会议由县发改局召集，县财政局、县公安局为成员。\n",
        {"临溪县储备粮工作联席会议": ["召集 县发改局", "成员 县财政局", "成员 县公安局"]},
        "who calls it together",
    ),
    (
        "县配额评审委员会，由县发改局，技术、能源等方面的专家，县工商联组成。\n",
        {"县配额评审委员会": ["成员 县发改局", "成员 县工商联"]},
        "bodies before and behind kinds of people",
    ),
    (
        "县主题教育领导小组组建指导组，开展督促指导；各系统党委派出巡回指导组，加强督促。\n",
        {"县主题教育领导小组": [], "巡回指导组": []},
        "a full name behind a generic one",
    ),
    (
        "决定成立县供水领导小组，组成人员如下：\n赵明远任组长，钱进、孙立国任副组长，李强、周文彬为成员。\n",
        {"县供水领导小组": ["组长 赵明远", "副组长 钱进", "副组长 孙立国", "成员 李强", "成员 周文彬"]},
        "a sentence of names under the one that sets the group up",
    ),
    (
        "县供水领导小组成员名单\n● 组长：赵明远\n（县长）\n● 副组长：钱进\n● 成员：李强\n（县水利局）\n"
        "● 周文彬（县财政局局长）\n",
        {
            "县供水领导小组": [
                "组长 赵明远（县长）",
                "副组长 钱进",
                "成员 李强@县水利局",
                "成员 周文彬（县财政局局长）",
            ]
        },
        "bullets, and brackets on lines of their own",
    ),
    (
        "综合组：组长赵明远（县政府办主任），成员单位：县发改局、县财政局。\n第一组：组长钱进，成员李强、周文彬。\n",
        {
            "综合组": ["组长 赵明远（县政府办主任）", "成员单位 县发改局", "成员单位 县财政局"],
            "第一组": ["组长 钱进", "成员 李强", "成员 周文彬"],
        },
        "roles with nothing between them and the names",
    ),
    (
        "县供水领导小组成员名单\n|职务|姓名|单位及职务|\n|---|---|---|\n|组长|赵明远|县长|\n"
        "|成员|李强|县水利局局长|\n||周文彬|县财政局局长|\n",
        {"县供水领导小组": ["组长 赵明远（县长）", "成员 李强（县水利局局长）", "成员 周文彬（县财政局局长）"]},
        "a role that spans rows",
    ),
    (
        "县供水领导小组成员名单\n组长：赵明远 县长 电话：0571-1234567\n成员：李强 县水利局局长 0571-1234568\n",
        {"县供水领导小组": ["组长 赵明远（县长）", "成员 李强（县水利局局长）"]},
        "telephones",
    ),
    (
        "成立县燃气整治工作专班，由养老分管局长负责，局养老服务科、县福利院工作人员组成。\n",
        {"县燃气整治工作专班": ["负责 养老分管局长", "成员 局养老服务科（工作人员）", "成员 县福利院（工作人员）"]},
        "who is in charge of it, and of whom it is made",
    ),
    (
        "县供水领导小组成员名单\n组长：赵明远 县长\n成员：李强 县发改局局长\n各居、村行政主要负责人\n各镇、"
        "街道主要负责人\n",
        {
            "县供水领导小组": [
                "组长 赵明远（县长）",
                "成员 李强（县发改局局长）",
                "成员 各居、村行政主要负责人",
                "成员 各镇、街道主要负责人",
            ]
        },
        "a set is not divided by the post behind it",
    ),
    (
        "各居委工作人员要会同物业管理人员组成工作小组，落实日常巡查。\n",
        {"工作小组": []},
        "a name without content where the sentence says of whom it is made",
    ),
]


@pytest.mark.parametrize(("text", "found", "why"), MEMBERS)
def test_members(text: str, found: dict[str, list[str]], why: str) -> None:
    assert members(read_document(text)) == found, why


OFFICES = [
    (f"成立{GROUP}，领导小组办公室设在县应急局，周文彬同志兼任办公室主任。\n", "县应急局", "周文彬", "a person"),
    (
        f"成立{GROUP}。领导小组下设办公室（设在县应急局），办公室主任由县应急局局长兼任。\n",
        "县应急局",
        "县应急局局长",
        "a post",
    ),
    (
        f"成立{GROUP}，下设办公室于县应急局，由副县长钱进兼任办公室主任。\n",
        "县应急局",
        "钱进",
        "the name without the post",
    ),
    (
        f"成立{GROUP}，领导小组办公室设在县应急局，县应急局局长郑允和兼任办公室主任。\n\n{GROUP}成员名单\n"
        "组  长：陆景明  副县长\n副组长：郑允和  县应急局局长\n",
        "县应急局",
        "郑允和",
        "the roster knows the name, though 和 is rare in one",
    ),
    (
        f"成立{GROUP}，领导小组办公室设在县府办公室，办公室主任由县府办公室副主任孙伟兼任。\n",
        "县府办公室",
        "孙伟",
        "a deputy elsewhere heads it",
    ),
    (
        f"成立{GROUP}。领导小组办公室设在县应急局，办公室设主任1名，由县应急局局长兼任。\n",
        "县应急局",
        "县应急局局长",
        "how many head it",
    ),
    (f"成立{GROUP}。领导小组在县应急局设办公室，局长兼任办公室主任。\n", "县应急局", "局长", "before the verb"),
    (f"成立{GROUP}。领导小组下设办公室，在综合执法部办公。\n", "综合执法部", None, "where it works"),
    (f"成立{GROUP}。联合办公室设在县教育局、县住建局。\n", "县教育局、县住建局", None, "two hosts are one string"),
    (
        f"成立{GROUP}，领导小组办公室设在县发改局，县发改局主任孙伟兼任办公室主任。\n",
        "县发改局",
        "孙伟",
        "任 in 主任 gives nothing",
    ),
    (f"成立{GROUP}。有关情况报领导小组办公室。\n", None, None, "nothing is said"),
    ("成立临溪县安全整治工作领导小组。办公室设县水利局。\n", "县水利局", None, "without 在"),
    (
        "成立临溪县安全整治工作领导小组。领导小组办公室在县水利局，局长王明兼任办公室主任。\n",
        "县水利局",
        "王明",
        "without 设",
    ),
    (
        "成立临溪县安全整治工作领导小组。办公室设在县水利局三楼会议室。\n",
        "县水利局",
        None,
        "the floor is no part of the body",
    ),
    ("成立临溪县安全整治工作领导小组。县水利局承担领导小组日常工作。\n", "县水利局", None, "who does the daily work"),
    (
        f"成立{GROUP}。领导小组下设办公室(以下简称“整治办”)，由县水利局具体承担。\n",
        "县水利局",
        None,
        "who is the office",
    ),
    (
        f"成立{GROUP}，下设办公室，办公室主任由县水利局局长兼任。\n{GROUP}成员名单\n组长：赵明远 县长\n"
        f"成员：钱进 县水利局局长"
        "\n领导小组下设办公室，办公室主任由县水利局局长钱进兼任。\n",
        None,
        "钱进",
        "a name that is told later says more than the post",
    ),
]


@pytest.mark.parametrize(("text", "host", "director", "why"), OFFICES)
def test_office(text: str, host: str | None, director: str | None, why: str) -> None:
    group = next(g for g in read_document(text).groups if g.name == GROUP)
    assert (group.office_host, group.office_director) == (host, director), why


def test_office_with_members_is_a_group() -> None:
    text = (
        f"成立{GROUP}。领导小组下设联合办公室，由赵明远同志任办公室主任，钱进同志任副主任，"
        "成员为县教育局、县住建局相关科室负责人。\n"
    )
    found = members(read_document(text))
    assert found["联合办公室"][1:] == [
        "副主任 钱进",
        "成员 县教育局（相关科室负责人）",
        "成员 县住建局（相关科室负责人）",
    ]


def test_bodies_that_send_people_to_the_office_sit_in_it() -> None:
    text = (
        f"成立{GROUP}（以下简称专项小组）。专项小组办公室设在县应急局，由县应急局、县水利局选派人员参加。\n"
        "成立联合采购办公室。联合采购办公室由各试点镇代表组成，主任由县医保局局长担任，副主任由县财政局局长担任。\n"
    )
    found = members(read_document(text))
    assert found["专项小组办公室"] == ["成员 县应急局", "成员 县水利局"]


def test_long_lists_behind_a_role() -> None:
    text = (
        f"成立{GROUP}。领导小组办公室设在县应急局，办公室主任由县应急局局长钱进兼任；副主任由县水利局副局长王立，"
        "县住建局副局长孙伟兼任，成员由成员单位有关科室负责同志担任。\n"
    )
    found = members(read_document(text))
    assert found["领导小组办公室"][1:3] == ["副主任 王立（县水利局副局长）", "副主任 孙伟（县住建局副局长）"]


def test_an_office_is_no_group_for_its_head_alone() -> None:
    text = (
        f"成立{GROUP}，组成人员如下：组长：赵明远（县长）；成员：孙伟（县应急局局长）。办公室设在县应急局，"
        f"办公室主任：孙伟（兼）。\n"
        "县双拥联席会议由县民政局、县人武部组成。联席会议办公室设在县民政局，办公室主任由县民政局局长兼任。"
        "联席会议设联络员，由各成员单位有关科室负责同志担任。\n"
    )
    found = members(read_document(text))
    assert list(found) == [GROUP, "县双拥联席会议"]
    assert found["县双拥联席会议"][-1] == "联络员 各成员单位有关科室负责同志"


def test_the_role_in_the_office_as_written() -> None:
    text = (
        f"成立{GROUP}（以下简称协调组）。协调组办公室设在县应急局，办公室主任由县应急局副局长周文彬担任，"
        "副主任由县水利局担任，办公室工作人员从成员单位干部中抽调。\n"
    )
    assert members(read_document(text))["协调组办公室"] == [
        "办公室主任 周文彬（县应急局副局长）",
        "副主任 县水利局",
        "办公室工作人员 成员单位干部",
    ]


def test_who_does_the_daily_work_is_where_the_office_is() -> None:
    said = read_document(f"成立{GROUP}，领导小组办公室设在县应急局。\n").groups[0]
    worked = read_document(f"成立{GROUP}，日常工作由县应急局承担。\n").groups[0]
    assert (said.office_host, worked.office_host) == ("县应急局", "县应急局")


SPELLINGS = [
    ("县涉金融领域失信问题专项治理工作协调推进领导小组", "县涉金融领域失信治理领导小组", True, "words left out"),
    ("县安全生产领导小组", "县生产安全领导小组", False, "other order"),
    ("县国有资产监督领导小组", "县国资领导小组", False, "single characters are no words"),
    ("县安全生产领导小组", "县领导小组", False, "no words"),
]


@pytest.mark.parametrize(("long", "short", "same", "why"), SPELLINGS)
def test_spellings(long: str, short: str, same: bool, why: str) -> None:
    assert shares_words(long, short) is same, why


def test_lines_of_a_title_and_of_a_signature_are_one() -> None:
    titled = read_document(
        "临政办函〔2013〕8号\n临溪县人民政府办公室关于成立临溪县\n供水工作领导小组的通知\n组    长：赵明远\n"
        "副组长：钱 进\n孙立国（县纪委）\n成    员：李为民（县府办）\n楼 华（县财政局）\n领导小组下设办公室，"
        "办公室设在县水利局。\n"
        "临溪县人民政府办公室\n2013年10月10日\n",
        head="",
    )
    assert members(titled) == {
        "临溪县供水工作领导小组": [
            "组长 赵明远",
            "副组长 钱进",
            "副组长 孙立国@县纪委",
            "成员 李为民@县府办",
            "成员 楼华@县财政局",
        ]
    }
    signed = read_document(
        "关于印发临溪县供水办法的通知\n各镇人民政府：\n现将《临溪县供水办法》印发给你们。\n"
        "临溪县水利局旱情灾情\n应急供水工作领导小组\n2020年3月3日\n",
        head="",
    )
    assert list(members(signed)) == ["临溪县水利局旱情灾情应急供水工作领导小组"]


def test_two_conferences_stay_two() -> None:
    text = (
        "各镇建立镇长为召集人、派驻机构参加的综合执法联席会议制度。\n"
        "县里建立由分管副县长为召集人的综合执法工作联席会议制度。\n"
    )
    assert list(members(read_document(text))) == ["综合执法联席会议", "综合执法工作联席会议"]


def test_every_seat_is_proved() -> None:
    text = f"附件\n{GROUP}\n组长：赵 明 远（县长）\n成员：县发改局、县财政局主要负责人\n"
    for group in read_document(text).groups:
        for member in group.members:
            quoted = (HEAD + text)[member.start : member.end].replace(" ", "")
            assert quoted in (member.person, member.agency, "".join(member.posts))


@pytest.mark.parametrize("unit", ["王", "组长：", "成立领导小组、", "领导小组", "办公室"])
def test_no_text_takes_for_ever(unit: str) -> None:
    start = time.perf_counter()
    read_document(unit * (20_000 // len(unit)) + "\n")
    assert time.perf_counter() - start < 20


@pytest.mark.parametrize(
    ("sentence", "established", "why"),
    [
        ("县政府成立防汛抢险工作指挥部。", True, "the document sets it up"),
        ("有条件的镇可以根据实际成立防汛抢险工作指挥部。", False, "it may be set up"),
        ("必要时，由县政府成立防汛抢险工作指挥部。", False, "it will be where it is needed"),
        ("为可持续发展，成立防汛抢险工作指挥部。", True, "可持续 allows nothing"),
    ],
)
def test_established(sentence: str, established: bool, why: str) -> None:
    assert [group.established for group in read_document(f"{sentence}\n").groups] == [established], why
