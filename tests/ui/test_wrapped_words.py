"""Wrapped words know how high they are, and find it out anew whenever it may be otherwise."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import label, panel, row, set_kind
from vcs_desktop.ui.widgets.wrapped_words import WrappedWords

WORDS = "Small grants for groups that cook and share food. " * 4
WIDTHS = (90, 200, 401)


def find_heights(words):
    return [words.heightForWidth(width) for width in WIDTHS]


def heights_by_qt(words):
    """Return what Qt finds now, whatever was found before."""
    return [QLabel.heightForWidth(words, width) for width in WIDTHS]


CHANGES = {
    "other words": lambda words: words.setText("Yes"),
    "another kind": lambda words: set_kind(words, "display"),
    "larger text": lambda _words: look.set_text_size(200),
    "other colours": lambda _words: look.set_theme("contrast"),
    "letters of its own": lambda words: words.setFont(look.font(40, 700)),
    "more height asked for": lambda words: words.setMinimumHeight(700),
    "another window": lambda words: words.setParent(None),
    "the other way": lambda words: words.setLayoutDirection(Qt.LayoutDirection.RightToLeft),
}


@pytest.mark.parametrize("name", CHANGES)
def test_the_height_is_what_qt_finds_before_and_after(show, name):
    words = label(WORDS, wrap=True)
    show(panel(row(words)))
    assert find_heights(words) == heights_by_qt(words)
    CHANGES[name](words)
    assert find_heights(words) == heights_by_qt(words)
    words.deleteLater()


@pytest.mark.parametrize("name", ["other words", "another kind", "larger text"])
def test_these_do_change_the_height(show, name):
    words = label(WORDS, wrap=True)
    show(panel(row(words)))
    before = find_heights(words)
    CHANGES[name](words)
    assert find_heights(words) != before


def test_a_height_is_found_once_for_each_width(show):
    words = label(WORDS, wrap=True)
    show(panel(row(words)))
    find_heights(words)
    known = dict(words._heights)
    find_heights(words)
    assert words._heights == known
    assert {width for width, *_ in known} >= set(WIDTHS)


def test_only_what_is_wrapped_keeps_heights(qapp):
    assert isinstance(label("a", wrap=True), WrappedWords)
    assert not isinstance(label("a"), WrappedWords)
