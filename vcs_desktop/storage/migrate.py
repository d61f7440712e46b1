"""Makes a library file, or brings an older one up to date: wholly, or not at all."""

import logging
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DatabaseError

from vcs_desktop.core.errors import AppError, Damaged, NewerLibrary
from vcs_desktop.core.language import marked
from vcs_desktop.storage.database import open_engine
from vcs_desktop.storage.library_tables import REVISION, LibraryBase

SCRIPTS = Path(__file__).parent / "migrations" / "library"

_log = logging.getLogger(__name__)


class BrokenLinks(AppError):
    """After a migration some rows point to rows that are not there; it was taken back."""

    message = marked("Your files could not be brought up to date. They are as they were.")
    advice = marked("Go on using the older version, and tell whoever looks after this computer.")


def make_ready(path: Path) -> None:
    """Make the library file if there is none, else bring it up to date.

    Alembic takes long to import, so a new file is made straight from the tables
    and marked as up to date; a test holds that to be the same.

    Raises:
        NewerLibrary: a newer app made the file; it is left alone.
        BrokenLinks: a migration went wrong; the file is as it was.
        Damaged: the file cannot be read.
    """
    engine = open_engine(path, foreign_keys=False)
    try:
        found = _revision(engine)
        if found is None:
            _make(engine)
    finally:
        engine.dispose()
    if found is None or found == REVISION:
        return
    if not found.isdecimal() or int(found) > int(REVISION):
        raise NewerLibrary(f"revision {found}, we know {REVISION}")
    back_up(path, path.with_name(f"{path.stem}-before-{REVISION}{path.suffix}"))
    upgrade(path, scripts=SCRIPTS)


def upgrade(path: Path, *, scripts: Path = SCRIPTS, to: str = "head") -> None:
    """Apply whatever migrations are missing: all of them, or none.

    Args:
        path: the file to change; the caller has taken a backup.
        scripts: the folder of migrations to apply.
        to: the revision to stop at; tests use it, the app never does.

    Raises:
        BrokenLinks: foreign keys do not hold afterwards; the file is unchanged.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    engine = open_engine(path, foreign_keys=False)
    try:
        with engine.execution_options(writing=True).begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, to)
            if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
                raise BrokenLinks(f"{len(broken)} rows")
    finally:
        engine.dispose()


def back_up(path: Path, to: Path) -> None:
    """Copy a file as it stands now, and read the copy back before trusting it.

    Raises:
        Damaged: the copy does not hold what the file holds.
    """
    part = to.with_name(f"{to.name}.part")
    part.unlink(missing_ok=True)
    source, copy = open_engine(path), open_engine(part)
    try:
        with source.connect() as reading, copy.connect() as writing:
            _driver(reading).backup(_driver(writing))
        with source.connect() as before, copy.connect() as after:
            if after.scalar(text("PRAGMA quick_check")) != "ok" or _sizes(before) != _sizes(after):
                raise Damaged("the backup is not whole")
            after.rollback()
            # One file to move: nothing left beside it in a log.
            _driver(after).execute("PRAGMA journal_mode=DELETE")
    finally:
        source.dispose()
        copy.dispose()
    part.replace(to)
    _log.info("backed up to %s", to.name)


def _revision(engine: Engine) -> str | None:
    """Return the revision of a file; None is a file with no tables."""
    try:
        with engine.connect() as connection:
            tables = inspect(connection).get_table_names()
            if not tables:
                return None
            if "alembic_version" not in tables:
                raise Damaged("a file with tables but no revision")
            return str(connection.scalar(text("SELECT version_num FROM alembic_version")))
    except DatabaseError as error:
        raise Damaged(str(error.orig)) from error


def _make(engine: Engine) -> None:
    with engine.execution_options(writing=True).begin() as connection:
        # Another start may have been first, while we waited for the lock.
        if inspect(connection).get_table_names():
            return
        LibraryBase.metadata.create_all(connection, checkfirst=False)
        connection.exec_driver_sql(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
            "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
        connection.execute(
            text("INSERT INTO alembic_version VALUES (:revision)"), {"revision": REVISION}
        )


def _sizes(connection: Connection) -> dict[str, int]:
    return {
        table: connection.scalar(text(f'SELECT count(*) FROM "{table}"')) or 0  # noqa: S608  our own names
        for table in LibraryBase.metadata.tables
        if inspect(connection).has_table(table)
    }


def _driver(connection: Connection) -> Any:
    return connection.connection.driver_connection
