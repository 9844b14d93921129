"""A drawing for Graphviz: a small part of the graph (`graph.exports.small`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from graph.exports.small import Small, small
from graph.schema import schema
from graph.tables import Tables
from graph.views.style import KINDS

_FONT = "Noto Sans CJK SC, Microsoft YaHei, PingFang SC, SimSun"


def write(tables: Tables, file: BinaryIO) -> None:
    """Write the picture; see `graph.exports.FileFormat`."""
    file.write("".join(f"{line}\n" for line in _lines(small(tables))).encode())


def _lines(picture: Small) -> Iterator[str]:
    yield "digraph dutygraph {"
    yield f"  graph [rankdir=LR, charset=utf8, fontname={_text(_FONT)}, label={_text(picture.note)}]"
    yield f"  node [shape=box, fontname={_text(_FONT)}]"
    yield f"  edge [fontname={_text(_FONT)}, fontsize=10]"
    for number, (label, name) in enumerate(picture.nodes):
        caption = schema().nodes[label].caption
        yield f"  n{number} [label={_text(name)}, color={_text(KINDS[label].light)}, tooltip={_text(caption)}]"
    for start, end, caption in picture.arrows:
        yield f"  n{start} -> n{end} [label={_text(caption)}]"
    yield "}"


def _text(text: str) -> str:
    """A quoted string of DOT; & would begin an entity of HTML."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
    return f'"{escaped}"'
