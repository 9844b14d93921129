"""A web page saved as one file (.mht, .mhtml; Word's 单个文件网页) -> its HTML."""

from __future__ import annotations

import email
import email.policy

from extractors.sources.base import SourceError
from extractors.sources.encodings import decoded


def html_of(data: bytes, where: str) -> str:
    """The first page of HTML in the message."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() != "text/html":
            continue
        body = part.get_payload(decode=True)
        text = decoded(body) if isinstance(body, bytes) else None
        if text is None:
            break
        return text
    raise SourceError("no page of HTML in it that can be decoded", where, "save it as .html or .docx")
