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
from extractors.sources.places import Line, Places, laid_out, numbered, words_of
from extractors.sources.rows import DITTO, row_lines

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PASSED_OVER = {f"{W}{tag}" for tag in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText")} | {f"{_MC}Fallback"}
_BLOCKS = {f"{W}{tag}" for tag in ("p", "tbl", "altChunk")}
_SIGNS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": " ", f"{W}noBreakHyphen": "-"}
_NOTES = {f"{W}footnoteReference": "word/footnotes.xml", f"{W}endnoteReference": "word/endnotes.xml"}
_NOTE = "注："
_OFF = ("0", "false")
_WIDEST = 63
"""The columns of a table that Word can make."""


def docx_text(data: bytes, where: str) -> tuple[str, Places]:
    """The text of a .docx. Foot notes stand below their paragraph (注：...), text boxes above the one they hang on.

    Paragraphs outside of tables that say something are counted for their places, and tables.
    """
    archive = Archive(data, where)
    root = archive.xml("word/document.xml")
    body = next(root.iter(f"{W}body"), None)
    return laid_out(_Reader(archive).lines(body) if body is not None else ())


class _Reader:
    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._numbering = Numbering(archive)
        self._notes: dict[str, dict[str, Element]] = {}

    def lines(self, parent: Element) -> list[Line]:
        """The lines of paragraphs and tables."""
        made: list[Line] = []
        paragraphs = tables = 0
        for element in _blocks(parent):
            if element.tag == f"{W}tbl":
                tables += 1
                made += self._table(element, f"表{tables} ")
                continue
            is_chunk = element.tag == f"{W}altChunk"
            texts = self._chunk(element.get(f"{_R}id", "")) if is_chunk else self._paragraph(element)
            paragraphs += any(text.strip() for text in texts)
            made += [[(text, f"第{paragraphs}段")] for text in texts]
        return made

    def _words(self, parent: Element) -> list[str]:
        """The lines of what stands in a cell, a box or a note."""
        return [words_of(line) for line in self.lines(parent)]

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
                boxes += self._words(element)
            elif element.tag in _NOTES:
                notes += self._note(_NOTES[element.tag], element.get(f"{W}id", ""))
        text = "".join(words)
        return [*boxes, *f"{label if text.strip() else ''}{text}".split("\n"), *notes]

    def _note(self, part: str, id_: str) -> list[str]:
        if part not in self._notes:
            known = self._archive.xml(part) if part in self._archive else ()
            self._notes[part] = {note.get(f"{W}id", ""): note for note in known}
        note = self._notes[part].get(id_)
        text = "" if note is None else " ".join(" ".join(self._words(note)).split())
        return [f"{_NOTE}{text}"] if text else []

    def _table(self, table: Element, name: str) -> list[Line]:
        lines: list[Line] = []
        for number, row in enumerate(_children(table, f"{W}tr"), 1):
            cells = [""] * min(_number(row.find(f"{W}trPr/{W}gridBefore"), 0), _WIDEST)
            for cell in _children(row, f"{W}tc"):
                merged = cell.find(f"{W}tcPr/{W}vMerge")
                goes_on = merged is not None and merged.get(f"{W}val", "continue") == "continue"
                cells.append(DITTO if goes_on else "\n".join(self._words(cell)).strip("\n"))
                span = _number(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
                cells += [""] * (min(span, _WIDEST) - 1)
            lines += row_lines(numbered(name, number, cells))
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


def _blocks(parent: Element) -> Iterator[Element]:
    """The paragraphs, tables and pages of a text, those in what wraps them too: content controls, insertions."""
    for element in parent:
        if element.tag in _BLOCKS:
            yield element
        elif element.tag not in _PASSED_OVER:
            yield from _blocks(element)


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
