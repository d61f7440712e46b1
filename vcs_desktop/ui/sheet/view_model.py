"""Makes a sheet in the background."""

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest

Write = Callable[[Sequence[str], Path], object]


class SheetViewModel(QObject):
    """``made`` and ``made_to_print`` carry the path of the PDF that was written."""

    made = Signal(object)
    made_to_print = Signal(object)
    failed = Signal(object)

    def __init__(self, write: Write, to_print: str, tasks: Tasks, parent: QObject | None) -> None:
        """``write`` writes the sheet of some ids to a path, away from the window's thread.

        ``to_print`` is the name of the file that is only printed.
        """
        super().__init__(parent)
        self._write = write
        self._to_print = to_print
        self._latest = Latest(tasks, self)

    def make(self, ids: Sequence[str], out: Path) -> None:
        """Write the sheet of some records, and the same as a web page beside it."""
        self._latest.ask(
            lambda: self._make(ids, out),
            then=self.made.emit,
            otherwise=self.failed.emit,
            lane="work",
        )

    def make_to_print(self, ids: Sequence[str]) -> None:
        """Write the sheet where temporary files go, to be opened and printed from there."""
        out = Path(tempfile.gettempdir()) / self._to_print
        self._latest.ask(
            lambda: self._make(ids, out),
            then=self.made_to_print.emit,
            otherwise=self.failed.emit,
            lane="work",
        )

    def _make(self, ids: Sequence[str], out: Path) -> Path:
        self._write(ids, out)
        return out
