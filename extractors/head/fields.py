"""What a head says, field by field, each value with its place; and how far the head may reach."""

from __future__ import annotations

from dataclasses import dataclass, field

Span = tuple[int, int]

Values = list[tuple[str, Span]]
"""The values of a field, each with its place in the clean text."""

FIRST_LINES = 150
FIRST_CHARS = 12_000
"""The lines and the characters in which a head is looked for."""


@dataclass(slots=True)
class Head:
    """What the head says; `body` is where the body begins, `proofs` the spans in the clean text, by field.

    `doubts` says what is missing or was read from a weak place.
    """

    number: str | None = None
    title: str | None = None
    issuers: list[str] = field(default_factory=list)
    date: str | None = None
    addressees: list[str] = field(default_factory=list)
    promulgates: list[str] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    effective_from: str | None = None
    effective_to: str | None = None
    registration: str | None = None
    interpreter: str | None = None
    body: int = 0
    proofs: dict[str, list[Span]] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)


def set_value(head: Head, name: str, value: str | None, span: Span) -> None:
    """Set the field `name` where there is a value."""
    if value:
        setattr(head, name, value)
        head.proofs[name] = [span]


def set_values(head: Head, name: str, values: Values) -> None:
    """Set the field `name` to all the values."""
    setattr(head, name, [value for value, _ in values])
    if values:
        head.proofs[name] = [span for _, span in values]


def trim(text: str, start: int, end: int) -> Span:
    """The span of ``text[start:end]`` without white space, dashes and lone brackets at its ends."""
    while start < end and text[start] in " \t\n-—":
        start += 1
    while end > start and text[end - 1] in " \t\n-—":
        end -= 1
    inner = text[start:end]
    if inner in ("（", "(", "）", ")"):
        return end, end
    if inner.endswith(("（", "(")):
        return trim(text, start, end - 1)
    if inner.startswith(("）", ")")):
        return trim(text, start + 1, end)
    return start, end
