"""Bodies: one id and one official name for all the ways in which documents write the name of one body."""

from __future__ import annotations

from dataclasses import dataclass

from graph.identity.places import Context, Level, Place


@dataclass(frozen=True, slots=True)
class Body:
    """A body, by rule: equal ids mean one body.

    `name` is the fullest official form that the rules can compose, `office` the office in normal form without its
    place (安全生产监督管理局), `collective` is true for a set of bodies (各镇政府), `vague` where no one can say which
    bodies are meant (有关部门), `rules` say in words how the written name was read ("区 = 周村区", "安监 = 安全生产监督管理").
    `id`, `name`, `place`, `level` and `office` are the same for every way to write one body; `rules` are not.
    """

    id: str
    name: str
    place: Place | None
    level: Level | None
    office: str
    collective: bool = False
    vague: bool = False
    rules: tuple[str, ...] = ()


def body(name: str, context: Context) -> Body:
    """The body that `name` means in a document with this context."""
    return Body(id=name, name=name, place=context.place, level=context.level, office=name)
