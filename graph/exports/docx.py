"""The 责任清单 for those who hand in Word, through python-docx (extra `docx`).

The sheets of `graph.exports.ledger` as chapters with tables, a heading for each block (部门, 机构); the matrix is left
out, for no page is as wide. A link leads to the sentence in the last chapter. python-docx writes the clock into the
archive: it is packed anew with fixed times, so that the same ledger gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import BinaryIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from graph.exports.sheets import NONE, PLACES, PLACES_NAME, Column, Item, Ledger, Sheet
from graph.exports.text import xml_text
from graph.views.evidence import Proof
from graph.views.style import PAPER, ROLES

_FONT, _HEADING_FONT = "宋体", "黑体"
_SIZE = 9
_LONG_SIDE, _SHORT_SIDE, _MARGIN = Mm(297), Mm(210), Mm(15)
_WIDTH = 15_100
"""What is left between the margins, in twentieths of a point."""

_NARROWEST, _MARGINS = 10, 4
"""No column is narrower, and each is so much wider, in half-width characters: Word keeps margins within each cell."""

_STAMP = (1980, 1, 1, 0, 0, 0)


def write(ledger: Ledger, file: BinaryIO) -> None:
    """Write the ledger to the open file; see `graph.exports.OfficeFormat`."""
    drawing = _Drawing(ledger)
    drawing.draw()
    packed = io.BytesIO()
    drawing.document.save(packed)
    with ZipFile(packed) as made, ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name in made.namelist():
            archive.writestr(ZipInfo(name, _STAMP), made.read(name), ZIP_DEFLATED)


class _Drawing:
    """A document that is being drawn."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.document = Document()
        self._set_page()
        self._set_fonts()
        self.document.core_properties.title = xml_text(ledger.title)

    def draw(self) -> None:
        self.document.add_heading(xml_text(self._ledger.title), 0)
        for sheet in self._ledger.sheets:
            if sheet.upright is None:
                self._chapter(sheet)
        self.document.add_heading(PLACES_NAME, 1)
        self._table(PLACES, map(_sentence, self._ledger.places.items()))

    def _set_page(self) -> None:
        section = self.document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = _LONG_SIDE, _SHORT_SIDE
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
        footer = section.footer.paragraphs[0]
        footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for before, field, after in (("第 ", "PAGE", " 页，"), ("共 ", "NUMPAGES", " 页")):
            footer.add_run(before)
            number = f'<w:fldSimple {nsdecls("w")} w:instr="{field}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
            footer._p.append(parse_xml(number))
            footer.add_run(after)

    def _set_fonts(self) -> None:
        for name in ("Normal", "Title", "Heading 1", "Heading 2"):
            style = self.document.styles[name]
            font = _FONT if name == "Normal" else _HEADING_FONT
            style.font.name = font
            # The theme of the template would have the last word.
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for key in [key for key in fonts.attrib if key.endswith("Theme")]:
                del fonts.attrib[key]
            fonts.set(qn("w:eastAsia"), font)
        normal = self.document.styles["Normal"]
        normal.font.size = Pt(_SIZE)
        normal.paragraph_format.space_after = Pt(0)

    def _chapter(self, sheet: Sheet) -> None:
        self.document.add_heading(sheet.name, 1)
        if not sheet.rows:
            self.document.add_paragraph(NONE)
        elif not sheet.block:
            self._table(sheet.columns, map(_cells, sheet.rows))
        else:
            for name, rows in groupby(sheet.rows, key=lambda row: row[0].text):
                self.document.add_heading(xml_text(name), 2)
                self._table(sheet.columns[1:], (_cells(row[1:]) for row in rows))

    def _table(self, columns: Sequence[Column], rows: Iterable[Iterable[str]]) -> None:
        """A table; `rows` are the paragraphs of the cells."""
        shares = [max(column.width, _NARROWEST) + _MARGINS for column in columns]
        widths = [_WIDTH * share // sum(shares) for share in shares]
        heads = [f"<w:p>{_run(column.caption, '<w:b/>')}</w:p>" for column in columns]
        lines = [_row(heads, widths, "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")]
        lines += [_row(cells, widths) for cells in rows]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        table = parse_xml(
            f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(lines)}</w:tbl>'
        )
        self.document.element.body.sectPr.addprevious(table)


def _row(cells: Iterable[str], widths: Sequence[int], properties: str = "") -> str:
    drawn = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr>{properties}{drawn}</w:tr>"


def _cells(row: Iterable[Item]) -> Iterator[str]:
    """The paragraphs of the cells of a row, with their links."""
    for item in row:
        if item.place is None:
            yield f"<w:p>{_run(item.text)}</w:p>"
            continue
        colour = ROLES[item.role].light if item.role else PAPER["link"].light
        run = _run(item.text, f'<w:color w:val="{colour.removeprefix("#")}"/>')
        yield f'<w:p><w:hyperlink w:anchor="{_anchor(item.place)}">{run}</w:hyperlink></w:p>'


def _sentence(place: tuple[Proof, int]) -> Iterator[str]:
    """A row of the last chapter: the number, to which links lead, and the sentence with its words in bold."""
    proof, number = place
    mark = f'<w:bookmarkStart w:id="{number}" w:name="{_anchor(number)}"/><w:bookmarkEnd w:id="{number}"/>'
    yield f"<w:p>{mark}{_run(str(number))}</w:p>"
    for text in (proof.document, proof.date or "", proof.place or ""):
        yield f"<w:p>{_run(text)}</w:p>"
    yield f"<w:p>{_run(proof.before)}{_run(proof.words, '<w:b/>')}{_run(proof.after)}</w:p>"


def _anchor(number: int) -> str:
    return f"place{number}"


def _run(text: str, properties: str = "") -> str:
    """A run of text; its line breaks are line breaks."""
    lines = [f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in xml_text(text).split("\n")]
    return f"<w:r><w:rPr>{properties}</w:rPr>{'<w:br/>'.join(lines)}</w:r>"
