"""Characters a second of extraction, and the share of each component.

    python bench/speed.py SRC... [--runs N]

The first run warms up and is not counted. Figures of one run may be compared with one another; machines differ.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections import defaultdict
from collections.abc import Callable

from spacy.tokens import Doc

from extractors.pipeline import Pipeline
from extractors.sources import Source, SourceError, find, read


def timed(component: Callable[[Doc], Doc], name: str, seconds: dict[str, float]) -> Callable[[Doc], Doc]:
    """The component, with its time added to ``seconds[name]``."""

    def run(doc: Doc) -> Doc:
        begin = time.perf_counter()
        doc = component(doc)
        seconds[name] += time.perf_counter() - begin
        return doc

    return run


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="+")
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    found, errors = find(arguments.sources)
    for error in errors:
        print(error)
    sources: list[Source] = []
    for path, name in found:
        try:
            sources.append(read(path, name))
        except SourceError as error:
            print(error)
    pipeline = Pipeline()
    seconds: dict[str, float] = defaultdict(float)
    components = pipeline.nlp._components
    for at, (name, component) in enumerate(components):
        components[at] = (name, timed(component, name, seconds))
    characters = sum(len(source.text) for source in sources)
    totals = []
    for run in range(arguments.runs + 1):
        if run == 1:
            seconds.clear()
        begin = time.perf_counter()
        for source in sources:
            try:
                pipeline.extract(source)
            except SourceError as error:
                if run == 0:
                    print(error)
        if run:
            totals.append(time.perf_counter() - begin)
    median = statistics.median(totals)
    print(f"{len(sources)} files, {characters:,} characters: {characters / median:,.0f} characters a second")
    print(f"{'part':<24}{'share':>8}")
    whole = sum(totals)
    rest = whole - sum(seconds.values())
    for name, spent in sorted([*seconds.items(), ("cleaning, head, outline", rest)], key=lambda item: -item[1]):
        print(f"{name:<24}{spent / whole:>8.1%}")


if __name__ == "__main__":
    main()
