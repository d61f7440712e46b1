"""Lays the notice of a volunteer role out on A4, in letters that are read from two steps away."""

from functools import partial
from io import BytesIO
from typing import Any

from reportlab.lib.colors import white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer

from vcs_desktop.core.language import spoken
from vcs_desktop.documents import fonts
from vcs_desktop.documents.paper import BOTTOM, BRAND, SIDE, WIDTH
from vcs_desktop.documents.paper_text import Setter
from vcs_desktop.documents.printable import shortened
from vcs_desktop.documents.role_card.content import RoleCard, above, text_of

SIZES = (20.0, 18.0, 16.0, 14.0, 12.0)
"""Points, the largest first: the first with which it fits on one page, else the smallest."""

_BAND = 42 * mm
_GROUP_WORDS, _NAME_WORDS = 12, 20


def pdf_of(card: RoleCard) -> bytes:
    """Return the notice as a PDF. It reads no file but our fonts and opens no address."""
    made = b""
    for size in SIZES:
        made, pages = _pages(card, size)
        if pages == 1:
            break
    return made


def _pages(card: RoleCard, size: float) -> tuple[bytes, int]:
    out, type_ = BytesIO(), fonts.Typesetter()
    height = A4[1] - _BAND - BOTTOM - 8 * mm
    frame = Frame(SIDE, BOTTOM, WIDTH, height, 0, 0, 0, 0)
    name = shortened(card.name, _NAME_WORDS)
    document = BaseDocTemplate(
        out,
        pagesize=A4,
        lang=spoken(),
        initialFontName=fonts.REGULAR,
        invariant=1,
        title=name,
        author="VCS Desktop",
        creator="VCS Desktop",
        displayDocTitle=True,
    )
    document.addPageTemplates(PageTemplate(frames=[frame], onPage=partial(_band, card, type_)))
    title, *rest = Setter(type_, size).story(name, text_of(card))
    document.build([title, Spacer(0, size * 0.5), *rest])
    return out.getvalue(), document.page


def _band(card: RoleCard, type_: fonts.Typesetter, canvas: Canvas, _document: Any) -> None:
    """Draw the coloured band with what is asked and who asks."""
    canvas.setFillColor(BRAND)
    canvas.rect(0, A4[1] - _BAND, A4[0], _BAND, stroke=0, fill=1)
    asked = ParagraphStyle("asked", fontName=fonts.BOLD, fontSize=34, leading=40)
    who = ParagraphStyle("who", fontName=fonts.SEMIBOLD, fontSize=15, leading=19)
    asked.textColor = who.textColor = white
    top = A4[1] - 8 * mm
    group = shortened(card.group, _GROUP_WORDS)
    for words, style in (
        (type_.markup(above(card), fonts.BOLD), asked),
        (
            type_.markup(group, fonts.SEMIBOLD),
            who,
        ),
    ):
        text = Paragraph(words, style)
        _, tall = text.wrap(WIDTH, _BAND)
        text.drawOn(canvas, SIDE, top - tall)
        top -= tall + 1 * mm
