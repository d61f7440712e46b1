"""Days and moments in words."""

from calendar import monthrange
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from vcs_desktop.core.clock import LONDON
from vcs_desktop.core.language import marked, spoken, tr, tr_count, tr_marked

# Our own names: those that Python writes change with the settings of the computer.
WEEKDAYS = (
    marked("Monday"),
    marked("Tuesday"),
    marked("Wednesday"),
    marked("Thursday"),
    marked("Friday"),
    marked("Saturday"),
    marked("Sunday"),
)
MONTHS = (
    marked("January"),
    marked("February"),
    marked("March"),
    marked("April"),
    marked("May"),
    marked("June"),
    marked("July"),
    marked("August"),
    marked("September"),
    marked("October"),
    marked("November"),
    marked("December"),
)

SHORT_MONTHS = (
    marked("Jan"),
    marked("Feb"),
    marked("Mar"),
    marked("Apr"),
    marked("May"),
    marked("Jun"),
    marked("Jul"),
    marked("Aug"),
    marked("Sep"),
    marked("Oct"),
    marked("Nov"),
    marked("Dec"),
)

MONTHS_IN_YEAR = 12
END_OF_DAY = time(23, 59)
"""What a closing day without a time is stored with."""


def in_words(day: date) -> str:
    """Return "Friday 4 December 2026"."""
    return _in_words(day, spoken())


@lru_cache(maxsize=1024)
def _in_words(day: date, _language: str) -> str:
    return tr(
        "{weekday} {day} {month} {year}",
        weekday=tr_marked(WEEKDAYS[day.weekday()]),
        day=day.day,
        month=_month(day),
        year=day.year,
    )


def shortly(day: date) -> str:
    """Return "4 December 2026"."""
    return _shortly(day, spoken())


@lru_cache(maxsize=1024)
def _shortly(day: date, _language: str) -> str:
    return tr("{day} {month} {year}", day=day.day, month=_month(day), year=day.year)


def month_in_words(day: date) -> str:
    """Return "November 2026"."""
    return tr("{month} {year}", month=_month(day), year=day.year)


def short_month(day: date) -> str:
    """Return "Nov", for where there is little room."""
    return tr_marked(SHORT_MONTHS[day.month - 1])


def months_on(day: date, count: int) -> date:
    """Return the same day some months on, or the last of that month where it is shorter.

    Raises:
        OverflowError: it is before the year 1, or after the year 9999.
    """
    year, before = divmod(day.year * MONTHS_IN_YEAR + day.month - 1 + count, MONTHS_IN_YEAR)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError
    return date(year, before + 1, min(day.day, monthrange(year, before + 1)[1]))


def _month(day: date) -> str:
    return tr_marked(MONTHS[day.month - 1])


def local_day(moment: datetime) -> date:
    """Return the day, in the United Kingdom, of a moment."""
    return moment.astimezone(LONDON).date()


def is_whole_day(moment: datetime) -> bool:
    """Say whether a closing moment names its day only.

    Funders who give a day only mean until the day's end, stored as 23:59.
    """
    local = moment.astimezone(LONDON)
    return (local.hour, local.minute) == (END_OF_DAY.hour, END_OF_DAY.minute)


def with_time(moment: datetime) -> str:
    """Return "Friday 4 December 2026 at 12:00", or no time where only the day is given."""
    local = moment.astimezone(LONDON)
    if is_whole_day(moment):
        return in_words(local.date())
    return tr("{day} at {time}", day=in_words(local.date()), time=f"{local:%H:%M}")


def span_in_words(start: datetime, end: datetime | None) -> str:
    """Return from when to when something is, in full; ``end`` None is not said."""
    begins = with_time(start)
    if end is None or end == start:
        return begins
    return tr("{start} to {end}", start=begins, end=with_time(end))


def days_left(closes_on: date, today: date) -> int:
    """Return how many days are left; 0 on the closing day, negative after it."""
    return (closes_on - today).days


def from_now(left: int) -> str:
    """Return when some days from now is: "today", "tomorrow" or "in 12 days"."""
    if left in (0, 1):
        return tr("tomorrow") if left else tr("today")
    return tr_count("in {count} day", "in {count} days", left)


def closing_in_words(closes_on: date | None, today: date, *, rolling: bool = False) -> str:
    """Return a short phrase for a card: "Closes in 12 days", "Closes today", "Open all year"."""
    if closes_on is None:
        return tr("Open all year") if rolling else tr("No closing date given")
    left = days_left(closes_on, today)
    if left < 0:
        return tr("Closed on {day}", day=shortly(closes_on))
    return tr("Closes {when}", when=from_now(left))


def decision_day(closes_on: date | None, weeks: int | None, today: date) -> date | None:
    """Return about when they decide, counted from the closing day (today when rolling)."""
    return None if weeks is None else (closes_on or today) + timedelta(weeks=weeks)
