"""What is done on the page, said in a line under it, with a way back."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.pages.who_came.words import short_name
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.undo_bar import UndoBar

if TYPE_CHECKING:
    from vcs_desktop.services.in_group import InGroup


class WhoCameActs(QObject):
    """Owns the two lines. ``undone`` says that something was taken back from here.

    What the undo line offers is the last thing that was done: when something else is done,
    wherever in the window, the offer goes.
    """

    undone = Signal()

    def __init__(
        self, services: Services, tasks: Tasks, session: GroupSession, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.undo_bar = UndoBar()
        self.message = MessageBar()
        self.undo_bar.take_turns_with(self.message)
        self._services = services
        self._session = session
        self._acts = Latest(tasks, self)
        session.acted.connect(self.undo_bar.close_bar)

    def tell_acted(self, words: str) -> None:
        """Say what was done, and offer to take it back."""
        self._session.tell_acted()
        if words:
            self.undo_bar.offer(words, self._undo)

    def put_in_bin(self, record_id: str, name: str, then: Callable[[], Any]) -> None:
        """Put a record in the bin."""

        def done(_outcome: object) -> None:
            then()
            self.tell_acted(tr("“{name}” is in the bin.", name=short_name(name)))

        self._run(lambda inside: inside.records.put_in_bin(record_id), done)

    def tell_problem(self, error: Exception) -> None:
        """Say what went wrong."""
        self.message.tell(words_for(error), "bad")

    def _undo(self) -> None:
        def done(_outcome: object) -> None:
            self._session.tell_changed()
            self.undone.emit()

        self._run(lambda inside: inside.records.undo(), done)

    def _run(self, act: "Callable[[InGroup], Any]", then: Callable[[object], None]) -> None:
        self._acts.ask_too(
            partial(_act_in, self._services, act), then=then, otherwise=self.tell_problem
        )


def _act_in(services: Services, act: "Callable[[InGroup], Any]") -> Any:
    return act(services.space.inside())
