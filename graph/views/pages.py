"""A template of `templates/`, with its style and script in it -> one page that needs nothing from anywhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment

from graph.views.style import Foot, environment, policy, stylesheet

_HOME = "graph.views.templates"


@cache
def part(name: str) -> str:
    """A file of the templates' folder, "" where there is none."""
    file = files(_HOME).joinpath(name)
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def prepared(
    name: str, foot: Foot | None, *, styles: str = "", scripts: Sequence[str] = (), packages: Sequence[str] = ()
) -> Environment:
    """The environment in which NAME.html becomes a page: its own style and script come after `styles` and `scripts`.

    `packages` have more templates: those of a site, for its frame around the page, which may use files beside it.
    """
    made = environment(*packages, _HOME)
    own = part(f"{name}.js")
    ran = (*scripts, *([part("words.js"), own] if own else []))
    joined = ("\n".join(ran),) if ran else ()
    made.globals.update(
        policy=policy(joined, beside=bool(packages)),
        styles=stylesheet() + part("words.css") + styles + part(f"{name}.css"),
        scripts=joined,
        foot=foot,
    )
    return made


def page(name: str, foot: Foot | None, values: Mapping[str, object]) -> str:
    """The page of a template with these values."""
    return prepared(name, foot).get_template(f"{name}.html").render(values)
