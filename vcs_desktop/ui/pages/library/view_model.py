"""What the library holds, asked in the background, and what is taken out of it."""

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.telling import telling

if TYPE_CHECKING:
    from vcs_desktop.services.library import Holdings
    from vcs_desktop.ui.pages.library.words import Removable


class LibraryViewModel(QObject):
    """``held`` carries the Holdings, ``failed`` why they could not be asked.

    ``removed`` carries the LoadedFile or OriginHeld and how many records went, ``not_removed``
    the error: then nothing was changed.
    """

    held = Signal(object)
    failed = Signal(object)
    progressed = Signal(str, int, int)
    removed = Signal(object, int)
    not_removed = Signal(object)
    _told = Signal(str, int, int)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._stop: Event | None = None
        self._what: Removable | None = None
        self._holdings = Question(tasks, self)
        self._holdings.answered.connect(self.held)
        self._holdings.failed.connect(self.failed)
        # Told on the work lane; passed on, queued, on the window's thread.
        self._told.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

    def ask(self) -> None:
        """Ask what there is."""
        self._holdings.ask(self._ask_library)

    def _ask_library(self) -> "Holdings":
        """Data lane: return what there is."""
        return self._services.library.holdings()

    def remove(self, what: "Removable") -> None:
        """Take out what a loaded file told of, or all of a library; one at a time."""
        if self._stop is not None:
            return
        stop = self._stop = Event()
        self._what = what
        self._tasks.run(
            lambda: self._take_out(what, stop),
            then=self._end,
            otherwise=self._fail,
            lane="work",
            stop=stop,
        )

    def _take_out(self, what: "Removable", stop: Event) -> int:
        """Work lane: do it, and return how many records went."""
        from vcs_desktop.services.library import OriginHeld

        library, tell = self._services.library, telling(self, self._told)
        if isinstance(what, OriginHeld):
            return library.forget(what.name, tell=tell, stop=stop)
        return library.remove_loaded(what.number, tell=tell, stop=stop)

    def is_removing(self) -> bool:
        """Say whether something is taken out just now."""
        return self._stop is not None

    def cancel(self) -> None:
        """Ask the removal to stop; nothing is changed then."""
        if self._stop is not None:
            self._stop.set()

    def _end(self, count: int) -> None:
        self._stop = None
        self.removed.emit(self._what, count)

    def _fail(self, error: Exception) -> None:
        self._stop = None
        self.not_removed.emit(error)
