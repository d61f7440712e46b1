"""One grant or contract, opened."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from vcs_desktop.domain.opportunities import OpportunityDetail
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest


class DetailViewModel(QObject):
    """Fetches what the detail pane shows, and writes its closing day to a file.

    ``opened`` carries an OpportunityDetail, ``saved`` the path of a calendar file.
    """

    opened = Signal(object)
    failed = Signal(object)
    saved = Signal(object)
    not_saved = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
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

    def save_calendar(self, record_id: str, path: Path) -> None:
        """Write the closing day of one as a file for any calendar."""

        def write() -> Path:
            self._services.funding.add_to_calendar(record_id, path)
            return path

        self._tasks.run(write, then=self.saved.emit, otherwise=self.not_saved.emit, lane="work")

    def _tell(self, detail: OpportunityDetail) -> None:
        self.opened.emit(detail)
