"""The time of extraction grows as the text does: texts that a rule could read again and again, in growing sizes."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from extractors.pipeline import Pipeline
from extractors.sources import Source, SourceError

TIMES, MOST = 4, 2.2
"""How often the small text stands in the large one, and how much worse than linear the time may be."""

_HAN = str.maketrans("0123456789", "零一二三四五六七八九")
_NUMBERS = [str(i * 7919 % 100003) for i in range(10000)]


def _nested(n: int) -> str:
    return "（" * (n // 2) + "县公安局牵头" + "）" * (n // 2)


def _bytes(n: int) -> str:
    return random.Random(n).randbytes(n).decode("gb18030", "replace")  # noqa: S311


def _repeated(unit: str) -> Callable[[int], str]:
    return lambda n: unit * (n // len(unit))


def _numbered(unit: str) -> Callable[[int], str]:
    """The unit again and again, each time with another number: {0} in figures, {1} in Chinese."""
    return lambda n: "".join(unit.format(x, x.translate(_HAN)) for x in _NUMBERS[: n // len(unit)])


TEXTS: list[tuple[Callable[[int], str], int, str]] = [
    (_repeated("a"), 80000, "one letter: spaCy copies the rest of the text for each token"),
    (_repeated("局"), 20000, "the end of a name, and nothing else"),
    (_repeated("临政发〔2017〕62号"), 20000, "numbers of documents on one line"),
    (_repeated("临政发〔2017〕62号\n"), 10000, "numbers of documents, a line each"),
    (
        lambda n: "县公安局负责。\n" + _repeated("（责任单位：县公安局）")(n),
        4000,
        "brackets on one line: each looked for the ordinals before it",
    ),
    (_repeated("加强道路管理。（责任单位：县公安局）"), 4000, "tasks with brackets on one line"),
    (_repeated("责任单位：县公安局\n"), 4000, "labels without a task: each looked over all labels above it"),
    (
        _repeated("县公安局主要职责：\n1.负责管理道路。\n"),
        4000,
        "heads without a number: each took the lists of all others",
    ),
    (_repeated("一、加强管理\n县公安局：\n县局要落实\n"), 4000, "lines of no number in a list: each looked to its end"),
    (_repeated("各镇要加强管理，县公安局负责落实，县财政局牵头，县住建局配合。"), 4000, "sentences on one line"),
    (_repeated("县水利局要开展检查，"), 10000, "one sentence of many subjects: each looked back over all of it"),
    (
        lambda n: f"县水利局会同{_repeated('县住建局和')(n)}开展巡查。",
        4000,
        "a list behind 会同: each 和 looked at all of it",
    ),
    (_repeated("由县林业和草原局会同县发展和改革局、县卫生和计划生育局"), 2000, "会同 behind 会同, with 和 in names"),
    (_numbered("《第{}号条例》、"), 8000, "texts that are cited: each was compared with all"),
    (_numbered("附件{}：县水利局责任分工表；"), 8000, "items of attachments: each looked at all the rest"),
    (_repeated("县公安局牵头，县财政局配合，"), 20000, "one task of many: it was made longer for each"),
    (_repeated("会议由县长主持，县公安局参加，"), 20000, "the same of many sentences in one"),
    (
        _repeated("《水利办法》（青政发〔2016〕8号，经青政发〔2018〕9号修正）"),
        20000,
        "numbers: each looked for the titles around",
    ),
    (_repeated("由县公安局参加"), 10000, "one task of many bodies: its words were cleaned for each"),
    (_repeated("《水利管理办法》、"), 10000, "many titles: each looked for all abbreviations of the text"),
    (
        _numbered("成立第{}工作领导小组，由副县长张三任组长，办公室设在县水利局，由李四兼任办公室主任。"),
        8000,
        "groups with an office: each name was held to all groups, each office to all people",
    ),
    (
        _numbered("\n第{1}防汛工作领导小组\n组　长：王　旭　副县长\n第{1}防汛救灾领导小组负责统筹。\n"),
        6000,
        "rosters under names that other names spell freely: each was held to all",
    ),
    (
        _numbered("成立{1}防汛领导小组（以下简称{1}组），由副县长张三任组长，{1}组负责防汛。"),
        6000,
        "short names of a group: one pattern of them all was tried at each place",
    ),
    (_numbered("县第{1}局要加强管理。"), 10000, "bodies of one paragraph: each was held to all"),
    (_repeated("."), 8000, "leaders of a table of contents: each looked for the number of the page"),
    (_nested, 20000, "nested brackets"),
    (_bytes, 20000, "random bytes"),
]


@pytest.mark.parametrize(("text_of", "size", "reason"), TEXTS)
def test_the_time_grows_as_the_text_does(text_of: Callable[[int], str], size: int, reason: str) -> None:
    pipeline = Pipeline()
    small, large = (min(_seconds(pipeline, text_of(n)) for _ in range(2)) for n in (size, TIMES * size))
    assert large <= MOST * TIMES * max(small, 0.05), reason


def _seconds(pipeline: Pipeline, text: str) -> float:
    """The seconds of the processor, so that other programs count little."""
    start = time.process_time()
    with suppress(SourceError):
        pipeline.extract(Source("a.txt", text, "", "text"))
    return time.process_time() - start
