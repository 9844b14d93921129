"""Fixtures of several test modules, and what is told at the end of a run."""

from collections import Counter

import pytest
from neo4j_server import neo4j_server

__all__ = ["neo4j_server"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell why tests were skipped: a line a reason, where pytest's own list has one for each place."""
    reasons = Counter(
        report.longrepr[2].removeprefix("Skipped: ")
        for report in terminalreporter.stats.get("skipped", ())
        if isinstance(report.longrepr, tuple)
    )
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"{count} skipped: {reason}")
