"""Before a group is locked or the window closes: is there a second way in?"""

from PySide6.QtCore import QObject, Signal

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.question import Question


class WayBackGate(QObject):
    """Lets the person pass to lock, or stops them to ask; never when the computer locks.

    ``passed`` and ``stopped`` answer ``come_to_lock``.
    """

    passed = Signal()
    stopped = Signal()

    def __init__(
        self, session: GroupSession, services: Services, tasks: Tasks, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._services = services
        self._is_there = True
        self._has_asked_to_close = False
        self._noting, self._locking = Question(tasks, self), Question(tasks, self)
        self._noting.answered.connect(self._note)
        self._locking.answered.connect(self._answer)
        self._locking.failed.connect(self.passed)
        for signal in (session.opened, session.acted):
            signal.connect(self._look)
        session.locked.connect(self._forget)

    def come_to_lock(self) -> None:
        """Find out whether the group may be locked now."""
        self._locking.ask(self._has_way_back)

    def lets_close(self) -> bool:
        """Say whether the window may close; it is asked about once while a group is open."""
        if self._is_there or self._has_asked_to_close or not self._session.is_open:
            return True
        self._has_asked_to_close = True
        return False

    def _look(self) -> None:
        self._noting.ask(self._has_way_back)

    def _has_way_back(self) -> bool:
        from vcs_desktop.services.groups.way_back import state

        return state(self._services.space.inside()).is_done

    def _note(self, is_there: bool) -> None:  # Qt passes it by place
        self._is_there = is_there

    def _answer(self, is_there: bool) -> None:  # Qt passes it by place
        (self.passed if is_there else self.stopped).emit()

    def _forget(self) -> None:
        self._noting.forget()
        self._locking.forget()
        self._is_there, self._has_asked_to_close = True, False
