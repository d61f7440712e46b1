"""Adds grants and contracts from files in the background, with progress and a way to stop."""

from collections.abc import Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Qt, Signal

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks


class LoadViewModel(QObject):
    """One load at a time.

    ``progressed`` carries words, how much is done and how much there is (0 when
    nobody knows). ``loaded`` carries the LoadReport.
    """

    progressed = Signal(str, int, int)
    loaded = Signal(object)
    failed = Signal(object)
    _told = Signal(str, int, int)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._stop: Event | None = None
        # Told on the work lane; passed on, queued, on the window's thread.
        self._told.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

    def is_loading(self) -> bool:
        """Say whether a load is under way."""
        return self._stop is not None

    def load(self, paths: Sequence[Path]) -> None:
        """Add what is in some files; asks for nothing while a load is under way."""
        if self._stop is not None:
            return
        stop = self._stop = Event()
        self._tasks.run(
            lambda: self._services.library.load(list(paths), tell=self._told.emit, stop=stop),
            then=self._end,
            otherwise=self._fail,
            lane="work",
            stop=stop,
        )

    def cancel(self) -> None:
        """Ask the load to stop; files not finished change nothing."""
        if self._stop is not None:
            self._stop.set()

    def _end(self, report: object) -> None:
        self._stop = None
        self.loaded.emit(report)

    def _fail(self, error: Exception) -> None:
        self._stop = None
        self.failed.emit(error)
