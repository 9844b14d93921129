"""Write docs/accuracy.md: the figures on the golds by kind and by genre, what is still missed, and the speed.

    python bench/accuracy.py [--shared ../shared] [--check]

`--check` writes nothing, and exits with 1 where the page says other figures than are measured now. The speed is the
machine's: it is measured when the page is written, and not checked.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

import speed
from golds import SHARED, Gold, golds, scorer

from extractors.rules import LOW, measured

PAGE = Path(__file__).resolve().parent.parent / "docs" / "accuracy.md"
SPEED = "## Speed"
_GENRES = "方案|办法|规定|规则|细则|规划|计划|要点|措施|清单|意见|决定|批复|通报|公告|函|名单|通知"
_GENRE = re.compile(rf"({_GENRES})[^\w]*(?:[（(][^（）()]*[）)])?[》”]?(?:的通知)?(?:[（(][^（）()]*[）)])?$")
"""The genre is the last word of the title, or of what a 通知 promulgates: 关于印发…方案的通知 is a 方案."""

Row = dict[str, float]


def genre(title: str) -> str:
    """The genre that a title ends with (其他 where it ends with none)."""
    found = _GENRE.search(re.sub(r"\s", "", title))
    return found[1] if found else "其他"


def rows(tallies: dict[str, object]) -> dict[str, Row]:
    """The scorer's figures by kind, of the kinds that the gold or the program has."""
    figures = {kind: tally.row() for kind, tally in tallies.items()}  # type: ignore[attr-defined]
    return {kind: row for kind, row in figures.items() if row["gold"] or row["found"]}


def tally(judge: ModuleType, gold: Gold) -> Iterator[tuple[str, dict[str, object]]]:
    """Each annotated document's genre and what the scorer counts in it."""
    with tempfile.TemporaryDirectory() as scratch:
        facts = Path(scratch, "facts.jsonl")
        gold.extract(facts)
        found = [json.loads(line) for line in facts.read_text(encoding="utf-8").splitlines()]
    for annotated, document, text in judge.pairs(gold.annotations(), found, gold.source):
        tallies: dict[str, object] = {kind: judge.Tally() for kind in judge.KINDS}
        judge.score(annotated, document, judge.liner(text), tallies)
        yield genre(annotated.get("title") or ""), tallies


def added(judge: ModuleType, all_tallies: Iterable[dict[str, object]]) -> dict[str, object]:
    """The counts of several documents as one."""
    sums = {kind: judge.Tally() for kind in judge.KINDS}
    for tallies in all_tallies:
        for kind, one in tallies.items():
            for name in ("tp", "fp", "fn", "missed", "extra"):
                setattr(sums[kind], name, getattr(sums[kind], name) + getattr(one, name))
    return sums


def table(head: list[str], lines: Iterable[Iterable[str]]) -> Iterator[str]:
    """The lines of a Markdown table."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for line in lines:
        yield f"| {' | '.join(line)} |"
    yield ""


def figures(judge: ModuleType, shared: Path) -> Iterator[str]:
    """The page down to the speed: the same for the same program and golds."""
    yield "# Accuracy"
    yield ""
    yield (
        "Written by `python bench/accuracy.py` with the scorer and the annotated documents of ../shared/eval; "
        "CI compares it with what is measured (`--check`), and holds each F1 above its floor (bench/floors.toml). "
        "The rules were made with these documents in sight. What documents gave that no rule had seen is in "
        "[measured.md](measured.md): read those figures for what to expect of your own documents."
    )
    yield ""
    genres: dict[str, list[dict[str, object]]] = defaultdict(list)
    misses: list[str] = []
    for gold in golds(shared):
        documents = list(tally(judge, gold))
        whole = added(judge, [tallies for _, tallies in documents])
        yield f"## eval/{gold.folder.name}: {len(documents)} documents"
        yield ""
        yield from table(
            ["kind", "gold", "found", "precision", "recall", "F1"],
            (
                [kind, f"{row['gold']:.0f}", f"{row['found']:.0f}", *(f"{row[name]:.3f}" for name in ("P", "R", "F1"))]
                for kind, row in rows(whole).items()
            ),
        )
        for kind, one in whole.items():
            for word, places in (("missed", one.missed), ("too much", one.extra)):  # type: ignore[attr-defined]
                misses += [f"{word}: {kind}: {told(place)}" for place in places]
        for name, tallies in documents:
            genres[name].append(tallies)
    kinds = ("citation", "duty", "duty (lead)", "deadline", "change")
    yield "## By genre"
    yield ""
    yield "F1 over the documents of both golds whose title, or that of the text they promulgate, ends so."
    yield "– where there is none of the kind."
    yield ""
    lines = []
    for name, all_tallies in sorted(genres.items(), key=lambda item: (-len(item[1]), item[0])):
        found = rows(added(judge, all_tallies))
        lines.append(
            [name, str(len(all_tallies)), *(f"{found[kind]['F1']:.3f}" if kind in found else "–" for kind in kinds)]
        )
    yield from table(["genre", "documents", *kinds], lines)
    yield "## Still wrong"
    yield ""
    yield "Each place where the program and the annotation differ, as the scorer prints it."
    yield ""
    yield from (f"- {miss}" for miss in misses)
    yield ""
    low = sorted((known.share, rule) for rule, known in measured().items() if known.share < LOW)
    yield "## Rules of low precision"
    yield ""
    yield f"Facts of these rules carry a confidence below {LOW} (`python bench/rules.py` prints all rules)."
    yield ""
    yield from (f"- `{rule}`: {share:.2f}" for share, rule in low)
    if not low:
        yield "None."
    yield ""


def told(place: object) -> str:
    """A miss as words: its parts, with long ones cut."""
    parts = place if isinstance(place, tuple) else (place,)
    return " ".join(
        told(part) if isinstance(part, tuple) else str(part)[:40] for part in parts if part not in ("", None)
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--check", action="store_true", help="compare the page with what is measured now")
    arguments = parser.parse_args()
    if not (arguments.shared / "eval").is_dir():
        print(f"skipped: no gold at {arguments.shared / 'eval'}")
        return 0
    now = "\n".join(figures(scorer(arguments.shared), arguments.shared))
    if arguments.check:
        same = PAGE.read_text(encoding="utf-8").partition(SPEED)[0].rstrip() == now.rstrip()
        print(f"{PAGE.name}: {'as measured' if same else 'out of date: python bench/accuracy.py'}")
        return 0 if same else 1
    sources = speed.sources_of([str(arguments.shared / "gazette"), str(arguments.shared / "corpus")])
    rates = "\n".join(speed.report(speed.measure(sources, runs=1)))
    PAGE.write_text(
        f"{now}\n{SPEED}\n\nThe gazette and the corpus, on one core.\n\n```\n{rates}\n```\n", encoding="utf-8"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
