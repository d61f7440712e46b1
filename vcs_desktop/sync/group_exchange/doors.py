"""Who was taken out of the group has no door at its service, also after that was put back."""

from collections.abc import Iterable
from contextlib import suppress

from vcs_desktop.storage import exchange_state
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.queries import group_exchange as asked
from vcs_desktop.storage.sessions import Session
from vcs_desktop.sync.group_exchange.book import Book
from vcs_desktop.sync.group_service import GroupService
from vcs_desktop.sync.service_errors import NotThere


def shut(database: Database, service: GroupService) -> None:
    """Let the service let nobody in whom the group has taken out.

    Raises:
        Offline: the service cannot be asked.
    """
    with database.reading() as session:
        doors = {each.door for each in exchange_state.trusted(session).values()}
        out = doors - standing(session)
    shut_these(service, out)


def shut_these(service: GroupService, doors: Iterable[str]) -> None:
    """Let the service let nobody in by some doors, as far as it knows them.

    Who came by stick has none there, and who was let in before a backup of it none any more.

    Raises:
        Offline: the service cannot be asked.
    """
    for door in sorted(doors):
        with suppress(NotThere):
            service.remove_device(door)


def standing(session: Session) -> set[str]:
    """Return the doors of the laptops that the group has not taken out."""
    trusted = exchange_state.trusted(session)
    removed = Book(trusted, asked.devices(session)).removed
    return {each.door for each in trusted.values() if each.id not in removed}
