"""The opened key of a publisher as the window sees it: opened, and forgotten."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks

if TYPE_CHECKING:
    from vcs_desktop.services.publishing import Desk


class PublisherSession(QObject):
    """Opens a publisher's key file for the whole window, one at a time, and forgets it.

    ``opened`` is said when a key is open, ``forgotten`` when nobody may publish any more.
    """

    opened = Signal()
    forgotten = Signal()

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._forgets = 0
        self.desk: Desk | None = None

    def open_with(
        self,
        path: Path,
        words: str,
        *,
        then: Callable[[], None],
        otherwise: Callable[[Exception], None],
    ) -> None:
        """Open a key file on the work lane: working a key out takes a while.

        ``then`` is called when the whole window knows it, ``otherwise`` with what was wrong.
        Neither is where the key was to be forgotten meanwhile.
        """
        asked = self._forgets

        def take(desk: "Desk") -> None:
            if asked != self._forgets:
                desk.put_away()
                return
            self.forget()  # the page of another key would go on signing with that
            self.desk = desk
            self.opened.emit()
            then()

        def fail(error: Exception) -> None:
            if asked == self._forgets:
                otherwise(error)

        self._tasks.run(
            lambda: self._services.publishing.open_key(path, words),
            then=take,
            otherwise=fail,
            lane="work",
        )

    def forget(self) -> None:
        """Forget the key, if one is open; one that is just being opened stays closed."""
        self._forgets += 1
        if self.desk is not None:
            self.desk.put_away()
            self.desk = None
            self.forgotten.emit()
