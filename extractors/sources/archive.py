"""Zip files (and all that is packed as one: docx, xlsx, ofd), read within limits."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections import Counter
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from extractors.sources.base import MOST_BYTES, SourceError

_MOST_MEMBERS = 10_000
_MOST_RATIO, _FREE = 200, 8 * 1024 * 1024
"""How many times its packed size a member may be (text packs to a tenth, XML of tables to a fiftieth), and the bytes up
to which that is of no matter."""

_MOST_XML = 64 * 1024 * 1024
"""The bytes of XML that are read at once: its tree takes twenty times as many."""

_ENDING = re.compile(r"(?=\.[^./]*\Z|\Z)")
"""The place before the ending of a name."""

_UTF8 = 0x800
"""The mark of a name in UTF-8."""


class Archive:
    """The members of a zip file. Everything that is wrong with one is a `SourceError` that names it."""

    def __init__(self, packed: bytes | Path, where: str) -> None:
        self.where = where
        try:
            self._zip = zipfile.ZipFile(packed if isinstance(packed, Path) else io.BytesIO(packed))
        except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
            raise SourceError("the file is cut off or damaged", where, "fetch it again, or save it anew") from None
        members = self._zip.infolist()
        if len(members) > _MOST_MEMBERS:
            raise SourceError(f"{len(members):,} files are packed in it", where, "unpack it and give the folder")
        self._members = _by_name(members)
        self._left = MOST_BYTES

    def names(self) -> list[str]:
        """The names of the files, in the order of the archive."""
        return [name for name, member in self._members.items() if not member.is_dir()]

    def __contains__(self, name: object) -> bool:
        return name in self._members

    def read(self, name: str) -> bytes:
        """The bytes of a member."""
        where = f"{self.where}/{name}"
        member = self._members.get(name)
        if member is None:
            raise SourceError("a part of the file is missing", where, "save it anew")
        if member.flag_bits & 0x1:
            raise SourceError("the file is encrypted", where, "unpack it with its password and give what was in it")
        self._left -= member.file_size
        if self._left < 0 or member.file_size > max(_FREE, _MOST_RATIO * member.compress_size):
            raise _too_large(where)
        try:
            # A header may lie about the size: no more is unpacked than it says.
            with self._zip.open(member) as file:
                data = file.read(member.file_size)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
            raise SourceError("the file is cut off or damaged", where, "fetch it again, or save it anew") from None
        return data

    def xml(self, name: str) -> Element:
        """A member as XML. Entities and document types, which no office writes, are refused."""
        if name in self._members and self._members[name].file_size > _MOST_XML:
            raise _too_large(self.where)
        return parsed(self.read(name), f"{self.where}/{name}")


def parsed(data: bytes, where: str) -> Element:
    """XML -> its root."""
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException:
        raise SourceError("it declares XML entities, as hostile files do", where, "save the document anew") from None
    except (ParseError, ValueError, LookupError):
        raise SourceError("the XML in it is damaged", where, "save the document anew") from None
    return root


def _by_name(members: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """The members by their names; a name that is there already gets a number, as where such are unpacked: a (2).txt."""
    named: dict[str, zipfile.ZipInfo] = {}
    times: Counter[str] = Counter()
    for member in members:
        name = plain = _name(member)
        while name in named:
            times[plain] += 1
            name = _ENDING.sub(f" ({times[plain] + 1})", plain, count=1)
        named[name] = member
    return named


def _name(member: zipfile.ZipInfo) -> str:
    """The name of a member. Zip has no mark for GBK, which Windows writes in China: it is read as cp437."""
    if member.flag_bits & _UTF8:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return member.filename


def inside(name: str) -> bool:
    """Whether the name of a member stays in its archive: no root, no drive, no way up."""
    path = PurePosixPath(name.replace("\\", "/"))
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts and ":" not in path.parts[0]


def _too_large(where: str) -> SourceError:
    most = MOST_BYTES // 1024 // 1024
    return SourceError(
        f"what is packed in it is far larger than any document (over {most} MB in all, or mostly nothing)",
        where,
        "leave it out, or save the document anew",
    )
