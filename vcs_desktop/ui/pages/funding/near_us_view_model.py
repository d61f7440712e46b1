"""Who has been funded near the group."""

from PySide6.QtCore import QObject, Signal

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest


class NearUsViewModel(QObject):
    """``found`` carries a FundedNearUs; ``found_with`` one with the award that was asked for."""

    found = Signal(object)
    found_with = Signal(object)
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

    def find_with(self, award_id: str) -> None:
        """Look for one award among what its funder has given."""
        self._latest.ask(
            lambda: self._services.funding.funded_with(award_id),
            then=self.found_with.emit,
            otherwise=self.failed.emit,
        )
