"""Labels for text that other people wrote: nothing hidden in it, nothing without end."""

import re

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel

from vcs_desktop.core.language import tr
from vcs_desktop.core.text import beginning, without_hidden
from vcs_desktop.ui.widgets.basics import label

MOST_LETTERS = 100_000
_MOST_IN_A_TIP = 500
_MOST_IN_A_NAME = 1_000
# A longer run of letters is wider than a card in large letters, such as an address.
_MOST_UNBROKEN = 24
_LONG_WORD = re.compile(rf"\S{{{_MOST_UNBROKEN + 1},}}")
_PIECE = re.compile(
    rf"[^/?&=._-]{{{_MOST_UNBROKEN}}}(?=[^/?&=._-])|[/?&=._-]{{1,{_MOST_UNBROKEN}}}"
)


def prose(text: str, kind: str = "") -> QLabel:
    """Return a label, over as many lines as it needs, for text that other people wrote.

    ``kind`` is as for ``label``.
    """
    return label(as_prose(text), kind, wrap=True)


def name_prose(text: str, kind: str = "") -> QLabel:
    """Return a label for a name or a short fact that other people wrote.

    No name has more than 1,000 letters: of a whole text in its place, which is slow to lay
    out in large letters, only the beginning is shown.
    """
    shown, more = beginning(text, _MOST_IN_A_NAME)
    return prose(f"{shown}…" if more else shown, kind)


def as_prose(text: str) -> str:
    """Return a text as a label can show it.

    What cannot be seen is left out, words without end may go on in the next line, and
    of a text of more than 100,000 letters only the beginning is there, and says so.
    """
    shown, more = beginning(text, MOST_LETTERS)
    words = breakable(without_hidden(shown))
    if more:
        rest = tr("This is the beginning. The rest is too long to show here.")
        words = f"{words}\n{rest}"
    return words


def short_prose(text: str, most: int = 300) -> str:
    """Return the beginning of a text for a place with little room, such as a row or a bar."""
    return breakable(without_hidden(beginning(text, most)[0]))


def as_tip(text: str) -> str:
    """Return the beginning of a text as a tool tip can show it; empty where that is not safe.

    Qt takes a tip that looks like HTML for HTML, pictures included, and cannot be told not to.
    """
    shown, more = beginning(text, _MOST_IN_A_TIP)
    words = breakable(without_hidden(shown)) + ("…" if more else "")
    return "" if Qt.mightBeRichText(words) else words


def breakable(text: str) -> str:
    """Return text whose long words, such as addresses, may go on in the next line.

    They do so after a sign between their parts, and after 24 letters without one.
    """
    return _LONG_WORD.sub(lambda word: _PIECE.sub("\\g<0>\u200b", word[0]), text)
