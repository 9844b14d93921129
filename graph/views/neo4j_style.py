"""A style for Neo4j Browser (GraSS): names on the nodes, Chinese captions on the relationships, the views' colours.

docs/neo4j.grass is this: ``python -m graph.views.neo4j_style > docs/neo4j.grass``; drop the file on Neo4j Browser.
"""

from __future__ import annotations

import sys

from graph.schema import schema
from graph.views.style import KINDS, PAPER

_SIZES = {"Agency": 64, "LeadingGroup": 64, "Document": 56, "Duty": 48}
_SMALL = 36
"""Pixels across; larger is what people look for."""

_ON_LIGHT, _ON_DARK = "#333333", "#FFFFFF"
_LIGHT = 150
"""From which brightness (0 to 255) on letters on a colour are dark."""


def style() -> str:
    """The style as a text."""
    blocks = [_block("node", **{"font-size": "11px"}, caption='"{name}"')]
    for label in schema().nodes:
        colour = KINDS[label].light
        blocks.append(
            _block(
                f"node.{label}",
                diameter=f"{_SIZES.get(label, _SMALL)}px",
                color=colour,
                **{"border-color": colour, "border-width": "2px", "text-color-internal": _letters(colour)},
                caption='"{name}"',
            )
        )
    lines = {"color": PAPER["faint"].light, "shaft-width": "1px", "font-size": "9px", "text-color-external": _ON_LIGHT}
    blocks.append(_block("relationship", **lines, caption='"<type>"'))
    for type_, known in schema().relationships.items():
        strong = PAPER["soft" if type_ == "OWNS" else "faint"].light
        width = "2px" if type_ == "OWNS" else "1px"
        blocks.append(
            _block(f"relationship.{type_}", color=strong, **{"shaft-width": width}, caption=f'"{known.caption}"')
        )
    return "\n".join(blocks)


def _block(selector: str, **values: str) -> str:
    return f"{selector} {{\n" + "".join(f"  {name}: {value};\n" for name, value in values.items()) + "}\n"


def _letters(colour: str) -> str:
    """The colour of letters on a colour (#rrggbb)."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return _ON_LIGHT if 0.299 * red + 0.587 * green + 0.114 * blue > _LIGHT else _ON_DARK


if __name__ == "__main__":
    sys.stdout.write(style())
