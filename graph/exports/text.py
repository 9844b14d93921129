"""What formats that know less than the graph make of a value."""

from __future__ import annotations

import re

from graph.tables import Value

SEPARATOR = " | "
"""Between the items of a list, where a format has none."""

_NOT_XML = re.compile(r"[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 forbids or warns of; and the carriage return, which every XML reader turns into a line feed."""


def joined(items: list[str]) -> str:
    """The items in one text; a | inside an item is written ｜, so that splitting gives as many items."""
    return SEPARATOR.join(item.replace("|", "｜") for item in items)


def xml_text(text: str) -> str:
    """The text without control characters, unpaired surrogates and noncharacters: what XML can hold."""
    return _NOT_XML.sub("", text)


def xml_value(value: Value) -> Value:
    """The value with its texts as XML can hold them, a list joined."""
    if isinstance(value, list):
        value = joined(value)
    return xml_text(value) if isinstance(value, str) else value
