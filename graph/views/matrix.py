"""The responsibility matrix: tasks (or documents) by bodies, with the role in each cell and the sentence behind it.

The page holds the data once, as lists that name bodies and documents by their places in two lists; its script draws
only the cells that are in the window, so that 5,000 tasks by 500 bodies are as quick as 50 by 5.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from graph.answers import ROLES, when
from graph.schema import schema
from graph.stores import Store
from graph.views.evidence import Evidence
from graph.views.owned import Owner, Scope, Task, places_of, tasks
from graph.views.pages import page as rendered
from graph.views.picture import cut_note
from graph.views.style import ROLE_MARKS, Foot


def page(store: Store, evidence: Evidence, scope: Scope, limit: int, foot: Foot | None) -> str:
    """The page, with at most `limit` duties."""
    found = tasks(store, evidence, scope)
    return rendered("matrix", foot, values(found, evidence, places_of(store), scope.said, limit))


def values(
    found: Sequence[Task], evidence: Evidence, places: Mapping[str, str], said: str, limit: int
) -> dict[str, object]:
    """What stands on the page of these duties; `places` are names by id, `said` tells which duties they are."""
    kept = [task for task in found[:limit] if task.owners]
    unowned = len(found[:limit]) - len(kept)
    notes = [cut_note("列出", limit, len(found), "项任务", "新文件在先")] if len(found) > limit else []
    notes += [f"{unowned:,} 项任务没有读出承担单位，不在表中。"] if unowned else []
    documents = list(dict.fromkeys(task.document for task in kept))
    bodies = bodies_of(kept)
    omitted = _omitted(bodies, places)
    names = schema().enums["role"]
    data = {
        "roles": [[role, names[role], ROLE_MARKS[role]] for role in ROLES],
        "bodies": [_body(owner, omitted) for owner in bodies.values()],
        "documents": [_document(id_, evidence) for id_ in documents],
        "tasks": _rows(kept, {id_: at for at, id_ in enumerate(documents)}, list(bodies), evidence),
    }
    return {
        "title": f"职责分工矩阵{f'：{said}' if said else ''}",
        "lead": f"{len(kept):,} 项任务 · {len(bodies):,} 个机关单位 · {len(documents):,} 件文件",
        "notes": notes,
        "omitted": omitted,
        "data": data,
    }


def bodies_of(kept: Sequence[Task]) -> dict[tuple[str, str], Owner]:
    """The bodies, those with most duties first."""
    counts = Counter(key for task in kept for key in {(owner.label, owner.id) for owner in task.owners})
    first = {(owner.label, owner.id): owner for task in kept for owner in task.owners}
    return {key: first[key] for key in sorted(counts, key=lambda key: (-counts[key], key))}


def _omitted(bodies: dict[tuple[str, str], Owner], places: Mapping[str, str]) -> str:
    """The name of the place that most bodies are of, where their names begin with it: heads of columns leave it out."""
    homes = [(owner.name, places.get(owner.place or "", "")) for owner in bodies.values()]
    found = Counter(place for name, place in homes if place and name.startswith(place))
    ((place, count),) = found.most_common(1) or [("", 0)]
    return place if count * 2 > len(bodies) else ""


def _body(owner: Owner, omitted: str) -> list[str]:
    """The name of a body, what stands at the head of its column, and its page where the matrix is one of a site."""
    return [owner.name, owner.name.removeprefix(omitted) or owner.name, *([owner.page] if owner.page else [])]


def _document(id_: str, evidence: Evidence) -> list[str]:
    """What a document is called, its title, its date, and its page where the matrix is one of a site."""
    source = evidence.sources.get(id_)
    page = evidence.page("Document", id_)
    return [
        *((source.caption, source.name, source.date or "") if source else (id_, id_, "")),
        *([page] if page else []),
    ]


def _rows(
    kept: Sequence[Task], documents: dict[str, int], bodies: Sequence[tuple[str, str]], evidence: Evidence
) -> list[list[object]]:
    """A list a task: what the script reads by place (`ROW` in matrix.js)."""
    at = {key: number for number, key in enumerate(bodies)}
    return [
        [
            documents[task.document],
            task.text,
            task.provision or "",
            when(task.deadline, task.due_from, task.due) or "",
            task.due or "",
            task.proof.before,
            task.proof.words if task.proof.words != task.text else 0,
            task.proof.after,
            task.proof.place or "",
            [_owner(owner, at, task, evidence) for owner in task.owners],
            *([task.proof.href] if task.proof.href else []),
        ]
        for task in kept
    ]


def _owner(owner: Owner, at: dict[tuple[str, str], int], task: Task, evidence: Evidence) -> list[object]:
    """The body, its role, and where its name stands: in the words of the duty, or in another line."""
    mark: list[object] = [at[owner.label, owner.id], ROLES.index(owner.role)]
    if owner.inside:
        return [*mark, *owner.inside]
    return [*mark, owner.as_written, evidence.place(task.document, owner.start) or ""]
