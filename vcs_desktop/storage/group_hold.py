"""Who has a group open: any number of programs together, or one alone.

Taking a person out makes a new file. A program that still wrote to the old one
would write into the void, so that is done only by who has the group alone. SQLite's
own locks on an empty file do this alike on every system, and end with the process.
"""

import os
from pathlib import Path
from typing import Any, Final

import sqlcipher3.dbapi2 as sqlite

from vcs_desktop.core.errors import AppError, Damaged, FolderNotWritable
from vcs_desktop.core.group_errors import GroupInUse
from vcs_desktop.storage.database import failure_of, name_of

_BUSY: Final = "SQLITE_BUSY"


class Hold:
    """A hold on what a file stands for, until ``let_go`` or the end of the process."""

    def __init__(self, path: Path, *, alone: bool = False, wait_s: float = 0) -> None:
        """Take hold.

        Raises:
            GroupInUse: somebody else has it alone, or has it when ``alone`` was asked.
            FolderNotWritable: the file cannot be made; or DiskFull, DiskFailed.
        """
        self._connection: Any = None
        try:
            self._take(path, alone, wait_s)
        except Damaged:
            _empty(path)
            self._take(path, alone, wait_s)

    def _take(self, path: Path, alone: bool, wait_s: float) -> None:
        try:
            self._connection = sqlite.connect(
                str(path), timeout=wait_s, isolation_level=None, check_same_thread=False
            )
            # Nothing is ever written: the file stays empty. Nor is there a journal beside it,
            # for which a full disk had no room.
            self._connection.execute("PRAGMA journal_mode=MEMORY")
            self._connection.execute("BEGIN EXCLUSIVE" if alone else "BEGIN")
            self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite.Error as error:
            self.let_go()
            raise _refusal(path, error) from error

    def let_go(self) -> None:
        """Give it back; a second time does nothing."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def __enter__(self) -> "Hold":
        return self

    def __exit__(self, *_: object) -> None:
        self.let_go()


def _refusal(path: Path, error: sqlite.Error) -> AppError:
    name = name_of(error)
    if name.startswith(_BUSY):
        return GroupInUse(path.name)
    return (failure_of(error) or FolderNotWritable)(name)


def _empty(path: Path) -> None:
    """Take away what a fault of the disk, or somebody, has put into a file that means nothing.

    In its place, for whoever has hold of it has hold of this very file.

    Raises:
        FolderNotWritable: it cannot be done.
    """
    try:
        os.truncate(path, 0)
    except OSError as error:
        raise FolderNotWritable(f"{path.name}: {error.strerror}") from error
