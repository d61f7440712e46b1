"""Lays a telephone list out on A4, on as many pages as it needs."""

from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Table, TableStyle

from vcs_desktop.core.language import spoken, tr
from vcs_desktop.documents import fonts
from vcs_desktop.documents.paper import (
    BODY,
    BOTTOM,
    INK,
    LINE,
    PLAIN,
    SHADE,
    SIDE,
    SMALL,
    TOP,
    WIDTH,
)
from vcs_desktop.documents.paper_text import Setter
from vcs_desktop.documents.phone_list.content import PhoneList, above, heads, title_of
from vcs_desktop.documents.printable import missing_letters, shortened
from vcs_desktop.domain.reading import Paragraph as Words
from vcs_desktop.domain.reading import Span

_SIZE, _LEADING = 11.0, 15.0
_LEFT, _RIGHT = 5, 8
_ROWS_AT_ONCE = 200
"""ReportLab lays one table of thousands of rows out in minutes, and many small ones in seconds."""

_MOST_WORDS = 40
_SHARES = (0.38, 0.34, 0.28)
_CELL = ParagraphStyle("phone cell", BODY, fontSize=_SIZE, leading=_LEADING, spaceAfter=0)
_CELL.splitLongWords = 1
_GRID = TableStyle(
    [
        *PLAIN,
        ("LEFTPADDING", (0, 0), (-1, -1), _LEFT),
        ("RIGHTPADDING", (0, 0), (-1, -1), _RIGHT),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ("GRID", (0, 0), (-1, -1), 0.6, LINE),
        ("BACKGROUND", (0, 0), (-1, 0), SHADE),
        ("FONTSIZE", (0, 0), (-1, -1), _SIZE),
        ("LEADING", (0, 0), (-1, -1), _LEADING),
        ("TEXTCOLOR", (0, 0), (-1, -1), INK),
    ]
)


def pdf_of(phones: PhoneList) -> bytes:
    """Return the list as a PDF. It reads no file but our fonts and opens no address."""
    out, type_ = BytesIO(), fonts.Typesetter()
    frame = Frame(SIDE, BOTTOM, WIDTH, A4[1] - TOP - BOTTOM, 0, 0, 0, 0)
    title = title_of(phones)
    document = BaseDocTemplate(
        out, pagesize=A4, lang=spoken(), initialFontName=fonts.REGULAR, invariant=1, title=title,
        author="VCS Desktop", creator="VCS Desktop", displayDocTitle=True,
    )  # fmt: skip
    document.addPageTemplates(PageTemplate(frames=[frame], onPageEnd=_number))
    words = tuple(Words((Span(line),)) for line in above(phones))
    setter, tables = Setter(type_, _SIZE), _tables(phones, type_)
    heading = [*setter.story(title, words)]
    note = Words((Span(missing_letters()),), quoted=True)
    story = [*heading, *(setter.blocks((note,)) if type_.replaced else ())]
    document.build([*story, *tables])
    return out.getvalue()


def _tables(phones: PhoneList, type_: fonts.Typesetter) -> list[Table]:
    head = [Paragraph(type_.markup(each, fonts.SEMIBOLD), _HEAD) for each in heads()]
    rows = [[_cell(line.name, type_, 0), _cell(line.phone, type_, 1), ""] for line in phones.lines]
    return [
        Table(
            [head, *rows[start : start + _ROWS_AT_ONCE]],
            [WIDTH * share for share in _SHARES],
            style=_GRID,
            repeatRows=1,
            hAlign="LEFT",
            spaceBefore=6,
        )
        for start in range(0, max(1, len(rows)), _ROWS_AT_ONCE)
    ]


_HEAD = ParagraphStyle("phone head", _CELL, fontName=fonts.SEMIBOLD)


def _cell(text: str, type_: fonts.Typesetter, column: int) -> Paragraph | str:
    """Return what stands in a cell: a text, where it fits on one line and is of one font.

    A paragraph looks the same there, but to lay thousands of them out takes seconds.
    """
    words = shortened(text, _MOST_WORDS)
    runs = type_.runs(words)
    if [font for font, _ in runs] == [fonts.REGULAR]:
        room = WIDTH * _SHARES[column] - _LEFT - _RIGHT
        if stringWidth(runs[0][1], fonts.REGULAR, _SIZE) <= room:
            return runs[0][1]
    return Paragraph(type_.markup(words), _CELL)


def _number(canvas: Canvas, document: Any) -> None:
    canvas.setFont(fonts.FIGURES, SMALL.fontSize)
    page = tr("Page {number}", number=document.page)
    canvas.drawRightString(A4[0] - SIDE, BOTTOM - 14, page)
