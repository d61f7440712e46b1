"""A button at the end of a field that takes the words out of it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit

from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import Button

# Pixels at 100 % text.
_SIZE = 28
_EDGE = 6
_MOVED = (QEvent.Type.Resize, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange)


class ClearButton(Button):
    """Is there while the field has words. Qt's own has no name for a screen reader, nor grows."""

    # On the class as well: Python may empty a dying object before Qt has stopped asking it.
    _field: QLineEdit | None = None

    def __init__(self, field: QLineEdit, name: str, start: int = 0) -> None:
        """``name`` is what a screen reader says; ``start`` is left free before the words.

        ``start`` is in pixels at 100 % text.
        """
        super().__init__("", "clear", "x")
        self._field = field
        self._start = start
        self.setParent(field)
        self.setAccessibleName(name)
        # Whoever works by key marks the words and types over them.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()
        field.installEventFilter(self)
        field.textChanged.connect(self._come_and_go)
        self.clicked.connect(field.clear)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the end of the field."""
        if event.type() in _MOVED:
            self._place()
        return False

    def _come_and_go(self, words: str) -> None:
        self.setVisible(bool(words))

    def _place(self) -> None:
        field = self._field
        if field is None:
            return
        size, edge = look.px(_SIZE), look.px(_EDGE)
        start, end = look.px(self._start), size - edge
        backwards = field.isRightToLeft()
        field.setTextMargins(*((end, 0, start, 0) if backwards else (start, 0, end, 0)))
        left = edge if backwards else field.width() - size - edge
        self.setGeometry(left, (field.height() - size) // 2, size, size)
