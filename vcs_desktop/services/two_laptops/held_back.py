"""A great deletion from another laptop: looked at, let happen, or taken back for everybody."""

from collections.abc import Callable
from dataclasses import dataclass

from vcs_desktop.services.bin import BinService
from vcs_desktop.services.two_laptops import reporting
from vcs_desktop.services.two_laptops.lines import Report
from vcs_desktop.services.two_laptops.ways import Ways
from vcs_desktop.storage import exchange_log, exchange_state
from vcs_desktop.storage.queries import group_records
from vcs_desktop.sync.group_exchange.exchange import Exchanged, keys_of
from vcs_desktop.sync.group_exchange.held_back import WouldGo, would_go
from vcs_desktop.sync.group_exchange.taking_in import take_in


@dataclass(frozen=True, slots=True)
class GoingThing:
    """One thing that would be deleted; ``is_for_good`` says that nobody could bring it back."""

    kind: str
    record_id: str
    title: str
    is_for_good: bool


class HeldBack:
    """Changes that came and wait, because much would be deleted by them."""

    def __init__(self, ways: Ways, follow_up: Callable[[Exchanged], bool]) -> None:
        """``follow_up`` does what follows from what came in."""
        self._ways = ways
        self._follow_up = follow_up
        self._shown: frozenset[str] | None = None

    def things(self) -> tuple[GoingThing, ...]:
        """Return what would be deleted, by kind and name.

        What a person says afterwards is for this, and not for what comes after the look.
        """
        going = self._going()
        self._shown = going.changes
        with self._ways.database.reading() as session:
            found = [
                (group_records.record(session, each), each) for each in going.binned | going.erased
            ]
            names = group_records.titles(session, going.binned | going.erased)
        things = [
            GoingThing(record.kind, each, names.get(each, ""), each in going.erased)
            for record, each in found
            if record is not None
        ]
        return tuple(sorted(things, key=lambda each: (each.kind, each.title.casefold())))

    def let_come(self) -> Report:
        """Let it be deleted here too: what ``things`` has shown; all, if nobody has asked that.

        Raises:
            LookFirst: as ``exchange``; or NotShared, TakenOut, StartedAgain.
        """
        self._ways.part_that_may()
        with self._ways.turn():
            return reporting.report(self._ways.database, self._taken_in())

    def keep_ours(self) -> Report:
        """Let the changes come, and take out of the bin what they put there, for every laptop.

        What was deleted for good on the other laptop stays so: that is final everywhere.

        Raises:
            LookFirst: as ``exchange``; or NotShared, TakenOut, StartedAgain.
        """
        self._ways.part_that_may()
        going = self._going(self._shown)
        with self._ways.turn():
            found = self._taken_in()
            BinService(self._ways.records).restore(sorted(going.binned))
            with self._ways.database.reading() as session:
                found.waiting = exchange_log.waiting_to_go(session)
            return reporting.report(self._ways.database, found)

    def _going(self, among: frozenset[str] | None = None) -> WouldGo:
        database = self._ways.database
        return would_go(database, keys_of(database, self._ways.group.id), among)

    def _taken_in(self) -> Exchanged:
        database = self._ways.database
        with database.writing() as session:
            if self._shown is not None:
                exchange_log.only_these_held(session, self._shown)
            exchange_state.set_may_delete(session, may_delete=True)
        self._shown = None
        keys, now = keys_of(database, self._ways.group.id), self._ways.records.clock.now()
        taken = take_in(database, keys, now)
        found = Exchanged(new=list(taken.new), would_go=taken.would_go, missing=taken.missing)
        found.branched |= taken.branched
        self._follow_up(found)
        with database.reading() as session:
            found.held = exchange_log.how_many_wait(session)
            found.waiting = exchange_log.waiting_to_go(session)
        return found
