"""Which backups stay: many new ones, few old ones, and never fewer because a clock was wrong."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import islice
from typing import Final

LAST: Final = 5
"""So many of the newest stay whatever their days say."""

Period = Callable[[date], tuple[int, ...]]


def _day(day: date) -> tuple[int, ...]:
    return day.year, day.month, day.day


def _week(day: date) -> tuple[int, ...]:
    year, week, _ = day.isocalendar()
    return year, week


def _month(day: date) -> tuple[int, ...]:
    return day.year, day.month


STEPS: Final[tuple[tuple[int, Period], ...]] = ((12, _day), (10, _week), (9, _month))
"""After the newest: the last of each of 12 days, then of 10 weeks, then of 9 months.

Source: Anki, rslib/src/collection/backup.rs (its limits that stand when nobody sets others).
"""


def kept(days: Sequence[date]) -> set[int]:
    """Return which of the backups stay, by their places in ``days``, the oldest first.

    ``days`` are what the clock said when each was made. They are never compared with
    today or with one another, but for being the same: what counts is the order in
    which the backups were made. So a clock that was 20 years off, or was put back,
    makes nothing too old.
    """
    order = list(range(len(days)))[::-1]
    stay = set(order[:LAST])
    left = iter(order[LAST:])
    for most, period in STEPS:
        seen = {period(days[place]) for place in stay}
        new = (place for place in left if _is_new(period(days[place]), seen))
        stay.update(islice(new, most))
    return stay


def _is_new(period: tuple[int, ...], seen: set[tuple[int, ...]]) -> bool:
    found = period not in seen
    seen.add(period)
    return found
