"""The matrix, the calendar and the changes of `graph.views` as pages of the site: whole, or place by place.

A page holds what it shows. Where a corpus has more duties than a page should, the page leads to one for each place.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256

from graph.site.linked import Linked, Ref
from graph.site.render import Renderer
from graph.stores import Store
from graph.views import calendar, changes, matrix
from graph.views.evidence import Evidence
from graph.views.owned import Scope, Task, places_of, tasks

MATRIX_MOST = 5_000
CALENDAR_MOST = 2_000
"""How many duties a page shows at most (the calendar: of each kind); it says so where there are more."""

CHANGES_MOST = 1_000
NOWHERE = "不属一地的单位"

Values = Callable[[Sequence[Task], str], dict[str, object]]
"""From duties and what tells which they are to what stands on their page."""


class Addresses:
    """The pages of the site, from a page whose way to the root is `root`."""

    def __init__(self, graph: Linked, root: str) -> None:
        self._graph = graph
        self._root = root

    def place(self, document: str, start: int, end: int) -> str:
        """The page that shows a place in a document."""
        return self._root + self._graph.at(document, start, end, "").href

    def thing(self, label: str, id_: str) -> str:
        """The page of a node, "" where it has none."""
        href = self._graph.ref(label, id_).href
        return self._root + href if href else ""


def write(render: Renderer, store: Store, evidence: Evidence, today: datetime.date) -> None:
    """Write the pages; `today` is the day from which duties are due or overdue."""
    found = tasks(store, evidence, Scope())
    places = places_of(store)

    def in_matrix(some: Sequence[Task], said: str) -> dict[str, object]:
        return matrix.values(some, evidence, places, said, MATRIX_MOST)

    def in_calendar(some: Sequence[Task], said: str) -> dict[str, object]:
        return calendar.values(some, said, CALENDAR_MOST, today)

    timed = [task for task in found if task.deadline or task.due or task.recurrence]
    _write(render, "matrix", "职责分工矩阵", found, MATRIX_MOST, places, in_matrix)
    _write(render, "calendar", "任务时限日历", timed, CALENDAR_MOST, places, in_calendar)
    render.view("changes.html", "changes", "changes", changes.values(store, evidence, Scope(), CHANGES_MOST))


def _write(
    render: Renderer,
    name: str,
    title: str,
    found: Sequence[Task],
    most: int,
    places: Mapping[str, str],
    values: Values,
) -> None:
    """Write a view of these duties: on one page, or on one for each place of their bodies, and a list of these."""
    if len(found) <= most:
        render.view(f"{name}.html", name, name, values(found, ""))
        return
    of: dict[str, list[Task]] = defaultdict(list)
    for task in found:
        for place in sorted({owner.place or "" for owner in task.owners}):
            of[place].append(task)
    rows = []
    for place, some in sorted(of.items(), key=lambda item: (-len(item[1]), item[0])):
        said = places.get(place, NOWHERE)
        path = f"{name}-{sha256(place.encode()).hexdigest()[:16]}.html"
        render.view(path, name, name, values(some, said))
        rows.append((Ref(said, "Jurisdiction", place, path), len(some)))
    render.page(
        f"{name}.html",
        "list",
        here=name,
        title=title,
        lead=f"共 {len(found):,} 项任务，分 {len(rows):,} 地列出，任务多的在前。",
        columns=("区划", "任务"),
        rows=rows,
        pages=[],
    )
