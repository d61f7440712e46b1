"""What pages of the open group do to its records, away from the window's thread."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from vcs_desktop.services.in_group import InGroup
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.latest import Latest

Act = Callable[[InGroup], Any]


class ActingModel(QObject):
    """``done`` says in words what was done, and ``failed`` carries what went wrong with it."""

    done = Signal(str)
    failed = Signal(object)

    def __init__(
        self, services: Services, tasks: Tasks, session: GroupSession, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._acts = Latest(tasks, self)

    def act(self, act: Act, words: str = "") -> None:
        """Do something to the records, and say so in words."""

        def then(_outcome: object) -> None:
            self._session.tell_acted()
            self.done.emit(words)

        self._acts.ask_too(
            lambda: act(self._services.space.inside()), then=then, otherwise=self.failed.emit
        )

    def undo(self) -> None:
        """Take the last act back."""
        self.act(_undo)


def _undo(inside: InGroup) -> None:
    inside.records.undo()
