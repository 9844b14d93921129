"""Other texts that a document names."""

from __future__ import annotations

import pytest
from reading import read_document

CITED: list[tuple[str, list[tuple[str | None, str | None]], str]] = [
    ("根据《青川省供水条例》，制定本方案。", [("青川省供水条例", None)], "a title"),
    (
        "按照《关于供水的意见》（青政发〔2018〕5号）要求。",
        [("关于供水的意见", "青政发〔2018〕5号")],
        "title and number",
    ),
    (
        "按照《供水办法（试行）》（青政发〔2018〕5号，以下简称《办法》）要求，依《办法》执行。",
        [("供水办法（试行）", "青政发〔2018〕5号")],
        "words behind the number; a short name is counted once",
    ),
    (
        "按照《供水办法》（以下简称省《办法》，青政发〔2018〕5号）要求。",
        [("供水办法", "青政发〔2018〕5号")],
        "words before the number",
    ),
    (
        "依据《房屋评定标准》（青住字〔84〕第 67 号）。",
        [("房屋评定标准", "青住字〔84〕第67号")],
        "a year of two figures",
    ),
    ("根据青政发〔2018〕5号文件要求。", [(None, "青政发〔2018〕5号")], "a number alone"),
    (
        "参照京经信发〔2022〕87号、工信部联消费〔2025〕5号执行。",
        [(None, "京经信发〔2022〕87号"), (None, "工信部联消费〔2025〕5号")],
        "codes with characters that are words elsewhere",
    ),
    ("原县政府临政发〔2015〕5号文件同时废止。", [(None, "临政发〔2015〕5号")], "words before the code"),
    (
        "依据《供水条例》（国务院令第622号）和《幼儿园标准》（建标175-2016）、《住区标准》（GB50180）。",
        [("供水条例", "国务院令第622号"), ("幼儿园标准", "建标175-2016"), ("住区标准", "GB50180")],
        "orders and standards",
    ),
    (
        "执行《供水公告》（财政部 税务总局公告2020年第8号）。",
        [("供水公告", "税务总局公告2020年第8号")],
        "an announcement",
    ),
    (
        "《甲意见》明确目标。按照《甲意见》（青发〔2018〕5号）执行。",
        [("甲意见", "青发〔2018〕5号")],
        "the number comes later: one entry",
    ),
    (
        "《甲意见》（青发〔2018〕5号）和《甲意见》（临发〔2019〕6号）。",
        [("甲意见", "青发〔2018〕5号"), ("甲意见", "临发〔2019〕6号")],
        "one title of two levels: two texts",
    ),
    ("《临溪县安全整治方案》已印发，《临溪县安全整治方案》附后。", [], "what the notice itself carries"),
    (
        "落实《关于印发青川省安全整治方案的通知》。",
        [("关于印发青川省安全整治方案的通知", None)],
        "a text like its own, of another place",
    ),
    ("填写《申请表》《许可证》《承诺书》，见《青川日报》。", [], "forms, certificates, newspapers"),
    ("按《意见》《实施方案》《总体规划》执行。", [], "names that say nothing of their own"),
    ("与省“十四五”规划《纲要》同步。", [("纲要", None)], "a generic name with its meaning before it"),
    (
        "根据社会保险法和突发事件应对法有关规定。",
        [("社会保险法", None), ("突发事件应对法", None)],
        "laws without book marks",
    ),
    (
        "企业信息按照临溪信息公示条例规定公布，依据青川河道管理办法、水库安全条例和刑法查处。",
        [("临溪信息公示条例", None), ("青川河道管理办法", None), ("水库安全条例", None), ("刑法", None)],
        "regulations without book marks, as what is to be followed",
    ),
    (
        "违反本条例规定，按照有关管理办法执行，年内制定供水效能管理办法、供水热线管理办法。",
        [],
        "no name of a regulation",
    ),
    (
        "按照《青川供水示范管理办法（2016年版）》要求。注：据《青川供水示范管理办法》（2016年版）合格。",
        [("青川供水示范管理办法（2016年版）", None)],
        "the edition inside and behind the marks is one text",
    ),
    (
        "由《青川产业目录（2016年版）》改为《青川产业目录（2019年版）》。",
        [("青川产业目录（2016年版）", None), ("青川产业目录（2019年版）", None)],
        "two editions are two texts",
    ),
    ("依据宪法，依据《中华人民共和国宪法》。", [("中华人民共和国宪法", None)], "a law by its short and its full name"),
    ("执行《供水安全规程（GB/T 12345—2017）》。", [("供水安全规程", "GB/T12345—2017")], "a number inside the marks"),
    ("各单位应严格遵守反垄断法，条件要符合仲裁法第三条。", [("反垄断法", None), ("仲裁法", None)], "behind any verb"),
    ("依照人民警察法和烟草专卖法查处。", [("人民警察法", None), ("烟草专卖法", None)], "laws of many fields"),
    ("加强司法审计，规范执法方法，开展教育法治宣传、宪法宣誓。", [], "words that only look like laws"),
    (
        "依据《供水办法》（水利部、公安部2005年第8号令）。",
        [("供水办法", "公安部2005年第8号令")],
        "the year and the number of an order before 令",
    ),
    ("按照《关于报送方案的请示》。", [("关于报送方案的请示", None)], "a request"),
    (
        "“印发《关于〈甲方案〉的批复》（青编〔2017〕8号）”。",
        [("关于〈甲方案〉的批复", "青编〔2017〕8号")],
        "a title in a title",
    ),
    (
        "依照《中华人民共和国民法典》《临溪县古树名录》《供水行业分类》《泵站诊断常规（试行）》《卡口值守流程》。",
        [
            ("中华人民共和国民法典", None),
            ("临溪县古树名录", None),
            ("供水行业分类", None),
            ("泵站诊断常规（试行）", None),
            ("卡口值守流程", None),
        ],
        "codes, lists, classes and procedures",
    ),
    (
        "在《关于建立青临紧密经贸关系的安排》《青临经济合作框架协议》下，按《水样检测工作手册》办理，签订《供水协议》。",
        [
            ("关于建立青临紧密经贸关系的安排", None),
            ("青临经济合作框架协议", None),
            ("水样检测工作手册", None),
        ],
        "what governments agree on and a manual of work; a contract is a form",
    ),
    (
        "依据《爆破要求》（GA990—2012）、《放射评价规范》（GBZ/T 181—2006）。",
        [("爆破要求", "GA990—2012"), ("放射评价规范", "GBZ/T181—2006")],
        "a standard of any trade has its year",
    ),
    (
        "按照省儿童康复机构建设规范要求，贯彻落实水厂注册管理办法，执行水库安全监测指引，按照安全技术规范、有关建设规范办理。",
        [("省儿童康复机构建设规范", None), ("水厂注册管理办法", None), ("水库安全监测指引", None)],
        "norms without book marks; no sort of norms",
    ),
    (
        "不得反对宪法确定的原则，内容要符合宪法、法律、法规，履行宪法和法律赋予的职责。",
        [],
        "the constitution as what is above all, not as a text that is cited",
    ),
    (
        "依据国务院令第493号、违反公安部令第5号。",
        [(None, "国务院令第493号"), (None, "公安部令第5号")],
        "verbs before it",
    ),
    (
        "按照《住宅规范》GB50096-2011、GB/T 50378-2019《绿色标准》、青政发〔2018〕5号文件《供水意见》、"
        "T/CECS 101-2019执行。",
        [
            ("住宅规范", "GB50096-2011"),
            ("绿色标准", "GB/T50378-2019"),
            ("供水意见", "青政发〔2018〕5号"),
            (None, "T/CECS101-2019"),
        ],
        "a number right behind and right before its title is one text with it",
    ),
    (
        "按照《甲意见》（青发〔2018〕5号）《乙意见》和《县政府专题会议纪要》《供水负面清单》执行。",
        [("甲意见", "青发〔2018〕5号"), ("乙意见", None), ("县政府专题会议纪要", None), ("供水负面清单", None)],
        "a number behind one title is none of the next; minutes and lists",
    ),
    (
        "《供水条例》（国务院令第494号，2013年7月18日、2013年12月7日、2014年7月29日、2017年3月1日予以修改）第二条。",
        [("供水条例", "国务院令第494号")],
        "the days of many amendments behind the number",
    ),
    ("债委会应制订《议事规则》，形成《会议决议》。", [], "papers of any meeting"),
    ("可不执行政府采购法规定的程序。", [("政府采购法", None)], "规定 behind a law is no 法规"),
    ("严格落实中央八项规定及其实施细则精神。", [("中央八项规定", None)], "a rule of the Party by its bare name"),
    (
        "依据《青川省关于加强供水\n管理的意见》（青政发〔2013〕36号）执行。",
        [("青川省关于加强供水管理的意见", "青政发〔2013〕36号")],
        "a title broken over two lines",
    ),
    (
        "按照《关于做好供水工作的通知》（以下简称《通知》）（青政发〔2013〕36号）执行。",
        [("关于做好供水工作的通知", "青政发〔2013〕36号")],
        "a short name between title and number",
    ),
    (
        "根据“十四五”规划和省政府令第123号、国务院第588号令制定。",
        [(None, "省政府令第123号"), (None, "国务院第588号令")],
        "what joins is no part of a number",
    ),
]


@pytest.mark.parametrize(("body", "expected", "reason"), CITED)
def test_citations(body: str, expected: list[tuple[str | None, str | None]], reason: str) -> None:
    document = read_document(f"一、要求\n{body}\n")
    assert [(citation.title, citation.number) for citation in document.citations] == expected, reason


RELATIONS = [
    ("《供水办法》（临政发〔2015〕5号）同时废止。", "repeals", None),
    ("原临政发〔2015〕5号文件停止执行。", "repeals", None),
    ("对《供水办法》作如下修改：", "amends", None),
    ("根据《供水办法》有关规定。", "cites", "根据"),
    ("为贯彻落实《供水办法》精神。", "cites", "贯彻落实"),
]


@pytest.mark.parametrize(("body", "relation", "basis"), RELATIONS)
def test_relation_and_basis(body: str, relation: str, basis: str | None) -> None:
    (citation,) = read_document(f"一、要求\n{body}\n").citations
    assert (citation.relation, citation.basis) == (relation, basis)


ISSUERS = [
    ("按照市委、市政府《关于供水的意见》（青发〔2018〕5号）要求。", "市委、市政府", "the bodies before the title"),
    ("根据国家发展改革委等八部门《关于供水的意见》执行。", "国家发展改革委", "some are not named"),
    ("近期，水利部印发了《关于供水的意见》，要求如下。", "水利部", "a verb between them"),
    ("落实《甲意见》（青发〔2018〕1号）和市编委《关于供水的批复》。", "市编委", "a conjunction before them"),
    ("2018年11月省政府出台的《关于供水的意见》。", "省政府", "a date before them"),
    ("县水利局要落实《关于供水的意见》。", None, "a body that does something else"),
    ("有关部门《关于供水的意见》。", None, "no one can say who"),
    ("你局《关于供水的请示》收悉。", None, "whoever is spoken to"),
]


@pytest.mark.parametrize(("body", "issuer", "reason"), ISSUERS)
def test_the_issuer_before_a_title(body: str, issuer: str | None, reason: str) -> None:
    citations = read_document(f"一、要求\n{body}\n").citations
    assert citations[-1].issuer == issuer, reason


def test_the_place_of_a_citation_proves_it() -> None:
    document = read_document("一、要求\n根据《供水办法》（青政发〔2018〕 5号）执行。\n")
    for citation in document.citations:
        assert citation.quote.startswith("《供水"), citation
        assert citation.provision


def test_a_number_that_was_not_read_is_doubted() -> None:
    document = read_document("一、要求\n按照青政发〔2018〕5执行。\n")
    assert [doubt.quote for doubt in document.doubts if doubt.kind == "number"] == ["按照青政发〔2018〕5"]
