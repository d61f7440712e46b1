"""The copies that are kept here, each with its day and size, and the way back to it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.file_words import size_in_words
from vcs_desktop.ui.history.deed_words import moment_in_words
from vcs_desktop.ui.widgets.basics import Box, button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.fold import Fold

if TYPE_CHECKING:
    from datetime import date

    from vcs_desktop.services.groups.shelf import Backup


class CopiesList(QWidget):
    """Under a fold, for it is seldom needed. ``wanted`` carries a copy to be brought back."""

    wanted = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Backup, ...] = ()
        self.fold = Fold(tr("Bring back an older copy"))
        self.rows: Box = column(gap=4)
        self.fold.content.put(panel(self.rows))
        self.setLayout(column(self.fold))

    def show_copies(self, backups: "tuple[Backup, ...]", today: "date") -> None:
        """Show these, the newest first; the fold is there only if there are any."""
        self.setVisible(bool(backups))
        if backups == self._shown:
            return
        self._shown = backups
        self.fold.set_title(
            tr_count(
                "Bring back an older copy ({count} is here)",
                "Bring back an older copy ({count} are here)",
                len(backups),
            )
        )
        self.rows.clear()
        for each in backups:
            self.rows.put(self._row(each, today))

    def _row(self, backup: "Backup", today: "date") -> QWidget:
        when = moment_in_words(backup.made_at, today)
        size = size_in_words(backup.size_bytes)
        back = button(tr("Look at it"), "inline", name=tr("Look at the copy: {when}", when=when))
        back.clicked.connect(partial(self._want, backup, when))
        words = label(tr("{when}, {size}", when=when, size=size), wrap=True)
        line = column(words, gap=0)
        line.addWidget(panel(FlowLayout(back)), 0, Qt.AlignmentFlag.AlignLeading)
        return panel(line)

    def _want(self, backup: "Backup", when: str, _checked: bool = False) -> None:  # by Qt
        self.wanted.emit(backup, when)
