"""Plain text and Markdown -> lines, each character with its place in the source."""

from __future__ import annotations

import re

from extractors.sources.line import Line

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?\n)---[ \t]*(?:\r?\n|$)", re.S)
_KEPT = re.compile(
    r"""
    ^(?: (?:title|name|标题|名称)[ \t]*[:：][ \t]*["']?(?P<title>.+?)["']?
       | (?P<field>[\u4e00-\u9fff]{2,6}[ \t]*[:：].+?) )
    [ \t]*\r?$
    """,
    re.M | re.X,
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_FENCE = re.compile(r"\s*(?:>\s*)*(?:```|~~~)")


def text_lines(text: str) -> list[Line]:
    """The lines of plain text as they are."""
    return _lines(text, 0, len(text))


def markdown_lines(text: str) -> list[Line]:
    """The lines of Markdown without comments, fences and front matter.

    Of the front matter its title is kept, as a line of its own, and what a Chinese key says (发文字号: ...).
    """
    lines: list[Line] = []
    at = 0
    if front := _FRONT.match(text):
        at = front.end()
        for kept in _KEPT.finditer(text, *front.span(1)):
            lines += _lines(text, *kept.span(kept.lastgroup or 0))
    for comment in (*_COMMENT.finditer(text, at), None):
        end = comment.start() if comment else len(text)
        lines += [line for line in _lines(text, at, end) if not _FENCE.match(line.text)]
        at = comment.end() if comment else end
    return lines


def _lines(text: str, start: int, end: int) -> list[Line]:
    lines: list[Line] = []
    for raw in text[start:end].split("\n"):
        lines.append(Line.at(start, raw))
        start += len(raw) + 1
    return lines
