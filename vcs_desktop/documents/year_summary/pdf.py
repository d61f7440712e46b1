"""Lays the page of a year out on A4, on one page."""

from functools import partial
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Table

from vcs_desktop.core.language import spoken, tr
from vcs_desktop.documents import fonts
from vcs_desktop.documents.paper import (
    BOTTOM,
    BRAND,
    INK,
    LINE,
    PLAIN,
    SIDE,
    SMALL,
    TIGHT,
    TOP,
    WIDTH,
)
from vcs_desktop.documents.paper_text import Setter
from vcs_desktop.documents.printable import missing_letters
from vcs_desktop.documents.year_summary import content
from vcs_desktop.documents.year_summary.content import Chart
from vcs_desktop.domain.reading import Heading, Item, Items, Span
from vcs_desktop.domain.reading import Paragraph as Said
from vcs_desktop.domain.year_summary import YearSummary

SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
"""Points, the largest first: the first with which it fits on one page, else the smallest."""

_IN_A_ROW = 3
_GAP = 10


class Bars(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """A chart: each bar with its figure above and its month below."""

    def __init__(self, chart: Chart, width: float, height: float) -> None:
        super().__init__()
        self._chart = chart
        self.width, self.height = width, height

    def draw(self) -> None:
        """Draw the title, and the bars from nothing up."""
        bars, canvas = self._chart.bars, self.canv
        canvas.setFillColor(INK)
        canvas.setFont(fonts.SEMIBOLD, 9.5)
        canvas.drawString(0, self.height - 10, self._chart.title)
        most = max((high for _, high, _ in bars), default=0) or 1
        step, room = self.width / max(1, len(bars)), self.height - 36
        for number, (name, high, figure) in enumerate(bars):
            middle, tall = step * (number + 0.5), room * high / most
            canvas.setFillColor(BRAND)
            canvas.rect(middle - step * 0.35, 11, step * 0.7, tall, stroke=0, fill=1)
            canvas.setFillColor(INK)
            canvas.setFont(fonts.FIGURES, 7)
            canvas.drawCentredString(middle, 13 + tall, figure)
            canvas.drawCentredString(middle, 2, name)
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.5)
        canvas.line(0, 11, self.width, 11)


def pdf_of(summary: YearSummary) -> bytes:
    """Return the page as a PDF. It reads no file but our fonts and opens no address."""
    made = b""
    for size in SIZES:
        made, pages = _pages(summary, size)
        if pages == 1:
            break
    return made


def _pages(summary: YearSummary, size: float) -> tuple[bytes, int]:
    """Return the PDF with letters of a size (points), and how many pages it has."""
    out, type_ = BytesIO(), fonts.Typesetter()
    foot = Paragraph(type_.markup(content.closing_line(summary)), SMALL)
    _, tall = foot.wrap(WIDTH, BOTTOM)
    frame = Frame(SIDE, BOTTOM + tall, WIDTH, A4[1] - TOP - BOTTOM - tall, 0, 0, 0, 0)
    title = content.title(summary)
    document = BaseDocTemplate(
        out,
        pagesize=A4,
        lang=spoken(),
        initialFontName=fonts.REGULAR,
        invariant=1,
        title=title,
        author="VCS Desktop",
        creator="VCS Desktop",
        displayDocTitle=True,
    )
    document.addPageTemplates(PageTemplate(frames=[frame], onPageEnd=partial(_finish, foot)))
    document.build(_story(summary, type_, size, title))
    return out.getvalue(), document.page


def _story(
    summary: YearSummary, type_: fonts.Typesetter, size: float, title: str
) -> list[Flowable]:
    notes, sources = content.notes(summary)
    setter = Setter(type_, size)
    said = [*setter.story(title, ())]
    half, tall = (WIDTH - _GAP) / 2, size * 10
    charts = [Bars(chart, half, tall) for chart in content.charts(summary)]
    by_month = Heading(2, (Span(content.by_month()),))
    items = Items(
        tuple(
            Item(f"{number}.", (Span(" ".join(filter(None, (note.title, note.url)))),))
            for number, note in enumerate(sources, 1)
        ),
        ordered=True,
    )
    rest = [
        _figures(summary, type_, size),
        Table([charts], [half + _GAP, half], style=[*PLAIN, ("TOPPADDING", (0, 0), (-1, -1), 8)]),
        *setter.blocks((by_month, content.months(summary), *content.activities(summary))),
        *setter.blocks((*notes, items) if sources else notes),
    ]
    if not type_.replaced:
        return [*said, *rest]
    also = tr("The web page saved beside this file has them all.")
    return [*said, *setter.blocks((Said((Span(missing_letters(also)),), quoted=True),)), *rest]


def _figures(summary: YearSummary, type_: fonts.Typesetter, size: float) -> Table:
    """Return the figures that matter most, three in a row."""
    cells = [
        Paragraph(
            f'<font name="{fonts.BOLD}" size="{size * 1.5}" color="{BRAND.hexval()}">'
            f"{type_.markup(figure, fonts.BOLD)}</font><br/>{type_.markup(what)}",
            _cell_style(size),
        )
        for figure, what in content.figures(summary)
    ]
    rows = [cells[start : start + _IN_A_ROW] for start in range(0, len(cells), _IN_A_ROW)]
    rows = [row + [""] * (_IN_A_ROW - len(row)) for row in rows]
    style = [
        *PLAIN,
        ("GRID", (0, 0), (-1, -1), 0.6, LINE),
        ("LEFTPADDING", (0, 0), (-1, -1), 8),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
    ]
    return Table(rows, [WIDTH / _IN_A_ROW] * _IN_A_ROW, style=style, spaceBefore=4, spaceAfter=4)


def _cell_style(size: float) -> Any:
    from reportlab.lib.styles import ParagraphStyle

    return ParagraphStyle("figure", TIGHT, fontSize=size, leading=size * 1.5)


def _finish(foot: Paragraph, canvas: Canvas, _document: Any) -> None:
    """Put the line at the end of a page."""
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.5)
    canvas.line(SIDE, BOTTOM + 8, A4[0] - SIDE, BOTTOM + 8)
    foot.drawOn(canvas, SIDE, BOTTOM - 8)
