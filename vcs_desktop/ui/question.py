"""A question that is put to the services, as what shows its answer sees it."""

from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Signal

from vcs_desktop.ui.background import Lane, Tasks
from vcs_desktop.ui.latest import Latest


class Question(QObject):
    """One thing that is asked for; only the newest answer is told.

    ``answered`` carries what the service returns, ``failed`` the error.
    """

    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject, *, lane: Lane = "data") -> None:
        """``lane`` is where it is answered: the data lane, unless that may take long."""
        super().__init__(parent)
        self._latest = Latest(tasks, self)
        self._lane: Lane = lane

    def ask(self, work: Callable[[], Any], stop: Event | None = None) -> None:
        """Ask, away from the window's thread; long work looks at ``stop``."""
        self._latest.ask(
            work,
            then=self.answered.emit,
            otherwise=self.failed.emit,
            lane=self._lane,
            stop=stop,
        )

    def forget(self) -> None:
        """Drop the answer that is still to come."""
        self._latest.forget()
