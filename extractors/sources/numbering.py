"""Automatic numbers as Word counts and prints them: 一、 （一） 1."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

LEVELS = 9
"""The levels of a list in Word."""

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
class Level:
    """A level of a list: the kind of figures (named as in .docx), a pattern (（%2）), and where it begins to count."""

    figures: str
    pattern: str
    start: int


@dataclass(slots=True)
class NumberedList:
    """A list that paragraphs name: its levels, and where they begin anew. Lists of one `family` count on together."""

    family: str
    levels: dict[int, Level]
    restarts: dict[int, int] = field(default_factory=dict)


class Lists:
    """The lists of a document by their names, counted as its paragraphs are read in order."""

    def __init__(self, lists: dict[str, NumberedList]) -> None:
        self._lists = lists
        self._counts: dict[str, list[int]] = {}

    def label(self, name: str, depth: int) -> str:
        """The number of the next paragraph of the list at this level (from 0), as it is printed; "" for none."""
        depth = min(max(depth, 0), LEVELS - 1)
        found = self._lists.get(name)
        level = found.levels.get(depth) if found else None
        if found is None or level is None:
            return ""
        counts = self._counts.setdefault(found.family, [0] * LEVELS)
        if (start := found.restarts.pop(depth, None)) is not None:
            counts[depth] = start - 1
        for i in range(depth + 1):
            if counts[i] == 0 or i == depth:
                known = found.levels.get(i, level)
                counts[i] = counts[i] + 1 if counts[i] else known.start
        counts[depth + 1 :] = [0] * (LEVELS - depth - 1)
        if level.figures in ("bullet", "none"):
            return ""
        label = level.pattern
        for i in range(LEVELS):
            figures = _FIGURES.get(found.levels.get(i, level).figures, str)
            label = label.replace(f"%{i + 1}", figures(counts[i]))
        return f"{label} " if label.isascii() and label else label
