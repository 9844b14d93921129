"""A real browser for tests, and texts that try to become code in it.

Needs Chromium (`/usr/bin/chromium`, or DUTYGRAPH_TEST_CHROMIUM); skips without it, fails where CI requires it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

CHROMIUM = os.environ.get("DUTYGRAPH_TEST_CHROMIUM") or shutil.which("chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]

HOSTILE = (
    "<script>window.owned = 1</script>",
    '"><img src=x onerror="window.owned = 1">',
    "</script><script>window.owned = 1</script>",
    "{{ 7 * 7 }}{% for x in y %}",
    "<!--<script>",
    "<a href='http://example.org/'>县应急局</a>",
    "javascript:alert(1)\u2028\u2029",
    "' onclick='window.owned = 1",
    "\u202e\u2067右至左",
)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, driven by Playwright."""
    if CHROMIUM is None:
        if os.environ.get("DUTYGRAPH_REQUIRE_BROWSER"):
            pytest.fail("no Chromium, and DUTYGRAPH_REQUIRE_BROWSER is set")
        pytest.skip("no Chromium: install it, or set DUTYGRAPH_TEST_CHROMIUM to the program")
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()
