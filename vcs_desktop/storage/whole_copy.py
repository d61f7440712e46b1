"""A copy of a database file, believed only after it was read back."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, text

from vcs_desktop.core.errors import AppError, Damaged, FolderNotWritable, not_written
from vcs_desktop.core.files import flush_folder
from vcs_desktop.core.group_errors import GroupDamaged
from vcs_desktop.storage.database import in_our_words, open_engine

BESIDE: Final = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file, by the end of its name."""


def copy_whole(path: Path, key: bytes | None, to: Path, to_key: bytes | None) -> None:
    """Copy a file as it stands now; when this returns the copy is on the disk, in one file.

    ``to_key`` may be another key than ``key``. None is a plain file, and then both are.
    What was there under the name of the copy stays until the new one is whole.

    Raises:
        Damaged: the copy does not hold what the file holds; of a group, GroupDamaged.
        DiskFull: there is no room for it.
        FolderNotWritable: it cannot be written.
    """
    part = to.with_name(f"{to.name}.part")
    delete_file(part)
    try:
        _write(path, key, part, to_key)
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        for end in BESIDE:  # of an earlier file of the name, whose log is not the copy's
            to.with_name(f"{to.name}{end}").unlink(missing_ok=True)
        part.replace(to)
        flush_folder(to.parent)
    except OSError as error:
        delete_file(part)
        raise not_written(error, FolderNotWritable(f"{to.name}: {error.strerror}")) from error
    except BaseException:
        delete_file(part)
        raise


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


def is_whole(path: Path, key: bytes) -> bool:
    """Say whether every page of a keyed file is as it was written, and every link leads somewhere.

    What cannot be read at all is not whole.
    """
    engine = open_engine(path, key=key)
    try:
        with in_our_words(path, GroupDamaged), engine.connect() as connection:
            return _is_whole(connection)
    except AppError:
        return False
    finally:
        engine.dispose()


def _write(path: Path, key: bytes | None, to: Path, to_key: bytes | None) -> None:
    damaged = Damaged if key is None else GroupDamaged
    source, copy = open_engine(path, key=key), open_engine(to, key=to_key)
    try:
        with in_our_words(path, damaged):
            if not _copied(source, copy):
                raise damaged("the copy is not whole")
    finally:
        source.dispose()
        copy.dispose()


def _copied(source: Engine, copy: Engine) -> bool:
    """Copy, and say whether what can be read back is the same."""
    with source.connect() as reading, copy.connect() as writing:
        _driver(reading).backup(_driver(writing))
    copy.dispose()  # so that nothing below comes out of memory
    with source.connect() as before, copy.connect() as after:
        if not _is_whole(after) or _told(before) != _told(after):
            return False
        after.rollback()
        # One file to flush and to move: nothing is left beside it in a log.
        _driver(after).execute("PRAGMA journal_mode=DELETE")
    return True


def _is_whole(connection: Connection) -> bool:
    """Say whether every page of a file is as it was written, and every link leads somewhere.

    Only an encrypted file has a seal on each page; for a plain one that part says nothing.
    """
    broken_seals = _driver(connection).execute("PRAGMA cipher_integrity_check").fetchall()
    broken_links = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    whole = connection.scalar(text("PRAGMA quick_check")) == "ok"
    return whole and not broken_seals and not broken_links


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
