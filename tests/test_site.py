"""The site: its file names, its marked texts, its search index, its folder; that the same graph gives the same bytes.

What its pages do in a browser: `tests/test_site_browser.py`.
"""

from __future__ import annotations

import html
import json
import re
import shutil
from collections import Counter
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from extractors.clean import clean
from extractors.sources import Source
from graph.cli.main import run
from graph.files import WriterLock
from graph.findings import KINDS, Finding, Place, find
from graph.site import Options, SiteError, search, write_site
from graph.site.folder import written
from graph.site.marks import Block, Mark, blocks
from graph.site.paths import page_of, picture_of, place, root_of
from graph.stores.read import tables_of
from graph.workspace import Workspace

EXAMPLES = Path(__file__).parents[1] / "examples"


# -- names of files

IDS = [
    "370306/发展和改革局",
    "临政发〔2018〕12号",
    "临政发(2018)12号",
    "CON",
    "con",
    "GB/T 30600-2014",
    "gb/t 30600-2014",
    'a<b>:"|?*\\..',
    "很" * 500,
    "",
]


def test_names_of_files_differ_by_more_than_case_and_suit_every_system() -> None:
    paths = [page_of(label, id_) for label in ("Agency", "Document", "Person", "LeadingGroup") for id_ in IDS]
    assert len({path.lower() for path in paths}) == len(paths)
    for path in paths:
        assert re.fullmatch(r"[a-z]+/[0-9a-f]{2}/[0-9a-f]{14}\.html", path)
    assert page_of("Agency", "甲局") == page_of("Agency", "甲局"), "made from what it is"
    assert page_of("Agency", "甲局", 2) == page_of("Agency", "甲局").replace(".html", "-2.html")
    assert root_of(page_of("Agency", "甲局")) == "../../"


# -- marked texts


def _said(made: list[Block]) -> list[list[str]]:
    """The pieces of each cell, each with its kinds, its link and its duties."""
    return [
        [
            f"{piece.text}|{','.join(piece.kinds)}|{piece.link.href if piece.link else ''}"
            f"|{','.join(map(str, piece.duties))}"
            for piece in cell
        ]
        for block in made
        for cell in block.cells
    ]


@pytest.mark.parametrize(
    ("text", "marks", "found"),
    [
        pytest.param("县财政局拨款。", [], [["县财政局拨款。|||"]], id="nothing marked: one piece"),
        pytest.param(
            "由县财政局拨款。",
            [Mark(1, 5, "Agency", "a.html")],
            [["由|||", "县财政局|Agency|a.html|", "拨款。|||"]],
            id="a name",
        ),
        pytest.param(
            "由县财政局拨款。",
            [Mark(0, 8, "duty", "#d-1", "", 1), Mark(1, 5, "Agency", "a.html")],
            [["由|duty||1", "县财政局|Agency,duty|a.html|1", "拨款。|duty||1"]],
            id="a name in a duty: the link of the duty is no link of its words",
        ),
        pytest.param(
            "甲乙丙丁戊",
            [Mark(0, 3, "duty", "#d-1", "", 1), Mark(2, 5, "duty", "#d-2", "", 2)],
            [["甲乙|duty||1", "丙|duty||1,2", "丁戊|duty||2"]],
            id="two duties that overlap, neither within the other",
        ),
        pytest.param(
            "甲县乙局办公室",
            [Mark(0, 4, "Agency", "b.html"), Mark(0, 7, "Agency", "o.html")],
            [["甲县乙局|Agency|b.html|", "办公室|Agency|o.html|"]],
            id="two names of which one holds the other: the shorter is linked where it stands",
        ),
        pytest.param(
            "《甲县办法》",
            [Mark(0, 6, "Document", "d.html"), Mark(1, 3, "Agency", "a.html")],
            [["《|Document|d.html|", "甲县|Agency,Document|d.html|", "办法》|Document|d.html|"]],
            id="a name in the title of a cited document goes to the document",
        ),
        pytest.param(
            "甲局\n乙局",
            [Mark(0, 5, "duty", "#d-1", "", 1)],
            [["甲局|duty||1"], ["乙局|duty||1"]],
            id="a duty over two paragraphs",
        ),
        pytest.param(
            "甲局负责\n乙局",
            [Mark(0, 4, "duty", "#d-1", "", 1)],
            [["甲局负责|duty||1"], ["乙局|||"]],
            id="what ends with its paragraph does not go on in the next",
        ),
        pytest.param(
            "任务\t甲局\t年底\n",
            [Mark(3, 5, "Agency", "a.html"), Mark(6, 8, "due")],
            [["任务|||"], ["甲局|Agency|a.html|"], ["年底|due||"]],
            id="a row of a table: its cells",
        ),
        pytest.param("甲局", [Mark(0, 0, "Agency", "a.html")], [["甲局|||"]], id="an empty place marks nothing"),
        pytest.param("甲局", [Mark(40, 42, "Agency", "a.html")], [["甲局|||"]], id="nor one outside of the text"),
        pytest.param("", [Mark(0, 1, "duty", "", "", 1)], [], id="an empty text"),
    ],
)
def test_places_cut_a_text(text: str, marks: list[Mark], found: list[list[str]]) -> None:
    made = blocks(clean(Source("t.txt", text, "")), marks, [])
    assert _said(made) == found


def test_pieces_tell_their_place_in_the_source() -> None:
    source = "<p>县　<b>财政局</b>牵头。</p><p>县水务局配合。</p>"
    start = source.index("财政局")
    end = source.index("牵头")
    made = blocks(clean(Source("t.html", source, "", "html")), [Mark(start, end, "Agency", "a.html")], [(start, end)])
    [link] = [piece for block in made for piece in block.cells[0] if piece.link]
    assert link.text == "财政局"
    assert source[link.at :].startswith("财政局"), "offsets are those of the source, tags and all"
    assert link.begins == ((start, end),)


# -- search


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("临溪县发展和改革局", "lxxfzhggj"),
        ("重庆市", "cqs"),  # 重 is zhong or chong: the phrase decides
        ("长安镇", "caz"),
        ("临政发〔2018〕12号", "lzf201812h"),  # figures stay, brackets go
        ("ABC公司", "abcgs"),
        ("", ""),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert search.initials(name) == letters


ITEMS = [
    search.Item("机关", "临溪县应急管理局", ("县应急局",), "临溪县", "a.html"),
    search.Item("机关", "临溪县水务局", (), "临溪县", "b.html"),
    search.Item("任务", "加强安全生产监督检查", (), "临溪县应急管理局", "d.html#p1-9", initials=False),
]


def _index(items: list[search.Item]) -> dict[str, object]:
    made: dict[str, object] = {}
    search.write(items, lambda name, data: made.update({name: data}))
    return made


@pytest.mark.parametrize(
    ("gram", "found"),
    [
        ("应急", [0]),
        ("临溪", [0, 1]),
        ("安全", [2]),  # a duty is found by pairs of characters
        ("yj", [0]),  # 应急 by its letters, of the name and of its form
        ("xy", [0]),  # 县应
        ("aq", []),  # but no duty
        ("局", [0, 1]),  # one character finds names
        ("查", []),
    ],
)
def test_the_index_finds(gram: str, found: list[int]) -> None:
    index = _index(ITEMS)
    words = index["words"]
    assert isinstance(words, dict)
    assert words["kinds"] == [("机关", 0), ("任务", 2)]
    part = index[f"grams/{search.part_of(gram, words['parts'])}"]
    assert isinstance(part, dict)
    steps = [int(step, 36) for step in part.get(gram, "").split()]
    assert [sum(steps[: at + 1]) for at in range(len(steps))] == found


def test_the_index_is_split() -> None:
    many = [
        search.Item("任务", f"第{number}项重点工作台账", (), "", "d.html", initials=False) for number in range(20_000)
    ]
    made = {name: len(search.script(name, data)[1]) for name, data in _index(many).items()}
    assert sum(made.values()) > 1_000_000
    assert max(made.values()) < 300_000, "no file grows with the corpus"
    assert made["words"] < 200


def test_a_part_is_a_script_that_holds_data_only() -> None:
    script = search.script("items/0", ["</script>", "\u2028", '");alert(1)//'])[1].decode()
    name, _, data = script.removeprefix("dutygraph(").removesuffix(");\n").partition(",")
    assert json.loads(name) == "items/0"
    assert json.loads(data) == ["</script>", "\u2028", '");alert(1)//']


# -- the folder


def _write(place: Path, **files: str) -> None:
    with written(place) as folder:
        for name, text in files.items():
            folder.write(f"{name}.html", text.encode())


def test_a_site_takes_the_place_of_a_site(tmp_path: Path) -> None:
    place = tmp_path / "site"
    _write(place, old="1")
    _write(place, new="2")
    assert sorted(path.name for path in place.iterdir()) == ["dutygraph-site.json", "new.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"], "nothing is left beside it"


@pytest.mark.parametrize(
    ("there", "why"),
    [
        ({"letter.docx": "x"}, "something else"),
        ({"dutygraph-site.json": "{}"}, "something else"),
        ({"dutygraph-site.json": '{"format":1,"entries":["dutygraph-site.json"]}', "notes.txt": "x"}, "notes.txt"),
    ],
)
def test_what_is_not_ours_stays(tmp_path: Path, there: dict[str, str], why: str) -> None:
    place = tmp_path / "site"
    place.mkdir()
    for name, text in there.items():
        (place / name).write_text(text)
    with pytest.raises(SiteError, match=why):
        _write(place, new="1")
    assert {path.name: path.read_text() for path in place.iterdir()} == there
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("x")
    with pytest.raises(SiteError, match="a file"):
        _write(tmp_path / "site", new="1")


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    _write(tmp_path / "site", new="1")
    assert (tmp_path / "site" / "new.html").exists()


def test_a_failure_leaves_the_old_site(tmp_path: Path) -> None:
    place = tmp_path / "site"
    _write(place, old="1")
    with pytest.raises(KeyboardInterrupt), written(place) as folder:
        folder.write("new.html", b"2")
        raise KeyboardInterrupt
    assert (place / "old.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_killed_writers_left_is_deleted_and_what_writers_hold_is_not(tmp_path: Path) -> None:
    dead, alive, other = (tmp_path / f".dutygraph-{name}.part" for name in ("dead", "alive", "other"))
    for folder in (dead, alive, other):
        folder.mkdir()
    (dead / ".lock").touch()
    held = WriterLock(alive / ".lock")
    held.acquire()
    _write(tmp_path / "site", new="1")
    assert not dead.exists()
    assert alive.exists()
    assert other.exists(), "not of a site"
    held.release()


def test_two_things_have_two_pages(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="one page"), written(tmp_path / "site") as folder:
        folder.write("a.html", b"1")
        folder.write("a.html", b"2")


# -- the whole


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the bundled examples."""
    folder = tmp_path_factory.mktemp("store") / "examples.db"
    assert run(["build", str(EXAMPLES), "--store", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def site(store: Path) -> Path:
    folder = store.parent / "site"
    with Workspace.open(store) as workspace:
        size = write_site(workspace.graph(), workspace, folder, Options("临溪县部门职责", date(2030, 1, 2)))
    assert size.texts == size.documents == 7
    return folder


_IN_DATA = re.compile(r'"((?:\.\./)*(?:agency|group|document|person)/[^"]+)"')
"""The addresses that scripts make links of."""


class _Links(HTMLParser):
    """The ids of a page, and where it links to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids[value or ""] += 1
            elif name in ("href", "src"):
                self.links.append(value or "")


def test_every_link_leads_somewhere(site: Path) -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    pages = {path: _Links(text) for path, text in texts.items()}
    for path, page in pages.items():
        page.links += _IN_DATA.findall(texts[path])
        assert page.ids.most_common(1)[0][1] == 1, f"{path}: one id twice"
        for link in page.links:
            target, _, anchor = link.partition("#")
            to = (path.parent / target.partition("?")[0]).resolve() if target.strip("?") and target[0] != "?" else path
            assert to.exists(), f"{path}: {link}"
            assert not anchor or anchor in pages[to].ids, f"{path}: {link}"


def test_a_finding_leads_to_the_words_on_both_sides(site: Path, store: Path) -> None:
    with Workspace.open(store) as workspace:
        found = find(tables_of(workspace.graph()), [name for name, kind in KINDS.items() if kind.shown])
    assert {len(_sides(one)) for one in found} == {1, 2}
    page = (site / "findings.html").read_text(encoding="utf-8")
    for one in found:
        row = page.partition(f"<td>{html.escape(one.reason)}</td>")[2].partition("</tr>")[0]
        hrefs = re.findall(r'class="proof" href="([^"#]+)#([^"]+)"', row)
        assert len(hrefs) == len(_sides(one)), one.reason
        for (target, anchor), side in zip(hrefs, _sides(one), strict=True):
            assert (target, anchor) == (page_of("Document", side.document), place(side.start, side.end))
            after = (site / target).read_text(encoding="utf-8").partition(f' id="{anchor}">')[2]
            assert _letters(after).startswith(_letters(side.quote)), one.reason


def _sides(one: Finding) -> list[Place]:
    return [one.here, one.there] if one.there else [one.here]


def _letters(marked: str) -> str:
    """The letters of a piece of a page: without its tags, the numbers of its duties and white space."""
    return re.sub(r"\s", "", html.unescape(re.sub(r'<a class="ref"[^>]*>\d+</a>|<[^>]+>', "", marked)))


def test_the_weightiest_have_a_picture(site: Path) -> None:
    pictures = {path.name for path in (site / "network").iterdir()}
    for label, id_ in (("Agency", "临溪县/应急管理局"), ("Document", "临政发〔2020〕6号")):
        page = (site / page_of(label, id_)).read_text(encoding="utf-8")
        assert f'href="../../{picture_of(label, id_)}"' in page
        assert Path(picture_of(label, id_)).name in pictures
    cited = page_of("Document", "东政办发〔2018〕22号")
    assert "关系图" not in (site / cited).read_text(encoding="utf-8"), "a law that is only cited has none"
    sizes = {path.suffix: path.stat().st_size for path in (site / "network").iterdir()}
    assert max(sizes.values()) < 200_000, "what draws them is beside them, once"


def test_the_same_graph_gives_the_same_bytes(site: Path, store: Path) -> None:
    again = store.parent / "again"
    with Workspace.open(store) as workspace:
        write_site(workspace.graph(), workspace, again, Options("临溪县部门职责", date(2030, 1, 2)))
    files = [path.relative_to(site) for path in site.rglob("*") if path.is_file()]
    assert files
    assert sorted(files) == sorted(path.relative_to(again) for path in again.rglob("*") if path.is_file())
    assert [file for file in files if (site / file).read_bytes() != (again / file).read_bytes()] == []
    shutil.rmtree(again)


def test_a_text_is_whole(site: Path, store: Path) -> None:
    """The pieces of a document are its text, in order, and each stands where it says."""
    with Workspace.open(store) as workspace:
        for document in workspace.documents():
            text = workspace.text(document)
            page = (site / page_of("Document", document.number or "")).read_text(encoding="utf-8")
            paper = page.partition('<div class="paper">')[2].partition("</section>")[0]
            pieces = re.findall(r'data-at="(\d+)"[^>]*>([^<]+)<', paper)
            assert pieces, document.number
            places = [int(at) for at, _ in pieces]
            assert all(before < after for before, after in pairwise(places))
            for at, words in pieces:
                first = html.unescape(words)[0]
                assert text[int(at)] == first or (text[int(at)].isspace() and first.isspace())
            shown = re.sub(r"\s", "", "".join(words for _, words in pieces))
            whole = re.sub(r"[\s#>*|\-]", "", text[document.start : document.end])
            assert len(shown) > len(whole) * 0.97, document.number
            for duty in document.duties:
                assert f'id="{place(duty.text_start, duty.text_end)}"' in page


def test_a_text_may_begin_with_a_table(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text("任务,责任单位\n制定河道保洁标准,临溪县水利局\n", encoding="utf-8")
    assert run(["build", str(tmp_path / "table.csv"), "--store", str(tmp_path / "store")]) == 0
    with Workspace.open(tmp_path / "store") as workspace:
        write_site(workspace.graph(), workspace, tmp_path / "site", Options())
    [page] = (tmp_path / "site" / "document").rglob("*.html")
    paper = page.read_text(encoding="utf-8").partition('<div class="paper">')[2].partition("</section>")[0]
    assert paper.count("<table") == paper.count("</table>") == 1
    assert paper.count("<tr>") == 2


def test_without_texts_the_pages_say_so(store: Path, tmp_path: Path) -> None:
    with Workspace.open(store) as workspace:
        size = write_site(workspace.graph(), None, tmp_path / "site", Options())
    assert (size.texts, size.documents) == (0, 7)
    page = (tmp_path / "site" / page_of("Document", "临政发〔2018〕12号")).read_text(encoding="utf-8")
    assert "原文不在手边" in page
    assert "<blockquote>" in page, "the words that prove a duty are there"
    assert 'class="paper"' not in page
    for path in (tmp_path / "site").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"#p\d", text), "no link to a place in a text"
