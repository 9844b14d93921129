"""The 责任清单 that an office would have made by hand: its sheets as tables, each cell with the place that proves it.

It is what the views show, said once more in rows: the tasks are those of `graph.views.owned`, the changes those of
`graph.views.changes`, what is doubtful those of `graph.findings` and `graph.doubts`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice

from extractors.rules import LOW
from graph.answers import ROLES, when
from graph.doubts import CAPTIONS, Doubted, doubts
from graph.exports.findings import place
from graph.exports.sheets import Column, Item, Ledger, Sheet, link
from graph.findings import KINDS, Finding, caption, find
from graph.schema import schema
from graph.stores import Cell, Parameters, Store
from graph.stores.read import tables_of
from graph.views.calendar import how_often
from graph.views.changes import changes_of
from graph.views.evidence import Entity, Evidence
from graph.views.matrix import bodies_of
from graph.views.owned import Owner, Scope, Task, tasks
from graph.views.picture import entity
from graph.workspace import Workspace

_UNREAD = "没有读懂之处"
UNSURE = "（待核）"
"""Stands behind a role that a rule read which is often wrong."""

_BASES = """
MATCH (x:Duty|Document)-[r:BASED_ON]->(d:Document)
RETURN r, labels(x)[0], x.id, x.text, d.id, d.name, d.number, d.in_corpus
ORDER BY r.document, r.start, labels(x)[0], x.start, r.id
"""
_SEATS = """
MATCH (m)-[r:MEMBER_OF|HEADS_OFFICE_OF]->(g:LeadingGroup) RETURN g.id, g.name, r, m.name AS member, m.posts AS posts
ORDER BY g.name, g.id, r.document, type(r) DESC, coalesce(r.rank, 100000), r.start, m.id, r.id
"""
_HOSTS = """
MATCH (g:LeadingGroup)-[r:OFFICE_IN]->(a:Agency) RETURN g.id, g.name, r, a.name AS member, NULL AS posts
ORDER BY g.id, a.id, r.id
"""
_FOUNDED = """
MATCH (d:Document)-[r:ESTABLISHES]->(g:LeadingGroup) RETURN g.id, g.name, r, NULL AS member, NULL AS posts
ORDER BY g.id, d.id, r.id
"""
_GROUPS_OF = (
    "MATCH (a {id: $id})-[:MEMBER_OF]->(g:LeadingGroup) WHERE $label IN labels(a) RETURN g.id",
    "MATCH (a:Agency {id: $id})<-[:POST_IN]-(:Post)-[:MEMBER_OF|HEADS_OFFICE_OF]->(g:LeadingGroup) RETURN g.id",
    "MATCH (a:Agency {id: $id})<-[:POST_IN]-(:Post)<-[:HOLDS]-(:Person)-[:MEMBER_OF|HEADS_OFFICE_OF]->(g:LeadingGroup) "
    "RETURN g.id",
    "MATCH (a:Agency {id: $id})<-[:AFFILIATED_WITH]-(:Person)-[:MEMBER_OF|HEADS_OFFICE_OF]->(g:LeadingGroup) "
    "RETURN g.id",
    "MATCH (a:Agency {id: $id})<-[:OFFICE_IN]-(g:LeadingGroup) RETURN g.id",
)
"""The groups in which a body has a seat, or whose office it hosts."""

_TIMEOUT = 300.0

_MOST_BODIES = 16_000
"""Columns of the matrix: a workbook has 16,384. The other sheets hold all bodies."""


_SAID_IN = (Column("文件", 22), Column("条款", 18), Column("出处", 8))
_NO_SIDE = [Item("")] * 2


def ledger(store: Store, evidence: Evidence, workspace: Workspace | None, scope: Scope) -> Ledger:
    """The 责任清单 of the duties in scope. Doubts are known where the workspace is at hand."""
    made = _Maker(store, evidence, scope)
    made.add_sheets(workspace)
    return made.ledger


class _Maker:
    """A ledger under construction."""

    def __init__(self, store: Store, evidence: Evidence, scope: Scope) -> None:
        self.ledger = Ledger(f"责任清单{f'：{scope.said}' if scope.said else ''}")
        self._store = store
        self._evidence = evidence
        self._scope = scope
        found = tasks(store, evidence, scope)
        self._ids = {task.id for task in found}
        self._said = _each_once(found)
        self._tasks = [same[0] for same in self._said.values()]
        self._documents = {task.document for task in self._tasks}
        self._owned: dict[tuple[str, str], list[tuple[Task, list[Owner]]]] = defaultdict(list)
        for task in self._tasks:
            for body, owners in _by_body(task.owners).items():
                self._owned[body].append((task, owners))
        known = self._ids | self._documents
        bases = store.query(_BASES, timeout=_TIMEOUT).rows
        self._bases = [row for row in bases if not self._narrowed or str(row[2]) in known]
        self._based_on: dict[str, dict[str, None]] = defaultdict(dict)
        for r, _, id_, _, _, title, number, _ in self._bases:
            said = f"《{title}》{f'（{number}）' if number else ''}{entity(r).get('article') or ''}"
            self._based_on[str(id_)][said] = None

    def add_sheets(self, workspace: Workspace | None) -> None:
        self.ledger.sheets = [
            self._matrix(),
            self._blocks(),
            self._groups(),
            self._authority(),
            self._changes(),
            self._times(),
            self._doubts(workspace),
        ]

    # -- the sheets

    def _matrix(self) -> Sheet:
        """Tasks by bodies, those with most duties first."""
        bodies = dict(islice(bodies_of(self._tasks).items(), _MOST_BODIES))
        at = {body: number for number, body in enumerate(bodies)}
        columns = [Column("序号", 5), Column("任务", 50), Column("时限", 12), Column("文件", 20), Column("出处", 6)]
        rows = [
            [Item(str(number)), *self._task(task), *self._said_in(task)[::2], *self._roles(task, at)]
            for number, task in enumerate(self._tasks, 1)
        ]
        return Sheet("责任矩阵", [*columns, *(Column(body.name, 4) for body in bodies.values())], rows, 2, len(columns))

    def _roles(self, task: Task, at: Mapping[tuple[str, str], int]) -> list[Item]:
        """The role of each body in a task, `at` its place; "" where it has none, as nearly all have."""
        roles = [Item("")] * len(at)
        for body, owners in _by_body(task.owners).items():
            if body in at:
                roles[at[body]] = self._owner(task, owners)
        return roles

    def _blocks(self) -> Sheet:
        """A block a body (only the one that is asked for): its tasks by role, then as they come."""
        columns = (
            Column("部门", 22),
            Column("序号", 6),
            Column("任务", 50),
            Column("角色", 8),
            Column("时限", 14),
            Column("共同承担", 26),
            Column("依据", 30),
            *_SAID_IN,
        )
        bodies = bodies_of(self._tasks)
        kept = [key for key in bodies if self._scope.body in (None, key)]
        rows = [row for key in kept for row in self._block(bodies[key].name, key)]
        return Sheet("分部门任务清单", columns, rows, 1, block=True)

    def _block(self, name: str, body: tuple[str, str]) -> Iterator[list[Item]]:
        owned = sorted(self._owned[body], key=lambda pair: ROLES.index(pair[1][0].role))
        for number, (task, owners) in enumerate(owned, 1):
            others = _named(owner for owner in task.owners if (owner.label, owner.id) != body)
            text, time = self._task(task)
            yield [
                Item(name),
                Item(str(number)),
                text,
                self._owner(task, owners),
                time,
                Item(others),
                Item("；".join(self._based_on.get(task.id, ()))),
                *self._said_in(task),
            ]

    def _groups(self) -> Sheet:
        """The groups: what set them up, who hosts their office, who sits in them."""
        columns = (Column("机构", 40), Column("角色", 14), Column("姓名或单位", 24), Column("职务", 40), *_SAID_IN[::2])
        wanted = self._groups_in_scope()
        found: dict[tuple[str, str], list[list[Item]]] = {}
        for text in (_FOUNDED, _HOSTS, _SEATS):
            for id_, group, r, member, posts in self._store.query(text, timeout=_TIMEOUT).rows:
                if wanted is None or id_ in wanted:
                    seat = self._seat(str(group), entity(r), member, posts)
                    found.setdefault((str(group), str(id_)), []).append(seat)
        return Sheet("领导小组", columns, [row for key in sorted(found) for row in found[key]], 1, block=True)

    def _seat(self, group: str, r: Entity, member: Cell, posts: Cell) -> list[Item]:
        place = self.ledger.place(self._evidence.proof(r, ""))
        role = str(r.get("role") or schema().relationships[str(r["type"])].caption)
        held = "、".join(map(str, posts)) if isinstance(posts, list) else ""
        said = self._evidence.caption(r["document"])
        return [Item(group), Item(role, place), Item(str(member or "")), Item(held), Item(said), link(place)]

    def _groups_in_scope(self) -> set[str] | None:
        """The ids of the groups that are meant; None: all."""
        if self._scope.body is None:
            return None
        label, id_ = self._scope.body
        asked: Parameters = {"label": label, "id": id_}
        found = {str(row[0]) for text in _GROUPS_OF for row in self._store.query(text, asked).rows}
        return found | ({id_} if label == "LeadingGroup" else set())

    def _authority(self) -> Sheet:
        """On what documents rest, and tasks besides: the basis of a document is not said again of each task."""
        columns = (
            Column("文件", 22),
            Column("任务", 50),
            Column("依据词", 10),
            Column("依据文件", 44),
            Column("文号", 22),
            Column("条款", 12),
            Column("已收录", 8),
            Column("出处", 8),
        )
        whole = {(row[2], row[4], entity(row[0]).get("article")) for row in self._bases if row[1] == "Document"}
        rows = []
        for r, label, _, text, base, title, number, in_corpus in self._bases:
            known = entity(r)
            if label == "Duty" and (known["document"], base, known.get("article")) in whole:
                continue
            place = self.ledger.place(self._evidence.proof(known, ""))
            cells = (
                self._evidence.caption(known["document"]),
                text if label == "Duty" else "（全文）",
                known.get("basis"),
                title,
                number,
                known.get("article"),
                "是" if in_corpus else "否",
            )
            rows.append([*(Item(str(cell or "")) for cell in cells), link(place)])
        return Sheet("文件依据", columns, rows)

    def _changes(self) -> Sheet:
        """What documents did to bodies, the newest document first."""
        columns = (
            Column("变动", 14),
            Column("变动前", 34),
            Column("变动后", 34),
            Column("其后文件仍交给变动前单位的任务数", 18),
            Column("文件", 24),
            Column("成文日期", 12, day=True),
            Column("出处", 12),
        )
        found = changes_of(self._store, self._evidence, self._scope)
        rows = []
        for change in found:
            first, *others = [self.ledger.place(proof) for proof in change.proofs]
            source = self._evidence.sources.get(change.document)
            later = sum(count for _, count in change.before)
            rows.append(
                [
                    Item(change.caption, first),
                    Item("、".join(dict.fromkeys(body for body, _ in change.before))),
                    Item("、".join(change.after)),
                    Item(str(later) if later else ""),
                    Item(self._evidence.caption(change.document)),
                    Item((source.date if source else None) or ""),
                    _links(first, *others),
                ]
            )
        rows.sort(key=lambda row: row[5].text, reverse=True)
        return Sheet("机构变动", columns, rows)

    def _times(self) -> Sheet:
        """The tasks that have a time: by their last day, then those that recur, last and others."""
        columns = (
            Column("截止日期", 12, day=True),
            Column("起始日期", 12, day=True),
            Column("时限", 18),
            Column("周期", 10),
            Column("任务", 50),
            *(Column(schema().enums["role"][role], 24) for role in ROLES),
            *_SAID_IN,
        )
        timed = [task for task in self._tasks if task.deadline or task.due or task.recurrence or task.due_from]
        timed.sort(key=lambda task: (task.due is None, task.due or "", not task.recurrence, task.due_from is None))
        rows = [
            [
                Item(task.due or ""),
                Item(task.due_from or ""),
                Item(task.deadline or ""),
                Item(how_often(task.recurrence) if task.recurrence else ""),
                self._task(task)[0],
                *(Item(_named(owner for owner in task.owners if owner.role == role)) for role in ROLES),
                *self._said_in(task),
            ]
            for task in timed
        ]
        return Sheet("时间节点", columns, rows)

    def _doubts(self, workspace: Workspace | None) -> Sheet:
        """What only all documents together show, then what was not understood in the documents in scope."""
        columns = (
            Column("类别", 24),
            Column("程度", 6),
            Column("对象", 24),
            Column("缘由", 60),
            Column("原文", 36),
            *_SAID_IN[::2],
            Column("另一文件", 22),
            Column("另一出处", 8),
        )
        shown = [name for name, kind in KINDS.items() if kind.shown]
        rows = [self._finding(one) for one in find(tables_of(self._store), shown) if self._is_in_scope(one)]
        if workspace is None:
            unknown = (_UNREAD, "", "", "没有文本，无从列出")
            return Sheet("疑点", columns, [*rows, [*map(Item, unknown), *[Item("")] * 5]])
        ids = {source.text_sha256: source.id for source in self._evidence.sources.values()}
        for doubt in doubts(workspace.documents(), self._store):
            document = ids.get(doubt.text_sha256, doubt.source)
            if not self._narrowed or document in self._documents:
                rows.append(self._doubt(doubt, document))
        return Sheet("疑点", columns, rows)

    def _finding(self, one: Finding) -> list[Item]:
        cells = [Item(text) for text in (caption(one.kind), one.severity.caption, one.subject, one.reason)]
        cells.append(Item(one.here.quote))
        for side in (one.here, one.there):
            cells += [Item(side.name), link(place(self.ledger, self._evidence, side))] if side else _NO_SIDE
        return cells

    def _doubt(self, doubt: Doubted, document: str) -> list[Item]:
        known: Entity = {"document": document, "start": doubt.start, "end": doubt.end, "quote": doubt.quote}
        cells = (CAPTIONS.get(doubt.kind, doubt.kind), "", "", doubt.reason, doubt.quote)
        said = self._evidence.caption(document)
        return [*map(Item, cells), Item(said), link(self.ledger.place(self._evidence.proof(known, ""))), *_NO_SIDE]

    # -- cells

    def _task(self, task: Task) -> tuple[Item, Item]:
        """The task, and when it is due."""
        time = when(task.deadline, task.due_from, task.due)
        return Item(task.text), Item(time or "")

    def _said_in(self, task: Task) -> tuple[Item, Item, Item]:
        """The document, the provisions, the places: several where the document says the task more than once."""
        said = self._said[task.id]
        provisions = dict.fromkeys(one.provision for one in said if one.provision)
        places = [self.ledger.place(one.proof) for one in said]
        return Item(self._evidence.caption(task.document)), Item("；".join(provisions)), _links(*places)

    def _owner(self, task: Task, owners: Sequence[Owner]) -> Item:
        """The roles of one body in a task, the weightiest first."""
        names = schema().enums["role"]
        text = "、".join(names[owner.role] + (UNSURE if owner.confidence < LOW else "") for owner in owners)
        return Item(text, self._named_at(task, owners[0]), owners[0].role)

    def _named_at(self, task: Task, owner: Owner) -> int:
        """The place that names an owner: that of the task, or another one."""
        if owner.inside:
            return self.ledger.place(task.proof)
        known: Entity = {"document": task.document, "start": owner.start, "end": owner.end, "quote": owner.quote}
        return self.ledger.place(self._evidence.proof(known, ""))

    # -- what is in scope

    def _is_in_scope(self, one: Finding) -> bool:
        """Whether a finding is about what is in scope: the body, its tasks and groups, and what these rest on."""
        return not self._narrowed or (one.label, one.id) in self._things

    @cached_property
    def _things(self) -> set[tuple[str, str]]:
        tasks_ = {("Duty", id_) for id_ in self._ids}
        documents = {("Document", document) for document in self._documents | {str(row[4]) for row in self._bases}}
        groups = {("LeadingGroup", group) for group in self._groups_in_scope() or ()}
        return tasks_ | documents | groups | ({self._scope.body} if self._scope.body else set())

    @property
    def _narrowed(self) -> bool:
        return self._scope != Scope(said=self._scope.said)


def _each_once(found: Iterable[Task]) -> dict[str, list[Task]]:
    """By the id of the first the tasks that a document says in the same words of the same bodies: they are one row."""
    same: dict[object, list[Task]] = defaultdict(list)
    for task in found:
        times = task.deadline, task.due_from, task.due, task.recurrence
        bodies = frozenset((owner.label, owner.id, owner.role) for owner in task.owners)
        same[task.document, task.text, times, bodies].append(task)
    return {tasks_[0].id: tasks_ for tasks_ in same.values()}


def _links(first: int, *others: int) -> Item:
    """A link to a place; the numbers of several, for a cell holds one link."""
    return Item("、".join(map(str, (first, *others)))) if others else link(first)


def _by_body(owners: Iterable[Owner]) -> dict[tuple[str, str], list[Owner]]:
    """The owners of a task by body: one in each of its roles."""
    found: dict[tuple[str, str], list[Owner]] = {}
    for owner in owners:
        found.setdefault((owner.label, owner.id), []).append(owner)
    return found


def _named(owners: Iterable[Owner]) -> str:
    return "、".join(dict.fromkeys(owner.name for owner in owners))
