"""The copies of the group, asked of the services, and everything that is done with them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from vcs_desktop.core.group_errors import MistypedCode
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.latest import Latest

if TYPE_CHECKING:
    from vcs_desktop.services.groups import OpenGroup
    from vcs_desktop.services.groups.restored import Inside
    from vcs_desktop.services.groups.restoring import Restored, Way
    from vcs_desktop.services.groups.shelf import Backup


@dataclass(frozen=True, slots=True)
class Copies:
    """What the page shows. Days are None for never; ``free_bytes`` is None while there is enough.

    ``is_reminder_due`` says that a copy in another place should be spoken of.
    """

    backups: "tuple[Backup, ...]"
    drilled_on: date | None
    copied_on: date | None
    is_on_stick: bool
    is_practice: bool
    is_reminder_due: bool
    free_bytes: int | None
    file_name: str
    today: date


@dataclass(frozen=True, slots=True)
class Compared:
    """What an older copy holds, beside what the group holds now."""

    inside: "Inside"
    people_now: int
    changed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy that was made, and how many files the group itself does not have whole."""

    path: Path
    lacking: int


class CopiesViewModel(QObject):
    """``looked`` carries ``Copies``. ``progressed`` says how many bytes of how many are copied."""

    looked = Signal(object)
    failed = Signal(object)
    progressed = Signal(object, object)
    _told = Signal(object, object)

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__()
        self._services = services
        self._tasks = tasks
        self._session = session
        self._look = Latest(tasks, self)
        self._act = Latest(tasks, self)
        self._stop: Event | None = None
        # Told on the work lane; passed on, queued, on the window's thread.
        self._told.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

    def look(self) -> None:
        """Look again."""
        self._look.ask(
            partial(_copies, self._services),
            then=self.looked.emit,
            otherwise=self.failed.emit,
            lane="work",
        )

    def make_now(self, then: Callable[[Any], None]) -> None:
        """Make a copy here; ``then`` gets it, or None when nothing was changed."""
        self._do(lambda: self._services.space.inside().backups.back_up_if_changed(), then)  # noqa: PLW0108  on the lane

    def test_now(self, then: Callable[[Any], None]) -> None:
        """Try the newest copy out; ``then`` gets what came of it, or None without a copy."""
        self._do(lambda: self._services.space.inside().backups.drill(), then)  # noqa: PLW0108  on the lane

    def copy_to(self, path: Path, then: Callable[[Any], None]) -> None:
        """Copy the whole group into one file, and read it back; ``then`` gets a ``Copied``."""
        stop = self._stop = Event()
        self._do(partial(_copied, self._services, path, self._told.emit, stop), then, stop=stop)

    def cancel(self) -> None:
        """Ask a copy that is being made to stop; nothing of it stays."""
        if self._stop is not None:
            self._stop.set()

    def put_off(self) -> None:
        """Do not speak of a copy for a week."""
        self._tasks.run(
            lambda: self._services.space.inside().copy_nudge.put_off(),  # noqa: PLW0108  on the lane
            then=self._look_again,
            otherwise=self.failed.emit,
        )

    def look_inside(
        self,
        backup: "Backup",
        secret: str,
        then: Callable[[Compared], None],
        otherwise: Callable[[Exception], None],
    ) -> None:
        """Look what an older copy holds; ``secret`` are somebody's words, or the code."""
        self._act.ask_too(
            partial(_compared, self._services, backup, secret),
            then=then,
            otherwise=otherwise,
            lane="work",
        )

    def bring_back(
        self,
        backup: "Backup",
        secret: str,
        then: "Callable[[Restored], None]",
        otherwise: Callable[[Exception], None],
    ) -> None:
        """Lock the group, bring the copy back in its place, and open it again.

        This object is gone by then: neither function may be a method of something that
        goes with the group.
        """
        services, tasks, session = self._services, self._tasks, self._session
        brought: list[Restored] = []

        def opening() -> "OpenGroup":
            restored = services.groups.restoring.restore(backup, _way(secret), replace=True)
            brought.append(restored)
            return _opened(services, restored.group, secret)

        def begin(_: object) -> None:
            session.open_with(opening, then=lambda: then(brought[0]), otherwise=otherwise)

        session.lock()
        # On the lane on which the file is let go: after it.
        tasks.run(int, then=begin, otherwise=begin)

    def _do(
        self, work: Callable[[], object], then: Callable[[Any], None], stop: Event | None = None
    ) -> None:
        def follow(result: object) -> None:
            self._stop = None
            then(result)
            self.look()

        def fail(error: Exception) -> None:
            self._stop = None
            self.failed.emit(error)
            self.look()

        self._act.ask_too(work, then=follow, otherwise=fail, lane="work", stop=stop)

    def _look_again(self, _done: object) -> None:
        self.look()


def _copied(
    services: Services, path: Path, tell: Callable[[int, int], None], stop: Event
) -> Copied:
    backups = services.space.inside().backups
    made = backups.copy_to(path, tell, stop)
    return Copied(made, backups.lacking_in(made))


def _copies(services: Services) -> Copies:
    inside = services.space.inside()
    backups, room = inside.backups, services.groups.ballast.look()
    return Copies(
        backups=backups.list(),
        drilled_on=backups.last_drill_on,
        copied_on=backups.last_copy_on,
        is_on_stick=backups.is_on_stick,
        is_practice=inside.group.is_practice,
        is_reminder_due=inside.copy_nudge.is_due(),
        free_bytes=room.free_bytes if room.is_low else None,
        file_name=backups.suggested_name(),
        today=inside.records.clock.today(),
    )


def _compared(services: Services, backup: "Backup", secret: str) -> Compared:
    found = services.groups.restoring.look_inside(backup, _way(secret))
    inside = services.space.inside()
    lately = inside.history.lately(limit=2).done
    return Compared(found, len(inside.people.people()), lately[0].at if lately else None)


def _way(secret: str) -> "Way":
    """Return the way in that somebody typed: the printed code where it is one, else words."""
    from vcs_desktop.services.groups.restoring import by_code, by_words

    try:
        return by_code(secret)
    except MistypedCode:
        return by_words(secret)


def _opened(services: Services, group: str, secret: str) -> "OpenGroup":
    try:
        return services.groups.open_with_code(group, secret)
    except MistypedCode:
        return services.groups.open(group, secret)
