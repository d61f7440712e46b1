"""What would be deleted by changes that wait until a person has been asked."""

from dataclasses import dataclass

from vcs_desktop.domain.arriving_changes import Why
from vcs_desktop.storage import exchange_log
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.queries import group_exchange as asked
from vcs_desktop.sync.group_exchange.frames import Keys, Opened
from vcs_desktop.wire.operation import Deed


@dataclass(frozen=True, slots=True)
class WouldGo:
    """The records that would be in the bin, and those that would be gone for good, by id."""

    binned: frozenset[str] = frozenset()
    erased: frozenset[str] = frozenset()


def would_go(database: Database, keys: Keys) -> WouldGo:
    """Return which records that are here would go by what waits for a yes."""
    with database.reading() as session:
        waiting = [each for each in exchange_log.arrived(session) if each.why is Why.HELD]
    opened = [each for each in map(keys.open, waiting) if isinstance(each, Opened)]
    binned, erased = set[str](), set[str]()
    for each in opened:
        if each.logged.deed == Deed.ERASE and each.logged.body is not None:
            erased.update(each.operation.records)
        elif each.logged.deed == Deed.DELETE and each.logged.record_id:
            binned.add(each.logged.record_id)
    with database.reading() as session:
        living = asked.living_among(session, binned | erased)
    return WouldGo(frozenset((binned - erased) & living), frozenset(erased & living))
