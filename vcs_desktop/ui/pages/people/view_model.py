"""Asks for the people of the open group, and does what is wanted with them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.acting_model import ActingModel
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.pages.people.listing import Everybody
from vcs_desktop.ui.pages.people.opened import FORM_OPEN, NEW, Opened, draft_name
from vcs_desktop.ui.question import Question


@dataclass(frozen=True, slots=True)
class Seen:
    """Everybody, and what lies on the desk about somebody who is being added.

    ``form_open`` is the id of whoever's form was open when the group was locked, told
    once. ``new_id`` makes ids for what is added to somebody.
    """

    everybody: Everybody
    today: date
    new_id: Callable[[], str]
    new_draft: Mapping[str, Any]
    form_open: str = ""


@dataclass(frozen=True, slots=True)
class Around:
    """How many pairs look the same, and how many people are to be looked at again."""

    pairs: int
    due: int


class PeopleViewModel(ActingModel):
    """``people`` answers with a Seen, ``person`` with an Opened.

    ``around`` carries an Around.
    """

    around = Signal(object)

    def __init__(
        self, services: Services, tasks: Tasks, session: GroupSession, parent: QObject
    ) -> None:
        super().__init__(services, tasks, session, parent)
        self._around = Latest(tasks, self)
        self.people = Question(tasks, self)
        self.person = Question(tasks, self)

    def look(self) -> None:
        """Ask for everybody."""
        self.people.ask(self._seen)

    def look_around(self) -> None:
        """Ask, behind all else, who looks the same and who is to be looked at again."""
        self._around.ask(
            self._what_is_around, then=self.around.emit, otherwise=_leave_be, lane="work"
        )

    def open(self, person_id: str) -> None:
        """Ask for one person with all that is known of them."""
        self.person.ask(lambda: self._opened(person_id))

    def _seen(self) -> Seen:
        inside = self._services.space.inside()
        if form_open := inside.desk.read(FORM_OPEN) or "":
            inside.desk.clear(FORM_OPEN)
        return Seen(
            everybody=Everybody(inside.people.people()),
            today=inside.records.clock.today(),
            new_id=inside.records.ids.new,
            new_draft=inside.desk.read(draft_name(NEW)) or {},
            form_open=form_open,
        )

    def _opened(self, person_id: str) -> Opened:
        inside = self._services.space.inside()
        draft = inside.desk.read(draft_name(person_id)) or {}
        return Opened(inside.people.person(person_id), inside.records.clock.today(), draft)

    def _what_is_around(self) -> Around:
        inside = self._services.space.inside()
        due = inside.retention.due(inside.records.clock.today())
        return Around(len(inside.duplicates.pairs()), len(due))


def _leave_be(_error: Exception) -> None:
    """The page goes on without: it is in the log already."""
