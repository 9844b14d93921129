"""The colours of everything that people look at: one source for style sheets, networks, Neo4j Browser and notebooks.

A colour means one thing everywhere, and never says it alone: beside it stand a word and a shape. Roles keep apart for
the colour-blind by hue and lightness (after Okabe and Ito), levels are steps of one scale from dark to light, kinds of
nodes have shapes of their own. `tests/test_style.py` measures this.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour (#rrggbb) on light and on dark paper."""

    light: str
    dark: str


ROLES: Mapping[str, Colour] = {
    "lead": Colour("#b84300", "#ff9a5c"),
    "responsible": Colour("#007a4d", "#2fb886"),
    "support": Colour("#0a4396", "#a9c8ff"),
}
"""How a body owns a duty: the colour of letters and marks."""

ROLE_TINTS: Mapping[str, Colour] = {
    "lead": Colour("#fbe9df", "#42291b"),
    "responsible": Colour("#dff1ea", "#15382d"),
    "support": Colour("#e1eaf8", "#1f3050"),
}
"""The same as a ground for letters in the colour of `ROLES`."""

ROLE_MARKS: Mapping[str, str] = {"lead": "●", "responsible": "◆", "support": "○"}
"""The shape that goes with a role."""

LEVELS: Mapping[str, Colour] = {
    "national": Colour("#43205f", "#f3e8a0"),
    "provincial": Colour("#3b4a86", "#c5d67c"),
    "municipal": Colour("#2b7490", "#7cc08a"),
    "county": Colour("#3f9a82", "#5aa6a0"),
    "township": Colour("#8fbb66", "#6f88b5"),
    "village": Colour("#d9d27a", "#86689c"),
}
"""The administrative levels: from far from the paper to near it."""

KINDS: Mapping[str, Colour] = {
    "Agency": Colour("#2c4a6e", "#8fb0d8"),
    "LeadingGroup": Colour("#8b4789", "#d395cf"),
    "Duty": Colour("#d39b00", "#e8bd45"),
    "Document": Colour("#69757f", "#9aa7b2"),
    "Person": Colour("#a4563c", "#dd9a80"),
    "Post": Colour("#c99a86", "#b08472"),
    "Provision": Colour("#b4bec4", "#5d6972"),
    "Jurisdiction": Colour("#4b8a86", "#79bab5"),
    "Licence": Colour("#8a8738", "#c0bd66"),
    "Gazette": Colour("#4d565e", "#c0c8cf"),
}
"""The labels of nodes."""

KIND_SHAPES: Mapping[str, str] = {
    "Agency": "square",
    "LeadingGroup": "hexagon",
    "Duty": "dot",
    "Document": "box",
    "Person": "triangle",
    "Post": "triangleDown",
    "Provision": "dot",
    "Jurisdiction": "diamond",
    "Licence": "star",
    "Gazette": "box",
}
"""The shapes that go with them, as vis-network calls them."""

PAPER: Mapping[str, Colour] = {
    "paper": Colour("#fbfbf9", "#14181c"),
    "surface": Colour("#ffffff", "#1b2127"),
    "sunk": Colour("#f2f4f2", "#232b32"),
    "rule": Colour("#d8ddda", "#36404a"),
    "ink": Colour("#1f2933", "#e6eaed"),
    "soft": Colour("#55616d", "#a9b4be"),
    "faint": Colour("#9aa4ad", "#6b7781"),
    "link": Colour("#0b5a8f", "#86c5f2"),
    "focus": Colour("#0b5a8f", "#ffd166"),
    "mark": Colour("#fff0b8", "#57480f"),
    "warn": Colour("#8a4b08", "#f0b56a"),
    "warn-tint": Colour("#fdf1e0", "#3d2d14"),
}
"""What pages are made of: grounds, lines, letters, links, the marked words of a text, warnings."""


def tokens() -> str:
    """The colours as custom properties of CSS, for light and for dark: --role-lead, --level-county, --kind-Agency."""
    named = list(_named())
    light = "".join(f"  --{name}: {colour.light};\n" for name, colour in named)
    dark = "".join(f"    --{name}: {colour.dark};\n" for name, colour in named)
    # Print is always on light paper.
    return (
        f":root {{\n  color-scheme: light dark;\n{light}}}\n"
        f"@media screen and (prefers-color-scheme: dark) {{\n  :root {{\n{dark}  }}\n}}\n"
    )


def _named() -> Iterator[tuple[str, Colour]]:
    for prefix, colours in (("role-", ROLES), ("tint-", ROLE_TINTS), ("level-", LEVELS), ("kind-", KINDS), ("", PAPER)):
        for name, colour in colours.items():
            yield prefix + name, colour
