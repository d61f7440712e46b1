"""Keeps an eye on the library while the window is open."""

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from vcs_desktop.app.parts import Parts
from vcs_desktop.core.language import tr
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from vcs_desktop.services.library import LibraryStatus

LOOK_EVERY_MS = 3_000


class LibraryWatch(QObject):
    """Finishes what was cut off, and shows what another program put into the library.

    The command line takes no lock: somebody may load files with it while the
    window is open. Most writing by anybody changes no list, so the lists are
    filled again only when the library really holds something else.
    """

    def __init__(self, parts: Parts, tasks: Tasks, window: MainWindow) -> None:
        super().__init__(window)
        self._parts = parts
        self._tasks = tasks
        self._window = window
        self._stop = Event()
        self._held: LibraryStatus | None = None
        self._version = 0
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Look for the first time, then every few seconds."""
        self._tasks.run(self._finish, then=self._finished, otherwise=self._ignore, lane="work",
                        stop=self._stop)  # fmt: skip
        self.look()
        self._timer.start()

    def _finish(self) -> bool:
        """Work lane: make findable what a load that was cut off left behind."""
        return self._parts.library.finish_index(stop=self._stop)

    def look(self) -> None:
        """Look now: somebody has just put something in."""
        self._tasks.run(self._status, then=self._show, otherwise=self._ignore)

    def _finished(self, _all: bool) -> None:
        self.look()

    def _status(self) -> "LibraryStatus | None":
        """Data lane: return what the library holds, or None when nobody has written to it."""
        library, version = self._parts.library, self._parts.file.data_version()
        if version == self._version:
            return None
        self._version = version
        return library.status()

    def _show(self, held: "LibraryStatus | None") -> None:
        if held is None:
            return
        if held.newest:
            from vcs_desktop.domain.days import in_words

            words = tr("Grants and guides as of {day}", day=in_words(held.newest))
            self._window.status_bar.set_library(words)
        before, self._held = self._held, held
        if before and (before.counts, before.origins) != (held.counts, held.origins):
            self._window.page().shown()

    def _ignore(self, _error: Exception) -> None:
        """Leave it to the pages, which ask the same library, to say what is wrong with it."""
