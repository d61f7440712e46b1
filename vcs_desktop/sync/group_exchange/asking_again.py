"""What came damaged is asked for again: it may be right by now."""

import hashlib
from collections.abc import Callable
from typing import Final

from vcs_desktop.storage import exchange_log, exchange_state
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.desk import on_desk, put_on_desk
from vcs_desktop.sync.group_exchange.frames import Keys
from vcs_desktop.sync.group_exchange.pulling import At, keep
from vcs_desktop.sync.group_service import GroupService

_TROUBLE: Final = "exchange/trouble"
_MOST_AT_ONCE: Final = 10


def ask_again(database: Database, service: GroupService, keys: Callable[[], Keys], at: At) -> None:
    """Let everything be read once more where something came wrong, or ask for that alone.

    Everything is read once for each such trouble. What was wrong then too is asked for by itself
    at every exchange, a few at a time: another laptop may have put it right on the service.

    Raises:
        Offline: the service cannot be asked.
        Refused: it does not let this laptop in.
    """
    with database.reading() as session:
        part = exchange_state.taking_part(session)
    if part is None or _is_read_again(database):
        return
    with database.reading() as session:
        places = exchange_log.spoiled(session, _MOST_AT_ONCE)
    for place in places:
        page = service.operations(place - 1, limit=1)
        if page.era != part.era:
            return  # its numbers are others now: everything will be read
        with database.writing() as session:
            keep(session, [each for each in page.operations if each.number == place], keys)
        at("asked again")


def _is_read_again(database: Database) -> bool:
    """Let everything be read where that was not done for this trouble, and say whether it is."""
    with database.reading() as session:
        ids = exchange_log.trouble(session)
        known = on_desk(session, _TROUBLE)
    digest = hashlib.sha256(" ".join(ids).encode()).hexdigest() if ids else ""
    if digest == (known or ""):
        return False
    with database.writing() as session:
        put_on_desk(session, _TROUBLE, digest, None)
        if digest:
            exchange_state.read_anew(session)
    return bool(digest)
