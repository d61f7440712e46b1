"""A picture that nothing may open, and how to tell whether it was drawn."""

import sys
from pathlib import Path

from PySide6.QtGui import QColor, QImage

PICTURE = "#ff00fe"


def picture_in(folder: Path) -> Path:
    """Put a picture that nothing may open into a folder, and return it."""
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(QColor(PICTURE))
    path = folder / "canary.png"
    assert image.save(str(path))
    return path


def shows_picture(image: QImage) -> bool:
    """Say whether the picture that nobody may open is to be seen."""
    eight_dots = QColor(PICTURE).rgb().to_bytes(4, sys.byteorder) * 8
    return eight_dots in bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits())
