"""What goes out, line by line, and as the very text it is."""

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame

from vcs_desktop.core.language import tr
from vcs_desktop.domain.sharing.preview import Line
from vcs_desktop.ui.widgets.basics import card, column, label, panel
from vcs_desktop.ui.widgets.fold import Fold
from vcs_desktop.ui.widgets.prose import prose


def told_card(title: str, lines: Iterable[Line]) -> QFrame:
    """Return the lines under one another, each under what it is called."""
    made = column(label(title, "heading", wrap=True), gap=8)
    for line in lines:
        said = column(label(line.name, "small", wrap=True), gap=0)
        for each in line.said:
            said.put(prose(each))
        made.put(panel(said))
    return card(panel(made))


def very_text(body: bytes) -> Fold:
    """Return the very text, to be opened."""
    fold = Fold(tr("Show the very text, as it is sent"))
    fold.content.put(label(tr("Only this is sent, letter for letter:"), "muted", wrap=True))
    fold.content.put(card(prose(body.decode()), kind="fact"))
    return fold
