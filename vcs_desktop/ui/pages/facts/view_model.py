"""Looks up figures for the page of local facts."""

from PySide6.QtCore import QObject

from vcs_desktop.services.facts import FactFilters
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.recent import note_opened


class FactsViewModel(QObject):
    """``facts`` answers with a FactList, ``fact`` with a FactView."""

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self.facts = Question(tasks, self)
        self.fact = Question(tasks, self)

    def look(self, filters: FactFilters) -> None:
        """Look for figures; an earlier answer that is still to come is dropped."""
        self.facts.ask(lambda: self._services.facts.facts(filters))

    def open(self, fact_id: str) -> None:
        """Fetch one figure with all that belongs to it."""
        self.fact.ask(lambda: self._services.facts.fact(fact_id))

    def note_opened(self, fact_id: str) -> None:
        """Remember a figure that was read, so that it can be picked up again."""
        note_opened(self._services, self._tasks, fact_id)
