"""Finds grants and contracts: the first answer at once, the judged one when it is ready."""

from threading import Event

from PySide6.QtCore import QObject, Signal

from vcs_desktop.domain.opportunities import Filters, OpportunityList
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest


class FindViewModel(QObject):
    """Turns filters into lists. Holds no widgets and no rows.

    ``first_found`` carries an OpportunityList by closing day, nothing judged
    yet. ``judged`` carries the one to keep. For one question, ``first_found``
    never follows ``judged``. ``busy_changed`` is False only after ``judged`` or
    ``failed``. ``more_judged`` says that asking again may give a better list.
    ``areas_found`` carries the code and the name of each area.
    """

    first_found = Signal(object)
    judged = Signal(object)
    failed = Signal(object)
    busy_changed = Signal(bool)
    more_judged = Signal()
    areas_found = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._latest = Latest(tasks, self)
        self._tasks = tasks
        self._waiting = False
        self._stop = Event()
        self.filters = Filters()

    def find(self, filters: Filters) -> None:
        """Look for what matches; the answers to earlier questions are dropped."""
        self.filters = filters
        self._waiting = True
        self._stop.set()
        self.busy_changed.emit(True)
        self._latest.ask(
            lambda: self._services.funding.first_open(filters),
            then=self._tell_first,
            otherwise=self._fail,
        )
        self._latest.ask_too(
            lambda: self._services.funding.find(filters),
            then=self._tell_judged,
            otherwise=self._fail,
            lane="work",
        )

    def find_areas(self) -> None:
        """Look for the areas that there are to choose from."""
        self._tasks.run(
            self._areas,
            then=self.areas_found.emit,
            otherwise=self._fail,
        )

    def _areas(self) -> list[tuple[str, str]]:
        return self._services.funding.areas()

    def _judge_the_rest(self) -> None:
        """Go on judging while nobody asks for anything else."""
        stop = self._stop = Event()
        self._latest.ask_too(
            lambda: self._services.funding.judge_the_rest(stop),
            then=self._tell_rest,
            otherwise=self._fail,
            lane="work",
            stop=stop,
        )

    def _tell_rest(self, is_more: bool) -> None:
        if is_more and not self._stop.is_set():
            self.more_judged.emit()

    def _tell_first(self, answer: OpportunityList) -> None:
        if self._waiting:
            self.first_found.emit(answer)

    def _tell_judged(self, answer: OpportunityList) -> None:
        if self._waiting:
            self._rest()
            self.judged.emit(answer)
            self._judge_the_rest()

    def _fail(self, error: Exception) -> None:
        if self._waiting:
            self._rest()
            self.failed.emit(error)

    def _rest(self) -> None:
        self._waiting = False
        self.busy_changed.emit(False)
