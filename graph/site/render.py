"""Templates -> the files of a site: what all pages share, and the counting of what was written."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from typing import TypeVar

from jinja2 import Template

from graph.site.folder import Folder
from graph.site.paths import numbered, root_of
from graph.stores import Progress
from graph.views import network
from graph.views.pages import prepared
from graph.views.style import Foot, environment, policy, stylesheet

ROWS = 500
"""How many rows a page shows; more go to further pages."""

PLACES = (
    ("matrix", "分工矩阵"),
    ("calendar", "时限日历"),
    ("changes", "机构变动"),
    ("agencies", "机关单位"),
    ("documents", "文件"),
    ("groups", "议事协调机构"),
    ("people", "人员"),
    ("citations", "引用关系"),
    ("findings", "待查事项"),
)
"""The pages that every page leads to, with their captions."""

_NETWORK = ("assets/network.css", "assets/network.js")
"""What the pages with networks share: 700 kB, once."""

Item = TypeVar("Item")


class Renderer:
    """Writes pages; `pages` counts them. `total` is how many there will be at least, for `progress`."""

    def __init__(self, folder: Folder, title: str, foot: Foot, total: int, progress: Progress | None) -> None:
        self.folder = folder
        self.pages = 0
        self._total = total
        self._progress = progress
        self._templates: dict[str, Template] = {}
        self._foot = foot
        self._shared = {"site": title, "places": PLACES, "here": "", "lead": ""}
        self._environment = environment("graph.site")
        self._environment.globals.update(self._shared, policy=policy((), beside=True), foot=foot)

    def assets(self) -> None:
        """Write the style sheets and scripts that pages link to."""
        self.folder.write("assets/style.css", stylesheet().encode())
        for asset in sorted(files("graph.site").joinpath("assets").iterdir(), key=lambda asset: asset.name):
            self.folder.write(f"assets/{asset.name}", asset.read_bytes())
        for address, text in zip(_NETWORK, network.beside(), strict=True):
            self.folder.write(address, text.encode())

    def page(self, path: str, template: str, **values: object) -> None:
        """Write one page: a template of templates/ with these values (`title` and others, as it says at its top)."""
        if template not in self._templates:
            self._templates[template] = self._environment.get_template(f"templates/{template}.html")
        root = root_of(path)
        self._write(path, self._templates[template].render(root=root, stylesheet=f"{root}assets/style.css", **values))

    def view(self, path: str, name: str, here: str, values: Mapping[str, object]) -> None:
        """Write a page of `graph.views`, in the frame of the site."""
        made = prepared(name, self._foot, packages=("graph.site",))
        made.globals.update(self._shared, here=here, layout="templates/page.html", root=root_of(path))
        self._write(path, made.get_template(f"{name}.html").render(values))

    def network(self, path: str, here: str, values: Mapping[str, object]) -> None:
        """Write a page with a network; all of them share one script."""
        if "network" not in self._templates:
            made = environment("graph.site", "graph.views.templates")
            made.globals.update(self._shared, layout="templates/page.html", foot=self._foot, scripts=())
            made.globals.update(policy=policy((), beside=True))
            self._templates["network"] = made.get_template("network.html")
        root = root_of(path)
        beside = [root + address for address in _NETWORK]
        sheet = f"{root}assets/style.css"
        self._write(
            path,
            self._templates["network"].render(values, root=root, here=here, stylesheet=sheet, beside=beside),
        )

    def _write(self, path: str, page: str) -> None:
        self.folder.write(path, page.encode())
        self.pages += 1
        if self._progress is not None:
            self._progress("writing pages", min(self.pages, self._total), self._total)


def split(rows: Sequence[Item]) -> Iterator[tuple[int, Sequence[Item]]]:
    """The rows of each page, with its number; one page where there are none."""
    for number in range(1, _count(rows) + 1):
        yield number, rows[(number - 1) * ROWS : number * ROWS]


def pager(path: str, rows: Sequence[object], here: int) -> list[tuple[int, str, bool]]:
    """The pages of what begins at `path`: number, address, whether it is the page `here`."""
    return [(number, numbered(path, number), number == here) for number in range(1, _count(rows) + 1)]


def heading(name: str, number: int) -> str:
    """The heading of a page of several."""
    return name if number == 1 else f"{name}（第 {number} 页）"


def _count(rows: Sequence[object]) -> int:
    return max(1, math.ceil(len(rows) / ROWS))
