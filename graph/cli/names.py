"""From the name that was typed to the one thing that it means; where that is not one, what to do about it."""

from __future__ import annotations

import re

from graph.cli.errors import Failure
from graph.identity.text import normal
from graph.lookup import Found, lookup
from graph.stores import Store

_SHOWN = 8
"""How many names an error lists."""

_YEAR = re.compile(r"[\[（【](\d{4})[\]）】]")
"""The year of a 文号 in brackets that are easier to type."""

_DOCUMENTS = """
MATCH (d:Document)
WHERE d.id = $name OR d.number = $name OR d.title = $name OR d.number CONTAINS $name OR d.title CONTAINS $name
RETURN d.id AS id, d.name AS name, d.number AS number, d.title AS title
ORDER BY d.in_corpus DESC, d.date DESC, d.id
"""

_PLACES = """
MATCH (j:Jurisdiction) WHERE j.id = $name OR j.name = $name OR j.name CONTAINS $name
RETURN j.id AS id, j.name AS name ORDER BY name, id
"""


def the_body(name: str, store: Store, label: str | None = None) -> Found:
    """The agency or group that `name` means (of one `label`, where that is given). Raises `Failure`."""
    if not normal(name):
        raise Failure("no name was given", "AGENCY", "give a name or an id")
    found = lookup(name, store)
    bodies = [body for body in found.bodies if label in (None, body["label"])]
    if len(bodies) == 1:
        return bodies[0]
    if bodies:
        which = "; ".join(f"{body['name']} ({body['place'] or 'place unknown'}, id {body['id']})" for body in bodies)
        raise Failure(f"{len(bodies)} bodies bear this name: {which}", name, "give the full name or the id of one")
    if found.bodies:
        other = found.bodies[0]
        raise Failure(
            f"{other['name']} is a {other['label']}", name, f"view it as one: dutygraph view {_VIEWS[other['label']]}"
        )
    if found.nearest:
        nearest = ", ".join(found.nearest[:_SHOWN])
        raise Failure("no such body in the store", name, f"the nearest names that are: {nearest}")
    raise Failure("no such body in the store", name, "dutygraph info shows what was read")


_VIEWS = {"Agency": "agency", "LeadingGroup": "group"}


def the_document(name: str, store: Store) -> str:
    """The id of the document with this id, 文号 or title, or with these words in one of them. Raises `Failure`."""
    typed = _YEAR.sub(r"〔\1〕", normal(name)).strip("《》")
    rows = store.query(_DOCUMENTS, {"name": typed}).rows
    exact = [row for row in rows if typed in row] or list(rows)
    if len(exact) == 1:
        return str(exact[0][0])
    if exact:
        which = "; ".join(f"{row[1]} (id {row[0]})" for row in exact[:_SHOWN]) + (
            "; ..." if len(exact) > _SHOWN else ""
        )
        raise Failure(f"{len(exact)} documents: {which}", name, "give the 文号, the whole title or the id of one")
    raise Failure("no such document in the store", name, "give its 文号 (临政发〔2018〕12号), or words of its title")


def the_place(name: str, store: Store) -> tuple[str, str]:
    """The id and the name of the place with this id or name, or with these words in its name. Raises `Failure`."""
    found = [(str(id_), str(full)) for id_, full in store.query(_PLACES, {"name": normal(name)}).rows]
    exact = [place for place in found if normal(name) in place] or found
    if normal(name) and len(exact) == 1:
        return exact[0]
    if normal(name) and exact:
        which = "; ".join(f"{full} (id {id_})" for id_, full in exact[:_SHOWN]) + ("; ..." if exact[_SHOWN:] else "")
        raise Failure(f"{len(exact)} places: {which}", name, "give the whole name or the id of one")
    raise Failure("no such place in the store", name, "give its name: 临溪县")
