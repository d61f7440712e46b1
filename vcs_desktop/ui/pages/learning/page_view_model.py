"""Which part of the page shows a record."""

from PySide6.QtCore import QObject, Signal

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest


class PageViewModel(QObject):
    """``told`` carries the kind of a record, empty where the library has it not, and its id."""

    told = Signal(str, str)
    failed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._latest = Latest(tasks, self)

    def find(self, record_id: str) -> None:
        """Ask what a record is; the answer about one asked for earlier is dropped."""
        self._latest.ask(
            lambda: self._services.learning.kind_of(record_id),
            then=lambda kind: self.told.emit(kind, record_id),
            otherwise=self.failed.emit,
        )
