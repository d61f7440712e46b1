"""What the pages have in common: their size, their foot, and the list of what had no room."""

from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO
from itertools import groupby
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Frame, Paragraph

from vcs_desktop.core.language import spoken, tr
from vcs_desktop.documents import fonts
from vcs_desktop.documents.paper import BODY, INK, MUTED
from vcs_desktop.documents.printable import one_line, shortened
from vcs_desktop.domain.days import in_words, month_in_words, shortly
from vcs_desktop.domain.due import DateLine, Outcome
from vcs_desktop.domain.due_words import with_time

WIDE, TALL = landscape(A4)
EDGE, FOOT = 9 * mm, 7 * mm
ACROSS = WIDE - 2 * EDGE

TITLE = 30.0
"""Points. A letter of 11 points is read from a metre; nothing on these pages is smaller
but the foot, which nobody needs from there."""
ENTRY = 11.5
LEAST = 11.0
_LISTED = 12.0

_HEADING = ParagraphStyle("heading", BODY, fontName=fonts.BOLD, fontSize=14, leading=19)
_HEADING.spaceBefore, _HEADING.keepWithNext = 6, 1
_LINE = ParagraphStyle("line", BODY, fontSize=_LISTED, leading=16, leftIndent=14)


class WallSheet:
    """One document of A4 pages across, all with the same foot."""

    def __init__(self, title: str, group: str, made_on: date) -> None:
        self._out = BytesIO()
        self.type = fonts.Typesetter()
        self._foot = " · ".join(
            filter(None, (group, tr("Printed on {day}", day=shortly(made_on)), "VCS Desktop"))
        )
        canvas = Canvas(
            self._out,
            pagesize=(WIDE, TALL),
            lang=spoken(),
            initialFontName=fonts.REGULAR,
            invariant=1,
        )
        canvas.setTitle(title)
        canvas.setAuthor("VCS Desktop")
        canvas.setCreator("VCS Desktop")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        self.canvas: Any = canvas

    def title(self, words: str, size: float = TITLE) -> float:
        """Write the title of a page, and return how high up the room under it ends."""
        style = ParagraphStyle("title", BODY, fontName=fonts.BOLD, fontSize=size)
        style.leading, style.splitLongWords = size * 1.15, 1
        top = TALL - EDGE
        said = Paragraph(self.type.markup(shortened(words, 12), fonts.BOLD), style)
        _, tall = said.wrap(ACROSS, size * 2.5)
        said.drawOn(self.canvas, EDGE, top - tall)
        return float(top - tall - 5)

    def entry(self, words: str, width: float, size: float, *, is_done: bool = False) -> Paragraph:
        """Return a few words on a date, wrapped to the width of a square or of a month."""
        style = ParagraphStyle("entry", BODY, fontSize=size, leading=size * 1.16, spaceAfter=0)
        style.splitLongWords, style.textColor = 1, MUTED if is_done else INK
        font = fonts.REGULAR if is_done else fonts.SEMIBOLD
        made = Paragraph(self.type.styled(words, font), style)
        made.wrap(width, TALL)
        return made

    def end_page(self) -> None:
        """Write the foot, and begin another page when there is one."""
        self.canvas.setFont(fonts.REGULAR, 9)
        self.canvas.setFillColor(MUTED)
        foot = Paragraph(self.type.markup(self._foot), _FOOT_STYLE)
        foot.wrap(ACROSS, FOOT)
        foot.drawOn(self.canvas, EDGE, EDGE - 3)
        self.canvas.showPage()

    def list_pages(self, title: str, lines: Sequence[DateLine]) -> None:
        """Write what had no room, day by day, in two columns on as many pages as it takes."""
        story = list(self._listed(lines))
        gap = 10 * mm
        width = (ACROSS - gap) / 2
        while story:
            top = self.title(title, 20.0)
            for left in (EDGE, EDGE + width + gap):
                frame = Frame(left, EDGE + FOOT, width, top - EDGE - FOOT, 0, 0, 0, 0)
                frame.addFromList(story, self.canvas)
            self.end_page()

    def finished(self) -> bytes:
        """Return the document."""
        self.canvas.save()
        return self._out.getvalue()

    def _listed(self, lines: Sequence[DateLine]) -> Iterator[Paragraph]:
        for day, some in groupby(lines, lambda line: line.due.on):
            yield Paragraph(self.type.markup(in_words(day), fonts.BOLD), _HEADING)
            for line in some:
                yield Paragraph(self.type.markup(said(line, place=True)), _LINE)


_FOOT_STYLE = ParagraphStyle("foot", BODY, fontSize=9, leading=11, spaceAfter=0, textColor=MUTED)


def said(line: DateLine, *, place: bool = False) -> str:
    """Return a date in words, with where it is, and that it is done."""
    words = with_time(line.due)
    if place and line.due.place:
        words = tr("{what}, {place}", what=words, place=line.due.place)
    if line.outcome is Outcome.DONE:
        return tr("{what} (done)", what=words)
    return tr("{what} (not needed)", what=words) if line.outcome else words


def cut(words: str, letters: int) -> str:
    """Return words on one line, of at most so many letters, ending in "…" if there are more."""
    line = one_line(words)
    if len(line) <= letters:
        return line
    whole_words, _, _ = line[:letters].rpartition(" ")
    return f"{(whole_words or line[: letters - 1]).rstrip(' .,;:')}…"


def is_whole(line: DateLine, letters: int) -> bool:
    """Say whether all words of a date stand where there is room for so many letters."""
    return len(one_line(said(line))) <= letters


def titled(first: date, group: str) -> str:
    """Return "December 2026 · Tea & Talk"."""
    return " · ".join(filter(None, (month_in_words(first), group)))
