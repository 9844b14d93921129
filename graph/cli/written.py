"""What a write did, as it is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from graph.cli.output import Column, Format, print_rows
from graph.stores import Written


def print_counts(counts: Mapping[str, int], written: Written, format_: Format) -> None:
    """Print the counts, and below them what was created, changed and deleted."""
    done = {name.replace("_", " "): number for name, number in asdict(written).items()}
    print_rows([*counts.items(), *done.items()], [Column("what", "what"), Column("count", "count")], format_)
