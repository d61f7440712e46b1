"""Who asks: known from the token alone, and looked at again in the same transaction as the work."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, and_, bindparam, insert, select, update

from vcs_desktop.core.ids import Ids
from vcs_desktop.server import refusals
from vcs_desktop.server.tables import devices, groups, officers, service
from vcs_desktop.server.tokens import digest

_OF_TOKEN: Final = devices.c.token_sha256 == bindparam("token")
_LOCKED: Final = (
    select(groups.c.id)
    .where(groups.c.id == select(devices.c.group_id).where(_OF_TOKEN).scalar_subquery())
    .with_for_update()
)
_ASKED: Final = (
    select(
        devices.c.group_id,
        devices.c.id,
        devices.c.removed_at,
        devices.c.token_used,
        groups.c.head,
        groups.c.epoch,
        groups.c.bytes_kept,
        service.c.era,
    )
    .join(groups, groups.c.id == devices.c.group_id)
    .join(service, service.c.id == 1)
    .where(_OF_TOKEN)
)
_ERA: Final = select(service.c.era)


@dataclass(frozen=True, slots=True)
class Asker:
    """A laptop of a group that may come in, and how things stand there."""

    group: str
    device: str
    era: str
    head: int
    epoch: int
    bytes_kept: int
    token_used: bool


def asker(
    connection: Connection, token: str, group: str | None = None, *, locking: bool = False
) -> Asker:
    """Return who asks; ``group`` is what it asks about, None its own.

    ``locking`` keeps the group's row until the transaction ends: nobody is given a number
    or removed meanwhile.

    Raises:
        Refusal: nobody has this token, it was removed, or it asks about another group.
    """
    known = {"token": digest(token)}
    if locking:
        connection.execute(_LOCKED, known)
    found = connection.execute(_ASKED, known).one_or_none()
    if found is None:
        raise refusals.unknown_token()
    if found.removed_at is not None:
        raise refusals.removed()
    if group is not None and found.group_id != group:
        raise refusals.not_there()
    return Asker(
        found.group_id,
        found.id,
        found.era,
        found.head,
        found.epoch,
        found.bytes_kept,
        found.token_used,
    )


def note_used(connection: Connection, who: Asker) -> None:
    """Note that a laptop has its token: from now on nobody is told another one for it."""
    if who.token_used:
        return
    connection.execute(
        update(devices)
        .where(and_(devices.c.group_id == who.group, devices.c.id == who.device))
        .values(token_used=True)
    )


def officer(connection: Connection, token: str) -> str:
    """Return the name of the officer who asks.

    Raises:
        Refusal: no officer has this token.
    """
    asked = select(officers.c.name).where(officers.c.token_sha256 == digest(token))
    found = connection.execute(asked).scalar_one_or_none()
    if found is None:
        raise refusals.unknown_token()
    return str(found)


def era(connection: Connection) -> str:
    """Return the life that this database is in."""
    return str(connection.execute(_ERA).scalar_one())


def begin_era(connection: Connection, ids: Ids, now: datetime) -> str:
    """Begin a new life of the database, the first one too, and return its name."""
    begun: dict[str, Any] = {"era": ids.new(), "era_begun_at": now}
    if connection.execute(update(service).values(**begun)).rowcount == 0:
        connection.execute(insert(service).values(id=1, inbox_head=0, **begun))
    return str(begun["era"])


def begin_first_era(connection: Connection, ids: Ids, now: datetime) -> None:
    """Begin the first life of a database that has none yet."""
    if connection.execute(select(service.c.id)).first() is None:
        begin_era(connection, ids, now)
