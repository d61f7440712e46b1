"""The service's database: PostgreSQL, or one SQLite file for a trial on one machine.

``reading``, ``at_one_moment`` and ``writing`` are the only ways in. In SQLite one writes at a time;
in PostgreSQL whoever gives out numbers locks the group's row.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked
from vcs_desktop.server.refusals import Refusal, busy
from vcs_desktop.server.tables import METADATA, REVISION
from vcs_desktop.wire.service import Code

CONNECTIONS: Final = 12
_WAIT_S: Final = 20
_LIMITS: Final = (
    "-c statement_timeout=30000 -c lock_timeout=15000 -c idle_in_transaction_session_timeout=60000"
)
_CANNOT_JUST_NOW: Final = ("40001", "40P01", "55P03", "57014", "53300", "57P01", "57P03")
"""Source: PostgreSQL, Appendix A: not serialised, deadlock, lock, too long, too many, stopping."""

_TWICE: Final = "23505"
"""Source: PostgreSQL, Appendix A: a value that may be there once is there. SQLite has one writer at
a time, so that whoever writes has seen all that is there."""


class NoDatabase(AppError):
    """There is no database at this address, or it cannot be used."""

    message = marked("The database of the service cannot be used.")
    advice = marked("Compare its address, and look whether it runs and lets this program in.")


class NewerDatabase(AppError):
    """A newer version of the service has made this database."""

    message = marked("A newer version of this program has changed the database.")
    advice = marked("Install the newer version. Nothing was changed.")


class AnotherWasFirst(Refusal):
    """Two wrote the same id at one moment, and the other was first: look once more."""

    def __init__(self) -> None:
        super().__init__(HTTPStatus.CONFLICT, Code.TAKEN, "This is here already.")


class ServiceDatabase:
    """One database, by its address: ``postgresql://...`` or ``sqlite:///FILE``."""

    def __init__(self, address: str, connections: int = CONNECTIONS) -> None:
        """Take the address; nothing is opened yet.

        Raises:
            NoDatabase: it is no address of a database that can be used.
        """
        try:
            url = make_url(address)
        except ArgumentError as error:
            raise NoDatabase("no address") from error
        if url.drivername in ("postgresql", "postgres", "postgresql+psycopg"):
            self.is_postgresql = True
            self._engine = create_engine(
                url.set(drivername="postgresql+psycopg"),
                pool_size=connections,
                max_overflow=0,
                pool_timeout=_WAIT_S,
                hide_parameters=True,
                connect_args={"options": _LIMITS, "connect_timeout": 10},
            )
        elif url.drivername == "sqlite" and url.database and url.database != ":memory:":
            self.is_postgresql = False
            self._engine = _sqlite_engine(Path(url.database), connections)
        else:
            raise NoDatabase("another kind of database")
        self._writers = self._engine.execution_options(writing=True)
        self._readers = self._engine
        if self.is_postgresql:
            self._readers = self._engine.execution_options(isolation_level="AUTOCOMMIT")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Yield a connection for a few questions; each is of its own moment in PostgreSQL.

        What goes along to begin and to end a transaction would cost as much as the questions.
        """
        with _told(), self._readers.connect() as connection:
            yield connection

    @contextmanager
    def at_one_moment(self) -> Iterator[Connection]:
        """Yield a connection that sees the database as it is at one moment."""
        engine = self._engine
        if self.is_postgresql:
            engine = engine.execution_options(isolation_level="REPEATABLE READ")
        with _told(), engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Yield a connection; all that is written by it is kept, or nothing."""
        with _told(), self._writers.begin() as connection:
            yield connection

    def make_ready(self) -> None:
        """Make the tables, or bring them up to date.

        Raises:
            NoDatabase: it cannot be reached.
            NewerDatabase: a newer version has changed it.
        """
        from alembic import command
        from alembic.config import Config

        config = Config()
        scripts = Path(__file__).parent / "migrations"
        config.set_main_option("script_location", str(scripts).replace("%", "%%"))
        try:
            with self._writers.begin() as connection:
                if self.is_postgresql:  # two that start at once go one after the other
                    connection.execute(text("SELECT pg_advisory_xact_lock(7236291)"))
                if _revision(connection) > REVISION:
                    raise NewerDatabase
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
        except DBAPIError as error:
            raise NoDatabase(type(error.orig).__name__) from error

    def differences(self) -> list[Any]:
        """Return how its tables differ from those that are meant; a test holds that to none."""
        from alembic.autogenerate import compare_metadata
        from alembic.migration import MigrationContext

        with self._engine.connect() as connection:
            return list(compare_metadata(MigrationContext.configure(connection), METADATA))

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()


def _revision(connection: Connection) -> str:
    from alembic.migration import MigrationContext

    return MigrationContext.configure(connection).get_current_revision() or ""


@contextmanager
def _told() -> Iterator[None]:
    """Say that the service is busy where the database only cannot just now, or who was first."""
    try:
        yield
    except NoConnectionFree as error:
        raise busy() from error
    except DBAPIError as error:
        state = getattr(error.orig, "sqlstate", None)
        is_locked = "database is locked" in str(error.orig)
        lost = isinstance(error, OperationalError) and error.connection_invalidated
        if state == _TWICE:
            raise AnotherWasFirst from error
        if state in _CANNOT_JUST_NOW or is_locked or lost or _is_unreachable(error):
            raise busy() from error
        raise


def _is_unreachable(error: DBAPIError) -> bool:
    return isinstance(error, OperationalError) and getattr(error.orig, "sqlstate", "") is None


def _sqlite_engine(path: Path, connections: int) -> Engine:
    import sqlcipher3.dbapi2 as sqlite

    def opened() -> Any:
        connection = sqlite.connect(
            path, isolation_level=None, timeout=_WAIT_S, check_same_thread=False
        )
        for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON",
                        "secure_delete=ON", "trusted_schema=OFF"):  # fmt: skip
            connection.execute(f"PRAGMA {setting}")
        return connection

    engine = create_engine(
        "sqlite+pysqlite:///file",
        module=sqlite,
        creator=opened,
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=0,
        pool_timeout=_WAIT_S,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Begin for writing at once where it will be written: so nobody waits for two locks."""
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
