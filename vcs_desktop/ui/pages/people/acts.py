"""What is done with people from the page, said in a line under the list, with a way back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.services.in_group import InGroup
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.pages.people.view_model import PeopleViewModel
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.undo_bar import UndoBar


class PeopleActs(QObject):
    """Owns the two lines.

    What the undo line offers is as a rule the last thing that was done: when something
    else is done, wherever in the window, the offer goes.
    """

    def __init__(self, view_model: PeopleViewModel, session: GroupSession, parent: QWidget) -> None:
        super().__init__(parent)
        self.undo_bar = UndoBar()
        self.message = MessageBar()
        self.undo_bar.take_turns_with(self.message)
        self._view_model = view_model
        self._session = session
        self._is_last_thing = True
        session.acted.connect(self._let_go)
        view_model.done.connect(self._tell_done)
        view_model.failed.connect(self.tell_problem)

    def remove(self, person_id: str, name: str) -> None:
        """Put somebody in the bin."""
        self._view_model.act(
            lambda inside: inside.people.remove(person_id),
            tr("“{name}” is in the bin.", name=short_prose(name, 80)),
        )

    def tell_acted(self, words: str) -> None:
        """Say what was done, and offer to take it back."""
        self._session.tell_acted()
        self._tell_done(words)

    def offer(self, words: str, undo: Callable[[], None]) -> None:
        """Say what was done, and offer what takes it back, whatever is done after it."""
        self._is_last_thing = False
        self.undo_bar.offer(words, undo)

    def tell_problem(self, error: Exception) -> None:
        """Say what went wrong."""
        self.message.tell(words_for(error), "bad")

    def _tell_done(self, words: str) -> None:
        if words:
            self._is_last_thing = True
            self.undo_bar.offer(words, partial(self._view_model.act, _undo))
        self._view_model.look()
        self._view_model.look_around()

    def _let_go(self) -> None:
        if self._is_last_thing:
            self.undo_bar.close_bar()


def _undo(inside: InGroup) -> None:
    inside.records.undo()
