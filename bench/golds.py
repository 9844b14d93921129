"""The annotated documents of ../shared/eval, and what the program finds in them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
_ENDINGS = (".txt", ".md", ".html")


@dataclass(frozen=True, slots=True)
class Gold:
    """A folder of annotations, the `sources` they were read from, and what the scorer is told is their source."""

    folder: Path
    sources: tuple[Path, ...]
    source: Path

    def extract(self, facts: Path) -> None:
        """Write the facts of the sources, by the command line that a user has."""
        command = Path(sys.executable).with_name("dutygraph")
        subprocess.run([command, "extract", *self.sources, "-o", facts], check=True)


def golds(shared: Path) -> Iterator[Gold]:
    """The golds: one of a gazette, one of documents of other places; none where `shared` has no eval."""
    evaluation = shared / "eval"
    if not evaluation.is_dir():
        return
    gazette = next((shared / "gazette").glob("*.txt"))
    yield Gold(evaluation / "gold", (gazette,), gazette)
    corpus, places = shared / "corpus", evaluation / "gold-places"
    annotated = [path.stem for path in sorted(places.glob("*.json"))]
    files = [path for stem in annotated for path in sorted(corpus.glob(f"{stem}.*")) if path.suffix in _ENDINGS]
    yield Gold(places, tuple(files), corpus)
