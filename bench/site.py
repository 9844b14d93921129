"""How heavy a site is and how soon it is seen: with 5,000 and with 50,000 duties (or --duties N), in a real Chromium.

    python bench/site.py [--duties N ...] [--keep DIR]

The corpus is made: documents of forty duties each, given to the bodies of as many counties as it takes (about one body
for twelve duties), with texts in which every fact stands where it says. Times are those of this machine, from the disk.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from extractors.facts import Citation, Document, Duty, Mention
from graph.site import Options, write_site
from graph.site.render import PLACES
from graph.workspace import SourceRecord, Workspace

_A_DOCUMENT = 40
_OFFICES = (
    "发展和改革",
    "教育和体育",
    "工业和信息化",
    "公安",
    "民政",
    "司法",
    "财政",
    "自然资源",
    "生态环境",
    "住房和城乡建设",
    "交通运输",
    "水利",
    "农业农村",
    "商务",
    "卫生健康",
    "应急管理",
    "审计",
    "市场监督管理",
    "统计",
    "医疗保障",
    "行政审批服务",
)
_VERBS = ("加强", "推进", "落实", "完善", "规范", "组织", "开展", "建立", "健全", "督促")
_THINGS = (
    "重点行业领域安全生产监督检查",
    "老旧小区改造配套设施建设",
    "农村饮水安全工程运行管护",
    "学校食堂食品安全追溯",
    "河湖水域岸线保护",
    "基层卫生服务能力提升",
    "政务服务事项标准化",
    "城市燃气管道更新",
    "森林防火巡护",
    "残疾人就业帮扶",
)
_MONTHS = ("2031年3月底前", "2031年6月底前", "2031年9月底前", "2031年12月底前", "")
FIRST_PAINT = """() => new Promise((told) => new PerformanceObserver((list) => {
  for (const entry of list.getEntriesByName("first-contentful-paint")) told(entry.startTime);
}).observe({ type: "paint", buffered: true }))"""


def documents(duties: int) -> Iterator[tuple[str, Document]]:
    """Texts, each with its facts."""
    chance = random.Random(1)  # noqa: S311 (no secret: the same corpus each time)
    first = "临青石白云龙安永长新东西南北高平金玉丰"
    last = "溪川河山湖江岭泉关原"
    counties = [f"{a}{b}县" for a, b in itertools.product(first, last)][: max(5, duties // 250)]
    for number in range(duties // _A_DOCUMENT):
        county = counties[number % len(counties)]
        yield _document(number, county, chance)


def _document(number: int, county: str, chance: random.Random) -> tuple[str, Document]:
    text = ""
    found: list[Duty] = []
    mentions: list[Mention] = []

    def put(words: str) -> tuple[int, int]:
        nonlocal text
        start = len(text)
        text += words
        return start, len(text)

    title = put(f"{county}人民政府关于第{number}项重点工作的实施意见")
    put("\n")
    code = put(f"{county[0]}政发〔2030〕{number + 1}号")
    put("\n各镇人民政府，县政府有关部门：\n根据")
    cited = put(f"《{county}国民经济和社会发展规划》")
    put("，提出如下意见。\n")
    for at in range(_A_DOCUMENT):
        put(f"（{at + 1}）")
        when = chance.choice(_MONTHS)
        task = put(f"{when}{chance.choice(_VERBS)}{chance.choice(_THINGS)}，形成第{number}-{at}号任务台账。")
        put("（")
        bodies = [f"县{name}局" for name in chance.sample(_OFFICES, chance.choice((1, 2, 3)))]
        for place, body in enumerate(bodies):
            put("牵头单位：" if place == 0 else "；配合单位：" if place == 1 else "、")
            start, end = put(body)
            mentions.append(Mention(start=start, end=end, quote=body, rule="mention", name=body))
            found.append(
                Duty(
                    start=start,
                    end=end,
                    quote=body,
                    rule="bracket",
                    agency=body,
                    role="support" if place else "lead",
                    form="bracket",
                    anchor=text[task[0] : task[0] + 16],
                    text=text[slice(*task)],
                    text_start=task[0],
                    text_end=task[1],
                    deadline=when or None,
                    deadline_span=(task[0], task[0] + len(when)) if when else None,
                    due=f"../2031-{when[5:-3]:0>2}-28" if when else None,
                )
            )
        put("）\n")
    issuer = put(f"{county}人民政府")
    put("\n2030年6月30日\n")
    encoded = text.encode()
    document = Document(
        source=f"made-{number}.txt",
        source_sha256=hashlib.sha256(encoded).hexdigest(),
        text_sha256=hashlib.sha256("".join(text.split()).encode()).hexdigest(),
        start=0,
        end=len(text),
        number=text[slice(*code)],
        title=text[slice(*title)],
        issuers=(text[slice(*issuer)],),
        date="2030-06-30",
        duties=tuple(found),
        mentions=tuple(mentions),
        citations=(Citation(start=cited[0], end=cited[1], quote=text[slice(*cited)], title=text[slice(*cited)][1:-1]),),
        proofs={"number": (code,), "title": (title,), "issuers": (issuer,)},
        place=county,
    )
    return text, document


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--duties", type=int, nargs="*", default=[5_000, 50_000], metavar="N")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the workspaces and the sites in DIR")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        root = arguments.keep or Path(temporary)
        for count in arguments.duties:
            _measure(count, root)


def _measure(count: int, root: Path) -> None:
    store, site = root / f"{count}.db", root / f"{count}"
    if not store.exists():
        with Workspace.open(store, write=True) as workspace:
            for text, document in documents(count):
                record = SourceRecord(path=f"/{document.source}", name=document.source, sha256=document.source_sha256)
                workspace.put(record, [document], text)
            workspace.update()
    shutil.rmtree(site, ignore_errors=True)
    began = time.perf_counter()
    with Workspace.open(store) as workspace:
        size = write_site(workspace.graph(), workspace, site, Options())
    seconds = time.perf_counter() - began
    written = f"{size.pages:,} pages, {size.files:,} files, {size.bytes / 1e6:,.0f} MB"
    print(f"\n{count:,} duties: {written} in {seconds:,.0f} s")
    heaviest = sorted(((path.stat().st_size, path) for path in site.rglob("*") if path.is_file()), reverse=True)[:5]
    for weight, path in heaviest:
        print(f"  {weight / 1e3:10,.0f} kB  {path.relative_to(site)}")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        _look(browser, site)
        browser.close()


def _look(browser: Browser, site: Path) -> None:
    """Print the first paint of pages, and how long a search takes from the typing to the results."""
    heaviest = {
        folder: max((site / folder).rglob("*.html"), key=lambda path: path.stat().st_size)
        for folder in ("agency", "document")
    }
    tops = [site / "index.html", *(site / f"{place}.html" for place, _ in PLACES)]
    others = set(site.glob("*.html")).difference(tops)
    heaviest_others = sorted(others, key=lambda path: path.stat().st_size)[-2:]
    for file in (*tops, *heaviest_others, *heaviest.values()):
        paints = []
        for _ in range(3):
            page = browser.new_page()
            page.goto(file.as_uri(), wait_until="load")
            paints.append(page.evaluate(FIRST_PAINT))
            page.close()
        print(f"  {statistics.median(paints):10,.0f} ms  first paint of {file.relative_to(site)}")
    for words in ("应急管理局", "食品安全追溯", "yjglj", "3号任务台账", "县"):
        page = browser.new_page()
        page.goto((site / "index.html").as_uri())
        began = time.perf_counter()
        page.fill("#q", words)
        page.wait_for_selector("#found:not([hidden]) :is(li, p)")
        print(f"  {(time.perf_counter() - began) * 1e3:10,.0f} ms  search for {words}")
        page.close()


if __name__ == "__main__":
    main()
