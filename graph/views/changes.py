"""What documents did to bodies: before and after, the newest document first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.schema import schema
from graph.stores import Parameters, Store
from graph.views.evidence import Entity, Evidence, Proof
from graph.views.owned import Scope, places_below
from graph.views.pages import page as rendered
from graph.views.picture import cut_note, entity
from graph.views.style import Foot

_BETWEEN = """
MATCH (a:Agency)-[r]->(b:Agency) WHERE type(r) IN $types
RETURN a, r, b ORDER BY r.document, r.start, type(r), a.id, b.id
"""
_TYPES = (
    "RENAMED_TO",
    "MERGED_INTO",
    "SUBORDINATE_TO",
    "TRANSFERS_DUTIES_TO",
    "TRANSFERS_STAFF_TO",
    "ALSO_KNOWN_AS",
)
_TO_ONE = """
MATCH (d:Document)-[r:ABOLISHES|CREATES|RENAMES]->(a:Agency) RETURN a, r ORDER BY r.document, r.start, type(r), a.id
"""
_LATER = """
MATCH (a:Agency)-[:OWNS]->(t:Duty) WHERE a.id IN $ids RETURN DISTINCT a.id, t.id, t.document
"""

_ENDING = frozenset(("RENAMED_TO", "MERGED_INTO", "ABOLISHES"))
"""After these a body bears its name no more: what later documents still give it is told."""


@dataclass(slots=True)
class Change:
    """A change of a document: the bodies before (name, how many duties later documents give it), those after, and the
    proofs; each once, in order. `pages` are those of the bodies in the site that is made, by their names.
    """

    type: str
    caption: str
    document: str
    before: dict[tuple[str, int], None] = field(default_factory=dict)
    after: dict[str, None] = field(default_factory=dict)
    proofs: dict[Proof, None] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reform:
    """The changes of one document."""

    caption: str
    name: str
    date: str
    changes: Sequence[Change]


def page(store: Store, evidence: Evidence, scope: Scope, limit: int, foot: Foot | None) -> str:
    """The page, with at most `limit` changes."""
    return rendered("changes", foot, values(store, evidence, scope, limit))


def values(store: Store, evidence: Evidence, scope: Scope, limit: int) -> dict[str, object]:
    """What stands on the page."""
    found = changes_of(store, evidence, scope)
    found.sort(key=lambda change: _date(evidence, change.document), reverse=True)
    reforms: dict[str, list[Change]] = {}
    for change in found[:limit]:
        reforms.setdefault(change.document, []).append(change)
    return {
        "title": f"机构变动{f'：{scope.said}' if scope.said else ''}",
        "lead": f"{len(found):,} 项变动，见于 {len({change.document for change in found}):,} 件文件。",
        "notes": [cut_note("列出", limit, len(found), "项变动", "新文件在先")] if len(found) > limit else [],
        "reforms": [
            Reform(
                evidence.caption(document),
                evidence.sources[document].name if document in evidence.sources else document,
                _date(evidence, document),
                changes,
            )
            for document, changes in reforms.items()
        ],
    }


def changes_of(store: Store, evidence: Evidence, scope: Scope) -> list[Change]:
    """The changes in scope, in the order of the documents; bodies that go one way to one body are one change."""
    places = places_below(store, scope.place) if scope.place else None

    def wanted(r: Entity, *bodies: Entity) -> bool:
        return (
            (scope.document is None or r["document"] == scope.document)
            and (scope.body is None or scope.body[1] in {body["id"] for body in bodies})
            and (places is None or not places.isdisjoint(str(body.get("place")) for body in bodies))
        )

    between = [(entity(a), entity(r), entity(b)) for a, r, b in store.query(_BETWEEN, {"types": list(_TYPES)}).rows]
    to_one = [(entity(a), entity(r)) for a, r in store.query(_TO_ONE).rows]
    given = _given(store, evidence, [str(a["id"]) for a, *_ in (*between, *to_one)])

    def before(body: Entity, r: Entity) -> tuple[str, int]:
        """The body with the number of duties that younger documents give it, where this change ended its name."""
        date = _date(evidence, str(r["document"]))
        dates = given.get(str(body["id"]), ()) if date and r["type"] in _ENDING else ()
        return str(body["name"]), sum(other > date for other in dates)

    made: dict[tuple[str, ...], Change] = {}
    renamed: set[tuple[str, str]] = set()
    for a, r, b in between:
        type_, document = str(r["type"]), str(r["document"])
        renamed.update({(document, str(a["id"])), (document, str(b["id"]))} if type_ == "RENAMED_TO" else ())
        if wanted(r, a, b):
            change = _change(made, evidence, r, (type_, document, str(b["id"])))
            change.before[before(a, r)] = None
            change.after[str(b["name"])] = None
            change.pages |= _pages(evidence, a, b)
    for a, r in to_one:
        type_, document, id_ = str(r["type"]), str(r["document"]), str(a["id"])
        if not wanted(r, a) or (type_ == "RENAMES" and (document, id_) in renamed):
            continue
        change = _change(made, evidence, r, (type_, document, id_))
        if type_ == "CREATES":
            change.after[str(a["name"])] = None
        else:
            change.before[before(a, r)] = None
        change.pages |= _pages(evidence, a)
    return list(made.values())


def _change(made: dict[tuple[str, ...], Change], evidence: Evidence, r: Entity, key: tuple[str, ...]) -> Change:
    caption = schema().relationships[str(r["type"])].caption
    change = made.setdefault(key, Change(str(r["type"]), caption, str(r["document"])))
    change.proofs[evidence.proof(r, caption)] = None
    return change


def _pages(evidence: Evidence, *bodies: Entity) -> dict[str, str]:
    """The pages of bodies by their names; none where the page stands alone."""
    found = {str(body["name"]): evidence.page("Agency", str(body["id"])) for body in bodies}
    return {name: page for name, page in found.items() if page}


def _given(store: Store, evidence: Evidence, ids: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """The dates of the documents that give each body a duty, once a duty."""
    asked: Parameters = {"ids": list(dict.fromkeys(ids))}
    given: dict[str, list[str]] = {}
    for body, _, document in store.query(_LATER, asked).rows:
        given.setdefault(str(body), []).append(_date(evidence, str(document)))
    return given


def _date(evidence: Evidence, document: str) -> str:
    source = evidence.sources.get(document)
    return (source.date if source else None) or ""
