"""Where the page of each thing is: names made from what it is, that every file system takes.

The name of a file is 16 hexadecimal digits in lower case, so that no two differ by case alone, none is a name that
Windows keeps for itself, and a path stays short however long an id is. The first two of them are a folder: a folder of
a FAT file system, as sticks have it, holds some 20,000 such names at most.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

FOLDERS: Mapping[str, str] = {
    "Agency": "agency",
    "LeadingGroup": "group",
    "Document": "document",
    "Person": "person",
}
"""The labels whose nodes have pages, and the folders of these."""


def page_of(label: str, id_: str, number: int = 1) -> str:
    """The path of the page of a node (of its `number`-th page, where it has several), from the root of the site."""
    name = hashlib.sha256(f"{label}\x1f{id_}".encode()).hexdigest()[:16]
    return numbered(f"{FOLDERS[label]}/{name[:2]}/{name[2:]}.html", number)


def picture_of(label: str, id_: str) -> str:
    """The path of the picture of a node: what is around it, as a network."""
    return f"network/{page_of(label, id_).replace('/', '')}"


def numbered(path: str, number: int) -> str:
    """The path of the `number`-th page (from 1) of what begins at `path`."""
    return path if number == 1 else f"{path.removesuffix('.html')}-{number}.html"


def root_of(path: str) -> str:
    """The way from a page back to the root of the site: "", "../" or "../../"."""
    return "../" * path.count("/")


def place(start: int, end: int) -> str:
    """The anchor of a place in the text of a document."""
    return f"p{start}-{end}"
