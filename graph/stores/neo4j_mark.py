"""The mark of what is ours in a Neo4j database: a property on every node and relationship that a load wrote.

It holds the digest of the content, and a few digits for the label or type and the id. A copy that somebody makes of
one of our nodes (SET m = n{.*, id: 'x'}) bears the mark as well; by these digits it is known not to be ours.
"""

from __future__ import annotations

import hashlib

MARK = "_dutygraph"
"""The property; its value is hexadecimal digits."""

_OWN_BYTES = 4


def mark_of(name: str, id_: str, digest: bytes) -> str:
    """The mark of a node (`name`: its label) or relationship (its type) with this digest of its content."""
    return digest.hex() + _own(name, id_)


def digest_in(mark: object, name: str, id_: object) -> bytes | None:
    """The digest in a mark; None where it is none of ours, or that of another node or relationship."""
    if not isinstance(mark, str) or not isinstance(id_, str) or not mark.endswith(_own(name, id_)):
        return None
    try:
        return bytes.fromhex(mark)[:-_OWN_BYTES]
    except ValueError:
        return None


def _own(name: str, id_: str) -> str:
    return hashlib.blake2b(f"{name} {id_}".encode(), digest_size=_OWN_BYTES).hexdigest()
