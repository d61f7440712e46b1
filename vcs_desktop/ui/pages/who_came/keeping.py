"""One sheet's way to the records: every act follows the one before, on the data lane."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest

if TYPE_CHECKING:
    from collections.abc import Callable

    from vcs_desktop.services.attendance import AttendanceService, OpenSheet, Place, Written

    SheetAct = Callable[[AttendanceService, Place], Written]


class SheetKeeping(QObject):
    """``written`` carries what stands on the sheet after an act (Written), and its words.

    ``looked`` carries the sheet read anew (OpenSheet), ``failed`` what went wrong.
    """

    written = Signal(object, str)
    looked = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, place: "Place", parent: QObject) -> None:
        super().__init__(parent)
        self._line = _Line(services, place)
        self._acts = Latest(tasks, self)
        self._running = 0

    @property
    def is_settled(self) -> bool:
        """Whether all that was done has been kept."""
        return not self._running

    def do(self, act: "SheetAct", words: str = "") -> None:
        """Do something with the sheet, and say so in words."""

        def then(written: "Written") -> None:
            self._running -= 1
            self.written.emit(written, words)

        def otherwise(error: Exception) -> None:
            self._running -= 1
            self.failed.emit(error)

        self._running += 1
        self._acts.ask_too(lambda: self._line.do(act), then=then, otherwise=otherwise)

    def look(self) -> None:
        """Read the sheet again: something was undone, or done elsewhere."""
        self._acts.ask_too(self._line.look, then=self.looked.emit, otherwise=self.failed.emit)


class _Line:
    """Where the sheet is. Lives on the data lane, which keeps its order."""

    def __init__(self, services: Services, place: "Place") -> None:
        self._services = services
        self._place = place

    def do(self, act: "SheetAct") -> "Written":
        written = act(self._services.space.inside().attendance, self._place)
        self._place = written.place
        return written

    def look(self) -> "OpenSheet":
        opened = self._services.space.inside().attendance.look_again(self._place)
        self._place = opened.place
        return opened
