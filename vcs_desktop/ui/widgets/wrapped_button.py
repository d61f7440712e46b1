"""A button that looks like a link, with as many lines of words as it needs."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy

from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import Button, column, label

_LEAST_HEIGHT = 28


class WrappedButton(Button):
    """Qt's own words on a button stay on one line, however long they are.

    ``kind`` of the words is brandLink, or badLink for what leads to something wrong.
    """

    def __init__(self, words: str, kind: str = "brandLink") -> None:
        super().__init__("", "link")
        self.words = label(words, kind, wrap=True)
        self.words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(words)
        self.setLayout(column(self.words))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words at a width."""
        return max(look.px(_LEAST_HEIGHT), self.words.heightForWidth(width))

    def sizeHint(self) -> QSize:
        """Ask for the room of the words."""
        return self.words.sizeHint().expandedTo(QSize(0, look.px(_LEAST_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        """Ask for no width of its own."""
        return QSize(0, look.px(_LEAST_HEIGHT))
