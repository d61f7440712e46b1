"""Meetings and their actions come in from a spreadsheet, in front of the list for as long."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.bring_in.bringing_in import BringingIn
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.pages.meetings.view_model import MeetingsViewModel
from vcs_desktop.ui.widgets.basics import button, column


class ComingIn(GroupPart):
    """``main``, or in its place what comes in; ``button`` opens the menu of the two.

    ``turned`` says whether something comes in, or the list is in front again.
    """

    turned = Signal(bool)

    def __init__(self, main: QWidget, view_model: MeetingsViewModel, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.main = main
        self._view_model = view_model
        self.button = button(tr("Bring in a spreadsheet"), icon="upload")
        self.of_meetings = self._of("meetings", tr("Bring in meetings"))
        self.of_actions = self._of("actions", tr("Bring in actions"))
        self.menu = QMenu(self.button.text(), self)
        self.menu.addAction(tr("Bring in meetings"), self.of_meetings.begin)
        self.menu.addAction(tr("Bring in actions"), self.of_actions.begin)
        self.button.setMenu(self.menu)
        layout = column(gap=0)
        layout.put(main, 1)
        for each in (self.of_meetings, self.of_actions):
            layout.put(each, 1)
            each.belong_to(self)
            each.turned.connect(self.turned)
        self.setLayout(layout)

    def front(self) -> QWidget | None:
        """Return what comes in; None while the list is in front."""
        found = (each for each in (self.of_meetings, self.of_actions) if not each.isHidden())
        return next(found, None)

    def go_back(self) -> None:
        """Bring the list to the front, where it is not."""
        for each in (self.of_meetings, self.of_actions):
            if not each.isHidden():
                each.leave()

    def shown(self) -> None:
        """Look at the meetings again."""
        self._view_model.look()

    def put_away(self) -> None:
        """Keep what was pasted."""
        for each in (self.of_meetings, self.of_actions):
            each.put_away()

    def act(self, act: Callable[[Any], Any], words: str) -> None:
        """Do something, say so, and offer to take it back."""
        self._view_model.act(act, words)

    def _of(self, what: str, title: str) -> BringingIn:
        back, see = tr("Back to the meetings"), tr("See the meetings")
        return BringingIn(what, back, see, "messages-square", opener=self.button, title=title)
