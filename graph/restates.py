"""The same duty in another document: a notice restates a plan, a county the city.

Two tasks are compared by the pairs of letters in them (Jaccard: what both have of all that either has). MinHash with
locality-sensitive hashing proposes the pairs, so that not every task is compared with every other; the measure itself
then decides. Nothing is merged: what comes out is a relationship with its score and the words on both sides.

All of it is computed anew at every build, from texts alone: the same documents give the same pairs in any order, a
document that goes takes its pairs along, and only what differs is written to the store. 3,700 tasks take half a second,
and the time grows with their number; to keep pairs from build to build would save that little, and would have to know
which of them a changed document takes back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rensa import RMinHash, RMinHashLSH

SCORE = 0.55
"""From this share of common pairs on two tasks are called the same: docs/findings.md tells what was measured."""

_SHORTEST = 12
"""Letters of a task that is compared: 做好宣传工作 is in every other document."""

_PERMUTATIONS, _BANDS, _SEED = 128, 32, 1
"""Of MinHash: 32 bands of 4 propose a pair of score .55 in 95 of 100 cases, one of .6 in 99, one of .3 in 23."""

_KEPT = 5
"""How many earlier tasks one restates at most, the most similar: what all documents say would join all with all."""

_OF_ITSELF = re.compile(r"(?:将|把)(?:本|此|该)[^，。；]{1,4}(?:及时|迅速|立即)?(?:转发|印发|传达|下发)")
"""A task that is about its own document: 请各分局将本通知转发至...; each notice means itself."""

_SAYS_NOTHING = re.compile(
    r"[^，。；]{0,10}按照?各自(?:的)?(?:职能|职责|分工)(?:分工)?，?(?:共同|密切|积极)?(?:配合)?(?:做好|落实)?(?:相关|有关|各项)?工作?。?"
)
"""A task that every document gives to the rest of the bodies: 其他有关部门按各自职能配合做好相关工作."""

_LETTER = re.compile(r"[^\W\d_]")
"""Neither punctuation nor figures: a later year or another sum makes no other task."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A task of a document. `order` sorts the documents: what comes first was said first."""

    id: str
    document: str
    text: str
    order: tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Restated:
    """The task `id` says again what the task `original` of an earlier document says; `score` is from `SCORE` to 1."""

    id: str
    original: str
    score: float


def restated(duties: Sequence[Stated]) -> list[Restated]:
    """The tasks that restate one of another document: for each at most five, one a document."""
    known = [(duty, pairs) for duty in _in_order(duties) if _is_told(duty.text) and (pairs := pairs_of(duty.text))]
    index = RMinHashLSH(SCORE, _PERMUTATIONS, _BANDS)
    found: list[Restated] = []
    for at, (duty, pairs) in enumerate(known):
        signature = RMinHash(_PERMUTATIONS, _SEED)
        signature.update(sorted(pairs))
        earlier = [known[other] for other in sorted(index.query(signature))]
        found += _best(duty, pairs, earlier)
        index.insert(at, signature)
    return found


def _is_told(text: str) -> bool:
    """Whether a task has words of its own."""
    return not _OF_ITSELF.search(text) and not _SAYS_NOTHING.fullmatch(text)


def _in_order(duties: Sequence[Stated]) -> list[Stated]:
    return sorted(duties, key=lambda duty: (duty.order, duty.document, duty.id))


def _best(duty: Stated, pairs: frozenset[str], earlier: Sequence[tuple[Stated, frozenset[str]]]) -> list[Restated]:
    """The most similar task of each of the documents that are nearest."""
    by_document: dict[str, tuple[float, str]] = {}
    for other, its_pairs in earlier:
        if other.document == duty.document:
            continue
        score = round(len(pairs & its_pairs) / len(pairs | its_pairs), 3)
        if score >= SCORE and (score, other.id) > by_document.get(other.document, (0.0, "")):
            by_document[other.document] = score, other.id
    nearest = sorted(by_document.values(), reverse=True)[:_KEPT]
    return [Restated(duty.id, original, score) for score, original in nearest]


def pairs_of(text: str) -> frozenset[str]:
    """All pairs of letters that follow one another; none of a short text."""
    plain = "".join(_LETTER.findall(text))
    if len(plain) < _SHORTEST:
        return frozenset()
    return frozenset(plain[at : at + 2] for at in range(len(plain) - 1))
