"""Asks for the applications of the open group, and does what is wanted with them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QObject

from vcs_desktop.core.language import tr
from vcs_desktop.services.applications import ApplicationLine
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.acting_model import ActingModel
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.prose import short_prose


@dataclass(frozen=True, slots=True)
class Seen:
    """Every application in the order of the list, as of a day."""

    lines: tuple[ApplicationLine, ...]
    today: date


class ApplicationsViewModel(ActingModel):
    """``applications`` answers with a Seen."""

    def __init__(
        self, services: Services, tasks: Tasks, session: GroupSession, parent: QObject
    ) -> None:
        super().__init__(services, tasks, session, parent)
        self.applications = Question(tasks, self)

    def look(self) -> None:
        """Ask for every application."""
        self.applications.ask(self._seen)

    def remove(self, application_id: str, name: str) -> None:
        """Put an application in the bin with all that belongs to it, and say so."""
        self.act(
            lambda inside: inside.applications.remove(application_id),
            tr("“{name}” is in the bin.", name=short_prose(name, 80)),
        )

    def keep_questions(self, application_id: str, name: str) -> None:
        """Keep the questions of an application as a list, and say so."""
        self.act(
            lambda inside: inside.applications.keep_as_list(application_id, name),
            tr("The questions are kept as a list. Start an application, and it is there."),
        )

    def remove_list(self, list_id: str, name: str) -> None:
        """Put a list of questions in the bin, and say so."""
        self.act(
            lambda inside: inside.applications.remove_list(list_id),
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
