"""Every record of one kind in an open group, for lists and sums."""

from typing import TypeVar

from vcs_desktop.domain.values import thing_of
from vcs_desktop.services.records import RecordsService
from vcs_desktop.storage.queries import group_records

Thing = TypeVar("Thing")


def things(records: RecordsService, shape: type[Thing], kind: str) -> list[Thing]:
    """Return every record of a kind that is not in the bin, in no order."""
    with records.database.reading() as session:
        found = group_records.bodies_of(session, kind)
    return [thing_of(shape, values, id_) for id_, values in found]
