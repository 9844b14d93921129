"""The names of bodies: which stand alone, which are vague, and how lists of them are split."""

from __future__ import annotations

import pytest

from extractors.bodies import is_vague, split_bodies, stands_alone

LISTS = [
    ("县发改局、县财政局", ["县发改局", "县财政局"], "each stands alone"),
    ("市科技局、工信局、财政局", ["市科技局", "工信局", "财政局"], "the level is said once"),
    ("县委组织部（人才办），县人社局", ["县委组织部（人才办）", "县人社局"], "a comma divides, a bracket belongs"),
    ("县发展和改革局和县财政局", ["县发展和改革局", "县财政局"], "和 inside a name stays, between names divides"),
    ("县水利局同县林业局", ["县水利局", "县林业局"], "同 divides as 和 does"),
    ("县水利局会同县林业局", ["县水利局会同县林业局"], "会同 does not: it says who leads"),
    ("各镇街、县机关各部门", ["各镇街", "县机关各部门"], "towns and subdistricts in one word"),
    ("政府及卫生、公安等部门", ["政府", "卫生、公安等部门"], "a bare 政府 is no domain"),
    ("县教育局及县体育中心", ["县教育局", "县体育中心"], "及 divides"),
    ("各省、自治区、直辖市人民政府", ["各省、自治区、直辖市人民政府"], "levels that share an end"),
    ("各市、县（区）人民政府", ["各市、县（区）人民政府"], "the last level in a bracket"),
    ("各镇（街道）、园区管委会", ["各镇（街道）", "园区管委会"], "no 管委会 governs a town"),
    ("临溪县、青川市人民政府", ["临溪县、青川市人民政府"], "places that share an end"),
    (
        "各镇、街道、临溪开发区和有关部门",
        ["各镇、街道、临溪开发区", "有关部门"],
        "places stand together, a set beside them",
    ),
    ("县、镇（街道）、社区", ["县、镇（街道）、社区"], "levels alone"),
    ("各级党委、政府", ["各级党委、政府"], "政府 cannot stand alone"),
    ("教育、卫生健康、新闻出版等部门", ["教育、卫生健康、新闻出版等部门"], "domains share 等部门"),
    ("公安、金融监管、人民银行等部门", ["公安、金融监管、人民银行等部门"], "one of them is a body of its own"),
    ("县水利局、县统计局等县级有关部门", ["县水利局", "县统计局", "县级有关部门"], "a set of a level behind 等"),
    (
        "各省、自治区、直辖市登记管理机关",
        ["各省、自治区、直辖市登记管理机关"],
        "three levels that stand for all share the end of any body",
    ),
    ("县级人力资源社会保障、财政部门", ["县级人力资源社会保障、财政部门"], "long domains too"),
    ("县数据局、县信息中心等县直有关单位", ["县数据局", "县信息中心", "县直有关单位"], "the set behind 等 is an owner"),
    ("县红十字会及县慈善总会等慈善团体", ["县红十字会", "县慈善总会"], "what only sums up is none"),
    (
        "各运营企业和主机托管、虚拟主机等接入服务提供者",
        ["各运营企业", "主机托管、虚拟主机等接入服务提供者"],
        "domains behind 和",
    ),
    ("县财政局等按职责分工", ["县财政局"], "how they share it is no name"),
    ("县卫健局 （县疾控中心） 县爱卫办", ["县卫健局 （县疾控中心）", "县爱卫办"], "a bracket stays with its name"),
    (
        "县园林局 各镇、街道、临溪开发区 县房管局",
        ["县园林局", "各镇、街道、临溪开发区", "县房管局"],
        "places in a cell",
    ),
    ("县委、县政府 督查室", ["县委、县政府 督查室"], "one office of both"),
    ("各镇、街道卫健办、卫生院", ["各镇、街道卫健办", "卫生院"], "towns share the end of their office"),
    ("计划、财政、物资部门", ["计划、财政、物资部门"], "计划 as a domain"),
    ("县公安局 各乡镇人民政府", ["县公安局", "各乡镇人民政府"], "lines of a cell"),
    ("县人民政府及有关部门", ["县人民政府", "有关部门"], "及 joins two that can stand alone, as 和 does"),
    ("任何部门、行业和单位", ["任何部门、行业和单位"], "one 任何 makes one set"),
    ("国有林（农）场、森工企业", ["国有林（农）场", "森工企业"], "a bracket inside of a kind"),
    ("有关地区和部门", ["有关地区和部门"], "a bare kind belongs to the regions before it"),
    ("相关地区、部门", ["相关地区、部门"], "the same behind 、"),
    ("各镇和有关部门", ["各镇", "有关部门"], "which is none with 有关 before it"),
    ("各市、县〔区〕人民政府", ["各市、县〔区〕人民政府"], "another bracket"),
    ("各市、县税务局", ["各市、县税务局"], "a lower level shares the end of any office"),
    ("各镇、县税务局", ["各镇", "县税务局"], "a higher one does not"),
    ("各省、自治区、直辖市和计划单列市税务局", ["各省、自治区、直辖市和计划单列市税务局"], "five levels"),
    ("各市、县（区）和临溪综合试验区", ["各市、县（区）", "临溪综合试验区"], "和 sets a named place apart"),
    ("县教育局及所属单位", ["县教育局及所属单位"], "what belongs to a body cannot stand alone"),
    ("县公安派出所或者村民委员会等有关单位和个人", ["县公安派出所", "村民委员会"], "what only sums up is none"),
    ("有关单位和个人", ["有关单位和个人"], "whoever it may be"),
    ("县农商银行和个人", ["县农商银行", "个人"], "a body and people"),
    ("邮政、医疗机构、银行等服务单位", ["邮政、医疗机构、银行等服务单位"], "a set that says of what sort"),
    (
        "公安、海关、统计等市场监管领域有关部门",
        ["公安、海关、统计等市场监管领域有关部门"],
        "one of the domains is a body",
    ),
    ("各级财政、税务部门", ["各级财政、税务部门"], "财政 is a domain before one"),
    ("市（区）财政、民政等部门", ["市（区）财政、民政等部门"], "and in a set"),
    ("县财政、县税务局", ["县财政", "县税务局"], "and else the purse"),
    ("各产茶市、县（区）财政", ["各产茶市、县（区）财政"], "levels of which something is said"),
    ("县爱卫会 成员单位", ["县爱卫会 成员单位"], "one name on two lines of a cell"),
    ("政务服务、银行、供电等服务单位", ["政务服务、银行、供电等服务单位"], "its first part is no domain, and no body"),
    ("县公安局、供电、供水等服务单位", ["县公安局", "供电、供水等服务单位"], "a body before a set"),
    (
        "国家融资担保基金和省级担保、再担保基金（机构）",
        ["国家融资担保基金", "省级担保、再担保基金（机构）"],
        "a fund beside funds that share an end",
    ),
    ("商场和超市", ["商场", "超市"], "和 between two places where people act"),
    ("省、市、县三级财政", ["省、市、县三级财政"], "levels that share the purse"),
    ("省级、市级、县级财政", ["省级、市级、县级财政"], "levels in words of their own"),
    ("中央、省、市财政", ["中央、省、市财政"], "the country among the levels"),
    ("市、区住房保障部门", ["市、区住房保障部门"], "levels that share the end of any office, without 各"),
    ("各镇、县教育局", ["各镇", "县教育局"], "no level is above the one before it"),
    ("县水利局、青石、白马3个镇人民政府", ["县水利局", "青石、白马3个镇人民政府"], "names, and how many they are"),
    ("青石、白马两镇", ["青石、白马两镇"], "the same where a bare sort ends it"),
    ("县教育局/县财政局", ["县教育局", "县财政局"], "a slash divides"),
    ("项目法人、设计单位", ["项目法人", "设计单位"], "法人 of a project is a body"),
    ("县保护区和临溪风景区等", ["县保护区", "临溪风景区"], "等 behind the last"),
]


@pytest.mark.parametrize(("text", "names", "why"), LISTS)
def test_split_bodies(text: str, names: list[str], why: str) -> None:
    assert [text[a:b] for a, b in split_bodies(text)] == names, why


VAGUE = [
    ("有关部门", True, "no one can say which"),
    ("各级各部门", True, "all and none"),
    ("县直有关单位", True, "a level does not tell"),
    ("各有关部门（单位）", True, "a bracket inside"),
    ("国务院有关部门", True, "at any level"),
    ("未设执法队伍的部门", True, "told by a clause alone"),
    ("企事业单位", True, "a sort"),
    ("各镇政府", False, "anyone can list them"),
    ("各县（市、区）", False, "the same"),
    ("各金融机构", False, "the same"),
    ("教育行政部门", False, "a domain tells"),
    ("联席会议成员单位", False, "a list tells"),
    ("县应急局", False, "a name"),
    ("各有关省（市）人民政府", True, "有关 before a level"),
    ("有关省、市、自治区", True, "and levels"),
    ("各省、市、自治区", False, "anyone can list them"),
    ("有关专业应急管理部门", True, "有关 before a longer kind"),
    ("试验区相关职能部门", True, "a place does not tell which of its offices"),
    ("各地区各有关部门", True, "all and none"),
    ("上级党委和政府", True, "whatever is above"),
    ("其上级机关", True, "whose, and not which"),
    ("有权机关", True, "a sort"),
    ("学校审批部门", True, "a role"),
    ("任何单位和个人", True, "whoever it may be"),
    ("县人民政府及其有关部门", False, "as certain as the body that they belong to"),
    ("政府部门及其所属单位", True, "as vague as that"),
    ("任何个人和组织", True, "the other way round"),
    ("乡村、学校等基层单位", True, "sorts"),
    ("公安、农业等有关部门", False, "the fields are named"),
    ("口岸各单位", True, "all in a place"),
    ("各市有关部门", True, "some of each place"),
    ("各成员单位", False, "a list tells"),
    ("有关成员单位", True, "and not which of it"),
    ("各监管部门", True, "a kind without a domain"),
    ("各级监管部门", False, "the offices of one domain, on every level"),
    ("相关执法机关", True, "有关 before a kind"),
    ("相关电信运营企业", False, "a trade tells"),
    ("全县政府部门及其所属单位", True, "a sort in a place, and what belongs to it"),
]


@pytest.mark.parametrize(("name", "vague", "why"), VAGUE)
def test_is_vague(name: str, vague: bool, why: str) -> None:
    assert is_vague(name) is vague, why


ALONE = [
    ("县应急局", True, "an office"),
    ("县委组织部", True, "a department of the party"),
    ("团县委", True, "a mass organisation"),
    ("同级财政", True, "the purse of a level"),
    ("县发展", False, "half a name"),
    ("场所", False, "a place where things are done"),
    ("举办", False, "a verb that ends as an office does"),
    ("格局", False, "a word that ends as an office does"),
    ("门户网站", False, "no station"),
    ("干部", False, "people"),
    ("县政府全体会议", True, "a meeting that decides"),
    ("数据接收方", True, "a party"),
    ("有关地方", True, "a set of places"),
    ("地方", False, "a word that is more often none"),
    ("中小企业服务平台", True, "an organisation"),
    ("网络平台", False, "a thing"),
    ("县融资担保基金", True, "a fund that is a company"),
    ("商业银行总行（总部）", True, "a head office"),
    ("抗旱队伍", True, "a body of people"),
    ("干部队伍", False, "people"),
    ("受益地财政", True, "the purse of a place"),
    ("县爱卫会", True, "a committee"),
    ("后勤保障组", True, "a part of a headquarters"),
    ("兼并重组", False, "a verb"),
    ("家庭医生团队", True, "who does the work together"),
]


@pytest.mark.parametrize(("name", "alone", "why"), ALONE)
def test_stands_alone(name: str, alone: bool, why: str) -> None:
    assert stands_alone(name) is alone, why
