"""Words with buttons beside them, or under them where there is no room beside."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import label, panel, row
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

_LEAST_FOR_WORDS = 220


class WordsBar(QFrame):
    """Subclasses fill ``words``, and call ``reflow`` when their buttons say something else."""

    def __init__(self, *buttons: QWidget) -> None:
        super().__init__()
        self.words = label(wrap=True)
        self._buttons = FlowLayout(*buttons)
        self._line = row(margins=(12, 6, 6, 6), gap=8)
        self._line.put(self.words, 1)
        self._line.put(panel(self._buttons))
        self.setLayout(self._line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room that there is."""
        super().resizeEvent(event)
        self.reflow()

    def reflow(self) -> None:
        """Put the buttons where there is room for them."""
        wanted = self._buttons.sizeHint().width() + look.px(_LEAST_FOR_WORDS)
        direction = QBoxLayout.Direction
        is_narrow = self.width() < wanted
        self._line.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
