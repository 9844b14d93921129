"""Search: what is found, and in which order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.search import search
from graph.stores import StoreError
from graph.stores.arcade import ArcadeStore
from graph.tables import Node, Tables


def county() -> Tables:
    tables = Tables()
    for label, id_, properties in (
        ("Agency", "应急局", {"name": "临溪县应急管理局", "names": ["县应急局", "临溪县应急管理局"]}),
        ("Agency", "应急办", {"name": "石门镇应急管理办公室", "names": ["镇应急办"]}),
        ("LeadingGroup", "安委会", {"name": "临溪县安全生产委员会"}),
        ("Document", "12号", {"name": "关于加强安全生产工作的意见", "number": "临政发〔2018〕12号"}),
        ("Document", "112号", {"name": "关于防汛工作的通知", "number": "临政发〔2018〕112号"}),
        ("Person", "岑小满", {"name": "岑小满", "posts": ["县应急局局长"]}),
        ("Post", "局长", {"name": "临溪县应急管理局局长", "names": ["县应急局局长"]}),
        ("Licence", "许可", {"name": "烟花爆竹经营许可"}),
        ("Duty", "长", {"name": "检", "text": "由县应急局牵头，开展安全生产检查，" + "督促企业整改隐患，" * 20}),
        ("Duty", "短", {"name": "检", "text": "开展安全生产检查"}),
        ("Duty", "CNG", {"name": "检", "text": "检查CNG加气站"}),
    ):
        tables.add_node(Node(label, id_, dict(properties)))
    return tables


ROWS = [
    # (words, ids of what is found, the best first, the reason the row is there)
    ("安全生产", ["安委会", "12号", "短", "长"], "names before texts, short texts before long ones"),
    ("应急", ["应急局", "应急办", "局长", "岑小满", "长"], "a form in which a body is written counts like its name"),
    ("安全生产 检查", ["短", "长"], "all words must be there"),
    ("检查，安全生产！", ["短", "长"], "marks only separate"),
    ("临政发[2018]12号", ["12号", "112号"], "brackets of any kind; the shorter number first"),
    ("１２号", ["12号", "112号"], "full-width digits"),
    ("cng", ["CNG"], "letters of either case, and no Chinese for the index"),
    ("CNG加气站", ["CNG"], "letters beside Chinese"),
    ("岑", ["岑小满"], "one character, which the index does not hold"),
    ("烟花爆竹", ["许可"], "a licence"),
    ("生产安全", [], "the same characters in another order"),
    ('"安全" OR *', [], "no query language: OR is a word"),
    ("全生产检", ["短", "长"], "a part that is no word"),
]


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArcadeStore]:
    with ArcadeStore(tmp_path_factory.mktemp("search") / "graph") as store:
        store.write(county())
        yield store


@pytest.mark.parametrize(("words", "ids", "why"), ROWS, ids=[row[-1] for row in ROWS])
def test_what_is_found(embedded: ArcadeStore, words: str, ids: list[str], why: str) -> None:
    assert [hit.id for hit in search(embedded, words)] == ids


def test_where_the_words_stand(embedded: ArcadeStore) -> None:
    best = search(embedded, "镇应急办", 1)[0]
    assert (best.label, best.name, best.property, best.excerpt) == (
        "Agency",
        "石门镇应急管理办公室",
        "names",
        "镇应急办",
    )
    assert (
        search(embedded, "督促")[0].excerpt
        == "由县应急局牵头，开展安全生产检查，督促企业整改隐患，督促企业整改隐患，督促企业整改隐患，督促企…"
    )
    assert len(search(embedded, "县", 2)) == 2


def test_nothing_to_search_for(embedded: ArcadeStore) -> None:
    with pytest.raises(StoreError, match="no word"):
        search(embedded, " 。、")
