"""The pipeline: its components, models, and texts that hold no document."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from reading import HEAD
from spacy.language import Language
from spacy.pipeline import EntityRuler
from spacy.tokens import Doc

from extractors.characters import Characters
from extractors.components.page import NAMES, page_of, put
from extractors.facts import Person
from extractors.pipeline import ModelError, Pipeline
from extractors.sources import Source, SourceError

SOURCE = Source(
    "a.txt", f"{HEAD}一、县财政局负责筹集资金。\n二、根据《供水条例》执行。\n陈明远主持会议。\n", "", "text"
)


@Language.component("test_chairs")
def chairs(doc: Doc) -> Doc:
    """A component of a user: who chairs."""
    page = page_of(doc)
    at = page.text.index("陈明远")
    put(doc, "people", [(at, at + 3, Person(**page.place(at, at + 3), name="陈明远", rule="test.chair"))])
    return doc


def test_the_standard_components_in_order() -> None:
    assert Pipeline().nlp.pipe_names == [f"dutygraph_{name}" for name in NAMES]


def test_components_are_left_out() -> None:
    pipeline = Pipeline(exclude=("citations", "names"))
    assert "dutygraph_citations" not in pipeline.nlp.pipe_names
    assert not pipeline.extract(SOURCE)[0].citations
    with pytest.raises(ValueError, match="no such component: citation "):
        Pipeline(exclude=("citation",))


def test_a_component_is_dropped_replaced_and_added() -> None:
    pipeline = Pipeline()
    pipeline.nlp.remove_pipe("dutygraph_duties")
    pipeline.nlp.replace_pipe("dutygraph_people", "test_chairs")
    (document,) = pipeline.extract(SOURCE)
    assert not document.duties
    assert [(person.name, person.rule) for person in document.people] == [("陈明远", "test.chair")]
    (person,) = document.people
    assert SOURCE.text[person.start : person.end] == "陈明远"
    pipeline.nlp.remove_pipe("dutygraph_people")
    pipeline.nlp.add_pipe("test_chairs", last=True)
    assert [person.name for person in pipeline.extract(SOURCE)[0].people] == ["陈明远"]


def test_what_is_damaged_is_doubted() -> None:
    source = Source("a.txt", SOURCE.text.replace("筹集", "\ufffd集"), "", "text")
    [doubt] = [doubt for doubt in Pipeline().extract(source)[0].doubts if doubt.kind == "damaged"]
    assert doubt.quote == source.text[doubt.start : doubt.end] == "一、县财政局负责\ufffd集资金。"


def test_names_that_only_a_model_finds_are_doubts(tmp_path: Path) -> None:
    model = spacy.blank("zh")
    ruler = model.add_pipe("entity_ruler")
    assert isinstance(ruler, EntityRuler)
    ruler.add_patterns(
        [
            {"label": "PERSON", "pattern": "陈明远"},
            {"label": "ORG", "pattern": "县财政局"},
            {"label": "ORG", "pattern": "明远公司"},
        ]
    )
    model.to_disk(tmp_path / "model")
    source = Source("a.txt", f"{SOURCE.text}明远公司承办。\n明远公司总结。\n", "", "text")
    names = ("citations", "groups", "people", "deadlines", "changes")
    (document,) = Pipeline(str(tmp_path / "model"), exclude=names).extract(source)
    doubts = [(doubt.quote, source.text[doubt.start : doubt.end]) for doubt in document.doubts if doubt.kind == "name"]
    assert ("陈明远", "陈明远") in doubts
    assert doubts.count(("明远公司", "明远公司")) <= 1
    assert all(quote != "县财政局" for quote, _ in doubts), "a body that a rule read is no doubt"


def test_a_model_that_is_not_there() -> None:
    with pytest.raises(ModelError, match="no_such_model"):
        Pipeline("no_such_model")


NOTHING = [
    ("春眠不觉晓，处处闻啼鸟。\n夜来风雨声，花落知多少。\n", "a poem"),
    ("# README\n\nThis project reads files.\n", "English"),
    ("。\n", "a mark"),
    ("1\t大米\t县粮站\t5.20\n2\t面粉\t县粮站\t4.80\n3\t豆油\t县商场\t15.00\n", "a list of prices"),
]


@pytest.mark.parametrize(("text", "reason"), NOTHING)
def test_a_text_without_an_official_document(text: str, reason: str) -> None:
    with pytest.raises(SourceError, match="no official document"):
        Pipeline().extract(Source("a.txt", text, "", "text"))


def test_a_table_of_tasks_alone_is_an_official_document() -> None:
    text = "7\t建立共享目录。\t县数据局\t6月\n8\t完善标准。\t县教育局\t9月\n9\t建设平台。\t县发改局\t10月\n"
    (document,) = Pipeline().extract(Source("a.txt", text, "", "text"))
    assert [duty.agency for duty in document.duties] == ["县数据局", "县教育局", "县发改局"]


def test_a_head_that_lacks_something_is_kept_and_doubted() -> None:
    text = "各科室：\n因工作需要，调整分工。\n临溪县水利局\n2020年1月2日\n"
    (document,) = Pipeline().extract(Source("a.txt", text, "", "text"))
    assert document.issuers == ("临溪县水利局",)
    assert {doubt.why for doubt in document.doubts if doubt.kind == "head"} == {"no number", "no title"}


def test_the_page_title_is_proved_in_the_source() -> None:
    page = (
        "<html><head><title>关于同意供水的批复 - 临溪县人民政府网</title></head>"
        "<body><p>石门镇人民政府：</p><p>同意。</p><p>临溪县水利局</p><p>2013年9月9日</p></body></html>"
    )
    (document,) = Pipeline().extract(Source("a.html", page, "", "html"))
    assert document.title == "关于同意供水的批复"
    ((start, end),) = document.proofs["title"]
    assert page[start:end] == document.title


TOKENS = ["县财政局 负责", " a  b\n\n县\t", "一\u3000二 三 ", "", "   "]


@pytest.mark.parametrize("text", TOKENS)
def test_tokens_are_those_of_spacy(text: str) -> None:
    blank = spacy.blank("zh")
    assert [(token.text, token.whitespace_) for token in Characters(blank.vocab)(text)] == [
        (token.text, token.whitespace_) for token in blank.make_doc(text)
    ]
