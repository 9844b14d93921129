"""The numbers that Word writes before the paragraphs of a .doc by itself (MS-DOC: LSTF, LVL, LFO)."""

from __future__ import annotations

import struct

from extractors.sources.numbering import LEVELS, Level, Lists, NumberedList

_LST, _LFO = 0x02E2, 0x02EA
"""Where the FIB has the places (offset and size in the table stream) of the lists and of their uses."""

_LIST, _LEVEL, _USE = 28, 28, 16
"""The bytes of what is told of a list, of a level (before its properties and its pattern), of a use."""

_FIGURES = {
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    10: "ideographDigital",
    11: "japaneseCounting",
    17: "japaneseDigitalTenThousand",
    18: "decimalEnclosedCircle",
    22: "decimalZero",
    23: "bullet",
    28: "decimalEnclosedCircleChinese",
    33: "taiwaneseCounting",
    35: "taiwaneseCountingThousand",
    37: "chineseCounting",
    39: "chineseCountingThousand",
    255: "none",
}
"""The kinds of figures (MSONFC) by the names that .docx has for them; the others print plain figures."""


def lists_of(main: bytes, table: bytes) -> Lists:
    """The lists of a .doc, by the numbers (from 1) by which paragraphs use them. What a use overrides is not read."""
    at, size = struct.unpack_from("<II", main, _LST)
    known: dict[int, dict[int, Level]] = {}
    if size:
        [count] = struct.unpack_from("<H", table, at)
        level_at = at + 2 + _LIST * count
        for i in range(count):
            [name], flags = struct.unpack_from("<i", table, at + 2 + _LIST * i), table[at + 2 + _LIST * i + 26]
            levels: dict[int, Level] = {}
            for depth in range(1 if flags & 1 else LEVELS):
                levels[depth], level_at = _level(table, level_at)
            known[name] = levels
    at, size = struct.unpack_from("<II", main, _LFO)
    uses = struct.unpack_from("<I", table, at)[0] if size else 0
    names = [struct.unpack_from("<i", table, at + 4 + _USE * i)[0] for i in range(min(uses, size // _USE))]
    return Lists({str(i): NumberedList(str(name), known.get(name, {})) for i, name in enumerate(names, 1)})


def _level(table: bytes, at: int) -> tuple[Level, int]:
    """A level, and where the next one begins."""
    start, figures = struct.unpack_from("<iB", table, at)
    character, paragraph = struct.unpack_from("<BB", table, at + 24)
    at += _LEVEL + character + paragraph
    [length] = struct.unpack_from("<H", table, at)
    words = table[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
    pattern = "".join(f"%{ord(char) + 1}" if ord(char) < LEVELS else char for char in words)
    return Level(_FIGURES.get(figures, "decimal"), pattern, start), at + 2 + 2 * length
