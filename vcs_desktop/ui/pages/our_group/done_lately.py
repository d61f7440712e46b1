"""What was done lately in the group: who did what, and when."""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.history import AT_ONCE, Done
from vcs_desktop.ui.history.deed_words import day_in_words, done_in_words, time_in_words
from vcs_desktop.ui.history.slices import Slices
from vcs_desktop.ui.kind_words import kind_words
from vcs_desktop.ui.widgets.basics import column, label, picture, row
from vcs_desktop.ui.widgets.prose import short_prose

if TYPE_CHECKING:
    from vcs_desktop.services.history import Lately


class DoneLately(QWidget):
    """The last acts of everybody, by day. ``asked`` says from which one on to show more."""

    asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.title = label(tr("What was done lately"), "heading", wrap=True)
        self.nothing = label(tr("Nothing yet."), "muted", wrap=True)
        self.slices = Slices(AT_ONCE)
        self.setLayout(column(self.title, self.nothing, self.slices, gap=8))
        self.slices.asked.connect(self.asked)

    def show_lately(self, lately: "Lately") -> None:
        """Show a slice of what was done."""
        is_any = bool(lately.done) or lately.skipped > 0
        self.nothing.setVisible(not is_any)
        self.slices.setVisible(is_any)
        self.slices.show_slice(
            _rows(lately), skipped=lately.skipped, shown=len(lately.done), total=lately.total
        )


def _rows(lately: "Lately") -> Iterator[QWidget]:
    for day, acts in groupby(lately.done, lambda each: day_in_words(each.at, lately.today)):
        yield label(day, "strong", wrap=True)
        for done in acts:
            yield _row(done)


def _row(done: Done) -> QWidget:
    made = QWidget()
    line = row(picture(kind_words(done.kind)[0], "muted"), gap=8)
    words = column(
        label(short_prose(done_in_words(done)), wrap=True),
        label(time_in_words(done.at), "muted", wrap=True),
        gap=0,
    )
    line.put(words, 1)
    made.setLayout(line)
    return made
