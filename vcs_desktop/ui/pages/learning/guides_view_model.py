"""Looks for guides."""

from PySide6.QtCore import QObject, Signal

from vcs_desktop.domain.learning import GuideFilters
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest


class GuidesViewModel(QObject):
    """``found`` carries a GuideList, ``left_off`` a LeftOff or None."""

    found = Signal(object)
    left_off = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._latest = Latest(tasks, self)

    def begin(self) -> None:
        """Look for every guide, and for the one to go on with."""
        self._latest.ask(
            lambda: (self._services.learning.left_off(), self._services.learning.guides()),
            then=self._tell_first,
            otherwise=self.failed.emit,
        )

    def find(self, filters: GuideFilters) -> None:
        """Look for guides; the answer to what was asked for earlier is dropped."""
        self._latest.ask(
            lambda: self._services.learning.guides(filters),
            then=self.found.emit,
            otherwise=self.failed.emit,
        )

    def _tell_first(self, answers: tuple[object, object]) -> None:
        left_off, found = answers
        self.left_off.emit(left_off)
        self.found.emit(found)
