"""What is drawn in lines, of which there are more where there is less room."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vcs_desktop.ui.theme import look

_LEAST_WIDTH = 160


class DrawnLines(QWidget):
    """A widget whose height follows its width. Subclasses say how, and draw."""

    def __init__(self, vertical: QSizePolicy.Policy, least_height: int) -> None:
        """``least_height`` is of use still, in pixels at 100 % text."""
        super().__init__()
        self._least_height = least_height
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._restyle)

    def hasHeightForWidth(self) -> bool:
        """Say that less width takes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        width = max(self.width(), look.px(_LEAST_WIDTH))
        return QSize(look.px(_LEAST_WIDTH), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size that is of use; the height follows the width."""
        return QSize(look.px(_LEAST_WIDTH), look.px(self._least_height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that goes with the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
