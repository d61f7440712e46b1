"""The laptops of a group, how the first one begins, and the keys that go to each."""

from datetime import datetime

from sqlalchemy import Connection, Row, and_, delete, func, insert, select, update

from vcs_desktop.server import refusals
from vcs_desktop.server.doors import Asker, era
from vcs_desktop.server.tables import devices, epochs, group_codes, groups, letters
from vcs_desktop.server.tokens import code_digest, digest, new_token
from vcs_desktop.wire.service import (
    MOST_DEVICES,
    MOST_IN_A_PAGE,
    Admitted,
    Code,
    DeviceKeys,
    EpochLetter,
    ListedDevice,
    NewEpoch,
)
from vcs_desktop.wire.service_joining_json import letters_digest

_HIGHEST_EPOCH = 1_000_000


def start_group(
    connection: Connection, group: str, code: str, keys: DeviceKeys, now: datetime
) -> Admitted:
    """Let a group begin with its first laptop.

    The same again, until its token was used: an answer that was lost.

    Raises:
        Refusal: there is no such code, it is out of date or used, or the group is here.
    """
    this = group_codes.c.code_sha256 == code_digest(code)
    found = connection.execute(select(group_codes).where(this).with_for_update()).one_or_none()
    if found is None:
        raise refusals.not_there()
    is_same = found.group_id == group
    if found.expires_at <= now or (found.group_id is not None and not is_same):
        raise refusals.gone(Code.EXPIRED, "This code is out of date, or it was used.")
    token = new_token()
    if is_same:
        _tell_again(connection, group, keys, token)
        return Admitted(token, era(connection))
    if connection.execute(select(groups.c.id).where(groups.c.id == group)).first() is not None:
        raise refusals.conflict(Code.TAKEN, "This group is here already.")
    connection.execute(insert(groups).values(id=group, head=0, epoch=0, bytes_kept=0, begun_at=now))
    connection.execute(update(group_codes).where(this).values(group_id=group))
    add(connection, group, keys, token, now)
    return Admitted(token, era(connection))


def _tell_again(connection: Connection, group: str, keys: DeviceKeys, token: str) -> None:
    this = and_(devices.c.group_id == group, devices.c.id == keys.id)
    found = connection.execute(select(devices).where(this)).one_or_none()
    if found is None or found.token_used or found.removed_at or _keys(found) != keys:
        raise refusals.gone(Code.EXPIRED, "This code is out of date, or it was used.")
    connection.execute(update(devices).where(this).values(token_sha256=digest(token)))


def add(connection: Connection, group: str, keys: DeviceKeys, token: str, now: datetime) -> None:
    """Let a laptop in, for good.

    Raises:
        Refusal: there are as many as a group may have, or one of this id.
    """
    ours = devices.c.group_id == group
    asked = select(devices.c.id, devices.c.removed_at).where(ours)
    known = connection.execute(asked.order_by(devices.c.removed_at, devices.c.id)).all()
    out = [each.id for each in known if each.removed_at is not None]
    is_full = len(known) >= MOST_DEVICES
    if any(each.id == keys.id for each in known) or (is_full and not out):
        raise refusals.conflict(Code.TAKEN, "This device is here already, or there are too many.")
    if is_full:  # that it may not come in is as sure where its token is not known
        connection.execute(delete(devices).where(ours, devices.c.id == out[0]))
    connection.execute(
        insert(devices).values(
            group_id=group,
            id=keys.id,
            sign_key=keys.sign_key,
            seal_key=keys.seal_key,
            token_sha256=digest(token),
            token_used=False,
            added_at=now,
        )
    )


def listed(connection: Connection, who: Asker) -> tuple[ListedDevice, ...]:
    """Return the laptops of the group, in the order in which they came."""
    asked = select(devices).where(devices.c.group_id == who.group)
    rows = connection.execute(asked.order_by(devices.c.added_at, devices.c.id))
    return tuple(ListedDevice(_keys(row), row.removed_at is not None) for row in rows)


def remove(connection: Connection, who: Asker, device: str, now: datetime) -> None:
    """Remove a laptop, itself too: its token is worth nothing any more.

    Raises:
        Refusal: there is no such laptop in the group.
    """
    this = and_(devices.c.group_id == who.group, devices.c.id == device)
    changed = connection.execute(
        update(devices).where(this).values(removed_at=func.coalesce(devices.c.removed_at, now))
    )
    if changed.rowcount == 0:
        raise refusals.not_there()


def put_epoch(connection: Connection, who: Asker, number: int, epoch: NewEpoch) -> None:
    """Begin an epoch; the group's row is locked.

    Raises:
        Refusal: it is there with other letters, is not the next one, or is made for another.
    """
    if epoch.by != who.device:
        raise refusals.not_allowed("An epoch is begun by the device that made it.")
    sha256 = letters_digest(epoch.letters)
    if number <= who.epoch:
        this = and_(epochs.c.group_id == who.group, epochs.c.number == number)
        kept = connection.execute(select(epochs).where(this)).one_or_none()
        if kept is not None and (kept.made_by, kept.letters_sha256, kept.signature) == (
            epoch.by, sha256, epoch.signature,
        ):  # fmt: skip
            return
    if number != who.epoch + 1 or number > _HIGHEST_EPOCH:
        raise refusals.conflict(Code.TAKEN, "This epoch has begun, or it is not the next one.")
    connection.execute(
        insert(epochs).values(
            group_id=who.group,
            number=number,
            made_by=epoch.by,
            letters_sha256=sha256,
            signature=epoch.signature,
        )
    )
    rows = [
        {"group_id": who.group, "number": number, "device": device, "letter": letter}
        for device, letter in epoch.letters.items()
    ]
    connection.execute(insert(letters), rows)
    connection.execute(update(groups).where(groups.c.id == who.group).values(epoch=number))


def epochs_after(connection: Connection, who: Asker, after: int) -> tuple[EpochLetter, ...]:
    """Return the epochs after a number, each with the letter for the laptop that asks."""
    own = and_(
        letters.c.group_id == epochs.c.group_id,
        letters.c.number == epochs.c.number,
        letters.c.device == who.device,
    )
    asked = (
        select(epochs, letters.c.letter)
        .outerjoin(letters, own)
        .where(epochs.c.group_id == who.group, epochs.c.number > after)
        .order_by(epochs.c.number)
        .limit(MOST_IN_A_PAGE)
    )
    return tuple(
        EpochLetter(
            row.number,
            row.made_by,
            None if row.letter is None else bytes(row.letter),
            row.letters_sha256,
            row.signature,
        )
        for row in connection.execute(asked)
    )


def _keys(row: Row[tuple[object, ...]]) -> DeviceKeys:
    return DeviceKeys(row.id, row.sign_key, row.seal_key)
