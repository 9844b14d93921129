"""From facts to tables: what each kind of fact becomes, that everything is proved, that order counts for nothing."""

from __future__ import annotations

import html
import random
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from extractors.facts import Document
from extractors.pipeline import Pipeline
from extractors.sources import Source, SourceError, find, read
from graph.build import _since, build
from graph.schema import check
from graph.tables import Node, Properties, Tables

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def read_all(pipeline: Pipeline, folder: Path) -> tuple[list[Document], dict[str, str]]:
    """The documents of a folder, and the text of each source by name."""
    documents: list[Document] = []
    texts: dict[str, str] = {}
    for path, name in find([folder])[0]:
        try:
            source = read(path, name)
            documents += pipeline.extract(source)
        except SourceError:
            continue  # what cannot be read is the business of test_sources
        texts[name] = source.text
    return documents, texts


@pytest.fixture(scope="module", params=["examples", "gazette", "corpus"])
def corpus(request: pytest.FixtureRequest, pipeline: Pipeline) -> tuple[list[Document], dict[str, str]]:
    folder = ROOT / "examples" if request.param == "examples" else SHARED / request.param
    if not folder.is_dir():
        pytest.skip(f"{folder} is not here")
    return read_all(pipeline, folder)


HEAD = "临溪县人民政府\n关于{0}的通知\n\n临政发〔2019〕{1}号\n\n各乡镇人民政府，县政府各部门：\n\n"
FOOT = "\n\n临溪县人民政府\n2019年3月22日\n"


def notice(about: str, number: int, body: str) -> Source:
    return Source(f"{number}.txt", HEAD.format(about, number) + body + FOOT, "", "text")


def told(tables: Tables, *types: str) -> set[tuple[str, str, str]]:
    """The relationships of some types as (name, type, name)."""

    def name(label: str, id_: str) -> str:
        return str(tables.nodes[label, id_].properties["name"])

    return {
        (name(r.from_label, r.from_id), r.type, name(r.to_label, r.to_id))
        for r in tables.relationships.values()
        if r.type in types
    }


ROWS = [
    pytest.param(
        "一、开展筛查。（责任单位：县卫健局（县疾控中心）、县文化新闻出版局）",
        {
            ("临溪县卫生健康局", "OWNS", "开展筛查。"),
            ("临溪县疾病预防控制中心", "OWNS", "开展筛查。"),
            ("临溪县文化新闻出版局", "OWNS", "开展筛查。"),
        },
        id="a body in the brackets of another owns too; the table of offices never shortens a name",
    ),
    pytest.param(
        "一、开展排查。（县应急局牵头，县公安局配合）",
        {("临溪县应急管理局", "OWNS", "开展排查。"), ("临溪县公安局", "OWNS", "开展排查。")},
        id="one task is one duty, however many own it",
    ),
    pytest.param(
        "一、撤销县安监局，将县安监局的职责划入县应急局。",
        {
            ("临溪县安全生产监督管理局", "TRANSFERS_DUTIES_TO", "临溪县应急管理局"),
            ("临溪县人民政府关于试验的通知", "ABOLISHES", "临溪县安全生产监督管理局"),
        },
        id="a change is between bodies, and what the document does to one",
    ),
    pytest.param(
        "成立临溪县防汛工作领导小组，由副县长陆景明任组长，县应急局、县水利局为成员单位，办公室设在县水利局。",
        {
            ("临溪县人民政府关于试验的通知", "ESTABLISHES", "临溪县防汛工作领导小组"),
            ("临溪县水利局", "MEMBER_OF", "临溪县防汛工作领导小组"),
            ("临溪县防汛工作领导小组", "OFFICE_IN", "临溪县水利局"),
        },
        id="a group with its seats and its office",
    ),
    pytest.param(
        "根据《中华人民共和国防洪法》和《东原市人民政府关于防汛工作的意见》（东政发〔2018〕9号），现通知如下。",
        {
            ("临溪县人民政府关于试验的通知", "CITES", "中华人民共和国防洪法"),
            ("临溪县人民政府关于试验的通知", "CITES", "东原市人民政府关于防汛工作的意见"),
        },
        id="what is cited is a document too",
    ),
    pytest.param(
        "一、县财政局\n（一）人事股。负责干部人事工作。\n二、县水利局\n（一）人事股。负责工资福利工作。",
        {
            ("临溪县财政局人事股", "OWNS", "负责干部人事工作。"),
            ("临溪县水利局人事股", "OWNS", "负责工资福利工作。"),
        },
        id="an office is inside the body of the heading above it",
    ),
]


@pytest.mark.parametrize(("body", "expected"), ROWS)
def test_what_a_fact_becomes(pipeline: Pipeline, body: str, expected: set[tuple[str, str, str]]) -> None:
    tables = build(pipeline.extract(notice("试验", 5, body))).tables
    assert told(tables, *{type_ for _, type_, _ in expected}) >= expected


SETS_UP = (
    "一、成立临溪县{0}工作领导小组，由副县长陆景明任组长，领导小组办公室设在{1}。\n二、领导小组办公室负责汇总进度。"
)
NAMES_TWO = "一、县防汛工作领导小组负责巡堤，县防火工作领导小组负责巡山。\n二、领导小组办公室负责汇总进度。"
NAMES_NONE = "一、领导小组办公室负责汇总进度。"


@pytest.mark.parametrize(
    ("one", "other", "owners", "why"),
    [
        (
            SETS_UP.format("防汛", "县水利局"),
            SETS_UP.format("防火", "县林业局"),
            {"临溪县/防汛工作领导小组办公室", "临溪县/防火工作领导小组办公室"},
            "each document's own group",
        ),
        (
            SETS_UP.format("防汛", "县水利局"),
            SETS_UP.format("防汛", "县应急局"),
            {"临溪县/防汛工作领导小组办公室"},
            "two documents about one group",
        ),
        (
            NAMES_TWO,
            NAMES_NONE,
            {"临政发〔2019〕5号/领导小组办公室", "临政发〔2019〕6号/领导小组办公室"},
            "no one can say which group's: never joined",
        ),
    ],
)
def test_the_office_of_a_group_without_words_of_its_own(
    pipeline: Pipeline, one: str, other: str, owners: set[str], why: str
) -> None:
    texts = (notice("防汛", 5, one), notice("督查", 6, other))
    tables = build([document for text in texts for document in pipeline.extract(text)]).tables
    found = {r.from_id for r in tables.relationships.values() if r.type == "OWNS" and r.from_id.endswith("办公室")}
    assert found == owners, why


def test_a_group_of_the_title_is_that_of_the_text(pipeline: Pipeline) -> None:
    text = "建立临溪县养老服务工作联席会议制度。联席会议由县民政局、县教育局组成，县民政局局长王立担任联席会议召集人。"
    tables = build(pipeline.extract(notice("建立养老服务联席会议制度", 5, text))).tables
    assert [id_ for label, id_ in tables.nodes if label == "LeadingGroup"] == ["临溪县/养老服务工作联席会议"]
    assert {name for name, _, _ in told(tables, "MEMBER_OF")} == {"临溪县民政局", "临溪县教育局", "王立"}


def test_a_citation_leads_to_the_document_of_the_corpus(pipeline: Pipeline) -> None:
    first, second = notice("防汛", 5, "一、县水利局负责防汛。"), notice("督查", 6, "落实临政发〔2019〕5号文件要求。")
    built = build([*pipeline.extract(first), *pipeline.extract(second)])
    cited = built.tables.nodes["Document", "临政发〔2019〕5号"].properties
    assert (cited["in_corpus"], cited["cited"]) == (True, 1)
    assert len([node for node in built.tables.nodes.values() if node.label == "Document"]) == 2


def test_two_texts_with_one_number_are_both_kept_and_reported(pipeline: Pipeline) -> None:
    texts = [notice("防汛", 5, "一、县水利局负责防汛。"), notice("抗旱", 5, "一、县农业农村局负责抗旱。")]
    built = build([document for text in texts for document in pipeline.extract(text)])
    assert [conflict.number for conflict in built.conflicts] == ["临政发〔2019〕5号"]
    assert len(set(built.conflicts[0].documents)) == 2
    assert {("临溪县水利局", "OWNS", "负责防汛"), ("临溪县农业农村局", "OWNS", "负责抗旱")} <= told(
        built.tables, "OWNS"
    )


def proofs(tables: Tables) -> Iterator[tuple[str, Properties]]:
    for relationship in tables.relationships.values():
        yield relationship.type, relationship.properties
    for node in tables.nodes.values():
        if node.label == "Duty":
            yield "Duty", node.properties


def shown(source: str) -> str:
    """What a reader sees of a piece of a source: no tags, entities or link targets."""
    return html.unescape(re.sub(r"\]\([^()\s]*\)|</?[a-zA-Z!][^<>]*>|</?(?:[a-zA-Z][^<>]*)?$", "", source))


def flat(text: str) -> str:
    """Without white space and marks, and with plain figures and letters for wide ones."""
    return re.sub(r"[\s\[\]*|\\<>《》〈〉]", "", unicodedata.normalize("NFKC", text))


def test_everything_is_as_the_schema_says_and_proved_in_its_text(corpus: tuple[list[Document], dict[str, str]]) -> None:
    documents, texts = corpus
    tables = build(documents).tables
    assert check(tables) == []
    sources = {
        id_: str(node.properties.get("source")) for (label, id_), node in tables.nodes.items() if label == "Document"
    }
    wrong = []
    for kind, place in proofs(tables):
        start, end = int(str(place["start"])), int(str(place["end"]))
        words = texts[sources[str(place["document"])]][start:end]
        if flat(str(place["quote"])) not in flat(shown(words)):
            wrong.append(f"{kind} {place['document']}\n  says   {place['quote']}\n  stands {words}")
    assert not wrong, "\n".join(wrong[:20])


@pytest.mark.parametrize(
    ("said", "date", "words", "why"),
    [
        ("本办法自2019年5月1日起施行。", "2019-05-01", None, "a day"),
        ("本办法自印发之日起施行。", None, "印发之日", "no day: the document has no date, and words are no date"),
    ],
)
def test_in_force_is_a_day_or_the_words(
    pipeline: Pipeline, said: str, date: str | None, words: str | None, why: str
) -> None:
    text = HEAD.format("试验", 5) + said + "\n"
    tables = build(pipeline.extract(Source("5.txt", text, "", "text"))).tables
    told = [node.properties for (label, _), node in tables.nodes.items() if label == "Document"]
    assert [(one.get("effective_from"), one.get("effective_words")) for one in told] == [(date, words)]
    assert check(tables) == []


def test_words_are_no_date() -> None:
    tables = Tables()
    tables.nodes["Document", "a"] = Node("Document", "a", {"effective_from": "印发之日", "date": "2019-02-30"})
    assert len(check(tables)) == 2  # a reader of parquet or turtle would break on them


def test_order_counts_for_nothing(corpus: tuple[list[Document], dict[str, str]]) -> None:
    documents, _ = corpus
    shuffled = random.Random(1).sample(documents, len(documents))  # noqa: S311 (any order will do)
    assert build(shuffled).tables == build(documents).tables


def test_taking_a_document_out_leaves_what_others_say(corpus: tuple[list[Document], dict[str, str]]) -> None:
    documents, _ = corpus
    whole = build(documents).tables
    gone = documents[len(documents) // 2]
    left = build([document for document in documents if document is not gone]).tables
    ids = {
        r.properties["document"]
        for key, r in whole.relationships.items()
        if key not in left.relationships and r.type != "RESTATES"  # a pair goes with either of its documents
    }
    assert len(ids) <= 1, "only relationships of the document that was taken out are gone"


def test_a_changed_document_changes_its_own_facts_alone(pipeline: Pipeline) -> None:
    documents, _ = read_all(pipeline, ROOT / "examples")
    before = build(documents).tables
    changed = [replace(documents[0], duties=documents[0].duties[1:]), *documents[1:]]
    after = build(changed).tables
    id_ = next(r.properties["document"] for key, r in before.relationships.items() if key not in after.relationships)
    lost = set(before.relationships) - set(after.relationships)
    assert {before.relationships[key].properties["document"] for key in lost} == {id_}
    assert set(after.relationships) <= set(before.relationships)


@pytest.mark.parametrize(
    ("level", "since", "why"),
    [
        ("county", "9999", "nobody knows when: last"),
        ("provincial", "", "a province's came before what a city makes of it"),
    ],
)
def test_a_document_without_a_date_is_sorted_by_its_level(level: str, since: str, why: str) -> None:
    document = Document(source="a.txt", source_sha256="", text_sha256="", start=0, end=1)
    assert _since(document, level) == since
    assert _since(replace(document, number="临政发〔2019〕5号"), level) == "2019"
    assert _since(replace(document, date="2018-05-01"), level) == "2018-05-01"
