"""The numbers that Word writes before paragraphs by itself: 一、 （一） 1. They are in no text of the file.

`word/numbering.xml` tells for each list (`num`) and level the kind of figures and a pattern (（%1）); paragraphs name a
list, or have a style that does. Lists of one `abstractNum` count on together.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from extractors.sources.archive import Archive

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = f"{W}val"
_LEVELS = 9
_HAN = "〇一二三四五六七八九"


def chinese(number: int) -> str:
    """1 to 99 in Chinese figures; others as they are."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _HAN[tens]) + ("十" if tens else "") + (_HAN[ones] if ones else "")


def circled(number: int) -> str:
    """1 to 20 in a circle."""
    return chr(0x2460 + number - 1) if 0 < number <= 20 else str(number)


def letters(number: int) -> str:
    """a to z, aa to zz."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def roman(number: int) -> str:
    """1 to 39 in Roman figures."""
    tens, ones = divmod(number, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]


_FIGURES: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(("chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting"), chinese),
    **dict.fromkeys(("taiwaneseCounting", "taiwaneseCountingThousand", "japaneseDigitalTenThousand"), chinese),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), circled),
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
}


@dataclass(frozen=True, slots=True)
class _Level:
    figures: str
    pattern: str
    start: int


@dataclass(slots=True)
class _List:
    abstract: str
    levels: dict[int, _Level]
    restarts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document, counted as its paragraphs are read in order."""

    def __init__(self, archive: Archive) -> None:
        self._lists: dict[str, _List] = {}
        self._styles: dict[str, Element] = {}
        self._counts: dict[str, list[int]] = {}
        if "word/numbering.xml" in archive:
            self._lists = _lists(archive.xml("word/numbering.xml"))
        if "word/styles.xml" in archive:
            styles = archive.xml("word/styles.xml").iter(f"{W}style")
            self._styles = {style.get(f"{W}styleId", ""): style for style in styles}

    def label(self, paragraph: Element) -> str:
        """The number of a paragraph as it is printed, "" where it has none; it counts."""
        number, depth = self._named(paragraph)
        found = self._lists.get(number)
        level = found.levels.get(depth) if found else None
        if found is None or level is None:
            return ""
        counts = self._counts.setdefault(found.abstract, [0] * _LEVELS)
        if (start := found.restarts.pop(depth, None)) is not None:
            counts[depth] = start - 1
        for i in range(depth + 1):
            if counts[i] == 0 or i == depth:
                known = found.levels.get(i, level)
                counts[i] = counts[i] + 1 if counts[i] else known.start
        counts[depth + 1 :] = [0] * (_LEVELS - depth - 1)
        if level.figures in ("bullet", "none"):
            return ""
        label = level.pattern
        for i in range(_LEVELS):
            figures = _FIGURES.get(found.levels.get(i, level).figures, str)
            label = label.replace(f"%{i + 1}", figures(counts[i]))
        return f"{label} " if label.isascii() and label else label

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
        return number or "", min(max(depth or 0, 0), _LEVELS - 1)

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


def _lists(root: Element) -> dict[str, _List]:
    abstract = {one.get(f"{W}abstractNumId", ""): _levels(one) for one in root.iter(f"{W}abstractNum")}
    found: dict[str, _List] = {}
    for num in root.iter(f"{W}num"):
        name = _value(num, "abstractNumId") or ""
        levels = dict(abstract.get(name, {}))
        restarts: dict[int, int] = {}
        for over in num.iter(f"{W}lvlOverride"):
            depth = _figure(over.get(f"{W}ilvl"))
            levels.update(_levels(over))
            if (start := _value(over, "startOverride")) is not None:
                restarts[depth] = _figure(start)
        found[num.get(f"{W}numId", "")] = _List(name, levels, restarts)
    return found


def _levels(root: Element) -> dict[int, _Level]:
    return {
        _figure(level.get(f"{W}ilvl")): _Level(
            _value(level, "numFmt") or "decimal", _value(level, "lvlText") or "", _figure(_value(level, "start") or "1")
        )
        for level in root.iter(f"{W}lvl")
    }


def _value(element: Element, tag: str) -> str | None:
    found = element.find(f"{W}{tag}")
    return None if found is None else found.get(_VAL)


def _figure(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else 0
