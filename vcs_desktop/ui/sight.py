"""Bringing what has the focus into sight, however many panes it stands in."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QWidget

from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import ScrollPane

_OVER_TOP = 8
"""Logical pixels above what is read from its top."""
_USED = (QEvent.Type.KeyPress, QEvent.Type.Resize)


def bring_into_sight(widget: QWidget) -> None:
    """Scroll every pane round a widget, the innermost first; Qt leaves out those just entered."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, ScrollPane):
            above.bring_into_sight(widget)
        above = above.parentWidget()


def begin_at_top(widget: QWidget) -> None:
    """Scroll every pane round a widget to its top, once it is laid out.

    For what has to be read from its first word, wherever somebody was before.
    """
    QTimer.singleShot(0, widget, partial(_scroll_to_top, widget))


def _scroll_to_top(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, ScrollPane):
            bar = above.verticalScrollBar()
            bar.setValue(bar.value() + _top_in(above, widget) - look.px(_OVER_TOP))
        above = above.parentWidget()


class InSight(QObject):
    """Keeps what the keyboard works at inside a view in sight, in every pane round the view.

    In little room a list or a text is higher than the window, so that it is not enough
    that it scrolls by itself. Only a view that has the focus is followed, and nothing
    moves under the mouse.
    """

    # On the class as well: Python may empty a dying object before Qt has stopped asking it.
    _settled: QTimer | None = None

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._view = view
        # Only when all has been laid out: before, what is wanted is not where it will be.
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)
        self._settled.timeout.connect(self._bring)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the view is entered, worked at by key, or has other room."""
        if event.type() in _USED or _is_entered(event):
            self._follow()
        return False

    @Slot()
    def _follow(self) -> None:
        if self._settled is not None:
            self._settled.start()

    @Slot()
    def _bring(self) -> None:
        if self._view.hasFocus():
            bring_into_sight(self._view)


class RowInSight(InSight):
    """Keeps the row under the hand in sight."""

    def __init__(self, view: QAbstractItemView) -> None:
        """Follow a list that has its model."""
        super().__init__(view)
        self._list = view
        view.selectionModel().currentChanged.connect(self._follow)
        view.pressed.connect(self._stay)

    @Slot()
    def _stay(self) -> None:
        if self._settled is not None:
            self._settled.stop()

    @Slot()
    def _bring(self) -> None:
        if self._list.hasFocus():
            self._list.scrollTo(self._list.currentIndex())
            bring_into_sight(self._list)


class HoldsStill(QObject):
    """Holds what has the focus where it is seen, while what stands above it grows and shrinks."""

    # On the class as well: Python may empty a dying object before Qt has stopped asking it.
    _settled: QTimer | None = None
    _is_laid_out = False

    def __init__(self, above: QWidget) -> None:
        super().__init__(above)
        self._above = above
        self._grown = 0
        # Only when the pane has its new height: before, it cannot be scrolled so far.
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)
        self._settled.timeout.connect(self._hold)
        above.installEventFilter(self)

    def begin(self) -> None:
        """Begin to follow: it has been laid out, and the words in it change from here on."""
        self._is_laid_out = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice by how much it grew or shrank."""
        if isinstance(event, QResizeEvent) and self._is_laid_out and self._settled is not None:
            self._grown += event.size().height() - event.oldSize().height()
            self._settled.start()
        return False

    @Slot()
    def _hold(self) -> None:
        grown, self._grown = self._grown, 0
        focus, pane = QApplication.focusWidget(), _pane_round(self._above)
        if focus is None or pane is None or not pane.isAncestorOf(focus):
            return
        if _top_in(pane, focus) >= _top_in(pane, self._above):
            bar = pane.verticalScrollBar()
            bar.setValue(bar.value() + grown)


def _pane_round(widget: QWidget) -> ScrollPane | None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, ScrollPane):
        above = above.parentWidget()
    return above


def _top_in(pane: ScrollPane, widget: QWidget) -> int:
    return widget.mapTo(pane.viewport(), QPoint(0, 0)).y()


def _is_entered(event: QEvent) -> bool:
    by_mouse = Qt.FocusReason.MouseFocusReason
    return isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() != by_mouse
