"""What is done for an open group without being asked: backups, a drill, an eye on the disk."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.question import Question

if TYPE_CHECKING:
    from vcs_desktop.services.groups.room import Room

EVERY_MINUTES = 30


class GroupUpkeep(QObject):
    """Backs up after changes, every half hour; once a month tries the newest backup out.

    All of that is done on the work lane. What another computer added to something that is gone
    is put in the bin, on the data lane. What goes wrong with it is in the log, and the page of
    copies says how old the newest backup is. ``room_is_low`` carries how many bytes are
    left on the disk, when they are few; ``on_stick`` says that the group is on a stick.
    """

    room_is_low = Signal(float)  # more bytes than a whole number of Qt's holds
    on_stick = Signal()

    def __init__(
        self, session: GroupSession, services: Services, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._room = Question(tasks, self, lane="work")
        self._stick = Question(tasks, self, lane="work")
        self._tasks = tasks
        self.timer = QTimer(self)
        self.timer.setInterval(EVERY_MINUTES * 60_000)
        self.timer.timeout.connect(self._look_after)
        self._room.answered.connect(self._tell_room)
        self._stick.answered.connect(self._tell_stick)
        session.opened.connect(self._begin)
        session.locked.connect(self._end)

    def _begin(self) -> None:
        self.timer.start()
        self._stick.ask(lambda: self._services.space.inside().backups.is_on_stick)
        self._look_at_room()
        self.put_away_left_behind()
        self._do(_drill)
        self._do(_clear_away_files)

    def _look_after(self) -> None:
        self._do(_back_up)
        self._look_at_room()
        self.put_away_left_behind()

    def put_away_left_behind(self) -> None:
        """Put in the bin what others added to something that is gone; ask after theirs came."""
        self._tasks.run(
            lambda: self._services.space.inside().bin.put_away_left_behind(),  # noqa: PLW0108  on the lane
            then=self._tell_put_away,
            otherwise=_leave_be,
        )

    def _tell_put_away(self, had_any: bool) -> None:  # Qt passes it by place
        if had_any and self._session.is_open:
            self._session.tell_changed()

    def _look_at_room(self) -> None:
        self._room.ask(lambda: self._services.groups.ballast.look())  # noqa: PLW0108  on the lane

    def _tell_room(self, room: "Room") -> None:
        if room.is_low:
            self.room_is_low.emit(room.free_bytes)

    def _tell_stick(self, is_on_stick: bool) -> None:  # Qt passes it by place
        if is_on_stick:
            self.on_stick.emit()

    def _end(self) -> None:
        self.timer.stop()
        self._room.forget()
        self._stick.forget()

    def _do(self, act: Callable[[Services], object]) -> None:
        self._tasks.run(
            partial(act, self._services), then=_leave_be, otherwise=_leave_be, lane="work"
        )


def _back_up(services: Services) -> object:
    return services.space.inside().backups.back_up_if_changed()


def _clear_away_files(services: Services) -> object:
    return services.space.inside().backups.clear_away_files()


def _drill(services: Services) -> object:
    return services.space.inside().backups.drill_if_due()


def _leave_be(_outcome: object) -> None:
    """Do nothing: nobody waits for it, and what went wrong is in the log."""
