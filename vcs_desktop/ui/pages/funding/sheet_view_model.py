"""Makes the committee sheet in the background."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest

TO_PRINT = "vcs-desktop-committee-sheet.pdf"


class SheetViewModel(QObject):
    """``made`` and ``made_to_print`` carry the path of the PDF that was written."""

    made = Signal(object)
    made_to_print = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._latest = Latest(tasks, self)

    def make(self, ids: Sequence[str], out: Path) -> None:
        """Write the sheet of some records, or of the best ten, and the same as a web page."""
        self._latest.ask(
            lambda: self._make(ids, out),
            then=self.made.emit,
            otherwise=self.failed.emit,
            lane="work",
        )

    def make_to_print(self, ids: Sequence[str]) -> None:
        """Write the sheet where temporary files go, to be opened and printed from there."""
        out = Path(tempfile.gettempdir()) / TO_PRINT
        self._latest.ask(
            lambda: self._make(ids, out),
            then=self.made_to_print.emit,
            otherwise=self.failed.emit,
            lane="work",
        )

    def _make(self, ids: Sequence[str], out: Path) -> Path:
        self._services.sheet.make(list(ids), self._services.funding.profile, out)
        return out
