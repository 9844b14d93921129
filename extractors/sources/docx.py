"""Word's .docx -> text: a line a paragraph or table row, with the numbers that Word writes by itself.

Own reading over the XML: python-docx has no automatic numbers, text boxes or foot notes; docx2python has all of them,
but unrolls merged cells; mammoth drops the numbers. Left out: headers and footers (page numbers), comments, and what
was deleted or moved away under tracked changes.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from extractors.sources.archive import Archive
from extractors.sources.docx_numbering import Numbering, W
from extractors.sources.encodings import decoded
from extractors.sources.formats import format_of
from extractors.sources.mhtml import html_of
from extractors.sources.page import page_text
from extractors.sources.rows import DITTO, row_lines

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PASSED_OVER = {f"{W}{tag}" for tag in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText")} | {f"{_MC}Fallback"}
_SIGNS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": " ", f"{W}noBreakHyphen": "-"}
_NOTES = {f"{W}footnoteReference": "word/footnotes.xml", f"{W}endnoteReference": "word/endnotes.xml"}
_NOTE = "注："
_OFF = ("0", "false")
_WIDEST = 63
"""The columns of a table that Word can make."""


def docx_text(data: bytes, where: str) -> str:
    """The text of a .docx. Foot notes stand below their paragraph (注：...), text boxes above the one they hang on."""
    archive = Archive(data, where)
    root = archive.xml("word/document.xml")
    lines: list[str] = []
    for body in root.iter(f"{W}body"):
        lines += _Reader(archive).blocks(body)
        break
    return "\n".join(lines) + "\n"


class _Reader:
    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._numbering = Numbering(archive)
        self._notes: dict[str, dict[str, Element]] = {}

    def blocks(self, parent: Element) -> list[str]:
        """The lines of paragraphs and tables."""
        lines: list[str] = []
        for element in parent:
            if element.tag == f"{W}p":
                lines += self._paragraph(element)
            elif element.tag == f"{W}tbl":
                lines += self._table(element)
            elif element.tag == f"{W}altChunk":
                lines += self._chunk(element.get(f"{_R}id", ""))
            elif element.tag not in _PASSED_OVER:
                lines += self.blocks(element)  # what wraps them: content controls, tracked insertions
        return lines

    def _paragraph(self, paragraph: Element) -> list[str]:
        words: list[str] = []
        boxes: list[str] = []
        notes: list[str] = []
        label = self._numbering.label(paragraph)
        for element in _inside(paragraph):
            if element.tag == f"{W}t":
                words.append(element.text or "")
            elif element.tag in _SIGNS:
                words.append(_SIGNS[element.tag])
            elif element.tag == f"{W}txbxContent":
                boxes += self.blocks(element)
            elif element.tag in _NOTES:
                notes += self._note(_NOTES[element.tag], element.get(f"{W}id", ""))
        text = "".join(words)
        return [*boxes, *f"{label if text.strip() else ''}{text}".split("\n"), *notes]

    def _note(self, part: str, id_: str) -> list[str]:
        if part not in self._notes:
            known = self._archive.xml(part) if part in self._archive else ()
            self._notes[part] = {note.get(f"{W}id", ""): note for note in known}
        note = self._notes[part].get(id_)
        text = "" if note is None else " ".join(" ".join(self.blocks(note)).split())
        return [f"{_NOTE}{text}"] if text else []

    def _table(self, table: Element) -> list[str]:
        lines: list[str] = []
        for row in _children(table, f"{W}tr"):
            cells = [""] * min(_number(row.find(f"{W}trPr/{W}gridBefore"), 0), _WIDEST)
            for cell in _children(row, f"{W}tc"):
                merged = cell.find(f"{W}tcPr/{W}vMerge")
                goes_on = merged is not None and merged.get(f"{W}val", "continue") == "continue"
                cells.append(DITTO if goes_on else "\n".join(self.blocks(cell)).strip("\n"))
                span = _number(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
                cells += [""] * (min(span, _WIDEST) - 1)
            lines += row_lines(cells)
        return lines

    def _chunk(self, id_: str) -> list[str]:
        """A page of HTML that the document only points to: what web editors export as .docx."""
        for relation in self._archive.xml("word/_rels/document.xml.rels"):
            if relation.get("Id") == id_:
                name = posixpath.normpath(posixpath.join("/word", relation.get("Target", ""))).lstrip("/")
                where = f"{self._archive.where}/{name}"
                data = self._archive.read(name)
                html = html_of(data, where) if format_of(data, where) == "mhtml" else decoded(data)
                return page_text(html or "").split("\n")
        return []


def _inside(parent: Element) -> Iterator[Element]:
    """What a paragraph is made of, in order; what is hidden, deleted or said twice is left out."""
    for element in parent:
        if element.tag in _PASSED_OVER or (element.tag == f"{W}r" and _is_hidden(element)):
            continue
        yield element
        if element.tag != f"{W}txbxContent":
            yield from _inside(element)


def _children(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those in content controls too."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag not in _PASSED_OVER and element.tag not in (f"{W}tblPr", f"{W}trPr", f"{W}tblGrid"):
            yield from _children(element, tag)


def _is_hidden(run: Element) -> bool:
    hidden = run.find(f"{W}rPr/{W}vanish")
    return hidden is not None and hidden.get(f"{W}val") not in _OFF


def _number(element: Element | None, default: int) -> int:
    text = element.get(f"{W}val", "") if element is not None else ""
    return int(text) if text.isascii() and text.isdigit() else default
