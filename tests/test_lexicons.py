"""The lexicons: divisions, offices, issuer codes. Rows are (what is asked, what is answered), with the reason."""

from __future__ import annotations

import pytest

from extractors.lexicons.divisions import by_name, path, province_of_abbreviation, short_name
from extractors.lexicons.numbers import issuer_of_code
from extractors.lexicons.offices import Level, in_year, normal_office, office_of_stem


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("山东省", ["370000"]),  # full name
        ("山东", ["370000"]),  # short name
        ("周村", ["370306"]),
        ("内蒙古", ["150000"]),  # 自治区 without the name of a nation
        ("新疆", ["650000"]),  # and with one
        ("延边", ["222400"]),  # 自治州
        ("阿坝州", ["513200", "513200"]),  # everyday name of an autonomous prefecture
        ("景宁县", ["331127", "332529"]),  # of an autonomous county
        ("鄂温克旗", ["150724", "152128"]),  # named after its nation alone
        ("闸北区", ["310108"]),  # abolished
        ("襄樊市", ["420600"]),  # renamed
        ("襄樊", ["420600"]),
        ("吉林", ["220000", "220200"]),  # a province before its city
        ("章丘", ["370114", "370122", "370181"]),  # in use before the past
        ("和县", ["340523", "341424", "342626"]),  # one character is no short name
        ("临溪县", []),  # no such place
        ("市辖区", []),  # a row of the lists, no division
    ],
)
def test_divisions_by_name(name: str, codes: list[str]) -> None:
    assert [division.code for division in by_name(name)] == codes


def test_division_in_time() -> None:
    old = by_name("襄樊市")[0]
    new = next(division for division in by_name("襄阳市") if division.level == "市")
    assert (old.code, old.until, new.since, new.formerly) == ("420600", 2009, 2010, ("420600",))


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("370306", ["山东省", "淄博市", "周村区"]),
        ("429004", ["湖北省", "仙桃市"]),  # a county right under its province
        ("110101", ["北京市", "东城区"]),
        ("000000", []),
    ],
)
def test_path(code: str, names: list[str]) -> None:
    assert [division.name for division in path(code)] == names


def test_abbreviations() -> None:
    provinces = [
        province_of_abbreviation(letter) for letter in "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁新"
    ]
    assert len({p.code for p in provinces if p}) == 31
    assert province_of_abbreviation("周") is None
    assert short_name("恩施土家族苗族自治州") == "恩施"


OFFICES = [
    # full names stay
    ("教育局", "教育局"),
    ("财政局", "财政局"),
    ("市场监督管理局", "市场监督管理局"),
    # 发展和改革, in all its spellings and endings
    ("发改局", "发展和改革局"),
    ("发展改革局", "发展和改革局"),
    ("发改委", "发展和改革委员会"),
    ("发展改革委员会", "发展和改革委员会"),
    ("国家发展改革委", "国家发展和改革委员会"),
    # ministries
    ("工信部", "工业和信息化部"),
    ("人社部", "人力资源和社会保障部"),
    ("人力资源社会保障部", "人力资源和社会保障部"),
    ("住建部", "住房和城乡建设部"),
    ("住房城乡建设部", "住房和城乡建设部"),
    ("环保部", "环境保护部"),
    ("市场监管总局", "国家市场监督管理总局"),
    ("食品药品监管总局", "国家食品药品监督管理总局"),
    ("国家税务总局", "国家税务总局"),
    ("银监会", "中国银行业监督管理委员会"),
    ("中国银保监会", "中国银行保险监督管理委员会"),
    ("证监会", "中国证券监督管理委员会"),
    ("中国人民银行", "中国人民银行"),
    ("国务院国资委", "国务院国有资产监督管理委员会"),
    ("国家卫生计生委", "国家卫生和计划生育委员会"),
    ("中组部", "中央组织部"),
    ("中国残联", "中国残疾人联合会"),
    ("全国妇联", "中华全国妇女联合会"),
    ("国办", "国务院办公厅"),
    ("国务院", "国务院"),
    # before the reforms of 1998 and 2003
    ("国家教委", "国家教育委员会"),
    ("国家环保局", "国家环境保护局"),
    ("外经贸部", "对外贸易经济合作部"),
    ("邮电部", "邮电部"),
    ("国家计委", None),  # of 国家计划委员会 until 1998, of 国家发展计划委员会 until 2003
    # of the Party since 2023
    ("中央金融办", "中央金融委员会办公室"),
    ("国务院医改办", "国务院深化医药卫生体制改革领导小组办公室"),
    ("国铁集团", "中国国家铁路集团有限公司"),
    # a body is not its office
    ("教育部办公厅", "教育部办公厅"),
    ("国家发展改革委办公厅", "国家发展和改革委员会办公厅"),
    ("安委会", "安全生产委员会"),
    ("安委办", "安全生产委员会办公室"),
    ("安委会办公室", "安全生产委员会办公室"),
    # offices of places
    ("人社局", "人力资源和社会保障局"),
    ("人社厅", "人力资源和社会保障厅"),
    ("卫计局", "卫生和计划生育局"),
    ("卫生计生委", "卫生和计划生育委员会"),
    ("卫健局", "卫生健康局"),
    ("卫健委", "卫生健康委员会"),
    ("住建局", "住房和城乡建设局"),
    ("市监局", "市场监督管理局"),
    ("市场监管局", "市场监督管理局"),
    ("工商局", "工商行政管理局"),
    ("质监局", "质量技术监督局"),
    ("食药监局", "食品药品监督管理局"),
    ("食药局", "食品药品监督管理局"),
    ("安监局", "安全生产监督管理局"),
    ("应急局", "应急管理局"),
    ("经信委", "经济和信息化委员会"),
    ("工信局", "工业和信息化局"),
    ("国土局", "国土资源局"),
    ("国土分局", "国土资源分局"),
    ("公安分局", "公安分局"),
    ("文广新局", "文化广电新闻出版局"),
    ("文旅局", "文化和旅游局"),
    ("教体局", "教育和体育局"),
    ("审批局", "行政审批服务局"),
    ("城管执法局", "城市管理行政执法局"),
    ("综合执法局", "综合行政执法局"),
    ("林草局", "林业和草原局"),
    ("医保局", "医疗保障局"),
    ("国税局", "国家税务局"),
    ("地税局", "地方税务局"),
    ("扶贫办", "扶贫开发办公室"),
    ("人防办", "人民防空办公室"),
    ("法制办", "政府法制办公室"),
    ("交警大队", "交通警察大队"),
    ("政府", "人民政府"),
    ("政府办", "人民政府办公室"),
    ("政府办公厅", "人民政府办公厅"),
    # Party, congress, courts, mass organisations
    ("委办公室", "委办公室"),
    ("组织部", "委组织部"),
    ("委组织部", "委组织部"),
    ("政法委", "委政法委"),
    ("纪委", "纪律检查委员会"),
    ("编办", "机构编制委员会办公室"),
    ("委编办", "机构编制委员会办公室"),
    ("人大常委会", "人民代表大会常务委员会"),
    ("法院", "人民法院"),
    ("检察院", "人民检察院"),
    ("残联", "残疾人联合会"),
    ("团委", "共青团委员会"),
    ("科协", "科学技术协会"),
    ("人行", "人民银行"),
    ("供电公司", "供电公司"),
    # roles
    ("教育部门", "教育部门"),
    ("民政行政主管部门", "民政部门"),
    ("公安机关", "公安机关"),
    # what no one can say
    ("灯塔局", None),  # no such office
    ("发改总局", None),  # an ending that the office never has
    ("消防大队", None),  # of 公安消防 until 2018, of 消防救援 since: without a year no telling
    ("网信办", None),  # of the 领导小组 until 2018, of the 委员会 since
    ("有关部门", None),
]


@pytest.mark.parametrize(("written", "name"), OFFICES)
def test_office(written: str, name: str | None) -> None:
    office = normal_office(written)
    assert (office and office.name) == name


@pytest.mark.parametrize(
    ("written", "level", "year", "name"),
    [
        ("发改委", "国家", None, "国家发展和改革委员会"),  # without a place in front it is the country's
        ("卫生健康委", "国家", None, "国家卫生健康委员会"),
        ("工信部", "县", None, None),  # no county has a ministry
        ("教育局", "国家", None, None),
        ("交通局", "县", 2006, "交通局"),
        ("交通局", "县", 2017, "交通运输局"),  # the short form of the later office
        ("消防大队", "县", 2016, "公安消防大队"),
        ("消防大队", "县", 2018, "公安消防大队"),  # the year of the reform: the counties follow later
        ("消防大队", "县", 2019, "消防救援大队"),
        ("消防大队", "县", 2021, "消防救援大队"),
        ("网信办", "省", 2017, "委网络安全和信息化领导小组办公室"),
        ("网信办", "省", 2020, "委网络安全和信息化委员会办公室"),
        ("国家计委", "国家", 1996, "国家计划委员会"),
        ("国家计委", "国家", 2001, "国家发展计划委员会"),
        ("计委", "市", 1990, "计划委员会"),
        ("中国证监会", "国家", None, "中国证券监督管理委员会"),  # its row is found by 中国证监会 and by 证监会
        ("国土资源局", "县", 2020, "国土资源局"),  # 原国土资源局: spoken of after its end
    ],
)
def test_office_of_level_and_year(written: str, level: Level | None, year: int | None, name: str | None) -> None:
    office = normal_office(written, level, year)
    assert (office and office.name) == name


DIFFERENT = [
    ("市场监督管理局", "市场监督管理总局"),
    ("教育局", "教育体育局"),
    ("卫计局", "卫健局"),
    ("教育部", "教育部办公厅"),
    ("国务院", "国务院办公厅"),
    ("安委会", "安委办"),
    ("公安局", "公安分局"),
    ("编委", "编办"),
    ("环保局", "生态环境局"),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_bodies(one: str, other: str) -> None:
    a, b = normal_office(one), normal_office(other)
    assert a and b and a.name != b.name


def test_rule_and_years() -> None:
    office = normal_office("安监局")
    assert office is not None
    assert office.rule == "安监局 = 安全生产监督管理局"
    assert (office.until, office.successors) == (2018, ("应急管理",))


@pytest.mark.parametrize(
    ("name", "year", "later"),
    [
        ("环境保护", 2017, "环境保护"),
        ("环境保护", 2019, "生态环境"),
        ("环境保护部", 2019, "生态环境部"),
        ("卫生", 2020, "卫生健康"),  # two steps
        ("食品药品监督管理", 2020, "食品药品监督管理"),  # split between two
    ],
)
def test_in_year(name: str, year: int, later: str) -> None:
    assert in_year(name, year) == later


REFORMS = [
    ("国家计划委员会", 1998, "国家发展计划委员会"),
    ("劳动部", 1998, "劳动和社会保障部"),
    ("地质矿产部", 1998, "国土资源部"),
    ("国家环境保护局", 1998, "国家环境保护总局"),
    ("国家发展计划委员会", 2003, "国家发展和改革委员会"),
    ("对外贸易经济合作部", 2003, "商务部"),
    ("建设部", 2008, "住房和城乡建设部"),
    ("交通部", 2008, "交通运输部"),
    ("国家环境保护总局", 2008, "环境保护部"),
    ("卫生部", 2013, "国家卫生和计划生育委员会"),
    ("铁道部", 2013, "国家铁路局"),
    ("国家卫生和计划生育委员会", 2018, "国家卫生健康委员会"),
    ("国土资源部", 2018, "自然资源部"),
    ("农业部", 2018, "农业农村部"),
    ("文化部", 2018, "文化和旅游部"),
    ("国家林业局", 2018, "国家林业和草原局"),
    ("国家安全生产监督管理总局", 2018, "应急管理部"),
    ("国家工商行政管理总局", 2018, "国家市场监督管理总局"),
    ("中国银行保险监督管理委员会", 2023, "国家金融监督管理总局"),
    ("国家乡村振兴局", 2023, "农业农村部"),
]


@pytest.mark.parametrize(("before", "year", "after"), REFORMS)
def test_reforms_of_the_country(before: str, year: int, after: str) -> None:
    office, later = normal_office(before), normal_office(after)
    assert office and later
    assert (office.until, later.stem in office.successors) == (year, True)


def test_every_successor_is_in_the_table() -> None:
    for written, _ in OFFICES:
        office = normal_office(written)
        for stem in office.successors if office else ():
            assert office_of_stem(stem), stem


PLACES = ("周村区", "淄博市", "山东省")


@pytest.mark.parametrize(
    ("code", "places", "issuer"),
    [
        ("国发", (), ("国家", None, "国务院")),
        ("国办发", (), ("国家", None, "国务院办公厅")),
        ("国函", (), ("国家", None, "国务院")),
        ("中办发", (), ("国家", None, "中共中央办公厅")),
        ("发改环资", (), ("国家", None, "国家发展和改革委员会")),  # letters of a section after those of the body
        ("人社部发", (), ("国家", None, "人力资源和社会保障部")),
        ("国土资发", (), ("国家", None, "国土资源部")),
        ("国务院令", (), ("国家", None, "国务院")),
        ("山东省人民政府令", (), ("省", "山东省", "人民政府")),
        ("鲁政发", PLACES, ("省", "山东省", "人民政府")),
        ("鲁政办发", (), ("省", "山东省", "人民政府办公厅")),
        ("鲁发", (), ("省", "山东省", "委")),  # 发 alone is the Party committee's
        ("浙委办发", (), ("省", "浙江省", "委办公厅")),
        ("鲁发改价格", (), ("省", "山东省", "发展和改革")),
        ("闽工信法规", (), ("省", "福建省", "工业和信息化")),
        ("渝府发", (), ("省", "重庆市", "人民政府")),
        ("淄政发", PLACES, ("市", "淄博市", "人民政府")),
        ("淄政办发明电", PLACES, ("市", "淄博市", "人民政府办公室")),
        ("周政字", PLACES, ("县", "周村区", "人民政府")),
        ("周政办字", PLACES, ("县", "周村区", "人民政府办公室")),
        ("周残联发", PLACES, ("县", "周村区", "残疾人联合会")),
        ("周政字", (), (None, None, None)),  # no one says which 周
        ("穗府办规", (), ("市", "广州市", "人民政府办公室")),  # a city with a letter of its own
        ("衢江区政办发", ("衢江区", "衢州市"), ("县", "衢江区", "人民政府办公室")),  # the name in full
        ("衢政发", ("衢江区", "衢州市"), (None, None, "人民政府")),  # one of two
        ("青政发", (), ("省", "青海省", "人民政府")),
        ("青政发", ("青岛市", "山东省"), ("市", "青岛市", "人民政府")),  # in documents of that city
        ("川办发", (), ("省", "四川省", "人民政府办公厅")),  # 办 is the government's in Sichuan
        ("鲁办发", (), ("省", "山东省", "委办公厅")),  # and the Party's elsewhere
        ("民航总局", (), ("国家", None, "中国民用航空总局")),  # not of 民政部 (民)
        ("信部电", (), ("国家", None, "信息产业部")),
        ("工信明电", (), ("国家", None, "工业和信息化部")),
        ("阿府办发", ("阿坝藏族羌族自治州",), ("市", "阿坝藏族羌族自治州", "人民政府办公室")),
        ("鲁会", (), (None, None, None)),  # letters that say nothing for sure
        ("GB", (), (None, None, None)),
    ],
)
def test_issuer_of_code(code: str, places: tuple[str, ...], issuer: tuple[str | None, str | None, str | None]) -> None:
    assert tuple(issuer_of_code(code, places)) == issuer


def test_issuer_in_its_year() -> None:
    assert issuer_of_code("环大气", year=2019).body == "生态环境部"
    assert issuer_of_code("鲁卫发", year=2019).body == "卫生健康"
