"""The card of the tour, and the mark round what it talks about."""

from PySide6.QtCore import QMargins, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.first_tour.steps import Step
from vcs_desktop.ui.say import say
from vcs_desktop.ui.scroll_keys import let_keys_scroll
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import button, column, label, panel, scroll
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

# Pixels at 100 % text.
_WIDTH = 340
_GAP = 12
_EDGE = 8
_RADIUS = 10


class TourCard(QFrame):
    """Says one step, and asks for the next. ``left`` is also Esc."""

    next_asked = Signal()
    back_asked = Signal()
    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("kind", "undo")
        self.setAccessibleName(tr("Tour of the window"))
        self.title = label("", "heading", wrap=True)
        self.text = label("", wrap=True)
        self.count = label("", "small")
        self.next_button = button(tr("Next"), "primary")
        self.back_button = button(tr("Back"))
        self.leave_button = button(tr("Leave"), "quiet", name=tr("Leave the tour"))
        self._words = column(self.count, self.title, self.text, gap=6)
        self._buttons = FlowLayout(self.next_button, self.back_button, self.leave_button)
        self.pane = scroll(panel(self._words))
        self.pane.setMinimumHeight(1)
        self._lines = column(margins=(16, 12, 16, 12), gap=6)
        self._lines.put(self.pane, 1)
        self._lines.put(panel(self._buttons))
        self.setLayout(self._lines)
        let_keys_scroll(self, self.pane)
        self.next_button.clicked.connect(self.next_asked)
        self.back_button.clicked.connect(self.back_asked)
        self.leave_button.clicked.connect(self.left)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.left)

    def tell(self, step: Step, number: int, total: int) -> None:
        """Say a step, to the eye and to a screen reader; ``number`` counts from 1."""
        self.count.setText(tr("{number} of {total}", number=number, total=total))
        self.title.setText(step.title)
        self.text.setText(step.text)
        self.pane.verticalScrollBar().setValue(0)
        self.next_button.setText(tr("Next") if number < total else tr("Done"))
        self.back_button.setVisible(number > 1)
        self.leave_button.setVisible(number < total)
        say(self, f"{self.count.text()}. {step.title}. {step.text}")

    def stand_by(self, target: QRect) -> None:
        """Stand beside a part of the window, or over its end where there is no room."""
        room = self.window().size().shrunkBy(_all_round(_EDGE))
        width = min(look.px(_WIDTH), room.width())
        self.resize(width, min(self._height_at(width), room.height()))
        self.move(_beside(target, self.size(), room, turned=self.isRightToLeft()))
        self.raise_()

    def _height_at(self, width: int) -> int:
        """Return the height at which nothing has to be scrolled."""
        round_it = self.size() - self.contentsRect().size()
        round_it = round_it.grownBy(self._lines.contentsMargins())
        inside = width - round_it.width()
        words = self._words.totalHeightForWidth(inside)
        buttons = self._buttons.heightForWidth(inside)
        return words + self._lines.spacing() + buttons + round_it.height()


class TourMark(QWidget):
    """A broken line round a part of the window, so that it is not taken for the keyboard's mark."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def stand_round(self, target: QRect) -> None:
        """Stand round a part of the window."""
        self.setGeometry(target.intersected(self.window().rect()))
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bright line on its dark ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        radius = look.px(_RADIUS)
        painter.setPen(QPen(look.colour("focusInk"), 6))
        painter.drawRoundedRect(line, radius, radius)
        painter.setPen(QPen(look.colour("focus"), 4, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(line, radius, radius)
        painter.end()


def _all_round(size: int) -> QMargins:
    return QMargins(look.px(size), look.px(size), look.px(size), look.px(size))


def _beside(target: QRect, size: QSize, room: QSize, *, turned: bool) -> QPoint:
    """Return where a card stands by a target: under it, after it, or in the last corner."""
    edge, gap = look.px(_EDGE), look.px(_GAP)
    inside = QRect(QPoint(edge, edge), room)
    along = target.left() if not turned else target.right() - size.width() + 1
    after = target.right() + gap if not turned else target.left() - gap - size.width()
    for spot in (
        QRect(QPoint(along, target.bottom() + gap), size),
        QRect(QPoint(after, target.top() + gap), size),
    ):
        spot.moveLeft(max(inside.left(), min(spot.left(), inside.right() - size.width() + 1)))
        if inside.contains(spot) and not spot.intersects(target):
            return spot.topLeft()
    corner = QRect(QPoint(0, 0), size)
    corner.moveBottomRight(inside.bottomRight())
    if turned:
        corner.moveLeft(inside.left())
    return corner.topLeft()
