"""What volunteers do in an open group, and what made somebody stop."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked, tr
from vcs_desktop.domain.days import month_in_words
from vcs_desktop.domain.kinds import STOPPING, VOLUNTEER_ROLE
from vcs_desktop.domain.volunteering import (
    Barrier,
    Stopping,
    VolunteerRole,
    barrier_counts,
    has_ended,
)
from vcs_desktop.services.records import Held, NoSuchRecord, RecordsService
from vcs_desktop.services.things import things


class NoName(AppError):
    """A role, or a shift, was to be saved without a name."""

    message = marked("This has no name yet.")
    advice = marked("Type what it is, such as “Kitchen”.")


class NothingInTheWay(AppError):
    """Nothing was ticked that stood in somebody's way."""

    message = marked("Nothing is ticked yet.")
    advice = marked("Tick what stood in the way. If you do not know, leave it.")


@dataclass(frozen=True, slots=True)
class Stopped:
    """What stood in the way of those who stopped, as counts; nobody is named.

    ``since`` is the first month of which something is known, None when nothing is.
    """

    count: int
    barriers: dict[Barrier, int]
    since: date | None


class VolunteeringService:
    """Lists and changes roles, and counts what stood in the way."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records

    def roles(self) -> list[VolunteerRole]:
        """Return every role by name, those that ended last."""
        today = self._records.clock.today()
        found = things(self._records, VolunteerRole, VOLUNTEER_ROLE)
        return sorted(found, key=lambda role: (has_ended(role, today), role.name.casefold()))

    def role(self, role_id: str) -> Held[VolunteerRole]:
        """Return one role, in the bin or not.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        found = self._records.held(VolunteerRole, role_id)
        if found is None or found.record.kind != VOLUNTEER_ROLE:
            raise NoSuchRecord(role_id)
        return found

    def add_role(self, role: VolunteerRole) -> str:
        """Add a role and return its id.

        Raises:
            NoName: it has no name.
        """
        return self._records.add(VOLUNTEER_ROLE, replace(role, name=named(role.name)))

    def save_role(self, before: Held[VolunteerRole], after: VolunteerRole) -> Held[VolunteerRole]:
        """Keep what was changed about a role.

        Raises:
            NoName: it has no name left.
        """
        return self._records.save(before, replace(after, name=named(after.name)))

    def remove(self, record_id: str) -> None:
        """Put a role in the bin.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        self._records.put_in_bin(record_id)

    def note_stopping(self, barriers: Sequence[Barrier]) -> str:
        """Note that somebody stopped this month, and what stood in the way; never who.

        Raises:
            NothingInTheWay: nothing was named.
        """
        if not barriers:
            raise NothingInTheWay
        month = self._records.clock.today().replace(day=1)
        name = tr("Somebody stopped in {month}", month=month_in_words(month))
        said = Stopping(name=name, in_month=month, barriers=tuple(dict.fromkeys(barriers)))
        return self._records.add(STOPPING, said)

    def stopped(self) -> Stopped:
        """Return what stood in the way of those who stopped, as counts."""
        found = things(self._records, Stopping, STOPPING)
        since = min((each.in_month for each in found if each.in_month), default=None)
        return Stopped(len(found), barrier_counts(found), since)


def named(name: str) -> str:
    """Return a name without needless spaces.

    Raises:
        NoName: there is none.
    """
    plain = " ".join(name.split())
    if not plain:
        raise NoName
    return plain
