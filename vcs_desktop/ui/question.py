"""A question that is put to the services, as what shows its answer sees it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest


class Question(QObject):
    """One thing that is asked for; only the newest answer is told.

    ``answered`` carries what the service returns, ``failed`` the error.
    """

    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._latest = Latest(tasks, self)

    def ask(self, work: Callable[[], Any]) -> None:
        """Ask on the data lane."""
        self._latest.ask(work, then=self.answered.emit, otherwise=self.failed.emit)

    def forget(self) -> None:
        """Drop the answer that is still to come."""
        self._latest.forget()
