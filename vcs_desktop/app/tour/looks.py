"""Every place in other colours, with larger text, on a small screen, and turned round."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from vcs_desktop.app.tour.camera import Camera
from vcs_desktop.ui.theme import look

LAPTOP = (1366, 671)
MAGNIFIED = (683, 364)

# What it is called, the colours, the size of the text, the window.
_LOOKS = (
    ("dark", "dark", 100, LAPTOP),
    ("high-contrast", "contrast", 100, LAPTOP),
    ("text-150", "light", 150, LAPTOP),
    ("text-200", "light", 200, LAPTOP),
    ("small-screen", "light", 100, MAGNIFIED),
)


def picture_every_look(camera: Camera) -> None:
    """Picture every place in each look, and leave the window as it was."""
    for name, theme, percent, size in _LOOKS:
        look.set_theme(theme)
        look.set_text_size(percent)
        camera.window.resize(*size)
        for place in camera.window.stack.specs:
            camera.open(place)
            camera.picture(f"{name}-{place}")
    look.set_text_size(100)
    camera.window.resize(*LAPTOP)
    _picture_turned_round(camera)


def _picture_turned_round(camera: Camera) -> None:
    """Picture every place as languages have it that are read from right to left."""
    before = QGuiApplication.layoutDirection()
    _turn(Qt.LayoutDirection.RightToLeft)
    for place in camera.window.stack.specs:
        camera.open(place)
        camera.picture(f"right-to-left-{place}")
    _turn(before)


def _turn(direction: Qt.LayoutDirection) -> None:
    QGuiApplication.setLayoutDirection(direction)
    look.set_theme("dark")  # so that the style, which knows left from right, is written anew
    look.set_theme("light")
