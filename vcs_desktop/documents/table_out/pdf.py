"""Draws a list on A4: its headings on every page, and the number of each page."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from vcs_desktop.core.language import spoken, tr
from vcs_desktop.documents import fonts
from vcs_desktop.documents.paper import BODY, INK, LINE, MUTED, SHADE, SMALL
from vcs_desktop.documents.printable import missing_letters, pieces, shortened
from vcs_desktop.documents.table_out.layout import (
    GAP,
    LEADING,
    MARGIN_BOTTOM,
    MARGIN_TOP,
    MARGIN_X,
    ROW_GAP,
    SIZE,
    Laid,
    Line,
    Part,
    height_of,
    laid,
    pages,
)
from vcs_desktop.domain.table_out import COUNTED, TableOut

_TITLE = ParagraphStyle("title", BODY, fontName=fonts.BOLD, fontSize=17, leading=21)
_WORDS_AT_FOOT = 8
_UNDER = 8.0
_MOST_ABOVE = 300.0
"""Points. What is said above a list may not take the whole first page."""


def pdf_of(table: TableOut) -> bytes:
    """Return a list as a PDF. It reads no file but our fonts and opens no address."""
    out, type_ = BytesIO(), fonts.Typesetter()
    paper = laid(table, type_)
    canvas = Canvas(
        out, pagesize=paper.size, lang=spoken(), initialFontName=fonts.REGULAR, invariant=1
    )
    canvas.setTitle(table.title)
    canvas.setAuthor("VCS Desktop")
    canvas.setCreator("VCS Desktop")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    above, above_tall = _above(table, type_, paper.room)
    head_tall = height_of(paper.head) * LEADING + ROW_GAP
    whole = paper.size[1] - MARGIN_TOP - MARGIN_BOTTOM - head_tall
    found = pages(paper.rows, whole - above_tall, whole)
    for number, parts in enumerate(found, 1):
        top = paper.size[1] - MARGIN_TOP
        if number == 1:
            top = _draw_above(canvas, above, top)
        _Sheet(canvas, paper, table).draw(parts, top - head_tall, head_tall)
        _draw_foot(canvas, paper, table.title, (number, len(found)), type_)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


class _Sheet:
    """One page of a list."""

    def __init__(self, canvas: Any, paper: Laid, table: TableOut) -> None:
        self._canvas = canvas
        self._paper = paper
        self._has_totals = bool(table.totals)
        self._at_right = [each.kind in COUNTED for each in table.columns]

    def draw(self, parts: Sequence[Part], top: float, head_tall: float) -> None:
        """Draw the headings above ``top``, and the rows under it."""
        paper = self._paper
        self._canvas.setFillColor(SHADE)
        self._canvas.rect(MARGIN_X - GAP / 2, top, sum(paper.widths), head_tall, stroke=0, fill=1)
        self._row(paper.head, Part(0, 0, height_of(paper.head)), top + head_tall)
        y = top
        for part in parts:
            is_total = self._has_totals and part.row == len(paper.rows) - 1
            if part.row or is_total:
                self._rule(y, strong=is_total)
            self._row(paper.rows[part.row], part, y)
            y -= (part.end - part.first) * LEADING + ROW_GAP

    def _rule(self, y: float, *, strong: bool) -> None:
        self._canvas.setStrokeColor(INK if strong else LINE)
        self._canvas.setLineWidth(0.9 if strong else 0.3)
        left = MARGIN_X - GAP / 2
        self._canvas.line(left, y, left + sum(self._paper.widths), y)

    def _row(self, cells: Sequence[Sequence[Line]], part: Part, top: float) -> None:
        x = MARGIN_X
        for lines, width, at_right in zip(cells, self._paper.widths, self._at_right, strict=True):
            y = top - ROW_GAP / 2 - SIZE
            for line in lines[part.first : part.end]:
                _draw_line(self._canvas, line, (x, y), width - GAP if at_right else 0.0)
                y -= LEADING
            x += width


def _draw_line(
    canvas: Any, line: Line, place: tuple[float, float], flush: float, colour: Any = INK
) -> None:
    """Draw words from a place on, or so that they end ``flush`` points to its right."""
    x, y = place
    if flush:
        x += flush - sum(canvas.stringWidth(words, font, SIZE) for font, words in line)
    canvas.setFillColor(colour)
    for font, words in line:
        canvas.setFont(font, SIZE)
        canvas.drawString(x, y, words)
        x += canvas.stringWidth(words, font, SIZE)


def _above(
    table: TableOut, type_: fonts.Typesetter, room: float
) -> tuple[list[tuple[Paragraph, float]], float]:
    """Return what stands over the list, as far as there is room, and how high it is."""
    said = [Paragraph(type_.markup(table.title, fonts.BOLD), _TITLE)]
    said += [
        Paragraph(type_.markup(piece), SMALL) for line in table.about for piece in pieces(line)
    ]
    if not table.rows:
        said.append(Paragraph(type_.markup(tr("There is nothing in this list.")), BODY))
    if type_.replaced:
        also = tr("The same list saved as a spreadsheet has them all.")
        said.insert(1, Paragraph(type_.markup(missing_letters(also)), SMALL))
    found: list[tuple[Paragraph, float]] = []
    tall = _UNDER
    for each in said:
        _, height = each.wrap(room, _MOST_ABOVE)
        if found and tall + height > _MOST_ABOVE:
            break
        found.append((each, height))
        tall += height
    return found, tall


def _draw_above(canvas: Any, above: Sequence[tuple[Paragraph, float]], top: float) -> float:
    for each, height in above:
        top -= height
        each.drawOn(canvas, MARGIN_X, top)
    return top - _UNDER


def _draw_foot(
    canvas: Any, paper: Laid, title: str, place: tuple[int, int], type_: fonts.Typesetter
) -> None:
    words = tr("Page {number} of {count}", number=place[0], count=place[1])
    at_right = ((fonts.FIGURES, words),)
    y = MARGIN_BOTTOM - 22
    _draw_line(canvas, at_right, (MARGIN_X, y), paper.room, MUTED)
    short = shortened(title, _WORDS_AT_FOOT)
    _draw_line(canvas, tuple(type_.runs(short, fonts.REGULAR)), (MARGIN_X, y), 0.0, MUTED)
