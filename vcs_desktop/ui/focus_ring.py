"""One mark for where the keyboard is: amber with a dark edge, seen on any background.

Qt's own QFocusFrame draws under the widget in the style we use, so this is a
see-through widget above it. Source: WCAG 2.2, 2.4.7 and 2.4.13.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QMenu,
    QMenuBar,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from vcs_desktop.ui.theme import look

_ROOM = 4
_RADIUS = 9
_MOVED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
# Lists mark the row that has the focus themselves, and menus the entry.
_MARK_THEMSELVES = (QScrollArea, QMenu, QMenuBar)


class FocusRing(QWidget):
    """Follows the focus inside one window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._window = window
        self._watched: list[QWidget] = []
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
        look.changed.connect(self.update)

    def marked(self) -> QWidget | None:
        """Return the widget that the ring is round, or None when it shows nowhere."""
        return self._watched[0] if self._watched and not self.isHidden() else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move along when the marked widget, or what it stands in, moves."""
        if event.type() in _MOVED and self._watched:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bright line inside the dark edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
        for width, colour in ((5, "focusInk"), (3, "focus")):
            painter.setPen(QPen(look.colour(colour), width))
            painter.drawRoundedRect(line, look.px(_RADIUS), look.px(_RADIUS))
        painter.end()

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        if new is None or not self._window.isAncestorOf(new) or _marks_itself(new):
            self.hide()
            return
        self._watched = [new, *self._between(new)]
        for widget in self._watched:
            widget.installEventFilter(self)
        self.setParent(self._watched[-1].parentWidget())
        self._place()

    def _between(self, widget: QWidget) -> list[QWidget]:
        """Return the ancestors too small to hold the ring: they would cut it off."""
        found: list[QWidget] = []
        above = widget.parentWidget()
        while above is not None and above is not self._window:
            if above.rect().contains(_around(widget, above)) or _is_scrolled(above):
                break
            found.append(above)
            above = above.parentWidget()
        return found

    def _place(self) -> None:
        widget, parent = self._watched[0], self.parentWidget()
        if not isValid(widget) or parent is None or not parent.isAncestorOf(widget):
            self.hide()
            return
        self.setGeometry(_around(widget, parent))
        self.setVisible(widget.isVisible())
        self.raise_()


def _around(widget: QWidget, above: QWidget) -> QRect:
    place = QRect(widget.mapTo(above, QPoint(0, 0)), widget.size())
    return place.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)


def _is_scrolled(widget: QWidget) -> bool:
    """Say whether this is the sheet inside a scrolling pane: above it lies the pane's edge."""
    viewport = widget.parentWidget()
    area = viewport.parentWidget() if viewport is not None else None
    return isinstance(area, QScrollArea) and area.widget() is widget


def _marks_itself(widget: QWidget) -> bool:
    if isinstance(widget, QAbstractItemView):
        return widget.currentIndex().isValid()
    return isinstance(widget, _MARK_THEMSELVES) or widget.isWindow()
