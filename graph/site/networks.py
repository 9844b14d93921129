"""The networks of `graph.views` as pages of the site: all citations, and what is around the weightiest things."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graph.site.linked import Linked
from graph.site.lists import Ranked
from graph.site.paths import picture_of
from graph.site.render import Renderer
from graph.site.things import Pictures
from graph.stores import Store
from graph.tables import Node
from graph.views import agency, citations, document, group, network
from graph.views.evidence import Evidence
from graph.views.picture import Picture

MOST = 100
"""How many things of a kind have a picture; `dutygraph view` draws the others."""

_AROUND, _CITED = 20, 200
"""How much of a kind a picture shows, and how many documents that of all citations."""

_DRAWN: Mapping[str, Callable[[Store, Evidence, str, int], Picture]] = {
    "Agency": agency.picture,
    "Document": document.picture,
    "LeadingGroup": group.picture,
}


def chosen(graph: Linked, order: Ranked) -> Pictures:
    """The things that have a picture: of each kind the weightiest around which there is something to draw."""
    made = {}
    for label in _DRAWN:
        nodes = [node for node in order[label] if _joined(graph, node)][:MOST]
        made.update({(label, node.id): picture_of(label, node.id) for node in nodes})
    return made


def write(render: Renderer, store: Store, pictures: Pictures, evidence: Evidence, near: Evidence) -> None:
    """Write the pictures; `evidence` leads from the root of the site to its pages, `near` from a folder in it."""
    render.network("citations.html", "citations", network.values(citations.picture(store, evidence, _CITED)))
    for (label, id_), path in pictures.items():
        render.network(path, "", network.values(_DRAWN[label](store, near, id_, _AROUND)))


def _joined(graph: Linked, node: Node) -> bool:
    """Whether a picture of the node says more than its name."""
    here = node.label, node.id
    if node.label == "Document":
        cites = graph.out(*here, "CITES", "BASED_ON") or graph.into(*here, "CITES", "BASED_ON")
        return node.properties.get("in_corpus") is True and bool(cites or graph.stated(node.id))
    return bool(graph.owned(*here) or graph.into(*here, "MEMBER_OF"))
