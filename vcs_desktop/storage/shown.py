"""Which records people see and find: the newest of each, by title at once."""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection

from vcs_desktop.domain.from_record.fields import lenient_moment
from vcs_desktop.domain.library import THIS_COMPUTER

_EARLIEST = datetime.min.replace(tzinfo=UTC)
_TO_INDEX = "INSERT OR IGNORE INTO to_index (number) VALUES (?)"
_OUT_OF_TITLES = "DELETE FROM title_index WHERE rowid = ?"
_INTO_TITLES = "INSERT INTO title_index (rowid, title, who) SELECT number, title, who FROM record "
# All that changed in one statement and in order: an index writes out what it has gathered at the
# end of a statement that deletes, and whenever a number comes that is lower than the one before.
_ANEW_INTO_TITLES = (
    "INSERT OR REPLACE INTO title_index (rowid, title, who) SELECT number, title, who FROM record "
    "WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number"
)
_ALL_TO_INDEX = (
    "INSERT OR IGNORE INTO to_index (number) SELECT number FROM record "
    "WHERE number IN (SELECT value FROM json_each(?))"
)
_ALL_OUT = (
    "DELETE FROM title_index WHERE rowid IN (SELECT value FROM json_each(?))",
    "DELETE FROM full_index WHERE rowid IN (SELECT value FROM json_each(?))",
    "DELETE FROM record WHERE number IN (SELECT value FROM json_each(?))",
)


def make_findable(connection: Connection, *, since: int, again: Sequence[int]) -> None:
    """Make titles findable, and queue everything else for the full-text index.

    ``since`` is the number of the first new record; ``again`` are the numbers of
    those that were there and changed.
    """
    connection.exec_driver_sql(_INTO_TITLES + "WHERE number >= ?", (since,))
    connection.exec_driver_sql(
        "INSERT INTO to_index (number) SELECT number FROM record WHERE number >= ?", (since,)
    )
    if again:
        changed = (json.dumps(again),)
        connection.exec_driver_sql(_ANEW_INTO_TITLES, changed)
        connection.exec_driver_sql(_ALL_TO_INDEX, changed)


def show_the_newest(connection: Connection, keys: Iterable[tuple[str, str]]) -> None:
    """Show one of the records that have the same kind and id in several origins.

    The newest wins; where they do not say when they are from, what was loaded on
    this computer does.
    """
    for kind, record_id in keys:
        found = connection.exec_driver_sql(
            "SELECT number, origin, modified, shown FROM record WHERE id = ? AND kind = ?",
            (record_id, kind),
        ).all()
        newest = max(found, key=_rank, default=None)
        for row in found:
            if bool(row.shown) != (row is newest):
                _show(connection, row.number, shown=row is newest)


def delete_records(connection: Connection, numbers: Sequence[int]) -> None:
    """Delete records, all that hangs on them, and their words in both indexes."""
    if numbers:
        gone = (json.dumps(numbers),)
        for statement in _ALL_OUT:
            connection.exec_driver_sql(statement, gone)


def _rank(row: Any) -> tuple[datetime, bool, int]:
    return (
        lenient_moment(row.modified) or _EARLIEST,
        row.origin == THIS_COMPUTER,
        row.number,
    )


def _show(connection: Connection, number: int, *, shown: bool) -> None:
    connection.exec_driver_sql("UPDATE record SET shown = ? WHERE number = ?", (shown, number))
    connection.exec_driver_sql(_OUT_OF_TITLES, (number,))
    if shown:
        connection.exec_driver_sql(_INTO_TITLES + "WHERE number = ?", (number,))
    connection.exec_driver_sql(_TO_INDEX, (number,))
