"""Where the window stands on the screen, from one visit to the next."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

Place = tuple[int, int, int, int]

# In logical pixels: the least that still works, and where more is of no use at first.
_LEAST_SIZE = (480, 340)
_MOST_AT_FIRST = QSize(1600, 1000)
_PART_OF_SCREEN = 0.92
_SMALL_SCREEN = 1366


def restore(window: QWidget, place: Place | None) -> None:
    """Put the window where it was, or over most of the screen; always on one that is there.

    A place from another computer, or from a second screen that is gone, is moved
    to where it can be seen.
    """
    window.setMinimumSize(*_LEAST_SIZE)
    screen = QGuiApplication.primaryScreen().availableGeometry()
    wanted = QRect(QPoint(), (screen.size() * _PART_OF_SCREEN).boundedTo(_MOST_AT_FIRST))
    wanted.moveCenter(screen.center())
    if place is not None:
        wanted = QRect(*place)
        seen_on = QGuiApplication.screenAt(wanted.center())
        screen = seen_on.availableGeometry() if seen_on is not None else screen
    wanted.setSize(wanted.size().boundedTo(screen.size()))
    wanted.moveLeft(max(screen.left(), min(wanted.left(), screen.right() - wanted.width() + 1)))
    wanted.moveTop(max(screen.top(), min(wanted.top(), screen.bottom() - wanted.height() + 1)))
    window.setGeometry(wanted)


def fills_screen(place: Place | None, *, maximised: bool) -> bool:
    """Say whether the window begins maximised: as it was, or at first where the screen is small.

    ``place`` is None at first.
    """
    small = QGuiApplication.primaryScreen().size().width() <= _SMALL_SCREEN
    return small if place is None else maximised


def place_of(window: QWidget) -> Place:
    """Return where the window stands when it is not made large or small."""
    place = window.normalGeometry()
    return place.x(), place.y(), place.width(), place.height()
