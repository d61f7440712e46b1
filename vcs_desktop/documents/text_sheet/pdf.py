"""A sheet of text on A4, on as many pages as it needs."""

from functools import partial
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from vcs_desktop.core.language import spoken, tr
from vcs_desktop.documents import fonts
from vcs_desktop.documents.paper import BOTTOM, LINE, SIDE, SMALL, TOP, WIDTH
from vcs_desktop.documents.paper_text import Setter
from vcs_desktop.documents.printable import one_line
from vcs_desktop.documents.text_sheet.data import TextSheet

SIZE = 11.0
"""Points: people read it at a table, in the light there is."""


def pdf_of(sheet: TextSheet) -> bytes:
    """Return the sheet as a PDF. It reads no file but our fonts and opens no address."""
    out, type_ = BytesIO(), fonts.Typesetter()
    foot = Paragraph(type_.markup(sheet.foot), SMALL)
    _, tall = foot.wrap(WIDTH, BOTTOM)
    frame = Frame(SIDE, BOTTOM + tall, WIDTH, A4[1] - TOP - BOTTOM - tall, 0, 0, 0, 0)
    document = BaseDocTemplate(
        out,
        pagesize=A4,
        lang=spoken(),
        initialFontName=fonts.REGULAR,
        invariant=1,
        title=one_line(sheet.title),
        author="VCS Desktop",
        creator="VCS Desktop",
        displayDocTitle=True,
    )
    document.addPageTemplates(PageTemplate(frames=[frame], onPageEnd=partial(_finish, foot, tall)))
    document.build([*Setter(type_, SIZE).story(sheet.title, sheet.text)])
    return out.getvalue()


def _finish(foot: Paragraph, tall: float, canvas: Canvas, document: Any) -> None:
    """Put the line at the foot of a page, with the number of the page."""
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.5)
    canvas.line(SIDE, BOTTOM + tall - 8, A4[0] - SIDE, BOTTOM + tall - 8)
    foot.drawOn(canvas, SIDE, BOTTOM - 14)
    canvas.setFont(fonts.FIGURES, 9.5)
    page = tr("Page {number}", number=document.page)
    canvas.drawRightString(A4[0] - SIDE, BOTTOM - 28, page)
