"""One exchange with the service: each step stands alone, and one that fails loses nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from threading import Event

from vcs_desktop.core.errors import AppError, Stopped
from vcs_desktop.core.two_laptops_errors import LookFirst, NotShared, TakenOut
from vcs_desktop.domain.arriving_changes import Why
from vcs_desktop.domain.laptops import State
from vcs_desktop.storage import exchange_log, exchange_state
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.exchange_state import TakingPart
from vcs_desktop.storage.operation_log import Logged
from vcs_desktop.sync.group_exchange import coming_back, doors, epoch_keys
from vcs_desktop.sync.group_exchange.asking_again import ask_again
from vcs_desktop.sync.group_exchange.files import FilesMoved, move_files
from vcs_desktop.sync.group_exchange.frames import Keys
from vcs_desktop.sync.group_exchange.pulling import (
    At,
    Progress,
    Pulled,
    pull,
)
from vcs_desktop.sync.group_exchange.pushing import PushedAll, push, put_back, put_blanks
from vcs_desktop.sync.group_exchange.taking_in import take_in
from vcs_desktop.sync.group_service import GroupService
from vcs_desktop.sync.service_errors import DeviceRemoved, TokenNotKnown


@dataclass(slots=True)
class Exchanged:
    """What came of an exchange.

    ``new`` is what came among the records. ``sent`` counts operations, ``waiting`` those that
    still have to go. ``held`` says why so many of what came are not among the records,
    ``would_go`` how many things would be deleted by what waits for a person. ``missing`` are
    changes that others stand on and that never came, ``lost`` what the service said it has
    and did not give back, ``others`` what it has under the id of one of ours. ``put_back`` are
    those whose words somebody had deleted on it without a word to the group. ``came_back`` are
    laptops that it had forgotten and that were let in again. ``branched`` are devices as which two
    computers write.
    """

    new: list[Logged] = field(default_factory=list)
    sent: int = 0
    blanked: int = 0
    put_back: int = 0
    waiting: int = 0
    held: Mapping[Why, int] = field(default_factory=dict)
    would_go: int = 0
    missing: int = 0
    lost: int = 0
    others: int = 0
    joins: int = 0
    came_back: int = 0
    is_new_era: bool = False
    has_less: bool = False
    has_wrong_key: bool = False
    branched: set[str] = field(default_factory=set)
    files: FilesMoved = field(default_factory=FilesMoved)
    error: AppError | None = None
    """Why a step could not be done; None where all were."""

    def and_then(self, after: "Exchanged") -> None:
        """Add what came of one more exchange right after this one."""
        self.new += after.new
        self.sent += after.sent
        self.waiting, self.held, self.error = after.waiting, after.held, after.error
        self.lost += after.lost
        self.branched |= after.branched


class GroupExchange:
    """Exchanges what one group's file holds with one service."""

    def __init__(
        self,
        database: Database,
        group: str,
        service: GroupService,
        *,
        at: At = lambda _: None,
        progress: Progress = lambda *_: None,
        stop: Event | None = None,
    ) -> None:
        """``at`` is told the name of each step as it ends."""
        self._database = database
        self._group = group
        self._service = service
        self._tell_at = at
        self._progress = progress
        self._stop = stop
        self._known_keys: Keys | None = None

    def run(self, now: datetime, *, with_files: bool = True) -> Exchanged:
        """Read, take in, give, read again, and move files; what failed says so in the answer.

        Raises:
            NotShared: the group is on this laptop alone.
            LookFirst: it was brought back from a backup, and nobody has looked.
            TakenOut: this laptop was taken out, as the service says once more.
        """
        part = self._part()
        if part.state is State.LOOK:
            raise LookFirst
        found = Exchanged()
        self._known_keys = None  # since the last run this computer may have a new id
        try:
            self._steps_or_come_back(found, now, with_files=with_files)
            with self._database.writing() as session:
                exchange_state.set_last_at(session, now)
                exchange_state.set_state(session, State.ON)
        except (DeviceRemoved, TokenNotKnown) as error:
            if part.state is State.REMOVED and isinstance(error, DeviceRemoved):
                raise TakenOut from error
            state = State.REMOVED if isinstance(error, DeviceRemoved) else State.UNKNOWN
            with self._database.writing() as session:
                exchange_state.set_state(session, state)
            found.error = error
        except AppError as error:
            found.error = error
        with self._database.reading() as session:
            found.held = exchange_log.how_many_wait(session)
            found.waiting = exchange_log.waiting_to_go(session)
        return found

    def _steps_or_come_back(self, found: Exchanged, now: datetime, *, with_files: bool) -> None:
        try:
            self._steps(found, now, with_files=with_files)
        except TokenNotKnown:
            token = coming_back.come_back(self._database, self._service, self._group)
            if token is None:
                raise
            self._service = self._service.entering(self._group, token)
            self._steps(found, now, with_files=with_files)

    def _steps(self, found: Exchanged, now: datetime, *, with_files: bool) -> None:
        self._progress("read", 0, 0)
        ask_again(self._database, self._service, self._keys, self._at)
        pulled = self._read(found, now)
        self._give_keys(pulled)
        self._progress("give", 0, 0)
        pushed = push(self._database, self._service, self._keys(), self._at)
        found.sent += pushed.stored
        if pushed.stored or pushed.others:
            self._read(found, now)
            self._again(found, pushed)
        found.put_back = put_back(self._database, self._service, self._keys(), self._at)
        found.blanked = put_blanks(self._database, self._service, self._keys(), self._at)
        if with_files:
            found.files = move_files(
                self._database, self._service, self._at, self._progress, self._stop
            )

    def _again(self, found: Exchanged, pushed: PushedAll) -> None:
        """Say what the service holds in place of something of ours, once it was read again."""
        if pushed.others:
            with self._database.reading() as session:
                found.others = min(pushed.others, exchange_log.waiting_to_go(session))

    def _read(self, found: Exchanged, now: datetime) -> Pulled:
        pulled = pull(
            self._database,
            self._service,
            self._keys,
            self._at,
            self._progress,
            self._before_anew,
        )
        found.is_new_era |= pulled.is_new_era
        found.has_less |= pulled.has_less
        found.lost += pulled.lost
        came_back = coming_back.let_back(self._database, self._service, self._group)
        found.came_back += came_back
        found.joins = max(0, pulled.joins - came_back)
        self._take_in(found, now)
        if self._service_has_key(pulled):
            self._known_keys = None
            found.has_wrong_key = epoch_keys.fetch(
                self._database, self._service, self._group, pulled.epoch, self._at
            )
            self._take_in(found, now)
        return pulled

    def _before_anew(self) -> None:
        doors.shut(self._database, self._service)
        coming_back.note_forgotten(self._database, self._service)

    def _at(self, step: str) -> None:
        """Tell that a step ended, and end there where somebody asked for that.

        Raises:
            Stopped: ``stop`` was set.
        """
        self._tell_at(step)
        if self._stop is not None and self._stop.is_set():
            raise Stopped

    def _take_in(self, found: Exchanged, now: datetime) -> None:
        self._progress("take in", 0, 0)
        taken = take_in(self._database, self._keys(), now)
        self._at("taken in")
        found.new += taken.new
        found.would_go = taken.would_go
        found.missing = taken.missing
        found.branched |= taken.branched

    def _service_has_key(self, pulled: Pulled) -> bool:
        with self._database.reading() as session:
            known = [each.epoch for each in exchange_state.epochs(session) if each.is_given]
        return pulled.epoch > max(known, default=0)

    def _give_keys(self, pulled: Pulled) -> None:
        with self._database.reading() as session:
            known = exchange_state.epochs(session)
        if any(not each.is_given or each.epoch > pulled.epoch for each in known):
            self._known_keys = None
            epoch_keys.give(self._database, self._service, self._group, pulled.epoch, self._at)

    def _keys(self) -> Keys:
        """Return the keys, which are read once until one is added or given."""
        if self._known_keys is None:
            self._known_keys = keys_of(self._database, self._group)
        return self._known_keys

    def _part(self) -> TakingPart:
        with self._database.reading() as session:
            part = exchange_state.taking_part(session)
        if part is None or not part.service:
            raise NotShared
        return part


def keys_of(database: Database, group: str) -> Keys:
    """Return what a group's file seals, opens and signs with."""
    with database.reading() as session:
        return Keys(
            group,
            exchange_state.epochs(session),
            exchange_state.own_devices(session),
            exchange_log.this_device_id(session),
        )


Connect = Callable[[str], GroupService]
"""Returns the service at an address; tests give one in memory."""
