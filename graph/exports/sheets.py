"""The tables of a workbook or a document for an office, each cell with the place that proves it.

`graph.exports.ledger` and `graph.exports.findings` fill them, `graph.exports.xlsx` and `graph.exports.docx` draw them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graph.views.evidence import Proof


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in half-width characters; `day`: its cells are days (ISO)."""

    caption: str
    width: int
    day: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A cell: its text, and the number of the place in `Ledger.places` (from 1) that proves it; `role` colours it.

    Only short texts have a place: LibreOffice does not break the lines of a cell that is a link.
    """

    text: str
    place: int | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table. The first `fixed` columns stay in sight; from column `upright` on the headings are written upright.

    `block`: where the text of the first column changes, a new block begins.
    """

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Item]]
    fixed: int = 1
    upright: int | None = None
    block: bool = False


@dataclass(slots=True)
class Ledger:
    """The sheets, and the sentences that prove their cells: `places` in the order in which they are first named."""

    title: str
    sheets: list[Sheet] = field(default_factory=list)
    places: dict[Proof, int] = field(default_factory=dict)

    def place(self, proof: Proof) -> int:
        """The number of a place; a new one where it was not named before."""
        return self.places.setdefault(replace(proof, says="", href=None), len(self.places) + 1)


PLACES_NAME = "原文"
PLACES = (
    Column("编号", 6),
    Column("文件", 24),
    Column("成文日期", 12, day=True),
    Column("出处", 34),
    Column("原文", 90),
)
"""The name and the columns of the sheet of `Ledger.places`."""


NONE = "（无）"
"""What a table without rows says, so that nobody takes it for one that was forgotten."""


def link(place: int) -> Item:
    """The number of a place, which leads to it."""
    return Item(str(place), place)
