"""What a file is, told by its bytes and never by its name."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal

import olefile

from extractors.sources.base import SourceError

Format = Literal["text", "mhtml", "docx", "doc", "pdf", "xlsx", "xls", "ofd", "picture", "zip"]

_HEAD = 2048
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_MHTML = re.compile(rb"\A\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?Content-Type:\s*multipart/related", re.I)
_MEMBERS: tuple[tuple[str, Format], ...] = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsx"),
    ("OFD.xml", "ofd"),
)
_STREAMS: tuple[tuple[str, Format], ...] = (("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"))
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"GIF8")
_OTHERS = (
    (b"{\\rtf", "an RTF file"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)
_SAVE = "save it as .docx or .pdf and give that"
_REMEDIES = {
    "an RTF file": _SAVE,
    "a RAR archive": "unpack it and give the folder",
    "a 7z archive": "unpack it and give the folder",
    "a gzip archive": "unpack it and give the folder",
    "a program": "leave it out",
}


def format_of(data: bytes, where: str) -> Format:
    """What the bytes are. Raises `SourceError` for what is known and cannot be read, or is broken or encrypted."""
    head = data[:_HEAD]
    if head.startswith(_ZIP):
        return _zipped(data, where)
    if head.startswith(olefile.MAGIC):
        return _compound(data, where)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(_PICTURES):
        return "picture"
    for magic, name in _OTHERS:
        if head.startswith(magic):
            raise SourceError(f"{name}, which cannot be read", where, _REMEDIES.get(name, "give the text itself"))
    return "mhtml" if _MHTML.match(head) else "text"


def _zipped(data: bytes, where: str) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise SourceError("the file is cut off or damaged", where, "fetch it again, or save it anew") from None
    for member, found in _MEMBERS:
        if member in names:
            return found
    if "ppt/presentation.xml" in names or "mimetype" in names:
        raise SourceError("a presentation or OpenDocument file, which cannot be read", where, _SAVE)
    return "zip"


def _compound(data: bytes, where: str) -> Format:
    try:
        with olefile.OleFileIO(data) as file:
            if file.exists("EncryptedPackage"):
                raise SourceError("the file is encrypted", where, "open it with its password and save it without")
            for stream, found in _STREAMS:
                if file.exists(stream):
                    return found
    except (OSError, ValueError, IndexError):
        raise SourceError("the file is cut off or damaged", where, "fetch it again, or save it anew") from None
    raise SourceError("an Office file of a kind that cannot be read", where, _SAVE)
