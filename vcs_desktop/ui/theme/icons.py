"""Icons: line drawings from Lucide, drawn in whatever colour the moment needs."""

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from vcs_desktop.core.resources import resource

# Drawings that point along the line of reading; they turn round where that is right to left.
_POINTING = frozenset(
    {"arrow-left", "chevron-left", "chevron-right", "external-link", "list", "undo-2"}
)


@cache
def _drawing(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text("utf-8")


@cache
def _drawn(name: str, colour: str, size: int, ratio: float, *, turned: bool) -> QPixmap:
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(_drawing(name).replace("currentColor", colour).encode()).render(painter)
    painter.end()
    if turned:
        pixmap = pixmap.transformed(QTransform.fromScale(-1, 1))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def draw_icon(name: str, colour: str, size: int) -> QPixmap:
    """Return an icon as a picture for the sharpest screen there is.

    ``colour`` is ``#RRGGBB``; ``size`` is in logical pixels.

    Raises:
        FileNotFoundError: we carry no such icon.
    """
    application = QGuiApplication.instance()
    right_to_left = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    ratio = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
    return _drawn(name, colour, size, ratio, turned=right_to_left and name in _POINTING)
