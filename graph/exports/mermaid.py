"""A flowchart for Mermaid, which Markdown pages draw: a small part of the graph (`graph.exports.small`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from graph.exports.small import Small, small
from graph.tables import Tables
from graph.views.style import KINDS, PAPER

_ESCAPED = re.compile(r"[\"#&<>`\\|\[\]{}()]")


def write(tables: Tables, file: BinaryIO) -> None:
    """Write the picture; see `graph.exports.FileFormat`."""
    file.write("".join(f"{line}\n" for line in _lines(small(tables))).encode())


def _lines(picture: Small) -> Iterator[str]:
    yield "flowchart LR"
    if picture.note:
        yield f"  %% {picture.note}"
    for number, (label, name) in enumerate(picture.nodes):
        yield f'  n{number}["{_text(name)}"]:::{label}'
    for start, end, caption in picture.arrows:
        yield f'  n{start} -->|"{_text(caption)}"| n{end}'
    for label in sorted({label for label, _ in picture.nodes}):
        colour = KINDS[label].light
        yield f"  classDef {label} fill:{PAPER['surface'].light},stroke:{colour},color:{PAPER['ink'].light}"


def _text(text: str) -> str:
    """The text between quotes: what means something to Mermaid or HTML as the number of its character."""
    return _ESCAPED.sub(lambda found: f"#{ord(found.group())};", text)
