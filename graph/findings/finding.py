"""What a finding is: a trouble that shows only where documents lie side by side, with its proof on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much it matters: `high` cannot be carried out as written, `medium` needs a look, `low` is good to know."""

    high = "high"
    medium = "medium"
    low = "low"

    @property
    def caption(self) -> str:
        """In the words of the reader."""
        return {"high": "高", "medium": "中", "low": "低"}[self.value]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is written: offsets in the text of `source`, its page, paragraph or cell (`position`, "" in a
    text), and the words there.

    `document` is the id, `name` the 文号 or the title in 《》, `date` the day of issue ("" where it is unknown).
    """

    document: str
    name: str
    date: str
    source: str
    start: int
    end: int
    position: str
    quote: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A trouble: of which kind, about what (`label` and `id` of a node, and its name), why, and where it is written.

    `there` is the other side: the document that contradicts `here`, or the second place of one document; None where
    there is one side only.
    """

    kind: str
    severity: Severity
    label: str
    id: str
    subject: str
    reason: str
    here: Place
    there: Place | None = None
