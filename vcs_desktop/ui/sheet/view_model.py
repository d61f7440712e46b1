"""Makes a sheet in the background."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest

Write = Callable[[Sequence[str], Path | None], Path]


class SheetViewModel(QObject):
    """``made`` and ``made_to_print`` carry the path of the PDF that was written."""

    made = Signal(object)
    made_to_print = Signal(object)
    failed = Signal(object)

    def __init__(self, write: Write, tasks: Tasks, parent: QObject | None) -> None:
        """``write`` writes the sheet of some ids, away from the window's thread.

        It is told where to, or None for a place to print it from, and returns where it is.
        """
        super().__init__(parent)
        self._write = write
        self._latest = Latest(tasks, self)

    def make(self, ids: Sequence[str], out: Path) -> None:
        """Write the sheet of some records, and the same as a web page beside it."""
        self._ask(ids, out, self.made.emit)

    def make_to_print(self, ids: Sequence[str]) -> None:
        """Write the sheet where it is thrown away again, to be opened and printed from there."""
        self._ask(ids, None, self.made_to_print.emit)

    def _ask(self, ids: Sequence[str], out: Path | None, then: Callable[[Path], None]) -> None:
        self._latest.ask(
            lambda: self._write(ids, out),
            then=then,
            otherwise=self.failed.emit,
            lane="work",
        )
