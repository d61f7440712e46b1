"""Looks at everything in a database: a backup is one only when what was restored is whole."""

import hashlib
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, func, select

from vcs_desktop.server.tables import blob_parts, blobs, devices, groups, inbox, operations


@dataclass(slots=True)
class Soundness:
    """What is in a database, and what is wrong with it: nothing that names a group."""

    counts: dict[str, int] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def look_at_all(connection: Connection) -> Soundness:
    """Return what is there: every body is read and compared with its digest."""
    found = Soundness()
    for table in (groups, devices, operations, blobs, inbox):
        count = connection.execute(select(func.count()).select_from(table)).scalar_one()
        found.counts[table.name] = count
    _look_at_operations(connection, found)
    _look_at_files(connection, found)
    _look_at_what_was_shared(connection, found)
    return found


def _look_at_operations(connection: Connection, found: Soundness) -> None:
    heads = {row.id: row.head for row in connection.execute(select(groups.c.id, groups.c.head))}
    kept = select(operations.c.group_id, func.count(), func.max(operations.c.number))
    for group, count, highest in connection.execute(kept.group_by(operations.c.group_id)):
        if not count == highest == heads.get(group):
            found.problems.append("A group's numbers have gaps.")
    asked = select(operations.c.sha256, operations.c.body).where(operations.c.body.is_not(None))
    wrong = _wrong(connection, asked.execution_options(yield_per=200))
    if wrong:
        found.problems.append(f"Operations that are not what their digest says: {wrong}.")


def _look_at_files(connection: Connection, found: Soundness) -> None:
    for row in connection.execute(select(blobs).where(blobs.c.whole.is_(True))).all():
        whole = hashlib.sha256()
        parts = (
            select(blob_parts.c.part)
            .where(blob_parts.c.group_id == row.group_id, blob_parts.c.sha256 == row.sha256)
            .order_by(blob_parts.c.begins)
        )
        for (part,) in connection.execute(parts):
            whole.update(part)
        if whole.hexdigest() != row.sha256:
            found.problems.append("A file is not what its digest says.")


def _look_at_what_was_shared(connection: Connection, found: Soundness) -> None:
    asked = select(inbox.c.sha256, inbox.c.body).where(inbox.c.body.is_not(None))
    if wrong := _wrong(connection, asked.execution_options(yield_per=200)):
        found.problems.append(f"Things shared that are not what their digest says: {wrong}.")


def _wrong(connection: Connection, asked: Any) -> int:
    return sum(
        hashlib.sha256(body).hexdigest() != sha256 for sha256, body in connection.execute(asked)
    )
