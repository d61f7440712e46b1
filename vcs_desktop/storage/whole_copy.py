"""A copy of a group's file under another key, believed only after it was read back."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, text

from vcs_desktop.core.files import flush_folder
from vcs_desktop.core.group_errors import GroupDamaged
from vcs_desktop.storage.database import in_our_words, open_engine
from vcs_desktop.storage.schema import is_whole

BESIDE: Final = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file, by the end of its name."""


def copy_whole(path: Path, key: bytes, to: Path, to_key: bytes) -> None:
    """Copy a file as it stands now; when this returns the copy is on the disk.

    Raises:
        GroupDamaged: the copy does not hold what the file holds.
        DiskFull: there is no room for it.
    """
    delete_file(to)
    source, copy = open_engine(path, key=key), open_engine(to, key=to_key)
    try:
        with in_our_words(path, GroupDamaged):
            _copy(source, copy)
    finally:
        source.dispose()
        copy.dispose()
    with to.open("rb+") as written:
        os.fsync(written.fileno())
    flush_folder(to.parent)


@contextmanager
def nobody_writes(path: Path, key: bytes) -> Iterator[None]:
    """Hold the file's write lock meanwhile: who was writing has ended, who wants to waits.

    Raises:
        Busy: a writer did not end within 10 seconds.
    """
    engine = open_engine(path, key=key)
    try:
        with in_our_words(path, GroupDamaged):
            connection = engine.execution_options(writing=True).connect()
            connection.begin()
        try:
            yield
        finally:
            connection.close()
    finally:
        engine.dispose()


def delete_file(path: Path) -> None:
    """Delete a database file with all that SQLite keeps beside it.

    Raises:
        OSError: it cannot be deleted.
    """
    # The file first: a log without its file says nothing, a file without its log is torn.
    for name in (path.name, *(f"{path.name}{end}" for end in BESIDE)):
        path.with_name(name).unlink(missing_ok=True)


def _copy(source: Engine, copy: Engine) -> None:
    with source.connect() as reading, copy.connect() as writing:
        _driver(reading).backup(_driver(writing))
    copy.dispose()  # so that nothing below comes out of memory
    with source.connect() as before, copy.connect() as after:
        if not _is_same(before, after):
            raise GroupDamaged("the copy is not whole")
        after.rollback()
        # All of it in one file: what is in a log beside it is not flushed with it.
        _driver(after).execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _is_same(before: Connection, after: Connection) -> bool:
    if not is_whole(after) or after.exec_driver_sql("PRAGMA foreign_key_check").first():
        return False
    return _told(before) == _told(after)


def _told(connection: Connection) -> list[Any]:
    """Return each table with its number of rows, and what else a file says of itself."""
    tables = connection.execute(
        text("SELECT name, sql FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name")
    ).all()
    counted = [
        (name, sql, connection.scalar(text(f'SELECT count(*) FROM "{name}"')))  # noqa: S608  our own names
        for name, sql in tables
    ]
    return [*counted, connection.scalar(text("PRAGMA user_version"))]


def _driver(connection: Connection) -> Any:
    return connection.connection.driver_connection
