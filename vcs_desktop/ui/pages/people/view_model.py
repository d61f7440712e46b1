"""Asks for the people of the open group, and does what is wanted with them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from vcs_desktop.services.in_group import InGroup
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.pages.people.listing import Everybody
from vcs_desktop.ui.pages.people.opened import FORM_OPEN, NEW, Opened, draft_name
from vcs_desktop.ui.question import Question

Act = Callable[[InGroup], Any]


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


class PeopleViewModel(QObject):
    """``people`` answers with a Seen, ``person`` with an Opened.

    ``done`` says in words what was done, and how to take it back; ``failed`` what went
    wrong with it.
    """

    done = Signal(str, object)
    failed = Signal(object)

    def __init__(
        self, services: Services, tasks: Tasks, session: GroupSession, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._acts = Latest(tasks, self)
        self.people = Question(tasks, self)
        self.person = Question(tasks, self)

    def look(self) -> None:
        """Ask for everybody."""
        self.people.ask(self._seen)

    def open(self, person_id: str) -> None:
        """Ask for one person with all that is known of them."""
        self.person.ask(lambda: self._opened(person_id))

    def act(self, act: Act, words: str = "", undo: Act | None = None) -> None:
        """Do something to the records, and say so; ``undo`` is what takes it back."""

        def then(_outcome: object) -> None:
            take_back = None if undo is None else lambda: self.act(undo)
            self.done.emit(words, take_back)
            self._session.tell_acted()

        self._acts.ask_too(
            lambda: act(self._services.space.inside()), then=then, otherwise=self.failed.emit
        )

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
