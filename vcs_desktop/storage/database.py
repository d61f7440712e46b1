"""One SQLite file, opened by our rules. The only way to a session is through here."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session, sessionmaker

from vcs_desktop.core.backup_errors import FileMovedAway
from vcs_desktop.core.errors import (
    AppError,
    Busy,
    Damaged,
    DiskFailed,
    DiskFull,
    FolderNotWritable,
    Stopped,
)
from vcs_desktop.core.group_errors import GroupDamaged, Locked

KEY_BYTES = 32
WAIT_FOR_LOCK_S = 10

_log = logging.getLogger(__name__)

# By the beginning of SQLite's own name for it.
_FAILURES: dict[str, type[AppError]] = {
    "SQLITE_INTERRUPT": Stopped,
    "SQLITE_NOTADB": Damaged,
    "SQLITE_CORRUPT": Damaged,
    "SQLITE_FULL": DiskFull,
    "SQLITE_IOERR": DiskFailed,
    "SQLITE_BUSY": Busy,
    "SQLITE_READONLY": FolderNotWritable,
    "SQLITE_CANTOPEN": FolderNotWritable,
}

# The driver gives the errors of a whole copy without a name.
# Source: SQLite, main.c: sqlite3ErrStr.
_NAMELESS = {
    "database or disk is full": "SQLITE_FULL",
    "disk I/O error": "SQLITE_IOERR",
    "database is locked": "SQLITE_BUSY",
    "database disk image is malformed": "SQLITE_CORRUPT",
    "file is not a database": "SQLITE_NOTADB",
    "unable to open database file": "SQLITE_CANTOPEN",
    "attempt to write a readonly database": "SQLITE_READONLY",
}

Journal = Literal["WAL", "DELETE"]
"""How a file is kept whole while it is written: in a log beside it, or, on a stick, not so."""

_LONGEST_LOG = 1000
"""Pages, in the log of a file, after which a commit writes them into the file; SQLite's own."""

_WORTH_IT = 4
"""Of so many pages of a file at least one is empty when it is written anew to be smaller."""

_ALWAYS = (
    "trusted_schema=OFF",
    "cell_size_check=ON",
    f"busy_timeout={WAIT_FOR_LOCK_S * 1000}",
)
# The library can be fetched again, so a power cut may cost its last load; its
# sorting may be large, so that goes to a file. A WAL that a load made long is
# cut back. A group's file is irreplaceable and must leave nothing in the clear; it
# keeps SQLCipher's own size of page, or it could not be opened a second time.
_PLAIN = (
    "page_size=8192",  # of a new file, before its log: bodies of a kilobyte or two pack better
    "synchronous=NORMAL",
    "temp_store=FILE",
    "cache_size=-8000",
    "journal_size_limit=16000000",
)
_KEYED = (
    "synchronous=FULL",
    "temp_store=MEMORY",
    "secure_delete=ON",
    "cache_size=-16000",  # what lists of thousands read is not decrypted anew for the next one
)


def open_engine(path: Path, *, key: bytes | None = None, foreign_keys: bool = True) -> Engine:
    """Return an engine on one SQLite file, with our transaction rules on it.

    ``key`` is the 32 bytes that a group's file is encrypted with; None is a
    plain file. ``foreign_keys`` is off for migrations only: SQLite cannot change
    it inside a transaction, and rebuilding a parent table with it on deletes the
    children. How the file is kept whole while it is written stays as it is: what
    is on a stick gets no log beside it, only because it was looked at.

    Raises:
        ValueError: the key has the wrong length, which SQLCipher would take for
            a passphrase without a word.
    """
    return _engine(_Opener(path, key, foreign_keys=foreign_keys))


def _engine(opener: "_Opener") -> Engine:
    engine = create_engine(
        "sqlite+pysqlite:///file",  # the real path and the key are the creator's secret
        module=sqlite,
        creator=opener,
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=0,
        pool_use_lifo=True,  # the next question finds in memory what the one before it read
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


class _Opener:
    """Opens one file, its key kept out of every address and log, until it is told to forget it."""

    def __init__(
        self,
        path: Path,
        key: bytes | None,
        *,
        foreign_keys: bool = True,
        journal: Journal | None = None,
    ) -> None:
        if key is not None and len(key) != KEY_BYTES:
            raise ValueError(f"a key has {KEY_BYTES} bytes")
        own = _PLAIN if key is None else _KEYED
        checked = f"foreign_keys={'ON' if foreign_keys else 'OFF'}"
        self._path = path
        self._key = key
        kept_whole = () if journal is None else (f"journal_mode={journal}",)
        self._pragmas = (*own, *kept_whole, *_ALWAYS, checked)
        self._forgotten = False
        self._opened: _Place | None = None

    def __call__(self) -> Any:
        """Return a new connection of the driver.

        Raises:
            Locked: the key was forgotten.
            FileMovedAway: the file that was open is not there; a new one is not made.
        """
        self.check_open()
        self.check_in_place()
        connection = _connect(self._path, self._key, self._pragmas)
        if self._opened is None and self._key is not None:
            self._opened = _place_of(self._path)
        return connection

    def check_open(self) -> None:
        """Do nothing while the file may be used.

        Raises:
            Locked: the key was forgotten.
        """
        if self._forgotten:
            raise Locked

    def check_in_place(self) -> None:
        """Do nothing while the file of a group that was opened is the one under its name.

        What is written to a file after it was moved, or after its folder was, is taken
        without a word. Windows moves no open file, so there this only ever finds what
        it should; where a disk numbers no files, it finds whether one is there.

        Raises:
            FileMovedAway: it is not.
        """
        if self._opened is not None and _place_of(self._path) != self._opened:
            raise FileMovedAway(self._path.name)

    def forget_key(self) -> None:
        """Open nothing any more, if there was a key; a second time changes nothing."""
        self._forgotten = self._forgotten or self._key is not None
        self._key = None


_Place = tuple[int, int]
"""The number of a disk, and of a file on it."""


def _place_of(path: Path) -> _Place | None:
    """Return which file is under a name; None is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _connect(path: Path, key: bytes | None, pragmas: tuple[str, ...]) -> Any:
    # isolation_level None: the driver must not begin, we do, so DDL rolls back too.
    connection = sqlite.connect(
        str(path), timeout=WAIT_FOR_LOCK_S, check_same_thread=False, isolation_level=None
    )
    try:
        if key is not None:
            _set_key(connection, key)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # proves the key
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def _set_key(connection: Any, key: bytes) -> None:
    # An ordinary SQLite takes a key without a word and writes in the clear.
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise RuntimeError("this build of SQLite cannot encrypt")
    connection.execute("PRAGMA cipher_log_level=NONE")
    # As text: raw bytes would be taken for a passphrase.
    connection.set_key(f"x'{key.hex()}'")


def _begin(connection: Connection) -> None:
    # A reader that turns writer half way can fail at once, whatever
    # busy_timeout says; so writers ask for the write lock when they begin.
    asked = connection.get_execution_options()
    if not asked.get("writing", False):
        connection.exec_driver_sql("BEGIN")
        return
    longest = 0 if asked.get("leaves_log", False) else _LONGEST_LOG
    connection.exec_driver_sql(f"PRAGMA wal_autocheckpoint={longest}")
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _is_much_empty(driver: Any) -> bool:
    """Say whether it is worth to write a file anew: that takes as long as all of it is large."""
    empty, pages = (
        driver.execute(f"PRAGMA {name}").fetchone()[0] for name in ("freelist_count", "page_count")
    )
    return bool(empty * _WORTH_IT > pages)


class Database:
    """One open file. Share it between threads; never share its sessions."""

    def __init__(
        self,
        path: Path,
        *,
        key: bytes | None = None,
        journal: Journal = "WAL",
        when_full: Callable[[], None] = lambda: None,
    ) -> None:
        """Open nothing yet. ``when_full`` is called when there was no room to write."""
        self.path = path
        self._when_full = when_full
        self._connect = _Opener(path, key, journal=journal)
        self._damaged = Damaged if key is None else GroupDamaged
        self.engine = _engine(self._connect)
        self._readers = sessionmaker(self.engine, expire_on_commit=False)
        writer = self.engine.execution_options(writing=True)
        self._writers = sessionmaker(writer, expire_on_commit=False)
        loader = writer.execution_options(leaves_log=True)
        self._loaders = sessionmaker(loader, expire_on_commit=False)
        self._lock = threading.Lock()
        self._interruptible: set[Any] = set()
        self._watcher: Any = None

    @contextmanager
    def reading(self, *, interruptible: bool = False) -> Iterator[Session]:
        """Yield a session that sees one moment of the file; nothing is kept.

        ``interruptible`` lets ``interrupt`` cut its query short.

        Raises:
            Stopped: it was interrupted.
            AppError: there is something wrong with the file or its disk.
        """
        with self._in_our_words(), self._readers() as session:
            if not interruptible:
                yield session
                return
            driver = session.connection().connection.driver_connection
            with self._lock:
                self._interruptible.add(driver)
            try:
                yield session
            finally:
                # Before the pool lends it to others, who must not be cut short.
                with self._lock:
                    self._interruptible.discard(driver)

    @contextmanager
    def writing(self, *, leaves_log: bool = False) -> Iterator[Session]:
        """Yield a session for one unit of work: all of it is kept, or none.

        ``leaves_log`` is for a great deal at once: it stands in the file's log until the next
        writer puts it into the file, so nobody who wants to read it waits for that.

        Raises:
            Busy: another writer did not end within 10 seconds.
            Locked: the key was forgotten; nothing was written.
            FileMovedAway: a group's file is not where it was; nothing was written.
            AppError: there is something wrong with the file or its disk.
        """
        writers = self._loaders if leaves_log else self._writers
        with self._in_our_words(), writers.begin() as session:
            session.connection()  # takes the write lock
            # Who waited for it may find that the group was locked, and its file left, meanwhile.
            self._connect.check_open()
            yield session
            self._connect.check_in_place()

    @contextmanager
    def _in_our_words(self) -> Iterator[None]:
        try:
            with in_our_words(self.path, self._damaged):
                yield
        except DiskFull:
            self._when_full()
            raise

    def interrupt(self) -> None:
        """Cut short every query that said it may be, from any thread."""
        with self._lock:
            for driver in self._interruptible:
                driver.interrupt()

    def data_version(self) -> int:
        """Return a number that differs whenever anyone has written to the file since.

        It is asked of a connection that never writes, so our own changes count
        too, and so do those of the command line.
        """
        with self._lock:
            if self._watcher is None:
                self._watcher = self._connect()
            return int(self._watcher.execute("PRAGMA data_version").fetchone()[0])

    def empty_log(self, *, shrinks: bool = False) -> None:
        """Write the file's log into the file and cut it to nothing.

        After an erasure: until then the log still holds pages as they were before. With
        ``shrinks`` the file is made as small as what is in it, if a good part of it is empty.
        Where somebody reads for 10 seconds meanwhile, or the disk is full, it goes when
        all have let go of the file.
        """
        with self.engine.connect() as connection:
            driver: Any = connection.connection.driver_connection
            try:
                if shrinks and _is_much_empty(driver):
                    driver.execute("VACUUM")
                is_left = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            except sqlite.Error as error:
                # What was done stands; saying that it was not would be wrong.
                is_left = name_of(error)
            if is_left:
                _log.info("%s: its log is emptied later (%s)", self.path.name, is_left)

    def size_bytes(self) -> int:
        """Return how much room the file takes, with what is still in its log."""
        log = self.path.with_name(f"{self.path.name}-wal")
        return sum(file.stat().st_size for file in (self.path, log) if file.exists())

    def close(self) -> None:
        """Let go of the file (Windows cannot move an open one), and of its key for good."""
        self._connect.forget_key()
        with self._lock:
            if self._watcher is not None:
                self._watcher.close()
                self._watcher = None
        self.engine.dispose()


@contextmanager
def in_our_words(path: Path, damaged: type[Damaged]) -> Iterator[None]:
    """Say what went wrong with the file itself in words; the rest is a bug and rises as it is."""
    try:
        yield
    except (DatabaseError, sqlite.Error) as error:
        found = failure_of(error)
        if found is None:
            raise
        name = name_of(error)
        if found is not Stopped:
            _log.warning("%s: %s", path.name, name)
        raise (damaged if found is Damaged else found)(name) from error


def failure_of(error: DatabaseError | sqlite.Error) -> type[AppError] | None:
    """Return what went wrong with the file itself; None is a bug."""
    name = name_of(error)
    return next((kind for start, kind in _FAILURES.items() if name.startswith(start)), None)


def name_of(error: DatabaseError | sqlite.Error) -> str:
    """Return SQLite's own name of what went wrong, empty where it has none."""
    driver = getattr(error, "orig", error)
    return getattr(driver, "sqlite_errorname", "") or _NAMELESS.get(str(driver), "")
