"""The constraints and indexes of the graph in Neo4j 5 (Community), made from the schema: Cypher, a statement each.

`cypher/schema.cypher` is this, for people: ``python -m graph.stores.neo4j_schema > cypher/schema.cypher``.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from graph.schema import NodeType, schema

WORDS_INDEX = "dutygraph_words"
"""The full-text index over `SEARCHED`. Its analyzer, cjk, cuts Chinese into pairs of characters."""

SEARCHED: Mapping[str, tuple[str, ...]] = {
    "Agency": ("name", "names"),
    "LeadingGroup": ("name", "names"),
    "Document": ("name", "title", "number"),
    "Person": ("name", "posts"),
    "Post": ("name", "names"),
    "Licence": ("name",),
    "Duty": ("text",),
}
"""What `search` looks at, by label: the properties in which words are looked for."""

_LOOKED_UP = ("name", "number", "code", "document", "office")
"""Properties by which people look for a node; dates are indexed too."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A constraint or an index: its name and the statement that makes it where it is not there yet."""

    name: str
    statement: str


def rules() -> tuple[Rule, ...]:
    """All constraints, then all indexes."""
    return (*_constraints(), *_indexes(), _words_index())


def script() -> str:
    """All of `rules` as a script for cypher-shell and Neo4j Browser."""
    head = "// Constraints and indexes. Made from graph/schema.toml by `python -m graph.stores.neo4j_schema`.\n"
    return head + "".join(f"{rule.statement};\n" for rule in rules())


def is_words_index(type_: str, labels: Collection[str], properties: Collection[str]) -> bool:
    """Whether an index of which SHOW INDEXES says this is `WORDS_INDEX`: another one of its name finds other things."""
    searched = {name for names in SEARCHED.values() for name in names}
    return type_ == "FULLTEXT" and set(labels) == set(SEARCHED) and set(properties) == searched


def _constraints() -> Iterator[Rule]:
    for label in schema().nodes:
        name = f"dutygraph_{label}_id"
        yield Rule(name, f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE")
    for type_ in schema().relationships:
        name = f"dutygraph_{type_}_id"
        yield Rule(name, f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR ()-[r:{type_}]-() REQUIRE r.id IS UNIQUE")


def _indexes() -> Iterator[Rule]:
    for label, node_type in schema().nodes.items():
        for property_ in _indexed(node_type):
            name = f"dutygraph_{label}_{property_}"
            yield Rule(name, f"CREATE INDEX {name} IF NOT EXISTS FOR (n:{label}) ON (n.{property_})")


def _indexed(node_type: NodeType) -> list[str]:
    return [name for name, known in node_type.properties.items() if name in _LOOKED_UP or known.type == "date"]


def _words_index() -> Rule:
    labels = "|".join(SEARCHED)
    properties = ", ".join(f"n.{name}" for name in dict.fromkeys(name for names in SEARCHED.values() for name in names))
    return Rule(
        WORDS_INDEX,
        f"CREATE FULLTEXT INDEX {WORDS_INDEX} IF NOT EXISTS FOR (n:{labels}) ON EACH [{properties}] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}",
    )


if __name__ == "__main__":
    sys.stdout.write(script())
