"""A gentle word under a field, where what was typed is better not written. It stops nothing."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel

from vcs_desktop.domain.better_not_written import warning
from vcs_desktop.ui.say import say
from vcs_desktop.ui.widgets.basics import label
from vcs_desktop.ui.widgets.form_field import TextField
from vcs_desktop.ui.widgets.long_text_field import LongTextField


def watch_words(field: TextField | LongTextField, find: Callable[[str], str] = warning) -> QLabel:
    """Say under a field, when somebody leaves it, what in it is better not written.

    ``find`` says that of some words, in words; empty where nothing is wrong with them.

    What is kept already is looked at when the field is left the first time. Once nothing
    is wrong any more the words go while somebody types. Returns the label.
    """
    words = label("", "warn", wrap=True)
    field.add_below(words)
    words.hide()

    def look() -> None:
        said = find(field.words())
        is_new = bool(said) and said != words.text()
        words.setText(said)
        words.setVisible(bool(said))
        if is_new:
            say(field, said)

    def let_go() -> None:
        if not words.isHidden() and not find(field.words()):
            look()

    field.left.connect(look)
    field.edited.connect(let_go)
    return words
