"""What was taken out of a library, noted while it is still there."""

import json
from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, Index
from sqlalchemy.orm import Mapped, mapped_column

from vcs_desktop.storage.library_tables import LibraryBase

MOST_GONE: Final = 2_000
"""So many records that are gone are remembered, the last to go."""

_NOTE = (
    "INSERT INTO gone (number, mark, kind, id, title, who, until) "
    "SELECT number, ?, kind, id, title, who, coalesce(open_until, "
    "(SELECT substr(starts_at, 1, 10) FROM event WHERE event.number = record.number)) "
    "FROM record WHERE number IN (SELECT value FROM json_each(?)) AND shown LIMIT ?"
)
_FORGET_THE_OLDEST = (
    "DELETE FROM gone WHERE number NOT IN "
    "(SELECT number FROM gone ORDER BY mark DESC, number DESC LIMIT ?)"
)


class GoneRow(LibraryBase):
    """A record that people saw and that a load took out; ``mark`` is as in ``EarlierRow``.

    ``number`` was the record's. ``until`` is the last day on which one could apply for it, as
    ``RecordRow.open_until`` says it, or the day of an event; None for anything else.
    """

    __tablename__ = "gone"
    __table_args__ = (Index("ix_gone_mark", "mark"),)

    number: Mapped[int] = mapped_column(primary_key=True)
    mark: Mapped[int]
    kind: Mapped[str]
    id: Mapped[str]
    title: Mapped[str]
    who: Mapped[str]
    until: Mapped[str | None]


def note_gone(connection: Connection, numbers: Sequence[int], mark: int) -> None:
    """Note those of some records that people see and that a load is about to delete.

    ``mark`` is the number of that load; see ``EarlierRow``.
    """
    if numbers:
        connection.exec_driver_sql(_NOTE, (mark, json.dumps(numbers), MOST_GONE))
        connection.exec_driver_sql(_FORGET_THE_OLDEST, (MOST_GONE,))
