"""Asks for the meetings of the open group, and does what is wanted with them."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from vcs_desktop.services.meetings import MeetingLine, Member
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.acting_model import ActingModel
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.pages.meetings.editing import read_opened
from vcs_desktop.ui.pages.meetings.opened import LAST_OPEN, Opened
from vcs_desktop.ui.pages.meetings.rows import in_list
from vcs_desktop.ui.pages.meetings.ties import Ties
from vcs_desktop.ui.question import Question


@dataclass(frozen=True, slots=True)
class Seen:
    """Every meeting in the order of the list, as of a day.

    ``last_open`` is the one to open again, told once.
    """

    lines: tuple[MeetingLine, ...]
    today: date
    committee: tuple[Member, ...]
    last_open: str = ""


class MeetingsViewModel(ActingModel):
    """``meetings`` answers with a Seen, ``meeting`` with an Opened.

    ``added`` carries the id of a new meeting.
    """

    added = Signal(str)

    def __init__(
        self, services: Services, tasks: Tasks, session: GroupSession, parent: QObject
    ) -> None:
        super().__init__(services, tasks, session, parent)
        self._ties = Ties(services, tasks)
        self.meetings = Question(tasks, self)
        self.meeting = Question(tasks, self)

    def look(self) -> None:
        """Ask for every meeting."""
        self.meetings.ask(self._seen)

    def open(self, meeting_id: str) -> None:
        """Ask for one meeting with all that belongs to it."""
        self.meeting.ask(lambda: self._opened(meeting_id))

    def add(self) -> None:
        """Add a meeting."""
        self._acts.ask_too(
            self._add,
            then=self._tell_added,
            otherwise=self.failed.emit,
        )

    def _add(self) -> str:
        return self._services.space.inside().meetings.add()

    def _tell_added(self, meeting_id: str) -> None:
        self._session.tell_acted()
        self.added.emit(meeting_id)

    def _seen(self) -> Seen:
        inside = self._services.space.inside()
        today = inside.records.clock.today()
        if last_open := inside.desk.read(LAST_OPEN) or "":
            inside.desk.clear(LAST_OPEN)
        return Seen(
            tuple(in_list(inside.meetings.lines(), today)),
            today,
            tuple(inside.meetings.committee()),
            last_open,
        )

    def _opened(self, meeting_id: str) -> Opened:
        return read_opened(self._services, meeting_id, self._ties)
