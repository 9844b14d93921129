"""How often each rule was right, as measured on documents that were read by hand.

`lexicons/rules.toml` is written by ``python bench/rules.py --write``. A rule that is not there is unmeasured: nothing
is held against its facts.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec

LOW = 0.95
"""A precision below which what a rule found is marked where people look at it."""


@dataclass(frozen=True, slots=True)
class Precision:
    """Of `judged` facts that a rule made, `right` were right."""

    right: int
    judged: int

    @property
    def share(self) -> float:
        """The share of them that was right, 0 to 1, to two places, rounded down."""
        return self.right * 100 // self.judged / 100


@cache
def measured() -> dict[str, Precision]:
    """The rules that were measured, by name."""
    text = files("extractors.lexicons").joinpath("rules.toml").read_text(encoding="utf-8")
    counts = msgspec.convert(tomllib.loads(text), dict[str, tuple[int, int]])
    return {rule: Precision(*count) for rule, count in counts.items()}


def confidence_of(rule: str) -> float:
    """How much a fact of this rule can be trusted: its precision, 1.0 where it is unmeasured."""
    known = measured().get(rule)
    return known.share if known else 1.0
