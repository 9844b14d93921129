"""The parameters of a query, as they are typed: -p KEY=VALUE."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import typer

from graph.stores import Cell


def parse(given: Sequence[str] | None) -> dict[str, Cell]:
    """The parameters by name. A value that is JSON (3, true, null, ["a"], "3") is what it says, any other is text."""
    parameters: dict[str, Cell] = {}
    for item in given or ():
        key, equals, value = item.partition("=")
        if not equals or not key:
            raise typer.BadParameter(f"{item!r} is not KEY=VALUE", param_hint="--param")
        if key in parameters:
            raise typer.BadParameter(f"{key} is given twice", param_hint="--param")
        parameters[key] = _value(value)
    return parameters


def _value(text: str) -> Cell:
    try:
        value: Cell = msgspec.json.decode(text)
    except msgspec.DecodeError:
        return text
    return value
