"""Zip files made for tests: of documents, and of the parts that a Word or OFD file is made of."""

from __future__ import annotations

import io
import zipfile


def packed(members: dict[str, str | bytes]) -> bytes:
    """A zip file with these members."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()
