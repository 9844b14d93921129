"""The site in a real browser, opened from the disk: it finds, it shows sentences, it asks for nothing, it is safe."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import HOSTILE, chromium
from graphs import county
from playwright.sync_api import Browser, Page

from extractors.facts import Citation, Document, Duty, Group, Member, Mention, Person
from graph.cli.main import run
from graph.site import Options, views, write_site
from graph.site.paths import page_of, picture_of
from graph.stores.arcade import ArcadeStore
from graph.workspace import SourceRecord, Workspace

__all__ = ["chromium"]

EXAMPLES = Path(__file__).parents[1] / "examples"
PLAN = "临政发〔2018〕12号"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the bundled examples."""
    folder = tmp_path_factory.mktemp("site")
    assert run(["build", str(EXAMPLES), "--store", str(folder / "examples.db")]) == 0
    with Workspace.open(folder / "examples.db") as workspace:
        write_site(workspace.graph(), workspace, folder / "site", Options("临溪县部门职责", date(2030, 1, 2)))
    return folder / "site"


@contextmanager
def opened(chromium: Browser, site: Path, path: str, width: int = 1440, scheme: str = "light") -> Iterator[Page]:
    """A page of the site. What it asks for is in the folder, and it has no errors and no dialogs."""
    page = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    wrong: list[str] = []
    page.on("request", lambda asked: wrong.append(asked.url) if not asked.url.startswith(site.as_uri()) else None)
    page.on("requestfailed", lambda failed: wrong.append(f"failed: {failed.url}"))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
    page.goto(f"{site.as_uri()}/{path}")
    yield page
    assert wrong == []
    page.close()


PAGES = {
    "index": "index.html",
    "search": "index.html?q=县应急局",
    "matrix": "matrix.html",
    "calendar": "calendar.html",
    "changes": "changes.html",
    "agencies": "agencies.html",
    "documents": "documents.html",
    "findings": "findings.html",
    "citations": "citations.html",
    "picture": picture_of("Document", PLAN),
    "document": page_of("Document", PLAN),
}
SHOTS = Path(__file__).parents[1] / "screenshots"
"""Where pictures of the pages are kept to be looked at (not in git)."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_from_the_disk(chromium: Browser, site: Path, name: str, width: int, scheme: str) -> None:
    with opened(chromium, site, PAGES[name], width, scheme) as page:
        if name == "search":
            page.locator("#found li").first.wait_for()
        SHOTS.mkdir(exist_ok=True)
        page.screenshot(path=SHOTS / f"site-{name}-{width}-{scheme}.png")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, "nothing stands outside of the window"
        assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Microsoft YaHei"')
        assert page.locator("h1").count() == 1
        foot = page.inner_text("footer")
        assert "2030-01-02" in foot
        assert ".txt" in foot
        said = "getComputedStyle(document.body).backgroundColor"
        assert (page.evaluate(said) == "rgb(251, 251, 249)") == (scheme == "light")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible(chromium: Browser, site: Path, name: str, scheme: str) -> None:
    with opened(chromium, site, PAGES[name], scheme=scheme) as page:
        if name == "search":
            page.locator("#found li").first.wait_for()
        # Without `preload` axe asks for the style sheets, which the policy of the page forbids to anyone.
        found = Axe().run(page, options={"preload": False}).response["violations"]
        assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found if fault["impact"] != "minor"] == []


@pytest.mark.parametrize(
    ("typed", "kind", "found"),
    [
        ("应急管理局", "机关单位", "临溪县应急管理局"),
        ("县应急局", "机关单位", "临溪县应急管理局"),  # another form of its name
        ("lxxyjglj", "机关单位", "临溪县应急管理局"),  # the first letters of its pinyin
        ("YJGLJ", "机关单位", "临溪县应急管理局"),  # a part of them, in capitals
        ("临政发[2018]12号", "文件", "关于进一步加强安全生产工作的实施意见"),  # other brackets than in the text
        ("安全 实施意见", "文件", "关于进一步加强安全生产工作的实施意见"),  # both words, in any place
        ("领导小组", "议事协调机构", "领导小组"),
        ("危险化学品应急救援队伍", "职责任务", "危险化学品应急救援队伍"),
        ("局", "机关单位", "局"),  # one character finds names
    ],
)
def test_search_finds(chromium: Browser, site: Path, typed: str, kind: str, found: str) -> None:
    with opened(chromium, site, "index.html") as page:
        page.fill("#q", typed)
        section = page.locator(f"#found section:has(h2:has-text('{kind}'))")
        section.wait_for()
        assert found in section.inner_text()
        assert not page.is_visible("#home")
        page.fill("#q", "")
        page.wait_for_selector("#home", state="visible")


def test_search_says_when_nothing_is_found(chromium: Browser, site: Path) -> None:
    with opened(chromium, site, "index.html") as page:
        page.fill("#q", "月球开发局")
        page.wait_for_selector("#found .empty")
        assert "没有找到" in page.inner_text("#found")


def test_search_of_every_page_leads_to_the_front_page(chromium: Browser, site: Path) -> None:
    with opened(chromium, site, page_of("Document", PLAN)) as page:
        page.fill(".quick input", "县应急局")
        page.press(".quick input", "Enter")
        page.wait_for_url("**/index.html?q=*")
        page.locator("#found a").first.click()
        page.wait_for_url("**/agency/**")
        assert page.inner_text("h1") == "临溪县应急管理局"
        page.go_back()
        page.locator("#found a").first.wait_for()


def test_a_part_of_the_index_that_is_lost_is_told(chromium: Browser, site: Path, tmp_path: Path) -> None:
    page = chromium.new_page()
    page.route("**/data/words.js", lambda route: route.abort())
    page.goto((site / "index.html").as_uri())
    page.fill("#q", "应急管理局")
    page.wait_for_selector("#found .note")
    assert "data/words.js" in page.inner_text("#found")
    page.close()


# -- from a duty to its sentence

ON = "[...document.querySelectorAll('.paper .on')].map((piece) => piece.textContent).join('')"


def test_a_duty_shows_its_sentence(chromium: Browser, site: Path) -> None:
    with opened(chromium, site, page_of("Document", PLAN)) as page:
        duties = page.locator(".tasks li")
        assert duties.count() > 3
        for at in range(duties.count()):
            link = duties.nth(at).locator("a.goto")
            link.click()
            start, end = link.get_attribute("href").removeprefix("#p").split("-")  # type: ignore[union-attr]
            page.wait_for_selector(f".paper .on[data-at='{start}']")  # the mark follows the click
            shown = page.evaluate(ON)
            assert shown, f"duty {at + 1} has no sentence"
            assert page.evaluate("document.querySelectorAll('.tasks li.on').length") == 1
            assert page.locator(f".paper .on[data-at='{start}']").count() == 1
            assert len(shown) <= int(end) - int(start)
            assert page.locator(".paper .on").first.is_visible()


def test_the_proof_of_a_body_shows_its_sentence(chromium: Browser, site: Path) -> None:
    agency = "index.html?q=" + "县应急局"
    with opened(chromium, site, agency) as page:
        page.locator("#found a").first.click()
        page.wait_for_url("**/agency/**")
        row = page.locator(".duties tbody tr").first
        task = row.locator(".words").inner_text()
        row.locator(".proof").click()
        page.wait_for_selector(".paper .on")
        shown = page.evaluate(ON)
        assert shown[:6] in task or task[:6] in shown
        box = page.locator(".paper .on").first.bounding_box()
        assert box is not None
        assert 0 <= box["y"] <= 900, "it is in sight"


def test_a_sentence_shows_its_duty_and_a_name_its_page(chromium: Browser, site: Path) -> None:
    with opened(chromium, site, page_of("Document", PLAN)) as page:
        plain = page.locator(".paper span.duty[data-duty]").first
        number = str(plain.get_attribute("data-duty")).split()[-1]
        plain.click()
        assert page.locator(".tasks li.on").get_attribute("value") == number
        name = page.locator(".paper a.kind-Agency").first
        title = name.get_attribute("title")
        name.click()
        page.wait_for_url("**/agency/**")
        assert page.inner_text("h1") == title


def test_the_keyboard_reaches_what_the_mouse_does(chromium: Browser, site: Path) -> None:
    with opened(chromium, site, page_of("Document", PLAN)) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "跳到正文"
        page.locator(".tasks a.goto").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_selector(".paper .on")
        page.locator(".paper a.ref").first.focus()
        page.keyboard.press("Enter")
        assert page.locator(".tasks li:target").count() == 1


def test_pages_print(chromium: Browser, site: Path) -> None:
    with opened(chromium, site, page_of("Document", PLAN)) as page:
        page.emulate_media(media="print")
        assert not page.is_visible("nav")
        assert page.evaluate("getComputedStyle(document.querySelector('.reading')).display") == "block"
        # A4 without its margins, at 96 pixels an inch.
        page.set_viewport_size({"width": 688, "height": 1000})
        assert page.evaluate("document.documentElement.scrollWidth") <= 688
        assert len(page.pdf(format="A4")) > 10_000


def test_a_table_prints_as_a_table(chromium: Browser, site: Path) -> None:
    """A4 is as narrow as a window in which a table of duties is a list: row by row a page."""
    with opened(chromium, site, page_of("Document", PLAN), width=688) as page:
        page.locator(".tasks .owner a").first.click()
        page.emulate_media(media="print")
        assert page.evaluate("getComputedStyle(document.querySelector('.duties tr')).display") == "table-row"
        assert page.evaluate("document.documentElement.scrollWidth") <= 688


# -- the views in their frame


def test_a_cell_of_the_matrix_leads_to_the_text(chromium: Browser, site: Path) -> None:
    with opened(chromium, site, "matrix.html") as page:
        assert page.inner_text("nav [aria-current]") == "分工矩阵"
        page.locator(".cell").first.click()
        said = page.inner_text("#said mark")
        page.locator("#said a", has_text="到原文").click()
        page.wait_for_selector(".paper .on")
        assert page.evaluate(ON)[:8] == said[:8]


@pytest.mark.parametrize(
    ("path", "opens", "name"),
    [
        ("matrix.html", ".cell", "#said h2 a"),
        ("matrix.html", ".cell", "#said .owners a"),
        ("calendar.html", ".dues summary", ".dues .owners a"),
        ("changes.html", ".changes summary", ".changes .pages a"),
    ],
)
def test_a_name_leads_to_its_page(chromium: Browser, site: Path, path: str, opens: str, name: str) -> None:
    with opened(chromium, site, path) as page:
        page.locator(opens).first.click()
        link = page.locator(name).first
        said = link.inner_text()
        link.click()
        assert page.inner_text("h1") == said


# -- networks


@pytest.mark.parametrize("label", ["Agency", "Document", "LeadingGroup"])
def test_a_thing_leads_to_its_picture_and_back(chromium: Browser, site: Path, label: str) -> None:
    listed = {"Agency": "agencies", "Document": "documents", "LeadingGroup": "groups"}[label]
    with opened(chromium, site, f"{listed}.html") as page:
        page.locator("td a").first.click()
        name = page.inner_text("h1")
        page.locator(".chips a").click()
        page.wait_for_selector("#network canvas")
        dots = page.evaluate(
            "[Object.values(dots).length, nodes.length, Object.values(dots).find((dot) => dot.main).name]"
        )
        assert dots[0] == dots[1] > 3
        assert dots[2] == name
        page.evaluate("chooseEdge(picture.edges[0].id)")
        page.locator("#words figcaption a").first.click()
        page.wait_for_selector(".paper .on")
        page.go_back()
        page.locator(".legend a").click()
        assert page.inner_text("h1") == name


def test_a_line_of_the_calendar_leads_to_the_text(chromium: Browser, site: Path) -> None:
    with opened(chromium, site, "calendar.html") as page:
        page.locator(".dues summary").first.click()
        page.locator(".dues .proof a").first.click()
        page.wait_for_selector(".paper .on")


def test_more_than_a_page_holds_goes_to_a_page_a_place(
    chromium: Browser, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "MATRIX_MOST", 5)
    monkeypatch.setattr(views, "CALENDAR_MOST", 5)
    with Workspace.open(site.parent / "examples.db") as workspace:
        write_site(workspace.graph(), workspace, tmp_path / "site", Options())
    with opened(chromium, tmp_path / "site", "matrix.html") as page:
        assert "地列出" in page.inner_text(".lead")
        page.locator("td a", has_text="临溪县").first.click()
        page.locator(".cell").first.wait_for()
        assert "职责分工矩阵：临溪县" in page.inner_text("h1")
        assert "只列出" in page.inner_text("header")
    with opened(chromium, tmp_path / "site", "calendar.html") as page:
        page.locator("td a").first.click()
        page.locator(".dues").first.wait_for()


# -- hostile texts


def test_hostile_texts_do_nothing(chromium: Browser, tmp_path: Path) -> None:
    """Every name, title and text of a document is hostile, and so are the words that stand in the source."""
    with Workspace.open(tmp_path / "db", write=True) as workspace:
        text, document = _hostile()
        record = SourceRecord(path="/evil.txt", name="<img src=x onerror=owned()>.txt", sha256="0" * 64)
        workspace.put(record, [document], text)
        workspace.update()
        write_site(workspace.graph(), workspace, tmp_path / "site", Options(HOSTILE[0]))
    _look_at_all(chromium, tmp_path / "site")


def test_hostile_graphs_do_nothing(chromium: Browser, tmp_path: Path) -> None:
    """The graph of a server may hold anything, ids too."""
    hostile = county()
    for at, node in enumerate(list(hostile.nodes.values())):
        node.properties["name"] = HOSTILE[at % len(HOSTILE)]
        if node.label == "Duty":
            node.properties["text"] = " ".join(HOSTILE)
    with ArcadeStore(tmp_path / "store") as store:
        store.write(hostile)
        write_site(store, None, tmp_path / "site", Options())
    _look_at_all(chromium, tmp_path / "site")


RTL = HOSTILE[-1]


def _hostile() -> tuple[str, Document]:
    text = ""

    def put(words: str) -> tuple[int, int]:
        nonlocal text
        start = len(text)
        text += words
        return start, len(text)

    title = put(f"关于{HOSTILE[0]}的通知{RTL}")
    put("\n")
    task = put(f"{HOSTILE[1]}{HOSTILE[2]}{RTL}负责{HOSTILE[3]}{HOSTILE[6]}")
    put("\n")
    owner = put(f"{HOSTILE[4]}局")
    put("\n")
    who = put(HOSTILE[5])
    put("\n")
    cited = put(f"《{HOSTILE[2]}办法》")
    words = {"rule": "test"}
    duty = Duty(
        start=owner[0],
        end=owner[1],
        quote=text[slice(*owner)],
        agency=text[slice(*owner)],
        role="lead",
        form="prose",
        anchor=HOSTILE[1],
        text=text[slice(*task)],
        text_start=task[0],
        text_end=task[1],
        deadline=HOSTILE[0],
        due="../2030-12-31",
        **words,
    )
    person = Person(start=who[0], end=who[1], quote=HOSTILE[5], name=HOSTILE[5], posts=(f"{HOSTILE[1]}局长",), **words)
    member = Member(
        start=who[0], end=who[1], quote=HOSTILE[5], role=HOSTILE[0], person=HOSTILE[5], posts=person.posts, **words
    )
    group = Group(
        start=who[0],
        end=who[1],
        quote=HOSTILE[5],
        name=f"{HOSTILE[2]}领导小组",
        established=True,
        members=(member,),
        **words,
    )
    citation = Citation(
        start=cited[0], end=cited[1], quote=text[slice(*cited)], title=f"{HOSTILE[2]}办法", basis=HOSTILE[1], **words
    )
    return text, Document(
        source="<img src=x onerror=owned()>.txt",
        source_sha256="0" * 64,
        text_sha256="1" * 64,
        start=0,
        end=len(text),
        number=HOSTILE[1],
        title=text[slice(*title)],
        issuers=(text[slice(*owner)],),
        date="2030-01-01",
        duties=(duty,),
        people=(person,),
        groups=(group,),
        citations=(citation,),
        mentions=(Mention(start=owner[0], end=owner[1], name=text[slice(*owner)], quote=text[slice(*owner)], **words),),
        proofs={"title": (title,)},
    )


def _look_at_all(chromium: Browser, site: Path) -> None:
    """Open every page, search for what is hostile, click what can be clicked."""
    pages = sorted(str(path.relative_to(site)) for path in site.rglob("*.html"))
    assert len(pages) > 8
    for path in pages:
        with opened(chromium, site, path) as page:
            assert page.evaluate("window.owned === 1") is False
            assert page.query_selector("main img, header img, footer img") is None
            assert page.query_selector("main script:not([src])") is None
            assert page.evaluate('document.querySelectorAll(\'a[href^="javascript"], a[href^="http"]\').length') == 0
    with opened(chromium, site, "index.html") as page:
        for typed in ("onerror", "window", "的通知", "任务", "alert"):
            page.fill("#q", typed)
            page.wait_for_timeout(400)
            assert page.evaluate("window.owned === 1") is False
            assert page.query_selector("img") is None
