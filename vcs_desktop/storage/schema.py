"""Makes a database file, or brings an older one up to date: wholly, or not at all."""

import logging
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Engine, MetaData, create_engine, event, inspect, text
from sqlalchemy.exc import DatabaseError

from vcs_desktop.core.errors import (
    AppError,
    Busy,
    Damaged,
    DiskFailed,
    DiskFull,
    FolderNotWritable,
    NewerLibrary,
)
from vcs_desktop.core.language import marked
from vcs_desktop.storage.database import failure_of, in_our_words, open_engine
from vcs_desktop.storage.whole_copy import copy_whole

_OF_THE_DISK = (Busy, DiskFailed, DiskFull, FolderNotWritable)

_log = logging.getLogger(__name__)


class BrokenLinks(AppError):
    """After a migration some rows point to rows that are not there; it was taken back."""

    message = marked("Your files could not be brought up to date. They are as they were.")
    advice = marked("Go on using the older version, and tell whoever looks after this computer.")


@dataclass(frozen=True, slots=True)
class Schema:
    """The tables of one sort of file, and the migrations that lead to them.

    ``revision`` is the last migration: a file that is made new is made as that
    one leaves it. ``scripts`` is the folder of migrations.
    """

    metadata: MetaData
    revision: str
    scripts: Path

    def make_ready(self, path: Path, key: bytes | None = None) -> None:
        """Make the file if there is none, else bring it up to date.

        Alembic takes long to import, so a new file is made straight from the tables
        and marked as up to date; a test holds that to be the same.

        Raises:
            NewerLibrary: a newer app made the file; it is left alone.
            BrokenLinks: a migration went wrong; the file is as it was.
            Damaged: the file cannot be read, or not with this key.
        """
        engine = open_engine(path, key=key, foreign_keys=False)
        try:
            found = _revision(engine)
            if found is None:
                with in_our_words(path, Damaged):
                    self.make(engine)
        finally:
            engine.dispose()
        if found is None or found == self.revision:
            return
        if not found.isdecimal() or int(found) > int(self.revision):
            raise NewerLibrary(f"revision {found}, we know {self.revision}")
        copy = path.with_name(f"{path.stem}-before-{self.revision}{path.suffix}")
        copy_whole(path, key, copy, key)
        _log.info("backed up to %s", copy.name)
        with in_our_words(path, Damaged):
            self.upgrade(path, key)

    def upgrade(self, path: Path, key: bytes | None = None, *, to: str = "head") -> None:
        """Apply whatever migrations are missing: all of them, or none.

        Args:
            path: the file to change; the caller has taken a backup.
            key: what the file is encrypted with; None is a plain file.
            to: the revision to stop at; tests use it, the app never does.

        Raises:
            BrokenLinks: foreign keys do not hold afterwards; the file is unchanged.
        """
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(self.scripts).replace("%", "%%"))
        engine = open_engine(path, key=key, foreign_keys=False)
        try:
            with engine.execution_options(writing=True).begin() as connection:
                config.attributes["connection"] = connection
                command.upgrade(config, to)
                if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
                    raise BrokenLinks(f"{len(broken)} rows")
        finally:
            engine.dispose()

    def make(self, engine: Engine) -> None:
        """Make every table in a file that has none."""
        with engine.execution_options(writing=True).begin() as connection:
            # Another start may have been first, while we waited for the lock.
            if inspect(connection).get_table_names():
                return
            for statement in _statements(self.metadata):
                connection.exec_driver_sql(statement)
            connection.exec_driver_sql(
                "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
                "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
            )
            connection.execute(
                text("INSERT INTO alembic_version VALUES (:revision)"), {"revision": self.revision}
            )


@cache
def _statements(metadata: MetaData) -> tuple[str, ...]:
    """Return what makes every table: to put it in words takes longer than to do it."""
    engine = create_engine("sqlite+pysqlite://", module=sqlite)  # in memory
    said: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *how: said.append(how[2]))
    metadata.create_all(engine, checkfirst=False)
    engine.dispose()
    return tuple(said)


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
        # A disk that is full keeps a file from being read whose log is not in it yet.
        kind = failure_of(error)
        raise (kind if kind in _OF_THE_DISK else Damaged)(str(error.orig)) from error
