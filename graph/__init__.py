"""Facts to graph: resolves what the extractors found, keeps it in a store, answers from it.

`graph.to_networkx` is `graph.networks.to_networkx`, loaded when it is first asked for: a command need not wait for
networkx.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.networks import to_networkx

__all__ = ["to_networkx"]


def __getattr__(name: str) -> object:
    if name in __all__:
        return getattr(import_module("graph.networks"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
