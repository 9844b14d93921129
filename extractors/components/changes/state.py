"""What the rules of a document share: whom it speaks of, and the changes found so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.components.changes.line import Line
from extractors.components.page import Page
from extractors.facts import Change, ChangeKind

Key = tuple[ChangeKind, str, str | None]


@dataclass(slots=True)
class State:
    """`topic` is the body that the paragraph speaks of; `abolished` the last one that it abolished; `staffed` the last
    ones that gave staff away; `stripped` the last one in the document whose functions are to be taken from it;
    `regulated` the one whose functions the whole document lays down. `reforms` is whether the document's title says
    that it changes bodies.
    """

    page: Page
    found: dict[Key, tuple[int, int, Change]] = field(default_factory=dict)
    topic: str | None = None
    abolished: str | None = None
    staffed: tuple[str, ...] = ()
    stripped: str | None = None
    regulated: str | None = None
    reforms: bool = False

    def add(
        self, kind: ChangeKind, subject: str, obj: str | None, line: Line, start: int, end: int, how: str = ""
    ) -> None:
        """Note a change that ``line.text[start:end]`` states; `how` tells its rule from others of the kind."""
        self.note(kind, subject, obj, *line.span(start, end), how)

    def note(self, kind: ChangeKind, subject: str, obj: str | None, a: int, b: int, how: str = "") -> None:
        """Note a change that ``text[a:b]`` of the clean text states, once for each subject and object."""
        if subject != obj:
            place = self.page.place(a, b)
            rule = f"change.{kind}.{how}" if how else f"change.{kind}"
            change = Change(**place, rule=rule, kind=kind, subject=subject, object=obj)
            self.found.setdefault((kind, subject, obj), (a, b, change))
