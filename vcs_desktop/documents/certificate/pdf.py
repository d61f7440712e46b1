"""Lays certificates out on A4, a page each, the long side across."""

from collections.abc import Sequence
from io import BytesIO

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from vcs_desktop.core.language import spoken, tr
from vcs_desktop.documents import fonts
from vcs_desktop.documents.certificate.content import Certificate
from vcs_desktop.documents.paper import BRAND, INK, LINE, MUTED
from vcs_desktop.documents.printable import shortened
from vcs_desktop.domain.days import shortly

PAGE = landscape(A4)
_OUTER, _INNER, _ROOM = 11 * mm, 13.5 * mm, 34 * mm
_WIDTH = PAGE[0] - 2 * _ROOM
_NAME_SIZES = (46, 38, 30, 24, 18)
_HIGHEST_NAME, _HIGHEST_WORDS = 34 * mm, 42 * mm
_FOOT, _SIGN = 30 * mm, 78 * mm
_MOST_WORDS = 60


def pdf_of(certificates: Sequence[Certificate]) -> bytes:
    """Return the certificates as a PDF. It reads no file but our fonts and opens no address."""
    out, type_ = BytesIO(), fonts.Typesetter()
    canvas = Canvas(out, pagesize=PAGE, lang=spoken(), initialFontName=fonts.REGULAR, invariant=1)
    canvas.setTitle(tr("Thank you"))
    canvas.setAuthor("VCS Desktop")
    canvas.setCreator("VCS Desktop")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    for certificate in certificates:
        _page(canvas, certificate, type_)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _page(canvas: Canvas, certificate: Certificate, type_: fonts.Typesetter) -> None:
    _frame(canvas)
    top = PAGE[1] - 38 * mm
    group = shortened(certificate.group, 14)
    top = _centred(
        canvas, type_.markup(group, fonts.SEMIBOLD), _style(19, BRAND, fonts.SEMIBOLD), top
    )
    thanks = _style(22, MUTED)
    top = _centred(canvas, type_.markup(tr("Thank you")), thanks, top - 9 * mm)
    top = _name(canvas, certificate.name, type_, top - 7 * mm)
    words = shortened(certificate.wording, _MOST_WORDS)
    for size in (20, 17, 14):
        text = Paragraph(type_.markup(words), _style(size, INK))
        _, tall = text.wrap(_WIDTH, PAGE[1])
        if tall <= _HIGHEST_WORDS:
            break
    text.drawOn(canvas, _ROOM, top - 8 * mm - tall)
    _sign(canvas, certificate, type_)


def _frame(canvas: Canvas) -> None:
    canvas.setStrokeColor(BRAND)
    for inset, width in ((_OUTER, 2.4), (_INNER, 0.7)):
        canvas.setLineWidth(width)
        canvas.rect(inset, inset, PAGE[0] - 2 * inset, PAGE[1] - 2 * inset)


def _name(canvas: Canvas, name: str, type_: fonts.Typesetter, top: float) -> float:
    """Draw the name as large as it fits, and return where it ends."""
    markup = type_.markup(shortened(name, 12), fonts.BOLD)
    for size in _NAME_SIZES:
        style = _style(size, INK, fonts.BOLD)
        _, tall = Paragraph(markup, style).wrap(_WIDTH, PAGE[1])
        if tall <= _HIGHEST_NAME:
            break
    return _centred(canvas, markup, style, top)


def _centred(canvas: Canvas, markup: str, style: ParagraphStyle, top: float) -> float:
    text = Paragraph(markup, style)
    _, tall = text.wrap(_WIDTH, PAGE[1])
    text.drawOn(canvas, _ROOM, top - tall)
    return float(top - tall)


def _sign(canvas: Canvas, certificate: Certificate, type_: fonts.Typesetter) -> None:
    """Draw the day at the left, and at the right a line to sign on with the name under it."""
    small = _style(12.5, INK)
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.7)
    signer = shortened(certificate.signed_by, 10)
    places = (
        (_ROOM, shortly(certificate.on)),
        (PAGE[0] - _ROOM - _SIGN, signer or tr("Signed for the group")),
    )
    for left, words in places:
        canvas.line(left, _FOOT + 5 * mm, left + _SIGN, _FOOT + 5 * mm)
        text = Paragraph(type_.markup(words), small)
        _, tall = text.wrap(_SIGN, _FOOT)
        text.drawOn(canvas, left, _FOOT + 3 * mm - tall)


def _style(size: float, colour: object, font: str = fonts.REGULAR) -> ParagraphStyle:
    style = ParagraphStyle("certificate", fontName=font, fontSize=size, leading=size * 1.3)
    style.textColor, style.alignment, style.splitLongWords = colour, TA_CENTER, 1
    return style
