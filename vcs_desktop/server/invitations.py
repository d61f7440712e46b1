"""Invitations, and the laptops that come by them and wait to be let in."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, select, update

from vcs_desktop.server import refusals
from vcs_desktop.server.doors import Asker, era
from vcs_desktop.server.laptops import add
from vcs_desktop.server.tables import devices, groups, invitations, joins
from vcs_desktop.server.tokens import digest, new_token
from vcs_desktop.wire.service import (
    INVITATION_S,
    MOST_INVITATIONS,
    Admitted,
    Code,
    DeviceKeys,
    Invitation,
    JoinRequest,
    Welcome,
)

_WAITS: Final = timedelta(days=7)
"""So long a laptop may wait for its welcome, and the welcome for the laptop."""
MOST_WAITING: Final = 5
"""Laptops of one invitation: who guessed it must not fill the list."""


def invite(connection: Connection, who: Asker, locator: str, offer: bytes, now: datetime) -> None:
    """Keep an invitation for an hour, anew where it comes again; the group's row is locked.

    Raises:
        Refusal: there is another one of this locator, or there are too many.
    """
    until, this = now + timedelta(seconds=INVITATION_S), invitations.c.locator == locator
    known = connection.execute(select(invitations).where(this)).one_or_none()
    if known is not None and (known.group_id != who.group or bytes(known.offer) != offer):
        raise refusals.conflict(Code.TAKEN, "There is an invitation here already.")
    ours = invitations.c.group_id == who.group
    connection.execute(delete(invitations).where(ours, invitations.c.expires_at <= now - _WAITS))
    others = select(func.count()).where(ours, invitations.c.expires_at > now, ~this)
    if connection.execute(others).scalar_one() >= MOST_INVITATIONS:
        raise refusals.conflict(Code.TAKEN, "There are as many invitations as there may be.")
    if connection.execute(update(invitations).where(this).values(expires_at=until)).rowcount:
        return
    connection.execute(
        insert(invitations).values(
            locator=locator, group_id=who.group, offer=offer, expires_at=until
        )
    )


def invitation(connection: Connection, locator: str, now: datetime) -> Invitation:
    """Return an invitation.

    Raises:
        Refusal: there is none, or it is out of date.
    """
    asked = select(invitations).where(invitations.c.locator == locator)
    found = connection.execute(asked).one_or_none()
    if found is None:
        raise refusals.not_there()
    if found.expires_at <= now:
        raise refusals.gone(Code.EXPIRED, "This invitation is out of date.")
    return Invitation(found.group_id, bytes(found.offer), found.expires_at)


def ask_to_join(
    connection: Connection, locator: str, keys: DeviceKeys, proof: bytes, now: datetime
) -> str:
    """Let a laptop wait, and return the token that it waits with.

    Raises:
        Refusal: there is no such invitation, the laptop is one already, or too many wait.
    """
    group = invitation(connection, locator, now).group
    # One after the other, also with who lets a laptop in: else more wait than may, or another one
    # stands where somebody just looked.
    connection.execute(select(groups.c.id).where(groups.c.id == group).with_for_update())
    known = select(devices.c.id).where(devices.c.group_id == group, devices.c.id == keys.id)
    if connection.execute(known).first() is not None:
        raise refusals.conflict(Code.TAKEN, "This device is here already.")
    this = and_(joins.c.group_id == group, joins.c.device == keys.id)
    waiting = connection.execute(select(joins).where(this)).one_or_none()
    token = new_token()
    if waiting is not None:
        if (waiting.locator, waiting.sign_key, waiting.seal_key, bytes(waiting.proof)) == (
            locator, keys.sign_key, keys.seal_key, proof,
        ):  # fmt: skip
            connection.execute(update(joins).where(this).values(waiting_sha256=digest(token)))
            return token
        if waiting.locator == locator and not waiting.refused and waiting.expires_at > now:
            raise refusals.conflict(Code.TAKEN, "This device waits already.")
        connection.execute(delete(joins).where(this))
    others = select(func.count()).where(joins.c.locator == locator, *_still_waits(group, now))
    if connection.execute(others).scalar_one() >= MOST_WAITING:
        raise refusals.conflict(Code.TAKEN, "Too many devices wait.")
    connection.execute(
        insert(joins).values(
            group_id=group,
            device=keys.id,
            locator=locator,
            sign_key=keys.sign_key,
            seal_key=keys.seal_key,
            proof=proof,
            waiting_sha256=digest(token),
            expires_at=now + _WAITS,
            refused=False,
        )
    )
    return token


def _still_waits(group: str, now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Return what is so of a laptop that nobody has answered yet."""
    return (
        joins.c.group_id == group,
        joins.c.welcome.is_(None),
        joins.c.refused.is_(False),
        joins.c.expires_at > now,
    )


def waiting(connection: Connection, who: Asker, now: datetime) -> tuple[JoinRequest, ...]:
    """Return the laptops that wait."""
    asked = select(joins).where(*_still_waits(who.group, now))
    return tuple(
        JoinRequest(
            row.locator, DeviceKeys(row.device, row.sign_key, row.seal_key), bytes(row.proof)
        )
        for row in connection.execute(asked.order_by(joins.c.expires_at, joins.c.device).limit(100))
    )


def welcome(connection: Connection, who: Asker, device: str, octets: bytes, now: datetime) -> None:
    """Let a laptop in; the group's row is locked.

    Raises:
        Refusal: it does not wait, or was let in with another welcome.
    """
    this = and_(joins.c.group_id == who.group, joins.c.device == device)
    found = connection.execute(select(joins).where(this)).one_or_none()
    if found is None or found.refused or found.expires_at <= now:
        raise refusals.not_there()
    if found.welcome is not None:
        if bytes(found.welcome) != octets:
            raise refusals.conflict(Code.OTHER_BYTES, "It was let in already.")
        return
    # Nobody knows this token: the laptop is told another one when it comes for its welcome.
    keys = DeviceKeys(found.device, found.sign_key, found.seal_key)
    add(connection, who.group, keys, new_token(), now)
    connection.execute(update(joins).where(this).values(welcome=octets, expires_at=now + _WAITS))


def refuse(connection: Connection, who: Asker, device: str) -> None:
    """Do not let a laptop in; the group's row is locked.

    Raises:
        Refusal: it does not wait.
    """
    this = and_(joins.c.group_id == who.group, joins.c.device == device, joins.c.welcome.is_(None))
    if connection.execute(update(joins).where(this).values(refused=True)).rowcount == 0:
        raise refusals.not_there()


def joined(
    connection: Connection, device: str, waiting_token: str, now: datetime
) -> Welcome | None:
    """Return the welcome with a new token, until that was used; None while nobody answered.

    Raises:
        Refusal: nobody has this token, it was refused, or its time is over.
    """
    asked = select(joins).where(joins.c.waiting_sha256 == digest(waiting_token))
    found = connection.execute(asked.with_for_update()).one_or_none()
    if found is None:
        raise refusals.unknown_token()
    if found.device != device:
        raise refusals.not_there()
    if found.refused or found.expires_at <= now:
        raise refusals.gone(Code.EXPIRED, "Nobody let this device in.")
    if found.welcome is None:
        return None
    this = and_(
        devices.c.group_id == found.group_id,
        devices.c.id == device,
        devices.c.token_used.is_(False),
        devices.c.removed_at.is_(None),
    )
    token = new_token()
    told = connection.execute(update(devices).where(this).values(token_sha256=digest(token)))
    if told.rowcount == 0:
        raise refusals.gone(Code.EXPIRED, "This device has its own token already.")
    return Welcome(bytes(found.welcome), Admitted(token, era(connection)))
