"""What the sheets of who came come to: in a stretch of time, by month, activity and person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vcs_desktop.domain.attendance_periods import Period, PeriodKind, period_of
from vcs_desktop.domain.attendance_sums import (
    Missed,
    PersonSum,
    Session,
    Sum,
    between,
    by_activity,
    by_employer,
    by_month,
    by_person,
    missed,
    names_of_activities,
    sum_of,
)
from vcs_desktop.domain.kinds import OUR_GROUP
from vcs_desktop.domain.our_group import OurGroup
from vcs_desktop.domain.rulebook import RuleBook
from vcs_desktop.domain.volunteer_value import Value, value_of
from vcs_desktop.services.attendance import AttendanceService
from vcs_desktop.services.records import RecordsService
from vcs_desktop.services.who import who


@dataclass(frozen=True, slots=True)
class Asked:
    """What sums are wanted of. ``first`` and ``last`` count for ``PeriodKind.ANY`` only.

    ``what`` is one activity (``Session.what``), empty for all.
    """

    kind: PeriodKind = PeriodKind.THIS_YEAR
    first: date | None = None
    last: date | None = None
    what: str = ""


@dataclass(frozen=True, slots=True)
class Totals:
    """What was asked for, and its sums.

    ``period`` is None where it is not known: no year end was told, or no day chosen.
    ``names`` are those of people by id; ``activities`` those of every activity by
    ``Session.what``, also of those that nothing is asked about. ``missed`` goes by
    today, whatever the period. Months that are still to come are left out.
    """

    asked: Asked
    period: Period | None
    whole: Sum
    months: Mapping[date, Sum]
    by_activity: Mapping[str, Sum]
    people: tuple[PersonSum, ...]
    employers: Mapping[str, int]
    value: Value
    missed: tuple[Missed, ...]
    names: Mapping[str, str]
    activities: Mapping[str, str]
    today: date


class AttendanceTotals:
    """Works the sums out anew each time: five years of sheets take a fraction of a second."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records
        self._attendance = AttendanceService(records)

    def look(self, rules: RuleBook, asked: Asked | None = None) -> Totals:
        """Return the sums; ``rules`` is the library's (``FactsService.rulebook``)."""
        asked = asked or Asked()
        today = self._records.clock.today()
        known = who(self._records)
        every = self._attendance.sessions()
        period = self.period(asked, today)
        held = between(every, period.first, period.last) if period else []
        named = {each.id: each.name for each in self._attendance.activities(ended_too=True)}
        of_all = by_activity(held)
        held = [each for each in held if asked.what in ("", each.what)]
        people = tuple(by_person(held))
        gone = tuple(missed(every, today))
        ids = (*(each.person for each in people), *(each.person for each in gone))
        return Totals(
            asked=asked,
            period=period,
            whole=sum_of(held),
            months=_months(held, period, today),
            by_activity=of_all,
            people=people,
            employers=by_employer(held),
            value=value_of([(each.on, each.minutes) for each in held], rules),
            missed=tuple(each for each in gone if known.names.get(each.person)),
            names={each: known.name(each) for each in ids},
            activities=names_of_activities(every, named),
            today=today,
        )

    def period(self, asked: Asked, today: date) -> Period | None:
        """Return the stretch of time that is asked for; None where it is not known."""
        if asked.kind is PeriodKind.ANY:
            if asked.first is None or asked.last is None or asked.first > asked.last:
                return None
            return Period(asked.first, asked.last)
        ours = self._records.held(OurGroup, OUR_GROUP)
        return period_of(asked.kind, today, ours.thing.year_end if ours else None)


def _months(held: list[Session], period: Period | None, today: date) -> Mapping[date, Sum]:
    """Return the sum of each month; those that are still to come only if a sheet is of one."""
    if period is None:
        return {}
    until = max((today, *(each.on for each in held)))
    return by_month(held, period.first, min(period.last, until))
