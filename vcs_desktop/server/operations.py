"""The sealed operations of a group: each has its number for ever, in the order of the commits."""

import hashlib
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, Integer, and_, bindparam, func, insert, select, update

from vcs_desktop.server import refusals
from vcs_desktop.server.doors import Asker
from vcs_desktop.server.room import give_back, room_with, take
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

_OURS: Final = (
    operations.c.group_id == bindparam("group"),
    operations.c.number > bindparam("after"),
)
_SIZES: Final = (
    select(operations.c.number, operations.c.size)
    .where(*_OURS, operations.c.number <= bindparam("head"))
    .order_by(operations.c.number)
    .limit(bindparam("most", type_=Integer))
)
_PAGE: Final = (
    select(operations)
    .where(*_OURS, operations.c.number <= bindparam("last"))
    .order_by(operations.c.number)
)
_WAITING: Final = select(func.count()).where(
    joins.c.group_id == bindparam("group"),
    joins.c.welcome.is_(None),
    joins.c.refused.is_(False),
    joins.c.expires_at > bindparam("now"),
)
_KNOWN: Final = select(
    operations.c.uuid,
    operations.c.sha256,
    operations.c.number,
    operations.c.blank.is_not(None).label("is_blank"),
).where(
    operations.c.group_id == bindparam("group"),
    operations.c.uuid.in_(bindparam("uuids", expanding=True)),
)
_ADD: Final = insert(operations)
_COUNT: Final = (
    update(groups)
    .where(groups.c.id == bindparam("group"))
    .values(head=bindparam("new_head"), bytes_kept=bindparam("kept"))
)


def page(connection: Connection, who: Asker, after: int, limit: int, now: Any) -> Page:
    """Return the operations after a number: ``limit`` at most, and 8 MB of them."""
    found: tuple[StoredOperation, ...] = ()
    if after < who.head:
        # All numbers up to the head were there when the head was; later ones are another page's.
        asked = {"group": who.group, "after": after, "head": who.head, "most": limit}
        sizes = connection.execute(_SIZES, asked).all()
        last = _last_that_fits([(each.number, each.size) for each in sizes])
        rows = connection.execute(_PAGE, {"group": who.group, "after": after, "last": last})
        found = tuple(_stored(row) for row in rows)
    count = connection.execute(_WAITING, {"group": who.group, "now": now}).scalar_one()
    return Page(who.era, who.head, who.epoch, count, found)


def push(connection: Connection, who: Asker, pushed: Sequence[SealedOperation]) -> PushAnswer:
    """Keep operations, each once; the group's row is locked."""
    asked = {"group": who.group, "uuids": [each.uuid for each in pushed]}
    known = {
        row.uuid: (row.sha256, row.number, row.is_blank)
        for row in connection.execute(_KNOWN, asked)
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
        kept = room_with(who, sum(len(each["body"]) for each in added))
        connection.execute(_ADD, added)
        connection.execute(_COUNT, {"group": who.group, "new_head": head, "kept": kept})
    return PushAnswer(who.era, tuple(results))


def blank(connection: Connection, who: Asker, uuid: str, octets: bytes) -> None:
    """Put a blank in an operation's place, or in that of another blank; its body is gone for good.

    Only the group can see whether a blank is one. So where somebody put what is none, whoever
    sees that puts one there.

    Raises:
        Refusal: there is no such operation; or no room for a blank that is larger than it.
    """
    this = and_(operations.c.group_id == who.group, operations.c.uuid == uuid)
    asked = select(operations.c.blank, operations.c.size).where(this)
    found = connection.execute(asked).one_or_none()
    if found is None:
        raise refusals.not_there()
    if found.blank is not None and bytes(found.blank) == octets:
        return
    if len(octets) > found.size:  # as nobody's app makes one: it would fill what has no room
        take(connection, who, len(octets) - found.size)
    else:
        give_back(connection, who.group, found.size - len(octets))
    connection.execute(
        update(operations)
        .where(this)
        .values(body=None, blank=octets, blanked_by=who.device, size=len(octets))
    )


def put_back(connection: Connection, who: Asker, uuid: str, octets: bytes) -> None:
    """Put an operation's own bytes back in the place of its blank; the group's row is locked.

    Who may blank is anybody of the group, for the one who wrote may be gone; so whoever still has
    the bytes may undo that. Whether it was meant stands in what is sealed.

    Raises:
        Refusal: there is no such operation, these are not its bytes, or there is no room.
    """
    this = and_(operations.c.group_id == who.group, operations.c.uuid == uuid)
    asked = select(operations.c.sha256, operations.c.blank, operations.c.size).where(this)
    found = connection.execute(asked).one_or_none()
    if found is None:
        raise refusals.not_there()
    if hashlib.sha256(octets).hexdigest() != found.sha256:
        raise refusals.conflict(Code.OTHER_BYTES, "These are not the bytes that stood there.")
    if found.blank is None:
        return
    take(connection, who, len(octets) - found.size)
    whole = {"body": octets, "blank": None, "blanked_by": None, "size": len(octets)}
    connection.execute(update(operations).where(this).values(**whole))


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
