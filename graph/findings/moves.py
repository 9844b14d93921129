"""Duties that one document moves from a body to another one, while another document gives them to the first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from graph.findings.bodies import Gone, given, gone_bodies
from graph.findings.corpus import Corpus, named, text, whole
from graph.findings.finding import Finding
from graph.tables import Node, Relationship

_WHAT = re.compile(
    r"""
    .*?(?:职责|职能|职权|事项)          # 食盐质量监管职责
    |
    .*?(?=移交|划[入转归至给]|交由|并入)  # 食盐质量监管工作划转至…
    """,
    re.VERBOSE | re.DOTALL,
)
"""What a sentence moves, behind the names of those who give it."""

_COMMON = re.compile(
    "职责|职能|职权|事项|相关|有关|部分|全部|整建制|机构|人员|编制|行政|工作|全[省市县区]|"
    "所?(?:承担|行使|履行|负责)|[将把由原其的等和及与或、，,；（）()]"
)
"""What tells nothing of the field of a duty."""

_PART, _EXCEPT = re.compile("相关|有关|部分"), "除"
_LONG = 4
"""A part of what is moved that has fewer letters (监督) counts only where there is no longer one."""

_SAME = 0.6
"""A duty is of the field where this share of the pairs of letters of the field stands in it."""


def duties_of_stripped(corpus: Corpus) -> Iterator[Finding]:
    """A body from which one document moves duties, and to which another gives such: one for each of those.

    Not where the body is ended by the same document (`gone-body`), nor where a unit of its own takes them.
    """
    gone = {(one.body.id, one.document) for changes in gone_bodies(corpus).values() for one in changes}
    for move in corpus.all("TRANSFERS_DUTIES_TO"):
        giver, taker = corpus.node("Agency", move.from_id), corpus.node("Agency", move.to_id)
        document = text(move.properties, "document")
        if (giver.id, document) in gone or giver.properties.get("collective") or _is_of(taker, giver, corpus):
            continue
        words = _moved(move, corpus)
        fields = _fields(words)
        if _EXCEPT in words or not (fields or (words and not _PART.search(words))):
            continue
        stripped = Gone(giver, move, f"划转至{named(taker)}")
        duties: dict[str, list[Node]] = defaultdict(list)
        for owns in corpus.out("OWNS", "Agency", giver.id):
            duty = corpus.node("Duty", owns.to_id)
            if text(duty.properties, "document") != document and _is_among(duty, fields):
                duties[text(duty.properties, "document")].append(duty)
        for other, its_duties in sorted(duties.items()):
            yield given("stripped-body", stripped, other, its_duties, corpus, what=f"的“{words}”")


def _is_of(taker: Node, giver: Node, corpus: Corpus) -> bool:
    """Whether the taker is a unit of the giver, who still answers for the duty."""
    above = corpus.out("SUBORDINATE_TO", "Agency", taker.id)
    return named(taker).startswith(named(giver)) or any(one.to_id == giver.id for one in above)


def _moved(move: Relationship, corpus: Corpus) -> str:
    """What is moved, in the words of the sentence, without the bodies that it names."""
    end, document = whole(move.properties, "end"), text(move.properties, "document")
    names: set[str] = set()
    for one in corpus.all("TRANSFERS_DUTIES_TO"):
        if (whole(one.properties, "end"), text(one.properties, "document")) == (end, document):
            for id_ in (one.from_id, one.to_id):
                names.update(_names(corpus.node("Agency", id_)))
    words = text(move.properties, "quote")
    for name in sorted(names, key=lambda name: (-len(name), name)):
        words = words.replace(name, "、")
    found = _WHAT.match(words)
    return re.sub("^[、，,和及将把由原其的]+", "", found.group()) if found else ""


def _names(body: Node) -> list[str]:
    forms = body.properties.get("names")
    return [named(body), *(map(str, forms) if isinstance(forms, list) else ())]


def _fields(words: str) -> list[frozenset[str]]:
    """The fields that the words name, each as its pairs of letters; none where all duties of the body are meant."""
    parts = [part for part in map(str.strip, _COMMON.split(words)) if len(part) > 1]
    telling = [part for part in parts if len(part) >= _LONG] or parts
    return [frozenset(part[at : at + 2] for at in range(len(part) - 1)) for part in telling]


def _is_among(duty: Node, fields: list[frozenset[str]]) -> bool:
    said = text(duty.properties, "text")
    return not fields or any(sum(pair in said for pair in field) >= _SAME * len(field) for field in fields)
