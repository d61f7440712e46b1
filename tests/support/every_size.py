"""That a part of the window can be used by everybody, at each size of window and of text."""

from functools import partial

from tests.support import accessibility
from vcs_desktop.ui.reading_order import put_tab_in_reading_order
from vcs_desktop.ui.theme import look

# The width and height, and the size of the text in per cent.
SIZES = [(1150, 600, 100), (1150, 600, 200), (683, 364, 100), (683, 364, 200)]


def usable_at_every_size(qtbot, widget):
    """Wait until nobody has a complaint about a widget, at each size."""
    for width, height, percent in SIZES:
        look.set_text_size(percent)
        widget.resize(width, height)
        qtbot.waitUntil(partial(nothing_is_wrong, widget))


def nothing_is_wrong(widget):
    """Nobody has a complaint about a widget as it is now."""
    put_tab_in_reading_order(widget)
    assert accessibility.every_complaint(widget) == [], (look.text_size, look.theme)
