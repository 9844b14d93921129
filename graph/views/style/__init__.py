"""The one look of pages, networks and notebooks: colours, the style sheet, the frame that every page has.

A page is a template that extends `frame.html` (its blocks and variables are told at its top), rendered by
`environment(...)` with `stylesheet()` in it or beside it.
"""

from graph.views.style.colours import KIND_SHAPES, KINDS, LEVELS, PAPER, ROLE_MARKS, ROLE_TINTS, ROLES, Colour, tokens
from graph.views.style.frame import COUNTED, Foot, environment, foot, policy, stylesheet

__all__ = [
    "COUNTED",
    "KINDS",
    "KIND_SHAPES",
    "LEVELS",
    "PAPER",
    "ROLES",
    "ROLE_MARKS",
    "ROLE_TINTS",
    "Colour",
    "Foot",
    "environment",
    "foot",
    "policy",
    "stylesheet",
    "tokens",
]
