"""Adds grants and contracts from files in the background, with progress and a way to stop."""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.telling import telling


class LoadViewModel(QObject):
    """One load at a time, or one look at files before it.

    ``progressed`` carries words, how much is done and how much there is (0 when
    nobody knows). ``loaded`` carries the LoadReport, ``looked`` a FilePreview of each file.
    """

    progressed = Signal(str, int, int)
    loaded = Signal(object)
    looked = Signal(object)
    failed = Signal(object)
    _told = Signal(str, int, int)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._stop: Event | None = None
        self._done = self.loaded
        # Told on the work lane; passed on, queued, on the window's thread.
        self._told.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

    def is_loading(self) -> bool:
        """Say whether a load is under way."""
        return self._stop is not None

    def load(self, paths: Sequence[Path]) -> None:
        """Add what is in some files; asks for nothing while a load is under way."""
        self._begin(
            lambda stop: self._services.library.load(
                list(paths), tell=telling(self, self._told), stop=stop
            ),
            self.loaded,
        )

    def look(self, paths: Sequence[Path]) -> None:
        """Say what is in some files, and add nothing of it."""
        self._begin(
            lambda stop: self._services.library.preview(
                list(paths), tell=telling(self, self._told), stop=stop
            ),
            self.looked,
        )

    def cancel(self) -> None:
        """Ask the load to stop; files not finished change nothing."""
        if self._stop is not None:
            self._stop.set()

    def _begin(self, work: Callable[[Event], object], done: SignalInstance) -> None:
        if self._stop is not None:
            return
        stop = self._stop = Event()
        self._done = done
        self._tasks.run(
            lambda: work(stop), then=self._end, otherwise=self._fail, lane="work", stop=stop
        )

    def _end(self, report: object) -> None:
        self._stop = None
        self._done.emit(report)

    def _fail(self, error: Exception) -> None:
        self._stop = None
        self.failed.emit(error)
