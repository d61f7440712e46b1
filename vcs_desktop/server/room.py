"""How much one group may keep here, so that none fills the disk for the others."""

from typing import Final

from sqlalchemy import Connection, update

from vcs_desktop.server.doors import Asker
from vcs_desktop.server.refusals import too_large
from vcs_desktop.server.tables import groups

MOST_OF_A_GROUP: Final = 5_000_000_000
"""Bytes of operations and files: some hundred years of a small group's work."""


def room_with(who: Asker, more: int) -> int:
    """Return how many bytes a group keeps with so many more; its row is locked.

    Raises:
        Refusal: it is more than a group may keep.
    """
    kept = who.bytes_kept + more
    if kept > MOST_OF_A_GROUP:
        raise too_large("This group has no room left here.")
    return kept


def take(connection: Connection, who: Asker, more: int) -> None:
    """Count bytes that a group keeps from now on; its row is locked.

    Raises:
        Refusal: it would be more than a group may keep.
    """
    kept = room_with(who, more)
    connection.execute(update(groups).where(groups.c.id == who.group).values(bytes_kept=kept))


def give_back(connection: Connection, group: str, less: int) -> None:
    """Count bytes that a group keeps no longer; its row is locked."""
    this = groups.c.id == group
    connection.execute(update(groups).where(this).values(bytes_kept=groups.c.bytes_kept - less))
