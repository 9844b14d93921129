"""How many facts each rule made on the golds, and how many of them were right.

    python bench/rules.py [--shared ../shared] [--write]

A rule's facts are scored alone by ../shared/eval/score.py; what the gold does not judge (what a vague set must do) is
not counted. `--write` writes extractors/lexicons/rules.toml, from which every fact has its confidence. A rule with
fewer than ENOUGH judged facts, or of a kind that no gold has, is unmeasured: it is printed, and not in the file.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from golds import SHARED, Json, golds, scorer

from extractors.rules import LOW

TABLE = Path(__file__).resolve().parent.parent / "extractors" / "lexicons" / "rules.toml"
ENOUGH = 5
"""Judged facts that a rule has at least to be measured."""

KINDS = {"citations": "citation", "groups": "group", "people": "person", "duties": "duty", "changes": "change"}
"""The scorer's name for each kind of fact that has rules; members of groups apart."""


@dataclass(slots=True)
class Measured:
    """What a rule made on the golds: `facts`, of which `judged` are counted, of which `right` are right."""

    facts: int = 0
    judged: int = 0
    right: int = 0


def measure(shared: Path) -> dict[str, Measured]:
    """What each rule made, by name ({} where there is no gold)."""
    measured: dict[str, Measured] = {}
    for gold in golds(shared):
        judge = scorer(shared)
        with tempfile.TemporaryDirectory() as scratch:
            facts = Path(scratch, "facts.jsonl")
            gold.extract(facts)
            found = [json.loads(line) for line in facts.read_text(encoding="utf-8").splitlines()]
        for annotated, document, text in judge.pairs(gold.annotations(), found, gold.source):
            line = judge.liner(text)
            for rule, kind, count, alone in _rules(document):
                tallies = {name: judge.Tally() for name in judge.KINDS}
                judge.score(annotated, alone, line, tallies)
                known = measured.setdefault(rule, Measured())
                known.facts += count
                known.judged += tallies[kind].tp + tallies[kind].fp if kind else 0
                known.right += tallies[kind].tp if kind else 0
    return dict(sorted(measured.items()))


def _rules(document: dict[str, list[dict[str, object]]]) -> Iterator[tuple[str, str, int, Json]]:
    """Each rule of a document: its name, the scorer's kind ("" where no gold has it), its facts, and these alone."""
    for key, kind in (*KINDS.items(), ("mentions", ""), ("authorities", "")):
        facts = document.get(key, [])
        for rule, count in Counter(str(fact["rule"]) for fact in facts).items():
            yield rule, kind, count, {**document, key: [fact for fact in facts if fact["rule"] == rule]}
    groups = document.get("groups", [])
    seats = [member for group in groups for member in _members(group)]
    for rule, count in Counter(str(member["rule"]) for member in seats).items():
        alone = [
            {**group, "members": [member for member in _members(group) if member["rule"] == rule]} for group in groups
        ]
        yield rule, "membership", count, {**document, "groups": alone}


def _members(group: dict[str, object]) -> list[dict[str, object]]:
    members = group["members"]
    return members if isinstance(members, list) else []


def table(measured: dict[str, Measured]) -> str:
    """The file that the extractors read."""
    lines = [
        "# How often each rule was right on the golds: [right, judged]. Written by `python bench/rules.py --write`.",
        "# A rule that is not here has fewer than 5 judged facts, or none that a gold could judge.",
        "",
        *(f'"{rule}" = [{found.right}, {found.judged}]' for rule, found in measured.items() if found.judged >= ENOUGH),
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--write", action="store_true", help=f"write {TABLE.name}")
    arguments = parser.parse_args()
    measured = measure(arguments.shared)
    if not measured:
        print(f"skipped: no gold at {arguments.shared / 'eval'}")
        return 0
    print(f"{'rule':<32}{'facts':>7}{'judged':>7}{'right':>7}{'precision':>11}")
    for rule, found in measured.items():
        precision = found.right / found.judged if found.judged >= ENOUGH else None
        told = f"{precision:>11.3f}{'  LOW' if precision < LOW else ''}" if precision is not None else " unmeasured"
        print(f"{rule:<32}{found.facts:>7}{found.judged:>7}{found.right:>7}{told}")
    if arguments.write:
        TABLE.write_text(table(measured), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
