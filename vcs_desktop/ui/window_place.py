"""Where the window stands on the screen, from one visit to the next."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

Place = tuple[int, int, int, int]

# In logical pixels: a comfortable first size, and the least that still works.
_FIRST_SIZE = (1180, 700)
_LEAST_SIZE = (480, 340)


def restore(window: QWidget, place: Place | None) -> None:
    """Put the window where it was, or in the middle; always on a screen that is there.

    A place from another computer, or from a second screen that is gone, is moved
    to where it can be seen.
    """
    window.setMinimumSize(*_LEAST_SIZE)
    screen = QGuiApplication.primaryScreen().availableGeometry()
    wanted = QRect(0, 0, *_FIRST_SIZE)
    wanted.moveCenter(screen.center())
    if place is not None:
        wanted = QRect(*place)
        seen_on = QGuiApplication.screenAt(wanted.center())
        screen = seen_on.availableGeometry() if seen_on is not None else screen
    wanted.setSize(wanted.size().boundedTo(screen.size()))
    wanted.moveLeft(max(screen.left(), min(wanted.left(), screen.right() - wanted.width() + 1)))
    wanted.moveTop(max(screen.top(), min(wanted.top(), screen.bottom() - wanted.height() + 1)))
    window.setGeometry(wanted)


def place_of(window: QWidget) -> Place:
    """Return where the window stands when it is not made large or small."""
    place = window.normalGeometry()
    return place.x(), place.y(), place.width(), place.height()
