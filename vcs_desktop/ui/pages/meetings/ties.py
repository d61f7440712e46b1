"""Finds what a decision can be about, and only when somebody asks for it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from vcs_desktop.domain.library import OPPORTUNITIES
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest

_MOST = 50


@dataclass(frozen=True, slots=True)
class Tied:
    """One thing that a decision can be about. ``is_kept`` is a grant that somebody kept."""

    kind: str
    id: str
    name: str
    is_kept: bool = False


Then = Callable[[tuple[Tied, ...]], None]


class Ties:
    """Asks for papers of the group, and for grants and contracts of the library.

    To read all of them with every meeting that is opened would take longer than the meeting.
    """

    def __init__(self, services: Services, tasks: Tasks) -> None:
        self._services = services
        self._tasks = tasks

    def line(self, owner: QObject) -> Latest:
        """Return a line of questions whose answers end with their owner."""
        return Latest(self._tasks, owner)

    def ask_papers(self, line: Latest, kind: str, then: Then) -> None:
        """Ask for every paper of the group."""
        line.ask(partial(self._papers, kind), then=then, otherwise=_leave_be)

    def ask_library(self, line: Latest, words: str, then: Then) -> None:
        """Ask for the grants that were kept, and for all whose title has some words."""
        line.ask(partial(self._library, words), then=then, otherwise=_leave_be)

    def _papers(self, kind: str) -> tuple[Tied, ...]:
        lines = self._services.space.inside().papers.lines()
        return tuple(Tied(kind, line.id, line.name) for line in lines)

    def _library(self, words: str) -> tuple[Tied, ...]:
        search = self._services.search
        kept = search.lines(self._services.choices.all().kept)
        found = search.ranked(words, kinds=OPPORTUNITIES, limit=_MOST).results if words else ()
        return (
            *(Tied(line.kind, line.id, line.title, is_kept=True) for line in kept),
            *(Tied(line.kind, line.id, line.title) for line in found),
        )


def _leave_be(_error: Exception) -> None:
    """What is tied already stays offered; typing on asks again."""
