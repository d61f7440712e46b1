"""A field for words to look for in what a page shows, with its name beside it."""

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import label, row
from vcs_desktop.ui.widgets.clear_button import ClearButton

_PAUSE_MS = 200
_WIDTH = 200


class WordsField(QWidget):
    """``asked`` says the words when the typing rests, or at once on Enter."""

    asked = Signal(str)

    def __init__(self, name: str, example: str = "") -> None:
        """``name`` stands beside the field, ``example`` in it while it is empty."""
        super().__init__()
        self.box = QLineEdit()
        self.box.setPlaceholderText(example)
        self.clear_button = ClearButton(self.box, tr("Clear the words"))
        self._line = row(label(name, buddy=self.box), gap=8)
        self._line.put(self.box, 1)
        self.setLayout(self._line)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.box.textChanged.connect(self._pause.start)
        self.box.returnPressed.connect(self._ask)
        self._scale()
        look.changed.connect(self._scale)

    def words(self) -> str:
        """Return what is looked for."""
        return self.box.text().strip()

    def set_words(self, words: str) -> None:
        """Say what is looked for already; nothing is asked."""
        self.box.setText(words)
        self._pause.stop()

    def clear(self) -> None:
        """Look for nothing in particular."""
        self.box.clear()

    def set_narrow(self, narrow: bool) -> None:
        """Put the field under its name where there is little room."""
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def sizeHint(self) -> QSize:
        """Ask for no more than stands in one line beside other filters."""
        return super().sizeHint().boundedTo(QSize(look.px(2 * _WIDTH), 1 << 14))

    def _ask(self) -> None:
        self._pause.stop()
        self.asked.emit(self.words())

    def _scale(self) -> None:
        self.box.setMinimumWidth(look.px(_WIDTH))
