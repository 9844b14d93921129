"""The views: what is on a page, what proves it, that nothing on it comes from a network, and that texts stay texts."""

from __future__ import annotations

import base64
import datetime
import hashlib
import html.parser
import json
import re
from collections.abc import Iterator

import pytest
from chromium import HOSTILE

from graph.stores.arcade import ArcadeStore
from graph.tables import Node, Properties, Relationship, Tables, Value
from graph.views import agency, calendar, changes, citations, document, group, matrix, network, overview
from graph.views.evidence import Evidence, Text
from graph.views.layout import fan, layered
from graph.views.owned import Scope, tasks
from graph.views.picture import Picture

WORDS = "县应急局牵头，县公安局负责"


def proof(**more: Value) -> Properties:
    return {"document": "d1", "start": 1, "end": 5, "quote": WORDS, "rule": "bracket", "confidence": 1.0, **more}


def tables(duties: int = 3) -> Tables:
    """An agency with duties in two documents, shared with another one; a group with two seats; what it rests on."""
    made = Tables()
    for label, id_, more in (
        ("Agency", "a1", {"name": "临溪县应急管理局", "level": "county", "place": "p"}),
        ("Agency", "a2", {"name": "临溪县公安局", "level": "county", "place": "p"}),
        ("Agency", "a3", {"name": "临溪县安全生产监督管理局", "level": "county", "place": "p"}),
        ("Agency", "a4", {"name": "石门镇人民政府", "level": "township", "place": "q"}),
        ("Agency", "a5", {"name": "临溪县人民政府", "level": "county", "place": "p"}),
        ("LeadingGroup", "g1", {"name": "临溪县防汛抗旱领导小组", "place": "p"}),
        ("Person", "p1", {"name": "郑允和"}),
        ("Post", "o1", {"name": "临溪县应急管理局局长"}),
        ("Jurisdiction", "p", {"name": "临溪县"}),
        ("Jurisdiction", "q", {"name": "石门镇"}),
        ("Document", "e1", {"name": "东原市关于安全生产的意见", "level": "municipal", "in_corpus": False}),
        ("Document", "e2", {"name": "安全生产法", "level": "national", "in_corpus": False}),
    ):
        made.add_node(Node(label, id_, more))
    for id_, date in (("d1", "2018-06-15"), ("d2", "2020-04-08")):
        made.add_node(
            Node(
                "Document",
                id_,
                {
                    "name": f"关于{id_}的意见",
                    "date": date,
                    "year": int(date[:4]),
                    "level": "county",
                    "in_corpus": True,
                    "source": f"{id_}.txt",
                    "start": 0,
                    "text_sha256": id_,
                },
            )
        )

    def add(type_: str, start: tuple[str, str], end: tuple[str, str], /, **more: Value) -> None:
        id_ = f"{type_}-{start[1]}-{end[1]}"
        made.add_relationship(Relationship(type_, id_, *start, *end, proof(**more)))

    for number in range(duties):
        id_, states = f"t{number}", ("d1", "d2")[number % 2]
        said: Properties = {"name": f"任务{number}", "text": f"任务{number}的全文"}
        more = DUE[number] if number < len(DUE) else {}
        made.add_node(Node("Duty", id_, proof(**said, **more, document=states, start=number)))
        task, role = ("Duty", id_), "support" if number else "lead"
        add("OWNS", ("Agency", "a1"), task, role=role, as_written="县应急局", document=states, quote="某局")
        named: Properties = {"quote": "县公安局", "start": number + 7, "end": number + 11}
        add("OWNS", ("Agency", "a2"), task, role="responsible", as_written="县公安局", document=states, **named)
        add("STATED_IN", task, ("Document", states), document=states)
    add("RENAMED_TO", ("Agency", "a3"), ("Agency", "a1"))
    add("RENAMES", ("Document", "d1"), ("Agency", "a3"))
    add("ABOLISHES", ("Document", "d1"), ("Agency", "a2"))
    add("CREATES", ("Document", "d2"), ("Agency", "a4"), document="d2")
    add("ESTABLISHES", ("Document", "d1"), ("LeadingGroup", "g1"))
    add("OFFICE_IN", ("LeadingGroup", "g1"), ("Agency", "a1"))
    add("MEMBER_OF", ("Person", "p1"), ("LeadingGroup", "g1"), role="组长", rank=1)
    add("MEMBER_OF", ("Agency", "a2"), ("LeadingGroup", "g1"), role="副组长", rank=2)
    add("HOLDS", ("Person", "p1"), ("Post", "o1"))
    add("POST_IN", ("Post", "o1"), ("Agency", "a1"))
    add("CITES", ("Document", "d2"), ("Document", "d1"), basis="根据", document="d2")
    add("CITES", ("Document", "d1"), ("Document", "e1"), basis="按照")
    add("CITES", ("Document", "e1"), ("Document", "e2"), basis="依据")
    add("ISSUED_BY", ("Document", "d1"), ("Agency", "a5"))
    add("ADDRESSED_TO", ("Document", "d1"), ("Agency", "a3"))
    add("PART_OF", ("Jurisdiction", "q"), ("Jurisdiction", "p"))
    return made


DUE: tuple[Properties, ...] = (
    {"deadline": "2018年底前", "due": "2018-12-31"},
    {"deadline": "2020年6月底前", "due": "2020-06-30"},
    {"deadline": "每月20日前", "recurrence": "FREQ=MONTHLY;BYMONTHDAY=20"},
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArcadeStore]:
    with ArcadeStore(tmp_path_factory.mktemp("views") / "store") as opened:
        opened.write(tables())
        yield opened


@pytest.fixture(scope="module")
def evidence(store: ArcadeStore) -> Evidence:
    return Evidence(store, None)


# -- what proves it


@pytest.mark.parametrize(
    ("text", "words", "before", "after", "reason"),
    [
        ("一。县应急局牵头，县财政局配合。三", "牵头", "县应急局", "，县财政局配合。", "a sentence among others"),
        ("一。县应急局牵头。三", "县应急局牵头。", "", "", "the words end the sentence themselves"),
        ("县应急局\n牵头做好\n三", "牵头", "", "做好", "a line is no part of the next one"),
        ("<p>县应急局牵头</p>", "牵头", "县应急局", "", "tags of a page are no words"),
        ("甲" * 400 + "牵头" + "乙" * 400, "牵头", "…" + "甲" * 160, "乙" * 160 + "…", "a sentence without an end"),
        ("县应急局　　牵头  做好。", "牵头", "县应急局 ", " 做好。", "white space is single"),
    ],
)
def test_a_proof_is_a_sentence(text: str, words: str, before: str, after: str, reason: str) -> None:
    start = text.index(words)
    assert Text(text).around(start, start + len(words)) == (before, after), reason


@pytest.mark.parametrize(("offset", "line"), [(0, 1), (2, 1), (3, 2), (6, 3)])
def test_a_place_is_a_line(offset: int, line: int) -> None:
    assert Text("一二\n三四\n五").line(offset) == line


# -- pictures


def lines(picture: Picture) -> set[tuple[str, str, str]]:
    """Each line as (start, what it says, end), by the names of the dots."""
    return {
        (picture.dots[line.start].name, line.caption, picture.dots[line.end].name) for line in picture.lines.values()
    }


def sections(picture: Picture) -> dict[str, list[tuple[str, str]]]:
    return {
        section.heading: [(picture.dots[key].name, remark) for key, remark in section.items]
        for section in picture.sections
    }


def test_an_agency_with_its_duties_partners_groups_documents_and_past(store: ArcadeStore, evidence: Evidence) -> None:
    drawn = agency.picture(store, evidence, "a1", 200)
    assert lines(drawn) >= {
        ("临溪县应急管理局", "牵头", "任务0"),
        ("临溪县应急管理局", "配合", "任务1"),
        ("临溪县公安局", "责任", "任务1"),
        ("临溪县应急管理局", "配合 2 项", "临溪县公安局"),
        ("临溪县应急管理局", "共担 1 项", "临溪县公安局"),
        ("关于d1的意见", "赋予任务 2 项", "临溪县应急管理局"),
        ("临溪县应急管理局", "组长", "临溪县防汛抗旱领导小组"),
        ("临溪县防汛抗旱领导小组", "办公室设在", "临溪县应急管理局"),
        ("临溪县安全生产监督管理局", "更名为", "临溪县应急管理局"),
    }
    assert sections(drawn) == {
        "牵头的任务": [("任务0", "《关于d1的意见》")],
        "配合的任务": [("任务1", "《关于d2的意见》"), ("任务2", "《关于d1的意见》")],
        "它配合的机关": [("临溪县公安局", "2 项")],
        "共同承担的机关": [("临溪县公安局", "1 项")],
        "参加的议事协调机构": [("临溪县防汛抗旱领导小组", "组长 郑允和（临溪县应急管理局局长）、办公室设在")],
        "沿革与隶属": [("临溪县安全生产监督管理局", "更名为本机关")],
        "载有其任务的文件": [("关于d1的意见", "2 项"), ("关于d2的意见", "1 项")],
    }
    assert [dot.name for dot in drawn.dots.values() if dot.main] == ["临溪县应急管理局"]
    assert drawn.places["Agency:a1"] == (0, 0), "the body stands in the middle"
    assert drawn.lead == "牵头 1 项 · 配合 2 项"
    assert drawn.notes == []


def test_every_line_has_its_proof(store: ArcadeStore, evidence: Evidence) -> None:
    for drawn in (
        agency.picture(store, evidence, "a1", 200),
        document.picture(store, evidence, "d1", 200),
        group.picture(store, evidence, "g1", 200),
        citations.picture(store, evidence, 200),
    ):
        assert [line for line in drawn.lines.values() if not line.proofs] == []
        assert {proof.words for line in drawn.lines.values() for proof in line.proofs} <= {WORDS, "县公安局", "某局"}
        assert set(drawn.places) >= set(drawn.dots), "each dot has a place"


def test_a_document_from_the_top_to_those_it_binds(store: ArcadeStore, evidence: Evidence) -> None:
    drawn = document.picture(store, evidence, "d1", 200)
    assert lines(drawn) >= {
        ("关于d1的意见", "按照", "东原市关于安全生产的意见"),
        ("东原市关于安全生产的意见", "依据", "安全生产法"),
        ("关于d2的意见", "根据", "关于d1的意见"),
        ("关于d1的意见", "设立", "临溪县防汛抗旱领导小组"),
        ("关于d1的意见", "发文机关", "临溪县人民政府"),
        ("关于d1的意见", "牵头 1 配合 1", "临溪县应急管理局"),
        ("关于d1的意见", "主送机关", "临溪县安全生产监督管理局"),
    }
    assert [band.caption for band in drawn.bands] == [
        "国家", "市级", "县级", "印发、附带与变动", "发文机关", "约束的机关",
    ]  # fmt: skip
    assert sections(drawn)["依据与引用（向上）"] == [
        ("东原市关于安全生产的意见", "按照，未收录"),
        ("安全生产法", "第 2 步，未收录"),
    ]
    heights = [drawn.places[f"Document:{id_}"][1] for id_ in ("e2", "e1", "d1")]
    assert heights == sorted(heights), "the higher level stands higher"


def test_a_group_with_its_seats_posts_and_office(store: ArcadeStore, evidence: Evidence) -> None:
    drawn = group.picture(store, evidence, "g1", 200)
    assert lines(drawn) == {
        ("关于d1的意见", "设立", "临溪县防汛抗旱领导小组"),
        ("临溪县防汛抗旱领导小组", "办公室设在", "临溪县应急管理局"),
        ("郑允和", "组长", "临溪县防汛抗旱领导小组"),
        ("临溪县公安局", "副组长", "临溪县防汛抗旱领导小组"),
        ("郑允和", "任职", "临溪县应急管理局局长"),
        ("临溪县应急管理局局长", "职务所在", "临溪县应急管理局"),
    }
    assert sections(drawn) == {
        "设立依据": [("关于d1的意见", "")],
        "办公室设在": [("临溪县应急管理局", "")],
        "领导": [("郑允和", "组长，临溪县应急管理局局长")],
        "副职": [("临溪县公安局", "副组长")],
    }


def test_all_citations_by_level_with_what_is_missing(store: ArcadeStore, evidence: Evidence) -> None:
    drawn = citations.picture(store, evidence, 200)
    assert {dot.id: dot.missing for dot in drawn.dots.values()} == {"d1": False, "d2": False, "e1": True, "e2": True}
    assert [band.caption for band in drawn.bands] == ["国家", "市级", "县级"]
    assert citations.picture(store, evidence, 2).notes == [
        "共 4 件有引用关系的文件，只画出其中 2 件：与其他文件关系多者在先；要看更多，用 --limit N。"
    ]


def test_a_cut_is_stated_and_leaves_the_weightiest(store: ArcadeStore, evidence: Evidence) -> None:
    drawn = agency.picture(store, evidence, "a1", 1)
    assert [dot.name for dot in drawn.dots.values() if dot.label == "Duty"] == ["任务0"]
    note = "共 3 项任务，只画出其中 1 项：先牵头，次责任，再配合；同类之中新文件在先；要看更多，用 --limit N。"
    assert note in drawn.notes
    assert note in network.page(drawn, None)
    assert group.picture(store, evidence, "g1", 1).notes == [
        "共 2 个席位，只画出其中 1 个：按名单次序；要看更多，用 --limit N。"
    ]


def test_no_dot_hides_another() -> None:
    keys = [str(number) for number in range(1500)]
    around = fan("middle", [[[[key]] for key in keys[:900]], [[[key], [f"{key}b"]] for key in keys[900:960]]])
    assert len(set(around.values())) == len(around) == 1 + 900 + 2 * 60
    places, bands = layered([("国家", "national", keys[:700]), ("省级", "provincial", keys[700:])], [("1", "900")])
    assert len(set(places.values())) == len(places) == 1500
    assert all(bands[0].top < places[key][1] < bands[0].bottom for key in keys[:700])


# -- networks as pages


class Tags(html.parser.HTMLParser):
    """The tags of a page, and what its attributes point to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs


def picture_of(words: str, evidence: Evidence) -> Picture:
    drawn = Picture(words, evidence, notes=[words])
    start = drawn.node({"labels": ["Agency"], "id": words, "name": words, "names": [words]}, main=True)
    end = drawn.node({"labels": ["Duty"], "id": "t", "name": words, "text": words})
    drawn.relationship(start, end, {"type": "OWNS", "role": "lead", **proof(quote=words)})
    drawn.relationship(end, start, {"type": "CITES", "basis": words, **proof(quote=words)})
    drawn.section(words, [(start, words), (end, "")])
    drawn.places = fan(start, [[[[end]]]])
    return drawn


def data_of(text: str, id_: str) -> dict[str, object]:
    found = re.search(rf'<script type="application/json" id="{id_}">(.*?)</script>', text, re.DOTALL)
    assert found is not None
    data: dict[str, object] = json.loads(found.group(1))
    return data


@pytest.mark.parametrize("words", HOSTILE)
def test_no_text_becomes_a_part_of_the_page(evidence: Evidence, words: str) -> None:
    plain = network.page(picture_of("县应急局", evidence), None)
    evil = network.page(picture_of(words, evidence), None)
    assert Tags(evil).tags == Tags(plain).tags
    assert words in json.dumps(data_of(evil, "picture"), ensure_ascii=False).replace('\\"', '"'), "as a text"


@pytest.fixture(scope="module")
def pages(store: ArcadeStore, evidence: Evidence) -> dict[str, str]:
    today = datetime.date(2019, 1, 1)
    return {
        "network": network.page(agency.picture(store, evidence, "a1", 200), None),
        "matrix": matrix.page(store, evidence, Scope(), 200, None),
        "calendar": calendar.page(store, evidence, Scope(), 200, None, today),
        "changes": changes.page(store, evidence, Scope(), 200, None),
        "overview": overview.page(store, evidence, None, 200, None),
    }


KINDS = ("network", "matrix", "calendar", "changes", "overview")


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_comes_from_a_network(pages: dict[str, str], kind: str) -> None:
    text = pages[kind]
    names = ("src", "href", "action", "data", "srcset")
    pointed = [value for name, value in Tags(text).attributes if name in names and not str(value).startswith("#")]
    assert pointed == []
    assert re.findall(r"@import|url\((?!\"?data:)", text) == []
    assert "default-src 'none'" in policy_of(text)
    assert "sourceMappingURL" not in text


@pytest.mark.parametrize("kind", KINDS)
def test_the_policy_allows_the_scripts_of_the_page_and_no_other(pages: dict[str, str], kind: str) -> None:
    scripts = re.findall(r"<script>(.*?)</script>", pages[kind], re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
    assert re.findall(r"'sha256-([^']+)'", policy_of(pages[kind])) == hashes
    assert "script-src 'unsafe-inline'" not in policy_of(pages[kind])


def policy_of(text: str) -> str:
    return next(value or "" for name, value in Tags(text).attributes if value and "default-src" in value)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_chinese_with_its_fonts(pages: dict[str, str], kind: str) -> None:
    assert '<html lang="zh-CN">' in pages[kind]
    for family in ("Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "SimSun"):
        assert family in pages[kind]
    assert "临溪县应急管理局" in pages[kind], "not escaped: a search in the file finds it"


def test_the_page_is_the_same_bytes_for_the_same_graph(store: ArcadeStore, evidence: Evidence) -> None:
    one, other = (network.page(agency.picture(store, evidence, "a1", 200), None) for _ in range(2))
    assert one == other


# -- duties, the matrix and the calendar


@pytest.mark.parametrize(
    ("scope", "found", "reason"),
    [
        (Scope(), ["t1", "t0", "t2"], "all, the newest document first"),
        (Scope(document="d1"), ["t0", "t2"], "of a document"),
        (Scope(body=("Agency", "a1")), ["t1", "t0", "t2"], "of a body"),
        (Scope(body=("LeadingGroup", "g1")), [], "a group without duties"),
        (Scope(place="p"), ["t1", "t0", "t2"], "of the bodies of a place"),
        (Scope(place="q"), [], "of a place without any"),
    ],
)
def test_duties_in_scope(store: ArcadeStore, evidence: Evidence, scope: Scope, found: list[str], reason: str) -> None:
    assert [task.id for task in tasks(store, evidence, scope)] == found, reason


def test_the_matrix_holds_each_role_with_the_name_in_the_sentence(pages: dict[str, str]) -> None:
    data = data_of(pages["matrix"], "data")
    assert data["bodies"] == [["临溪县应急管理局", "应急管理局"], ["临溪县公安局", "公安局"]]
    assert data["documents"] == [
        ["《关于d2的意见》", "关于d2的意见", "2020-04-08"],
        ["《关于d1的意见》", "关于d1的意见", "2018-06-15"],
    ]
    rows = data["tasks"]
    assert isinstance(rows, list)
    assert rows[1] == [
        1, "任务0的全文", "", "2018年底前", "2018-12-31", "", WORDS, "", "d1.txt",
        [[0, 0, "县应急局", "d1.txt"], [1, 1, 7, 11]],
    ]  # fmt: skip
    assert WORDS[7:11] == "县公安局"


def test_the_matrix_says_what_it_leaves_out(store: ArcadeStore, evidence: Evidence) -> None:
    assert "共 3 项任务，只列出其中 1 项：新文件在先；" in matrix.page(store, evidence, Scope(), 1, None)


def headings(text: str) -> list[str]:
    return [re.sub(r"<[^>]+>|\s+", "", found) for found in re.findall(r"<h[23]>(.*?)</h[23]>", text, re.DOTALL)]


@pytest.mark.parametrize(
    ("today", "found"),
    [
        (
            "2019-01-01",
            ["未到期截止日期在2019-01-01或以后", "2020年6月1项", "周期性按周期重复，没有一个最后的日期", "每月1项",
             "已到期截止日期在2019-01-01以前；是否完成，文件里没有写", "2018年12月1项"],
        ),
        (
            "2018-12-31",
            ["未到期截止日期在2018-12-31或以后", "2018年12月1项", "2020年6月1项",
             "周期性按周期重复，没有一个最后的日期", "每月1项"],
        ),
    ],
)  # fmt: skip
def test_the_calendar_month_by_month(store: ArcadeStore, evidence: Evidence, today: str, found: list[str]) -> None:
    day = datetime.date.fromisoformat(today)
    assert headings(calendar.page(store, evidence, Scope(), 200, None, day)) == found


def test_the_calendar_keeps_what_is_due_next(store: ArcadeStore, evidence: Evidence) -> None:
    text = calendar.page(store, evidence, Scope(), 1, None, datetime.date(2019, 1, 1))
    assert "2020年6月" in headings(text)[1]
    assert "共 2 项有截止日期的任务，只列出其中 1 项：未到期而最近者在先，次为刚到期者；" in text


@pytest.mark.parametrize(
    ("rule", "caption"),
    [
        ("FREQ=WEEKLY;BYDAY=MO", "每周"),
        ("FREQ=MONTHLY", "每月"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "每月"),
        ("FREQ=MONTHLY;INTERVAL=2", "其他周期"),
        ("FREQ=MONTHLY;INTERVAL=3", "每季度"),
        ("FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5", "每季度"),
        ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", "每季度"),
        ("FREQ=MONTHLY;INTERVAL=6", "每半年"),
        ("FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1", "每半年"),
        ("FREQ=YEARLY;BYMONTH=12", "每年"),
        ("FREQ=YEARLY;INTERVAL=2", "其他周期"),
        ("FREQ=DAILY", "每日"),
    ],
)
def test_how_often_a_rule_recurs(rule: str, caption: str) -> None:
    assert calendar.how_often(rule) == caption


# -- changes and the overview


def words_of(page: str) -> str:
    """The words of a page without white space."""
    return re.sub(r"\s+", "", re.sub(r"<(style|script).*?</\1>|<[^>]+>", "", page, flags=re.DOTALL))


def test_changes_before_and_after(pages: dict[str, str]) -> None:
    text = words_of(pages["changes"])
    assert "3项变动，见于2件文件。" in text
    assert "2020-04-08关于d2的意见" in text
    assert "（无）组建→石门镇人民政府" in text
    assert "临溪县安全生产监督管理局更名为→临溪县应急管理局" in text
    assert "临溪县公安局其后文件仍给它1项任务撤销→不再保留" in text
    assert text.index("关于d2的意见") < text.index("更名为"), "the newest document first"


def test_the_overview_counts(pages: dict[str, str], store: ArcadeStore, evidence: Evidence) -> None:
    text = words_of(pages["overview"])
    assert "3职责任务" in text
    assert "临溪县公安局责任3" in text
    assert "临溪县应急管理局牵头1配合2" in text
    assert "2018年文件1" in text
    assert "安全生产法引用它的文件1" in text
    assert "共 2 个机关单位，只列出其中 1 个：任务多者在先；" in overview.page(store, evidence, None, 1, None)
