"""Sealed files of a group, part by part; whole once their digest is right."""

import hashlib
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, select, update

from vcs_desktop.server import refusals
from vcs_desktop.server.doors import Asker
from vcs_desktop.server.room import give_back, take
from vcs_desktop.server.tables import blob_parts, blobs
from vcs_desktop.wire.service import MOST_FILE, MOST_PART, Code

_SMALL: Final = 64 << 10


@dataclass(frozen=True, slots=True)
class Part:
    """Bytes of a whole file, from where they begin, and how many it has in all."""

    begins: int
    size: int
    octets: bytes


def received(connection: Connection, who: Asker, sha256: str) -> int:
    """Return how many bytes are there.

    Raises:
        Refusal: there are none, or they were erased.
    """
    return int(_found(connection, who, sha256).received)


def part_of(connection: Connection, who: Asker, sha256: str, begins: int, most: int | None) -> Part:
    """Return bytes from a place on: ``most`` and a part at most; all of a part if None.

    Raises:
        Refusal: it is not there, not whole, was erased, or ends before.
    """
    found = _found(connection, who, sha256)
    if not found.whole or begins >= found.size:
        raise refusals.not_there()
    ends = min(found.size, begins + min(MOST_PART, most or MOST_PART))
    rows = connection.execute(
        select(blob_parts.c.begins, blob_parts.c.part)
        .where(
            blob_parts.c.group_id == who.group,
            blob_parts.c.sha256 == sha256,
            blob_parts.c.begins < ends,
            blob_parts.c.begins > begins - MOST_PART - _SMALL,
        )
        .order_by(blob_parts.c.begins)
    ).all()
    if not rows:  # it was erased this very moment
        raise refusals.not_there()
    first = rows[0].begins
    octets = b"".join(bytes(row.part) for row in rows)
    return Part(begins, found.size, octets[begins - first : ends - first])


def put_part(
    connection: Connection, who: Asker, sha256: str, begins: int, size: int, part: bytes
) -> tuple[int, bool]:
    """Keep the next part; return how many bytes are there, and whether the file was refused.

    What comes a second time is there already. The first part of a file that is not
    whole, with another size, begins it anew. A file that is whole and has not its digest
    is thrown away. One that was erased comes again from its first part only. The group's row
    is locked.

    Raises:
        Refusal: something before it is missing, its size is another, or it was erased.
    """
    if not part or begins + len(part) > size or size > MOST_FILE:
        raise refusals.malformed("This is no part of a file of this size.")
    this = and_(blobs.c.group_id == who.group, blobs.c.sha256 == sha256)
    found = connection.execute(select(blobs).where(this)).one_or_none()
    if found is not None and found.erased:
        if begins:
            raise refusals.gone(Code.ERASED, "This file was erased.")
        # Whoever erased it need not have meant well; that it is the same says its digest.
        connection.execute(delete(blobs).where(this))
        found = None
    if found is not None and found.size != size:
        if found.whole or begins:
            raise refusals.conflict(Code.OTHER_BYTES, "This file has another size here.")
        # Who said another size first may have been wrong: it begins anew, the digest tells.
        _throw_away(connection, who.group, sha256, found.received)
        connection.execute(delete(blobs).where(this))
        who = replace(who, bytes_kept=who.bytes_kept - found.received)
        found = None
    there = 0 if found is None else found.received
    if begins + len(part) <= there:
        return there, False
    if begins != there:
        raise refusals.conflict(Code.WRONG_OFFSET, "Something before this part is missing.")
    take(connection, who, len(part))
    if found is None:
        connection.execute(
            insert(blobs).values(
                group_id=who.group, sha256=sha256, size=size, received=0, whole=False, erased=False
            )
        )
    _append(connection, and_(blob_parts.c.group_id == who.group, blob_parts.c.sha256 == sha256),
            {"group_id": who.group, "sha256": sha256, "begins": begins}, part)  # fmt: skip
    there += len(part)
    if there == size and _digest(connection, who.group, sha256) != sha256:
        _throw_away(connection, who.group, sha256, there)
        connection.execute(delete(blobs).where(this))
        return 0, True
    connection.execute(update(blobs).where(this).values(received=there, whole=there == size))
    return there, False


def erase(connection: Connection, who: Asker, sha256: str) -> None:
    """Erase a file, also one that never came; the group's row is locked."""
    this = and_(blobs.c.group_id == who.group, blobs.c.sha256 == sha256)
    found = connection.execute(select(blobs).where(this)).one_or_none()
    gone = {"received": 0, "whole": False, "erased": True}
    if found is None:
        connection.execute(insert(blobs).values(group_id=who.group, sha256=sha256, size=0, **gone))
        return
    _throw_away(connection, who.group, sha256, found.received)
    connection.execute(update(blobs).where(this).values(**gone))


def _found(connection: Connection, who: Asker, sha256: str) -> Any:
    asked = select(blobs).where(blobs.c.group_id == who.group, blobs.c.sha256 == sha256)
    found = connection.execute(asked).one_or_none()
    if found is None:
        raise refusals.not_there()
    if found.erased:
        raise refusals.gone(Code.ERASED, "This file was erased.")
    return found


def _append(
    connection: Connection, ours: ColumnElement[bool], place: dict[str, Any], part: bytes
) -> None:
    """Keep a part in a row of its own, or in that of a small one before it.

    Else a file that comes byte by byte would be millions of rows.
    """
    asked = select(blob_parts).where(ours).order_by(blob_parts.c.begins.desc()).limit(1)
    before = connection.execute(asked).one_or_none()
    if before is None or len(before.part) >= _SMALL:
        connection.execute(insert(blob_parts).values(**place, part=part))
        return
    this = and_(ours, blob_parts.c.begins == before.begins)
    connection.execute(update(blob_parts).where(this).values(part=bytes(before.part) + part))


def _digest(connection: Connection, group: str, sha256: str) -> str:
    whole = hashlib.sha256()
    rows = connection.execute(
        select(blob_parts.c.part)
        .where(blob_parts.c.group_id == group, blob_parts.c.sha256 == sha256)
        .order_by(blob_parts.c.begins)
    )
    for row in rows:
        whole.update(row.part)
    return whole.hexdigest()


def _throw_away(connection: Connection, group: str, sha256: str, size: int) -> None:
    connection.execute(
        delete(blob_parts).where(blob_parts.c.group_id == group, blob_parts.c.sha256 == sha256)
    )
    give_back(connection, group, size)
