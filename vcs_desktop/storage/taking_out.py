"""Takes records out of the library: those of a loaded file, or of a whole published line."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, delete, exists, select
from sqlalchemy.orm import Session, aliased

from vcs_desktop.storage.library_tables import (
    AttachmentRow,
    KnownLineRow,
    OriginRow,
    RecordRow,
)
from vcs_desktop.storage.shown import delete_records, show_the_newest

_SLICE = 500

Look = Callable[[int], None]
"""Told how many are done; what it raises stops all of it."""


def take_out(session: Session, *which: Any, look: Look) -> int:
    """Delete some records, and show again what another origin has of them; return how many."""
    gone = session.execute(
        select(
            RecordRow.number, RecordRow.kind, RecordRow.id, _is_elsewhere().label("is_elsewhere")
        ).where(*which)
    ).all()
    connection = session.connection()
    for start in range(0, len(gone), _SLICE):
        some = gone[start : start + _SLICE]
        look(start)
        delete_records(connection, [row.number for row in some])
        show_the_newest(connection, [(row.kind, row.id) for row in some if row.is_elsewhere])
    return len(gone)


def forget_line(session: Session, line: str, look: Look = lambda _: None) -> int:
    """Take out all of a published line, and that somebody said yes to it; return how many went.

    Nothing of whose it was is left, so it, or another of its name, can come as if for the
    first time.
    """
    count = take_out(session, RecordRow.origin == line, look=look)
    session.execute(delete(OriginRow).where(OriginRow.name == line))
    session.execute(delete(KnownLineRow).where(KnownLineRow.line == line))
    session.execute(delete(AttachmentRow).where(AttachmentRow.line == line))
    return count


def _is_elsewhere() -> ColumnElement[bool]:
    """Say whether another origin has the same record."""
    other = aliased(RecordRow)
    return exists().where(
        other.kind == RecordRow.kind, other.id == RecordRow.id, other.origin != RecordRow.origin
    )
