"""Looks for a newer library at the service, one look at a time."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import AppError
from vcs_desktop.core.network_state import NetworkState, UnknownNetwork
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.core.stopping import Stop
from vcs_desktop.domain.updates import GOOD, Standing
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks

if TYPE_CHECKING:
    from vcs_desktop.services.arrivals import Arrival, Offer

_ASK = (Standing.ASKS, Standing.MUCH)
_SUBMISSIONS = "submissions"
"""What the step is called in which the outbox of the open group is looked after."""
LITTLE_BYTES = 500_000
"""So much is fetched without asking where somebody who asked for it pays by the amount."""


@dataclass(frozen=True, slots=True)
class UpdatesState:
    """How it stands.

    ``standing`` is what became of the newest look, None before the first. ``looked_at`` is when
    the last look ended at which all was well, also before the app was opened; None for never.
    ``ended_at`` is when the newest one ended, well or not. ``error`` says in words why it did not
    end well. ``is_late``: whoever publishes the library meant it to be replaced by now.
    ``changed`` counts the records that are new, different or gone. ``to_read`` is how many bytes
    there are to fetch, ``wait_s`` how many seconds the service asked us to wait. ``by_itself``:
    nobody asked for this look.
    """

    standing: Standing | None = None
    looked_at: datetime | None = None
    ended_at: datetime | None = None
    error: AppError | None = None
    is_late: bool = False
    changed: int = 0
    to_read: int = 0
    wait_s: float = 0
    by_itself: bool = False


class Updates(QObject):
    """Gets updates, off the window's thread, never twice at once.

    ``changed`` is said when a look begins and when it ends; ``progressed`` how far it is, in
    words, with how much is done and of how much (0: not known); ``taken_in`` when the library
    holds something else now; ``asks`` when a person has to say yes to something first, who
    asked for this look: ``state.standing`` says to what. ``address_wanted``: there is no address
    to ask at. ``shared``: something that the group shares was sent, or answered.
    """

    changed = Signal()
    progressed = Signal(str, int, int)
    taken_in = Signal()
    asks = Signal()
    address_wanted = Signal()
    shared = Signal()
    minute_passed = Signal()
    _told = Signal(str, int, int)

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        settings: SettingsFile,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.network: NetworkState = UnknownNetwork()
        self.state = UpdatesState(looked_at=_moment(settings.current.looked_at))
        self.waiting_offer: Offer | None = None
        self._services = services
        self._tasks = tasks
        self._settings = settings
        self._clock = clock
        self._stop: Stop | None = None
        self._address = self._trust_next = ""
        self._files_next = False
        # Told on the network lane; passed on, queued, on the window's thread.
        self._told.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

    @property
    def is_running(self) -> bool:
        """Whether a look is under way."""
        return self._stop is not None

    @property
    def has_address(self) -> bool:
        """Whether there is an address to ask at."""
        return bool(self._settings.current.service)

    def today(self) -> date:
        """Return the day it is, for words that say when something was."""
        return self._clock.today()

    def set_address(self, address: str) -> None:
        """Ask at another address from now on; nothing is known of it yet. Empty is at none."""
        if address != self._settings.current.service:
            self.stop()
            self._settings.change(service=address, looked_at="")
            self.state, self.waiting_offer = UpdatesState(), None
            self.changed.emit()

    def get(self, trust: str = "") -> None:
        """Look, and take in what is new: somebody asked for it.

        ``trust`` is the digits of a publisher that a person has said yes to. While a look is
        under way, it counts as this one; with ``trust`` another follows.
        """
        if not self.has_address:
            self.address_wanted.emit()
            return
        self._begin(trust, LITTLE_BYTES if self.is_dear and not trust else None)

    def get_much(self) -> None:
        """Look, and take in what is new however much it is: somebody said yes to that."""
        if self.has_address:
            self._begin("", None)

    def get_files(self) -> None:
        """Look, and fetch the files that go along too, whatever that costs: somebody said yes."""
        if not self.has_address:
            self.address_wanted.emit()
            return
        if self.is_running:
            self._files_next = True
            return
        self._begin("", LITTLE_BYTES if self.is_dear else None, with_files=True)

    def look(self) -> None:
        """Look, and take in what is new: nobody asked for it."""
        if self.has_address:
            self._begin("", None, by_itself=True)

    def stop(self) -> None:
        """Stop the look that is under way; what was fetched serves the next one."""
        if self._stop is not None:
            self._stop.set()

    def forget_how_it_ended(self) -> None:
        """Say only when the last look was: a library was removed since, so more does not hold."""
        if not self.is_running:
            was = self.state
            self.state = UpdatesState(
                looked_at=was.looked_at, ended_at=was.ended_at, by_itself=True
            )
            self.waiting_offer = None
            self.changed.emit()

    def _begin(
        self,
        trust: str,
        at_most: int | None,
        *,
        by_itself: bool = False,
        with_files: bool = False,
    ) -> None:
        if self._stop is not None:
            self._trust_next = trust or self._trust_next
            self.state = replace(self.state, by_itself=self.state.by_itself and by_itself)
            return
        self._stop = stop = Stop()
        self._address = self._settings.current.service
        self.state = replace(self.state, by_itself=by_itself)
        text_only = self.is_dear and not with_files
        self._tasks.run(
            partial(self._sync, self._address, trust, at_most, text_only, stop),
            then=self._end,
            otherwise=self._fail,
            lane="network",
            stop=stop,
        )
        self.changed.emit()

    @property
    def is_dear(self) -> bool:
        """Whether somebody minds how much is fetched: the files that go along can wait."""
        return self._settings.current.metered_care and self.network.is_metered is True

    def _sync(
        self, address: str, trust: str, at_most: int | None, text_only: bool, stop: Stop
    ) -> "Arrival":
        """Network lane: look at the service."""
        return self._services.arrivals.sync(
            address,
            trust=trust,
            at_most=at_most,
            text_only=text_only,
            tell=self._told.emit,
            stop=stop,
        )

    def _end(self, arrival: "Arrival") -> None:
        taken = arrival.taken
        if any(each.name == _SUBMISSIONS and each.count for each in arrival.steps):
            self.shared.emit()
        self.waiting_offer = arrival.offer if arrival.standing is Standing.ASKS else None
        self._note(
            replace(
                self.state,
                standing=self._seen_from_here(arrival.standing),
                error=arrival.error,
                is_late=arrival.is_late,
                changed=taken.added + taken.changed + taken.removed,
                to_read=arrival.offer.to_read if arrival.offer else 0,
                wait_s=arrival.wait_s,
            )
        )

    def _fail(self, error: Exception) -> None:
        """Say what is wrong with the address, or with the library on this computer."""
        self.waiting_offer = None
        told = error if isinstance(error, AppError) else AppError()
        self._note(replace(self.state, standing=Standing.FAILED, error=told, changed=0, wait_s=0))

    def _note(self, state: UpdatesState) -> None:
        self._stop, trust, self._trust_next = None, self._trust_next, ""
        files, self._files_next = self._files_next, False
        if self._address != self._settings.current.service:
            self.waiting_offer = None
            self.changed.emit()  # it says nothing of the address that is asked now
            return
        now = self._clock.now()
        is_good = state.standing in GOOD
        self.state = replace(state, ended_at=now, looked_at=now if is_good else state.looked_at)
        if is_good:
            self._settings.change(looked_at=now.isoformat())
        self.changed.emit()
        if state.standing is Standing.TAKEN_IN:
            self.taken_in.emit()
        elif state.standing in _ASK and not state.by_itself and not trust:
            self.asks.emit()
        if trust:
            self._begin(trust, None)
        elif files:
            self.get_files()

    def _seen_from_here(self, standing: Standing) -> Standing:
        """Where nothing answers because somebody has to sign in, say that instead."""
        if standing is Standing.OFFLINE and self.network.is_behind_portal:
            return Standing.SIGN_IN
        return standing


def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
