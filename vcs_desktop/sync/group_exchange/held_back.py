"""Much that would be deleted by what came waits until a person has been asked."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from vcs_desktop.domain.arriving_changes import Why, deletes_much
from vcs_desktop.storage import exchange_log, exchange_state
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.desk import on_desk, put_on_desk
from vcs_desktop.storage.queries import group_exchange as asked
from vcs_desktop.sync.group_exchange.frames import Keys, Opened
from vcs_desktop.sync.group_exchange.sorting import Sorting, erased_by
from vcs_desktop.wire.operation import Deed

if TYPE_CHECKING:
    from vcs_desktop.storage.sessions import Session

_WENT: Final = "exchange/went"
_COUNTED_FOR: Final = timedelta(days=1)
"""Deletions of so long count together: else many small exchanges would pass."""


@dataclass(frozen=True, slots=True)
class WouldGo:
    """The records that would be in the bin, and those that would be gone for good, by id.

    ``changes`` are the ids of all that waits with them.
    """

    binned: frozenset[str] = frozenset()
    erased: frozenset[str] = frozenset()
    changes: frozenset[str] = frozenset()


def would_go(database: Database, keys: Keys, among: frozenset[str] | None = None) -> WouldGo:
    """Return which records that are here would go by what waits for a yes.

    ``among`` are the changes that are asked about; None is all that waits.
    """
    with database.reading() as session:
        every = [each for each in exchange_log.arrived(session) if each.why is Why.HELD]
    waiting = [each for each in every if among is None or each.id in among]
    opened = [each for each in map(keys.open, waiting) if isinstance(each, Opened)]
    binned, erased = _binned_by(opened), erased_by(opened)
    with database.reading() as session:
        living = asked.living_among(session, binned | erased)
    return WouldGo(
        frozenset((binned - erased) & living),
        frozenset(erased & living),
        frozenset(each.id for each in waiting),
    )


def held_back(
    session: "Session",
    found: Sorting,
    now: datetime,
    sort: Callable[[Sequence[Opened]], Sorting],
) -> tuple[Sorting, int]:
    """Let nothing be taken where much would be deleted and nobody was asked.

    What went by arrivals in the last day counts too. A yes (``may_delete``) is for what waited
    when it was said, and for nothing else; ``sort`` sorts that out alone. Returns what is taken,
    and how many things would go by what waits.
    """
    part = exchange_state.taking_part(session)
    may_go = part is not None and part.may_delete
    let = [each for each in found.taken if may_go and each.arrived.why is Why.HELD]
    asked_for = _going(session, let)
    unasked = _going(session, found.taken) - asked_for
    went = {} if may_go else _lately(session, now)
    before = sum(went.values())
    is_much = bool(unasked) and deletes_much(
        len(unasked) + before, asked.living(session) - len(asked_for) + before
    )
    if is_much:
        held = {each.arrived.id: Why.HELD for each in found.taken}
        whys = found.whys | held
        found = sort(let)
        found.whys = whys
        for each in found.taken:
            del whys[each.arrived.id]
    elif unasked:
        went[now.isoformat()] = len(unasked) + went.get(now.isoformat(), 0)
    if may_go or (unasked and not is_much):
        put_on_desk(session, _WENT, went, None)
    if may_go:
        exchange_state.set_may_delete(session, may_delete=False)
    return found, len(unasked) if is_much else 0


def _lately(session: "Session", now: datetime) -> dict[str, int]:
    """Return how many things went by arrivals in the last day, by the moment."""
    since = now - _COUNTED_FOR
    went = on_desk(session, _WENT) or {}
    return {at: count for at, count in went.items() if datetime.fromisoformat(at) > since}


def _going(session: "Session", taken: Sequence[Opened]) -> set[str]:
    """Return the records that are here and would be in the bin or erased by what is taken."""
    return asked.living_among(session, _binned_by(taken) | erased_by(taken))


def _binned_by(some: Iterable[Opened]) -> set[str]:
    return {
        each.logged.record_id
        for each in some
        if each.logged.deed == Deed.DELETE and each.logged.record_id
    }
