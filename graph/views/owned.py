"""The duties of a graph with all their owners: what the matrix and the calendar are made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.answers import ROLES
from graph.stores import Cell, Parameters, Store
from graph.views.evidence import Entity, Evidence, Proof
from graph.views.picture import entity

_TIMEOUT = 300.0

_DUTIES = """
MATCH (t:Duty) WHERE $all OR t.document IN $documents
RETURN t ORDER BY t.document, t.start, t.id
"""
_OWNERS = """
MATCH (b)-[o:OWNS]->(t:Duty) WHERE $all OR t.document IN $documents
RETURN t.id, labels(b)[0], b.id, b.name, b.place, o.role, o.as_written, o.start, o.end, o.quote, o.confidence
ORDER BY t.id, o.start, b.id, o.id
"""
_CARRIERS = """
MATCH (e:Document)-[:PROMULGATES|ATTACHES*0..3]->(d:Document {id: $id}) RETURN DISTINCT e.id
"""
_PLACES = "MATCH (j:Jurisdiction)-[:PART_OF*0..5]->(:Jurisdiction {id: $id}) RETURN DISTINCT j.id"


@dataclass(frozen=True, slots=True)
class Scope:
    """Which duties are meant: those of a body (its label and id), of a document, of the bodies of a place and of the
    places below it; None: of all. `said` tells it to a reader (临溪县财政局), "" where all are meant.
    """

    body: tuple[str, str] | None = None
    document: str | None = None
    place: str | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class Owner:
    """A body that owns a duty. `inside`: where its name stands in the words of the duty, None: it stands elsewhere.

    `start`, `end` and `quote` are the proof; `confidence` is how often the rule that read it was right (0 to 1);
    `page` is its page in the site that is made ("": it has none).
    """

    label: str
    id: str
    name: str
    place: str | None
    role: str
    as_written: str
    start: int
    end: int
    quote: str
    confidence: float
    inside: tuple[int, int] | None
    page: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """A duty with its proof and its owners, the weightiest role first, each role of a body once."""

    id: str
    text: str
    document: str
    provision: str | None
    deadline: str | None
    due_from: str | None
    due: str | None
    recurrence: str | None
    start: int
    proof: Proof
    owners: Sequence[Owner]


def tasks(store: Store, evidence: Evidence, scope: Scope) -> list[Task]:
    """The duties in scope, those of the newest document first, then as they stand in the text."""
    documents = [str(row[0]) for row in store.query(_CARRIERS, {"id": scope.document}).rows] if scope.document else []
    asked: Parameters = {"all": scope.document is None, "documents": list(documents)}
    duties = [entity(row[0]) for row in store.query(_DUTIES, asked, timeout=_TIMEOUT).rows]
    owned: dict[str, list[tuple[Cell, ...]]] = {}
    for row in store.query(_OWNERS, asked, timeout=_TIMEOUT).rows:
        owned.setdefault(str(row[0]), []).append(row[1:])
    places = places_below(store, scope.place) if scope.place else set()
    found = []
    for duty in duties:
        owners = _owners(duty, owned.get(str(duty["id"]), ()), evidence)
        if scope.body and scope.body not in {(owner.label, owner.id) for owner in owners}:
            continue
        if scope.place and places.isdisjoint(owner.place or "" for owner in owners):
            continue
        found.append(_task(duty, owners, evidence))
    found.sort(key=lambda task: (task.document, task.start, task.id))
    found.sort(key=lambda task: task.proof.date or "", reverse=True)
    return found


def places_below(store: Store, id_: str) -> set[str]:
    """The ids of a place and of the places in it."""
    return {str(row[0]) for row in store.query(_PLACES, {"id": id_}).rows}


def places_of(store: Store) -> Mapping[str, str]:
    """The names of the places by their ids."""
    return {str(id_): str(name) for id_, name in store.query("MATCH (j:Jurisdiction) RETURN j.id, j.name").rows}


def _owners(duty: Entity, rows: Sequence[tuple[Cell, ...]], evidence: Evidence) -> list[Owner]:
    words, start = str(duty.get("quote", "")), _number(duty.get("start"))
    owners: dict[tuple[str, str, str], Owner] = {}
    for label, id_, name, place, role, as_written, from_, to, quote, confidence in rows:
        inside = _inside(words, str(quote), _number(from_) - start, _number(to) - start)
        made = Owner(
            str(label),
            str(id_),
            str(name),
            None if place is None else str(place),
            str(role),
            str(as_written),
            _number(from_),
            _number(to),
            str(quote),
            confidence if isinstance(confidence, float) else 1.0,
            inside,
            evidence.page(str(label), str(id_)),
        )
        owners.setdefault((made.label, made.id, made.role), made)
    return sorted(owners.values(), key=lambda owner: ROLES.index(owner.role))


def _inside(words: str, name: str, at: int, end: int) -> tuple[int, int] | None:
    """Where a name stands in the words of a duty. Offsets count in the source, whose broken lines the words join."""
    if at >= 0 and words[at:end] == name:
        return at, end
    if at >= 0 and words.count(name) == 1 and (found := words.find(name)) <= at:
        return found, found + len(name)
    return None


def _task(duty: Entity, owners: Sequence[Owner], evidence: Evidence) -> Task:
    return Task(
        str(duty["id"]),
        str(duty.get("text", "")),
        str(duty.get("document", "")),
        _text(duty.get("provision")),
        _text(duty.get("deadline")),
        _text(duty.get("due_from")),
        _text(duty.get("due")),
        _text(duty.get("recurrence")),
        _number(duty.get("start")),
        evidence.proof(duty, "原文"),
        owners,
    )


def _text(cell: Cell) -> str | None:
    return None if cell is None else str(cell)


def _number(cell: Cell) -> int:
    return cell if isinstance(cell, int) else 0
