"""Exchanges the open group's changes with its other laptops, one exchange at a time."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import AppError
from vcs_desktop.core.network_state import NetworkState, UnknownNetwork
from vcs_desktop.domain.exchange_standing import Exchanged
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.question import Question

if TYPE_CHECKING:
    from vcs_desktop.services.two_laptops.lines import Report
    from vcs_desktop.services.two_laptops.lines import Standing as GroupStanding


@dataclass(frozen=True, slots=True)
class ExchangeState:
    """How it stands.

    ``has_service`` says that the open group uses one. ``outcome`` is what came of the newest
    exchange, None before the first one of this run. ``last_at`` is when the last one ended well,
    also before the app was opened; None for never. ``waiting`` counts changes that have to go,
    ``would_delete`` things that what came would delete. ``asking`` counts laptops that ask to be
    let in. ``error`` says in words why it did not end well, ``notices`` are whole sentences for a
    person. ``ended_at`` is when the newest ended, well or not; ``by_itself``: nobody asked for it.
    """

    has_service: bool = False
    outcome: Exchanged | None = None
    last_at: datetime | None = None
    ended_at: datetime | None = None
    waiting: int = 0
    changes: int = 0
    would_delete: int = 0
    asking: int = 0
    error: AppError | None = None
    notices: tuple[str, ...] = ()
    by_itself: bool = False


class Exchanges(QObject):
    """Exchanges off the window's thread, never twice at once.

    ``changed`` is said when an exchange begins, when it ends, and when it stands otherwise;
    ``ended`` when one ended, ``came`` when something came by it. ``progressed`` says
    how far it is: what is done, how much of how much (0: not known).
    """

    changed = Signal()
    ended = Signal()
    came = Signal()
    progressed = Signal(str, int, int)
    _told = Signal(str, int, int)

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        session: GroupSession,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.network: NetworkState = UnknownNetwork()
        self.state = ExchangeState()
        self._services = services
        self._tasks = tasks
        self._session = session
        self._clock = clock
        self._stop: Event | None = None
        self._standing = Question(tasks, self)
        self._standing.answered.connect(self._learn)
        self._standing.failed.connect(_leave_be)
        # Told on the network lane; passed on, queued, on the window's thread.
        self._told.connect(self.progressed, Qt.ConnectionType.QueuedConnection)
        session.opened.connect(self._begin_anew)
        session.locking.connect(self.stop)
        session.locked.connect(self._forget)
        session.acted.connect(self.look_how_it_stands)
        session.exchange_wanted.connect(self.get)

    @property
    def is_running(self) -> bool:
        """Whether an exchange is under way."""
        return self._stop is not None

    @property
    def can_exchange(self) -> bool:
        """Whether the open group uses a service, and nothing stands in the way."""
        stands = self.state.outcome not in (Exchanged.LOOK, Exchanged.OUT)
        return self._session.is_open and self.state.has_service and stands

    def today(self) -> date:
        """Return the day it is, for words that say when something was."""
        return self._clock.today()

    def look_how_it_stands(self) -> None:
        """Ask again what waits, without any network."""
        if self._session.is_open:
            self._standing.ask(lambda: self._services.space.inside().laptops.standing())  # noqa: PLW0108  on the lane

    def get(self) -> None:
        """Exchange: somebody asked for it."""
        self._begin(by_itself=False)

    def look(self) -> None:
        """Exchange: nobody asked for it."""
        self._begin(by_itself=True)

    def stop(self) -> None:
        """Stop the exchange that is under way; what was done stays done."""
        if self._stop is not None:
            self._stop.set()

    def _begin(self, *, by_itself: bool) -> None:
        if not self.can_exchange:
            return
        if self._stop is not None:
            self.state = replace(self.state, by_itself=self.state.by_itself and by_itself)
            return
        self._stop = stop = Event()
        self.state = replace(self.state, by_itself=by_itself)
        group = self._session.group_id
        self._tasks.run(
            partial(self._exchange, with_files=not self._is_dear(by_itself=by_itself), stop=stop),
            then=partial(self._end, group, stop),
            otherwise=partial(self._fail, group, stop),
            lane="network",
            stop=stop,
        )
        self.changed.emit()

    def _is_dear(self, *, by_itself: bool) -> bool:
        """Say whether files can wait: it costs by the amount, and nobody asked for them."""
        return by_itself and self.network.is_metered is True

    def _exchange(self, *, with_files: bool, stop: Event) -> "tuple[Report, GroupStanding]":
        """Network lane: exchange, and see how it stands then."""
        laptops = self._services.space.inside().laptops
        report = laptops.exchange(with_files=with_files, progress=self._told.emit, stop=stop)
        return report, laptops.standing()

    def _end(self, group: str, stop: Event, found: "tuple[Report, GroupStanding]") -> None:
        if not self._is_of(group, stop):
            return
        report, standing = found
        state = replace(
            self.state,
            outcome=_outcome(report),
            changes=report.changes + report.files_came,
            would_delete=report.would_delete,
            asking=report.asking,
            error=report.error,
            notices=report.notices,
        )
        self._note(_with(state, standing))
        if report.changes or report.files_came:
            self._session.tell_changed()
            self.came.emit()

    def _fail(self, group: str, stop: Event, error: Exception) -> None:
        if not self._is_of(group, stop):
            return
        told = error if isinstance(error, AppError) else AppError()
        self._note(
            replace(self.state, outcome=_why(told), changes=0, error=told, notices=(), asking=0)
        )
        self.look_how_it_stands()

    def _note(self, state: ExchangeState) -> None:
        self._stop = None
        self.state = replace(state, ended_at=self._clock.now())
        self.changed.emit()
        self.ended.emit()
        self._session.exchange_error = state.error
        self._session.exchanged.emit()

    def _is_of(self, group: str, stop: Event) -> bool:
        """Say whether an answer is still of the group on the screen."""
        return self._stop is stop and group == self._session.group_id

    def _begin_anew(self) -> None:
        self._forget()
        self.look_how_it_stands()

    def _forget(self) -> None:
        self.stop()
        self._standing.forget()
        self._stop, self.state = None, ExchangeState()
        self.changed.emit()

    def _learn(self, standing: "GroupStanding") -> None:
        """Note how it stands; a group that has just come exchanges for the first time."""
        if not self._session.is_open:
            return
        is_new = standing.service and standing.last_at is None and self.state.ended_at is None
        self.state = _with(self.state, standing)
        self.changed.emit()
        if is_new and not self.is_running:
            self.get()


def _with(state: ExchangeState, standing: "GroupStanding") -> ExchangeState:
    """Return the state with what the group's file says of it."""
    from vcs_desktop.domain.laptops import State

    stands = {
        State.LOOK: Exchanged.LOOK,
        State.REMOVED: Exchanged.OUT,
        State.UNKNOWN: Exchanged.UNKNOWN,
    }.get(standing.state)
    outcome = state.outcome
    if stands is not None:
        outcome = stands
    elif standing.held_back:
        outcome = Exchanged.MUCH
    elif outcome in (Exchanged.LOOK, Exchanged.OUT, Exchanged.UNKNOWN, Exchanged.MUCH):
        outcome = Exchanged.DONE if standing.last_at else None
    return replace(
        state,
        has_service=bool(standing.service),
        waiting=standing.waiting,
        last_at=standing.last_at,
        outcome=outcome,
    )


def _outcome(report: "Report") -> Exchanged:
    from vcs_desktop.services.two_laptops.outcome import outcome_of

    return outcome_of(report)


def _why(error: AppError) -> Exchanged:
    from vcs_desktop.services.two_laptops.outcome import outcome_of_error

    return outcome_of_error(error)


def _leave_be(_outcome: object) -> None:
    """Do nothing: it will be asked again."""
