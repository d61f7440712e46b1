"""Fills the full-text index in slices, after the rows are there to be used, and tidies both."""

import zlib
from collections.abc import Callable
from threading import Event

from sqlalchemy import Connection

from vcs_desktop.core.errors import Busy
from vcs_desktop.domain.from_record import search_text_of
from vcs_desktop.storage import rows
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.queries.records import data
from vcs_desktop.wire.record import Record

SLICE = 400
"""Records in one transaction: short enough that nobody waits for the writer's turn."""
_TIDY_SOME = "INSERT INTO title_index (title_index, rank) VALUES ('merge', 200)"
"""Joins pieces of the index of titles, where there are four of a size: about so many pages."""
_CHANGES_SO_FAR = "SELECT total_changes()"
_LEAST_CHANGES = 2
"""FTS5 changes as many rows whenever it joined something. Source: SQLite, FTS5, 4.8 merge."""


def fill(
    database: Database, *, tell: Callable[[int], None] | None = None, stop: Event | None = None
) -> bool:
    """Index what waits, slice by slice, then tidy; say whether nothing waits any more.

    Each slice is kept or not by itself, so that being cut off costs one slice,
    and the next call goes on from there. ``tell`` is told how many are done.
    """
    done = 0
    while not (stop and stop.is_set()):
        try:
            with database.writing() as session:
                indexed = _index_some(session.connection())
                is_tidy = not indexed and _is_tidy_now(session.connection())
        except Busy:  # for as long as a load has the turn
            continue
        if is_tidy:
            return True
        done += indexed
        if indexed and tell:
            tell(done)
    return False


def _is_tidy_now(connection: Connection) -> bool:
    """Join some pieces of the index of titles; say whether none were left to be joined."""
    before = connection.exec_driver_sql(_CHANGES_SO_FAR).scalar_one()
    connection.exec_driver_sql(_TIDY_SOME)
    changed = connection.exec_driver_sql(_CHANGES_SO_FAR).scalar_one() - before
    return bool(changed < _LEAST_CHANGES)


def _index_some(connection: Connection) -> int:
    waiting = connection.exec_driver_sql(
        "SELECT number, kind, id, title, who, shown, body "
        "FROM to_index JOIN record USING (number) JOIN raw USING (number) "
        "ORDER BY number LIMIT ?",
        (SLICE,),
    ).all()
    if not waiting:
        return 0
    numbers = [(row.number,) for row in waiting]
    texts, packed = [], []
    for row in waiting:
        if row.shown:
            text = search_text_of(Record(row.kind, row.id, data(row.body)))
            texts.append((row.number, row.title, row.who, text))
        if row.body[:1] == b"{":
            packed.append((zlib.compress(row.body, rows.QUICK), row.number))
    _many(connection, "DELETE FROM full_index WHERE rowid = ?", numbers)
    _many(
        connection,
        "INSERT INTO full_index (rowid, title, who, body) VALUES (?, ?, ?, ?)",
        texts,
    )
    # The body has been read anyway: packing it here keeps loading quick.
    _many(connection, "UPDATE raw SET body = ? WHERE number = ?", packed)
    _many(connection, "DELETE FROM to_index WHERE number = ?", numbers)
    return len(waiting)


def _many(connection: Connection, statement: str, values: list[rows.Row]) -> None:
    if values:
        connection.exec_driver_sql(statement, values)
