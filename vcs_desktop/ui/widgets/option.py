"""One of several answers to choose, with as many lines of words as it needs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QRadioButton

from vcs_desktop.ui.widgets.basics import label, row
from vcs_desktop.ui.widgets.prose import short_prose

_MOST_LETTERS = 1_000
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class RoundButton(QRadioButton):
    """Is chosen when an arrow key comes to it, as round buttons elsewhere are.

    Qt moves only the focus as long as none is chosen.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the one that the arrow key went to."""
        super().keyPressEvent(event)
        there = QApplication.focusWidget()
        if event.key() in _ARROWS and isinstance(there, RoundButton) and not there.isChecked():
            there.click()


class Option(QFrame):
    """A round button and its words; a click on the words chooses too.

    Qt's own words beside a round button stay on one line, however long they are.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        shown = short_prose(text, _MOST_LETTERS)
        self.button = RoundButton()
        self.button.setAccessibleName(shown)
        self.words = label(shown, wrap=True)
        line = row(margins=(4, 4, 4, 4), gap=8)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        line.put(self.words, 1)
        self.setLayout(line)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose."""
        if event.button() == Qt.MouseButton.LeftButton and self.button.isEnabled():
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.click()
