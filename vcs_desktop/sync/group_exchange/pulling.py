"""Reads what the service holds, up to its head, and keeps it until it is taken in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from vcs_desktop.core.collecting import nothing_to_collect
from vcs_desktop.storage import exchange_blobs, exchange_log, exchange_state
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.exchange_log import Arrived, Given
from vcs_desktop.storage.exchange_state import TakingPart
from vcs_desktop.storage.sessions import Session
from vcs_desktop.sync.group_exchange.frames import Keys, Opened
from vcs_desktop.sync.group_service import GroupService
from vcs_desktop.sync.service_errors import WrongAnswer
from vcs_desktop.wire.sealed_frame import Sort
from vcs_desktop.wire.service import Page, StoredOperation

At = Callable[[str], None]
"""Told the name of each step as it ends."""

_MOST_TIMES_ANEW: Final = 3

MOST_THAT_WAITS: Final = 1 << 30
"""So many bytes that cannot be taken in yet are kept: nobody fills a disk with them."""

Progress = Callable[[str, int, int], None]
"""Told what is done, how much of it, and out of how much; 0 of 0 where nobody knows."""


@dataclass(slots=True)
class Pulled:
    """What reading to the head has shown.

    ``epoch`` is the group's highest key that the service knows, ``joins`` how many laptops ask
    to be let in. ``is_new_era`` says that the service was put back from a backup, ``has_less``
    that it says it holds less than it did, and ``lost`` how many operations it said it has and
    did not give back.
    """

    count: int = 0
    epoch: int = 0
    joins: int = 0
    is_new_era: bool = False
    has_less: bool = False
    lost: int = 0


def pull(
    database: Database,
    service: GroupService,
    keys: Callable[[], Keys],
    at: At,
    progress: Progress = lambda *_: None,
    anew: Callable[[], None] = lambda: None,
) -> Pulled:
    """Read to the head. What came is in the file, page by page, before the next is asked for.

    ``anew`` is called before everything is read from the beginning.

    Raises:
        Offline: the service cannot be asked; what came so far is kept.
        Refused: it does not let this laptop in.
        WrongAnswer: it gives more than any group has. What it gave is let go of, and read anew.
    """
    found, times = Pulled(), 0
    with database.reading() as session:
        waits = exchange_log.bytes_that_wait(session)
    while True:
        part = _part(database)
        page = service.operations(part.cursor)
        is_new_era, has_less = part.era not in ("", page.era), page.head < part.cursor
        if is_new_era or has_less:
            times += 1
            if times > _MOST_TIMES_ANEW:
                raise WrongAnswer("it begins anew with every answer")
            found.is_new_era |= is_new_era
            found.has_less |= has_less and not is_new_era
            anew()
            with database.writing() as session:
                _begin_anew(session, page.era)
            at("begun anew")
            continue
        with database.writing() as session:
            cursor, kept = _kept(session, page, part, keys)
            waits += kept
            is_too_much = waits > MOST_THAT_WAITS
            if is_too_much:
                exchange_log.forget_what_waits(session)
                exchange_state.set_cursor(session, page.era, 0)
            if not page.operations and page.head > cursor:
                raise WrongAnswer("it says that there is more, and gives nothing")
            if cursor >= page.head:
                found.lost += exchange_log.not_given_back(session)
        if is_too_much:
            raise WrongAnswer("it gives more than any group has")
        at("page kept")
        progress("read", cursor, page.head)
        found.count += len(page.operations)
        found.epoch, found.joins = page.epoch, page.joins
        if cursor >= page.head:
            return found


def _kept(
    session: Session, page: Page, part: TakingPart, keys: Callable[[], Keys]
) -> tuple[int, int]:
    """Keep a page; return up to where everything is read now, and how many bytes came."""
    cursor = page.operations[-1].number if page.operations else part.cursor
    if (page.era, cursor) != (part.era, part.cursor):
        exchange_state.set_cursor(session, page.era, cursor)
    return cursor, keep(session, page.operations, keys) if page.operations else 0


@nothing_to_collect()
def keep(session: Session, operations: Sequence[StoredOperation], keys: Callable[[], Keys]) -> int:
    """Note what is held already, and keep the rest as it came; return how many bytes that is."""
    held = exchange_log.held_of(session, [each.uuid for each in operations])
    known, came = [], []
    reader = keys() if held else None
    for each in operations:
        body = each.body if each.body is not None else each.blank
        arrived = Arrived(each.uuid, each.number, body or b"")
        here = held.get(each.uuid)
        if here is None or reader is None:
            came.append(arrived)
            continue
        sort = _sort_of(reader, arrived, here.digest)
        if each.body is None:
            # Who means harm can put there what is no blank. Where the words are here they are
            # put back in any case; where they were erased a blank goes there, as if none did.
            known.append(Given(here.number, each.number, sort is Sort.BLANK or here.has_words))
        elif sort is not None:
            known.append(Given(here.number, each.number, sort is Sort.BLANK))
        else:
            came.append(arrived)
    exchange_log.given(session, known, is_seen=True)
    exchange_log.arrive(session, came)
    return sum(len(each.body) for each in came)


def _sort_of(reader: Keys, arrived: Arrived, digest: str) -> Sort | None:
    """Return whether it is the operation with a digest, or its blank; None is neither."""
    if reader.is_whole(arrived, digest):
        return Sort.OPERATION
    opened = reader.open(arrived)
    if isinstance(opened, Opened) and opened.logged.digest == digest:
        return opened.place.sort
    return None


def _begin_anew(session: Session, era: str) -> None:
    """Offer everything, and read everything, from the beginning."""
    exchange_state.set_cursor(session, era, 0)
    exchange_log.offer_everything(session)
    exchange_blobs.begin_anew(session)


def _part(database: Database) -> TakingPart:
    with database.reading() as session:
        part = exchange_state.taking_part(session)
    if part is None:
        raise ValueError("nothing is exchanged")
    return part
