"""The main question: the duties of a body, each once, with its deadline, its document and the place in the source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.stores import Cell, Store

ROLES = ("lead", "responsible", "support")
"""The roles, the weightiest first."""

LineOf = Callable[[str, int], int | None]
"""From a document (the SHA-256 of its text) and an offset in its source to the line, from 1; None: it is not there."""

_DUTIES = """
MATCH (body:{label} {{id: $id}})-[owns:OWNS]->(duty:Duty)
MATCH (document:Document {{id: duty.document}})
RETURN duty.id AS id, owns.role AS role, owns.as_written AS as_written, duty.text AS text, duty.deadline AS deadline,
  duty.due_from AS due_from, duty.due AS due, duty.recurrence AS recurrence, duty.pace AS pace,
  document.id AS document, document.number AS number, document.title AS title, document.date AS date,
  duty.provision AS provision,
  document.source AS source, document.text_sha256 AS text_sha256, owns.confidence AS confidence,
  duty.modality AS modality, duty.object AS object,
  duty.start AS start, duty.end AS end, duty.quote AS quote, duty.position AS position
ORDER BY id, role, as_written
"""


@dataclass(frozen=True, slots=True)
class OwnedDuty:
    """A duty of a body. `roles`: the roles in which the body owns it, the weightiest first (mostly one).

    `confidence` is how often the rules that read it were right (the least of them; `extractors.rules`).

    `as_written` is the name of the body in the text; `start` and `end` are offsets in the decoded text of `source`,
    `line` is where `start` is, `position` the page, paragraph or cell of a source that is no text. What
    the text does not say is None.
    """

    id: str
    roles: tuple[str, ...]
    as_written: str
    text: str
    deadline: str | None
    due_from: str | None
    due: str | None
    recurrence: str | None
    pace: str | None
    document: str
    number: str | None
    title: str | None
    date: str | None
    provision: str | None
    source: str | None
    start: int
    end: int
    line: int | None
    position: str | None
    quote: str
    modality: str | None
    object: str | None
    confidence: float


def duties_of(store: Store, label: str, id_: str, line_of: LineOf) -> list[OwnedDuty]:
    """The duties of the agency or group with this id: by role, then the newest document first, then as they stand."""
    answer = store.query(_DUTIES.format(label=label), {"id": id_})
    rows: dict[str, list[dict[str, Cell]]] = {}
    for row in answer.rows:
        named = dict(zip(answer.columns, row, strict=True))
        rows.setdefault(str(named["id"]), []).append(named)
    duties = [_duty(same, line_of) for same in rows.values()]
    duties.sort(key=lambda duty: (duty.source or "", duty.start, duty.id))
    duties.sort(key=lambda duty: duty.date or "", reverse=True)
    duties.sort(key=lambda duty: ROLES.index(duty.roles[0]))
    return duties


def when(deadline: str | None, due_from: str | None, due: str | None) -> str | None:
    """The words of a deadline, with its days on a line of their own where the words do not tell the year."""
    days = [day for day in (due_from, due) if day]
    if deadline is None or all(day[:4] in deadline for day in days):
        return deadline
    return f"{deadline}\n{'/'.join(days)}{'' if due else '/..'}"


def _duty(same: Sequence[dict[str, Cell]], line_of: LineOf) -> OwnedDuty:
    """One duty from its rows: one for each role, or for each place that names the body."""
    first = same[0]
    roles = {str(row["role"]) for row in same}
    names = dict.fromkeys(str(row["as_written"]) for row in same)
    start = _number(first["start"])
    return OwnedDuty(
        id=str(first["id"]),
        roles=tuple(role for role in ROLES if role in roles),
        as_written="、".join(names),
        text=str(first["text"]),
        deadline=_text(first["deadline"]),
        due_from=_text(first["due_from"]),
        due=_text(first["due"]),
        recurrence=_text(first["recurrence"]),
        pace=_text(first["pace"]),
        document=str(first["document"]),
        number=_text(first["number"]),
        title=_text(first["title"]),
        date=_text(first["date"]),
        provision=_text(first["provision"]),
        source=_text(first["source"]),
        start=start,
        end=_number(first["end"]),
        line=line_of(str(first["text_sha256"]), start),
        position=_text(first["position"]),
        quote=str(first["quote"]),
        modality=_text(first["modality"]),
        object=_text(first["object"]),
        confidence=min(float(str(row["confidence"])) for row in same),
    )


def _text(cell: Cell) -> str | None:
    return None if cell is None else str(cell)


def _number(cell: Cell) -> int:
    return cell if isinstance(cell, int) else 0
