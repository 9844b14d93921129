"""The writing of a site, from the store to the folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from graph.site import findings, lists, networks, search, things, views
from graph.site.folder import Folder, written
from graph.site.linked import Linked, word
from graph.site.paths import FOLDERS
from graph.site.render import Renderer
from graph.site.texts import Texts
from graph.stores import Progress, Store
from graph.stores.read import tables_of
from graph.tables import Tables
from graph.views.evidence import Evidence
from graph.views.style import Foot, foot
from graph.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Options:
    """What a site is called, and the day that its foot tells (None: that on which the last source was read)."""

    title: str = "部门职责一览"
    built: date | None = None


@dataclass(frozen=True, slots=True)
class Size:
    """What was written: how many pages, files and bytes; of how many documents the text is there."""

    pages: int
    files: int
    bytes: int
    texts: int
    documents: int


def write_site(
    store: Store, workspace: Workspace | None, place: Path, options: Options, progress: Progress | None = None
) -> Size:
    """Write the site of a graph to the folder `place`; `workspace` has the texts (None: they are not at hand).

    Raises `SiteError` where something else is there, `OSError` where it cannot be written; then all is as it was.
    """
    with written(place) as folder:
        return _write(store, workspace, folder, options, progress)


def _write(
    store: Store, workspace: Workspace | None, folder: Folder, options: Options, progress: Progress | None
) -> Size:
    tables = tables_of(store)
    ids = _read(tables)
    texts = Texts(workspace, ids)
    graph = Linked(tables, texts)
    told = foot(store, workspace)
    told = replace(told, built=options.built) if options.built else told
    order = lists.ranked(graph)
    pictures = networks.chosen(graph, order)
    total = sum(node.label in FOLDERS for node in tables.nodes.values()) + len(pictures)
    render = Renderer(folder, options.title, told, total, progress)
    render.assets()
    for label in ("Agency", "LeadingGroup"):
        for node in graph.nodes(label):
            things.body(render, graph, node, pictures)
    for node in graph.nodes("Person"):
        things.person(render, graph, node)
    for id_ in _in_order(graph, texts):
        things.document(render, graph, texts, graph.node("Document", id_), pictures)
    lists.write_lists(render, graph, order)
    lists.write_front(render, graph, order, options.title)
    findings.write(render, store, workspace, graph)
    evidence, near = (Evidence(store, workspace, views.Addresses(graph, root)) for root in ("", "../"))
    views.write(render, store, evidence, _today(graph, told))
    networks.write(render, store, pictures, evidence, near)
    search.write(list(lists.items(graph, order)), lambda name, data: folder.write(*search.script(name, data)))
    return Size(render.pages, *folder.size, texts=len(texts), documents=len(ids))


def _read(tables: Tables) -> dict[str, str]:
    """The documents that were read: from the SHA-256 of the text to the id."""
    documents = [node for node in tables.sorted_nodes() if node.label == "Document"]
    return {word(node.properties["text_sha256"]): node.id for node in documents if "text_sha256" in node.properties}


def _today(graph: Linked, told: Foot) -> date:
    """The day from which duties are due or overdue: that of the foot, else that of the newest document.

    Never the clock: the same graph gives the same bytes.
    """
    dates = [word(node.properties.get("date")) for node in graph.nodes("Document") if node.properties.get("in_corpus")]
    return told.built or date.fromisoformat(max(filter(None, dates), default="1949-10-01"))


def _in_order(graph: Linked, texts: Texts) -> Sequence[str]:
    """All documents, those of one source together."""
    return [*texts.in_order(), *(node.id for node in graph.nodes("Document") if node.id not in texts)]
