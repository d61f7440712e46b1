"""Gives the service what it does not have: sealed operations, and blanks of what was erased."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from vcs_desktop.storage import exchange_log
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.exchange_log import Given, ToGive
from vcs_desktop.sync.group_exchange.frames import Keys, Opened
from vcs_desktop.sync.group_exchange.pulling import At
from vcs_desktop.sync.group_exchange.sorting import erased_by
from vcs_desktop.sync.group_service import GroupService
from vcs_desktop.sync.service_errors import NotThere, OtherBytes
from vcs_desktop.wire.service import (
    MOST_BODIES,
    MOST_IN_A_PUSH,
    Outcome,
    SealedOperation,
)

_MOST_AT_ONCE: Final = 100_000


@dataclass(slots=True)
class PushedAll:
    """What became of what was given. ``others`` are there otherwise, it says."""

    stored: int = 0
    others: int = 0
    blanked: int = 0


def push(database: Database, service: GroupService, keys: Keys, at: At) -> PushedAll:
    """Give the service what waits, the oldest first.

    How each was signed is kept before it is sent: were the answer lost, the same bytes go again.

    Raises:
        Offline: the service cannot be asked; what it has taken is noted.
        Refused: it does not let this laptop in.
    """
    found = PushedAll()
    after = 0
    while True:
        with database.reading() as session:
            some = exchange_log.to_give(session, MOST_IN_A_PUSH, after=after)
        if not some:
            return found
        sealed, some = _sealed(database, keys, some)
        after = some[-1].number
        at("signed")
        answer = service.push(sealed)
        at("pushed")
        by_id = {each.logged.id: each for each in some}
        given = []
        for result in answer.results:
            each = by_id[result.uuid]
            if result.outcome in (Outcome.STORED, Outcome.SAME) and result.number is not None:
                given.append(Given(each.number, result.number, each.logged.body is None))
            else:
                found.others += result.outcome in (Outcome.OTHER_BYTES, Outcome.ERASED)
        with database.writing() as session:
            exchange_log.given(session, given, is_seen=False)
        found.stored += len(given)
        at("push noted")


def put_blanks(database: Database, service: GroupService, keys: Keys, at: At) -> int:
    """Let the service forget what was erased, and return how much that was.

    Raises:
        Offline: the service cannot be asked.
    """
    with database.reading() as session:
        erased = exchange_log.to_blank(session, _MOST_AT_ONCE)
    for each in erased:
        with suppress(NotThere):  # it never had it
            service.blank(each.logged.id, keys.blank(each.logged))
        with database.writing() as session:
            exchange_log.set_blank(session, each.number, is_blank=True)
        at("blanked")
    return len(erased)


def put_back(database: Database, service: GroupService, keys: Keys, at: At) -> int:
    """Give the service the words again that somebody blanked there, and return how many.

    Only where nobody has said that they were erased: that word is in what is sealed, and comes
    before a blank of anybody who means it. Ask it when everything was read up to the head.

    Raises:
        Offline: the service cannot be asked.
    """
    with database.reading() as session:
        blanked = exchange_log.to_put_back(session, _MOST_AT_ONCE)
        waiting = exchange_log.arrived(session) if blanked else []
    opened = (each for each in map(keys.open, waiting) if isinstance(each, Opened))
    erased, count = erased_by(opened), 0
    for each in blanked:
        if each.logged.record_id in erased:
            continue
        # Who was put back from a copy has not signed what it gave since; it signs it the same.
        signed = each.signed or keys.signed(each)
        with suppress(OtherBytes, NotThere):  # we have it as it was signed later
            service.put_back(each.logged.id, keys.sealed(each, signed))
            count += 1
            with database.writing() as session:
                if each.signed is None:
                    exchange_log.keep_signed(session, {each.number: signed})
                exchange_log.set_blank(session, each.number, is_blank=False)
        at("put back")
    return count


def _sealed(
    database: Database, keys: Keys, some: Sequence[ToGive]
) -> tuple[list[SealedOperation], list[ToGive]]:
    """Seal as many as go at once, and keep how they are signed."""
    sealed: list[SealedOperation] = []
    size, kept = 0, {}
    for each in some:
        if each.logged.body is None:
            body = keys.blank(each.logged)
        else:
            signed = keys.signed(each)
            body = keys.sealed(each, signed)
            if signed != each.signed:
                kept[each.number] = signed
        if sealed and size + len(body) > MOST_BODIES:
            break
        size += len(body)
        sealed.append(SealedOperation(each.logged.id, body))
    with database.writing() as session:
        exchange_log.keep_signed(session, kept)
    return sealed, list(some[: len(sealed)])
