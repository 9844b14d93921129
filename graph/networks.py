"""The graph as graphs of networkx, for those who work in Python: the whole of it, or a projection.

A node is keyed ``Label:id`` everywhere (ids are unique within a label only), in the whole and in each projection, so
that what is found in one is looked up in the other. Nodes and edges come in the order of their keys: the same store
gives the same graph, node by node, on every machine.

In the whole graph a relationship is keyed ``TYPE:id``. `kind` is the label or the type, `caption` the Chinese caption
of a label; `label`, which programs draw beside a node, is its name, and the Chinese caption of a relationship (a
provision has a `label` of its own in the schema). The rest are the properties of the schema, those of the proof too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import Literal, overload

import networkx as nx

from graph.schema import schema
from graph.stores import Store
from graph.stores.read import tables_of
from graph.tables import Node, Properties, Relationship, Tables, Value

Projection = Literal["agencies", "people", "documents"]


@overload
def to_networkx(store: Store, projection: None = None) -> nx.MultiDiGraph: ...
@overload
def to_networkx(store: Store, projection: Literal["agencies", "people"]) -> nx.Graph: ...
@overload
def to_networkx(store: Store, projection: Literal["documents"]) -> nx.DiGraph: ...
def to_networkx(store: Store, projection: Projection | None = None) -> nx.Graph:
    """The graph of a store: the whole as a `MultiDiGraph`, or a projection of it.

    - ``"agencies"``: a `Graph` of the bodies that own duties (groups among them), joined where they own the same duty,
      in whatever role; `shared` are the keys of those duties;
    - ``"people"``: a `Graph` of those who sit in groups (a post stands for its holder where no name is given), joined
      where they sit in the same group; `shared` are the keys of those groups;
    - ``"documents"``: a `DiGraph` of the documents that cite or are cited, from the one that cites.

    Every edge of a projection has its `weight` (how many duties or groups are shared, how many places cite) and its
    `proofs`: the relationships of the graph that it stands for, each with the document, the offsets and the words.
    Vague bodies (有关部门) are in it, with `vague` true.

    Raises `StoreError` where the store cannot be read, `ValueError` where there is no such projection.

    >>> network = to_networkx(store, "agencies")  # doctest: +SKIP
    >>> network.edges["Agency:临溪县/公安局", "Agency:临溪县/财政局"]["weight"]  # doctest: +SKIP
    2
    """
    match projection:
        case None:
            return graph_of(tables_of(store))
        case "agencies":
            return _joined(tables_of(store, ["OWNS"]), ("Agency", "LeadingGroup"))
        case "people":
            return _joined(tables_of(store, ["MEMBER_OF"]), ("Person", "Post"))
        case "documents":
            return _cited(tables_of(store, ["CITES"]))
    raise ValueError(f"no projection {projection}: agencies, people or documents")


def graph_of(tables: Tables, written: Callable[[Value], Value] = lambda value: value) -> nx.MultiDiGraph:
    """The whole of the tables; `written` makes of a value what a format can hold."""
    graph = nx.MultiDiGraph()
    for node in tables.sorted_nodes():
        graph.add_node(_key(node.label, node.id), **_written(_attributes(node), written))
    for relationship in tables.sorted_relationships():
        caption = schema().relationships[relationship.type].caption
        graph.add_edge(
            _start(relationship),
            _end(relationship),
            key=_key(relationship.type, relationship.id),
            **_written({"label": caption, "kind": relationship.type, **_sorted(relationship.properties)}, written),
        )
    return graph


# -- projections


def _joined(tables: Tables, labels: Iterable[str]) -> nx.Graph:
    """The nodes of these labels, joined where relationships lead from both to the same node."""
    by_end: dict[str, dict[str, list[Relationship]]] = defaultdict(lambda: defaultdict(list))
    for relationship in tables.sorted_relationships():
        if relationship.from_label in labels:
            by_end[_end(relationship)][_start(relationship)].append(relationship)
    graph = nx.Graph()
    graph.add_nodes_from(_nodes(tables, {start for starts in by_end.values() for start in starts}))
    shared: dict[tuple[str, str], dict[str, list[Relationship]]] = defaultdict(dict)
    for end in sorted(by_end):
        for one, other in combinations(sorted(by_end[end]), 2):
            shared[one, other][end] = by_end[end][one] + by_end[end][other]
    for (one, other), ends in sorted(shared.items()):
        proofs = [proof for end in ends.values() for proof in end]
        graph.add_edge(one, other, weight=len(ends), shared=list(ends), proofs=proofs)
    return graph


def _cited(tables: Tables) -> nx.DiGraph:
    """The documents that are at either end of a citation."""
    citations: dict[tuple[str, str], list[Relationship]] = defaultdict(list)
    for relationship in tables.sorted_relationships():
        citations[_start(relationship), _end(relationship)].append(relationship)
    graph = nx.DiGraph()
    graph.add_nodes_from(_nodes(tables, {end for ends in citations for end in ends}))
    for (citing, cited), proofs in sorted(citations.items()):
        graph.add_edge(citing, cited, weight=len(proofs), proofs=proofs)
    return graph


def _nodes(tables: Tables, keys: set[str]) -> Iterator[tuple[str, Properties]]:
    """The nodes with these keys and their attributes, in order."""
    for node in tables.sorted_nodes():
        if (key := _key(node.label, node.id)) in keys:
            yield key, _attributes(node)


# -- keys and attributes


def _key(name: str, id_: str) -> str:
    return f"{name}:{id_}"


def _start(relationship: Relationship) -> str:
    return _key(relationship.from_label, relationship.from_id)


def _end(relationship: Relationship) -> str:
    return _key(relationship.to_label, relationship.to_id)


def _attributes(node: Node) -> Properties:
    name = node.properties.get("name", node.id)
    return {
        "label": name,
        "kind": node.label,
        "caption": schema().nodes[node.label].caption,
        **_sorted(node.properties),
    }


def _sorted(properties: Properties) -> Properties:
    return {name: properties[name] for name in sorted(properties)}


def _written(attributes: Properties, written: Callable[[Value], Value]) -> Properties:
    return {name: written(value) for name, value in attributes.items()}
