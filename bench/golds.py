"""The annotated documents of ../shared/eval, and what the program finds in them."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
_ENDINGS = (".txt", ".md", ".html")

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Gold:
    """A folder of annotations, the `sources` they were read from, and what the scorer is told is their source."""

    folder: Path
    sources: tuple[Path, ...]
    source: Path

    def annotations(self) -> list[Json]:
        """The annotated documents, as eval/SCHEMA.md has them."""
        return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(self.folder.glob("*.json"))]

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


def scorer(shared: Path) -> ModuleType:
    """../shared/eval/score.py as a module: its `pairs`, `score`, `Tally` and `KINDS`."""
    path = shared / "eval" / "score.py"
    spec = importlib.util.spec_from_file_location("dutygraph_scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: no scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
