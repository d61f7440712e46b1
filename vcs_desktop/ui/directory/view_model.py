"""Looks up who and what is near."""

from PySide6.QtCore import QObject

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.recent import note_opened


class DirectoryViewModel(QObject):
    """``directory`` answers with a ``services.council.DirectoryView``."""

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self.directory = Question(tasks, self)

    def look(self, area: str, offer: str, also: str) -> None:
        """Look in an area ("" is the county) for what offers something ("" is anything).

        ``also`` is the id of what is listed whatever else is asked for, or "".
        """
        self.directory.ask(lambda: self._services.council.directory(area, offer, also))

    def note_opened(self, thing_id: str) -> None:
        """Remember a place or an event that was read, so that it can be picked up again."""
        note_opened(self._services, self._tasks, thing_id)
