"""Asks for what was opened lately and for what has some words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vcs_desktop.core.group_errors import Locked
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.recent import note_opened

if TYPE_CHECKING:
    from vcs_desktop.domain.help import HelpTopic
    from vcs_desktop.domain.opportunities import RecordLine
    from vcs_desktop.services.group_search import GroupLine
    from vcs_desktop.services.search import SearchService

RECENT = 8
OF_GROUP = 6


@dataclass(frozen=True, slots=True)
class Found:
    """What has the words, on a day; with no words, what was opened lately.

    ``is_ranked`` is false for the answer that comes at once: the newest by their
    titles. ``total`` counts all of the library that has the words, in the ranked answer.
    ``of_group`` is what the open group has in its own records.
    ``has_all`` is false where nothing has all the words.
    """

    words: str
    lines: "tuple[RecordLine, ...]"
    on: date
    topics: "tuple[HelpTopic, ...]" = ()
    of_group: "tuple[GroupLine, ...]" = ()
    is_ranked: bool = False
    total: int = 0
    has_all: bool = True


class SearchViewModel(QObject):
    """``question`` answers with a Found.

    Everything is asked on one lane, and what is being looked for is cut short by
    the next question.
    """

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self.question = Question(tasks, self)
        self._search: SearchService | None = None

    def recall(self) -> None:
        """Look up what was opened lately."""
        self._ask(self._recent)

    def find(self, words: str) -> None:
        """Look for the newest whose titles have the words."""
        self._ask(lambda: self._first(words))

    def find_best(self, words: str) -> None:
        """Look for what matches the words best."""
        self._ask(lambda: self._best(words))

    def forget(self) -> None:
        """Drop the answer that is still to come."""
        self._cut_short()
        self.question.forget()

    def remember(self, record_id: str) -> None:
        """Note that a record was opened; it is open all the same where that cannot be kept."""
        note_opened(self._services, self._tasks, record_id)

    def _ask(self, work: Callable[[], Found]) -> None:
        self._cut_short()
        self.question.ask(work)

    def _cut_short(self) -> None:
        # Only once it is there: the first to ask for a service may have to make the library.
        if self._search is not None:
            self._search.interrupt()

    def _service(self) -> "SearchService":
        self._search = self._services.search
        return self._search

    def _recent(self) -> Found:
        looked_at = self._services.choices.all().looked_at
        search = self._service()
        return Found("", tuple(search.lines(looked_at)[:RECENT]), search.today())

    def _first(self, words: str) -> Found:
        search = self._service()
        topics = self._services.help.topics()
        return Found(
            words, tuple(search.first(words)), search.today(), topics, self._in_group(words)
        )

    def _best(self, words: str) -> Found:
        search = self._service()
        page = search.ranked(words)
        return Found(
            words,
            page.results,
            search.today(),
            self._services.help.topics(),
            self._in_group(words),
            is_ranked=True,
            total=page.total,
            has_all=page.has_all,
        )

    def _in_group(self, words: str) -> "tuple[GroupLine, ...]":
        """Return what the open group has; it may be locked at any moment."""
        space = self._services.space
        if not space.is_open:
            return ()
        try:
            return tuple(space.inside().search.found(words, limit=OF_GROUP))
        except Locked:
            return ()
