"""The field that searches everything, at the top of the window."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from vcs_desktop.core.language import tr
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.clear_button import ClearButton

# Pixels at 100 % text.
_ICON_SIZE = 18
_CLEAR_SIZE = 28  # the button at the end
_EDGE = 12


def _hints() -> tuple[str, ...]:
    return (tr("Search everything   Ctrl+K"), tr("Search everything"), tr("Search"))


class SearchBar(QLineEdit):
    """Takes words, and says what the person does in it.

    ``woken`` comes once, before all others, when the focus is first here. ``typed``
    comes with every change that a hand makes; ``called`` with a click or a key that
    leads here; ``asked`` is Enter, ``went_down`` the arrow down, ``left`` Esc.
    """

    woken = Signal()
    typed = Signal()
    called = Signal()
    asked = Signal()
    went_down = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("search")
        self.setAccessibleName(tr("Search everything"))
        self.setAccessibleDescription(
            tr("Type words, or > for commands. The arrow down leads to what is found.")
        )
        self.clear_button = ClearButton(self, tr("Clear the search"), _ICON_SIZE + _EDGE // 2)
        self.clear_button.clicked.connect(self.typed)
        self.returnPressed.connect(self.asked)
        self.textEdited.connect(self.typed)
        self._is_awake = False
        self._resize()

    def words(self) -> str:
        """Return what is asked for, without spaces around it."""
        return self.text().strip()

    def call(self) -> None:
        """Mark the words, to be typed over, and say that they are wanted."""
        self.selectAll()
        self.called.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say when this is the first time."""
        if not self._is_awake:
            self._is_awake = True
            self.woken.emit()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc, go into the list on the arrow down; everything else is typing."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Say that the hand is here."""
        super().mousePressEvent(event)
        self.called.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Make room for the icons again when the size of the text changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._resize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the hint as long as there is room for."""
        super().resizeEvent(event)
        self._choose_hint()

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
        self._choose_hint()

    def _choose_hint(self) -> None:
        room = self.width() - look.px(3 * _EDGE + _ICON_SIZE + _CLEAR_SIZE)
        measure = self.fontMetrics()
        hints = _hints()
        fitting = (hint for hint in hints if measure.horizontalAdvance(hint) <= room)
        self.setPlaceholderText(next(fitting, hints[-1]))
