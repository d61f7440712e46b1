"""Labels for longer text of a record."""

from PySide6.QtWidgets import QLabel

from vcs_desktop.core.language import tr
from vcs_desktop.core.text import beginning, with_breaks, without_hidden
from vcs_desktop.ui.widgets.basics import label

MOST_LETTERS = 100_000


def prose(text: str, kind: str = "") -> QLabel:
    """Return a label, over as many lines as it needs, for text that other people wrote.

    What cannot be seen is left out, words without end get breaks, and of a text of
    more than 100,000 letters only the beginning shows, and says so. ``kind`` is as
    for ``label``.
    """
    shown, more = beginning(text, MOST_LETTERS)
    words = with_breaks(without_hidden(shown))
    if more:
        words = f"{words}\n{tr('This is the beginning. The rest is too long to show here.')}"
    return label(words, kind, wrap=True)
