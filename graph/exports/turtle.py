"""RDF in Turtle, through rdflib (extra `turtle`): W3C ORG for bodies, ELI for documents, PROV-O for the proofs.

- A node is named by its IRI (`graph.exports.iri`), has the class of its label and, where there is one, of a known
  vocabulary; texts are @zh.
- A relationship is a triple between the two, and a node of its own with its proof: an `rdf:Statement` that was quoted
  (`prov:wasQuotedFrom`) from a document, with offsets, words, rule and confidence. A change of a body is an
  `org:ChangeEvent`, a seat in a group an `org:Membership`.
- What the known vocabularies have no word for has one of `urn:dutygraph:schema:`, named as in the schema.

`shapes.ttl` beside this file says in SHACL what every such graph holds; the tests hold them to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import BinaryIO

from rdflib import DCTERMS, FOAF, ORG, PROV, RDF, SKOS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.term import Node as Term

from graph.exports.iri import BASE, iri
from graph.exports.text import xml_text
from graph.schema import Property, schema
from graph.tables import Node, Properties, Relationship, Tables, Value

ELI = Namespace("http://data.europa.eu/eli/ontology#")
OURS = Namespace(f"{BASE}schema:")

_CLASSES: Mapping[str, URIRef] = {
    "Agency": ORG.Organization,
    "LeadingGroup": ORG.OrganizationalCollaboration,
    "Post": ORG.Post,
    "Person": FOAF.Person,
    "Document": ELI.LegalResource,
    "Provision": ELI.LegalResourceSubdivision,
    "Jurisdiction": DCTERMS.Location,
}
_PROPERTIES: Mapping[tuple[str, str], URIRef] = {
    ("Document", "title"): ELI.title,
    ("Document", "number"): ELI.id_local,
    ("Document", "date"): ELI.date_document,
    ("Document", "effective_from"): ELI.first_date_entry_in_force,
    ("Document", "effective_to"): ELI.date_no_longer_in_force,
    ("Duty", "text"): DCTERMS.description,
}
"""By label and property; `name` and `names` are labels everywhere."""

_TYPES: Mapping[str, URIRef] = {
    "ISSUED_BY": ELI.passed_by,
    "CITES": ELI.cites,
    "BASED_ON": ELI.based_on,
    "REPEALS": ELI.repeals,
    "AMENDS": ELI.amends,
    "CONTAINS": ELI.has_part,
    "STATED_IN": PROV.wasDerivedFrom,
    "SUBORDINATE_TO": ORG.subOrganizationOf,
    "HOLDS": ORG.holds,
    "POST_IN": ORG.postIn,
    "AFFILIATED_WITH": ORG.memberOf,
    "IN": DCTERMS.spatial,
    "PART_OF": DCTERMS.isPartOf,
}
_NOT_OF = frozenset((("Duty", "BASED_ON"),))
"""Ends that the word of a known vocabulary does not take: ELI's is of documents."""

_TWO_BODIES = frozenset(("RENAMED_TO", "MERGED_INTO", "TRANSFERS_DUTIES_TO", "TRANSFERS_STAFF_TO"))
_ENDED, _BEGUN = frozenset(("ABOLISHES", "RENAMES")), frozenset(("CREATES",))


_NO_WORDS = frozenset(
    (
        "rule",
        "source",
        "sources",
        "text_sha256",
        "code",
        "recurrence",
        "form",
        "document",
        "place",
        "number",
        "registration",
    )
)
"""Properties that are codes, ids and names of files: they have no language."""


def write(tables: Tables, file: BinaryIO) -> None:
    """Write the tables; see `graph.exports.FileFormat`."""
    graph = Graph(bind_namespaces="none")
    named = {"dct": DCTERMS, "foaf": FOAF, "org": ORG, "prov": PROV, "rdf": RDF, "skos": SKOS, "xsd": XSD}
    for prefix, namespace in {**named, "eli": ELI, "dg": OURS}.items():
        graph.bind(prefix, namespace)
    for node in tables.sorted_nodes():
        _add_node(graph, node)
    for relationship in tables.sorted_relationships():
        _add_relationship(graph, relationship)
    file.write(graph.serialize(format="turtle").encode())


def _add_node(graph: Graph, node: Node) -> None:
    subject = URIRef(iri(node.label, node.id))
    graph.add((subject, RDF.type, OURS[node.label]))
    if node.label in _CLASSES:
        graph.add((subject, RDF.type, _CLASSES[node.label]))
    graph.add((subject, DCTERMS.identifier, Literal(xml_text(node.id))))
    predicates = {name: known for (label, name), known in _PROPERTIES.items() if label == node.label}
    predicates |= {"name": SKOS.prefLabel, "names": SKOS.altLabel}
    _add_properties(graph, subject, node.properties, schema().nodes[node.label].properties, predicates)


def _add_relationship(graph: Graph, one: Relationship) -> None:
    start, end = URIRef(iri(one.from_label, one.from_id)), URIRef(iri(one.to_label, one.to_id))
    predicate = OURS[one.type] if (one.from_label, one.type) in _NOT_OF else _TYPES.get(one.type, OURS[one.type])
    if one.type == "OWNS":
        # Told from the duty, in the words of the schema: lead, support, responsible.
        start, predicate, end = end, OURS[str(one.properties["role"])], start
    graph.add((start, predicate, end))
    statement = URIRef(iri(one.type, one.id))
    graph.add((statement, RDF.type, OURS[one.type]))
    graph.add((statement, RDF.type, RDF.Statement))
    for part, term in ((RDF.subject, start), (RDF.predicate, predicate), (RDF.object, end)):
        graph.add((statement, part, term))
    document = URIRef(iri("Document", str(one.properties["document"])))
    graph.add((statement, PROV.wasQuotedFrom, document))
    rest = {name: value for name, value in one.properties.items() if name != "document"}
    _add_properties(graph, statement, rest, schema().relationships[one.type].properties, {})
    for word, said in _event(one, statement, start, end, document):
        graph.add((statement, word, said))


def _event(
    one: Relationship, statement: URIRef, start: URIRef, end: URIRef, document: URIRef
) -> list[tuple[URIRef, Term]]:
    """What ORG says of a change of a body, or of a seat in a group; [] for any other relationship."""
    if one.type == "MEMBER_OF":
        return [(RDF.type, ORG.Membership), (ORG.member, start), (ORG.organization, end)]
    parts: list[tuple[URIRef, Term]] = []
    if one.type in _TWO_BODIES:
        parts = [(ORG.originalOrganization, start), (ORG.resultingOrganization, end)]
    elif one.type in _ENDED | _BEGUN:
        parts = [(ORG.resultingOrganization if one.type in _BEGUN else ORG.originalOrganization, end)]
    return [(RDF.type, ORG.ChangeEvent), (PROV.used, document), *parts] if parts else []


def _add_properties(
    graph: Graph,
    subject: URIRef,
    properties: Properties,
    known: Mapping[str, Property],
    predicates: Mapping[str, URIRef],
) -> None:
    for name in sorted(properties):
        value = properties[name]
        for item in value if isinstance(value, list) else [value]:
            graph.add((subject, predicates.get(name, OURS[name]), _literal(name, item, known[name])))


def _literal(name: str, value: Value, known: Property) -> Literal:
    """The value with its type: words are Chinese, days are days; words of the schema have no language."""
    if not isinstance(value, str):
        return Literal(value)
    if known.type == "date":
        return Literal(value, datatype=XSD.date)
    return Literal(xml_text(value), lang=None if known.enum or name in _NO_WORDS else "zh")
