"""The views: what is on a page, that nothing on it comes from a network, and that a text stays a text."""

from __future__ import annotations

import base64
import hashlib
import html.parser
import json
import re
from collections.abc import Iterator

import pytest

from graph.schema import schema
from graph.stores.arcade import ArcadeStore
from graph.tables import Node, Properties, Relationship, Tables, Value
from graph.views import agency, document, group
from graph.views.page import page
from graph.views.picture import COLOURS, ROLE_COLOURS, Picture

EVIL = [
    "<script>window.owned = 1</script>",
    '"><img src=x onerror="window.owned = 1">',
    "</script><script>window.owned = 1</script>",
    "{{ 7 * 7 }}{% for x in y %}",
    "<!--<script>",
    "<a href='http://example.org/'>县应急局</a>",
    "javascript:alert(1)\u2028\u2029",
]


def proof(**more: Value) -> Properties:
    return {
        "document": "d1",
        "start": 1,
        "end": 5,
        "quote": "县应急局牵头",
        "rule": "bracket",
        "confidence": 1.0,
        **more,
    }


def tables(duties: int = 3) -> Tables:
    """An agency with duties in two documents, shared with another one; a group with two seats."""
    made = Tables()
    for label, id_, name in (
        ("Agency", "a1", "临溪县应急管理局"),
        ("Agency", "a2", "临溪县公安局"),
        ("Agency", "a3", "临溪县安全生产监督管理局"),
        ("LeadingGroup", "g1", "临溪县防汛抗旱领导小组"),
        ("Person", "p1", "郑允和"),
        ("Post", "o1", "临溪县应急管理局局长"),
    ):
        made.add_node(Node(label, id_, {"name": name}))
    for id_, date in (("d1", "2018-06-15"), ("d2", "2020-04-08")):
        made.add_node(Node("Document", id_, {"name": f"关于{id_}的意见", "date": date, "in_corpus": True}))

    def add(type_: str, start: tuple[str, str], end: tuple[str, str], **more: Value) -> None:
        id_ = f"{type_}-{start[1]}-{end[1]}"
        made.add_relationship(Relationship(type_, id_, *start, *end, proof(**more)))

    for number in range(duties):
        id_, states = f"t{number}", ("d1", "d2")[number % 2]
        made.add_node(
            Node(
                "Duty",
                id_,
                {"name": f"任务{number}", "text": f"任务{number}的全文", "document": states, "start": number},
            )
        )
        add("OWNS", ("Agency", "a1"), ("Duty", id_), role="support" if number else "lead", as_written="县应急局")
        add("OWNS", ("Agency", "a2"), ("Duty", id_), role="responsible", as_written="县公安局")
        add("STATED_IN", ("Duty", id_), ("Document", states))
    add("RENAMED_TO", ("Agency", "a3"), ("Agency", "a1"))
    add("ESTABLISHES", ("Document", "d1"), ("LeadingGroup", "g1"))
    add("OFFICE_IN", ("LeadingGroup", "g1"), ("Agency", "a1"))
    add("MEMBER_OF", ("Person", "p1"), ("LeadingGroup", "g1"), role="组长", rank=1)
    add("MEMBER_OF", ("Agency", "a2"), ("LeadingGroup", "g1"), role="成员", rank=2)
    add("HOLDS", ("Person", "p1"), ("Post", "o1"))
    add("POST_IN", ("Post", "o1"), ("Agency", "a1"))
    add("CITES", ("Document", "d2"), ("Document", "d1"), basis="根据")
    add("ISSUED_BY", ("Document", "d1"), ("Agency", "a2"))
    return made


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArcadeStore]:
    with ArcadeStore(tmp_path_factory.mktemp("views") / "store") as opened:
        opened.write(tables())
        yield opened


def lines(picture: Picture) -> set[tuple[str, str, str]]:
    """Each line as (start, what it says, end), by the names of the dots."""
    said = (line.words.split("\n")[0] for line in picture.lines.values())
    return {
        (picture.dots[line.start].name, words, picture.dots[line.end].name)
        for line, words in zip(picture.lines.values(), said, strict=True)
    }


def test_an_agency_with_its_duties_their_owners_and_documents(store: ArcadeStore) -> None:
    drawn = agency.picture(store, "a1", 200)
    assert lines(drawn) >= {
        ("临溪县应急管理局", "牵头", "任务0"),
        ("临溪县应急管理局", "配合", "任务1"),
        ("临溪县公安局", "责任", "任务1"),
        ("任务1", "载于", "关于d2的意见"),
        ("临溪县安全生产监督管理局", "更名为", "临溪县应急管理局"),
        ("临溪县防汛抗旱领导小组", "办公室设在", "临溪县应急管理局"),
    }
    assert [dot.name for dot in drawn.dots.values() if dot.main] == ["临溪县应急管理局"]
    assert {line.colour for line in drawn.lines.values()} >= set(ROLE_COLOURS.values())
    assert drawn.notes == []


def test_a_document_with_its_citations_groups_and_duties(store: ArcadeStore) -> None:
    drawn = document.picture(store, "d1", 200)
    assert lines(drawn) >= {
        ("关于d1的意见", "发文机关", "临溪县公安局"),
        ("关于d1的意见", "设立", "临溪县防汛抗旱领导小组"),
        ("关于d2的意见", "根据", "关于d1的意见"),
        ("临溪县应急管理局", "牵头", "任务0"),
    }
    assert "任务1" not in {dot.name for dot in drawn.dots.values()}, "it stands in the other document"


def test_a_group_with_its_seats_posts_and_office(store: ArcadeStore) -> None:
    assert lines(group.picture(store, "g1", 200)) == {
        ("关于d1的意见", "设立", "临溪县防汛抗旱领导小组"),
        ("临溪县防汛抗旱领导小组", "办公室设在", "临溪县应急管理局"),
        ("郑允和", "组长", "临溪县防汛抗旱领导小组"),
        ("临溪县公安局", "成员", "临溪县防汛抗旱领导小组"),
        ("郑允和", "任职", "临溪县应急管理局局长"),
        ("临溪县应急管理局局长", "职务所在", "临溪县应急管理局"),
    }


def test_a_cut_is_stated_and_leaves_the_weightiest(store: ArcadeStore) -> None:
    drawn = agency.picture(store, "a1", 1)
    assert [dot.name for dot in drawn.dots.values() if dot.label == "Duty"] == ["任务0"]
    assert drawn.notes == [
        "The first 1 of 3 duties are drawn, lead, then responsible, then support, the newest first; --limit N for more."
    ]
    assert drawn.notes[0] in page(drawn)
    assert "The first 1 of 2 seats are drawn, by rank; --limit N for more." in group.picture(store, "g1", 1).notes


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


def evil_picture(words: str) -> Picture:
    drawn = Picture(words, notes=[words])
    start = drawn.node({"labels": ["Agency"], "id": words, "name": words, "names": [words]}, main=True)
    end = drawn.node({"labels": ["Duty"], "id": "t", "name": words, "text": words})
    drawn.relationship(start, end, {"type": "OWNS", "role": "lead", **proof(quote=words)})
    drawn.relationship(end, start, {"type": "CITES", "basis": words, **proof(quote=words)})
    return drawn


@pytest.mark.parametrize("words", EVIL)
def test_no_text_becomes_a_part_of_the_page(words: str) -> None:
    plain, evil = page(evil_picture("县应急局")), page(evil_picture(words))
    assert Tags(evil).tags == Tags(plain).tags
    assert data_of(evil)["nodes"][1]["title"] == f"职责任务\n任务：{words}", "it is there, as a text"


def data_of(text: str) -> dict[str, list[dict[str, str]]]:
    found = re.search(r'<script type="application/json" id="picture">(.*?)</script>', text, re.DOTALL)
    assert found is not None
    data: dict[str, list[dict[str, str]]] = json.loads(found.group(1))
    return data


def policy_of(text: str) -> str:
    return next(value or "" for name, value in Tags(text).attributes if value and "default-src" in value)


def test_nothing_comes_from_a_network() -> None:
    text = page(evil_picture("县应急局"))
    pointed = [
        (name, value) for name, value in Tags(text).attributes if name in ("src", "href", "action", "data", "srcset")
    ]
    assert pointed == []
    assert re.findall(r"@import|url\((?!\"?data:)", text) == []
    assert "default-src 'none'" in policy_of(text)
    assert "sourceMappingURL" not in text


def test_the_policy_allows_the_scripts_of_the_page_and_no_other() -> None:
    text = page(evil_picture("县应急局"))
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
    assert re.findall(r"'sha256-([^']+)'", policy_of(text)) == hashes
    assert "script-src 'unsafe-inline'" not in policy_of(text)


def test_the_page_is_the_same_bytes_for_the_same_graph(store: ArcadeStore) -> None:
    assert page(agency.picture(store, "a1", 200)) == page(agency.picture(store, "a1", 200))


def test_edges_have_a_direction_and_dots_a_place() -> None:
    data = data_of(page(evil_picture("县应急局")))
    assert {edge["arrows"] for edge in data["edges"]} == {"to"}
    assert all({"x", "y"} <= set(node) for node in data["nodes"])


def test_a_large_picture_is_laid_out_in_seconds() -> None:
    drawn = Picture("很多任务")
    start = drawn.node({"labels": ["Agency"], "id": "a", "name": "县应急局"}, main=True)
    for number in range(1500):
        end = drawn.node({"labels": ["Duty"], "id": f"t{number}", "name": f"任务{number}"})
        drawn.relationship(start, end, {"type": "OWNS", "role": "lead", **proof()})
    places = {(node["x"], node["y"]) for node in data_of(page(drawn))["nodes"]}
    assert len(places) == 1501, "no dot hides another"


def test_every_label_and_role_has_a_colour() -> None:
    assert set(COLOURS) == set(schema().nodes)
    assert set(ROLE_COLOURS) == set(schema().enums["role"]) - {"help"}


def test_a_page_is_utf_8_with_its_fonts_for_chinese() -> None:
    text = page(evil_picture("县应急局"))
    for family in ("Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "SimSun"):
        assert family in text
    assert "县应急局" in text, "not escaped: a search in the file finds it"
