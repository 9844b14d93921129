"""Fixtures of several test modules, how tests share the work of several processes, and what is told at the end."""

from collections import Counter

import pytest
from neo4j_server import neo4j_server
from xdist.scheduler import LoadScopeScheduling

__all__ = ["neo4j_server"]

NEO4J = "neo4j"
"""Stands in the names of the modules whose tests need a server."""


class Scheduling(LoadScopeScheduling):
    """The tests of a module go to one process, all that need Neo4j to the same: there is one server, which they clear.

    Groups of xdist's own (`--dist loadgroup`) are none with pytest 9.2: it does not heed the ids that xdist gives them.
    """

    def _split_scope(self, nodeid: str) -> str:
        module = nodeid.partition("::")[0]
        return NEO4J if NEO4J in module else module


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> Scheduling:
    """See `Scheduling`."""
    return Scheduling(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let no module need Neo4j that does not say so in its name."""
    for item in items:
        if "neo4j_server" in getattr(item, "fixturenames", ()) and NEO4J not in item.path.name:
            raise pytest.UsageError(f"{item.path.name} needs Neo4j: put {NEO4J} into its name")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell why tests were skipped: a line a reason, where pytest's own list has one for each place."""
    reasons = Counter(
        report.longrepr[2].removeprefix("Skipped: ")
        for report in terminalreporter.stats.get("skipped", ())
        if isinstance(report.longrepr, tuple)
    )
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"{count} skipped: {reason}")
