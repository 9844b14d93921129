"""Words -> agencies, documents, duties and people that hold all of them, best first, the same from every store.

A word is found as a part of a text, as Chinese is written without spaces; marks in the words only separate them, so
that 临政发[2018]12号 finds 临政发〔2018〕12号. Neo4j finds candidates by its full-text index, other stores by reading
all; which of them hold the words, and in which order, is decided here for both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from graph.schema import schema
from graph.stores import Cell, Store, StoreError
from graph.stores.neo4j_schema import SEARCHED

_WORD = re.compile(r"[^\W_]+")
_CHINESE = re.compile("[\u4e00-\u9fff]{2,}")
"""What the index can be asked for: it holds pairs of Chinese characters."""

_WEIGHTS = {"name": 3.0, "names": 3.0, "number": 3.0, "title": 2.0, "posts": 1.5, "text": 1.0}
"""How much more a word in a name says than one in a text."""

_EXCERPT = 30
"""Characters on each side of the first word that an excerpt shows."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A node: `property` and `excerpt` say where the words stand, `score` orders (higher is better, no unit)."""

    label: str
    id: str
    name: str
    property: str
    excerpt: str
    score: float


@runtime_checkable
class HasWordsIndex(Protocol):
    """A store with a full-text index over `SEARCHED` that db.index.fulltext.queryNodes knows."""

    @property
    def words_index(self) -> str:
        """The name of the index."""
        ...


def search(store: Store, words: str, limit: int = 20) -> list[Hit]:
    """The best `limit` nodes that hold every one of the words. Raises `StoreError` where there is no word."""
    wanted = _words(words)
    if not wanted:
        raise StoreError("no word to search for", repr(words), "give a word, such as 安全生产")
    hits = [hit for label in SEARCHED for hit in _hits(store, label, wanted)]
    order = {label: place for place, label in enumerate(SEARCHED)}
    hits.sort(key=lambda hit: (-hit.score, order[hit.label], len(hit.name), hit.id))
    return hits[:limit]


def _words(text: str) -> list[str]:
    """The words, as they are compared: in NFKC and lower case, each once."""
    return list(dict.fromkeys(_WORD.findall(unicodedata.normalize("NFKC", text).lower())))


def _hits(store: Store, label: str, words: list[str]) -> Iterator[Hit]:
    names = SEARCHED[label]
    parameters: dict[str, Cell] = {"words": list[Cell](words)}
    source = f"MATCH (n:{label}) WHERE "
    phrases = [phrase for word in words for phrase in _CHINESE.findall(word)]
    if isinstance(store, HasWordsIndex) and phrases:
        parameters |= {"index": store.words_index, "phrases": " ".join(f'+"{phrase}"' for phrase in phrases)}
        source = f"CALL db.index.fulltext.queryNodes($index, $phrases) YIELD node AS n WITH n WHERE n:{label} AND "
    holds = " OR ".join(_condition(label, name) for name in names)
    columns = ", ".join(f"n.{name} AS {name}" for name in dict.fromkeys(("name", *names)))
    text = f"{source} {store.ours('n')} AND all(word IN $words WHERE {holds}) RETURN n.id AS id, {columns} ORDER BY id"
    rows = store.query(text, parameters, timeout=60.0)
    for row in rows.rows:
        cells = dict(zip(rows.columns, row, strict=True))
        yield _hit(label, str(cells["id"]), str(cells["name"] or ""), _values(cells, names), words)


def _condition(label: str, name: str) -> str:
    """Whether the property holds `word`."""
    if schema().nodes[label].properties[name].type == "strings":
        return f"any(item IN coalesce(n.{name}, []) WHERE toLower(item) CONTAINS word)"
    return f"toLower(coalesce(n.{name}, '')) CONTAINS word"


def _values(cells: dict[str, Cell], names: Sequence[str]) -> list[tuple[str, str]]:
    """The texts in which words are looked for, with the names of their properties."""
    found: list[tuple[str, str]] = []
    for name in names:
        cell = cells[name]
        found += [(name, str(item)) for item in (cell if isinstance(cell, list) else [cell]) if item]
    return found


def _hit(label: str, id_: str, name: str, values: list[tuple[str, str]], words: list[str]) -> Hit:
    """Each word counts where it stands best: in a name, and in a text of which it is the greater part."""
    scores = {word: max((_score(value, word), -place) for place, value in enumerate(values)) for word in words}
    _, place = max(scores.values())
    property_, text = values[-place]
    at = min((text.lower().find(word) for word in words if word in text.lower()), default=0)
    return Hit(label, id_, name, property_, _excerpt(text, at), round(sum(score for score, _ in scores.values()), 4))


def _score(value: tuple[str, str], word: str) -> float:
    name, text = value
    return _WEIGHTS[name] * (1 + len(word) / len(text)) if word in text.lower() else 0.0


def _excerpt(text: str, at: int) -> str:
    start, end = max(0, at - _EXCERPT), at + _EXCERPT
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
