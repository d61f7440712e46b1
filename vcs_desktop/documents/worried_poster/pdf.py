"""Lays the poster out on A4, in the largest letters in which it is one page."""

from functools import partial
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from vcs_desktop.core.language import spoken
from vcs_desktop.documents import fonts
from vcs_desktop.documents.paper import BOTTOM, SIDE, SMALL, TOP, WIDTH
from vcs_desktop.documents.paper_text import Setter
from vcs_desktop.documents.worried_poster.content import Poster, foot_of, text_of, title

SIZES = (19.0, 17.0, 15.0, 13.0, 11.0)
"""Points. It is read from where one stands; steps that are longer go over to more pages."""


def pdf_of(poster: Poster) -> bytes:
    """Return the poster as a PDF. It reads no file but our fonts and opens no address."""
    for size in SIZES:
        pdf, pages = _laid_out(poster, size)
        if pages == 1:
            break
    return pdf


def _laid_out(poster: Poster, size: float) -> tuple[bytes, int]:
    out, type_ = BytesIO(), fonts.Typesetter()
    foot = Paragraph(type_.markup(foot_of(poster)), SMALL)
    _, tall = foot.wrap(WIDTH, BOTTOM)
    frame = Frame(SIDE, BOTTOM + tall, WIDTH, A4[1] - TOP - BOTTOM - tall, 0, 0, 0, 0)
    document = BaseDocTemplate(
        out, pagesize=A4, lang=spoken(), initialFontName=fonts.REGULAR, invariant=1, title=title(),
        author="VCS Desktop", creator="VCS Desktop", displayDocTitle=True,
    )  # fmt: skip
    document.addPageTemplates(PageTemplate(frames=[frame], onPageEnd=partial(_finish, foot)))
    document.build([*Setter(type_, size).story(title(), text_of(poster))])
    return out.getvalue(), document.page


def _finish(foot: Paragraph, canvas: Canvas, _document: Any) -> None:
    foot.drawOn(canvas, SIDE, BOTTOM - 14)
