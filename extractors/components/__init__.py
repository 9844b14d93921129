"""One spaCy component a kind of fact. Each reads `doc._.page` and writes a span group of its own name.

The facts hang on the spans as `span._.fact`; importing this package registers the factories and the attributes.
"""

from __future__ import annotations

from extractors.components import (
    authorities,
    changes,
    citations,
    deadlines,
    duties,
    groups,
    mentions,
    names,
    people,
    wording,
)
from extractors.components.page import NAMES

__all__ = [
    "NAMES",
    "authorities",
    "changes",
    "citations",
    "deadlines",
    "duties",
    "groups",
    "mentions",
    "names",
    "people",
    "wording",
]
