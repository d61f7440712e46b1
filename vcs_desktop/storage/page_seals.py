"""Whether every page of a group's file is as it was written: each has a seal."""

from sqlalchemy import text

from vcs_desktop.core.group_errors import GroupDamaged
from vcs_desktop.storage.database import Database


def check_seals(database: Database) -> None:
    """Do nothing if every page is whole; 60 MB take about 0.15 s.

    Raises:
        GroupDamaged: some page is not as it was written.
    """
    found = _broken(database)
    # Another program may just have been writing a page while it was looked at.
    if found and (broken := found & _broken(database)):
        raise GroupDamaged(f"{len(broken)} pages")


def _broken(database: Database) -> set[str]:
    with database.reading() as session:
        return set(session.scalars(text("PRAGMA cipher_integrity_check")))
