"""Lays a sign-in sheet out on A4: large rows, a box to tick, room for new people."""

from collections.abc import Iterator, Sequence
from functools import partial
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from vcs_desktop.core.language import sentences, spoken, tr
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
from vcs_desktop.documents.printable import shortened
from vcs_desktop.documents.sign_in_sheet.data import SignInSheet
from vcs_desktop.domain.day_times import in_words as time_in_words
from vcs_desktop.domain.days import in_words

ROW = 11 * mm
"""The height of a row: room for large handwriting."""

_BOX = 5.5 * mm
_TICK_WIDTH, _FIRST_WIDTH, _HOURS_WIDTH = 19 * mm, 32 * mm, 38 * mm
_MOST_WORDS = 12
_FOOT = 15 * mm
_HELPERS_EMPTY = 3

_TITLE = ParagraphStyle("title", BODY, fontName=fonts.BOLD, fontSize=20, leading=25)
_LINE = ParagraphStyle("line", BODY, fontSize=12.5, leading=17, spaceAfter=2)
_HEADING = ParagraphStyle("heading", BODY, fontName=fonts.BOLD, fontSize=13, leading=18)
_HEADING.spaceBefore, _HEADING.keepWithNext = 10, 1
_NAME = ParagraphStyle("name", BODY, fontSize=14, leading=17, spaceAfter=0)
_HEAD = ParagraphStyle("head", BODY, fontName=fonts.SEMIBOLD, fontSize=10.5, leading=13)


class _TickBox(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """A box to tick by hand."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002  as ReportLab asks
        """Return its size."""
        return _BOX, _BOX

    def draw(self) -> None:
        """Draw its edge."""
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(1)
        self.canv.roundRect(0, 0, _BOX, _BOX, 1.5)


def pdf_of(sheet: SignInSheet) -> bytes:
    """Return the sheet as a PDF. It reads no file but our fonts and opens no address."""
    out, type_ = BytesIO(), fonts.Typesetter()
    frame = Frame(SIDE, BOTTOM + _FOOT, WIDTH, A4[1] - TOP - BOTTOM - _FOOT, 0, 0, 0, 0)
    document = BaseDocTemplate(
        out,
        pagesize=A4,
        lang=spoken(),
        initialFontName=fonts.REGULAR,
        invariant=1,
        title=title_of(sheet),
        author="VCS Desktop",
        creator="VCS Desktop",
        displayDocTitle=True,
    )
    finish = partial(_finish, Paragraph(type_.markup(_foot()), SMALL))
    document.addPageTemplates(PageTemplate(frames=[frame], onPageEnd=finish))
    document.build([*_story(sheet, type_)])
    return out.getvalue()


def title_of(sheet: SignInSheet) -> str:
    """Return the heading of the sheet."""
    return tr("Who is here: {activity}", activity=shortened(sheet.activity, _MOST_WORDS))


def _story(sheet: SignInSheet, type_: fonts.Typesetter) -> Iterator[Flowable]:
    yield Paragraph(type_.markup(title_of(sheet), fonts.BOLD), _TITLE)
    for line in _about(sheet):
        yield Paragraph(type_.markup(line), _LINE)
    yield Spacer(0, 6)
    yield _table(
        (tr("Here"), tr("Name"), tr("First time?")),
        [*sheet.names, *[""] * sheet.empty_lines],
        (_TICK_WIDTH, WIDTH - _TICK_WIDTH - _FIRST_WIDTH, _FIRST_WIDTH),
        type_,
        with_box_at_end=True,
    )
    yield Paragraph(type_.markup(tr("Helping today"), fonts.BOLD), _HEADING)
    yield _table(
        (tr("Here"), tr("Name"), tr("From and to")),
        [*sheet.helpers, *[""] * _HELPERS_EMPTY],
        (_TICK_WIDTH, WIDTH - _TICK_WIDTH - _HOURS_WIDTH, _HOURS_WIDTH),
        type_,
    )
    yield Paragraph(
        type_.markup(tr("How many more came, without a name? ______")), _line_to_write()
    )


def _about(sheet: SignInSheet) -> Iterator[str]:
    yield shortened(sheet.group, _MOST_WORDS)
    day = tr("Day: ______________") if sheet.on is None else in_words(sheet.on)
    times = " – ".join(filter(None, map(time_in_words, (sheet.starts, sheet.ends))))  # noqa: RUF001  a dash between times
    yield ", ".join(filter(None, (day, times, shortened(sheet.place, _MOST_WORDS))))
    yield sentences(tr("Please tick your name. New here? Write your name on an empty line."))


def _table(
    heads: Sequence[str],
    names: Sequence[str],
    widths: Sequence[float],
    type_: fonts.Typesetter,
    *,
    with_box_at_end: bool = False,
) -> Table:
    """Return a table with a row for each name; an empty one is to be written in."""
    rows: list[list[Any]] = [
        [Paragraph(type_.markup(head, fonts.SEMIBOLD), _HEAD) for head in heads]
    ]
    for name in names:
        said = Paragraph(type_.markup(shortened(name, _MOST_WORDS)), _NAME) if name else ""
        end: Any = _TickBox() if with_box_at_end else ""
        rows.append([_TickBox(), said, end])
    style = [
        *PLAIN,
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), 8),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ("GRID", (0, 0), (-1, -1), 0.6, LINE),
        ("BACKGROUND", (0, 0), (-1, 0), SHADE),
    ]
    heights = [None, *[ROW if len(name) <= _SHORT else None for name in names]]
    return Table(rows, list(widths), heights, style=TableStyle(style), repeatRows=1, hAlign="LEFT")


_SHORT = 40
"""Letters that surely stand on one line of a row."""


def _line_to_write() -> ParagraphStyle:
    style = ParagraphStyle("to write", _LINE)
    style.spaceBefore = 14
    return style


def _foot() -> str:
    return sentences(
        tr("In an emergency call 999."),
        tr("In charge today: ____________________"),
        tr("First aid: ____________________"),
        tr("Please write nothing about anybody's health on this sheet."),
    )


def _finish(foot: Paragraph, canvas: Canvas, document: Any) -> None:
    """Put what to do in an emergency at the end of each page, and its number after the first."""
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.5)
    canvas.line(SIDE, BOTTOM + _FOOT - 6, A4[0] - SIDE, BOTTOM + _FOOT - 6)
    _, tall = foot.wrap(WIDTH, _FOOT)
    foot.drawOn(canvas, SIDE, BOTTOM + _FOOT - 12 - tall)
    if document.page > 1:
        canvas.setFont(fonts.FIGURES, 9.5)
        page = tr("Page {number}", number=document.page)
        canvas.drawRightString(A4[0] - SIDE, BOTTOM - 20, page)
