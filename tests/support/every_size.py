"""That a part of the window can be used by everybody, at each size of window and of text."""

from functools import partial

from PySide6.QtWidgets import QApplication

from tests.support import accessibility
from vcs_desktop.ui.reading_order import put_tab_in_reading_order
from vcs_desktop.ui.theme import look

# The width and height, and the size of the text in per cent.
# To dress a window for another takes longer than to look at it, so it is done once.
SIZES = [(1150, 600, 100), (683, 364, 100), (1150, 600, 200), (683, 364, 200)]


def usable_at_every_size(qtbot, widget):
    """Wait until nobody has a complaint about a widget, at each size."""
    for width, height, percent in SIZES:
        look.set_text_size(percent)
        widget.resize(width, height)
        qtbot.waitUntil(partial(nothing_is_wrong, widget))


def put_on(percent, theme):
    """Dress all windows once, though both may be other than before."""
    if (look.text_size, look.theme) != (percent, theme):
        look.begin(QApplication.instance(), theme, percent)


def from_what_is_on(looks):
    """Return looks, or the last of them first where that is on.

    Each is the width and height of a window, the size of its text, and perhaps the colours.
    """
    *_, last = looks
    return looks[::-1] if last[2:] == (look.text_size, look.theme)[: len(last) - 2] else looks


def nothing_is_wrong(widget):
    """Nobody has a complaint about a widget as it is now."""
    put_tab_in_reading_order(widget)
    complaints = accessibility.every_complaint(widget)
    assert complaints == [], (complaints, look.text_size, look.theme)
