"""One mark for where the keyboard is: amber with a dark edge, seen on any background.

Qt's own QFocusFrame draws under the widget in the style we use, so this is a
see-through widget above it. Source: WCAG 2.2, 2.4.7 and 2.4.13.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QMetaObject, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QMenu,
    QMenuBar,
    QWidget,
)
from shiboken6 import isValid

from vcs_desktop.ui.theme import look

_ROOM = 4
_RADIUS = 9
_MOVED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
# Lists mark the row that has the focus themselves, and menus the entry.
_MARK_THEMSELVES = (QMenu, QMenuBar)


def draw_ring(painter: QPainter, line: QRectF) -> None:
    """Draw the bright line inside the dark edge; lists draw it round the row themselves."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, colour in ((5, "focusInk"), (3, "focus")):
        painter.setPen(QPen(look.colour(colour), width))
        painter.drawRoundedRect(line, look.px(_RADIUS), look.px(_RADIUS))


class FocusRing(QWidget):
    """Follows the focus inside one window."""

    # On the class as well: Python may empty a dying object before Qt has stopped asking it.
    _watched: Sequence[QWidget] = ()
    _row: QMetaObject.Connection | None = None

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
        look.changed.connect(self.update)

    def marked(self) -> QWidget | None:
        """Return the widget that the ring is round, or None when it shows nowhere."""
        if not self._watched or self.isHidden() or _marks_its_row(self._watched[0]):
            return None
        return self._watched[0]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move along when the marked widget, or what it stands in, moves."""
        if self._watched and event.type() in _MOVED:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bright line inside the dark edge."""
        if self.marked() is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ring(painter, QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5))
        painter.end()

    @Slot(QWidget, QWidget)
    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = ()
        if self._row is not None:
            QObject.disconnect(self._row)
            self._row = None
        window = self.window()
        if new is not None and window.isAncestorOf(new) and not _marks_itself(new):
            self._watched = tuple(_up_to(window, new))
            for widget in self._watched:
                widget.installEventFilter(self)
        if isinstance(new, QAbstractItemView) and new.selectionModel() is not None:
            # A list may get its row after it got the focus, and marks that itself.
            self._row = new.selectionModel().currentChanged.connect(self._follow_row)
        self._place()

    def _follow_row(self) -> None:
        self.update()

    def _place(self) -> None:
        """Stand round the widget, but show no more than what scrolling leaves of it."""
        window = self.window()
        widget = self._watched[0] if self._watched else None
        # What it stands in may be dying round it: then this is asked by what still lives there.
        gone = widget is None or not all(isValid(pane) for pane in self._watched)
        if widget is None or gone or not widget.isVisible():
            self.hide()
            return
        around = _place_in(window, widget).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
        seen = around
        for pane in self._watched:
            if isinstance(pane.parentWidget(), QAbstractScrollArea):  # then it is a viewport
                seen = seen.intersected(_place_in(window, pane))
        self.setGeometry(around)
        self.setMask(QRegion(seen.translated(-around.topLeft())))
        self.setVisible(not seen.isEmpty())
        self.raise_()


def _up_to(window: QWidget, widget: QWidget) -> Iterator[QWidget]:
    above: QWidget | None = widget
    while above is not None and above is not window:
        yield above
        above = above.parentWidget()


def _place_in(window: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _marks_itself(widget: QWidget) -> bool:
    return isinstance(widget, _MARK_THEMSELVES) or widget.isWindow()


def _marks_its_row(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid()
