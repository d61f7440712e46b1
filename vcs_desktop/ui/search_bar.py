"""The field that searches everything, at the top of the window."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from vcs_desktop.ui.theme import look

_PAUSE_MS = 200


class SearchBar(QLineEdit):
    """Takes words; says them when the person presses Enter, and while they type.

    ``asked`` is Enter or the magnifying glass. ``typed`` comes when the typing
    rests, for a page that can answer as it goes. ``left`` is Esc.
    """

    asked = Signal(str)
    typed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("search")
        self.setAccessibleName("Search grants and contracts")
        self.setPlaceholderText("Search grants and contracts   Ctrl+K")
        self._search_action = self.addAction(
            look.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        self._clear_action = self.addAction(
            look.icon("x", "muted"), QLineEdit.ActionPosition.TrailingPosition
        )
        self._search_action.setText("Search")
        self._clear_action.setText("Clear the search")
        self._clear_action.setVisible(False)
        self._search_action.triggered.connect(self._ask)
        self._clear_action.triggered.connect(self._clear)
        self.returnPressed.connect(self._ask)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._tell_typed)
        self.textChanged.connect(self._clear_action_follows)
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
        """Draw the icons again when the colours or the size change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._search_action.setIcon(look.icon("search", "muted"))
            self._clear_action.setIcon(look.icon("x", "muted"))
            self._resize()

    def _resize(self) -> None:
        self.setMaximumWidth(look.px(560))
        self.setMinimumWidth(look.px(120))

    def _ask(self) -> None:
        self._pause.stop()
        if self.words():
            self.asked.emit(self.words())

    def _clear(self) -> None:
        self.clear()
        self._tell_typed()

    def _clear_action_follows(self, text: str) -> None:
        self._clear_action.setVisible(bool(text))

    def _pause_again(self) -> None:
        self._pause.start()

    def _tell_typed(self) -> None:
        self.typed.emit(self.words())
