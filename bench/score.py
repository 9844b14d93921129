"""Extract the annotated documents, score them with ../shared/eval/score.py, and compare with the floors.

    python bench/score.py [--shared ../shared] [--misses KIND]

Exits with 1 where a figure is below its floor (bench/floors.toml), with 0 and a word where the gold is not there.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from golds import SHARED, Gold, golds

FLOORS = Path(__file__).with_name("floors.toml")


def score(gold: Gold, facts: Path, *more: str) -> str:
    """What the scorer prints."""
    command = [sys.executable, gold.folder.parent / "score.py", gold.folder, facts, gold.source, *more]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--misses", help="print what was missed or found in excess, for kinds that start so")
    arguments = parser.parse_args()
    low = found = 0
    for gold in golds(arguments.shared):
        found += 1
        floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))[gold.folder.name]
        with tempfile.TemporaryDirectory() as scratch:
            facts = Path(scratch, "facts.jsonl")
            gold.extract(facts)
            rows = json.loads(score(gold, facts, "--json"))
            if arguments.misses:
                print(score(gold, facts, "--misses", arguments.misses))
        print(f"{gold.folder.name:<16}{'P':>8}{'R':>8}{'F1':>8}{'floor':>8}")
        for kind, row in rows.items():
            floor = floors.get(kind)
            below = floor is not None and row["F1"] < floor
            low += below
            mark = "  BELOW" if below else ""
            print(f"{kind:<16}{row['P']:>8.3f}{row['R']:>8.3f}{row['F1']:>8.3f}{floor if floor else '':>8}{mark}")
    if not found:
        print(f"skipped: no gold at {arguments.shared / 'eval'}")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
