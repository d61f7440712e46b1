"""Looks up what stands on Home."""

from PySide6.QtCore import QObject, Signal

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest


class HomeViewModel(QObject):
    """``found`` carries a HomeView."""

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._latest = Latest(tasks, self)

    def look(self) -> None:
        """Look again; an earlier answer that is still to come is dropped."""
        self._latest.ask(
            lambda: self._services.home.look(),  # noqa: PLW0108  services are touched on the lane
            then=self.found.emit,
            otherwise=self.failed.emit,
        )
