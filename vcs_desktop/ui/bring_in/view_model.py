"""Reads a spreadsheet in the background, says what would come of it, and takes it in."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from vcs_desktop.services.bring_in import Decision
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.bring_in.columns import Table
from vcs_desktop.ui.bring_in.manner import Manner
from vcs_desktop.ui.latest import Latest


class BringInViewModel(QObject):
    """One thing at a time; whatever is asked for anew stops what was under way.

    ``was_read`` carries a ReadTable, ``previewed`` what would come of it and ``taken_in`` an
    ImportDone. ``progressed`` says how many rows are done, of how many.
    """

    was_read = Signal(object)
    previewed = Signal(object)
    taken_in = Signal(object)
    failed = Signal(object)
    progressed = Signal(int, int)
    _told = Signal(int, int)

    def __init__(self, services: Services, tasks: Tasks, manner: Manner, parent: QObject) -> None:
        super().__init__(parent)
        self._manner = manner
        self._services = services
        self._latest = Latest(tasks, self)
        self._stop = Event()
        # Told on the work lane; passed on, queued, on the window's thread.
        self._told.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

    def read_file(self, path: Path, *, sheet: str = "", has_headings: bool | None = None) -> None:
        """Read a file; ``sheet`` and ``has_headings`` as the service takes them."""
        self._ask(
            lambda coming, stop: coming.read(
                path, sheet=sheet, has_headings=has_headings, stop=stop
            ),
            self.was_read.emit,
        )

    def read_text(self, text: str, *, has_headings: bool | None = None) -> None:
        """Read rows that were pasted."""
        self._ask(
            lambda coming, _stop: coming.read_text(text, has_headings=has_headings),
            self.was_read.emit,
        )

    def preview(self, table: Table, matching: Sequence[str]) -> None:
        """Say what would come of a table whose columns are these."""
        self._ask(
            lambda coming, stop: coming.preview(
                table, tuple(matching), stop=stop, tell=self._told.emit
            ),
            self.previewed.emit,
        )

    def take_in(self, preview: Any, decisions: Mapping[int, Decision]) -> None:
        """Take the rows in."""
        chosen = dict(decisions)
        self._ask(
            lambda coming, stop: coming.carry_out(preview, chosen, stop=stop, tell=self._told.emit),
            self.taken_in.emit,
        )

    def stop(self) -> None:
        """Stop what is under way; nothing of it is kept."""
        self._stop.set()

    def forget(self) -> None:
        """Stop what is under way, and do not hear of it any more."""
        self.stop()
        self._latest.forget()

    def _ask(self, work: Callable[[Any, Event], Any], then: Callable[[Any], None]) -> None:
        self._stop.set()
        stop = self._stop = Event()
        self._latest.forget()
        self._latest.ask_too(
            lambda: work(self._manner.coming(self._services.space.inside()), stop),
            then=then,
            otherwise=self.failed.emit,
            lane="work",
            stop=stop,
        )
