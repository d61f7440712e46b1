"""What has arrived is looked at, and comes among the records: all that can, in one step."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from vcs_desktop.core.collecting import nothing_to_collect
from vcs_desktop.domain.arriving_changes import NEVER, Why
from vcs_desktop.storage import exchange_log, exchange_state
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.exchange_log import Arrived, Given
from vcs_desktop.storage.operation_log import Logged
from vcs_desktop.storage.queries import group_exchange as asked
from vcs_desktop.storage.receiving import receive_all
from vcs_desktop.sync.group_exchange.book import Book
from vcs_desktop.sync.group_exchange.frames import Keys, Opened
from vcs_desktop.sync.group_exchange.held_back import held_back
from vcs_desktop.sync.group_exchange.lines import join_lines
from vcs_desktop.sync.group_exchange.sorting import Here, sorted_out
from vcs_desktop.wire.sealed_frame import Sort

if TYPE_CHECKING:
    from vcs_desktop.storage.sessions import Session


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came among the records.

    ``would_go`` is how many things would be deleted by what waits for a person. ``missing`` is
    how many changes others stand on that never came. ``branched`` are devices as which two
    computers write.
    """

    new: tuple[Logged, ...] = ()
    would_go: int = 0
    missing: int = 0
    branched: frozenset[str] = frozenset()


@nothing_to_collect()
def take_in(database: Database, keys: Keys, now: datetime) -> TakenIn:
    """Take in what has arrived, as far as it can be; the rest says why it waits.

    ``now`` is for what was deleted by arrivals of the last day: it counts together.

    Raises:
        AppError: the file cannot be written; what arrived is still there.
    """
    with database.reading() as session:
        came = exchange_log.arrived(session)
    if not came:
        return TakenIn()
    return _looked_at(database, keys, came, now)


def _looked_at(database: Database, keys: Keys, came: Sequence[Arrived], now: datetime) -> TakenIn:
    opened: list[Opened] = []
    whys: dict[str, Why] = {}
    for each in came:
        found = each.why if each.why in NEVER else keys.open(each)
        if isinstance(found, Opened):
            opened.append(found)
        elif each.why not in NEVER:
            whys[each.id] = found
    join_lines(opened)
    with database.writing() as session:
        return _taken_in(session, opened, whys, now)


def _taken_in(
    session: "Session", opened: Sequence[Opened], whys: dict[str, Why], now: datetime
) -> TakenIn:
    held = exchange_log.held_of(session, [each.logged.id for each in opened])
    new = [each for each in opened if each.logged.id not in held]
    again = [each for each in opened if each.logged.id in held]
    same = [each for each in again if held[each.logged.id].digest == each.logged.digest]
    whys |= {each.arrived.id: Why.OTHER for each in again}
    for each in same:
        del whys[each.arrived.id]
    found = sorted_out(new, _here(session, new))
    found, would_go = held_back(
        session, found, now, lambda some: sorted_out(some, _here(session, some))
    )
    received = receive_all(session, [(each.logged, each.operation) for each in found.taken])
    exchange_state.trust(session, found.book.new)
    numbers = {id_: each.number for id_, each in held.items()} | received.numbers
    signed = {
        numbers[each.logged.id]: each.signed
        for each in found.taken
        if each.place.sort is Sort.OPERATION
    }
    exchange_log.keep_signed(session, signed)
    _note_places(session, (*found.taken, *same), numbers)
    exchange_log.taken(session, [each.arrived.id for each in (*found.taken, *same)])
    exchange_log.left(session, whys | found.whys)
    missing = _missing(session, found.taken)
    return TakenIn(received.new, would_go, missing, frozenset(found.branched))


def _here(session: "Session", new: Sequence[Opened]) -> Here:
    trusted, devices = exchange_state.trusted(session), asked.devices(session)
    records = {each.logged.record_id for each in new if each.logged.record_id}
    return Here(
        lambda: Book(trusted, devices),
        asked.tails(session),
        asked.lines(session),
        asked.erased_among(session, records),
    )


def _note_places(session: "Session", some: Iterable[Opened], numbers: Mapping[str, int]) -> None:
    """Keep which the service has; what came by stick is offered to it."""
    by_service, by_stick = [], []
    for each in some:
        number = numbers[each.logged.id]
        if each.arrived.place:
            is_blank = each.place.sort is Sort.BLANK
            by_service.append(Given(number, each.arrived.place, is_blank))
        else:
            by_stick.append(number)
    exchange_log.given(session, by_service, is_seen=True)
    exchange_log.offer(session, exchange_log.not_on_service(session, by_stick))


def _missing(session: "Session", taken: Iterable[Opened]) -> int:
    """Return how many changes are not here that some of the new ones were made on top of."""
    named: set[str] = set()
    for each in taken:
        named.update(each.operation.based_on)
    return len(asked.unknown_among(session, named))
