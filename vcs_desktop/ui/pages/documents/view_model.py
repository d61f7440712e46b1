"""What the page asks of the group's papers, and what it does with them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from vcs_desktop.core.errors import Stopped
from vcs_desktop.domain.group_documents import DocumentKind
from vcs_desktop.domain.kinds import DOCUMENT
from vcs_desktop.domain.papers import Paper, kinds_missing
from vcs_desktop.domain.stored_file import StoredFile
from vcs_desktop.services.offer import Services
from vcs_desktop.services.records import Held
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.pages.documents.listing import EveryPaper
from vcs_desktop.ui.question import Question

if TYPE_CHECKING:
    from vcs_desktop.services.in_group import InGroup

Act = Callable[["InGroup"], Any]
Found = tuple[str, Mapping[str, str]]
"""Words that were looked for, and the papers that have them, each with the passage where."""

_MOST_FOUND = 5_000
_AT_A_TIME = 5
_LONGEST_WAIT_S = 3.0


def draft_name(paper_id: str) -> str:
    """Return under which name a draft about a paper lies on the desk."""
    return f"draft/document/{paper_id}"


@dataclass(frozen=True, slots=True)
class Seen:
    """All papers, and the kinds that funders ask for often and that are not among them."""

    every: EveryPaper
    missing: tuple[DocumentKind, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """One paper as it was read on a day; ``draft`` are words that could not be kept."""

    held: Held[Paper]
    today: date
    draft: Mapping[str, Any] = field(default_factory=dict)


class PapersViewModel(QObject):
    """``papers`` answers with a Seen, ``paper`` with an Opened, ``inside`` with a Found.

    ``done`` carries what an act returned and in words what was done; ``added`` a FilesAdded;
    ``saved`` where a copy lies; ``progress`` says how many files are done, of how many, and
    ``over`` that the files are.
    """

    done = Signal(object, str)
    added = Signal(object)
    saved = Signal(object)
    failed = Signal(object)
    progress = Signal(int, int)
    over = Signal()

    def __init__(
        self, services: Services, tasks: Tasks, session: GroupSession, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._acts = Latest(tasks, self)
        self._texts = Latest(tasks, self)
        self._stop, self._stop_reading = Event(), Event()
        self._is_idle = Event()
        self._is_idle.set()
        self._is_reading = False
        self.papers = Question(tasks, self)
        self.paper = Question(tasks, self)
        self.inside = Question(tasks, self)

    def look(self) -> None:
        """Ask for every paper."""
        self.papers.ask(self._seen)

    def open(self, paper_id: str) -> None:
        """Ask for one paper."""
        self.paper.ask(partial(self._opened, paper_id))

    def look_inside(self, words: str) -> None:
        """Ask which papers have some words anywhere, in their files too."""
        self.inside.ask(partial(self._found, words))

    def act(self, act: Act, words: str = "") -> None:
        """Do something to the records, and say so in words."""
        self._do(act, words, None)

    def add_version(self, paper_id: str, path: Path, words: str) -> None:
        """Take in a newer file of a paper."""
        stop = self._stop = Event()
        self.progress.emit(0, 1)
        self._do(lambda inside: inside.papers.add_version(paper_id, path, stop), words, stop)

    def save_copy(self, stored: StoredFile, path: Path, *, replace: bool) -> None:
        """Save a file where somebody wants it; nothing of the group is changed by that."""

        def work() -> object:
            return self._services.space.inside().blobs.save_to(stored, path, replace=replace)

        self._acts.ask_too(work, then=self.saved.emit, otherwise=self.failed.emit, lane="work")

    def add_files(self, paths: Sequence[Path]) -> None:
        """Make papers of files."""
        stop = self._stop = Event()
        idle = self._is_idle
        idle.clear()

        def work() -> object:
            try:
                return self._services.space.inside().papers.add_files(paths, self._tell, stop)
            finally:
                idle.set()

        self.progress.emit(0, len(paths))
        self._acts.ask_too(
            work, then=self._tell_added, otherwise=self._tell_problem, lane="work", stop=stop
        )

    def stop(self) -> None:
        """Have the work with files end."""
        self._stop.set()

    def put_away(self) -> None:
        """Have all work end: the group is about to be locked.

        Files that are in by then become papers first. The group's file is let go on the same
        lane, so after that.
        """
        self._stop.set()
        self._stop_reading.set()
        if not self._is_idle.is_set():
            waiting = partial(self._is_idle.wait, _LONGEST_WAIT_S)
            self._texts.ask_too(waiting, then=_leave_be, otherwise=_leave_be)

    def read_texts(self) -> None:
        """Read the words of PDFs that were not read here yet, a few at a time, behind all else."""
        if self._is_reading:
            return
        self._is_reading = True
        stop = self._stop_reading = Event()

        def work() -> int:
            return self._services.space.inside().paper_files.read_texts(most=_AT_A_TIME, stop=stop)

        self._texts.ask_too(
            work, then=self._go_on_reading, otherwise=self._end_reading, lane="work", stop=stop
        )

    def _do(self, act: Act, words: str, stop: Event | None) -> None:
        def then(outcome: object) -> None:
            self.over.emit()
            self._session.tell_acted()
            self.done.emit(outcome, words)

        self._acts.ask_too(
            lambda: act(self._services.space.inside()),
            then=then,
            otherwise=self._tell_problem,
            lane="data" if stop is None else "work",
            stop=stop,
        )

    def _seen(self) -> Seen:
        lines = self._services.space.inside().papers.lines()
        return Seen(EveryPaper(lines), kinds_missing(line.kind for line in lines))

    def _opened(self, paper_id: str) -> Opened:
        inside = self._services.space.inside()
        draft = inside.desk.read(draft_name(paper_id)) or {}
        return Opened(inside.papers.paper(paper_id), inside.records.clock.today(), draft)

    def _found(self, words: str) -> Found:
        search = self._services.space.inside().search
        found = search.found(words, kinds=(DOCUMENT,), limit=_MOST_FOUND) if words else ()
        return words, {each.id: each.why for each in found}

    def _tell(self, done: int, total: int) -> None:
        """Say how far it is. Called on the work lane; the signal takes it to the window.

        Once it was stopped nobody is told: the page may be gone.
        """
        if not self._stop.is_set():
            self.progress.emit(done, total)

    def _tell_added(self, added: object) -> None:
        self.over.emit()
        self._session.tell_acted()
        self.added.emit(added)
        self.read_texts()

    def _tell_problem(self, error: Exception) -> None:
        self.over.emit()
        if not isinstance(error, Stopped):
            self.failed.emit(error)

    def _go_on_reading(self, count: int) -> None:
        self._is_reading = False
        if count:
            self.read_texts()

    def _end_reading(self, _error: Exception) -> None:
        self._is_reading = False


def _leave_be(_outcome: object) -> None:
    """Nobody waits for it."""
