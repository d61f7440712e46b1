"""The field that searches everything, at the top of the window."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import Button

_PAUSE_MS = 200
_HINTS = ("Search grants and contracts   Ctrl+K", "Search grants and contracts", "Search")
# Pixels at 100 % text.
_ICON_SIZE = 18
_CLEAR_SIZE = 28
_EDGE = 12


class SearchBar(QLineEdit):
    """Takes words; says them when the person presses Enter, and while they type.

    ``asked`` is Enter. ``typed`` comes when the typing
    rests, for a page that can answer as it goes. ``left`` is Esc.
    """

    asked = Signal(str)
    typed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("search")
        self.setAccessibleName("Search grants and contracts")
        # Our own clear button: Qt's has no name for a screen reader and never grows.
        self.clear_button = Button("", "clear", "x")
        self.clear_button.setParent(self)
        self.clear_button.setAccessibleName("Clear the search")
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clear_button.setCursor(Qt.CursorShape.ArrowCursor)
        self.clear_button.hide()
        self.clear_button.clicked.connect(self._clear)
        self.returnPressed.connect(self._ask)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._tell_typed)
        self.textChanged.connect(self._show_clear_button)
        self.textEdited.connect(self._pause_again)
        self._resize()

    def words(self) -> str:
        """Return what is asked for, without spaces around it."""
        return self.text().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc; everything else is typing."""
        if event.key() == Qt.Key.Key_Escape:
            self._pause.stop()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Make room for the icons again when the size of the text changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._resize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the clear button at the end, and the hint as long as there is room for."""
        super().resizeEvent(event)
        self._choose_hint()
        self._place_clear_button()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, and the magnifying glass at its start."""
        super().paintEvent(event)
        size, edge = look.px(_ICON_SIZE), look.px(_EDGE)
        left = self.width() - size - edge if self.isRightToLeft() else edge
        painter = QPainter(self)
        top = (self.height() - size) // 2
        painter.drawPixmap(left, top, look.pixmap("search", "muted", _ICON_SIZE))
        painter.end()

    def _resize(self) -> None:
        self.setMaximumWidth(look.px(560))
        self.setMinimumWidth(look.px(120))
        start, end = look.px(_ICON_SIZE + _EDGE // 2), look.px(_CLEAR_SIZE - _EDGE // 2)
        self.setTextMargins(*((end, 0, start, 0) if self.isRightToLeft() else (start, 0, end, 0)))
        self._choose_hint()
        self._place_clear_button()

    def _choose_hint(self) -> None:
        room = self.width() - look.px(2 * _EDGE + _ICON_SIZE + _CLEAR_SIZE)
        measure = self.fontMetrics()
        fitting = (hint for hint in _HINTS if measure.horizontalAdvance(hint) <= room)
        self.setPlaceholderText(next(fitting, _HINTS[-1]))

    def _place_clear_button(self) -> None:
        size, edge = look.px(_CLEAR_SIZE), look.px(_EDGE) // 2
        left = edge if self.isRightToLeft() else self.width() - size - edge
        self.clear_button.setGeometry(left, (self.height() - size) // 2, size, size)

    def _ask(self) -> None:
        self._pause.stop()
        if self.words():
            self.asked.emit(self.words())

    def _clear(self) -> None:
        self.clear()
        self._tell_typed()

    def _show_clear_button(self, text: str) -> None:
        self.clear_button.setVisible(bool(text))

    def _pause_again(self) -> None:
        self._pause.start()

    def _tell_typed(self) -> None:
        self.typed.emit(self.words())
