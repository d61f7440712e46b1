"""Fills the full-text index in slices, after the rows are there to be used."""

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


def fill(
    database: Database, *, tell: Callable[[int], None] | None = None, stop: Event | None = None
) -> bool:
    """Index what waits, slice by slice; say whether nothing waits any more.

    Each slice is kept or not by itself, so that being cut off costs one slice,
    and the next call goes on from there. ``tell`` is told how many are done.
    """
    done = 0
    while not (stop and stop.is_set()):
        try:
            with database.writing() as session:
                indexed = _index_some(session.connection())
        except Busy:  # for as long as a load has the turn
            continue
        if not indexed:
            return True
        done += indexed
        if tell:
            tell(done)
    return False


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
