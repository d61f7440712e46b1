"""Lays address labels out on A4, in letters so small that all of an address is on its label."""

from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from vcs_desktop.core.language import spoken, tr
from vcs_desktop.documents import fonts
from vcs_desktop.documents.labels.content import Label, LabelSheet, Sheet
from vcs_desktop.documents.paper import INK

_SIDE, _TOP = 4 * mm, 3 * mm
"""Printers are a millimetre or two out; nothing stands so near an edge."""

_SIZES = (12.0, 11.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0)
"""Points. An address that a person would write is set in 8 or more."""

_LEADING = _SIZES[0] * 1.2
"""Points from line to line in the largest letters."""


def pdf_of(labels: LabelSheet) -> bytes:
    """Return the labels as a PDF. It reads no file but our fonts and opens no address."""
    out, type_ = BytesIO(), fonts.Typesetter()
    canvas = Canvas(out, pagesize=A4, lang=spoken(), initialFontName=fonts.REGULAR, invariant=1)
    canvas.setTitle(tr("Address labels"))
    canvas.setAuthor("VCS Desktop")
    canvas.setCreator("VCS Desktop")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    # A printer that "fits to the page" makes labels smaller, and all of them miss.
    canvas.setViewerPreference("PrintScaling", "None")
    sheet, at = labels.sheet, labels.first - 1
    for label in labels.labels:
        if at == sheet.count:
            canvas.showPage()
            at = 0
        _draw(canvas, type_, label, sheet, at)
        at += 1
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, type_: fonts.Typesetter, label: Label, sheet: Sheet, at: int) -> None:
    row, column = divmod(at, sheet.columns)
    left = (sheet.left_mm + column * sheet.step_mm) * mm + _SIDE
    top = A4[1] - (sheet.top_mm + row * sheet.height_mm) * mm - _TOP
    width, height = sheet.width_mm * mm - 2 * _SIDE, sheet.height_mm * mm - 2 * _TOP
    if (words := _of_one_line_each(type_, label, width, height)) is not None:
        _draw_words(canvas, words, left, top - (height - len(words) * _LEADING) / 2)
        return
    lines, tall = _fitted(type_, label, width, height)
    y = top - (height - tall) / 2
    for line, line_tall in lines:
        y -= line_tall
        line.drawOn(canvas, left, y)


def _of_one_line_each(
    type_: fonts.Typesetter, label: Label, width: float, height: float
) -> list[str] | None:
    """Return the lines of a label as most are: of one font, short and few; None for another."""
    words: list[str] = []
    for line in label.lines:
        runs = type_.runs(line)
        if [name for name, _ in runs] != [fonts.REGULAR] or not runs[0][1]:
            return None
        words.append(runs[0][1])
    fits = all(stringWidth(each, fonts.REGULAR, _SIZES[0]) <= width for each in words)
    return words if fits and len(words) * _LEADING <= height else None


def _draw_words(canvas: Canvas, words: list[str], left: float, top: float) -> None:
    """Draw lines as paragraphs of them would stand, which for thousands takes seconds."""
    canvas.setFont(fonts.REGULAR, _SIZES[0])
    canvas.setFillColor(INK)
    for number, line in enumerate(words):
        canvas.drawString(left, top - number * _LEADING - _SIZES[0], line)


def _fitted(
    type_: fonts.Typesetter, label: Label, width: float, height: float
) -> tuple[list[tuple[Paragraph, float]], float]:
    """Return the lines in the largest letters in which all of them are on the label."""
    lines: list[tuple[Paragraph, float]] = []
    for size in _SIZES:
        style = ParagraphStyle("label", fontName=fonts.REGULAR, fontSize=size, leading=size * 1.2)
        style.textColor, style.splitLongWords = INK, 1
        made = [Paragraph(type_.markup(line), style) for line in label.lines]
        lines = [(each, each.wrap(width, height)[1]) for each in made]
        if sum(tall for _, tall in lines) <= height:
            break
    return lines, sum(tall for _, tall in lines)
