"""One grant or contract, opened."""

from PySide6.QtCore import QObject, Signal

from vcs_desktop.domain.opportunities import OpportunityDetail
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest


class DetailViewModel(QObject):
    """Fetches what the detail pane shows. ``opened`` carries an OpportunityDetail."""

    opened = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._latest = Latest(tasks, self)
        self.record_id = ""

    def open(self, record_id: str) -> None:
        """Fetch one; the answer for one asked for earlier is dropped."""
        self.record_id = record_id
        self._latest.ask(
            lambda: self._services.funding.detail(record_id),
            then=self._tell,
            otherwise=self.failed.emit,
        )

    def close(self) -> None:
        """Stop waiting: nothing is open any more."""
        self.record_id = ""
        self._latest.forget()

    def _tell(self, detail: OpportunityDetail) -> None:
        self.opened.emit(detail)
