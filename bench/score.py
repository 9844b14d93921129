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

HERE = Path(__file__).resolve().parent
ENDINGS = (".txt", ".md", ".html")


def extract(sources: list[Path], facts: Path) -> None:
    """The facts of the sources, by the command line that a user has."""
    command = Path(sys.executable).with_name("dutygraph")
    subprocess.run([command, "extract", *sources, "-o", facts], check=True)


def score(gold: Path, facts: Path, source: Path, *more: str) -> str:
    """What the scorer prints."""
    command = [sys.executable, gold.parent / "score.py", gold, facts, source, *more]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--misses", help="print what was missed or found in excess, for kinds that start so")
    arguments = parser.parse_args()
    evaluation = arguments.shared / "eval"
    if not evaluation.is_dir():
        print(f"skipped: no gold at {evaluation}")
        return 0
    gazette = next((arguments.shared / "gazette").glob("*.txt"))
    corpus = arguments.shared / "corpus"
    annotated = [path.stem for path in sorted((evaluation / "gold-places").glob("*.json"))]
    places = [path for stem in annotated for path in sorted(corpus.glob(f"{stem}.*")) if path.suffix in ENDINGS]
    low = 0
    for folder, sources, source in (("gold", [gazette], gazette), ("gold-places", places, corpus)):
        floors = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))[folder]
        with tempfile.TemporaryDirectory() as scratch:
            facts = Path(scratch, "facts.jsonl")
            extract(sources, facts)
            rows = json.loads(score(evaluation / folder, facts, source, "--json"))
            if arguments.misses:
                print(score(evaluation / folder, facts, source, "--misses", arguments.misses))
        print(f"{folder:<16}{'P':>8}{'R':>8}{'F1':>8}{'floor':>8}")
        for kind, row in rows.items():
            floor = floors.get(kind)
            below = floor is not None and row["F1"] < floor
            low += below
            mark = "  BELOW" if below else ""
            print(f"{kind:<16}{row['P']:>8.3f}{row['R']:>8.3f}{row['F1']:>8.3f}{floor if floor else '':>8}{mark}")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
