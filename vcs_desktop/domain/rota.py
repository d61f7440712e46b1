"""The rota: shifts out of a pattern, weeks that are copied, and who is missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from vcs_desktop.core.language import spoken, tr, tr_count, tr_marked
from vcs_desktop.domain import day_times
from vcs_desktop.domain.days import MONTHS, WEEKDAYS
from vcs_desktop.domain.due import Due, DueKind
from vcs_desktop.domain.kinds import SHIFT
from vcs_desktop.domain.volunteering import Shift, VolunteerRole, missing

DAYS_IN_WEEK = 7
MOST_WEEKS = 26
"""Half a year ahead: what is further away changes before it comes."""

SOON_DAYS = 7
"""How far ahead Home looks for shifts that need somebody."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A shift that still needs ``needed`` people; ``words`` say so in one sentence."""

    shift_id: str
    on: date
    needed: int
    words: str


def monday_of(day: date) -> date:
    """Return the first day of the week of a day."""
    return day - timedelta(day.weekday())


def order_of(shift: Shift) -> tuple[date, str, str, str]:
    """Return what shifts are put in order by: day, time, name. One without a day comes last."""
    return (shift.on or date.max, shift.starts, shift.name.casefold(), shift.id)


def from_pattern(
    role: VolunteerRole, first: date, weeks: int, there: Iterable[Shift]
) -> list[Shift]:
    """Return the shifts of a role for some weeks, from a day on; they have no ids yet.

    A day that has a shift of the role at that time already gets no second one. A role
    without a day of the week has no pattern, and one that ended has none after its last day.
    """
    if role.weekday is None:
        return []
    taken = {(shift.on, shift.starts) for shift in there if shift.role == role.id}
    begin = _days_on(first, (role.weekday - first.weekday()) % DAYS_IN_WEEK)
    days = (_weeks_on(begin, week) for week in range(_weeks(weeks)))
    return [
        Shift(
            name=role.name,
            role=role.id,
            activity=role.activity,
            on=day,
            starts=role.starts,
            ends=role.ends,
            needed=max(1, role.people_needed),
        )
        for day in days
        if day is not None
        and (day, role.starts) not in taken
        and (role.ended_on is None or day <= role.ended_on)
    ]


def copied_week(shifts: Sequence[Shift], monday: date, weeks: int) -> list[Shift]:
    """Return the shifts of one week again for each of the weeks after it; without ids.

    The same people are down for them, and nobody has answered yet: who said no is left out.
    What is there already on such a day, with that name and time, is not made again.
    """
    week = [each for each in shifts if each.on and monday_of(each.on) == monday]
    taken = {(each.on, each.starts, each.name) for each in shifts}
    made = []
    for number in range(1, _weeks(weeks) + 1):
        for each in sorted(week, key=order_of):
            on = _weeks_on(each.on, number)
            if on is not None and (on, each.starts, each.name) not in taken:
                made.append(_again(each, on))
    return made


def gap_of(shift: Shift) -> Gap | None:
    """Return who is missing from a shift; None when nobody is, or it has no day."""
    needed = missing(shift)
    if not needed or shift.on is None:
        return None
    return Gap(shift.id, shift.on, needed, missing_words(shift))


def missing_words(shift: Shift) -> str:
    """Return "Thursday 3 December: 1 more person needed for Kitchen"; empty for nobody."""
    needed = missing(shift)
    if not needed or shift.on is None:
        return ""
    return tr_count(
        "{day}: {count} more person needed for {what}",
        "{day}: {count} more people needed for {what}",
        needed,
        day=day_and_month(shift.on),
        what=shift.name or tr("a shift"),
    )


def missing_soon(shifts: Iterable[Shift], today: date, days: int = SOON_DAYS) -> list[Gap]:
    """Return which shifts need somebody, from today until so many days on, the next first."""
    last = today + timedelta(days)
    soon = [each for each in shifts if each.on is not None and today <= each.on <= last]
    return [gap for each in sorted(soon, key=order_of) if (gap := gap_of(each)) is not None]


def dues_of(shifts: Iterable[Shift]) -> list[Due]:
    """Return every shift as a date of the calendar, with who is missing."""
    return [
        Due(
            id=f"{SHIFT}/{each.id}",
            on=each.on,
            kind=DueKind.SHIFT,
            what=tr("Rota: {what}", what=each.name or tr("a shift")),
            why=_how_it_stands(each),
            starts=each.starts,
            record_kind=SHIFT,
            record_id=each.id,
        )
        for each in shifts
        if each.on is not None
    ]


def day_and_month(day: date) -> str:
    """Return "Thursday 3 December"."""
    return _day_and_month(day, spoken())


@lru_cache(maxsize=1024)
def _day_and_month(day: date, _language: str) -> str:
    return tr(
        "{weekday} {day} {month}",
        weekday=tr_marked(WEEKDAYS[day.weekday()]),
        day=day.day,
        month=tr_marked(MONTHS[day.month - 1]),
    )


def time_words(shift: Shift | VolunteerRole) -> str:
    """Return "10.30am to 12 noon", "from 10.30am", or nothing."""
    start, end = day_times.in_words(shift.starts), day_times.in_words(shift.ends)
    if start and end:
        return tr("{start} to {end}", start=start, end=end)
    return tr("from {start}", start=start) if start else ""


def _how_it_stands(shift: Shift) -> str:
    needed = missing(shift)
    if needed:
        return tr_count("{count} more person needed.", "{count} more people needed.", needed)
    return tr("Nobody is missing.")


def _again(shift: Shift, on: date) -> Shift:
    people = tuple(
        replace(each, has_agreed=None) for each in shift.people if each.has_agreed is not False
    )
    return replace(shift, id="", on=on, people=people, notes="")


def _weeks_on(day: date | None, weeks: int) -> date | None:
    return _days_on(day, DAYS_IN_WEEK * weeks)


def _days_on(day: date | None, days: int) -> date | None:
    """Return a day some days on; None where there is none, or it is after the year 9999."""
    if day is None or (date.max - day).days < days:
        return None
    return day + timedelta(days)


def _weeks(weeks: int) -> int:
    return max(0, min(weeks, MOST_WEEKS))
