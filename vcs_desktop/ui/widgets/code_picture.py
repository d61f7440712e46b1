"""A code for a telephone, drawn on the screen: dark on light in every colour scheme."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vcs_desktop.domain.phone_code import QUIET, PhoneCode
from vcs_desktop.ui.theme import look

_SIDE, _LEAST = 300, 200
_DARK, _LIGHT = 0, 255
"""Shades of grey, from black to white."""


class CodePicture(QWidget):
    """The squares, with a light edge round them. Cameras do not read light squares on dark."""

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_code(self, code: PhoneCode, name: str) -> None:
        """Show a code; ``name`` is what a screen reader calls the picture."""
        self._image = image_of(code)
        self.setAccessibleName(name)
        self.update()

    def forget(self) -> None:
        """Show nothing any more."""
        self._image = None
        self.setAccessibleName("")
        self.update()

    def sizeHint(self) -> QSize:
        """Be large enough for any camera, whatever the size of the text."""
        side = max(_SIDE, min(look.px(_SIDE), 2 * _LEAST))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it; each square is a whole number of pixels, so that its edges are sharp."""
        if self._image is None:
            return
        squares = self._image.width()
        side = max(1, min(self.width(), self.height()) // squares) * squares
        painter = QPainter(self)
        painter.drawImage(
            QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side), self._image
        )
        painter.end()


def image_of(code: PhoneCode) -> QImage:
    """Return a code with its light edge, a pixel for each square."""
    squares = code.size + 2 * QUIET
    edge = bytes([_LIGHT]) * squares
    side = bytes([_LIGHT]) * QUIET
    rows = [side + bytes(_DARK if dark else _LIGHT for dark in row) + side for row in code.rows]
    shades = b"".join([*[edge] * QUIET, *rows, *[edge] * QUIET])
    # Copied, for Qt would go on reading what is Python's.
    return QImage(shades, squares, squares, squares, QImage.Format.Format_Grayscale8).copy()
