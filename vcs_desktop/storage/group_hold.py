"""Who has a group open: any number of programs together, or one alone.

Taking a person out makes a new file. A program that still wrote to the old one
would write into the void, so that is done only by who has the group alone. SQLite's
own locks on an empty file do this alike on every system, and end with the process.
"""

from pathlib import Path
from typing import Any, Final

import sqlcipher3.dbapi2 as sqlite

from vcs_desktop.core.errors import FolderNotWritable
from vcs_desktop.core.group_errors import GroupInUse

_BUSY: Final = "SQLITE_BUSY"


class Hold:
    """A hold on what a file stands for, until ``let_go`` or the end of the process."""

    def __init__(self, path: Path, *, alone: bool = False, wait_s: float = 0) -> None:
        """Take hold.

        Raises:
            GroupInUse: somebody else has it alone, or has it when ``alone`` was asked.
            FolderNotWritable: the file cannot be made.
        """
        self._connection: Any = None
        try:
            self._connection = sqlite.connect(
                str(path), timeout=wait_s, isolation_level=None, check_same_thread=False
            )
            # Nothing is ever written: the file stays empty.
            self._connection.execute("BEGIN EXCLUSIVE" if alone else "BEGIN")
            self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite.Error as error:
            self.let_go()
            if getattr(error, "sqlite_errorname", "").startswith(_BUSY):
                raise GroupInUse(path.name) from error
            raise FolderNotWritable(getattr(error, "sqlite_errorname", "")) from error

    def let_go(self) -> None:
        """Give it back; a second time does nothing."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def __enter__(self) -> "Hold":
        return self

    def __exit__(self, *_: object) -> None:
        self.let_go()
