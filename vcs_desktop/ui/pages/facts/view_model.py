"""Looks up figures for the page of local facts."""

from PySide6.QtCore import QObject, Signal

from vcs_desktop.services.facts import FactFilters
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.recent import note_opened


class FactsViewModel(QObject):
    """``found`` carries a FactList, ``opened`` a FactView; each failure says what failed."""

    found = Signal(object)
    not_found = Signal(object)
    opened = Signal(object)
    not_opened = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._list = Latest(tasks, self)
        self._one = Latest(tasks, self)

    def look(self, filters: FactFilters) -> None:
        """Look for figures; an earlier answer that is still to come is dropped."""
        self._list.ask(
            lambda: self._services.facts.facts(filters),
            then=self.found.emit,
            otherwise=self.not_found.emit,
        )

    def open(self, fact_id: str) -> None:
        """Fetch one figure with all that belongs to it."""
        self._one.ask(
            lambda: self._services.facts.fact(fact_id),
            then=self.opened.emit,
            otherwise=self.not_opened.emit,
        )

    def note_opened(self, fact_id: str) -> None:
        """Remember a figure that was read, so that it can be picked up again."""
        note_opened(self._services, self._tasks, fact_id)
