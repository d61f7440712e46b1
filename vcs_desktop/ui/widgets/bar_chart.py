"""Bars that begin at nothing, drawn beside the same figures as a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QStyle, QWidget

from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import column, label, panel, row
from vcs_desktop.ui.widgets.drawn_lines import DrawnLines
from vcs_desktop.ui.widgets.whole_table import WholeTable

# Below this many logical pixels (at 100 % text) the table stands under the bars.
_BESIDE_FROM = 620
_THICK, _GAP, _NAME_GAP, _ROUND = 16, 12, 3, 3
_ALL = 1 << 16


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar. ``value`` None is not given, and then no bar is drawn.

    ``said`` is the value in words, such as "22.1%". ``marked`` is the bar that the
    page speaks of. ``is_rest`` is what is left over, whose parts are not known: its
    bar is drawn hatched.
    """

    name: str
    value: float | None
    said: str
    marked: bool = False
    is_rest: bool = False


class BarChart(QWidget):
    """Bars of one measure with one base, and a table that says the same.

    Whoever fills it answers for that: figures with different bases never stand in
    one chart. All values are nothing or more. ``heads`` name the two columns of the
    table. ``whole`` is the value of a full bar, such as 100 for per cent; None
    makes the largest the full one. ``summary`` says in a sentence what one sees.
    """

    def __init__(
        self,
        title: str,
        bars: Sequence[Bar],
        heads: tuple[str, str],
        *,
        summary: str = "",
        whole: float | None = None,
    ) -> None:
        super().__init__()
        self.title = label(title, "strong", wrap=True)
        self.summary = label(summary, "muted", wrap=True)
        self.drawing = Drawing(whole)
        self.table = WholeTable(title, heads, figures=(1,))
        self._both = row(gap=20)
        for part in (self.drawing, self.table):
            self._both.put(part, 1)
            self._both.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(self.title, self.summary, panel(self._both), gap=8))
        self.summary.setVisible(bool(summary))
        self.show_bars(bars)
        look.changed.connect(self._reflow)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other bars, in this order."""
        self.drawing.show_bars(bars)
        self.table.show_rows([(bar.name, bar.said) for bar in bars])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the table under the bars where there is no room beside them."""
        super().resizeEvent(event)
        self._reflow()

    def _reflow(self) -> None:
        direction, narrow = QBoxLayout.Direction, self.width() < look.px(_BESIDE_FROM)
        self._both.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)


class Drawing(DrawnLines):
    """The bars alone: each under its name, with its value at the other side.

    A screen reader passes it by, since the table says the same.
    """

    def __init__(self, whole: float | None = None) -> None:
        super().__init__(QSizePolicy.Policy.Fixed, _THICK)
        self._whole = whole
        self._bars: tuple[Bar, ...] = ()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Draw other bars."""
        self._bars = tuple(bars)
        self._restyle()

    def share(self, bar: Bar) -> float:
        """Return how much of the full width a bar takes, from 0 to 1."""
        whole = self._whole or max((each.value or 0 for each in self._bars), default=0)
        return min(1.0, max(0.0, (bar.value or 0) / whole)) if whole else 0.0

    def heightForWidth(self, width: int) -> int:
        """Return the height of all bars with their names."""
        return sum(self._height(bar, width) for bar in self._bars) + look.px(4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw every bar, one under the other."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0
        for bar in self._bars:
            height = self._height(bar, self.width())
            self._draw(painter, bar, QRect(0, top, self.width(), height))
            top += height
        painter.end()

    def _height(self, bar: Bar, width: int) -> int:
        words = _words_rect(bar, width).height()
        return words + look.px(_NAME_GAP) + look.px(_THICK) + look.px(_GAP)

    def _draw(self, painter: QPainter, bar: Bar, area: QRect) -> None:
        names = _words_rect(bar, area.width()).translated(area.topLeft())
        self._draw_words(painter, bar, area, names)
        track = QRect(
            area.left(), names.bottom() + look.px(_NAME_GAP), area.width(), look.px(_THICK)
        )
        painter.setPen(QPen(look.colour("line"), look.border_width()))
        painter.setBrush(look.colour("sunken"))
        edge = look.border_width() / 2
        round_ = look.px(_ROUND)
        frame = QRectF(track).adjusted(edge, edge, -edge, -edge)
        painter.drawRoundedRect(frame, round_, round_)
        filled = QRect(track)
        filled.setWidth(round(track.width() * self.share(bar)))
        if bar.value is None or not filled.width():
            return
        filled = QStyle.visualRect(self.layoutDirection(), track, filled)
        shape = QRectF(filled).adjusted(edge, edge, -edge, -edge)
        painter.setPen(QPen(look.colour("brand"), look.border_width()))
        painter.setBrush(look.colour("brandSoft" if _is_pale(bar, self._bars) else "brand"))
        painter.drawRoundedRect(shape, round_, round_)
        if bar.is_rest:
            painter.setBrush(QBrush(look.colour("brand"), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(shape, round_, round_)

    def _draw_words(self, painter: QPainter, bar: Bar, area: QRect, names: QRect) -> None:
        direction = self.layoutDirection()
        font = _font(bar)
        painter.setFont(font)
        painter.setPen(look.colour("ink"))
        place = QStyle.visualRect(direction, area, names)
        painter.drawText(place, _side(direction, Qt.AlignmentFlag.AlignLeft), bar.name)
        painter.setFont(_value_font(bar))
        painter.setPen(look.colour("muted" if bar.value is None else "ink"))
        line = QRect(area.left(), names.top(), area.width(), names.height())
        painter.drawText(line, _side(direction, Qt.AlignmentFlag.AlignRight), bar.said)


def _is_pale(bar: Bar, bars: Sequence[Bar]) -> bool:
    """Say whether a bar stands back: another is marked, or its parts are not known."""
    return bar.is_rest or (not bar.marked and any(each.marked for each in bars))


def _side(direction: Qt.LayoutDirection, flag: Qt.AlignmentFlag) -> int:
    side = QStyle.visualAlignment(direction, flag | Qt.AlignmentFlag.AlignTop)
    return int(side.value) | int(Qt.TextFlag.TextWordWrap.value)


def _font(bar: Bar) -> QFont:
    return look.font(14, 700 if bar.marked else 400)


def _value_font(bar: Bar) -> QFont:
    return look.font(14, 400 if bar.value is None else 700)


def _words_rect(bar: Bar, width: int) -> QRect:
    """Return the room of a name that leaves its value room beside it, from the top corner."""
    value = QFontMetrics(_value_font(bar)).horizontalAdvance(bar.said) + look.px(12)
    room = max(width - value, width // 3, 1)
    flags = int(Qt.TextFlag.TextWordWrap.value)
    metrics = QFontMetrics(_font(bar))
    lines = metrics.boundingRect(QRect(0, 0, room, _ALL), flags, bar.name)
    return QRect(0, 0, room, max(lines.height(), metrics.height()))
