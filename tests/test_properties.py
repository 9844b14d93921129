"""What must hold for any text, however odd: nothing raises, places stay in the text, ids stay the same."""

from __future__ import annotations

import datetime
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.clean import clean
from extractors.due import Dates, due
from extractors.facts import decode, encode
from extractors.pipeline import Pipeline
from extractors.sources import Kind, Source, SourceError
from graph.identity import Context, body, group, posts

ANY = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
NAMES = "县 区 市 省 国家 临溪县 石门镇 公安局 应急管理局 领导小组 办公室 委员会 人民政府 各 有关部门 王 旭"
ROLES = "牵头 配合 负责 由 责任单位： 组 长 副组长： 成员 撤销 更名为 划转至 关于 通知"
NUMBERS = "〔2017〕 12号 一、 （一） 1. 第一条 2017年 12月 31日 每月 前 〇 十"
MARKS = ["\n", "\t", "\r\n", "\u3000", " ", *"（）、和及《》。；，|-#", "<td>", "&nbsp;"]
WORDS = st.lists(st.sampled_from([*f"{NAMES} {ROLES} {NUMBERS}".split(), *MARKS]), max_size=60).map("".join)
TIMES = st.text(
    "0123456789年月日底前旬上中下每第一二三四五十两周季度个内至到—-./ 今明后次本当长期印发施行起", max_size=20
)
KINDS = st.sampled_from(get_args(Kind))


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


@ANY
@given(st.lists(TIMES, min_size=2, max_size=2), st.dates(), st.dates())
def test_any_deadline_is_dated_or_not(words: list[str], date: datetime.date, in_force: datetime.date) -> None:
    told = due(words[0], Dates(date.isoformat(), in_force.isoformat()), words[1])
    assert bool(told.interval or told.recurrence) != bool(told.why)
    for day in (told.interval or "../..").split("/"):
        assert day == ".." or datetime.date.fromisoformat(day)


@ANY
@given(st.text(max_size=30) | WORDS)
def test_any_name_has_one_id(name: str) -> None:
    context = Context("临政发〔2019〕5号")
    assert body(name, context).id == body(f" {name}\n", context).id
    assert group(name, context).id == group(name, context).id
    assert len(posts((name,), context)) == 1


@ANY
@given(WORDS | st.text(max_size=200), KINDS)
def test_clean_text_points_into_its_source(text: str, kind: Kind) -> None:
    cleaned = clean(Source(f"a.{kind}", text, "", kind))
    assert len(cleaned.text) == len(cleaned.offsets)
    assert all(0 <= at < max(len(text), 1) for at in cleaned.offsets)
    assert list(cleaned.offsets) == sorted(cleaned.offsets)


@settings(ANY, max_examples=100)
@given(WORDS, KINDS)
def test_any_text_is_read_and_every_place_is_in_it(pipeline: Pipeline, text: str, kind: Kind) -> None:
    try:
        documents = pipeline.extract(Source(f"a.{kind}", text, "", kind))
    except SourceError:
        return
    for document in documents:
        assert decode(encode(document)) == document
        facts = [*document.citations, *document.groups, *document.people, *document.duties, *document.changes]
        assert all(0 <= fact.start <= fact.end <= len(text) for fact in facts)
