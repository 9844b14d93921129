"""The graph as networkx graphs: the whole and its projections, each edge with its proofs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import networkx as nx
import pytest
from corpora import EXAMPLES, tables_of_sources
from graphs import LAW, NOTICE, OLD, PLAN, county

import graph
from graph.networks import Projection, graph_of, to_networkx
from graph.schema import check, schema
from graph.stores.arcade import ArcadeStore
from graph.stores.read import tables_of
from graph.tables import Node, Relationship, Tables


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArcadeStore]:
    with ArcadeStore(tmp_path_factory.mktemp("networks") / "graph") as opened:
        opened.write(county())
        yield opened


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArcadeStore]:
    with ArcadeStore(tmp_path_factory.mktemp("examples") / "graph") as opened:
        opened.write(tables_of_sources(EXAMPLES))
        yield opened


def test_the_whole_has_every_node_and_relationship_with_its_properties(store: ArcadeStore) -> None:
    whole, tables = to_networkx(store), county()
    assert (len(whole), whole.number_of_edges()) == (len(tables.nodes), len(tables.relationships))
    for node in tables.nodes.values():
        attributes = whole.nodes[f"{node.label}:{node.id}"]
        assert attributes["caption"] == schema().nodes[node.label].caption
        assert attributes.items() >= {"kind": node.label, **node.properties}.items()
    for one in tables.relationships.values():
        ends = f"{one.from_label}:{one.from_id}", f"{one.to_label}:{one.to_id}"
        attributes = whole.edges[(*ends, f"{one.type}:{one.id}")]
        assert attributes.items() >= {"kind": one.type, **one.properties}.items()


def test_lists_stay_lists(store: ArcadeStore) -> None:
    assert to_networkx(store).nodes["Agency:临溪县安监局"]["names"] == ["县安监局", "安监局"]


JOINED = [
    (
        "agencies",
        "Agency:临溪县安监局",
        "Agency:临溪县财政局",
        2,
        "leads one duty that it supports, and both own another",
    ),
    ("agencies", "Agency:临溪县应急局", "Agency:临溪县财政局", 1, "leads what it is responsible for"),
    ("agencies", "Agency:临溪县安监局", "Agency:临溪县应急局", 0, "the same words, in two documents, are two duties"),
    ("people", "Person:王明", "Post:县财政局局长", 1, "a post without a name sits in one of his two groups"),
    ("documents", f"Document:{NOTICE}", f"Document:{PLAN}", 1, "cites it"),
    ("documents", f"Document:{PLAN}", f"Document:{NOTICE}", 0, "does not cite it back"),
    ("documents", f"Document:{PLAN}", f"Document:{OLD}", 1, "cites what the corpus lacks"),
]


@pytest.mark.parametrize(("projection", "one", "other", "weight", "why"), JOINED)
def test_an_edge_counts_what_it_stands_for(
    store: ArcadeStore, projection: Projection, one: str, other: str, weight: int, why: str
) -> None:
    network = to_networkx(store, projection)
    assert network.has_edge(one, other) == bool(weight), why
    if weight:
        assert network.edges[one, other]["weight"] == weight, why


def test_the_nodes_are_those_that_take_part(store: ArcadeStore) -> None:
    assert set(to_networkx(store, "agencies")) == {
        *(f"Agency:临溪县{office}" for office in ("安监局", "应急局", "财政局")),
        "Agency:有关部门",
    }, "the bodies that own duties, a vague one and one that shares none among them; not 盐务局, which owns none"
    assert set(to_networkx(store, "people")) == {"Person:王明", "Post:县财政局局长"}, "a body in a group is no person"
    assert set(to_networkx(store, "documents")) == {f"Document:{id_}" for id_ in (PLAN, NOTICE, LAW, OLD)}, "no reform"


def test_a_node_is_the_same_in_the_whole_and_in_a_projection(store: ArcadeStore) -> None:
    whole = to_networkx(store)
    for projection in get_args(Projection):
        for key, attributes in to_networkx(store, projection).nodes(data=True):
            assert attributes == whole.nodes[key]


def test_an_edge_shows_what_is_shared_and_the_words_that_prove_it(store: ArcadeStore) -> None:
    edge = to_networkx(store, "agencies").edges["Agency:临溪县安监局", "Agency:临溪县财政局"]
    assert edge["shared"] == ["Duty:d1", "Duty:d4"]
    assert [(proof.from_id, proof.to_id, proof.properties["role"]) for proof in edge["proofs"]] == [
        ("临溪县安监局", "d1", "lead"),
        ("临溪县财政局", "d1", "support"),
        ("临溪县安监局", "d4", "responsible"),
        ("临溪县财政局", "d4", "responsible"),
    ]


def two_roles() -> Tables:
    """A body that owns a duty in two roles, with another one."""
    tables = county()
    [lead] = [one for one in tables.relationships.values() if one.from_id == "临溪县安监局" and one.to_id == "d1"]
    again = Relationship(lead.type, "again", *ends_of(lead), {**lead.properties, "role": "responsible"})
    tables.add_relationship(again)
    return tables


def ends_of(one: Relationship) -> tuple[str, str, str, str]:
    return one.from_label, one.from_id, one.to_label, one.to_id


def test_two_roles_in_one_duty_are_one_duty_and_no_edge_to_oneself(tmp_path: Path) -> None:
    with ArcadeStore(tmp_path / "graph") as store:
        store.write(two_roles())
        network = to_networkx(store, "agencies")
    edge = network.edges["Agency:临溪县安监局", "Agency:临溪县财政局"]
    assert (edge["weight"], len(edge["proofs"])) == (2, 5)
    assert not list(nx.selfloop_edges(network))


@pytest.mark.parametrize("projection", get_args(Projection))
def test_every_edge_of_the_examples_is_proved(examples: ArcadeStore, projection: Projection) -> None:
    network, known = to_networkx(examples, projection), tables_of(examples).relationships
    assert network.number_of_edges()
    for one, other, edge in network.edges(data=True):
        assert edge["weight"] == len(edge.get("shared", edge["proofs"]))
        for proof in edge["proofs"]:
            assert known[proof.type, proof.id] == proof
            assert f"{proof.from_label}:{proof.from_id}" in (one, other)
            assert proof.properties["quote"]


@pytest.mark.parametrize("projection", [None, *get_args(Projection)])
def test_the_order_is_that_of_the_keys(examples: ArcadeStore, projection: Projection | None) -> None:
    network = to_networkx(examples) if projection is None else to_networkx(examples, projection)
    assert list(network) == sorted(network)
    if projection is not None:
        assert list(network.edges) == sorted(network.edges)


@pytest.mark.parametrize("types", [["OWNS"], ["CITES", "PART_OF"], []])
def test_a_part_of_a_store_is_whole_in_itself(store: ArcadeStore, types: list[str]) -> None:
    part = tables_of(store, types)
    assert {one.type for one in part.relationships.values()} == set(types) & {
        type_ for type_, _ in county().relationships
    }
    assert not check(part), "no relationship without both of its nodes"


def test_no_tables_make_no_graph() -> None:
    assert len(graph_of(Tables())) == 0


def test_a_node_without_a_name_is_called_by_its_id() -> None:
    tables = Tables()
    tables.add_node(Node("Agency", "a", {}))
    assert graph_of(tables).nodes["Agency:a"]["label"] == "a"


def test_an_unknown_projection_is_refused(store: ArcadeStore) -> None:
    with pytest.raises(ValueError, match="agencies, people or documents"):
        to_networkx(store, "bodies")  # type: ignore[call-overload]


def test_it_is_at_the_door_of_the_package_and_waits_until_it_is_asked_for() -> None:
    assert graph.to_networkx is to_networkx
    with pytest.raises(AttributeError, match="no attribute 'to_graph'"):
        graph.to_graph  # noqa: B018
    code = (
        "import sys, graph; assert 'networkx' not in sys.modules; graph.to_networkx; assert 'networkx' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
