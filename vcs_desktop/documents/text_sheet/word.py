"""A sheet of text as a Word file, for groups that go on writing in it."""

from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from vcs_desktop.core.language import spoken
from vcs_desktop.documents import printable
from vcs_desktop.documents.text_sheet.data import TextSheet
from vcs_desktop.documents.word_direction import turned
from vcs_desktop.documents.zip_files import without_moment
from vcs_desktop.domain.reading import Block, Heading, Items, Line, Paragraph, Table

_ENGLISH = "en"
_LONGEST_TITLE = 255
"""Letters that the description of such a file takes; the heading has all of them."""

_INDENT_MM = 8
_DEEPEST = 4
_DOT, _DEEPEST_BULLETS = "•", 3
_SIDE_MM = 20


def docx_of(sheet: TextSheet) -> bytes:
    """Return the sheet as a Word file: real headings and numbers that nothing counts anew."""
    document = docx.Document()
    _settle(document, sheet)
    turned(document.add_heading(_clean(printable.one_line(sheet.title)), 0))
    for block in sheet.text:
        _put(document, block)
    out = BytesIO()
    document.save(out)
    return without_moment(out.getvalue())


def _settle(document: Any, sheet: TextSheet) -> None:
    """Say what the file is, and in which language; the page is A4."""
    about = document.core_properties
    about.title = _clean(printable.one_line(sheet.title))[:_LONGEST_TITLE]
    about.author, about.last_modified_by = "VCS Desktop", ""
    about.comments, about.language = "", _language()
    about.created = about.modified = datetime.combine(sheet.made_on, time(12), UTC)
    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), _language())
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(_SIDE_MM)
    page.footer.paragraphs[0].text = _clean(sheet.foot)
    turned(page.footer.paragraphs[0])


def _language() -> str:
    """Return the language of the words; ours is British English."""
    return "en-GB" if spoken() == _ENGLISH else spoken()


def _put(document: Any, block: Block) -> None:
    if isinstance(block, Heading):
        _write(document.add_heading("", min(max(block.level - 1, 1), _DEEPEST)), block.line)
    elif isinstance(block, Paragraph):
        style = "Intense Quote" if block.quoted else None
        _write(document.add_paragraph(style=style), block.line)
    elif isinstance(block, Items):
        for item in block.items:
            if item.mark == _DOT:
                _write(document.add_paragraph(style=_bullets(item.depth)), item.line)
                continue
            line = document.add_paragraph()
            line.paragraph_format.left_indent = Mm(_INDENT_MM * (item.depth + 1))
            line.paragraph_format.first_line_indent = Mm(-_INDENT_MM)
            line.add_run(f"{item.mark}\t")
            line.paragraph_format.tab_stops.add_tab_stop(Mm(_INDENT_MM * (item.depth + 1)))
            _write(line, item.line)
    else:
        _table(document, block)


def _bullets(depth: int) -> str:
    """Return the style of a list without numbers, which is read out as a list."""
    level = min(depth, _DEEPEST_BULLETS - 1) + 1
    return "List Bullet" if level == 1 else f"List Bullet {level}"


def _table(document: Any, table: Table) -> None:
    made = document.add_table(rows=0, cols=len(table.head), style="Table Grid")
    for number, row in enumerate((table.head, *table.rows)):
        new = made.add_row()
        if number == 0:
            # It stands again on every page, and a screen reader says it with the cells below.
            new._tr.get_or_add_trPr().append(  # noqa: SLF001  it has no other way
                OxmlElement("w:tblHeader")
            )
        cells = zip(new.cells, row, strict=True)
        for column, (cell, line) in enumerate(cells):
            _write(cell.paragraphs[0], line, is_head=number == 0)
            if column in table.figures:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _write(paragraph: Any, line: Line, *, is_head: bool = False) -> None:
    """Put words into a paragraph, as words: what cannot stand in such a file is left out."""
    for span in line:
        before, after = (" " if end.isspace() else "" for end in (span.text[:1], span.text[-1:]))
        run = paragraph.add_run(f"{before}{_clean(span.text)}{after}" if span.text.strip() else " ")
        run.bold = True if span.strong or is_head else None
    turned(paragraph)


def _clean(text: str) -> str:
    """Return clean text without the two signs that XML has no place for."""
    return printable.clean(text).replace("\ufffe", "").replace("\uffff", "")
