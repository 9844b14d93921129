"""What every page is put together with: the environment of its templates, the style sheet, the foot, the policy."""

from __future__ import annotations

import base64
import datetime
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from graph.schema import schema
from graph.stores import Store
from graph.views.style.colours import ROLE_MARKS, tokens
from graph.workspace import Workspace

_HOME = "graph.views.style"

COUNTED = ("Document", "Agency", "LeadingGroup", "Person", "Duty")
"""What the foot of a page counts."""

_SOURCES_NAMED = 5
"""How many sources the foot names; of more it gives the number."""


@dataclass(frozen=True, slots=True)
class Foot:
    """The foot of a page. `built`: the day on which the last source was read (None: the graph does not tell it);
    `counts`: captions and numbers; `sources`: the first names, `all_sources`: how many there are.
    """

    built: datetime.date | None
    counts: Sequence[tuple[str, int]]
    sources: Sequence[str]
    all_sources: int


def foot(store: Store, workspace: Workspace | None) -> Foot:
    """The foot for the pages of this graph."""
    counts = [(schema().nodes[label].caption, _count(store, label)) for label in COUNTED]
    if workspace is None:
        return Foot(None, counts, (), 0)
    names = sorted(record.name for record in workspace.sources() if record.error is None)
    return Foot(workspace.read_on(), counts, names[:_SOURCES_NAMED], len(names))


def environment(*packages: str) -> Environment:
    """Templates of these packages, which may extend `frame.html`; everything is escaped, nothing may be undefined.

    What goes into a script as data goes through `|tojson`, which leaves no `<` in it.
    """
    loaders = [PackageLoader(package, ".") for package in (*packages, _HOME)]
    made = Environment(
        loader=ChoiceLoader(loaders), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False, "separators": (",", ":")}
    enums = schema().enums
    made.globals.update(
        roles={role: enums["role"][role] for role in ROLE_MARKS},
        role_marks=ROLE_MARKS,
        levels={level: caption for level, caption in enums["level"].items() if level != "help"},
        # Pages that stand alone hold their style; those of a folder link to it.
        stylesheet=None,
        styles="",
        policy=None,
        foot=None,
        notes=(),
        # What the template of a view extends: a site puts its own frame around it.
        layout="frame.html",
        # What a page of a site takes from beside it.
        beside=(),
    )
    return made


@cache
def stylesheet() -> str:
    """The whole style sheet: the colours, then style.css."""
    return tokens() + files(_HOME).joinpath("style.css").read_text(encoding="utf-8")


def policy(scripts: Sequence[str], *, beside: bool = False) -> str:
    """The content security policy of a page that holds these scripts: they may run, nothing may be asked for.

    `beside`: scripts and styles of the same folder too ('self' on a server, file: on a disk), and forms may be sent
    to its pages.
    """
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in scripts
    )
    own = "'self' file:" if beside else ""
    parts = [
        "default-src 'none'",
        f"script-src {own} {hashes}" if own or hashes else "",
        f"style-src {own} 'unsafe-inline'",
        "img-src data:",
        f"form-action {own}" if own else "",
        "base-uri 'none'",
    ]
    return "; ".join(" ".join(part.split()) for part in parts if part)


def _count(store: Store, label: str) -> int:
    counted = store.query(f"MATCH (n:{label}) RETURN count(n)").rows[0][0]
    return counted if isinstance(counted, int) else 0
