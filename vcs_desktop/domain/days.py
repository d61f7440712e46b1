"""Days and moments in words."""

from datetime import date, datetime, time, timedelta

from vcs_desktop.core.clock import LONDON

END_OF_DAY = time(23, 59)
"""What a closing day without a time is stored with."""


def in_words(day: date) -> str:
    """Return "Friday 4 December 2026"."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def shortly(day: date) -> str:
    """Return "4 December 2026"."""
    return f"{day.day} {day:%B %Y}"


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
    return f"{in_words(local.date())} at {local:%H:%M}"


def days_left(closes_on: date, today: date) -> int:
    """Return how many days are left; 0 on the closing day, negative after it."""
    return (closes_on - today).days


def from_now(left: int) -> str:
    """Return when some days from now is: "today", "tomorrow" or "in 12 days"."""
    return {0: "today", 1: "tomorrow"}.get(left, f"in {left} days")


def closing_in_words(closes_on: date | None, today: date, *, rolling: bool = False) -> str:
    """Return a short phrase for a card: "Closes in 12 days", "Closes today", "Open all year"."""
    if closes_on is None:
        return "Open all year" if rolling else "No closing date given"
    left = days_left(closes_on, today)
    return f"Closed on {shortly(closes_on)}" if left < 0 else f"Closes {from_now(left)}"


def decision_day(closes_on: date | None, weeks: int | None, today: date) -> date | None:
    """Return about when they decide, counted from the closing day (today when rolling)."""
    return None if weeks is None else (closes_on or today) + timedelta(weeks=weeks)
