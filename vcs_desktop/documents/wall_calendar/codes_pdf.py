"""Lays codes to scan out on A4, twelve to a page, each with its words under it."""

from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from vcs_desktop.core.language import spoken, tr
from vcs_desktop.documents import fonts
from vcs_desktop.documents.paper import BODY, BOTTOM, SIDE, SMALL, TOP, WIDTH
from vcs_desktop.documents.printable import shortened
from vcs_desktop.documents.wall_calendar.data import CodeSheet, CodeToScan
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.due_words import when_in_words
from vcs_desktop.domain.phone_code import QUIET, PhoneCode

_IN_A_ROW, _ROWS = 3, 4
_ON_A_PAGE = _IN_A_ROW * _ROWS
_CODE = 42 * mm
"""With its light edge; the finest code then has squares of two thirds of a millimetre."""
_HEAD = 16 * mm

_TITLE = ParagraphStyle("title", BODY, fontName=fonts.BOLD, fontSize=18, leading=22)
_NAME = ParagraphStyle("name", BODY, fontSize=9.5, leading=11.2, spaceAfter=0, splitLongWords=1)


def pdf_of_codes(sheet: CodeSheet) -> bytes:
    """Return the codes as a PDF. It reads no file but our fonts and opens no address."""
    out, type_ = BytesIO(), fonts.Typesetter()
    canvas = Canvas(out, pagesize=A4, lang=spoken(), initialFontName=fonts.REGULAR, invariant=1)
    title = " · ".join(filter(None, (tr("Put these on your phone"), sheet.group)))
    canvas.setTitle(title)
    canvas.setAuthor("VCS Desktop")
    canvas.setCreator("VCS Desktop")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    for start in range(0, len(sheet.codes), _ON_A_PAGE):
        _head(canvas, type_, title, sheet)
        for place, each in enumerate(sheet.codes[start : start + _ON_A_PAGE]):
            _one(canvas, type_, place, each)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def draw_code(canvas: Any, code: PhoneCode, left: float, bottom: float, side: float) -> None:
    """Draw a code with its light edge into a square."""
    step = side / (code.size + 2 * QUIET)
    canvas.saveState()
    canvas.setFillGray(0)
    for column, row, count in code.runs():
        x = left + (QUIET + column) * step
        y = bottom + side - (QUIET + row + 1) * step
        canvas.rect(x, y, count * step, step, stroke=0, fill=1)
    canvas.restoreState()


def _head(canvas: Any, type_: fonts.Typesetter, title: str, sheet: CodeSheet) -> None:
    said = Paragraph(type_.markup(shortened(title, 14), fonts.BOLD), _TITLE)
    _, tall = said.wrap(WIDTH, _HEAD)
    said.drawOn(canvas, SIDE, A4[1] - TOP - tall)
    words = tr(
        "Point the camera of your phone at a code. Then press what it offers. Printed on {day}.",
        day=shortly(sheet.made_on),
    )
    how = Paragraph(type_.markup(words), SMALL)
    _, more = how.wrap(WIDTH, _HEAD)
    how.drawOn(canvas, SIDE, A4[1] - TOP - tall - more - 2)


def _one(canvas: Any, type_: fonts.Typesetter, place: int, each: CodeToScan) -> None:
    row, column = divmod(place, _IN_A_ROW)
    width, height = WIDTH / _IN_A_ROW, (A4[1] - TOP - BOTTOM - _HEAD) / _ROWS
    left = SIDE + column * width
    top = A4[1] - TOP - _HEAD - row * height
    draw_code(canvas, each.code, left, top - _CODE, _CODE)
    name = Paragraph(type_.styled(shortened(each.due.what, 8), fonts.SEMIBOLD), _NAME)
    when = Paragraph(type_.markup(when_in_words(each.due)), _NAME)
    at = top - _CODE - 2
    for words in (name, when):
        _, tall = words.wrap(width - 8, height)
        at -= tall
        words.drawOn(canvas, left + 4, at)
