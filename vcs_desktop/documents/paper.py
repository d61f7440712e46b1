"""What every printed page has in common: its size, its letters, its colours, its marks."""

from collections.abc import Callable
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph

from vcs_desktop.documents import fonts

SIDE, TOP, BOTTOM = 16 * mm, 17 * mm, 17 * mm
WIDTH = A4[0] - 2 * SIDE
INK = HexColor("#1B2328")
MUTED = HexColor("#4A565D")
BRAND = HexColor("#0A5A5E")
LINE = HexColor("#767F86")
SHADE = HexColor("#F1F1F0")

Draw = Callable[[Any, float, float], None]

BODY = ParagraphStyle("body", fontName=fonts.REGULAR, fontSize=10.5, leading=14, spaceAfter=2)
BODY.textColor, BODY.allowWidows, BODY.allowOrphans = INK, 0, 0
TIGHT = ParagraphStyle("tight", BODY, spaceAfter=0)
SMALL = ParagraphStyle("small", BODY, fontSize=9.5, leading=12.5, spaceAfter=0)
SMALL.textColor = MUTED
PLAIN = (
    ("FONTNAME", (0, 0), (-1, -1), fonts.REGULAR),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 8),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
)
"""How cells stand when nothing else is said; without a font ReportLab asks for Helvetica."""


def label(words: str, font: str = fonts.SEMIBOLD, size: float = 10.5) -> Draw:
    """Return what draws a few of our own words."""

    def draw(canvas: Any, x: float, y: float) -> None:
        canvas.setFont(font, size)
        canvas.setFillColor(INK)
        canvas.drawString(x, y + 1.4, words)

    return draw


class Beside(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """A paragraph with a mark or a label to its left; it may run over any number of pages."""

    def __init__(self, draw: Draw | None, paragraph: Paragraph, indent: float) -> None:
        super().__init__()
        self._draw = draw
        self._paragraph = paragraph
        self._indent = indent

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size, given the room there is."""
        _, tall = self._paragraph.wrap(width - self._indent, height)
        self._height = tall
        return width, tall

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return this in pieces, the first of which fits; only it has the mark."""
        parts = self._paragraph.split(width - self._indent, height)
        return [
            Beside(self._draw if number == 0 else None, part, self._indent)
            for number, part in enumerate(parts)
        ]

    def draw(self) -> None:
        """Draw the mark on the first line, and the paragraph."""
        style = self._paragraph.style
        if self._draw:
            self._draw(self.canv, 0, self._height - style.fontSize - 1.5)
        self._paragraph.drawOn(self.canv, self._indent, 0)

    def getSpaceBefore(self) -> float:  # noqa: N802 (ReportLab's name)
        """Return the paragraph's space before."""
        return float(self._paragraph.style.spaceBefore)

    def getSpaceAfter(self) -> float:  # noqa: N802 (ReportLab's name)
        """Return the paragraph's space after."""
        return float(self._paragraph.style.spaceAfter)
