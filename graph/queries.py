"""The questions of cypher/: what each asks, what it needs, and its rows.

A question is a file: a comment in TOML (`Header`), then one reading statement in the Cypher that ArcadeDB and Neo4j
share. Its parameters are always given to the engine as parameters; the columns are in the order of the header.
"""

from __future__ import annotations

import datetime
import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from graph.guard import check_reading
from graph.stores import Cell, Rows, Store, StoreError

ParameterType = Literal["string", "integer", "date", "body", "document"]
"""`body` and `document` are strings that a command may resolve to the one thing that is meant before it asks."""

_OPENING, _CLOSING = "/*", "*/"


class QuestionError(StoreError):
    """A question that is not there, or that was asked with the wrong parameters."""


class Parameter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A parameter: its type, what it means, an example, and the value that stands where none is given."""

    type: ParameterType
    help: str
    example: str | int
    default: str | int | None = None


class Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The comment of a question: its Chinese title, what it asks, the order of its rows, its columns with captions."""

    title: str
    asks: str
    sorted: str
    columns: dict[str, str]
    parameters: dict[str, Parameter] = {}


@dataclass(frozen=True, slots=True)
class Question:
    """A question: `name` is that of its file, `text` its statement, the rest that of its `Header`."""

    name: str
    title: str
    asks: str
    sorted: str
    parameters: Mapping[str, Parameter]
    columns: Mapping[str, str]
    text: str


@cache
def questions() -> dict[str, Question]:
    """All questions by name, in the order of their names; a file without a header is something else.

    Raises `QuestionError` for a file with a wrong header.
    """
    texts = {
        path.name.removesuffix(".cypher"): path.read_text(encoding="utf-8")
        for path in files("cypher").iterdir()
        if path.name.endswith(".cypher")
    }
    return {name: _question(name, texts[name]) for name in sorted(texts) if texts[name].startswith(_OPENING)}


def question(name: str) -> Question:
    """The question of that name (- and _ are one). Raises `QuestionError` with the nearest names."""
    known = questions()
    if found := known.get(name.replace("_", "-")):
        return found
    nearest = difflib.get_close_matches(name, known, 5, 0.4) or [*known]
    raise QuestionError("no such question", name, f"the nearest: {', '.join(nearest)}")


def run(
    question: Question, store: Store, parameters: Mapping[str, Cell] | None = None, *, timeout: float = 60.0
) -> Rows:
    """The rows of a question. Raises `QuestionError` where a parameter is missing, unknown or of another type."""
    rows = store.query(question.text, _values(question, parameters or {}), timeout=timeout)
    places = [rows.columns.index(name) for name in question.columns] if rows.rows else []
    return Rows(tuple(question.columns), tuple(tuple(row[at] for at in places) for row in rows.rows), rows.cut)


def _question(name: str, text: str) -> Question:
    head, end, body = text.removeprefix(_OPENING).partition(_CLOSING)
    try:
        header = msgspec.convert(tomllib.loads(head), Header)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise QuestionError(f"its header is wrong: {error}", f"cypher/{name}.cypher", "mend the file") from error
    if not end:
        raise QuestionError("its header does not end", f"cypher/{name}.cypher", f"close it: {_CLOSING}")
    check_reading(body)
    return Question(
        name, header.title, header.asks, header.sorted, header.parameters, header.columns, body.strip().rstrip(";")
    )


def _values(question: Question, given: Mapping[str, Cell]) -> dict[str, Cell]:
    """The value of every parameter: what is given, else the default."""
    for name in given:
        if name not in question.parameters:
            known = ", ".join(question.parameters) or "none"
            raise QuestionError(f"no parameter {name}", question.name, f"its parameters: {known}")
    return {name: _value(question, name, given.get(name)) for name in question.parameters}


def _value(question: Question, name: str, value: Cell) -> Cell:
    known = question.parameters[name]
    if value is None:
        value = known.default
    if value is None:
        raise QuestionError(f"it needs {name}: {known.help}", question.name, f"give it: -p {name}={known.example}")
    if known.type != "integer" and type(value) is int:
        value = str(value)  # a name of digits that was typed
    if type(value) is not (int if known.type == "integer" else str) or not _is_day(known, value):
        kind = "string" if known.type in ("body", "document") else known.type
        raise QuestionError(
            f"{name} is of type {kind}, not {value!r}", question.name, f"give it: -p {name}={known.example}"
        )
    return value


def _is_day(known: Parameter, value: Cell) -> bool:
    """Whether a value is a day, where one is asked for and given."""
    if known.type != "date" or value == known.default:
        return True
    try:
        return datetime.date.fromisoformat(str(value)).isoformat() == value
    except ValueError:
        return False
