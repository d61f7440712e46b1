"""Ids that two computers make alike, so that what both make is one record and not two."""

from collections.abc import Collection
from datetime import date
from uuid import UUID, uuid5

from vcs_desktop.domain.volunteering import Shift
from vcs_desktop.services.records import RecordsService
from vcs_desktop.storage.queries import group_records

_SHEETS = UUID("6f1c1c0a-5a0d-4c53-9a8e-3d1f7b1f9a20")
_SHIFTS = UUID("0c1f7c55-8a57-4d0e-9d0a-6b4f0b7f6f11")
_BROUGHT_TOGETHER = UUID("5a2b7c1e-9c0f-4f6b-8a55-7d0e6f1c2b98")
_TAKEN_OVER = UUID("b0a1d6f2-5d0f-4a6e-8f5e-2c9c4b1d7e34")


def sheet_id(records: RecordsService, about: str, on: date) -> str:
    """Return the id for a new sheet of who came: made of what it is of, and its day.

    ``about`` is the id of the activity, or of the shift that has none.
    """
    return _never_used(records, _SHEETS, f"{about}/{on.isoformat()}")


def shift_id(records: RecordsService, shift: Shift, taken: Collection[str]) -> str:
    """Return the id for a new shift of a role: made of the role, the day and the time.

    One without a role, or a day, has an id that nobody else makes. ``taken`` are ids that
    were just given to others. The role's id is random, so nobody can guess from an id what
    it is of.
    """
    if not shift.role or shift.on is None:
        return records.ids.new()
    what = f"{shift.role}/{shift.on.isoformat()}/{shift.starts}"
    return _never_used(records, _SHIFTS, what, taken)


def taken_over_id(records: RecordsService, application: str, notice: str, change: str) -> str:
    """Return the id for what an application takes over from a newer notice of its funder.

    ``notice`` is the digest of that notice, and ``change`` the id of the change in it.
    """
    return _never_used(records, _TAKEN_OVER, f"{application}/{notice}/{change}")


def brought_together_id(records: RecordsService, application: str) -> str:
    """Return the id of the application that takes what was left behind by a deleted one.

    It is there already, perhaps in the bin, where some of that was taken out before.
    """
    number = 0
    while True:
        id_ = str(uuid5(_BROUGHT_TOGETHER, f"{application}/{number}"))
        with records.database.reading() as session:
            is_there = group_records.record(session, id_) is not None
            if is_there or not group_records.was_used(session, id_):
                return id_
        number += 1


def _never_used(
    records: RecordsService, space: UUID, what: str, taken: Collection[str] = ()
) -> str:
    """Return the first id that was never used: what had one before may lie in the bin."""
    number = 0
    while True:
        id_ = str(uuid5(space, f"{what}/{number}"))
        with records.database.reading() as session:
            if id_ not in taken and not group_records.was_used(session, id_):
                return id_
        number += 1
