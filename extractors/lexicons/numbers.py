"""What the code in front of a document number says about its issuer: 鲁政办发〔2017〕48号 -> 山东省人民政府办公厅.

A code is a place's letter or letters, letters of the body, and letters of the kind of document (发, 字, 函 ...).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from extractors.lexicons.offices import Level


class CodeIssuer(NamedTuple):
    """The issuer that a code tells: each part None where the code does not say it for sure.

    `place` is a full name (山东省; None for bodies of the country), `body` the office without its place in the normal
    form of `offices.normal_office` (人民政府办公厅), for bodies of the country their full name (国务院办公厅).
    """

    level: Level | None
    place: str | None
    body: str | None


def issuer_of_code(code: str, places: Iterable[str] = ()) -> CodeIssuer:
    """The issuer of documents with the code `code` (鲁政办发, 国办发, 周政字: what stands before the 〔year〕).

    Provinces are known by their letters; a city or county is looked for among `places` (full names: 周村区), and
    only named where exactly one of them begins with the code's letters.
    """
    return CodeIssuer(None, None, None)
