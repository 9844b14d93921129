"""A picture -> one page with a network that is drawn by pyvis (vis-network), and beside it a list that says the same.

pyvis's own template takes Bootstrap from a network, does not escape headings and may put tooltips into the page as
HTML. So the page is a template of ours: pyvis keeps the nodes and edges and brings vis-network; every text goes into
the page escaped, or as JSON that no browser runs, and from there to the screen as plain text. The page's content
security policy allows the script that it holds, by its hash, and no connection at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, replace
from functools import cache
from importlib.resources import files

from pyvis.network import Network

from graph.schema import schema
from graph.views.evidence import Proof
from graph.views.pages import part, prepared
from graph.views.picture import Dot, Line, Picture
from graph.views.style import KIND_SHAPES, KINDS, ROLE_MARKS, ROLES, Foot

_LINE, _LINES = 8, 2
"""How many characters of a name stand in a line under a dot, and in how many lines; the rest is in its words."""

_ISSUER = re.compile(r"^.{2,40}?关于(?:印发|转发)?(?=.{4})")
"""How the title of a document begins: what so many titles have in common tells none from the others."""

_SIZES = {"Agency": 13, "LeadingGroup": 15, "Duty": 8}
_SIZE, _MAIN = 11, 26
"""Half the width of a dot in pixels: by kind, of all others, and of what the picture is about."""

_CAPTIONED = 80
"""Above so many lines their captions would hide the picture: they are read by a click."""


def page(picture: Picture, foot: Foot | None) -> str:
    """The page. The same picture gives the same page, on one machine to the byte."""
    made = prepared("network", foot, styles=_vis("css"), scripts=(_library(),))
    return made.get_template("network.html").render(values(picture))


def beside() -> tuple[str, str]:
    """The style sheet and the script that all networks of a site share, as files beside their pages."""
    return (
        part("words.css") + _vis("css") + part("network.css"),
        "\n".join((_library(), part("words.js"), part("network.js"))),
    )


def values(picture: Picture) -> dict[str, object]:
    """What stands on the page."""
    network = Network(directed=True, heading=picture.title)
    for dot in picture.dots.values():
        x, y = picture.places[dot.key]
        network.add_node(
            dot.key,
            label=_under(dot),
            title=dot.name,
            color=KINDS[dot.label].light,  # for the dark the page's script takes the colour of the style sheet
            shape=KIND_SHAPES[dot.label],
            size=_MAIN if dot.main else _SIZES.get(dot.label, _SIZE),
            x=x,
            y=y,
        )
    captioned = sum(not line.quiet for line in picture.lines.values()) <= _CAPTIONED
    for at, line in enumerate(picture.lines.values()):
        label = line.caption if captioned and not line.quiet and line.role is None else ""
        network.add_edge(line.start, line.end, id=f"line-{at}", label=label, title=line.caption, hidden=line.quiet)
    proofs = _Proofs()
    drawn = {dot.label for dot in picture.dots.values()}
    return {
        "title": picture.title,
        "lead": picture.lead,
        "notes": picture.notes,
        "sections": [
            (section.heading, [(picture.dots[key], remark) for key, remark in section.items])
            for section in picture.sections
        ],
        "kinds": [(label, KIND_SHAPES[label], schema().nodes[label].caption) for label in KINDS if label in drawn],
        "drawn_roles": [role for role in ROLES if role in {line.role for line in picture.lines.values()}],
        "missing": any(dot.missing for dot in picture.dots.values()),
        "quiet": any(line.quiet for line in picture.lines.values()),
        "about": next((dot for dot in picture.dots.values() if dot.main and dot.page), None),
        "nodes": network.nodes,
        "edges": network.edges,
        "details": {
            "dots": {dot.key: _details(dot, proofs) for dot in picture.dots.values()},
            "lines": {f"line-{at}": _said(line, picture, proofs) for at, line in enumerate(picture.lines.values())},
            "bands": [asdict(band) for band in picture.bands],
            "proofs": proofs.places,
        },
    }


def _under(dot: Dot) -> str:
    """What stands under a dot; in the box of a document its 文号, where it has one, and what it is about."""
    whole = _ISSUER.sub("", dot.name) if dot.label == "Document" else dot.name
    name = whole if len(whole) <= _LINE * _LINES else whole[: _LINE * _LINES - 1] + "…"
    lines = [name[at : at + _LINE] for at in range(0, len(name), _LINE)]
    number = dict(dot.facts).get(schema().nodes["Document"].properties["number"].caption)
    return "\n".join([number, *lines] if number and dot.label == "Document" and number != dot.name else lines)


class _Proofs:
    """The places that prove what is drawn, each once: one sentence proves many lines."""

    def __init__(self) -> None:
        self._at: dict[Proof, int] = {}

    def named(self, proofs: Sequence[Proof]) -> list[tuple[int, str]]:
        """The number of each place, and what it proves."""
        return [(self._at.setdefault(replace(proof, says=""), len(self._at)), proof.says) for proof in proofs]

    @property
    def places(self) -> list[dict[str, object]]:
        """The places by their numbers."""
        return [{name: value for name, value in asdict(proof).items() if value} for proof in self._at]


def _details(dot: Dot, proofs: _Proofs) -> dict[str, object]:
    return {
        "kind": dot.label,
        "caption": schema().nodes[dot.label].caption,
        "name": dot.name,
        "facts": dot.facts,
        "proofs": proofs.named(dot.proofs),
        "main": dot.main,
        "missing": dot.missing,
        "page": dot.page,
    }


def _said(line: Line, picture: Picture, proofs: _Proofs) -> dict[str, object]:
    return {
        "caption": line.caption,
        "role": line.role,
        "mark": ROLE_MARKS.get(line.role or "", ""),
        "ends": [picture.dots[line.start].name, picture.dots[line.end].name],
        "proofs": proofs.named(line.proofs),
        "more": line.more,
    }


def _library() -> str:
    return _vis("min.js").partition("//# sourceMappingURL")[0]


@cache
def _vis(ending: str) -> str:
    """A file of the vis-network that pyvis brings along (the newest, where it brings several)."""
    folders = sorted(files("pyvis").joinpath("templates", "lib").iterdir(), key=lambda folder: folder.name)
    newest = [folder for folder in folders if folder.name.startswith("vis-")][-1]
    return newest.joinpath(f"vis-network.{ending}").read_text(encoding="utf-8")
