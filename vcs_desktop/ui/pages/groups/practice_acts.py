"""What can be done with the practice group from the list of groups."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.say import ask


class PracticeActs(QObject):
    """``opened`` and ``thrown`` say that it was done, ``failed`` carries what was wrong."""

    opened = Signal()
    thrown = Signal()
    failed = Signal(object)

    def __init__(
        self, services: Services, tasks: Tasks, session: GroupSession, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._window = parent
        self._throwing = Question(tasks, self)
        self._throwing.answered.connect(self.thrown)
        self._throwing.failed.connect(self.failed)

    def open(self) -> None:
        """Open it, made on first use."""
        self._session.open_with(
            lambda: self._services.groups.practice.open(),  # noqa: PLW0108  made on the lane
            then=self.opened.emit,
            otherwise=self.failed.emit,
        )

    def ask_to_throw(self) -> None:
        """Ask whether it may go, with all that was tried in it."""
        ask(
            self._window,
            tr("Throw the practice group away?"),
            tr("All that was tried in it goes too. You can have a fresh one at any time."),
            ((tr("Throw it away"), self._throw),),
        )

    def _throw(self) -> None:
        self._throwing.ask(lambda: self._services.groups.practice.throw_away())  # noqa: PLW0108
