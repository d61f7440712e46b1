"""Finds what an open group has in its records."""

from collections.abc import Collection

from vcs_desktop.services.records import RecordsService
from vcs_desktop.storage.queries import group_search
from vcs_desktop.storage.queries.group_search import GroupLine

__all__ = ["GroupLine", "GroupSearch"]


class GroupSearch:
    """Looks for words in the records of the open group; locked, there is nothing to ask."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records

    def found(self, typed: str, *, kinds: Collection[str] = (), limit: int = 20) -> list[GroupLine]:
        """Return the records with words that begin like all of those typed, titles first.

        What is in the bin is not found. ``kinds`` empty means every kind of record.
        """
        with self._records.database.reading(interruptible=True) as session:
            return group_search.found(session, typed, kinds=kinds, limit=limit)
