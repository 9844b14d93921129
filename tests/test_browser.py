"""Views in a real browser: that they draw, ask no network for anything, let no text become code, and can be used."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import HOSTILE, chromium
from playwright.sync_api import Browser, Page, expect
from test_views import tables

from graph.cli.main import run
from graph.stores.arcade import ArcadeStore
from graph.tables import Node, Relationship, Tables
from graph.views import citations, matrix, network
from graph.views.evidence import Evidence
from graph.views.owned import Scope

__all__ = ["chromium"]

EXAMPLES = Path(__file__).parents[1] / "examples"
SHOTS = Path(__file__).parents[1] / "screenshots"
"""Where pictures of the pages are kept to be looked at (not in git)."""

NETWORKS = ("agency", "document", "group", "citations")
VIEWS: dict[str, tuple[str, ...]] = {
    "agency": ("县应急局",),
    "document": ("临政发〔2020〕6号",),
    "group": ("临溪县老旧小区改造领导小组",),
    "citations": (),
    "matrix": (),
    "calendar": ("--today", "2019-06-01"),
    "changes": (),
    "overview": (),
}
HEADINGS = {
    "agency": "临溪县应急管理局：职责与关系",
    "document": "临溪县人民政府关于推进应急管理体系和能力建设的实施意见",
    "group": "临溪县老旧小区改造领导小组：组成与职责",
    "citations": "文件引用关系",
    "matrix": "职责分工矩阵",
    "calendar": "任务时限日历",
    "changes": "机构变动",
    "overview": "总览",
}

FIRST_PAINT = """() => new Promise((told) => new PerformanceObserver((list) => {
  for (const entry of list.getEntriesByName("first-contentful-paint")) told(entry.startTime);
}).observe({ type: "paint", buffered: true }))"""
"""Milliseconds from the opening to the first paint; it may come after the page is loaded."""


class Watched:
    """A page whose requests, console errors and dialogs are kept."""

    def __init__(self, browser: Browser, file: Path, width: int = 1440, scheme: str = "light") -> None:
        self.asked: list[str] = []
        self.errors: list[str] = []
        self.dialogs: list[str] = []
        self.page: Page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        self.page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))
        self.page.goto(file.as_uri())

    def words(self, selector: str) -> str:
        return re.sub(r"\s+", "", self.page.inner_text(selector))


def drawn(folder: Path, store: str) -> Path:
    """A page of each kind in the folder, drawn by the command line."""
    for what, more in VIEWS.items():
        assert run(["view", what, *more, "--store", store, "-o", str(folder / f"{what}.html")]) == 0
    return folder


@pytest.fixture(scope="module")
def views(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The views of the bundled examples."""
    folder = tmp_path_factory.mktemp("views")
    store = str(folder / "store")
    assert run(["build", str(EXAMPLES), "--store", store]) == 0
    return drawn(folder, store)


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1440, "dark"), (390, "light")])
@pytest.mark.parametrize("what", VIEWS)
def test_a_page_draws_and_asks_no_network(chromium: Browser, views: Path, what: str, width: int, scheme: str) -> None:
    seen = Watched(chromium, views / f"{what}.html", width, scheme)
    seen.page.wait_for_load_state("load")
    assert seen.asked == [(views / f"{what}.html").as_uri()], "the page alone, nothing beside it"
    assert seen.errors == []
    assert seen.page.inner_text("h1") == HEADINGS[what]
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width, "nothing stands outside the window"
    assert "建库日期" in seen.words("footer")
    SHOTS.mkdir(exist_ok=True)
    seen.page.screenshot(path=SHOTS / f"{what}-{width}-{scheme}.png")
    seen.page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("what", VIEWS)
def test_a_page_is_accessible(chromium: Browser, views: Path, what: str, scheme: str) -> None:
    seen = Watched(chromium, views / f"{what}.html", scheme=scheme)
    if what == "matrix":
        seen.page.locator(".cell").first.click()
    # axe is put into the page by the test, which the page's policy would forbid to anyone else.
    faults = Axe().run(seen.page).response["violations"]
    grave = [
        (fault["id"], [node["html"][:200] for node in fault["nodes"][:3]])
        for fault in faults
        if fault["impact"] in ("serious", "critical")
    ]
    assert grave == []
    seen.page.close()


# -- networks


@pytest.mark.parametrize("what", NETWORKS)
def test_a_network_is_drawn(chromium: Browser, views: Path, what: str) -> None:
    seen = Watched(chromium, views / f"{what}.html")
    filled = seen.page.evaluate(
        """() => {
            const canvas = document.querySelector('#network canvas');
            const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
            return pixels.some(value => value !== 0);
        }"""
    )
    assert filled, "the canvas is not empty"
    seen.page.close()


def middle_of(seen: Watched, key: str) -> tuple[float, float]:
    """Where a dot stands in the window."""
    box = seen.page.locator("#network canvas").bounding_box()
    assert box is not None
    at = seen.page.evaluate("(key) => network.canvasToDOM(network.getPosition(key))", key)
    return box["x"] + at["x"], box["y"] + at["y"]


def test_a_click_on_a_line_shows_role_sentence_file_and_line(chromium: Browser, views: Path) -> None:
    seen = Watched(chromium, views / "agency.html")
    data = seen.page.evaluate("() => ({edges: picture.edges, lines: picture.details.lines})")
    edge = next(edge for edge in data["edges"] if data["lines"][edge["id"]]["role"] == "lead")
    ends = [middle_of(seen, edge[end]) for end in ("from", "to")]
    seen.page.mouse.click(*((ends[0][at] + ends[1][at]) / 2 for at in (0, 1)))
    words = seen.words("#words")
    assert "牵头" in words
    assert "临溪县应急管理局→" in words
    assert re.search(r"examples/\d\d-.+\.txt:\d+", words)
    assert seen.page.locator("#words mark").first.inner_text() != ""
    seen.page.close()


def test_the_list_works_by_keyboard_and_shows_what_was_quiet(chromium: Browser, views: Path) -> None:
    seen = Watched(chromium, views / "agency.html")
    hidden = "edges.get().filter((edge) => edge.hidden).length"
    before = seen.page.evaluate(hidden)
    item = seen.page.locator(".item", has_text="建立")
    first = item.first if item.count() else seen.page.locator(".item").first
    first.focus()
    seen.page.keyboard.press("Enter")
    assert first.get_attribute("aria-current") is not None
    assert re.search(r"examples/\d\d-.+\.txt:\d+", seen.words("#words"))
    assert seen.page.evaluate(hidden) < before
    seen.page.fill("#find", "没有这样的名称")
    assert seen.page.locator(".item:visible").count() == 0
    seen.page.close()


# -- the matrix


def test_a_click_on_a_cell_shows_the_sentence(chromium: Browser, views: Path) -> None:
    seen = Watched(chromium, views / "matrix.html")
    cell = seen.page.locator(".cell", has_text="牵头").first
    body = (cell.get_attribute("aria-label") or "").split("：")[0]
    cell.click()
    assert seen.page.inner_text("#said h2") == body
    assert "牵头" in seen.words("#said .owners")
    assert re.search(r"examples/\d\d-.+\.txt:\d+", seen.words("#said"))
    assert seen.page.locator("#said mark").inner_text() != ""
    seen.page.close()


def test_the_matrix_works_by_keyboard(chromium: Browser, views: Path) -> None:
    seen = Watched(chromium, views / "matrix.html")
    seen.page.focus("#grid")
    seen.page.keyboard.press("Control+ArrowRight")  # to the first filled cell
    assert seen.page.locator("#active").get_attribute("role") == "gridcell"
    assert "无" not in (seen.page.locator("#active").get_attribute("aria-label") or "")
    seen.page.keyboard.press("Enter")
    assert seen.page.locator("#proof").is_visible()
    assert seen.page.evaluate("document.activeElement.id") == "said"
    seen.page.keyboard.press("Escape")
    assert not seen.page.locator("#proof").is_visible()
    assert seen.page.evaluate("document.activeElement.id") == "grid"
    seen.page.keyboard.press("Control+End")
    assert seen.page.locator("#active").is_visible(), "the grid scrolls to where one goes"
    seen.page.close()


def test_the_matrix_is_narrowed_and_sorted(chromium: Browser, views: Path) -> None:
    seen = Watched(chromium, views / "matrix.html")
    data = json.loads(seen.page.inner_text("#data", timeout=5000) or seen.page.text_content("#data") or "")
    led = sum(any(owner[1] == 0 for owner in task[9]) for task in data["tasks"])
    seen.page.select_option("#role", "0")
    assert f"显示{led}项任务" in seen.words("#count")
    seen.page.click("button[type=reset]")
    seen.page.fill("#words", "应急 县")
    expect(seen.page.locator("#count")).not_to_contain_text(f"{len(data['tasks'])} 项")
    assert 0 < seen.page.evaluate("rows.length") < len(data["tasks"])
    seen.page.fill("#words", "没有这样的词语")
    seen.page.wait_for_selector(".nothing")
    seen.page.click("button[type=reset]")
    seen.page.wait_for_selector(".cell")
    name = seen.page.locator(".column").nth(3).get_attribute("title") or ""
    seen.page.locator(".column").nth(3).click()
    assert f"按{name}排序" in seen.page.inner_text("#count")
    assert seen.page.locator(".column[aria-sort=ascending]").get_attribute("title") == name
    first = seen.page.evaluate("rows.map((row) => weight(row, columns[3]))")
    assert first == sorted(first), "lead, responsible, support, none"
    seen.page.select_option("#by", "document")
    assert f"{len(data['documents'])}件文件" in seen.words("#count")
    seen.page.close()


def test_the_heads_of_the_matrix_stay_in_place(chromium: Browser, views: Path) -> None:
    seen = Watched(chromium, views / "matrix.html")
    before = [seen.page.locator(of).first.bounding_box() for of in (".corner", "#head")]
    seen.page.evaluate("document.querySelector('#grid').scrollTo(400, 500)")
    seen.page.wait_for_timeout(100)
    after = [seen.page.locator(of).first.bounding_box() for of in (".corner", "#head")]
    assert before[0] == after[0], "the corner"
    assert before[1]["y"] == after[1]["y"], "the heads of the columns"
    tasks = seen.page.locator(".task").first.bounding_box()
    assert tasks is not None
    assert tasks["x"] == 0, "the tasks"
    seen.page.close()


@pytest.mark.parametrize("what", VIEWS)
def test_paper_is_light(chromium: Browser, views: Path, what: str) -> None:
    seen = Watched(chromium, views / f"{what}.html", scheme="dark")
    seen.page.emulate_media(media="print", color_scheme="dark")
    ground = seen.page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    ink = seen.page.evaluate("getComputedStyle(document.body).color")
    assert (ground, ink) == ("rgb(255, 255, 255)", "rgb(0, 0, 0)")
    if what in NETWORKS:
        letters = "picture.nodes.map((node) => nodes.get(node.id).font.color)[0]"
        seen.page.wait_for_function(f"['#1f2933', '#55616d'].includes({letters})")  # those of the light
    seen.page.close()


def test_what_is_printed_is_the_table_of_duties(chromium: Browser, views: Path) -> None:
    seen = Watched(chromium, views / "matrix.html")
    seen.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    seen.page.emulate_media(media="print")
    assert seen.words("#paper thead") == "序号任务牵头责任配合时限文件与出处"
    assert seen.page.locator("#paper tbody tr").count() == seen.page.evaluate("data.tasks.length")
    assert not seen.page.locator("#grid").is_visible()
    seen.page.close()


def many(duties: int, bodies: int) -> Tables:
    """Duties of many bodies, four each."""
    made = Tables()
    for number in range(bodies):
        made.add_node(Node("Agency", f"a{number}", {"name": f"临溪县第{number}局"}))
    made.add_node(Node("Document", "d", {"name": "意见", "in_corpus": True, "text_sha256": "d", "source": "d.txt"}))
    text = "健全工作机制，落实主体责任，加强监督检查，完善考核办法，确保各项措施落到实处、取得实效。"
    for number in range(duties):
        place = {"document": "d", "start": number, "end": number + 1, "quote": f"{number}{text}"}
        place |= {"confidence": 1.0, "rule": "bracket"}
        made.add_node(Node("Duty", f"t{number}", {"name": text, "text": f"{number}{text}", **place}))
        for at, role in enumerate(("lead", "responsible", "support", "support")):
            body = f"a{(number * 7 + at * 13) % bodies}"
            ends = ("Agency", body, "Duty", f"t{number}")
            more = {**place, "role": role, "as_written": "某局"}
            made.add_relationship(Relationship("OWNS", f"o{number}-{at}", *ends, more))
    return made


def test_five_thousand_duties_are_quick(chromium: Browser, tmp_path: Path) -> None:
    file = tmp_path / "matrix.html"
    with ArcadeStore(tmp_path / "store") as store:
        store.write(many(5000, 400))
        file.write_text(matrix.page(store, Evidence(store, None), Scope(), 5000, None), encoding="utf-8")
    seen = Watched(chromium, file)
    seen.page.wait_for_selector(".cell")
    paint = seen.page.evaluate(FIRST_PAINT)
    assert paint < 3000, "a second on a machine that does nothing else"
    assert seen.page.locator(".cell").count() < 1000, "only what is in the window is drawn"
    start = time.perf_counter()
    for step in range(10):
        seen.page.evaluate(f"document.querySelector('#grid').scrollTo({step * 500}, {step * 20000}); draw()")
    assert time.perf_counter() - start < 3, "ten leaps"
    seen.page.fill("#words", "4999")
    expect(seen.page.locator("#count")).to_contain_text("显示 1 项任务")
    seen.page.close()


@pytest.mark.parametrize("what", ["matrix", "citations"])
def test_an_empty_graph_is_told_and_accessible(chromium: Browser, tmp_path: Path, what: str) -> None:
    with ArcadeStore(tmp_path / "store") as store:
        store.write(Tables())
        evidence = Evidence(store, None)
        page = matrix.page(store, evidence, Scope(), 10, None)
        if what == "citations":
            page = network.page(citations.picture(store, evidence, 10), None)
    (tmp_path / "empty.html").write_text(page, encoding="utf-8")
    seen = Watched(chromium, tmp_path / "empty.html")
    faults = Axe().run(seen.page).response["violations"]
    assert [fault["id"] for fault in faults if fault["impact"] in ("serious", "critical")] == []
    assert "没有" in seen.words("main")
    seen.page.close()


# -- the others


def test_the_calendar_is_narrowed(chromium: Browser, views: Path) -> None:
    seen = Watched(chromium, views / "calendar.html")
    there = seen.page.locator(".dues > li:visible").count()
    seen.page.fill("#find", "搬迁改造")
    expect(seen.page.locator("#count")).not_to_be_empty()
    assert 0 < seen.page.locator(".dues > li:visible").count() < there
    seen.page.locator(".dues > li:visible summary").first.click()
    assert re.search(r"examples/\d\d-.+\.txt:\d+", seen.words(".dues > li:not([hidden]) figcaption"))
    seen.page.close()


@pytest.mark.parametrize("what", ["changes", "overview"])
def test_a_line_opens_its_sentence(chromium: Browser, views: Path, what: str) -> None:
    seen = Watched(chromium, views / f"{what}.html")
    summary = seen.page.locator("main summary").first
    summary.focus()
    seen.page.keyboard.press("Enter")
    assert re.search(r"examples/\d\d-.+\.txt:\d+", seen.words("details[open] figcaption"))
    seen.page.close()


# -- hostile texts


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The views of a graph in which every text tries to become code."""
    folder = tmp_path_factory.mktemp("hostile")
    made = tables()
    at = 0
    for thing in (*made.nodes.values(), *made.relationships.values()):
        for name in ("name", "title", "text", "quote", "basis", "as_written", "deadline", "number", "source"):
            if isinstance(thing.properties.get(name), str):
                thing.properties[name] = HOSTILE[at % len(HOSTILE)] + (" ".join(HOSTILE) if name == "text" else "")
                at += 1
    store = folder / "store"
    assert run(["build", str(EXAMPLES / "06-取消一批县级行政许可事项的通知.txt"), "--store", str(store)]) == 0
    with ArcadeStore(store / "graph") as opened:
        opened.write(made)
    for what, more in VIEWS.items():
        ids = {"agency": ("a1",), "document": ("d1",), "group": ("g1",)}
        named = ids.get(what, more)
        assert run(["view", what, *named, "--store", str(store), "-o", str(folder / f"{what}.html")]) == 0
    return folder


@pytest.mark.parametrize("what", VIEWS)
def test_a_text_stays_a_text(chromium: Browser, hostile: Path, what: str) -> None:
    seen = Watched(chromium, hostile / f"{what}.html")
    for selector in (".item", ".cell", ".task", "main summary"):
        for element in seen.page.locator(f"{selector}:visible").all()[:12]:
            element.click()
    seen.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert seen.page.evaluate("() => window.owned") is None
    assert seen.page.locator("img").count() == 0
    assert seen.page.locator("a:not([href^='#'])").count() == 0
    assert seen.dialogs == []
    assert seen.errors == []
    assert seen.asked == [(hostile / f"{what}.html").as_uri()]
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 1440
    seen.page.close()
