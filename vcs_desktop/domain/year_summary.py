"""A group's year on one page: whom it reached, how often, and what its volunteers gave.

It is made to be given away, to a funder or at the yearly meeting. A number of people under five
may point at somebody in a small place, so it is told as "fewer than 5".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.attendance_sums import FEW, Sum
from vcs_desktop.domain.days import months_on
from vcs_desktop.domain.durations import MINUTES_IN_HOUR
from vcs_desktop.domain.our_group import YearEnd
from vcs_desktop.domain.volunteer_value import Value
from vcs_desktop.domain.year_ends import last_end

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Year:
    """Twelve months, both days counted. ``is_ours`` says that it is the year of accounts."""

    first: date
    last: date
    is_ours: bool


@dataclass(frozen=True, slots=True)
class YearSummary:
    """What stands on the page. ``activities`` has the most visited first, each by its name."""

    group: str
    year: Year
    made_on: date
    whole: Sum
    months: Mapping[date, Sum]
    activities: tuple[tuple[str, Sum], ...]
    value: Value


def year_called(number: int, end: YearEnd | None) -> Year:
    """Return the group's year that ends in a year; the calendar's where nobody has said.

    Raises:
        ValueError: there is no such year.
    """
    if not date.min.year < number < date.max.year:
        raise ValueError(number)
    last = last_end(end, date(number, 12, 31))
    if last is None:
        return Year(date(number, 1, 1), date(number, 12, 31), is_ours=False)
    before = last_end(end, last - timedelta(days=1)) or months_on(last, -_MONTHS)
    return Year(before + timedelta(days=1), last, is_ours=True)


def people_in_words(count: int) -> str:
    """Return a number of people as it is told to others: never one from 1 to 4."""
    if 0 < count < FEW:
        return tr("fewer than {few}", few=FEW)
    return f"{count:,}"


def hours_in_words(minutes: int) -> str:
    """Return minutes as whole hours, half an hour up, such as "412 hours"."""
    hours = (minutes + MINUTES_IN_HOUR // 2) // MINUTES_IN_HOUR
    return tr_count("{count} hour", "{count} hours", hours)
