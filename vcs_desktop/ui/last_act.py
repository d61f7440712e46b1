"""The two lines under a page: what was just done, with its way back, and what went wrong."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.undo_bar import UndoBar


class LastAct(QObject):
    """Owns the two lines.

    What the undo line offers is as a rule the last thing that was done: when something else is
    done, wherever in the window, the offer goes.
    """

    def __init__(self, session: GroupSession, parent: QWidget) -> None:
        super().__init__(parent)
        self.undo_bar, self.message = UndoBar(), MessageBar()
        self.undo_bar.take_turns_with(self.message)
        self._is_last_thing = True
        session.acted.connect(self._let_go)

    def offer_last(self, words: str, undo: Callable[[], None]) -> None:
        """Say what was done, and offer to take it back as long as nothing else is done."""
        self._is_last_thing = True
        self.undo_bar.offer(words, undo)

    def offer(self, words: str, undo: Callable[[], None]) -> None:
        """Say what was done, and offer what takes it back, whatever is done after it."""
        self._is_last_thing = False
        self.undo_bar.offer(words, undo)

    def tell_problem(self, error: Exception) -> None:
        """Say what went wrong."""
        self.message.tell(words_for(error), "bad")

    def _let_go(self) -> None:
        if self._is_last_thing:
            self.undo_bar.close_bar()
