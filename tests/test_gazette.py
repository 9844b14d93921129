"""One text -> its documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.gazette import split
from extractors.pipeline import Pipeline
from extractors.sources import Source, read

COVER = "青川市人民政府\n公 报\n2019年\n第 3 期\n"
FIRST = (
    "青川市人民政府\n关于加强防汛工作的通知\n青政发〔2019〕3号\n各县人民政府：\n要做好防汛。\n"
    "青川市人民政府\n2019年5月6日\n"
)
SECOND = "青川市人民政府办公室\n关于印发青川市供水\n方案的通知\n青政办发〔2019〕8号\n各县人民政府：\n现印发给你们。\n"
CITING = "青川市人民政府\n关于贯彻江政发〔2018〕9号文件精神的意见\n青政发〔2019〕4号\n各县人民政府：\n要贯彻。\n"
UNNUMBERED = "青川市人民政府\n关于李明同志任职的通知\n各县人民政府：\n决定任命。\n"
NUMBER_FIRST = "青政发〔2019〕5号\n青川市人民政府\n关于表彰先进的决定\n各县人民政府：\n决定表彰。\n"
CONTENTS = "目 录\n青川市人民政府关于李明同志任职的通知·····\t9\n青川市人民政府关于加强防汛工作的通知 ······ 12\n"

SPLITS = [
    (COVER + FIRST + SECOND, [FIRST, SECOND], "two notices"),
    (COVER + FIRST + CITING, [FIRST, CITING], "a title that cites a number is not cut there"),
    (COVER + FIRST + NUMBER_FIRST, [FIRST, NUMBER_FIRST], "a number over the title"),
    (COVER + CONTENTS + FIRST + UNNUMBERED, [FIRST, UNNUMBERED], "a document without a number, by the contents"),
    (FIRST + "附件\n任务分工表\n根据青政发〔2018〕1号文件\n", [], "one document is whole"),
    (
        COVER + FIRST + "QCDR—2019—002\n" + SECOND,
        [FIRST, "QCDR—2019—002\n" + SECOND],
        "a code of registration over the title",
    ),
]


@pytest.mark.parametrize(("text", "documents", "reason"), SPLITS)
def test_split(text: str, documents: list[str], reason: str) -> None:
    spans, gazette = split(text)
    assert [text[a:b] for a, b in spans] == (documents or [text]), reason
    if documents:
        assert gazette is not None
        assert (gazette.title, gazette.issue, gazette.year) == ("青川市人民政府公报", "3", 2019), reason


def test_each_document_has_its_own_head_and_place() -> None:
    text = (COVER + FIRST + CITING).replace("\n", "\r\n")
    documents = Pipeline().extract(Source("g.txt", text, "", "text"))
    assert [document.number for document in documents] == ["青政发〔2019〕3号", "青政发〔2019〕4号"]
    assert documents[1].title == "青川市人民政府关于贯彻江政发〔2018〕9号文件精神的意见"
    for document in documents:
        assert text[document.start : document.end].startswith("青川市人民政府\r\n关于")
        (number,) = document.proofs["number"]
        assert text[slice(*number)] == document.number


GAZETTE = Path(__file__).parents[2] / "shared" / "gazette" / "zhoucun-2017-06.txt"


@pytest.mark.skipif(not GAZETTE.exists(), reason="the real gazette lies outside the project")
def test_the_real_gazette_has_all_its_documents() -> None:
    documents = Pipeline(exclude=("groups", "people", "duties", "deadlines", "changes")).extract(read(GAZETTE))
    assert len(documents) == 22
    for document in documents:
        assert document.number, document.title
        assert document.title, document.number
        assert document.date, document.number
        assert document.addressees, document.number
        assert document.issuers, document.number
