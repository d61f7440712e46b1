"""From the list of older copies to a look inside one, and the group as it was then."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget
from shiboken6 import isValid

from vcs_desktop.core.language import tr
from vcs_desktop.ui.pages.our_group.copies_list import CopiesList
from vcs_desktop.ui.pages.our_group.copies_view_model import Copies, CopiesViewModel
from vcs_desktop.ui.pages.our_group.copies_words import brought_back_in_words
from vcs_desktop.ui.pages.our_group.older_copy import OlderCopy
from vcs_desktop.ui.say import say, tell_problem
from vcs_desktop.ui.widgets.basics import column

if TYPE_CHECKING:
    from vcs_desktop.services.groups.restoring import Restored
    from vcs_desktop.services.groups.shelf import Backup
    from vcs_desktop.ui.pages.our_group.copies_view_model import Compared

_TOLD_MS = 20_000


class BringingBack(QWidget):
    """The copies that are here, and under them the one that is looked at."""

    def __init__(self, view_model: CopiesViewModel) -> None:
        super().__init__()
        self._view_model = view_model
        self._copies: Copies | None = None
        self._wanted: Backup | None = None
        self.list, self.older = CopiesList(), OlderCopy()
        self.setLayout(column(self.list, self.older, gap=12))
        self.list.hide()
        self.list.wanted.connect(self._begin)
        self.older.look_asked.connect(self._look_inside)
        self.older.bring_back_asked.connect(self._bring_back)
        self.older.left.connect(self.leave)

    def show_copies(self, copies: Copies) -> None:
        """Show what can be brought back."""
        self._copies = copies
        self.list.show_copies(copies.backups, copies.today)

    def leave(self) -> None:
        """Leave everything as it is, and keep nothing of what was typed."""
        had_focus = self.older.isAncestorOf(self.focusWidget() or self)
        self._wanted = None
        self.older.forget()
        if had_focus:
            self.list.fold.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self, backup: "Backup", when: str) -> None:
        self._wanted = backup
        self.older.begin(tr("The copy: {when}", when=when))

    def _look_inside(self, secret: str) -> None:
        if (backup := self._wanted) is not None:
            show, tell = partial(self._show, backup), partial(self._tell, backup)
            self._view_model.look_inside(backup, secret, show, tell)

    def _show(self, backup: "Backup", compared: "Compared") -> None:
        if self._copies is not None and backup is self._wanted:
            self.older.show_compared(compared, self._copies.today)

    def _tell(self, backup: "Backup", error: Exception) -> None:
        if backup is self._wanted:
            self.older.tell(error)

    def _bring_back(self, secret: str) -> None:
        if (backup := self._wanted) is not None:
            done = partial(_tell_back, self.window())
            failed = partial(_tell_not_back, self.window())
            self._view_model.bring_back(backup, secret, done, failed)


def _tell_back(window: QWidget, restored: "Restored") -> None:
    """Say in the window that it is done: the page that asked is gone."""
    if isValid(window):
        said = brought_back_in_words(restored)
        if isinstance(window, QMainWindow):
            window.statusBar().showMessage(said, _TOLD_MS)
        say(window, said)


def _tell_not_back(window: QWidget, error: Exception) -> None:
    tell_problem(window if isValid(window) else None, error)
