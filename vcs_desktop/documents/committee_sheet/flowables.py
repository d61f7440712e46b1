"""The pieces of the sheet that ReportLab has not got: marks that are drawn, boxes to sign."""

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from vcs_desktop.core.language import Marked, tr_marked
from vcs_desktop.documents import fonts
from vcs_desktop.documents.committee_sheet.data import DECISIONS, NOTES_HEADING, SIGNED_LINES
from vcs_desktop.documents.paper import INK, LINE, Draw
from vcs_desktop.domain.fit.result import Answer, Verdict


def tick(canvas: Any, x: float, y: float) -> None:
    """Draw a tick in a ring, 11 points square, from its lower left corner."""
    _pen(canvas, 1.0)
    canvas.circle(x + 5.5, y + 5.5, 5, stroke=1, fill=0)
    canvas.setLineWidth(1.5)
    _through(canvas, (x + 3.1, y + 5.5), (x + 4.9, y + 3.6), (x + 8, y + 7.6))
    canvas.restoreState()


def warning(canvas: Any, x: float, y: float) -> None:
    """Draw a triangle with an exclamation mark."""
    _pen(canvas, 1.1)
    _through(canvas, (x + 5.5, y + 10.6), (x + 11, y + 0.8), (x, y + 0.8), (x + 5.5, y + 10.6))
    canvas.setLineWidth(1.3)
    _through(canvas, (x + 5.5, y + 7.2), (x + 5.5, y + 4.6))
    canvas.circle(x + 5.5, y + 2.8, 0.75, stroke=0, fill=1)
    canvas.restoreState()


def cross(canvas: Any, x: float, y: float) -> None:
    """Draw a cross in a filled ring: unlike the tick even when the printer is bad."""
    _pen(canvas, 1.0)
    canvas.circle(x + 5.5, y + 5.5, 5.4, stroke=0, fill=1)
    canvas.setStrokeColor(HexColor("#FFFFFF"))
    canvas.setLineWidth(1.5)
    _through(canvas, (x + 3.6, y + 3.6), (x + 7.4, y + 7.4))
    _through(canvas, (x + 3.6, y + 7.4), (x + 7.4, y + 3.6))
    canvas.restoreState()


def _pen(canvas: Any, width: float) -> None:
    canvas.saveState()
    canvas.setStrokeColor(INK)
    canvas.setFillColor(INK)
    canvas.setLineWidth(width)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)


def _through(canvas: Any, *points: tuple[float, float]) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    canvas.drawPath(path, stroke=1, fill=0)


MARK_OF_ANSWER: dict[Answer, Draw] = {
    Answer.MEETS: tick,
    Answer.UNKNOWN: warning,
    Answer.FAILS: cross,
}
MARK_OF_VERDICT: dict[Verdict, Draw] = {
    Verdict.CAN: tick,
    Verdict.CHECK: warning,
    Verdict.CANNOT: cross,
}


class Place(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """Where an item begins: it takes no room, and the canvas notes the page."""

    def __init__(self, key: str, title: str) -> None:
        super().__init__()
        self._key = key
        self._title = title

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002
        """Return no size."""
        return 0, 0

    def draw(self) -> None:
        """Put the item into the outline and remember its page."""
        self.canv.begin_item(self._key, self._title)


class PageOf(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """The number of the page on which an item begins, known only when all is laid out."""

    def __init__(self, key: str, width: float) -> None:
        super().__init__()
        self.width = width
        self.height = 14.5
        self._key = key

    def draw(self) -> None:
        """Leave room for a number which the canvas draws at the end."""
        self.canv.promise_page_of(self._key, self.width, 4)


class DecisionBox(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """A box to tick a decision and sign it by hand. It is never split."""

    HEIGHT, INSET = 86.0, 14.0
    FIRST, LINE = 23.0, 26.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002
        """Return the size: as wide as the page."""
        self.width = width
        return width, self.HEIGHT

    def draw(self) -> None:
        """Draw the frame, the boxes to tick and the lines to sign."""
        canvas = self.canv
        canvas.saveState()
        canvas.setStrokeColor(INK)
        canvas.setFillColor(INK)
        canvas.setLineWidth(1)
        canvas.roundRect(0.5, 0.5, self.width - 1, self.HEIGHT - 1, 6)
        column = (self.width - 2 * self.INSET) / len(DECISIONS)
        for number, words in enumerate(DECISIONS):
            x, y = self.INSET + number * column, self.HEIGHT - self.FIRST
            canvas.rect(x, y - 2.5, 13, 13)
            canvas.setFont(fonts.SEMIBOLD, 11.5)
            canvas.drawString(x + 20, y, tr_marked(words))
        for number, words in enumerate(SIGNED_LINES):
            self._line_to_sign(canvas, number, words)
        canvas.restoreState()

    def _line_to_sign(self, canvas: Any, number: int, words: Marked) -> None:
        """Draw one of the lines, two beside each other."""
        half = (self.width - 3 * self.INSET) / 2
        x = self.INSET + (number % 2) * (half + self.INSET)
        y = self.HEIGHT - self.FIRST - (1 + number // 2) * self.LINE
        canvas.setFont(fonts.REGULAR, 10.5)
        canvas.drawString(x, y, tr_marked(words))
        begins = canvas.stringWidth(tr_marked(words), fonts.REGULAR, 10.5) + 8
        canvas.setLineWidth(0.7)
        canvas.line(x + begins, y - 3, x + half, y - 3)


class Notes(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """Lines to write on, in all the room that is left on the page; none where there is none."""

    HEADING, GAP, LEAST = 26.0, 23.0, 2

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size: the room that is left, as far as lines fill it."""
        self.width = width
        lines = int((height - self.HEADING) / self.GAP)
        self._lines = lines if lines >= self.LEAST else 0
        return width, self.HEADING + lines * self.GAP if self._lines else 0

    def draw(self) -> None:
        """Draw a heading and the lines."""
        if not self._lines:
            return
        canvas = self.canv
        canvas.saveState()
        canvas.setFillColor(INK)
        canvas.setFont(fonts.BOLD, 12)
        top = self.HEADING + self._lines * self.GAP
        canvas.drawString(0, top - 20, tr_marked(NOTES_HEADING))
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.5)
        for number in range(1, self._lines + 1):
            y = top - self.HEADING - number * self.GAP + 0.5
            canvas.line(0, y, self.width, y)
        canvas.restoreState()
