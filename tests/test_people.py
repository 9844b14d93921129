"""People: names, posts, and the places where a document names somebody."""

from __future__ import annotations

import pytest
from reading import read_document

from extractors.persons import is_name, read_entries, split_posts

NAMES = [
    ("赵明远", True, "surname and given name"),
    ("王 旭", True, "a space inside"),
    ("王　旭", True, "a full-width space inside"),
    ("司马  光", True, "a double surname with spaces"),
    ("欧阳其昭", True, "a double surname"),
    ("阿不都·买买提", True, "a name with a dot"),
    ("吉 林", True, "spaced, it is no province"),
    ("吉林", False, "a province"),
    ("高新区", False, "a place"),
    ("安监局", False, "an office"),
    ("石门镇", False, "a town"),
    ("方案", False, "a word"),
    ("成员", False, "a heading"),
    ("李向东", True, "a given name that holds a word of the language"),
    ("高为主", False, "no given name"),
]


@pytest.mark.parametrize(("text", "name", "why"), NAMES)
def test_is_name(text: str, name: bool, why: str) -> None:
    assert is_name(text) is name, why


POSTS = [
    ("县委常委、常务副县长", ("县委常委", "常务副县长"), "each a post of its own"),
    ("县委常委 副县长", ("县委常委", "副县长"), "a space divides behind a title"),
    ("县发改局党组书记、局长", ("县发改局党组书记", "局长"), "as written, nothing added"),
    ("县财政局 局长", ("县财政局局长",), "a space inside a post is layout"),
    ("总经理兼党委副书记", ("总经理", "党委副书记"), "兼 joins two"),
    ("（县委常委、副县长，挂职）", ("县委常委", "副县长"), "how it is held is no post"),
    ("网络（集团）公司副总经理", ("网络（集团）公司副总经理",), "brackets inside stay"),
]


@pytest.mark.parametrize(("text", "posts", "why"), POSTS)
def test_split_posts(text: str, posts: tuple[str, ...], why: str) -> None:
    assert split_posts(text) == posts, why


ENTRIES = [
    ("王 旭 区长", [("王旭", ("区长",))], "name, post"),
    ("王旭（女，区长）", [("王旭", ("区长",))], "an aside before the post"),
    ("区委副书记、区长王旭", [("王旭", ("区委副书记", "区长"))], "post, name"),
    ("王旭镇党委书记", [("王旭", ("镇党委书记",))], "nothing between"),
    ("县公安局 赵明远、县民政局：钱进", [("赵明远", ()), ("钱进", ())], "bodies, then names"),
    ("石门街道 水利站", [], "two bodies"),
    ("武警临溪支队支队长", [], "armed police, though it begins with a surname"),
    ("东山街道办事处主任", [], "a street, though its name begins with a surname"),
    ("陆 丰、李贞、王剑", [("陆丰", ()), ("李贞", ()), ("王剑", ())], "names"),
    ("王 伟 李 强 张三丰", [("王伟", ()), ("李强", ()), ("张三丰", ())], "names with spaces"),
    (
        "王旭 区长李强 区发改局局长",
        [("王旭", ("区长",)), ("李强", ("区发改局局长",))],
        "a name glued to the post before",
    ),
    (
        "钱进 副县长 孙立国 县政府党组成员 李强 县公安局局长",
        [("钱进", ("副县长",)), ("孙立国", ("县政府党组成员",)), ("李强", ("县公安局局长",))],
        "党组成员 ends a post",
    ),
    ("乌云高娃 旗长", [], "an unknown surname, where nothing says that a person stands here"),
    ("区发改局、区财政局", [], "bodies"),
]


@pytest.mark.parametrize(("text", "entries", "why"), ENTRIES)
def test_read_entries(text: str, entries: list[tuple[str, tuple[str, ...]]], why: str) -> None:
    assert [(e.name, e.posts) for e in read_entries(text)] == entries, why


@pytest.mark.parametrize("text", ["赵明远 石门镇", "赵明远（石门镇）", "石门镇政府 赵明远", "石门镇政府：赵明远"])
def test_who_has_a_body_and_no_post(text: str) -> None:
    [entry] = read_entries(text)
    assert (entry.name, entry.posts, (entry.agency or "").removesuffix("政府")) == ("赵明远", (), "石门镇")


def test_a_role_makes_a_name_glued_to_a_body_sure() -> None:
    assert [(e.name, e.agency) for e in read_entries("县公安局赵明远", sure=True)] == [("赵明远", "县公安局")]
    assert read_entries("县公安局赵明远") == []
    assert read_entries("县林业局林政科", sure=True) == []


def test_a_role_makes_a_strange_name_sure() -> None:
    assert [e.name for e in read_entries("乌云高娃 旗长", sure=True)] == ["乌云高娃"]


PEOPLE = [
    (
        "赵  芳同志任县教育局副局长（试用期一年），免去其县一中校长职务；\n钱 进 任县财政局副局长；\n",
        {"赵芳": (("县教育局副局长",), None), "钱进": (("县财政局副局长",), None)},
        "blanks in a name before 同志, and between a name and its verb",
    ),
    (
        "任命孙强、李  雪同志为县水利局副局长；\n周立（挂职）任县科技局副局长；\n阿里木·买买提任县民政局局长；\n",
        {
            "孙强": (("县水利局副局长",), None),
            "李雪": (("县水利局副局长",), None),
            "周立": (("县科技局副局长",), None),
            "阿里木·买买提": (("县民政局局长",), None),
        },
        "blanks in one name of a list; an aside behind a name; a name of two parts, whatever it begins with",
    ),
    (
        "免去赵明同志县教育局局长职务；\n",
        {"赵明": (("县教育局局长",), None)},
        "同 of 同志 is no part of a name",
    ),
    ("联系人：赵明远、钱进，电话：6688123\n", {"赵明远": ((), None), "钱进": ((), None)}, "contacts"),
    (
        "（县发改局联系人：赵明远，电话1；县财政局联系人：钱进）\n",
        {"赵明远": ((), "县发改局"), "钱进": ((), "县财政局")},
        "with their bodies",
    ),
    (
        "联系人：县发改局综合股 赵明远，联系电话：6688123\n（联系人及电话：钱进 7654322；孙立国 7654323）\n",
        {"赵明远": ((), "县发改局综合股"), "钱进": ((), None), "孙立国": ((), None)},
        "the body behind the label; numbers with nothing before them",
    ),
    (
        "县长赵明远，县政府党组成员钱进出席会议，副县长孙立国和县政协副主席李雪列席。\n"
        "副站长周文彬未履行职责，给予县水利局局长卫国强警告处分。\n",
        {
            "赵明远": (("县长",), None),
            "钱进": (("县政府党组成员",), None),
            "孙立国": (("副县长",), None),
            "李雪": (("县政协副主席",), None),
            "周文彬": (("副站长",), None),
            "卫国强": (("县水利局局长",), None),
        },
        "党组成员; 和 between two; what was not done, and the punishment, behind a name",
    ),
    (
        "任命赵明远（女）为县财政局局长；免去：\n钱进同志县应急局局长职务；\n",
        {"赵明远": (("县财政局局长",), None), "钱进": (("县应急局局长",), None)},
        "a woman; the post behind 同志",
    ),
    (
        "总河长：赵明远（县委书记）、钱进（县长）\n",
        {"赵明远": (("县委书记",), None), "钱进": (("县长",), None)},
        "总河长",
    ),
    ("请于3月底前报县工信局（联系人：赵明远）。\n", {"赵明远": ((), "县工信局")}, "the body before the bracket"),
    (
        "《临溪县房屋办法》已经通过，现予公布。\n县　长　赵明远\n2020年1月3日\n",
        {"赵明远": (("县长",), None)},
        "who signs",
    ),
    (
        "任命赵明远为县发展和改革局局长；\n钱进同志任县财政局副局长；\n免去孙立国的县民政局局长职务；\n",
        {
            "赵明远": (("县发展和改革局局长",), None),
            "钱进": (("县财政局副局长",), None),
            "孙立国": (("县民政局局长",), None),
        },
        "appointments",
    ),
    (
        "聘任赵明远、钱进为县政府法律顾问。同意孙立国辞去县应急局副局长职务。李雪同志不再担任县妇联主席职务。\n"
        "推荐周文彬为石门镇镇长候选人。\n",
        {
            "赵明远": (("县政府法律顾问",), None),
            "钱进": (("县政府法律顾问",), None),
            "孙立国": (("县应急局副局长",), None),
            "李雪": (("县妇联主席",), None),
            "周文彬": (("石门镇镇长候选人",), None),
        },
        "several at once; who leaves a post; who may get one",
    ),
    (
        "县应急局副局长赵明远担任办公室主任，钱进兼任副主任。\n",
        {"赵明远": (("县应急局副局长",), None), "钱进": ((), None)},
        "担 and 兼 are in no name",
    ),
    (
        "赵明远　县委副书记、县长：主持县政府全面工作。\n副县长钱进：负责农业农村工作。\n",
        {"赵明远": (("县委副书记", "县长"), None), "钱进": (("副县长",), None)},
        "who does what",
    ),
    (
        "赵明远 县发改局\n钱  进（女） 石门镇人民政府\n孙立国 临溪县第一中学\n",
        {"赵明远": ((), "县发改局"), "钱进": ((), "石门镇人民政府"), "孙立国": ((), "临溪县第一中学")},
        "a list of awards",
    ),
    (
        "先进个人名单\n（排名不分先后）\n赵 明    钱  进    孙立国    李雪\n",
        {"赵明": ((), None), "钱进": ((), None), "孙立国": ((), None), "李雪": ((), None)},
        "a list of nothing but names",
    ),
    (
        "一、优秀教师（3名）\n县第一中学（2人）：赵明远、钱进\n石门镇：孙立国\n二、先进集体\n水利局 农业局 林业局\n",
        {"赵明远": ((), "县第一中学"), "钱进": ((), "县第一中学"), "孙立国": ((), "石门镇")},
        "behind the bodies that send them; the next list is of bodies",
    ),
    (
        "赵明远常务副县长　协助县长工作。\n钱进副县长　负责教育。\n孙立国（县政府党组成员）　协助赵明远工作。\n",
        {
            "赵明远": (("常务副县长",), None),
            "钱进": (("副县长",), None),
            "孙立国": (("县政府党组成员",), None),
        },
        "who does what, without a mark between; 副 is in no name",
    ),
    (
        "序号\t河流\t县级河长\t职务\t镇级河长\t职务\n1\t石门河\t赵明远\t县长\t钱进\t石门镇镇长\n",
        {"赵明远": (("县长",), None), "钱进": (("石门镇镇长",), None)},
        "columns of leaders, each with posts beside it",
    ),
    (
        "一、石门镇\n联系领导：赵明远（县委书记）、钱进\n责任单位：县财政局\n",
        {"赵明远": (("县委书记",), None), "钱进": ((), None)},
        "a line whose label says that they lead",
    ),
    (
        "副县长赵明远、钱进，县政协副主席孙立国应邀列席；给予县水利局副局长李雪行政记过处分。\n",
        {
            "赵明远": (("副县长",), None),
            "钱进": (("副县长",), None),
            "孙立国": (("县政协副主席",), None),
            "李雪": (("县水利局副局长",), None),
        },
        "a post that several hold is shared",
    ),
    ("项目名单\n项目 单位 方案 管理\n县财政局：安全、高效、便民\n", {}, "words are no people"),
    (
        "赵明远，男，汉族，1980年5月生，现任县财政局科长，拟任县财政局副局长。\n",
        {"赵明远": (("县财政局科长",), None)},
        "who somebody is, before a post is given",
    ),
    (
        "|序号|姓名|单位|职务|\n|---|---|---|---|\n|1|赵明远|县发改局|副局长|\n",
        {"赵明远": (("县发改局副局长",), None)},
        "a table: body and post are one",
    ),
    ("|项目|包联领导|单位|\n|---|---|---|\n|水厂|赵明远|县水利局|\n", {"赵明远": ((), None)}, "a column of leaders"),
    (
        "青山煤矿矿长赵明远受到撤职处分；直接责任人钱进、孙立国被移交司法机关。\n",
        {"赵明远": (("青山煤矿矿长",), None), "钱进": ((), None), "孙立国": ((), None)},
        "names in a sentence",
    ),
    ("赵明远副省长就此作了批示。\n", {"赵明远": (("副省长",), None)}, "a title behind the name"),
    (
        "组长：赵明远 县长\n成员：钱进 副县长\n",
        {"赵明远": (("县长",), None), "钱进": (("副县长",), None)},
        "a roster without a group",
    ),
    ("以习近平新时代中国特色社会主义思想为指导，认真贯彻习近平总书记重要指示。\n", {}, "doctrine"),
    ("北京 80\n山西 45\n安徽 60\n江西 70\n", {}, "provinces are no people"),
    ("国有企业负责人任免、各级残联领导班子、高级技师鉴定按规定办理。\n", {}, "words behind a title"),
    ("由分管副县长负责，组长由县长担任。\n", {}, "a post without a name"),
    (
        "免去赵明远同志县林业局副局长职务。任命 钱进 为县统计局局长。提名孙立国为县法院副院长人选。\n",
        {
            "赵明远": (("县林业局副局长",), None),
            "钱进": (("县统计局局长",), None),
            "孙立国": (("县法院副院长",), None),
        },
        "同志 is no part of a name or a post, and who is proposed for a post",
    ),
    (
        "评审专家名单\n张志强（县第一中学）\n刘永平（县第二中学）\n王  强（县实验小学）\n",
        {"张志强": ((), "县第一中学"), "刘永平": ((), "县第二中学"), "王强": ((), "县实验小学")},
        "a list of names with their bodies in brackets",
    ),
    (
        "关于做好名师名校长师徒结对意向申报的通知\n各学校要组织。\n",
        {},
        "a word behind a title that begins like a rare name",
    ),
    (
        "第一完成人：\n黄  宁  青川市港务集团有限公司总经理；\n周小川  临溪大学研究员。\n"
        "团队成员：\n张三丰、王可、李强生。",
        {
            "黄宁": (("青川市港务集团有限公司总经理",), None),
            "周小川": (("临溪大学研究员",), None),
            "张三丰": ((), None),
            "王可": ((), None),
            "李强生": ((), None),
        },
        "who made a work, under labels",
    ),
    (
        "由县工会授予王可、方程小美等2人“青川标兵”称号。由市学会授予李强生为“十佳工程师”。",
        {"王可": ((), None), "方程小美": ((), None), "李强生": ((), None)},
        "as many names as are counted",
    ),
    (
        "王可\t李强生\t张卫东\n周小川\t黄宁\t高建国",
        dict.fromkeys(["王可", "李强生", "张卫东", "周小川", "黄宁", "高建国"], ((), None)),
        "cells of names",
    ),
    (
        "联系人及电话：\n县财政局 刘 涛 0108-6855372\n"
        "王可 0108-6855373 方建生 68553745\n系统运维人员 曹小娟 0108-6855374",
        {
            "刘涛": ((), "县财政局"),
            "王可": ((), "县财政局"),
            "方建生": ((), "县财政局"),
            "曹小娟": (("系统运维人员",), None),
        },
        "names with telephone numbers, of the body before",
    ),
    ("订车请联系县委组织部（高建国）。", {"高建国": ((), "县委组织部")}, "whom to turn to"),
    ("由养老分管局长负责。", {}, "no name"),
]


@pytest.mark.parametrize(("text", "people", "why"), PEOPLE)
def test_people(text: str, people: dict[str, tuple[tuple[str, ...], str | None]], why: str) -> None:
    assert {p.name: (p.posts, p.agency) for p in read_document(text).people} == people, why
