"""How heavy the views are and how soon they are seen: with 5,000 and 50,000 duties (or --duties N), in a real Chromium.

    python -m bench.views [--duties N ...] [--keep DIR]

The corpus is that of bench/site.py. Networks are drawn around the body and the document with most duties.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.site import FIRST_PAINT, documents
from graph.cli.main import run
from graph.workspace import SourceRecord, Workspace

_PAINTS = 3
_BODY = "MATCH (a:Agency)-[:OWNS]->(t:Duty) RETURN a.id AS id, count(t) AS n ORDER BY n DESC, id LIMIT 1"
_DOCUMENT = "MATCH (d:Document {in_corpus: true}) RETURN d.id AS id ORDER BY id LIMIT 1"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--duties", type=int, nargs="*", default=[5_000, 50_000], metavar="N")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the workspaces and the pages in DIR")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        for count in arguments.duties:
            _measure(count, arguments.keep or Path(temporary), browser)
        browser.close()


def _measure(count: int, root: Path, browser: Browser) -> None:
    store = root / f"{count}.db"
    if not store.exists():
        with Workspace.open(store, write=True) as workspace:
            for text, document in documents(count):
                record = SourceRecord(path=f"/{document.source}", name=document.source, sha256=document.source_sha256)
                workspace.put(record, [document], text)
            workspace.update()
    with Workspace.open(store) as workspace:
        body, document_ = (str(workspace.graph().query(text).rows[0][0]) for text in (_BODY, _DOCUMENT))
    print(f"\n{count:,} duties")
    for what in (("matrix",), ("calendar",), ("changes",), ("overview",), ("citations",), ("agency", body),
                 ("document", document_)):  # fmt: skip
        file = root / f"{count}-{what[0]}.html"
        began = time.perf_counter()
        run(["view", *what, "--store", str(store), "-o", str(file)])
        made = time.perf_counter() - began
        paint = statistics.median(_paint(browser, file) for _ in range(_PAINTS))
        print(f"  {what[0]:10} {file.stat().st_size / 1e3:8,.0f} kB, made in {made:5.1f} s, seen in {paint:5,.0f} ms")


def _paint(browser: Browser, file: Path) -> float:
    page = browser.new_page()
    page.goto(file.as_uri(), wait_until="load")
    first = float(page.evaluate(FIRST_PAINT))
    page.close()
    return first


if __name__ == "__main__":
    main()
