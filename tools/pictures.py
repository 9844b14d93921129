"""The two pictures of README.md, made anew: the matrix and a document of the site of examples/, in a real Chromium.

python tools/pictures.py
"""

from __future__ import annotations

import os
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from graph.cli.main import run
from graph.site.paths import page_of

ROOT = Path(__file__).parents[1]
CHROMIUM = os.environ.get("DUTYGRAPH_TEST_CHROMIUM", "/usr/bin/chromium")
DOCUMENT = "临政发〔2020〕6号"
COLOURS = 96
"""What these pages need; a picture has a third of its bytes so."""


def main() -> None:
    """Write docs/matrix.png and docs/document.png."""
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        store, site = f"{folder}/examples.db", Path(folder, "site")
        if run(["build", "examples", "--store", store]) or run(["site", "-o", str(site), "--store", store]):
            raise SystemExit(1)
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1440, "height": 760})
        page.goto((site / "matrix.html").as_uri())
        page.locator(".cell", has_text="牵头").first.click()
        _keep(page, "matrix")
        page.goto((site / page_of("Document", DOCUMENT)).as_uri())
        page.locator(".goto").first.click()
        _keep(page, "document")
        browser.close()


def _keep(page: Page, name: str) -> None:
    page.mouse.move(5, 5)
    page.wait_for_timeout(400)
    shot = Image.open(BytesIO(page.screenshot())).convert("RGB")
    shot.quantize(COLOURS, dither=Image.Dither.NONE).save(ROOT / "docs" / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
