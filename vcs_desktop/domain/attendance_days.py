"""On which days an activity runs: what is still to be written down, and what comes next."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from vcs_desktop.domain.attendance import Activity
from vcs_desktop.domain.attendance_sums import Session
from vcs_desktop.domain.day_times import minutes_between
from vcs_desktop.domain.days import WEEKDAYS

_WEEK = 7
_ALIKE = 3
"""After so many sheets on the same day of the week, that is the day of an activity."""


def weekday_of(activity: Activity, sessions: Iterable[Session] = ()) -> int | None:
    """Return the day of the week on which an activity runs, as it says or as it was; or None."""
    if activity.weekday is not None:
        return activity.weekday if 0 <= activity.weekday < _WEEK else None
    days = sorted((each.on for each in sessions if each.activity == activity.id), reverse=True)
    lately = {day.weekday() for day in days[:_ALIKE]}
    return lately.pop() if len(days) >= _ALIKE and len(lately) == 1 else None


def weekday_in_name(name: str) -> int | None:
    """Return the day of the week that the name of an activity says: "Thursday lunch"."""
    words = name.casefold().replace("-", " ").split()
    found = [n for n, day in enumerate(WEEKDAYS) if day.casefold() in words]
    return found[0] if len(found) == 1 else None


def is_running(activity: Activity, on: date) -> bool:
    """Say whether an activity goes on, on a day."""
    return activity.ended_on is None or activity.ended_on >= on


def to_write_down(
    activities: Iterable[Activity], sessions: Sequence[Session], today: date
) -> list[tuple[Activity, date]]:
    """Return what ran in the last week and has no sheet yet, the latest first."""
    written = {(each.activity, each.on) for each in sessions}
    found = []
    for activity in activities:
        weekday = weekday_of(activity, sessions)
        if weekday is None:
            continue
        day = today - timedelta(days=(today.weekday() - weekday) % _WEEK)
        if is_running(activity, day) and (activity.id, day) not in written:
            found.append((activity, day))
    return sorted(found, key=lambda each: (-each[1].toordinal(), each[0].name.casefold()))


def next_day(activity: Activity, today: date, sessions: Iterable[Session] = ()) -> date | None:
    """Return the first day after today on which an activity runs; None is not known."""
    weekday = weekday_of(activity, sessions)
    if weekday is None:
        return None
    day = today + timedelta(days=(weekday - today.weekday() - 1) % _WEEK + 1)
    return day if is_running(activity, day) else None


def length_of(activity: Activity) -> int | None:
    """Return how many minutes an activity takes; None is not known."""
    return minutes_between(activity.starts, activity.ends)
