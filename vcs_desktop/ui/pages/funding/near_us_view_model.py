"""Who has been funded near the group."""

from PySide6.QtCore import QObject, Signal

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest


class NearUsViewModel(QObject):
    """``found`` carries a FundedNearUs."""

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._latest = Latest(tasks, self)

    def find(self, words: str = "") -> None:
        """Look for awards near the group, or in a place or from a funder with these words."""
        self._latest.ask(
            lambda: self._services.funding.funded_near_us(words),
            then=self.found.emit,
            otherwise=self.failed.emit,
        )
