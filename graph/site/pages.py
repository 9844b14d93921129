"""The pages of a site: what stands on each of them, and the writing of all."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from jinja2 import Template

from graph.answers import ROLES
from graph.schema import schema
from graph.site import findings, search, sections
from graph.site.folder import Folder, written
from graph.site.linked import Duty, Linked, Ref, whole, word, words
from graph.site.paths import FOLDERS, numbered, page_of, root_of
from graph.site.sections import Section
from graph.site.texts import Texts
from graph.stores import Progress, Store
from graph.stores.read import tables_of
from graph.tables import Node
from graph.views.style import Foot, environment, foot, stylesheet
from graph.workspace import Workspace

ROWS = 500
"""How many rows a page shows; more go to further pages."""

_ASSETS = ("site.css", "search.js", "text.js")
_PLACES = (
    ("agencies", "机关单位"),
    ("documents", "文件"),
    ("groups", "议事协调机构"),
    ("people", "人员"),
    ("findings", "待查事项"),
)
_LISTS = {"Agency": "agencies", "Document": "documents", "LeadingGroup": "groups", "Person": "people"}
_TOP = 12
"""How many things of a kind the front page names."""

# Scripts and styles of the folder alone: 'self' is the folder on a server, file: the folder on a disk.
_POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; form-action 'self' file:; base-uri 'none'"
)

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Options:
    """What a site is called, and the day that its foot tells (None: that on which the last source was read)."""

    title: str = "部门职责一览"
    built: date | None = None


@dataclass(frozen=True, slots=True)
class Size:
    """What was written: how many pages, files and bytes; how many of the documents have their text."""

    pages: int
    files: int
    bytes: int
    texts: int
    documents: int


@dataclass(frozen=True, slots=True)
class Chips:
    """What stands under the heading of a page: the kind of thing, its level, further words."""

    label: str
    kind: str
    level: str
    words: Sequence[str]


def write_site(
    store: Store, workspace: Workspace | None, place: Path, options: Options, progress: Progress | None = None
) -> Size:
    """Write the site of a graph to the folder `place`; `workspace` has the texts (None: they are not at hand).

    Raises `SiteError` where something else is there, `OSError` where it cannot be written; then all is as it was.
    """
    with written(place) as folder:
        return _Site(store, workspace, folder, options, progress).write()


class _Site:
    def __init__(
        self, store: Store, workspace: Workspace | None, folder: Folder, options: Options, progress: Progress | None
    ) -> None:
        self._store = store
        self._workspace = workspace
        self._folder = folder
        self._options = options
        self._progress = progress
        tables = tables_of(store)
        documents = [node for node in tables.sorted_nodes() if node.label == "Document"]
        ids = {word(node.properties.get("text_sha256")): node.id for node in documents}
        self._texts = Texts(workspace, ids)
        self._graph = Linked(tables, self._texts)
        self._pages = 0
        self._total = sum(node.label in FOLDERS for node in tables.nodes.values())
        told = foot(store, workspace)
        self._foot: Foot = replace(told, built=options.built) if options.built else told
        self._environment = environment("graph.site")
        self._environment.globals.update(
            site=options.title, places=_PLACES, policy=_POLICY, foot=self._foot, lead="", chips=None
        )
        self._templates: dict[str, Template] = {}

    def write(self) -> Size:
        """All of it."""
        self._assets()
        for label in ("Agency", "LeadingGroup"):
            for node in self._graph.nodes(label):
                self._body(node)
        for node in self._graph.nodes("Person"):
            self._person(node)
        read = list(self._texts.in_order())
        for id_ in read:
            self._document(self._graph.node("Document", id_))
        others = [node for node in self._graph.nodes("Document") if node.id not in self._texts]
        for node in others:
            self._document(node)
        self._lists()
        self._findings()
        self._front()
        self._search()
        held = sum(node.properties.get("text_sha256") is not None for node in self._graph.nodes("Document"))
        return Size(self._pages, *self._folder.size, texts=len(read), documents=held)

    # -- files

    def _assets(self) -> None:
        self._folder.write("assets/style.css", stylesheet().encode())
        for name in _ASSETS:
            self._folder.write(f"assets/{name}", files("graph.site").joinpath("assets", name).read_bytes())

    def _page(self, path: str, template: str, here: str, **values: object) -> None:
        if template not in self._templates:
            self._templates[template] = self._environment.get_template(f"templates/{template}.html")
        root = root_of(path)
        page = self._templates[template].render(root=root, stylesheet=f"{root}assets/style.css", here=here, **values)
        self._folder.write(path, page.encode())
        self._pages += 1
        if self._progress is not None and self._pages <= self._total:
            self._progress("writing pages", self._pages, self._total)

    # -- a page a thing

    def _body(self, node: Node) -> None:
        """An agency or a leading group, on as many pages as its duties need."""
        graph, label = self._graph, node.label
        duties = graph.owned(label, node.id)
        is_group = label == "LeadingGroup"
        around = sections.group(graph, node.id) if is_group else sections.agency(graph, node.id)
        members = sections.members(graph, node.id) if is_group else []
        roles = Counter(_role(duty, node.id) for duty in duties)
        path = page_of(label, node.id)
        for number, some in _split(duties):
            first = number == 1
            self._page(
                numbered(path, number),
                "body",
                "",
                title=_name(node) + ("" if first else f"（第 {number} 页）"),
                id=node.id,
                chips=_chips(node),
                known=self._known(node) if first else [],
                joined=words(node.properties.get("joined")) if first else [],
                parts=_contents(around, len(duties), len(members)) if first else [],
                members=members if first else [],
                duties=some,
                all_duties=len(duties),
                counted=[(role, roles[role]) for role in ROLES if roles[role]],
                pages=_pages(path, len(duties), number),
                sections=around if first else [],
            )

    def _person(self, node: Node) -> None:
        self._page(
            page_of("Person", node.id),
            "person",
            "",
            title=_name(node),
            chips=_chips(node),
            known=self._known(node),
            sections=sections.person(self._graph, node.id),
        )

    def _document(self, node: Node) -> None:
        duties = self._graph.stated(node.id)
        around = sections.document(self._graph, node.id)
        text = self._texts.text(node.id, self._graph)
        parts = _contents(around, len(duties), 0)
        captions = schema().nodes
        self._page(
            page_of("Document", node.id),
            "document",
            "",
            title=_name(node),
            chips=_chips(node),
            known=self._known(node),
            parts=[("text", "原文", text.characters), *parts] if text else parts,
            duties=duties,
            bases=self._own_bases(node.id, duties),
            sections=around,
            text=text,
            why=self._why_no_text(node),
            source=word(node.properties.get("source")),
            linked=[(label, captions[label].caption) for label in FOLDERS],
        )

    def _own_bases(self, document: str, duties: Sequence[Duty]) -> dict[str, list[Ref]]:
        """What a duty rests on besides that which the whole document rests on."""
        whole_document = {one.to_id for one in self._graph.out("Document", document, "BASED_ON")}
        own = {duty.id: [base for base in duty.bases if base.id not in whole_document] for duty in duties}
        return {id_: bases for id_, bases in own.items() if bases}

    def _why_no_text(self, node: Node) -> str:
        """Why the page of a document has no text ("": it has one, or its carrier has it)."""
        if not node.properties.get("in_corpus"):
            return "收录的文件引用了它，但它本身没有收录，因此没有原文。"
        if node.properties.get("text_sha256") is None or node.id in self._texts:
            return ""
        return "制作网页时原文不在手边，因此只列出作为依据的语句。"

    def _known(self, node: Node) -> list[tuple[str, Sequence[str | Ref]]]:
        """What is known of a node, under its captions."""
        known, graph = node.properties, self._graph
        pairs: list[tuple[str, Sequence[str | Ref]]] = []
        if node.label == "Document":
            around = {
                type_: [graph.ref(one.to_label, one.to_id) for one in graph.out("Document", node.id, type_)]
                for type_ in ("ISSUED_BY", "ADDRESSED_TO", "PRINTED_IN")
            }
            captions = schema().relationships
            pairs += [(captions[type_].caption, list(dict.fromkeys(refs))) for type_, refs in around.items()]
        if place := known.get("place"):
            pairs.append(("区划", [graph.ref("Jurisdiction", word(place)).name]))
        for name in _SHOWN[node.label]:
            values = words(known.get(name)) or [word(known.get(name))]
            values = [value for value in values if value and value != _name(node)]
            pairs.append((schema().nodes[node.label].properties[name].caption, values))
        return [(caption, values) for caption, values in pairs if values]

    # -- lists

    def _lists(self) -> None:
        """A list of all things of each kind, the weightiest first."""
        for label, place in _LISTS.items():
            columns, rows = self._rows(label)
            caption = schema().nodes[label].caption
            for number, some in _split(rows):
                self._page(
                    numbered(f"{place}.html", number),
                    "list",
                    place,
                    title=caption if number == 1 else f"{caption}（第 {number} 页）",
                    lead=f"共 {len(rows):,} 项{_SORTED[label]}",
                    columns=columns,
                    rows=some,
                    pages=_pages(f"{place}.html", len(rows), number),
                )

    def _rows(self, label: str) -> tuple[tuple[str, ...], list[tuple[Ref | str | int, ...]]]:
        graph = self._graph
        rows: list[tuple[Ref | str | int, ...]] = []
        if label == "Agency":
            for node in self._ranked(label):
                roles = Counter(_role(duty, node.id) for duty in graph.owned(label, node.id))
                rows.append((graph.ref(label, node.id), self._place(node), *(roles[role] for role in ROLES)))
            return ("名称", "区划", *(schema().enums["role"][role] for role in ROLES)), rows
        if label == "LeadingGroup":
            for node in self._ranked(label):
                seats = len(graph.into(label, node.id, "MEMBER_OF"))
                hosts = graph.out(label, node.id, "OFFICE_IN")
                host = graph.ref("Agency", hosts[0].to_id) if hosts else ""
                duties = len(graph.owned(label, node.id))
                rows.append((graph.ref(label, node.id), self._place(node), host, seats, duties))
            return ("名称", "区划", "办公室设在", "成员", "任务"), rows
        if label == "Person":
            for node in self._ranked(label):
                posts = "、".join(words(node.properties.get("posts")))
                groups = len(graph.out(label, node.id, "MEMBER_OF"))
                rows.append((graph.ref(label, node.id), posts, self._place(node), groups))
            return ("姓名", "职务", "区划", "参加机构"), rows
        for node in self._ranked(label):
            known = node.properties
            state = "" if known.get("in_corpus") else "未收录"
            number = word(known.get("number"))
            rows.append((graph.ref(label, node.id), number, word(known.get("date")), len(graph.stated(node.id)), state))
        return ("标题", "文号", "成文日期", "任务", ""), rows

    def _ranked(self, label: str) -> list[Node]:
        """The nodes of a label, the weightiest first."""
        graph = self._graph

        def weight(node: Node) -> tuple[int | str, ...]:
            if label == "Document":
                known = node.properties
                date = word(known.get("date"))
                carried = known.get("text_sha256") is None
                return bool(known.get("in_corpus")) * 2 - carried, date, whole(known.get("cited"))
            if label == "Person":
                return (len(graph.out(label, node.id, "MEMBER_OF", "HEADS_OFFICE_OF")),)
            return len(graph.owned(label, node.id)), len(graph.into(label, node.id, "MEMBER_OF", "MENTIONS"))

        by_name = sorted(graph.nodes(label), key=lambda node: (_name(node), node.id))
        return sorted(by_name, key=weight, reverse=True)

    def _place(self, node: Node) -> str:
        place = word(node.properties.get("place"))
        return self._graph.ref("Jurisdiction", place).name if place else ""

    # -- findings, front, search

    def _findings(self) -> None:
        tables = findings.tables(self._store, self._workspace, self._graph)
        self._page(
            "findings.html",
            "findings",
            "findings",
            title="待查事项",
            lead="全部文件放在一起才看得出的问题，以及没有读懂的地方；结论要以原文为准。",
            tables=tables,
            parts=[(table.anchor, table.title, table.all) for table in tables],
        )

    def _front(self) -> None:
        graph = self._graph
        bodies = [node.id for node in self._ranked("Agency") if not node.properties.get("vague")]
        groups = sorted(self._ranked("LeadingGroup"), key=self._seats, reverse=True)
        documents = self._ranked("Document")
        named = graph.ref("Agency", bodies[0]).name if bodies else ""
        self._page(
            "index.html",
            "index",
            "index",
            title=self._options.title,
            lead=_span(graph),
            kinds=[
                (schema().nodes[label].caption, len(graph.nodes(label)), f"{place}.html")
                for label, place in _LISTS.items()
            ],
            examples=[named, search.initials(named)] if named else [],
            lists=[
                (
                    "任务最多的单位",
                    "agencies.html",
                    [
                        (graph.ref("Agency", id_), f"{len(graph.owned('Agency', id_)):,} 项任务")
                        for id_ in bodies[:_TOP]
                    ],
                ),
                (
                    "最近的文件",
                    "documents.html",
                    [(graph.ref("Document", node.id), word(node.properties.get("date"))) for node in documents[:_TOP]],
                ),
                (
                    "成员最多的议事协调机构",
                    "groups.html",
                    [(graph.ref("LeadingGroup", node.id), f"{self._seats(node):,} 个席位") for node in groups[:_TOP]],
                ),
            ],
        )

    def _seats(self, node: Node) -> int:
        return len(self._graph.into("LeadingGroup", node.id, "MEMBER_OF"))

    def _search(self) -> None:
        search.write(
            list(self._items()), lambda name, data: self._folder.write(f"data/{name}.js", search.script(name, data))
        )

    def _items(self) -> Iterator[search.Item]:
        """Everything that can be found, kind by kind."""
        graph = self._graph
        for label in _LISTS:
            caption = schema().nodes[label].caption
            for node in self._ranked(label):
                ref, known = graph.ref(label, node.id), node.properties
                forms = [*words(known.get("names")), word(known.get("number"))]
                forms = [form for form in dict.fromkeys(forms) if form and form != ref.name]
                detail = "、".join(words(known.get("posts"))) or word(known.get("number")) or self._place(node)
                yield search.Item(caption, ref.name, tuple(forms), detail, ref.href)
        for node in self._ranked("Document"):
            for duty in graph.stated(node.id):
                owners = "、".join(dict.fromkeys(owner.ref.name for owner in duty.owners))
                named = word(node.properties.get("number")) or _name(node)
                yield search.Item(
                    schema().nodes["Duty"].caption, duty.text, (), f"{owners}　{named}", duty.proof.href, initials=False
                )


_SHOWN = {
    "Agency": ("names",),
    "LeadingGroup": ("names",),
    "Document": ("number", "date", "effective_from", "effective_to", "registration"),
    "Person": ("posts",),
}
"""The properties that a page tells, by label."""

_SORTED = {
    "Agency": "，任务多的在前。",
    "LeadingGroup": "，任务多的在前。",
    "Document": "，收录的在前，新的在前。",
    "Person": "，参加机构多的在前。",
}


def _name(node: Node) -> str:
    return word(node.properties.get("name")) or node.id


def _role(duty: Duty, body: str) -> str:
    """The weightiest role in which a body owns a duty."""
    return min((owner.role for owner in duty.owners if owner.ref.id == body), key=ROLES.index)


def _chips(node: Node) -> Chips:
    known = node.properties
    said = [
        caption
        for name, caption in (("collective", "统称"), ("vague", "所指不明"), ("established", "本库文件设立"))
        if known.get(name)
    ]
    if node.label == "Document" and not known.get("in_corpus"):
        said.append("未收录")
    return Chips(node.label, schema().nodes[node.label].caption, word(known.get("level")), said)


def _contents(around: Sequence[Section], duties: int, members: int) -> list[tuple[str, str, int]]:
    """The parts of a page: anchors, captions, numbers."""
    parts = [("members", "组成人员", members), ("duties", "职责任务", duties)]
    return [part for part in parts if part[2]] + [(of.anchor, of.title, of.all) for of in around]


def _count(things: Sequence[object], unit: str) -> str:
    return f"{len(things):,} {unit}"


def _split(rows: Sequence[Item]) -> Iterator[tuple[int, Sequence[Item]]]:
    """The rows of each page, with its number; one page where there are none."""
    for number in range(1, max(1, math.ceil(len(rows) / ROWS)) + 1):
        yield number, rows[(number - 1) * ROWS : number * ROWS]


def _pages(path: str, rows: int, here: int) -> list[tuple[int, str, bool]]:
    """The pages of a list: number, address, whether it is this one."""
    count = max(1, math.ceil(rows / ROWS))
    return [(number, numbered(path, number), number == here) for number in range(1, count + 1)]


def _span(graph: Linked) -> str:
    """From when to when the documents are."""
    dates = sorted(
        word(node.properties.get("date"))
        for node in graph.nodes("Document")
        if node.properties.get("in_corpus") and node.properties.get("date")
    )
    return f"收录文件成文于 {dates[0]} 至 {dates[-1]}。" if dates else ""
