"""The numbers that Word writes before the paragraphs of a .docx by itself. They are in no text of the file.

`word/numbering.xml` tells for each list (`num`) and level the kind of figures and a pattern; paragraphs name a list, or
have a style that does. Lists of one `abstractNum` count on together.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from extractors.sources.archive import Archive
from extractors.sources.numbering import Level, Lists, NumberedList

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = f"{W}val"


class Numbering:
    """The lists of a document, counted as its paragraphs are read in order."""

    def __init__(self, archive: Archive) -> None:
        known = _lists(archive.xml("word/numbering.xml")) if "word/numbering.xml" in archive else {}
        self._lists = Lists(known)
        self._styles: dict[str, Element] = {}
        if "word/styles.xml" in archive:
            styles = archive.xml("word/styles.xml").iter(f"{W}style")
            self._styles = {style.get(f"{W}styleId", ""): style for style in styles}

    def label(self, paragraph: Element) -> str:
        """The number of a paragraph as it is printed, "" where it has none; it counts."""
        return self._lists.label(*self._named(paragraph))

    def _named(self, paragraph: Element) -> tuple[str, int]:
        """The list and the level that a paragraph, or the style of it, names."""
        properties = paragraph.find(f"{W}pPr")
        number: str | None = None
        depth: int | None = None
        seen: set[str] = set()
        while properties is not None:
            named = properties.find(f"{W}numPr")
            if named is not None:
                number = number if number is not None else _value(named, "numId")
                depth = depth if depth is not None else _figure(_value(named, "ilvl"))
            style = _value(properties, "pStyle") or _value(properties, "basedOn")
            if number is not None or not style or style in seen:
                break
            seen.add(style)
            properties = self._style(style)
        return number or "", depth or 0

    def _style(self, name: str) -> Element | None:
        """The paragraph properties of a style, with the style that it is based on among them."""
        style = self._styles.get(name)
        if style is None:
            return None
        properties = Element(f"{W}pPr")
        properties.extend(style.find(f"{W}pPr") or ())
        based = style.find(f"{W}basedOn")
        if based is not None:
            properties.append(based)
        return properties


def _lists(root: Element) -> dict[str, NumberedList]:
    abstract = {one.get(f"{W}abstractNumId", ""): _levels(one) for one in root.iter(f"{W}abstractNum")}
    found: dict[str, NumberedList] = {}
    for num in root.iter(f"{W}num"):
        name = _value(num, "abstractNumId") or ""
        levels = dict(abstract.get(name, {}))
        restarts: dict[int, int] = {}
        for over in num.iter(f"{W}lvlOverride"):
            depth = _figure(over.get(f"{W}ilvl"))
            levels.update(_levels(over))
            if (start := _value(over, "startOverride")) is not None:
                restarts[depth] = _figure(start)
        found[num.get(f"{W}numId", "")] = NumberedList(name, levels, restarts)
    return found


def _levels(root: Element) -> dict[int, Level]:
    return {
        _figure(level.get(f"{W}ilvl")): Level(
            _value(level, "numFmt") or "decimal", _value(level, "lvlText") or "", _figure(_value(level, "start") or "1")
        )
        for level in root.iter(f"{W}lvl")
    }


def _value(element: Element, tag: str) -> str | None:
    found = element.find(f"{W}{tag}")
    return None if found is None else found.get(_VAL)


def _figure(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else 0
