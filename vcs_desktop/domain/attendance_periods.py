"""The stretches of time that sums of who came are asked for."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from vcs_desktop.domain.our_group import YearEnd
from vcs_desktop.domain.year_ends import last_end, next_end


class PeriodKind(StrEnum):
    """Which one is meant; ``ANY`` is from a day to a day that a person chose."""

    THIS_YEAR = "this_year"
    LAST_YEAR = "last_year"
    OUR_YEAR = "our_year"
    OUR_LAST_YEAR = "our_last_year"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Period:
    """From a day to a day, both counted."""

    first: date
    last: date


def period_of(kind: PeriodKind, today: date, end: YearEnd | None) -> Period | None:
    """Return a period by its kind; None where it is not known: a year end, or ``ANY``."""
    match kind:
        case PeriodKind.THIS_YEAR:
            return _calendar_year(today.year)
        case PeriodKind.LAST_YEAR:
            return _calendar_year(today.year - 1)
        case PeriodKind.OUR_YEAR | PeriodKind.OUR_LAST_YEAR:
            return _our_year(kind, today, end)
        case _:
            return None


def _calendar_year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31))


def _our_year(kind: PeriodKind, today: date, end: YearEnd | None) -> Period | None:
    """Return the group's year that runs on a day, or the one before; its last day is in it."""
    before = last_end(end, today - timedelta(days=1))
    if before is None:
        return None
    if kind is PeriodKind.OUR_YEAR:
        last = next_end(end, before)
    else:
        last, before = before, last_end(end, before - timedelta(days=1))
    if last is None or before is None:
        return None
    return Period(before + timedelta(days=1), last)
