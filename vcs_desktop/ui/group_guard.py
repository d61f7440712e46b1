"""Locks the group when whoever opened it may have gone away."""

from PySide6.QtCore import QObject, Signal

from vcs_desktop.core.language import tr_count
from vcs_desktop.core.session_events import SessionEvents
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.system.idle import IdleWatch


class GroupGuard(QObject):
    """Listens for a locked screen, sleep and another user, and watches for idle hands.

    ``told`` says in words why a group was locked without anybody having asked for it.
    """

    told = Signal(str)

    def __init__(
        self,
        session: GroupSession,
        settings: SettingsFile,
        events: SessionEvents,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._events = events
        self.idle = IdleWatch(settings.current.lock_after_minutes, parent=self)
        self.idle.idle.connect(self._lock_idle)
        events.listen(session.lock)
        session.opened.connect(self._watch)
        session.acted.connect(self._read_minutes)
        session.locked.connect(self.idle.rest)
        if session.is_open:
            self._watch()

    def stop(self) -> None:
        """Listen and watch no more."""
        self._events.stop()
        self.idle.rest()

    def _lock_idle(self) -> None:
        minutes = self.idle.minutes
        self._session.lock()
        self.told.emit(
            tr_count(
                "Locked: nobody touched this laptop for {count} minute.",
                "Locked: nobody touched this laptop for {count} minutes.",
                minutes,
            )
        )

    def _watch(self) -> None:
        self._read_minutes()
        self.idle.watch()

    def _read_minutes(self) -> None:
        """Wait as long as is asked for now: it may just have been changed."""
        self.idle.minutes = self._settings.current.lock_after_minutes
