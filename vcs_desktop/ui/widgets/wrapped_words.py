"""Words that go on in the next line, and know how high they are."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

_OTHER_LETTERS = (
    QEvent.Type.FontChange,
    QEvent.Type.StyleChange,
    QEvent.Type.LayoutDirectionChange,
)


class WrappedWords(QLabel):
    """A label that breaks its lines once for each width, and not whenever a layout asks.

    Only ``label()`` makes one. All that stands round it asks for its height, each for itself
    and at several widths, and Qt set all its letters every time: a tenth of what a page took
    to come.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._heights: dict[tuple[int, int, float], int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        # No minimum width: QLabel would then ask for the height it has at that width.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        """Say other words."""
        self._heights.clear()
        super().setText(text)

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words take in a width, but no less than is asked for."""
        # What Qt tells nobody of is part of the question.
        asked = width, self.minimumHeight(), self.devicePixelRatio()
        height = self._heights.get(asked)
        if height is None:
            height = self._heights[asked] = super().heightForWidth(width)
        return height

    def changeEvent(self, event: QEvent) -> None:
        """Forget the heights when the letters are others."""
        if event.type() in _OTHER_LETTERS:
            self._heights.clear()
        super().changeEvent(event)
