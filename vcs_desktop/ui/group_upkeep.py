"""What is done for an open group without being asked: backups, and trying one out."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession

EVERY_MINUTES = 30


class GroupUpkeep(QObject):
    """Backs up after changes, every half hour; once a month tries the newest backup out.

    All of it on the work lane. What goes wrong is in the log, and the page of copies
    says how old the newest backup is.
    """

    def __init__(
        self, session: GroupSession, services: Services, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self.timer = QTimer(self)
        self.timer.setInterval(EVERY_MINUTES * 60_000)
        self.timer.timeout.connect(self.back_up)
        session.opened.connect(self._begin)
        session.locked.connect(self.timer.stop)

    def back_up(self) -> None:
        """Make a backup if something was changed."""
        self._do(_back_up)

    def _begin(self) -> None:
        self.timer.start()
        self._do(_drill)

    def _do(self, act: Callable[[Services], object]) -> None:
        self._tasks.run(
            partial(act, self._services), then=_leave_be, otherwise=_leave_be, lane="work"
        )


def _back_up(services: Services) -> object:
    return services.space.inside().backups.back_up_if_changed()


def _drill(services: Services) -> object:
    return services.space.inside().backups.drill_if_due()


def _leave_be(_outcome: object) -> None:
    """Do nothing: nobody waits for it, and what went wrong is in the log."""
