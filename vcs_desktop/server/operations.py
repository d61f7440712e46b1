"""The sealed operations of a group: each has its number for ever, in the order of the commits."""

import hashlib
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, and_, func, insert, select, update

from vcs_desktop.server import refusals
from vcs_desktop.server.doors import Asker
from vcs_desktop.server.room import give_back, must_have_room
from vcs_desktop.server.tables import groups, joins, operations
from vcs_desktop.wire.service import (
    MOST_BODIES,
    Code,
    Outcome,
    Page,
    PushAnswer,
    Pushed,
    SealedOperation,
    StoredOperation,
)

_FIRST_LOOK: Final = (operations.c.number, operations.c.size)


def page(connection: Connection, who: Asker, after: int, limit: int, now: Any) -> Page:
    """Return the operations after a number: ``limit`` at most, and 8 MB of them."""
    ours = operations.c.group_id == who.group
    found: tuple[StoredOperation, ...] = ()
    if after < who.head:
        asked = select(*_FIRST_LOOK).where(ours, operations.c.number > after)
        sizes = connection.execute(asked.order_by(operations.c.number).limit(limit)).all()
        last = _last_that_fits([(each.number, each.size) for each in sizes])
        asked = select(operations).where(
            ours, operations.c.number > after, operations.c.number <= last
        )
        rows = connection.execute(asked.order_by(operations.c.number))
        found = tuple(_stored(row) for row in rows)
    waiting = select(func.count()).where(
        joins.c.group_id == who.group,
        joins.c.welcome.is_(None),
        joins.c.refused.is_(False),
        joins.c.expires_at > now,
    )
    count = connection.execute(waiting).scalar_one()
    return Page(who.era, who.head, who.epoch, count, found)


def push(connection: Connection, who: Asker, pushed: Sequence[SealedOperation]) -> PushAnswer:
    """Keep operations, each once; the group's row is locked."""
    asked = select(operations.c.uuid, operations.c.sha256, operations.c.number, operations.c.blank)
    asked = asked.where(
        operations.c.group_id == who.group, operations.c.uuid.in_([each.uuid for each in pushed])
    )
    known = {
        row.uuid: (row.sha256, row.number, row.blank is not None)
        for row in connection.execute(asked)
    }
    head = who.head
    added: list[dict[str, Any]] = []
    results: list[Pushed] = []
    for each in pushed:
        sha256 = hashlib.sha256(each.body).hexdigest()
        if each.uuid in known:
            results.append(_again(each.uuid, sha256, *known[each.uuid]))
            continue
        head += 1
        known[each.uuid] = (sha256, head, False)
        results.append(Pushed(each.uuid, Outcome.STORED, head))
        added.append(
            {
                "group_id": who.group,
                "number": head,
                "uuid": each.uuid,
                "device": who.device,
                "sha256": sha256,
                "size": len(each.body),
                "body": each.body,
            }
        )
    if added:
        must_have_room(connection, who.group, sum(len(each["body"]) for each in added))
        connection.execute(insert(operations), added)
        connection.execute(update(groups).where(groups.c.id == who.group).values(head=head))
    return PushAnswer(who.era, tuple(results))


def blank(connection: Connection, who: Asker, uuid: str, octets: bytes) -> None:
    """Put a blank in an operation's place; its body is gone for good.

    Raises:
        Refusal: there is no such operation, or another blank.
    """
    this = and_(operations.c.group_id == who.group, operations.c.uuid == uuid)
    asked = select(operations.c.blank, operations.c.size).where(this)
    found = connection.execute(asked).one_or_none()
    if found is None:
        raise refusals.not_there()
    if found.blank is not None:
        if bytes(found.blank) != octets:
            raise refusals.conflict(Code.OTHER_BYTES, "Another blank stands there already.")
        return
    connection.execute(
        update(operations)
        .where(this)
        .values(body=None, blank=octets, blanked_by=who.device, size=len(octets))
    )
    give_back(connection, who.group, found.size - len(octets))


def _again(uuid: str, sha256: str, kept: str, number: int, is_blank: bool) -> Pushed:
    if is_blank:
        return Pushed(uuid, Outcome.ERASED, number)
    if sha256 != kept:
        return Pushed(uuid, Outcome.OTHER_BYTES, None)
    return Pushed(uuid, Outcome.SAME, number)


def _last_that_fits(sizes: Sequence[tuple[int, int]]) -> int:
    """Return the last number that goes into one answer: the first always does."""
    total, last = 0, 0
    for number, size in sizes:
        total += size
        if last and total > MOST_BODIES:
            break
        last = number
    return last


def _stored(row: Any) -> StoredOperation:
    return StoredOperation(
        row.number,
        row.uuid,
        row.device,
        row.sha256,
        None if row.body is None else bytes(row.body),
        None if row.blank is None else bytes(row.blank),
        row.blanked_by or "",
    )
