"""A picture -> one page of HTML that needs nothing from anywhere else, drawn by pyvis (vis-network).

pyvis's own template takes Bootstrap from a network, does not escape headings and may put tooltips into the page as
HTML. So the page is a template of ours: pyvis keeps the nodes and edges and brings vis-network; every text goes into
the page escaped, or as JSON that no browser runs, and from there to the screen as plain text. The page's content
security policy allows the scripts that it holds, by their hashes, and no connection at all.
"""

from __future__ import annotations

import base64
import hashlib
import math
from functools import cache
from importlib.resources import files

import networkx as nx
from jinja2 import Environment, PackageLoader
from pyvis.network import Network

from graph.schema import schema
from graph.views.picture import COLOURS, ROLE_COLOURS, Dot, Picture

_LINE, _LINES = 9, 2
"""How many characters of a name stand in a line under a dot, and in how many lines; the rest is in its words."""

_SPACING = 100
"""About half the distance between neighbouring dots, in pixels, if they were spread evenly."""

_LAYOUT_COST = 4e7
"""About how many pairs of dots the layout may look at: a few seconds."""


def page(picture: Picture) -> str:
    """The page. The same picture gives the same page, on one machine to the byte."""
    network = Network(directed=True, heading=picture.title)
    places = _places(picture)
    for dot in picture.dots.values():
        x, y = places[dot.key]
        network.add_node(
            dot.key,
            label=_under(dot),
            title=dot.words,
            color=COLOURS[dot.label],
            shape="star" if dot.main else "dot",
            size=30 if dot.main else 9 if dot.label == "Duty" else 14,
            x=x,
            y=y,
        )
    for line in picture.lines.values():
        network.add_edge(line.start, line.end, label=line.caption, title=line.words, color=line.colour, width=1.5)
    network.templateEnv = _environment(picture)
    network.path = "page.html"
    html: str = network.generate_html()
    return html


def _environment(picture: Picture) -> Environment:
    """What pyvis renders the page with: it passes the nodes, the edges and the heading, the rest is given here."""
    environment = Environment(loader=PackageLoader("graph.views.page", "."), autoescape=True)
    environment.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False}
    environment.globals.update(
        policy=_policy(),
        styles=_vis("css") + _own("page.css"),
        scripts=_scripts(),
        notes=picture.notes,
        dot_legend=_dot_legend(picture),
        line_legend=_line_legend(picture),
    )
    return environment


def _under(dot: Dot) -> str:
    name = dot.name if len(dot.name) <= _LINE * _LINES else dot.name[: _LINE * _LINES - 1] + "…"
    return "\n".join(name[at : at + _LINE] for at in range(0, len(name), _LINE))


def _dot_legend(picture: Picture) -> list[tuple[str, str]]:
    drawn = {dot.label for dot in picture.dots.values()}
    return [(colour, schema().nodes[label].caption) for label, colour in COLOURS.items() if label in drawn]


def _line_legend(picture: Picture) -> list[tuple[str, str]]:
    drawn = {line.colour for line in picture.lines.values()}
    return [(colour, schema().enums["role"][role]) for role, colour in ROLE_COLOURS.items() if colour in drawn]


def _places(picture: Picture) -> dict[str, tuple[int, int]]:
    """Where each dot stands, in whole pixels."""
    graph = nx.Graph()
    graph.add_nodes_from(picture.dots)
    graph.add_edges_from((line.start, line.end) for line in picture.lines.values())
    count = len(graph)
    rounds = max(10, min(200, int(_LAYOUT_COST / max(count, 1) ** 2)))
    if count < 2:
        return dict.fromkeys(graph, (0, 0))
    # Strong gravity keeps what hangs on one thread near; the wide scaling leaves room for names.
    free = nx.forceatlas2_layout(graph, max_iter=rounds, scaling_ratio=10, strong_gravity=True, gravity=0.1, seed=1)
    places = nx.rescale_layout_dict(free, scale=_SPACING * math.sqrt(count))
    return {key: (round(float(x)), round(float(y))) for key, (x, y) in places.items()}


def _policy() -> str:
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in _scripts()
    )
    return f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'"


@cache
def _scripts() -> tuple[str, ...]:
    return _vis("min.js").partition("//# sourceMappingURL")[0], _own("page.js")


def _own(name: str) -> str:
    return files("graph.views.page").joinpath(name).read_text(encoding="utf-8")


@cache
def _vis(ending: str) -> str:
    """A file of the vis-network that pyvis brings along (the newest, where it brings several)."""
    folders = sorted(files("pyvis").joinpath("templates", "lib").iterdir(), key=lambda folder: folder.name)
    newest = [folder for folder in folders if folder.name.startswith("vis-")][-1]
    return newest.joinpath(f"vis-network.{ending}").read_text(encoding="utf-8")
