"""The two lines under the page: what was just done and can be taken back, and what went wrong."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.pages.applications.view_model import ApplicationsViewModel
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.undo_bar import UndoBar


class Bars(QObject):
    """Offers the last act of the page until another act follows it."""

    def __init__(
        self, model: ApplicationsViewModel, session: GroupSession, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.undo_bar, self.message = UndoBar(), MessageBar()
        self.undo_bar.take_turns_with(self.message)
        self._model = model
        self._is_last_thing = True
        model.done.connect(self._tell_done)
        model.failed.connect(self.tell_problem)
        session.acted.connect(self._let_go)

    def all(self) -> tuple[UndoBar, MessageBar]:
        """Return both, as they stand."""
        return self.undo_bar, self.message

    def offer(self, words: str, undo: Callable[[], None]) -> None:
        """Offer what takes something back, whatever is done after it."""
        self._is_last_thing = False
        self.undo_bar.offer(words, undo)

    def tell_problem(self, error: Exception) -> None:
        """Say in words what went wrong."""
        self.message.tell(words_for(error), "bad")

    def _tell_done(self, words: str) -> None:
        if words:
            self._is_last_thing = True
            self.undo_bar.offer(words, self._model.undo)
        self._model.look()

    def _let_go(self) -> None:
        if self._is_last_thing:
            self.undo_bar.close_bar()
