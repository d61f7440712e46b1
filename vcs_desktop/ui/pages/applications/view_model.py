"""Asks for the applications of the open group, and does what is wanted with them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from vcs_desktop.core.language import tr
from vcs_desktop.services.applications import ApplicationLine
from vcs_desktop.services.in_group import InGroup
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.prose import short_prose

Act = Callable[[InGroup], Any]


@dataclass(frozen=True, slots=True)
class Seen:
    """Every application in the order of the list, as of a day."""

    lines: tuple[ApplicationLine, ...]
    today: date


class ApplicationsViewModel(QObject):
    """``applications`` answers with a Seen.

    ``done`` says in words what was done, and ``failed`` carries what went wrong with it.
    """

    done = Signal(str)
    failed = Signal(object)

    def __init__(
        self, services: Services, tasks: Tasks, session: GroupSession, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._acts = Latest(tasks, self)
        self.applications = Question(tasks, self)

    def look(self) -> None:
        """Ask for every application."""
        self.applications.ask(self._seen)

    def act(self, act: Act, words: str = "") -> None:
        """Do something to the records, and say so in words."""

        def hear(_outcome: object) -> None:
            self._session.tell_acted()
            self.done.emit(words)

        self._acts.ask_too(
            lambda: act(self._services.space.inside()), then=hear, otherwise=self.failed.emit
        )

    def undo(self) -> None:
        """Take the last act back."""
        self.act(lambda inside: inside.records.undo())

    def remove(self, application_id: str, name: str) -> None:
        """Put an application in the bin with all that belongs to it, and say so."""
        self.act(
            lambda inside: inside.applications.remove(application_id),
            tr("“{name}” is in the bin.", name=short_prose(name, 80)),
        )

    def find(self, record_id: str, then: Callable[[str], Any]) -> None:
        """Look which application a record belongs to; ``then`` hears its id, if there is one."""
        self._acts.ask_too(
            lambda: self._services.space.inside().applications.of_part(record_id),
            then=lambda found: then(found) if found else None,
            otherwise=self.failed.emit,
        )

    def _seen(self) -> Seen:
        inside = self._services.space.inside()
        return Seen(tuple(inside.applications.lines()), inside.records.clock.today())
