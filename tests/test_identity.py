"""Which names mean one thing, and which do not: pairs with the reason, ids that other documents do not change."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.facts import Citation, Document, Group, Mention
from graph.identity import Context, DocumentIndex, body, chain, context_of, document_level, group, person, post, posts
from graph.identity.numbers import number_key
from graph.identity.places import Place, front, make, named
from graph.identity.sets import in_full, members

SHARED = Path(__file__).parents[2] / "shared"


def of(issuer: str, *, upper: tuple[str, ...] = (), date: str = "2017-06-01", id_: str = "D", **more: str) -> Context:
    """The context of a document that `issuer` issued."""
    return context_of(Document(source="t", start=0, end=1, issuers=(issuer,), date=date, upper=upper, **more), id_)


DISTRICT = of("周村区人民政府")
INVENTED = of("青川市临溪县人民政府")
CITY = of("淄博市人民政府")
PROVINCE = of("福建省人民政府办公厅")
UNKNOWN = Context("X")


def _pairs() -> list[tuple[str, Context, str, Context, str, str]]:
    """The pairs of identity_pairs.tsv: two names, each in a text `of` an issuer and a year, and whether one body."""
    lines = (Path(__file__).parent / "identity_pairs.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    return [
        (left, of(one, date=f"{at}-06-01"), right, of(other, date=f"{then}-06-01"), verdict, reason)
        for left, one, at, right, other, then, verdict, reason in rows
    ]


@pytest.mark.parametrize(("left", "context", "right", "other", "verdict", "reason"), _pairs())
def test_pairs_of_names(left: str, context: Context, right: str, other: Context, verdict: str, reason: str) -> None:
    first, second = body(left, context), body(right, other)
    assert (first.id == second.id) == (verdict == "same"), reason
    if verdict == "same":
        assert (first.name, first.office, first.level) == (second.name, second.office, second.level)


@pytest.mark.parametrize(
    ("context", "other", "name", "why"),
    [
        (DISTRICT, INVENTED, "发改局", "offices of two counties"),
        (DISTRICT, of("临溪县人民政府", id_="E"), "有关部门", "no one can say that they are the same"),
        (DISTRICT, of("周村区人民政府", id_="E"), "有关部门", "nor in two documents of one place"),
        (DISTRICT, of("周村区人民政府", id_="E"), "有关镇政府", "some of the towns: others in another document"),
        (UNKNOWN, Context("Y"), "区安监局", "two documents of unknown place"),
        (
            of("城关镇人民政府", upper=("仙居县",)),
            of("城关镇人民政府", upper=("临海市",)),
            "镇政府",
            "two towns, one name",
        ),
        (of("上海市普陀区人民政府"), of("舟山市普陀区人民政府"), "区财政局", "two districts, one name"),
    ],
)
def test_one_name_in_two_documents_means_two_bodies(context: Context, other: Context, name: str, why: str) -> None:
    assert body(name, context).id != body(name, other).id, why


@pytest.mark.parametrize(
    ("context", "other", "name", "why"),
    [
        (DISTRICT, of("周村区财政局", id_="E"), "区安监局", "documents of two bodies of one district"),
        (DISTRICT, CITY, "周村区安监局", "a text of the district and one of the city"),
        (DISTRICT, PROVINCE, "教育部", "the country's, wherever it is named"),
        (
            of("即墨市人民政府", date="2015-01-01"),
            of("即墨区人民政府", date="2019-01-01"),
            "财政局",
            "a renamed county",
        ),
    ],
)
def test_one_name_in_two_documents_means_one_body(context: Context, other: Context, name: str, why: str) -> None:
    assert body(name, context).id == body(name, other).id, why


@pytest.mark.parametrize(
    ("context", "written", "id_", "name", "why"),
    [
        (DISTRICT, "区安监局", "370306/安全生产监督管理局", "周村区安全生产监督管理局", "code and office"),
        (DISTRICT, "区委", "370306/委", "中共周村区委员会", "the Party's committee"),
        (DISTRICT, "团区委", "370306/共青团委员会", "共青团周村区委员会", "the League's"),
        (DISTRICT, "区公安分局", "370306/公安局", "淄博市公安局周村分局", "a city's branch in its district"),
        (DISTRICT, "北郊镇政府", "370306/北郊镇/人民政府", "北郊镇人民政府", "a town under its county"),
        (DISTRICT, "有关部门", "D/有关部门", "有关部门", "vague: of its document"),
        (DISTRICT, "国家发改委", "国家发展和改革委员会", "国家发展和改革委员会", "a body of the country is its name"),
        (INVENTED, "县财政局", "临溪县/财政局", "临溪县财政局", "a place that the table does not have"),
        (PROVINCE, "福建证监局", "350000/证券监督管理局", "中国证券监督管理委员会福建监管局", "a commission's office"),
        (
            of("临溪县人民政府"),
            "市安监局",
            "临溪县/上级市/市安全生产监督管理局",
            "市安全生产监督管理局",
            "a city not named",
        ),
    ],
)
def test_ids_and_names_are_read_from_the_name(context: Context, written: str, id_: str, name: str, why: str) -> None:
    found = body(written, context)
    assert (found.id, found.name) == (id_, name), why


def test_the_rules_say_how_a_name_was_read() -> None:
    assert body("区安监局", DISTRICT).rules == (
        "区 = 周村区 (the place of the document)",
        "安监局 = 安全生产监督管理局",
    )


@pytest.mark.parametrize("name", ["有关部门", "各有关单位", "相关部门"])
def test_vague(name: str) -> None:
    assert body(name, DISTRICT).vague


@pytest.mark.parametrize(
    "name", ["各镇政府", "镇政府", "各金融机构", "街道办事处", "县（市、区）人民政府", "区级各部门"]
)
def test_sets(name: str) -> None:
    assert body(name, CITY).collective


@pytest.mark.parametrize(
    ("written", "parts", "why"),
    [
        ("区公安、司法等部门", ("区公安部门", "区司法部门"), "the level and the ending belong to every part"),
        ("市场监督管理、公安等部门", ("市场监督管理部门", "公安部门"), "市场 begins with no level"),
        ("全市各级财政、税务部门", ("全市各级财政部门", "全市各级税务部门"), "a set of each"),
        ("证监会、发展改革委", ("证监会", "发展改革委"), "two bodies"),
        ("区委、区政府督查室", ("区委、区政府督查室",), "an office of both"),
        ("商业、轻工等部门", ("商业、轻工等部门",), "parts that the table does not know"),
        ("各县（市、区）民政部门", ("各县（市、区）民政部门",), "kinds of places are no list of bodies"),
        ("市、区民政部门", ("市、区民政部门",), "nor are these"),
        ("区民政局", ("区民政局",), "one body"),
    ],
)
def test_the_bodies_of_a_list(written: str, parts: tuple[str, ...], why: str) -> None:
    assert members(written) == parts, why


@pytest.mark.parametrize(
    ("written", "place", "rest"),
    [
        ("淄博市周村区北郊镇人民政府", "370306/北郊镇", "人民政府"),
        ("城市管理局", None, "城市管理局"),
        ("乡村振兴局", None, "乡村振兴局"),
        ("社区矫正局", None, "社区矫正局"),
        ("农业农村委员会", None, "农业农村委员会"),
        ("区域合作办公室", None, "区域合作办公室"),
        ("试点城市", None, "试点城市"),
        ("阿坝州人民政府", "513200", "人民政府"),
        ("青川市临溪县财政局", "临溪县", "财政局"),
    ],
)
def test_the_place_in_front(written: str, place: str | None, rest: str) -> None:
    found, after = front(written)
    assert (found.id if found else None, after) == (place, rest)


def test_a_name_of_many_places_is_none_of_them_without_a_place_above() -> None:
    zhoushan = named("舟山市")
    assert zhoushan
    assert named("普陀区") is None
    found = named("普陀区", (zhoushan,))
    assert found and found.id == "330903"


def test_a_town_of_an_unknown_county_is_known_by_its_name() -> None:
    assert make("石门镇", "township") == Place("石门镇", "石门镇", "township")


def test_the_places_above() -> None:
    place = named("周村区")
    assert place
    assert [part.name for part in chain(place)] == ["周村区", "淄博市", "山东省"]


@pytest.mark.parametrize(
    ("number", "issuer", "title", "place", "above", "why"),
    [
        (
            "云政发〔2018〕5号",
            "云川省人民政府",
            None,
            "云川省",
            (),
            "the name's own ending tells what the table does not",
        ),
        ("云水发〔2018〕5号", "省水利厅", "关于河道的通知", None, (), "a letter alone does not make it 云南省"),
        ("云水发〔2018〕5号", "省水利厅", "云南省河道管理办法", "云南省", (), "the text names the province"),
        (
            "云水发〔2018〕5号",
            "省水利厅",
            "关于昆明市河道的通知",
            None,
            (),
            "a place inside a title is no front of a name",
        ),
        ("云政发〔2018〕5号", "云溪县人民政府", None, "云溪县", (), "a county's letter, no province"),
        (
            "浙普政〔2018〕5号",
            "普陀区人民政府",
            None,
            "普陀区",
            ("舟山市", "浙江省"),
            "of two, the one in the province",
        ),
        ("临政发〔2018〕5号", "云溪县人民政府", None, "云溪县", ("青川市", "云川省"), "the places above that it names"),
    ],
)
def test_a_letter_of_a_number_is_a_province_where_the_text_agrees(
    number: str, issuer: str, title: str | None, place: str | None, above: tuple[str, ...], why: str
) -> None:
    named_in = tuple(Mention(start=0, end=1, name=f"{name}人民政府") for name in above)
    document = Document(
        source="t",
        start=0,
        end=1,
        number=number,
        issuers=(issuer,),
        title=title,
        place=place,
        upper=above,
        mentions=named_in,
    )
    context = context_of(document, "D")
    assert (context.place.name if context.place else None) == place, why
    assert tuple(upper.name for upper in context.uppers) == above, why


# -- groups ------------------------------------------------------------------------------------------------------------


def test_groups() -> None:
    one = group("区食盐监管体制改革领导小组", DISTRICT)
    assert one == group("周村区食盐监管体制改革领导小组", DISTRICT)
    assert one.id != group("区食盐监管体制改革领导小组办公室", DISTRICT).id
    assert one.name == "周村区食盐监管体制改革领导小组"
    assert group("领导小组", DISTRICT).id == "D/领导小组"
    assert group("全区防汛抗旱指挥部", DISTRICT).id == group("区防指", DISTRICT).id
    assert group("国务院安委会", DISTRICT).id == "国务院安全生产委员会"


def _named(name: str, *, set_up: bool = False, office: str | None = None) -> Group:
    return Group(start=0, end=1, name=name, established=set_up, office_host=office)


def _paper(
    *groups: Group, issuer: str = "临溪县人民政府", title: str = "关于冬季工作的通知", id_: str = "D"
) -> Context:
    document = Document(source="t", start=0, end=1, issuers=(issuer,), title=title, date="2019-03-01", groups=groups)
    return context_of(document, id_)


MINES = _named("临溪县矿山整治工作领导小组", set_up=True, office="县自然资源局")
SAFETY = _named("县安全生产委员会", set_up=True)
FIRES = _named("县森林防火工作领导小组")
ABOVE = _named("山东省河道清淤工作领导小组")
OFFICE_OF_MINES = "临溪县/矿山整治工作领导小组办公室"


@pytest.mark.parametrize(
    ("groups", "written", "id_", "why"),
    [
        ((MINES,), "领导小组办公室", OFFICE_OF_MINES, "of the group that the document sets up"),
        ((MINES,), "县领导小组办公室", OFFICE_OF_MINES, "with the place of the group"),
        ((MINES,), "领导小组办", OFFICE_OF_MINES, "in short"),
        ((MINES,), "领导小组", "临溪县/矿山整治工作领导小组", "the group itself"),
        ((MINES,), "各领导小组成员单位", "临溪县/矿山整治工作领导小组成员单位", "each of them"),
        ((), "委员会办公室", "D/委员会办公室", "none, a committee's"),
        ((SAFETY,), "委员会办公室", "临溪县/安全生产委员会办公室", "of the committee that it sets up"),
        ((SAFETY,), "中共临溪县委员会", "临溪县/委", "the Party's"),
        ((MINES,), "整治工作领导小组", "临溪县/矿山整治工作领导小组", "the end of its name"),
        ((MINES,), "河道整治工作领导小组", "临溪县/河道整治工作领导小组", "another one"),
        ((MINES,), "领导小组成员单位", "临溪县/矿山整治工作领导小组成员单位", "its members, as a set"),
        ((MINES,), "办公室", OFFICE_OF_MINES, "the text tells of the group's office and of no other body with one"),
        ((MINES, FIRES), "领导小组办公室", OFFICE_OF_MINES, "set up counts more than named"),
        ((FIRES,), "领导小组办公室", "临溪县/森林防火工作领导小组办公室", "the only one that it names"),
        (
            (FIRES, _named("临溪县森林防火领导小组")),
            "领导小组",
            "临溪县/森林防火工作领导小组",
            "one group, two spellings",
        ),
        ((ABOVE,), "领导小组办公室", "D/领导小组办公室", "a group of the province is not meant by a bare name"),
        ((MINES,), "市领导小组办公室", "D/市领导小组办公室", "not the county's"),
        ((MINES,), "指挥部办公室", "D/指挥部办公室", "another kind of group"),
        ((MINES, _named("临溪县河道清淤工作领导小组", set_up=True)), "领导小组", "D/领导小组", "two: no one can say"),
        ((), "县领导小组办公室", "D/领导小组办公室", "none: the document's own"),
        ((), "专家组", "D/专家组", "none, a group of experts"),
    ],
)
def test_a_bare_group_is_that_of_its_document(groups: tuple[Group, ...], written: str, id_: str, why: str) -> None:
    assert body(written, _paper(*groups)).id == id_, why


def test_a_bare_group_with_a_place_is_that_of_the_place() -> None:
    context = _paper(ABOVE, _named("区河道清淤工作领导小组", set_up=True), issuer="周村区人民政府")
    assert body("省领导小组办公室", context).id == "370000/河道清淤工作领导小组办公室"
    assert body("领导小组办公室", context).id == "370306/河道清淤工作领导小组办公室"


@pytest.mark.parametrize("written", ["领导小组", "县领导小组", "领导小组办公室"])
def test_a_bare_group_is_one_for_people_and_duties(written: str) -> None:
    for groups in ((MINES,), (FIRES,), ()):
        context = _paper(*groups)
        assert group(written, context).id == body(written, context).id


FINANCE = "临溪县财政局"
THREE_FIXED = "临溪县财政局职能配置、内设机构和人员编制规定"


@pytest.mark.parametrize(
    ("issuer", "title", "written", "id_", "why"),
    [
        (FINANCE, "关于培训的通知", "人事股", "临溪县/财政局人事股", "the issuer's"),
        (FINANCE, "关于培训的通知", "局人事股", "临溪县/财政局人事股", "its own word before it"),
        (FINANCE, "关于培训的通知", "局办公室", "临溪县/财政局办公室", "its office"),
        (FINANCE, "关于培训的通知", "我局办公室", "临溪县/财政局办公室", "we are the issuer"),
        (FINANCE, "关于培训的通知", "办公室", "临溪县/财政局办公室", "no other office in sight"),
        (FINANCE, "关于培训的通知", "综合股", "临溪县/财政局综合股", "an office of no subject"),
        (FINANCE, "关于培训的通知", "机关党委", "临溪县/财政局机关党委", "the Party's committee in it"),
        (FINANCE, "关于培训的通知", "各股室", "临溪县/财政局各股室", "all of them"),
        (FINANCE, "关于培训的通知", "局属各单位", "临溪县/财政局属各单位", "all that it has under it"),
        (FINANCE, "关于培训的通知", "厅办公室", "D/厅办公室", "the word is another body's"),
        (FINANCE, "关于培训的通知", "县水利局人事股", "临溪县/水利局人事股", "another body is written"),
        (FINANCE, "关于培训的通知", "扶贫办公室", "临溪县/扶贫开发办公室", "an office of the county"),
        (FINANCE, "关于培训的通知", "教育部人事司", "教育部人事司", "inside a ministry"),
        (FINANCE, "关于培训的通知", "县医院财务科", "临溪县/医院财务科", "inside another body of the county"),
        (FINANCE, "关于培训的通知", "第一中学教务处", "临溪县/第一中学教务处", "inside a school"),
        ("教育部", "关于培训的通知", "人事司", "教育部人事司", "inside the ministry that issued it"),
        (FINANCE, "关于培训的通知", "会计股", "临溪县/财政局会计股", "会 is no word for the issuer"),
        (f"{FINANCE}办公室", "关于培训的通知", "人事股", "临溪县/财政局人事股", "the office speaks for its body"),
        (f"中共{FINANCE}党组", "关于培训的通知", "人事股", "临溪县/财政局人事股", "so does its Party group"),
        (
            "临溪县人民政府办公室",
            f"关于印发《{THREE_FIXED}》的通知",
            "人事股",
            "临溪县/财政局人事股",
            "what the text is about",
        ),
        ("临溪县人民政府办公室", f"关于印发{THREE_FIXED}的通知", "办公室", "临溪县/财政局办公室", "without 《》"),
        ("临溪县人民政府", "关于培训的通知", "人事股", "D/人事股", "of some bureau: the document's own"),
        ("临溪县人民政府", "关于培训的通知", "综合处", "D/综合处", "of some bureau"),
        ("临溪县人民政府", "关于培训的通知", "办公室", "D/办公室", "of some body"),
        ("临溪县人民政府", "关于培训的通知", "督查室", "临溪县/政府督查室", "the table has it"),
        ("临溪县石门镇人民政府", "关于培训的通知", "综合办公室", "临溪县/石门镇/综合办公室", "a town has one"),
    ],
)
def test_an_office_inside_a_body(issuer: str, title: str, written: str, id_: str, why: str) -> None:
    assert body(written, _paper(issuer=issuer, title=title)).id == id_, why


def test_an_office_beside_a_group_with_an_office_is_no_ones() -> None:
    assert body("办公室", _paper(MINES, issuer=FINANCE)).id == "D/办公室"
    assert body("局办公室", _paper(MINES, issuer=FINANCE)).id == "临溪县/财政局办公室"


def test_a_text_without_head_is_of_the_place_of_the_body_that_it_is_about() -> None:
    context = context_of(Document(source="t", start=0, end=1, title=THREE_FIXED), "D")
    assert body("法规股", context).id == "临溪县/财政局法规股"


# -- posts and people --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("区发改局局长", "370306/发展和改革局/局长"),
        ("区发改局长", "370306/发展和改革局/局长"),
        ("周村区发展和改革局局长", "370306/发展和改革局/局长"),
        ("副区长", "370306/人民政府/副区长"),
        ("区政府副区长", "370306/人民政府/副区长"),
        ("区委常委", "370306/委/常委"),
        ("区委组织部副部长", "370306/委组织部/副部长"),
        ("区委办公室常务副主任", "370306/委办公室/常务副主任"),
        ("王村镇镇长", "370306/王村镇/人民政府/镇长"),
        ("王村镇党委书记", "370306/王村镇/党委/书记"),
        ("区政府分管副区长", "370306/人民政府/分管副区长"),
        ("省教育厅财务处处长", "370000/教育厅财务处/处长"),
    ],
)
def test_a_post_is_a_title_in_a_body(text: str, id_: str) -> None:
    assert post(text, DISTRICT).id == id_


def test_a_post_without_a_body_stands_in_the_one_before() -> None:
    second = posts(("区委常委", "办公室主任"), DISTRICT)[1]
    assert second.id == "370306/委办公室/主任"
    assert posts(("周村经济开发区党工委书记", "管委会主任"), DISTRICT)[1].id == "周村经济开发区/管理委员会/主任"
    assert posts(("局长",), of("青川市科学技术局"))[0].name == "青川市科学技术局局长"


LEADER = "370306/领导/刘伟"


@pytest.mark.parametrize(
    ("held", "agency", "id_", "why"),
    [
        (("区委副书记", "区政府区长"), None, LEADER, "a leader of the place"),
        (("区长",), None, LEADER, "the same in another text"),
        (("区委书记", "党校校长"), None, LEADER, "after a promotion"),
        (("区财政局局长",), None, "370306/财政局/刘伟", "a homonym in another body"),
        (("区财政局副局长",), None, "370306/财政局/刘伟", "one body"),
        (("王村镇镇长",), None, "370306/王村镇/领导/刘伟", "a leader of a town"),
        (("副总理",), None, "国务院/刘伟", "a post that only one body has"),
        ((), "山东某某酿造有限公司", "山东某某酿造有限公司/刘伟", "an affiliation"),
        ((), None, "D/刘伟", "nothing but a name: no one can say who"),
    ],
)
def test_people(held: tuple[str, ...], agency: str | None, id_: str, why: str) -> None:
    assert person("刘伟", held, agency, DISTRICT).id == id_, why


# -- documents ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("鲁政发[2017] 第 035 号", "鲁政发〔2017〕35号"),
        ("鲁政发（2017）35号", "鲁政发〔2017〕35号"),
        ("鲁政发【２０１７】35号", "鲁政发〔2017〕35号"),
        ("中华人民共和国国务院令 第622号", "国务院令第622号"),
        ("上海市人民政府令（第19号）", "上海市人民政府令第19号"),
        ("GB/T 30600—2014", "GB/T30600-2014"),
        ("公安部2005年第8号令", "公安部令2005年第8号"),
        ("水利部第11号令", "水利部令第11号"),
    ],
)
def test_numbers_in_normal_form(written: str, key: str) -> None:
    assert number_key(written) == key


def paper(number: str | None, title: str, text: str, **more: object) -> Document:
    values = {"issuers": ("临溪县人民政府",), "date": "2018-03-01", **more}
    return Document(source="t", start=0, end=1, number=number, title=title, text_sha256=text, **values)  # type: ignore[arg-type]


PLAN = paper("临政发〔2018〕12号", "临溪县人民政府关于印发《临溪县矿山整治实施方案》的通知", "aaaaaaaaaaaa")
OPINION = paper(None, "关于加强河道管理的意见", "bbbbbbbbbbbb")
NEAR = of("临溪县水利局")


@pytest.mark.parametrize(
    ("title", "number", "id_", "why"),
    [
        (None, "临政发[2018]12号", "临政发〔2018〕12号", "by number"),
        ("临溪县人民政府关于印发临溪县矿山整治实施方案的通知", None, "临政发〔2018〕12号", "by title, without 《》"),
        ("临溪县矿山整治实施方案", None, "临政发〔2018〕12号", "the plan that the notice carries"),
        ("县政府关于印发临溪县矿山整治实施方案的通知", None, "临政发〔2018〕12号", "the issuer in short"),
        ("临溪县人民政府关于加强河道管理的意见", None, "临溪县人民政府关于加强河道管理的意见", "title and issuer"),
        ("关于加强河道管理的意见", None, "临溪县人民政府关于加强河道管理的意见", "by title in a text of the place"),
        ("青川市人民政府关于加强河道管理的意见", None, "青川市人民政府关于加强河道管理的意见", "of another issuer"),
        ("中华人民共和国河道法", None, "河道法", "a law, not in the corpus"),
        (None, "临政发〔2018〕13号", "临政发〔2018〕13号", "a number that is not there"),
    ],
)
def test_citations(title: str | None, number: str | None, id_: str, why: str) -> None:
    found = DocumentIndex((PLAN, OPINION)).resolve(title, number, NEAR)
    assert found.id == id_, why
    assert found.in_corpus == (id_ in DocumentIndex((PLAN, OPINION)).ids)


FORWARDED = paper(
    "临政办发〔2018〕20号",
    "临溪县人民政府办公室转发县水利局关于印发临溪县河道整治方案的通知的通知",
    "f",
    issuers=("临溪县人民政府办公室",),
)
ENCLOSING = paper(
    "临政发〔2018〕21号", "临溪县人民政府关于印发三个方案的通知", "g", promulgates=("临溪县水库调度方案",)
)


@pytest.mark.parametrize(
    ("title", "issuer", "id_", "why"),
    [
        ("关于印发临溪县河道整治方案的通知", "县水利局", "临政办发〔2018〕20号", "what is forwarded, by its issuer"),
        ("临溪县水利局关于印发临溪县河道整治方案的通知", None, "临政办发〔2018〕20号", "the issuer in the title"),
        ("临溪县河道整治方案", None, "临政办发〔2018〕20号", "the plan at the end of the chain"),
        ("临溪县河道整治方案", "县政府", "临政办发〔2018〕20号", "the government, whose office forwards it"),
        ("临溪县水库调度方案", None, "临政发〔2018〕21号", "a text that a notice carries and its title does not name"),
        ("关于加强河道管理的意见", "县政府", "临溪县人民政府关于加强河道管理的意见", "the issuer before the title"),
        ("关于加强河道管理的意见", "市政府", "青川市人民政府关于加强河道管理的意见", "another issuer: not ours"),
        ("关于加强水库管理的意见", None, "临溪县/关于加强水库管理的意见", "no issuer: known within the place"),
        ("青川市水库管理办法", "市政府", "青川市水库管理办法", "a title that tells whose it is"),
    ],
)
def test_citations_by_title(title: str, issuer: str | None, id_: str, why: str) -> None:
    index = DocumentIndex((PLAN, OPINION, FORWARDED, ENCLOSING))
    assert index.resolve(title, None, of("青川市临溪县水利局"), issuer).id == id_, why


def test_the_original_is_meant_and_not_the_notice_that_forwards_it() -> None:
    original = paper(
        "临水发〔2018〕3号", "临溪县水利局关于印发临溪县河道整治方案的通知", "h", issuers=("临溪县水利局",)
    )
    index = DocumentIndex((FORWARDED, original))
    assert index.resolve("关于印发临溪县河道整治方案的通知", None, NEAR, "县水利局").id == "临水发〔2018〕3号"


@pytest.mark.parametrize("number", ["省政府令第18号", "福建省人民政府令第18号", "福建省人民政府令（第18号）"])
def test_an_order_is_known_by_its_issuer_and_number(number: str) -> None:
    assert DocumentIndex(()).resolve(None, number, PROVINCE).id == "福建省人民政府令第18号"


def test_a_title_without_issuer_is_not_that_of_another_county() -> None:
    assert not DocumentIndex((OPINION,)).resolve("关于加强河道管理的意见", None, of("临江县人民政府")).in_corpus


def test_a_citation_with_title_and_number_joins_the_two() -> None:
    both = Citation(start=0, end=1, title="青川市河道保护规划", number="青政发〔2016〕8号")
    index = DocumentIndex((paper("临政发〔2018〕14号", "临溪县关于河道的意见", "c", citations=(both,)),))
    assert index.resolve("青川市河道保护规划", None, NEAR).id == "青政发〔2016〕8号"
    assert index.resolve(None, "青政发〔2016〕8号", NEAR).title == "青川市河道保护规划"


def test_the_same_text_twice_is_one_document() -> None:
    index = DocumentIndex((PLAN, PLAN))
    assert len(set(index.ids)) == 1
    assert index.conflicts == ()


def test_two_texts_with_one_number_are_both_kept_in_any_order() -> None:
    other = paper(PLAN.number, "临溪县人民政府关于表彰先进的决定", "dddddddddddd")
    one, two = DocumentIndex((PLAN, other)), DocumentIndex((other, PLAN))
    assert one.conflicts == ((0, 1),)
    assert one.ids == two.ids[::-1]
    assert len(set(one.ids)) == 2
    assert DocumentIndex((other,)).ids[0] in one.ids


@pytest.mark.parametrize(
    ("number", "title", "issuers", "level"),
    [
        ("国办发〔2015〕80号", None, (), "national"),
        ("鲁政发〔2017〕35号", None, (), "provincial"),
        (None, "中华人民共和国宪法", (), "national"),
        (None, "残疾人保障法", (), "national"),
        (None, "山东省地方金融条例", (), "provincial"),
        (None, "关于做好县域教育工作的通知", (), None),
        ("GB/T30600-2014", "高标准农田建设通则", (), "national"),
        (None, None, ("周村区人民政府办公室",), "county"),
        (None, None, ("市政府",), "municipal"),
        ("云政发〔2018〕5号", None, ("云川省人民政府",), "provincial"),
        (None, "云川省人民政府关于加强河道管理的意见", (), "provincial"),
        (None, "云川省河道管理条例", (), "provincial"),
        (None, "青川市人民政府关于河道清淤的意见", (), "municipal"),
        (None, "兄弟省份经验汇编", (), None),
    ],
)
def test_levels(number: str | None, title: str | None, issuers: tuple[str, ...], level: str | None) -> None:
    assert document_level(number, title, issuers, named("周村区")) == level


# -- the whole of it ---------------------------------------------------------------------------------------------------


def _ids(documents: tuple[Document, ...]) -> set[str]:
    """The ids of documents, and of every body that they name."""
    index = DocumentIndex(documents)
    found = set(index.ids)
    for document, id_ in zip(documents, index.ids, strict=True):
        context = context_of(document, id_)
        found |= {body(name, context).id for name in (*document.issuers, *document.addressees)}
        found |= {body(duty.agency, context).id for duty in document.duties}
        found |= {person(fact.name, fact.posts, fact.agency, context).id for fact in document.people}
    return found


def test_a_further_document_renames_nothing() -> None:
    few, more = (OPINION,), (paper("青政发〔2018〕1号", "青川市人民政府关于河道的意见", "e"), PLAN, OPINION)
    assert _ids(few) <= _ids(more)
    assert _ids(more) == _ids(more[::-1])


@pytest.mark.skipif(not (SHARED / "gazette").exists(), reason="../shared/gazette is not there")
def test_the_gazette() -> None:
    from extractors.pipeline import Pipeline
    from extractors.sources import find, read

    paths, _ = find([str(SHARED / "gazette")])
    pipeline = Pipeline()
    documents = tuple(document for path, name in paths for document in pipeline.extract(read(path, name)))
    assert _ids(documents[:7]) <= _ids(documents)
    names: dict[str, set[str]] = {}
    for document, id_ in zip(documents, DocumentIndex(documents).ids, strict=True):
        for duty in document.duties:
            names.setdefault(body(duty.agency, context_of(document, id_)).id, set()).add(duty.agency)
    assert {"区安监局"} <= names["370306/安全生产监督管理局"]
    assert {"周村国土资源局", "周村国土资源分局"} <= names["370306/国土资源局"]
    assert {"区财政局"} <= names["370306/财政局"]


@pytest.mark.parametrize(
    ("names", "full", "reason"),
    [
        (
            ["各县（市、区）民政局", "财政局", "各有关单位"],
            ["各县（市、区）民政局", "各县（市、区）财政局", "各有关单位"],
            "an office behind a set is one of each of its places, and none of the province",
        ),
        (["各区民政局", "青川市财政局"], ["各区民政局", "青川市财政局"], "it has a place of its own"),
        (["各镇人民政府", "财政局"], ["各镇人民政府", "财政局"], "a county's own office: it ends otherwise"),
        (["各区民政局", "市医保中心", "财政局"], ["各区民政局", "市医保中心", "财政局"], "the list of the set is over"),
    ],
)
def test_addressees_behind_a_set(names: list[str], full: list[str], reason: str) -> None:
    assert in_full(names) == full
