"""What is shown a slice at a time, the newest first, with the way to older and newer ones."""

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.say import say
from vcs_desktop.ui.widgets.basics import Box, button, column, label, panel, row

_AT_A_TIME = 10
"""So many are made in one turn: Qt lays fifty together out in three times the time of five tens."""


class Slices(QWidget):
    """A column of one slice. ``asked`` says from which entry on the person wants the next.

    One slice takes the place of the other, so that thousands of entries weigh no more
    than the first fifty. ``filled`` says that all of a slice is there.
    """

    asked = Signal(int)
    filled = Signal()

    def __init__(self, at_once: int) -> None:
        super().__init__()
        self._at_once = at_once
        self._skipped = 0
        self._waiting: Iterator[QWidget] = iter(())
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._fill_more)
        self.where = label("", "muted", wrap=True)
        self.newer_button = button(tr("Show newer"), "quiet")
        self.older_button = button(tr("Show older"), "quiet")
        self.content: Box = column(gap=8)
        self._newer = panel(row(self.newer_button, None))
        self._older = panel(row(self.older_button, None))
        self.setLayout(
            column(self.where, self._newer, panel(self.content), self._older, None, gap=8)
        )
        self.newer_button.clicked.connect(self._ask_newer)
        self.older_button.clicked.connect(self._ask_older)

    def show_slice(
        self, entries: Iterator[QWidget], *, skipped: int, shown: int, total: int
    ) -> None:
        """Show a slice in place of the one before; its widgets are made as they are needed.

        ``skipped`` come before it, ``shown`` are in it, ``total`` there are.
        """
        had_focus = self.older_button.hasFocus() or self.newer_button.hasFocus()
        self._skipped, self._waiting = skipped, entries
        self.content.clear()
        words = tr(
            "{first} to {last} of {total}",
            first=f"{skipped + 1:,}",
            last=f"{skipped + shown:,}",
            total=f"{total:,}",
        )
        self.where.setText(words)
        self.where.setVisible(total > self._at_once)
        self._newer.setVisible(skipped > 0)
        self._older.setVisible(skipped + self._at_once < total)
        if had_focus:
            self._move_focus()
            say(self, words)
        self._fill_more()

    def _fill_more(self) -> None:
        some = list(islice(self._waiting, _AT_A_TIME))
        if some:
            portion = panel(column(*some, gap=8))
            self.content.put(portion)
            portion.show()  # at once, so that it is seen as soon as it is said to be there
        if len(some) == _AT_A_TIME:
            self._next.start()
        else:
            self.filled.emit()

    def _move_focus(self) -> None:
        """Stay at a button: the one that was pressed may be gone."""
        at = self.older_button if self._newer.isHidden() else self.newer_button
        at.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_newer(self) -> None:
        self.asked.emit(max(0, self._skipped - self._at_once))

    def _ask_older(self) -> None:
        self.asked.emit(self._skipped + self._at_once)
