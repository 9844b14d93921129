"""Lets one reading Cypher statement through, and nothing else.

The first of several layers: the store opens the graph read-only, its engine refuses to write in a query, it may not
read files, and it is ended after a time. This layer is a lexer (`lexer`), the words that may be names where they stand
(`names`), the lists of guard.toml (`check`) and how much a statement may hold (`limits`, `patterns`), so that it is
refused before any engine sees it, with a line that says why.
"""

from __future__ import annotations

from graph.guard.check import check_reading
from graph.guard.lexer import GuardError

__all__ = ["GuardError", "check_reading"]
