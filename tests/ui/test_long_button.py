"""A button with many words takes two lines where text is large, and is called the same."""

from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.long_button import LongButton


def test_many_words_take_two_lines_where_text_is_large(show):
    made = show(LongButton("My group is on another laptop", icon="laptop"))
    assert made.text() == "My group is on another laptop"
    wide, low = made.sizeHint().width(), made.sizeHint().height()
    look.set_text_size(200)
    assert made.text() == "My group is on\nanother laptop"
    assert made.accessibleName() == "My group is on another laptop"
    assert made.sizeHint().width() < 2 * wide - 50
    assert made.sizeHint().height() > 2 * low
    look.set_text_size(100)
    assert made.text() == "My group is on another laptop"


def test_few_words_stay_on_one_line(show):
    made = show(LongButton("Start a group"))
    look.set_text_size(200)
    assert made.text() == "Start a group"
