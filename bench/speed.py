"""Characters a second of extraction, beside a bare spaCy pipeline and jieba's tagger, and the share of each component.

    python bench/speed.py SRC... [--runs N]

The first run warms up and is not counted. Seconds are those of the processor, so that other programs count little.
Figures of one run may be compared with one another; machines differ.
"""

from __future__ import annotations

import argparse
import importlib.util
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import spacy
from spacy.tokens import Doc

from extractors.pipeline import Pipeline
from extractors.sources import Source, SourceError, find, read


@dataclass(frozen=True, slots=True)
class Speed:
    """Of `files` with so many `characters`: the seconds of a run of ours, of a part of it, and of others by name."""

    files: int
    characters: int
    seconds: float
    parts: dict[str, float]
    others: dict[str, float]


def sources_of(paths: Sequence[str]) -> list[Source]:
    """The sources that can be read; what cannot is printed."""
    found, errors = find(paths)
    for error in errors:
        print(error)
    sources = []
    for path, name in found:
        try:
            sources.append(read(path, name))
        except SourceError as error:
            print(error)
    return sources


def measure(sources: Sequence[Source], runs: int) -> Speed:
    """The median seconds of so many runs over the sources, and those of one run of each other program."""
    pipeline = Pipeline()
    parts: dict[str, float] = defaultdict(float)
    components = pipeline.nlp._components
    for at, (name, component) in enumerate(components):
        components[at] = (name, _timed(component, name, parts))
    totals = []
    for run in range(runs + 1):
        if run == 1:
            parts.clear()
        begin = time.process_time()
        for source in sources:
            try:
                pipeline.extract(source)
            except SourceError as error:
                if run == 0:
                    print(error)
        if run:
            totals.append(time.process_time() - begin)
    shares = {name: spent / sum(totals) for name, spent in parts.items()}
    shares["cleaning, head, outline"] = 1 - sum(shares.values())
    texts = [source.text for source in sources]
    others = {name: _spent(program, texts) for name, program in _others()}
    characters = sum(map(len, texts))
    return Speed(len(texts), characters, statistics.median(totals), shares, others)


def report(speed: Speed) -> Iterator[str]:
    """What is printed of it, line by line."""
    rate = speed.characters / speed.seconds
    yield f"{speed.files} files, {speed.characters:,} characters"
    yield f"{'dutygraph':<24}{rate:>12,.0f} characters a second"
    for name, seconds in speed.others.items():
        other = speed.characters / seconds
        yield f"{name:<24}{other:>12,.0f} characters a second; dutygraph has {rate / other:.2f} of its speed"
    for name, share in sorted(speed.parts.items(), key=lambda item: -item[1]):
        yield f"  {name:<22}{share:>12.1%}"


def _timed(component: Callable[[Doc], Doc], name: str, seconds: dict[str, float]) -> Callable[[Doc], Doc]:
    """The component, with its time added to ``seconds[name]``."""

    def run(doc: Doc) -> Doc:
        begin = time.process_time()
        doc = component(doc)
        seconds[name] += time.process_time() - begin
        return doc

    return run


def _others() -> Iterator[tuple[str, Callable[[str], object]]]:
    """The programs that are measured on the same texts: how a reader may think of what speed can be had."""
    blank = spacy.blank("zh")
    blank.max_length = 1 << 40
    yield 'spacy.blank("zh")', blank
    if importlib.util.find_spec("jieba"):
        from jieba import posseg

        posseg.lcut("预热")  # reads its dictionary
        yield "jieba.posseg", posseg.lcut
    else:
        print("jieba is not installed: not measured")


def _spent(program: Callable[[str], object], texts: Sequence[str]) -> float:
    begin = time.process_time()
    for text in texts:
        program(text)
    return time.process_time() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="+")
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    for line in report(measure(sources_of(arguments.sources), arguments.runs)):
        print(line)


if __name__ == "__main__":
    main()
