"""The dates that a group wrote down itself, and on which days they come again."""

from collections.abc import Iterator
from datetime import date

from vcs_desktop.core.language import Marked, marked, tr_marked
from vcs_desktop.domain.days import MONTHS_IN_YEAR, months_on
from vcs_desktop.domain.due import Due, DueKind, OwnDate
from vcs_desktop.domain.kinds import OWN_DATE

_MOST_YEARS = 200
"""For so long a date comes again at most: whoever typed another year meant this one."""

REPEATS: tuple[tuple[int, Marked], ...] = (
    (0, marked("Never")),
    (1, marked("Every month")),
    (2, marked("Every 2 months")),
    (3, marked("Every 3 months")),
    (6, marked("Every 6 months")),
    (12, marked("Every year")),
    (24, marked("Every 2 years")),
    (36, marked("Every 3 years")),
    (60, marked("Every 5 years")),
)
"""After how many months a date comes again, and the words for it."""


def repeats_in_words(months: int) -> str:
    """Return "Every 3 months"; nothing for a date that does not come again."""
    known = dict(REPEATS)
    return tr_marked(known[months]) if months in known and months else ""


def occurrences(own: OwnDate, start: date, end: date) -> Iterator[tuple[int, date]]:
    """Yield the days between two, both included, on which a date falls, each with its number.

    The number is 0 for the day that was written down. What falls on the 31st falls on the
    last day of a shorter month, and on the 31st again after it.
    """
    if own.on is None:
        return
    step = own.repeats_months
    if step <= 0:
        if start <= own.on <= end:
            yield 0, own.on
        return
    number = max(0, _months_between(own.on, start) // step)
    while number * step <= _MOST_YEARS * MONTHS_IN_YEAR:
        try:
            day = months_on(own.on, number * step)
        except OverflowError:
            return
        if day > end:
            return
        if day >= start:
            yield number, day
        number += 1


def dues_of(own: OwnDate, start: date, end: date) -> Iterator[Due]:
    """Yield what a date of the group's own puts into the calendar between two days.

    Of one that comes again, each time has an id of its own; it stays when the day is moved.
    """
    for number, day in occurrences(own, start, end):
        yield Due(
            id=f"own/{own.id}/{number}" if own.repeats_months > 0 else f"own/{own.id}",
            on=day,
            kind=DueKind.OUR_OWN,
            what=own.name,
            why=repeats_in_words(own.repeats_months),
            starts=own.starts,
            place=own.place,
            record_kind=OWN_DATE,
            record_id=own.id,
        )


def _months_between(first: date, last: date) -> int:
    return (last.year - first.year) * MONTHS_IN_YEAR + last.month - first.month
