"""Pages in a real browser: that they draw, ask no network for anything, and let no text become code.

Needs Chromium (`/usr/bin/chromium`, or DUTYGRAPH_TEST_CHROMIUM); skips without it, fails where CI requires it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from test_views import EVIL, tables

from graph.cli.main import run
from graph.stores.arcade import ArcadeStore
from graph.views import agency
from graph.views.page import page as written

EXAMPLES = Path(__file__).parents[1] / "examples"
CHROMIUM = os.environ.get("DUTYGRAPH_TEST_CHROMIUM") or shutil.which("chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        if os.environ.get("DUTYGRAPH_REQUIRE_BROWSER"):
            pytest.fail("no Chromium, and DUTYGRAPH_REQUIRE_BROWSER is set")
        pytest.skip("no Chromium: install it, or set DUTYGRAPH_TEST_CHROMIUM to the program")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield started
        started.close()


class Watched:
    """A page whose requests, console errors and dialogs are kept."""

    def __init__(self, browser: Browser, file: Path, width: int = 1440) -> None:
        self.asked: list[str] = []
        self.errors: list[str] = []
        self.dialogs: list[str] = []
        self.page: Page = browser.new_page(viewport={"width": width, "height": 900})
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        self.page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))
        self.page.goto(file.as_uri())
        self.page.wait_for_selector("#network canvas")


@pytest.fixture(scope="module")
def views(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a page of each kind, drawn by the command line from the bundled examples."""
    folder = tmp_path_factory.mktemp("views")
    store = str(folder / "store")
    assert run(["build", str(EXAMPLES), "--store", store]) == 0
    for what, name in (
        ("agency", "县应急局"),
        ("document", "临政发〔2020〕6号"),
        ("group", "临溪县老旧小区改造领导小组"),
    ):
        assert run(["view", what, name, "--store", store, "-o", str(folder / f"{what}.html")]) == 0
    return folder


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize(
    ("what", "heading"),
    [("agency", "临溪县应急管理局"), ("document", "应急管理体系"), ("group", "临溪县老旧小区改造领导小组")],
)
def test_a_page_draws_and_asks_no_network(browser: Browser, views: Path, what: str, heading: str, width: int) -> None:
    seen = Watched(browser, views / f"{what}.html", width)
    assert seen.asked == [(views / f"{what}.html").as_uri()], "the page alone, nothing beside it"
    assert seen.errors == []
    assert heading in seen.page.inner_text("h1")
    drawn = seen.page.evaluate(
        """() => {
            const canvas = document.querySelector('#network canvas');
            const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
            return pixels.some(value => value !== 0);
        }"""
    )
    assert drawn, "the canvas is not empty"
    wide = seen.page.evaluate("() => document.documentElement.scrollWidth")
    assert wide <= width, "nothing stands outside the window"


def test_a_text_stays_a_text(browser: Browser, tmp_path: Path) -> None:
    hostile = tables()
    for at, node in enumerate(list(hostile.nodes.values())):
        node.properties["name"] = EVIL[at % len(EVIL)]
        if node.label == "Duty":
            node.properties["text"] = " ".join(EVIL)
    file = tmp_path / "evil.html"
    with ArcadeStore(tmp_path / "store") as store:
        store.write(hostile)
        file.write_text(written(agency.picture(store, "a1", 200)), encoding="utf-8")
    seen = Watched(browser, file)
    box = seen.page.locator("#network canvas").bounding_box()
    assert box is not None
    seen.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert seen.page.evaluate("() => window.owned") is None
    assert seen.page.query_selector("img") is None
    assert seen.dialogs == []
    assert seen.asked == [file.as_uri()]
