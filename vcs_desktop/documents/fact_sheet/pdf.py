"""Lays the sheet of facts out on A4: on one page where it fits, else on as many as it needs."""

from functools import partial
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from vcs_desktop.core.language import spoken, tr
from vcs_desktop.documents import fonts
from vcs_desktop.documents.fact_sheet.content import closing_line, text_of, title
from vcs_desktop.documents.fact_sheet.data import FactSheet
from vcs_desktop.documents.paper import BOTTOM, LINE, SIDE, SMALL, TOP, WIDTH
from vcs_desktop.documents.paper_text import Setter
from vcs_desktop.domain.reading import Block, Heading, Item, Items, Span, Text
from vcs_desktop.domain.reference import SourceNote

SIZES = (11.0, 10.5, 10.0, 9.5)
"""Points, the largest first: the first with which it fits on one page, else the largest."""

_A_LITTLE_TOO_LONG = 2
"""Pages. Only then can smaller letters bring it onto one."""


def pdf_of(sheet: FactSheet) -> bytes:
    """Return the sheet as a PDF. It reads no file but our fonts and opens no address."""
    text = _with_sources(*text_of(sheet))
    largest = _pages(sheet, text, SIZES[0])
    others = (_pages(sheet, text, size) for size in SIZES[1:])
    if largest[1] == _A_LITTLE_TOO_LONG:
        return next((made for made in others if made[1] == 1), largest)[0]
    return largest[0]


def _with_sources(text: Text, sources: tuple[SourceNote, ...]) -> Text:
    """Return the text with its sources as a list at the end, addresses written out."""
    if not sources:
        return text
    items = tuple(
        Item(f"{number}.", (Span(" ".join(filter(None, (f"{note.title}.", note.url)))),))
        for number, note in enumerate(sources, 1)
    )
    end: tuple[Block, ...] = (Heading(2, (Span(tr("Sources")),)), Items(items, ordered=True))
    return (*text, *end)


def _pages(sheet: FactSheet, text: Text, size: float) -> tuple[bytes, int]:
    """Return the PDF with letters of a size (points), and how many pages it has."""
    out, type_ = BytesIO(), fonts.Typesetter()
    foot = Paragraph(type_.markup(closing_line(sheet)), SMALL)
    _, tall = foot.wrap(WIDTH, BOTTOM)
    frame = Frame(SIDE, BOTTOM + tall, WIDTH, A4[1] - TOP - BOTTOM - tall, 0, 0, 0, 0)
    document = BaseDocTemplate(
        out,
        pagesize=A4,
        lang=spoken(),
        initialFontName=fonts.REGULAR,
        invariant=1,
        title=title(),
        author="VCS Desktop",
        creator="VCS Desktop",
        displayDocTitle=True,
    )
    document.addPageTemplates(PageTemplate(frames=[frame], onPageEnd=partial(_finish, foot, tall)))
    document.build([*Setter(type_, size).story(title(), text)])
    return out.getvalue(), document.page


def _finish(foot: Paragraph, tall: float, canvas: Canvas, document: Any) -> None:
    """Put the line at the end of a page, and its number where it is not the first."""
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.5)
    canvas.line(SIDE, BOTTOM + tall - 8, A4[0] - SIDE, BOTTOM + tall - 8)
    foot.drawOn(canvas, SIDE, BOTTOM - 14)
    if document.page > 1:
        canvas.setFont(fonts.FIGURES, 9.5)
        page = tr("Page {number}", number=document.page)
        canvas.drawRightString(A4[0] - SIDE, BOTTOM - 28, page)
